"""The waiting list: parties, places by hand, offers that run out, answers that free seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import replies, waiting_list
from vipdesk.events.reply_reasons import Reason
from vipdesk.gathering import WaitingState
from vipdesk.models import Client, Event, Invitation, OutboxMessage
from vipdesk.vocabulary import (
    Channel,
    EventState,
    InvitationState,
    OutboxState,
    PartStat,
    ReplySource,
    Verdict,
)


def full(desk: Desk, *, capacity: int = 1) -> tuple[Event, UUID]:
    """An event with one seat that is taken, and the invitation of who has it."""
    event = factories.event(desk, capacity=capacity, state=EventState.INVITING)
    guest = factories_events.guest(desk, "Занятова", mail="taken@client.example")
    taken = factories_events.invited(
        desk, guest.id, event, partstat=PartStat.ACCEPTED, party=capacity,
        answered_at=desk.now, allowance=capacity - 1,
    )  # fmt: skip
    return event, taken.id


def waits(desk: Desk, event: Event, surname: str, **fields: Any) -> tuple[Client, UUID]:
    client = factories_events.guest(desk, surname)
    factories.phone(desk, client.id)
    entry = waiting_list.add_waiting(desk, event_id=event.id, client_id=client.id, **fields)
    return client, entry


def states(desk: Desk, event: Event) -> dict[UUID, WaitingState]:
    return {r.id: r.state for r in waiting_list.get_waiting(desk, event.id).rows}


def refuse(desk: Desk, invitation_id: UUID) -> None:
    replies.record_reply(
        desk, invitation_id=invitation_id, source=ReplySource.PHONE, partstat=PartStat.DECLINED
    )


def answer(desk: Desk, event: Event, client: Client, partstat: PartStat) -> None:
    invitation = waiting_list._invitations(desk, event.id)[client.id]
    replies.record_reply(
        desk, invitation_id=invitation.id, source=ReplySource.PHONE, partstat=partstat
    )


def test_while_the_event_is_full_nobody_is_offered_a_seat(desk: Desk) -> None:
    event, _ = full(desk)
    _, entry = waits(desk, event, "Первая")
    assert not waiting_list.recompute(desk, event.id)
    assert states(desk, event)[entry] is WaitingState.WAITING


def test_a_refusal_frees_the_seat_for_the_first_who_waits(desk: Desk) -> None:
    event, taken = full(desk)
    _, first = waits(desk, event, "Первая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    refuse(desk, taken)
    assert states(desk, event) == {first: WaitingState.OFFERED, second: WaitingState.WAITING}
    assert waiting_list.get_waiting(desk, event.id).free == 0


def test_a_party_comes_whole_or_not_and_lets_a_smaller_one_pass(desk: Desk) -> None:
    event, taken = full(desk, capacity=2)
    _, three = waits(desk, event, "Трое", party=3)
    _, two = waits(factories.later(desk, minutes=1), event, "Двое", party=2)
    refuse(desk, taken)
    assert states(desk, event) == {three: WaitingState.WAITING, two: WaitingState.OFFERED}


def test_a_client_may_come_alone_where_that_was_said(desk: Desk) -> None:
    event, taken = full(desk)
    _, entry = waits(desk, event, "Двое", party=2, principal_only=True)
    refuse(desk, taken)
    (row,) = waiting_list.get_waiting(desk, event.id).rows
    assert (row.id, row.state, row.offered) == (entry, WaitingState.OFFERED, 1)


def test_a_place_by_hand_needs_a_reason_and_goes_first(desk: Desk) -> None:
    event, taken = full(desk)
    waits(desk, event, "Первая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    with pytest.raises(UserError) as refused:
        waiting_list.rank_waiting(desk, entry_id=second, place=1)
    assert refused.value.field == "reason"
    waiting_list.rank_waiting(desk, entry_id=second, place=1, reason="Юбилей дома")
    refuse(desk, taken)
    assert states(desk, event)[second] is WaitingState.OFFERED


def test_an_offer_runs_out_in_the_hours_of_the_channel_and_the_next_is_asked(desk: Desk) -> None:
    event, taken = full(desk)
    _, first = waits(desk, event, "Первая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    refuse(desk, taken)
    rows = {r.id: r for r in waiting_list.get_waiting(desk, event.id).rows}
    ends = rows[first].expires_at
    assert ends is not None
    # Eight open hours never end at night: from noon in Moscow they reach the evening or next day.
    assert desk.now + timedelta(hours=8) <= ends <= desk.now + timedelta(hours=30)
    late = replace(desk, now=ends + timedelta(minutes=1))
    done = waiting_list.recompute(late, event.id)
    assert (done.expired, done.offered) == ([first], [second])


def test_who_said_yes_and_cancelled_is_not_offered_again(desk: Desk) -> None:
    event, taken = full(desk)
    client, entry = waits(desk, event, "Первая")
    refuse(desk, taken)
    answer(factories.later(desk, minutes=5), event, client, PartStat.ACCEPTED)
    assert states(desk, event)[entry] is WaitingState.PROMOTED
    answer(factories.later(desk, minutes=9), event, client, PartStat.DECLINED)
    assert states(desk, event)[entry] is WaitingState.CANCELLED
    assert not waiting_list.recompute(factories.later(desk, minutes=10), event.id).offered


def declined(desk: Desk) -> tuple[Event, Client, UUID]:
    """Somebody who declined, thought better of it, and waits for the one seat."""
    event = factories.event(desk, capacity=1, state=EventState.INVITING)
    guest = factories_events.guest(desk, "Передумала", mail="again@client.example")
    factories.phone(desk, guest.id)
    factories_events.invited(
        desk, guest.id, event, channel=Channel.PHONE, partstat=PartStat.DECLINED,
        answered_at=desk.now - timedelta(days=1), sent_at=desk.now - timedelta(days=3),
    )  # fmt: skip
    return event, guest, waiting_list.add_waiting(desk, event_id=event.id, client_id=guest.id)


def messages(desk: Desk, client: Client) -> list[OutboxState]:
    rows = select(OutboxMessage.state).where(OutboxMessage.client_id == client.id)
    return list(desk.session.scalars(rows))


def test_who_was_invited_before_is_told_of_the_offer(desk: Desk) -> None:
    event, guest, entry = declined(desk)
    assert waiting_list.recompute(desk, event.id).offered == [entry]
    assert len(messages(desk, guest)) == 1
    waiting_list.remove_waiting(desk, entry_id=entry)
    assert messages(desk, guest) == [OutboxState.CANCELLED]


def test_an_earlier_invitation_does_not_outlive_a_hold(desk: Desk) -> None:
    event, guest, entry = declined(desk)
    factories_events.hold(desk, guest.id)
    done = waiting_list.recompute(desk, event.id)
    assert (done.offered, done.skipped[entry].text) == ([], "Do not invite")
    assert messages(desk, guest) == []
    assert states(desk, event)[entry] is WaitingState.WAITING


def test_one_entry_that_cannot_be_served_never_stops_the_others(desk: Desk) -> None:
    event, taken = full(desk)
    held, first = waits(desk, event, "Первая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    factories_events.hold(desk, held.id)
    refuse(desk, taken)
    assert states(desk, event) == {first: WaitingState.WAITING, second: WaitingState.OFFERED}
    rows = {r.id: r for r in waiting_list.get_waiting(desk, event.id).rows}
    trouble = rows[first].trouble
    assert trouble is not None
    assert trouble.text == "Do not invite"


@pytest.mark.loud
def test_an_error_in_one_offer_is_undone_alone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    event, taken = full(desk)
    broken, first = waits(desk, event, "Первая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    whole = waiting_list._offer

    def offer(desk: Desk, event: Event, entry: Any, seats: int) -> None:
        whole(desk, event, entry, seats)
        if entry.client_id == broken.id:
            raise RuntimeError("broken row")

    monkeypatch.setattr(waiting_list, "_offer", offer)
    refuse(desk, taken)
    assert states(desk, event) == {first: WaitingState.WAITING, second: WaitingState.OFFERED}


def test_nobody_waits_twice_or_with_an_empty_party(desk: Desk) -> None:
    event, _ = full(desk)
    client, entry = waits(desk, event, "Первая")
    with pytest.raises(UserError):
        waiting_list.add_waiting(desk, event_id=event.id, client_id=client.id)
    with pytest.raises(UserError):
        waiting_list.change_party(desk, entry_id=entry, party=0, principal_only=False)
    waiting_list.change_party(desk, entry_id=entry, party=3, principal_only=True)
    assert waiting_list.get_waiting(desk, event.id).people == 3
    waiting_list.remove_waiting(desk, entry_id=entry)
    assert states(desk, event)[entry] is WaitingState.REMOVED
    waiting_list.add_waiting(desk, event_id=event.id, client_id=client.id)
    assert states(desk, event)[entry] is WaitingState.WAITING


def test_the_tick_serves_every_event_that_is_due(desk: Desk) -> None:
    event = factories.event(desk, capacity=1, state=EventState.INVITING)
    _, entry = waits(desk, event, "Первая")
    assert waiting_list.recompute_due(desk) == 1
    assert states(desk, event)[entry] is WaitingState.OFFERED
    assert waiting_list.recompute_due(desk) == 0


def yes_mail(desk: Desk, invitation: Invitation) -> bytes:
    return (
        "From: taken@client.example\r\nMessage-ID: <yes@x>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/calendar; method=REPLY; charset=utf-8\r\n\r\n"
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
        f"UID:{invitation.uid}\r\nDTSTAMP:{desk.now:%Y%m%dT%H%M%SZ}\r\n"
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:taken@client.example\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    ).encode()


def test_a_late_yes_never_overfills_the_room_and_the_party_waits_again(desk: Desk) -> None:
    event, taken = full(desk)
    late, entry = waits(desk, event, "Опоздавшая")
    _, second = waits(factories.later(desk, minutes=1), event, "Вторая")
    refuse(desk, taken)
    ran_out = next(
        r.expires_at for r in waiting_list.get_waiting(desk, event.id).rows if r.id == entry
    )
    assert ran_out is not None
    invitation = waiting_list._invitations(desk, event.id)[late.id]
    invitation.state, invitation.sent_at = InvitationState.SENT, desk.now
    for message in desk.session.scalars(
        select(OutboxMessage).where(OutboxMessage.client_id == late.id)
    ):
        message.state = OutboxState.SENT
    after = replace(desk, now=ran_out + timedelta(minutes=1))
    waiting_list.recompute(after, event.id)
    factories.email(desk, late.id, "taken@client.example")
    with pytest.raises(UserError) as told:
        answer(after, event, late, PartStat.ACCEPTED)
    assert told.value.field == "partstat"
    got = replies.receive(after, raw=yes_mail(after, invitation))
    assert (got.verdict, got.reason) == (Verdict.REVIEW, Reason.FULL)
    assert invitation.partstat is PartStat.NEEDS_ACTION
    found = states(desk, event)
    assert (found[entry], found[second]) == (WaitingState.WAITING, WaitingState.OFFERED)
    assert [r.reason for r in replies.list_for_review(desk, event_id=event.id)] == [Reason.FULL]


def test_a_yes_after_a_no_is_not_counted_once_the_seat_is_given_away(desk: Desk) -> None:
    event, taken = full(desk)
    client, _ = waits(desk, event, "Первая")
    refuse(desk, taken)
    answer(factories.later(desk, minutes=5), event, client, PartStat.ACCEPTED)
    later = factories.later(desk, minutes=9)
    first = desk.session.get_one(Invitation, taken)
    assert replies.receive(later, raw=yes_mail(later, first)).reason is Reason.FULL
    assert first.partstat is PartStat.DECLINED
