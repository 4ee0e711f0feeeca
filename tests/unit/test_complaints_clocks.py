"""Clocks and policy: limits per tier and severity, pauses, verdicts, promised dates."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from vipdesk.complaints import clocks
from vipdesk.complaints.clocks import PromiseLimits, Standing
from vipdesk.complaints.policy import Limit, read_policy, rules_of
from vipdesk.paths import resources
from vipdesk.vocabulary import ActorKind, ClockKind, ClockVerdict, Direction, HoldKind, Severity
from vipdesk.wording import Lang, Words

MOSCOW = ZoneInfo("Europe/Moscow")
RULES = rules_of()
TOP = Standing(1, Severity.S2)
GRAVE = Standing(1, Severity.S1)
SECOND = Standing(2, Severity.S3)
THIRD = Standing(3, Severity.S3)
NO_TIER = Standing(None, Severity.S3)


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


@pytest.mark.parametrize(
    ("kind", "standing", "start", "due"),
    [
        (ClockKind.ACK, TOP, "2026-11-22 21:50", "2026-11-23 08:20"),
        (ClockKind.ACK, GRAVE, "2026-11-22 23:50", "2026-11-23 00:05"),
        (ClockKind.ACK, SECOND, "2026-11-22 12:00", "2026-11-22 13:00"),
        (ClockKind.ACK, THIRD, "2026-11-20 17:00", "2026-11-23 10:00"),
        (ClockKind.ACK, NO_TIER, "2026-11-20 17:00", "2026-11-23 10:00"),
        (ClockKind.FIRST, GRAVE, "2026-11-22 23:30", "2026-11-23 00:30"),
        (ClockKind.FIRST, THIRD, "2026-11-22 12:00", "2026-11-23 18:00"),
        (ClockKind.RESOLUTION, TOP, "2026-11-02 12:00", "2026-11-06 18:00"),
        (ClockKind.STATUTORY, TOP, "2026-10-21 12:00", "2026-11-03 00:00"),
        (ClockKind.FOLLOW_UP, TOP, "2026-10-28 12:00", "2026-11-05 18:00"),
    ],
)
def test_limits_follow_tier_and_severity(
    kind: ClockKind, standing: Standing, start: str, due: str
) -> None:
    assert clocks.due(RULES, kind, standing, moscow(start)).at == moscow(due)


def test_only_the_resolution_clock_stands_still_while_we_wait_for_the_client() -> None:
    start = moscow("2026-11-23 10:00")
    pauses = [(moscow("2026-11-24 00:00"), moscow("2026-11-26 00:00"))]
    for kind in (ClockKind.RESOLUTION, ClockKind.UPDATE, ClockKind.FIRST, ClockKind.STATUTORY):
        plain = clocks.due(RULES, kind, TOP, start)
        paused = clocks.due(RULES, kind, TOP, start, pauses)
        assert (paused.at > plain.at) == (kind is ClockKind.RESOLUTION)


def test_a_change_of_tier_keeps_the_pauses() -> None:
    start = moscow("2026-11-23 10:00")
    pauses = [(moscow("2026-11-24 00:00"), moscow("2026-11-26 00:00"))]
    as_second = clocks.due(RULES, ClockKind.RESOLUTION, SECOND, start, pauses)
    as_first = clocks.due(RULES, ClockKind.RESOLUTION, TOP, start, pauses)
    assert as_first.at == moscow("2026-11-30 18:00")
    assert as_second.at == moscow("2026-12-02 18:00")


def test_a_late_stop_is_missed_and_missed_stays_missed() -> None:
    due = moscow("2026-11-23 10:00")
    early, late = due - timedelta(minutes=1), due + timedelta(minutes=1)
    assert clocks.judged(due, early, ClockVerdict.RUNNING) is ClockVerdict.MET
    assert clocks.judged(due, due, ClockVerdict.RUNNING) is ClockVerdict.MET
    assert clocks.judged(due, late, ClockVerdict.RUNNING) is ClockVerdict.MISSED
    assert clocks.judged(due, early, ClockVerdict.MISSED) is ClockVerdict.MISSED


def test_a_machine_and_the_client_stop_no_clock() -> None:
    assert clocks.human_word(Direction.OUTBOUND, ActorKind.HUMAN)
    assert not clocks.human_word(Direction.OUTBOUND, ActorKind.MACHINE)
    assert not clocks.human_word(Direction.INBOUND, ActorKind.HUMAN)


def test_a_paused_clock_does_not_run_out_but_one_that_ran_out_before_did() -> None:
    due, now = moscow("2026-11-23 10:00"), moscow("2026-11-25 10:00")

    def out(kind: ClockKind, since: datetime | None) -> bool:
        return clocks.overdue(due, now, kind=kind, paused_since=since)

    assert not out(ClockKind.RESOLUTION, moscow("2026-11-23 09:00"))
    assert out(ClockKind.RESOLUTION, moscow("2026-11-23 11:00"))
    assert out(ClockKind.UPDATE, moscow("2026-11-23 09:00"))
    assert out(ClockKind.RESOLUTION, None)


def test_the_proposed_date_says_its_reason_in_both_languages() -> None:
    proposal = clocks.propose_answer(RULES, SECOND, moscow("2026-11-02 12:00"))
    assert proposal.at == moscow("2026-11-06 18:00")
    folder = resources() / "i18n"
    assert Words(Lang.EN, folder)(proposal.reason) == "3 business days; 4 November is a day off"
    assert Words(Lang.RU, folder)(proposal.reason) == "3 рабочих дня; 4 ноября – выходной"


def test_several_holidays_are_said_as_a_span() -> None:
    proposal = clocks.propose_answer(RULES, SECOND, moscow("2026-12-30 12:00"))
    assert Words(Lang.EN, resources() / "i18n")(proposal.reason) == (
        "3 business days; days off from 31 December to 8 January"
    )


def test_a_legal_demand_pulls_the_proposal_inside_the_period_by_law() -> None:
    start = moscow("2026-12-29 12:00")
    free = clocks.propose_answer(RULES, THIRD, start)
    bound = clocks.propose_answer(RULES, THIRD, start, demanded_on=date(2026, 12, 29))
    assert bound.at == moscow("2026-12-30 18:00")
    assert free.at > bound.at


def test_what_may_not_be_promised_says_why() -> None:
    now = moscow("2026-10-21 10:00")
    limits = PromiseLimits(moscow("2026-11-02 18:00"), date(2026, 10, 21))

    def fault(text: str) -> str:
        found = clocks.promise_fault(RULES, THIRD, moscow(text), now, limits)
        return found.text if found else ""

    assert "still to come" in fault("2026-10-21 09:00")
    assert "Nobody works" in fault("2026-10-22 03:00")
    assert "the law allows" in fault("2026-10-31 10:00")
    assert fault("2026-10-30 18:00") == ""
    no_demand = PromiseLimits(moscow("2026-11-02 18:00"))
    late = clocks.promise_fault(RULES, THIRD, moscow("2026-11-03 10:00"), now, no_demand)
    assert late is not None
    assert "resolved" in late.text


def test_the_share_gone_stays_between_nothing_and_all() -> None:
    start, due = moscow("2026-11-23 10:00"), moscow("2026-11-23 12:00")
    assert clocks.share_gone(start, due, moscow("2026-11-23 11:00")) == 0.5
    assert clocks.share_gone(start, due, moscow("2026-11-24 11:00")) == 1.0
    assert clocks.share_gone(start, due, moscow("2026-11-22 11:00")) == 0.0
    assert clocks.share_gone(due, start, due) == 1.0


def test_the_policy_is_data_and_a_broken_one_is_refused(tmp_path: Path) -> None:
    policy = RULES.policy
    assert policy.default_severity(1) is Severity.S2
    assert policy.default_severity(None) is Severity.S3
    assert policy.holds[Severity.S1].kind is HoldKind.NO_INVITE
    assert Severity.S3 not in policy.holds
    with pytest.raises(ValueError, match="not a limit"):
        Limit.of("3 weeks business")
    text = (resources() / "calendars" / "policy-1.toml").read_text(encoding="utf-8")
    broken = tmp_path / "broken.toml"
    broken.write_text(text.replace("[clocks.update]", "[clocks_update]"), encoding="utf-8")
    with pytest.raises(ValueError, match="no limit for update"):
        read_policy(broken)
