"""Deeds over several clients at once: all or none, with one way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.clients.promises import make_promise, remove_promise
from vipdesk.errors import UserError
from vipdesk.wording import say

MOST = 500


def promise_each(
    desk: Desk, client_ids: Sequence[UUID], *, text: str, due_at: datetime
) -> tuple[UUID, ...]:
    """Note the same promise to each of these clients; who is at work keeps it."""
    ids = tuple(dict.fromkeys(client_ids))
    if not ids:
        raise UserError(say("Choose clients in the list, several with Shift."))
    if len(ids) > MOST:
        raise UserError(say("Choose {limit} clients at most.", limit=MOST))
    return tuple(make_promise(desk, i, text=text, due_at=due_at) for i in ids)


def take_promises_back(desk: Desk, promise_ids: Sequence[UUID]) -> None:
    """The way back of `promise_each`."""
    for promise_id in promise_ids:
        remove_promise(desk, promise_id)
