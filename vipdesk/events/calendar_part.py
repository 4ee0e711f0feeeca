"""Reads the calendar part of an answer (RFC 5545, RFC 5546 §3.2.3): tolerant, and never trusting.

Mail programs write broken calendars. First the library reads the text as it is; if it
cannot, or lost what matters, a second pass mends the text (unfolds, drops control
characters, time zones, alarms and bad lines, closes components) and reads again; a third one
keeps nothing but the lines that decide. An intact calendar without a single entry (a time zone
file, an empty export) answers nothing; one that claims to answer and is empty is damaged.
Inbound dates are never asked for `.start` or `.end`: they raise on what guests send.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from vipdesk.vocabulary import PartStat

MAX_BYTES = 1 << 20
MAX_COMPONENTS = 50
# A calendar that answers nothing (holidays, a whole export) may hold more: it is only named.
_MAX_ENTRIES = 1000
_MAX_LINES = 20_000
_MAX_ALL = 5000  # with the hundred years of rules that a time zone may bring
_MAX_INT = 2**31 - 1

# Blanks only, never line ends: on a megabyte of empty lines `\s*` would take quadratic time.
_BEGIN = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*VCALENDAR", re.IGNORECASE | re.MULTILINE)
_END = re.compile(r"^[ \t]*END[ \t]*:[ \t]*VCALENDAR[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_COMPONENT = re.compile(r"^[ \t]*BEGIN[ \t]*:[ \t]*([^\s]*)", re.IGNORECASE | re.MULTILINE)
_ZONE = frozenset({"VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT"})
_ENTRIES = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"})
_METHOD = re.compile(r"^[ \t]*METHOD[^:\n]{0,200}:[ \t]*([A-Za-z-]+)", re.IGNORECASE | re.MULTILINE)
_PROPERTY = re.compile(r"^[ \t]*(?!BEGIN|END)[A-Za-z][A-Za-z0-9-]*[:;]", re.MULTILINE)
_UID = re.compile(r"^UID[^:\n]{0,200}:[ \t]*([^\r\n]{1,500})", re.IGNORECASE | re.MULTILINE)
_STAMP = re.compile(r"\d{8}T\d{6}Z?", re.IGNORECASE)
_DECIDE = frozenset({"METHOD", "UID", "SEQUENCE", "ATTENDEE", "COMMENT", "VERSION", "PRODID"})
_SAID = re.compile(r"[;\s]PARTSTAT\s*=\s*\"?([A-Z-]{1,40})\"?\s*(?=[;:])", re.IGNORECASE)
_WHO = re.compile(r"mailto:([^\s@:;\"<>]{1,64}@[^\s@:;\"<>]{1,190})\s*$", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


class UnreadableCalendar(ValueError):
    """Neither pass could read it; `code` is a reason code."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class CalendarAnswer:
    """One calendar part, read. Addresses are normalised; '' and None where it says nothing.

    `party` counts the guest: X-NUM-GUESTS + 1. `attendees`: all ATTENDEE addresses of the
    chosen component; an answer should have one. `uids`: all different UIDs.
    """

    method: str
    component: str = ""
    uid: str = ""
    uids: tuple[str, ...] = ()
    attendee: str = ""
    attendees: tuple[str, ...] = ()
    sent_by: str = ""
    partstat: PartStat | None = None
    partstat_word: str = ""
    delegated_to: str = ""
    party: int = 1
    sequence: int = 0
    dtstamp: datetime | None = None
    comment: str = ""


def has_calendar(text: str) -> bool:
    """Whether a calendar begins somewhere at the beginning of a line."""
    return _BEGIN.search(text) is not None


def cut_calendar(text: str) -> str:
    """From the first BEGIN:VCALENDAR to its END (or to the end of the text)."""
    begin = _BEGIN.search(text)
    if begin is None:
        return ""
    end = _END.search(text, begin.end())
    return text[begin.start() : end.end() if end else len(text)]


def decode(data: bytes, charset: str | None = None) -> str:
    """Bytes to text: the MIME charset, then a byte order mark, then UTF-8, then cp1252.

    A charset that decodes but leaves no calendar behind was wrong (UTF-16 read as Latin-1),
    so the next one is tried. The last resort never fails.
    """
    marked = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    for name in (charset_named(charset), marked, "utf-8", *_wide(data), "cp1252"):
        if not name:
            continue
        try:
            text = data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            continue
        text = text.removeprefix("\ufeff")
        if has_calendar(text):
            return text
    return data.decode("utf-8", "replace").removeprefix("\ufeff")


# Codecs that are no charset of a mail: slow on purpose-made text, or made for something else.
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})


