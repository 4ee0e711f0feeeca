"""Retention: a dry run that changes nothing, then words older than their rule go."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import func, select

from tests.factories import as_role, client, event, interaction
from tests.factories_complaints import filed
from tests.factories_privacy import plant
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.gathering import DoorDeed
from vipdesk.models import (
    Client,
    Complaint,
    DoorScan,
    Draft,
    HealthSnapshot,
    Interaction,
    JournalEntry,
    OutboxMessage,
    Reply,
)
from vipdesk.privacy import restriction
from vipdesk.privacy.erasure import erasures_since
from vipdesk.privacy.retention import RuleDue, preview_retention, run_retention
from vipdesk.privacy.rules import RuleCode, change_rule, rules_of, shipped
from vipdesk.vocabulary import ErasureGround, OutboxState, RestrictionGround, Role

WHY = "Ежегодная уборка"


@pytest.fixture
def head(desk: Desk) -> Desk:
    return as_role(desk, Role.HEAD)


def due(desk: Desk, code: RuleCode) -> RuleDue:
    return next(r for r in preview_retention(desk) if r.code is code)


def old_club(desk: Desk) -> tuple[UUID, dict[str, UUID]]:
    """One client of whom everything lies 2,000 days back and is sent."""
    client_id, ids = plant(desk)
    long_ago = desk.now - timedelta(days=2000)
    rows = {"interaction": "at", "reply": "received_at", "health_snapshot": "at"}
    from vipdesk.privacy.holdings import holding

    for table, column in rows.items():
        setattr(desk.session.get_one(holding(table).model, ids[table]), column, long_ago)
    for table in ("outbox_message", "private_message"):
        row = desk.session.get_one(holding(table).model, ids[table])
        row.sent_at, row.state = long_ago, OutboxState.SENT
    for draft in desk.session.scalars(select(Draft)):
        draft.saved_at = long_ago
    desk.session.flush()
    return client_id, ids


def test_the_dry_run_counts_and_changes_nothing(desk: Desk, head: Desk) -> None:
    client_id, ids = old_club(desk)
    found = due(head, RuleCode.INTERACTION_TEXT)
    assert (found.count, found.examples) == (1, (ids["interaction"],))
    assert due(head, RuleCode.DRAFT).count >= 2
    assert desk.session.get_one(Interaction, ids["interaction"]).text
    assert desk.session.get_one(Client, client_id).erased_at is None


def test_each_rule_takes_the_words_and_leaves_the_figures(desk: Desk, head: Desk) -> None:
    _client_id, ids = old_club(desk)
    done = run_retention(head, codes=tuple(RuleCode), reason=WHY)
    others = {RuleCode.CLIENT_LEFT, RuleCode.DOOR_WORDS}
    assert all(done[c] >= 1 for c in RuleCode if c not in others)
    assert desk.session.get_one(Interaction, ids["interaction"]).text == ""
    assert desk.session.get_one(Reply, ids["reply"]).raw is None
    assert desk.session.get_one(OutboxMessage, ids["outbox_message"]).content == b""
    assert desk.session.get_one(Complaint, ids["complaint"]).words_of_client == "–"
    assert desk.session.get(HealthSnapshot, ids["health_snapshot"]) is None
    assert desk.session.scalar(select(func.count()).select_from(Draft)) == 0
    assert all(r.count == 0 for r in preview_retention(head))


def test_who_came_without_an_invitation_is_forgotten_and_still_counted(
    desk: Desk, head: Desk
) -> None:
    evening = event(desk)
    for days, words in ((40, "Пётр, друг Анны"), (3, "Karl"), (40, "")):
        at = desk.now - timedelta(days=days)
        scan = DoorScan(event_id=evening.id, deed=DoorDeed.WALK_IN, desk_no=1, at=at, words=words)
        desk.session.add(scan)
    desk.session.flush()
    assert due(head, RuleCode.DOOR_WORDS).count == 1
    run_retention(head, codes={RuleCode.DOOR_WORDS}, reason=WHY)
    assert sorted(desk.session.scalars(select(DoorScan.words))) == ["", "", "Karl"]


def test_only_the_chosen_rule_runs_and_the_journal_keeps_the_reason(desk: Desk, head: Desk) -> None:
    _client_id, ids = old_club(desk)
    run_retention(head, codes={RuleCode.REPLY_RAW}, reason=WHY)
    assert desk.session.get_one(Interaction, ids["interaction"]).text
    entry = desk.session.scalars(
        select(JournalEntry).where(JournalEntry.verb == "run_retention")
    ).one()
    assert (entry.fields, entry.reason) == ("reply_raw,2", WHY)


def test_what_is_younger_than_its_rule_stays(desk: Desk, head: Desk) -> None:
    interaction(desk, client(desk).id, at=desk.now - timedelta(days=1824))
    assert due(head, RuleCode.INTERACTION_TEXT).count == 0


def test_a_client_who_left_long_ago_is_erased_with_a_record(desk: Desk, head: Desk) -> None:
    gone = client(desk, left_on=(desk.now - timedelta(days=1096)).date())
    late = client(desk, left_on=(desk.now - timedelta(days=100)).date())
    run_retention(head, codes={RuleCode.CLIENT_LEFT}, reason=WHY)
    assert desk.session.get_one(Client, gone.id).erased_at is not None
    assert desk.session.get_one(Client, late.id).erased_at is None
    (row,) = [r for r in erasures_since(desk.session) if r.client_id == gone.id]
    assert row.ground is ErasureGround.RETENTION


def test_a_restricted_client_and_an_open_complaint_are_passed_over(desk: Desk, head: Desk) -> None:
    long_ago = (desk.now - timedelta(days=2000)).date()
    kept, fighting = client(desk), client(desk)
    interaction(desk, kept.id, at=desk.now - timedelta(days=2000))
    filed(desk, fighting.id)
    for person in (kept, fighting):
        person.left_on = long_ago
    desk.session.flush()
    restriction.restrict_client(desk, kept.id, ground=RestrictionGround.CLAIMS)
    assert due(head, RuleCode.CLIENT_LEFT).count == 0
    assert due(head, RuleCode.INTERACTION_TEXT).count == 0


def test_a_club_sets_its_own_days_or_switches_a_rule_off(desk: Desk, head: Desk) -> None:
    row = interaction(desk, client(desk).id, at=desk.now - timedelta(days=100))
    assert change_rule(head, RuleCode.INTERACTION_TEXT, days=30) == 1825
    assert due(head, RuleCode.INTERACTION_TEXT).examples == (row.id,)
    change_rule(head, RuleCode.INTERACTION_TEXT, days=None)
    assert due(head, RuleCode.INTERACTION_TEXT).before is None
    assert run_retention(head, codes={RuleCode.INTERACTION_TEXT}, reason=WHY) == {
        RuleCode.INTERACTION_TEXT: 0
    }
    assert rules_of(head).rule(RuleCode.REPLY_RAW).days == 180


def test_what_is_wrong_is_refused(desk: Desk, head: Desk) -> None:
    with pytest.raises(UserError):
        change_rule(head, RuleCode.DRAFT, days=0)
    with pytest.raises(UserError):
        run_retention(head, codes=(), reason=WHY)
    with pytest.raises(UserError):
        run_retention(head, codes={RuleCode.DRAFT}, reason="")
    with pytest.raises(UserError):
        preview_retention(desk)


def test_every_rule_says_that_a_lawyer_must_confirm_it() -> None:
    for rule in shipped().rules:
        assert "юрист" in rule.basis_ru
        assert "lawyer" in rule.basis_en
