"""Invitations: each guest by the guest's own channel, through the gate and the outbox.

Inviting twice does nothing twice. Who may not be written to now is held, and the desk says
until when; who may not be invited at all is not, with the same few words the list shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import UNREACHABLE, ContactVerdict
from vipdesk.clients.names import Name
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.events import guest_lists, programme, snapshot
from vipdesk.events.guest_lists import GuestRow, name_of
from vipdesk.events.invitation_calendar import Method
from vipdesk.events.invitation_draft import Composer, Draft, Guest, Keys, language_of, new_keys
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.routes import Route, routes
from vipdesk.ids import new_id
from vipdesk.models import Client, Event, Invitation, OutboxMessage
from vipdesk.models import Guest as ListedGuest
from vipdesk.vocabulary import (
    Channel,
    EventState,
    GuestPlace,
    InvitationState,
    OutboxState,
    PartStat,
    Topic,
)
from vipdesk.wording import Say, say

_LEFT = frozenset({InvitationState.HELD, InvitationState.QUEUED, InvitationState.SENT})
_TOGETHER = 200  # are composed, then written
_WAITING = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.TO_DO)


@dataclass(frozen=True, slots=True)
class InviteOutcome:
    """What became of inviting one guest.

    state: of the invitation; None where there is none, and `reason` says why. until: when it
    may leave (UTC), if it is held. already: it had been invited before.
    """

    client_id: UUID
    name: Name
    channel: Channel
    state: InvitationState | None
    invitation_id: UUID | None = None
    until: datetime | None = None
    reason: Say | None = None
    already: bool = False


@dataclass(frozen=True, slots=True)
class InvitePreview:
    """Exactly what a guest would get, and what the gate says to it now.

    allowed: it leaves at once. included False: it would not be sent at all; `reason` says why.
    via: the assistant who receives it, ''.
    """

    client_id: UUID
    name: Name
    channel: Channel
    included: bool
    allowed: bool
    until: datetime | None
    reason: Say | None
    via: str
    draft: Draft | None


# Reads --------------------------------------------------------------------------------------


def preview(
    desk: Desk,
    *,
    event_id: UUID,
    client_ids: Iterable[UUID],
    sender: SenderAddress | None = None,
    by: Channel | None = None,
) -> tuple[InvitePreview, ...]:
    """What each would get, without writing anything. `by`: another channel for all of them."""
    event = programme.find_event(desk, event_id)
    ids = list(dict.fromkeys(client_ids))
    rows = {r.client_id: r for r in guest_lists.get_guest_list(desk, event_id).guests}
    guests = guests_of(desk, ids, by)
    verdicts = guest_lists.verdicts(desk, {i: g.route for i, g in guests.items()})
    composer = Composer(desk, event, sender)
    return tuple(
        _preview(composer, guests[i], rows.get(i), verdicts[i], event.sequence)
        for i in ids
        if i in guests
    )


def _preview(
    composer: Composer,
    guest: Guest,
    row: GuestRow | None,
    verdict: ContactVerdict,
    sequence: int,
) -> InvitePreview:
    guest = replace(guest, via=verdict.via)
    channel = guest.route.channel
    refused = _refused(row, guest)
    if row is None and verdict.code in guest_lists.SHUT_OUT:
        refused = verdict.reason
    if refused is not None:
        return InvitePreview(guest.id, guest.name, channel, False, False, None, refused, "", None)
    via = verdict.via.name if verdict.via else ""
    reason = None if verdict.allowed else verdict.reason
    try:
        keys = new_keys(sequence, row.allowance if row else 0)
        draft: Draft | None = composer.draft(guest, keys)
    except UserError as error:
        return InvitePreview(
            guest.id, guest.name, channel, False, False, None, error.say, via, None
        )
    return InvitePreview(
        guest.id, guest.name, channel, True, verdict.allowed, verdict.until, reason, via, draft
    )


def _refused(row: GuestRow | None, guest: Guest) -> Say | None:
    if row is not None and not row.included:
        return row.why[0]
    if not guest.address and guest.via is not None:
        return UNREACHABLE
    if not guest.address:
        return say("No way to reach this guest is on record. Add one to the client first.")
    return None


def guests_of(desk: Desk, ids: list[UUID], by: Channel | None) -> dict[UUID, Guest]:
    """Who they are and how each is reached; `by`: by this channel, whatever they wish."""
    ways = routes(desk, ids, only=by)
    rows = desk.session.scalars(select(Client).where(Client.id.in_(ids)))
    return {c.id: Guest(c.id, name_of(c), language_of(c.languages), ways[c.id]) for c in rows}


# Verbs --------------------------------------------------------------------------------------


def invite(
    desk: Desk,
    *,
    event_id: UUID,
    client_ids: Iterable[UUID],
    sender: SenderAddress | None = None,
    by: Channel | None = None,
) -> tuple[InviteOutcome, ...]:
    """Invite clients, each by their own channel (`by`: another one for all of these).

    Names that are not on the list yet are picked by hand. The list is frozen with the first
    sending. Raises UserError when the event is no longer, or not yet, to be invited to.
    """
    event = programme.find_event(desk, event_id)
    ids = list(dict.fromkeys(client_ids))
    _check_open(desk, event)
    rows = _listed(desk, event_id, ids)
    guests = guests_of(desk, ids, by)
    verdicts = guest_lists.verdicts(desk, {i: g.route for i, g in guests.items()})
    composer = Composer(desk, event, sender)
    former = _invitations(desk, event_id, ids)
    done: list[InviteOutcome] = []
    for start in range(0, len(ids), _TOGETHER):
        made = [
            _made(composer, event, replace(guests[i], via=verdicts[i].via), rows[i], former.get(i))
            for i in ids[start : start + _TOGETHER]
        ]
        done += _sent_off(desk, made, verdicts)
    if any(o.state is not None for o in done):
        _freeze(desk, event, rows, [o.client_id for o in done if o.state is not None])
        if event.state is EventState.PLANNED:
            programme.move_event(desk, event_id=event_id, to=EventState.INVITING)
    return tuple(done)


def _check_open(desk: Desk, event: Event) -> None:
    if event.state is EventState.DRAFT:
        raise UserError(say("This event is a draft. Mark it as planned, then invite."))
    if event.state not in {EventState.PLANNED, EventState.INVITING, EventState.CLOSED}:
        raise UserError(say("The event is over or was cancelled."))
    if event.starts_at <= desk.now:
        raise UserError(say("The event has begun already."))


def _listed(desk: Desk, event_id: UUID, ids: list[UUID]) -> dict[UUID, GuestRow]:
    """The guest list with all of these on it."""
    rows = {r.client_id: r for r in guest_lists.get_guest_list(desk, event_id).guests}
    new = [i for i in ids if i not in rows]
    if new:
        guest_lists.pick(desk, event_id=event_id, client_ids=new)
        rows = {r.client_id: r for r in guest_lists.get_guest_list(desk, event_id).guests}
    return rows


def _invitations(desk: Desk, event_id: UUID, ids: list[UUID]) -> dict[UUID, Invitation]:
    found: dict[UUID, Invitation] = {}
    for start in range(0, len(ids), _TOGETHER):  # a query holds so many parameters
        query = select(Invitation).where(
            Invitation.event_id == event_id,
            Invitation.client_id.in_(ids[start : start + _TOGETHER]),
        )
        found |= {i.client_id: i for i in desk.session.scalars(query)}
    return found


@dataclass(frozen=True, slots=True)
class _Made:
    """One guest's invitation, ready to leave; without `draft` it does not."""

    outcome: InviteOutcome
    guest: Guest
    invitation: Invitation | None = None
    draft: Draft | None = None


