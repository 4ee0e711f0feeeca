"""Departments: tasks with their own clocks, extracts in our words, the on-time table."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.factories import as_role, later
from tests.factories_complaints import WORDS, clock_of, in_work
from vipdesk.access import Desk
from vipdesk.compensating import TaskState
from vipdesk.complaints import departments, timekeeping
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import Complaint
from vipdesk.vocabulary import ClockKind, ClockVerdict, Role


@pytest.fixture
def case(desk: Desk) -> UUID:
    return in_work(desk)


def given(desk: Desk, case: UUID, department: str = "Зал") -> UUID:
    return departments.give_task(
        desk, case, department=department, extract="Проверьте, кто менял схему столов накануне"
    )


def only(desk: Desk, case: UUID) -> departments.TaskRow:
    return departments.list_tasks(desk, case)[0]


def test_a_task_has_a_clock_of_its_own_until_it_is_done(desk: Desk, case: UUID) -> None:
    task = given(desk, case)
    assert clock_of(desk, case, ClockKind.OLA).due_at == only(desk, case).due_at
    assert departments.open_tasks(desk, case) == 1
    departments.finish_task(later(desk, hours=1), task, answer="Схему меняли в 17:40", quality=4)
    assert departments.open_tasks(desk, case) == 0
    assert clock_of(desk, case, ClockKind.OLA).verdict is ClockVerdict.MET


def test_the_clients_words_are_not_passed_on(desk: Desk, case: UUID) -> None:
    with pytest.raises(UserError, match="own words") as refused:
        departments.give_task(desk, case, department="Зал", extract=f"Клиент пишет: {WORDS}")
    assert refused.value.field == "extract"


def test_the_clock_stands_only_while_the_department_asks_us(desk: Desk, case: UUID) -> None:
    task = given(desk, case)
    due = only(desk, case).due_at
    departments.ask_back(later(desk, minutes=30), task, question="О каком вечере речь?")
    assert not timekeeping.open_clocks(desk, case, ClockKind.OLA)
    assert not only(later(desk, days=9), case).late
    departments.answer_question(later(desk, days=9), task, text="О дегустации в четверг")
    assert only(desk, case).due_at > due
    assert timekeeping.open_clocks(desk, case, ClockKind.OLA)[0].due_at == only(desk, case).due_at
    with pytest.raises(Conflict):
        departments.answer_question(desk, task, text="ещё раз")


def test_what_was_late_before_the_question_stays_late(desk: Desk, case: UUID) -> None:
    task = given(desk, case)
    departments.ask_back(later(desk, days=9), task, question="О каком вечере речь?")
    departments.answer_question(later(desk, days=10), task, text="О дегустации")
    departments.finish_task(later(desk, days=10), task, answer="Готово")
    assert clock_of(desk, case, ClockKind.OLA).verdict is ClockVerdict.MISSED


def test_a_task_opened_again_gets_its_time_anew_and_one_taken_back_counts_for_nobody(
    desk: Desk, case: UUID
) -> None:
    task = given(desk, case)
    departments.finish_task(desk, task, answer="Готово")
    departments.reopen_task(later(desk, days=1), task, reason="Не тот вечер")
    row = only(desk, case)
    assert (row.state, row.reopened) == (TaskState.OPEN, 1)
    departments.take_back(later(desk, days=1), task, reason="Уже не нужно")
    assert departments.open_tasks(desk, case) == 0
    assert departments.on_time_table(desk, since=later(desk, days=-1).now) == ()


def test_departments_are_ranked_by_how_often_they_were_on_time(desk: Desk, case: UUID) -> None:
    for department, days in (("Кухня", 0), ("Кухня", 12), ("Зал", 0)):
        departments.finish_task(
            later(desk, days=days), given(desk, case, department), answer="Готово", quality=5
        )
    given(desk, case, "Зал")
    rows = departments.on_time_table(later(desk, minutes=5), since=later(desk, days=-1).now)
    assert [(r.department, r.on_time, r.judged, r.open) for r in rows] == [
        ("Кухня", 1, 2, 0), ("Зал", 1, 1, 1),
    ]  # fmt: skip
    assert rows[0].quality == 5
    assert rows[0].median_over is not None


def test_a_hidden_task_is_answered_like_one_that_is_not_there(desk: Desk, case: UUID) -> None:
    task = given(desk, case)
    coordinator = as_role(desk, Role.COORDINATOR)
    for one in (task, case):
        with pytest.raises(NotFound, match="no such task"):
            departments.finish_task(coordinator, one, answer="x")
    assert departments.on_time_table(coordinator, since=later(desk, days=-1).now) == ()
    complaint = desk.session.get_one(Complaint, case)
    complaint.closed_at = desk.now
    desk.session.flush()
    with pytest.raises(UserError, match="closed"):
        given(desk, case)
