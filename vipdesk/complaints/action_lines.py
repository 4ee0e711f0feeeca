"""What Today tells of corrective actions: own ones that are due, effects that are to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import and_, or_, select

from vipdesk.access import Desk
from vipdesk.complaints import sight
from vipdesk.models import CorrectiveAction

CHECK_AFTER = timedelta(days=90)
_MOST = 6


@dataclass(frozen=True, slots=True)
class ActionDue:
    """An action on somebody's day. `check`: it is done, and its effect is to be looked at."""

    id: UUID
    text: str
    due_on: date
    check: bool
    late: bool


def list_due_actions(desk: Desk, *, until: date) -> tuple[ActionDue, ...]:
    """Own actions due by a day; for who leads, effects to be checked too. The next first."""
    if not sight.works_here(desk.actor.role):
        return ()
    mine = and_(
        CorrectiveAction.staff_id == desk.actor.id,
        CorrectiveAction.done_at.is_(None),
        CorrectiveAction.due_on <= until,
    )
    wanted = mine
    if desk.actor.role in sight.SENIOR:
        wanted = or_(
            mine,
            and_(
                CorrectiveAction.done_at <= desk.now - CHECK_AFTER,
                CorrectiveAction.checked_at.is_(None),
            ),
        )
    today = desk.now.date()
    rows = desk.session.execute(
        select(
            CorrectiveAction.id, CorrectiveAction.text, CorrectiveAction.due_on,
            CorrectiveAction.done_at,
        )
        .where(wanted)
        .order_by(CorrectiveAction.due_on, CorrectiveAction.id)
        .limit(_MOST)
    )  # fmt: skip
    return tuple(
        ActionDue(
            key, text, (done + CHECK_AFTER).date() if done else due, done is not None,
            done is None and due < today,
        )
        for key, text, due, done in rows
    )  # fmt: skip
