"""What the seating tab does in the desk's worker, and the ways back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from vipdesk.events.seating import plan

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.seating.plan import RoomSource, Seating
    from vipdesk.events.seating.room import Room


def read_seating(desk: Any, *, event_id: UUID, lang: Any) -> tuple[Seating, tuple[RoomSource, ...]]:
    """The seating, and rooms that can be copied."""
    return plan.get_seating(desk, event_id, lang=lang), plan.list_rooms(desk, event_id)


def give_hosts(desk: Any, *, event_id: UUID, version: int) -> Room:
    """A host at each table; returns the former room."""
    room = plan.propose_hosts(desk, event_id)
    return plan.change_room(desk, event_id=event_id, room=room, version=version)


def draw_paper(kind: str, paper: Any, words_: Any, path: Path) -> None:
    """Draw a paper ('cards', 'plan', 'faces') into a file."""
    from vipdesk.events.seating import papers

    draw = {"cards": papers.place_cards_pdf, "plan": papers.plan_pdf, "faces": papers.facesheet_pdf}
    path.write_bytes(draw[kind](paper, words_))


class SeatsBack:
    """Seats as they were."""

    def __init__(self, event_id: UUID) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: Any) -> None:
        """Put them back."""
        plan.put_seats(desk, event_id=self._event_id, seats=before)


class RoomBack:
    """The room as it was."""

    def __init__(self, event_id: UUID | None) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: Any) -> None:
        """Put them back."""
        if self._event_id is not None:
            plan.put_room(desk, event_id=self._event_id, room=before)
