"""What the complaints of a few clients weigh, asked of a team's database in one go.

The door's views are read whole by every look at them; its procedure reaches a client's cases by
an index, and shows to nobody more than the door does. The rules are those of `case_facts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, DateTime, Integer, String, Uuid, bindparam, column, func, select

from vipdesk.access import Desk
from vipdesk.health.case_facts import Case, Kept, weighed
from vipdesk.health.formula import Formula
from vipdesk.models import Complaint
from vipdesk.vocabulary import FlagKind, PromiseState

_COLUMNS = (
    Complaint.id, Complaint.client_id, Complaint.public_no, Complaint.severity, Complaint.state,
    Complaint.received_at, Complaint.closed_at, Complaint.reopen_count,
)  # fmt: skip
_MOMENT = Complaint.received_at.type
_FOUND = func.vip_api.weighed_cases(
    bindparam("clients", type_=ARRAY(Uuid())), bindparam("now", type_=DateTime(timezone=True))
).table_valued(
    *(column(one.key, one.type) for one in _COLUMNS),
    column("apart", Integer()), column("last_at", _MOMENT), column("flags", ARRAY(String())),
    column("overdue", _MOMENT), column("confirmed", Integer()),
    column("promised", ARRAY(String())), column("promised_by", ARRAY(DateTime(timezone=True))),
    name="k",
)  # fmt: skip
_CASES = select(_FOUND)


def weigh(
    desk: Desk, f: Formula, client_ids: Sequence[UUID]
) -> tuple[list[Case], list[tuple[UUID, int, Kept]]]:
    """The complaints that weigh, and counts of the promises made within each."""
    rows = desk.session.execute(_CASES, {"clients": list(client_ids), "now": desk.now}).all()
    cases = [
        weighed(
            row, row.last_at, [FlagKind(kind) for kind in row.flags or ()], row.overdue,
            confirmed=bool(row.confirmed),
        )
        for row in rows
    ]  # fmt: skip
    since = desk.now - timedelta(days=f.promises["window_days"])
    return cases, [
        (row.client_id, int(row.apart), Kept(*counts))
        for row in rows
        for counts in _counts(row, since, desk.now)
    ]


def _counts(row: Any, since: datetime, now: datetime) -> Iterator[tuple[int, int, int]]:
    """(kept, counted, overdue) of each promise that falls into the window."""
    for word, due_at in zip(row.promised or (), row.promised_by or (), strict=True):
        state = PromiseState(word)
        still, was_kept = state is PromiseState.OPEN, state is PromiseState.KEPT
        if (due_at > since or still) and (due_at <= now or was_kept):
            late = still and due_at < now
            counted = late or was_kept or state is PromiseState.BROKEN
            yield int(was_kept), int(counted), int(late)
