"""Whether an action worked: cases of one cause before and after it, with an exact interval. Pure.

Cases come as a Poisson process. Given the sum of both counts, those after the action are
binomial, so the exact (Clopper–Pearson) interval of that share is turned into one of the ratio
of rates. It is conservative: it never claims more than the counts hold.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from vipdesk.learning import Effect

LEVEL = 0.95
SYSTEMIC = 3  # so many of one cause in a period are no chance (05 §5)
_STEPS = 200


@dataclass(frozen=True, slots=True)
class RateRatio:
    """Rate after by rate before. None where nothing was counted; `high` is infinite without any

    case before.
    """

    ratio: float | None
    low: float
    high: float


def rate_ratio(
    before: int, before_days: float, after: int, after_days: float, *, level: float = LEVEL
) -> RateRatio:
    """The ratio of two Poisson rates and its exact interval. Counts ≥ 0, days > 0."""
    if before < 0 or after < 0 or before_days <= 0 or after_days <= 0:
        raise ValueError("counts are not negative and days are")
    total, scale = before + after, before_days / after_days
    if not total:
        return RateRatio(None, 0.0, math.inf)
    low, high = binomial_interval(after, total, level=level)
    ratio = math.inf if not before else after / before * scale
    return RateRatio(
        ratio, _odds(low) * scale, math.inf if high >= 1.0 else _odds(high) * scale
    )  # fmt: skip


def _odds(share: float) -> float:
    return share / (1.0 - share)


def binomial_interval(hits: int, trials: int, *, level: float = LEVEL) -> tuple[float, float]:
    """The exact (Clopper–Pearson) interval of a share."""
    tail = (1.0 - level) / 2.0
    low = 0.0 if not hits else _solved(lambda p: _at_least(hits, trials, p) - tail)
    high = 1.0 if hits == trials else _solved(lambda p: tail - _at_most(hits, trials, p))
    return low, high


def _solved(rising: Callable[[float], float]) -> float:
    """Where a rising function crosses zero between 0 and 1."""
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2.0
        if rising(middle) < 0.0:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def _at_most(hits: int, trials: int, share: float) -> float:
    return math.fsum(_exactly(k, trials, share) for k in range(hits + 1))


def _at_least(hits: int, trials: int, share: float) -> float:
    return math.fsum(_exactly(k, trials, share) for k in range(hits, trials + 1))


def _exactly(hits: int, trials: int, share: float) -> float:
    if share in (0.0, 1.0):
        return float(hits == (trials if share else 0))
    ways = math.lgamma(trials + 1) - math.lgamma(hits + 1) - math.lgamma(trials - hits + 1)
    return math.exp(ways + hits * math.log(share) + (trials - hits) * math.log1p(-share))


def verdict(before: int, before_days: float, after: int, after_days: float) -> Effect:
    """'Worked' if even the upper bound is below one; 'no' if the cases came as often as before,

    and often enough to tell; in between nothing is shown.
    """
    found = rate_ratio(before, before_days, after, after_days)
    if found.high < 1.0:
        return Effect.WORKED
    if found.ratio is not None and found.ratio >= 1.0 and after >= SYSTEMIC:
        return Effect.NO
    return Effect.NOT_SHOWN