def _made(
    composer: Composer, event: Event, guest: Guest, row: GuestRow, former: Invitation | None
) -> _Made:
    if former is not None and former.state in _LEFT:
        was = (former.channel, former.state, former.id)
        return _Made(InviteOutcome(guest.id, guest.name, *was, already=True), guest)
    outcome = InviteOutcome(guest.id, guest.name, guest.route.channel, None)
    refused = _refused(row, guest)
    if refused is not None:
        return _Made(replace(outcome, reason=refused), guest)
    keys = new_keys(event.sequence, row.allowance)
    if former is not None:
        keys = replace(keys, uid=former.uid, token=former.token)
    try:
        draft = composer.draft(guest, keys)
    except UserError as error:
        if error.field != "email":
            raise
        return _Made(replace(outcome, reason=error.say), guest)
    invitation = former or Invitation(
        id=new_id(), event_id=event.id, client_id=guest.id, uid=keys.uid, token=keys.token
    )
    invitation.channel, invitation.state = draft.channel, InvitationState.DRAFT
    invitation.sequence, invitation.allowance = keys.sequence, keys.allowance
    return _Made(outcome, guest, invitation, draft)


def _sent_off(
    desk: Desk, made: list[_Made], verdicts: dict[UUID, ContactVerdict]
) -> list[InviteOutcome]:
    """Those who have a draft, into the outbox through the gate: written in one go."""
    leaving = [(m.guest, m.invitation, m.draft) for m in made if m.invitation and m.draft]
    desk.session.add_all(invitation for _, invitation, _ in leaving)
    desk.session.flush()
    parcels = [
        outbox.Parcel(
            draft.kind, draft.channel, Topic.INVITATION, guest.id, draft.address, draft.content,
            verdicts[guest.id]
            if draft.channel is guest.route.channel
            else may_contact(desk, guest.id, draft.channel, Topic.INVITATION),
            draft.message_id, invitation.id,
        )
        for guest, invitation, draft in leaving
    ]  # fmt: skip
    placed = dict(zip((g.id for g, _, _ in leaving), outbox.put_all(desk, parcels), strict=True))
    for _, invitation, _ in leaving:
        desk.note("invite", "invitation", invitation.id, ("channel", "state", "sequence"))
    return [_outcome(m, placed.get(m.guest.id)) for m in made]


