"""A dinner for tests: guests who accepted, what is between them, tables."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events.seating import plan
from vipdesk.events.seating.room import Room, rows_of_tables
from vipdesk.models import Introduction, PersonAround
from vipdesk.vocabulary import EventKind, EventState, PartStat, PersonKind

SURNAMES = (
    "Арбенина", "Белова", "Ветрова", "Громова", "Дымова", "Ершова", "Жукова", "Зимина", "Ильина",
    "Кленова", "Лунина", "Морозова",
)  # fmt: skip


def dinner(desk: Desk, guests: int = 8, **fields: Any) -> tuple[UUID, list[UUID]]:
    """An event and the clients who accepted, alone each."""
    event = factories.event(
        desk, kind=EventKind.DINNER, state=EventState.INVITING, title="Ужин у камина",
        title_en="Dinner by the fire", capacity=40,
        venue_id=factories.venue(desk, step_free=True).id,
    )  # fmt: skip
    ids = [coming(desk, event, SURNAMES[n % 12] + "-" * (n // 12), **fields) for n in range(guests)]
    return event.id, ids


def coming(desk: Desk, event: Any, surname: str, *, party: int = 1, **fields: Any) -> UUID:
    """A client who accepted."""
    values = {"latin_name": "", **fields}
    guest = factories_events.guest(desk, surname, **values)
    factories_events.invited(
        desk, guest.id, event, sample=False, partstat=PartStat.ACCEPTED, party=party
    )
    return guest.id


def tables(desk: Desk, event_id: UUID, count: int = 2, seats: int = 6) -> Room:
    """Round tables, laid."""
    room = rows_of_tables(count, seats)
    plan.change_room(desk, event_id=event_id, room=room, version=version(desk, event_id))
    return room


def version(desk: Desk, event_id: UUID) -> int:
    return plan.get_seating(desk, event_id).version


def around(desk: Desk, one: UUID, other: UUID, kind: PersonKind, **fields: Any) -> None:
    factories_events.add(
        desk, PersonAround(client_id=one, other_client_id=other, kind=kind, **fields)
    )


def wish(desk: Desk, one: UUID, other: UUID) -> None:
    factories_events.add(
        desk,
        Introduction(
            client_id=one, other_client_id=other, noted_by_id=desk.actor.id, noted_at=desk.now
        ),
    )
