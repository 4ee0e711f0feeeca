"""Rules in versions, laws as data, years without holidays: what moves and what must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import as_role, client, later, tier
from tests.factories_complaints import called, clock_of, filed, in_work, moscow, row_of
from vipdesk.access import Desk
from vipdesk.agenda.today import today
from vipdesk.complaints import business_time, calendars, clocks, course, policies, profiles
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.limits import Limit
from vipdesk.complaints.policy import rules_of
from vipdesk.errors import Conflict, UserError
from vipdesk.models import Client
from vipdesk.vocabulary import (
    ActorKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintCategory,
    Direction,
    Role,
    Severity,
)

RULES = rules_of()
HOUR = Limit("business", minutes=60)


def changed(desk: Desk, **change) -> str:
    head = as_role(desk, Role.HEAD)
    based_on = policies.policy_sheet(head).version
    return policies.change_policy(head, based_on=based_on, **change)


# Versions


def test_a_policy_changed_in_flight_moves_nothing_that_is_filed(desk: Desk) -> None:
    old = filed(desk)
    before = clock_of(desk, old.id, ClockKind.RESOLUTION).due_at
    version = changed(desk, limits={(ClockKind.RESOLUTION, "t2"): Limit("business", days=1)})
    course.change_severity(desk, old.id, severity=Severity.S2, reason="Второй раз")  # recomputes
    new = filed(desk)
    assert row_of(desk, old).policy_version == "policy-1"
    assert clock_of(desk, old.id, ClockKind.RESOLUTION).due_at == before
    assert row_of(desk, new).policy_version == version
    assert clock_of(desk, new.id, ClockKind.RESOLUTION).due_at < before


def test_a_pause_survives_a_change_of_policy_and_of_tier(desk: Desk) -> None:
    person = client(desk)
    case = in_work(desk, client_id=person.id)
    before = clock_of(desk, case, ClockKind.RESOLUTION).due_at
    at = later(desk, hours=2)
    course.wait_for_client(
        at, case, question="Какой стол?", channel=Channel.PHONE,
        next_contact_at=later(at, days=2).now,
    )  # fmt: skip
    changed(at, limits={(ClockKind.RESOLUTION, "t2"): Limit("business", days=1)})
    answer = later(at, days=2)
    called(answer, case, direction=Direction.INBOUND, text="У окна")
    moved = clock_of(desk, case, ClockKind.RESOLUTION).due_at
    assert moved > before
    desk.session.get_one(Client, person.id).tier_id = tier(desk, "platinum").id
    course.change_severity(answer, case, severity=Severity.S2, reason="Ещё раз")
    row = clock_of(desk, case, ClockKind.RESOLUTION)
    plain = clocks.due(RULES, ClockKind.RESOLUTION, Standing(1, Severity.S2), row.started_at).at
    assert row.due_at > plain  # the tier is stricter, the pause is still counted


def test_two_at_once_get_a_sentence_and_a_slip_of_the_hand_too(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    changed(desk, limits={(ClockKind.ACK, "t3"): HOUR})
    with pytest.raises(Conflict, match="Somebody changed the rules"):
        policies.change_policy(head, based_on="policy-1", limits={(ClockKind.ACK, "t3"): HOUR})
    for slip in (Limit("business", days=401), Limit("business")):
        with pytest.raises(UserError) as told:
            changed(desk, limits={(ClockKind.ACK, "t3"): slip})
        assert told.value.field == "ack.t3"
    with pytest.raises(UserError, match="no such limit"):
        changed(desk, limits={(ClockKind.ACK, "t9"): HOUR})
    with pytest.raises(UserError, match="not known"):
        changed(desk, chosen=("atlantis",))
    with pytest.raises(UserError, match="Only a head"):
        policies.change_policy(desk, based_on="policy-1")


def test_saving_what_is_there_already_makes_no_version(desk: Desk) -> None:
    assert changed(desk, chosen=("ru-consumer",)) == "policy-1"
    first = changed(desk, limits={(ClockKind.ACK, "t3"): HOUR})
    assert changed(desk, limits={(ClockKind.ACK, "t3"): HOUR}) == first
    second = changed(desk, limits={(ClockKind.ACK, "t2"): HOUR})
    assert (first.split("-")[1], second.split("-")[1]) == ("1", "2")


# Laws


@pytest.mark.parametrize(
    ("code", "demand", "category", "last"),
    [
        ("ru-consumer", True, ComplaintCategory.MONEY, "2026-11-02"),
        ("ru-consumer", False, ComplaintCategory.MONEY, None),
        ("ru-fin", False, ComplaintCategory.MONEY, "2026-11-12"),
        ("ru-59", False, ComplaintCategory.MONEY, "2026-11-20"),
        ("ru-152", False, ComplaintCategory.PRIVACY, "2026-11-05"),
        ("ru-152", True, ComplaintCategory.MONEY, None),
        ("uk-disp", False, ComplaintCategory.OTHER, "2026-12-16"),
        ("uk-disp-payments", False, ComplaintCategory.OTHER, "2026-11-12"),
        ("au-rg271", False, ComplaintCategory.OTHER, "2026-11-20"),
        ("au-rg271-super", False, ComplaintCategory.OTHER, "2026-12-05"),
    ],
)  # fmt: skip
def test_each_profile_binds_what_it_binds_for_as_long_as_it_says(
    code: str, demand: bool, category: ComplaintCategory, last: str | None
) -> None:
    found = profiles.law_for((code,), demand=demand, category=category)
    if last is None:
        assert found is None
        return
    assert found is not None
    standing = Standing(2, Severity.S3, found.answer)
    due = clocks.due(RULES, ClockKind.STATUTORY, standing, moscow("2026-10-21T12:00")).at
    assert (due - timedelta(seconds=1)).date() == date.fromisoformat(last)


def test_of_several_laws_the_shortest_counts_and_every_profile_has_a_name() -> None:
    found = profiles.law_for(
        ("ru-59", "ru-consumer"), demand=True, category=ComplaintCategory.MONEY
    )
    assert found is not None
    assert found.code == "ru-consumer"
    assert set(profiles.NAMES) == set(profiles.shipped())


def test_a_club_bound_by_a_law_for_all_complaints_gets_its_clock_without_a_demand(
    desk: Desk,
) -> None:
    changed(desk, chosen=("ru-fin",))
    found = filed(desk)
    assert clock_of(desk, found.id, ClockKind.STATUTORY).verdict is ClockVerdict.RUNNING


def test_ten_legal_days_and_our_own_promise_are_two_dates() -> None:
    business = RULES.calendar.schedule("business")
    legal = business_time.legal_days(business, date(2026, 10, 21), 10)
    assert (legal.counted, legal.last, legal.ours) == (
        date(2026, 10, 31), date(2026, 11, 2), date(2026, 10, 30),
    )  # fmt: skip


# A calendar without its year


def test_a_year_without_holidays_is_said_beside_the_date_and_to_the_administrator(ru, en) -> None:
    start = moscow("2027-12-29T12:00")
    plain = clocks.propose_answer(RULES, Standing(3, Severity.S3), start)
    told = calendars.warned(RULES, plain, start)
    assert told.at == plain.at
    assert "2028" in en(told.reason)
    assert "праздники 2028 года" in ru(told.reason)
    assert calendars.warning(RULES, start) is not None
    assert calendars.warning(RULES, moscow("2026-06-01T12:00")) is None


def test_who_leads_is_told_of_a_year_without_holidays_and_nobody_else(desk: Desk) -> None:
    late = replace(desk, now=moscow("2027-12-20T12:00").astimezone(UTC))
    assert today(late).calendar is None
    for role in (Role.HEAD, Role.EXECUTIVE):
        seen = today(as_role(late, role))
        assert seen.calendar is not None
        assert "2028" in str(seen.calendar.params)
        assert not seen.is_empty
    assert today(as_role(desk, Role.HEAD)).calendar is None


# Properties of the clocks

_MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 6, 1))  # noqa: DTZ001 zone below
_KINDS = st.sampled_from(list(ClockKind))


@given(_MOMENTS, _KINDS, st.integers(1, 4), st.sampled_from(list(Severity)))
@settings(max_examples=80, deadline=None)
def test_a_clock_is_never_due_before_it_starts(
    at: datetime, kind: ClockKind, rank: int, severity: Severity
) -> None:
    start = moscow(at.replace(microsecond=0).isoformat())
    due = clocks.due(RULES, kind, Standing(rank, severity), start).at
    assert due > start
    assert 0 <= clocks.share_gone(start, due, start + (due - start) / 3) <= 1


@given(_MOMENTS, st.integers(1, 4), st.integers(1, 4), st.integers(0, 6000), st.integers(1, 6000))
@settings(max_examples=60, deadline=None)
def test_a_pause_counts_whatever_the_tier_becomes(
    at: datetime, rank: int, other: int, after: int, long: int
) -> None:
    start = moscow(at.replace(microsecond=0).isoformat())
    pause = (start + timedelta(minutes=after), start + timedelta(minutes=after + long))
    for now in (rank, other):
        standing = Standing(now, Severity.S3)
        plain = clocks.due(RULES, ClockKind.RESOLUTION, standing, start).at
        assert clocks.due(RULES, ClockKind.RESOLUTION, standing, start, [pause]).at >= plain


@given(st.lists(st.tuples(st.integers(-300, 300), st.booleans()), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_missed_clock_stays_missed(stops: list[tuple[int, bool]]) -> None:
    due = moscow("2026-10-26T12:00")
    verdict, missed = ClockVerdict.RUNNING, False
    for minutes, _ in stops:
        verdict = clocks.judged(due, due + timedelta(minutes=minutes), verdict)
        missed = missed or minutes > 0
        assert (verdict is ClockVerdict.MISSED) == missed
    assert not clocks.human_word(Direction.OUTBOUND, ActorKind.MACHINE)
