"""Words of compensation and of departments' tasks."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class CompensationKind(StrEnum):
    """What is given. Money that was taken wrongly goes back as a refund: it is the client's."""

    REFUND = "refund"
    PRICE_CUT = "price_cut"
    EXCHANGE = "exchange"
    REDO = "redo"
    UPGRADE = "upgrade"
    EXPERIENCE = "experience"
    ATTENTION = "attention"  # a letter by hand, a call by the director
    GIFT = "gift"


class Loss(StrEnum):
    """What the client lost: what is given works best where it is of the same kind."""

    MONEY = "money"
    THING = "thing"
    SERVICE = "service"
    TIME = "time"
    REGARD = "regard"  # was neglected, was not heard


class Authority(IntEnum):
    """Who decides, by how much it costs us."""

    FRONT = 0  # from the catalogue, at once
    MANAGER = 1
    HEAD = 2
    EXECUTIVE = 3


class GrantState(StrEnum):
    """Money put aside, promised, spent, or free again."""

    RESERVED = "reserved"  # offered
    COMMITTED = "committed"  # the client chose
    SETTLED = "settled"  # in the client's hands
    RELEASED = "released"  # refused or taken back


class TaskState(StrEnum):
    """A department's task."""

    OPEN = "open"
    ASKED = "asked"  # asked the requester: its clock stands
    DONE = "done"
    TAKEN_BACK = "taken_back"
