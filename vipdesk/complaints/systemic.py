"""Several complaints of one cause are a matter of the club's own processes: management sees it.

Three of one cause within ninety days are systemic; one client with the same cause twice within a
year is a repeat, however long ago the first one was closed.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import flags, sight
from vipdesk.models import Complaint, ComplaintFlag, RootCause
from vipdesk.vocabulary import ComplaintState, FlagKind

ENOUGH, DAYS, YEAR = 3, timedelta(days=90), timedelta(days=365)
_NOT_COUNTED = (ComplaintState.VOID, ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED)


def flag_causes(desk: Desk) -> int:
    """Flag what the named causes show; for the jobs. Returns how many flags were raised."""
    rows = desk.session.execute(
        select(RootCause, Complaint)
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(
            sight.visible(desk),
            RootCause.origin.is_not(None),
            Complaint.state.not_in(_NOT_COUNTED),
            Complaint.received_at >= desk.now - YEAR,
        )
        .order_by(Complaint.received_at)
    ).all()
    groups: dict[tuple[str, str], list[Complaint]] = defaultdict(list)
    for cause, complaint in rows:
        groups[str(cause.mechanism), str(cause.origin)].append(complaint)
    return sum(_systemic(desk, group) + _repeats(desk, group) for group in groups.values())


def _systemic(desk: Desk, group: list[Complaint]) -> int:
    near = [c for c in group if c.received_at >= desk.now - DAYS]
    if len(near) < ENOUGH or _flagged(desk, near, FlagKind.SYSTEMIC):
        return 0
    return int(flags.raise_flag(desk, near[-1], FlagKind.SYSTEMIC, machine=True))


def _repeats(desk: Desk, group: list[Complaint]) -> int:
    seen, raised = set(), 0
    for complaint in group:
        if complaint.client_id in seen and not _flagged(desk, [complaint], FlagKind.REPEAT):
            raised += flags.raise_flag(desk, complaint, FlagKind.REPEAT, machine=True)
        seen.add(complaint.client_id)
    return raised


def _flagged(desk: Desk, group: list[Complaint], kind: FlagKind) -> bool:
    """Whether one of them bears such a flag, seen or not: it is not raised again and again."""
    there = select(ComplaintFlag.id).where(
        ComplaintFlag.complaint_id.in_([c.id for c in group]), ComplaintFlag.kind == kind
    )
    return desk.session.scalar(there.limit(1)) is not None
