"""What a first reply must hold and must not say, checked while it is typed. Pure.

A block keeps the letter from leaving; a warning only asks. The four items are the name of
the owner, a direct contact, the number and the date of the answer.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from vipdesk.complaints import stems
from vipdesk.complaints.first_reply import (
    ReplyFields,
    Writer,
    fragments_of,
    said_date,
    said_time,
)
from vipdesk.complaints.letter_engine import LEAST_OPTIONS, LetterFields
from vipdesk.complaints.offered import distinct
from vipdesk.wording import Lang, Say, say

MIRROR_WORDS = 6
OWN = 3  # words of a part that the author writes
_ALL_ITEMS = frozenset({"owner", "contact", "number", "date"})
MIRROR_STEMS = 2
LONG_LETTER = {Lang.RU: 120, Lang.EN: 150}  # English needs its articles
LONG_SENTENCE = 25
SHINGLE = 5
CANNED_WARN, CANNED_BLOCK = 0.5, 0.7

_PLACEHOLDER = re.compile(r"[{}%\[\]|]|\bNone\b|\bnull\b|\bTODO\b|\bXXX\b|_{3,}")
_PER_CENT = re.compile(r"(?<=\d)[ \u00a0]?%")  # a figure, not a place nobody filled
_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZА-ЯЁ«\"])|\n+")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]{2,}")


class Level(StrEnum):
    """A block keeps the letter here; a warning asks."""

    BLOCK = "block"
    WARN = "warn"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found; `code` is stable, `say` is for the author."""

    level: Level
    code: str
    say: Say


@dataclass(frozen=True, slots=True)
class Items:
    """The four items every first reply holds."""

    owner: bool
    contact: bool
    number: bool
    date: bool

    @property
    def all(self) -> bool:
        """All four."""
        return self.owner and self.contact and self.number and self.date


@dataclass(frozen=True, slots=True)
class Lint:
    """What was found in a letter, and how long it is."""

    items: Items
    findings: tuple[Finding, ...]
    words: int

    @property
    def blocks(self) -> tuple[Finding, ...]:
        """What keeps it from leaving."""
        return tuple(f for f in self.findings if f.level is Level.BLOCK)


def plain(text: str) -> str:
    """A text as it is compared: small letters, ё as е, one kind of space and hyphen."""
    text = text.replace("\u2011", "-").replace("\u00a0", " ").replace("\u202f", " ")
    return " ".join(text.casefold().replace("ё", "е").split())


def word_count(text: str) -> int:
    """How many words a person counts; figures are not words."""
    return len(_WORD.findall(text))


def items_in(body: str, fields: ReplyFields) -> Items:
    """Which of the four items stand in a letter."""
    text = plain(body)
    return Items(
        owner=bool(fields.writer.name) and plain(fields.writer.name) in text,
        contact=_has_contact(text, fields.writer),
        number=bool(fields.number) and plain(fields.number) in text,
        date=_has_date(text, fields),
    )


def _has_contact(text: str, writer: Writer) -> bool:
    contact = plain(writer.contact)
    if "@" in contact:
        return contact in text
    digits = re.sub(r"\D", "", contact)
    return bool(digits) and digits in re.sub(r"[^\d+]", "", text)


def _has_date(text: str, fields: ReplyFields) -> bool:
    at, lang = fields.promise_at, fields.lang
    said = plain(said_date(at, fields.city, lang))
    if said in text:
        return True
    weekday, rest = re.split(r"[,\s]+", said, maxsplit=1)
    day = " ".join(re.split(r"[,\s]+", rest)[:2])
    month = day.split()[1]
    days = {day, f"{month} {at.day}"} if lang is Lang.EN else {day}
    times = {f"{at:%H:%M}", f"{at.hour}:{at:%M}"}
    if lang is Lang.EN:
        times.add(plain(said_time(at)))
    return (
        weekday[:4] in text
        and any(_stands(d, text) for d in days)
        and any(_stands(t, text) for t in times)
        and plain(fields.city) in text
    )


def _stands(what: str, text: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(what)}(?!\d)", text) is not None


