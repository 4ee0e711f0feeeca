"""What a handover of clients leaves behind on the private track, for who may see it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.complaints import sight
from vipdesk.models import Client, Complaint
from vipdesk.vocabulary import ComplaintState

_OPEN = tuple(s for s in ComplaintState if s.is_open)
_CHUNK = 500


def count_to_reassign(
    desk: Desk, client_ids: Sequence[UUID] = (), *, all_of: UUID | None = None
) -> int | None:
    """Open complaints of these clients (or of all that `all_of` leads) owned by their manager.

    A handover does not move them: they need a new owner by the private track's own verb. None
    for who does not work on the private track: not even zero.
    """
    if not sight.works_here(desk.actor.role):
        return None
    owned = (
        select(func.count())
        .select_from(Complaint)
        .join(Client, Client.id == Complaint.client_id)
        .where(
            sight.visible(desk),
            Complaint.state.in_(_OPEN),
            Complaint.owner_id == Client.manager_id,
        )
    )
    if all_of is not None:
        return desk.session.scalar(owned.where(Client.manager_id == all_of)) or 0
    return sum(
        desk.session.scalar(owned.where(Client.id.in_(client_ids[start : start + _CHUNK]))) or 0
        for start in range(0, len(client_ids), _CHUNK)
    )
