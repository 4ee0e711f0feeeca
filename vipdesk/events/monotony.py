"""How monotonous a season is, and which one change would help most. Pure.

Monotony of an event: how much it is like the six before it, the nearest counting most
(0.7^k). Likeness of two events: the same category 0.5, the same venue 0.2, the same format
0.2, the same day of the week 0.1. 0 is all new, 1 the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from vipdesk.events.kinds import usual_format
from vipdesk.gathering import EventFormat
from vipdesk.vocabulary import EventKind

BACK = 6
FADING = 0.7
LIMIT = 0.35
_CATEGORY, _VENUE, _FORMAT, _WEEKDAY = 0.5, 0.2, 0.2, 0.1


@dataclass(frozen=True, slots=True)
class Held:
    """What is remembered of an event. venue None: not chosen yet. weekday: Monday is 0."""

    category: EventKind
    venue: UUID | None
    format: EventFormat
    weekday: int


class Part(StrEnum):
    """What of an event could be another."""

    CATEGORY = "category"
    VENUE = "venue"
    FORMAT = "format"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class Advice:
    """One change of an event. `after`: its monotony then; `held`: what it would be."""

    part: Part
    held: Held
    after: float


def likeness(one: Held, other: Held) -> float:
    """0 to 1. A venue that is not chosen is like none."""
    return (
        _CATEGORY * (one.category is other.category)
        + _VENUE * (one.venue is not None and one.venue == other.venue)
        + _FORMAT * (one.format is other.format)
        + _WEEKDAY * (one.weekday == other.weekday)
    )


def monotony(event: Held, before: Sequence[Held]) -> float | None:
    """Of one event against those before it, the last of them last; None for the first."""
    lately = before[-BACK:][::-1]
    if not lately:
        return None
    weights = [FADING**k for k in range(1, len(lately) + 1)]
    alike = sum(w * likeness(event, other) for w, other in zip(weights, lately, strict=True))
    return alike / sum(weights)


def each(season: Sequence[Held]) -> tuple[float | None, ...]:
    """The monotony of every event of a season, in its order."""
    return tuple(monotony(held, season[max(0, n - BACK) : n]) for n, held in enumerate(season))


def shown(index: float) -> Decimal:
    """As it is said: two digits, with the reader's own comma."""
    return Decimal(f"{index:.2f}")


def mean(figures: Iterable[float | None]) -> float | None:
    """Of a whole season: the mean of its events; None where nothing can be compared."""
    known = [f for f in figures if f is not None]
    return sum(known) / len(known) if known else None


def advise(
    event: Held,
    before: Sequence[Held],
    *,
    venues: Iterable[UUID] = (),
    categories: Iterable[EventKind] = tuple(EventKind),
) -> Advice | None:
    """The single change that lowers it most; None where none would.

    Another category brings its usual format along. Of equals the smaller deed is told: another
    day before another place, another place before another kind.
    """
    now = monotony(event, before)
    if now is None:
        return None
    best: Advice | None = None
    for part, held in _changes(event, venues, categories):
        after = monotony(held, before)
        if after is not None and after < (best.after if best else now) - 1e-9:
            best = Advice(part, held, after)
    return best


def _changes(
    event: Held, venues: Iterable[UUID], categories: Iterable[EventKind]
) -> Iterable[tuple[Part, Held]]:
    for weekday in range(7):
        yield Part.WEEKDAY, replace(event, weekday=weekday)
    for venue in venues:
        yield Part.VENUE, replace(event, venue=venue)
    for form in EventFormat:
        yield Part.FORMAT, replace(event, format=form)
    for category in categories:
        yield Part.CATEGORY, replace(event, category=category, format=usual_format(category))
