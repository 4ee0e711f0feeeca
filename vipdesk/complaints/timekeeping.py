"""The clocks of a complaint in the database: started, stopped, judged, moved by a pause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select
from sqlalchemy.orm import object_session

from vipdesk.access import Desk
from vipdesk.channels import contact
from vipdesk.channels.open_hours import open_spans
from vipdesk.complaints import answer_hour, calendars, clocks, policies, sight
from vipdesk.complaints.business_time import Span
from vipdesk.complaints.clocks import PromiseLimits, Proposal, Standing
from vipdesk.complaints.limits import Limit
from vipdesk.complaints.policy import Rules, rules_of
from vipdesk.models import Client, Complaint, ComplaintClock, ComplaintPause, Tier
from vipdesk.vocabulary import Channel, ClockKind, ClockVerdict, ComplaintCategory, Topic

_LAST_DAYS = timedelta(days=2)
_STILL_OPEN = (ClockVerdict.RUNNING, ClockVerdict.MISSED)


def rules_for(complaint: Complaint) -> Rules:
    """The rules a complaint was filed under."""
    session = object_session(complaint)
    version = complaint.policy_version
    return rules_of(version) if session is None else policies.named(session, version)


def rank_of(desk: Desk, client_id: UUID) -> int | None:
    """The rank of a client's tier; None without one."""
    return desk.session.scalar(_RANK, {"client_id": client_id})


_RANK = (
    select(Tier.rank)
    .join(Client, Client.tier_id == Tier.id)
    .where(Client.id == bindparam("client_id"))
)


def standing_of(desk: Desk, complaint: Complaint) -> Standing:
    """What the limits of a complaint depend on."""
    return Standing(
        rank_of(desk, complaint.client_id), complaint.severity,
        law_of(rules_for(complaint), demand=complaint.demand, category=complaint.category),
    )  # fmt: skip


def law_of(rules: Rules, *, demand: bool, category: ComplaintCategory) -> Limit | None:
    """The period by law that binds a complaint, if one does."""
    profile = rules.policy.law(demand=demand, category=category)
    return None if profile is None else profile.answer


def demanded_on(rules: Rules, standing: Standing, received_at: datetime) -> date | None:
    """The day a period by law is counted from; None where no law binds the complaint."""
    if standing.law is None:
        return None
    return rules.calendar.schedule("business").local_day(received_at)


def propose_answer(
    desk: Desk,
    client_id: UUID,
    rules: Rules,
    standing: Standing,
    start: datetime,
    *,
    demanded_on: date | None = None,
    latest: datetime | None = None,
) -> Proposal:
    """The answer date promised from `start`, at an hour at which this client may be called.

    latest: never later than this. A client who takes no calls at all, or whose zone is not
    known, is reckoned with by the club's own hours.
    """
    plain = clocks.propose_answer(rules, standing, start, demanded_on=demanded_on)
    plain = calendars.warned(rules, plain, start)
    if latest is not None and latest < plain.at:
        plain = Proposal(latest.astimezone(rules.calendar.zone), plain.reason)
    policy = contact.policy_of(desk)
    found = contact.known_of(desk, (client_id,), desk.now, policy, only=Topic.SERVICE)
    known = found[client_id]
    if known.zone_at(start) is None:
        known = replace(known, zone=str(rules.calendar.zone))
    begins, ends = start.astimezone(UTC), plain.at.astimezone(UTC)

    def calls_from(moment: datetime) -> tuple[Span, ...]:
        return tuple(open_spans(known, policy, Channel.PHONE, Topic.SERVICE, moment, ends))

    # The latest hour is wanted: mostly it lies in the last days, and the others need no look.
    late = max(begins, ends - _LAST_DAYS)
    calls = calls_from(late)
    if late > begins and not answer_hour.by_day(rules, plain, start, calls):
        calls = calls_from(begins)
    if not calls:
        known = replace(known, rules=())
        calls = calls_from(begins)
    return answer_hour.in_hours(rules, plain, start, calls)


