"""What the score is made of, read for many clients at once: a dozen queries whatever their number.

Only sums and counts leave the database here; a client's single facts are opened by `explain`.
A complaint that is kept from the client's manager does not count in what the manager reads:
a score that dips without a reason would tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, not_, or_, select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients.names import Name
from vipdesk.complaints.sight import visible
from vipdesk.errors import NotFound
from vipdesk.health.formula import CaseState, Formula
from vipdesk.models import (
    CaseEvent,
    Client,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
    Event,
    Guest,
    GuestList,
    Invitation,
    Promise,
    Purchase,
    Staff,
    Tier,
)
from vipdesk.vocabulary import (
    ClockKind,
    ClockVerdict,
    ComplaintState,
    EventState,
    FlagKind,
    InvitationState,
    PartStat,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
)
from vipdesk.wording import Who, say

READERS = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})
SEE_ALL = frozenset({Role.HEAD, Role.EXECUTIVE})

# A case about a colleague is in no score that the colleague may read later.
NOBODY, MANAGERS, ALL_HEADS = 0, 1, 2

NOT_A_CASE = (ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED, ComplaintState.VOID)
_YEARS_OF_PURCHASES = 3 * 365
_CHUNK = 500  # ids in one IN (…)


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
class Answers:
    """Invitations of a year to events that took place."""

    came: int = 0
    declined: int = 0
    silent: int = 0
    no_show: int = 0

    @property
    def n(self) -> int:
        """Invitations that count."""
        return self.came + self.declined + self.silent + self.no_show


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


@dataclass(frozen=True, slots=True)
class Spending:
    """In minor units of the client's main currency; `known` if last year can be compared."""

    spent: float
    before: float
    median: float
    currency: str
    known: bool


@dataclass(slots=True)
class ClientFacts:
    """Everything the score needs to know of one client; None and () where nothing is on record."""

    id: UUID
    who: Name
    sort_key: str
    tier_ru: str
    tier_en: str
    tier_rank: int
    manager: Who
    manager_id: UUID | None
    has_manager: bool
    cadence: int
    known_since: datetime
    last_contact_at: datetime | None
    spending: Spending | None = None
    answers: Answers | None = None
    cases: tuple[Case, ...] = ()
    promises: Kept | None = None
    case_promises: tuple[tuple[int, Kept], ...] = ()


def check_reader(desk: Desk) -> None:
    """Raise `NotFound` for whoever may not know anybody's health: there is nothing to see."""
    if desk.actor.role not in READERS:
        raise NotFound(say("This page is not part of your role."))


def gather(desk: Desk, f: Formula, client_ids: Collection[UUID] | None = None) -> list[ClientFacts]:
    """Facts of the clients this person may read, or of those among `client_ids`."""
    check_reader(desk)
    found = {c.id: c for c in _clients(desk, f, client_ids)}
    if not found:
        return []
    ids = None if client_ids is None else list(found)
    for name, read in _READS:
        for client_id, value in read(desk, f, ids):
            if client_id in found:
                setattr(found[client_id], name, value)
    weighing = cases(desk, ids)
    for one in weighing:
        if one.client_id in found:
            found[one.client_id].cases += (one,)
    # Promises of cases are read for an executive as a whole: not for clients who have no case.
    for client_id, apart, kept in _case_promises(desk, f, ids) if weighing else ():
        if client_id in found:
            found[client_id].case_promises += ((apart, kept),)
    return list(found.values())


def _clients(desk: Desk, f: Formula, ids: Collection[UUID] | None) -> Iterable[ClientFacts]:
    wanted = (
        select(
            Client.id, Client.surname, Client.given, Client.patronymic, Client.latin_name,
            Client.sort_key,
            Client.cadence_days, Client.created_at, Client.member_since, Client.last_contact_at,
            Tier.name_ru, Tier.name_en, Tier.rank, Tier.cadence_days.label("tier_cadence"),
            Staff.id.label("manager_id"), Staff.given.label("by_given"),
            Staff.surname.label("by_surname"), Staff.latin_name.label("by_latin"), Staff.left_at,
        )
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .outerjoin(Staff, Staff.id == Client.manager_id)
        .where(Client.left_on.is_(None), Client.restricted_at.is_(None))
    )  # fmt: skip
    if desk.actor.role not in SEE_ALL:
        wanted = wanted.where(in_care_of(desk.actor.id, desk.now))
    for row in _each(desk, wanted, Client.id, ids):
        yield ClientFacts(
            id=row.id,
            who=Name(row.surname, row.given, row.patronymic, row.latin_name),
            sort_key=row.sort_key,
            tier_ru=row.name_ru or "",
            tier_en=row.name_en or "",
            tier_rank=row.rank if row.rank is not None else 99,
            manager=Who(f"{row.by_given or ''} {row.by_surname or ''}".strip(), row.by_latin or ""),
            manager_id=row.manager_id,
            has_manager=row.manager_id is not None and row.left_at is None,
            cadence=row.cadence_days or row.tier_cadence or f.default_cadence_days,
            known_since=row.created_at,
            last_contact_at=row.last_contact_at,
        )


