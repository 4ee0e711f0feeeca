"""Giving a case to another owner, on both engines."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from tests.factories import as_role, client
from tests.factories_complaints import filed, row_of, staff_of
from tests.unit.test_complaints_sight import AROUND, another_manager
from vipdesk.access import Desk
from vipdesk.complaints import cases, history, owners
from vipdesk.errors import NotFound, UserError
from vipdesk.models import JournalEntry
from vipdesk.vocabulary import CaseEventKind, Role


def offered(desk: Desk, complaint_id: UUID) -> set[UUID]:
    return {s.id for s in owners.list_new_owners(desk, complaint_id)}


def test_management_gives_a_case_to_another_and_back(desk: Desk) -> None:
    head, found = as_role(desk, Role.HEAD), filed(desk)
    executive = staff_of(desk, Role.EXECUTIVE).id
    before = owners.give_complaint(head, found.id, owner_id=executive, reason="Отпуск")
    assert before == desk.actor.id
    assert cases.get_complaint(head, found.id).owner_id == executive
    entry = next(h for h in history.list_history(head, found.id) if h.kind is CaseEventKind.OWNER)
    assert entry.text == "Отпуск"
    noted = select(JournalEntry.fields).where(JournalEntry.verb == "give_complaint")
    assert desk.session.scalars(noted).all() == ["owner_id"]
    assert owners.give_complaint(head, found.id, owner_id=before) == executive
    assert row_of(desk, found).owner_id == before


def test_a_manager_gives_no_case_away(desk: Desk) -> None:
    found = filed(desk)
    assert owners.list_new_owners(desk, found.id) == ()
    with pytest.raises(UserError):
        owners.give_complaint(desk, found.id, owner_id=staff_of(desk, Role.HEAD).id)


def test_only_who_sees_the_client_is_offered(desk: Desk) -> None:
    stranger, deputy = another_manager(desk).actor.id, another_manager(desk).actor.id
    head = as_role(desk, Role.HEAD)
    found = filed(desk, client(desk, deputy_id=deputy).id)
    seniors = {head.actor.id, staff_of(desk, Role.EXECUTIVE).id}
    assert offered(head, found.id) == {deputy, *seniors}
    with pytest.raises(UserError) as refused:
        owners.give_complaint(head, found.id, owner_id=stranger)
    assert refused.value.field == "owner_id"


def test_a_case_about_the_manager_stays_with_management(desk: Desk) -> None:
    found = filed(desk, words=AROUND)
    head = as_role(desk, Role.HEAD)
    assert desk.actor.id not in offered(head, found.id)
    with pytest.raises(UserError):
        owners.give_complaint(head, found.id, owner_id=desk.actor.id)


def test_never_to_whom_it_is_about_nor_by_them(desk: Desk) -> None:
    head, executive = as_role(desk, Role.HEAD), as_role(desk, Role.EXECUTIVE)
    found = filed(desk, about_staff_id=head.actor.id)
    assert head.actor.id not in offered(executive, found.id)
    with pytest.raises(UserError):
        owners.give_complaint(executive, found.id, owner_id=head.actor.id)
    with pytest.raises(NotFound):
        owners.give_complaint(head, found.id, owner_id=executive.actor.id)
