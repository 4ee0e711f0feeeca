"""Until when an offer of seats stands: so many hours in which the guest may be reached. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from vipdesk.channels.gate import verdict
from vipdesk.channels.known import Known, Policy
from vipdesk.vocabulary import Channel, Topic

USUAL = timedelta(hours=8)  # open hours to answer in
SHORT = timedelta(hours=2)  # when the event is near
NEAR = timedelta(days=2)
LAST = timedelta(hours=2)  # before the event begins nothing is offered any more
_FARTHEST = timedelta(days=10)
_STEP = timedelta(minutes=30)


def runs_out(
    known: Known, policy: Policy, channel: Channel, *, at: datetime, starts_at: datetime
) -> datetime:
    """The moment (UTC) an offer made at `at` runs out.

    Only hours in which the guest may be reached by the channel count: an offer made on Friday
    night does not run out before Saturday's breakfast. Never later than two hours before the
    event; limits on how often a guest is written to do not stop the clock.
    """
    free = replace(known, hold=None, reached=())
    left = SHORT if starts_at - at < NEAR else USUAL
    latest = min(at + _FARTHEST, starts_at - LAST)
    moment = at
    while left > timedelta() and moment < latest:
        answer = verdict(free, policy, channel, Topic.SERVICE, moment)
        if answer.allowed:
            closes = answer.open_until or moment + left
            step = min(left, max(closes - moment, timedelta(minutes=1)))
            left, moment = left - step, moment + step
        else:
            moment = max(answer.until or moment + _STEP, moment + timedelta(minutes=1))
    return max(at, min(moment, latest))