def _spending(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Spending]]:
    today = desk.now.date()
    window, year = timedelta(days=f.value["window_days"]), timedelta(days=f.value["year_days"])
    amount = Purchase.amount_minor
    since = today - timedelta(days=_YEARS_OF_PURCHASES)
    valid = and_(Purchase.on_date > since, Purchase.on_date <= today, amount.is_not(None))
    sums = (
        select(
            Purchase.client_id,
            Purchase.amount_currency,
            func.sum(case((Purchase.on_date > today - window, amount), else_=0)),
            func.sum(
                case(
                    (Purchase.on_date.between(today - year - window, today - year), amount), else_=0
                )
            ),
            func.count(),
            func.min(Purchase.on_date),
        )
        .where(valid)
        .group_by(Purchase.client_id, Purchase.amount_currency)
    )
    rows = list(_each(desk, sums, Purchase.client_id, ids))
    medians = _medians(desk, valid, ids) if rows else {}
    best: dict[UUID, tuple[int, Spending]] = {}
    for client_id, currency, spent, before, deals, first in rows:
        one = Spending(
            spent=float(spent or 0),
            before=float(before or 0),
            median=medians.get((client_id, currency), 0.0),
            currency=currency,
            known=first <= today - year,
        )
        if client_id not in best or best[client_id][0] < deals:
            best[client_id] = (deals, one)
    for client_id, (_, one) in best.items():
        yield client_id, one


def _medians(desk: Desk, valid: Any, ids: list[UUID] | None) -> dict[tuple[UUID, str], float]:
    """The usual deal by client and currency: the middle one, or the mean of the middle two."""
    key = (Purchase.client_id, Purchase.amount_currency)
    inner = select(
        *key,
        Purchase.amount_minor.label("amount"),
        func.row_number().over(partition_by=key, order_by=Purchase.amount_minor).label("place"),
        func.count().over(partition_by=key).label("n"),
    ).where(valid)
    if ids is not None and len(ids) <= _CHUNK:
        inner = inner.where(Purchase.client_id.in_(ids))
    ranked = inner.subquery()
    c = ranked.c
    middle = (
        select(c.client_id, c.amount_currency, func.avg(c.amount))
        .where(2 * c.place >= c.n, 2 * c.place <= c.n + 2)
        .group_by(c.client_id, c.amount_currency)
    )
    return {(i, currency): float(m) for i, currency, m in desk.session.execute(middle)}


def _answers(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Answers]]:
    since = desk.now - timedelta(days=f.engagement["window_days"])
    came = Guest.attended.is_(True)
    not_came = or_(Guest.attended.is_(None), Guest.attended.is_(False))
    quiet = Invitation.partstat.in_((PartStat.NEEDS_ACTION, PartStat.TENTATIVE))
    stayed_away = and_(Invitation.partstat == PartStat.ACCEPTED, Guest.attended.is_(False))

    def total(condition: Any) -> Any:
        return func.sum(case((condition, 1), else_=0))

    wanted = (
        select(
            Invitation.client_id,
            total(came),
            total(and_(Invitation.partstat == PartStat.DECLINED, not_came)),
            total(and_(quiet, not_came)),
            total(stayed_away),
        )
        .join(Event, Event.id == Invitation.event_id)
        .outerjoin(GuestList, GuestList.event_id == Invitation.event_id)
        .outerjoin(
            Guest,
            and_(Guest.guest_list_id == GuestList.id, Guest.client_id == Invitation.client_id),
        )
        .where(
            Invitation.state == InvitationState.SENT,
            Event.state != EventState.CANCELLED,
            Event.ends_at > since,
            Event.ends_at <= desk.now,
        )
        .group_by(Invitation.client_id)
    )
    for client_id, *counts in _each(desk, wanted, Invitation.client_id, ids):
        yield client_id, Answers(*(int(n or 0) for n in counts))


def _promises(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Kept]]:
    wanted = (
        select(Promise.client_id, *_kept_columns(desk, Promise))
        .where(_due_within(desk, f, Promise))
        .group_by(Promise.client_id)
    )
    for client_id, kept, n, overdue in _each(desk, wanted, Promise.client_id, ids):
        yield client_id, Kept(int(kept), int(n), int(overdue))


