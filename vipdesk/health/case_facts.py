"""What complaints weigh in the score, and the promises made within them.

What whoever reads may not see is not there. A few clients of a team are asked for elsewhere
(`cases_in_team`), by the same rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, case, func, not_, or_, select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.complaints.sight import visible
from vipdesk.health.formula import CaseState, Formula
from vipdesk.models import (
    CaseEvent,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
    Staff,
)
from vipdesk.vocabulary import (
    ClockKind,
    ClockVerdict,
    ComplaintState,
    FlagKind,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
)

SEE_ALL = frozenset({Role.HEAD, Role.EXECUTIVE})

# A case about a colleague is in no score that the colleague may read later.
NOBODY, MANAGERS, ALL_HEADS = 0, 1, 2

NOT_A_CASE = (ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED, ComplaintState.VOID)
NOT_DUE = (ClockKind.FOLLOW_UP, ClockKind.OLA, ClockKind.RCA)  # inner ones: late is not overdue
CHUNK = 500  # ids in one IN (…)


@dataclass(frozen=True, slots=True)
class Case:
    """A complaint as it weighs. `leaving`: law, media or leaving was ticked and it is open."""

    id: UUID
    client_id: UUID
    severity: Severity
    state: CaseState
    last_at: datetime
    repeated: bool
    leaving: bool
    kept_apart: int  # from whom, see `ALL_HEADS`
    received_at: datetime
    public_no: str
    due_at: datetime | None  # the earliest clock that ran out


@dataclass(slots=True)
class Kept:
    """Promises due within a year. `overdue`: open ones whose time is over."""

    kept: int = 0
    n: int = 0
    overdue: int = 0

    def add(self, kept: int, n: int, overdue: int) -> None:
        """Put two counts together."""
        self.kept += kept
        self.n += n
        self.overdue += overdue


def cases(desk: Desk, ids: list[UUID] | None) -> list[Case]:
    """Complaints that weigh, those this person may know of."""
    about = aliased(Staff)
    wanted = select(
        Complaint.id, Complaint.client_id, Complaint.public_no, Complaint.severity,
        Complaint.state, Complaint.received_at, Complaint.closed_at, Complaint.reopen_count,
        _apart(about).label("apart"),
    ).outerjoin(about, about.id == Complaint.about_staff_id)  # fmt: skip
    wanted = wanted.where(
        Complaint.state.not_in(NOT_A_CASE), Complaint.received_at <= desk.now, visible(desk)
    )
    rows = list(each(desk, wanted, Complaint.client_id, ids))
    if not rows:
        return []
    few = [row.id for row in rows] if ids is not None and len(rows) <= CHUNK else None
    last = _last_events(desk, few)
    flags = _flags(desk, few)
    overdue, confirmed = _clocks(desk, few)
    return [
        weighed(
            row, last.get(row.id), flags[row.id], overdue.get(row.id), confirmed=row.id in confirmed
        )
        for row in rows
    ]


def weighed(
    row: Any,
    last: datetime | None,
    flags: Collection[FlagKind],
    overdue: datetime | None,
    *,
    confirmed: bool,
) -> Case:
    """A case of its row, its last entry, its flags, and the earliest clock that ran out."""
    state = case_state(row.state, overdue=overdue is not None, confirmed=confirmed)
    is_open = state in (CaseState.OPEN, CaseState.OVERDUE)
    return Case(
        id=row.id,
        client_id=row.client_id,
        severity=row.severity,
        state=state,
        last_at=max(m for m in (row.received_at, row.closed_at, last) if m is not None),
        repeated=row.reopen_count > 0 or FlagKind.REPEAT in flags,
        leaving=is_open and FlagKind.THREAT in flags,
        kept_apart=int(row.apart),
        received_at=row.received_at,
        public_no=row.public_no,
        due_at=overdue if is_open else None,
    )


def _apart(about: type[Staff]) -> Any:
    """From whom a case is kept in what is stored for all: whom it is about may read it one day."""
    return case(
        (about.role.in_(SEE_ALL), ALL_HEADS),
        (
            or_(
                Complaint.restricted == RestrictedClass.CONFLICT,
                Complaint.about_staff_id.is_not(None),
            ),
            MANAGERS,
        ),
        else_=NOBODY,
    )


def case_state(state: ComplaintState, *, overdue: bool, confirmed: bool) -> CaseState:
    """How a state of the private track weighs."""
    if state.is_open:
        return CaseState.OVERDUE if overdue else CaseState.OPEN
    if state is ComplaintState.CLOSED_UNRESOLVED:
        return CaseState.UNRESOLVED
    return CaseState.CONFIRMED if confirmed else CaseState.ACCEPTED


def _last_events(desk: Desk, few: list[UUID] | None) -> dict[UUID, datetime]:
    of = CaseEvent.complaint_id
    wanted = select(of, func.max(CaseEvent.at)).group_by(of)
    return {i: at for i, at in each(desk, wanted, of, few)}  # noqa: C416 rows are not pairs


def _flags(desk: Desk, few: list[UUID] | None) -> defaultdict[UUID, set[FlagKind]]:
    found: defaultdict[UUID, set[FlagKind]] = defaultdict(set)
    wanted = select(ComplaintFlag.complaint_id, ComplaintFlag.kind).where(
        ComplaintFlag.kind.in_((FlagKind.REPEAT, FlagKind.THREAT))
    )
    for complaint_id, kind in each(desk, wanted, ComplaintFlag.complaint_id, few):
        found[complaint_id].add(kind)
    return found


def _clocks(desk: Desk, few: list[UUID] | None) -> tuple[dict[UUID, datetime], set[UUID]]:
    """(the earliest clock that ran out, by complaint; complaints whose follow-up talk was held)."""
    paused = and_(
        Complaint.state == ComplaintState.WAIT_CLIENT, ComplaintClock.kind == ClockKind.RESOLUTION
    )
    late = (
        select(ComplaintClock.complaint_id, func.min(ComplaintClock.due_at))
        .join(Complaint, Complaint.id == ComplaintClock.complaint_id)
        .where(
            ComplaintClock.verdict.in_((ClockVerdict.RUNNING, ClockVerdict.MISSED)),
            ComplaintClock.stopped_at.is_(None),
            ComplaintClock.due_at < desk.now,
            ComplaintClock.kind.not_in(NOT_DUE),
            not_(paused),
        )
        .group_by(ComplaintClock.complaint_id)
    )
    held = select(ComplaintClock.complaint_id).where(
        ComplaintClock.kind == ClockKind.FOLLOW_UP, ComplaintClock.verdict == ClockVerdict.MET
    )
    of = ComplaintClock.complaint_id
    overdue = {i: due for i, due in each(desk, late, of, few)}  # noqa: C416
    return overdue, {row[0] for row in each(desk, held, of, few)}


def case_promises(
    desk: Desk, f: Formula, ids: list[UUID] | None
) -> Iterable[tuple[UUID, int, Kept]]:
    """Promises made within complaints: (client, from whom kept apart, counts)."""
    about = aliased(Staff)
    apart = _apart(about)
    wanted = (
        select(Complaint.client_id, apart, *kept_columns(ComplaintPromise))
        .join(Complaint, Complaint.id == ComplaintPromise.complaint_id)
        .outerjoin(about, about.id == Complaint.about_staff_id)
        .where(due_within(ComplaintPromise), Complaint.state.not_in(NOT_A_CASE))
        .group_by(Complaint.client_id, apart)
    )
    found = Reading.by(Complaint.client_id, wanted.where(visible(desk)))
    for client_id, kept_apart, kept, n, overdue in found.rows(desk, ids, promises_asked(desk, f)):
        yield client_id, int(kept_apart), Kept(int(kept), int(n), int(overdue))


_NOW: BindParameter[datetime] = bindparam("now")


def kept_columns(of: Any) -> tuple[Any, ...]:
    """Sums of a table of promises: kept, counted, overdue. Asked with `promises_asked`."""
    late = and_(of.state == PromiseState.OPEN, of.due_at < _NOW)
    counts = or_(of.state.in_((PromiseState.KEPT, PromiseState.BROKEN)), late)
    return (
        func.sum(case((of.state == PromiseState.KEPT, 1), else_=0)),
        func.sum(case((counts, 1), else_=0)),
        func.sum(case((late, 1), else_=0)),
    )


def due_within(of: Any) -> Any:
    """Due within the year, or open and overdue however long."""
    return and_(
        or_(of.due_at > bindparam("since"), of.state == PromiseState.OPEN),
        or_(of.due_at <= _NOW, of.state == PromiseState.KEPT),
    )


def promises_asked(desk: Desk, f: Formula) -> dict[str, Any]:
    """What the two above are asked with."""
    return {"now": desk.now, "since": desk.now - timedelta(days=f.promises["window_days"])}


@dataclass(frozen=True, slots=True)
class Reading:
    """A read put together once, for all clients and for some: doing it costs as much as asking."""

    every: Any  # a statement, whatever its columns
    some: Any

    @classmethod
    def by(cls, column: Any, wanted: Any) -> Reading:
        """column: of the client."""
        return cls(wanted, wanted.where(column.in_(bindparam("ids", expanding=True))))

    def rows(
        self, desk: Desk, ids: Collection[UUID] | None, asked: Mapping[str, Any]
    ) -> Iterator[Any]:
        """For all or for some clients, in portions an engine takes."""
        if ids is None:
            yield from desk.session.execute(self.every, asked)
            return
        some = list(ids)
        for start in range(0, len(some), CHUNK):
            part = {**asked, "ids": some[start : start + CHUNK]}
            yield from desk.session.execute(self.some, part)


def each(desk: Desk, wanted: Any, column: Any, ids: Collection[UUID] | None) -> Iterable[Any]:
    """Rows of a read, for all or for some clients, in portions an engine takes."""
    if ids is None:
        yield from desk.session.execute(wanted)
        return
    some = list(ids)
    for start in range(0, len(some), CHUNK):
        yield from desk.session.execute(wanted.where(column.in_(some[start : start + CHUNK])))
