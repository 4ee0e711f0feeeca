"""The waiting list of a full event: the party is the unit, all of it or nobody.

Order: places made by hand first (each with a reason), then who came first. A party that does not
fit lets a smaller one behind it pass. An offer is the guest's invitation, and runs out in the
hours of the guest's channel; then the next one is asked. Recomputing looks at everything anew in
one transaction; an entry that cannot be served is told and never stops the others. Who said yes
and cancelled is not offered again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk import log
from vipdesk.access import Desk
from vipdesk.channels import contact
from vipdesk.clients.names import Name
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.events import guest_lists, guest_ties, invitations, offer_hours, waiting_offer
from vipdesk.events.guest_lists import name_of
from vipdesk.events.programme import find_event
from vipdesk.events.routes import routes
from vipdesk.gathering import WaitingState
from vipdesk.models import Client, Event, Invitation, InviteHold, WaitingEntry
from vipdesk.vocabulary import EventState, InvitationState, PartStat
from vipdesk.wording import Say, say

MOST = 20  # people in a party
_LONGEST = 300
_OPEN = frozenset({EventState.PLANNED, EventState.INVITING, EventState.CLOSED})
_LIVE = (WaitingState.WAITING, WaitingState.OFFERED, WaitingState.PROMOTED)
_GONE = (InvitationState.CANCELLED, InvitationState.DRAFT, InvitationState.BOUNCED)


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A party that waits. place: 1 is first, None for who waits no more. by_hand: with `reason`.

    trouble: why it cannot be offered a seat now.
    """

    id: UUID
    client_id: UUID
    name: Name
    party: int
    principal_only: bool
    state: WaitingState
    place: int | None
    by_hand: bool
    reason: str
    added_at: datetime
    offered: int
    expires_at: datetime | None
    trouble: Say | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """The list, those who wait first. free: seats nobody has and nobody is offered."""

    event_id: UUID
    free: int
    rows: tuple[WaitingRow, ...]

    @property
    def people(self) -> int:
        """How many people wait."""
        return sum(r.party for r in self.rows if r.state is WaitingState.WAITING)


@dataclass(slots=True)
class Recomputed:
    """What a recomputation did; `skipped`: entries that could not be served, with why."""

    offered: list[UUID] = field(default_factory=list)
    expired: list[UUID] = field(default_factory=list)
    promoted: list[UUID] = field(default_factory=list)
    closed: list[UUID] = field(default_factory=list)
    skipped: dict[UUID, Say] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.offered or self.expired or self.promoted or self.closed)


# Reads --------------------------------------------------------------------------------------


def get_waiting(desk: Desk, event_id: UUID) -> Waiting:
    """The list as it stands."""
    event = find_event(desk, event_id)
    entries = _entries(desk, event_id)
    ids = [e.client_id for e in entries]
    names = {
        c.id: name_of(c) for c in desk.session.scalars(select(Client).where(Client.id.in_(ids)))
    }
    queue = {e.id: n for n, e in enumerate(_queue(entries), start=1)}
    trouble = _troubles(desk, event_id, [e for e in entries if e.id in queue])
    rows = [_row(e, names[e.client_id], queue, trouble) for e in entries if e.client_id in names]
    rows.sort(key=lambda r: (_ORDER[r.state], r.place or 0, r.added_at, r.id))
    return Waiting(event_id, free_seats(desk, event), tuple(rows))


_ORDER = {
    state: n
    for n, state in enumerate(
        (
            WaitingState.OFFERED, WaitingState.WAITING, WaitingState.PROMOTED,
            WaitingState.EXPIRED, WaitingState.DECLINED, WaitingState.CANCELLED,
            WaitingState.REMOVED,
        )
    )
}  # fmt: skip


def free_seats(desk: Desk, event: Event) -> int:
    """Seats nobody has: a yes takes its party, an offer what it offers.

    An open invitation takes all it allows as long as it may be answered; one whose offer ran out
    takes nothing.
    """
    entries = _entries(desk, event.id)
    offered = {e.client_id: e.offered for e in entries if e.state is WaitingState.OFFERED}
    over = {e.client_id for e in entries if e.state not in _LIVE}
    open_ = event.answer_by is None or event.answer_by > desk.now
    taken = 0
    for invitation in _invitations(desk, event.id).values():
        whose = invitation.client_id
        if invitation.partstat is PartStat.ACCEPTED:
            taken += invitation.party
            offered.pop(whose, None)
        elif invitation.partstat is not PartStat.DECLINED and whose not in {*offered, *over}:
            taken += (1 + invitation.allowance) * open_
    return max(0, event.capacity - taken - sum(offered.values()))


