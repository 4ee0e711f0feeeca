"""Who should get scarce seats, and why: pure arithmetic over plain data.

The score of a client for an event: 1.0 credit + 0.6 interest + 0.3 introductions + 0.2 long
unseen, less what the guest has seen too often (the same kind of event, the same companions) and
less fatigue (invitations in 60 days). Who had no seat in a year has a turn that grows with what is
owed (0.6): nobody waits a whole season. Credit is in seats: at each event everybody eligible and
willing earns the seats × the share of the tier, and a seat costs one. Every term is kept apart,
so that a coordinator reads them in words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

MILLI = 1000  # a seat in the ledger: whole thousandths add up exactly
UNSEEN_DAYS = 365  # unseen for so long counts full
FATIGUE_DAYS = 60
FATIGUED = 3  # so many invitations in those days count full
FADING = 0.6  # of an earlier event of the same kind: each one further back counts less
FIRST_FROM, FIRST_FULL = 0.2, 0.8  # seats owed to who had none in a year: begins, counts full
_SAME = 4  # how far back a repeated kind is looked for


class Term(StrEnum):
    """What speaks for or against a guest."""

    CREDIT = "credit"
    FIRST = "first"
    INTEREST = "interest"
    INTRODUCTION = "introduction"
    UNSEEN = "unseen"
    CATEGORY = "category"
    COMPANIONS = "companions"
    FATIGUE = "fatigue"


# The four that speak for a guest are the club's rule. The three against were chosen by simulation
# (benchmarks/allocation.py): heavier ones cost interest and change nothing in fairness.
WEIGHTS: Mapping[Term, float] = {
    Term.CREDIT: 1.0,
    Term.FIRST: 0.6,  # with the bounds below: nobody left out in 600 seasons drawn anew
    Term.INTEREST: 0.6,
    Term.INTRODUCTION: 0.3,
    Term.UNSEEN: 0.2,
    Term.CATEGORY: -0.3,
    Term.COMPANIONS: -0.2,
    Term.FATIGUE: -0.4,
}


@dataclass(frozen=True, slots=True)
class Candidate(Generic[K]):
    """What is known of one client for one event.

    credit: seats owed, negative for who had more than the share. interest, category: 0 to 1.
    unseen_days None: never seen. invited: invitations in 60 days. meets: whom the client should
    be introduced to. met: who was there with the client lately. party: seats it takes.
    """

    key: K
    credit: float = 0.0
    interest: float = 0.0
    unseen_days: int | None = None
    category: float = 0.0
    invited: int = 0
    meets: frozenset[K] = frozenset()
    met: frozenset[K] = frozenset()
    party: int = 1


@dataclass(frozen=True, slots=True)
class Score(Generic[K]):
    """The terms that are not nothing, already weighted. with_: whom the guest would meet."""

    key: K
    terms: tuple[tuple[Term, float], ...]
    with_: tuple[K, ...] = ()

    @property
    def total(self) -> float:
        """The sum of all terms."""
        return sum(value for _, value in self.terms)


@dataclass(slots=True)
class _Room(Generic[K]):
    """Who is in so far, and what that means for who is not: kept by difference, not anew."""

    waiting: dict[K, Candidate[K]]
    inside: set[K] = field(default_factory=set)
    meets: dict[K, int] = field(default_factory=dict)
    met: dict[K, int] = field(default_factory=dict)
    wished_by: dict[K, set[K]] = field(default_factory=dict)
    known_to: dict[K, set[K]] = field(default_factory=dict)

    def come(self, key: K) -> None:
        """Somebody is in: it counts for whoever wishes to meet or has met them."""
        self.inside.add(key)
        for other in self.wished_by.get(key, ()):
            self.meets[other] = self.meets.get(other, 0) + 1
        for other in self.known_to.get(key, ()):
            self.met[other] = self.met.get(other, 0) + 1


def score(one: Candidate[K], inside: Iterable[K] = ()) -> Score[K]:
    """Score a client for a room in which `inside` are sure to be."""
    return _scored(one, set(inside))


def _scored(one: Candidate[K], inside: set[K]) -> Score[K]:
    """The same, of a room that is not copied for each name of a long list."""
    meets = (one.meets & inside) - {one.key}
    met = (one.met & inside) - {one.key}
    values = _terms(one, len(meets), len(met), len(inside) - (one.key in inside))
    terms = tuple((term, value) for term, value in values.items() if abs(value) >= 0.005)
    return Score(one.key, terms, tuple(sorted(meets, key=str)))


def _terms(one: Candidate[K], meets: int, met: int, here: int) -> dict[Term, float]:
    return {
        **_own_terms(one),
        Term.INTRODUCTION: WEIGHTS[Term.INTRODUCTION] * (1.0 if meets else 0.0),
        Term.COMPANIONS: WEIGHTS[Term.COMPANIONS] * (met / here if here else 0.0),
    }


def _own_terms(one: Candidate[K]) -> dict[Term, float]:
    """The terms that do not depend on who else comes."""
    unseen = UNSEEN_DAYS if one.unseen_days is None else one.unseen_days
    return {
        Term.CREDIT: WEIGHTS[Term.CREDIT] * one.credit,
        Term.FIRST: WEIGHTS[Term.FIRST] * _first(one.credit, unseen),
        Term.INTEREST: WEIGHTS[Term.INTEREST] * one.interest,
        Term.UNSEEN: WEIGHTS[Term.UNSEEN] * min(1.0, unseen / UNSEEN_DAYS),
        Term.CATEGORY: WEIGHTS[Term.CATEGORY] * one.category,
        Term.FATIGUE: WEIGHTS[Term.FATIGUE] * min(1.0, one.invited / FATIGUED),
    }


def _first(credit: float, unseen: int) -> float:
    """The turn of who had no seat in a year: grows with what is owed, full before a whole seat is.

    Interest alone would let somebody drawn to none of the season's kinds wait for ever.
    """
    if unseen < UNSEEN_DAYS:
        return 0.0
    return min(1.0, max(0.0, (credit - FIRST_FROM) / (FIRST_FULL - FIRST_FROM)))


def rank(
    candidates: Iterable[Candidate[K]], *, seats: int, inside: Iterable[K] = ()
) -> tuple[Score[K], ...]:
    """Everybody, in the order in which seats should be given; the first fill `seats`.

    Who is chosen counts as inside for the next one. A party that no longer fits is passed over,
    not broken up. Of equals, who comes first among the candidates.
    """
    waiting = {c.key: c for c in candidates}
    room = _room(waiting, inside)
    own = {k: sum(_own_terms(c).values()) for k, c in waiting.items()}
    place = {k: n for n, k in enumerate(waiting)}
    line = sorted(waiting, key=lambda k: -own[k])  # of equals, in the order given
    order: list[Score[K]] = []
    free = seats
    while waiting and free > 0:
        best = _best(room, line, own, place, free)
        if best is None:
            break
        chosen = waiting.pop(best)
        order.append(_scored(chosen, room.inside))
        free -= chosen.party
        room.come(best)
    rest = [_scored(c, room.inside) for c in waiting.values()]
    return (*order, *sorted(rest, key=lambda s: -s.total))


def _best(
    room: _Room[K], line: list[K], own: Mapping[K, float], place: Mapping[K, int], free: int
) -> K | None:
    """Who is next: the first in the line whom nobody inside touches, or one who is touched.

    Only those are looked at whom the room changes: a list of thousands stays quick.
    """
    touched = (room.meets.keys() | room.met.keys()) & room.waiting.keys()
    found = [k for k in touched if room.waiting[k].party <= free]
    untouched = next(
        (
            k
            for k in line
            if k in room.waiting and k not in touched and room.waiting[k].party <= free
        ),
        None,
    )
    if untouched is not None:
        found.append(untouched)
    if not found:
        return None
    return max(found, key=lambda k: (own[k] + _dynamic(room, k), -place[k]))


def _room(waiting: dict[K, Candidate[K]], inside: Iterable[K]) -> _Room[K]:
    room = _Room(waiting)
    for key, one in waiting.items():
        for other in one.meets:
            room.wished_by.setdefault(other, set()).add(key)
        for other in one.met:
            room.known_to.setdefault(other, set()).add(key)
    for key in inside:
        room.come(key)
    return room


def _dynamic(room: _Room[K], key: K) -> float:
    here = len(room.inside)
    met = room.met.get(key, 0) / here if here else 0.0
    return WEIGHTS[Term.INTRODUCTION] * bool(room.meets.get(key)) + WEIGHTS[Term.COMPANIONS] * met


def earned(seats: int, shares: Mapping[K, float]) -> dict[K, int]:
    """Thousandths of a seat for each, by the tier's share; together exactly the seats.

    What rounding leaves goes to the largest remainders, of equals in the order given.
    """
    whole = sum(shares.values())
    if whole <= 0:
        return dict.fromkeys(shares, 0)
    exact = {k: seats * MILLI * share / whole for k, share in shares.items()}
    found = {k: int(v) for k, v in exact.items()}
    left = seats * MILLI - sum(found.values())
    for key in sorted(exact, key=lambda k: found[k] - exact[k])[:left]:
        found[key] += 1
    return found


def repeated(kind: Hashable, lately: Sequence[Hashable]) -> float:
    """How much of the same kind a guest had lately, 0 to 1; the newest first, counting most."""
    back = lately[:_SAME]
    if not back:
        return 0.0
    weights = [FADING**n for n in range(_SAME)]
    return sum(w for w, k in zip(weights, back, strict=False) if k == kind) / sum(weights)


def gini(values: Sequence[float]) -> float:
    """0 where all have the same, towards 1 where one has everything."""
    whole, n = sum(values), len(values)
    if not n or whole <= 0:
        return 0.0
    ranked = sum(place * value for place, value in enumerate(sorted(values), start=1))
    return 2 * ranked / (n * whole) - (n + 1) / n
