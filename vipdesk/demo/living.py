"""What only the club's own verbs make: signed cards, health to compare with, shares of seats."""

from __future__ import annotations

from datetime import timedelta

from vipdesk.access import Desk, Office
from vipdesk.cards.issue import sign_cards
from vipdesk.clock import Clock, SetClock
from vipdesk.demo.club import Club
from vipdesk.events import entitlement, guest_lists, programme, waiting_list
from vipdesk.health.score import take_snapshot
from vipdesk.store.store import Store
from vipdesk.vocabulary import EventState, PartStat, Role

_BEFORE = timedelta(days=28)
_FEW = 4  # seats left of an evening that is as good as full


def bring_to_life(store: Store, club: Club, clock: Clock) -> None:
    """Sign the cards that were generated, keep health as it stood four weeks ago, settle the
    seats of the last weeks, and let two parties wait for an evening that is full.

    For a vault: the cards' key is sealed in it.
    """
    head = club.staff[Role.HEAD][0]
    Office(store, head, clock).write(sign_cards)
    Office(store, head, SetClock(clock.now() - _BEFORE)).write(take_snapshot)
    Office(store, club.staff[Role.COORDINATOR][0], clock).write(_share_seats)


def _share_seats(desk: Desk) -> None:
    entitlement.settle_due(desk)
    for event in programme.list_events(desk, since=desk.now):
        free = waiting_list.get_waiting(desk, event.id).free
        if event.state is not EventState.INVITING or free > _FEW:
            continue
        listed = guest_lists.get_guest_list(desk, event.id).guests
        no = [g.client_id for g in listed if g.included and g.partstat is PartStat.DECLINED]
        for client_id in no[:2]:  # they thought better of it, with one more than there are seats
            waiting_list.add_waiting(desk, event_id=event.id, client_id=client_id, party=free + 1)
        return
