"""Statistical honesty: what a few cases allow to say, and what they do not.

Wilson (1927) for shares, exact Poisson (Garwood 1936) for counts, an exact two-sided test for
two counts (conditional binomial, Przyborowski and Wilenski 1940). No library: the numbers are
small and scipy would be 100 MB.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

_Z = 1.959963984540054  # the 97.5 % point of the normal distribution
RAW_BELOW = 5  # n below: the counts alone, no per cent
FEW_BELOW = 30  # n below: per cent without decimals, always with interval and n
VITAL_FROM = 20  # n from which 'the vital few' of a Pareto chart may be named
SMALL_CELL = 3  # cells below are put together
_CHANGE = 0.05
_PERHAPS = 0.10


@dataclass(frozen=True, slots=True)
class Share:
    """k of n with its 95 % interval, shares of 1. `share` is None where n is too small for one."""

    k: int
    n: int
    share: float | None
    low: float
    high: float


def share(k: int, n: int) -> Share:
    """Wilson's interval of k/n (4/5 → 38–96 %)."""
    if not 0 <= k <= n:
        raise ValueError("k lies between 0 and n")
    if n == 0:
        return Share(0, 0, None, 0.0, 1.0)
    p, z2 = k / n, _Z * _Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return Share(
        k, n, p if n >= RAW_BELOW else None, max(0.0, middle - half), min(1.0, middle + half)
    )


def poisson_interval(count: int) -> tuple[float, float]:
    """Exact 95 % interval of an expected count (0 → 0–3.7; 7 → 2.8–14.4)."""
    if count < 0:
        raise ValueError("a count is not negative")
    low = 0.0 if count == 0 else _solve(lambda m: 1 - _poisson_cdf(count - 1, m), 0.025, count)
    high = _solve(lambda m: 1 - _poisson_cdf(count, m), 0.975, count)
    return low, high


class Change(StrEnum):
    """What two counts allow to say."""

    NO = "no"  # within the usual
    PERHAPS = "perhaps"
    MORE = "more"
    FEWER = "fewer"


def compare_counts(before: int, now: int) -> tuple[float, Change]:
    """Two-sided p of two counts over equal times, and what may be said (7 → 12: 0.36, none)."""
    n = before + now
    if n == 0:
        return 1.0, Change.NO
    tail = sum(math.comb(n, k) for k in range(min(before, now) + 1)) / 2**n
    p = min(1.0, 2 * tail)
    if p < _CHANGE:
        return p, Change.MORE if now > before else Change.FEWER
    return p, Change.PERHAPS if p < _PERHAPS else Change.NO


def _poisson_cdf(k: int, mean: float) -> float:
    if mean <= 0:
        return 1.0
    return sum(math.exp(i * math.log(mean) - mean - math.lgamma(i + 1)) for i in range(k + 1))


def _solve(rising: Callable[[float], float], wanted: float, near: int) -> float:
    """The mean at which a rising function of the mean reaches `wanted`, by bisection."""
    low, high = 0.0, near + 10 * math.sqrt(near + 1) + 10
    for _ in range(100):
        middle = (low + high) / 2
        if rising(middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2
