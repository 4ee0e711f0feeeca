"""What pickers find: one way for all sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Text


def find_clients(desk: Any, typed: str) -> tuple[tuple[UUID, Text, Text], ...]:
    """Clients by half a name, a phone, a company: (id, name, why it was found)."""
    from vipdesk.search import find, in_latin

    hits = find(desk, typed, 8, kinds=("client",))
    return tuple(
        (hit.id, say("{name}", name=Who(hit.title, latin.title)), hit.why or hit.detail)
        for hit, latin in zip(hits, in_latin(desk, hits), strict=True)
    )
