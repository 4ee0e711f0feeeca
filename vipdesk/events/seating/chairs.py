"""Which chair at the table: companions side by side, people to introduce next to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

TOGETHER = 1000
"""A party that does not sit side by side is never better."""

Person = tuple[int, int]
"""(unit, which of the party)."""


def place_chairs(
    people: Sequence[Person],
    free: Sequence[int],
    count: int,
    gains: Mapping[tuple[int, int], int],
    fixed: Mapping[Person, int] | None = None,
) -> dict[Person, int]:
    """A chair (1…count, in order around the table) for each. free: chairs that may be taken.

    gains: of two units (lower first) that sit next to each other. fixed: who stays. Swaps until
    none helps: the same input gives the same chairs.
    """
    fixed = dict(fixed or {})
    taken = set(fixed.values())
    left = [n for n in free if n not in taken]
    loose = sorted(p for p in people if p not in fixed)
    at: dict[Person, int] = dict(fixed)
    at.update(zip(loose, left, strict=False))
    spots = left[: len(left)]
    who: dict[int, Person] = {chair: person for person, chair in at.items()}
    better = True
    rounds = 0
    while better and rounds < 30:
        better, rounds = False, rounds + 1
        for one, other in combinations(spots, 2):
            if _try(who, one, other, count, gains):
                better = True
    return {person: chair for chair, person in who.items()}


def _try(
    who: dict[int, Person], one: int, other: int, count: int, gains: Mapping[tuple[int, int], int]
) -> bool:
    if one not in who and other not in who:
        return False
    around = {one, other, *_beside(one, count), *_beside(other, count)}
    before = _worth(who, around, count, gains)
    _swap(who, one, other)
    if _worth(who, around, count, gains) > before:
        return True
    _swap(who, one, other)
    return False


def _swap(who: dict[int, Person], one: int, other: int) -> None:
    here, there = who.pop(one, None), who.pop(other, None)
    if here is not None:
        who[other] = here
    if there is not None:
        who[one] = there


def _beside(chair: int, count: int) -> tuple[int, int]:
    return (chair - 2) % count + 1, chair % count + 1


def _worth(
    who: dict[int, Person], around: set[int], count: int, gains: Mapping[tuple[int, int], int]
) -> int:
    worth = 0
    for chair in around:
        person = who.get(chair)
        if person is None:
            continue
        for side in _beside(chair, count):
            other = who.get(side)
            if other is None:
                continue
            share = 1 if side in around else 2  # seen from one end only
            if other[0] == person[0]:
                worth += share * (TOGETHER - 10 * abs(other[1] - person[1]))
            else:
                pair = (min(person[0], other[0]), max(person[0], other[0]))
                worth += share * (10 * gains.get(pair, 0) + 1)
    return worth