def _case_promises(
    desk: Desk, f: Formula, ids: list[UUID] | None
) -> Iterable[tuple[UUID, int, Kept]]:
    """Promises made within complaints: (client, from whom kept apart, counts)."""
    about = aliased(Staff)
    apart = _apart(about)
    wanted = (
        select(Complaint.client_id, apart, *_kept_columns(desk, ComplaintPromise))
        .join(Complaint, Complaint.id == ComplaintPromise.complaint_id)
        .outerjoin(about, about.id == Complaint.about_staff_id)
        .where(_due_within(desk, f, ComplaintPromise), Complaint.state.not_in(NOT_A_CASE))
        .group_by(Complaint.client_id, apart)
    )
    wanted = wanted.where(visible(desk))
    for client_id, kept_apart, kept, n, overdue in _each(desk, wanted, Complaint.client_id, ids):
        yield client_id, int(kept_apart), Kept(int(kept), int(n), int(overdue))


_READS: tuple[
    tuple[str, Callable[[Desk, Formula, list[UUID] | None], Iterable[tuple[UUID, object]]]], ...
] = (("spending", _spending), ("answers", _answers), ("promises", _promises))


def _kept_columns(desk: Desk, of: Any) -> tuple[Any, ...]:
    late = and_(of.state == PromiseState.OPEN, of.due_at < desk.now)
    counts = or_(of.state.in_((PromiseState.KEPT, PromiseState.BROKEN)), late)
    return (
        func.sum(case((of.state == PromiseState.KEPT, 1), else_=0)),
        func.sum(case((counts, 1), else_=0)),
        func.sum(case((late, 1), else_=0)),
    )


def _due_within(desk: Desk, f: Formula, of: Any) -> Any:
    """Due within the year, or open and overdue however long."""
    since = desk.now - timedelta(days=f.promises["window_days"])
    return and_(
        or_(of.due_at > since, of.state == PromiseState.OPEN),
        or_(of.due_at <= desk.now, of.state == PromiseState.KEPT),
    )


# Complaints -------------------------------------------------------------------------------------


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
    rows = list(_each(desk, wanted, Complaint.client_id, ids))
    if not rows:
        return []
    few = [row.id for row in rows] if ids is not None and len(rows) <= _CHUNK else None
    last = _last_events(desk, few)
    flags = _flags(desk, few)
    overdue, confirmed = _clocks(desk, few)
    found = []
    for row in rows:
        state = case_state(row.state, overdue=row.id in overdue, confirmed=row.id in confirmed)
        is_open = state in (CaseState.OPEN, CaseState.OVERDUE)
        found.append(
            Case(
                id=row.id,
                client_id=row.client_id,
                severity=row.severity,
                state=state,
                last_at=max(
                    m for m in (row.received_at, row.closed_at, last.get(row.id)) if m is not None
                ),
                repeated=row.reopen_count > 0 or FlagKind.REPEAT in flags[row.id],
                leaving=is_open and FlagKind.THREAT in flags[row.id],
                kept_apart=int(row.apart),
                received_at=row.received_at,
                public_no=row.public_no,
                due_at=overdue.get(row.id) if is_open else None,
            )
        )
    return found


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
    return {i: at for i, at in _each(desk, wanted, of, few)}  # noqa: C416 rows are not pairs


def _flags(desk: Desk, few: list[UUID] | None) -> defaultdict[UUID, set[FlagKind]]:
    found: defaultdict[UUID, set[FlagKind]] = defaultdict(set)
    wanted = select(ComplaintFlag.complaint_id, ComplaintFlag.kind).where(
        ComplaintFlag.kind.in_((FlagKind.REPEAT, FlagKind.THREAT))
    )
    for complaint_id, kind in _each(desk, wanted, ComplaintFlag.complaint_id, few):
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
            ComplaintClock.kind.not_in((ClockKind.FOLLOW_UP, ClockKind.OLA, ClockKind.RCA)),
            not_(paused),
        )
        .group_by(ComplaintClock.complaint_id)
    )
    held = select(ComplaintClock.complaint_id).where(
        ComplaintClock.kind == ClockKind.FOLLOW_UP, ComplaintClock.verdict == ClockVerdict.MET
    )
    of = ComplaintClock.complaint_id
    overdue = {i: due for i, due in _each(desk, late, of, few)}  # noqa: C416
    return overdue, {row[0] for row in _each(desk, held, of, few)}


def _each(desk: Desk, wanted: Any, column: Any, ids: Collection[UUID] | None) -> Iterable[Any]:
    """Rows of a read, for all or for some clients, in portions an engine takes."""
    if ids is None:
        yield from desk.session.execute(wanted)
        return
    some = list(ids)
    for start in range(0, len(some), _CHUNK):
        yield from desk.session.execute(wanted.where(column.in_(some[start : start + _CHUNK])))
