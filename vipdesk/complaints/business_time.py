"""Working time: how far a deadline is when the club is not always open. Pure.

A schedule says which minutes of which days count. Minutes are counted as they pass
(elapsed), so a day with a change of clocks has 23 or 25 hours. Windows are half open and
may end at 24:00, which is the next day's 00:00: no minute is lost at midnight.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

DAY = 24 * 60
_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_HORIZON = 1500  # days: a schedule that has no minute in four years is a mistake
_QUIET_MONTHS = 50  # the same in months
_NOTHING, _DAY = timedelta(0), timedelta(days=1)
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Minutes from midnight of the day it opens; an overnight window ends after 1440."""

    start: int
    end: int

    @classmethod
    def of(cls, text: str) -> Window:
        """From '09:00-13:00', '00:00-24:00' or, overnight, '22:00-06:00'."""
        start, _, end = text.partition("-")
        first, last = _minutes(start), _minutes(end)
        if first >= DAY:
            raise ValueError(f"a window opens within its day: {text!r}")
        return cls(first, last if last > first else last + DAY)


def _minutes(text: str) -> int:
    hours, _, minutes = text.strip().partition(":")
    value = int(hours) * 60 + int(minutes)
    if not 0 <= value <= DAY or not 0 <= int(minutes) < 60:
        raise ValueError(f"not a time of day: {text!r}")
    return value


