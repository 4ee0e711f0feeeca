"""One's own agenda as iCalendar (RFC 5545): a file to save, objects for a calendar server.

What it tells of clients is what the person chose: whole names with the words of a promise,
initials, or nobody. Never an address, a telephone, a complaint.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from vipdesk.agenda.week import Entry, EntryKind
from vipdesk.clients.names import Name, display_name
from vipdesk.wording import Lang, Words, say

if TYPE_CHECKING:
    from icalendar import Calendar
    from icalendar import Event as Vevent

PRODUCT = "-//VIP Desk//Agenda//EN"
_A_WHILE = timedelta(minutes=15)  # how long a promise's moment shows as


class Told(StrEnum):
    """How much a calendar says of clients."""

    NAMES = "names"
    INITIALS = "initials"
    NOBODY = "nobody"


def calendar_file(entries: Iterable[Entry], *, now: datetime, told: Told, words: Words) -> bytes:
    """A whole file. `now` becomes DTSTAMP (RFC 5545 §3.8.7.2)."""
    calendar = _empty()
    calendar.add("X-WR-CALNAME", words(say("VIP Desk")))
    for entry in entries:
        calendar.add_component(_event(entry, now, told, words))
    return bytes(calendar.to_ical())


def calendar_object(entry: Entry, *, now: datetime, told: Told, words: Words) -> bytes:
    """One entry as a calendar object resource (RFC 4791 §4.1): one UID a resource."""
    calendar = _empty()
    calendar.add_component(_event(entry, now, told, words))
    return bytes(calendar.to_ical())


def uid_of(entry: Entry) -> str:
    """'<uuid>@vipdesk': the same as long as the entry is the same thing; it tells nothing."""
    return f"{entry.uid}@vipdesk"


def summary(entry: Entry, told: Told, words: Words) -> str:
    """What stands in the calendar's line."""
    if entry.kind is EntryKind.EVENT and entry.event is not None:
        return entry.text if words.lang is Lang.RU else entry.event.title_en
    kind = say("Promise") if entry.kind is EntryKind.PROMISE else say("Day of a client")
    if told is Told.NOBODY or entry.name is None:
        return words(kind)
    if told is Told.INITIALS:
        return words(say("{what}: {name}", what=kind, name=initials(entry.name, words.lang)))
    name = display_name(entry.name, words.lang)
    if entry.kind is EntryKind.PROMISE:
        return words(say("{name}: {promise}", name=name, promise=entry.text))
    return words(say("{what}: {name}", what=kind, name=name))


def initials(name: Name, lang: Lang) -> str:
    """'А. П.': of the name as the reader sees it."""
    parts = display_name(name, lang).split()
    return " ".join(f"{part[0].upper()}." for part in parts if part[0].isalnum())


def _empty() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    return calendar


def _event(entry: Entry, now: datetime, told: Told, words: Words) -> Vevent:
    from icalendar import Event as Vevent

    event = Vevent()
    event.add("UID", uid_of(entry))
    event.add("DTSTAMP", now.astimezone(UTC).replace(microsecond=0))
    if entry.starts_at is None:
        event.add("DTSTART", entry.day)
        event.add("DTEND", entry.day + timedelta(days=1))  # the end is not in it (§3.6.1)
    else:
        start = entry.starts_at.astimezone(UTC).replace(microsecond=0)
        end = (entry.ends_at or start).astimezone(UTC).replace(microsecond=0)
        event.add("DTSTART", start)
        event.add("DTEND", max(end, start + _A_WHILE))
    event.add("SUMMARY", _one_line(summary(entry, told, words)))
    if entry.event is not None:
        place = entry.event.place if words.lang is Lang.RU else entry.event.place_en
        if place:
            event.add("LOCATION", _one_line(place))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "OPAQUE" if entry.kind is EntryKind.EVENT else "TRANSPARENT")
    return event


def _one_line(text: str) -> str:
    """Without line ends and control characters: some calendars break on them."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
