"""Whose clients are whose: one condition that the rooms add to their reads."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.models import Client, Staff

if TYPE_CHECKING:
    from sqlalchemy import BindParameter, ColumnElement, SQLColumnExpression


def in_care_of(
    staff_id: UUID | BindParameter[UUID] | SQLColumnExpression[UUID],
    now: datetime | BindParameter[datetime],
) -> ColumnElement[bool]:
    """Clients led by this person, deputised to them, or led by somebody they stand in for now."""
    away = or_(Staff.absent_until.is_(None), Staff.absent_until > now)
    stands_in_for = select(Staff.id).where(Staff.deputy_id == staff_id, away)
    return or_(
        Client.manager_id == staff_id,
        Client.deputy_id == staff_id,
        Client.manager_id.in_(stands_in_for),
    )
