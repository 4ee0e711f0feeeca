"""Chance from a seed: picks, ids and moments that come out the same every time."""

from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import Generic, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

T = TypeVar("T")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Weighted(Generic[T]):
    """Choices with weights, prepared once."""

    def __init__(self, choices: Sequence[tuple[T, float]]) -> None:
        self._values = [value for value, _ in choices]
        self._upto = list(accumulate(weight for _, weight in choices))

    def pick(self, chance: Chance) -> T:
        """One of them."""
        return self._values[bisect(self._upto, chance.random() * self._upto[-1])]


class Chance:
    """A seeded source. `as_of` is the moment the club is seen from (aware, UTC)."""

    def __init__(self, seed: str, as_of: datetime) -> None:
        self.rng = random.Random(seed)
        self.random = self.rng.random
        self.as_of = as_of.astimezone(UTC)
        self._offsets: dict[str, timedelta] = {}

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[int(self.random() * len(choices))]

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """`count` different ones."""
        return self.rng.sample(choices, min(count, len(choices)))

    def hit(self, probability: float) -> bool:
        """Whether it happens."""
        return self.random() < probability

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def id(self, moment: datetime) -> UUID:
        """A UUIDv7 of that moment (RFC 9562 §5.7), as `ids.new_id` makes them."""
        value = (moment - _EPOCH) // _MILLISECOND << 80 | self.rng.getrandbits(80)
        value = value & ~(0xF << 76) | 0x7 << 76
        return UUID(int=value & ~(0x3 << 62) | 0x2 << 62)

    def private_id(self) -> UUID:
        """A UUIDv4 for the private track: a key that tells nothing."""
        return UUID(int=self.rng.getrandbits(128), version=4)

    def local(self, day: datetime, zone: str, hour: float) -> datetime:
        """That hour of the day as the clock shows it in `zone`, as UTC.

        The zone's offset is the one of `as_of`: an hour of summer time more or less does
        not matter for a talk of last year.
        """
        offset = self._offsets.get(zone)
        if offset is None:
            offset = self.as_of.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
            self._offsets[zone] = offset
        midnight = (day + offset).replace(hour=0, minute=0, second=0, microsecond=0) - offset
        return midnight + timedelta(minutes=int(hour * 60))

    def ago(self, days: float) -> datetime:
        """So many days before `as_of`."""
        return self.as_of - timedelta(days=days)
