"""Who answers for privacy in a club, and what a request may gather.

The whole of what is held, and what cannot be taken back, is for the head of VIP service and
the executive. A club of one person's own has neither: who works there alone answers alone.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, true

from vipdesk.access import Desk
from vipdesk.clients.sight import cares_for
from vipdesk.complaints import sight as cases
from vipdesk.errors import UserError
from vipdesk.models import (
    Complaint,
    HealthSnapshot,
    Letter,
    PrivateMessage,
    Staff,
    StaffRelative,
)
from vipdesk.privacy.holdings import Holding
from vipdesk.vocabulary import Role
from vipdesk.wording import say

LEADERS = frozenset({Role.HEAD, Role.EXECUTIVE})


def is_leader(desk: Desk) -> bool:
    """Whether this person answers for privacy: by role, or because nobody else is there to."""
    if desk.actor.role in LEADERS:
        return True
    leading = select(Staff.id).where(Staff.role.in_(LEADERS), Staff.left_at.is_(None)).limit(1)
    return desk.actor.role is Role.MANAGER and desk.session.scalar(leading) is None


def need_leader(desk: Desk) -> None:
    """Raises `UserError` for everybody else."""
    if not is_leader(desk):
        raise UserError(
            say("This is for the head of VIP service or an executive. Ask one of them.")
        )


def need_care(desk: Desk, client_id: UUID) -> None:
    """Who leads the client (or stands in), or answers for privacy. Raises `UserError`."""
    if not (cares_for(desk, client_id) or is_leader(desk)):
        raise UserError(say("This is for the client’s own manager. Ask them."))


def readable_rows(desk: Desk, held: Holding) -> ColumnElement[bool] | None:
    """What of a table of the private track this person may read; None: nothing at all.

    Nothing and not allowed look the same: no chapter, no count, no sentence. Assessments are
    for who answers for privacy, because a complaint may have gone into the number.
    """
    if not held.hidden:
        return true()
    if not cases.works_here(desk.actor.role):
        return None
    if held.model in (HealthSnapshot, StaffRelative) and is_leader(desk):
        return true()
    own: dict[Any, ColumnElement[bool] | None] = {
        HealthSnapshot: None, Complaint: cases.visible(desk),
        StaffRelative: StaffRelative.staff_id == desk.actor.id,
    }  # fmt: skip
    if held.model in own:
        return own[held.model]
    seen = select(Complaint.id).where(cases.visible(desk))
    letters = select(Letter.id).where(Letter.complaint_id.in_(seen))
    return (
        PrivateMessage.letter_id.in_(letters) if held.model is PrivateMessage
        else held.model.complaint_id.in_(seen)
    )  # fmt: skip
