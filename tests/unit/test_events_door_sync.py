"""Between the office and the door, on a vault and on PostgreSQL."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from tests import factories_events
from tests.factories_door import Kept, evening
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import door_sync
from vipdesk.events.door import DoorDesk, Scan
from vipdesk.events.door_list import DoorList, open_list
from vipdesk.events.door_log import take_place
from vipdesk.gathering import DoorDeed
from vipdesk.models import Client, Guest, Invitation
from vipdesk.vocabulary import HoldKind, PartStat


def sealed(desk: Desk, event_id: UUID) -> DoorList:
    made = door_sync.seal_door_list(desk, event_id=event_id)
    return open_list(made.data, made.code, desk.now).listed


def attended(desk: Desk) -> list[tuple[bool | None, int]]:
    rows = desk.session.execute(select(Guest.attended, Guest.party_came).order_by(Guest.party_came))
    return [(a, n) for a, n in rows]


def test_the_list_holds_what_the_door_needs(desk: Desk) -> None:
    event_id = evening(desk, ("Волкова", "Громов"))
    first = desk.session.scalars(select(Client).where(Client.surname == "Волкова")).one()
    first.birth_month, first.birth_day = desk.now.month, desk.now.day
    factories_events.hold(desk, first.id, HoldKind.ASK_MANAGER)
    door_sync.set_door_note(
        desk, event_id=event_id, client_id=first.id, note="  Пальто  в гардероб "
    )
    listed = sealed(desk, event_id)
    guest = next(g for g in listed.guests if g.id == first.id)
    assert (guest.party, guest.allowance, guest.note) == (2, 1, "Пальто в гардероб")
    assert guest.greet
    assert guest.first_time
    assert guest.birthday == f"{desk.now:%m-%d}"
    assert guest.address
    text = repr(listed)
    assert "@c.example" not in text
    (row,) = door_sync.list_passes(desk, event_id)
    assert row.mine
    again = door_sync.seal_door_list(desk, event_id=event_id)
    assert again.pass_id == listed.pass_id == row.id
    assert door_sync.get_code(desk, row.id) in {again.code, ""}  # a team may have no own vault


def test_nobody_to_let_in_and_too_many_desks_are_told(desk: Desk) -> None:
    with pytest.raises(UserError, match="nobody to let in"):
        door_sync.seal_door_list(desk, event_id=evening(desk, ()))
    with pytest.raises(UserError, match="A door has"):
        door_sync.seal_door_list(desk, event_id=evening(desk, ()), desks=10)


def test_two_desks_tell_the_office_and_each_other_as_often_as_they_like(desk: Desk) -> None:
    event_id = evening(desk)
    listed = sealed(desk, event_id)
    one, two = DoorDesk(listed, Kept(), 1), DoorDesk(listed, Kept(), 2)
    volkova, gromov = (g.id for g in listed.guests)
    one.arrive(volkova, desk.now, companions=1)
    two.arrive(volkova, desk.now + timedelta(minutes=1))
    done = two.arrive(gromov, desk.now)
    two.undo(done, desk.now)
    two.ask("Пётр Белов", desk.now)
    for _ in range(2):
        for at_door in (two, one):
            told = door_sync.exchange(desk, event_id=event_id, scans=at_door.state.scans.values())
            at_door.merge(told)
    two.merge(door_sync.list_scans(desk, event_id))
    assert one.state.picture() == two.state.picture()
    assert one.state.picture() == door_sync.state_of(desk, event_id).picture()
    assert attended(desk) == [(None, 0), (True, 2)]
    assert door_sync.absorb(desk, event_id=event_id, scans=one.state.scans.values()) == 0
    assert door_sync.absorb(desk, event_id=event_id, scans=()) == 0


def test_a_foreign_log_brings_nobody_in(desk: Desk) -> None:
    event_id = evening(desk)
    foreign = Scan(uuid4(), uuid4(), 0, DoorDeed.IN, 1, desk.now)
    assert door_sync.absorb(desk, event_id=event_id, scans=[foreign]) == 0
    assert door_sync.list_scans(desk, event_id) == ()


def test_who_declined_has_no_promised_place(desk: Desk) -> None:
    event_id = evening(desk, ("Волкова",))
    desk.session.scalars(select(Invitation)).one().partstat = PartStat.DECLINED
    listed = sealed(desk, event_id)
    assert [g.party for g in listed.guests] == [0]


def test_a_log_that_is_brought_counts_once(desk: Desk, tmp_path: Path) -> None:
    event_id = evening(desk)
    made = door_sync.seal_door_list(desk, event_id=event_id)
    with take_place(tmp_path, made.data, made.code, desk_no=1, now=desk.now) as place:
        at_door = DoorDesk(place.opened.listed, place.log, 1)
        at_door.arrive(place.opened.listed.guests[0].id, desk.now)
        logs = [place.log.path]
        taken = [
            door_sync.take_logs(desk, event_id=event_id, logs=logs, code=made.code)
            for _ in range(2)
        ]
    assert taken == [1, 0]
    with pytest.raises(UserError, match="Check the door code"):
        door_sync.take_logs(desk, event_id=event_id, logs=logs, code="2222-2222-2222")
    with pytest.raises(UserError, match="Check the door code"):
        door_sync.take_logs(desk, event_id=evening(desk, ()), logs=logs)