def check(
    body: str, fields: ReplyFields, *, promise_fault: Say | None = None, earlier: Iterable[str] = ()
) -> Lint:
    """All that is to be said about a letter. `earlier`: bodies of the last letters sent."""
    items = items_in(body, fields)
    found = [
        *_item_findings(items, _ALL_ITEMS),
        *mirror_findings(fields),
        *_safety(body, fields, promise_fault),
        *_amounts(body, fields),
        *_style(body, fields, LONG_LETTER[fields.lang]),
        *_canned(body, fields, earlier),
        *_lawyer(body, fields),  # last: what is read must be finished
    ]
    return _sorted(items, found, body)


def _sorted(items: Items, found: Iterable[Finding], body: str) -> Lint:
    order = sorted(found, key=lambda f: f.level is Level.WARN)
    return Lint(items, tuple(order), word_count(body))


def check_letter(
    body: str,
    letter: LetterFields,
    *,
    promise_fault: Say | None = None,
    earlier: Iterable[str] = (),
) -> Lint:
    """The same for a letter after the first reply: its own items, parts and length."""
    fields = replace(letter.reply, mirror=letter.typed.get("mirror", ""))
    items, plan = items_in(body, fields), letter.plan
    long = plan.words if fields.lang is Lang.RU else plan.words * 5 // 4
    found = [
        *_unwritten(letter),
        *_item_findings(items, plan.items),
        *mirror_findings(fields),
        *_safety(_PER_CENT.sub("", body), fields, promise_fault),
        *_style(body, fields, long),
        *_canned(body, fields, earlier),
        *_lawyer(body, fields),  # last: what is read must be finished
    ]
    return _sorted(items, found, body)


def _unwritten(letter: LetterFields) -> Iterable[Finding]:
    """Parts that only the author can write, and did not."""
    for part in letter.plan.typed:
        if part.name == "options":
            if len(distinct(letter.options)) < LEAST_OPTIONS:
                yield Finding(
                    Level.BLOCK, "options", say("Offer at least two things to choose from.")
                )
        elif part.name != "mirror" and len(stems.tokens(letter.typed.get(part.name, ""))) < OWN:
            yield Finding(
                Level.BLOCK, part.name, say("Still to be written: {part}.", part=part.label)
            )


def _item_findings(items: Items, needed: frozenset[str]) -> Iterable[Finding]:
    wanted = (
        (items.owner, "owner", say("Your name and surname are missing in the letter.")),
        (items.contact, "contact", say("Your direct contact is missing in the letter.")),
        (items.number, "number", say("The number of the complaint is missing in the letter.")),
        (
            items.date,
            "date",
            say("The day, hour and city of the answer are missing in the letter."),
        ),
    )
    return (
        Finding(Level.BLOCK, code, sentence)
        for good, code, sentence in wanted
        if not good and code in needed
    )


def mirror_findings(fields: ReplyFields) -> Iterable[Finding]:
    """The sentence that says what happened in the client's own terms (CP-16)."""
    count = len(stems.tokens(fields.mirror))
    if count < MIRROR_WORDS:
        yield Finding(
            Level.BLOCK, "mirror_short",
            say("Say in your own sentence of six words or more what happened to the client."),
        )  # fmt: skip
        return
    cyrillic = fields.lang is Lang.RU
    theirs = frozenset(
        s for s in stems.content_stems(fields.client_words) if stems.is_cyrillic(s) == cyrillic
    )
    if len(theirs) < MIRROR_STEMS:
        yield Finding(
            Level.WARN, "mirror_language",
            say("The client’s words are in another language: check that yours say the same."),
        )  # fmt: skip
    elif len(theirs & stems.content_stems(fields.mirror)) < MIRROR_STEMS:
        yield Finding(
            Level.BLOCK, "mirror_far",
            say("Use the client’s own words in that sentence: at least two of them."),
        )  # fmt: skip


def digest(body: str) -> str:
    """What tells one text of a letter from another; spaces and breaks do not count."""
    return hashlib.sha256(" ".join(body.split()).encode()).hexdigest()


