"""Days of which one of two is meant: 'в пн или вт', '5–6 декабря', 'через неделю в пятницу'.

Of two that are offered the earlier is taken, for a promise kept early harms nobody; of a span
its end. The other one is always said. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from vipdesk.clients.typed_words import (
    MONTH,
    NUM,
    NUMBERS,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    Now,
    Rule,
    TypedDay,
    coming,
    date_or_none,
    rule_of,
)
from vipdesk.wording import say

_BARE = re.sub(r"\?P<\w+>", "?:", WEEKDAY)
_OR = r"(?:или|либо|or)"
_DASH = r"(?:-|–|—|/)"
_PREP = r"(?:(?:в|во|до|к|ко|on|by|until)\s+)?"
_WD = re.compile(WEEKDAY + r"(?!\w)", re.IGNORECASE)
_NEXT = re.compile(r"следующ|будущ|\bnext\b", re.IGNORECASE)
_SPAN = re.compile(r"^(?:с|со|from|между|between)\s|\s*(?:-|–|—)\s*|\s(?:по|to|through)\s",
                   re.IGNORECASE)  # fmt: skip
_DENIED = re.compile(r"(?<!\w)(?:не|not|кроме|except(?:\s+for)?|but\s+not)\s*$", re.IGNORECASE)
_EVERY = re.compile(r"(?<!\w)(?:кажд\w+|every|each)\s*$", re.IGNORECASE)
_EITHER = re.compile(rf"\s*,?\s*{_OR}\s*", re.IGNORECASE)
ONLY_ONCE = say("Is it this once?")


def is_denied(before: str) -> bool:
    """'не в пятницу', 'кроме пятницы': such a day is not the deadline."""
    return _DENIED.search(before) is not None


def is_every(before: str) -> bool:
    """'каждую пятницу': one deadline is not all that was said."""
    return _EVERY.search(before) is not None


def is_either(between: str) -> bool:
    """Whether two days are joined by 'or'."""
    return _EITHER.fullmatch(between) is not None


def _weekday(now: Now, number: int, weeks: int = 0) -> date:
    return now.today + timedelta(days=(number - now.today.weekday()) % 7 + 7 * weeks)


def _number(m: re.Match[str]) -> int:
    return next(n for n in range(7) if m[f"w{n}"])


def _of_two(one: date, other: date, *, span: bool = False) -> TypedDay:
    first, last = sorted((one, other))
    if first == last:
        return TypedDay(first)
    chosen, left = (last, first) if span else (first, last)
    return TypedDay(chosen, doubt=say("Or is it {day}?", day=left))


def _weekdays(m: re.Match[str], now: Now) -> TypedDay:
    numbers = [_number(found) for found in _WD.finditer(m[0])]
    span = _SPAN.search(m[0]) is not None
    if _NEXT.search(m[0]):
        monday = now.today + timedelta(days=7 - now.today.weekday())
        return _of_two(*(monday + timedelta(days=n) for n in (numbers[0], numbers[-1])), span=span)
    if span:
        first = _weekday(now, numbers[0])
        return _of_two(first, first + timedelta(days=(numbers[-1] - numbers[0]) % 7), span=True)
    days = sorted(_weekday(now, n) for n in numbers)
    return _of_two(days[0], days[1])


def _two_dates(m: re.Match[str], now: Now) -> TypedDay | None:
    month = next(n for n in range(1, 13) if m[f"m{n}"])
    one, other = (coming(now, month, int(m[name]), None) for name in ("d", "e"))
    if one is None or other is None:
        return one or other
    return _of_two(one.day, other.day, span=re.search(_OR, m[0], re.IGNORECASE) is None)


def _said(word: str | None) -> int:
    said = " ".join((word or "one").lower().split())
    return int(said) if said.isdigit() else NUMBERS.get(said, 1)


def _about(m: re.Match[str], now: Now) -> TypedDay | None:
    """'через 2–3 дня', 'in a week or two', 'через неделю-две'."""
    unit = next(key for key, stems in UNITS if m["unit"].lower().startswith(stems))
    if unit not in "dw":
        return None
    days = sorted((7 if unit == "w" else 1) * _said(m[name]) for name in ("num", "more"))
    first, last = (now.today + timedelta(days=n) for n in days)
    return _of_two(first, last)


def _weeks_on(m: re.Match[str], now: Now) -> TypedDay:
    """'через 2 недели в пятницу': that day of the week that is reached so."""
    given = m.groupdict()
    weeks = 2 if "fortnight" in m[0].lower() else _said(given.get("num"))
    number = _number(m)
    there = now.today + timedelta(days=7 * weeks)
    wanted = there + timedelta(days=number - there.weekday())
    later = _weekday(now, number, weeks)
    if " ".join((given.get("num") or "").lower().split()) in VAGUE:
        return TypedDay(wanted, doubt=say("No exact day was said."))
    if wanted <= now.today or wanted == later:
        return TypedDay(later)
    return TypedDay(wanted, doubt=say("Or is it {day}?", day=later))


def _after_next(weeks: int) -> Callable[[re.Match[str], Now], TypedDay]:
    def made(m: re.Match[str], now: Now) -> TypedDay:
        """'через пятницу', 'a week on Friday': not the coming one."""
        day = _weekday(now, _number(m), weeks)
        other = day - timedelta(days=7)
        return TypedDay(day, doubt=say("Or is it {day}?", day=other))

    return made


def _month_on(m: re.Match[str], now: Now) -> TypedDay | None:
    """'через месяц 5 числа'."""
    found = []
    for ahead in (0, 1):  # in the month that is reached so, or a whole month on at least
        months = now.today.month - 1 + _said(m["num"]) + ahead
        day = date_or_none(now.today.year + months // 12, months % 12 + 1, int(m["d"]))
        if day is not None:
            found.append(day)
    if len(found) == 2 and int(m["d"]) < now.today.day:
        return _of_two(*found)
    return TypedDay(found[0]) if found else None


def _this_or_next(_m: re.Match[str], now: Now) -> TypedDay:
    friday = now.today + timedelta(days=4 - now.today.weekday())
    if friday < now.today:
        friday += timedelta(days=7)
    return replace(_of_two(friday, friday + timedelta(days=7)), long=True)


_LIST = rf"{_BARE}(?:\s*,\s*{_PREP}{_BARE})*\s*,?\s*(?:{_OR}|{_DASH})\s*{_PREP}{_BARE}"
_WHICH = r"(?:(?:следующ\w+|будущ\w+|next|эт\w{1,2}|ближайш\w+|this|coming)\s+)?"
_TWO = rf"(?P<d>\d{{1,2}})(?:-?го|-?е|st|nd|rd|th)?\s*(?:{_OR}|{_DASH})\s*(?P<e>\d{{1,2}})"
_TH = r"(?:-?го|-?е|st|nd|rd|th)?"
CHOICES: tuple[Rule, ...] = (
    rule_of(rf"{_WHICH}{_LIST}", _weekdays),
    rule_of(rf"(?:с|со|from|между|between)\s+{_BARE}\s+(?:по|до|и|to|till|until|and|through)\s+"
            rf"{_BARE}", _weekdays, prep=""),
    rule_of(rf"{_BARE}\s+(?:to|through)\s+{_BARE}", _weekdays),
    rule_of(rf"{_TWO}{_TH}\s+(?:of\s+)?{MONTH}", _two_dates),
    rule_of(rf"{MONTH}\s+{_TWO}{_TH}(?!:)", _two_dates),
    rule_of(rf"(?:через|in|within|в\s+течение|за)\s+{NUM}\s*(?:{_OR}|{_DASH})\s*"
            rf"{NUM.replace('num', 'more')}\s+{UNIT}", _about, prep=""),
    rule_of(rf"(?:через|in|within|в\s+течение|за)\s+(?:{NUM}\s+)?{UNIT}\s*(?:{_OR}|{_DASH})\s*"
            rf"{NUM.replace('num', 'more')}", _about, prep=""),
    rule_of(rf"через\s+(?:{NUM}\s+)?недел\w+,?\s+(?:в|во|к)\s+{WEEKDAY}", _weeks_on, prep=""),
    rule_of(rf"in\s+(?:{NUM}\s+weeks?(?:['’]s?\s+time)?|a\s+fortnight),?\s+(?:on\s+|by\s+)?"
            rf"{WEEKDAY}", _weeks_on, prep=""),
    rule_of(rf"{WEEKDAY},?\s+через\s+(?:{NUM}\s+)?недел\w+", _weeks_on),
    rule_of(rf"{WEEKDAY},?\s+in\s+(?:{NUM}\s+weeks?|a\s+fortnight)", _weeks_on),
    rule_of(rf"(?:a\s+week\s+(?:on|from)\s+{WEEKDAY})", _after_next(1), prep=""),
    rule_of(rf"{WEEKDAY}\s+week", _after_next(1)),
    rule_of(rf"(?:the\s+)?{WEEKDAY}\s+after\s+next", _after_next(1)),
    rule_of(rf"через\s+(?:одн[уо]\s+)?{WEEKDAY}", _after_next(1), prep=""),
    rule_of(rf"через\s+(?:{NUM}\s+)?месяц\w*,?\s+(?P<d>\d{{1,2}})(?:-?го)?(?:\s+числа)?", _month_on,
            prep=""),
    rule_of(rf"(?:этой|this)\s+{_OR}\s+(?:следующей|next)\s+(?:недел\w+|week)", _this_or_next),
)  # fmt: skip
