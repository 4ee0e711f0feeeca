"""The calendar part of an invitation: iCalendar REQUEST and CANCEL (RFC 5545, 5546 §3.2, 6047).

One guest, one calendar: a random UID for each guest and a single ATTENDEE, so that no guest
learns of another. Times are UTC, which every program shows in its owner's zone; the local
time stands in words in the mail. SEQUENCE belongs to the event (RFC 5546 §2.1.4), DTSTAMP
to this sending.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import vCalAddress

PRODUCT = "-//VIP Desk//Club events//EN"
# 7.3 of the library writes control characters as they are; RFC 5545 §3.1 forbids them.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x80-\x9f\u2028\u2029\ud800-\udfff\ufeff]")


class Method(StrEnum):
    """What our calendar says (RFC 5546 §1.4)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A bare address and the name shown for it."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event as one guest's calendar shows it. Moments are aware. `uid` is this guest's own."""

    uid: str
    sequence: int
    stamp: datetime
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    description: str = ""


def calendar_bytes(
    entry: CalendarEntry, *, organizer: Mailbox, guest: Mailbox, method: Method = Method.REQUEST
) -> bytes:
    """The VCALENDAR: UTF-8, CRLF, lines of at most 75 octets, no control characters."""
    from icalendar import Calendar, Event

    part = Event()
    part.add("uid", entry.uid)
    part.add("sequence", entry.sequence)
    part.add("dtstamp", entry.stamp.astimezone(UTC))
    part.add("dtstart", entry.starts_at.astimezone(UTC))
    part.add("dtend", entry.ends_at.astimezone(UTC))
    part.add("summary", one_line(entry.title))
    for name, text in (
        ("location", one_line(entry.place)),
        ("description", clean(entry.description)),
    ):
        if text:
            part.add(name, text)
    part.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    part.add("organizer", _address(organizer))
    part.add("attendee", _attendee(guest, method))
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method.value)
    calendar.add_component(part)
    data: bytes = calendar.to_ical()
    return data


def clean(text: str) -> str:
    """Text without control characters; line ends as line feeds."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Text on one line."""
    return " ".join(clean(text).split())


def _address(mailbox: Mailbox) -> vCalAddress:
    from icalendar import vCalAddress, vText

    address = vCalAddress(f"mailto:{one_line(mailbox.address)}")
    # Outlook does not know RFC 6868's way of writing quotes inside a parameter.
    name = one_line(mailbox.name).replace('"', "").replace("^", "")
    if name:
        address.params["CN"] = vText(name)
    return address


def _attendee(guest: Mailbox, method: Method) -> vCalAddress:
    address = _address(guest)
    address.params["CUTYPE"] = "INDIVIDUAL"
    address.params["ROLE"] = "REQ-PARTICIPANT"
    if method is Method.REQUEST:
        address.params["PARTSTAT"] = "NEEDS-ACTION"
        address.params["RSVP"] = "TRUE"
        address.params["X-NUM-GUESTS"] = "0"
    return address
