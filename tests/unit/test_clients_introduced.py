"""Whom a client wants to meet: the consent of both, both ends, and who may read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.factories_complaints import staff_of
from tests.unit.test_clients_circle import club, tie
from vipdesk.access import Desk
from vipdesk.access.office import staff_row
from vipdesk.clients import introduced, merge
from vipdesk.clients.introduced import IntroductionFields
from vipdesk.errors import UserError
from vipdesk.vocabulary import PersonKind, Role, Sensitivity


def wish(desk: Desk, client: Any, **fields: Any) -> Any:
    return introduced.add_introduction(desk, client, IntroductionFields(**fields))


def test_a_wish_becomes_an_introduction_once_both_agreed(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    key = wish(desk, anna, wanted=" collectors of maps ")
    base = introduced.get_introduction(desk, key)
    assert base.wanted == "collectors of maps"
    today = desk.now.date()
    met = replace(base, other_client_id=petr, client_agreed_on=today, introduced_on=today)
    with pytest.raises(UserError) as refused:
        introduced.change_introduction(desk, key, base=base, values=met)
    assert refused.value.field == "other_agreed_on"
    met = replace(met, other_agreed_on=today, outcome="Играют в теннис")
    introduced.change_introduction(desk, key, base=base, values=met)
    mine, theirs = (introduced.list_introductions(desk, c)[0] for c in (anna, petr))
    assert (mine.is_own, mine.other.name, theirs.is_own, theirs.other.name) == (
        True, "Пётр", False, "Анна",
    )  # fmt: skip
    assert mine.by
    assert "introduced" in str(mine.said)


@pytest.mark.parametrize(
    ("fields", "beside"),
    [
        ({}, "wanted"),
        ({"wanted": "x" * 301}, "wanted"),
        ({"wanted": "x", "client_agreed_on": "tomorrow"}, "client_agreed_on"),
        ({"wanted": "x", "introduced_on": "today"}, "other_client_id"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    desk: Desk, fields: dict[str, Any], beside: str
) -> None:
    (anna,) = club(desk, "Анна")
    days = {"today": desk.now.date(), "tomorrow": desk.now.date() + timedelta(days=2)}
    with pytest.raises(UserError) as refused:
        wish(desk, anna, **{k: days.get(v, v) for k, v in fields.items()})
    assert refused.value.field == beside


def test_who_is_kept_apart_is_not_wished_for(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    tie(desk, anna, petr, PersonKind.FRICTION)
    with pytest.raises(UserError) as refused:
        wish(desk, anna, other_client_id=petr)
    assert refused.value.field == "other_client_id"


def test_removing_has_a_way_back(desk: Desk) -> None:
    (anna,) = club(desk, "Анна")
    key = wish(desk, anna, wanted="архитекторов")
    client, kept = introduced.remove_introduction(desk, key)
    assert introduced.list_introductions(desk, anna) == ()
    introduced.add_introduction(desk, client, kept, introduction_id=key)
    assert introduced.list_introductions(desk, anna)[0].id == key


def test_a_wish_for_management_is_not_read_by_others(desk: Desk) -> None:
    anna = make.client(desk, surname="Анна").id
    wish(desk, anna, wanted="министра", sensitivity=Sensitivity.MANAGEMENT)
    other = replace(desk, actor=staff_row(staff_of(desk, Role.MANAGER)))
    assert introduced.list_introductions(other, anna) == ()


def test_two_who_become_one_are_not_introduced_to_themselves(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    wish(desk, anna, other_client_id=petr)
    merge.merge_clients(desk, anna, petr)
    assert introduced.list_introductions(desk, anna) == ()