def _outcome(made: _Made, placed: outbox.Placed | None) -> InviteOutcome:
    if placed is None or made.invitation is None or made.draft is None:
        return made.outcome
    held = placed.state is OutboxState.HELD
    return replace(
        made.outcome,
        channel=made.draft.channel,
        state=made.invitation.state,
        invitation_id=made.invitation.id,
        until=placed.verdict.until if held else None,
        reason=placed.why if held else None,
    )


def on_the_way(
    desk: Desk,
    guest: Guest,
    draft: Draft,
    invitation: Invitation,
    topic: Topic,
    verdict: ContactVerdict | None = None,
) -> outbox.Placed:
    """Into the outbox, through the gate."""
    return outbox.put(
        desk,
        kind=draft.kind,
        channel=draft.channel,
        topic=topic,
        client_id=guest.id,
        address=draft.address,
        content=draft.content,
        message_id=draft.message_id,
        invitation_id=invitation.id,
        verdict=verdict,
    )


def _freeze(desk: Desk, event: Event, rows: dict[UUID, GuestRow], ids: list[UUID]) -> None:
    """The list as it was when it was sent: names the criteria chose become rows of their own."""
    listed = guest_lists.open_list(desk, event.id)
    there = set(
        desk.session.scalars(
            select(ListedGuest.client_id).where(ListedGuest.guest_list_id == listed.id)
        )
    )
    for client_id in ids:
        if client_id not in there:
            desk.session.add(
                ListedGuest(
                    guest_list_id=listed.id,
                    client_id=client_id,
                    place=GuestPlace.CRITERIA,
                    allowance=rows[client_id].allowance,
                )
            )
    listed.frozen_at = listed.frozen_at or desk.now
    desk.session.flush()
    snapshot.freeze(desk, event.id, rows=rows.values(), sent=ids)


