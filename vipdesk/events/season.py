"""A season as a whole: its events in time, how alike they are, what would make them less so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.hours import zone as zone_of
from vipdesk.events import monotony
from vipdesk.events.kinds import KindRow, Sorts, list_kinds, usual_format
from vipdesk.events.monotony import BACK, LIMIT, Advice, Held, Part
from vipdesk.events.programme import EventRow, find_event, list_events
from vipdesk.events.venues import VenueRow, list_venues
from vipdesk.models import Event
from vipdesk.vocabulary import EventKind, EventState, label
from vipdesk.wording import Lang, Say, say

# What can still be planned otherwise without telling anybody.
_OPEN = frozenset({EventState.DRAFT, EventState.PLANNED})
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Variety:
    """How monotonous one event is (0 to 1), and the change that helps most where it may change."""

    event_id: UUID
    index: float
    advice: Advice | None = None

    @property
    def warns(self) -> bool:
        """Too much of the same."""
        return self.index > LIMIT


@dataclass(frozen=True, slots=True)
class Season:
    """The events of a time, by time. `index`: of those ahead, None where there is no past.

    `varieties` has a line for every event that is not cancelled and has one before it.
    """

    events: tuple[EventRow, ...]
    varieties: dict[UUID, Variety]
    index: float | None
    kinds: tuple[KindRow, ...]
    venues: tuple[VenueRow, ...]

    @property
    def warns(self) -> bool:
        """The season ahead is too monotonous."""
        return self.index is not None and self.index > LIMIT

    def worst(self, now: datetime) -> Variety | None:
        """Of what is ahead and may still change: the most monotonous, if it is too much so."""
        ahead = {e.id for e in self.events if e.ends_at > now and e.state in _OPEN}
        found = [v for v in self.varieties.values() if v.event_id in ahead and v.warns]
        return max(found, key=lambda v: v.index, default=None)

    def told(self, variety: Variety, lang: Lang) -> Say | None:
        """The advice in words, with the figure after it."""
        advice = variety.advice
        row = next((e for e in self.events if e.id == variety.event_id), None)
        if advice is None or row is None:
            return None
        return advice_words(advice, row, lang, {v.id: v.named(lang) for v in self.venues})


def get_season(desk: Desk, *, since: datetime, until: datetime | None = None) -> Season:
    """The season from `since` on, with what each event is like.

    Cancelled events are shown and not counted: nobody was there.
    """
    events, venues = list_events(desk, since=since, until=until), list_venues(desk)
    counted = [e for e in events if e.state is not EventState.CANCELLED]
    past = _before(desk, since)
    line = [*past, *(held_of(e) for e in counted)]
    varieties: dict[UUID, Variety] = {}
    for number, event in enumerate(counted, len(past)):
        before = line[max(0, number - BACK) : number]
        index = monotony.monotony(line[number], before)
        if index is None:
            continue
        advice = None
        if index > LIMIT and event.state in _OPEN and event.ends_at > desk.now:
            room = [v.id for v in venues if not v.capacity or v.capacity >= event.capacity]
            rare = _rare_first(line[:number])
            advice = monotony.advise(line[number], before, venues=room, categories=rare)
        varieties[event.id] = Variety(event.id, index, advice)
    ahead = [varieties[e.id].index for e in counted if e.ends_at > desk.now and e.id in varieties]
    return Season(events, varieties, monotony.mean(ahead), list_kinds(desk), venues)


def get_variety(desk: Desk, event_id: UUID) -> Variety | None:
    """Of one event; None for the first one, and for one that was cancelled."""
    event = find_event(desk, event_id)
    season = get_season(desk, since=event.starts_at, until=event.starts_at + _DAY)
    return season.varieties.get(event_id)


def held_of(event: EventRow) -> Held:
    """What monotony remembers of an event; the day is the one of the place."""
    day = event.starts_at.astimezone(zone_of(event.zone)).weekday()
    return Held(event.kind, event.venue_id, event.format, day)


def advice_words(
    advice: Advice, row: EventRow, lang: Lang, venues: dict[UUID, str] | None = None
) -> Say:
    """'A concert instead of a tasting: 0.12 instead of 0.61.'"""
    after = monotony.shown(advice.after)
    held = advice.held
    match advice.part:
        case Part.CATEGORY:
            return say(
                "“{other}” instead of “{kind}” would make it {figure}.",
                other=label(held.category), kind=row.called(lang), figure=after,
            )  # fmt: skip
        case Part.VENUE:
            place = (venues or {}).get(held.venue, "") if held.venue else ""
            if not place:
                return say("Another venue would make it {figure}.", figure=after)
            return say(
                "Another venue, such as “{place}”, would make it {figure}.",
                place=place, figure=after,
            )  # fmt: skip
        case Part.FORMAT:
            return say(
                "Another form, “{other}”, would make it {figure}.",
                other=label(held.format), figure=after,
            )  # fmt: skip
        case _:
            return say("Another day of the week would make it {figure}.", figure=after)


def _rare_first(line: Sequence[Held]) -> list[EventKind]:
    """Of categories that would help as much, what was longest not there is told."""
    last = {held.category: number for number, held in enumerate(line)}
    return sorted(EventKind, key=lambda kind: last.get(kind, -1))


def _before(desk: Desk, since: datetime) -> Sequence[Held]:
    """The last six before `since`."""
    rows = desk.session.scalars(
        select(Event)
        .where(Event.starts_at < since, Event.state != EventState.CANCELLED)
        .order_by(Event.starts_at.desc(), Event.id.desc())
        .limit(BACK)
    ).all()
    sorts = Sorts(desk)
    found = []
    for event in reversed(rows):
        sort = sorts.of(event.sort_id, event.kind)
        form = event.format or (sort.format if sort else usual_format(event.kind))
        day = event.starts_at.astimezone(zone_of(event.zone)).weekday()
        found.append(Held(event.kind, event.venue_id, form, day))
    return found
