"""What became due between two moments: the jobs ask, and Today is read again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.changes import Changes
from vipdesk.complaints import sight
from vipdesk.models import ComplaintClock, Promise
from vipdesk.vocabulary import ClockVerdict, PromiseState

# Not a table: 'the hour turned', for pages that show hours.
CLOCK = "clock"
_NOBODY = UUID(int=0)
_QUARTER = 900


def became_due(desk: Desk, since: datetime) -> Changes:
    """Promises and clocks whose moment came after `since` (UTC) and up to now.

    Also ('clock', nil) when a quarter of an hour turned: hours open and close at those.
    """
    found: set[tuple[str, UUID]] = set()
    promises = select(Promise.id).where(
        Promise.state == PromiseState.OPEN, Promise.due_at > since, Promise.due_at <= desk.now
    )
    found |= {("promise", i) for i in desk.session.scalars(promises)}
    if sight.works_here(desk.actor.role):
        clocks = select(ComplaintClock.id).where(
            ComplaintClock.verdict == ClockVerdict.RUNNING,
            ComplaintClock.due_at > since,
            ComplaintClock.due_at <= desk.now,
        )
        found |= {("complaint_clock", i) for i in desk.session.scalars(clocks)}
    if since.timestamp() // _QUARTER != desk.now.timestamp() // _QUARTER:
        found.add((CLOCK, _NOBODY))
    return Changes(frozenset(found))
