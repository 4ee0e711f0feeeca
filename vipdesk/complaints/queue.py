"""The queue of senior management: flags nobody has seen, and what waits for a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import escalation, flags, sight
from vipdesk.vocabulary import ClockKind, FlagKind, Severity
from vipdesk.wording import NOBODY, Who


@dataclass(frozen=True, slots=True)
class Waiting:
    """One entry. `id` is the flag's or the notice's. Moments are UTC.

    flag: why it was raised, None for an escalation that waits for a decision. due_at: by when
    it must be seen or decided. reason: what was said by who moved it up; clock: or what ran out.
    to_me: addressed to the person at work. climbed: passed on, as nobody looked in time.
    """

    id: UUID
    complaint_id: UUID
    number: str
    name: Name
    severity: Severity
    at: datetime
    due_at: datetime | None
    late: bool
    flag: FlagKind | None = None
    level: int = 1
    clock: ClockKind | None = None
    by: Who = NOBODY
    reason: str = ""
    to_me: bool = True
    climbed: bool = False


def list_queue(desk: Desk) -> tuple[Waiting, ...]:
    """What waits for this person of senior management, by urgency; nothing for other roles.

    The late first, a decision before a flag, then the grave, then what is due sooner.
    """
    if desk.actor.role not in sight.SENIOR:
        return ()
    seen = [
        Waiting(
            f.id, f.complaint_id, f.number, f.name, f.severity, f.raised_at, f.seen_due_at,
            f.seen_due_at is not None and f.seen_due_at < desk.now, flag=f.kind, to_me=f.to_me,
            climbed=f.climbed,
        )
        for f in flags.list_flags(desk)
    ]  # fmt: skip
    decided = [
        Waiting(
            n.id, n.complaint_id, n.number, n.name, n.severity, n.at, n.ack_due, n.late,
            level=n.level, clock=n.clock, by=n.by, reason=n.reason,
        )
        for n in escalation.list_notices(desk)
        if n.ack_due is not None
    ]  # fmt: skip
    return tuple(sorted([*seen, *decided], key=_urgency))


def _urgency(row: Waiting) -> tuple[bool, bool, int, float]:
    due = row.due_at or row.at
    return not row.late, row.flag is not None, int(row.severity), due.timestamp()
