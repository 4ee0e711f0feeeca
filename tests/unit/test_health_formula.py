"""The formula, against the worked example of the design and its own promises."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.health import formula as rules
from vipdesk.health.formula import CaseState, Flag, Part, formula
from vipdesk.vocabulary import Band, Severity

F = formula()
# Two quarters of one client, worked by hand in the design of the score.
Q2 = {
    Part.CONTACT: 100.0, Part.VALUE: 71.5, Part.COMPLAINTS: 99.2,
    Part.ENGAGEMENT: 72.9, Part.VOICE: 90.0, Part.PROMISES: 96.7,
}  # fmt: skip
Q3 = {
    Part.CONTACT: 60.2, Part.VALUE: 58.8, Part.COMPLAINTS: 70.8,
    Part.ENGAGEMENT: 55.0, Part.VOICE: 58.1, Part.PROMISES: 72.5,
}  # fmt: skip
parts = st.fixed_dictionaries({p: st.none() | st.floats(0, 100) for p in Part})


def known(which: dict[Part, float], *without: Part) -> dict[Part, float | None]:
    return {p: None if p in without else x for p, x in which.items()}


def test_the_worked_example_comes_out() -> None:
    assert rules.score(Q2, F).value == pytest.approx(88.2, abs=0.05)
    assert rules.score(Q3, F).value == pytest.approx(62.7, abs=0.05)


def test_the_movement_splits_into_parts_without_a_rest() -> None:
    before, now = rules.score(Q2, F), rules.score(Q3, F)
    moved = rules.movement(now, before)
    assert now.value is not None
    assert before.value is not None
    assert sum(moved.values()) == pytest.approx(now.value - before.value, abs=1e-9)
    assert sum(moved.values()) == pytest.approx(-25.5, abs=0.05)
    assert {p: round(v, 1) for p, v in moved.items()} == pytest.approx(
        {
            Part.COMPLAINTS: -7.1, Part.CONTACT: -6.0, Part.VOICE: -4.8,
            Part.ENGAGEMENT: -2.7, Part.VALUE: -2.5, Part.PROMISES: -2.4,
        },
        abs=0.051,
    )  # fmt: skip


def test_it_is_printed_to_the_nearest_five() -> None:
    assert [rules.shown(v, F) for v in (88.2, 62.7, 62.5, 62.4, 0, 100)] == [90, 65, 65, 60, 0, 100]


def test_missing_parts_give_bounds_not_health() -> None:
    found = rules.score(known(Q3, Part.VOICE, Part.PROMISES), F)
    assert found.coverage == 75
    assert found.value == pytest.approx(62, abs=0.5)
    assert (round(found.low), round(found.high)) == (47, 72)


def test_wrong_weights_matter_less_than_missing_parts() -> None:
    low, high = rules.sensitivity(Q3, F)
    assert 61 < low < 63
    assert 62.5 < high < 64.5
    # Every corner of ±20 % lies within.
    for signs in itertools.product((0.8, 1.2), repeat=6):
        weights = {p: w * s for (p, w), s in zip(F.weights.items(), signs, strict=True)}
        mean = sum(weights[p] * x for p, x in Q3.items()) / sum(weights.values())
        assert low - 1e-9 <= mean <= high + 1e-9


def test_below_sixty_per_cent_of_the_weights_there_is_no_number() -> None:
    thin = rules.score({Part.CONTACT: 100, Part.VALUE: 100, Part.COMPLAINTS: None}, F)
    assert thin.coverage == 35
    assert thin.value is None
    assert thin.raw == 100
    assert rules.band_of(thin.value, (), F) is Band.UNKNOWN


def test_nothing_known_is_not_healthy() -> None:
    found = rules.score({}, F)
    assert (found.value, found.raw, found.coverage) == (None, None, 0)
    assert (found.low, found.high) == (0, 100)


@given(parts)
def test_a_score_is_its_contributions_and_lies_in_its_bounds(
    which: dict[Part, float | None],
) -> None:
    found = rules.score(which, F)
    if found.raw is None:
        return
    assert found.raw == pytest.approx(75 + sum(found.contributions.values()), abs=1e-9)
    assert found.low - 1e-9 <= found.raw <= found.high + 1e-9


@pytest.mark.parametrize(("days", "x"), [(0, 100), (30, 100), (52, 60.2), (60, 50), (90, 25)])
def test_contact_halves_with_each_missed_rhythm(days: float, x: float) -> None:
    assert rules.contact(days, 30) == pytest.approx(x, abs=0.05)


def test_halved_spending_costs_twenty_five_points() -> None:
    assert rules.value_trend(500, 1000, 0, F) == 50
    assert rules.value_trend(1000, 1000, 100, F) == 75
    # One small deal more or less is damped by the usual deal.
    assert rules.value_trend(0, 100, 100, F) == 50
    assert rules.value_trend(0, 10**9, 1, F) == 0
    assert rules.value_trend(10**9, 0, 1, F) == 100


def test_a_complaint_weighs_by_grade_state_repetition_and_age() -> None:
    def points(severity: Severity, state: CaseState, days: float, *, repeated: bool) -> float:
        return rules.complaint_points(severity, state, days, F, repeated=repeated)

    assert points(Severity.S1, CaseState.OPEN, 0, repeated=False) == 40
    assert points(Severity.S2, CaseState.OVERDUE, 0, repeated=False) == 30
    assert points(Severity.S3, CaseState.CONFIRMED, 180, repeated=False) == pytest.approx(0.6)
    assert points(Severity.S2, CaseState.UNRESOLVED, 0, repeated=True) == pytest.approx(37.5)
    # The example: a serious one overdue for 12 days and an old confirmed ordinary one.
    both = (
        points(Severity.S2, CaseState.OVERDUE, 12, repeated=False),
        points(Severity.S3, CaseState.CONFIRMED, 196, repeated=False),
    )
    assert rules.complaints(both) == pytest.approx(70.8, abs=0.05)
    assert rules.complaints([80, 40]) == 0


def test_a_polite_no_is_better_than_silence_and_two_invitations_do_not_decide() -> None:
    assert rules.engagement(0, 0, 0, 0, F) == 60
    assert rules.engagement(1, 0, 0, 0, F) < 100
    assert (
        rules.engagement(4, 0, 0, 0, F)
        > rules.engagement(0, 4, 0, 0, F)
        > rules.engagement(0, 0, 4, 0, F)
        > rules.engagement(0, 0, 0, 4, F)
    )


def test_promises_are_smoothed_and_none_is_unknown() -> None:
    assert rules.promises(4, 6, F) == pytest.approx(72.5)
    assert rules.promises(0, 0, F) is None


def test_voice_is_unknown_without_answers_and_newer_ones_weigh_more() -> None:
    assert rules.voice([], F) is None
    assert rules.voice([(100, 0), (0, 180)], F) == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("value", "flags", "band"),
    [
        (75, (), Band.STEADY),
        (74.9, (), Band.WATCH),
        (54.9, (), Band.AT_RISK),
        (90, (Flag.OVERDUE_PROMISE,), Band.WATCH),
        (90, (Flag.OPEN_GRAVE, Flag.SILENCE), Band.AT_RISK),
        (40, (Flag.SILENCE,), Band.AT_RISK),
        (None, (Flag.SILENCE,), Band.UNKNOWN),
        (None, (Flag.LEAVING,), Band.AT_RISK),
    ],
)
def test_flags_are_never_averaged_away(
    value: float | None, flags: tuple[Flag, ...], band: Band
) -> None:
    assert rules.band_of(value, flags, F) is band


def test_every_flag_and_part_is_said_and_weighed() -> None:
    assert set(rules.PART_NAMES) == set(Part) == set(F.weights)
    assert set(rules.FLAG_NAMES) == set(Flag) == set(F.ceilings)
    assert sum(F.weights.values()) == 100


def test_nothing_to_weigh_has_no_range() -> None:
    with pytest.raises(ValueError, match="no part"):
        rules.sensitivity({}, F)
