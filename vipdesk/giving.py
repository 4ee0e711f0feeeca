"""Words of what the club gives: kinds of benefits, states of a choice, ways of a gift."""

from __future__ import annotations

from enum import StrEnum


class BenefitKind(StrEnum):
    """What a benefit of the club is."""

    EXPERIENCE = "experience"
    SERVICE = "service"
    ACCESS = "access"
    PRODUCT = "product"
    LEARNING = "learning"


class OfferState(StrEnum):
    """A choice put before a client; past its day an open one has lapsed."""

    OPEN = "open"
    CHOSEN = "chosen"
    WITHDRAWN = "withdrawn"


class GiftWay(StrEnum):
    """Who gave."""

    GIVEN = "given"  # by us
    RECEIVED = "received"  # from the client


class OffHoursState(StrEnum):
    """How far a request outside the usual hours has come."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DONE = "done"
    DECLINED = "declined"
