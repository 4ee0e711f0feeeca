"""Taking a draft away: the way back of a new event, a copy or a repeat."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events.programme import find_event
from vipdesk.models import (
    EventCost,
    EventFile,
    EventOption,
    EventSession,
    Guest,
    GuestList,
    Invitation,
)
from vipdesk.store import search_index
from vipdesk.vocabulary import EventState
from vipdesk.wording import say

_PARTS: tuple[Any, ...] = (EventSession, EventOption, EventCost, EventFile, GuestList)


def remove_draft(desk: Desk, event_id: UUID) -> None:
    """Only a draft that nobody is invited to or thought of for; raises `UserError` else."""
    event = find_event(desk, event_id)
    thought_of = (
        select(func.count())
        .select_from(Guest)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .where(GuestList.event_id == event_id)
    )
    invited = select(func.count()).select_from(Invitation).where(Invitation.event_id == event_id)
    count = (desk.session.scalar(thought_of) or 0) + (desk.session.scalar(invited) or 0)
    if event.state is not EventState.DRAFT or count:
        raise UserError(say("Guests are thought of for this event: cancel it instead."))
    for table in _PARTS:
        desk.session.execute(delete(table).where(table.event_id == event_id))
    search_index.remove(desk.session, event_id)
    desk.session.delete(event)
    desk.session.flush()
    desk.note("remove_event", "event", event_id)
