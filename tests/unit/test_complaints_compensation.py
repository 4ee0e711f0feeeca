"""Compensation: what fits, who may give it, what is set aside, and when it is free again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.factories import as_role, client, email, later
from tests.factories_complaints import called, clock_of, filed, in_work
from vipdesk.access import Desk
from vipdesk.compensating import Authority, CompensationKind, GrantState, Loss
from vipdesk.complaints import (
    authority,
    catalogue,
    compensation,
    gifts_law,
    guards,
    letter_sheets,
    relatives,
    steps,
)
from vipdesk.complaints.compensation import Thing
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.giving import GiftWay
from vipdesk.models import Client, Complaint, ComplaintFlag, Gift, Handover
from vipdesk.money import Money
from vipdesk.vocabulary import ClockKind, ClockVerdict, FlagKind, Role
from vipdesk.wording import Lang


@pytest.fixture
def case(desk: Desk) -> UUID:
    """A case in work, with the usual catalogue in the club."""
    catalogue.start_catalogue(as_role(desk, Role.HEAD))
    return in_work(desk)


def thing(cost: int, title: str = "Ужин", retail: int | None = None) -> Thing:
    worth = Money.of(cost if retail is None else retail)
    return Thing(CompensationKind.REDO, title, Money.of(cost), worth, worth)


def two(cost: int) -> tuple[Thing, Thing]:
    return thing(cost, f"Ужин {cost}"), thing(cost // 2, f"Обед {cost}")


def item(desk: Desk, title: str) -> catalogue.ItemRow:
    return next(i for i in catalogue.list_items(desk) if i.fields.title.startswith(title))


def loss(desk: Desk, case: UUID, major: int) -> None:
    authority.set_loss(desk, case, Money.of(major))


def test_the_shortlist_matches_the_loss_then_is_for_today_then_is_worth_most(
    desk: Desk, case: UUID
) -> None:
    rows = catalogue.shortlist(desk, case, loss=Loss.REGARD)
    keys = [
        (not s.matches, s.item.fields.lead_days > 0, -(s.item.ratio or float("inf"))) for s in rows
    ]
    assert keys == sorted(keys)
    assert rows[0].item.fields.kind is CompensationKind.ATTENTION
    assert all(len(s.why) == 3 for s in rows)


def test_a_gesture_from_the_catalogue_is_given_at_once(desk: Desk, case: UUID) -> None:
    flowers, letter = item(desk, "Букет"), item(desk, "Письмо")
    grant = compensation.give_at_once(desk, case, item_id=flowers.id, beside=(letter.id,))
    row = compensation.list_grants(desk, case)[0]
    assert (row.id, row.level, row.state) == (grant, Authority.FRONT, GrantState.COMMITTED)
    assert row.chosen is not None
    assert row.chosen.thing.title == flowers.fields.title
    assert len(row.options) == 2
    assert clock_of(desk, case, ClockKind.COMP_DELIVERY).due_at == row.due_at
    assert not compensation.delivered(desk, case)
    compensation.deliver(later(desk, hours=2), grant, how="Курьером, лично в руки")
    assert compensation.delivered(desk, case)
    assert clock_of(desk, case, ClockKind.COMP_DELIVERY).verdict is ClockVerdict.MET


def test_the_front_line_gives_from_the_catalogue_and_no_more_than_its_limit(
    desk: Desk, case: UUID
) -> None:
    with pytest.raises(UserError, match="limit of a case"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Закрытая").id)
    compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    with pytest.raises(UserError, match="limit of a case"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Встреча").id)


def test_split_grants_of_one_case_are_summed(desk: Desk, case: UUID) -> None:
    loss(desk, case, 20_000)
    compensation.offer(desk, case, options=two(8_000))
    with pytest.raises(UserError, match="limit of a case"):
        compensation.offer(desk, case, options=two(3_000))
    compensation.offer(desk, case, options=two(2_000))  # exactly the floor of 10 000


def test_a_level_above_takes_loss_reason_and_a_second_signature(desk: Desk, case: UUID) -> None:
    with pytest.raises(UserError) as refused:
        compensation.offer(desk, case, options=two(9_000))
    assert refused.value.field == "loss"
    head, executive = as_role(desk, Role.HEAD), as_role(desk, Role.EXECUTIVE)
    loss(desk, case, 300_000)
    with pytest.raises(UserError) as refused:
        compensation.offer(head, case, options=two(100_000))
    assert refused.value.field == "reason"
    compensation.release(
        head, compensation.offer(head, case, options=two(100_000), reason="испорчен юбилей"),
        reason="клиент выбрал другое",
    )  # fmt: skip
    with pytest.raises(UserError, match="limit of a case"):
        compensation.offer(head, case, options=two(200_000), reason="испорчен юбилей")
    grant = compensation.offer(executive, case, options=two(200_000), reason="испорчен юбилей")
    rows = {g.id: g for g in compensation.list_grants(desk, case)}
    option = rows[grant].options[0]
    with pytest.raises(UserError, match="second signature"):
        compensation.accept(desk, grant, option_id=option.id)
    with pytest.raises(UserError, match="another executive"):
        compensation.sign(executive, grant)
    assert not compensation.decided(desk, case)
    kinds = {f.kind for f in desk.session.query(ComplaintFlag).filter_by(complaint_id=case)}
    assert FlagKind.COSTLY in kinds


def test_at_least_two_different_options_are_offered(desk: Desk, case: UUID) -> None:
    loss(desk, case, 9_000)
    with pytest.raises(UserError, match="two different"):
        compensation.offer(desk, case, options=(thing(3_000), thing(3_000)))


def test_what_is_worth_far_more_than_the_loss_goes_up_and_then_nowhere(
    desk: Desk, case: UUID
) -> None:
    loss(desk, case, 4_000)
    dear = (thing(1_000, "Вечер", retail=5_200), thing(900, "Обед"))
    with pytest.raises(UserError, match="executive"):
        compensation.offer(desk, case, options=dear)
    with pytest.raises(UserError, match="one and a half"):
        compensation.offer(
            as_role(desk, Role.EXECUTIVE), case, reason="щедро",
            options=(thing(1_000, "Вечер", retail=6_100), thing(900, "Обед")),
        )  # fmt: skip


def test_the_rest_is_free_again_when_the_client_chose(desk: Desk, case: UUID) -> None:
    loss(desk, case, 12_000)
    grant = compensation.offer(desk, case, options=two(9_000))
    complaint = desk.session.get_one(Complaint, case)
    left = authority.room(desk, complaint, Authority.MANAGER).left
    assert left == Money.of(1_000)
    cheap = compensation.list_grants(desk, case)[0].options[1]
    compensation.accept(desk, grant, option_id=cheap.id)
    assert authority.room(desk, complaint, Authority.MANAGER).left == Money.of(5_500)
    compensation.release(desk, grant, reason="передумал")
    assert authority.room(desk, complaint, Authority.MANAGER).left == Money.of(10_000)
    with pytest.raises(Conflict):
        compensation.deliver(desk, grant, how="лично")


def test_money_wrongly_taken_goes_back_outside_every_limit(desk: Desk, case: UUID) -> None:
    with pytest.raises(UserError):
        compensation.refund(desk, case, amount=Money.of(90_000), reason="двойное списание")
    loss(desk, case, 90_000)
    compensation.refund(desk, case, amount=Money.of(90_000), reason="двойное списание")
    complaint = desk.session.get_one(Complaint, case)
    assert authority.room(desk, complaint, Authority.MANAGER).left == Money.of(10_000)
    with pytest.raises(UserError, match="wrongly taken"):
        compensation.refund(desk, case, amount=Money.of(1), reason="ещё раз")


def test_the_same_within_its_days_of_rest_is_asked(desk: Desk, case: UUID) -> None:
    flowers = item(desk, "Букет").id
    compensation.give_at_once(desk, case, item_id=flowers)
    complaint = desk.session.get_one(Complaint, case)
    other = filed(later(desk, days=20), complaint.client_id).id
    soon = later(desk, days=20)
    with pytest.raises(UserError, match="was given to this client") as refused:
        compensation.give_at_once(soon, other, item_id=flowers)
    assert refused.value.field == "again"
    compensation.give_at_once(soon, other, item_id=flowers, again=True)


def test_a_client_has_two_such_gestures_in_a_year(desk: Desk, case: UUID) -> None:
    complaint = desk.session.get_one(Complaint, case)
    for title in ("Букет", "Звонок"):
        compensation.give_at_once(desk, filed(desk, complaint.client_id).id,
                                  item_id=item(desk, title).id)  # fmt: skip
    with pytest.raises(UserError, match="twelve months"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Письмо").id)
    compensation.give_at_once(later(desk, days=366), case, item_id=item(desk, "Письмо").id)


def test_limits_are_halved_for_a_month_after_a_client_changed_hands(desk: Desk, case: UUID) -> None:
    complaint = desk.session.get_one(Complaint, case)
    head = as_role(desk, Role.HEAD).actor.id
    desk.session.add(
        Handover(batch_id=case, client_id=complaint.client_id, from_id=head, to_id=desk.actor.id,
                 by_id=head, at=desk.now)
    )  # fmt: skip
    desk.session.flush()
    assert authority.room(desk, complaint, Authority.FRONT).cap == Money.of(2_500)
    after = later(desk, days=31)
    assert authority.room(after, complaint, Authority.FRONT).cap == Money.of(5_000)


def test_nobody_gives_to_an_account_of_their_own(desk: Desk, case: UUID) -> None:
    complaint = desk.session.get_one(Complaint, case)
    email(desk, complaint.client_id, desk.actor.email)
    with pytest.raises(UserError, match="your own"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)


def test_a_voucher_has_a_number_and_each_number_is_given_once(desk: Desk, case: UUID) -> None:
    voucher = item(desk, "Сертификат").id
    first = compensation.give_at_once(desk, case, item_id=voucher)
    with pytest.raises(UserError) as refused:
        compensation.deliver(desk, first, how="в конверте")
    assert refused.value.field == "number"
    compensation.deliver(desk, first, how="в конверте", number="A-117")
    second = compensation.give_at_once(desk, filed(desk).id, item_id=voucher)
    with pytest.raises(UserError, match="number was given"):
        compensation.deliver(desk, second, how="в конверте", number="A-117")


def test_what_was_promised_and_not_delivered_is_flagged_once(desk: Desk, case: UUID) -> None:
    compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    late = later(desk, days=14)
    assert compensation.flag_undelivered(late) == 1
    assert compensation.flag_undelivered(late) == 0
    assert compensation.list_grants(late, case)[0].overdue


def test_the_guards_of_a_case_hear_of_what_was_given(desk: Desk, case: UUID) -> None:
    complaint = desk.session.get_one(Complaint, case)
    assert not steps.facts_of(desk, complaint).compensation_decided
    loss(desk, case, 12_000)
    grant = compensation.offer(desk, case, options=two(9_000))
    assert steps.facts_of(desk, complaint).compensation_decided
    assert compensation.options_offered(desk, case) == 2
    compensation.accept(
        desk, grant, option_id=compensation.list_grants(desk, case)[0].options[0].id
    )
    assert compensation.sole_approver(desk, case)
    assert not compensation.sole_approver(as_role(desk, Role.HEAD), case)


def test_one_counter_counts_gifts_of_the_club_and_those_after_a_complaint(
    desk: Desk, case: UUID
) -> None:
    complaint = desk.session.get_one(Complaint, case)
    desk.session.get_one(Client, complaint.client_id).official = True
    desk.session.add(
        Gift(client_id=complaint.client_id, way=GiftWay.GIVEN, on_date=desk.now.date(),
             what="Книга", value_minor=50_000, staff_id=desk.actor.id)
    )  # fmt: skip
    desk.session.flush()
    compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    count = gifts_law.gift_count(desk, complaint.client_id)
    assert count.given == Money.of(4_300)
    assert len(gifts_law.warnings(count, CompensationKind.GIFT, Money.of(100))) == 2
    assert not gifts_law.warnings(count, CompensationKind.PRICE_CUT, Money.of(9_000))
    assert date(desk.now.year, 1, 1) <= desk.now.date()


def test_a_pattern_is_told_to_the_head_alone(desk: Desk, case: UUID) -> None:
    complaint = desk.session.get_one(Complaint, case)
    for title in ("Букет", "Звонок"):
        compensation.give_at_once(desk, filed(desk, complaint.client_id).id,
                                  item_id=item(desk, title).id)  # fmt: skip
    head = as_role(desk, Role.HEAD)
    assert guards.pattern(head, complaint.client_id) is None
    loss(desk, case, 12_000)
    compensation.offer(desk, case, options=two(2_000))
    assert guards.pattern(head, complaint.client_id) == 3
    assert guards.pattern(desk, complaint.client_id) is None


def test_shares_have_limits_only_from_ten_on_and_the_sample_holds_all_near_a_limit(
    desk: Desk, case: UUID
) -> None:
    letter, car = item(desk, "Письмо").id, item(desk, "Автомобиль").id
    for n in range(9):
        called(desk, (found := filed(desk).id))
        compensation.give_at_once(desk, found, item_id=car if n < 2 else letter)
    head = as_role(desk, Role.HEAD)
    assert guards.shares(desk, since=later(desk, days=-1).now) == ()
    row = guards.shares(head, since=later(desk, days=-1).now)[0]
    assert (row.grants, row.low) == (9, None)
    compensation.give_at_once(desk, case, item_id=letter)
    row = guards.shares(head, since=later(desk, days=-1).now)[0]
    assert row.low is not None
    assert not row.outside
    assert guards.draw_sample(head, desk.now, random.Random(1)) == 3  # two cars, one of eight
    assert guards.draw_sample(head, desk.now, random.Random(1)) == 0


def test_limits_and_catalogue_are_edited_by_the_head_in_versions(desk: Desk, case: UUID) -> None:
    head = as_role(desk, Role.HEAD)
    with pytest.raises(UserError):
        authority.change_limits(desk, authority.Limits(Authority.FRONT, 1))
    authority.change_limits(head, authority.Limits(Authority.FRONT, 100_000))
    with pytest.raises(Conflict):
        authority.change_limits(head, authority.Limits(Authority.FRONT, 200_000))
    with pytest.raises(UserError, match="limit of a case"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    flowers = item(desk, "Букет")
    catalogue.change_item(head, flowers.id, flowers.fields, version=flowers.version, active=False)
    assert all(i.id != flowers.id for i in catalogue.list_items(desk))
    with pytest.raises(Conflict):
        catalogue.change_item(head, flowers.id, flowers.fields, version=flowers.version)


def test_whoever_has_no_part_in_the_track_learns_nothing(desk: Desk, case: UUID) -> None:
    compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    coordinator = as_role(desk, Role.COORDINATOR)
    assert catalogue.list_items(coordinator) == ()
    there = pytest.raises(NotFound, match="no such complaint")
    with there as hidden:
        compensation.list_grants(coordinator, case)
    with pytest.raises(NotFound) as absent:
        compensation.list_grants(coordinator, client(desk).id)
    assert str(hidden.value) == str(absent.value)


def test_nobody_gives_to_a_declared_relative(desk: Desk, case: UUID) -> None:
    head = as_role(desk, Role.HEAD)
    relatives.declare_relative(desk, case)
    relatives.declare_relative(desk, case)
    loss(desk, case, 20_000)
    with pytest.raises(UserError, match="relative"):
        compensation.give_at_once(desk, case, item_id=item(desk, "Букет").id)
    with pytest.raises(UserError, match="relative"):
        compensation.refund(desk, case, amount=Money.of(10), reason="Списали дважды")
    compensation.give_at_once(head, case, item_id=item(desk, "Букет").id)
    (row,) = relatives.declared_by(head, desk.session.get_one(Complaint, case).client_id)
    assert (row.staff_id, row.removable) == (desk.actor.id, True)
    relatives.remove_relative(head, case, staff_id=desk.actor.id)
    compensation.give_at_once(desk, case, item_id=item(desk, "Письмо").id)


def test_an_option_is_told_in_the_clients_language(desk: Desk, case: UUID) -> None:
    loss(desk, case, 20_000)
    things = [compensation.thing_of(item(desk, title)) for title in ("Букет", "Письмо")]
    compensation.offer(desk, case, options=things)
    told = letter_sheets.letter_sheet(desk, case, lang=Lang.EN).typed["options"]
    assert "A letter by hand from the director" in told.splitlines()
    told = letter_sheets.letter_sheet(desk, case, lang=Lang.RU).typed["options"]
    assert "Письмо директора, написанное от руки" in told.splitlines()


def test_an_entry_without_its_english_name_is_not_taken(desk: Desk, case: UUID) -> None:
    fields = replace(item(desk, "Букет").fields, title_en=" ")
    with pytest.raises(UserError) as refused:
        catalogue.add_item(as_role(desk, Role.HEAD), fields)
    assert refused.value.field == "title_en"


def test_the_share_of_a_month_used_is_known_and_the_sample_is_drawn_by_the_day(
    desk: Desk, case: UUID
) -> None:
    compensation.give_at_once(desk, case, item_id=item(desk, "Автомобиль").id)
    used = guards.months_used(desk)
    assert [(r.staff_id, r.given, r.limit) for r in used] == [
        (desk.actor.id, Money.of(4_800), Money.of(150_000))
    ]
    assert guards.months_used(as_role(desk, Role.COORDINATOR)) == ()
    head = as_role(desk, Role.HEAD)
    assert guards.draw_last_month(head) == 0  # this month has not ended
    next_month = later(head, days=31)
    assert guards.draw_last_month(next_month) == 1
    assert guards.draw_last_month(next_month) == 0
    (row,) = guards.list_sample(next_month, since=head.now - timedelta(days=1))
    assert (row.complaint_id, row.near, row.by.shown(Lang.RU)) == (
        case, True, f"{desk.actor.given} {desk.actor.surname}",
    )  # fmt: skip
    assert guards.list_sample(desk, since=head.now) == ()