def _safety(body: str, fields: ReplyFields, promise_fault: Say | None) -> Iterable[Finding]:
    text, rules = plain(body), fragments_of(fields.lang)
    if not body.strip():
        yield Finding(Level.BLOCK, "empty", say("The letter is empty."))
    if _PLACEHOLDER.search(body):
        yield Finding(
            Level.BLOCK, "placeholder", say("Something was left unfilled: look for brackets.")
        )
    if promise_fault is not None:
        yield Finding(Level.BLOCK, "promise", promise_fault)
    for phrase in rules.forbidden:
        if plain(phrase) in text:
            yield Finding(
                Level.BLOCK,
                "forbidden",
                say("Say it in your own words instead of “{phrase}”.", phrase=phrase),
            )
    if fields.lang is Lang.EN and _CYRILLIC.search(body):
        yield Finding(
            Level.WARN, "cyrillic", say("Cyrillic letters are left in the English letter.")
        )


def _lawyer(body: str, fields: ReplyFields) -> Iterable[Finding]:
    if fields.careful and digest(body) not in fields.read_by_lawyer:
        yield Finding(
            Level.BLOCK,
            "lawyer",
            say("A court, the press or leaving came up: let a lawyer read this."),
        )


def _amounts(body: str, fields: ReplyFields) -> Iterable[Finding]:
    if re.search(fragments_of(fields.lang).warn["amount"], plain(body)):
        yield Finding(Level.BLOCK, "amount", say("No sums of money in the first reply."))


def _style(body: str, fields: ReplyFields, longest: int) -> Iterable[Finding]:
    text, rules = plain(body), fragments_of(fields.lang).warn
    if _contrast_after_apology(text, rules["apology"], rules["contrast"]):
        yield Finding(Level.WARN, "contrast", say("A “but” after an apology takes it back."))
    if re.search(rules["understanding"], text):
        yield Finding(
            Level.WARN,
            "understanding",
            say("Show that you listened, do not say that you understand."),
        )
    if re.search(rules["passive"], text):
        yield Finding(Level.WARN, "passive", say("Say who did it: the passive voice hides people."))
    mine, ours = len(re.findall(rules["first_person"], text)), len(re.findall(rules["we"], text))
    if not mine:
        yield Finding(Level.WARN, "no_person", say("Nobody speaks here: say “I”."))
    elif ours > mine:
        yield Finding(Level.WARN, "we", say("More “we” than “I”: it sounds like an office."))
    words = word_count(body)
    if words > longest:
        yield Finding(Level.WARN, "long", say("{n} words: too long for this letter.", n=words))
    if max((word_count(s) for s in _SENTENCE_END.split(body)), default=0) > LONG_SENTENCE:
        yield Finding(Level.WARN, "long_sentence", say("One sentence is longer than 25 words."))
    if fields.client_words and not stems.content_stems(body) & stems.content_stems(
        fields.client_words
    ):
        yield Finding(Level.WARN, "abstract", say("Nothing the client told you is in the letter."))


def _contrast_after_apology(text: str, apology: str, contrast: str) -> bool:
    for found in re.finditer(apology, text):
        after = re.split(r"(?<=[.!?…])\s", text[found.end() :], maxsplit=2)
        if re.search(contrast, after[0]) or (len(after) > 1 and re.match(contrast, after[1])):
            return True
    return False


def _canned(body: str, fields: ReplyFields, earlier: Iterable[str]) -> Iterable[Finding]:
    closest = max((likeness(body, other, fields) for other in earlier), default=0.0)
    if closest > CANNED_BLOCK:
        yield Finding(
            Level.BLOCK, "canned", say("Nearly the same letter went out before: write a new one.")
        )
    elif closest > CANNED_WARN:
        yield Finding(Level.WARN, "canned", say("A letter much like this one went out before."))


def likeness(body: str, other: str, fields: ReplyFields) -> float:
    """How alike two letters are: Jaccard over runs of five words, the contact block left out."""
    mine, theirs = _shingles(body, fields.writer), _shingles(other, fields.writer)
    if not mine or not theirs:
        return 0.0
    return len(mine & theirs) / len(mine | theirs)


def _shingles(body: str, writer: Writer) -> frozenset[tuple[str, ...]]:
    words = [
        w
        for line in _SENTENCE_END.split(body)
        if not _has_contact(plain(line), writer)
        for w in stems.tokens(line)
    ]
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
