"""Tables laid for the next evenings of the demonstration club; guests are seated by who looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vipdesk.events.seating.room import keep, rows_of_tables
from vipdesk.events.seating.rules import Rules
from vipdesk.vocabulary import EventState

if TYPE_CHECKING:
    from vipdesk.demo.chance import Chance
    from vipdesk.demo.programme import Planned
    from vipdesk.demo.rows import Rows

_CHAIRS = 8


def lay_tables(rows: Rows, chance: Chance, planned: Sequence[Planned]) -> None:
    """A plan for each event people are invited to, with one table more than it needs."""
    for event in planned:
        if event.state is EventState.INVITING:
            count = -(-event.capacity // (_CHAIRS - 1)) + 1
            rows.add(
                "seat_plan",
                {
                    "id": chance.id(chance.as_of), "event_id": event.id,
                    "furniture": keep(rows_of_tables(count, _CHAIRS, step_free=True)),
                    "rules": Rules(company_cap=3).keep(), "known": {},
                },
            )  # fmt: skip
