"""A restricted client: the data is kept and nobody changes it until the restriction is lifted.

The guard stands below the verbs, at the flush, so that no verb can forget to ask. Incoming
answers, complaints, consents and requests pass: the client still has a voice. So does who
leads the client: whoever leaves the club hands over all.

Nothing is written to an erased client either: a page that was still open, an undo or a talk
logged without the server would bring personal data back.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import event, inspect, or_, select
from sqlalchemy.orm import Session

from vipdesk.errors import UserError
from vipdesk.models import (
    BenefitOffer,
    BenefitUse,
    ChannelPreference,
    Client,
    ClientDate,
    ClientPhoto,
    ContactPoint,
    DeclinedLink,
    Fact,
    Gift,
    Interaction,
    Interest,
    Introduction,
    NameForm,
    PersonAround,
    Promise,
    Purchase,
)
from vipdesk.wording import say

_KEPT = (
    BenefitOffer, BenefitUse, ChannelPreference, ClientDate, ClientPhoto, ContactPoint,
    DeclinedLink, Fact, Gift, Interaction, Interest, Introduction, NameForm, PersonAround,
    Promise, Purchase,
)  # fmt: skip
# What restricting, lifting and erasing themselves write.
_ITS_OWN = frozenset({"restricted_at", "erased_at"})
# What a handover writes.
_WHO_LEADS = frozenset({"manager_id", "deputy_id"})
_WHO_OWES = frozenset({"owner_id"})
_FEW = 500  # ids in one IN (…)


def _shut_among(session: Session, client_ids: set[UUID]) -> list[bool]:
    """For each of these clients that is restricted or erased: whether it is erased."""
    found: list[bool] = []
    ids = list(client_ids)
    for start in range(0, len(ids), _FEW):
        wanted = select(Client.erased_at.is_not(None)).where(
            Client.id.in_(ids[start : start + _FEW]),
            or_(Client.restricted_at.is_not(None), Client.erased_at.is_not(None)),
        )
        found += session.scalars(wanted, execution_options={"autoflush": False})
    return found


def _follow_merges(session: Session) -> None:
    """What is noted for a client who was merged meanwhile belongs to the one who stays."""
    new = [row for row in session.new if isinstance(row, _KEPT) and row.client_id is not None]
    ids = {row.client_id for row in new}
    if not ids:
        return
    stays: dict[UUID, UUID] = {}
    listed = list(ids)
    for start in range(0, len(listed), _FEW):
        wanted = select(Client.id, Client.merged_into_id).where(
            Client.id.in_(listed[start : start + _FEW]), Client.merged_into_id.is_not(None)
        )
        rows = session.execute(wanted, execution_options={"autoflush": False})
        stays |= {client_id: into for client_id, into in rows if into is not None}
    for row in new:
        row.client_id = stays.get(row.client_id, row.client_id)


def _refuse(session: Session, _context: object, _instances: object) -> None:
    _follow_merges(session)
    touched = {
        key
        for row in (*session.new, *session.dirty, *session.deleted)
        if (key := _client_changed(session, row)) is not None
    }
    shut = _shut_among(session, touched) if touched else []
    if any(shut):
        raise UserError(say("This client has been erased: nothing can be added any more."))
    if shut:
        raise UserError(
            say(
                "This client’s data is restricted: it is kept and not changed. Lift the "
                "restriction first."
            )
        )


def _client_changed(session: Session, row: Any) -> UUID | None:
    """Whose profile a pending row changes; None for what may always be written."""
    if isinstance(row, _KEPT):
        if row in session.dirty and _changed(row) <= (
            _WHO_OWES if isinstance(row, Promise) else frozenset()
        ):
            return None
        if isinstance(row, Interaction) and not row.text and not row.two_way:
            return None  # the outbox notes that something had already left
        return row.client_id
    if isinstance(row, Client) and row in session.dirty:
        changed = _changed(row)
        return row.id if changed - _ITS_OWN - _WHO_LEADS and not changed & _ITS_OWN else None
    return None


def _changed(row: Any) -> set[str]:
    return {a.key for a in inspect(row).attrs if a.history.has_changes()}


event.listen(Session, "before_flush", _refuse)