def has_room(desk: Desk, invitation: Invitation, party: int) -> bool:
    """Whether a yes of so many people fits without taking what others were promised.

    An invitation that may still be answered keeps its seats. One declined, or whose offer ran
    out, keeps none; nor does somebody who comes keep more than was said.
    """
    event = find_event(desk, invitation.event_id)
    entry = next((e for e in _entries(desk, event.id) if e.client_id == invitation.client_id), None)
    said = invitation.partstat
    coming = invitation.party if said is PartStat.ACCEPTED else 0
    offered = entry is not None and entry.state is WaitingState.OFFERED
    over = entry is not None and entry.state not in _LIVE
    if not event.capacity or party <= coming:
        return True
    if not coming and (offered or (said is not PartStat.DECLINED and not over)):
        return True
    if entry is not None and not coming:
        return party <= free_seats(desk, event)
    return party - coming <= event.capacity - _promised(desk, event)


def _promised(desk: Desk, event: Event) -> int:
    """Seats of who said yes, and seats offered from this list."""
    taken = {
        whose: i.party
        for whose, i in _invitations(desk, event.id).items()
        if i.partstat is PartStat.ACCEPTED
    }
    waits = _entries(desk, event.id)
    offered = {e.client_id: e.offered for e in waits if e.state is WaitingState.OFFERED}
    return sum({**offered, **taken}.values())


def _entries(desk: Desk, event_id: UUID) -> list[WaitingEntry]:
    query = select(WaitingEntry).where(WaitingEntry.event_id == event_id)
    return list(desk.session.scalars(query.order_by(WaitingEntry.added_at, WaitingEntry.id)))


def _queue(entries: Iterable[WaitingEntry]) -> list[WaitingEntry]:
    waits = [e for e in entries if e.state is WaitingState.WAITING]
    return sorted(waits, key=lambda e: (e.place is None, e.place or 0, e.added_at, str(e.id)))


def _invitations(desk: Desk, event_id: UUID) -> dict[UUID, Invitation]:
    rows = desk.session.scalars(
        select(Invitation).where(Invitation.event_id == event_id, Invitation.state.not_in(_GONE))
    )
    return {i.client_id: i for i in rows}


def _troubles(desk: Desk, event_id: UUID, entries: list[WaitingEntry]) -> dict[UUID, Say]:
    """Why each cannot be invited, in the few words the guest list has for it."""
    if not entries:
        return {}
    listed = {g.client_id: g for g in guest_lists.get_guest_list(desk, event_id).guests}
    ways = routes(desk, [e.client_id for e in entries])
    verdicts = guest_lists.verdicts(desk, ways)
    ids = [e.client_id for e in entries]
    holds = {
        h.client_id: guest_lists.hold_words(h.kind, h.review_on)
        for h in desk.session.scalars(select(InviteHold).where(InviteHold.client_id.in_(ids)))
    }
    found: dict[UUID, Say] = {}
    for entry in entries:
        row, verdict = listed.get(entry.client_id), verdicts.get(entry.client_id)
        if row is not None and not row.included:
            found[entry.id] = row.why[0]
        elif row is None and verdict is not None and verdict.code in guest_lists.SHUT_OUT:
            found[entry.id] = holds.get(entry.client_id) or guest_lists.short_reason(verdict)
    return found


def _row(
    entry: WaitingEntry, name: Name, queue: dict[UUID, int], trouble: dict[UUID, Say]
) -> WaitingRow:
    return WaitingRow(
        entry.id, entry.client_id, name, entry.party, entry.principal_only, entry.state,
        queue.get(entry.id), entry.place is not None, entry.reason, entry.added_at,
        entry.offered, entry.expires_at, trouble.get(entry.id),
    )  # fmt: skip


# Verbs --------------------------------------------------------------------------------------


def add_waiting(
    desk: Desk, *, event_id: UUID, client_id: UUID, party: int = 1, principal_only: bool = False
) -> UUID:
    """Put a party on the list. Raises `UserError` for who comes already or waits already."""
    event = find_event(desk, event_id)
    if event.state not in _OPEN or event.starts_at <= desk.now:
        raise UserError(say("The event is over or was cancelled."))
    _check_party(party)
    if desk.session.get(Client, client_id) is None:
        raise NotFound(say("This client is not here any more."))
    invitation = _invitations(desk, event_id).get(client_id)
    if invitation is not None and invitation.partstat is PartStat.ACCEPTED:
        raise UserError(say("This guest comes already."), field="client_id")
    entry = next((e for e in _entries(desk, event_id) if e.client_id == client_id), None)
    if entry is not None and entry.state in _LIVE:
        raise UserError(say("This guest is on the waiting list already."), field="client_id")
    if entry is None:
        entry = WaitingEntry(event_id=event_id, client_id=client_id)
        desk.session.add(entry)
    entry.party, entry.principal_only, entry.state = party, principal_only, WaitingState.WAITING
    entry.place, entry.reason, entry.added_at, entry.offered = None, "", desk.now, 0
    entry.offered_at = entry.expires_at = entry.closed_at = None
    desk.session.flush()
    desk.note("add_waiting", "waiting_entry", entry.id, ("party", "principal_only"))
    return entry.id


