"""The ledger of scarce seats: what each client earned and was given, event by event.

At each event everybody eligible and willing earns the seats × the share of the tier; a seat taken
costs one. Eligible: in on the list as it was sent, invited, or on the waiting list. Willing: who
did not say no and did not leave the invitation unanswered. Who was never asked stays willing:
else those who are never asked would never earn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, func, select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events import allocation, guest_lists, guest_ties
from vipdesk.events.programme import find_event
from vipdesk.models import (
    Client,
    CreditLine,
    Event,
    Guest,
    GuestList,
    Invitation,
    ListSnapshot,
    SnapshotName,
    Tier,
    WaitingEntry,
)
from vipdesk.vocabulary import EventState, InvitationState, PartStat
from vipdesk.wording import Lang, say

_RIPE, _OLD = timedelta(days=3), timedelta(days=60)
_STEP = 0.5  # each tier up adds half a share
_HELD = frozenset(
    {EventState.INVITING, EventState.CLOSED, EventState.HELD, EventState.REVIEWED}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settled:
    """What settling wrote: how many clients earned, how many seats were taken."""

    event_id: UUID
    clients: int
    seats: int


@dataclass(frozen=True, slots=True)
class CreditRow:
    """One line of a client's ledger, in thousandths of a seat."""

    event_id: UUID
    title: str
    title_en: str
    at: datetime
    earned: int
    spent: int

    def event(self, lang: Lang) -> str:
        """The event's title in the reader's language."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


def balances(desk: Desk, client_ids: Iterable[UUID]) -> dict[UUID, int]:
    """Thousandths of a seat owed to each; nothing for who has no line yet."""
    rows = desk.session.execute(
        select(CreditLine.client_id, func.sum(CreditLine.earned) - func.sum(CreditLine.spent))
        .where(CreditLine.client_id.in_(list(client_ids)))
        .group_by(CreditLine.client_id)
    )
    return {client_id: int(owed) for client_id, owed in rows}


def list_credit(desk: Desk, client_id: UUID) -> tuple[CreditRow, ...]:
    """A client's ledger, the newest event first."""
    rows = desk.session.execute(
        select(CreditLine, Event)
        .join(Event, Event.id == CreditLine.event_id)
        .where(CreditLine.client_id == client_id)
        .order_by(Event.starts_at.desc(), Event.id)
    )
    return tuple(
        CreditRow(e.id, e.title, e.title_en, e.starts_at, line.earned, line.spent)
        for line, e in rows
    )


def shares(desk: Desk, client_ids: Iterable[UUID]) -> dict[UUID, float]:
    """Each client's share by tier: the lowest tier and none 1, each tier above half more."""
    lowest = desk.session.scalar(select(func.max(Tier.rank))) or 0
    rows = desk.session.execute(
        select(Client.id, Tier.rank)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .where(Client.id.in_(list(client_ids)))
    )
    return {i: 1.0 if rank is None else 1.0 + _STEP * (lowest - rank) for i, rank in rows}


def settle(desk: Desk, event_id: UUID) -> Settled:
    """Write the event's lines anew from what is known of who came: doing it twice is as once.

    Raises `UserError` before the event is over, for one that never was, and for who may not.
    """
    event = find_event(desk, event_id)
    if not guest_ties.sees_all(desk):
        raise UserError(say("Shares of the seats are settled by who coordinates the event."))
    if event.state not in _HELD or event.ends_at > desk.now:
        raise UserError(say("Shares of the seats are settled when the event is over."))
    answers = _answers(desk, event_id)
    taken = {i: seats for i, seats in _taken(desk, event_id, answers).items() if seats}
    willing = [i for i in _eligible(desk, event_id, answers) if _is_willing(answers.get(i))]
    willing += [i for i in taken if i not in set(willing)]
    earned = allocation.earned(_seats(event, taken), shares(desk, willing))
    desk.session.execute(delete(CreditLine).where(CreditLine.event_id == event_id))
    for client_id in willing:
        desk.session.add(
            CreditLine(
                event_id=event_id,
                client_id=client_id,
                earned=earned.get(client_id, 0),
                spent=taken.get(client_id, 0) * allocation.MILLI,
                settled_at=desk.now,
            )
        )
    event.settled_at = desk.now
    desk.session.flush()
    desk.note("settle_credit", "event", event_id, ("credit",))
    return Settled(event_id, len(willing), sum(taken.values()))


