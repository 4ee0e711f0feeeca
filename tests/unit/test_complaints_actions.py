"""Corrective actions and whether they worked: exact intervals against known values."""

from __future__ import annotations

import math
from datetime import timedelta
from uuid import UUID

import pytest

from tests.factories import as_role, later
from tests.factories_complaints import filed
from vipdesk.access import Desk
from vipdesk.complaints import actions, causes, effect, problems
from vipdesk.complaints.action_lines import list_due_actions
from vipdesk.complaints.causes import Found
from vipdesk.errors import NotFound, UserError
from vipdesk.learning import ActionKind, Effect, Mechanism, Origin
from vipdesk.vocabulary import Role

CAUSE = Found(Mechanism.DELAY, Origin.SUPPLIER, ("Перевозчик подаёт машину без запаса времени",))


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [  # Clopper–Pearson, as SciPy's binomtest says
        (0, 10, 0.0, 0.3084971), (5, 10, 0.1870860, 0.8129140), (19, 20, 0.7512672, 0.9987349),
        (10, 10, 0.6915029, 1.0), (1, 100, 0.0002531, 0.0544594),
    ],
)  # fmt: skip
def test_the_interval_of_a_share_is_the_known_one(
    hits: int, trials: int, low: float, high: float
) -> None:
    found = effect.binomial_interval(hits, trials)
    assert found == pytest.approx((low, high), abs=1e-6)


def test_the_interval_of_a_ratio_is_the_known_one() -> None:
    # Computed with the quantiles of the beta distribution in SciPy.
    found = effect.rate_ratio(21, 3011, 11, 800)
    assert found.ratio == pytest.approx(1.971488, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((0.8584264, 4.2772659), abs=1e-6)


def test_a_ratio_is_turned_round_with_its_counts_and_never_below_zero() -> None:
    for before in range(8):
        for after in range(8):
            there, back = (
                effect.rate_ratio(before, 90, after, 45),
                effect.rate_ratio(after, 45, before, 90),
            )
            assert 0 <= there.low <= there.high
            if there.ratio not in (None, 0.0, math.inf):
                assert there.low <= there.ratio <= there.high
                assert back.low == pytest.approx(1 / there.high)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (12, 1, Effect.WORKED), (6, 0, Effect.WORKED), (5, 0, Effect.NOT_SHOWN),
        (3, 1, Effect.NOT_SHOWN), (0, 0, Effect.NOT_SHOWN),
        (4, 5, Effect.NO), (1, 2, Effect.NOT_SHOWN),
    ],
)  # fmt: skip
def test_few_cases_show_nothing(before: int, after: int, said: Effect) -> None:
    assert effect.verdict(before, 90, after, 90) is said


def coded(desk: Desk, times: int) -> None:
    for _ in range(times):
        causes.code_cause(desk, filed(desk).id, CAUSE)


def problem(head: Desk) -> UUID:
    return problems.open_problem(
        head, title="Подача машин", mechanism=Mechanism.DELAY, origin=Origin.SUPPLIER
    ).id


def action(head: Desk, problem_id: UUID, owner: Desk) -> actions.ActionRow:
    return actions.add_action(
        head, problem_id, kind=ActionKind.PREVENT, text="Подача за полчаса до срока",
        expected="Ни одного опоздания за квартал", owner_id=owner.actor.id,
        due_on=head.now.date() + timedelta(days=10),
    )  # fmt: skip


def test_an_action_is_done_and_checked_after_ninety_days(desk: Desk) -> None:
    coded(desk, 7)
    head = as_role(desk, Role.HEAD)
    made = action(head, problem(head), desk)
    mine = later(desk, days=10)
    assert [a.id for a in list_due_actions(mine, until=mine.now.date())] == [made.id]
    done = actions.finish_action(mine, made.id)
    assert done.check_on == (mine.now + actions.CHECK_AFTER).date()
    early = later(head, days=50)
    with pytest.raises(UserError, match="90 days"):
        actions.check_effect(early, made.id)
    assert list_due_actions(early, until=early.now.date()) == ()
    after = later(head, days=100)
    assert [a.id for a in list_due_actions(after, until=after.now.date())] == [made.id]
    checked = actions.check_effect(after, made.id)
    assert (checked.before, checked.after, checked.effect) == (7, 0, Effect.WORKED)
    assert checked.interval is not None
    assert checked.interval.high < 1
    problems.solve_problem(after, made.problem_id)


def test_a_problem_is_not_solved_before_its_actions_are_checked(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    made = action(head, problem(head), desk)
    with pytest.raises(UserError, match="effect"):
        problems.solve_problem(head, made.problem_id)


def test_an_action_says_what_it_expects_and_who_does_it_by_when(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    given = {
        "kind": ActionKind.CORRECT, "text": "Заменить перевозчика", "expected": "Нет опозданий",
        "owner_id": desk.actor.id, "due_on": head.now.date(),
    }  # fmt: skip
    where = problem(head)
    outsider = as_role(desk, Role.COORDINATOR).actor.id
    for field, wrong in (
        ("text", {"text": " "}), ("expected", {"expected": ""}), ("owner", {"owner_id": outsider}),
        ("due_on", {"due_on": head.now.date() - timedelta(days=1)}),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            actions.add_action(head, where, **{**given, **wrong})  # type: ignore[arg-type]
        assert refused.value.field == field
    with pytest.raises(UserError):
        actions.add_action(desk, where, **given)  # type: ignore[arg-type]


def test_a_manager_sees_own_actions_alone(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    hers = action(head, problem(head), head)
    assert actions.list_actions(desk) == ()
    with pytest.raises(NotFound):
        actions.finish_action(desk, hers.id)
