"""A line of Today passed to a colleague, answered and given back; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories as make
from tests.factories import as_role
from vipdesk.access import Desk
from vipdesk.agenda import delegation, snoozes
from vipdesk.agenda.today import draft_id, today
from vipdesk.clients.dates import DayFields, add_client_date
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Draft, Staff
from vipdesk.vocabulary import DayKind, Role


def due(desk: Desk, **fields: object):
    return make.client(desk, last_contact_at=desk.now - timedelta(days=45), **fields)


def asked(desk: Desk, anna: object, other: Desk, **fields: object):
    return delegation.delegate(
        desk, "call", anna.id, client_id=anna.id, to_id=other.actor.id, **fields
    )  # type: ignore[attr-defined]


def test_the_other_sees_who_asked_and_the_asker_sees_where_the_line_is(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    asked(desk, anna, head, note="Я в дороге до среды")
    (theirs,) = today(head).asked
    assert (theirs.of_me, theirs.note, theirs.other.name) == (
        True, "Я в дороге до среды", desk.actor.name,
    )  # fmt: skip
    assert theirs.contact is not None
    mine = today(desk)
    assert mine.calls == ()
    assert [(a.of_me, a.done) for a in mine.asked] == [(False, None)]


def test_taken_back_it_is_ones_own_again(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    made = asked(desk, anna, head)
    delegation.take_back(desk, made)
    assert today(head).asked == ()
    assert [c.client_id for c in today(desk).calls] == [anna.id]
    with pytest.raises(UserError, match="took this back"):
        delegation.answer(head, made, done=True)


@pytest.mark.parametrize("done", [True, False])
def test_an_answer_waits_until_it_is_seen(desk: Desk, *, done: bool) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    made = asked(desk, anna, head)
    delegation.answer(head, made, done=done, words="Не дозвонился")
    assert today(head).asked == ()
    (mine,) = today(desk).asked
    assert (mine.done, mine.answer) == (done, "Не дозвонился")
    delegation.mark_seen(desk, made)
    seen = today(desk)
    assert seen.asked == ()
    assert len(seen.calls) == 1  # no talk was logged: the rhythm has not restarted
    with pytest.raises(UserError, match="seen the answer"):
        delegation.reopen(head, made)
    with pytest.raises(UserError, match="seen the answer"):
        delegation.answer(head, made, done=not done)


def test_an_answer_can_be_undone(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    made = asked(desk, anna, head)
    delegation.answer(head, made, done=True)
    delegation.reopen(head, made)
    assert [a.done for a in today(head).asked] == [None]


def test_a_promise_stays_on_the_day_of_who_gave_it(desk: Desk) -> None:
    anna, head = make.client(desk, last_contact_at=desk.now), as_role(desk, Role.HEAD)
    promise = make.promise(desk, anna.id, due_at=desk.now + timedelta(hours=1))
    delegation.delegate(
        desk, "promise", promise.id, client_id=anna.id, to_id=head.actor.id, due_at=promise.due_at
    )
    assert [p.id for p in today(desk).promises] == [promise.id]
    assert today(head).asked[0].due_at == promise.due_at


def test_one_line_is_with_one_colleague(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    asked(desk, anna, head)
    with pytest.raises(UserError, match="asked already"):
        asked(desk, anna, head)


def test_nobody_asks_oneself_or_somebody_who_left(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    with pytest.raises(UserError, match="yours already"):
        asked(desk, anna, desk)
    gone = as_role(desk, Role.COORDINATOR)
    desk.session.get(Staff, gone.actor.id).left_at = desk.now
    with pytest.raises(UserError) as refused:
        asked(desk, anna, gone)
    assert refused.value.field == "to_id"
    with pytest.raises(UserError) as refused:
        asked(desk, anna, head, note="x" * 501)
    assert refused.value.field == "note"


def a_colleague(desk: Desk, **fields: object) -> Staff:
    row = Staff(role=Role.MANAGER, given="Олег", surname="Седов", **fields)
    desk.session.add(row)
    desk.session.flush()
    return row


def test_who_may_not_see_the_client_is_not_asked(desk: Desk) -> None:
    anna, oleg = due(desk), a_colleague(desk)
    assert oleg.id not in {c.id for c in delegation.list_colleagues(desk, anna.id)}
    with pytest.raises(UserError, match="may not see") as refused:
        delegation.delegate(desk, "call", anna.id, client_id=anna.id, to_id=oleg.id)
    assert refused.value.field == "to_id"
    anna.deputy_id = oleg.id
    desk.session.flush()
    assert oleg.id in {c.id for c in delegation.list_colleagues(desk, anna.id)}
    assert delegation.delegate(desk, "call", anna.id, client_id=anna.id, to_id=oleg.id)


def test_a_deputy_of_the_manager_is_asked_until_the_absence_ends(desk: Desk) -> None:
    anna, oleg = due(desk), a_colleague(desk)
    me = desk.session.get_one(Staff, desk.actor.id)
    me.deputy_id, me.absent_until = oleg.id, desk.now + timedelta(days=1)
    desk.session.flush()
    assert oleg.id in {c.id for c in delegation.list_colleagues(desk, anna.id)}
    after = make.later(desk, days=2)
    assert oleg.id not in {c.id for c in delegation.list_colleagues(after, anna.id)}


@pytest.mark.parametrize("kind", ["call", "promise", "date"])
def test_a_line_is_passed_on_with_its_own_client_only(desk: Desk, kind: str) -> None:
    anna, boris, head = due(desk), due(desk, surname="Белов"), as_role(desk, Role.HEAD)
    line = {
        "call": boris.id,
        "promise": make.promise(desk, boris.id).id,
        "date": add_client_date(desk, boris.id, DayFields(DayKind.OTHER, month=1, day=2)),
    }[kind]
    with pytest.raises(NotFound):
        delegation.delegate(desk, kind, line, client_id=anna.id, to_id=head.actor.id)
    assert delegation.delegate(desk, kind, line, client_id=boris.id, to_id=head.actor.id)


def test_only_the_two_may_touch_it(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    made = asked(desk, anna, head)
    with pytest.raises(NotFound):
        delegation.answer(desk, made, done=True)
    with pytest.raises(NotFound):
        delegation.take_back(head, made)


def test_nothing_of_a_restricted_client_is_passed_on(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    desk.session.get(Client, anna.id).restricted_at = desk.now
    with pytest.raises(UserError, match="restricted"):
        asked(desk, anna, head)


def test_who_stands_in_comes_first_among_colleagues(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    as_role(desk, Role.COORDINATOR)
    anna = due(desk, deputy_id=head.actor.id)
    found = delegation.list_colleagues(desk, anna.id)
    assert found[0].id == head.actor.id
    assert found[0].stands_in
    assert desk.actor.id not in {c.id for c in found}


def test_what_was_asked_can_be_put_off(desk: Desk) -> None:
    anna, head = due(desk), as_role(desk, Role.HEAD)
    made = asked(desk, anna, head)
    snoozes.snooze(head, "asked", made, until=desk.now + timedelta(days=2))
    assert today(head).asked == ()


def test_a_form_left_half_written_is_there_and_can_be_put_off(desk: Desk) -> None:
    values = {"values": {"text": "Звонил, просил"}, "title": "Анна", "open": False}
    row = Draft(
        staff_id=desk.actor.id, form="talk", object_id=new_id(), values=values, saved_at=desk.now
    )
    desk.session.add(row)
    desk.session.flush()
    (draft,) = today(desk).drafts
    assert draft.title == "Анна"
    snoozes.snooze(desk, "draft", draft_id(draft.key), until=desk.now + timedelta(days=1))
    assert today(desk).drafts == ()


def test_promises_and_clocks_are_not_put_off(desk: Desk) -> None:
    with pytest.raises(ValueError, match="promise"):
        snoozes.snooze(desk, "promise", new_id(), until=desk.now + timedelta(days=1))
