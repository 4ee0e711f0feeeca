"""Promises typed into a note become lines of the ledger: '!обещал прислать каталог до пт'.

A line that begins with '!', or the rest of a line after a '!' that stands before a word, is a
promise. It always gets a day: the one that was typed, or one that is proposed and shown as
such before anything is saved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from vipdesk.clients.typed_days import find_when
from vipdesk.clients.typed_hours import EVENING
from vipdesk.wording import Say, say

_MARK = re.compile(r"(?:^|(?<=\s))!\s?(?=[^\W_]|[«\"(])")
# The end of a sentence: a full stop before a capital, but for initials and short titles.
_STOP = re.compile(r"(?<!\bг)(?<!\bул)(?<!\bДр)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bSt)"
                   r"(?<!\b\w)[.;!?]\s+(?=[A-ZА-ЯЁ])")  # fmt: skip
_SAID = re.compile(
    r"^(?:(?:я|мы|i|we)\s+)?(?:по)?(?:обеща(?:л|ла|ли|ю|ем|но)|promised?|will|i’ll|i'll|we’ll|we'll)"
    r"(?:\s*[:,–—-]\s*|\s+)(?:(?:ему|ей|им|him|her|them)\s+)?(?:(?:что|to|that)\s+)?",
    re.IGNORECASE,
)
LONGEST = 500  # characters of one promise
MOST = 10  # promises of one note


@dataclass(frozen=True, slots=True)
class TypedPromise:
    """A promise as it would be saved. `due_at`: UTC, always ahead of now.

    `proposed`: no day was typed (or it is over), this one is ours. `doubt`: what else the
    words may mean.
    """

    text: str
    due_at: datetime
    proposed: bool = False
    doubt: Say | None = None


def read_promises(note: str, now: datetime, place: tzinfo) -> tuple[TypedPromise, ...]:
    """The promises in a note, in order. now: UTC; `place`: whose clock the days are of."""
    found = (_promise(words, now, place) for words in _marked(note))
    return tuple(p for p in found if p is not None)[:MOST]


def proposed_due(now: datetime, place: tzinfo) -> datetime:
    """Where no day was said: the end of the next working day. UTC."""
    local = now.astimezone(place)
    day = local.date() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    return datetime.combine(day, EVENING, place).astimezone(now.tzinfo)


def _marked(note: str) -> list[str]:
    """The words after each mark, up to the next one, the end of the sentence or of the line."""
    found: list[str] = []
    for line in note.splitlines():
        marks = list(_MARK.finditer(line))
        ends = [m.start() for m in marks[1:]] + [len(line)]
        for mark, end in zip(marks, ends, strict=False):
            found.append(_STOP.split(line[mark.end() : end], maxsplit=1)[0])
    return found


def _promise(words: str, now: datetime, place: tzinfo) -> TypedPromise | None:
    words = _SAID.sub("", words.strip()).strip()
    if not words:
        return None
    when = find_when(words, now, place)
    if when is None:
        return TypedPromise(_tidy(words), proposed_due(now, place), proposed=True)
    text = _tidy(_SAID.sub("", when.rest) or words)
    if when.passed:
        passed = say("That day has passed.")
        return TypedPromise(text, proposed_due(now, place), proposed=True, doubt=passed)
    return TypedPromise(text, when.at, doubt=when.doubt)


def _tidy(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;:–—-.!")
    return text[:1].upper() + text[1:LONGEST]
