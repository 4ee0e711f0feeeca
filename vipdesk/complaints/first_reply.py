"""The first reply to a complaint, put together without a language model. Pure.

The order: address, what happened in the client's terms (typed by the author), responsibility
and regret, what I have done, what comes when, who I am and how to reach me, the number, one
choice, thanks, name. Parts are picked by a hash of client and slot, so that a redraw gives
the same letter and two clients get different ones; what this client got before is left out.
Russian needs no declension here: names stay in the nominative, weekdays are in the genitive.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from functools import cache
from pathlib import Path

from vipdesk.paths import resources
from vipdesk.vocabulary import Channel, Gender
from vipdesk.wording import Lang

NBSP = "\u00a0"
_PLACE = re.compile(r"\{(\w+)\}")
_BY_GENDER = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
_PARAGRAPHS = (
    ("greeting",),
    ("mirror", "regret", "done"),
    ("next", "who", "deputy", "number"),
    ("choice", "thanks"),
    ("signoff",),
)

_WEEKDAYS = {
    Lang.RU: ("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья"),
    Lang.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    Lang.RU: (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    Lang.EN: (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fragment:
    """One wording of one part of the letter."""

    id: str
    formalities: str
    text: str


@dataclass(frozen=True, slots=True)
class Fragments:
    """The wordings of one language, and what its letters are checked against."""

    version: str
    lang: Lang
    slots: Mapping[str, tuple[Fragment, ...]]
    reach: Mapping[str, str]
    forbidden: tuple[str, ...]
    warn: Mapping[str, str]


def read_fragments(path: Path) -> Fragments:
    """The wordings from their TOML file."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    slots = {
        slot: tuple(Fragment(x["id"], x["for"], x["text"]) for x in parts)
        for slot, parts in raw.items()
        if isinstance(parts, list)
    }
    return Fragments(
        raw["version"], Lang(raw["lang"]), slots, raw["reach"],
        tuple(raw["forbidden"]["phrases"]), raw["warn"],
    )  # fmt: skip


@cache
def fragments_of(lang: Lang) -> Fragments:
    """The wordings of a language, read once from resources/letters."""
    return read_fragments(resources() / "letters" / f"first_reply_{lang}.toml")


@dataclass(frozen=True, slots=True)
class Writer:
    """The owner of the case as the letter shows one. `contact` is the direct phone or address."""

    name: str
    first: str
    gender: Gender | None
    contact: str
    hours: str


@dataclass(frozen=True, slots=True)
class ReplyFields:
    """What the letter is made of. `mirror` is typed by the author; `done` may be.

    promise_at: aware, in the zone the client reads; city: that zone's city in the letter's
    language. used: ids ('slot:id') this client got in the last twelve months. careful: a
    court, the press or leaving was mentioned; read_by_lawyer: digests of texts a lawyer read.
    """

    lang: Lang
    formality: int
    client_key: str
    address: str
    client_gender: Gender | None
    writer: Writer
    number: str
    promise_at: datetime
    city: str
    reach_by: Channel
    mirror: str = ""
    done: str = ""
    deputy: Writer | None = None
    careful: bool = False
    read_by_lawyer: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    client_words: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """A letter put together: its text, the wordings used, and the slots still empty."""

    body: str
    slots: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)


def compose(fields: ReplyFields) -> Reply:
    """The letter. An empty slot is named in `missing`, never filled silently."""
    parts: dict[str, str] = {}
    chosen: dict[str, str] = {}
    missing: list[str] = []
    for slot in (name for paragraph in _PARAGRAPHS for name in paragraph):
        if slot == "deputy" and fields.deputy is None:
            continue
        if slot in ("mirror", "done") and (own := as_sentence(getattr(fields, slot))):
            parts[slot] = own
        elif slot == "mirror":
            missing.append(slot)
        else:
            fragment = pick(fields, slot)
            text = None if fragment is None else filled(fragment.text, fields, values_of(fields))
            if fragment is None or text is None:
                missing.append(slot)
                continue
            parts[slot], chosen[slot] = text, fragment.id
    body = "\n\n".join(
        " ".join(parts[s] for s in paragraph if s in parts)
        for paragraph in _PARAGRAPHS
        if any(s in parts for s in paragraph)
    )
    return Reply(body, chosen, tuple(missing), parts)


