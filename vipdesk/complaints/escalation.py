"""Escalation: the decision moves up while the owner before the client stays the same (CH-08).

At half of a clock its owner is told, at three quarters the backup too; when it runs out the
head has to acknowledge within a working hour, and half of its time later (or a working day, if
that is sooner) the executives. Anybody who sees a case may raise it by hand at any time; that
cannot be refused, only decided. Each telling is an entry of the case's own history, addressed
to people, with the moment from which it may be shown: not at night, unless the case is grave.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from math import ceil
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.orm.attributes import set_committed_value

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import business_time, clocks, deputies, history, sight, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.business_time import Schedule, Span
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.flags import name_of
from vipdesk.complaints.policy import Rules, rules_of
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import CaseEvent, Client, Complaint, ComplaintClock, ComplaintPause, Staff, Tier
from vipdesk.vocabulary import CaseEventKind, ClockKind, ClockVerdict, ComplaintState, Severity
from vipdesk.wording import Who, say

STAGES = (50, 75, 100, 150)
ACK_MINUTES = 60
_PORTION = 100  # clocks written at once
INNER = frozenset({ClockKind.FOLLOW_UP, ClockKind.RCA})
"""Late ones are told to the head, but no decision about the client moves."""
_LIVE = (
    *(s for s in ComplaintState if s.is_open),
    ComplaintState.RESOLVED,
    ComplaintState.WITHDRAWN,
    ComplaintState.CLOSED_UNRESOLVED,
)


# What is due to be told: pure --------------------------------------------------------------------


def stage(
    rules: Rules, schedule: Schedule, span: Span, now: datetime, pauses: Sequence[Span] = ()
) -> int:
    """How far a clock is, as the last of 50, 75, 100, 150 that it passed; 0 before.

    Counted in the open time of its schedule. 150 also comes one working day after it ran out.
    """
    return _reached(_marks(rules.policy.version, schedule.name, *span, tuple(pauses)), now)


def _reached(marks: tuple[datetime, ...], now: datetime) -> int:
    return max((share for share, at in zip(STAGES, marks, strict=True) if now >= at), default=0)


def _after(marks: tuple[datetime, ...], told: int) -> datetime | None:
    """When more is told of a clock of which that much was; None where all was told."""
    return min((at for share, at in zip(STAGES, marks, strict=True) if share > told), default=None)


@lru_cache(maxsize=50_000)
def _marks(
    version: str, schedule: str, start: datetime, due: datetime, pauses: tuple[Span, ...]
) -> tuple[datetime, ...]:
    """When a clock comes to each of its stages. Kept: every tick asks for every open clock."""
    calendar = rules_of(version).calendar
    hours, day = calendar.schedule(schedule), calendar.schedule("business")
    day_on = business_time.add_days(day, due, 1).at
    whole = business_time.minutes_between(hours, start, due, pauses)
    if whole <= 0:
        return due, due, due, day_on
    half, most = ceil(whole / 2), ceil(whole * 3 / 4)
    return (
        min(business_time.add_minutes(hours, start, half, pauses), due),
        min(business_time.add_minutes(hours, start, most, pauses), due),
        due,
        min(business_time.add_minutes(hours, due, half), day_on),
    )


def show_from(rules: Rules, severity: Severity, now: datetime) -> datetime:
    """When a notice may be shown: at once if grave or by day, else when the duty begins."""
    extended = rules.calendar.schedule("extended")
    if severity is Severity.S1 or business_time.is_open(extended, now):
        return now
    opens, _ = next(business_time.open_spans(extended, now))
    return opens


# Telling -----------------------------------------------------------------------------------------


def tell_due(desk: Desk) -> int:
    """Tell of every clock that came to its next stage; for the jobs. Returns how many.

    Each clock remembers when more of it is to be told, so a quiet sweep reads none.
    """
    rows = desk.session.execute(
        select(ComplaintClock, Complaint, Tier.rank)
        .join(Complaint, ComplaintClock.complaint_id == Complaint.id)
        .join(Client, Complaint.client_id == Client.id)
        .outerjoin(Tier, Client.tier_id == Tier.id)
        .where(
            sight.visible(desk),
            Complaint.state.in_(_LIVE),
            ComplaintClock.stopped_at.is_(None),
            ComplaintClock.verdict.in_((ClockVerdict.RUNNING, ClockVerdict.MISSED)),
            ComplaintClock.warned < STAGES[-1],
            or_(ComplaintClock.tell_at.is_(None), ComplaintClock.tell_at <= desk.now),
        )
    ).all()
    waiting, past = _all_pauses(desk)
    told: list[tuple[ComplaintClock, Complaint, int, int]] = []
    later: list[tuple[UUID, dict[str, Any]]] = []
    for clock, complaint, rank in rows:
        pausable = clock.kind in clocks.PAUSABLE
        if pausable and complaint.id in waiting and clock.verdict is ClockVerdict.RUNNING:
            continue
        rules = timekeeping.rules_for(complaint)
        span = (clock.started_at, clock.due_at)
        pauses = tuple(past.get(complaint.id, ())) if pausable else ()
        hours = _schedule(rules, clock, complaint, rank)
        marks = _marks(rules.policy.version, hours.name, *span, pauses)
        reached, before = _reached(marks, desk.now), clock.warned
        tell_at = _after(marks, max(reached, before))
        later.append((complaint.id, {"id": clock.id, "tell_at": tell_at}))
        if reached > before:
            told.append((clock, complaint, reached, before))
    _put_off(desk, later)
    count = 0
    for clock, complaint, reached, before in told:
        with sight.only(desk, (complaint.id,)):
            if _claim(desk, clock, reached):
                _tell(desk, clock, complaint, reached, before)
                count += 1
    return count


def _put_off(desk: Desk, later: Sequence[tuple[UUID, dict[str, Any]]]) -> None:
    """Past the rows at hand: nobody shows this, so nobody is told that it changed."""
    for start in range(0, len(later), _PORTION):
        part = later[start : start + _PORTION]
        with sight.only(desk, {case for case, _ in part}):
            desk.session.execute(update(ComplaintClock), [values for _, values in part])


def _tell(
    desk: Desk, clock: ComplaintClock, complaint: Complaint, reached: int, before: int
) -> None:
    kind = str(clock.kind)
    if reached < 100:
        half = reached == STAGES[0]
        people = (
            deputies.recipients(desk, complaint, 1) if half
            else deputies.with_backup(desk, complaint)
        )  # fmt: skip
        _write(desk, complaint, people, clock=kind, share=reached)
        return
    level = 2 if reached == 100 else deputies.HIGHEST
    moves = clock.kind not in INNER
    skipped = level > 2 and before < 100  # no desk was open when the head was to be told
    also = deputies.recipients(desk, complaint, 2) if skipped else ()
    move_up(desk, complaint, level, moves=moves, also=also, clock=kind, share=reached)


def _all_pauses(desk: Desk) -> tuple[set[UUID], dict[UUID, list[Span]]]:
    """(complaints that wait for the client now, the finished pauses of each)."""
    waiting: set[UUID] = set()
    past: dict[UUID, list[Span]] = {}
    rows = desk.session.execute(
        select(ComplaintPause.complaint_id, ComplaintPause.from_at, ComplaintPause.to_at)
    )
    for complaint_id, start, end in rows:
        if end is None:
            waiting.add(complaint_id)
        else:
            past.setdefault(complaint_id, []).append((start, end))
    return waiting, past


def _schedule(
    rules: Rules, clock: ComplaintClock, complaint: Complaint, rank: int | None
) -> Schedule:
    if clock.kind is ClockKind.ANSWER:  # a promised date, not a limit
        return rules.calendar.schedule(rules.policy.promise_hours)
    law = timekeeping.law_of(rules, demand=complaint.demand, category=complaint.category)
    limit = clocks.limit_of(rules, clock.kind, Standing(rank, complaint.severity, law))
    return rules.calendar.schedule("always" if limit.by_law else limit.schedule)


def _claim(desk: Desk, clock: ComplaintClock, reached: int) -> bool:
    """Whether this desk is the one that tells it: two may sweep at once."""
    taken = desk.session.execute(
        update(ComplaintClock)
        .where(ComplaintClock.id == clock.id, ComplaintClock.warned < reached)
        .values(warned=reached)
        .execution_options(synchronize_session=False)  # else it looks through every row at hand
    )
    if not getattr(taken, "rowcount", 0):
        return False
    set_committed_value(clock, "warned", reached)
    return True


def move_up(
    desk: Desk,
    complaint: Complaint,
    level: int,
    *,
    moves: bool = True,
    also: tuple[Staff, ...] = (),
    **told: Any,
) -> CaseEvent:
    """The decision moves to a level, whose people have a working hour to acknowledge it.

    moves: False where they are only told. also: who is told besides.
    """
    if moves and complaint.level < level:
        complaint.level = level
        desk.session.flush()
        desk.note("escalate_complaint", "complaint", complaint.id, ("level",))
    business = timekeeping.rules_for(complaint).calendar.schedule("business")
    due = business_time.add_minutes(business, desk.now, ACK_MINUTES)
    people = dict.fromkeys((*deputies.recipients(desk, complaint, level), *also))
    return _write(desk, complaint, people, level=level, ack_due=due.isoformat(), **told)


def _write(desk: Desk, complaint: Complaint, people: Iterable[Staff], **told: Any) -> CaseEvent:
    from_at = show_from(timekeeping.rules_for(complaint), complaint.severity, desk.now)
    by_hand = bool(told.get("by_hand"))
    text = str(told.pop("text", ""))
    return history.write(
        desk, complaint, CaseEventKind.ESCALATION, machine=not by_hand, text=text,
        to=[str(p.id) for p in people], show_from=from_at.isoformat(), **told,
    )  # fmt: skip


# By hand -----------------------------------------------------------------------------------------


def escalate(desk: Desk, complaint_id: UUID, *, reason: str) -> int:
    """Move the decision one level up, by anybody who sees the case. Returns the level.

    It cannot be refused, only decided. Raises `UserError` without a reason, `Conflict` where an
    ended case has nothing left to decide.
    """
    complaint = sight.find(desk, complaint_id)
    reason = step.require_words(reason, "reason")
    if not complaint.state.is_open and complaint.state is not ComplaintState.RESOLVED:
        raise Conflict(say("This case has ended: open it again first."))
    level = min(deputies.HIGHEST, complaint.level + 1)
    move_up(desk, complaint, level, text=reason, by_hand=True)
    return level


def decide(desk: Desk, notice_id: UUID, *, decision: str) -> UUID:
    """Acknowledge what was moved up, with the decision taken. For who it is addressed to.

    Returns the complaint. Raises `NotFound`, `Conflict` where somebody decided already.
    """
    notice, complaint = _notice(desk, notice_id)
    decision = step.require_words(decision, "decision")
    if notice.id in _answered(desk, (complaint.id,)):
        raise Conflict(say("Somebody has decided this already."))
    history.write(
        desk, complaint, CaseEventKind.ESCALATION, text=decision, answers=str(notice.id),
        level=complaint.level,
    )  # fmt: skip
    desk.note("decide_escalation", "complaint", complaint.id, ())
    return complaint.id


def _notice(desk: Desk, notice_id: UUID) -> tuple[CaseEvent, Complaint]:
    row = desk.session.get(CaseEvent, notice_id)
    if row is None or row.kind is not CaseEventKind.ESCALATION or "to" not in row.payload:
        raise NotFound(say("There is no such notice."))
    complaint = sight.find(desk, row.complaint_id)
    senior = desk.actor.role in sight.SENIOR
    if "level" in row.payload and not senior:
        raise UserError(say("This is decided one level up."))
    return row, complaint


# Reading -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Notice:
    """A telling addressed to the person at work and not answered yet. Moments are UTC.

    clock: what runs out, None where somebody raised it by hand. share: 50, 75, 100 or 150
    percent of it. ack_due: by when a decision is due, None where only to be known. level: where
    the decision lies, 1 where it did not move.
    """

    id: UUID
    complaint_id: UUID
    number: str
    name: Name
    severity: Severity
    at: datetime
    by: Who
    clock: ClockKind | None
    share: int
    level: int
    ack_due: datetime | None
    late: bool
    reason: str


def list_notices(desk: Desk, *, complaint_id: UUID | None = None) -> tuple[Notice, ...]:
    """What was told to the person at work, what needs a decision soonest first.

    Nothing before its hour, nothing of an ended case; of one clock only the last word.
    complaint_id: of this case alone.
    """
    if not sight.works_here(desk.actor.role):
        return ()
    if complaint_id is not None:
        with sight.only(desk, (complaint_id,)):
            return _list_notices(desk, complaint_id)
    return _list_notices(desk, None)


def _list_notices(desk: Desk, complaint_id: UUID | None) -> tuple[Notice, ...]:
    query = (
        select(CaseEvent, Complaint, Client, Staff)
        .join(Complaint, CaseEvent.complaint_id == Complaint.id)
        .join(Client, Complaint.client_id == Client.id)
        .outerjoin(Staff, CaseEvent.staff_id == Staff.id)
        .where(
            sight.visible(desk),
            Complaint.state.in_(_LIVE),
            CaseEvent.kind == CaseEventKind.ESCALATION,
        )
        .order_by(CaseEvent.at)
    )
    if complaint_id is not None:
        query = query.where(Complaint.id == complaint_id)
    rows = desk.session.execute(query).all()
    done = _answered(desk, tuple({complaint.id for _, complaint, *_ in rows}))
    stopped = _running(desk, {complaint.id for _, complaint, *_ in rows})
    last: dict[tuple[UUID, str], Notice] = {}
    for event, complaint, client, staff in rows:
        told = event.payload
        if event.id in done or str(desk.actor.id) not in told.get("to", ()):
            continue
        if datetime.fromisoformat(told["show_from"]) > desk.now:
            continue
        kind = told.get("clock")
        if kind is not None and (complaint.id, kind) not in stopped and "level" not in told:
            continue  # what it warned of is over
        last[complaint.id, kind or str(event.id)] = _row(desk, event, complaint, client, staff)
    far = timedelta(days=10_000)
    return tuple(sorted(last.values(), key=lambda n: (n.ack_due or n.at + far, n.at)))


def _row(
    desk: Desk, event: CaseEvent, complaint: Complaint, client: Client, staff: Staff | None
) -> Notice:
    told = event.payload
    due = datetime.fromisoformat(told["ack_due"]) if "ack_due" in told else None
    return Notice(
        event.id, complaint.id, complaint.public_no, name_of(client), complaint.severity, event.at,
        Who.of(staff), ClockKind(told["clock"]) if "clock" in told else None,
        int(told.get("share", 0)), int(told.get("level", 1)), due,
        due is not None and due < desk.now, event.text,
    )  # fmt: skip


def _answered(desk: Desk, ids: Sequence[UUID]) -> set[UUID]:
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id.in_(ids), CaseEvent.kind == CaseEventKind.ESCALATION
        )
    )
    return {UUID(r.payload["answers"]) for r in rows if "answers" in r.payload}


def _running(desk: Desk, ids: set[UUID]) -> set[tuple[UUID, str]]:
    rows = desk.session.execute(
        select(ComplaintClock.complaint_id, ComplaintClock.kind).where(
            ComplaintClock.complaint_id.in_(ids), ComplaintClock.stopped_at.is_(None)
        )
    )
    return {(complaint_id, str(kind)) for complaint_id, kind in rows}
