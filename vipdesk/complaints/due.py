"""What is due on the private track: for Today, and for the jobs that keep its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import clocks, flags, history, sight
from vipdesk.complaints.flags import name_of
from vipdesk.models import (
    Client,
    Complaint,
    ComplaintClock,
    ComplaintPause,
    ComplaintPromise,
    RootCause,
)
from vipdesk.vocabulary import (
    CaseEventKind,
    ClockKind,
    ClockVerdict,
    FlagKind,
    PromiseState,
)


@dataclass(frozen=True, slots=True)
class DueRow:
    """A clock of a complaint that somebody must stop. `due_at` is UTC."""

    complaint_id: UUID
    number: str
    client_id: UUID
    name: Name
    kind: ClockKind
    started_at: datetime
    due_at: datetime
    late: bool
    paused: bool
    owner_id: UUID


def due_clocks(
    desk: Desk, *, until: datetime | None = None, mine_only: bool = True
) -> tuple[DueRow, ...]:
    """The open clocks of complaints this person may see, the nearest first.

    mine_only: of complaints this person owns. until: only those due by then (UTC).
    """
    if not sight.works_here(desk.actor.role):
        return ()
    query = (
        select(ComplaintClock, Complaint, Client)
        .join(Complaint, ComplaintClock.complaint_id == Complaint.id)
        .join(Client, Complaint.client_id == Client.id)
        .where(
            sight.visible(desk),
            ComplaintClock.stopped_at.is_(None),
            ComplaintClock.verdict.in_((ClockVerdict.RUNNING, ClockVerdict.MISSED)),
        )
        .order_by(ComplaintClock.due_at)
    )
    if mine_only:
        query = query.where(Complaint.owner_id == desk.actor.id)
    if until is not None:
        query = query.where(ComplaintClock.due_at <= until)
    paused = _paused(desk)
    return tuple(
        DueRow(
            complaint_id=complaint.id, number=complaint.public_no, client_id=client.id,
            name=name_of(client), kind=clock.kind, started_at=clock.started_at,
            due_at=clock.due_at, late=_late(desk, clock, paused),
            paused=clock.kind in clocks.PAUSABLE and complaint.id in paused,
            owner_id=complaint.owner_id,
        )
        for clock, complaint, client in desk.session.execute(query)
    )  # fmt: skip


def _late(desk: Desk, clock: ComplaintClock, paused: dict[UUID, datetime]) -> bool:
    return clock.verdict is ClockVerdict.MISSED or clocks.overdue(
        clock.due_at, desk.now, kind=clock.kind, paused_since=paused.get(clock.complaint_id)
    )


def _paused(desk: Desk) -> dict[UUID, datetime]:
    """Complaints that wait for the client, and since when."""
    rows = desk.session.execute(
        select(ComplaintPause.complaint_id, ComplaintPause.from_at).where(
            ComplaintPause.to_at.is_(None)
        )
    )
    return {complaint_id: since for complaint_id, since in rows}  # noqa: C416 a row is no pair


@dataclass(frozen=True, slots=True)
class Swept:
    """What a sweep changed."""

    letters: int = 0
    missed: int = 0
    broken: int = 0
    resumed: int = 0
    lifted: int = 0
    told: int = 0  # warnings and escalations
    flagged: int = 0  # flags raised, or passed to a deputy

    def __bool__(self) -> bool:
        return any(
            (self.letters, self.missed, self.broken, self.resumed, self.lifted, self.told,
             self.flagged)
        )  # fmt: skip


def sweep(desk: Desk) -> Swept:
    """Bring the private track up to now; for the jobs, any number of times.

    In this order: letters that left stop their clocks at the moment they left; waiting that
    lasted too long ends; clocks that ran out are missed; promises that ran out are broken
    and flagged; holds whose night has come are lifted; whoever has to know is told.
    """
    # Late: Today reads this file at the start, and only the jobs sweep.
    from vipdesk.complaints import compensation, course, escalation, holds, letters, systemic

    settled = letters.settle_sent(desk)
    resumed = course.end_waiting(desk)
    _stop_found(desk)
    missed = _miss(desk)
    broken = _break_promises(desk)
    lifted = holds.lift_due(desk)
    told = escalation.tell_due(desk)
    flagged = systemic.flag_causes(desk) + compensation.flag_undelivered(desk)
    flagged += flags.climb_unseen(desk)
    return Swept(settled, missed, broken, resumed, lifted, told, flagged)


def _stop_found(desk: Desk) -> None:
    """The clock of the cause stops at the moment at which the cause was named."""
    rows = desk.session.execute(
        select(ComplaintClock, RootCause.coded_at)
        .join(RootCause, RootCause.complaint_id == ComplaintClock.complaint_id)
        .where(
            ComplaintClock.kind == ClockKind.RCA,
            ComplaintClock.stopped_at.is_(None),
        )
    ).all()
    for clock, coded_at in rows:
        at = max(coded_at, clock.started_at)
        clock.verdict, clock.stopped_at = clocks.judged(clock.due_at, at, clock.verdict), at
    desk.session.flush()


def _miss(desk: Desk) -> int:
    rows: Sequence[ComplaintClock] = desk.session.scalars(
        select(ComplaintClock).where(
            ComplaintClock.verdict == ClockVerdict.RUNNING,
            ComplaintClock.stopped_at.is_(None),
            ComplaintClock.due_at < desk.now,
        )
    ).all()
    paused, count = _paused(desk), 0
    for clock in rows:
        if not _late(desk, clock, paused):
            continue
        with sight.only(desk, (clock.complaint_id,)):
            clock.verdict = ClockVerdict.MISSED
            desk.session.flush()
            desk.note("miss_clock", "complaint_clock", clock.id, ("verdict",))
        count += 1
    return count


def _break_promises(desk: Desk) -> int:
    rows = desk.session.execute(
        select(ComplaintPromise, Complaint)
        .join(Complaint, ComplaintPromise.complaint_id == Complaint.id)
        .where(
            ComplaintPromise.state == PromiseState.OPEN,
            ComplaintPromise.due_at < desk.now,
        )
    ).all()
    for promise, complaint in rows:
        with sight.only(desk, (complaint.id,)):
            _break(desk, promise, complaint)
    return len(rows)


def _break(desk: Desk, promise: ComplaintPromise, complaint: Complaint) -> None:
    promise.state, promise.closed_at = PromiseState.BROKEN, desk.now
    desk.session.flush()
    history.write(
        desk, complaint, CaseEventKind.PROMISE, machine=True, state="broken",
        due=promise.due_at.isoformat(),
    )  # fmt: skip
    desk.note("break_promise", "complaint_promise", promise.id, ("state",))
    flags.raise_flag(desk, complaint, FlagKind.BROKEN_PROMISE, machine=True)
