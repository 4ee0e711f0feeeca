"""Hours of the week, in a zone, with daylight saving: pure arithmetic, no database.

A moment (UTC) always has one local reading, so whether a window covers a moment is asked
of the moment. The other way round a local time may not exist or exist twice; `boundaries`
therefore gives candidates, which the caller judges.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = 1440  # minutes
EVERY_DAY = 127  # bit mask, Monday = 1
LAST_PLACE = "Etc/GMT+12"  # where a day ends last: for dates of clients whose zone is unknown


@dataclass(frozen=True, slots=True)
class Window:
    """Hours of a day on some weekdays, `[from, to)` in minutes from midnight.

    `to_minute` may be 1440. `to < from` runs overnight and belongs to the weekday it began
    on. `from == to` is empty.
    """

    weekdays: int = EVERY_DAY
    from_minute: int = 0
    to_minute: int = DAY

    @property
    def is_always(self) -> bool:
        """Whether it covers the whole week."""
        return self.weekdays == EVERY_DAY and self.from_minute == 0 and self.to_minute == DAY

    def covers(self, local: datetime) -> bool:
        """Whether a local moment lies inside."""
        minute = local.hour * 60 + local.minute
        began_today = bool(self.weekdays >> local.weekday() & 1)
        if self.from_minute < self.to_minute:
            return began_today and self.from_minute <= minute < self.to_minute
        if self.from_minute == self.to_minute:
            return False
        began_yesterday = bool(self.weekdays >> (local.weekday() - 1) % 7 & 1)
        return (began_today and minute >= self.from_minute) or (
            began_yesterday and minute < self.to_minute
        )

    def __str__(self) -> str:
        return f"{clock_face(self.from_minute)}–{clock_face(self.to_minute)}"


def clock_face(minute: int) -> str:
    """'09:30'; 1440 is '24:00'."""
    return f"{minute // 60:02}:{minute % 60:02}"


@lru_cache(maxsize=600)
def zone(name: str | None) -> ZoneInfo | None:
    """The IANA zone, or None for an empty or unknown name: unknown stays unknown."""
    if not name:
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def boundaries(
    day: date, minutes: Collection[int], zones: Collection[ZoneInfo]
) -> Iterator[datetime]:
    """The moments (UTC) of a local day at which a window may open or close, unordered.

    Each minute twice where the clock goes back, and every change of the clock itself:
    a window that begins inside the skipped hour opens at the change.
    """
    for place in zones:
        for minute in minutes:
            local = datetime.combine(day + timedelta(days=minute // DAY), time()).replace(
                hour=minute % DAY // 60, minute=minute % 60, tzinfo=place
            )
            first = local.astimezone(UTC)
            yield first
            again = local.replace(fold=1).astimezone(UTC)
            if again != first:
                yield again
        change = _change_of_clock(day, place)
        if change is not None:
            yield change


@lru_cache(maxsize=4096)
def _change_of_clock(day: date, place: ZoneInfo) -> datetime | None:
    """The moment in this local day when the offset changes, to the minute."""
    low = datetime.combine(day, time(), place).astimezone(UTC)
    high = low + timedelta(hours=26)
    before = low.astimezone(place).utcoffset()
    if high.astimezone(place).utcoffset() == before:
        return None
    while high - low > timedelta(minutes=1):
        middle = low + timedelta(minutes=(high - low) // timedelta(minutes=2))
        if middle.astimezone(place).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high
