"""There and back with real parts: SMTP server → a guest's program → IMAP server → guest list.

The guest's program is independent of ours: it reads the invitation with icalendar or vobject, as
those programs are, and answers by the address and the UID that stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import vobject
from icalendar import Calendar, vText
from sqlalchemy import select

from tests import factories, factories_events
from tests.factories_channels import Mailroom
from tests.factories_channels import mail_server as smtp_server
from tests.imap_server import MailServer, mail_server
from vipdesk.access import Desk, Office
from vipdesk.channels import account as accounts
from vipdesk.channels.transport import Account, SmtpTransport
from vipdesk.clock import SetClock
from vipdesk.events import guest_lists, invitations, mailbox, replies
from vipdesk.events.imap import ImapDoor
from vipdesk.jobs.ticking import Jobs
from vipdesk.models import Invitation
from vipdesk.store.store import Store
from vipdesk.vocabulary import InvitationState, PartStat, Role, Verdict

GUESTS = {
    "anna": PartStat.ACCEPTED, "boris": PartStat.DECLINED, "clara": PartStat.TENTATIVE,
    "dmitry": PartStat.ACCEPTED, "silent": None,
}  # fmt: skip


def answer(mail: bytes, partstat: PartStat, *, by_vobject: bool, own: str = "") -> bytes:
    """What a calendar program sends when its owner presses a button (RFC 5546 §3.2.3)."""
    invitation = message_from_bytes(mail, policy=policy.default)
    part = next(p for p in invitation.walk() if p.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    data = part.get_content()
    text = data if isinstance(data, str) else data.decode()
    own = own or invitation["To"].addresses[0].addr_spec
    made = _by_vobject(text, own, partstat) if by_vobject else _by_icalendar(text, partstat)
    reply = EmailMessage()
    reply["From"], reply["To"] = own, invitation["From"].addresses[0].addr_spec
    reply["Subject"] = f"{partstat.value.title()}: {invitation['Subject']}"
    reply["Date"] = datetime.now(UTC)
    reply["Message-ID"] = f"<{partstat.value}.{own}>"
    reply.set_content("")
    reply.add_alternative(made, subtype="calendar", params={"method": "REPLY"})
    return reply.as_bytes(policy=policy.SMTP)


def _by_icalendar(text: str, partstat: PartStat) -> str:
    calendar: Any = Calendar.from_ical(text)
    calendar["METHOD"] = vText("REPLY")
    (event,) = calendar.walk("VEVENT")
    event["ATTENDEE"].params["PARTSTAT"] = partstat.value
    event["ATTENDEE"].params.pop("RSVP")
    event["DTSTAMP"].dt += timedelta(hours=1)
    data: bytes = calendar.to_ical()
    return data.decode()


def _by_vobject(text: str, own: str, partstat: PartStat) -> str:
    """As Outlook answers: no organizer, the scheme in capitals."""
    asked = vobject.readOne(text).vevent
    made = vobject.iCalendar()
    made.add("method").value = "REPLY"
    event = made.add("vevent")
    for name in ("uid", "dtstart", "dtend", "summary"):
        event.add(name).value = getattr(asked, name).value
    event.add("dtstamp").value = asked.dtstamp.value + timedelta(hours=1)
    event.add("attendee").value = f"MAILTO:{own.upper()}"
    event.attendee.params["PARTSTAT"] = [partstat.value]
    made_text: str = made.serialize(validate=False)
    return made_text


@pytest.fixture
def imap(tmp_path: Path) -> Iterator[MailServer]:
    with mail_server(tmp_path) as running:
        yield running


def test_invitations_come_back_as_answers_on_the_guest_list(
    vault: Store, clock: SetClock, imap: MailServer
) -> None:
    ids, _ = vault.write(factories.seed_staff)
    office = Office(vault, ids[Role.HEAD], clock)
    room = Mailroom()
    with smtp_server(room) as account:
        event_id, _ = office.write(lambda desk: _invited(desk, account))
        office.write(lambda desk: mailbox.change_mailbox(desk, imap.account))
        jobs = Jobs(
            office, SmtpTransport(timeout=5), clock, lambda _c: None, daily=(),
            mailbox=ImapDoor(timeout=5),
        )  # fmt: skip
        jobs.tick()
        assert len(room.mails) == len(GUESTS)
        back = _answers(room)
        imap.put(*back, *back[:2])  # a relay delivers two of them twice
        imap.put(_stranger(room), _words(room))
        clock.move(timedelta(minutes=5))
        jobs.tick()
    said = office.read(lambda desk: _on_the_list(desk, event_id))
    assert said == {name: wanted or PartStat.NEEDS_ACTION for name, wanted in GUESTS.items()}
    waiting, _ = office.write(lambda desk: replies.list_for_review(desk, event_id=event_id))
    assert {row.verdict for row in waiting} == {Verdict.REVIEW}
    assert {row.suggestion for row in waiting} == {PartStat.ACCEPTED, PartStat.DECLINED}
    states = office.read(lambda desk: set(desk.session.scalars(select(Invitation.state))))
    assert states == {InvitationState.SENT}
    tally = jobs.take_tally()
    assert (tally.sent, tally.replies, tally.trouble) == (len(GUESTS), 6, 0)


def _invited(desk: Desk, account: Account) -> Any:
    accounts.change_account(desk, account)
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    ids = [
        factories_events.guest(desk, name.title(), mail=f"{name}@client.example").id
        for name in GUESTS
    ]
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)
    invitations.invite(desk, event_id=event.id, client_ids=ids)
    return event.id


def _answers(room: Mailroom) -> list[bytes]:
    made = []
    for number, envelope in enumerate(room.mails):
        assert isinstance(envelope.content, bytes)
        partstat = GUESTS[envelope.rcpt_tos[0].split("@")[0]]
        if partstat is not None:
            made.append(answer(envelope.content, partstat, by_vobject=number % 2 == 1))
    return made


def _stranger(room: Mailroom) -> bytes:
    """Somebody to whom the silent guest forwarded the mail presses 'yes'."""
    (mail,) = (e.content for e in room.mails if e.rcpt_tos == ["silent@client.example"])
    assert isinstance(mail, bytes)
    return answer(mail, PartStat.ACCEPTED, by_vobject=True, own="other@else.example")


def _words(room: Mailroom) -> bytes:
    """The silent guest writes a line instead of pressing a button."""
    (mail,) = (e.content for e in room.mails if e.rcpt_tos == ["silent@client.example"])
    assert isinstance(mail, bytes)
    reply = EmailMessage()
    reply["From"], reply["To"] = "silent@client.example", "club@club.example"
    reply["Subject"] = "Re: приглашение"
    reply["In-Reply-To"] = message_from_bytes(mail)["Message-ID"]
    reply["Message-ID"] = "<words@client.example>"
    reply.set_content("К сожалению, не смогу.\n")
    return reply.as_bytes(policy=policy.SMTP)


def _on_the_list(desk: Desk, event_id: Any) -> dict[str, PartStat]:
    listed = guest_lists.get_guest_list(desk, event_id)
    return {g.name.surname.casefold(): g.partstat for g in listed.guests}
