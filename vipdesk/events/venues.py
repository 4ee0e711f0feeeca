"""The places where the club gathers."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk, merging
from vipdesk.access.merging import Joined
from vipdesk.channels.hours import zone as zone_of
from vipdesk.errors import NotFound, UserError
from vipdesk.events.programme import keep_found
from vipdesk.events.venue_facts import FACTS, facts_of, put_facts
from vipdesk.models import Event, Venue
from vipdesk.wording import Lang, say


@dataclass(frozen=True, slots=True)
class VenueRow:
    """A place to choose from."""

    id: UUID
    name: str
    name_en: str
    city: str
    zone: str
    capacity: int
    step_free: bool

    def named(self, lang: Lang) -> str:
        """Its name in the reader's language."""
        return self.name_en if lang is Lang.EN and self.name_en else self.name


@dataclass(frozen=True, slots=True)
class VenueWords:
    """A place as a person types it. `address_en` is whole, with the city; `zone`: IANA.

    The last six are its facts sheet.
    """

    name: str
    name_en: str = ""
    address: str = ""
    address_en: str = ""
    city: str = ""
    zone: str = "Europe/Moscow"
    capacity: int = 0
    step_free: bool = False
    materials: str = ""
    menu: str = ""
    ingredients: str = ""
    allergens: str = ""
    way_in: str = ""
    parking: str = ""


def list_venues(desk: Desk) -> tuple[VenueRow, ...]:
    """All places, by name."""
    rows = desk.session.scalars(select(Venue).order_by(Venue.name))
    return tuple(
        VenueRow(v.id, v.name, v.name_en, v.city, v.zone, v.capacity, v.step_free) for v in rows
    )


def get_venue(desk: Desk, venue_id: UUID) -> VenueWords:
    """All that is kept of a place. Raises `NotFound`."""
    return _words_of(_venue(desk, venue_id))


def add_venue(
    desk: Desk,
    *,
    name: str,
    city: str = "",
    address: str = "",
    capacity: int = 0,
    name_en: str = "",
    address_en: str = "",
    zone: str = "Europe/Moscow",
    step_free: bool = False,
    **facts: str,
) -> UUID:
    """A new place. `address_en` is whole, with the city; `facts` as in `VenueWords`.

    Raises `UserError` beside its field.
    """
    words = VenueWords(name, name_en, address, address_en, city, zone, capacity, step_free, **facts)
    venue = Venue()
    _put(venue, _checked(words))
    desk.session.add(venue)
    desk.session.flush()
    desk.note("add_venue", "venue", venue.id, ("name",))
    return venue.id


def change_venue(
    desk: Desk, venue_id: UUID, *, words: VenueWords, base: VenueWords
) -> Joined[VenueWords]:
    """Change a place: what somebody else changed since `base` in other fields stays.

    Events that are planned there keep their own zone and what their guests were told.
    Raises `Diverged` where both changed the same, `NotFound`, and `UserError` beside its field.
    """
    now = get_venue(desk, venue_id)
    joined = merging.join(desk, "venue", venue_id, base=base, yours=words, theirs=now)
    values = _checked(joined.after)
    changed = [name for name, value in values.items() if value != getattr(now, name)]
    if changed:
        venue = _venue(desk, venue_id)
        _put(venue, {name: values[name] for name in changed})
        desk.session.flush()
        desk.note("change_venue", "venue", venue_id, changed)
    if "name" in changed:  # events are found by their place
        for event in desk.session.scalars(select(Event).where(Event.venue_id == venue_id)):
            keep_found(desk, event)
    return joined


def remove_venue(desk: Desk, venue_id: UUID) -> None:
    """Take a place away where no event was ever put: the way back of `add_venue`."""
    venue = _venue(desk, venue_id)
    if desk.session.scalar(select(Event.id).where(Event.venue_id == venue_id).limit(1)):
        raise UserError(say("Events are planned at this place: it stays."))
    desk.session.delete(venue)
    desk.session.flush()
    desk.note("remove_venue", "venue", venue_id)


def _venue(desk: Desk, venue_id: UUID) -> Venue:
    venue = desk.session.get(Venue, venue_id)
    if venue is None:
        raise NotFound(say("This place is not here any more."))
    return venue


def _words_of(venue: Venue) -> VenueWords:
    kept = dict(facts_of(venue))
    values: dict[str, Any] = {
        f.name: kept.get(f.name, "") if f.name in FACTS else getattr(venue, f.name)
        for f in fields(VenueWords)
    }
    return VenueWords(**values)


def _put(venue: Venue, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name not in FACTS:
            setattr(venue, name, value)
    put_facts(venue, {n: v for n, v in values.items() if n in FACTS})


def _checked(words: VenueWords) -> dict[str, Any]:
    """The columns of a place."""
    values = {f.name: getattr(words, f.name) for f in fields(VenueWords)}
    values = {n: v.strip() if isinstance(v, str) else v for n, v in values.items()}
    if not values["name"]:
        raise UserError(say("Give the place a name."), field="name")
    if zone_of(values["zone"]) is None:
        raise UserError(say("Choose a time zone from the list."), field="zone")
    values["capacity"] = max(0, values["capacity"])
    return values