@dataclass(frozen=True, slots=True)
class Schedule:
    """Open windows per weekday (Monday first), and days that differ.

    `days` overrides a weekday: no windows for a day off, the windows of a working day for
    a transferred one.
    """

    name: str
    zone: ZoneInfo
    week: tuple[tuple[Window, ...], ...]
    days: Mapping[date, tuple[Window, ...]]
    _days: dict[date, Day] = field(default_factory=dict, repr=False, compare=False)
    _months: dict[int, Month] = field(default_factory=dict, repr=False, compare=False)

    def day(self, day: date) -> Day:
        """A day by its instants; worked out once."""
        found = self._days.get(day)
        if found is None:
            found = self._days[day] = _day(self, day)
        return found

    def month(self, number: int) -> Month:
        """The open time of a month, counted from the year 0; worked out once."""
        found = self._months.get(number)
        if found is None:
            found = self._months[number] = _month(self, number)
        return found

    def month_of(self, moment: datetime) -> int:
        """The number of the month that holds a moment."""
        local = moment.astimezone(self.zone)
        return local.year * 12 + local.month - 1

    def windows(self, day: date) -> tuple[Window, ...]:
        """The windows that open on a day."""
        own = self.days.get(day)
        return self.week[day.weekday()] if own is None else own

    def works_on(self, day: date) -> bool:
        """Whether any window opens on that day."""
        return bool(self.windows(day))

    def is_day_off(self, day: date) -> bool:
        """Closed, though the weekday is a working one: a holiday."""
        return bool(self.week[day.weekday()]) and not self.works_on(day)

    def local_day(self, moment: datetime) -> date:
        """The day of a moment in the schedule's zone."""
        return moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a schedule: its windows in UTC (a change of clocks may leave one empty).

    closes: when the last one ends, in the schedule's zone; midnight where none opens. opens:
    whether any lasts. off: closed, though the weekday is a working one.
    """

    windows: tuple[Span, ...]
    closes: datetime
    opens: bool
    off: bool


def _day(schedule: Schedule, day: date) -> Day:
    zone = schedule.zone
    windows = tuple(
        (_instant(day, w.start, zone), _instant(day, w.end, zone, last=True))
        for w in sorted(schedule.windows(day))
    )
    end = max((w.end for w in schedule.windows(day)), default=DAY)
    closes = _instant(day, end, zone, last=True).astimezone(zone)
    opens = any(a < b for a, b in windows)
    return Day(windows, closes, opens, schedule.is_day_off(day))


@dataclass(frozen=True, slots=True)
class Month:
    """The open time of one month of a schedule, in UTC: spans in order, never overlapping.

    before: how much of the month's open time lies before each span. whole: all of it. ends: the
    local midnight at which the next month begins, where a span is cut.
    """

    opens: tuple[datetime, ...]
    closes: tuple[datetime, ...]
    before: tuple[timedelta, ...]
    whole: timedelta
    ends: datetime

    def until(self, moment: datetime) -> timedelta:
        """How much open time of the month lies before a moment."""
        place = bisect_right(self.opens, moment) - 1
        if place < 0:
            return _NOTHING
        return self.before[place] + (min(moment, self.closes[place]) - self.opens[place])

    def reached(self, gone: timedelta) -> datetime:
        """The first moment before which that much lies; more than nothing, at most the whole."""
        place = bisect_left(self.before, gone) - 1
        return self.opens[place] + (gone - self.before[place])


def _month(schedule: Schedule, number: int) -> Month:
    first = date(number // 12, number % 12 + 1, 1)
    after = date((number + 1) // 12, (number + 1) % 12 + 1, 1)
    reached, ends = (_instant(midnight, 0, schedule.zone) for midnight in (first, after))
    spans: list[Span] = []
    day = first - timedelta(days=1)  # an overnight window of the day before
    while day < after:
        for start, end in schedule.day(day).windows:
            opens, closes = max(start, reached), min(end, ends)
            if closes > opens:
                spans.append((opens, closes))
                reached = closes
        day += timedelta(days=1)
    *before, whole = accumulate((b - a for a, b in spans), initial=_NOTHING)
    opened, closed = (tuple(span[i] for span in spans) for i in (0, 1))
    return Month(opened, closed, tuple(before), whole, ends)


@dataclass(frozen=True, slots=True)
class Calendar:
    """A versioned set of schedules over one list of days off and transferred working days.

    `days_off` and `working_days` are the calendar's own data; outside `years` it knows no
    holidays, and `knows` tells so.
    """

    version: str
    zone: ZoneInfo
    years: frozenset[int]
    schedules: Mapping[str, Schedule]

    def schedule(self, name: str) -> Schedule:
        """A schedule by name: 'business', 'extended', 'always'."""
        return self.schedules[name]

    def knows(self, day: date) -> bool:
        """Whether the holidays of that year are in the data."""
        return day.year in self.years


Span = tuple[datetime, datetime]


def open_spans(schedule: Schedule, start: datetime) -> Iterator[Span]:
    """Open time from `start` on, in UTC: in order, never overlapping, midnight may cut it.

    Ends after four years without a window.
    """
    reached, number, quiet = start.astimezone(UTC), schedule.month_of(start), 0
    while quiet < _QUIET_MONTHS:
        month = schedule.month(number)
        for place in range(bisect_right(month.closes, reached), len(month.closes)):
            yield max(month.opens[place], reached), month.closes[place]
        quiet, number = 0 if month.closes else quiet + 1, number + 1


def _instant(day: date, minute: int, zone: ZoneInfo, *, last: bool = False) -> datetime:
    """The UTC instant of a wall time.

    A time that comes twice (clocks back): its first, or with `last` its last occurrence. A
    time that never comes (clocks forward): the moment of the change (PEP 495).
    """
    wall = datetime.combine(day, datetime.min.time()) + timedelta(minutes=minute)
    early = wall.replace(tzinfo=zone, fold=0)
    late = wall.replace(tzinfo=zone, fold=1)
    first, second = early.astimezone(UTC), late.astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return max(first, second) if last else first
    low, high = min(first, second), max(first, second)  # the change lies between the readings
    after = high.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)


def add_minutes(
    schedule: Schedule, start: datetime, minutes: int, pauses: Sequence[Span] = ()
) -> datetime:
    """The moment at which `minutes` of open time have passed since `start`, pauses left out.

    In the schedule's zone. Nothing to add gives `start` itself. Raises `ValueError` when the
    schedule never opens, or for a start without a zone.
    """
    if start.tzinfo is None:
        raise ValueError("a moment without a zone")
    left = timedelta(minutes=minutes)
    if left <= _NOTHING:
        return start.astimezone(schedule.zone)
    for opens, closes in _without((start.astimezone(UTC), _NEVER), pauses):
        number, quiet = schedule.month_of(opens), 0
        while quiet < _QUIET_MONTHS:
            month = schedule.month(number)
            gone = month.until(opens)
            there = month.until(closes) - gone
            if there >= left:
                return month.reached(gone + left).astimezone(schedule.zone)
            left -= there
            if month.ends >= closes:
                break
            quiet, number = 0 if there else quiet + 1, number + 1
    raise ValueError("the schedule never opens")


def minutes_between(
    schedule: Schedule, start: datetime, end: datetime, pauses: Sequence[Span] = ()
) -> float:
    """Open minutes between two moments, pauses left out: the inverse of `add_minutes`."""
    total, span = _NOTHING, (start.astimezone(UTC), end.astimezone(UTC))
    for opens, closes in _without(span, pauses):
        for number in range(schedule.month_of(opens), schedule.month_of(closes) + 1):
            month = schedule.month(number)
            total += month.until(closes) - month.until(opens)
    return total.total_seconds() / 60


def _without(span: Span, pauses: Sequence[Span]) -> Iterable[Span]:
    """A span with the pauses cut out."""
    opens, closes = span
    for a, b in sorted((a.astimezone(UTC), b.astimezone(UTC)) for a, b in pauses):
        if b <= opens or a >= closes:
            continue
        if a > opens:
            yield opens, a
        opens = max(opens, b)
        if opens >= closes:
            return
    if opens < closes:
        yield opens, closes


@dataclass(frozen=True, slots=True)
class DayCount:
    """Where counting working days ended: the moment, and the holidays met on the way."""

    at: datetime
    days_off: tuple[date, ...]


def add_days(
    schedule: Schedule, start: datetime, days: int, pauses: Sequence[Span] = ()
) -> DayCount:
    """The close of the `days`-th working day after the day of `start` (day one is the next).

    A working day that a pause covers whole does not count.
    """
    day, left, off = schedule.local_day(start), days, []
    for _ in range(_HORIZON):
        if left <= 0:
            break
        day += _DAY
        known = schedule.day(day)
        if known.off:
            off.append(day)
        if known.opens and (not pauses or _open_on(known, pauses)):
            left -= 1
    else:
        raise ValueError("the schedule never opens")
    return DayCount(closing(schedule, day), tuple(off))


def _open_on(day: Day, pauses: Sequence[Span]) -> bool:
    return any(True for window in day.windows for _ in _without(window, pauses))


def closing(schedule: Schedule, day: date) -> datetime:
    """When the last window of a day closes; its midnight end if none opens."""
    return schedule.day(day).closes


def next_working_day(schedule: Schedule, day: date) -> date:
    """The day itself, or the first working day after it."""
    for _ in range(_HORIZON):
        if schedule.works_on(day):
            return day
        day += timedelta(days=1)
    raise ValueError("the schedule never opens")


def last_working_day(schedule: Schedule, day: date) -> date:
    """The day itself, or the nearest working day before it."""
    for _ in range(_HORIZON):
        if schedule.works_on(day):
            return day
        day -= timedelta(days=1)
    raise ValueError("the schedule never opens")


def is_open(schedule: Schedule, moment: datetime) -> bool:
    """Whether a moment lies in open time; the very close of a window counts as open."""
    at, day = moment.astimezone(UTC), schedule.local_day(moment)
    near = (*schedule.day(day - _DAY).windows, *schedule.day(day).windows)
    return any(opens <= at <= closes for opens, closes in near)


@dataclass(frozen=True, slots=True)
class LegalDays:
    """A period by law in calendar days (ГК РФ 191, 193) and what we promise inside it.

    `last` is the legal last day: a day off moves it to the next working day. `ours` is the
    last working day not later than the period itself: we never lean on the shift.
    """

    counted: date
    last: date
    ours: date


def legal_days(schedule: Schedule, demanded: date, days: int) -> LegalDays:
    """Count `days` calendar days; counting starts on the day after the demand."""
    counted = demanded + timedelta(days=days)
    last = next_working_day(schedule, counted)
    ours = last_working_day(schedule, counted)
    if ours <= demanded:  # a long holiday: the shifted day is all there is
        ours = last
    return LegalDays(counted, last, ours)


def read_calendar(path: Path) -> Calendar:
    """A calendar from its TOML file (resources/calendars)."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    zone = ZoneInfo(raw["zone"])
    off = frozenset(_days(raw.get("days_off", {})))
    working = frozenset(_days(raw.get("working_days", {})))
    if off & working:
        raise ValueError("a day is both off and working")
    schedules = {
        name: _schedule(name, table, zone, off, working) for name, table in raw["schedules"].items()
    }
    return Calendar(raw["version"], zone, frozenset(raw.get("years", ())), schedules)


