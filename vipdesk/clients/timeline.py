"""One stream of everything between the club and a client, the newest first.

Nothing of the private complaint track is read here, and nothing here points at it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from heapq import nlargest
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.clients.handover import READERS
from vipdesk.clients.rows import EventRow
from vipdesk.clients.sight import cares_for, client_of, readable
from vipdesk.models import (
    Event,
    Guest,
    GuestList,
    Handover,
    Interaction,
    Invitation,
    Promise,
    Staff,
    StatusCard,
)
from vipdesk.vocabulary import (
    Channel,
    Direction,
    EventState,
    InteractionKind,
    InvitationState,
    PartStat,
    PromiseState,
)
from vipdesk.wording import NOBODY, Who


class TimelineKind(StrEnum):
    """What an entry tells."""

    INTERACTION = "interaction"
    PROMISED = "promised"
    PROMISE_CLOSED = "promise_closed"
    INVITED = "invited"
    ANSWERED = "answered"
    CAME = "came"
    MISSED = "missed"  # said yes and was not at the door
    CARD = "card"
    HANDED_OVER = "handed_over"  # to another manager; `who` gave, `to` received, `text` is a word


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the stream. `text` is data: what was said, a promise, a title, a number.

    `id` is the row it stands for (interaction, promise, event, card); `state` is set where
    the kind needs it: of a closed promise, of an answer.
    """

    kind: TimelineKind
    id: UUID
    at: datetime
    text: str
    text_en: str = ""
    who: Who = NOBODY
    to: Who = NOBODY
    interaction: InteractionKind | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    two_way: bool = False
    promise_state: PromiseState | None = None
    answer: PartStat | None = None


def list_timeline(
    desk: Desk, client_id: UUID, *, before: datetime | None = None, limit: int = 60
) -> tuple[Entry, ...]:
    """The newest `limit` entries, or those before a moment: give the last entry's `at`.

    Entries of one moment are never parted by the limit of a source, so some more may come.
    """
    client_of(desk, client_id)
    until = before or desk.now
    found = [
        *_interactions(desk, client_id, until, limit),
        *_promises(desk, client_id, until, limit),
        *_invitations(desk, client_id, until),
        *_attendance(desk, client_id, until),
        *_cards(desk, client_id, until),
        *_handovers(desk, client_id, until),
    ]
    return tuple(nlargest(limit, found, key=lambda e: (e.at, e.id)))


def list_client_events(desk: Desk, client_id: UUID) -> tuple[EventRow, ...]:
    """Events the client was invited to or is listed for, the next first, then the past ones."""
    wanted = (
        select(Event, Invitation, Guest.attended)
        .join(Invitation, Invitation.event_id == Event.id)
        .outerjoin(GuestList, GuestList.event_id == Event.id)
        .outerjoin(Guest, (Guest.guest_list_id == GuestList.id) & (Guest.client_id == client_id))
        .where(Invitation.client_id == client_id, Invitation.state != InvitationState.CANCELLED)
        .order_by(Event.starts_at.desc())
    )
    rows = [
        EventRow(e.id, e.title, e.title_en, e.starts_at, e.zone, str(i.partstat), came)
        for e, i, came in desk.session.execute(wanted)
        if e.state is not EventState.CANCELLED
    ]
    coming = [r for r in reversed(rows) if r.starts_at > desk.now]
    return (*coming, *(r for r in rows if r.starts_at <= desk.now))


def _interactions(desk: Desk, client_id: UUID, until: datetime, limit: int) -> list[Entry]:
    may_read = readable(desk, cares=cares_for(desk, client_id))
    found = desk.session.execute(
        select(Interaction, Staff)
        .outerjoin(Staff, Staff.id == Interaction.staff_id)
        .where(
            Interaction.client_id == client_id,
            Interaction.at <= until,
            (Interaction.sensitivity.in_(may_read)) | (Interaction.staff_id == desk.actor.id),
        )
        .order_by(Interaction.at.desc(), Interaction.id.desc())
        .limit(limit)
    )
    return [
        Entry(
            TimelineKind.INTERACTION, i.id, i.at, i.text, who=Who.of(s), interaction=i.kind,
            channel=i.channel, direction=i.direction, two_way=i.two_way,
        )
        for i, s in found
    ]  # fmt: skip


def _promises(desk: Desk, client_id: UUID, until: datetime, limit: int) -> list[Entry]:
    found = desk.session.execute(
        select(Promise, Staff)
        .join(Staff, Staff.id == Promise.owner_id)
        .where(Promise.client_id == client_id, Promise.made_at <= until)
        .order_by(Promise.made_at.desc())
        .limit(limit)
    )
    entries = []
    for p, owner in found:
        entries.append(Entry(TimelineKind.PROMISED, p.id, p.made_at, p.text, who=Who.of(owner)))
        if p.closed_at is not None and p.closed_at <= until:
            entries.append(
                Entry(
                    TimelineKind.PROMISE_CLOSED, p.id, p.closed_at, p.text, who=Who.of(owner),
                    promise_state=p.state,
                )
            )  # fmt: skip
    return entries


def _invitations(desk: Desk, client_id: UUID, until: datetime) -> list[Entry]:
    found = desk.session.execute(
        select(Invitation, Event)
        .join(Event, Event.id == Invitation.event_id)
        .where(Invitation.client_id == client_id, Invitation.sent_at.is_not(None))
    )
    entries = []
    for i, e in found:
        if i.sent_at is not None and i.sent_at <= until:
            entries.append(
                Entry(TimelineKind.INVITED, e.id, i.sent_at, e.title, e.title_en, channel=i.channel)
            )
        if i.answered_at is not None and i.answered_at <= until:
            entries.append(
                Entry(
                    TimelineKind.ANSWERED, e.id, i.answered_at, e.title, e.title_en,
                    answer=i.partstat,
                )
            )  # fmt: skip
    return entries


def _attendance(desk: Desk, client_id: UUID, until: datetime) -> list[Entry]:
    found = desk.session.execute(
        select(Event, Guest.attended)
        .join(GuestList, GuestList.event_id == Event.id)
        .join(Guest, Guest.guest_list_id == GuestList.id)
        .where(Guest.client_id == client_id, Guest.attended.is_not(None), Event.starts_at <= until)
    )
    return [
        Entry(
            TimelineKind.CAME if came else TimelineKind.MISSED, e.id, e.starts_at, e.title,
            e.title_en,
        )
        for e, came in found
    ]  # fmt: skip


def _cards(desk: Desk, client_id: UUID, until: datetime) -> list[Entry]:
    found = desk.session.scalars(
        select(StatusCard).where(
            StatusCard.client_id == client_id, StatusCard.issued_on.is_not(None)
        )
    )
    utc = ZoneInfo("UTC")
    entries = [
        Entry(TimelineKind.CARD, c.id, datetime.combine(c.issued_on, time(9), utc), c.number)
        for c in found
        if c.issued_on is not None
    ]
    return [e for e in entries if e.at <= until]


def _handovers(desk: Desk, client_id: UUID, until: datetime) -> list[Entry]:
    if desk.actor.role not in READERS:
        return []
    giver, receiver = aliased(Staff), aliased(Staff)
    found = desk.session.execute(
        select(Handover, giver, receiver)
        .outerjoin(giver, giver.id == Handover.from_id)
        .join(receiver, receiver.id == Handover.to_id)
        .where(Handover.client_id == client_id, Handover.undone_at.is_(None), Handover.at <= until)
    )
    return [
        Entry(TimelineKind.HANDED_OVER, h.id, h.at, h.note, who=Who.of(g), to=Who.of(r))
        for h, g, r in found
    ]
