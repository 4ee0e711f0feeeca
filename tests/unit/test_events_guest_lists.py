"""Who is in, who is out, and the why beside each name."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy.event import listen

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_lists
from vipdesk.events.guest_criteria import Criteria, list_cities, list_tiers, list_topics, matches
from vipdesk.events.guest_lists import GuestRow
from vipdesk.models import Guest, Reply
from vipdesk.vocabulary import (
    Channel,
    EventKind,
    GuestPlace,
    HoldKind,
    InvitationState,
    PartStat,
    PreferenceRule,
    ReplySource,
    Topic,
    Verdict,
)
from vipdesk.wording import Lang


def row_of(desk: Desk, event_id: UUID, client_id: UUID) -> GuestRow:
    return next(
        g for g in guest_lists.get_guest_list(desk, event_id).guests if g.client_id == client_id
    )


def why(row: GuestRow) -> list[str]:
    return [w.text for w in row.why]


def test_without_criteria_nobody_is_chosen(desk: Desk) -> None:
    factories_events.guest(desk)
    listed = guest_lists.get_guest_list(desk, factories.event(desk).id)
    assert listed.guests == ()
    assert not listed.criteria


def test_criteria_choose_and_say_why(desk: Desk) -> None:
    event = factories.event(desk)
    anna = factories_events.guest(desk, city="Москва")
    factories_events.guest(desk, "Другой", city="Казань")
    factories_events.interest(desk, anna.id, "каллиграфия")
    before = guest_lists.set_criteria(
        desk,
        event_id=event.id,
        criteria=Criteria(
            tiers=("gold",), topics=("каллиграфия",), cities=("Москва",), languages=("ru",)
        ),
    )
    listed = guest_lists.get_guest_list(desk, event.id)
    assert not before
    assert [g.client_id for g in listed.guests] == [anna.id]
    assert why(listed.guests[0])[0] == "Interest: {topic}"
    assert (listed.included, listed.left_out) == (1, 0)
    assert listed.guests[0].tier(Lang.EN) == "Gold"
    assert listed.guests[0].layer is GuestPlace.CRITERIA


def test_those_long_unseen_and_those_who_came_before_are_told_apart(desk: Desk) -> None:
    old = factories.event(
        desk,
        starts_at=desk.now - timedelta(days=10),
        ends_at=desk.now - timedelta(days=9),
        kind=EventKind.TASTING,
    )
    came, missed = factories_events.guest(desk), factories_events.guest(desk, "Другой")
    listed = guest_lists.open_list(desk, old.id)
    factories_events.add(
        desk,
        Guest(
            guest_list_id=listed.id, client_id=came.id, place=GuestPlace.HAND_PICK, attended=True
        ),
    )
    event = factories.event(desk)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(kinds=("tasting",)))
    assert [g.client_id for g in guest_lists.get_guest_list(desk, event.id).guests] == [came.id]
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(unseen_days=60))
    assert [g.client_id for g in guest_lists.get_guest_list(desk, event.id).guests] == [missed.id]


def test_speakers_of_a_language_are_never_asked_for_by_their_ids(desk: Desk) -> None:
    """A large club has more speakers than a query has places for parameters."""
    for n in range(40):
        factories_events.guest(desk, f"Гость{n}", languages=["ru" if n % 2 else "en"])
    event = factories.event(desk)
    asked: list[int] = []
    listen(
        desk.session.connection(), "before_cursor_execute",
        lambda *told: asked.append(len(told[3] or ())),
    )  # fmt: skip
    found, more = matches(desk, event, Criteria(languages=("ru",)))
    assert (len(found), more) == (20, 0)
    assert max(asked) < 5


def test_an_event_for_a_tier_keeps_others_out_of_the_criteria(desk: Desk) -> None:
    event = factories.event(desk, tiers=["platinum"])
    factories_events.guest(desk)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(languages=("ru",)))
    assert guest_lists.get_guest_list(desk, event.id).guests == ()


def test_a_pick_a_veto_and_back(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk)
    assert guest_lists.pick(desk, event_id=event.id, client_ids=[anna.id], reason="Просила") == (
        anna.id,
    )
    assert guest_lists.pick(desk, event_id=event.id, client_ids=[anna.id], reason="Просила") == ()
    row = row_of(desk, event.id, anna.id)
    assert row.included
    assert (why(row), row.note) == (["Picked by hand"], "Просила")
    guest_lists.veto(desk, event_id=event.id, client_ids=[anna.id], reason="В отъезде")
    row = row_of(desk, event.id, anna.id)
    assert not row.included
    assert why(row) == ["Left out by hand"]
    assert guest_lists.unplace(desk, event_id=event.id, client_ids=[anna.id]) == (anna.id,)
    assert guest_lists.get_guest_list(desk, event.id).guests == ()


def test_a_veto_wins_over_criteria(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    guest_lists.veto(desk, event_id=event.id, client_ids=[anna.id])
    assert not row_of(desk, event.id, anna.id).included


def test_without_consent_a_name_is_out(desk: Desk) -> None:
    event, client = factories.event(desk), factories.client(desk)
    guest_lists.pick(desk, event_id=event.id, client_ids=[client.id])
    row = row_of(desk, event.id, client.id)
    assert (row.included, why(row)) == (False, ["No consent to invitations"])
    assert not row.can_be_invited


@pytest.mark.parametrize(
    ("kind", "dated", "said"),
    [
        (HoldKind.NO_INVITE, True, "Do not invite until {day}"),
        (HoldKind.NO_INVITE, False, "Do not invite"),
        (HoldKind.ASK_MANAGER, True, "Ask the manager"),
    ],
)
def test_of_a_hold_only_its_word_is_shown(
    desk: Desk, kind: HoldKind, dated: bool, said: str
) -> None:
    event, client = factories.event(desk), factories_events.guest(desk)
    factories_events.hold(
        desk, client.id, kind, review_on=desk.now + timedelta(days=9) if dated else None
    )
    guest_lists.pick(desk, event_id=event.id, client_ids=[client.id])
    row = row_of(desk, event.id, client.id)
    assert (row.included, why(row), row.hold) == (False, [said], kind)


def test_a_held_client_is_out_as_one_without_consent(desk: Desk) -> None:
    event = factories.event(desk)
    held, unasked = factories_events.guest(desk), factories.client(desk, surname="Другая")
    factories_events.hold(desk, held.id, HoldKind.ASK_MANAGER)
    guest_lists.pick(desk, event_id=event.id, client_ids=[held.id, unasked.id])
    one, other = row_of(desk, event.id, held.id), row_of(desk, event.id, unasked.id)
    assert (one.included, one.state, one.layer) == (other.included, other.state, other.layer)
    assert one.waits_until is None
    assert one.why_waits is None


def test_a_friction_with_a_guest_who_comes_keeps_a_name_out(desk: Desk) -> None:
    event = factories.event(desk)
    one, other = factories_events.guest(desk), factories_events.guest(desk, "Соперник")
    factories_events.friction(desk, other.id, one.id)
    invitation = factories_events.invited(desk, other.id, event)
    guest_lists.pick(desk, event_id=event.id, client_ids=[one.id])
    assert row_of(desk, event.id, one.id).included
    invitation.partstat = PartStat.ACCEPTED
    desk.session.flush()
    assert why(row_of(desk, event.id, one.id)) == ["To be kept apart from a guest who comes"]


def test_who_was_invited_stays_in_and_shows_the_answer(desk: Desk) -> None:
    event, anna = factories.event(desk, sequence=1), factories_events.guest(desk)
    invitation = factories_events.invited(
        desk, anna.id, event, partstat=PartStat.ACCEPTED, party=2, answered_at=desk.now
    )
    factories_events.add(
        desk,
        Reply(
            invitation_id=invitation.id,
            source=ReplySource.PHONE,
            received_at=desk.now,
            dtstamp=desk.now,
            partstat=PartStat.ACCEPTED,
            party=2,
            sequence=0,
            verdict=Verdict.APPLY,
        ),
    )
    factories_events.hold(desk, anna.id)
    row = row_of(desk, event.id, anna.id)
    assert row.included
    assert (row.state, row.partstat, row.party, row.source) == (
        InvitationState.SENT,
        PartStat.ACCEPTED,
        2,
        ReplySource.PHONE,
    )
    assert row.old_answer


def test_the_guests_own_channel_is_shown_and_when_it_opens(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk, mail="anna@client.example")
    factories.phone(desk, anna.id)
    factories_events.prefers(desk, anna.id, Channel.PHONE, from_minute=18 * 60, to_minute=20 * 60)
    guest_lists.pick(desk, event_id=event.id, client_ids=[anna.id])
    row = row_of(desk, event.id, anna.id)
    assert (row.channel, row.included, row.can_be_invited) == (Channel.PHONE, True, True)
    assert row.waits_until == desk.now.replace(hour=15)
    assert row.why_waits is not None


def test_a_channel_that_is_forbidden_is_not_chosen(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk, mail="anna@client.example")
    factories_events.address(desk, anna.id)
    factories_events.prefers(
        desk, anna.id, Channel.EMAIL, rule=PreferenceRule.FORBID, topic=Topic.INVITATION
    )
    guest_lists.pick(desk, event_id=event.id, client_ids=[anna.id])
    assert row_of(desk, event.id, anna.id).channel is Channel.LETTER


def test_without_any_address_it_is_said(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk)
    guest_lists.pick(desk, event_id=event.id, client_ids=[anna.id])
    assert not row_of(desk, event.id, anna.id).has_address


def test_an_invited_guest_cannot_be_left_out_silently(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk)
    factories_events.invited(desk, anna.id, event)
    with pytest.raises(UserError):
        guest_lists.veto(desk, event_id=event.id, client_ids=[anna.id])


def test_the_allowance_reaches_the_invitation(desk: Desk) -> None:
    event, anna = factories.event(desk), factories_events.guest(desk)
    invitation = factories_events.invited(desk, anna.id, event)
    assert (
        guest_lists.change_allowance(desk, event_id=event.id, client_id=anna.id, allowance=2) == 0
    )
    assert invitation.allowance == 2
    assert row_of(desk, event.id, anna.id).allowance == 2
    with pytest.raises(UserError):
        guest_lists.change_allowance(desk, event_id=event.id, client_id=anna.id, allowance=-1)


def test_unknown_clients_are_refused(desk: Desk) -> None:
    with pytest.raises(NotFound):
        guest_lists.pick(desk, event_id=factories.event(desk).id, client_ids=[uuid4()])


def test_what_there_is_to_choose_from(desk: Desk) -> None:
    anna = factories_events.guest(desk, city="Казань")
    factories_events.interest(desk, anna.id, "вино")
    assert list_topics(desk) == ("вино",)
    assert list_cities(desk) == ("Казань",)
    assert [t[0] for t in list_tiers(desk)] == ["platinum", "gold", "silver"]
