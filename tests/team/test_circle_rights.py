"""The circle in a team: each role gets what it may see, and nothing hidden moves what it gets."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.agenda.today import today
from vipdesk.clients import dates, implied, name_forms, people, relations
from vipdesk.clients.dates import DayFields
from vipdesk.clients.introductions import find_introductions
from vipdesk.clients.people import PersonFields
from vipdesk.clients.people_map import read_people_map
from vipdesk.vocabulary import DayKind, NameCase, NamePart, PersonKind, Sensitivity

HOME, CIRCLE, STAFF, FRICTION = PersonKind


def seen_of(desk: Desk, one: UUID, other: UUID) -> tuple[Any, ...]:
    """Everything the circle tells this person."""
    return (
        read_people_map(desk, one),
        people.list_people_around(desk, one),
        implied.list_proposals(desk, one),
        find_introductions(desk, one, other),
    )


def tie(desk: Desk, one: UUID, other: UUID, kind: PersonKind, sensitivity: Sensitivity) -> UUID:
    fields = PersonFields(
        kind, other_client_id=other, label_there="spouse", label_back="spouse",
        sensitivity=sensitivity, strength=3,
    )  # fmt: skip
    return people.add_person_around(desk, one, fields)


@pytest.mark.parametrize("login", ["anna", "maria"])
def test_an_edge_that_may_not_be_read_changes_nothing_that_is_told(club: Club, login: str) -> None:
    ids = club.planted
    office, head = club.office(login), club.office("ilya")
    head.write(lambda d: tie(d, ids.hers, ids.hers_open, CIRCLE, Sensitivity.TEAM))
    before = office.read(lambda d: seen_of(d, ids.hers, ids.hers_calm))
    hidden = Sensitivity.MANAGER if login == "anna" else Sensitivity.MANAGEMENT
    for one, other, kind in (
        (ids.hers, ids.hers_calm, HOME), (ids.hers_open, ids.hers_calm, CIRCLE),
        (ids.hers, ids.hers_open, FRICTION),
    ):  # fmt: skip
        head.write(lambda d, a=one, b=other, k=kind: tie(d, a, b, k, hidden))
    assert office.read(lambda d: seen_of(d, ids.hers, ids.hers_calm)) == before


def test_a_manager_writes_names_days_and_declines(club: Club) -> None:
    hers, calm = club.planted.hers, club.planted.hers_calm
    maria = club.office("maria")
    maria.write(
        lambda d: name_forms.write_name_forms(
            d, hers, {(NameCase.DATIVE, NamePart.SURNAME): "Волковой"}
        )
    )
    maria.write(
        lambda d: dates.add_client_date(d, hers, DayFields(DayKind.MEMORIAL, month=3, day=1))
    )
    maria.write(lambda d: relations.add_relation_type(d, CIRCLE, "сват", "сватья"))
    maria.write(lambda d: name_forms.ask_gender_later(d, hers))
    maria.write(lambda d: tie(d, hers, club.planted.hers_open, HOME, Sensitivity.TEAM))
    maria.write(lambda d: tie(d, club.planted.hers_open, calm, HOME, Sensitivity.TEAM))
    for proposal in maria.read(lambda d: implied.list_proposals(d, hers)):
        maria.write(lambda d, p=proposal: implied.decline_proposal(d, p))
    assert maria.read(lambda d: implied.list_proposals(d, hers)) == ()


@pytest.mark.parametrize("login", ["anna", "ilya", "petr", "kira"])
def test_every_role_reads_the_circle_and_knows_a_day_of_memory(club: Club, login: str) -> None:
    hers, calm = club.planted.hers, club.planted.hers_calm
    club.office("maria").write(
        lambda d: dates.add_client_date(d, hers, DayFields(DayKind.MEMORIAL, month=3, day=1))
    )
    office = club.office(login)
    office.read(lambda d: seen_of(d, hers, calm))
    office.read(lambda d: name_forms.get_name_sheet(d, hers))
    office.read(today)
    assert office.read(lambda d: dates.memorial_days(d, (hers,))) == {
        hers: (dates.MemorialDay(3, 1),)
    }


def test_a_colleague_sees_neither_names_nor_days_of_others(club: Club) -> None:
    his, hers = club.planted.his, club.planted.hers
    club.office("oleg").write(
        lambda d: dates.add_client_date(d, his, DayFields(DayKind.WEDDING, month=3, day=1))
    )
    maria = club.office("maria")
    assert maria.read(lambda d: dates.list_client_dates(d, his)) == ()
    club.office("ilya").write(lambda d: tie(d, hers, his, CIRCLE, Sensitivity.TEAM))
    found = maria.read(lambda d: read_people_map(d, hers))
    assert [p.client_id for p in found.people] == [None]  # a name, and no way to the profile
