"""'Not today': a line of Today put off by a day or more, for the person who put it off."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import Snooze
from vipdesk.wording import say

LEAST = timedelta(days=1)
LONGEST = timedelta(days=366)
KINDS = frozenset({"call", "choice", "date", "event", "asked", "draft"})
"""What may be put off. A promise is agreed anew with the client, a clock only stopped."""


def snooze(desk: Desk, kind: str, object_id: UUID, *, until: datetime) -> UUID:
    """Put a line off until a moment (UTC), a day ahead at least. `kind`: one of `KINDS`.

    Raises `UserError` on 'until'.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    if until > desk.now + LONGEST:
        raise UserError(say("Put it off by a year at most."), field="until")
    if until < desk.now + LEAST:
        raise UserError(say("Put it off by at least a day."), field="until")
    row = _row(desk, kind, object_id)
    if row is None:
        row = Snooze(id=new_id(), staff_id=desk.actor.id, kind=kind, object_id=object_id)
        desk.session.add(row)
    row.until = until
    desk.session.flush()
    desk.note("snooze", "snooze", row.id, ("kind", "until"))
    return row.id


def wake(desk: Desk, snooze_id: UUID) -> None:
    """The inverse of `snooze`: the line is back at once."""
    row = desk.session.get(Snooze, snooze_id)
    if row is None:
        return
    desk.session.delete(row)
    desk.session.flush()
    desk.note("wake", "snooze", snooze_id, ())


def _row(desk: Desk, kind: str, object_id: UUID) -> Snooze | None:
    query = select(Snooze).where(
        Snooze.staff_id == desk.actor.id, Snooze.kind == kind, Snooze.object_id == object_id
    )
    return desk.session.scalars(query).first()
