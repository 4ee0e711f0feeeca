"""The board in a team: the database finds the order and the rows, behind the door.

The door's views are read whole by every look at them; its procedures reach a hundred cases by
an index, and show to nobody more than the door does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ARRAY,
    ColumnClause,
    Integer,
    String,
    Uuid,
    bindparam,
    column,
    func,
    select,
    text,
)

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import cases
from vipdesk.complaints.cases import ComplaintRow
from vipdesk.models import Client, Complaint, ComplaintClock, Staff, Tier
from vipdesk.vocabulary import FlagKind
from vipdesk.wording import Who

_DUE = text(
    "SELECT vip_api.due_cases(:live, CAST(:clients AS uuid[]), CAST(:number AS text),"
    " CAST(:most AS integer))"
)


def due_cases(
    desk: Desk,
    *,
    live_only: bool,
    clients: Sequence[UUID] | None,
    number: str | None,
    most: int | None,
) -> list[UUID]:
    """Cases by their next due, then those of which nothing is due, the newest first.

    clients, number: of one of these clients or of this number; None is all. most: None is all.
    """
    asked = {
        "live": live_only,
        "clients": None if clients is None else list(clients),
        "number": number,
        "most": most,
    }
    return list(desk.session.scalars(_DUE, asked))


def _typed(*columns: Any) -> list[ColumnClause[Any]]:
    return [column(one.key, one.type) for one in columns]


_CASE = _typed(
    Complaint.id, Complaint.public_no, Complaint.state, Complaint.severity, Complaint.category,
    Complaint.restricted, Complaint.received_at, Complaint.owner_id, Complaint.client_id,
    ComplaintClock.kind, ComplaintClock.round, ComplaintClock.started_at, ComplaintClock.due_at,
    ComplaintClock.verdict,
)  # fmt: skip
_K = func.vip_api.case_rows(bindparam("cases", type_=ARRAY(Uuid()))).table_valued(
    *_CASE, column("paused_since", ComplaintClock.due_at.type), column("flags", ARRAY(String())),
    column("unseen", Integer()), name="k",
)  # fmt: skip
_ROWS = (
    select(
        _K,
        Client.surname, Client.given, Client.patronymic, Client.latin_name, Client.title,
        Client.gender, Client.address_form,
        Staff.given.label("owner_given"), Staff.surname.label("owner_surname"),
        Staff.latin_name.label("owner_latin"), Tier.rank,
    )
    .join(Client, Client.id == _K.c.client_id)
    .join(Staff, Staff.id == _K.c.owner_id)
    .outerjoin(Tier, Tier.id == Client.tier_id)
)  # fmt: skip


def rows_of(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, ComplaintRow]:
    """The rows of these cases, by their keys; what the person may not see is left out."""
    found = desk.session.execute(_ROWS, {"cases": list(ids)})
    return {row.id: _row(desk, row) for row in found}


def _row(desk: Desk, row: Any) -> ComplaintRow:
    name = Name(
        row.surname, row.given, row.patronymic, row.latin_name, row.title, row.gender,
        row.address_form,
    )  # fmt: skip
    clock = None
    if row.due_at is not None:
        clock = cases.shown_clock(
            desk, row.kind, row.round, row.started_at, row.due_at, None, row.verdict,
            row.paused_since,
        )  # fmt: skip
    return ComplaintRow(
        row.id, row.public_no, row.client_id, name, row.rank, row.state, row.severity,
        row.category, row.restricted, row.owner_id,
        Who(f"{row.owner_given} {row.owner_surname}".strip(), row.owner_latin), row.received_at,
        clock, tuple(FlagKind(kind) for kind in dict.fromkeys(row.flags or ())), row.unseen or 0,
    )  # fmt: skip
