"""From the request to the last day: who may do what to a card, and what stays with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select, update

from tests import factories
from tests.factories import as_role, later
from tests.factories_cards import KEY, card, with_vault_key
from vipdesk.access import Desk
from vipdesk.cards import issue, keys, registry
from vipdesk.cards.number import is_number
from vipdesk.cards.signature import Verdict, check_code
from vipdesk.cards.steps import FINAL, Step
from vipdesk.errors import NotFound, UserError
from vipdesk.models import JournalEntry, Staff, StatusCard
from vipdesk.store import search_index
from vipdesk.vocabulary import CardState, Role
from vipdesk.wording import Lang


@pytest.fixture
def anna(desk: Desk) -> factories.Client:
    return factories.client(desk, member_since=date(2019, 4, 1))


def test_a_card_goes_from_request_to_the_clients_hand(desk: Desk, anna: factories.Client) -> None:
    head = as_role(desk, Role.HEAD)
    asked = issue.request_card(desk, anna.id)
    assert asked.state is CardState.DRAFT
    assert is_number(asked.number)
    assert (asked.name, asked.latin) == ("Анна Волкова", "ANNA VOLKOVA")
    assert asked.code == ""
    approved = issue.approve_card(head, asked.id)
    assert approved.approved_by.name == "Илья Ким"
    issued = issue.issue_card(desk, asked.id, signer=KEY)
    assert issued.issued_on == desk.now.date()
    assert issued.code.startswith(f"VD1*{asked.number}*GOLD*")
    given = issue.hand_over_card(desk, asked.id, handed_to="Помощник")
    assert given.state is CardState.ACTIVE
    assert (given.handed_over_at, given.handed_to) == (desk.now, "Помощник")


def test_it_works_to_the_end_of_a_month_two_years_on() -> None:
    assert issue.usual_expiry(date(2026, 11, 26)) == date(2028, 11, 30)
    assert issue.usual_expiry(date(2024, 2, 29), years=1) == date(2025, 2, 28)


def test_nobody_approves_their_own_request(desk: Desk, anna: factories.Client) -> None:
    head = as_role(desk, Role.HEAD)
    asked = issue.request_card(head, anna.id)
    with pytest.raises(UserError, match="Somebody else"):
        issue.approve_card(head, asked.id)
    assert Step.APPROVE not in registry.get_card(head, asked.id).steps
    assert issue.approve_card(as_role(desk, Role.EXECUTIVE), asked.id).state is CardState.APPROVED


def test_a_manager_does_not_approve(desk: Desk, anna: factories.Client) -> None:
    asked = card(desk, anna.id, CardState.DRAFT)
    with pytest.raises(UserError, match="head of VIP service"):
        issue.approve_card(desk, asked.id)


def test_one_who_works_alone_approves_alone(desk: Desk, anna: factories.Client) -> None:
    others = update(Staff).where(Staff.id != desk.actor.id).values(left_at=desk.now)
    desk.session.execute(others)
    asked = issue.request_card(desk, anna.id)
    assert Step.APPROVE in asked.steps
    assert issue.approve_card(desk, asked.id).state is CardState.APPROVED


def test_a_request_can_be_taken_back_whole(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id, CardState.DRAFT)
    issue.remove_request(desk, row.id)
    assert registry.list_cards(desk) == ()
    assert search_index.find_tail(desk.session, row.number[-4:]) == ()
    approved = card(desk, anna.id, CardState.APPROVED)
    with pytest.raises(UserError):
        issue.remove_request(desk, approved.id)


def test_the_sheet_begins_with_a_proposal(desk: Desk, anna: factories.Client) -> None:
    proposed = issue.propose_card(desk, anna.id, Lang.RU)
    assert proposed.names.name == proposed.face.name == "Анна Волкова"
    assert (proposed.tier_id, proposed.expires_on) == (anna.tier_id, date(2028, 11, 30))
    assert (proposed.face.tier, proposed.face.member_since) == ("Золото", date(2019, 4, 1))
    for refused in (factories.client(desk, tier_id=None).id, card(desk, anna.id).client_id):
        with pytest.raises(UserError):
            issue.propose_card(desk, refused, Lang.RU)


def test_who_has_only_an_expired_card_may_have_a_new_one(
    desk: Desk, anna: factories.Client
) -> None:
    card(desk, anna.id)
    assert issue.request_card(later(desk, days=900), anna.id).state is CardState.DRAFT


def test_a_print_is_in_the_journal(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    registry.print_card(desk, row.id, Lang.RU)
    assert registry.list_history(desk, row.id)[0].said.text == "Printed"


def test_an_approval_can_be_taken_back_until_the_card_is_issued(
    desk: Desk, anna: factories.Client
) -> None:
    asked = card(desk, anna.id, CardState.APPROVED)
    assert issue.withdraw_approval(desk, asked.id).state is CardState.DRAFT
    issue.approve_card(as_role(desk, Role.HEAD), asked.id)
    issue.issue_card(desk, asked.id, signer=KEY)
    with pytest.raises(UserError, match="withdrawn only"):
        issue.withdraw_approval(desk, asked.id)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (CardState.DRAFT, Step.ISSUE),
        (CardState.DRAFT, Step.HAND_OVER),
        (CardState.DRAFT, Step.REPLACE),
        (CardState.APPROVED, Step.APPROVE),
        (CardState.APPROVED, Step.HAND_OVER),
        (CardState.ISSUED, Step.ISSUE),
        (CardState.ACTIVE, Step.HAND_OVER),
    ],
)
def test_no_step_is_skipped_or_taken_twice(
    desk: Desk, anna: factories.Client, state: CardState, step: Step
) -> None:
    row = card(desk, anna.id, state)
    take = {
        Step.APPROVE: lambda: issue.approve_card(as_role(desk, Role.HEAD), row.id),
        Step.ISSUE: lambda: issue.issue_card(desk, row.id, signer=KEY),
        Step.HAND_OVER: lambda: issue.hand_over_card(desk, row.id),
        Step.REPLACE: lambda: issue.replace_card(desk, row.id, reason="Утеряна"),
    }
    with pytest.raises(UserError):
        take[step]()
    assert registry.get_card(desk, row.id).state is state


def test_a_final_card_stays_final(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    issue.void_card(desk, row.id, reason="Ошибка в имени")
    for step in (issue.void_card, issue.replace_card):
        with pytest.raises(UserError):
            step(desk, row.id, reason="ещё раз")
    assert registry.get_card(desk, row.id).steps == frozenset()
    assert CardState.VOID in FINAL


def test_a_client_has_one_card_at_a_time(desk: Desk, anna: factories.Client) -> None:
    first = card(desk, anna.id)
    with pytest.raises(UserError, match="already has a card"):
        issue.request_card(desk, anna.id)
    issue.void_card(desk, first.id, reason="Сломана")
    assert issue.request_card(desk, anna.id).state is CardState.DRAFT


def test_the_old_card_works_until_the_new_one_is_handed_over(
    desk: Desk, anna: factories.Client
) -> None:
    old = card(desk, anna.id)
    new = issue.replace_card(desk, old.id, reason="Новый статус")
    assert new.replaces_id == old.id
    assert registry.get_card(desk, old.id).state is CardState.ACTIVE
    issue.approve_card(as_role(desk, Role.HEAD), new.id)
    issue.issue_card(desk, new.id, signer=KEY)
    issue.hand_over_card(desk, new.id)
    ended = registry.get_card(desk, old.id)
    assert (ended.state, ended.reason) == (CardState.REPLACED, "Новый статус")


def test_a_lost_card_stops_at_once(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    issue.replace_card(desk, row.id, reason="Утеряна", stop_now=True)
    assert registry.get_card(desk, row.id).state is CardState.REPLACED


def test_the_next_card_is_asked_for_once(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    issue.replace_card(desk, row.id, reason="Износ")
    with pytest.raises(UserError, match="already been requested"):
        issue.replace_card(desk, row.id, reason="Износ")


def test_ending_a_card_needs_a_reason(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    with pytest.raises(UserError) as refused:
        issue.void_card(desk, row.id, reason="  ")
    assert refused.value.field == "reason"
    with pytest.raises(UserError):
        issue.replace_card(desk, row.id, reason="")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name_on_card": " ", "latin_on_card": ""}, "name_on_card"),
        ({"name_on_card": "Я" * 81}, "name_on_card"),
        ({"latin_on_card": "Z" * 81}, "latin_on_card"),
        ({"expires_on": date(2026, 11, 26)}, "expires_on"),
    ],
)
def test_a_wrong_field_is_told_beside_it(
    desk: Desk, anna: factories.Client, fields: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as refused:
        issue.request_card(desk, anna.id, **fields)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_card_shows_a_tier(desk: Desk) -> None:
    nobody = factories.client(desk, tier_id=None)
    with pytest.raises(UserError) as refused:
        issue.request_card(desk, nobody.id)
    assert refused.value.field == "tier_id"


def test_a_card_past_its_last_day_is_expired_before_the_job_says_so(
    desk: Desk, anna: factories.Client
) -> None:
    row = card(desk, anna.id)
    after = later(desk, days=900)
    assert registry.get_card(after, row.id).state is CardState.EXPIRED
    assert registry.list_cards(after, state=CardState.EXPIRED)[0].id == row.id
    assert issue.expire_cards(after) == 1
    assert issue.expire_cards(after) == 0


def test_an_overdue_request_is_not_issued(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id, CardState.APPROVED)
    with pytest.raises(UserError, match="has passed"):
        issue.issue_card(later(desk, days=900), row.id, signer=KEY)


def test_a_manager_sees_and_touches_only_own_clients(desk: Desk) -> None:
    strange = factories.client(desk, surname="Чужая", manager_id=as_role(desk, Role.HEAD).actor.id)
    row = card(as_role(desk, Role.EXECUTIVE), strange.id, CardState.DRAFT)
    assert registry.list_cards(desk) == ()
    with pytest.raises(NotFound):
        registry.get_card(desk, row.id)
    with pytest.raises(NotFound):
        issue.issue_card(desk, row.id, signer=KEY)
    with pytest.raises(NotFound):
        issue.request_card(desk, strange.id)


def test_a_deputy_stands_in(desk: Desk) -> None:
    away = factories.client(
        desk, manager_id=as_role(desk, Role.HEAD).actor.id, deputy_id=desk.actor.id
    )
    assert issue.request_card(desk, away.id).client_id == away.id


def test_a_coordinator_reads_cards_and_changes_none(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    coordinator = as_role(desk, Role.COORDINATOR)
    assert registry.get_card(coordinator, row.id).steps == frozenset()
    with pytest.raises(NotFound):
        issue.void_card(coordinator, row.id, reason="–")


def test_what_is_not_there_is_told_so(desk: Desk) -> None:
    with pytest.raises(NotFound):
        registry.get_card(desk, uuid4())
    with pytest.raises(NotFound):
        issue.void_card(desk, uuid4(), reason="–")


def test_every_step_is_in_the_journal_without_values(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    entries = desk.session.scalars(select(JournalEntry).where(JournalEntry.object_id == row.id))
    found = [(e.verb, e.fields) for e in entries]
    assert [verb for verb, _ in found] == [
        "request_card",
        "approve_card",
        "issue_card",
        "hand_over_card",
    ]
    assert row.number not in "".join(fields for _, fields in found)


def test_the_history_reads_newest_first_with_names(
    desk: Desk, anna: factories.Client, en: object
) -> None:
    row = card(desk, anna.id, CardState.APPROVED)
    history = registry.list_history(desk, row.id)
    assert [h.said.text for h in history] == ["Approved", "Requested"]
    assert len(history) == 2


def test_the_list_begins_with_what_waits_and_finds_by_number_or_name(desk: Desk) -> None:
    one = card(desk, factories.client(desk, surname="Абрамова").id)
    two = card(
        desk, factories.client(desk, surname="Ёлкина", sort_key="елкина анна").id, CardState.DRAFT
    )
    assert [r.id for r in registry.list_cards(desk)] == [two.id, one.id]
    assert [r.id for r in registry.list_cards(desk, text="ёлк")] == [two.id]
    assert [r.id for r in registry.list_cards(desk, text=one.grouped[5:])] == [one.id]
    assert [r.id for r in registry.list_cards(desk, text="%")] == []
    assert [r.id for r in registry.list_cards(desk, waiting=True)] == [two.id]
    assert registry.list_cards(desk, ended=True) == ()
    assert [r.id for r in registry.list_cards(desk, client_id=one.client_id)] == [one.id]


def test_cards_that_soon_end_are_found_in_time(desk: Desk) -> None:
    today = desk.now.date()
    soon = card(desk, factories.client(desk).id, expires_on=today + timedelta(days=60))
    card(desk, factories.client(desk).id, expires_on=today + timedelta(days=61))
    assert [r.id for r in registry.list_expiring(desk)] == [soon.id]
    counts = registry.count_cards(desk)
    assert (counts.waiting, counts.active, counts.soon, counts.total) == (0, 2, 1, 2)


def test_a_club_without_cards_counts_none(desk: Desk) -> None:
    assert registry.count_cards(desk).total == 0


def test_a_card_is_found_by_its_last_digits(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id, CardState.DRAFT)
    [found] = search_index.find_tail(desk.session, row.number[-4:], kinds=("card",))
    assert found.object_id == row.id


def test_the_face_speaks_the_cards_language(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    face = registry.get_face(desk, row.id, Lang.RU)
    assert (face.tier, face.metal, face.member_since) == ("Золото", "gold", date(2019, 4, 1))
    assert registry.get_face(desk, row.id, Lang.EN).tier == "Gold"


def test_the_clubs_key_is_made_once_and_its_secret_is_sealed(
    desk: Desk, anna: factories.Client
) -> None:
    keyed = with_vault_key(desk)
    row = card(desk, anna.id, CardState.APPROVED)
    issued = issue.issue_card(keyed, row.id)
    assert keys.club_key(keyed).key_id == keys.club_key(keyed).key_id
    trust = keys.get_trust(desk)
    assert check_code(issued.code, trust, desk.now.date()).verdict is Verdict.VALID
    issue.void_card(desk, row.id, reason="Утеряна")
    again = keys.get_trust(desk)
    assert check_code(issued.code, again, desk.now.date()).verdict is Verdict.REVOKED
    assert again.as_of == desk.now


def test_cards_that_came_without_a_code_are_signed_once(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id)
    card(desk, factories.client(desk).id, CardState.DRAFT)
    desk.session.get_one(StatusCard, row.id).code = ""
    desk.session.flush()
    keyed = with_vault_key(desk)
    assert issue.sign_cards(keyed) == 1
    assert issue.sign_cards(keyed) == 0
    signed = registry.get_face(desk, row.id, Lang.RU)
    assert signed.code.startswith("VD1*")
    assert not signed.draft


def test_without_a_vault_no_card_is_signed(desk: Desk, anna: factories.Client) -> None:
    row = card(desk, anna.id, CardState.APPROVED)
    with pytest.raises(UserError, match="vault"):
        issue.issue_card(replace(desk, seals=None), row.id)
    assert desk.session.get_one(StatusCard, row.id).state is CardState.APPROVED
