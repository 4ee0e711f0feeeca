"""Dates and distance: who cannot well come that day, for names that criteria chose.

A hand pick knows better: whoever put the name there may have asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.hours import zone
from vipdesk.cities import same_city
from vipdesk.events.kinds import usual_format
from vipdesk.gathering import EventFormat
from vipdesk.models import Client, Event, Invitation, Venue
from vipdesk.vocabulary import EventKind, EventState, InvitationState, PartStat
from vipdesk.wording import Say, say

_OVER = (EventState.CANCELLED, EventState.DRAFT)


def clashes(
    desk: Desk, event: Event, clients: Iterable[Client], cities: Iterable[str] = ()
) -> dict[UUID, list[Say]]:
    """What speaks against each name that day. `cities`: chosen by the criteria on purpose."""
    here = list(clients)
    found: dict[UUID, list[Say]] = defaultdict(list)
    for client_id in _elsewhere(desk, event, [c.id for c in here]):
        found[client_id].append(say("Is at another event at this hour"))
    day = day_of(event)
    town = _town(desk, event)
    near = (*cities, town)
    for client in here:
        if client.present_zone not in (None, "", event.zone) and (
            client.present_until is not None and client.present_until > event.starts_at
        ):
            until = client.present_until.date()
            found[client.id].append(say("Is away until {day}", day=until))
        if has_birthday(client, day):
            found[client.id].append(say("Has a birthday that day"))
        if town and client.city and not any(same_city(client.city, c) for c in near):
            found[client.id].append(say("Lives in another city: {city}", city=client.city))
    return found


def day_of(event: Event) -> date:
    """The local date of an event."""
    there = zone(event.zone)
    return (event.starts_at.astimezone(there) if there else event.starts_at).date()


def has_birthday(client: Client, day: date) -> bool:
    """Whether it is the client's own day; one of 29 February has it on the 28th between."""
    if client.birth_month is None or client.birth_day is None:
        return False
    born = (client.birth_month, client.birth_day)
    if born == (2, 29) and (day.year % 4 or (day.year % 100 == 0 and day.year % 400)):
        born = (2, 28)
    return born == (day.month, day.day)


def _town(desk: Desk, event: Event) -> str:
    """Where guests have to come to; '' where distance does not matter."""
    form = event.format or usual_format(event.kind)
    if event.kind is EventKind.TRIP or form is EventFormat.ONLINE or event.venue_id is None:
        return ""
    venue = desk.session.get(Venue, event.venue_id)
    return venue.city if venue is not None else ""


def _elsewhere(desk: Desk, event: Event, ids: list[UUID]) -> set[UUID]:
    """Who is invited to, and has not declined, an event that overlaps with this one."""
    rows = desk.session.scalars(
        select(Invitation.client_id)
        .join(Event, Event.id == Invitation.event_id)
        .where(
            Invitation.client_id.in_(ids),
            Invitation.partstat != PartStat.DECLINED,
            Invitation.state.in_((InvitationState.SENT, InvitationState.QUEUED)),
            Event.id != event.id,
            Event.state.not_in(_OVER),
            Event.starts_at < event.ends_at,
            Event.ends_at > event.starts_at,
        )
    )
    return set(rows)