def wait_again(desk: Desk, invitation: Invitation) -> bool:
    """A yes after the offer ran out, when the seats are gone: the party waits once more, last."""
    event = find_event(desk, invitation.event_id)
    entry = next((e for e in _entries(desk, event.id) if e.client_id == invitation.client_id), None)
    if entry is None or entry.state is not WaitingState.EXPIRED:
        return False
    if event.state not in _OPEN or event.starts_at <= desk.now:
        return False
    add_waiting(
        desk, event_id=event.id, client_id=entry.client_id, party=entry.party,
        principal_only=entry.principal_only,
    )  # fmt: skip
    return True


def change_party(desk: Desk, *, entry_id: UUID, party: int, principal_only: bool) -> None:
    """Another number of people, or whether the client would come alone."""
    _check_party(party)
    entry = _waits(desk, entry_id)
    entry.party, entry.principal_only = party, principal_only
    desk.session.flush()
    desk.note("change_waiting", "waiting_entry", entry.id, ("party", "principal_only"))


def rank_waiting(desk: Desk, *, entry_id: UUID, place: int | None, reason: str = "") -> None:
    """Another place by hand (1 is first), with a reason; None: by the time they came."""
    entry = _waits(desk, entry_id)
    said = reason.strip()
    if place is not None and not said:
        raise UserError(say("Say why this party goes first."), field="reason")
    if len(said) > _LONGEST:
        raise UserError(say("Use at most {n} letters.", n=_LONGEST), field="reason")
    if place is not None and place < 1:
        raise UserError(say("The first place is 1."), field="place")
    entry.place, entry.reason = place, said if place is not None else ""
    entry.placed_by_id = desk.actor.id if place is not None else None
    desk.session.flush()
    desk.note("rank_waiting", "waiting_entry", entry.id, ("place", "reason"))


def remove_waiting(desk: Desk, *, entry_id: UUID) -> None:
    """Off the list; an offer that stood is free again."""
    entry = _find(desk, entry_id)
    if entry.state not in (WaitingState.WAITING, WaitingState.OFFERED):
        raise UserError(say("This party does not wait any more."))
    if entry.state is WaitingState.OFFERED:
        _withdraw(desk, entry)
    _close(desk, entry, WaitingState.REMOVED, "remove_waiting")


def recompute(desk: Desk, event_id: UUID) -> Recomputed:
    """Bring the list up to date: answers, offers that ran out, seats to offer.

    One transaction (the caller's). Who sees a part of the guests only changes nothing: the next
    tick of somebody who sees all does it.
    """
    done = Recomputed()
    event = find_event(desk, event_id)
    if not guest_ties.sees_all(desk):
        return done
    entries = _entries(desk, event_id)
    if not entries:
        return done
    _take_answers(desk, event_id, entries, done)
    if event.state not in _OPEN or event.starts_at - offer_hours.LAST <= desk.now:
        return done
    _run_out(desk, entries, done)
    _offer_all(desk, event, entries, done)
    return done


def recompute_due(desk: Desk) -> int:
    """All events with a waiting list that is still to be served; returns how many changed."""
    if not guest_ties.sees_all(desk):
        return 0
    events = desk.session.scalars(
        select(Event.id)
        .where(
            Event.state.in_(_OPEN), Event.starts_at > desk.now,
            Event.id.in_(
                select(WaitingEntry.event_id).where(
                    WaitingEntry.state.in_((WaitingState.WAITING, WaitingState.OFFERED))
                )
            ),
        )
        .order_by(Event.starts_at)
    ).all()  # fmt: skip
    return sum(bool(recompute(desk, event_id)) for event_id in events)


# Inside -------------------------------------------------------------------------------------


def _take_answers(
    desk: Desk, event_id: UUID, entries: list[WaitingEntry], done: Recomputed
) -> None:
    invitations_ = _invitations(desk, event_id)
    for entry in entries:
        answer = invitations_.get(entry.client_id)
        said = answer.partstat if answer is not None else None
        before = entry.state
        if entry.state is WaitingState.PROMOTED and said is not PartStat.ACCEPTED:
            _close(desk, entry, WaitingState.CANCELLED, "answer_offer")
        elif entry.state in (WaitingState.OFFERED, WaitingState.WAITING):
            if said is PartStat.ACCEPTED:
                _close(desk, entry, WaitingState.PROMOTED, "answer_offer")
                done.promoted.append(entry.id)
            elif said is PartStat.DECLINED and _answered_since(answer, entry):
                _close(desk, entry, WaitingState.DECLINED, "answer_offer")
        if entry.state is not before and entry.state is not WaitingState.PROMOTED:
            done.closed.append(entry.id)


