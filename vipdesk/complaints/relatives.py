"""Relatives of the staff among the clients, as declared: somebody else decides on compensation.

In a team the grant's own table refuses too (`hold_relative`).
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, select

from vipdesk.access import Desk
from vipdesk.complaints import sight
from vipdesk.errors import UserError
from vipdesk.models import Staff, StaffRelative
from vipdesk.wording import Who, say


@dataclass(frozen=True, slots=True)
class Relative:
    """One of the staff who declared a client. removable: by the person at work."""

    staff_id: UUID
    by: Who
    removable: bool


def declare_relative(desk: Desk, complaint_id: UUID) -> None:
    """Say that the client of a case is one's own relative. A second time changes nothing."""
    complaint = sight.find(desk, complaint_id)
    if is_relative(desk, complaint.client_id):
        return
    row = StaffRelative(
        staff_id=desk.actor.id, client_id=complaint.client_id, declared_at=desk.now
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("declare_relative", "staff_relative", row.id, ("client_id",))


def remove_relative(desk: Desk, complaint_id: UUID, *, staff_id: UUID) -> None:
    """Take a declaration back: the head or an executive, never one's own; in a vault its owner.

    Raises `UserError`.
    """
    complaint = sight.find(desk, complaint_id)
    if not _may_remove(desk, staff_id):
        raise UserError(say("Somebody else takes this back: the head of VIP service."))
    mine = (StaffRelative.staff_id == staff_id, StaffRelative.client_id == complaint.client_id)
    row_id = desk.session.scalar(select(StaffRelative.id).where(*mine))
    if row_id is None:
        return
    desk.session.execute(delete(StaffRelative).where(*mine))
    desk.note("remove_relative", "staff_relative", row_id, ("client_id",))


def is_relative(desk: Desk, client_id: UUID) -> bool:
    """Whether the person at work declared it."""
    mine = select(StaffRelative.id).where(
        StaffRelative.client_id == client_id, StaffRelative.staff_id == desk.actor.id
    )
    return desk.session.scalar(mine) is not None


def declared_by(desk: Desk, client_id: UUID) -> tuple[Relative, ...]:
    """Who declared it; for the head and executives all of them, else oneself."""
    rows = (
        select(Staff)
        .join(StaffRelative, StaffRelative.staff_id == Staff.id)
        .where(StaffRelative.client_id == client_id)
    )
    if desk.actor.role not in sight.SENIOR:
        rows = rows.where(StaffRelative.staff_id == desk.actor.id)
    return tuple(
        Relative(s.id, Who.of(s), _may_remove(desk, s.id)) for s in desk.session.scalars(rows)
    )


def _may_remove(desk: Desk, staff_id: UUID) -> bool:
    alone = desk.session.get_bind().dialect.name == "sqlite"
    return alone or (desk.actor.role in sight.SENIOR and staff_id != desk.actor.id)
