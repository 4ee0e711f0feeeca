"""Which clock of a complaint is due next, as a condition for the database."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, or_
from sqlalchemy.orm import aliased

from vipdesk.models import Complaint, ComplaintClock
from vipdesk.vocabulary import ClockKind, ComplaintState


@cache  # the same expression each time, and a dear one to put together
def is_next() -> ColumnElement[bool]:
    """Whether a `ComplaintClock` is the one of its `Complaint` that runs out next.

    A clock that stands still comes after those of its case that run. At most one clock of a
    case is the next one.
    """
    clock, other = ComplaintClock, aliased(ComplaintClock)
    mine, its = waits(clock), waits(other)
    sooner = or_(
        other.due_at < clock.due_at, and_(other.due_at == clock.due_at, other.id < clock.id)
    )
    earlier = exists().where(
        other.complaint_id == clock.complaint_id,
        other.stopped_at.is_(None),
        or_(its < mine, and_(its == mine, sooner)),
    )
    return and_(clock.stopped_at.is_(None), ~earlier.correlate(clock, Complaint))


def waits(clock: Any) -> ColumnElement[int]:
    """1 for a clock that stands still."""
    still = and_(clock.kind == ClockKind.RESOLUTION, Complaint.state == ComplaintState.WAIT_CLIENT)
    return case((still, 1), else_=0)
