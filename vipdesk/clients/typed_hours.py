"""Hours of a day as people type them, in Russian and English: 'к 17:00', 'by 5 pm', 'утром'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

EVENING = time(18)  # the end of a working day: what 'by Friday' means
LATE, LAST_MINUTE = time(21), time(23, 59)
_MORNING, _NOON, _LUNCH, _AFTERNOON = time(10), time(12), time(13), time(15)
DEADLINE = "не позднее|не позже|самое позднее|до|к|ко|no later than|by|before|until|till|due"
LOOSE = "в течение|в|во|on|at|на|for|этим|this"
PREP = rf"(?:(?P<prep>{DEADLINE}|{LOOSE})\s+(?:the\s+|самого\s+)?)?"
DAY = "\0"  # what the words of the day are masked with


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour and where its words stand."""

    start: int
    end: int
    at: time
    other: time | None = None  # an hour of the other half of the day, if that was not said
    maybe_day: int = 0  # 'до 5': perhaps the 5th


_END_OF_DAY = (
    r"конц[ау] (?:рабочего )?дня|(?:the )?end of (?:the )?(?:business |working )?day"
    r"|eod|cob|close of business"
)
_PARTS: tuple[tuple[str, time], ...] = (
    (r"утр(?:а|о|ом|у)|morning", _MORNING),
    (r"полд(?:ень|ня|ню|нем)|noon|midday", _NOON),
    (r"обед[ау]?|lunch(?:time)?", _LUNCH),
    (r"днем|afternoon", _AFTERNOON),
    (_END_OF_DAY + "|вечер(?:а|ом|у)|evening", EVENING),
    (r"ночи|ночью|night|midnight|полу?ноч[ьи]", LAST_MINUTE),
)  # fmt: skip
_AT = rf"(?:(?P<prep>{DEADLINE}|в|at|около|about)\s+)?"
_CLOCK = re.compile(
    rf"(?<![\w.:]){_AT}(?P<h>\d{{1,2}})[:.](?P<min>\d{{2}})"
    r"(?:\s*(?P<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера))?(?![\w])(?!\s*(?:%|процент))",
    re.IGNORECASE)  # fmt: skip
_HALF = re.compile(
    rf"(?<![\w.:]){_AT}(?P<h>\d{{1,2}})\s*(?:час\w*\s*)?"
    r"(?P<half>am|pm|a\.m\.|p\.m\.|утра|дня|вечера|ночи)(?![\w])", re.IGNORECASE)  # fmt: skip
_OCLOCK = re.compile(
    rf"(?<![\w.:]){_AT}(?P<h>\d{{1,2}})\s*(?:час(?:ов|ам|а|у)?|ч\.?|o['’]?clock)(?![\w])",
    re.IGNORECASE)  # fmt: skip
_BARE = re.compile(
    rf"(?<![\w.:])(?P<prep>{DEADLINE}|в|at)\s+(?P<h>\d{{1,2}})(?=\s*(?:$|[,;.)!?\0]))",
    re.IGNORECASE)  # fmt: skip
_BESIDE = re.compile(  # 'завтра в 5 позвонить': right after the day
    rf"(?<=\0)\s*,?\s*(?P<prep>{DEADLINE}|в|at)\s+(?P<h>\d{{1,2}})(?![\w.:]|\s*\d)", re.IGNORECASE
)
_PART = tuple(
    (re.compile(rf"(?<![\w]){PREP}(?:the\s+)?(?:{words})(?![\w])", re.IGNORECASE), at)
    for words, at in _PARTS
)


# An hour of what is promised ('билеты на 20:00') or the first one, not the last.
_ABOUT = re.compile(
    r"(?<![\w])(?:на|for|после|не\s+ранее|не\s+раньше|с|after|from|no\s+earlier\s+than)\s+$",
    re.IGNORECASE)  # fmt: skip


_MAY_LAST = re.compile(r"час|ч\.?$|дня$|ночи$", re.IGNORECASE)  # 'на 3 дня', '2 часа аренды'
_COUNT = re.compile(r"\d\s+$")


def hours_in(text: str) -> Iterator[Hour]:
    """Every hour in the text; each word is read once."""
    taken: list[tuple[int, int]] = []
    for pattern in (_CLOCK, _HALF, _OCLOCK, _BARE, _BESIDE):
        for m in pattern.finditer(text):
            said = bool(m["prep"]) or pattern is _CLOCK or touches(text, m.span())
            about = _ABOUT.search(text[: m.start()]) or (_MAY_LAST.search(m[0]) and not said)
            found = None if about else _hour(m)
            if found is not None and not overlaps(taken, m.span()):
                taken.append(m.span())
                yield found
    for pattern, at in _PART:
        for m in pattern.finditer(text):
            if _COUNT.search(text[: m.start()]):
                continue
            sure = bool(m["prep"]) or touches(text, m.span()) or m[0].lower() in _ALONE
            if sure and not overlaps(taken, m.span()):
                taken.append(m.span())
                yield Hour(*m.span(), at)


_ALONE = frozenset({"утром", "вечером", "днем", "ночью", "eod", "cob"})


def _hour(m: re.Match[str]) -> Hour | None:
    given = m.groupdict()
    hour, minute = int(m["h"]), int(given.get("min") or 0)
    half = (given.get("half") or "").replace(".", "").lower()
    if half in ("pm", "дня", "вечера") and hour < 12:
        hour += 12
    elif half in ("am", "утра", "ночи") and hour == 12:
        hour = 0
    if hour == 24 and not minute:
        hour, minute = 23, 59
    if hour > 23 or minute > 59:
        return None
    start, end = m.span()
    if half or "min" in given or not 1 <= hour <= 11:
        return Hour(start, end, time(hour, minute))
    # Nobody promises anything by five in the morning.
    early = hour < 8
    at, other = time(hour + 12 if early else hour), time(hour if early else hour + 12)
    is_bare = m.re is _BARE
    return Hour(start, end, at, other, hour if is_bare else 0)


def overlaps(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether a span shares a letter with one of those."""
    return any(start < span[1] and span[0] < end for start, end in taken)


def touches(text: str, span: tuple[int, int]) -> bool:
    """Whether the words stand beside the day, which is masked with NUL."""
    before, after = text[: span[0]].rstrip(" ,"), text[span[1] :].lstrip(" ,")
    return before.endswith("\0") or after.startswith("\0")
