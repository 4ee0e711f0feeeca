"""Reading the private track: the board by next due, and one case on one screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import (
    clocks,
    history,
    holds,
    owners,
    public_no,
    sight,
    stems,
    timekeeping,
)
from vipdesk.complaints import steps as step
from vipdesk.complaints.flags import name_of
from vipdesk.complaints.history import HistoryRow
from vipdesk.complaints.states import refusal, targets
from vipdesk.models import (
    Client,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    Staff,
    Tier,
)
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintCategory,
    ComplaintState,
    FlagKind,
    Gender,
    HoldKind,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
)
from vipdesk.wording import Say, Who

_OPEN = tuple(s for s in ComplaintState if s.is_open)
_LIVE = (*_OPEN, ComplaintState.RESOLVED)  # the follow-up talk is still to come


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A clock as it is shown. `share` 0…1 of its time is gone; a paused one stands still."""

    kind: ClockKind
    round: int
    started_at: datetime
    due_at: datetime
    stopped_at: datetime | None
    verdict: ClockVerdict
    late: bool
    paused: bool
    share: float


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint on the board. `clock` is the one due next; `unseen` counts flags nobody saw."""

    id: UUID
    number: str
    client_id: UUID
    name: Name
    tier_rank: int | None
    state: ComplaintState
    severity: Severity
    category: ComplaintCategory
    restricted: RestrictedClass
    owner_id: UUID
    owner_name: Who
    received_at: datetime
    clock: ClockRow | None
    flags: tuple[FlagKind, ...]
    unseen: int


def list_complaints(
    desk: Desk, *, live_only: bool = True, client_id: UUID | None = None, text: str = ""
) -> tuple[ComplaintRow, ...]:
    """The complaints this person may see, the next due first; nothing for other roles.

    text: a number as it was typed or dictated, or the beginning of a client's name.
    """
    if not sight.works_here(desk.actor.role):
        return ()
    wanted: list[ColumnElement[bool]] = []
    if live_only:
        wanted.append(Complaint.state.in_(_LIVE))
    if client_id is not None:
        wanted.append(Complaint.client_id == client_id)
    return tuple(sorted(shown_rows(desk, *wanted, text=text), key=_by_next_due))


def shown_rows(
    desk: Desk, *conditions: ColumnElement[bool], text: str = ""
) -> tuple[ComplaintRow, ...]:
    """The visible complaints that meet the conditions, as rows in no order.

    Three statements however many they are (a fourth where somebody waits for the client), and
    only the columns that are shown.
    """
    query = (
        select(*_SHOWN, *_NAMED, *_OWNED, Tier.rank)
        .join(Client, Complaint.client_id == Client.id)
        .join(Staff, Complaint.owner_id == Staff.id)
        .outerjoin(Tier, Client.tier_id == Tier.id)
        .where(sight.visible(desk), *conditions)
    )
    found = [_Shown._make(row) for row in desk.session.execute(query)]
    found = [row for row in found if _matches(row, text)]
    ids = [row.id for row in found]
    waiting = [row.id for row in found if row.state is ComplaintState.WAIT_CLIENT]
    next_clocks, raised = _next_clocks(desk, ids, waiting), _flags(desk, ids)
    return tuple(
        ComplaintRow(
            row.id, row.number, row.client_id, row.name, row.rank, row.state, row.severity,
            row.category, row.restricted, row.owner_id,
            Who(f"{row.owner_given} {row.owner_surname}".strip(), row.owner_latin),
            row.received_at, next_clocks.get(row.id), *raised.get(row.id, ((), 0)),
        )
        for row in found
    )  # fmt: skip


_SHOWN = (
    Complaint.id, Complaint.public_no, Complaint.state, Complaint.severity, Complaint.category,
    Complaint.restricted, Complaint.received_at, Complaint.owner_id, Complaint.client_id,
)  # fmt: skip
_NAMED = (
    Client.surname, Client.given, Client.patronymic, Client.latin_name, Client.title,
    Client.gender, Client.address_form,
)  # fmt: skip
_OWNED = (Staff.given, Staff.surname, Staff.latin_name)


class _Shown(NamedTuple):
    """What is read of a row: `_SHOWN`, `_NAMED`, `_OWNED`, the tier's rank."""

    id: UUID
    number: str
    state: ComplaintState
    severity: Severity
    category: ComplaintCategory
    restricted: RestrictedClass
    received_at: datetime
    owner_id: UUID
    client_id: UUID
    surname: str
    given: str
    patronymic: str
    latin_name: str
    title: str
    gender: Gender | None
    address_form: AddressForm
    owner_given: str
    owner_surname: str
    owner_latin: str
    rank: int | None

    @property
    def name(self) -> Name:
        """The client's name in its parts."""
        return Name(
            self.surname, self.given, self.patronymic, self.latin_name, self.title, self.gender,
            self.address_form,
        )  # fmt: skip


