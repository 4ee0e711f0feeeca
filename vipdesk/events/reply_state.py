"""What a guest answered, derived from every word of theirs: order of arrival does not matter.

Each word is placed by (SEQUENCE, moment, received, tie): an answer to a newer date outranks one
to an older, a later word a former one, by whatever way it came. The last one counts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from vipdesk.vocabulary import PartStat


@dataclass(frozen=True, slots=True)
class GuestWord:
    """One answer that counts. said_at: DTSTAMP, or when it was heard. tie: any fixed text."""

    partstat: PartStat
    party: int
    sequence: int
    said_at: datetime | None
    received_at: datetime
    tie: str = ""


@dataclass(frozen=True, slots=True)
class GuestAnswer:
    """The state of an invitation's answer."""

    partstat: PartStat = PartStat.NEEDS_ACTION
    party: int = 1
    answered_at: datetime | None = None


def derive(words: Iterable[GuestWord], sequence: int) -> GuestAnswer:
    """The answer that counts. `sequence`: the highest we have sent; a guest cannot outrank it.

    A moment from the future is a wrong clock, or somebody who wants the last word: it counts
    as said when it was received.
    """
    last = max(words, key=lambda word: _place(word, sequence), default=None)
    if last is None:
        return GuestAnswer()
    return GuestAnswer(last.partstat, last.party, _moment(last))


def _place(word: GuestWord, sequence: int) -> tuple[int, datetime, datetime, str]:
    return min(word.sequence, sequence), _moment(word), word.received_at, word.tie


def _moment(word: GuestWord) -> datetime:
    return min(word.said_at or word.received_at, word.received_at)
