"""Promises and events of the week, and replies that somebody has to look at."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, case, func, or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.access.sight import in_care_of
from vipdesk.agenda.lines import EventLine, PromiseLine, When
from vipdesk.agenda.rhythm import name_of, named_columns
from vipdesk.models import Client, Event, Invitation, Promise, Reply, Staff, Venue
from vipdesk.vocabulary import (
    EventState,
    InvitationState,
    PartStat,
    PromiseState,
    Role,
    Verdict,
)
from vipdesk.wording import NOBODY, Who

_SHOWN = (EventState.PLANNED, EventState.INVITING, EventState.CLOSED, EventState.HELD)
_ON_ITS_WAY = (InvitationState.SENT, InvitationState.QUEUED, InvitationState.HELD)


def list_promises(
    desk: Desk, *, tomorrow: datetime, until: datetime, limit: int
) -> tuple[tuple[PromiseLine, ...], int]:
    """Open promises due before `until`: one's own and those to clients in care.

    `tomorrow`: the end of today (UTC). Returns the lines and how many more there are.
    """
    query = (
        select(
            Promise.id,
            Promise.client_id,
            Promise.text,
            Promise.due_at,
            Promise.owner_id,
            *named_columns(),
            Staff,
            func.count().over().label("all"),
        )
        .join(Client, Client.id == Promise.client_id)
        .join(Staff, Staff.id == Promise.owner_id)
        .where(
            Promise.state == PromiseState.OPEN,
            Promise.due_at < until,
            or_(Promise.owner_id == desk.actor.id, in_care_of(desk.actor.id, desk.now)),
        )
        .order_by(Promise.due_at, Promise.id)
        .limit(limit)
    )
    rows = desk.session.execute(query).all()
    lines = tuple(
        PromiseLine(
            id=r.id,
            client_id=r.client_id,
            name=name_of(r),
            text=r.text,
            due_at=r.due_at,
            when=_when(r.due_at, desk.now, tomorrow),
            owner=NOBODY if r.owner_id == desk.actor.id else Who.of(r.Staff),
            contact=None,
        )
        for r in rows
    )
    return lines, (rows[0].all - len(rows) if rows else 0)


def _when(due_at: datetime, now: datetime, tomorrow: datetime) -> When:
    if due_at < now:
        return When.OVERDUE
    return When.TODAY if due_at < tomorrow else When.WEEK


def list_events(desk: Desk, *, until: datetime, limit: int) -> tuple[EventLine, ...]:
    """Gatherings that run or begin before `until`, with the state of their replies."""
    came = case((Invitation.partstat == PartStat.ACCEPTED, Invitation.party), else_=0)
    silent = case((Invitation.partstat == PartStat.NEEDS_ACTION, 1), else_=0)
    near = (
        Event.starts_at < until,
        Event.starts_at > desk.now - timedelta(days=3),
        Event.ends_at > desk.now,
        Event.state.in_(_SHOWN),
    )
    replies = (
        select(
            Invitation.event_id,
            func.count().label("invited"),
            func.sum(came).label("coming"),
            func.sum(silent).label("silent"),
        )
        .where(
            Invitation.event_id.in_(select(Event.id).where(*near)),
            Invitation.state.in_(_ON_ITS_WAY),
        )
        .group_by(Invitation.event_id)
        .subquery()
    )
    query = (
        select(
            Event.id,
            Event.title,
            Event.title_en,
            Event.kind,
            Event.starts_at,
            Event.ends_at,
            Event.capacity,
            Venue.name,
            Venue.name_en,
            replies.c.invited,
            replies.c.coming,
            replies.c.silent,
        )
        .join(Venue, Venue.id == Event.venue_id, isouter=True)
        .join(replies, replies.c.event_id == Event.id, isouter=True)
        .where(*near)
        .order_by(Event.starts_at)
        .limit(limit)
    )
    return tuple(_event_line(r) for r in desk.session.execute(query))


def _event_line(r: Row[Any]) -> EventLine:
    return EventLine(
        id=r.id,
        title=r.title,
        title_en=r.title_en or r.title,
        kind=r.kind,
        starts_at=r.starts_at,
        place=r.name or "",
        place_en=r.name_en or r.name or "",
        invited=int(r.invited or 0),
        coming=int(r.coming or 0),
        silent=int(r.silent or 0),
        capacity=r.capacity,
        ends_at=r.ends_at,
    )


def count_replies(desk: Desk) -> int:
    """Replies that wait for a person's eye; auditors and administrators have none to settle."""
    if not desk.actor.may(Verb.SELECT, "reply"):
        return 0
    query = select(func.count()).where(Reply.verdict.in_((Verdict.REVIEW, Verdict.QUARANTINE)))
    return desk.session.scalar(query) or 0


def count_without_manager(desk: Desk) -> int:
    """Clients with no personal manager: an error state that is shown (CL-01)."""
    if desk.actor.role is Role.COORDINATOR:
        return 0
    query = select(func.count()).where(Client.manager_id.is_(None), Client.left_on.is_(None))
    return desk.session.scalar(query) or 0
