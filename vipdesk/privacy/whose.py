"""Which rows of a table are a client's: the conditions that the list of holdings names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from vipdesk.models import (
    Client,
    ClientMerge,
    Complaint,
    ContactPoint,
    DeclinedLink,
    Introduction,
    Invitation,
    NotTheSame,
    PersonAround,
    Reply,
)

Whose = Callable[[UUID], ColumnElement[bool]]


def own(model: Any) -> Whose:
    """Rows that carry the client's key."""

    def condition(client_id: UUID) -> ColumnElement[bool]:
        return model.client_id == client_id  # type: ignore[no-any-return]

    return condition


def of_case(model: Any) -> Whose:
    """Rows that hang on a complaint of the client."""

    def condition(client_id: UUID) -> ColumnElement[bool]:
        cases = select(Complaint.id).where(Complaint.client_id == client_id)
        return model.complaint_id.in_(cases)  # type: ignore[no-any-return]

    return condition


def itself(client_id: UUID) -> ColumnElement[bool]:
    """The client's own row."""
    return Client.id == client_id


def answers(client_id: UUID) -> ColumnElement[bool]:
    """Answers to the client's invitations, and mails from the client that fitted none."""
    sent = select(Invitation.id).where(Invitation.client_id == client_id)
    addresses = select(ContactPoint.normalised).where(
        ContactPoint.client_id == client_id, ContactPoint.normalised != ""
    )
    unmatched = Reply.invitation_id.is_(None) & Reply.attendee.in_(addresses)
    return or_(Reply.invitation_id.in_(sent), unmatched)


def around(client_id: UUID) -> ColumnElement[bool]:
    """People around the client, and the client around others."""
    return or_(PersonAround.client_id == client_id, PersonAround.other_client_id == client_id)


def proposed(client_id: UUID) -> ColumnElement[bool]:
    """Relations that were proposed and declined."""
    return or_(DeclinedLink.client_id == client_id, DeclinedLink.other_client_id == client_id)


def introduced(client_id: UUID) -> ColumnElement[bool]:
    """Introductions, to the client and of the client."""
    return or_(Introduction.client_id == client_id, Introduction.other_client_id == client_id)


def merged(client_id: UUID) -> ColumnElement[bool]:
    """Merges with another client."""
    return or_(ClientMerge.client_id == client_id, ClientMerge.other_client_id == client_id)


def distinct(client_id: UUID) -> ColumnElement[bool]:
    """Notes that two clients are two people."""
    return or_(NotTheSame.client_id == client_id, NotTheSame.other_client_id == client_id)
