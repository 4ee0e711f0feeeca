"""The door as people of a team: what each login may do, by the database's own rights."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from tests import factories_events
from tests.factories_door import Kept
from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.events import after, door_sync, feedback, programme
from vipdesk.events.door import DoorDesk
from vipdesk.events.door_list import open_list
from vipdesk.events.feedback import Answer
from vipdesk.events.programme import EventWords, find_event
from vipdesk.vocabulary import EventKind, EventState, PartStat


def test_two_coordinators_work_one_door_and_nobody_changes_a_scan(club: Club) -> None:
    coordinator = club.office("anna")
    head = club.office("ilya")

    def evening(desk: Desk) -> UUID:
        begins = desk.now + timedelta(days=9)
        words = EventWords("Вечер", EventKind.DINNER, begins, begins + timedelta(hours=3), 20)
        event_id = programme.add_event(desk, words=words)
        programme.move_event(desk, event_id=event_id, to=EventState.PLANNED)
        for client_id in (club.planted.hers_calm, club.planted.his):
            factories_events.invited(desk, client_id, find_event(desk, event_id), sample=False,
                                     partstat=PartStat.ACCEPTED)  # fmt: skip
        return event_id

    event_id, _ = coordinator.write(evening)
    made, _ = coordinator.write(lambda d: door_sync.seal_door_list(d, event_id=event_id))
    listed = open_list(made.data, made.code, coordinator.clock.now()).listed
    assert {g.id for g in listed.guests} == {club.planted.hers_calm, club.planted.his}
    one, two = DoorDesk(listed, Kept(), 1), DoorDesk(listed, Kept(), 2)
    now = coordinator.clock.now()
    one.arrive(club.planted.hers_calm, now)
    two.arrive(club.planted.hers_calm, now)
    two.arrive(club.planted.his, now)
    for office, desk in ((coordinator, one), (head, two), (coordinator, one)):
        scans = tuple(desk.state.scans.values())
        told, _ = office.write(
            lambda d, scans=scans: door_sync.exchange(d, event_id=event_id, scans=scans)
        )
        desk.merge(told)
    assert one.state.picture() == two.state.picture()
    found = coordinator.read(lambda d: after.get_after(d, event_id))
    assert found.people == 2
    noted = Answer(5, "Спасибо")
    coordinator.write(
        lambda d: feedback.note_answer(
            d, event_id=event_id, client_id=club.planted.his, answer=noted
        )
    )
    with pytest.raises(DBAPIError, match="permission denied"):
        club.run("anna", "UPDATE vip.door_scan SET place = 7")
    with pytest.raises(DBAPIError, match="permission denied"):
        club.run("anna", "DELETE FROM vip.door_scan")
    with pytest.raises(DBAPIError, match="permission denied"):
        club.run("ilya", "UPDATE vip.door_scan SET place = 7")
    club.run("ilya", "UPDATE vip.door_scan SET words = ''")  # retention: whoever leads clears names
    seen = club.run("maria", "SELECT client_id FROM vip.door_scan")
    assert {row.client_id for row in seen} == {club.planted.hers_calm}
    assert club.run("maria", "SELECT id FROM vip.feedback") == []
