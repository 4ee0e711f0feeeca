"""Words of a gathering beyond its kind: the form it takes."""

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
