"""One event on one page: who came, how each was asked, what it cost a head, what they said."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.events import programme
from vipdesk.events.after import After, AfterGuest, get_after
from vipdesk.events.budget import Budget, get_budget
from vipdesk.events.programme import EventCard
from vipdesk.money import Money
from vipdesk.vocabulary import Channel, PartStat

FEW = 5  # below this a mean says less than the single answers


@dataclass(frozen=True, slots=True)
class ChannelLine:
    """How the guests of one channel answered, and how many of them came."""

    channel: Channel
    invited: int
    accepted: int
    came: int


@dataclass(frozen=True, slots=True)
class EventReport:
    """All figures of the page. cost_each: None where nothing was spent or nobody came.

    scores: how many gave 1, 2, 3, 4, 5. remarks: guests' words, the newest first.
    """

    club: str
    card: EventCard
    made_at: datetime
    invited: int
    accepted: int
    came: int
    missed: int
    unknown: int
    uninvited_yes: int
    people: int
    late: int
    walk_ins: int
    channels: tuple[ChannelLine, ...]
    tiers: tuple[tuple[str, str, int, int], ...]
    budget: Budget
    cost_each: Money | None
    scores: tuple[int, int, int, int, int]
    remarks: tuple[str, ...]
    introductions: int
    lessons: str

    @property
    def answered(self) -> int:
        """How many gave a score."""
        return sum(self.scores)

    @property
    def mean(self) -> float | None:
        """The mean score; None below `FEW` answers."""
        if self.answered < FEW:
            return None
        return sum(n * count for n, count in enumerate(self.scores, 1)) / self.answered


def get_report(desk: Desk, event_id: UUID) -> EventReport:
    """The figures as they are known now."""
    card, after = programme.get_event(desk, event_id), get_after(desk, event_id)
    budget = get_budget(desk, event_id)
    guests = after.guests
    came = after.came
    yes = [g for g in guests if g.partstat is PartStat.ACCEPTED]
    late_from = card.row.starts_at.timestamp() + 15 * 60
    scores = Counter(g.score for g in guests if g.score)
    said = sorted(
        (g for g in guests if g.words and g.answered_at),
        key=lambda g: g.answered_at or desk.now, reverse=True,
    )  # fmt: skip
    return EventReport(
        club_words(desk).title, card, desk.now, len(guests), len(yes), len(came),
        sum(g.came is False for g in yes), after.unknown,
        sum(g.partstat is not PartStat.ACCEPTED for g in came), after.people,
        sum(bool(g.came_at) and g.came_at.timestamp() > late_from for g in came if g.came_at),
        sum(w.let_in for w in after.walk_ins), _channels(guests), _tiers(after), budget,
        _each(budget, after.people), _five(scores), tuple(g.words for g in said),
        len(after.introductions), after.lessons,
    )  # fmt: skip


def _five(scores: Counter[int]) -> tuple[int, int, int, int, int]:
    return scores[1], scores[2], scores[3], scores[4], scores[5]


def _channels(guests: tuple[AfterGuest, ...]) -> tuple[ChannelLine, ...]:
    found = []
    for channel in Channel:
        own = [g for g in guests if g.channel is channel]
        if own:
            accepted = sum(g.partstat is PartStat.ACCEPTED for g in own)
            found.append(ChannelLine(channel, len(own), accepted, sum(bool(g.came) for g in own)))
    return tuple(sorted(found, key=lambda line: -line.invited))


def _tiers(after: After) -> tuple[tuple[str, str, int, int], ...]:
    """(Russian name, English name, invited, came) by tier, the largest first."""
    invited = Counter((g.tier_ru, g.tier_en) for g in after.guests)
    came = Counter((g.tier_ru, g.tier_en) for g in after.came)
    return tuple((*tier, n, came[tier]) for tier, n in invited.most_common())


def _each(budget: Budget, people: int) -> Money | None:
    """What was paid, or is expected, by heads in the room; a limit alone is no cost."""
    if not people or not budget.expected.minor:
        return None
    return Money(round(budget.expected.minor / people), budget.expected.currency)
