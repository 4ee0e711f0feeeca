"""500 guests of a mixed club: nothing that leaves names anybody but its own guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from uuid import UUID

import pypdfium2
import vobject
from icalendar import Calendar
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.events import guest_lists, invitation_log, invitations
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.slip import slip_code
from vipdesk.models import ChannelPreference, Invitation, OutboxMessage
from vipdesk.vocabulary import (
    Channel,
    InvitationState,
    OutboxKind,
    OutboxState,
    PreferenceRule,
    Topic,
)

SENDER = SenderAddress("events@club.example", "Клуб")
GUESTS = {"vault": 500, "team": 60}  # the words are made alike; a server only costs more
LETTERS = 12  # of them; a letter costs 40 ms
SURNAMES = ("Волкова", "О’Брайен", "Ким", "Нелединская-Мелецкая", "Щукин", 'Со "кавычкой"', "李")
STRUCTURE = (
    "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
    "application/ics",
)  # fmt: skip
MAIL = re.compile(rb"[\w.+-]+@[\w.-]+")
PHONE = re.compile(r"\+?\d[\d \-()]{8,}\d")


class Club:
    """Who was invited, what left, and what may stand in it."""

    def __init__(self, desk: Desk, guests: int) -> None:
        self.own: dict[UUID, str] = {}
        venue = factories.venue(desk)
        event = factories.event(desk, venue_id=venue.id, description="Тушь, бумага; вино & сыр.")
        for number in range(guests):
            self._guest(desk, number)
        ids = list(self.own)
        self.bad = factories_events.guest(desk, "Ошибкина", mail="not an address at all")
        ids.insert(guests // 2, self.bad.id)
        guest_lists.pick(desk, event_id=event.id, client_ids=ids)
        self.event_id = event.id
        self.done = invitations.invite(desk, event_id=event.id, client_ids=ids, sender=SENDER)
        self.messages = list(desk.session.scalars(select(OutboxMessage)))

    def _guest(self, desk: Desk, number: int) -> None:
        english = {"languages": ["en"], "latin_name": f"Guest {number}"} if number % 5 == 0 else {}
        guest = factories_events.guest(desk, SURNAMES[number % len(SURNAMES)], **english)
        match number:
            case n if n < LETTERS:
                own = f"10{number:04}, Москва, ул. Тихая, {number}"
                factories_events.address(desk, guest.id, own)
                factories_events.prefers(desk, guest.id, Channel.LETTER, topic=Topic.INVITATION)
            case n if n % 4 == 1:
                own = f"+7 903 {number:07}"
                factories.phone(desk, guest.id, own)
                factories_events.prefers(desk, guest.id, Channel.PHONE, topic=Topic.INVITATION)
            case n if n % 4 == 2:
                own = f"+7 916 {number:07}"
                factories.phone(desk, guest.id, own)
                factories_events.prefers(desk, guest.id, Channel.SMS, topic=Topic.INVITATION)
            case n if n % 9 == 0:
                factories.email(desk, guest.id, f"own{number}@client.example")
                own = f"office{number}@firm.example"
                helper = factories_events.assistant(desk, guest.id, own)
                desk.session.add(
                    ChannelPreference(
                        client_id=guest.id, channel=Channel.EMAIL, rule=PreferenceRule.ALLOW,
                        via_person_id=helper.id, noted_at=desk.now,
                    )
                )  # fmt: skip
                desk.session.flush()
            case _:
                own = f"guest{number}@client.example"
                factories.email(desk, guest.id, own)
        self.own[guest.id] = own


def mails(club: Club) -> Iterator[tuple[OutboxMessage, EmailMessage]]:
    for message in club.messages:
        if message.kind is OutboxKind.MAIL:
            yield message, message_from_bytes(message.content, policy=policy.default)


def leaves(mail: EmailMessage) -> dict[str, bytes]:
    return {
        p.get_content_type(): p.get_payload(decode=True)  # type: ignore[misc]
        for p in mail.walk()
        if not p.is_multipart()
    }


def everything(message: OutboxMessage) -> bytes:
    """All that a reader of this artefact sees, decoded."""
    if message.kind is OutboxKind.MAIL:
        mail = message_from_bytes(message.content, policy=policy.default)
        heads = "\n".join(f"{k}: {v}" for k, v in mail.items()).encode()
        unfolded = (b.replace(b"\r\n ", b"") for b in leaves(mail).values())
        return heads + b"\n".join(unfolded)
    if message.kind is OutboxKind.LETTER:
        pages = pypdfium2.PdfDocument(message.content)
        return "\n".join(p.get_textpage().get_text_range() for p in pages).encode()
    return message.content


def test_nothing_that_leaves_names_another_guest(desk: Desk, engine_name: str) -> None:
    guests = GUESTS[engine_name]
    club = Club(desk, guests)
    assert len(club.messages) == guests
    ways = {"mail": 0, "letter": 0, "call_task": 0, "text": 0}
    everybody = set(club.own.values()) | {f"own{n}@client.example" for n in range(guests)}
    numbers = {re.sub(r"\D", "", own) for own in everybody if own[0] == "+"}
    for message in club.messages:
        ways[message.kind.value] += 1
        assert message.address == club.own[message.client_id]
        seen = everything(message)
        others = {m.decode() for m in MAIL.findall(seen)} & everybody
        assert others <= {message.address}
        phones = {re.sub(r"\D", "", p) for p in PHONE.findall(seen.decode("utf-8", "replace"))}
        assert not phones & numbers - {re.sub(r"\D", "", message.address)}
        if message.kind is OutboxKind.LETTER:
            assert message.address.rsplit(", ", 1)[1] in seen.decode()
    assert all(ways.values()), ways
    assert ways["letter"] == LETTERS
    _every_mail_is_made_as_calendars_expect(club)
    _a_malformed_address_is_told_of_and_stops_nobody(club)
    _what_was_sent_is_what_the_preview_showed(desk, club)


def _every_mail_is_made_as_calendars_expect(club: Club) -> None:
    uids: set[str] = set()
    for message, mail in mails(club):
        assert tuple(p.get_content_type() for p in mail.walk()) == STRUCTURE
        assert [len(mail.get_all(h, [])) for h in ("To", "From", "Subject", "Date")] == [1] * 4
        assert not set(mail.keys()) & {"Cc", "Bcc", "Reply-To", "Sender", "Precedence"}
        assert mail["To"].addresses[0].addr_spec == message.address
        assert mail["From"].addresses[0].addr_spec == SENDER.address
        part = next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
        assert part.get_param("method") == "REQUEST"
        assert part.get_param("charset").upper() == "UTF-8"  # type: ignore[union-attr]
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        assert leaves(mail)["application/ics"] == data
        uids.add(_the_calendar_is_lawful(data, message.address))
        # A line of SMTP has at most 998 octets (RFC 5321 §4.5.3.1.6), each ends with CRLF.
        assert all(len(line) <= 998 and line.isascii() for line in message.content.split(b"\r\n"))
        assert b"\n" not in message.content.replace(b"\r\n", b"")
    assert len(uids) == sum(1 for _ in mails(club))


def _the_calendar_is_lawful(data: bytes, address: str) -> str:
    """By two readers and by eye: RFC 5545 §3.1, and what Outlook and Gmail stumble over."""
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", data)
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    other = vobject.readOne(data.decode()).vevent
    assert str(event["UID"]) == other.uid.value
    assert str(event["ATTENDEE"]) == other.attendee.value == f"mailto:{address}"
    assert str(event["ORGANIZER"]) == f"mailto:{SENDER.address}"  # Outlook wants the scheme
    asked = {k: str(v) for k, v in event["ATTENDEE"].params.items() if k != "CN"}
    assert asked == {
        "CUTYPE": "INDIVIDUAL", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE", "X-NUM-GUESTS": "0",
    }  # fmt: skip
    text = data.decode().replace("\r\n ", "")
    # Outlook ignores RDATE in zones and guesses at names of zones; Gmail shows no buttons
    # without METHOD and DTEND, or where the organizer is the guest.
    assert "VTIMEZONE" not in text
    assert "TZID" not in text
    assert "VALARM" not in text
    assert re.findall(r"^(METHOD|VERSION|CALSCALE):(.*)$", text.replace("\r", ""), re.MULTILINE)
    for name in ("DTSTART:", "DTEND:", "DTSTAMP:", "SEQUENCE:0", "STATUS:CONFIRMED", "SUMMARY:"):
        assert name in text
    assert re.search(r"DTSTART:\d{8}T\d{6}Z", text)
    return str(event["UID"])


def _a_malformed_address_is_told_of_and_stops_nobody(club: Club) -> None:
    out = [o for o in club.done if o.state is None]
    assert [o.client_id for o in out] == [club.bad.id]
    assert out[0].reason is not None
    assert len(club.done) == len(club.own) + 1


def _what_was_sent_is_what_the_preview_showed(desk: Desk, club: Club) -> None:
    """Word for word but for the codes that make an invitation its guest's own."""
    by_guest = {m.client_id: m for m in club.messages}
    wanted = [i for n, i in enumerate(club.own) if n < 2 or n in {13, 14, 15, 18}]
    for message in club.messages:
        if message.client_id in wanted:
            outbox.cancel(desk, message.id)
    codes = {
        i.client_id: i
        for i in desk.session.scalars(select(Invitation).where(Invitation.client_id.in_(wanted)))
    }
    shown = invitations.preview(desk, event_id=club.event_id, client_ids=wanted, sender=SENDER)
    for preview in shown:
        assert preview.draft is not None
        message, invitation = by_guest[preview.client_id], codes[preview.client_id]
        sent = invitation_log.get_sent(desk, message.id)
        mine = preview.draft
        assert mine.address == sent.address
        assert mine.subject == sent.subject
        for was, now in ((sent.html, mine.html), (sent.text, mine.text)):
            if was and mine.pdf is None:
                assert _plain(was) == _plain(now)
        if mine.pdf is not None:
            assert sent.pdf is not None
            assert slip_code(invitation.token) in everything(message).decode()
            assert _page(sent.pdf) == _page(mine.pdf)


