"""Letters after the first reply, put together without a language model. Pure.

One draft makes the mail, the letter, the short message and what is said on the phone. Parts are
picked by a hash of client and slot; what the client got within a year is left out. The author's
own sentences are typed, never made up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from itertools import pairwise

from vipdesk.complaints import first_reply
from vipdesk.complaints.first_reply import Fragment, ReplyFields, as_sentence
from vipdesk.complaints.letter_kinds import PLANS, LetterKind, LetterPlan
from vipdesk.paths import resources
from vipdesk.wording import Lang, Say, say

ONE_SMS, ONE_SMS_LATIN = 70, 160
LEAST_OPTIONS = 2
_FROM_FIRST = frozenset({"thanks", "signoff"})  # said as in the first reply
_ANY = frozenset({"greeting", "reach", "number"})
_GSM = re.compile(r"[\x20-\x5f\x61-\x7e\n£¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà]*")
_DAYS = {
    Lang.RU: ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    Lang.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_EN_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class LetterFragments:
    """The wordings of one language: by kind and slot."""

    version: str
    outside: str
    parts: Mapping[str, Mapping[str, tuple[Fragment, ...]]]


@cache
def wordings_of(lang: Lang) -> LetterFragments:
    """The wordings of a language, read once from resources/letters."""
    path = resources() / "letters" / f"letters_{lang}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    parts = {
        kind: {
            slot: tuple(Fragment(x["id"], x["for"], x["text"]) for x in found)
            for slot, found in slots.items()
        }
        for kind, slots in raw.items()
        if isinstance(slots, dict)
    }
    return LetterFragments(raw["version"], raw["outside"], parts)


@dataclass(frozen=True, slots=True)
class LetterFields:
    """What a letter is made of: who writes to whom, and what the author typed by slot.

    `reply.promise_at` is the date that is said: the open promise, or the new one. was: the date
    promised before, aware, in the client's zone; broken: it has passed. `typed['options']` has
    one option a line. outside: where else the client may turn; empty: as the language says.
    """

    kind: LetterKind
    reply: ReplyFields
    typed: Mapping[str, str] = field(default_factory=dict)
    was: datetime | None = None
    broken: bool = False
    outside: str = ""

    @property
    def plan(self) -> LetterPlan:
        """What this kind holds."""
        return PLANS[self.kind]

    @property
    def options(self) -> tuple[str, ...]:
        """What the client may choose from."""
        lines = (line.strip(" –—-•\t;.") for line in self.typed.get("options", "").splitlines())
        return tuple(line for line in lines if line)


@dataclass(frozen=True, slots=True)
class Draft:
    """A letter put together. `parts`: its slots in order; `slots`: wordings used; `missing`."""

    body: str
    parts: Mapping[str, str]
    slots: Mapping[str, str]
    missing: tuple[str, ...] = ()


def compose(fields: LetterFields) -> Draft:
    """The letter. An empty slot is named in `missing`, never filled silently."""
    parts: dict[str, str] = {}
    chosen: dict[str, str] = {}
    missing: list[str] = []
    for slot in (name for paragraph in fields.plan.paragraphs for name in paragraph):
        if slot in fields.plan.names:
            text: str | None = _typed(fields, slot)
        else:
            fragment = _picked(fields, slot)
            text = None if fragment is None else _filled(fields, fragment.text)
            if fragment is not None and text is not None:
                chosen[_key(fields.kind, slot)] = fragment.id
        if text:
            parts[slot] = text
        else:
            missing.append(slot)
    body = "\n\n".join(
        _joined([parts[s] for s in paragraph if s in parts])
        for paragraph in fields.plan.paragraphs
        if any(s in parts for s in paragraph)
    )
    return Draft(body, parts, chosen, tuple(missing))


def _joined(texts: list[str]) -> str:
    """Sentences after one another; a list stands on lines of its own."""
    joined = texts[0]
    for before, text in pairwise(texts):
        apart = text.startswith("– ") or before.startswith("– ")
        joined += ("\n" if apart else " ") + text
    return joined


def _typed(fields: LetterFields, slot: str) -> str:
    if slot != "options":
        return as_sentence(fields.typed.get(slot, ""))
    if len(fields.options) < LEAST_OPTIONS:
        return ""
    *first, last = fields.options
    return "\n".join([*(f"– {option};" for option in first), f"– {last}."])


def _key(kind: LetterKind, slot: str) -> str:
    """The slot's name among what a client got: shared slots have one for all kinds."""
    return slot if slot in _FROM_FIRST | _ANY else f"{kind}.{slot}"


def _picked(fields: LetterFields, slot: str) -> Fragment | None:
    reply = fields.reply
    values = _values(fields)
    return first_reply.choose(reply, _key(fields.kind, slot), _wordings(fields, slot), values)


def _wordings(fields: LetterFields, slot: str) -> tuple[Fragment, ...]:
    if slot in _FROM_FIRST:
        return first_reply.fragments_of(fields.reply.lang).slots[slot]
    parts = wordings_of(fields.reply.lang).parts
    if slot in _ANY:
        return parts["any"][slot]
    if slot == "regret":
        return parts["answer"]["regret_careful" if fields.reply.careful else "regret"]
    if slot == "slip" and fields.broken:
        slot = "slip_broken"
    return parts[fields.kind][slot]


