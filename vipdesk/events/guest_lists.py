"""Who is thought of for an event: criteria, hand picks and vetoes, each name with its why.

The three layers stay apart: criteria may change without losing what was picked by hand, and
a veto wins over both. Exclusions are live and belong to no layer: consent, an invite hold,
too many invitations, a friction with a guest who comes. A held client is out the same way as
one without consent; of the hold only its word is shown, never a reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import load_only

from vipdesk.access import Desk, merging
from vipdesk.channels import contact, gate
from vipdesk.clients.names import Name
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_dates, guest_ties
from vipdesk.events.guest_criteria import Criteria, matches, read_criteria
from vipdesk.events.programme import find_event
from vipdesk.events.routes import Route, routes
from vipdesk.models import (
    Client,
    Event,
    Guest,
    GuestList,
    Invitation,
    InviteHold,
    Reply,
    Tier,
)
from vipdesk.vocabulary import (
    Channel,
    GuestPlace,
    HoldKind,
    InvitationState,
    PartStat,
    ReplySource,
    Topic,
    Verdict,
)
from vipdesk.wording import Lang, Say, say

SHUT_OUT = frozenset(
    {
        gate.Reason.RESTRICTED, gate.Reason.NO_CONSENT, gate.Reason.LEFT, gate.Reason.ON_HOLD,
        gate.Reason.TOO_OFTEN,
    }
)  # fmt: skip


# What a list reads of a client: whole rows of thousands would take longer than all the rest.
_SEEN = (
    Client.surname, Client.given, Client.patronymic, Client.latin_name, Client.title,
    Client.gender, Client.address_form, Client.sort_key, Client.city, Client.birth_month,
    Client.birth_day, Client.present_zone, Client.present_until, Client.version,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GuestRow:
    """A name on the list. `why`: reasons in or out. `hold`: the only word there is of one.

    waits_until: the gate's next hour (UTC) when it is closed now. `why_waits` says why.
    old_answer: the answer was to an earlier date or place.
    """

    client_id: UUID
    name: Name
    sort_key: str
    tier_code: str
    tier_ru: str
    tier_en: str
    city: str
    included: bool
    layer: GuestPlace | None
    why: tuple[Say, ...]
    note: str
    hold: HoldKind | None
    hold_until: datetime | None
    channel: Channel
    has_address: bool
    waits_until: datetime | None
    why_waits: Say | None
    allowance: int
    invitation_id: UUID | None = None
    state: InvitationState | None = None
    partstat: PartStat = PartStat.NEEDS_ACTION
    party: int = 1
    source: ReplySource | None = None
    sent_at: datetime | None = None
    answered_at: datetime | None = None
    old_answer: bool = False

    def tier(self, lang: Lang) -> str:
        """The tier's name in the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en

    @property
    def can_be_invited(self) -> bool:
        """In, and nothing is on its way or answered."""
        return self.included and self.state in {
            None,
            InvitationState.DRAFT,
            InvitationState.BOUNCED,
            InvitationState.CANCELLED,
        }


@dataclass(frozen=True, slots=True)
class GuestListRow:
    """The list. `more`: names the criteria chose beyond it; `rest`: names not read this time."""

    criteria: Criteria
    frozen_at: datetime | None
    guests: tuple[GuestRow, ...]
    more: int = 0
    rest: int = 0

    @property
    def included(self) -> int:
        """Names that are in."""
        return sum(g.included for g in self.guests)

    @property
    def left_out(self) -> int:
        """Names that are out."""
        return len(self.guests) - self.included


@dataclass(slots=True)
class _Found:
    """What the database knows, gathered in a fixed number of queries."""

    clients: dict[UUID, tuple[Client, Tier | None]]
    guests: dict[UUID, Guest]
    matched: dict[UUID, list[Say]]
    invitations: dict[UUID, Invitation]
    counting: dict[UUID, tuple[ReplySource, int]]
    holds: dict[UUID, InviteHold]
    frictions: dict[UUID, list[UUID]]
    routes: dict[UUID, Route]
    clashes: dict[UUID, list[Say]] = field(default_factory=dict)
    verdicts: dict[UUID, gate.ContactVerdict] = field(default_factory=dict)


# Reads --------------------------------------------------------------------------------------


