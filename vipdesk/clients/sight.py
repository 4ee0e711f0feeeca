"""What of a client's profile this person may read: the club's rule.

A vault's roles are a convenience; on a team's server the database holds the same line.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients import restricted as _restricted  # noqa: F401 the guard comes with the room
from vipdesk.clients.special import keeps_special
from vipdesk.errors import NotFound
from vipdesk.models import Client
from vipdesk.vocabulary import FactKind, Role, Sensitivity
from vipdesk.wording import say

SPECIAL = frozenset({FactKind.HEALTH, FactKind.DIET, FactKind.FAITH})
_MANAGEMENT = frozenset({Role.HEAD, Role.EXECUTIVE})


def client_of(desk: Desk, client_id: UUID) -> Client:
    """The client's row; `NotFound` if there is none or this person may not see it."""
    client = desk.session.get(Client, client_id)
    if client is None:
        raise no_client()
    return client


def no_client() -> NotFound:
    """The same for one who is not there and one who is hidden."""
    return NotFound(say("This client is not here any more."))


_IN_CARE = select(Client.id).where(
    Client.id == bindparam("client_id"), in_care_of(bindparam("staff_id"), bindparam("now"))
)


def cares_for(desk: Desk, client_id: UUID) -> bool:
    """Whether this person leads the client, or stands in for who does."""
    asked = {"client_id": client_id, "staff_id": desk.actor.id, "now": desk.now}
    return desk.session.scalar(_IN_CARE, asked) is not None


def readable(desk: Desk, *, cares: bool) -> frozenset[Sensitivity]:
    """The sensitivities this person may read of a client they care for or not."""
    if desk.actor.role in _MANAGEMENT:
        return frozenset(Sensitivity)
    if cares:
        return frozenset({Sensitivity.TEAM, Sensitivity.MANAGER})
    return frozenset({Sensitivity.TEAM})


def readable_of(desk: Desk, client_id: UUID) -> frozenset[Sensitivity]:
    """The sensitivities this person may read of a client."""
    if desk.actor.role in _MANAGEMENT:  # whoever they care for
        return readable(desk, cares=False)
    return readable(desk, cares=cares_for(desk, client_id))


def sees_special(desk: Desk, *, cares: bool) -> bool:
    """Health, diet and faith: for who leads the client, and for the head of VIP service.

    Only in a club that keeps them at all.
    """
    return (cares or desk.actor.role is Role.HEAD) and keeps_special(desk)
