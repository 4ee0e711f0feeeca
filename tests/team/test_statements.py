"""How a desk asks its server: what it has asked before is not planned anew."""

from __future__ import annotations

from sqlalchemy import text

from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.clients import profile
from vipdesk.models import Client


def _planned(desk: Desk) -> set[str]:
    found = desk.session.execute(text("SELECT statement FROM pg_prepared_statements"))
    return {row.statement for row in found}


def test_statements_stay_prepared_from_one_look_to_the_next(club: Club) -> None:
    maria, hers = club.office("maria"), club.planted.hers
    for _ in range(8):
        maria.read(lambda d: profile.get_client(d, hers))
    before = maria.read(_planned)
    assert any("contact_point" in statement for statement in before)
    maria.read(lambda d: profile.get_client(d, hers))
    assert maria.read(_planned) >= before


def test_a_look_writes_nothing_even_where_it_changed_a_row(club: Club) -> None:
    maria, hers = club.office("maria"), club.planted.hers

    def careless(desk: Desk) -> None:
        desk.session.get_one(Client, hers).city = "Нигде"

    maria.read(careless)
    assert maria.read(lambda d: d.session.get_one(Client, hers).city) != "Нигде"