def _answered_since(answer: Invitation | None, entry: WaitingEntry) -> bool:
    """A refusal from before the party asked to wait does not count."""
    asked = entry.offered_at or entry.added_at
    return answer is not None and answer.answered_at is not None and answer.answered_at >= asked


def _run_out(desk: Desk, entries: list[WaitingEntry], done: Recomputed) -> None:
    for entry in entries:
        if entry.state is not WaitingState.OFFERED or entry.expires_at is None:
            continue
        if entry.expires_at <= desk.now:
            _withdraw(desk, entry)
            _close(desk, entry, WaitingState.EXPIRED, "expire_offer")
            done.expired.append(entry.id)


def _offer_all(desk: Desk, event: Event, entries: list[WaitingEntry], done: Recomputed) -> None:
    """One savepoint an entry: what one breaks is undone, and the next is served."""
    free = free_seats(desk, event)
    queue = _queue(entries)
    trouble = _troubles(desk, event.id, queue) if free > 0 else {}
    for entry in queue:
        seats = _seats_for(entry, free)
        if not seats:
            continue
        if entry.id in trouble:
            done.skipped[entry.id] = trouble[entry.id]
            continue
        try:
            with desk.session.begin_nested():
                _offer(desk, event, entry, seats)
        except UserError as error:
            done.skipped[entry.id] = error.say
        except Exception as error:  # noqa: BLE001 one broken entry must not stop the others
            log.failure("waiting.offer", error)
            done.skipped[entry.id] = say("This party cannot be offered seats. Look at the client.")
        else:
            free -= seats
            done.offered.append(entry.id)


def _seats_for(entry: WaitingEntry, free: int) -> int:
    """All or nothing; the client alone where that was said."""
    if entry.party <= free:
        return entry.party
    return 1 if entry.principal_only and free >= 1 else 0


def _offer(desk: Desk, event: Event, entry: WaitingEntry, seats: int) -> None:
    guest_lists.change_allowance(
        desk, event_id=event.id, client_id=entry.client_id, allowance=seats - 1
    )
    invitation = _invitations(desk, event.id).get(entry.client_id)
    if invitation is None:
        (outcome,) = invitations.invite(desk, event_id=event.id, client_ids=[entry.client_id])
        if outcome.state is None:
            raise UserError(outcome.reason or say("This guest cannot be invited."))
        invitation = desk.session.get_one(Invitation, outcome.invitation_id)
    else:
        waiting_offer.tell_again(desk, event, invitation)
    policy = contact.policy_of(desk)
    known = contact.known_of(desk, [entry.client_id], desk.now, policy)[entry.client_id]
    entry.state, entry.offered, entry.offered_at = WaitingState.OFFERED, seats, desk.now
    entry.expires_at = offer_hours.runs_out(
        known, policy, invitation.channel, at=desk.now, starts_at=event.starts_at
    )
    desk.session.flush()
    desk.note("offer_seats", "waiting_entry", entry.id, ("state", "offered", "expires_at"))


def _withdraw(desk: Desk, entry: WaitingEntry) -> None:
    waiting_offer.withdraw(
        desk, event_id=entry.event_id, client_id=entry.client_id, since=entry.offered_at
    )


def _close(desk: Desk, entry: WaitingEntry, state: WaitingState, verb: str) -> None:
    entry.state, entry.closed_at, entry.expires_at = state, desk.now, None
    if state is not WaitingState.PROMOTED:
        entry.offered = 0
    desk.session.flush()
    desk.note(verb, "waiting_entry", entry.id, ("state",))


def _check_party(party: int) -> None:
    if not 1 <= party <= MOST:
        raise UserError(say("A party is 1 to {n} people.", n=MOST), field="party")


def _find(desk: Desk, entry_id: UUID) -> WaitingEntry:
    entry = desk.session.get(WaitingEntry, entry_id)
    if entry is None:
        raise NotFound(say("This party is not on the waiting list any more."))
    return entry


def _waits(desk: Desk, entry_id: UUID) -> WaitingEntry:
    entry = _find(desk, entry_id)
    if entry.state is not WaitingState.WAITING:
        raise Conflict(say("Somebody has decided this meanwhile."))
    return entry
