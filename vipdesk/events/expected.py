"""How many will come, and how many more may be asked: pure arithmetic.

A client's chance of a yes is a Beta-binomial estimate: what the client answered to such events
before, on top of what clients of the tier usually answer. The number of people who come is a sum
of independent parties (Poisson-binomial, weighted by the party), computed exactly.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

RISK = 0.05  # of more people than seats
WEIGHT = 4.0  # answers the tier's habit counts for: a new client is like the tier
USUAL = 0.5  # where nobody has answered yet
_DECISIVE = 1e-12


@dataclass(frozen=True, slots=True)
class Answers:
    """How often asked and answered, and how often with a yes."""

    asked: int = 0
    yes: int = 0

    def __add__(self, other: Answers) -> Answers:
        return Answers(self.asked + other.asked, self.yes + other.yes)


@dataclass(frozen=True, slots=True)
class Chance(Generic[K]):
    """A party that may come with a probability. certain: it said yes."""

    key: K
    p: float
    party: int = 1

    @property
    def certain(self) -> bool:
        """Whether it said yes."""
        return self.p >= 1.0


@dataclass(frozen=True, slots=True)
class Wave(Generic[K]):
    """Whom to ask now, and what is to be expected then.

    expected: people who will come, with those asked before. risk: of more
    people than seats. most: people if everybody says yes.
    """

    keys: tuple[K, ...]
    expected: float
    risk: float
    most: int
    seats: int

    @property
    def fills(self) -> bool:
        """Whether the room is likely to be full."""
        return self.expected >= self.seats


def prior(tier: Answers) -> tuple[float, float]:
    """The Beta prior of a tier: its own share of yes, drawn to the usual where little is known."""
    share = (tier.yes + USUAL * WEIGHT) / (tier.asked + WEIGHT)
    return share * WEIGHT, (1 - share) * WEIGHT


def chance_of_yes(own: Answers, tier: Answers) -> float:
    """The mean of the Beta-binomial: between 0 and 1, never either."""
    alpha, beta = prior(tier)
    return (alpha + own.yes) / (alpha + beta + own.asked)


def people(chances: Iterable[Chance[K]]) -> list[float]:
    """The probability of exactly 0, 1, 2, … people."""
    found = [1.0]
    for one in chances:
        found = _with(found, one)
    return found


def _with(before: Sequence[float], one: Chance[K]) -> list[float]:
    after = [0.0] * (len(before) + one.party)
    for n, p in enumerate(before):
        if p > _DECISIVE:
            after[n] += p * (1 - one.p)
            after[n + one.party] += p * one.p
    return after


def overflow(spread: Sequence[float], seats: int) -> float:
    """The probability of more people than seats."""
    return min(1.0, max(0.0, sum(spread[seats + 1 :])))


def wave(
    seats: int,
    asked: Sequence[Chance[K]],
    next_: Iterable[Chance[K]],
    *,
    seated: bool,
    risk: float = RISK,
) -> Wave[K]:
    """Whom of `next_`, in their order, to ask besides those asked already.

    Until as many are expected as there are seats; who would lift the risk above the limit is
    passed over. `seated`: each chair has a name, so never more are asked than there are chairs.
    """
    spread = people(asked)
    expected = sum(c.p * c.party for c in asked)
    most = sum(c.party for c in asked)
    keys: list[K] = []
    for one in next_:
        if expected >= seats:
            break
        if seated:
            if most + one.party > seats:
                continue
            tried = _with(spread, one)
        else:
            tried = _with(spread, one)
            if overflow(tried, seats) > risk:
                continue
        spread, expected, most = tried, expected + one.p * one.party, most + one.party
        keys.append(one.key)
    return Wave(tuple(keys), expected, overflow(spread, seats), most, seats)
