"""A complaint typed but not saved yet: kept among the hidden rows, one per person and form.

The shared `draft` table is not for this: it would show others that a complaint is coming.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.models import PrivateDraft


def keep_draft(
    desk: Desk, form: str, values: Mapping[str, Any], *, object_id: UUID | None = None
) -> None:
    """Keep what was typed (plain JSON values); nothing typed is no draft."""
    row = _row(desk, form, object_id)
    if not any(values.values()):
        drop_draft(desk, form, object_id=object_id)
        return
    if row is None:
        row = PrivateDraft(staff_id=desk.actor.id, form=form, object_id=object_id)
        desk.session.add(row)
    row.values, row.saved_at = dict(values), desk.now
    desk.session.flush()


def get_draft(desk: Desk, form: str, *, object_id: UUID | None = None) -> Mapping[str, Any]:
    """What this person typed before, or nothing."""
    row = _row(desk, form, object_id)
    return dict(row.values) if row is not None else {}


def drop_draft(desk: Desk, form: str, *, object_id: UUID | None = None) -> None:
    """It was saved, or thrown away on purpose."""
    row = _row(desk, form, object_id)
    if row is not None:
        desk.session.delete(row)
        desk.session.flush()


def _row(desk: Desk, form: str, object_id: UUID | None) -> PrivateDraft | None:
    wanted = (
        PrivateDraft.object_id.is_(None)
        if object_id is None
        else PrivateDraft.object_id == object_id
    )
    return desk.session.scalars(
        select(PrivateDraft).where(
            PrivateDraft.staff_id == desk.actor.id, PrivateDraft.form == form, wanted
        )
    ).first()