def get_guest_list(desk: Desk, event_id: UUID, *, first: int | None = None) -> GuestListRow:
    """The list as it stands now, by name: those in first, then those out.

    first: so many names by the alphabet, to be seen while a list of thousands is read.
    """
    event = find_event(desk, event_id)
    listed = _list_of(desk, event_id)
    criteria = read_criteria(listed.criteria) if listed is not None else Criteria()
    guests = _guests(desk, listed)
    matched, more = matches(desk, event, criteria)
    invitations = {
        i.client_id: i
        for i in desk.session.scalars(select(Invitation).where(Invitation.event_id == event_id))
    }
    ids = list(dict.fromkeys((*guests, *matched, *invitations)))
    rest = 0 if first is None else max(0, len(ids) - first)
    if rest:
        early = select(Client.id).where(Client.id.in_(ids)).order_by(Client.sort_key, Client.id)
        ids = list(desk.session.scalars(early.limit(first)))
    found = _gather(desk, ids, guests, matched, invitations)
    chosen = [c for c, _ in found.clients.values() if c.id in matched]
    found.clashes = guest_dates.clashes(desk, event, chosen, criteria.cities)
    rows = [_row(event, found, i) for i in ids if i in found.clients]
    rows.sort(key=lambda r: (not r.included, r.sort_key))
    return GuestListRow(criteria, listed.frozen_at if listed else None, tuple(rows), more, rest)


def _list_of(desk: Desk, event_id: UUID) -> GuestList | None:
    return desk.session.scalars(select(GuestList).where(GuestList.event_id == event_id)).first()


def _guests(desk: Desk, listed: GuestList | None) -> dict[UUID, Guest]:
    if listed is None:
        return {}
    rows = desk.session.scalars(select(Guest).where(Guest.guest_list_id == listed.id))
    return {g.client_id: g for g in rows}


def _gather(
    desk: Desk,
    ids: list[UUID],
    guests: dict[UUID, Guest],
    matched: dict[UUID, list[Say]],
    invitations: dict[UUID, Invitation],
) -> _Found:
    rows = desk.session.execute(
        select(Client, Tier)
        .outerjoin(Tier, Client.tier_id == Tier.id)
        .where(Client.id.in_(ids))
        .options(load_only(*_SEEN))
    )
    holds = desk.session.scalars(select(InviteHold).where(InviteHold.client_id.in_(ids)))
    found = _Found(
        clients={client.id: (client, tier) for client, tier in rows},
        guests=guests,
        matched=matched,
        invitations=invitations,
        counting=_counting(desk, invitations.values()),
        holds={h.client_id: h for h in holds},
        frictions=guest_ties.frictions(desk, ids),
        routes=routes(desk, ids),
    )
    found.verdicts = verdicts(desk, found.routes)
    return found


def verdicts(desk: Desk, ways: dict[UUID, Route]) -> dict[UUID, gate.ContactVerdict]:
    """The gate's answer for each client by the client's own channel."""
    by_channel: dict[Channel, list[UUID]] = defaultdict(list)
    for client_id, route in ways.items():
        by_channel[route.channel].append(client_id)
    found: dict[UUID, gate.ContactVerdict] = {}
    for channel, ids in by_channel.items():
        found.update(contact.may_contact_each(desk, ids, channel, Topic.INVITATION))
    return found


def _counting(desk: Desk, invitations: Iterable[Invitation]) -> dict[UUID, tuple[ReplySource, int]]:
    """By what way the answer that counts came, and to which SEQUENCE."""
    ids = [i.id for i in invitations]
    rows = desk.session.execute(
        select(Reply.invitation_id, Reply.source, Reply.sequence)
        .where(
            Reply.invitation_id.in_(ids),
            Reply.verdict == Verdict.APPLY,
            Reply.partstat.is_not(None),
        )
        .order_by(Reply.sequence, Reply.dtstamp, Reply.received_at)
    )
    return {
        invitation_id: (source, sequence)
        for invitation_id, source, sequence in rows
        if invitation_id is not None
    }


