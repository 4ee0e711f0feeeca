"""Doors for tests: lists without a database, and an event with guests who said yes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events.door import Scan
from vipdesk.events.door_list import DoorGuest, DoorList, spare_shares
from vipdesk.vocabulary import EventState, PartStat

EVENING = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
NAMES = (
    ("Щукин Пётр Ильич", "Petr Shchukin"),
    ("Боброва Анна", "Anna Bobrova"),
    ("Müller Karl", "Karl Müller"),
    ("Иванов Иван", "Ivan Ivanov"),
)


class Kept:
    """A log in memory."""

    def __init__(self) -> None:
        self.scans: list[Scan] = []

    def append(self, scans: Iterable[Scan]) -> None:
        self.scans += scans


def guests(names: Iterable[tuple[str, str]] = NAMES, **fields: Any) -> tuple[DoorGuest, ...]:
    values = {"party": 1, "allowance": 1, **fields}
    return tuple(DoorGuest(uuid4(), name, latin, **values) for name, latin in names)


def door_list(
    listed: tuple[DoorGuest, ...] | None = None, *, capacity: int = 0, desks: int = 2, **fields: Any
) -> DoorList:
    listed = guests() if listed is None else listed
    values: dict[str, Any] = {
        "pass_id": uuid4(), "event_id": uuid4(), "title": "Вечер клуба", "title_en": "An evening",
        "place": "Дом", "place_en": "House", "starts_at": EVENING,
        "ends_at": EVENING + timedelta(hours=3), "zone": "Europe/Moscow", "capacity": capacity,
        "wipes_at": EVENING + timedelta(hours=15), "desks": desks, "guests": listed,
        "shares": spare_shares(capacity, sum(g.party for g in listed), desks),
        "made_at": EVENING, **fields,
    }  # fmt: skip
    return DoorList(**values)


def evening(desk: Desk, names: Iterable[str] = ("Волкова", "Громов"), **fields: Any) -> UUID:
    """An event tonight with guests who said yes; its id."""
    values = {"state": EventState.CLOSED, "starts_at": desk.now + timedelta(hours=1), **fields}
    values.setdefault("ends_at", values["starts_at"] + timedelta(hours=3))
    event = factories.event(desk, **values)
    for surname in names:
        who = factories_events.guest(desk, surname, mail=f"{len(surname)}{uuid4().hex}@c.example")
        factories_events.invited(
            desk, who.id, event, sample=False, partstat=PartStat.ACCEPTED, party=2, allowance=1,
            answered_at=desk.now,
        )  # fmt: skip
    return UUID(str(event.id))
