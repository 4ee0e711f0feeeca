"""Causes on two axes: a mistake is no root, 'not found' opens a problem; clusters; lessons."""

from __future__ import annotations

import pytest

from tests.factories import as_role, later
from tests.factories_complaints import filed, row_of
from vipdesk.access import Desk
from vipdesk.complaints import causes, problems
from vipdesk.complaints.causes import Found
from vipdesk.errors import NotFound, UserError
from vipdesk.learning import Mechanism, Origin, ProblemState, Surety
from vipdesk.vocabulary import Role

WHYS = (
    "Рассадку поменяли за час до начала, и официанты об этом не знали",
    "Новая схема передаётся устно, листа для зала никто не печатает",
)
SEATING = Found(Mechanism.MISTAKE, Origin.HANDOVER, WHYS, Surety.CONFIRMED)


def test_a_cause_is_kept_on_both_axes_with_its_whys(desk: Desk) -> None:
    case = filed(desk)
    assert not causes.coded(desk, case.id)
    causes.code_cause(desk, case.id, SEATING)
    row = causes.find_cause(desk, case.id)
    assert row is not None
    assert (row.mechanism, row.origin, row.surety) == (
        Mechanism.MISTAKE, Origin.HANDOVER, Surety.CONFIRMED,
    )  # fmt: skip
    assert row.whys == WHYS
    assert causes.coded(desk, case.id)
    causes.code_cause(desk, case.id, Found(Mechanism.DELAY, Origin.SUPPLIER, WHYS[:1]))
    again = causes.find_cause(desk, case.id)
    assert again is not None
    assert again.mechanism is Mechanism.DELAY


@pytest.mark.parametrize(
    ("origin", "whys"),
    [
        (Origin.SKILL, ("Это просто человеческий фактор",)),
        (Origin.HANDOVER, ("Сотрудник забыл передать новую схему",)),
        (Origin.SKILL, ("Официант перепутал столы в зале",)),
        (Origin.PROCESS_NOT_FOLLOWED, ("It was a human error of the waiter",)),
        (Origin.HANDOVER, (WHYS[0], "По невнимательности администратора зала")),
    ],
)
def test_human_error_alone_is_no_root(desk: Desk, origin: Origin, whys: tuple[str, ...]) -> None:
    case = filed(desk)
    with pytest.raises(UserError, match="why it could happen") as refused:
        causes.code_cause(desk, case.id, Found(Mechanism.MISTAKE, origin, whys))
    assert refused.value.field == "whys"
    assert not causes.coded(desk, case.id)


@pytest.mark.parametrize("whys", [(), ("Так вышло",), (WHYS[0],) * 6])
def test_a_cause_needs_one_to_five_whole_whys(desk: Desk, whys: tuple[str, ...]) -> None:
    with pytest.raises(UserError):
        causes.code_cause(desk, filed(desk).id, Found(Mechanism.DELAY, Origin.LOAD, whys))


def test_not_found_is_said_and_leaves_a_problem_open(desk: Desk) -> None:
    case = filed(desk)
    with pytest.raises(UserError):
        causes.cause_not_found(desk, case.id, looked="нигде", title="Рассадка меняется")
    row = causes.cause_not_found(
        desk, case.id, looked="Журнал зала и переписка за тот день", title="Рассадка меняется сама"
    )
    assert causes.coded(desk, case.id)
    assert row.problem_id is not None
    found = problems.get_problem(desk, row.problem_id)
    assert (found.state, found.cases, found.mechanism) == (ProblemState.OPEN, 1, None)
    again = causes.cause_not_found(
        desk, case.id, looked="Ещё раз журнал зала", title="Рассадка меняется сама"
    )
    assert again.problem_id == row.problem_id


def test_a_hidden_case_has_no_cause_to_be_named(desk: Desk) -> None:
    case = filed(desk)
    head = as_role(desk, Role.HEAD)
    row_of(desk, case).about_staff_id = head.actor.id
    desk.session.flush()
    with pytest.raises(NotFound):
        causes.code_cause(head, case.id, SEATING)


def test_three_cases_of_one_cause_are_proposed_as_a_problem_and_gathered(desk: Desk) -> None:
    for _ in range(2):
        causes.code_cause(desk, filed(desk).id, SEATING)
    head = as_role(desk, Role.HEAD)
    assert problems.propose_problems(head) == ()
    third = filed(desk)
    causes.code_cause(desk, third.id, SEATING)
    (proposal,) = problems.propose_problems(head)
    assert (proposal.mechanism, proposal.origin, proposal.cases) == (
        Mechanism.MISTAKE, Origin.HANDOVER, 3,
    )  # fmt: skip
    assert problems.propose_problems(desk) == ()  # a manager is not told of others' cases
    opened = problems.open_problem(
        head, title="Схема зала", mechanism=Mechanism.MISTAKE, origin=Origin.HANDOVER
    )
    assert opened.cases == 3
    assert problems.propose_problems(head) == ()
    assert problems.list_problems(desk) == ()
    assert problems.propose_problems(later(head, days=91)) == ()


def test_only_who_leads_opens_problems_for_others(desk: Desk) -> None:
    with pytest.raises(UserError):
        problems.open_problem(desk, title="Схема зала")


@pytest.mark.parametrize(
    "text",
    [
        "Мария Орлова теперь печатает схему зала сама",
        "По делу K-7QF4-2 схема зала печатается заранее",
        "Схему печатаем. Раздаём официантам за час.",
        "Печатаем схему",
    ],
)
def test_a_lesson_names_nobody_and_is_one_sentence(desk: Desk, text: str) -> None:
    head = as_role(desk, Role.HEAD)
    number = filed(desk).number
    with pytest.raises(UserError) as refused:
        problems.publish_lesson(head, text=text.replace("K-7QF4-2", number))
    assert refused.value.field == "text"


def test_a_lesson_is_read_by_who_works_with_complaints_alone(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    lesson = problems.publish_lesson(head, text="Схему зала печатаем и раздаём за час до гостей")
    assert [x.text for x in problems.list_lessons(desk)] == [lesson.text]
    assert problems.list_lessons(as_role(desk, Role.COORDINATOR)) == ()
    problems.withdraw_lesson(head, lesson.id)
    assert problems.list_lessons(desk) == ()