def charset_named(name: str | None) -> str | None:
    """A charset as MIME names it, if it is one a mail may be in."""
    try:
        found = codecs.lookup(name).name if name else None
    except (LookupError, ValueError, UnicodeError):
        return None
    return None if found in _NO_CHARSETS or found in {"mbcs", "oem"} else found


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by its zeros."""
    return ("utf-16-le", "utf-16-be") if b"\0" in data[:64] else ()


def read_calendar(
    data: bytes, charset: str | None, *, mime_method: str = "", sender: str = ""
) -> CalendarAnswer:
    """Read a calendar part. `sender` helps to choose among several attendees.

    Raises UnreadableCalendar with 'too_large', 'too_many_parts' or 'unreadable'.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableCalendar("too_large")
    text = cut_calendar(decode(data, charset))
    if not text:
        raise UnreadableCalendar("unreadable")
    method = _said_method(text, mime_method)
    names = [name.upper() for name in _COMPONENT.findall(text)]
    entries = sum(name not in _ZONE for name in names)
    limit = MAX_COMPONENTS if _answers(method) else _MAX_ENTRIES
    if entries > limit or len(names) > _MAX_ALL:
        raise UnreadableCalendar("too_many_parts")
    if entries > MAX_COMPONENTS:
        return _named_only(text, method)
    if _holds_nothing(text, names, method):
        return CalendarAnswer(method)
    best: CalendarAnswer | None = None
    for way in _ways(text, len(names)):
        calendar = parsed_calendar(way(text))
        answer = None if calendar is None else _answer(calendar, mime_method, sender)
        if answer is not None and not _lost_something(answer, text):
            return answer
        best = answer or best
    if best is None:
        raise UnreadableCalendar("unreadable")
    return best


def _ways(text: str, components: int) -> tuple[Callable[[str], str], ...]:
    """A time zone of hundreds of rules, or endless lines, would take seconds; none is needed."""
    if text.count("\n") > _MAX_LINES:
        return (_bare,)
    return (mend, _bare) if components > MAX_COMPONENTS + 10 else (str, mend, _bare)


def _said_method(text: str, mime_method: str) -> str:
    found = _METHOD.search(text)
    return (found.group(1) if found else mime_method).strip().upper()


def _answers(method: str) -> bool:
    """Whether a calendar of this method asks something of us."""
    return method not in {"", "PUBLISH"}


def _named_only(text: str, method: str) -> CalendarAnswer:
    uids = tuple(dict.fromkeys(u.strip() for u in _UID.findall(text)))
    return CalendarAnswer(method, "VEVENT", uids[0] if uids else "", uids)


def _holds_nothing(text: str, names: list[str], method: str) -> bool:
    """Intact, answers nothing and has no entry, but says something: zones, a name, a colour."""
    whole = _END.search(text) is not None and not _ENTRIES & set(names)
    return whole and not _answers(method) and _PROPERTY.search(text) is not None


def mend(text: str) -> str:
    """The tolerant pass over the text: what RFC 5545 §3.1 does not allow is dropped or closed."""
    kept: list[str] = []
    opened: list[str] = []
    skipping = ""
    for raw in _unfolded(text):
        line = _CONTROL.sub("", raw).strip()
        name = line.split(":", 1)[0].split(";", 1)[0].strip().upper()
        value = line.split(":", 1)[1].strip().upper() if ":" in line else ""
        if skipping:
            skipping = "" if (name, value) == ("END", skipping) else skipping
        elif name == "BEGIN" and value in {"VTIMEZONE", "VALARM"}:
            skipping = value
        elif name == "BEGIN":
            opened.append(value)
            kept.append(f"BEGIN:{value}")
        elif name == "END":
            if value in opened:
                while (last := opened.pop()) != value:
                    kept.append(f"END:{last}")
                kept.append(f"END:{value}")
        elif ":" in line and _NAME.fullmatch(name):
            kept.append(line)
    kept.extend(f"END:{name}" for name in reversed(opened))
    return "\r\n".join(kept) + "\r\n"


def _bare(text: str) -> str:
    """The last pass: of the mended text only the lines that decide, each in its entry."""
    kept: list[str] = []
    inside: list[str] = []
    for line in mend(text).split("\r\n"):
        name, _, value = line.partition(":")
        name = name.split(";", 1)[0].strip().upper()
        if name == "BEGIN":
            inside.append(value)
            if value == "VCALENDAR" or value in _ENTRIES:
                kept.append(line)
        elif name == "END":
            inside.pop()
            if value == "VCALENDAR" or value in _ENTRIES:
                kept.append(line)
        elif inside and (inside[-1] == "VCALENDAR" or inside[-1] in _ENTRIES):
            kept += _deciding(name, value, line)
    return "\r\n".join(kept) + "\r\n"


def _deciding(name: str, value: str, line: str) -> list[str]:
    """The line if it decides and can be read; of a damaged ATTENDEE the answer and the address."""
    numbered = name != "SEQUENCE" or value.strip().isdecimal()
    stamped = name == "DTSTAMP" and _STAMP.fullmatch(value.strip())
    if not stamped and not (name in _DECIDE and numbered):
        return []
    if _is_line(line):
        return [line]
    said, who = _SAID.search(line), _WHO.search(line)
    if name != "ATTENDEE" or who is None:
        return []
    answer = f";PARTSTAT={said.group(1).upper()}" if said else ""
    return [f"ATTENDEE{answer}:mailto:{who.group(1)}"]


