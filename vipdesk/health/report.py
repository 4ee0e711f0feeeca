"""The executive's page as facts: who needs me now, what moved and why, what we kept.

Every number here is a count with its denominator; what may be said of it is decided by
`statistics`, not by the eye. For the head of VIP service and executives only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select

from vipdesk.access import Desk, journal
from vipdesk.access.club import club_words
from vipdesk.access.exports import TABLE, Mark
from vipdesk.clients.names import Name
from vipdesk.complaints.sight import visible
from vipdesk.errors import NotFound
from vipdesk.health import formula as rules
from vipdesk.health.case_facts import NOT_A_CASE, SEE_ALL, Case, cases
from vipdesk.health.formula import CaseState, Flag
from vipdesk.health.score import ClientHealth, Overview, PartRow, overview, score_clients
from vipdesk.health.statistics import SMALL_CELL, VITAL_FROM, Change, Share, compare_counts, share
from vipdesk.ids import new_private_id
from vipdesk.models import (
    Client,
    Complaint,
    ComplaintClock,
    ComplaintPromise,
    HealthSnapshot,
    Promise,
)
from vipdesk.vocabulary import Band, ClockKind, ClockVerdict, ComplaintCategory, PromiseState
from vipdesk.wording import Say, Who, say

PERIOD_DAYS = 90
CAUSES_DAYS = 365
MOST_NEEDS = 5
_GOAL = 0.9  # of promises kept
_FOUR_FIFTHS = 0.8  # Pareto's share

_OPEN = (CaseState.OPEN, CaseState.OVERDUE)
_WEIGH = (ClockKind.ACK, ClockKind.FIRST, ClockKind.ANSWER)


@dataclass(frozen=True, slots=True)
class Need:
    """A client who needs the executive now. `action` is the one thing asked, `by` the last day."""

    client_id: UUID
    who: Name
    tier_ru: str
    tier_en: str
    band: Band
    shown: int | None
    flags: tuple[Flag, ...]
    drivers: tuple[PartRow, ...]
    manager: Who
    promise_due: datetime | None
    action: Say
    by: date


@dataclass(frozen=True, slots=True)
class Cause:
    """A category of complaints of a year; None: several small ones put together.

    `weight`: by severity, in points of the formula. `running`: share of 1 up to and with it.
    """

    category: ComplaintCategory | None
    n: int
    weight: float
    running: float


@dataclass(frozen=True, slots=True)
class ComplaintFigures:
    """The private track in numbers. `on_time`: of the clocks due in the period."""

    received: int
    received_before: int
    change: Change
    open: int
    overdue: int
    oldest_days: int | None
    unanswered: int
    on_time: dict[ClockKind, Share]


@dataclass(frozen=True, slots=True)
class Report:
    """One page, as of one moment."""

    club: str
    made_at: datetime
    first_day: date
    last_day: date
    formula_version: str
    overview: Overview
    left: int
    verdict: Say
    needs: tuple[Need, ...]
    more_needs: int
    promises: Share
    complaints: ComplaintFigures
    causes: tuple[Cause, ...]
    causes_n: int
    vital: int  # how many of the causes make 80 %, 0 where there are too few to say
    put_together: int
    # On a page that leaves the desk: its watermark, and the journal's last hash of that moment.
    mark: Mark | None = None
    journal_head: str = ""


def get_report(desk: Desk) -> Report:
    """The facts of the page; `NotFound` for anybody but executives and the head of VIP service."""
    if desk.actor.role not in SEE_ALL:
        raise NotFound(say("This page is not part of your role."))
    rows = score_clients(desk)
    whole = overview(desk, rows)
    weighing = cases(desk, None)
    urgent = [r for r in rows if _needs_somebody(r)]
    due = _open_promises(desk, [r.client_id for r in urgent[:MOST_NEEDS]])
    figures = _complaints(desk, weighing)
    kept = _promises_kept(desk)
    causes, n, put_together = _causes(desk)
    return Report(
        club=club_words(desk).title,
        made_at=desk.now,
        first_day=(desk.now - timedelta(days=PERIOD_DAYS)).date(),
        last_day=desk.now.date(),
        formula_version=rules.formula().version,
        overview=whole,
        left=_left(desk, whole.since),
        verdict=_verdict(rows, whole, figures, kept),
        needs=tuple(_need(r, due.get(r.client_id), desk.now) for r in urgent[:MOST_NEEDS]),
        more_needs=max(0, len(urgent) - MOST_NEEDS),
        promises=kept,
        complaints=figures,
        causes=causes,
        causes_n=n,
        vital=_vital(causes, n),
        put_together=put_together,
    )


def export_report(desk: Desk) -> Report:
    """As `get_report`, for a file: it leaves a journal entry, and carries the journal's head out.

    The hash alone: how many entries there are would tell of those one may not see.
    """
    report = get_report(desk)
    head = journal.head(desk.session)
    mark = Mark(new_private_id(), Who.of(desk.actor), desk.now, "")
    desk.note("export_health_report", TABLE, mark.id, ("pdf",))
    return replace(report, mark=mark, journal_head=head.hash if head is not None else "")


def _needs_somebody(row: ClientHealth) -> bool:
    return row.band is Band.AT_RISK or (row.band is not Band.STEADY and bool(row.flags))


def _need(row: ClientHealth, due: datetime | None, now: datetime) -> Need:
    action, days = _action(row)
    return Need(
        client_id=row.client_id,
        who=row.who,
        tier_ru=row.facts.tier_ru,
        tier_en=row.facts.tier_en,
        band=row.band,
        shown=row.shown,
        flags=row.flags,
        drivers=row.drivers,
        manager=row.manager,
        promise_due=due,
        action=action,
        by=(now + timedelta(days=days)).date(),
    )


def _action(row: ClientHealth) -> tuple[Say, int]:
    """The one thing asked of the executive, and in how many days."""
    for flag, action, days in (
        (Flag.LEAVING, say("Meet the client in person."), 2),
        (Flag.OPEN_GRAVE, say("Call the client yourself."), 0),
        (Flag.NO_MANAGER, say("Appoint a personal manager."), 3),
        (Flag.REPEAT, say("Ask why it happened again, and decide."), 3),
        (
            Flag.OVERDUE_PROMISE,
            say("See that the promise is kept, or that the client is given a new date."),
            1,
        ),
        (Flag.SILENCE, say("Have somebody talk to the client, or do it yourself."), 3),
    ):
        if flag in row.flags:
            return action, days
    return say("Agree with the manager what to do next."), 5


def _verdict(
    rows: tuple[ClientHealth, ...],
    whole: Overview,
    figures: ComplaintFigures,
    kept: Share,
) -> Say:
    """One sentence, by rule, from the largest signal; the order is the order of importance."""
    leaving = sum(Flag.LEAVING in r.flags for r in rows)
    grave = sum(Flag.OPEN_GRAVE in r.flags for r in rows)
    worse = sum(
        n for (then, now), n in whole.moves.items()
        if now is Band.AT_RISK and then not in (None, Band.AT_RISK)
    )  # fmt: skip
    signals: tuple[tuple[bool, Say], ...] = (
        (not rows, say("There are no clients in the club yet.")),
        (
            figures.unanswered > 0,
            say(
                "{n} complaints have had no answer from a person. This must be 0.",
                n=figures.unanswered,
            ),
        ),
        (leaving > 0, say("{n} clients speak of leaving, of law or of the media.", n=leaving)),
        (
            worse > 0,
            say("{n} clients have come to be at risk since {since}.", n=worse, since=_day(whole)),
        ),
        (grave > 0, say("{n} clients have an open grave complaint.", n=grave)),
        (
            kept.n > 0 and kept.high < _GOAL,
            say("We kept {k} of {n} promises: fewer than nine of ten.", k=kept.k, n=kept.n),
        ),
        (
            figures.change is Change.MORE,
            say(
                "More complaints than usual: {n} after {before}.",
                n=figures.received,
                before=figures.received_before,
            ),
        ),
        (
            2 * whole.unknown > whole.clients,
            say("Too little is known about {n} clients to judge.", n=whole.unknown),
        ),
    )
    for speaks, sentence in signals:
        if speaks:
            return sentence
    return say("No material change.")


def _day(whole: Overview) -> date | None:
    return whole.since.date() if whole.since is not None else None


def _open_promises(desk: Desk, ids: list[UUID]) -> dict[UUID, datetime]:
    """The earliest open promise of each client, of both ledgers."""
    found: dict[UUID, datetime] = {}
    shared = (
        select(Promise.client_id, func.min(Promise.due_at))
        .where(Promise.client_id.in_(ids), Promise.state == PromiseState.OPEN)
        .group_by(Promise.client_id)
    )
    within = (
        select(Complaint.client_id, func.min(ComplaintPromise.due_at))
        .join(Complaint, Complaint.id == ComplaintPromise.complaint_id)
        .where(Complaint.client_id.in_(ids), ComplaintPromise.state == PromiseState.OPEN)
        .where(visible(desk))
        .group_by(Complaint.client_id)
    )
    for wanted in (shared, within):
        for client_id, due in desk.session.execute(wanted):
            found[client_id] = min(due, found.get(client_id, due))
    return found


def _promises_kept(desk: Desk) -> Share:
    """Promises due in the period, of both ledgers: kept of those that had to be."""
    k = n = 0
    for of, where in ((Promise, None), (ComplaintPromise, visible(desk))):
        due = and_(of.due_at > desk.now - timedelta(days=PERIOD_DAYS), of.due_at <= desk.now)
        counts = of.state.in_((PromiseState.KEPT, PromiseState.BROKEN, PromiseState.OPEN))
        wanted = select(
            func.sum(case((of.state == PromiseState.KEPT, 1), else_=0)), func.count()
        ).where(due, counts)
        if where is not None:
            wanted = wanted.join(Complaint, Complaint.id == ComplaintPromise.complaint_id)
            wanted = wanted.where(where)
        kept, all_ = desk.session.execute(wanted).one()
        k, n = k + int(kept or 0), n + int(all_)
    return share(k, n)


def _complaints(desk: Desk, weighing: list[Case]) -> ComplaintFigures:
    period = timedelta(days=PERIOD_DAYS)
    since = desk.now - period
    received = sum(since < c.received_at <= desk.now for c in weighing)
    before = sum(since - period < c.received_at <= since for c in weighing)
    still = [c for c in weighing if c.state in _OPEN]
    oldest = min((c.received_at for c in still), default=None)
    unstopped = select(func.count(ComplaintClock.complaint_id.distinct())).where(
        ComplaintClock.complaint_id.in_([c.id for c in still]),
        ComplaintClock.kind == ClockKind.ACK,
        ComplaintClock.stopped_at.is_(None),
        ComplaintClock.due_at < desk.now,
    )
    return ComplaintFigures(
        received=received,
        received_before=before,
        change=compare_counts(before, received)[1],
        open=len(still),
        overdue=sum(c.state is CaseState.OVERDUE for c in still),
        oldest_days=(desk.now - oldest).days if oldest is not None else None,
        unanswered=int(desk.session.scalar(unstopped) or 0) if still else 0,
        on_time=_on_time(desk, since),
    )


def _on_time(desk: Desk, since: datetime) -> dict[ClockKind, Share]:
    met = func.sum(case((ComplaintClock.verdict == ClockVerdict.MET, 1), else_=0))
    wanted = (
        select(ComplaintClock.kind, met, func.count())
        .join(Complaint, Complaint.id == ComplaintClock.complaint_id)
        .where(
            visible(desk),
            ComplaintClock.kind.in_(_WEIGH),
            ComplaintClock.verdict != ClockVerdict.CANCELLED,
            ComplaintClock.due_at > since,
            or_(ComplaintClock.due_at <= desk.now, ComplaintClock.verdict == ClockVerdict.MET),
        )
        .group_by(ComplaintClock.kind)
    )
    found = {kind: share(int(k or 0), int(n)) for kind, k, n in desk.session.execute(wanted)}
    return {kind: found.get(kind, share(0, 0)) for kind in _WEIGH}


def _causes(desk: Desk) -> tuple[tuple[Cause, ...], int, int]:
    """Categories of a year by count, small ones put together: (causes, all, how many together).

    A cell of one or two would name its client to whoever reads the page later.
    """
    f = rules.formula()
    wanted = (
        select(Complaint.category, Complaint.severity, func.count())
        .where(
            visible(desk),
            Complaint.state.not_in(NOT_A_CASE),
            Complaint.received_at > desk.now - timedelta(days=CAUSES_DAYS),
        )
        .group_by(Complaint.category, Complaint.severity)
    )
    counted: dict[ComplaintCategory, tuple[int, float]] = {}
    for category, severity, n in desk.session.execute(wanted):
        before = counted.get(category, (0, 0.0))
        counted[category] = (before[0] + n, before[1] + n * f.severity[severity])
    large: list[tuple[ComplaintCategory | None, tuple[int, float]]] = [
        (c, v) for c, v in counted.items() if v[0] >= SMALL_CELL
    ]
    large.sort(key=lambda item: (-item[1][0], -item[1][1], str(item[0])))
    small = [v for v in counted.values() if v[0] < SMALL_CELL]
    if small:
        large.append((None, (sum(n for n, _ in small), sum(w for _, w in small))))
    whole = sum(n for _, (n, _) in large)
    running, causes = 0, []
    for which, (n, weight) in large:
        running += n
        causes.append(Cause(which, n, weight, running / whole))
    return tuple(causes), whole, len(small)


def _vital(causes: tuple[Cause, ...], n: int) -> int:
    """How many make four fifths, where there are enough cases and those are indeed few."""
    few = 1 + sum(c.running < _FOUR_FIFTHS for c in causes)
    return few if n >= VITAL_FROM and 2 * few <= len(causes) else 0


def _left(desk: Desk, since: datetime | None) -> int:
    """Clients of the last snapshot who left the club since."""
    if since is None:
        return 0
    wanted: Any = (
        select(func.count())
        .select_from(HealthSnapshot)
        .join(Client, Client.id == HealthSnapshot.client_id)
        .where(HealthSnapshot.at == since, Client.left_on.is_not(None))
    )
    return int(desk.session.scalar(wanted) or 0)