def settle_due(desk: Desk) -> int:
    """Settle events that were held some days ago and are not settled yet; returns how many.

    Attendance is known by then; whoever corrects it later settles again by hand. Where nobody
    was willing there is no line to tell it by, so the event itself says that it is settled.
    """
    if not guest_ties.sees_all(desk):
        return 0
    due = desk.session.scalars(
        select(Event.id).where(
            Event.state.in_((EventState.HELD, EventState.REVIEWED)),
            Event.ends_at <= desk.now - _RIPE,
            Event.ends_at > desk.now - _OLD,
            Event.settled_at.is_(None),
            Event.id.not_in(select(CreditLine.event_id)),
            Event.id.in_(select(Invitation.event_id)),
        )
    ).all()
    return sum(settle(desk, event_id).clients > 0 for event_id in due)


def unsettle(desk: Desk, event_id: UUID) -> int:
    """Take the event's lines away: the way back of the first `settle`. Returns how many."""
    lines = desk.session.scalars(select(CreditLine.id).where(CreditLine.event_id == event_id)).all()
    desk.session.execute(delete(CreditLine).where(CreditLine.event_id == event_id))
    find_event(desk, event_id).settled_at = None
    desk.session.flush()
    desk.note("unsettle_credit", "event", event_id, ("credit",))
    return len(lines)


def follow(desk: Desk, event: Event, before: EventState) -> None:
    """The ledger goes with the event's state: settled when reviewed, undone on the way back.

    Who sees only a part of the guests leaves it to the tick of somebody who sees all.
    """
    if not guest_ties.sees_all(desk):
        return
    if (before, event.state) == (EventState.HELD, EventState.REVIEWED):
        if event.ends_at <= desk.now:
            settle(desk, event.id)
    elif before is EventState.REVIEWED:
        unsettle(desk, event.id)


def is_settled(desk: Desk, event_id: UUID) -> bool:
    """Whether the event has lines in the ledger."""
    found = select(CreditLine.id).where(CreditLine.event_id == event_id).limit(1)
    return desk.session.scalar(found) is not None


def _seats(event: Event, taken: dict[UUID, int]) -> int:
    """What there was to share: the room, or what was taken where no room was named."""
    return event.capacity or sum(taken.values())


def _answers(desk: Desk, event_id: UUID) -> dict[UUID, Invitation]:
    rows = desk.session.scalars(
        select(Invitation).where(
            Invitation.event_id == event_id,
            Invitation.state.not_in((InvitationState.CANCELLED, InvitationState.DRAFT)),
        )
    )
    return {i.client_id: i for i in rows}


def _is_willing(invitation: Invitation | None) -> bool:
    return invitation is None or invitation.partstat in {PartStat.ACCEPTED, PartStat.TENTATIVE}


def _taken(desk: Desk, event_id: UUID, answers: dict[UUID, Invitation]) -> dict[UUID, int]:
    """People in the room, or chairs kept for who said yes and did not come: a chair is a chair."""
    came = desk.session.execute(
        select(Guest.client_id, Guest.attended, Guest.party_came)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .where(GuestList.event_id == event_id)
    )
    found = {i: a.party for i, a in answers.items() if a.partstat is PartStat.ACCEPTED}
    for client_id, attended, party in came:
        if attended:
            found[client_id] = max(1, party)
    return found


def _eligible(desk: Desk, event_id: UUID, answers: dict[UUID, Invitation]) -> list[UUID]:
    sent = desk.session.scalars(
        select(SnapshotName.client_id)
        .join(ListSnapshot, ListSnapshot.id == SnapshotName.snapshot_id)
        .where(ListSnapshot.event_id == event_id, SnapshotName.included.is_(True))
    ).all()
    if not sent:
        listed = guest_lists.get_guest_list(desk, event_id).guests
        sent = [g.client_id for g in listed if g.included]
    waits = desk.session.scalars(
        select(WaitingEntry.client_id).where(WaitingEntry.event_id == event_id)
    )
    return sorted({*sent, *waits, *answers}, key=str)
