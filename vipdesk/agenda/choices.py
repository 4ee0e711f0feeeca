"""Choices of benefits not made yet, for Today: the nearest end first (CO-01, CO-03)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.channels.known import ContactVerdict
from vipdesk.clients.names import Name
from vipdesk.giving import OfferState
from vipdesk.models import BenefitOffer

CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class ChoiceLine:
    """A choice that ends soon. `days` to its last day, below zero where it has lapsed."""

    id: UUID
    client_id: UUID
    name: Name
    title: str
    picks: int
    options: int
    choose_by: date
    days: int
    contact: ContactVerdict | None = None


def list_choices(
    desk: Desk, *, days: int, limit: int, put_off: frozenset[UUID] = frozenset()
) -> tuple[ChoiceLine, ...]:
    """Open choices of clients in care that end within `days`, or have lapsed."""
    if not desk.actor.may(Verb.SELECT, "benefit_offer"):
        return ()
    # Most mornings there is none: one light question, and the room of benefits stays shut.
    soon = select(BenefitOffer.id).where(
        BenefitOffer.state == OfferState.OPEN,
        BenefitOffer.choose_by <= desk.now.date() + timedelta(days=days),
    )
    if desk.session.scalar(soon.limit(1)) is None:
        return ()
    from vipdesk.benefits.choices import list_nudges

    return tuple(
        ChoiceLine(
            n.offer_id, n.client_id, n.name, n.title, n.picks, n.options, n.choose_by, n.days
        )
        for n in list_nudges(desk, days=days, limit=limit + len(put_off))
        if n.offer_id not in put_off
    )[:limit]