def _by_next_due(row: ComplaintRow) -> tuple[bool, float, UUID]:
    """As the board's own order; of equals by their keys, as a database has them."""
    if row.clock is None:
        return True, -row.received_at.timestamp(), row.id
    return False, row.clock.due_at.timestamp(), row.id


def _matches(row: _Shown, text: str) -> bool:
    if not text.strip():
        return True
    wanted = stems.tokens(text)
    if public_no.read_back(text) == row.number:
        return True
    names = stems.tokens(f"{row.surname} {row.given} {row.patronymic} {row.latin_name}")
    return bool(wanted) and all(any(n.startswith(w) for n in names) for w in wanted)


def _next_clocks(desk: Desk, ids: list[UUID], waiting: list[UUID]) -> dict[UUID, ClockRow]:
    """The clock due next of each; one that stands still comes after those that run."""
    clock = ComplaintClock
    rows = desk.session.execute(
        select(
            clock.complaint_id, clock.kind, clock.round, clock.started_at, clock.due_at,
            clock.verdict,
        )
        .where(clock.complaint_id.in_(ids), clock.stopped_at.is_(None))
        .order_by(clock.due_at, clock.id)
    )  # fmt: skip
    paused = _paused_since(desk, waiting) if waiting else {}
    first: dict[UUID, Any] = {}
    still: dict[UUID, Any] = {}
    for row in rows:
        stands = row[1] in clocks.PAUSABLE and row[0] in paused
        (still if stands else first).setdefault(row[0], row)
    return {
        complaint_id: shown_clock(
            desk, kind, number, started_at, due_at, None, verdict, paused.get(complaint_id)
        )
        for complaint_id, kind, number, started_at, due_at, verdict in {**still, **first}.values()
    }


def _clock_row(desk: Desk, clock: ComplaintClock, paused_since: datetime | None) -> ClockRow:
    return shown_clock(
        desk, clock.kind, clock.round, clock.started_at, clock.due_at, clock.stopped_at,
        clock.verdict, paused_since,
    )  # fmt: skip


def shown_clock(
    desk: Desk,
    kind: ClockKind,
    number: int,
    started_at: datetime,
    due_at: datetime,
    stopped_at: datetime | None,
    verdict: ClockVerdict,
    paused_since: datetime | None,
) -> ClockRow:
    """A clock as it stands now. paused_since: since when its case waits for the client."""
    running = stopped_at is None
    paused = running and paused_since is not None and kind in clocks.PAUSABLE
    late = verdict is ClockVerdict.MISSED or (
        running
        and verdict is ClockVerdict.RUNNING
        and clocks.overdue(due_at, desk.now, kind=kind, paused_since=paused_since)
    )
    now = stopped_at or (paused_since if paused and paused_since else desk.now)
    return ClockRow(
        kind, number, started_at, due_at, stopped_at, verdict, late, paused,
        clocks.share_gone(started_at, due_at, now),
    )  # fmt: skip


def _paused_since(desk: Desk, ids: list[UUID]) -> dict[UUID, datetime]:
    rows = desk.session.execute(
        select(ComplaintPause.complaint_id, ComplaintPause.from_at).where(
            ComplaintPause.complaint_id.in_(ids), ComplaintPause.to_at.is_(None)
        )
    )
    return {complaint_id: since for complaint_id, since in rows}  # noqa: C416 a row is no pair


