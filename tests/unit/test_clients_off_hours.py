"""Requests outside the usual hours: one owner, a cost, a reason where it cannot be done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.agenda.off_hours import list_off_hours_due
from vipdesk.clients import off_hours
from vipdesk.clients.off_hours import OffHoursFields
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import OffHoursState
from vipdesk.money import Money
from vipdesk.vocabulary import Role


def asked(desk: Desk, client_id: UUID, **fields: Any) -> UUID:
    values: dict[str, Any] = {
        "what": "Курьер с документами", "wanted_at": desk.now + timedelta(hours=15),
        "owner_id": desk.actor.id, "place": "Шереметьево, терминал B",
    }  # fmt: skip
    return off_hours.ask_off_hours(desk, client_id, OffHoursFields(**{**values, **fields}))


def test_asked_taken_on_done_with_its_cost_and_back_again(desk: Desk) -> None:
    who = make.client(desk).id
    made = asked(desk, who)
    off_hours.accept_off_hours(desk, made)
    before = off_hours.finish_off_hours(desk, made, cost=Money.of(4500))
    (row,) = off_hours.list_off_hours(desk, who)
    assert (row.state, row.fields.cost) == (OffHoursState.DONE, Money.of(4500))
    with pytest.raises(UserError):
        off_hours.accept_off_hours(desk, made)
    off_hours.restore_off_hours(desk, before)
    (row,) = off_hours.list_off_hours(desk, who)
    assert (row.state, row.fields.cost, row.closed_at) == (OffHoursState.ACCEPTED, None, None)
    off_hours.remove_off_hours(desk, made)
    assert off_hours.list_off_hours(desk, who) == ()
    with pytest.raises(NotFound):
        off_hours.accept_off_hours(desk, made)


def test_what_cannot_be_done_says_why(desk: Desk) -> None:
    who = make.client(desk).id
    made = asked(desk, who)
    for reason in (" ", "х" * 201):
        with pytest.raises(UserError):
            off_hours.decline_off_hours(desk, made, reason=reason)
    off_hours.decline_off_hours(desk, made, reason="Аэропорт закрыт")
    (row,) = off_hours.list_off_hours(desk, who)
    assert (row.state, row.reason) == (OffHoursState.DECLINED, "Аэропорт закрыт")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"what": "  "}, "what"),
        ({"place": "х" * 201}, "place"),
        ({"cost": Money(-1)}, "cost"),
    ],
)
def test_what_is_missing_stands_beside_its_field(
    desk: Desk, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(UserError) as told:
        asked(desk, make.client(desk).id, **fields)
    assert told.value.field == field


def test_the_owner_is_somebody_who_sees_the_client(desk: Desk) -> None:
    who = make.client(desk)
    stranger = make.as_role(desk, Role.COORDINATOR).actor.id
    with pytest.raises(UserError) as told:
        asked(desk, who.id, owner_id=stranger)
    assert told.value.field == "owner_id"
    assert off_hours.list_owners(desk, who.id)[0].id == desk.actor.id


def test_today_shows_open_ones_of_the_owner_and_of_who_leads_the_client(desk: Desk) -> None:
    who = make.client(desk).id
    head = make.as_role(desk, Role.HEAD)
    late = asked(desk, who, wanted_at=desk.now - timedelta(hours=1), owner_id=head.actor.id)
    soon = asked(desk, who)
    asked(desk, who, wanted_at=desk.now + timedelta(days=30))
    off_hours.decline_off_hours(desk, asked(desk, who), reason="Нет машины")
    until = desk.now + timedelta(days=7)
    mine = list_off_hours_due(desk, until=until, limit=5)
    assert [(r.id, r.late, bool(r.owner)) for r in mine] == [
        (late, True, True),
        (soon, False, False),
    ]
    (hers,) = list_off_hours_due(head, until=until, limit=5)
    assert hers.id == late
