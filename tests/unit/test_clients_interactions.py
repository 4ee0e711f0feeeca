"""Talks in one call, promises, the timeline."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import interactions, promises
from vipdesk.clients.timeline import TimelineKind, list_client_events, list_timeline
from vipdesk.errors import NotFound, UserError
from vipdesk.models import Client, Guest, GuestList, Invitation, StatusCard
from vipdesk.vocabulary import (
    CardState,
    Channel,
    Direction,
    GuestPlace,
    InteractionKind,
    InvitationState,
    PartStat,
    PreferenceRule,
    PromiseState,
    Role,
    Sensitivity,
)


def last_contact(desk: Desk, client_id: UUID) -> object:
    desk.session.expire_all()
    return desk.session.get_one(Client, client_id).last_contact_at


def test_a_talk_with_a_promise_is_one_call(desk: Desk) -> None:
    client = make.client(desk)
    logged = interactions.log_interaction(
        desk,
        client.id,
        channel=Channel.PHONE,
        text="Спросил о каталоге",
        promise="Прислать каталог",
        promise_due=desk.now + timedelta(days=1),
    )
    (promise,) = promises.list_open_promises(desk, client_id=client.id)
    assert promise.id == logged.promise_id
    assert promise.owner_id == desk.actor.id
    assert last_contact(desk, client.id) == desk.now


def test_taking_a_talk_back_leaves_nothing_of_it(desk: Desk) -> None:
    client = make.client(desk)
    earlier = desk.now - timedelta(days=9)
    interactions.log_interaction(desk, client.id, at=earlier)
    logged = interactions.log_interaction(
        desk, client.id, promise="Позвонить", promise_due=desk.now + timedelta(days=1)
    )
    interactions.remove_interaction(desk, logged.interaction_id)
    assert promises.list_open_promises(desk, client_id=client.id) == ()
    assert last_contact(desk, client.id) == earlier
    with pytest.raises(NotFound):
        interactions.remove_interaction(desk, logged.interaction_id)


@pytest.mark.parametrize(
    ("kind", "direction"),
    [
        (InteractionKind.MAILING, Direction.OUTBOUND),
        (InteractionKind.NOTE, Direction.OUTBOUND),
        (InteractionKind.MESSAGE, Direction.OUTBOUND),
    ],
)
def test_a_mailing_or_a_note_is_no_contact(
    desk: Desk, kind: InteractionKind, direction: Direction
) -> None:
    client = make.client(desk)
    interactions.log_interaction(desk, client.id, kind=kind, direction=direction, text="…")
    assert last_contact(desk, client.id) is None


def test_a_mailing_is_no_contact_even_if_somebody_says_so(desk: Desk) -> None:
    client = make.client(desk)
    interactions.log_interaction(
        desk, client.id, kind=InteractionKind.MAILING, two_way=True, text="…"
    )
    assert last_contact(desk, client.id) is None


def test_a_message_from_the_client_is_contact(desk: Desk) -> None:
    client = make.client(desk)
    interactions.log_interaction(
        desk, client.id, kind=InteractionKind.MESSAGE, direction=Direction.INBOUND, text="Спасибо"
    )
    assert last_contact(desk, client.id) == desk.now


def test_an_older_talk_logged_late_does_not_turn_the_clock_back(desk: Desk) -> None:
    client = make.client(desk)
    interactions.log_interaction(desk, client.id)
    interactions.log_interaction(desk, client.id, at=desk.now - timedelta(days=3))
    assert last_contact(desk, client.id) == desk.now


def test_logging_makes_no_conflict_for_who_edits_the_profile(desk: Desk) -> None:
    client = make.client(desk)
    version = client.version
    interactions.log_interaction(desk, client.id)
    desk.session.expire_all()
    assert desk.session.get_one(Client, client.id).version == version


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"at": timedelta(days=1)}, "at"),
        ({"kind": InteractionKind.NOTE}, "text"),
        ({"promise": "Позвонить"}, "promise_due"),
    ],
)
def test_what_is_missing_is_told_beside_its_field(
    desk: Desk, values: dict[str, object], field: str
) -> None:
    if isinstance(values.get("at"), timedelta):
        values = {"at": desk.now + values["at"]}  # type: ignore[operator]
    with pytest.raises(UserError) as caught:
        interactions.log_interaction(desk, make.client(desk).id, **values)  # type: ignore[arg-type]
    assert caught.value.field == field


def test_the_channel_is_guessed_from_the_last_talk_then_from_the_wish(desk: Desk) -> None:
    from vipdesk.clients.preferences import PreferenceFields, add_preference

    client = make.client(desk)
    assert interactions.guess_channel(desk, client.id) is Channel.PHONE
    add_preference(desk, client.id, PreferenceFields(Channel.MESSENGER, PreferenceRule.PREFER))
    assert interactions.guess_channel(desk, client.id) is Channel.MESSENGER
    interactions.log_interaction(desk, client.id, channel=Channel.IN_PERSON)
    assert interactions.guess_channel(desk, client.id) is Channel.IN_PERSON


def test_the_rhythm_counts_real_contacts_by_week(desk: Desk) -> None:
    client = make.client(desk)
    interactions.log_interaction(desk, client.id)
    interactions.log_interaction(desk, client.id, at=desk.now - timedelta(days=8))
    interactions.log_interaction(desk, client.id, kind=InteractionKind.MAILING)
    assert interactions.list_contacts_by_week(desk, client.id, weeks=4) == (0, 0, 1, 1)


# Promises --------------------------------------------------------------------------------------


def made(desk: Desk, **step: float) -> tuple[Client, UUID]:
    client = make.client(desk)
    due = desk.now + timedelta(**(step or {"days": 2}))
    return client, promises.make_promise(desk, client.id, text="Прислать каталог", due_at=due)


def test_a_promise_lies_ahead(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        promises.make_promise(desk, make.client(desk).id, text="…", due_at=desk.now)
    assert caught.value.field == "promise_due"


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        (promises.keep_promise, PromiseState.KEPT),
        (promises.break_promise, PromiseState.BROKEN),
        (promises.release_promise, PromiseState.RELEASED),
    ],
)
def test_a_promise_is_closed_and_reopened(desk: Desk, verb: object, state: PromiseState) -> None:
    client, promise = made(desk)
    verb(desk, promise)  # type: ignore[operator]
    assert promises.list_promises(desk, client.id)[0].state is state
    with pytest.raises(UserError):
        promises.keep_promise(desk, promise)
    promises.reopen_promise(desk, promise)
    assert len(promises.list_open_promises(desk, client_id=client.id)) == 1


def test_a_promise_kept_late_stays_late(desk: Desk) -> None:
    client, promise = made(desk)
    promises.keep_promise(make.later(desk, days=3), promise)
    assert promises.list_promises(desk, client.id)[0].is_late


def test_a_promise_is_moved_before_its_day_only(desk: Desk) -> None:
    client, promise = made(desk)
    new = promises.renegotiate_promise(desk, promise, due_at=desk.now + timedelta(days=5))
    (open_one,) = promises.list_open_promises(desk, client_id=client.id)
    assert open_one.id == new
    late = make.later(desk, days=6)
    with pytest.raises(UserError) as caught:
        promises.renegotiate_promise(late, new, due_at=late.now + timedelta(days=1))
    assert caught.value.field == "due_at"


def test_a_moved_promise_goes_back_to_its_first_day(desk: Desk) -> None:
    client, promise = made(desk)
    new = promises.renegotiate_promise(desk, promise, due_at=desk.now + timedelta(days=5))
    with pytest.raises(UserError):
        promises.remove_promise(desk, new)
    assert promises.restore_promise(desk, new) == promise
    (row,) = promises.list_promises(desk, client.id)
    assert (row.id, row.state) == (promise, PromiseState.OPEN)


def test_promises_due_are_found_by_owner_and_day(desk: Desk) -> None:
    _client, promise = made(desk, hours=2)
    soon = desk.now + timedelta(hours=3)
    owner = desk.actor.id
    assert [p.id for p in promises.list_open_promises(desk, owner_id=owner, due_before=soon)] == [
        promise
    ]
    assert promises.list_open_promises(desk, owner_id=owner, due_before=desk.now) == ()
    promises.remove_promise(desk, promise)
    assert promises.list_open_promises(desk, owner_id=owner) == ()


# Timeline --------------------------------------------------------------------------------------


def test_everything_stands_in_one_stream_newest_first(desk: Desk) -> None:
    client = make.client(desk)
    event = make.event(
        desk,
        starts_at=desk.now - timedelta(days=5),
        ends_at=desk.now - timedelta(days=5) + timedelta(hours=3),
    )
    guests = GuestList(event_id=event.id)
    desk.session.add(guests)
    desk.session.flush()
    desk.session.add(
        Guest(
            guest_list_id=guests.id, client_id=client.id, place=GuestPlace.HAND_PICK, attended=True
        )
    )
    desk.session.add(
        Invitation(
            event_id=event.id,
            client_id=client.id,
            uid="u",
            token="t",
            channel=Channel.EMAIL,
            state=InvitationState.SENT,
            sent_at=desk.now - timedelta(days=20),
            answered_at=desk.now - timedelta(days=18),
            partstat=PartStat.ACCEPTED,
        )
    )
    desk.session.add(
        StatusCard(
            client_id=client.id,
            tier_id=make.tier(desk).id,
            number="1",
            name_on_card="ANNA",
            state=CardState.ACTIVE,
            issued_on=date(2026, 1, 15),
            expires_on=date(2028, 1, 15),
        )
    )
    interactions.log_interaction(desk, client.id, at=desk.now - timedelta(days=1), text="Звонок")
    promise = promises.make_promise(
        desk, client.id, text="Каталог", due_at=desk.now + timedelta(days=1)
    )
    promises.keep_promise(desk, promise)
    kinds = [e.kind for e in list_timeline(desk, client.id)]
    assert set(kinds[:2]) == {TimelineKind.PROMISED, TimelineKind.PROMISE_CLOSED}
    assert kinds[2:] == [
        TimelineKind.INTERACTION,
        TimelineKind.CAME,
        TimelineKind.ANSWERED,
        TimelineKind.INVITED,
        TimelineKind.CARD,
    ]
    (seen,) = list_client_events(desk, client.id)
    assert (seen.came, seen.answer) == (True, PartStat.ACCEPTED)


def test_the_stream_goes_on_where_it_stopped(desk: Desk) -> None:
    client = make.client(desk)
    for day in range(5):
        interactions.log_interaction(
            desk, client.id, at=desk.now - timedelta(days=day), text=str(day)
        )
    first = list_timeline(desk, client.id, limit=2)
    then = list_timeline(desk, client.id, before=first[-1].at - timedelta(microseconds=1), limit=2)
    assert [e.text for e in (*first, *then)] == ["0", "1", "2", "3"]


def test_an_entry_for_the_manager_is_not_in_the_coordinators_stream(desk: Desk) -> None:
    client = make.client(desk)
    interactions.log_interaction(
        desk, client.id, text="Только для своих", sensitivity=Sensitivity.MANAGER
    )
    assert len(list_timeline(desk, client.id)) == 1
    assert list_timeline(make.as_role(desk, Role.COORDINATOR), client.id) == ()
    assert len(list_timeline(make.as_role(desk, Role.HEAD), client.id)) == 1
