"""The spans of time in which a client may be contacted, told by the gate. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from vipdesk.channels.gate import Known, Policy, verdict
from vipdesk.vocabulary import Channel, Topic

Span = tuple[datetime, datetime]
_LOOKS_AHEAD = timedelta(days=2)  # how far a verdict knows when it ends


def open_spans(
    known: Known, policy: Policy, channel: Channel, topic: Topic, since: datetime, until: datetime
) -> Iterator[Span]:
    """Within [since, until), in order and apart; one that lasts for days may come in pieces."""
    at = since
    while at < until:
        found = verdict(known, policy, channel, topic, at)
        if not found.allowed:
            if found.until is None:
                return
            at = found.until
            continue
        closes = found.open_until or at + _LOOKS_AHEAD
        yield at, min(closes, until)
        at = closes