def _plain(text: str) -> str:
    return re.sub(r"VIP-[A-Z2-7]{16}", "CODE", text.replace("\r\n", "\n")).strip()


def _page(pdf: bytes) -> str:
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return re.sub(r"[A-Z2-7]{4}-[A-Z2-7]{4}", "CODE", text)


def test_an_update_and_a_cancellation_keep_uid_and_raise_sequence(desk: Desk) -> None:
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    guest = factories_events.guest(desk, mail="anna@client.example")
    invitations.invite(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    (invitation,) = desk.session.scalars(select(Invitation))
    invitation.state, invitation.sent_at = InvitationState.SENT, desk.now
    event.starts_at += timedelta(hours=1)
    event.ends_at += timedelta(hours=1)
    event.sequence += 1
    desk.session.flush()
    invitations.tell_change(desk, event_id=event.id, sender=SENDER)
    # The update still waits in the outbox: the guest knows of the event all the same.
    invitations.cancel_event(desk, event_id=event.id, sender=SENDER)
    rows = desk.session.scalars(select(OutboxMessage).order_by(OutboxMessage.id)).all()
    told = [
        next(iter(Calendar.from_ical(leaves(m)["text/calendar"]).walk("VEVENT")))
        for m in (message_from_bytes(r.content, policy=policy.default) for r in rows)
    ]
    assert [int(e["SEQUENCE"]) for e in told] == [0, 1, 2]
    assert len({str(e["UID"]) for e in told}) == 1
    assert str(told[-1]["STATUS"]) == "CANCELLED"
    assert [r.state for r in rows][1] is OutboxState.CANCELLED
