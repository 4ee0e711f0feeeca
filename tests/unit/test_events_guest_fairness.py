"""Shares settled, names recommended with reasons, waves, tact, and lists as they were sent."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events import (
    entitlement,
    guest_lists,
    invitations,
    programme,
    recommendation,
    snapshot,
    tact_check,
    waiting_list,
    waves,
)
from vipdesk.events.allocation import Term
from vipdesk.events.guest_criteria import Criteria
from vipdesk.events.tact import Mend, Trouble
from vipdesk.gathering import EventFormat
from vipdesk.models import Client, Event, Guest, Introduction, PersonAround
from vipdesk.vocabulary import (
    Channel,
    EventKind,
    EventState,
    GuestPlace,
    HoldKind,
    InterestKind,
    PartStat,
    PersonKind,
    Role,
)


def over(desk: Desk, **fields: Any) -> Event:
    """An event that is over, with two seats."""
    values: dict[str, Any] = {
        "starts_at": desk.now - timedelta(days=3), "ends_at": desk.now - timedelta(days=2),
        "state": EventState.HELD, "capacity": 2,
    }  # fmt: skip
    return factories.event(desk, **{**values, **fields})


def came(desk: Desk, event: Event, client_id: UUID) -> None:
    listed = guest_lists.open_list(desk, event.id)
    factories_events.add(
        desk,
        Guest(
            guest_list_id=listed.id, client_id=client_id, place=GuestPlace.HAND_PICK,
            attended=True, party_came=1,
        ),
    )  # fmt: skip


def test_who_was_willing_earns_by_tier_and_who_came_pays(desk: Desk) -> None:
    event = over(desk)
    gold = factories_events.guest(desk, "Золотая")
    silver = factories_events.guest(desk, "Серебряная", tier_id=factories.tier(desk, "silver").id)
    no = factories_events.guest(desk, "Отказова")
    guest_lists.pick(desk, event_id=event.id, client_ids=[silver.id])
    for client, said in ((gold, PartStat.ACCEPTED), (no, PartStat.DECLINED)):
        factories_events.invited(desk, client.id, event, sample=False, partstat=said)
    done = entitlement.settle(desk, event.id)
    assert (done.clients, done.seats) == (2, 1)
    owed = entitlement.balances(desk, [gold.id, silver.id, no.id])
    assert owed == {gold.id: 1200 - 1000, silver.id: 800}
    assert entitlement.list_credit(desk, gold.id)[0].spent == 1000


def test_settling_twice_is_as_once_and_can_be_taken_back(desk: Desk) -> None:
    event, guest = over(desk), factories_events.guest(desk)
    factories_events.invited(desk, guest.id, event, partstat=PartStat.ACCEPTED)
    first = entitlement.settle(desk, event.id)
    assert entitlement.settle(desk, event.id) == first
    assert entitlement.is_settled(desk, event.id)
    assert entitlement.unsettle(desk, event.id) == 1
    assert entitlement.balances(desk, [guest.id]) == {}


def test_what_was_held_some_days_ago_is_settled_by_itself(desk: Desk) -> None:
    event, guest = over(desk), factories_events.guest(desk)
    factories_events.invited(desk, guest.id, event, partstat=PartStat.ACCEPTED)
    assert entitlement.settle_due(desk) == 0
    later = factories.later(desk, days=2)
    assert entitlement.settle_due(later) == 1
    assert entitlement.settle_due(later) == 0


def test_where_nobody_was_willing_the_tick_settles_once(desk: Desk) -> None:
    event = over(desk, ends_at=desk.now - timedelta(days=3, hours=-23), capacity=2)
    factories_events.invited(
        desk, factories_events.guest(desk).id, event, partstat=PartStat.DECLINED
    )
    later = factories.later(desk, days=4)
    entitlement.settle_due(later)
    settled = event.settled_at
    assert settled == later.now
    entitlement.settle_due(factories.later(desk, days=5))
    assert event.settled_at == settled


def test_a_reviewed_event_is_settled_and_the_step_back_takes_it_back(desk: Desk) -> None:
    event, guest = over(desk), factories_events.guest(desk)
    factories_events.invited(desk, guest.id, event, partstat=PartStat.ACCEPTED)
    programme.move_event(desk, event_id=event.id, to=EventState.REVIEWED)
    assert entitlement.balances(desk, [guest.id]) == {guest.id: 1000}
    programme.move_event(desk, event_id=event.id, to=EventState.HELD)
    assert (entitlement.balances(desk, [guest.id]), event.settled_at) == ({}, None)


def test_refusals_of_an_earlier_wave_do_not_make_a_share_grow(desk: Desk) -> None:
    event = factories.event(desk, capacity=2, state=EventState.INVITING)
    ids = [factories_events.guest(desk, f"Гость{n}").id for n in range(4)]
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)

    def owed() -> set[Any]:
        return {
            r.said.params["seats"]
            for one in recommendation.recommend(desk, event.id)
            for r in one.reasons
            if r.term is Term.CREDIT
        }

    before = owed()
    for client_id in ids[:2]:
        factories_events.invited(desk, client_id, event, sample=False, partstat=PartStat.DECLINED)
    assert owed() == before == {Decimal("0.5")}


def test_an_event_that_is_not_over_is_not_settled(desk: Desk) -> None:
    with pytest.raises(UserError):
        entitlement.settle(desk, factories.event(desk).id)


def test_a_recommendation_tells_every_reason(desk: Desk) -> None:
    event = factories.event(desk, capacity=1, topics=["каллиграфия"])
    drawn, other = factories_events.guest(desk, "Любова"), factories_events.guest(desk, "Другой")
    factories_events.interest(desk, drawn.id, "каллиграфия")
    factories_events.add(
        desk,
        Introduction(
            client_id=drawn.id, other_client_id=other.id, noted_by_id=desk.actor.id,
            noted_at=desk.now,
        ),
    )  # fmt: skip
    earlier = over(desk, kind=event.kind)
    came(desk, earlier, other.id)
    guest_lists.pick(desk, event_id=event.id, client_ids=[drawn.id, other.id])
    first, second = recommendation.recommend(desk, event.id)
    assert (first.client_id, first.chosen, second.chosen) == (drawn.id, True, False)
    told = {r.said.text for r in first.reasons}
    assert "Interested in what the event is about" in told
    assert "Has never been at an event" in told
    assert "Would meet as wished: {name}" in {r.said.text for r in second.reasons}
    assert "Has had this kind of event lately" in {r.said.text for r in second.reasons}
    assert second.total == sum(r.value for r in second.reasons)


def test_a_seated_dinner_is_never_asked_beyond_its_chairs(desk: Desk) -> None:
    event = factories.event(desk, kind=EventKind.DINNER, format=EventFormat.SEATED, capacity=2)
    ids = [factories_events.guest(desk, f"Гость{n}").id for n in range(5)]
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)
    row = waves.propose(desk, event.id)
    assert row.seated
    assert len(row.next) == 2
    assert row.risk == 0


def test_after_refusals_the_next_wave_fills_up(desk: Desk) -> None:
    event = factories.event(
        desk, kind=EventKind.CHARITY, format=EventFormat.STANDING, capacity=3,
        state=EventState.INVITING,
    )  # fmt: skip
    ids = [factories_events.guest(desk, f"Гость{n}").id for n in range(9)]
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)
    for client_id, said in zip(
        ids, (PartStat.ACCEPTED, PartStat.DECLINED, PartStat.NEEDS_ACTION), strict=False
    ):
        factories_events.invited(desk, client_id, event, sample=False, partstat=said)
    row = waves.propose(desk, event.id)
    assert (row.coming, row.open, row.declined) == (1, 1, 1)
    assert row.next
    assert not set(row.next) & set(ids[:3])
    assert row.risk <= 0.05


def test_who_waits_for_a_seat_is_not_asked_by_a_wave(desk: Desk) -> None:
    event = factories.event(desk, capacity=4)
    ids = [factories_events.guest(desk, f"Гость{n}").id for n in range(2)]
    guest_lists.pick(desk, event_id=event.id, client_ids=ids)
    waiting_list.add_waiting(desk, event_id=event.id, client_id=ids[0])
    row = waves.propose(desk, event.id)
    assert (row.next, row.waiting) == ((ids[1],), 1)


def test_habits_of_a_client_show_in_the_chance(desk: Desk) -> None:
    always, never = factories_events.guest(desk, "Всегда"), factories_events.guest(desk, "Никогда")
    for days in (20, 40, 60):
        past = over(
            desk, kind=EventKind.CONCERT, starts_at=desk.now - timedelta(days=days),
            ends_at=desk.now - timedelta(days=days - 1),
        )  # fmt: skip
        for who, said in ((always, PartStat.ACCEPTED), (never, PartStat.DECLINED)):
            factories_events.invited(desk, who.id, past, sample=False, partstat=said)
    found = waves.chances_of(desk, EventKind.CONCERT, [always.id, never.id])
    assert found[always.id] > 0.6
    assert found[never.id] < 0.4


# Tact -----------------------------------------------------------------------------------------


def troubles(desk: Desk, event: Event, *clients: Client) -> dict[Trouble, tact_check.TactRow]:
    rows = tact_check.check_tact(desk, event.id, client_ids=[c.id for c in clients])
    return {r.trouble: r for r in rows}


def test_people_to_be_kept_apart_are_told_with_a_way_out(desk: Desk) -> None:
    event = factories.event(desk)
    one, other = factories_events.guest(desk, "Одна"), factories_events.guest(desk, "Другая")
    factories_events.friction(desk, one.id, other.id)
    row = troubles(desk, event, one, other)[Trouble.APART]
    assert set(row.about) == {one.id, other.id}
    assert row.mends == (Mend.LEAVE_OUT,)


def test_who_comes_already_is_not_the_one_to_be_left_out(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.INVITING)
    coming, asked = factories_events.guest(desk, "Янова"), factories_events.guest(desk, "Аникина")
    factories_events.invited(desk, coming.id, event, partstat=PartStat.ACCEPTED)
    factories_events.friction(desk, coming.id, asked.id)
    assert troubles(desk, event, asked)[Trouble.APART].last == asked.id


@pytest.mark.parametrize("kind", list(HoldKind))
def test_a_hold_is_told_in_the_same_words_whatever_is_behind_it(desk: Desk, kind: HoldKind) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk)
    factories_events.hold(desk, guest.id, kind, review_on=desk.now + timedelta(days=9))
    row = troubles(desk, event, guest)[Trouble.HELD]
    assert row.said.text == "{name}: ask the manager before inviting"
    assert set(row.said.params) == {"name"}


def test_mourning_birthday_and_the_third_invitation_are_told(desk: Desk) -> None:
    event = factories.event(desk, kind=EventKind.CONCERT)
    day = event.starts_at.date()
    guest = factories_events.guest(
        desk, mourning_until=day + timedelta(days=9), birth_month=day.month, birth_day=day.day
    )
    for _ in range(2):
        factories_events.invited(desk, guest.id, factories.event(desk), sample=False)
    found = troubles(desk, event, guest)
    assert {Trouble.MOURNING, Trouble.BIRTHDAY, Trouble.OFTEN} <= set(found)
    assert found[Trouble.OFTEN].said.params["number"] == 3


def test_spouses_get_one_invitation(desk: Desk) -> None:
    event = factories.event(desk)
    wife, man = factories_events.guest(desk, "Белова"), factories_events.guest(desk, "Белов")
    factories_events.add(
        desk,
        PersonAround(
            client_id=wife.id, other_client_id=man.id, kind=PersonKind.HOUSEHOLD,
            label_there="муж", label_back="жена",
        ),
    )  # fmt: skip
    assert Mend.TOGETHER in troubles(desk, event, wife, man)[Trouble.SPOUSES].mends


def test_rival_firms_are_told_once_however_they_are_written(desk: Desk) -> None:
    event = factories.event(desk)
    tact_check.set_rivals(desk, [("Север", "Юг")])
    one = factories_events.guest(desk, "Одна", company="СЕВЕР")
    other = factories_events.guest(desk, "Другая", company="юг ")
    assert Trouble.RIVALS in troubles(desk, event, one, other)
    with pytest.raises(UserError):
        tact_check.set_rivals(desk, [("Север", "север")])


def test_what_must_be_avoided_is_looked_for_on_the_menu(desk: Desk) -> None:
    venue = factories.venue(desk, facts={"ingredients": "Лосось, орехи, мёд"})
    event = factories.event(desk, venue_id=venue.id)
    guest = factories_events.guest(desk)
    from vipdesk.models import Interest

    factories_events.add(
        desk, Interest(client_id=guest.id, kind=InterestKind.NEED, topic="аллергия на орехи")
    )
    row = troubles(desk, event, guest)[Trouble.INGREDIENT]
    assert "орех" not in str(row.said.params)


def test_a_host_who_is_elsewhere_is_told(desk: Desk) -> None:
    event = factories.event(desk, host_id=desk.actor.id)
    factories.event(desk, host_id=desk.actor.id)
    assert troubles(desk, event)[Trouble.HOST].mends == (Mend.CHANGE_HOST,)


def test_with_nothing_to_say_the_check_is_silent(desk: Desk) -> None:
    assert troubles(desk, factories.event(desk), factories_events.guest(desk)) == {}


# Lists as they were sent ----------------------------------------------------------------------


def test_a_sent_list_can_be_read_later_with_its_criteria_and_reasons(desk: Desk) -> None:
    event = factories.event(desk)
    anna = factories_events.guest(desk, "Аникина", mail="anna@client.example")
    held = factories_events.guest(desk, "Белова")
    factories_events.hold(desk, held.id, review_on=desk.now + timedelta(days=9))
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    factories.phone(desk, anna.id)
    (done,) = invitations.invite(desk, event_id=event.id, client_ids=[anna.id], by=Channel.PHONE)
    assert done.state is not None
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(cities=("Казань",)))
    anna.city = "Тверь"
    (row,) = snapshot.list_snapshots(desk, event.id)
    assert (row.wave, row.sent, row.included, row.left_out) == (1, 1, 1, 1)
    kept = snapshot.get_snapshot(desk, row.id)
    assert kept.criteria == Criteria(tiers=("gold",))
    told = {n.client_id: n for n in kept.names}
    assert told[anna.id].sent
    assert [w.text for w in told[anna.id].why] == ["Of the chosen tier"]
    (out,) = told[held.id].why
    assert (out.text, out.params["day"]) == (
        "Do not invite until {day}", (desk.now + timedelta(days=9)).date(),
    )  # fmt: skip


def test_a_list_that_is_not_there_is_said(desk: Desk) -> None:
    with pytest.raises(NotFound):
        snapshot.get_snapshot(desk, factories.event(desk).id)


# What keeps a name out that day ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"city": "Казань"}, "Lives in another city: {city}"),
        ({"birth_month": 1, "birth_day": 1}, "Has a birthday that day"),
        ({"present_zone": "Asia/Tokyo"}, "Is away until {day}"),
    ],
)
def test_dates_and_distance_keep_a_chosen_name_out_and_a_hand_pick_knows_better(
    desk: Desk, fields: dict[str, Any], said: str
) -> None:
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    if "birth_day" in fields:
        fields = {"birth_month": event.starts_at.month, "birth_day": event.starts_at.day}
    if "present_zone" in fields:
        fields = {**fields, "present_until": event.ends_at + timedelta(days=2)}
    guest = factories_events.guest(desk, **fields)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    (row,) = guest_lists.get_guest_list(desk, event.id).guests
    assert (row.included, [w.text for w in row.why]) == (False, [said])
    guest_lists.pick(desk, event_id=event.id, client_ids=[guest.id])
    assert guest_lists.get_guest_list(desk, event.id).included == 1


def test_a_city_written_in_the_other_script_is_no_distance(desk: Desk) -> None:
    event = factories.event(desk, venue_id=factories.venue(desk, city="Moscow").id)
    factories_events.guest(desk, city="Москва")
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    assert guest_lists.get_guest_list(desk, event.id).included == 1


def test_who_is_asked_elsewhere_at_that_hour_is_out(desk: Desk) -> None:
    event, other = factories.event(desk), factories.event(desk)
    guest = factories_events.guest(desk)
    factories_events.invited(desk, guest.id, other)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    (row,) = guest_lists.get_guest_list(desk, event.id).guests
    assert [w.text for w in row.why] == ["Is at another event at this hour"]


def test_a_coordinator_reads_the_same_of_every_hold(desk: Desk) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk)
    factories_events.hold(desk, guest.id)
    guest_lists.pick(desk, event_id=event.id, client_ids=[guest.id])
    at_work = factories.as_role(desk, Role.COORDINATOR)
    assert waves.propose(at_work, event.id).recommended == ()
    (row,) = guest_lists.get_guest_list(at_work, event.id).guests
    assert [w.text for w in row.why] == ["Do not invite"]
