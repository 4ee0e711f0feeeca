"""Escalation, deputies, flags that climb: who is told when, and never the one it is about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from tests.factories import as_role, client, later
from tests.factories_complaints import (
    MOSCOW,
    answered,
    clock_of,
    filed,
    in_work,
    moscow,
    row_of,
    staff_of,
    top_client,
    wrapped_up,
)
from vipdesk.access import Desk
from vipdesk.complaints import business_time, cases, course, due, escalation, flags
from vipdesk.complaints.business_time import Span
from vipdesk.complaints.course import Acceptance
from vipdesk.complaints.policy import rules_of
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import CaseEvent, Complaint, ComplaintFlag, Staff
from vipdesk.vocabulary import CaseEventKind, ClockKind, FlagKind, Role, Severity

RULES = rules_of()
BUSINESS = RULES.calendar.schedule("business")
START = moscow("2026-10-26T09:00")  # a Monday
SPAN: Span = (START, business_time.add_minutes(BUSINESS, START, 8 * 60))


def tellings(desk: Desk, complaint_id) -> list[tuple[int, int]]:
    """(percent, level) of what was told, in order."""
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint_id, CaseEvent.kind == CaseEventKind.ESCALATION
        )
    )
    rows = sorted(rows, key=lambda r: (r.at, r.payload["seq"]))
    return [(r.payload.get("share", 0), r.payload.get("level", 1)) for r in rows]


def to_of(desk: Desk, complaint_id) -> set[str]:
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint_id, CaseEvent.kind == CaseEventKind.ESCALATION
        )
    ).all()
    return {i for r in rows for i in r.payload.get("to", ())}


# Stages


@pytest.mark.parametrize(
    ("at", "reached"),
    [
        ("2026-10-26T12:59", 0), ("2026-10-26T13:00", 50), ("2026-10-26T13:59", 50),
        ("2026-10-26T16:00", 75), ("2026-10-26T17:59", 75), ("2026-10-26T18:00", 100),
        ("2026-10-27T09:00", 100), ("2026-10-27T13:00", 150),
    ],
)  # fmt: skip
def test_stages_are_counted_in_open_time(at: str, reached: int) -> None:
    assert escalation.stage(RULES, BUSINESS, SPAN, moscow(at)) == reached


def test_a_long_clock_comes_to_the_executives_one_working_day_after_it_ran_out() -> None:
    span = (START, moscow("2026-11-06T18:00"))
    assert escalation.stage(RULES, BUSINESS, span, moscow("2026-11-09T17:59")) == 100
    assert escalation.stage(RULES, BUSINESS, span, moscow("2026-11-09T18:00")) == 150


@given(minutes=st.lists(st.integers(-500, 20_000), min_size=2, max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_stage_is_never_taken_back_as_time_goes_on(minutes: list[int]) -> None:
    stages = [
        escalation.stage(RULES, BUSINESS, SPAN, START + timedelta(minutes=m))
        for m in sorted(minutes)
    ]
    assert stages == sorted(stages)
    assert set(stages) <= {0, *escalation.STAGES}


def test_nobody_is_told_at_night_unless_the_case_is_grave() -> None:
    night = moscow("2026-10-26T23:30")
    assert escalation.show_from(RULES, Severity.S2, night) == moscow("2026-10-27T08:00")
    assert escalation.show_from(RULES, Severity.S1, night) == night
    day = moscow("2026-10-26T12:00")
    assert escalation.show_from(RULES, Severity.S3, day) == day


# Telling


def test_owner_then_backup_then_head_then_executive_and_each_once(desk: Desk) -> None:
    case = in_work(desk)
    clock = clock_of(desk, case, ClockKind.RESOLUTION)
    late = (clock.due_at - desk.now) + timedelta(days=8)
    for days in range(1, late.days + 1):
        due.sweep(later(desk, days=days))
        due.sweep(later(desk, days=days))  # twice is once
    told = tellings(desk, case)
    assert {share for share, _ in told} == {50, 75, 100, 150}
    assert {level for share, level in told if share == 100} == {2}
    assert {level for share, level in told if share == 150} == {3}
    assert desk.session.get_one(Complaint, case).level == 3
    assert desk.session.get_one(Complaint, case).owner_id == desk.actor.id  # CH-08
    kinds = len(set(told))
    assert kinds == 4


def test_the_head_has_an_hour_to_decide_and_the_queue_says_so(desk: Desk) -> None:
    case = in_work(desk)
    at = later(desk, days=9)
    due.sweep(at)
    head = as_role(at, Role.HEAD)
    notices = [n for n in escalation.list_notices(head) if n.level >= 2]
    assert notices
    assert all(n.ack_due is not None and not n.late for n in notices)
    escalation.decide(head, notices[0].id, decision="Беру решение на себя")
    with pytest.raises(Conflict, match="decided this already"):
        escalation.decide(head, notices[0].id, decision="И я")
    assert notices[0].id not in {n.id for n in escalation.list_notices(head)}
    assert desk.session.get_one(Complaint, case).owner_id == desk.actor.id


def test_anybody_who_sees_a_case_raises_it_by_hand_with_a_reason(desk: Desk) -> None:
    case = in_work(desk)
    with pytest.raises(UserError):
        escalation.escalate(desk, case, reason=" ")
    assert escalation.escalate(desk, case, reason="Ресторан не отвечает") == 2
    assert escalation.escalate(desk, case, reason="И глава тоже") == 3
    assert escalation.escalate(desk, case, reason="Ещё раз") == 3  # never refused
    mine = desk.session.scalars(
        select(CaseEvent.id).where(CaseEvent.kind == CaseEventKind.ESCALATION)
    ).first()
    assert mine is not None
    with pytest.raises(UserError, match="one level up"):
        escalation.decide(desk, mine, decision="Сам решу")
    with pytest.raises(NotFound):
        escalation.escalate(as_role(desk, Role.COORDINATOR), case, reason="Хочу знать")


def test_what_a_clock_warned_of_is_silent_once_the_clock_stopped(desk: Desk) -> None:
    case = in_work(desk)
    at = later(desk, days=4)
    due.sweep(at)
    mine = {n.clock for n in escalation.list_notices(at)}
    assert ClockKind.ANSWER in mine
    answered(at, case)
    assert ClockKind.ANSWER not in {n.clock for n in escalation.list_notices(at)}


# Who


def test_it_never_reaches_the_person_complained_of(desk: Desk) -> None:
    head = staff_of(desk, Role.HEAD)
    found = filed(desk, about_staff_id=head.id)
    for days in range(1, 30):
        due.sweep(later(as_role(desk, Role.EXECUTIVE), days=days))
    assert row_of(desk, found).about_staff_id == head.id
    assert str(head.id) not in to_of(desk, found.id)
    assert to_of(desk, found.id)
    assert escalation.list_notices(later(as_role(desk, Role.HEAD), days=29)) == ()


def test_somebody_absent_is_stood_in_for_and_without_a_deputy_it_goes_up(desk: Desk) -> None:
    head, boss = staff_of(desk, Role.HEAD), staff_of(desk, Role.EXECUTIVE)
    head.absent_until = later(desk, days=60).now
    case = in_work(desk)
    escalation.escalate(desk, case, reason="Нужен совет")
    assert to_of(desk, case) == {str(boss.id)}
    other = Staff(role=Role.HEAD, surname="Зорина", given="Вера")
    desk.session.add(other)
    desk.session.flush()
    head.deputy_id = other.id
    again = in_work(desk)
    escalation.escalate(desk, again, reason="Нужен совет")
    assert to_of(desk, again) == {str(other.id)}


# Flags


def test_a_flag_nobody_saw_climbs_to_the_deputy_once(desk: Desk) -> None:
    boss = staff_of(desk, Role.EXECUTIVE)
    found = filed(desk, top_client(desk))
    flag = desk.session.scalars(select(ComplaintFlag)).first()
    assert flag is not None
    assert flag.to_id == boss.id
    limit = business_time.add_minutes(
        RULES.calendar.schedule("extended"), flag.raised_at, flags.SEEN_MINUTES
    )
    assert flag.seen_due_at == limit
    assert flags.climb_unseen(desk) == 0
    after = later(desk, days=1)
    assert flags.climb_unseen(after) == 1
    assert flag.to_id == staff_of(desk, Role.HEAD).id
    assert flags.climb_unseen(after) == 0
    row = flags.list_flags(as_role(after, Role.HEAD))[0]
    assert (row.complaint_id, row.to_me, row.climbed) == (found.id, True, True)


def test_a_flag_seen_in_time_stays_where_it_is(desk: Desk) -> None:
    filed(desk, top_client(desk))
    boss = as_role(desk, Role.EXECUTIVE)
    for row in flags.list_flags(boss):
        flags.acknowledge(boss, row.id, instruction="Позвоню сам")
    assert flags.climb_unseen(later(desk, days=3)) == 0


def test_three_of_one_cause_in_ninety_days_are_systemic_and_flagged_once(desk: Desk) -> None:
    def coded(days: int) -> Desk:
        at = later(desk, days=days)
        case = in_work(at, client_id=client(desk).id)
        answered(later(at, hours=1), case)
        course.resolve(later(at, hours=2), case, acceptance=Acceptance.SAID)
        wrapped_up(later(at, hours=3), case)
        return at

    def systemic() -> int:
        kinds = list(desk.session.scalars(select(ComplaintFlag.kind)))
        return kinds.count(FlagKind.SYSTEMIC)

    coded(0)
    due.sweep(coded(20))
    assert systemic() == 0
    last = coded(40)
    due.sweep(later(last, hours=4))
    due.sweep(later(last, hours=5))
    assert systemic() == 1


def test_the_history_reads_as_sentences(desk: Desk, ru) -> None:
    case = in_work(desk)
    escalation.escalate(desk, case, reason="Ресторан не отвечает")
    said = [ru(row.said) for row in cases.get_complaint(desk, case).history]
    assert "Поднято вручную на уровень 2" in said


def test_moscow_nights_are_nights(desk: Desk) -> None:
    case = in_work(desk)
    night = later(desk, hours=13)
    assert night.now.astimezone(MOSCOW).hour in (1, 2, 3, 4)
    escalation.escalate(night, case, reason="Не дождалась")
    head = as_role(night, Role.HEAD)
    assert escalation.list_notices(head) == ()
    assert len(escalation.list_notices(later(head, hours=10))) == 1
    assert isinstance(night.now, datetime)
