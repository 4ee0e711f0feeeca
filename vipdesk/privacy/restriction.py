"""Restriction of processing (GDPR 18; 152-ФЗ 21: blocking): kept, and not used.

What it means is enforced where things happen: `channels.gate` lets nothing out, not even with
a reason; `clients.restricted` refuses changes; health does not score; nobody is proposed for a
guest list or a call. The client's own voice passes: answers, complaints, consents, requests.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import Conflict
from vipdesk.models import OutboxMessage, PrivateMessage
from vipdesk.privacy.requests import add_request
from vipdesk.privacy.sight import need_care, need_leader
from vipdesk.vocabulary import Channel, OutboxState, PrivacyRight, RestrictionGround
from vipdesk.wording import say


def restrict_client(
    desk: Desk, client_id: UUID, *, ground: RestrictionGround, channel: Channel | None = None
) -> UUID:
    """From now on the data is kept and not used. Returns the request's id.

    Messages that wait are held; one that is being sent at this very moment may still leave.
    """
    need_care(desk, client_id)
    client = client_of(desk, client_id)
    if client.restricted_at is not None:
        raise Conflict(say("This client is already restricted."))
    client.restricted_at = desk.now
    desk.session.flush()
    _hold_messages(desk, client_id)
    desk.note("restrict_client", "client", client_id, ("restricted_at", str(ground)))
    return add_request(
        desk, client_id, PrivacyRight.RESTRICT, channel=channel, ground=ground, done=True
    )


def lift_restriction(desk: Desk, client_id: UUID) -> UUID:
    """The data may be used again. The client is told before (GDPR 18 (3)); held mail goes on."""
    need_leader(desk)
    client = client_of(desk, client_id)
    if client.restricted_at is None:
        raise Conflict(say("This client is not restricted."))
    client.restricted_at = None
    desk.session.flush()
    desk.note("lift_restriction", "client", client_id, ("restricted_at",))
    return add_request(desk, client_id, PrivacyRight.LIFT, done=True)


def _hold_messages(desk: Desk, client_id: UUID) -> None:
    """A call or a letter to do by hand must not stay on anybody's list."""
    outboxes: tuple[Any, ...] = (OutboxMessage, PrivateMessage)
    for outbox in outboxes:
        waiting = outbox.state.in_((OutboxState.QUEUED, OutboxState.TO_DO))
        mine = select(outbox).where(outbox.client_id == client_id, waiting)
        for row in desk.session.scalars(mine):
            row.state = OutboxState.HELD
    desk.session.flush()