def _flags(desk: Desk, ids: list[UUID]) -> dict[UUID, tuple[tuple[FlagKind, ...], int]]:
    rows = desk.session.execute(
        select(ComplaintFlag.complaint_id, ComplaintFlag.kind, ComplaintFlag.seen_at)
        .where(ComplaintFlag.complaint_id.in_(ids))
        .order_by(ComplaintFlag.raised_at, ComplaintFlag.kind)
    )
    found: dict[UUID, tuple[tuple[FlagKind, ...], int]] = {}
    for complaint_id, kind, seen_at in rows:
        kinds, unseen = found.get(complaint_id, ((), 0))
        found[complaint_id] = (
            kinds if kind in kinds else (*kinds, kind), unseen + (seen_at is None)
        )  # fmt: skip
    return found


# One case ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """An answer promised."""

    id: UUID
    text: str
    made_at: datetime
    due_at: datetime
    state: PromiseState


@dataclass(frozen=True, slots=True)
class CaseFlagRow:
    """A flag of the case: who saw it, and the instruction given."""

    id: UUID
    kind: FlagKind
    raised_at: datetime
    seen_at: datetime | None
    seen_by: Who
    instruction: str


@dataclass(frozen=True, slots=True)
class KnowsRow:
    """Somebody who may see this case, and why."""

    staff_id: UUID
    name: Who
    role: Role
    owner: bool


@dataclass(frozen=True, slots=True)
class HoldRow:
    """The invite hold the case asked for. lift_after (UTC): the night it is lifted, if released."""

    kind: HoldKind | None
    review_on: datetime | None
    lift_after: datetime | None


@dataclass(frozen=True, slots=True)
class StepRow:
    """A state the case can go to, and what keeps it from there (None: nothing)."""

    target: ComplaintState
    reason: Say | None


@dataclass(frozen=True, slots=True)
class ComplaintCase:
    """The case on one screen. Moments are UTC; `mine`: the person at work owns it."""

    id: UUID
    number: str
    client_id: UUID
    name: Name
    client_zone: str | None
    tier_rank: int | None
    channel: Channel
    words: str
    wish: str
    reach_by: Channel
    reach_when: str
    summary: str
    place: str
    category: ComplaintCategory
    severity: Severity
    demand: bool
    level: int
    state: ComplaintState
    restricted: RestrictedClass
    reopened: int
    received_at: datetime
    registered_at: datetime
    registered_by: Who
    owner_id: UUID
    owner_name: Who
    about_name: Who
    mine: bool
    clocks: tuple[ClockRow, ...]
    promises: tuple[PromiseRow, ...]
    flags: tuple[CaseFlagRow, ...]
    knows: tuple[KnowsRow, ...]
    hold: HoldRow | None
    steps: tuple[StepRow, ...]
    signed: bool
    history: tuple[HistoryRow, ...]

    @property
    def live(self) -> bool:
        """Whether it has not come to its end."""
        return self.state in _LIVE

    @property
    def open_promise(self) -> PromiseRow | None:
        """The answer promised and not given yet."""
        return next((p for p in self.promises if p.state is PromiseState.OPEN), None)


def open_complaint(desk: Desk, complaint_id: UUID) -> ComplaintCase:
    """The case, read by a person: the journal remembers who looked. A write. Raises `NotFound`.

    A case kept around somebody that is opened by another than its owner stands out.
    """
    case = get_complaint(desk, complaint_id)
    restricted = case.restricted is not RestrictedClass.NORMAL and not case.mine
    verb = "read_restricted" if restricted else "read_complaint"
    desk.note(verb, "complaint", complaint_id)
    return case


def get_complaint(desk: Desk, complaint_id: UUID) -> ComplaintCase:
    """The case. Raises `NotFound`, the same for a hidden one as for none."""
    row = sight.find(desk, complaint_id)
    with sight.only(desk, (complaint_id,)):
        return _case(desk, row)


