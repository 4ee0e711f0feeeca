"""The places where the club gathers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.models import Venue
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


def list_venues(desk: Desk) -> tuple[VenueRow, ...]:
    """All places, by name."""
    rows = desk.session.scalars(select(Venue).order_by(Venue.name))
    return tuple(
        VenueRow(v.id, v.name, v.name_en, v.city, v.zone, v.capacity, v.step_free) for v in rows
    )


def add_venue(
    desk: Desk,
    *,
    name: str,
    city: str = "",
    address: str = "",
    capacity: int = 0,
    name_en: str = "",
    address_en: str = "",
) -> UUID:
    """A new place. `address_en` is whole, with the city."""
    if not name.strip():
        raise UserError(say("Give the place a name."), field="venue")
    venue = Venue(
        name=name.strip(),
        name_en=name_en.strip(),
        city=city.strip(),
        address=address.strip(),
        address_en=address_en.strip(),
        capacity=max(0, capacity),
    )
    desk.session.add(venue)
    desk.session.flush()
    desk.note("add_venue", "venue", venue.id, ("name",))
    return venue.id
