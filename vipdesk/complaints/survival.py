"""How long things take when some are not done yet: Kaplan–Meier. Pure.

Leaving out what is still open would flatter the figures: the slowest would vanish. Here an open
one counts as long as it has lasted.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

TOO_FEW = 5
"""Of fewer than so many no percent is given (05 §8)."""
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Lasting:
    """Seconds until done: the middle one and the middle half. None: not reached yet.

    n: how many were looked at; open: how many of them are not done.
    """

    n: int
    open: int
    median: float | None
    low: float | None
    high: float | None


def lasting(samples: Iterable[tuple[float, bool]]) -> Lasting:
    """samples: (seconds so far, whether it is done)."""
    rows = sorted(samples, key=lambda r: (r[0], not r[1]))
    left, stay = len(rows), 1.0
    marks: dict[float, float] = {}
    for seconds, done in rows:
        if done:
            stay *= 1 - 1 / left
            for part in (0.25, 0.5, 0.75):
                if stay <= 1 - part + 1e-12:
                    marks.setdefault(part, seconds)
        left -= 1
    return Lasting(
        len(rows), sum(not done for _, done in rows), marks.get(0.5), marks.get(0.25),
        marks.get(0.75),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """k of n with Wilson's 95 % interval, shares of 1. share: None where n is too small."""

    k: int
    n: int
    share: float | None
    low: float
    high: float


def part(k: int, n: int) -> Part:
    """19 of 20 is 76–99 %."""
    if n == 0:
        return Part(0, 0, None, 0.0, 1.0)
    p, z2 = k / n, _Z * _Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    share = p if n >= TOO_FEW else None
    return Part(k, n, share, max(0.0, middle - half), min(1.0, middle + half))
