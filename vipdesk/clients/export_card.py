"""A client as a vCard: 4.0 (RFC 6350), or 3.0 (RFC 2426) for telephones and older programs.

What 3.0 has no word for is written as its makers do: a birthday without a year as Apple does
(the leap year 1604, said to be left out), a messenger as IMPP with its service (RFC 4770).
The wedding is ANNIVERSARY (RFC 6350 §6.2.6), X-ANNIVERSARY in 3.0; other days are X-ABDATE with
a label, as Apple's address book and its neighbours show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vipdesk.clients.export import scheme
from vipdesk.clients.names import display_name
from vipdesk.vocabulary import ContactKind, DayKind, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vipdesk.access.exports import Mark
    from vipdesk.clients.export import Day, Exported, Point
    from vipdesk.wording import Words


def card(p: Exported, mark: Mark, words: Words, *, old: bool) -> str:
    """One card with its watermark. `old`: version 3.0."""
    n = p.name
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0" if old else "VERSION:4.0",
        "PRODID:-//VIP Desk//Export//EN",
        f"UID:urn:uuid:{p.id}",
        f"FN:{_text(display_name(n, words.lang))}",
        "N:" + ";".join(_text(part) for part in (n.surname, n.given, n.patronymic, n.title, "")),
    ]
    optional = (
        ("X-LATIN-NAME", n.latin_name),
        ("ORG", p.company),
        ("TITLE", p.position),
    )
    lines += [f"{name}:{_text(value)}" for name, value in optional if value]
    if p.birthday:
        lines.append(_birthday(p.birthday, old=old))
    lines += _days(p.days, words, old=old)
    lines += [(_old_point if old else _point)(point, p.city) for point in p.points]
    lines.append(f"X-VIPDESK-EXPORT:{_text(words(mark.said()))}")
    lines.append("END:VCARD")
    return "".join(_fold(line) for line in lines)


def _birthday(day: str, *, old: bool) -> str:
    """From 'YYYY-MM-DD' or '--MM-DD'."""
    if day.startswith("--"):
        if old:
            return f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{day[2:]}"
        return "BDAY:--" + day[2:].replace("-", "")
    return f"BDAY:{day}" if old else "BDAY:" + day.replace("-", "")


def _days(days: Sequence[Day], words: Words, *, old: bool) -> list[str]:
    """The first wedding without words of its own by its own name, the others with a label."""
    lines: list[str] = []
    plain = next((d for d in days if d.kind is DayKind.WEDDING and not d.title), None)
    for number, day in enumerate(days, 1):
        date, omit = _date(day, old=old)
        if not date:
            continue
        if day is plain:
            lines.append(("X-ANNIVERSARY" if old else "ANNIVERSARY") + f"{omit}:{date}")
            continue
        # Read back as it was: the label alone would not tell what kind of day it is.
        ours = f";X-VIPDESK-DAY={day.kind}" + ("" if day.title else ";X-VIPDESK-UNTITLED=1")
        lines.append(f"item{number}.X-ABDATE{omit}{ours}:{date}")
        lines.append(f"item{number}.X-ABLABEL:{_text(day.title or words(label(day.kind)))}")
    return lines


def _date(day: Day, *, old: bool) -> tuple[str, str]:
    """(value, parameter that leaves out the year): '1996-04-15', '--0415', '1996-04', '1996'."""
    if day.year and not day.month:
        return f"{day.year:04}", ""
    if day.month and not day.day:
        return (f"{day.year:04}-{day.month:02}" if day.year else f"--{day.month:02}"), ""
    if not day.month or not day.day:
        return "", ""
    if day.year:
        between = "-" if old else ""
        return f"{day.year:04}{between}{day.month:02}{between}{day.day:02}", ""
    if old:
        return f"1604-{day.month:02}-{day.day:02}", ";X-APPLE-OMIT-YEAR=1604"
    return f"--{day.month:02}{day.day:02}", ""


def _point(point: Point, city: str) -> str:
    pref = ";PREF=1" if point.preferred else ""
    if point.kind is ContactKind.PHONE:
        if point.value.startswith("+"):
            return f"TEL;VALUE=uri{pref}:tel:{point.value.replace(' ', '')}"
        return f"TEL;VALUE=text{pref}:{_text(point.value)}"
    if point.kind is ContactKind.EMAIL:
        return f"EMAIL{pref}:{_text(point.value)}"
    if point.kind is ContactKind.MESSENGER:
        return f"IMPP{pref}:{scheme(point.label)}:{_text(point.value)}"
    return f"ADR{pref}:;;{_text(point.value)};{_text(_city_apart(point.value, city))};;;"


def _old_point(point: Point, city: str) -> str:
    pref = ",PREF" if point.preferred else ""
    if point.kind is ContactKind.PHONE:
        return f"TEL;TYPE=VOICE{pref}:{_text(point.value)}"
    if point.kind is ContactKind.EMAIL:
        return f"EMAIL;TYPE=INTERNET{pref}:{_text(point.value)}"
    if point.kind is ContactKind.MESSENGER:
        service = scheme(point.label)
        return f"IMPP;X-SERVICE-TYPE={service}:{service}:{_text(point.value)}"
    kind = f";TYPE={pref[1:]}" if pref else ""
    return f"ADR{kind}:;;{_text(point.value)};{_text(_city_apart(point.value, city))};;;"


def _city_apart(address: str, city: str) -> str:
    """The city in its own place, unless the address says it already."""
    return "" if city in address else city


def _text(value: str) -> str:
    """Escaped as a text value (RFC 6350 §3.4)."""
    plain = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _fold(line: str) -> str:
    """At most 75 octets a line, never inside a letter (RFC 6350 §3.2)."""
    parts: list[str] = []
    part, size = "", 0
    for letter in line:
        width = len(letter.encode())
        if size + width > 75:
            parts.append(part)
            part, size = " ", 1
        part, size = part + letter, size + width
    return "\r\n".join([*parts, part]) + "\r\n"
