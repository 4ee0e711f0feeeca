"""Invitations composed and handed to SMTP, against icalendar, email and smtplib alone.

    uv run python -m benchmarks.invitations              (1,000 mails; lists of 100, 1,000, 5,000)

'bare' builds the same messages by the libraries' plain calls and sends them on one line to the
same server; 'ours' composes each from the event in the guest's language, 'whole' is the desk's
own path: guest list, gate, outbox and journal on a vault, then the round of sending. The server
is a process of its own on the loopback. Allowed: ours at most 1.5 × bare, and the cost of one
guest independent of how long the list is.
"""

from __future__ import annotations

import argparse
import os
import smtplib
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime, formataddr
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from benchmarks import club
from tests import factories, factories_events
from tests.factories_channels import free_port
from vipdesk import paths
from vipdesk.access import Desk, Office
from vipdesk.channels import account as accounts
from vipdesk.channels.deliver import deliver_due
from vipdesk.channels.mail import new_message_id
from vipdesk.channels.transport import Account, SmtpTransport
from vipdesk.clock import SetClock
from vipdesk.events import guest_lists, invitation_mail, invitations
from vipdesk.events.invitation_mail import InvitationMail, SenderAddress
from vipdesk.events.invitation_words import EventText, GuestText, HostText
from vipdesk.store import keyslots
from vipdesk.store.store import Store, create_vault_store
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Words

ALLOWED = 1.5
NOON = datetime(2026, 11, 26, 10, tzinfo=UTC)
SENDER = SenderAddress("events@club.example", "Клуб")
START = NOON + timedelta(days=14)
EVENT = EventText(
    "Мастер-класс по каллиграфии", START, START + timedelta(hours=3), "Europe/Moscow",
    place="Особняк на Пречистенке", address="ул. Пречистенка, 10",
    description="Перо, тушь и рисовая бумага. Ничего приносить не нужно.", dress="Свободный",
    answer_by=START - timedelta(days=5),
)  # fmt: skip
_SERVER = """
import sys, time
from aiosmtpd.controller import Controller
class Sink:
    async def handle_DATA(self, server, session, envelope): return '250 OK'
c = Controller(Sink(), hostname='127.0.0.1', port=int(sys.argv[1])); c.start()
print('ready', flush=True)
sys.stdin.read()
"""


