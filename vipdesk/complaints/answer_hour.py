"""The hour of a promised answer: 'I will call you by…' is no promise of a call at night. Pure.

The day comes from the policy (`clocks.propose_answer`); the hour is moved earlier, never later:
to the latest moment at which the club works and the client takes calls, else to the latest at
which somebody of the club is on duty and the client takes calls. Where there is none, the hour
stays, and the reason says that it has to be agreed on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from vipdesk.complaints import business_time
from vipdesk.complaints.business_time import Schedule, Span
from vipdesk.complaints.clocks import Proposal
from vipdesk.complaints.policy import Rules
from vipdesk.wording import Say, say

LEAD = timedelta(minutes=30)  # an answer promised for the next minutes is none


def in_hours(rules: Rules, plain: Proposal, since: datetime, calls: Sequence[Span]) -> Proposal:
    """The proposal within the hours of the client. `since`: when it is promised.

    calls: spans in which the client may be called, in order, as far as `plain.at` at least.
    """
    first = (since + LEAD).astimezone(UTC)
    if plain.at <= first:
        return plain
    for name, moved in (("business", _BY_DAY), (rules.policy.promise_hours, _ON_DUTY)):
        found = _latest(rules.calendar.schedule(name), first, plain.at.astimezone(UTC), calls)
        if found is not None:
            at = found.astimezone(rules.calendar.zone)
            return plain if at == plain.at else Proposal(at, _because(moved, plain.reason))
    return Proposal(plain.at, _because(_NEVER, plain.reason))


_BY_DAY = say("{reason}; earlier, to reach the client in calling hours")
_ON_DUTY = say("{reason}; earlier, when the client takes calls and one of us is on duty")
_NEVER = say("{reason}; the client takes no calls at that hour: agree on the time")


def _because(moved: Say, reason: Say) -> Say:
    return Say(moved.text, {"reason": reason})


def by_day(rules: Rules, plain: Proposal, since: datetime, calls: Sequence[Span]) -> bool:
    """Whether the club's working hours and these spans alone settle the hour."""
    first = (since + LEAD).astimezone(UTC)
    business = rules.calendar.schedule("business")
    last = plain.at.astimezone(UTC)
    return last <= first or _latest(business, first, last, calls) is not None


def _latest(
    schedule: Schedule, first: datetime, last: datetime, calls: Sequence[Span]
) -> datetime | None:
    open_ = _clipped(business_time.open_spans(schedule, first), first, last)
    both = [
        min(closes, other_closes)
        for opens, closes in open_
        for other_opens, other_closes in _clipped(calls, first, last)
        if max(opens, other_opens) < min(closes, other_closes)
    ]
    return max(both, default=None)


def _clipped(spans: Iterable[Span], first: datetime, last: datetime) -> Iterator[Span]:
    for opens, closes in spans:
        if opens >= last:
            return
        if closes > first:
            yield max(opens, first), min(closes, last)
