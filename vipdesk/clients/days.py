"""Days, often partial: as address books and people write them, and when they come next."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vipdesk.clients.incoming import Birthday, IncomingDay
from vipdesk.vocabulary import DayKind

_LEAP = 2000  # 29 February without a year is a day
_ISO = re.compile(r"^(?P<y>\d{4})-?(?P<m>\d{2})-?(?P<d>\d{2})(?:[T ].*)?$")
_MONTH_DAY = re.compile(r"^--(?P<m>\d{2})-?(?P<d>\d{2})?(?:T.*)?$")
_PART = re.compile(r"^(?:(?P<y>\d{4})(?:-(?P<m>\d{2}))?|---(?P<d>\d{2}))$")
_POINTS = re.compile(r"^(?P<d>\d{1,2})[.](?P<m>\d{1,2})(?:[.](?P<y>\d{4}|\d{2})?)?\s*(?:г\.?)?$")
_SLASHES = re.compile(r"^(?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?P<y>\d{4}|\d{2})(?:\s.*)?$")
_MONTH_YEAR = re.compile(r"^(?P<m>\d{1,2})[./-](?P<y>\d{4})$")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "январь января янв january jan", "февраль февраля фев февр february feb",
            "март марта мар march mar", "апрель апреля апр april apr", "май мая may",
            "июнь июня июн june jun", "июль июля июл july jul",
            "август августа авг august aug", "сентябрь сентября сен сент september sept sep",
            "октябрь октября окт october oct", "ноябрь ноября ноя нояб november nov",
            "декабрь декабря дек december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """A date that cannot be taken; `two_ways`: day and month could change places."""

    two_ways: bool = False


def read_birthday(text: str, *, month_first: bool | None = None) -> Birthday | Doubt:
    """'1970-04-15', '19700415', '--0415', '1970-04', '15.04.1970', '4/15/1970' → `Birthday`.

    With slashes the order is `month_first`; where that is unknown and both orders make a
    date, the answer is a `Doubt`. Two-digit years are no years: day and month are kept.
    """
    value = text.strip()
    if m := _SLASHES.match(value):
        return _slashed(int(m["m"]), int(m["d"]), _year(m["y"]), month_first)
    for pattern in (_ISO, _MONTH_DAY, _PART, _POINTS):
        if m := pattern.match(value):
            found = m.groupdict()
            month, day = found.get("m"), found.get("d")
            return _checked(
                _year(found.get("y")), int(month) if month else None, int(day) if day else None
            )
    return Doubt()


def own_day(params: Mapping[str, object], label: str, text: str) -> IncomingDay | None:
    """A day out of a card that this desk wrote, of the kind it was; None for other cards."""
    kinds = params.get("X-VIPDESK-DAY")
    kind = kinds[0] if isinstance(kinds, tuple) and kinds else ""
    day = read_birthday(text)
    if kind not in set(DayKind) or isinstance(day, Doubt) or not day:
        return None
    return IncomingDay(DayKind(kind), "" if "X-VIPDESK-UNTITLED" in params else label, day)


def month_first_in(texts: list[str]) -> bool | None:
    """Which order a column of dates with slashes uses, by the dates that allow only one."""
    pairs = [(int(m[1]), int(m[2])) for t in texts if (m := _SLASHES.match(t.strip()))]
    day_first = any(a > 12 for a, _ in pairs)
    month_first = any(b > 12 for _, b in pairs)
    return None if day_first == month_first else month_first


def _slashed(a: int, b: int, year: int | None, month_first: bool | None) -> Birthday | Doubt:  # noqa: FBT001
    month_day, day_month = _checked(year, a, b), _checked(year, b, a)
    if month_first is not None:
        return month_day if month_first else day_month
    if isinstance(month_day, Doubt) or a == b:
        return day_month
    return month_day if isinstance(day_month, Doubt) else Doubt(two_ways=True)


def _year(text: str | None) -> int | None:
    return int(text) if text and len(text) == 4 else None


def _checked(year: int | None, month: int | None, day: int | None) -> Birthday | Doubt:
    # Outlook writes 1604 (Apple) and 1900 or 4501 (Exchange) for 'no year', 'no date'.
    if year in {1604, 1900}:
        year = None
    if year is not None and not 1870 <= year <= 2100:
        return Doubt()
    if month is not None and not 1 <= month <= 12:
        return Doubt()
    last = monthrange(year or _LEAP, month)[1] if month else 31
    if day is not None and not 1 <= day <= last:
        return Doubt()
    return Birthday(year, month, day)


# Days that come back ------------------------------------------------------------------------------


def celebrated_in(year: int, month: int, day: int) -> date:
    """The day of a year on which a date is kept: 29 February on the 28th in other years."""
    if (month, day) == (2, 29) and not isleap(year):
        return date(year, 2, 28)
    return date(year, month, day)


def next_time(month: int, day: int, today: date) -> date:
    """When a date comes next, today included."""
    this_year = celebrated_in(today.year, month, day)
    return this_year if this_year >= today else celebrated_in(today.year + 1, month, day)


def keys_of(on: date) -> tuple[tuple[int, int], ...]:
    """(month, day) of every date that is kept on this day."""
    if (on.month, on.day) == (2, 28) and not isleap(on.year):
        return (2, 28), (2, 29)
    return ((on.month, on.day),)


def read_day(text: str) -> Birthday | Doubt:
    """A day as a person types it: also '15 апреля', 'апрель 1970', '04.1970', '1970', 'May 3'.

    Else as `read_birthday`. Nothing typed is an empty `Birthday`.
    """
    value = " ".join(text.split()).rstrip(".").casefold().replace("ё", "е")
    if not value:
        return Birthday()
    if m := _MONTH_YEAR.match(value):
        return _checked(int(m["y"]), int(m["m"]), None)
    words = [w for w in re.split(r"[\s,.]+", value) if w not in {"г", "года", "год", "of"}]
    months = [_MONTHS[w] for w in words if w in _MONTHS]
    numbers = [w for w in words if w.isdigit()]
    if len(months) == 1 and len(numbers) == len(words) - 1:
        years = [int(w) for w in numbers if len(w) == 4]
        days = [int(w) for w in numbers if len(w) <= 2]
        if len(years) <= 1 and len(days) <= 1 and len(years) + len(days) == len(numbers):
            return _checked(years[0] if years else None, months[0], days[0] if days else None)
    return read_birthday(text)


def is_no_day(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether a partial date cannot be: a 13th month, 31 April, 29 February of a common year."""
    return isinstance(_checked(year, month, day), Doubt)
