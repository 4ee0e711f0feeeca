"""Service standards: measured by what is on record, open ones apart, few cases not told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests import factories_health as rows
from vipdesk.access import Desk
from vipdesk.cards import issue
from vipdesk.errors import NotFound, UserError
from vipdesk.health import standards
from vipdesk.health.standards import Measure, Standard, Verdict
from vipdesk.models import ChannelPreference, StatusCard
from vipdesk.vocabulary import (
    CardState,
    Channel,
    ClockKind,
    Direction,
    InteractionKind,
    PreferenceRule,
    PromiseState,
    Role,
    Topic,
)

_MESSAGE: dict[str, Any] = {"kind": InteractionKind.MESSAGE, "direction": Direction.INBOUND}
_MISSED: dict[str, Any] = {
    "kind": InteractionKind.TALK, "direction": Direction.INBOUND, "channel": Channel.PHONE,
    "two_way": False,
}  # fmt: skip


def of(desk: Desk, standard: Standard) -> Measure:
    return next(m for m in standards.measure(desk) if m.standard is standard)


def verdicts(desk: Desk, standard: Standard) -> list[Verdict]:
    cases = of(desk, standard).cases
    assert cases is not None
    return [c.verdict for c in cases]


def test_a_message_waits_for_our_answer_in_working_hours(desk: Desk) -> None:
    who = make.client(desk).id
    now = desk.now
    make.interaction(desk, who, at=now - timedelta(days=8), **_MESSAGE)
    make.interaction(desk, who, at=now - timedelta(days=8) + timedelta(minutes=30))
    make.interaction(desk, who, at=now - timedelta(days=7), **_MESSAGE)
    make.interaction(desk, who, at=now - timedelta(days=7) + timedelta(minutes=5), **_MESSAGE)
    make.interaction(desk, who, at=now - timedelta(minutes=5), **_MESSAGE)
    # Two letters before one answer are one case, and that the client wrote again is no answer.
    found = of(desk, Standard.MESSAGE_ANSWER)
    assert verdicts(desk, Standard.MESSAGE_ANSWER) == [Verdict.MISSED, Verdict.KEPT]
    assert found.share is not None
    assert (found.share.k, found.share.n, found.share.share) == (1, 2, None)
    make.interaction(desk, who, at=now - timedelta(days=6))
    assert verdicts(desk, Standard.MESSAGE_ANSWER) == [Verdict.MISSED, Verdict.OPEN, Verdict.KEPT]
    assert of(desk, Standard.MESSAGE_ANSWER).open == 1


def test_a_missed_call_is_called_back_the_same_day(desk: Desk) -> None:
    kept, late = make.client(desk).id, make.client(desk).id
    at = desk.now - timedelta(days=7)
    for who, hours in ((kept, 2), (late, 30)):
        make.interaction(desk, who, at=at, **_MISSED)
        make.interaction(desk, who, at=at + timedelta(hours=hours))
    make.interaction(desk, kept, at=desk.now - timedelta(minutes=1), **_MISSED)
    found = verdicts(desk, Standard.CALL_BACK)
    assert found == [Verdict.MISSED, Verdict.OPEN, Verdict.KEPT]


def test_who_was_never_heard_is_open_first_and_then_missed(desk: Desk) -> None:
    make.client(desk, created_at=desk.now - timedelta(days=3))
    make.client(desk, created_at=desk.now - timedelta(days=400))
    make.client(desk, last_contact_at=desk.now - timedelta(days=2))
    assert verdicts(desk, Standard.TALK_GAP) == [Verdict.MISSED, Verdict.OPEN, Verdict.KEPT]


def test_a_birthday_counts_only_where_it_is_known_and_wished(desk: Desk) -> None:
    day = desk.now - timedelta(days=20)
    born: dict[str, Any] = {
        "birth_month": day.month, "birth_day": day.day,
        "created_at": desk.now - timedelta(days=500),
    }  # fmt: skip
    greeted, forgotten, unwished = (make.client(desk, **born) for _ in range(3))
    make.client(desk, **born, mourning_until=desk.now.date())
    make.client(desk)
    make.interaction(desk, greeted.id, at=day)
    make.interaction(desk, forgotten.id, at=day + timedelta(days=2))
    desk.session.add(
        ChannelPreference(
            client_id=unwished.id, channel=Channel.PHONE, topic=Topic.GREETING,
            rule=PreferenceRule.FORBID, noted_at=desk.now,
        )
    )  # fmt: skip
    desk.session.flush()
    assert verdicts(desk, Standard.BIRTHDAY) == [Verdict.MISSED, Verdict.KEPT]
    assert of(desk, Standard.BIRTHDAY).unknown == 1


def test_a_card_whose_approval_is_not_on_record_is_not_measured(desk: Desk) -> None:
    told, untold = make.client(desk), make.client(desk)
    gold = make.tier(desk).id
    made = [
        StatusCard(
            client_id=c.id, tier_id=gold, number=f"7000{n}", name_on_card="A",
            state=CardState.DRAFT, expires_on=desk.now.date() + timedelta(days=300),
        )
        for n, c in enumerate((told, untold))
    ]  # fmt: skip
    desk.session.add_all(made)
    made[1].state = CardState.ISSUED
    desk.session.flush()
    head = make.as_role(desk, Role.HEAD)
    issue.approve_card(head, made[0].id)
    found = of(head, Standard.CARD_HANDOVER)
    assert (found.open, found.unknown) == (1, 1)
    later = make.later(head, days=30)
    assert verdicts(later, Standard.CARD_HANDOVER) == [Verdict.MISSED]


def test_promises_and_small_groups(desk: Desk) -> None:
    who = make.client(desk).id
    for n, state in enumerate(
        (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN, PromiseState.RELEASED)
    ):
        make.promise(desk, who, due_at=desk.now - timedelta(days=n + 1), state=state)
    found = of(desk, Standard.PROMISE)
    assert found.share is not None
    assert (found.share.k, found.share.n) == (1, 3)
    assert [f.share is None for f in found.tiers if f.tier.id == make.tier(desk).id] == [True] or (
        len([f for f in found.tiers if f.share is None]) != 1
    )


def test_a_complaint_gives_a_figure_and_no_list_and_few_give_nothing(desk: Desk) -> None:
    for n in range(3):
        case = rows.complaint(desk, make.client(desk).id, days_ago=2)
        rows.clock(desk, case.id, kind=ClockKind.ACK)
        found = of(desk, Standard.FIRST_TOUCH)
        assert found.cases is None
        assert (found.share is None) is (n < 2)


def test_a_manager_sees_own_clients_and_management_all(desk: Desk) -> None:
    head = make.as_role(desk, Role.HEAD)
    make.client(desk, created_at=desk.now - timedelta(days=400))
    make.client(desk, created_at=desk.now - timedelta(days=400), manager_id=head.actor.id)
    manager = make.as_role(desk, Role.MANAGER)
    assert len(of(head, Standard.TALK_GAP).cases or ()) == 2
    assert len(of(manager, Standard.TALK_GAP).cases or ()) == 1
    with pytest.raises(NotFound):
        standards.measure(make.as_role(desk, Role.COORDINATOR))


def test_the_club_sets_its_own_and_takes_it_back(desk: Desk) -> None:
    head, gold = make.as_role(desk, Role.HEAD), make.tier(desk).id
    plain = standards.catalogue(head).limit(Standard.TALK_GAP, gold)
    before = standards.change_standards(head, {gold: {Standard.TALK_GAP: 10}})
    assert standards.catalogue(head).limit(Standard.TALK_GAP, gold) == 10
    standards.change_standards(head, before)
    assert standards.catalogue(head).limit(Standard.TALK_GAP, gold) == plain
    with pytest.raises(UserError):
        standards.change_standards(head, {gold: {Standard.PROMISE: 2}})
    with pytest.raises(UserError):
        standards.change_standards(make.as_role(desk, Role.MANAGER), {})


def test_what_no_tier_is_promised_is_not_shown(desk: Desk) -> None:
    head = make.as_role(desk, Role.HEAD)
    nothing = {t.id: {Standard.TALK_GAP: 0} for t in standards.catalogue(head).tiers}
    standards.change_standards(head, nothing)
    assert Standard.TALK_GAP not in {m.standard for m in standards.measure(head)}