def _row(event: Event, found: _Found, client_id: UUID) -> GuestRow:
    client, tier = found.clients[client_id]
    guest, invitation = found.guests.get(client_id), found.invitations.get(client_id)
    verdict, hold = found.verdicts[client_id], found.holds.get(client_id)
    route = found.routes[client_id]
    against = _against(found, client_id)
    live = invitation is not None and invitation.state is not InvitationState.CANCELLED
    included = live or not against
    waits = not verdict.allowed and verdict.code not in SHUT_OUT
    return GuestRow(
        client_id=client_id,
        name=name_of(client),
        sort_key=client.sort_key,
        tier_code=tier.code if tier else "",
        tier_ru=tier.name_ru if tier else "",
        tier_en=tier.name_en if tier else "",
        city=client.city,
        included=included,
        layer=guest.place
        if guest
        else (GuestPlace.CRITERIA if client_id in found.matched else None),
        why=tuple(against) if against else tuple(_in_favour(found, client_id)),
        note=guest.reason if guest else "",
        hold=hold.kind if hold else None,
        hold_until=hold.review_on if hold else None,
        channel=invitation.channel if invitation and live else route.channel,
        has_address=bool(route.address) or verdict.via is not None,
        waits_until=verdict.until if waits else None,
        why_waits=verdict.reason if waits else None,
        allowance=invitation.allowance if invitation else (guest.allowance if guest else 0),
        **_answer(event, invitation, found),
    )


def _answer(event: Event, invitation: Invitation | None, found: _Found) -> dict[str, Any]:
    if invitation is None:
        return {}
    source, sequence = found.counting.get(invitation.id, (None, event.sequence))
    return {
        "invitation_id": invitation.id,
        "state": invitation.state,
        "partstat": invitation.partstat,
        "party": invitation.party,
        "source": source,
        "sent_at": invitation.sent_at,
        "answered_at": invitation.answered_at,
        "old_answer": sequence < event.sequence,
    }


def name_of(client: Client) -> Name:
    """The parts of a client's name."""
    return Name(
        client.surname,
        client.given,
        client.patronymic,
        client.latin_name,
        client.title,
        client.gender,
        client.address_form,
    )


def _in_favour(found: _Found, client_id: UUID) -> list[Say]:
    guest = found.guests.get(client_id)
    told = list(found.matched.get(client_id, ()))
    if guest is not None and guest.place is GuestPlace.HAND_PICK:
        told.insert(0, say("Picked by hand"))
    if not told and guest is not None and guest.place is GuestPlace.CRITERIA:
        told.append(say("Fitted the criteria before they were changed"))
    if not told and client_id in found.invitations:
        told.append(say("Invited"))
    return told


def _against(found: _Found, client_id: UUID) -> list[Say]:
    """Why a name is out; empty where nothing speaks against it."""
    told: list[Say] = []
    guest, verdict = found.guests.get(client_id), found.verdicts[client_id]
    if guest is not None and guest.place is GuestPlace.VETO:
        told.append(say("Left out by hand"))
    hold = found.holds.get(client_id)
    if hold is not None:
        told.append(hold_words(hold.kind, hold.review_on))
    elif verdict.code in SHUT_OUT:
        told.append(short_reason(verdict))
    for other in found.frictions.get(client_id, ()):
        coming = found.invitations.get(other)
        if coming is not None and coming.partstat is PartStat.ACCEPTED and other in found.clients:
            told.append(say("To be kept apart from a guest who comes"))
            break
    if guest is None or guest.place is not GuestPlace.HAND_PICK:
        told += found.clashes.get(client_id, ())
    return told


_SHORT: dict[gate.Reason, Say] = {
    gate.Reason.RESTRICTED: say("Data restricted"),
    gate.Reason.NO_CONSENT: say("No consent to invitations"),
    gate.Reason.LEFT: say("Left the club"),
    gate.Reason.ON_HOLD: say("Ask the manager"),
    gate.Reason.TOO_OFTEN: say("Invited often lately"),
}


def short_reason(verdict: gate.ContactVerdict) -> Say:
    """Why somebody is out, in the few words of the list."""
    return _SHORT.get(verdict.code, verdict.reason)


def hold_words(kind: HoldKind, until: datetime | None) -> Say:
    """All that is ever said of a hold."""
    if kind is HoldKind.ASK_MANAGER:
        return say("Ask the manager")
    if until is None:
        return say("Do not invite")
    return say("Do not invite until {day}", day=until.date())


# Verbs --------------------------------------------------------------------------------------


