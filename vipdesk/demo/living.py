"""What only the club's own verbs make: signed cards, a picture of health to compare with."""

from __future__ import annotations

from datetime import timedelta

from vipdesk.access import Office
from vipdesk.cards.issue import sign_cards
from vipdesk.clock import Clock, SetClock
from vipdesk.demo.club import Club
from vipdesk.health.score import take_snapshot
from vipdesk.store.store import Store
from vipdesk.vocabulary import Role

_BEFORE = timedelta(days=28)


def bring_to_life(store: Store, club: Club, clock: Clock) -> None:
    """Sign the cards that were generated, and keep health as it stood four weeks ago.

    For a vault: the cards' key is sealed in it.
    """
    head = club.staff[Role.HEAD][0]
    Office(store, head, clock).write(sign_cards)
    Office(store, head, SetClock(clock.now() - _BEFORE)).write(take_snapshot)
