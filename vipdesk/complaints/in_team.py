"""Filing in a team: the database writes the rows, because who files need not see them after.

What only the private track knows (a number that is free, an earlier complaint, health that
was red, another complaint's hold) is found out there and not told here.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from enum import Enum
from typing import Any
from uuid import UUID

from sqlalchemy import text

from vipdesk.access import Desk
from vipdesk.complaints import clocks
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.flags import TOP_RANK
from vipdesk.complaints.holds import HoldSuggestion
from vipdesk.complaints.policy import Rules
from vipdesk.models import Complaint
from vipdesk.store.store import changed
from vipdesk.vocabulary import FlagKind, Severity


def file(
    desk: Desk,
    row: Complaint,
    hold: HoldSuggestion | None,
    rules: Rules,
    *,
    rank: int | None,
    threat: bool,
    about_manager: bool,
) -> tuple[UUID, str]:
    """File `row` (not in the session); returns the id and the number.

    The same submission by the same person again changes nothing and answers the same.
    """
    profile = rules.policy.law(demand=row.demand, category=row.category)
    standing = Standing(rank, row.severity, None if profile is None else profile.answer)
    flags = {
        FlagKind.SEVERE: row.severity is Severity.S1,
        FlagKind.TOP_TIER: rank == TOP_RANK,
        FlagKind.ABOUT_MANAGER: about_manager,
        FlagKind.THREAT: threat,
        FlagKind.REPEAT: row.repeat_of_id is not None,
    }
    told = {
        "complaint": values_of(row),
        "clocks": [
            {
                "kind": kind,
                "started_at": row.received_at,
                "due_at": clocks.due(rules, kind, standing, row.received_at, ()).at,
                "calendar_version": rules.calendar.version,
            }
            for kind in clocks.at_filing(by_law=profile is not None)
        ],
        "history": {"severity": int(row.severity), "threat": threat},
        "flags": [kind for kind, due in flags.items() if due],
        # Told to be a repeat already: the database looks for nothing and flags it once.
        "repeat_since": row.received_at
        + timedelta(days=1 if row.repeat_of_id else -rules.policy.repeat_days),
        "hold": None if hold is None else {"kind": hold.kind, "review_on": hold.review_on},
    }
    found = desk.session.execute(
        text("SELECT id, number FROM vip_api.file_complaint(CAST(:told AS jsonb))"),
        {"told": json.dumps(told, default=_plain, ensure_ascii=False)},
    ).one()
    changed(desk.session, "complaint", found.id)
    return found.id, found.number


def values_of(row: Complaint) -> dict[str, Any]:
    """By column; what was not given has the column's default, as a flush would have it."""
    values = {}
    for column in Complaint.__table__.columns:
        value = getattr(row, column.name)
        if value is None and column.default is not None and column.default.is_scalar:
            value = column.default.arg
        values[column.name] = int(value) if isinstance(value, Severity) else value
    return values


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else str(value)
