"""Contact points out of a file's text: phone, e-mail, messenger, address."""

from __future__ import annotations

import re

from vipdesk.clients.incoming import IncomingPoint, one_line
from vipdesk.clients.phones import digits_of, is_mangled, to_e164
from vipdesk.vocabulary import ContactKind
from vipdesk.wording import Say, say

_EMAIL = re.compile(r"^[^\s@<>(),;:\"\\]+@[^\s@<>(),;:\"\\]+\.[^\s@<>(),;:\"\\.]{2,}$")
_ANGLE = re.compile(r"<([^<>]+@[^<>]+)>")
_FEWEST_DIGITS = 3
_EXTENSION = re.compile(r"(?:;ext=|,|доб\.?|ext\.?|x)\s*(\d{1,6})\s*$", re.IGNORECASE)

Read = tuple[IncomingPoint | None, Say | None]


def phone(text: str, *, label: str = "", preferred: bool = False, region: str = "RU") -> Read:
    """A phone. Numbers that are not valid are kept as they are, with a remark."""
    value = one_line(re.sub(r"^tel:", "", text.strip(), flags=re.IGNORECASE)).lstrip("'")
    value = value.partition(";phone-context")[0]
    if not value:
        return None, None
    if is_mangled(value):
        return None, say("“{text}”: a spreadsheet has cut this phone number. Left out.", text=value)
    extension = _EXTENSION.search(value)
    plain = value[: extension.start()] if extension else value
    number = to_e164(plain, region)
    if number is not None:
        shown = f"{number} ext. {extension[1]}" if extension else value
        return IncomingPoint(ContactKind.PHONE, shown[:80], number, label, preferred), None
    digits = digits_of(value)
    if len(digits) < _FEWEST_DIGITS:
        return None, say("“{text}” is not a phone number: left out.", text=value[:40])
    point = IncomingPoint(ContactKind.PHONE, value[:80], digits, label, preferred)
    return point, say("“{text}” is not a complete phone number.", text=value[:40])


def email(text: str, *, label: str = "", preferred: bool = False) -> Read:
    """An address; 'Name <a@b.ru>' and 'mailto:' are understood."""
    value = one_line(re.sub(r"^mailto:", "", text.strip(), flags=re.IGNORECASE))
    angle = _ANGLE.search(value)
    if angle:
        value = angle[1].strip()
    if not value:
        return None, None
    if not _EMAIL.match(value) or len(value) > 254:
        return None, say("“{text}” is not an e-mail address: left out.", text=value[:60])
    return IncomingPoint(ContactKind.EMAIL, value, value.lower(), label, preferred), None


def messenger(text: str, service: str = "") -> Read:
    """A messenger name: 'telegram:ivanov', 'xmpp:a@b', '@ivanov', a link to t.me."""
    value = one_line(text)
    scheme, colon, rest = value.partition(":")
    if colon and re.fullmatch(r"[a-z][a-z+.-]*", scheme, re.IGNORECASE):
        if scheme.lower() in {"http", "https"}:
            rest = value.rstrip("/").rpartition("/")[2]
        elif scheme.lower() != "x-apple":
            service = service or scheme
        value = rest.lstrip("/")
    if not value:
        return None, None
    label = (service or "messenger").lower()[:40]
    normalised = f"{label}:{value.lower().lstrip('@')}"
    return IncomingPoint(ContactKind.MESSENGER, value[:200], normalised[:250], label), None


def address(
    parts: tuple[str, ...], *, label: str = "", preferred: bool = False
) -> IncomingPoint | None:
    """A postal address from ADR's seven components, as it is written on a letter."""
    box, flat, street, city, region, code, country = parts
    region = "" if region == city else region
    value = ", ".join(p for p in (code, country, region, city, street, flat, box) if p)
    if not value:
        return None
    return IncomingPoint(ContactKind.ADDRESS, value[:500], value.casefold()[:500], label, preferred)


def unique(points: list[IncomingPoint]) -> tuple[IncomingPoint, ...]:
    """Each point once: two spellings of one number are one number."""
    kept: dict[tuple[ContactKind, str], IncomingPoint] = {}
    for point in points:
        kept.setdefault((point.kind, point.normalised), point)
    return tuple(kept.values())
