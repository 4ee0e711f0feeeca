"""The hour of a promised answer: never at night for the client, never later than the limit."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import client
from tests.factories_complaints import filed, five_fields
from tests.factories_events import prefers
from vipdesk.access import Desk
from vipdesk.channels.gate import Known, Policy, Rule
from vipdesk.channels.hours import Window
from vipdesk.channels.open_hours import Span, open_spans
from vipdesk.complaints import answer_hour, clocks, intake, letters
from vipdesk.complaints.business_time import is_open
from vipdesk.complaints.clocks import PromiseLimits, Proposal, Standing
from vipdesk.complaints.policy import rules_of
from vipdesk.vocabulary import Channel, PreferenceRule, Severity, Topic
from vipdesk.wording import Words

MOSCOW = ZoneInfo("Europe/Moscow")
RULES = rules_of()
SECOND = Standing(2, Severity.S3)
BUSINESS = RULES.calendar.schedule("business")
EXTENDED = RULES.calendar.schedule(RULES.policy.promise_hours)
ZONES = (
    "Europe/Moscow", "Europe/Kaliningrad", "Asia/Vladivostok", "Asia/Kamchatka", "Asia/Shanghai",
    "Asia/Kolkata", "Europe/London", "America/New_York", "America/Los_Angeles", "Pacific/Auckland",
    "Pacific/Honolulu",
)  # fmt: skip
MINUTE = timedelta(minutes=1)


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def calls(known: Known, start: datetime, end: datetime) -> tuple[Span, ...]:
    span = (start.astimezone(UTC), end.astimezone(UTC))
    return tuple(open_spans(known, Policy(), Channel.PHONE, Topic.SERVICE, *span))


def proposed(known: Known, start: datetime) -> tuple[Proposal, Proposal]:
    plain = clocks.propose_answer(RULES, SECOND, start)
    return plain, answer_hour.in_hours(RULES, plain, start, calls(known, start, plain.at))


@pytest.mark.parametrize(
    ("zone", "there"),
    [
        ("Europe/Moscow", "2026-12-01 18:00"),
        ("Asia/Vladivostok", "2026-12-01 20:00"),  # 13:00 in Moscow: then it is noon break
        ("Asia/Shanghai", "2026-12-01 21:00"),
        ("America/New_York", "2026-12-01 10:00"),
        ("America/Los_Angeles", "2026-11-30 11:00"),  # 22:00 in Moscow: somebody is on duty
    ],
)
def test_the_hour_is_a_kind_one_where_the_client_is(zone: str, there: str) -> None:
    _, found = proposed(Known(zone=zone), moscow("2026-11-26 13:00"))
    assert found.at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") == there


def test_the_reason_tells_that_the_hour_was_moved(ru: Words, en: Words) -> None:
    start = moscow("2026-11-26 13:00")
    plain, same = proposed(Known(zone="Europe/Moscow"), start)
    assert same == plain
    _, moved = proposed(Known(zone="Asia/Vladivostok"), start)
    assert en(moved.reason) == "3 business days; earlier, to reach the client in calling hours"
    assert "звонить" in ru(moved.reason)
    _, duty = proposed(Known(zone="America/Los_Angeles"), start)
    assert "on duty" in en(duty.reason)


def test_hours_the_client_named_come_before_the_club_s() -> None:
    evenings = Rule(PreferenceRule.PREFER, Channel.PHONE, None, Window(127, 12 * 60, 15 * 60))
    _, found = proposed(Known(zone="Europe/Moscow", rules=(evenings,)), moscow("2026-11-26 13:00"))
    assert found.at == moscow("2026-12-01 15:00")


def test_a_client_who_takes_no_calls_is_told_of(en: Words) -> None:
    start = moscow("2026-11-26 13:00")
    plain = clocks.propose_answer(RULES, SECOND, start)
    found = answer_hour.in_hours(RULES, plain, start, ())
    assert found.at == plain.at
    assert "agree on the time" in en(found.reason)


@given(
    start=st.integers(0, 627 * 24 * 60).map(
        lambda n: datetime(2026, 1, 12, tzinfo=UTC) + n * MINUTE
    ),
    zone=st.sampled_from(ZONES),
    rank=st.sampled_from([1, 2, 3, None]),
    severity=st.sampled_from(list(Severity)),
    opens=st.integers(0, 22),
    hours=st.integers(2, 14),
    own=st.booleans(),
)
def test_never_later_and_inside_both_wherever_both_meet(
    start: datetime, zone: str, rank: int | None, severity: Severity, opens: int, hours: int,
    own: bool,
) -> None:  # fmt: skip
    window = Window(127, opens * 60, min(opens + hours, 24) * 60)
    rule = Rule(PreferenceRule.PREFER, Channel.PHONE, None, window)
    known = Known(zone=zone, rules=(rule,) if own else ())
    plain = clocks.propose_answer(RULES, Standing(rank, severity), start)
    spans = calls(known, start, plain.at)
    found = answer_hour.in_hours(RULES, plain, start, spans).at
    assert start < found <= plain.at
    inside = any(a < found <= b for a, b in spans)
    first = start + answer_hour.LEAD
    steps = int((plain.at - first) / timedelta(minutes=15))
    for schedule in (BUSINESS, EXTENDED):
        meets = [
            m
            for n in range(steps + 1)
            if (m := plain.at.astimezone(UTC) - n * timedelta(minutes=15)) > first
            and is_open(schedule, m)
            and is_open(schedule, m - MINUTE)
            and any(a < m <= b for a, b in spans)
        ]
        if meets:
            assert inside
            assert is_open(schedule, found)
            assert found >= max(meets)
            return
    assert found == plain.at or inside


def test_the_intake_and_the_letter_promise_the_same_kind_hour(desk: Desk) -> None:
    person = client(desk, time_zone="Asia/Vladivostok", languages=["en"])
    planned = intake.plan(desk, five_fields(person.id))
    there = planned.answer_at.astimezone(ZoneInfo("Asia/Vladivostok"))
    assert 9 <= there.hour < 21
    found = filed(desk, person.id)
    assert found.answer_at == planned.answer_at
    sheet = letters.first_reply_sheet(desk, found.id)
    assert sheet.proposal == planned.answer_at
    assert sheet.fields.promise_at.hour == there.hour
    fault = clocks.promise_fault(RULES, sheet.standing, sheet.proposal, desk.now, PromiseLimits())
    assert fault is None


def test_hours_on_record_are_kept_to(desk: Desk) -> None:
    person = client(desk)
    prefers(desk, person.id, Channel.PHONE, weekdays=127, from_minute=600, to_minute=720)
    planned = intake.plan(desk, five_fields(person.id))
    assert planned.answer_at.astimezone(MOSCOW).strftime("%H:%M") == "12:00"


def test_who_takes_no_calls_or_has_no_zone_is_answered_by_the_club_s_hours(desk: Desk) -> None:
    silent = client(desk)
    prefers(desk, silent.id, Channel.PHONE, rule=PreferenceRule.FORBID, weekdays=127,
            from_minute=0, to_minute=1440)  # fmt: skip
    unknown = client(desk, time_zone=None)
    for person in (silent, unknown):
        planned = intake.plan(desk, five_fields(person.id))
        assert planned.answer_at.astimezone(MOSCOW).strftime("%H:%M") == "18:00"
        assert "agree" not in planned.reason.text
