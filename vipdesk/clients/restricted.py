"""A restricted client: the data is kept and nobody changes it until the restriction is lifted.

The guard stands below the verbs, at the flush, so that no verb can forget to ask. Incoming
answers, complaints, consents and requests pass: the client still has a voice.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import Session

from vipdesk.errors import UserError
from vipdesk.models import (
    ChannelPreference,
    Client,
    ContactPoint,
    Fact,
    Interaction,
    Interest,
    PersonAround,
    Promise,
    Purchase,
)
from vipdesk.wording import say

_KEPT = (
    ChannelPreference, ContactPoint, Fact, Interaction, Interest, PersonAround, Promise, Purchase,
)  # fmt: skip
# What restricting, lifting and erasing themselves write.
_ITS_OWN = frozenset({"restricted_at", "erased_at"})
_FEW = 500  # ids in one IN (…)


def restricted_among(session: Session, client_ids: set[UUID]) -> set[UUID]:
    """Which of these clients are restricted."""
    found: set[UUID] = set()
    ids = list(client_ids)
    for start in range(0, len(ids), _FEW):
        part = Client.id.in_(ids[start : start + _FEW])
        found.update(
            session.scalars(
                select(Client.id).where(part, Client.restricted_at.is_not(None)),
                execution_options={"autoflush": False},
            )
        )
    return found


def _refuse(session: Session, _context: object, _instances: object) -> None:
    touched = {
        key
        for row in (*session.new, *session.dirty, *session.deleted)
        if (key := _client_changed(session, row)) is not None
    }
    if touched and restricted_among(session, touched):
        raise UserError(
            say(
                "This client’s data is restricted: it is kept and not changed. Lift the "
                "restriction first."
            )
        )


def _client_changed(session: Session, row: Any) -> UUID | None:
    """Whose profile a pending row changes; None for what may always be written."""
    if isinstance(row, _KEPT):
        if row in session.dirty and not session.is_modified(row):
            return None
        if isinstance(row, Interaction) and not row.text and not row.two_way:
            return None  # the outbox notes that something had already left
        return row.client_id
    if isinstance(row, Client) and row in session.dirty:
        changed = {a.key for a in inspect(row).attrs if a.history.has_changes()}
        return row.id if changed - _ITS_OWN and not changed & _ITS_OWN else None
    return None


event.listen(Session, "before_flush", _refuse)