def _is_line(line: str) -> bool:
    from icalendar.parser import Contentline

    try:
        Contentline(line).parts()  # type: ignore[no-untyped-call]
    except Exception:  # noqa: BLE001 whatever the library makes of it
        return False
    return True


def _unfolded(text: str) -> Iterable[str]:
    lines: list[str] = []
    for line in re.split(r"\r\n|\n|\r", text):
        if line[:1] in {" ", "\t"} and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def parsed_calendar(text: str) -> Any:
    """The library's calendar, or None: on broken input it raises almost anything."""
    import warnings

    from icalendar import Calendar

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # on zones it guesses; no time is read here
            calendar = Calendar.from_ical(text)
    except Exception:  # noqa: BLE001 a guest's file must never stop the desk
        return None
    return calendar if getattr(calendar, "name", "") == "VCALENDAR" else None


def _answer(calendar: Any, mime_method: str, sender: str) -> CalendarAnswer | None:
    try:
        return _read(calendar, mime_method, sender)
    except Exception:  # noqa: BLE001 a broken property raises when it is looked at
        return None


def _read(calendar: Any, mime_method: str, sender: str) -> CalendarAnswer | None:
    parts = [c for c in calendar.walk() if c.name in {"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"}]
    if not parts:
        return None  # an empty result is a failure
    part = next((c for c in parts if c.name == "VEVENT"), parts[0])
    method = (_text(calendar.get("METHOD")) or mime_method).strip().upper()
    uids = tuple(dict.fromkeys(u for c in parts if (u := _text(c.get("UID")).strip())))
    answer = CalendarAnswer(
        method=method,
        component=part.name,
        uid=_text(part.get("UID")).strip(),
        uids=uids,
        sequence=_whole(part.get("SEQUENCE")),
        dtstamp=_moment(part.get("DTSTAMP")),
        comment=_CONTROL.sub("", _text(_first(part.get("COMMENT"))))[:2000].strip(),
    )
    everybody = _many(part.get("ATTENDEE"))
    if not everybody:
        return answer
    # An ATTENDEE without a usable address still says what was answered: then From says who.
    attendees = [a for a in everybody if address_of(a)] or everybody
    chosen = next((a for a in attendees if sender and address_of(a) == sender), attendees[0])
    addresses = (address_of(a) for a in attendees)
    return _with_attendee(answer, chosen, tuple(dict.fromkeys(a for a in addresses if a)))


def _with_attendee(answer: CalendarAnswer, who: Any, everybody: tuple[str, ...]) -> CalendarAnswer:
    word = _parameter(who, "PARTSTAT").upper()
    return replace(
        answer,
        attendee=address_of(who),
        attendees=everybody,
        sent_by=normal_address(_parameter(who, "SENT-BY")),
        partstat=PartStat(word) if word in set(PartStat) else None,
        partstat_word=word,
        delegated_to=normal_address(_parameter(who, "DELEGATED-TO")),
        party=1 + max(0, min(_whole(_parameter(who, "X-NUM-GUESTS")), 99)),
    )


def _lost_something(answer: CalendarAnswer, text: str) -> bool:
    """Whether the first pass dropped a line that decides."""
    upper = text.upper()
    return bool(
        (not answer.uid and "UID" in upper)
        or (not answer.attendees and not answer.partstat_word and "ATTENDEE" in upper)
        or (not answer.method and "METHOD" in upper)
        or (answer.dtstamp is None and "DTSTAMP" in upper)
    )


def address_of(who: Any) -> str:
    """The normalised address of an ATTENDEE: EMAIL= where the value is no address."""
    address = normal_address(_text(who))
    return address if "@" in address else normal_address(_parameter(who, "EMAIL"))


def normal_address(value: str) -> str:
    """'MAILTO:%3CIvan@Example.org%3E' → 'ivan@example.org'; '' when there is no address in it."""
    text = _CONTROL.sub("", value).strip().strip("\"'")
    text = re.sub(r"^\s*<?\s*mailto\s*:", "", text, flags=re.IGNORECASE)
    text = unquote(text).split("?", 1)[0].strip().strip("<>\"' ").strip()
    return text.casefold() if re.fullmatch(r"[^@\s]+@[^@\s]+", text) else ""


def _text(value: Any) -> str:
    """A property as text. A broken one keeps its raw text in `str()`."""
    return "" if value is None else str(_first(value))


def _first(value: Any) -> Any:
    return value[0] if isinstance(value, list) and value else value


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _parameter(who: Any, name: str) -> str:
    return str(_first(getattr(who, "params", {}).get(name, "")))


def _whole(value: Any) -> int:
    """A number of ours, 0 where it is none; never more than the database holds."""
    digits = re.fullmatch(r"\s*(\d{1,19})\s*", _text(value))
    return min(int(digits.group(1)), _MAX_INT) if digits else 0


def _moment(value: Any) -> datetime | None:
    """DTSTAMP in UTC (RFC 5545 §3.8.7.2); a date alone or a broken value is none."""
    try:
        found = getattr(_first(value), "dt", None)
        if not isinstance(found, datetime):
            return None
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except Exception:  # noqa: BLE001 broken properties raise their own errors; year 1 overflows
        return None