def take_back(desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Take back invitations that have not left yet; the undo of `invite`. Returns whose."""
    taken: list[UUID] = []
    for client_id in dict.fromkeys(client_ids):
        invitation = _invitation(desk, event_id, client_id)
        waits = invitation is not None and invitation.state in {
            InvitationState.HELD,
            InvitationState.QUEUED,
        }
        if invitation is None or not waits or invitation.sent_at is not None:
            continue  # what was told once cannot be untold; the event is cancelled instead
        try:
            _cancel_waiting(desk, invitation)
        except Conflict:
            continue  # it is leaving this moment
        invitation.state = InvitationState.CANCELLED
        desk.session.flush()
        desk.note("take_back", "invitation", invitation.id, ("state",))
        taken.append(client_id)
    return tuple(taken)


def tell_change(
    desk: Desk, *, event_id: UUID, sender: SenderAddress | None = None
) -> tuple[InviteOutcome, ...]:
    """Send the new date or place to everybody who was told the old one."""
    event = programme.find_event(desk, event_id)
    return _tell(desk, event, sender, Method.REQUEST)


def cancel_event(
    desk: Desk, *, event_id: UUID, sender: SenderAddress | None = None
) -> tuple[InviteOutcome, ...]:
    """Cancel an event and tell everybody who was invited and has not declined, by their channel."""
    event = programme.find_event(desk, event_id)
    programme.move_event(desk, event_id=event_id, to=EventState.CANCELLED)
    return _tell(desk, event, sender, Method.CANCEL)


def _tell(
    desk: Desk, event: Event, sender: SenderAddress | None, method: Method
) -> tuple[InviteOutcome, ...]:
    invitations = [
        i
        for i in desk.session.scalars(
            select(Invitation).where(
                Invitation.event_id == event.id, Invitation.state != InvitationState.CANCELLED
            )
        )
        if i.sequence < event.sequence
    ]
    guests = guests_of(desk, [i.client_id for i in invitations], None)
    composer = Composer(desk, event, sender)
    told: list[InviteOutcome] = []
    for invitation in sorted(invitations, key=lambda i: guests[i.client_id].name.surname):
        guest = guests[invitation.client_id]
        outcome = _tell_one(desk, event, composer, guest, invitation, method)
        if outcome is not None:
            told.append(outcome)
    return tuple(told)


def _tell_one(
    desk: Desk,
    event: Event,
    composer: Composer,
    guest: Guest,
    invitation: Invitation,
    method: Method,
) -> InviteOutcome | None:
    """A guest who knows of it is told; one who does not gets the new words, or none."""
    # An update or a reminder may wait at this moment: what was sent once is known.
    knew = invitation.sent_at is not None or invitation.state in {
        InvitationState.SENT,
        InvitationState.BOUNCED,
    }
    _cancel_waiting(desk, invitation)
    invitation.sequence = event.sequence
    if method is Method.CANCEL:
        invitation.state = InvitationState.CANCELLED
        if not knew or invitation.partstat is PartStat.DECLINED:
            desk.session.flush()
            return None
    guest = _by_channel(desk, guest, invitation.channel)
    # Who was invited must learn of a change whatever the limits on invitations: it is service.
    topic = Topic.SERVICE if knew else Topic.INVITATION
    verdict = may_contact(desk, guest.id, guest.route.channel, topic)
    keys = Keys(invitation.uid, invitation.token, event.sequence, invitation.allowance)
    draft = composer.draft(replace(guest, via=verdict.via), keys, method)
    placed = on_the_way(desk, guest, draft, invitation, topic)
    desk.note("tell_guest", "invitation", invitation.id, ("sequence", "state"))
    held = placed.state is OutboxState.HELD
    return InviteOutcome(
        guest.id,
        guest.name,
        draft.channel,
        invitation.state,
        invitation.id,
        placed.verdict.until if held else None,
        placed.verdict.reason if held else None,
    )


def _by_channel(desk: Desk, guest: Guest, channel: Channel) -> Guest:
    """By the channel of the invitation, if there still is an address for it."""
    way = routes(desk, [guest.id], only=channel)[guest.id]
    return replace(guest, route=way) if way.address else guest


def _cancel_waiting(desk: Desk, invitation: Invitation) -> None:
    waiting = desk.session.scalars(
        select(OutboxMessage.id).where(
            OutboxMessage.invitation_id == invitation.id, OutboxMessage.state.in_(_WAITING)
        )
    ).all()
    for message_id in waiting:
        outbox.cancel(desk, message_id)


def _invitation(desk: Desk, event_id: UUID, client_id: UUID) -> Invitation | None:
    return desk.session.scalars(
        select(Invitation).where(Invitation.event_id == event_id, Invitation.client_id == client_id)
    ).first()


def find_invitation(desk: Desk, invitation_id: UUID) -> Invitation:
    """The ORM object, for this room's own verbs."""
    invitation = desk.session.get(Invitation, invitation_id)
    if invitation is None:
        raise NotFound(say("This invitation is not here any more."))
    return invitation


__all__ = [
    "InviteOutcome",
    "InvitePreview",
    "Route",
    "cancel_event",
    "find_invitation",
    "invite",
    "preview",
    "take_back",
    "tell_change",
]
