"""Seating in a team: a coordinator seats the room and learns nothing but 'keep apart'."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy.exc import ProgrammingError

from tests import factories_seating as make
from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events.seating import plan
from vipdesk.events.seating.facts import pair
from vipdesk.vocabulary import PersonKind, Sensitivity

SECRET = "судились из-за усадьбы"


def an_evening(club: Club) -> tuple[UUID, list[UUID]]:
    """Maria's guests; what stands between them is hers to know."""

    def arrange(desk: Desk) -> tuple[UUID, list[UUID]]:
        event_id, ids = make.dinner(desk, 4)
        make.around(
            desk, ids[0], ids[1], PersonKind.FRICTION, note=SECRET, sensitivity=Sensitivity.MANAGER
        )
        make.wish(desk, ids[2], ids[3])
        return event_id, ids

    return club.office("maria").write(arrange)[0]


def test_the_coordinator_seats_by_what_the_database_lets_through(club: Club) -> None:
    event_id, ids = an_evening(club)
    anna = club.office("anna")
    anna.write(lambda d: make.tables(d, event_id, 2, 4))
    seating = anna.read(lambda d: plan.get_seating(d, event_id))
    assert seating.facts.apart == {pair(ids[0], ids[1])}
    assert seating.facts.wishes == {pair(ids[2], ids[3])}
    assert SECRET not in repr(seating)
    table_of = {i: 1 + n % 2 for n, i in enumerate(ids)}
    anna.write(
        lambda d: plan.seat_guests(d, event_id=event_id, table_of=table_of, version=seating.version)
    )
    assert len(anna.read(lambda d: plan.get_seating(d, event_id)).seats) == 4


def test_a_manager_sees_own_guests_at_their_tables_and_moves_nobody(club: Club) -> None:
    event_id, ids = an_evening(club)
    anna = club.office("anna")
    anna.write(lambda d: make.tables(d, event_id, 1, 6))
    version = anna.read(lambda d: plan.get_seating(d, event_id)).version
    table_of = dict.fromkeys(ids, 1)
    anna.write(lambda d: plan.seat_guests(d, event_id=event_id, table_of=table_of, version=version))
    maria, oleg = club.office("maria"), club.office("oleg")
    assert len(maria.read(lambda d: plan.get_seating(d, event_id)).seats) == 4
    assert not oleg.read(lambda d: plan.get_seating(d, event_id)).seats
    with pytest.raises(UserError):
        maria.write(
            lambda d: plan.unseat(
                d, event_id=event_id, client_ids=ids[:1],
                version=plan.get_seating(d, event_id).version,
            )
        )  # fmt: skip


def test_nobody_else_asks_for_wishes(club: Club) -> None:
    for login in ("maria", "vera", "kira"):
        with pytest.raises(ProgrammingError):
            club.run(login, "SELECT * FROM vip_api.wished_introductions(ARRAY[]::uuid[])")
