"""Scarce seats: the score, the shares, who is expected, and a season drawn by lot."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.allocation import GINI, INTEREST, season
from vipdesk.events import allocation, expected
from vipdesk.events.allocation import MILLI, Candidate, Term, rank, score
from vipdesk.events.expected import Answers, Chance


def test_the_terms_of_a_score_are_those_of_the_rule() -> None:
    one = Candidate(
        "a", credit=0.5, interest=1.0, unseen_days=730, category=1.0, invited=9,
        meets=frozenset({"b"}), met=frozenset({"b"}),
    )  # fmt: skip
    told = dict(score(one, ["b", "c"]).terms)
    assert told[Term.CREDIT] == pytest.approx(0.5)
    assert told[Term.INTEREST] == pytest.approx(0.6)
    assert told[Term.INTRODUCTION] == pytest.approx(0.3)
    assert told[Term.UNSEEN] == pytest.approx(0.2)
    assert all(told[t] < 0 for t in (Term.CATEGORY, Term.COMPANIONS, Term.FATIGUE))


def test_a_term_that_is_nothing_is_not_told() -> None:
    assert score(Candidate("a", unseen_days=0)).terms == ()


def test_who_is_chosen_draws_whom_they_should_meet() -> None:
    names = [
        Candidate("first", credit=1.0, unseen_days=0),
        Candidate("other", credit=0.1, unseen_days=0),
        Candidate("wished", credit=0.0, unseen_days=0, meets=frozenset({"first"})),
    ]
    assert [s.key for s in rank(names, seats=2)] == ["first", "wished", "other"]


def test_a_party_is_never_broken_up() -> None:
    names = [Candidate("four", credit=2.0, party=4), Candidate("one", credit=0.1)]
    assert next(s.key for s in rank(names, seats=3)) == "one"


@given(
    st.integers(0, 300),
    st.dictionaries(st.integers(), st.floats(0.5, 3.0), min_size=1, max_size=60),
)
@settings(max_examples=60, deadline=None)
def test_shares_add_up_to_the_seats_exactly(seats: int, shares: dict[int, float]) -> None:
    found = allocation.earned(seats, shares)
    assert sum(found.values()) == seats * MILLI
    assert set(found) == set(shares)


def test_a_higher_tier_earns_more_in_its_proportion() -> None:
    assert allocation.earned(3, {"a": 2.0, "b": 1.0}) == {"a": 2000, "b": 1000}


def test_the_same_kind_counts_less_the_longer_ago() -> None:
    lately = [allocation.repeated("x", kinds) for kinds in (["x", "y"], ["y", "x"], ["y", "y"])]
    assert lately[0] > lately[1] > lately[2] == 0
    assert allocation.repeated("x", ["x"] * 4) == pytest.approx(1.0)


@pytest.mark.parametrize(("values", "index"), [([1, 1, 1], 0), ([0, 0, 3], 2 / 3), ([], 0)])
def test_gini_is_nothing_for_equals_and_grows_with_difference(
    values: list[float], index: float
) -> None:
    assert allocation.gini(values) == pytest.approx(index)


def test_a_new_client_is_expected_like_the_tier_and_habit_outweighs_it() -> None:
    tier = Answers(100, 80)
    fresh = expected.chance_of_yes(Answers(), tier)
    assert fresh == pytest.approx(82 / 104)
    assert expected.chance_of_yes(Answers(20, 0), tier) < 0.2 < fresh
    assert expected.chance_of_yes(Answers(), Answers()) == pytest.approx(0.5)


@given(
    st.lists(st.tuples(st.floats(0.02, 0.98), st.integers(1, 3)), min_size=1, max_size=7),
    st.integers(0, 12),
)
@settings(max_examples=40, deadline=None)
def test_the_risk_of_too_many_is_that_of_all_cases_counted(
    parties: list[tuple[float, int]], seats: int
) -> None:
    chances = [Chance(n, p, size) for n, (p, size) in enumerate(parties)]
    by_hand = sum(
        math.prod(c.p if comes else 1 - c.p for c, comes in zip(chances, case, strict=True))
        for case in itertools.product((True, False), repeat=len(chances))
        if sum(c.party for c, comes in zip(chances, case, strict=True) if comes) > seats
    )
    assert expected.overflow(expected.people(chances), seats) == pytest.approx(by_hand, abs=1e-9)


@given(
    st.lists(st.tuples(st.floats(0.05, 1.0), st.integers(1, 4)), max_size=40),
    st.lists(st.tuples(st.floats(0.05, 0.95), st.integers(1, 4)), max_size=40),
    st.integers(1, 30),
    st.booleans(),
)
@settings(max_examples=60, deadline=None)
def test_a_wave_keeps_the_risk_and_never_overbooks_chairs(
    asked: list[tuple[float, int]], more: list[tuple[float, int]], seats: int, seated: bool
) -> None:
    before = [Chance(("asked", n), p, size) for n, (p, size) in enumerate(asked)]
    next_ = [Chance(("next", n), p, size) for n, (p, size) in enumerate(more)]
    wave = expected.wave(seats, before, next_, seated=seated)
    if wave.keys:
        if seated:
            assert wave.most <= seats
        assert wave.risk <= expected.RISK + 1e-9


def test_a_standing_evening_is_asked_beyond_its_places() -> None:
    next_ = [Chance(n, 0.4) for n in range(60)]
    wave = expected.wave(20, [], next_, seated=False)
    assert len(wave.keys) > 20
    assert wave.risk <= expected.RISK


def test_a_drawn_season_is_fair_and_fits_interests() -> None:
    runs = [season(seed, clients=200, events=24, seats=20) for seed in range(3)]
    assert all(run.never == 0 and run.gini <= GINI and run.interest >= INTEREST for run in runs)


def test_first_come_first_served_would_not_be() -> None:
    run = season(1, clients=200, events=24, seats=20, fair=False)
    assert run.never > 50
    assert run.gini > GINI


def test_who_had_no_seat_for_a_year_has_a_turn_that_grows_with_what_is_owed() -> None:
    owed = [score(Candidate("a", credit=c)) for c in (0.2, 0.6, 1.0)]
    turns = [dict(one.terms).get(Term.FIRST, 0.0) for one in owed]
    assert 0 == turns[0] < turns[1] < turns[2]
    assert Term.FIRST not in dict(score(Candidate("a", credit=2.0, unseen_days=30)).terms)
