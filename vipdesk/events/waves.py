"""How many will come, and whom to ask next: reads what `expected` reckons with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.events import expected, guest_lists, guest_ties
from vipdesk.events.expected import Answers, Chance
from vipdesk.events.guest_lists import GuestListRow
from vipdesk.events.kinds import usual_format
from vipdesk.events.programme import find_event
from vipdesk.events.recommendation import Recommended, recommend
from vipdesk.gathering import EventFormat, WaitingState
from vipdesk.models import Client, Event, Invitation, Tier, WaitingEntry
from vipdesk.vocabulary import EventKind, EventState, InvitationState, PartStat

_PERHAPS = 0.5  # at least, of who said perhaps
_GONE = (InvitationState.CANCELLED, InvitationState.DRAFT, InvitationState.BOUNCED)


@dataclass(frozen=True, slots=True)
class WaveRow:
    """What is to be expected, and the next wave.

    coming: people who said yes. open: invitations not answered. expected: people who will come of
    those asked. after: with the next wave too. risk: of more people than seats, then. waiting:
    parties on the waiting list, who go before any wave. seated: never asked beyond the chairs.
    whole False: only a part of the guests is seen, so no wave is proposed.
    """

    seats: int
    coming: int
    open: int
    declined: int
    expected: float
    after: float
    risk: float
    seated: bool
    waiting: int
    next: tuple[UUID, ...]
    chances: dict[UUID, float]
    recommended: tuple[Recommended, ...]
    whole: bool = True


def propose(desk: Desk, event_id: UUID) -> WaveRow:
    """The next wave in the order of the recommendation; empty when enough are asked."""
    event = find_event(desk, event_id)
    listed = guest_lists.get_guest_list(desk, event_id)
    order = recommend(desk, event_id, listed=listed)
    chances = chances_of(desk, event.kind, [g.client_id for g in listed.guests if g.included])
    asked = _asked(listed, chances)
    kept = _kept(desk, event_id)
    seated = is_seated(event)
    waiting = _waiting(desk, event_id)
    next_ = [
        Chance(r.client_id, chances.get(r.client_id, expected.USUAL), r.party)
        for r in order
        if r.client_id not in waiting
    ]
    seats = max(0, event.capacity - kept)
    whole = guest_ties.sees_all(desk)
    wave = expected.wave(seats, asked, next_ if whole else (), seated=seated)
    now = sum(c.p * c.party for c in asked)
    more = {c.key: c.p * c.party for c in next_}
    return WaveRow(
        seats=event.capacity,
        coming=sum(c.party for c in asked if c.certain),
        open=sum(not c.certain for c in asked),
        declined=sum(g.partstat is PartStat.DECLINED for g in listed.guests),
        expected=now,
        after=now + sum(more[k] for k in wave.keys),
        risk=wave.risk,
        seated=seated,
        waiting=len(waiting),
        next=wave.keys,
        chances=chances,
        recommended=order,
        whole=whole,
    )


def is_seated(event: Event) -> bool:
    """Whether each guest has a chair of their own: such an event is never overbooked."""
    return (event.format or usual_format(event.kind)) in {EventFormat.SEATED, EventFormat.WORKSHOP}


def chances_of(desk: Desk, kind: EventKind, client_ids: Iterable[UUID]) -> dict[UUID, float]:
    """The chance of a yes to an event of this kind, for each client.

    Answers to other kinds tell something too: they make the tier's prior, with those of the kind.
    """
    ids = list(client_ids)
    own: dict[UUID, Answers] = defaultdict(Answers)
    rows = desk.session.execute(
        select(Invitation.client_id, Invitation.partstat, func.count())
        .join(Event, Event.id == Invitation.event_id)
        .where(
            Invitation.client_id.in_(ids), Event.kind == kind, Event.ends_at < desk.now,
            Event.state != EventState.CANCELLED, Invitation.state.not_in(_GONE),
        )
        .group_by(Invitation.client_id, Invitation.partstat)
    )  # fmt: skip
    for client_id, partstat, n in rows:
        own[client_id] += Answers(n, n if partstat is PartStat.ACCEPTED else 0)
    tiers = _tiers(desk, kind)
    of = desk.session.execute(select(Client.id, Client.tier_id).where(Client.id.in_(ids)))
    return {
        client_id: expected.chance_of_yes(
            own.get(client_id, Answers()), tiers.get(tier_id, Answers())
        )
        for client_id, tier_id in of
    }


def _tiers(desk: Desk, kind: EventKind) -> dict[UUID | None, Answers]:
    """What a tier answers to such events, all its clients together."""
    rows = desk.session.execute(
        select(Tier.id, Invitation.partstat, func.count())
        .select_from(Invitation)
        .join(Event, Event.id == Invitation.event_id)
        .join(Client, Client.id == Invitation.client_id)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .where(
            Event.kind == kind, Event.ends_at < desk.now, Event.state != EventState.CANCELLED,
            Invitation.state.not_in(_GONE),
        )
        .group_by(Tier.id, Invitation.partstat)
    )  # fmt: skip
    found: dict[UUID | None, Answers] = defaultdict(Answers)
    for tier_id, partstat, n in rows:
        found[tier_id] += Answers(n, n if partstat is PartStat.ACCEPTED else 0)
    return found


def _asked(listed: GuestListRow, chances: dict[UUID, float]) -> list[Chance[UUID]]:
    """Who is asked already and has not declined; who said yes is certain.

    Until the answer the whole party counts: companions that are allowed may come.
    """
    found = []
    for guest in listed.guests:
        asked = guest.state is not None and guest.state not in _GONE
        if not asked or guest.partstat is PartStat.DECLINED:
            continue
        p = chances.get(guest.client_id, expected.USUAL)
        if guest.partstat is PartStat.ACCEPTED:
            p = 1.0
        elif guest.partstat is PartStat.TENTATIVE:
            p = max(p, _PERHAPS)
        party = guest.party if guest.partstat is PartStat.ACCEPTED else 1 + guest.allowance
        found.append(Chance(guest.client_id, p, party))
    return found


def _kept(desk: Desk, event_id: UUID) -> int:
    """Seats offered to waiting parties who are not invited by an invitation of their own."""
    invited = select(Invitation.client_id).where(
        Invitation.event_id == event_id, Invitation.state.not_in(_GONE)
    )
    offered = select(func.sum(WaitingEntry.offered)).where(
        WaitingEntry.event_id == event_id,
        WaitingEntry.state == WaitingState.OFFERED,
        WaitingEntry.client_id.not_in(invited),
    )
    return int(desk.session.scalar(offered) or 0)


def _waiting(desk: Desk, event_id: UUID) -> set[UUID]:
    """Who waits: offered seats by the waiting list, not by a wave."""
    waits = select(WaitingEntry.client_id).where(
        WaitingEntry.event_id == event_id, WaitingEntry.state == WaitingState.WAITING
    )
    return set(desk.session.scalars(waits))