def main() -> int:
    """Print the table; 1 if a bound is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mails", type=int, default=1000)
    parser.add_argument("--lists", type=int, nargs="*", default=[100, 1000, 5000])
    parser.add_argument("--rounds", type=int, default=3)
    chosen = parser.parse_args()
    with server() as port:
        bare, ours = _composed(chosen.mails, chosen.rounds, port)
        print(f"bare   {bare:7.2f} ms a mail")
        print(f"ours   {ours:7.2f} ms a mail   {ours / bare:.2f} × (allowed {ALLOWED})")
        whole = [_whole(count, port) for count in chosen.lists]
    for count, (invite, send) in zip(chosen.lists, whole, strict=True):
        print(f"whole, list of {count:5}: invite {invite:6.2f} + send {send:6.2f} ms a guest")
    invited = [invite for invite, _ in whole]
    spread = max(invited) / min(invited) if invited else 1.0
    print(f"longest list to shortest, a guest: {spread:.2f} ×")
    return 0 if ours / bare <= ALLOWED else 1


@contextmanager
def server() -> Iterator[int]:
    """A real SMTP server, a process of its own."""
    port = free_port()
    running = subprocess.Popen(
        [sys.executable, "-c", _SERVER, str(port)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdout is not None
    running.stdout.readline()
    try:
        yield port
    finally:
        running.terminate()
        running.wait(10)


def _composed(count: int, rounds: int, port: int) -> tuple[float, float]:
    """Medians, in turns, so that a busy machine hits both alike."""
    words = Words(Lang.RU, paths.resources() / "i18n")
    mails = [_mail(n) for n in range(count)]
    bodies = [
        (invitation_mail.plain_body(m, SENDER, words), invitation_mail.html_body(m, SENDER, words))
        for m in mails
    ]
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(rounds):
        bare.append(_timed(partial(_send_bare, mails, bodies, port), count))
        ours.append(_timed(partial(_send_ours, mails, words, port), count))
    return statistics.median(bare), statistics.median(ours)


def _timed(work: Callable[[], None], count: int) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000 / count


def _mail(number: int) -> InvitationMail:
    return InvitationMail(
        EVENT,
        GuestText("Уважаемая Анна Сергеевна!", f"Анна Сергеевна Волкова {number}", 1),
        HostText("Мария Орлова", "+7 495 000-00-00"),
        f"guest{number}@client.example",
        str(uuid4()),
        "k7f3q2mxwd5acbe2",
        0,
        new_message_id(SENDER.address),
        NOON,
    )


def _send_bare(mails: list[InvitationMail], bodies: list[tuple[str, str]], port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as line:
        for mail, (text, html) in zip(mails, bodies, strict=True):
            content = bare_message(mail, text, html).as_bytes(policy=policy.SMTP)
            line.sendmail(SENDER.address, [mail.to], content)


def bare_message(mail: InvitationMail, text: str, html: str) -> EmailMessage:
    """The same message by the libraries' own plain calls."""
    from icalendar import Calendar, vCalAddress, vText
    from icalendar import Event as Entry

    entry = Entry()
    for name, value in (
        ("uid", mail.uid), ("sequence", 0), ("dtstamp", mail.at), ("dtstart", EVENT.starts_at),
        ("dtend", EVENT.ends_at), ("summary", EVENT.title), ("location", EVENT.address),
        ("description", text), ("status", "CONFIRMED"),
    ):  # fmt: skip
        entry.add(name, value)
    organizer, guest = vCalAddress(f"mailto:{SENDER.address}"), vCalAddress(f"mailto:{mail.to}")
    organizer.params["CN"] = vText(SENDER.name)
    for name, word in (
        ("CN", mail.guest.name), ("CUTYPE", "INDIVIDUAL"), ("ROLE", "REQ-PARTICIPANT"),
        ("PARTSTAT", "NEEDS-ACTION"), ("RSVP", "TRUE"), ("X-NUM-GUESTS", "0"),
    ):  # fmt: skip
        guest.params[name] = vText(word)
    entry.add("organizer", organizer)
    entry.add("attendee", guest)
    calendar = Calendar()
    for name, word in (("version", "2.0"), ("prodid", "-//x//y//EN"), ("method", "REQUEST")):
        calendar.add(name, word)
    calendar.add_component(entry)
    data = calendar.to_ical()
    message = EmailMessage()
    message["From"] = formataddr((SENDER.name, SENDER.address))
    message["To"] = formataddr((mail.guest.name, mail.to))
    message["Subject"] = EVENT.title
    message["Date"] = format_datetime(mail.at)
    message["Message-ID"] = mail.message_id
    message.set_content(text)
    message.add_alternative(html, subtype="html")
    message.add_alternative(data.decode(), subtype="calendar", params={"method": "REQUEST"})
    message.add_attachment(data, maintype="application", subtype="ics", filename="invite.ics")
    return message


def _send_ours(mails: list[InvitationMail], words: Words, port: int) -> None:
    with SmtpTransport().connect(
        Account("Клуб", SENDER.address, "127.0.0.1", port, "none")
    ) as line:
        for mail in mails:
            content = invitation_mail.mail_bytes(
                replace(mail, message_id=new_message_id(SENDER.address)), SENDER, words
            )
            line.send(sender=SENDER.address, to=mail.to, content=content)


# The desk's own path ----------------------------------------------------------------------


def _whole(count: int, port: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory(prefix="vipdesk-bench-") as name:
        folder = Path(name) / "vault"
        store, _key = create_vault_store(folder, club.PASSPHRASE, cost=keyslots.FLOOR)
        with store:
            return _invited(store, count, port)


def _invited(store: Store, count: int, port: int) -> tuple[float, float]:
    """Milliseconds a guest, to invite and to send."""
    clock = SetClock(NOON)
    ids, _ = store.write(factories.seed_staff)
    office = Office(store, ids[Role.HEAD], clock)
    event_id, clients = office.write(partial(_guests, count=count))[0]
    account = Account("Клуб", SENDER.address, "127.0.0.1", port, "none")
    office.write(lambda desk: accounts.change_account(desk, account))
    invite = partial(invitations.invite, event_id=event_id, client_ids=clients)
    began = time.perf_counter()
    office.write(invite)
    done = time.perf_counter()
    sent = 0
    while sent < count:
        delivered = deliver_due(office, SmtpTransport())
        sent += delivered.sent
        if not delivered.sent:
            break
    ended = time.perf_counter()
    if sent != count:
        print(f"only {sent} of {count} left", file=sys.stderr)
    return (done - began) * 1000 / count, (ended - done) * 1000 / count


def _guests(desk: Desk, count: int) -> tuple[UUID, list[UUID]]:
    event = factories.event(desk, venue_id=factories.venue(desk).id, capacity=count)
    ids = []
    for number in range(count):
        mail = f"guest{number}@client.example"
        ids.append(factories_events.guest(desk, f"Волкова{number}", mail=mail).id)
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)
    return event.id, ids


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(main())
