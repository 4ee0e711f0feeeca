"""Guest lists in a team: who sees all guests counts the seats; a hold tells nothing more."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests import factories, factories_events
from tests import factories_seating as make
from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import entitlement, inviting_plan, snapshot, waiting_list, waves
from vipdesk.events.guest_lists import pick
from vipdesk.gathering import WaitingState
from vipdesk.vocabulary import EventState, PersonKind, Sensitivity

SECRET = "жалоба на управляющего"


def an_event(club: Club) -> tuple[UUID, list[UUID]]:
    """Maria's guests on a list; two are to be kept apart, one is held, one waits."""

    def arrange(desk: Desk) -> tuple[UUID, list[UUID]]:
        event = factories.event(desk, capacity=4, state=EventState.INVITING)
        ids = [factories_events.guest(desk, f"Гостева{n}").id for n in range(4)]
        for client_id in ids:
            factories.phone(desk, client_id)
        make.around(
            desk, ids[0], ids[1], PersonKind.FRICTION, note=SECRET, sensitivity=Sensitivity.MANAGER
        )
        factories_events.hold(desk, ids[2])
        pick(desk, event_id=event.id, client_ids=ids[:3])
        waiting_list.add_waiting(desk, event_id=event.id, client_id=ids[3], party=2)
        return event.id, ids

    return club.office("maria").write(arrange)[0]


def test_a_coordinator_plans_the_wave_and_learns_no_reason(club: Club) -> None:
    event_id, ids = an_event(club)
    plan = club.office("anna").read(lambda d: inviting_plan.get_plan(d, event_id))
    assert set(plan.wave.next) <= {ids[0], ids[1]}
    assert {frozenset(t.about) for t in plan.tact} >= {frozenset(ids[:2])}
    assert SECRET not in repr(plan)


def test_a_manager_in_a_team_counts_no_seats(club: Club) -> None:
    event_id, _ = an_event(club)
    maria = club.office("maria")
    assert not maria.read(lambda d: waves.propose(d, event_id)).whole
    assert not maria.write(lambda d: waiting_list.recompute(d, event_id))[0]
    with pytest.raises(UserError):
        maria.write(lambda d: entitlement.settle(d, event_id))


def test_a_coordinator_offers_seats_and_the_list_is_kept(club: Club) -> None:
    event_id, ids = an_event(club)
    anna = club.office("anna")
    done, _ = anna.write(lambda d: waiting_list.recompute(d, event_id))
    assert len(done.offered) == 1
    rows = anna.read(lambda d: waiting_list.get_waiting(d, event_id)).rows
    assert [r.state for r in rows] == [WaitingState.OFFERED]
    (sent,) = anna.read(lambda d: snapshot.list_snapshots(d, event_id))
    kept = club.office("maria").read(lambda d: snapshot.get_snapshot(d, sent.id))
    assert {n.client_id for n in kept.names if n.sent} == {ids[3]}
    assert not club.office("oleg").read(lambda d: snapshot.get_snapshot(d, sent.id)).names


def test_shares_are_settled_by_the_coordinator_and_read_by_the_own_manager(club: Club) -> None:
    def held(desk: Desk) -> tuple[UUID, UUID]:
        event = factories.event(
            desk, capacity=2, state=EventState.HELD,
            starts_at=desk.now - timedelta(days=5), ends_at=desk.now - timedelta(days=4),
        )  # fmt: skip
        guest = factories_events.guest(desk)
        factories_events.invited(desk, guest.id, event)
        pick(desk, event_id=event.id, client_ids=[factories_events.guest(desk, "Другая").id])
        return event.id, guest.id

    (event_id, _), _ = club.office("maria").write(held)
    settled, _ = club.office("anna").write(lambda d: entitlement.settle(d, event_id))
    assert settled.clients == 1
    assert club.office("maria").read(lambda d: entitlement.is_settled(d, event_id))
    assert not club.office("oleg").read(lambda d: entitlement.is_settled(d, event_id))
