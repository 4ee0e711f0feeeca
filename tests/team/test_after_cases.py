"""Causes, problems, actions and lessons under the policies of a real server."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import ProgrammingError

from tests.team.club import Club
from tests.unit.test_complaints_actions import CAUSE
from vipdesk.complaints import actions, causes, problems
from vipdesk.learning import ActionKind


def test_a_manager_names_a_cause_and_does_an_action_and_reads_a_lesson(club: Club) -> None:
    case_id = club.planted.open_case
    maria, petr, oleg = club.office("maria"), club.office("petr"), club.office("oleg")
    maria.write(lambda desk: causes.code_cause(desk, case_id, CAUSE))
    assert maria.read(lambda desk: causes.coded(desk, case_id))
    maria.write(
        lambda desk: causes.cause_not_found(
            desk, case_id, looked="Журнал зала и переписка за день", title="Рассадка меняется"
        )
    )
    (problem,) = maria.read(problems.list_problems)
    assert problem.cases == 1
    assert oleg.read(problems.list_problems) == ()
    action = petr.write(
        lambda desk: actions.add_action(
            desk, problem.id, kind=ActionKind.PREVENT, text="Печатать схему зала",
            expected="Ни одной неверной рассадки", owner_id=maria.staff.id,
            due_on=desk.now.date() + timedelta(days=7),
        )
    )[0]  # fmt: skip
    assert oleg.read(actions.list_actions) == ()
    assert maria.write(lambda desk: actions.finish_action(desk, action.id))[0].to_check
    petr.write(
        lambda desk: problems.publish_lesson(
            desk, text="Схему зала печатаем и раздаём за час до гостей"
        )
    )
    assert len(maria.read(problems.list_lessons)) == 1


@pytest.mark.parametrize("table", ["follow_up", "root_cause", "problem", "lesson"])
def test_a_coordinator_learns_nothing_of_it(club: Club, table: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        club.run("anna", f"SELECT count(*) FROM vip_private.{table}")
