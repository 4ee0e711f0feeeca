"""Filing a complaint: five fields, and what follows from them at once; on both engines."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.factories import as_role, client, later, tier
from tests.factories_complaints import (
    MOSCOW,
    clock_of,
    filed,
    five_fields,
    row_of,
    staff_of,
    top_client,
)
from vipdesk.access import Desk, journal
from vipdesk.complaints import cases, intake, public_no
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import (
    CaseEvent,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    HealthSnapshot,
    HoldSource,
    InviteHold,
)
from vipdesk.vocabulary import (
    Band,
    CaseEventKind,
    ClockKind,
    ComplaintState,
    FlagKind,
    HoldKind,
    RestrictedClass,
    Role,
    Severity,
)
from vipdesk.wording import NOBODY, Who


def flags_of(desk: Desk, complaint_id) -> set[FlagKind]:
    query = select(ComplaintFlag.kind).where(ComplaintFlag.complaint_id == complaint_id)
    return set(desk.session.scalars(query))


def count(desk: Desk, model) -> int:
    return desk.session.scalar(select(func.count()).select_from(model)) or 0


def test_filing_gives_number_owner_and_answer_date_with_its_reason(desk: Desk, en) -> None:
    found = filed(desk)
    assert public_no.read_back(found.number) == found.number
    assert found.owner_name.name == "Мария Орлова"
    assert found.answer_at is not None
    assert found.answer_at.astimezone(MOSCOW).isoformat() == "2026-12-01T18:00:00+03:00"
    assert en(found.reason) == "3 business days"
    row = row_of(desk, found)
    assert row.state is ComplaintState.REGISTERED
    assert row.severity is Severity.S3
    assert row.policy_version == "policy-1"


def test_clocks_start_when_it_was_received_not_when_it_was_typed(desk: Desk) -> None:
    received = desk.now - timedelta(hours=2)
    found = filed(desk, received_at=received)
    kinds = set(
        desk.session.scalars(
            select(ComplaintClock.kind).where(ComplaintClock.complaint_id == found.id)
        )
    )
    assert kinds == {ClockKind.ACK, ClockKind.FIRST, ClockKind.RESOLUTION}
    assert clock_of(desk, found.id, ClockKind.ACK).started_at == received
    assert clock_of(desk, found.id, ClockKind.ACK).due_at == received + timedelta(hours=1)


def test_a_double_submit_is_one_case(desk: Desk) -> None:
    person = client(desk)
    form = five_fields(person.id)
    first = intake.file_complaint(desk, form)
    second = intake.file_complaint(later(desk, seconds=1), form)
    assert (first.id, first.number) == (second.id, second.number)
    assert first.answer_at == second.answer_at
    assert count(desk, Complaint) == 1
    assert count(desk, ComplaintClock) == 3


@pytest.mark.parametrize("field", ["words", "wish"])
def test_an_empty_field_is_named(desk: Desk, field: str) -> None:
    with pytest.raises(UserError) as told:
        filed(desk, **{field: "  "})
    assert told.value.field == field
    assert count(desk, Complaint) == 0


def test_it_cannot_come_from_the_future_nor_from_nobody(desk: Desk) -> None:
    with pytest.raises(UserError) as told:
        filed(desk, received_at=desk.now + timedelta(minutes=1))
    assert told.value.field == "received_at"
    with pytest.raises(NotFound):
        filed(desk, new_id())


def test_a_client_of_the_highest_tier_is_serious_at_once_and_seen_by_management(
    desk: Desk,
) -> None:
    found = filed(desk, top_client(desk))
    assert row_of(desk, found).severity is Severity.S2
    assert FlagKind.TOP_TIER in flags_of(desk, found.id)
    assert clock_of(desk, found.id, ClockKind.ACK).due_at == desk.now + timedelta(minutes=30)


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("Я подам на вас в суд, так не обращаются", FlagKind.THREAT),
        ("После этого я ухожу из клуба", FlagKind.THREAT),
        ("I will speak to my lawyer about this table", FlagKind.THREAT),
        ("У жены отравление после вашего ужина", FlagKind.SEVERE),
    ],
)
def test_words_of_courts_leaving_and_harm_make_it_grave(
    desk: Desk, words: str, flag: FlagKind
) -> None:
    found = filed(desk, words=words)
    assert row_of(desk, found).severity is Severity.S1
    assert flag in flags_of(desk, found.id)
    assert FlagKind.SEVERE in flags_of(desk, found.id)


def test_the_person_who_files_may_say_that_the_word_meant_nothing(desk: Desk) -> None:
    found = filed(desk, words="Нас пригласили на ужин с адвокатом и посадили у двери", threat=False)
    assert row_of(desk, found).severity is Severity.S3
    assert flags_of(desk, found.id) == set()


def test_a_legal_demand_starts_the_clock_of_the_law(desk: Desk) -> None:
    found = filed(desk, wish="Верните деньги за билеты")
    row = row_of(desk, found)
    assert row.demand
    due = clock_of(desk, found.id, ClockKind.STATUTORY).due_at.astimezone(MOSCOW)
    assert due.isoformat() == "2026-12-08T00:00:00+03:00"  # 6 December is a Sunday


@pytest.mark.parametrize(
    "words",
    [
        "Орлова опять не перезвонила, хотя обещала",
        "Я трижды просил Орлову о столике",
        "Мой персональный менеджер забыл обо мне",
        "Ms Orlova's promises are worth nothing",
    ],
)
def test_a_complaint_about_the_own_manager_goes_around_the_manager(desk: Desk, words: str) -> None:
    found = filed(desk, words=words)
    assert not found.open_to_me
    assert (found.owner_name, found.answer_at, found.reason) == (NOBODY, None, None)
    row = row_of(desk, found)
    assert row.restricted is RestrictedClass.CONFLICT
    assert row.owner_id == staff_of(desk, Role.HEAD).id
    assert row.about_staff_id == desk.actor.id
    assert FlagKind.ABOUT_MANAGER in flags_of(desk, found.id)
    with pytest.raises(NotFound):
        cases.get_complaint(desk, found.id)


def test_a_given_name_alone_is_a_guess_that_others_may_deny_but_not_the_manager(
    desk: Desk,
) -> None:
    person = client(desk)
    form = five_fields(person.id, words="Мария не ответила мне ни разу за неделю", conflict=False)
    assert intake.plan(desk, form).conflict
    head = as_role(desk, Role.HEAD)
    assert intake.plan(head, replace(form, conflict=None)).conflict
    planned = intake.plan(head, form)
    assert planned.may_deny_conflict
    assert not planned.conflict
    assert planned.owner_name.name == "Мария Орлова"


def test_a_complaint_about_the_head_goes_to_an_executive(desk: Desk) -> None:
    manager, head = staff_of(desk, Role.MANAGER), staff_of(desk, Role.HEAD)
    manager.reports_to_id = head.id
    desk.session.flush()
    found = filed(desk, words="Илья Ким грубо говорил со мной при гостях")
    row = row_of(desk, found)
    assert row.owner_id == staff_of(desk, Role.EXECUTIVE).id
    assert row.about_staff_id == head.id
    with pytest.raises(NotFound):
        cases.get_complaint(as_role(desk, Role.HEAD), found.id)


def test_somebody_absent_is_not_given_a_complaint_about_the_manager(desk: Desk) -> None:
    staff_of(desk, Role.HEAD).absent_until = desk.now + timedelta(days=3)
    desk.session.flush()
    found = filed(desk, words="Орлова забыла обо мне совсем")
    assert row_of(desk, found).owner_id == staff_of(desk, Role.EXECUTIVE).id


def test_with_nobody_else_there_it_is_still_taken_and_flagged(desk: Desk) -> None:
    for role in (Role.HEAD, Role.EXECUTIVE):
        staff_of(desk, role).left_at = desk.now
    desk.session.flush()
    found = filed(desk, words="Орлова забыла обо мне совсем")
    row = row_of(desk, found)
    assert row.owner_id == desk.actor.id
    assert row.restricted is RestrictedClass.NORMAL


def test_the_only_one_there_keeps_sight_of_a_case_about_oneself(desk: Desk) -> None:
    for role in (Role.HEAD, Role.EXECUTIVE):
        staff_of(desk, role).left_at = desk.now
    desk.session.flush()
    found = filed(desk, about_staff_id=desk.actor.id)
    assert found.open_to_me
    assert FlagKind.ABOUT_MANAGER in flags_of(desk, found.id)


def test_a_picked_colleague_is_kept_and_only_the_line_and_above_are_flagged(desk: Desk) -> None:
    coordinator, head = staff_of(desk, Role.COORDINATOR), staff_of(desk, Role.HEAD)
    found = filed(desk, about_staff_id=coordinator.id)
    assert row_of(desk, found).about_staff_id == coordinator.id
    assert flags_of(desk, found.id) == set()
    above = filed(desk, about_staff_id=head.id)
    assert FlagKind.ABOUT_MANAGER in flags_of(desk, above.id)
    with pytest.raises(NotFound):
        cases.get_complaint(as_role(desk, Role.HEAD), above.id)


def test_a_client_without_a_manager_still_gets_an_owner(desk: Desk) -> None:
    person = client(desk, manager_id=None)
    assert row_of(desk, filed(desk, person.id)).owner_id == desk.actor.id
    coordinator = as_role(desk, Role.COORDINATOR)
    found = filed(coordinator, person.id)
    assert row_of(desk, found).owner_id == staff_of(desk, Role.HEAD).id


def test_nobody_at_all_to_take_it_is_said_plainly(desk: Desk) -> None:
    person = client(desk, manager_id=None)
    for role in (Role.HEAD, Role.EXECUTIVE):
        staff_of(desk, role).left_at = desk.now
    desk.session.flush()
    with pytest.raises(UserError, match="Nobody could take"):
        filed(as_role(desk, Role.COORDINATOR), person.id)


def test_a_deputy_takes_the_case_of_a_manager_who_left(desk: Desk) -> None:
    head = staff_of(desk, Role.HEAD)
    person = client(desk, deputy_id=head.id)
    staff_of(desk, Role.MANAGER).left_at = desk.now
    desk.session.flush()
    assert row_of(desk, filed(desk, person.id)).owner_id == head.id


def test_a_coordinator_who_files_learns_the_number_and_nothing_else(desk: Desk) -> None:
    person = client(desk)
    found = filed(as_role(desk, Role.COORDINATOR), person.id)
    assert found.number
    assert (found.open_to_me, found.owner_name, found.answer_at, found.reason) == (
        False, NOBODY, None, None,
    )  # fmt: skip


def test_who_files_for_a_colleagues_client_learns_who_has_it_and_by_when(desk: Desk) -> None:
    person = client(desk, manager_id=staff_of(desk, Role.HEAD).id)
    found = filed(desk, person.id)
    assert not found.open_to_me
    assert found.owner_name == Who.of(staff_of(desk, Role.HEAD))
    assert found.answer_at is not None


def test_another_complaint_within_half_a_year_is_a_repeat(desk: Desk) -> None:
    person = client(desk)
    first = filed(desk, person.id)
    second = filed(later(desk, days=30), person.id)
    assert FlagKind.REPEAT not in flags_of(desk, first.id)
    assert FlagKind.REPEAT in flags_of(desk, second.id)


def test_a_client_already_at_risk_is_flagged(desk: Desk) -> None:
    person = client(desk)
    desk.session.add(
        HealthSnapshot(
            client_id=person.id, at=desk.now - timedelta(days=1), formula_version="1", score=20.0,
            coverage=1.0, band=str(Band.AT_RISK), parts={},
        )
    )  # fmt: skip
    desk.session.flush()
    assert FlagKind.AT_RISK in flags_of(desk, filed(desk, person.id).id)


def test_a_serious_case_asks_for_a_hold_and_an_ordinary_one_does_not(desk: Desk) -> None:
    filed(desk)
    assert count(desk, InviteHold) == 0
    top = top_client(desk)
    filed(desk, top)
    hold = desk.session.scalars(select(InviteHold)).one()
    assert hold.client_id == top
    assert hold.kind is HoldKind.ASK_MANAGER
    assert hold.id.version == 4  # a key in order of time would tell when it was set
    assert count(desk, HoldSource) == 1


def test_the_hold_may_be_declined(desk: Desk) -> None:
    filed(desk, top_client(desk), hold=False)
    assert count(desk, InviteHold) == 0


def test_the_first_entry_of_the_history_and_the_journal_are_written(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    kinds = desk.session.scalars(
        select(CaseEvent.kind).where(CaseEvent.complaint_id == found.id)
    ).all()
    assert CaseEventKind.REGISTERED in kinds
    assert CaseEventKind.FLAG in kinds
    if desk.session.get_bind().dialect.name == "sqlite":
        assert journal.verify(desk.session).broken_at is None


def test_the_plan_shows_what_filing_will_do(desk: Desk, en) -> None:
    person = client(desk, tier_id=tier(desk, "platinum").id)
    planned = intake.plan(desk, five_fields(person.id))
    assert planned.severity is Severity.S2
    assert planned.owner_name.name == "Мария Орлова"
    assert en(planned.reason) == "1 business day"
    assert planned.hold is not None
    assert planned.about is None
    picked = five_fields(person.id, about_staff_id=desk.actor.id)
    assert intake.plan(desk, picked).conflict
    somebody = five_fields(person.id, about_staff_id=staff_of(desk, Role.COORDINATOR).id)
    assert not intake.plan(desk, somebody).conflict


def test_numbers_are_drawn_anew_until_one_is_free(desk: Desk, monkeypatch) -> None:
    first = filed(desk)
    drawn = iter([first.number, first.number, "K-7QF4-9"])
    monkeypatch.setattr(public_no, "new_number", lambda *_a, **_k: next(drawn))
    assert filed(desk).number == "K-7QF4-9"
    monkeypatch.setattr(public_no, "new_number", lambda *_a, **_k: first.number)
    with pytest.raises(UserError, match="Try again"):
        filed(desk)


def test_the_same_submission_from_elsewhere_at_the_same_time_is_one_case(
    desk: Desk, monkeypatch
) -> None:
    form = five_fields(client(desk).id)
    known = intake.file_complaint(desk, form)
    real = intake._filed_before
    calls = []

    def late(d, s):
        calls.append(s)
        return None if len(calls) == 1 else real(d, s)

    monkeypatch.setattr(intake, "_filed_before", late)
    assert intake.file_complaint(desk, form).id == known.id
