"""A week later: when to talk, what was said, two tries, and when nobody asks for a score."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import as_role, later
from tests.factories_complaints import clock_of, filed, in_work, moscow, row_of
from vipdesk.access import Desk
from vipdesk.complaints import follow_up
from vipdesk.complaints import steps as step
from vipdesk.complaints.follow_up import Said
from vipdesk.complaints.policy import rules_of
from vipdesk.complaints.states import Part
from vipdesk.complaints.timekeeping import start_clock
from vipdesk.errors import UserError
from vipdesk.learning import FollowUpState, Solved
from vipdesk.models import Complaint
from vipdesk.vocabulary import Channel, ClockKind, ClockVerdict, ComplaintState, Role

RULES = rules_of()
ALL_WEEK = ((datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 31, tzinfo=UTC)),)


def resolved(desk: Desk) -> Complaint:
    """A case resolved now, its talk still to come."""
    complaint = desk.session.get_one(Complaint, in_work(desk))
    owner = frozenset({Part.OWNER})
    step.move(desk, complaint, ComplaintState.ANSWERED, owner, answer_given=True,
              options_offered=2, compensation_decided=True)  # fmt: skip
    step.move(desk, complaint, ComplaintState.RESOLVED, owner, acceptance_known=True)
    start_clock(desk, complaint, ClockKind.FOLLOW_UP, desk.now)
    return complaint


def test_the_talk_is_on_day_seven_in_the_clubs_hours() -> None:
    at = follow_up.talk_hour(
        RULES, moscow("2026-10-05T12:00"), ALL_WEEK, moscow("2026-10-05T12:00")
    )
    assert at == moscow("2026-10-12T12:00")


def test_a_talk_never_falls_on_a_day_off_nor_outside_its_window() -> None:
    for day in range(60):
        solved_at = moscow("2026-10-01T15:30") + timedelta(days=day)
        at = follow_up.talk_hour(RULES, solved_at, ALL_WEEK, solved_at)
        since, until = follow_up.window(RULES, solved_at)
        if at is None:
            continue
        assert since <= at < until
        assert RULES.calendar.schedule("business").local_day(at).weekday() < 5
    # 4 November is a holiday: day seven moves beside it.
    moved = follow_up.talk_hour(
        RULES, moscow("2026-10-28T12:00"), ALL_WEEK, moscow("2026-10-28T12:00")
    )
    assert moved is not None
    assert moved.astimezone(RULES.calendar.zone).date() != moscow("2026-11-04T12:00").date()


def test_a_client_who_takes_calls_only_in_the_evening_is_called_at_the_edge_of_the_day() -> None:
    evening = tuple(
        (moscow(f"2026-10-{d:02}T17:30"), moscow(f"2026-10-{d:02}T21:00")) for d in range(6, 20)
    )
    at = follow_up.talk_hour(RULES, moscow("2026-10-05T12:00"), evening, moscow("2026-10-05T12:00"))
    assert at == moscow("2026-10-12T17:30")
    nobody = follow_up.talk_hour(RULES, moscow("2026-10-05T12:00"), (), moscow("2026-10-05T12:00"))
    assert nobody is None


def test_what_the_client_said_is_kept_and_stops_the_clock(desk: Desk) -> None:
    complaint = resolved(desk)
    assert follow_up.result(desk, complaint.id) is None
    week = later(desk, days=7)
    row = follow_up.note_follow_up(
        week, complaint.id, channel=Channel.PHONE,
        said=Said(Solved.YES, csat=5, ces=6, worth=4, words="Всё хорошо, спасибо"),
    )  # fmt: skip
    assert row is not None
    assert (row.csat, row.ces, row.worth, row.reopen) == (5, 6, 4, False)
    assert follow_up.result(week, complaint.id) is FollowUpState.DONE
    clock = clock_of(week, complaint.id, ClockKind.FOLLOW_UP)
    assert clock.verdict is not ClockVerdict.RUNNING
    with pytest.raises(UserError, match="over"):
        follow_up.miss_follow_up(week, complaint.id, channel=Channel.PHONE)


def test_partly_and_no_ask_for_the_case_to_be_opened_again_and_need_words(desk: Desk) -> None:
    complaint = resolved(desk)
    with pytest.raises(UserError) as refused:
        follow_up.note_follow_up(
            desk, complaint.id, channel=Channel.PHONE, said=Said(Solved.PARTLY)
        )
    assert refused.value.field == "words"
    row = follow_up.note_follow_up(
        desk, complaint.id, channel=Channel.PHONE,
        said=Said(Solved.NO, csat=2, words="Стол снова не тот"),
    )  # fmt: skip
    assert row is not None
    assert row.reopen


@pytest.mark.parametrize(("field", "said"), [
    ("csat", Said(Solved.YES, csat=6)), ("ces", Said(Solved.YES, ces=0)),
    ("worth", Said(Solved.YES, worth=9)),
])  # fmt: skip
def test_a_score_beyond_its_scale_is_refused(desk: Desk, field: str, said: Said) -> None:
    complaint = resolved(desk)
    with pytest.raises(UserError) as refused:
        follow_up.note_follow_up(desk, complaint.id, channel=Channel.PHONE, said=said)
    assert refused.value.field == field


def test_two_tries_on_two_days_are_not_reached_and_not_satisfied(desk: Desk) -> None:
    complaint = resolved(desk)
    follow_up.miss_follow_up(later(desk, days=6), complaint.id, channel=Channel.PHONE)
    with pytest.raises(UserError, match="another day"):
        follow_up.miss_follow_up(later(desk, days=6, hours=1), complaint.id, channel=Channel.PHONE)
    row = follow_up.miss_follow_up(later(desk, days=7), complaint.id, channel=Channel.PHONE)
    assert row is not None
    assert (row.state, row.solved, row.csat) == (FollowUpState.NOT_REACHED, None, None)
    assert follow_up.result(desk, complaint.id) is FollowUpState.NOT_REACHED


def test_a_client_may_wish_no_talk(desk: Desk) -> None:
    complaint = resolved(desk)
    with pytest.raises(UserError):
        follow_up.decline_follow_up(desk, complaint.id, words=" ")
    follow_up.decline_follow_up(desk, complaint.id, words="Сказал, что звонить не нужно")
    assert follow_up.result(desk, complaint.id) is FollowUpState.DECLINED


def test_only_the_owner_talks_and_only_after_the_solution(desk: Desk) -> None:
    complaint = resolved(desk)
    with pytest.raises(UserError, match="owner"):
        follow_up.miss_follow_up(as_role(desk, Role.HEAD), complaint.id, channel=Channel.PHONE)
    early = filed(desk)
    assert follow_up.find_follow_up(desk, early.id) is None
    with pytest.raises(UserError, match="resolved"):
        follow_up.miss_follow_up(desk, early.id, channel=Channel.PHONE)


def test_nobody_is_asked_to_recommend_us_near_a_complaint(desk: Desk) -> None:
    complaint = row_of(desk, filed(desk))
    client_id = complaint.client_id
    assert follow_up.nps_after(later(desk, days=40), client_id) is not None  # still open
    complaint.state, complaint.closed_at = ComplaintState.CLOSED, later(desk, days=2).now
    desk.session.flush()
    assert follow_up.nps_after(later(desk, days=31), client_id) is not None
    assert follow_up.nps_after(later(desk, days=33), client_id) is None