def _case(desk: Desk, row: Complaint) -> ComplaintCase:
    client = desk.session.get_one(Client, row.client_id)
    return ComplaintCase(
        id=row.id, number=row.public_no, client_id=client.id, name=name_of(client),
        client_zone=client.time_zone, tier_rank=timekeeping.rank_of(desk, client.id),
        channel=row.channel, words=row.words_of_client, wish=row.wish_of_client,
        reach_by=row.reach_by, reach_when=row.reach_when, summary=row.summary, place=row.place,
        category=row.category, severity=row.severity, demand=row.demand, level=row.level,
        state=row.state, restricted=row.restricted, reopened=row.reopen_count,
        received_at=row.received_at, registered_at=row.registered_at,
        registered_by=owners.who(desk, row.registered_by_id),
        owner_id=row.owner_id, owner_name=owners.who(desk, row.owner_id),
        about_name=owners.who(desk, row.about_staff_id), mine=row.owner_id == desk.actor.id,
        clocks=_clocks(desk, row), promises=_promises(desk, row), flags=_case_flags(desk, row),
        knows=who_knows(desk, row), hold=_hold(desk, row), steps=_steps(desk, row),
        signed=step.is_signed(desk, row), history=history.list_history(desk, row.id),
    )  # fmt: skip


def _clocks(desk: Desk, complaint: Complaint) -> tuple[ClockRow, ...]:
    """Open clocks by their due time, then the stopped ones, newest first."""
    since = _paused_since(desk, [complaint.id]).get(complaint.id)
    rows = [
        _clock_row(desk, clock, since)
        for clock in desk.session.scalars(
            select(ComplaintClock).where(ComplaintClock.complaint_id == complaint.id)
        )
    ]
    open_first = sorted((r for r in rows if r.stopped_at is None), key=lambda r: r.due_at)
    stopped = sorted(
        (r for r in rows if r.stopped_at is not None), key=lambda r: r.due_at, reverse=True
    )
    return tuple(open_first + stopped)


def _promises(desk: Desk, complaint: Complaint) -> tuple[PromiseRow, ...]:
    rows = desk.session.scalars(
        select(ComplaintPromise)
        .where(ComplaintPromise.complaint_id == complaint.id)
        .order_by(ComplaintPromise.made_at.desc())
    )
    return tuple(PromiseRow(p.id, p.text, p.made_at, p.due_at, p.state) for p in rows)


def _case_flags(desk: Desk, complaint: Complaint) -> tuple[CaseFlagRow, ...]:
    rows = desk.session.scalars(
        select(ComplaintFlag)
        .where(ComplaintFlag.complaint_id == complaint.id)
        .order_by(ComplaintFlag.raised_at, ComplaintFlag.kind)
    )
    return tuple(
        CaseFlagRow(
            f.id, f.kind, f.raised_at, f.seen_at, owners.who(desk, f.seen_by_id), f.instruction
        )
        for f in rows
    )


def who_knows(desk: Desk, complaint: Complaint) -> tuple[KnowsRow, ...]:
    """Everybody who may see the case: the same rule as `sight.visible`, turned round."""
    staff = desk.session.scalars(
        select(Staff).where(Staff.left_at.is_(None), Staff.role.in_(sight.WORKS_HERE))
    )
    carers = sight.carers_of(desk, complaint.client_id)
    rows = [
        KnowsRow(s.id, Who.of(s), s.role, s.id == complaint.owner_id)
        for s in staff
        if sight.knows(desk, complaint, s, carers)
    ]
    order = list(Role)
    return tuple(sorted(rows, key=lambda r: (not r.owner, order.index(r.role), r.name.name)))


def _hold(desk: Desk, complaint: Complaint) -> HoldRow | None:
    source = holds.hold_of(desk, complaint.id)
    if source is None:
        return None
    hold = holds.standing_hold(desk, complaint.client_id)
    kind, review_on = (hold.kind, hold.review_on) if hold else (None, None)
    return HoldRow(kind, review_on, source.lift_after)


def _steps(desk: Desk, complaint: Complaint) -> tuple[StepRow, ...]:
    """The next states in the order of the table, with what is missing for each."""
    facts, parts = step.facts_of(desk, complaint), sight.parts_of(desk, complaint)
    return tuple(
        StepRow(target, refusal(facts, target, parts)) for target in targets(complaint.state)
    )
