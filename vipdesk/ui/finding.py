"""What pickers find: one way for all sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Text


def find_clients(desk: Any, typed: str) -> tuple[tuple[UUID, Text, Text], ...]:
    """Clients by half a name, a phone, a company: (id, name, why it was found)."""
    from vipdesk.search import find

    hits = find(desk, typed, 8, kinds=("client",))
    return tuple((hit.id, hit.title, hit.why or hit.detail) for hit in hits)
