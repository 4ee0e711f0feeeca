"""Words of a gathering beyond its kind: the form it takes, what is done at its door."""

from __future__ import annotations

from enum import StrEnum


class EventFormat(StrEnum):
    """How guests spend the hours: two kinds of the same form feel alike."""

    SEATED = "seated"
    STANDING = "standing"
    WORKSHOP = "workshop"  # everybody has something in the hands
    STAGE = "stage"  # guests watch and listen
    OUTDOORS = "outdoors"
    TOUR = "tour"
    ONLINE = "online"


class DoorDeed(StrEnum):
    """What a door desk writes down; nothing is ever changed or removed."""

    IN = "in"  # somebody of the party came in
    UNDO = "undo"  # an earlier deed was a mistake
    WALK_IN = "walk_in"  # somebody who is not on the list was let in
    ASKED = "asked"  # … or waits: a task for the host


class WaitingState(StrEnum):
    """Life of a party on the waiting list."""

    WAITING = "waiting"
    OFFERED = "offered"  # seats are kept for it until the offer runs out
    PROMOTED = "promoted"  # it said yes
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"  # it had said yes, and cancelled: it is not offered again
    REMOVED = "removed"  # taken off by hand
