"""The clocks of a complaint: when each is due, who may stop it, how it is judged. Pure.

A due time is computed once per start, policy, calendar and pauses, and written down: a later
change of the rules moves nothing that runs. A machine's message stops no clock. What was
missed once stays missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from vipdesk.complaints import business_time
from vipdesk.complaints.business_time import Span
from vipdesk.complaints.limits import Limit
from vipdesk.complaints.policy import Rules
from vipdesk.vocabulary import ActorKind, ClockKind, ClockVerdict, Direction, Severity
from vipdesk.wording import Say, say

PAUSABLE = frozenset({ClockKind.RESOLUTION})
AT_FILING = (ClockKind.ACK, ClockKind.FIRST, ClockKind.RESOLUTION)


def at_filing(*, by_law: bool) -> tuple[ClockKind, ...]:
    """The clocks that start when a complaint comes in; one that a law binds has one more."""
    return (*AT_FILING, ClockKind.STATUTORY) if by_law else AT_FILING


_MONTHS = (
    say("{d} January"), say("{d} February"), say("{d} March"), say("{d} April"),
    say("{d} May"), say("{d} June"), say("{d} July"), say("{d} August"),
    say("{d} September"), say("{d} October"), say("{d} November"), say("{d} December"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """What limits depend on: the client's tier rank (None without one) and the severity.

    law: the period of the regulatory profile that binds the complaint; None: the policy's own.
    """

    rank: int | None
    severity: Severity
    law: Limit | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """When a clock is due (in the calendar's zone) and the holidays counted over."""

    at: datetime
    days_off: tuple[date, ...] = ()


def due(
    rules: Rules, kind: ClockKind, standing: Standing, start: datetime, pauses: Sequence[Span] = ()
) -> Due:
    """When a clock that starts at `start` is due. Pauses count only for a clock that may pause."""
    limit = limit_of(rules, kind, standing)
    taken = pauses if kind in PAUSABLE else ()
    if limit.by_law:
        business = rules.calendar.schedule("business")
        legal = business_time.legal_days(business, business.local_day(start), limit.days)
        last = legal.last if limit.shifts else legal.counted
        if kind is ClockKind.FOLLOW_UP:
            return Due(business_time.closing(business, last))
        return Due(_end_of(rules, last))
    schedule = rules.calendar.schedule(limit.schedule)
    if limit.days:
        counted = business_time.add_days(schedule, start, limit.days, taken)
        return Due(counted.at, counted.days_off)
    return Due(business_time.add_minutes(schedule, start, limit.minutes, taken))


def limit_of(rules: Rules, kind: ClockKind, standing: Standing) -> Limit:
    """The limit of a clock; a law comes before the policy."""
    if kind is ClockKind.STATUTORY and standing.law is not None:
        return standing.law
    return rules.policy.limit(kind, standing.rank, standing.severity)


def _end_of(rules: Rules, day: date) -> datetime:
    """The midnight that ends a day: a period by law lasts until then."""
    return business_time.closing(rules.calendar.schedule("always"), day)


def judged(due_at: datetime, stopped_at: datetime, before: ClockVerdict) -> ClockVerdict:
    """The verdict of a clock that stops. Missed stays missed."""
    if before in (ClockVerdict.MISSED, ClockVerdict.CANCELLED):
        return before
    return ClockVerdict.MET if stopped_at <= due_at else ClockVerdict.MISSED


def overdue(
    due_at: datetime, now: datetime, *, kind: ClockKind, paused_since: datetime | None
) -> bool:
    """Whether a running clock has run out. A paused one stands where it stood."""
    stands_at = now
    if paused_since is not None and kind in PAUSABLE:
        stands_at = min(now, paused_since)
    return stands_at > due_at


def human_word(direction: Direction, actor: ActorKind) -> bool:
    """Whether a contact lets the client feel noticed: from a person of ours, to the client."""
    return direction is Direction.OUTBOUND and actor is ActorKind.HUMAN


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer date we would promise, in the calendar's zone, and why that day."""

    at: datetime
    reason: Say


def propose_answer(
    rules: Rules, standing: Standing, start: datetime, *, demanded_on: date | None = None
) -> Proposal:
    """The default answer date: the policy's, or the last working day inside the period by law."""
    found = due(rules, ClockKind.ANSWER, standing, start)
    limit = rules.policy.limit(ClockKind.ANSWER, standing.rank, standing.severity)
    reason = _reason(limit, found.days_off)
    if demanded_on is not None:
        ours = _promise_by_law(rules, standing, demanded_on)
        if ours < found.at:
            return Proposal(
                ours, say("the last working day within the statutory period, {day}", day=on(ours))
            )
    return Proposal(found.at, reason)


def _promise_by_law(rules: Rules, standing: Standing, demanded_on: date) -> datetime:
    limit = limit_of(rules, ClockKind.STATUTORY, standing)
    business = rules.calendar.schedule("business")
    if not limit.by_law:
        start = business_time.closing(business, demanded_on)
        return business_time.add_days(business, start, limit.days).at
    ours = business_time.legal_days(business, demanded_on, limit.days).ours
    return business_time.closing(business, ours)


def on(day: date) -> Say:
    """'4 November', without a year."""
    return Say(_MONTHS[day.month - 1].text, {"d": day.day})


def _reason(limit: Limit, off: tuple[date, ...]) -> Say:
    days = limit.days
    if not days:
        return say("{n} working hours", n=max(1, limit.minutes // 60))
    if not off:
        return say("{n} business days", n=days)
    if len(off) == 1:
        return say("{n} business days; {day} is a day off", n=days, day=on(off[0]))
    return say(
        "{n} business days; days off from {first} to {last}",
        n=days, first=on(off[0]), last=on(off[-1]),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PromiseLimits:
    """What a promised answer must keep to: never later than these."""

    resolution_due: datetime | None = None
    demanded_on: date | None = None


def promise_fault(
    rules: Rules, standing: Standing, at: datetime, now: datetime, limits: PromiseLimits
) -> Say | None:
    """Why a date may not be promised, or None: past, outside hours, later than a limit."""
    if at <= now:
        return say("Promise a time that is still to come.")
    if not business_time.is_open(rules.calendar.schedule(rules.policy.promise_hours), at):
        return say("Nobody works at that hour: choose a time when the club is open.")
    if limits.demanded_on is not None:
        by_law = _promise_by_law(rules, standing, limits.demanded_on)
        if at > by_law:
            return say(
                "This is later than the law allows: promise {day} or earlier.", day=on(by_law)
            )
    if limits.resolution_due is not None and at > limits.resolution_due:
        last = limits.resolution_due.astimezone(rules.calendar.zone)
        return say(
            "This is later than the case must be resolved: promise {day} or earlier.", day=on(last)
        )
    return None


def share_gone(started_at: datetime, due_at: datetime, now: datetime) -> float:
    """How much of a clock has passed, 0 to 1, for its picture."""
    whole = (due_at - started_at).total_seconds()
    if whole <= 0:
        return 1.0
    gone = (now.astimezone(UTC) - started_at).total_seconds() / whole
    return min(1.0, max(0.0, gone))