def start_clock(
    desk: Desk,
    complaint: Complaint,
    kind: ClockKind,
    start: datetime,
    *,
    due_at: datetime | None = None,
) -> ComplaintClock:
    """Start a clock of the present round. `due_at` for one whose end was promised."""
    rules = rules_for(complaint)
    if due_at is None:
        standing = standing_of(desk, complaint)
        due_at = clocks.due(rules, kind, standing, start, pauses(desk, complaint.id)).at
    row = ComplaintClock(
        complaint_id=complaint.id, kind=kind, round=complaint.reopen_count + 1, started_at=start,
        due_at=due_at, calendar_version=rules.calendar.version,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    return row


def open_clocks(desk: Desk, complaint_id: UUID, *kinds: ClockKind) -> tuple[ComplaintClock, ...]:
    """Clocks that were not stopped yet, missed ones too."""
    query = select(ComplaintClock).where(
        ComplaintClock.complaint_id == complaint_id,
        ComplaintClock.stopped_at.is_(None),
        ComplaintClock.verdict.in_(_STILL_OPEN),
    )
    if kinds:
        query = query.where(ComplaintClock.kind.in_(kinds))
    with sight.only(desk, (complaint_id,)):
        return tuple(desk.session.scalars(query.order_by(ComplaintClock.due_at)))


def stop_clocks(
    desk: Desk, complaint: Complaint, kinds: Iterable[ClockKind], at: datetime
) -> tuple[ComplaintClock, ...]:
    """Stop clocks and judge them; what was missed stays missed."""
    rows = open_clocks(desk, complaint.id, *kinds)
    for row in rows:
        row.verdict = clocks.judged(row.due_at, at, row.verdict)
        row.stopped_at = at
    desk.session.flush()
    return rows


def cancel_clocks(
    desk: Desk, complaint: Complaint, kinds: Iterable[ClockKind], at: datetime
) -> None:
    """End clocks that are no longer asked for. One that ran out is missed, seen by then or not."""
    pause = open_pause(desk, complaint.id)
    since = pause.from_at if pause is not None else None
    for row in open_clocks(desk, complaint.id, *kinds):
        row.stopped_at = at
        if row.verdict is ClockVerdict.RUNNING:
            late = clocks.overdue(row.due_at, at, kind=row.kind, paused_since=since)
            row.verdict = ClockVerdict.MISSED if late else ClockVerdict.CANCELLED
    desk.session.flush()


def pauses(desk: Desk, complaint_id: UUID) -> tuple[Span, ...]:
    """The finished pauses of a complaint."""
    rows = desk.session.execute(
        select(ComplaintPause.from_at, ComplaintPause.to_at).where(
            ComplaintPause.complaint_id == complaint_id, ComplaintPause.to_at.is_not(None)
        )
    )
    return tuple((start, end) for start, end in rows if end is not None)


def open_pause(desk: Desk, complaint_id: UUID) -> ComplaintPause | None:
    """The pause in which we wait for the client now."""
    return desk.session.scalars(
        select(ComplaintPause).where(
            ComplaintPause.complaint_id == complaint_id, ComplaintPause.to_at.is_(None)
        )
    ).first()


def recompute(desk: Desk, complaint: Complaint, *kinds: ClockKind) -> None:
    """Compute running clocks anew from their start: after a pause, a change of severity.

    Pauses are never lost on the way. A promised date is not computed, so it never moves.
    """
    standing, spans = standing_of(desk, complaint), pauses(desk, complaint.id)
    for row in open_clocks(desk, complaint.id, *kinds):
        if row.verdict is ClockVerdict.RUNNING and row.kind is not ClockKind.ANSWER:
            rules = rules_for(complaint)
            row.due_at = clocks.due(rules, row.kind, standing, row.started_at, spans).at
    desk.session.flush()


def promise_limits(desk: Desk, complaint: Complaint) -> PromiseLimits:
    """What a promised answer to a complaint must keep to."""
    resolution = open_clocks(desk, complaint.id, ClockKind.RESOLUTION)
    # A round that is late already binds nobody: a late promise is better than none.
    due = resolution[0].due_at if resolution and resolution[0].due_at > desk.now else None
    rules = rules_for(complaint)
    standing = standing_of(desk, complaint)
    return PromiseLimits(due, demanded_on(rules, standing, complaint.received_at))
