"""What complaints of a period tell: where it hurts, who is on time, what we keep. CP, RP-01…06.

Everybody counts the cases they may see. Below the executives a cell of fewer than five clients
is not shown; such cells are put together, and if they are still too few the next smallest goes
with them, so that nothing can be found by subtraction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from vipdesk.access import Desk
from vipdesk.complaints import sight
from vipdesk.complaints.survival import TOO_FEW, Lasting, Part, lasting, part
from vipdesk.learning import Mechanism, Origin
from vipdesk.models import (
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
    DepartmentTask,
    RootCause,
)
from vipdesk.vocabulary import (
    ClockKind,
    ClockVerdict,
    ComplaintState,
    FlagKind,
    PromiseState,
    Role,
)

TIMED = (ClockKind.ACK, ClockKind.FIRST, ClockKind.RESOLUTION)
_DECIDED = (ComplaintState.RESOLVED, ComplaintState.CLOSED, ComplaintState.CLOSED_UNRESOLVED)
_NOT_COUNTED = (ComplaintState.VOID, ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED)


@dataclass(frozen=True, slots=True)
class Cell:
    """So many of one kind. key: None for the rare ones put together. good: how many went well."""

    key: Any
    count: int
    good: int = 0


@dataclass(frozen=True, slots=True)
class Cause:
    """A root cause: what happened and where it came from."""

    mechanism: Mechanism
    origin: Origin


class Kept(StrEnum):
    """What became of a promise."""

    KEPT = "kept"
    MOVED = "moved"
    BROKEN = "broken"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of the complaints received in a period. Lists: the most first.

    few: too few clients for this person; nothing but this is told then. promises: by `Kept`.
    times: seconds by the clock, and how many were in time. first_level: decided without being
    moved up; None where too few clients stand behind it.
    """

    few: bool
    count: int = 0
    open: int = 0
    categories: tuple[Cell, ...] = ()
    causes: tuple[Cell, ...] = ()
    no_cause: int = 0
    departments: tuple[Cell, ...] = ()
    promises: tuple[Cell, ...] = ()
    times: tuple[tuple[ClockKind, Lasting, Part], ...] = ()
    first_level: Part | None = None
    repeated: Part | None = None


def get_statistics(desk: Desk, *, since: datetime, until: datetime) -> Statistics:
    """Of what was received from `since` (UTC) and before `until`; nothing for other roles."""
    if not sight.works_here(desk.actor.role):
        return Statistics(few=False)
    inside = (
        sight.visible(desk),
        Complaint.received_at >= since,
        Complaint.received_at < until,
        Complaint.state.not_in(_NOT_COUNTED),
    )
    rows = desk.session.execute(
        select(
            Complaint.id, Complaint.client_id, Complaint.category, Complaint.state,
            Complaint.level, Complaint.repeat_of_id,
        ).where(*inside)
    ).all()  # fmt: skip
    least = 1 if desk.actor.role is Role.EXECUTIVE else TOO_FEW
    if 0 < len({r.client_id for r in rows}) < least:
        return Statistics(few=True)
    decided = [r for r in rows if r.state in _DECIDED]
    causes = _causes(desk, inside)
    flagged = _repeated(desk, inside)
    return Statistics(
        few=False,
        count=len(rows),
        open=sum(r.state.is_open for r in rows),
        categories=cells(((r.category, r.client_id, False) for r in rows), least),
        causes=cells(((c, client, False) for c, client in causes), least),
        no_cause=max(0, len(rows) - len(causes)),
        departments=_departments(desk, inside, least),
        promises=_promises(desk, inside, least),
        times=_times(desk, inside, least),
        first_level=_share(((r.client_id, r.level == 1) for r in decided), least),
        repeated=_share(
            ((r.client_id, r.id in flagged or r.repeat_of_id is not None) for r in rows), least
        ),
    )


def recent(desk: Desk, *, days: int) -> Statistics:
    """Of the last `days`, up to now."""
    return get_statistics(desk, **span(desk, days))


def span(desk: Desk, days: int) -> dict[str, datetime]:
    """The last `days` as `since` and `until`."""
    return {"since": desk.now - timedelta(days=days), "until": desk.now + timedelta(seconds=1)}