def set_criteria(
    desk: Desk, *, event_id: UUID, criteria: Criteria, base: Criteria | None = None
) -> Criteria:
    """Change the first layer; returns the former criteria, so that it can be undone.

    `base`: what the form was opened with. Criteria that somebody else changed meanwhile stay;
    raises `Diverged` where both changed the same.
    """
    listed = open_list(desk, event_id)
    before = read_criteria(listed.criteria)
    # Not `base or before`: empty criteria are false, and the commonest base there is.
    opened = before if base is None else base
    criteria = merging.join(
        desk, "guest_list", listed.id, base=opened, yours=criteria, theirs=before
    ).after
    listed.criteria = {
        k: list(v) if isinstance(v, tuple) else v for k, v in asdict(criteria).items()
    }
    desk.session.flush()
    desk.note("set_criteria", "guest_list", listed.id, ("criteria",))
    return before


def pick(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], allowance: int = 0, reason: str = ""
) -> tuple[UUID, ...]:
    """Put names on the list by hand; a veto on them is lifted. Returns those that changed."""
    return _place(desk, event_id, client_ids, GuestPlace.HAND_PICK, reason, allowance)


def veto(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], reason: str = ""
) -> tuple[UUID, ...]:
    """Leave names out by hand, whatever the criteria say. Refused for guests already invited."""
    ids = tuple(client_ids)
    invited = desk.session.scalars(
        select(Invitation.id).where(
            Invitation.event_id == event_id,
            Invitation.client_id.in_(ids),
            Invitation.state.in_((InvitationState.SENT, InvitationState.QUEUED)),
        )
    ).first()
    if invited is not None:
        raise UserError(say("The invitation has already been sent. Withdraw it first."))
    return _place(desk, event_id, ids, GuestPlace.VETO, reason, 0)


def unplace(desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID]) -> tuple[UUID, ...]:
    """Forget what was done by hand for these names: only criteria count. The undo of both."""
    listed = open_list(desk, event_id)
    rows = desk.session.scalars(
        select(Guest).where(Guest.guest_list_id == listed.id, Guest.client_id.in_(list(client_ids)))
    ).all()
    for guest in rows:
        desk.session.delete(guest)
        desk.note("unplace_guest", "guest", guest.id, ("place",))
    desk.session.flush()
    return tuple(g.client_id for g in rows)


def change_allowance(desk: Desk, *, event_id: UUID, client_id: UUID, allowance: int) -> int:
    """How many people a guest may bring; returns the former number."""
    if not 0 <= allowance <= 20:
        raise UserError(say("Between 0 and 20 guests."), field="allowance")
    listed = open_list(desk, event_id)
    guest = _guests(desk, listed).get(client_id)
    if guest is None:
        guest = Guest(guest_list_id=listed.id, client_id=client_id, place=GuestPlace.CRITERIA)
        desk.session.add(guest)
    before, guest.allowance = guest.allowance or 0, allowance
    invitation = desk.session.scalars(
        select(Invitation).where(Invitation.event_id == event_id, Invitation.client_id == client_id)
    ).first()
    if invitation is not None:
        invitation.allowance = allowance
    desk.session.flush()
    desk.note("change_allowance", "guest", guest.id, ("allowance",))
    return before


def open_list(desk: Desk, event_id: UUID) -> GuestList:
    """The event's list, made when it is first needed. For this room's own verbs."""
    find_event(desk, event_id)
    listed = _list_of(desk, event_id)
    if listed is None:
        listed = GuestList(event_id=event_id, criteria={})
        desk.session.add(listed)
        desk.session.flush()
    return listed


def _place(
    desk: Desk,
    event_id: UUID,
    client_ids: Iterable[UUID],
    place: GuestPlace,
    reason: str,
    allowance: int,
) -> tuple[UUID, ...]:
    listed = open_list(desk, event_id)
    guests = _guests(desk, listed)
    ids = list(dict.fromkeys(client_ids))
    known = set(desk.session.scalars(select(Client.id).where(Client.id.in_(ids))))
    if set(ids) - known:
        raise NotFound(say("This client is not here any more."))
    changed: list[UUID] = []
    for client_id in ids:
        guest = guests.get(client_id)
        if guest is not None and guest.place is place and guest.reason == reason.strip():
            continue
        if guest is None:
            guest = Guest(guest_list_id=listed.id, client_id=client_id, allowance=allowance)
            desk.session.add(guest)
        guest.place, guest.reason = place, reason.strip()
        desk.session.flush()
        desk.note("place_guest", "guest", guest.id, ("place", "reason"))
        changed.append(client_id)
    return tuple(changed)
