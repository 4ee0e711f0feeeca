"""Whose invitation an answer belongs to."""

from __future__ import annotations

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.events.reply_mail import ReadReply
from vipdesk.models import (
    ContactPoint,
    Event,
    Invitation,
    OutboxMessage,
    PersonAround,
)
from vipdesk.vocabulary import EventState


def match(desk: Desk, read: ReadReply) -> tuple[Invitation | None, bool]:
    """The invitation it answers to: UID → token → In-Reply-To; True if one of these named it.

    A sender with a single open invitation is only a suggestion for the person who looks.
    """
    session = desk.session
    if read.uid:
        found = session.scalars(select(Invitation).where(Invitation.uid == read.uid)).first()
        if found is not None:
            return found, True
    if read.tokens:
        query = select(Invitation).where(Invitation.token.in_(read.tokens)).order_by(Invitation.id)
        found = session.scalars(query).first()
        if found is not None:
            return found, True
    if read.references:
        found = session.scalars(
            select(Invitation)
            .join(OutboxMessage, OutboxMessage.invitation_id == Invitation.id)
            .where(OutboxMessage.message_id.in_(read.references))
            .order_by(Invitation.id)
        ).first()
        if found is not None:
            return found, True
    return _only_open(desk, read.sender or read.attendee), False


def _only_open(desk: Desk, address: str) -> Invitation | None:
    if not address:
        return None
    owners = select(ContactPoint.client_id).where(ContactPoint.normalised == address)
    acting = select(PersonAround.client_id).where(PersonAround.email == address)
    rows = desk.session.scalars(
        select(Invitation)
        .join(Event, Event.id == Invitation.event_id)
        .where(
            or_(Invitation.client_id.in_(owners), Invitation.client_id.in_(acting)),
            Event.ends_at > desk.now,
            Event.state.in_((EventState.INVITING, EventState.CLOSED)),
        )
        .limit(2)
    ).all()
    return rows[0] if len(rows) == 1 else None
