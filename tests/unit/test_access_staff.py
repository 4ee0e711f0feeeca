"""Colleagues on both engines: added, changed, deputised for, let go, and each way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests import factories as make
from vipdesk.access import Desk, staff
from vipdesk.access.staff import ColleagueFields, ColleagueRow
from vipdesk.clients.registry import ClientFilter, list_clients
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import JournalEntry, Staff
from vipdesk.vocabulary import Role

OLGA = ColleagueFields(
    surname="Белова", given="Ольга", latin_name="Olga Belova", email="olga@club.example",
    phone="+7 495 000-00-09",
)  # fmt: skip


def row_of(desk: Desk, staff_id: object) -> ColleagueRow:
    return next(c for c in staff.list_colleagues(desk, with_left=True) if c.id == staff_id)


def test_a_colleague_is_added_and_listed_with_clients(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    make.client(desk, manager_id=olga)
    found = row_of(desk, olga)
    assert (found.fields, found.clients, found.login) == (OLGA, 1, "")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"surname": " "}, "surname"),
        ({"given": ""}, "given"),
        ({"email": "olga"}, "email"),
        ({"phone": "1" * 41}, "phone"),
    ],
)
def test_a_wrong_field_is_told_by_name(desk: Desk, values: dict[str, str], field: str) -> None:
    with pytest.raises(UserError) as refused:
        staff.add_colleague(desk, replace(OLGA, **values))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_change_returns_what_was_there(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    version = row_of(desk, olga).version
    head = replace(OLGA, role=Role.HEAD, patronymic="Игоревна")
    after, before = staff.change_colleague(desk, olga, version=version, values=head)
    assert before == OLGA
    assert row_of(desk, olga).fields == head
    with pytest.raises(Conflict):
        staff.change_colleague(desk, olga, version=version, values=OLGA)
    staff.change_colleague(desk, olga, version=after, values=before)
    assert row_of(desk, olga).fields == OLGA


def test_nobody_reports_around_to_themselves(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    vera = staff.add_colleague(desk, replace(OLGA, given="Вера", reports_to_id=olga))
    ring = replace(OLGA, reports_to_id=vera)
    with pytest.raises(UserError) as refused:
        staff.change_colleague(desk, olga, version=1, values=ring)
    assert refused.value.field == "reports_to_id"


def test_a_deputy_sees_the_clients_until_the_day(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    anna = make.client(desk, manager_id=olga)
    mine = ClientFilter(mine=True)
    before = staff.deputise(desk, olga, deputy_id=desk.actor.id, until=desk.now + timedelta(days=5))
    assert [c.id for c in list_clients(desk, mine)] == [anna.id]
    assert list_clients(make.later(desk, days=6), mine) == (), "also before the clean-up"
    assert staff.end_absences(make.later(desk, days=4)) == 0
    assert staff.end_absences(make.later(desk, days=6)) == 1
    assert list_clients(desk, mine) == ()
    assert (before.deputy_id, before.until) == (None, None)


def test_deputising_has_a_way_back(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    until = desk.now + timedelta(days=5)
    before = staff.deputise(desk, olga, deputy_id=desk.actor.id, until=until)
    assert row_of(desk, olga).absent_until == until
    staff.restore_absence(desk, before)
    assert row_of(desk, olga).deputy_id is None


def test_a_deputy_is_somebody_else_and_the_day_ahead(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    ahead = desk.now + timedelta(days=1)
    wrong = [(olga, ahead, "deputy_id"), (desk.actor.id, desk.now, "until")]
    for deputy, until, field in wrong:
        with pytest.raises(UserError) as refused:
            staff.deputise(desk, olga, deputy_id=deputy, until=until)
        assert refused.value.field == field


def test_who_leads_clients_is_not_let_go(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    make.client(desk, manager_id=olga)
    with pytest.raises(UserError, match="Hand them over"):
        staff.let_go(desk, olga)


def test_let_go_and_back(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    vera = staff.add_colleague(desk, replace(OLGA, given="Вера", reports_to_id=olga))
    staff.deputise(desk, vera, deputy_id=olga, until=desk.now + timedelta(days=3))
    staff.deputise(desk, olga, deputy_id=desk.actor.id, until=desk.now + timedelta(days=2))
    anna = make.client(desk, deputy_id=olga)
    done = staff.let_go(desk, olga)
    desk.session.refresh(anna)
    assert anna.deputy_id is None
    assert row_of(desk, olga).left_at == desk.now
    assert (row_of(desk, vera).deputy_id, row_of(desk, vera).fields.reports_to_id) == (None, None)
    with pytest.raises(NotFound):
        staff.let_go(desk, olga)
    staff.take_back(desk, done)
    assert row_of(desk, olga).left_at is None
    assert (row_of(desk, vera).deputy_id, row_of(desk, vera).fields.reports_to_id) == (olga, olga)
    away = (row_of(desk, olga).deputy_id, row_of(desk, olga).absent_until)
    assert away == (desk.actor.id, desk.now + timedelta(days=2))
    desk.session.refresh(anna)
    assert anna.deputy_id == olga


def test_one_does_not_let_oneself_go(desk: Desk) -> None:
    with pytest.raises(UserError, match="at work yourself"):
        staff.let_go(desk, desk.actor.id)


def test_somebody_just_added_is_taken_back(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    staff.remove_colleague(desk, olga)
    assert olga not in {c.id for c in staff.list_colleagues(desk)}
    with pytest.raises(UserError):
        staff.remove_colleague(desk, desk.actor.id)


def test_each_verb_leaves_a_journal_entry(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    staff.take_back(desk, staff.let_go(desk, olga))
    verbs = desk.session.scalars(
        select(JournalEntry.verb).where(JournalEntry.object_id == olga).order_by(JournalEntry.seq)
    ).all()
    assert verbs == ["add_colleague", "let_go", "take_colleague_back"]


def test_who_left_stays_in_the_list_while_clients_wait(desk: Desk) -> None:
    olga = staff.add_colleague(desk, OLGA)
    anna = make.client(desk, manager_id=olga)
    desk.session.get_one(Staff, olga).left_at = desk.now
    desk.session.flush()
    assert olga in {c.id for c in staff.list_colleagues(desk)}
    anna.manager_id = desk.actor.id
    desk.session.flush()
    assert olga not in {c.id for c in staff.list_colleagues(desk)}
