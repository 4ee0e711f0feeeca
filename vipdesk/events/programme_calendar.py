"""The programme as a calendar file (RFC 5545, PUBLISH of RFC 5546 §3.2.1): never a guest in it.

One VEVENT an event, with a UID that stays the same in every file, so that a calendar that
takes the file in again moves what it has instead of doubling it. Times are UTC. A cancelled
event stays in the file with STATUS:CANCELLED: that is how a calendar learns of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.events.invitation_calendar import PRODUCT, clean, one_line
from vipdesk.events.programme import EventRow, list_events
from vipdesk.models import Event, MailAccount, Venue
from vipdesk.vocabulary import EventState
from vipdesk.wording import Lang, Words

# Not the UID of any guest's invitation: those are random.
_SPACE = UUID("6f0b8f0e-6d4f-5c55-9d0a-3a4b1c7a2e10")
_MANY = 400


def uid_of(event_id: UUID) -> str:
    """The event's UID in the programme; a key of the store is not shown (RFC 7986 §5.3)."""
    return str(uuid5(_SPACE, event_id.hex))


def export_programme(
    desk: Desk,
    *,
    words: Words,
    since: datetime | None = None,
    until: datetime | None = None,
    drafts: bool = False,
) -> bytes:
    """The events that begin in [since, until), in the language of `words`. Drafts are left out.

    The file leaves the desk, so its making is in the journal.
    """
    events = [
        e
        for e in list_events(desk, since=since, until=until)
        if drafts or e.state is not EventState.DRAFT
    ]
    texts = _texts(desk, [e.id for e in events], words.lang)
    account = desk.session.scalars(select(MailAccount).limit(1)).first()
    sender = (account.address, account.name) if account and account.address else None
    data = calendar_of(events, texts, words=words, stamp=desk.now, sender=sender)
    desk.note("export_programme", "export", None, ("event", str(len(events))))
    return data


def calendar_of(
    events: Iterable[EventRow],
    texts: dict[UUID, tuple[str, str, int]],
    *,
    words: Words,
    stamp: datetime,
    sender: tuple[str, str] | None,
) -> bytes:
    """The file. `texts`: (description, whole place, SEQUENCE) by event; `sender`: ORGANIZER."""
    from icalendar import Calendar
    from icalendar import Event as Part

    calendar = Calendar()
    for name, value in (
        ("version", "2.0"), ("prodid", PRODUCT), ("calscale", "GREGORIAN"), ("method", "PUBLISH"),
    ):  # fmt: skip
        calendar.add(name, value)
    for event in events:
        told, place, sequence = texts.get(event.id, ("", "", 0))
        part = Part()
        part.add("uid", uid_of(event.id))
        part.add("sequence", sequence)
        part.add("dtstamp", stamp.astimezone(UTC))
        part.add("dtstart", event.starts_at.astimezone(UTC))
        part.add("dtend", event.ends_at.astimezone(UTC))
        part.add("summary", one_line(event.named(words.lang)))
        for name, text in (("location", one_line(place)), ("description", clean(told))):
            if text:
                part.add(name, text)
        kind = event.called(words.lang)
        part.add("categories", [one_line(kind if isinstance(kind, str) else words(kind))])
        part.add("status", _STATUS.get(event.state, "CONFIRMED"))
        part.add("class", "PRIVATE")
        part.add("transp", "OPAQUE")
        if sender is not None:
            part.add("organizer", _organizer(*sender))
        calendar.add_component(part)
    data: bytes = calendar.to_ical()
    return data


_STATUS = {EventState.DRAFT: "TENTATIVE", EventState.CANCELLED: "CANCELLED"}


def _organizer(address: str, name: str) -> Any:
    from icalendar import vCalAddress, vText

    made = vCalAddress(f"mailto:{one_line(address)}")
    if name:
        made.params["CN"] = vText(one_line(name).replace('"', "").replace("^", ""))
    return made


def _texts(desk: Desk, ids: list[UUID], lang: Lang) -> dict[UUID, tuple[str, str, int]]:
    found: dict[UUID, tuple[str, str, int]] = {}
    english = lang is Lang.EN
    for start in range(0, len(ids), _MANY):
        rows = desk.session.execute(
            select(Event, Venue)
            .outerjoin(Venue, Event.venue_id == Venue.id)
            .where(Event.id.in_(ids[start : start + _MANY]))
        )
        for event, venue in rows:
            told = (english and event.description_en) or event.description
            found[event.id] = (told, _place(venue, english=english), event.sequence)
    return found


def _place(venue: Venue | None, *, english: bool) -> str:
    if venue is None:
        return ""
    if english and venue.address_en:
        return ", ".join((venue.name_en or venue.name, venue.address_en))
    return ", ".join(p for p in (venue.name, venue.city, venue.address) if p)