def pick(fields: ReplyFields, slot: str) -> Fragment | None:
    """The wording of a slot for this client: by hash, never one the client got before."""
    kind = "regret_careful" if slot == "regret" and fields.careful else slot
    return choose(fields, slot, fragments_of(fields.lang).slots[kind], values_of(fields))


def choose(
    fields: ReplyFields, slot: str, parts: Iterable[Fragment], values: Mapping[str, str]
) -> Fragment | None:
    """One of `parts` by a hash of client and slot; none that the client got within a year."""
    fit = [
        f
        for f in parts
        if str(fields.formality) in f.formalities and filled(f.text, fields, values) is not None
    ]
    fresh = [f for f in fit if f"{slot}:{f.id}" not in fields.used] or fit
    if not fresh:
        return None
    digest = hashlib.sha256(f"{fields.client_key}|{slot}".encode()).digest()
    return fresh[int.from_bytes(digest[:8]) % len(fresh)]


def filled(text: str, fields: ReplyFields, values: Mapping[str, str]) -> str | None:
    """A wording with its places filled; None when something for it is not known."""
    gender = fields.writer.gender
    if _BY_GENDER.search(text):
        if gender is None:
            return None
        text = _BY_GENDER.sub(lambda m: m.group(1 if gender is Gender.FEMALE else 2), text)
    if any(not values.get(name) for name in _PLACE.findall(text)):
        return None
    text = _PLACE.sub(lambda m: values[m.group(1)], text).replace("..", ".")  # '9 p.m..'
    return text[0].upper() + text[1:]


def values_of(fields: ReplyFields) -> dict[str, str]:
    """What stands in the places of a wording, by its name; an empty one is not known."""
    deputy = fields.deputy
    return {
        "address": fields.address,
        "dear": _dear(fields.client_gender),
        "by": said_date(fields.promise_at, fields.city, fields.lang),
        "reach": fragments_of(fields.lang).reach[fields.reach_by],
        "owner": fields.writer.name,
        "first": fields.writer.first,
        "contact": fields.writer.contact,
        "hours": said_hours(fields.writer.hours, fields.lang),
        "deputy": deputy.name if deputy else "",
        "deputy_contact": deputy.contact if deputy else "",
        "number": fields.number.replace("-", "\u2011"),
    }


def _dear(gender: Gender | None) -> str:
    if gender is None:
        return ""  # never guessed from a name
    return "Уважаемая" if gender is Gender.FEMALE else "Уважаемый"


def as_sentence(typed: str) -> str:
    """What the author typed as a sentence: capital letter, full stop."""
    text = " ".join(typed.split())
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".!?…" else text + "."


def said_date(at: datetime, city: str, lang: Lang) -> str:
    """'четверга, 26 ноября, 15:00 (Москва)'; 'Thursday 26 November, 3 p.m. Moscow time'."""
    weekday = _WEEKDAYS[lang][at.weekday()]
    month = _MONTHS[lang][at.month - 1]
    if lang is Lang.RU:
        return f"{weekday}, {at.day}{NBSP}{month}, {at:%H:%M} ({city})"
    return f"{weekday} {at.day}{NBSP}{month}, {said_time(at)} {city} time"


def said_time(at: datetime | time) -> str:
    """'3 p.m.', '3.30 p.m.', 'noon': British English."""
    if (at.hour, at.minute) in ((12, 0), (0, 0)):
        return "noon" if at.hour else "midnight"
    half = "a.m." if at.hour < 12 else "p.m."
    hour = at.hour % 12 or 12
    return f"{hour}.{at.minute:02}{NBSP}{half}" if at.minute else f"{hour}{NBSP}{half}"


def said_hours(hours: str, lang: Lang) -> str:
    """'09:00-21:00' as 'с 9 до 21' or '9 a.m. to 9 p.m.'; anything else as it was typed."""
    found = re.fullmatch(r"\s*(\d{1,2}):(\d\d)\s*[-–]\s*(\d{1,2}):(\d\d)\s*", hours)
    if found is None:
        return hours.strip()
    a, b, c, d = (int(x) for x in found.groups())
    if (a, b) == (0, 0) and (c, d) in ((24, 0), (0, 0), (23, 59)):
        return "круглосуточно" if lang is Lang.RU else "at any hour"
    if lang is Lang.RU:
        first = f"{a}" if not b else f"{a}:{b:02}"
        last = f"{c}" if not d else f"{c}:{d:02}"
        return f"с{NBSP}{first} до{NBSP}{last}"
    return f"{said_time(time(a, b))} to {said_time(time(c % 24, d))}"