def _filled(fields: LetterFields, text: str) -> str | None:
    return first_reply.filled(text, fields.reply, _values(fields))


def _values(fields: LetterFields) -> dict[str, str]:
    reply = fields.reply
    was = fields.was
    return first_reply.values_of(reply) | {
        "was": first_reply.said_date(was, reply.city, reply.lang) if was else "",
        "outside": fields.outside.strip() or wordings_of(reply.lang).outside,
    }


# The short message ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sms:
    """A short message. `limit`: how many signs one has in these letters."""

    text: str
    limit: int
    fragment: str

    @property
    def fits(self) -> bool:
        """Whether it is one message."""
        return len(self.text) <= self.limit


def sms_limit(text: str) -> int:
    """160 signs of the basic alphabet, 70 of any other."""
    return ONE_SMS_LATIN if _GSM.fullmatch(text) else ONE_SMS


def sms_of(kind: LetterKind, reply: ReplyFields) -> Sms | None:
    """The same in one short message; a wording that fits is preferred, else the shortest.

    It does not say what it is about: a locked phone shows it to anybody.
    """
    values = first_reply.values_of(reply) | {
        "short_by": _short(reply), "phone": re.sub(r"[\s()\-]", "", reply.writer.contact),
    }  # fmt: skip
    values["number"] = reply.number
    found = wordings_of(reply.lang).parts["sms"][kind]
    made = {f.id: first_reply.filled(f.text, reply, values) for f in found}
    fit = [f for f in found if (t := made[f.id]) is not None and len(t) <= sms_limit(t)]
    if not fit:
        fit = sorted((f for f in found if made[f.id]), key=lambda f: len(made[f.id] or ""))[:1]
    fragment = first_reply.choose(reply, f"{kind}.sms", fit, values)
    if fragment is None:
        return None
    text = made[fragment.id] or ""
    return Sms(text, sms_limit(text), fragment.id)


def _short(reply: ReplyFields) -> str:
    """'чт 26.11 15:00 МСК'; 'Thu 26 Nov 3 p.m. Moscow time'."""
    at = reply.promise_at
    day = _DAYS[reply.lang][at.weekday()]
    moscow = str(at.tzinfo) == "Europe/Moscow"
    if reply.lang is Lang.RU:
        return f"{day} {at:%d.%m} {at:%H:%M} {'МСК' if moscow else reply.city}"
    hour = first_reply.said_time(at).replace(first_reply.NBSP, " ")
    return f"{day} {at.day} {_EN_MONTHS[at.month - 1]} {hour} {reply.city} time"


# On the phone -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """What to say; `cue`: what to do while saying it."""

    cue: Say
    text: str


_OPENS = say("Ask whether it suits")
_SAYS = say("Say it")
_CUES = {
    "mirror": say("Say what happened, then wait: let the client speak"),
    "regret": say("Slowly"),
    "why": say("Plain words, no defence"),
    "position": say("Calmly, once"),
    "options": say("Read one at a time"),
    "by": say("Say the date twice"),
    "next": say("Say the date twice"),
    "newdate": say("Say the date twice"),
    "still": say("Say the date twice"),
    "number": say("Sign by sign; offer to send it"),
    "ask": say("Wait for the answer"),
    "ease": say("One to seven, seven is easy"),
    "choice": say("Wait for the answer"),
    "agree": say("Wait for the answer"),
}
_NOT_SPOKEN = frozenset({"greeting", "signoff"})


def script_of(reply: ReplyFields, parts: Mapping[str, str]) -> tuple[ScriptLine, ...]:
    """The draft as it is said on the phone: its parts, with what to do between them."""
    values = first_reply.values_of(reply) | {"number": spelled(reply.number)}
    said = wordings_of(reply.lang).parts["script"]
    lines: list[ScriptLine] = []
    for slot, cue in (("open", _OPENS), ("", _SAYS), ("close", _SAYS)):
        if not slot:
            for name, text in parts.items():
                if name not in _NOT_SPOKEN:
                    _add(lines, _CUES.get(name), text.replace(_number(reply), values["number"]))
            continue
        fragment = first_reply.choose(reply, f"script.{slot}", said[slot], values)
        said_now = first_reply.filled(fragment.text, reply, values) if fragment else None
        if said_now:
            lines.append(ScriptLine(cue, said_now))
    return tuple(lines)


def _add(lines: list[ScriptLine], cue: Say | None, text: str) -> None:
    """A part that needs no cue is said on under the one before, but not under a pause."""
    last = lines[-1] if lines else None
    if cue is None and last is not None and last.cue is _SAYS:
        lines[-1] = ScriptLine(last.cue, f"{last.text} {text}")
    else:
        lines.append(ScriptLine(cue or _SAYS, text))


def _number(reply: ReplyFields) -> str:
    return reply.number.replace("-", "\u2011")


def spelled(number: str) -> str:
    """'K, 7, Q, F, 4, 2': a number as it is dictated."""
    return ", ".join(c for c in number if c.isalnum())
