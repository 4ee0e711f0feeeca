"""The seating engine: small rooms against every seating there is, rules kept."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.events.seating import engine
from vipdesk.events.seating.chairs import place_chairs
from vipdesk.events.seating.contradictions import find_contradiction
from vipdesk.events.seating.problem import (
    Bar,
    Group,
    Problem,
    RuleKind,
    alone,
    broken,
    laid,
    score,
)
from vipdesk.events.seating.state import HARD, State

SMALL = engine.Effort(6_000, 1, 12, 5.0)


def evening(seed: int) -> Problem:
    """Seven parties, three tables of four."""
    draw = Random(seed)
    sizes = tuple(draw.choice((1, 1, 1, 2)) for _ in range(7))
    pairs = draw.sample(list(combinations(range(7), 2)), 12)
    return Problem(
        sizes=sizes,
        seats=(4, 4, 4),
        least=2,
        near=(frozenset({1}), frozenset({0, 2}), frozenset({1})),
        bars=(Bar(RuleKind.STEP_FREE, 0, frozenset({0, 1})),),
        apart=(pairs[0],),
        far=(pairs[1],),
        groups=(Group(RuleKind.COMPANY, ((2, 1), (3, 1), (4, 1)), 2),),
        weights=tuple((u, v, draw.randint(-4, 9)) for u, v in pairs[2:]),
        likes=((1, 2, 5),),
        topics=((0, 1, 2), (3, 4, 5, 6)),
        ties=tuple(pairs[4:9]),
    )


def best_of_all(problem: Problem) -> int | None:
    """Every seating there is that uses each table which is laid."""
    every = product(range(len(problem.seats)), repeat=len(problem.sizes))
    used = {t for t, seats in enumerate(laid(problem).seats) if seats}
    good = (at for at in every if set(at) == used and not broken(problem, at))
    return max((score(problem, at) for at in good), default=None)


@pytest.mark.parametrize("seed", range(8))
def test_a_small_room_is_seated_as_well_as_it_can_be(seed: int) -> None:
    problem = evening(seed)
    best = best_of_all(problem)
    found = engine.seat(problem, seed=seed, effort=SMALL)
    if best is None:
        assert found.breaks
        assert find_contradiction(problem)
    else:
        assert (found.breaks, found.score) == (0, best)
        assert not find_contradiction(problem)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_what_a_move_gains_is_what_the_score_says(seed: int, moves: list[int]) -> None:
    problem = replace(evening(seed), bars=())  # tables barred to a unit are never tried
    state = State(problem, [m % 3 for m in range(7)])
    for move in moves:
        unit, table = move % 7, move % 3
        if state.at[unit] != table:
            state.value += state.gain(unit, table)
            state.move(unit, table)
    assert state.value == State(problem, state.at).value
    if not broken(problem, state.at):
        assert state.value == score(problem, state.at)
    else:
        assert state.value <= score(problem, state.at) - HARD + 100


def test_the_same_seed_gives_the_same_seating() -> None:
    first, again = (engine.seat(evening(3), seed=9, effort=SMALL) for _ in range(2))
    assert first == again


def test_it_ends_with_the_best_so_far_when_it_is_told_to() -> None:
    told: list[int] = []

    def tell(so_far: engine.Seated) -> bool:
        told.append(so_far.score)
        return len(told) == 2

    found = engine.seat(evening(1), effort=replace(SMALL, steps=1_000_000), tell=tell)
    assert len(told) == 2
    assert found.score >= told[0]


def test_nobody_in_the_room_is_no_trouble() -> None:
    assert engine.seat(Problem((), (4,))).at == ()
    assert engine.seat(Problem((2, 1), ())).breaks == 2


def test_tables_nobody_needs_are_closed_first_the_last() -> None:
    problem = Problem((2, 2, 1), (4, 4, 4), least=2, bars=(Bar(RuleKind.LOCK, 2, frozenset({2})),))
    assert laid(problem).seats == (4, 0, 4)
    found = engine.seat(problem, effort=SMALL)
    assert not found.breaks


def test_few_move_on_a_late_change() -> None:
    problem = evening(1)
    before = engine.seat(problem, seed=2, effort=SMALL)
    late = engine.keep_near(problem, before.at, 10)
    after = engine.seat(late, seed=5, effort=SMALL)
    assert after.at == before.at


def test_three_tables_anew_leave_the_others_and_seat_who_waits() -> None:
    problem = replace(evening(1), seats=(4, 4, 4, 4), near=(), far=(), least=0)
    at = list(engine.seat(problem, effort=SMALL).at)
    outside = {u: t for u, t in enumerate(at) if t == 3}
    waiting = next(u for u, t in enumerate(at) if t != 3)
    at[waiting] = -1
    found = engine.reseat(problem, at, [0, 1, 2])
    assert all(found.at[u] == 3 for u in outside)
    assert found.at[waiting] in {0, 1, 2}
    assert not found.breaks


def test_who_has_nobody_to_talk_to_is_alone() -> None:
    problem = Problem((1, 1, 1), (3, 3), ties=((0, 1),))
    assert alone(problem, (0, 1, 0)) == [0, 1]
    assert alone(problem, (0, 0, 1)) == []


# Contradictions -------------------------------------------------------------------------------


def kinds(problem: Problem) -> set[RuleKind]:
    return {c.kind for c in find_contradiction(problem)}


def test_what_contradicts_is_named() -> None:
    lock = RuleKind.LOCK
    two = Problem((1, 1, 1), (2, 2))
    assert kinds(two) == set()
    (chairs,) = find_contradiction(Problem((3, 2), (2, 2)))
    assert (chairs.kind, chairs.count) == (RuleKind.CHAIRS, 1)
    (large,) = find_contradiction(Problem((3,), (2, 2)))
    assert (large.kind, large.units) == (RuleKind.CHAIRS, (0,))
    tied = (Bar(lock, 0, frozenset({0})), Bar(lock, 1, frozenset({0})))
    assert kinds(replace(two, bars=tied, apart=((0, 1),))) == {lock, RuleKind.APART}
    knot = find_contradiction(replace(two, apart=((0, 1), (1, 2), (0, 2))))
    assert set(knot[0].units) == {0, 1, 2}
    flat = tuple(Bar(RuleKind.STEP_FREE, u, frozenset({0})) for u in range(3))
    missing = find_contradiction(replace(two, bars=flat))
    assert {c.kind for c in missing} == {RuleKind.STEP_FREE, RuleKind.CHAIRS}
    assert missing[0].count == 1
    crowd = Group(RuleKind.NEWCOMERS, ((0, 1), (1, 1), (2, 1)), 1)
    assert kinds(replace(two, groups=(crowd,))) == {RuleKind.NEWCOMERS}
    party = Group(RuleKind.COMPANY, ((0, 3),), 2)
    assert kinds(Problem((3,), (4,), groups=(party,))) == {RuleKind.COMPANY}
    nowhere = (Bar(lock, 0, frozenset({0})), Bar(RuleKind.LANGUAGE, 0, frozenset({1})))
    assert kinds(replace(two, bars=nowhere)) == {lock, RuleKind.LANGUAGE}


def test_rules_that_contradict_only_together_are_found_by_assumptions() -> None:
    """Nothing to be counted: who is kept from the guest locked at one table fills another."""
    only = frozenset({0, 1})
    room = Problem(
        (1, 1, 1), (2, 1, 2),
        bars=(
            Bar(RuleKind.LOCK, 0, frozenset({0})),
            Bar(RuleKind.STEP_FREE, 1, only),
            Bar(RuleKind.STEP_FREE, 2, only),
        ),
        apart=((0, 1), (0, 2)),
    )  # fmt: skip
    found = find_contradiction(room)
    assert {c.kind for c in found} == {
        RuleKind.LOCK, RuleKind.STEP_FREE, RuleKind.APART, RuleKind.CHAIRS,
    }  # fmt: skip
    assert len(found) == 6


def test_two_to_be_kept_apart_may_have_no_two_tables() -> None:
    """The one table that is left is beside the rival's; a third guest takes no part in it."""
    room = Problem(
        (1, 1, 1), (2, 2, 2), near=(frozenset({1}), frozenset({0}), frozenset()),
        bars=(
            Bar(RuleKind.LOCK, 0, frozenset({0})),
            Bar(RuleKind.STEP_FREE, 1, frozenset({0, 1})),
            Bar(RuleKind.LANGUAGE, 2, frozenset({0, 1})),
        ),
        far=((0, 1),),
    )  # fmt: skip
    found = find_contradiction(room)
    assert {c.kind for c in found} == {RuleKind.LOCK, RuleKind.STEP_FREE, RuleKind.FAR}
    assert 2 not in {u for c in found for u in c.units}
    least = Problem((1, 1, 1, 1, 1), (3, 3), least=4)
    assert RuleKind.LEAST in kinds(least)
    crowd = Group(RuleKind.COMPANY, ((0, 1), (1, 1), (2, 1)), 1)
    few = tuple(Bar(RuleKind.LANGUAGE, u, frozenset({0, 1})) for u in range(3))
    assert RuleKind.COMPANY in kinds(Problem((1,) * 4, (3, 3, 3), bars=few, groups=(crowd,)))


# Chairs ---------------------------------------------------------------------------------------


def test_a_party_sits_side_by_side_and_introductions_next_to_each_other() -> None:
    people = [(0, 0), (0, 1), (1, 0), (2, 0), (3, 0)]
    at = place_chairs(people, range(2, 8), 7, {(1, 3): 12}, {(2, 0): 4})
    assert at[2, 0] == 4
    assert 1 not in at.values()
    assert abs(at[0, 0] - at[0, 1]) == 1
    assert abs(at[1, 0] - at[3, 0]) == 1
    assert len(set(at.values())) == 5
