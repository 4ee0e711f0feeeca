"""The stream of a client, page by page, filtered, and only what this person may read."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import event as sa_event

import tests.factories as make
from vipdesk.access import Desk
from vipdesk.clients import interactions, promises
from vipdesk.clients.timeline import (
    Entry,
    Group,
    TimelineKind,
    Wanted,
    list_people_of,
    read_timeline,
)
from vipdesk.giving import GiftWay
from vipdesk.models import Gift, Invitation
from vipdesk.vocabulary import (
    Channel,
    InteractionKind,
    InvitationState,
    PartStat,
    Role,
    Sensitivity,
)


def busy(desk: Desk) -> UUID:
    """Talks, promises, an invitation and a gift, several of one moment."""
    client = make.client(desk)
    for number in range(9):
        at = desk.now - timedelta(days=number // 3)
        make.interaction(
            desk, client.id, at=at, text=f"Разговор {number}",
            kind=InteractionKind.TALK if number % 2 else InteractionKind.MESSAGE,
            channel=Channel.PHONE if number % 2 else Channel.EMAIL,
        )  # fmt: skip
    first = promises.make_promise(
        desk, client.id, text="Каталог", due_at=desk.now + timedelta(days=1)
    )
    promises.keep_promise(desk, first)
    gala = make.event(desk)
    desk.session.add_all([
        Invitation(
            event_id=gala.id, client_id=client.id, channel=Channel.EMAIL,
            state=InvitationState.SENT,
            sent_at=desk.now - timedelta(days=2),
            answered_at=desk.now - timedelta(days=1), partstat=PartStat.ACCEPTED,
            token="t", uid="u",
        ),
        Gift(
            client_id=client.id, way=GiftWay.GIVEN, on_date=date(2026, 11, 20), what="Альбом",
            staff_id=desk.actor.id,
        ),
    ])  # fmt: skip
    desk.session.flush()
    return client.id


def pages(desk: Desk, client_id: UUID, wanted: Wanted, limit: int) -> list[Entry]:
    found, after = [], None
    while True:
        page = read_timeline(desk, client_id, wanted, after=after, limit=limit)
        found += page.entries
        after = page.after
        if after is None:
            return found


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_put_together_are_the_whole_stream(desk: Desk, limit: int) -> None:
    client_id = busy(desk)
    whole = read_timeline(desk, client_id, limit=100)
    assert whole.after is None
    assert len(whole.entries) == 14
    assert pages(desk, client_id, Wanted(), limit) == list(whole.entries)
    keys = [e.key for e in whole.entries]
    assert keys == sorted(keys, reverse=True)


def test_the_filter_is_by_kind_channel_person_period_and_words(desk: Desk) -> None:
    client_id = busy(desk)
    other = make.as_role(desk, Role.HEAD)
    make.interaction(desk, client_id, staff_id=other.actor.id, text="Ёлка и Орхидеи")

    def count(wanted: Wanted) -> int:
        found = pages(desk, client_id, wanted, 2)
        assert len({e.key for e in found}) == len(found)
        return len(found)

    assert count(Wanted(Group.MESSAGES)) == 5
    assert count(Wanted(Group.PROMISES)) == 2
    assert count(Wanted(Group.EVENTS)) == 2
    assert count(Wanted(Group.GIFTS)) == 1
    assert count(Wanted(channel=Channel.EMAIL)) == 6
    assert count(Wanted(who_id=other.actor.id)) == 1
    assert count(Wanted(since=desk.now - timedelta(hours=1))) == 6
    assert count(Wanted(text="орхидеи елка")) == 1
    assert count(Wanted(Group.TALKS, text="разговор 3")) == 1
    assert {i for i, _ in list_people_of(desk, client_id)} == {desk.actor.id, other.actor.id}


def test_an_entry_for_management_is_not_in_the_managers_stream(desk: Desk) -> None:
    client = make.client(desk)
    head = make.as_role(desk, Role.HEAD)
    for sensitivity in Sensitivity:
        make.interaction(desk, client.id, staff_id=head.actor.id, sensitivity=sensitivity)
    seen = {e.sensitivity for e in read_timeline(desk, client.id).entries}
    assert seen == {Sensitivity.TEAM, Sensitivity.MANAGER}
    assert len(read_timeline(head, client.id).entries) == 3
    helper = make.as_role(desk, Role.COORDINATOR)
    assert [e.sensitivity for e in read_timeline(helper, client.id).entries] == [Sensitivity.TEAM]


def test_words_of_what_may_not_be_read_find_nothing(desk: Desk) -> None:
    client = make.client(desk)
    make.interaction(desk, client.id, text="Развод", sensitivity=Sensitivity.MANAGER)
    helper = make.as_role(desk, Role.COORDINATOR)
    assert read_timeline(helper, client.id, Wanted(text="развод")).entries == ()


def test_who_has_no_right_to_gifts_sees_the_rest(desk: Desk) -> None:
    client_id = busy(desk)
    kinds = {e.kind for e in read_timeline(make.as_role(desk, Role.COORDINATOR), client_id).entries}
    assert TimelineKind.GIFT not in kinds
    assert TimelineKind.PROMISED in kinds


def test_a_page_asks_the_same_however_long_the_past_is(desk: Desk) -> None:
    client_id = busy(desk)
    asked: list[str] = []

    def note(_conn: object, _cursor: object, words: str, *_: object) -> None:
        asked.append(words)

    engine = desk.session.get_bind()
    sa_event.listen(engine, "before_cursor_execute", note)
    read_timeline(desk, client_id, limit=3)
    few = len(asked)
    asked.clear()
    for _ in range(300):
        make.interaction(desk, client_id)
    asked.clear()
    read_timeline(desk, client_id, limit=3)
    sa_event.remove(engine, "before_cursor_execute", note)
    assert len(asked) == few
    assert not any("OFFSET ?" in words and "LIMIT ? OFFSET" not in words for words in asked)


def test_several_promises_of_one_note_are_made_and_taken_back_with_it(desk: Desk) -> None:
    client = make.client(desk)
    due = desk.now + timedelta(days=1)
    logged = interactions.log_interaction(
        desk, client.id, text="Всё обсудили", promises=(("Меню", due), ("Книга", due))
    )
    assert len(promises.list_open_promises(desk, client_id=client.id)) == 2
    interactions.remove_interaction(desk, logged.interaction_id)
    assert promises.list_open_promises(desk, client_id=client.id) == ()