def cells(rows: Iterable[tuple[Any, UUID, bool]], least: int) -> tuple[Cell, ...]:
    """Rows of (kind, client, whether it went well) counted; those of too few clients together."""
    counts: dict[Any, list[int]] = defaultdict(lambda: [0, 0])
    clients: dict[Any, set[UUID]] = defaultdict(set)
    for key, client_id, good in rows:
        counts[key][0] += 1
        counts[key][1] += good
        clients[key].add(client_id)
    rising = sorted(counts, key=lambda k: (len(clients[k]), counts[k][0], str(k)))
    rare: list[Any] = []
    together: set[UUID] = set()
    for key in rising:
        enough = len(clients[key]) >= least and (not rare or len(together) >= least)
        if enough:
            break
        rare.append(key)
        together |= clients[key]
    if rare and len(together) < least:
        return ()
    shown = [Cell(k, *counts[k]) for k in counts if k not in rare]
    shown.sort(key=lambda c: (-c.count, str(c.key)))
    if rare:
        shown.append(Cell(None, sum(counts[k][0] for k in rare), sum(counts[k][1] for k in rare)))
    return tuple(shown)


Inside = tuple[ColumnElement[bool], ...]


def _causes(desk: Desk, inside: Inside) -> list[tuple[Cause, UUID]]:
    rows = desk.session.execute(
        select(RootCause.mechanism, RootCause.origin, Complaint.client_id)
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(*inside, RootCause.mechanism.is_not(None), RootCause.origin.is_not(None))
    )
    return [
        (Cause(mechanism, origin), client_id)
        for mechanism, origin, client_id in rows
        if mechanism is not None and origin is not None
    ]


def _repeated(desk: Desk, inside: Inside) -> set[UUID]:
    rows = desk.session.scalars(
        select(ComplaintFlag.complaint_id)
        .join(Complaint, ComplaintFlag.complaint_id == Complaint.id)
        .where(*inside, ComplaintFlag.kind == FlagKind.REPEAT)
    )
    return set(rows)


def _departments(desk: Desk, inside: Inside, least: int) -> tuple[Cell, ...]:
    """Tasks that are done or late; `good` is done in time. One still in its time counts not."""
    rows = desk.session.execute(
        select(
            DepartmentTask.department, Complaint.client_id, DepartmentTask.done_at,
            DepartmentTask.due_at, DepartmentTask.asked_at,
        )
        .join(Complaint, DepartmentTask.complaint_id == Complaint.id)
        .where(*inside)
    )  # fmt: skip
    judged = [
        (name, client_id, done is not None and done <= due)
        for name, client_id, done, due, asked in rows
        if done is not None or (asked is None and due < desk.now)
    ]
    return cells(judged, least)


def _promises(desk: Desk, inside: Inside, least: int) -> tuple[Cell, ...]:
    rows = desk.session.execute(
        select(ComplaintPromise.state, Complaint.client_id)
        .join(Complaint, ComplaintPromise.complaint_id == Complaint.id)
        .where(*inside)
    )
    became = {
        PromiseState.KEPT: Kept.KEPT,
        PromiseState.RENEGOTIATED: Kept.MOVED,
        PromiseState.BROKEN: Kept.BROKEN,
        PromiseState.OPEN: Kept.OPEN,
    }
    return cells(((became[s], c, False) for s, c in rows if s in became), least)


def _share(rows: Iterable[tuple[UUID, bool]], least: int) -> Part | None:
    """None where either side is of too few clients for this person."""
    yes: list[UUID] = []
    no: list[UUID] = []
    for client_id, good in rows:
        (yes if good else no).append(client_id)
    if any(0 < len(set(side)) < least for side in (yes, no)):
        return None
    return part(len(yes), len(yes) + len(no))


def _times(desk: Desk, inside: Inside, least: int) -> tuple[tuple[ClockKind, Lasting, Part], ...]:
    """From start to stop, the open ones as long as they last, and how many were in time."""
    rows = desk.session.execute(
        select(
            ComplaintClock.kind, ComplaintClock.started_at, ComplaintClock.stopped_at,
            ComplaintClock.verdict, Complaint.client_id,
        )
        .join(Complaint, ComplaintClock.complaint_id == Complaint.id)
        .where(*inside, ComplaintClock.kind.in_(TIMED))
    )  # fmt: skip
    samples: dict[ClockKind, list[tuple[float, bool]]] = {kind: [] for kind in TIMED}
    clients: dict[ClockKind, set[UUID]] = {kind: set() for kind in TIMED}
    met, judged = dict.fromkeys(TIMED, 0), dict.fromkeys(TIMED, 0)
    for kind, started, stopped, verdict, client_id in rows:
        lasted = ((stopped or desk.now) - started).total_seconds()
        done = stopped is not None and verdict is not ClockVerdict.CANCELLED
        samples[kind].append((max(0.0, lasted), done))
        clients[kind].add(client_id)
        met[kind] += verdict is ClockVerdict.MET
        judged[kind] += verdict in (ClockVerdict.MET, ClockVerdict.MISSED)
    return tuple(
        (kind, lasting(samples[kind]), part(met[kind], judged[kind]))
        for kind in TIMED
        if len(clients[kind]) >= least
    )