@cache
def calendar_in(folder: Path, version: str) -> Calendar:
    """The calendar of that version in a folder, read once."""
    return read_calendar(folder / f"{version}.toml")


def _days(table: Mapping[str, Sequence[str]]) -> Iterator[date]:
    """Days of a table {year: ['01-01', '01-02..01-08', …]}."""
    for year, entries in table.items():
        for entry in entries:
            first, _, last = entry.partition("..")
            day = date.fromisoformat(f"{year}-{first}")
            end = date.fromisoformat(f"{year}-{last or first}")
            while day <= end:
                yield day
                day += timedelta(days=1)


def _schedule(
    name: str,
    table: Mapping[str, Any],
    zone: ZoneInfo,
    off: frozenset[date],
    working: frozenset[date],
) -> Schedule:
    daily = table.get("daily", [])
    week = tuple(tuple(Window.of(w) for w in table.get(day, daily)) for day in _WEEK)
    days: dict[date, tuple[Window, ...]] = {}
    if table.get("holidays", False):
        usual = tuple(Window.of(w) for w in table.get("working_day", table.get("mon", daily)))
        days = dict.fromkeys(off, ()) | dict.fromkeys(working, usual)
    for day, windows in table.get("days", {}).items():
        days[date.fromisoformat(day)] = tuple(Window.of(w) for w in windows)
    return Schedule(name, ZoneInfo(table["zone"]) if "zone" in table else zone, week, days)
