"""What clients asked for outside the usual hours, for Today: the nearest hour first (CL-05)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.access.sight import in_care_of
from vipdesk.clients.names import Name
from vipdesk.giving import OffHoursState
from vipdesk.models import Client, OffHoursRequest, Staff
from vipdesk.wording import NOBODY, Who

OFF_HOURS = "off_hours"


@dataclass(frozen=True, slots=True)
class OffHoursLine:
    """An open request. `owner`: the colleague who has it, nobody if it is one's own."""

    id: UUID
    client_id: UUID
    name: Name
    what: str
    place: str
    wanted_at: datetime
    taken: bool
    late: bool
    owner: Who


def list_off_hours_due(desk: Desk, *, until: datetime, limit: int) -> tuple[OffHoursLine, ...]:
    """Open requests wanted before `until`: one's own and those of clients in care."""
    if not desk.actor.may(Verb.SELECT, "off_hours_request"):
        return ()
    r = OffHoursRequest
    wanted = (
        select(
            r.id, r.client_id, r.what, r.place, r.wanted_at, r.state, r.owner_id, Client.surname,
            Client.given, Client.patronymic, Client.latin_name, Staff,
        )
        .join(Client, Client.id == r.client_id)
        .join(Staff, Staff.id == r.owner_id)
        .where(
            r.state.in_((OffHoursState.ASKED, OffHoursState.ACCEPTED)),
            r.wanted_at < until,
            or_(r.owner_id == desk.actor.id, in_care_of(desk.actor.id, desk.now)),
        )
        .order_by(r.wanted_at, r.id)
        .limit(limit)
    )  # fmt: skip
    return tuple(
        OffHoursLine(
            row.id, row.client_id,
            Name(row.surname, row.given, row.patronymic, row.latin_name),
            row.what, row.place, row.wanted_at, row.state is OffHoursState.ACCEPTED,
            row.wanted_at < desk.now,
            NOBODY if row.owner_id == desk.actor.id else Who.of(row.Staff),
        )
        for row in desk.session.execute(wanted)
    )  # fmt: skip
