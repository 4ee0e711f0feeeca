"""Whom to ask first, with the reasons in words: reads what `allocation` scores.

A fixed number of queries for the whole list, however long it is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name, display_name
from vipdesk.events import allocation, entitlement, guest_lists, guest_ties
from vipdesk.events.allocation import Candidate, Score, Term
from vipdesk.events.guest_lists import GuestListRow, GuestRow
from vipdesk.events.programme import find_event
from vipdesk.models import Event, Guest, GuestList, Interest, Invitation
from vipdesk.vocabulary import EventKind, EventState, InterestKind, InvitationState, PartStat
from vipdesk.wording import Lang, Say, Who, say

_STRONGEST = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One term in words, with what it adds or takes."""

    term: Term
    said: Say
    value: Decimal


@dataclass(frozen=True, slots=True)
class Recommended:
    """A name in the order in which seats should be given. chosen: it gets one of the free seats."""

    client_id: UUID
    name: Name
    place: int
    chosen: bool
    total: Decimal
    reasons: tuple[Reason, ...]
    party: int


@dataclass(frozen=True, slots=True)
class _Past:
    """What clients did before: kinds newest first, last seen, invitations in 60 days."""

    kinds: dict[UUID, list[EventKind]]
    seen: dict[UUID, datetime]
    invited: dict[UUID, int]


def recommend(
    desk: Desk, event_id: UUID, *, listed: GuestListRow | None = None
) -> tuple[Recommended, ...]:
    """Everybody who is in and not invited yet, the best first. `listed`: read already."""
    event = find_event(desk, event_id)
    listed = listed or guest_lists.get_guest_list(desk, event_id)
    open_ = [g for g in listed.guests if g.can_be_invited]
    inside = [g for g in listed.guests if g.partstat is PartStat.ACCEPTED and g.included]
    free = max(0, event.capacity - sum(g.party for g in inside))
    asked = [g.client_id for g in listed.guests if _is_asked(g)]
    found = candidates(desk, event, open_, [g.client_id for g in inside], asked)
    order = allocation.rank(found.values(), seats=free, inside=[g.client_id for g in inside])
    names = {g.client_id: g.name for g in listed.guests}
    rows, left = [], free
    for place, one in enumerate(order, start=1):
        party = found[one.key].party
        chosen = party <= left
        left -= party if chosen else 0
        rows.append(
            Recommended(
                one.key, names[one.key], place, chosen, _figure(one.total),
                _reasons(one, found[one.key], names), party,
            )
        )  # fmt: skip
    return tuple(rows)


def _is_asked(guest: GuestRow) -> bool:
    return guest.state not in (None, InvitationState.DRAFT, InvitationState.CANCELLED)


def candidates(
    desk: Desk, event: Event, open_: list[GuestRow], inside: list[UUID], asked: list[UUID]
) -> dict[UUID, Candidate[UUID]]:
    """What is known of each name, by client.

    asked: everybody invited so far, whatever they answered. The seats are shared with them too:
    what a name earns is the same in every wave, and does not grow with each refusal.
    """
    ids = [g.client_id for g in open_]
    everybody = [*ids, *inside]
    owed = entitlement.balances(desk, ids)
    sharing = list(dict.fromkeys((*everybody, *asked)))
    earns = allocation.earned(event.capacity, entitlement.shares(desk, sharing))
    likes = _likes(desk, event, ids)
    past = _past(desk, ids)
    wished = guest_ties.wishes(desk, everybody)
    met = guest_ties.company_of(desk, everybody)
    return {
        g.client_id: Candidate(
            g.client_id,
            credit=(owed.get(g.client_id, 0) + earns.get(g.client_id, 0)) / allocation.MILLI,
            interest=likes.get(g.client_id, 0.0),
            unseen_days=_days(desk, past.seen.get(g.client_id)),
            category=allocation.repeated(event.kind, past.kinds.get(g.client_id, [])),
            invited=past.invited.get(g.client_id, 0),
            meets=frozenset(wished.get(g.client_id, ())),
            met=met.get(g.client_id, frozenset()),
            party=1 + g.allowance,
        )
        for g in open_
    }


def _days(desk: Desk, seen: datetime | None) -> int | None:
    return None if seen is None else max(0, (desk.now - seen).days)


def _likes(desk: Desk, event: Event, ids: list[UUID]) -> dict[UUID, float]:
    """The strongest interest the event speaks to, 0 to 1."""
    if not event.topics:
        return {}
    rows = desk.session.execute(
        select(Interest.client_id, func.max(Interest.strength))
        .where(
            Interest.client_id.in_(ids),
            Interest.kind == InterestKind.INTEREST,
            Interest.topic.in_(event.topics),
        )
        .group_by(Interest.client_id)
    )
    return {client_id: strength / _STRONGEST for client_id, strength in rows}


def _past(desk: Desk, ids: list[UUID]) -> _Past:
    rows = desk.session.execute(
        select(Guest.client_id, Event.kind, Event.starts_at)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .join(Event, Event.id == GuestList.event_id)
        .where(
            Guest.client_id.in_(ids), Guest.attended.is_(True), Event.starts_at < desk.now,
            Event.state != EventState.CANCELLED,
        )
        .order_by(Event.starts_at.desc())
    )  # fmt: skip
    kinds: dict[UUID, list[EventKind]] = defaultdict(list)
    seen: dict[UUID, datetime] = {}
    for client_id, kind, at in rows:
        kinds[client_id].append(kind)
        seen.setdefault(client_id, at)
    since = desk.now - timedelta(days=allocation.FATIGUE_DAYS)
    sent = desk.session.execute(
        select(Invitation.client_id, func.count())
        .where(Invitation.client_id.in_(ids), Invitation.sent_at >= since)
        .group_by(Invitation.client_id)
    )
    return _Past(kinds, seen, {client_id: n for client_id, n in sent})  # noqa: C416 rows


def _figure(value: float) -> Decimal:
    return Decimal(f"{value:.2f}")


def _reasons(
    one: Score[UUID], known: Candidate[UUID], names: dict[UUID, Name]
) -> tuple[Reason, ...]:
    ordered = sorted(one.terms, key=lambda t: -abs(t[1]))
    return tuple(
        Reason(term, _said(term, known, one, names), _figure(value)) for term, value in ordered
    )


def _said(term: Term, known: Candidate[UUID], one: Score[UUID], names: dict[UUID, Name]) -> Say:
    """One term as a coordinator says it."""
    if term is Term.CREDIT:
        seats = Decimal(f"{abs(known.credit):.1f}")
        if known.credit >= 0:
            return say("Seats owed: {seats}", seats=seats)
        return say("Seats beyond the share: {seats}", seats=seats)
    if term is Term.INTRODUCTION:
        whom = next((_who(names[i]) for i in one.with_ if i in names), None)
        return say("Would meet as wished: {name}", name=whom) if whom else _PLAIN[term]
    if term is Term.UNSEEN and known.unseen_days is not None:
        return say("Last seen {n} days ago", n=known.unseen_days)
    if term is Term.FATIGUE:
        return say("Invited {n} times in 60 days", n=known.invited)
    return _PLAIN[term]


def _who(name: Name) -> Who:
    return Who(display_name(name, Lang.RU), name.latin_name)


_PLAIN: dict[Term, Say] = {
    Term.INTRODUCTION: say("Would meet somebody they wish to meet"),
    Term.UNSEEN: say("Has never been at an event"),
    Term.FIRST: say("No seat for a year: one is due"),
    Term.INTEREST: say("Interested in what the event is about"),
    Term.CATEGORY: say("Has had this kind of event lately"),
    Term.COMPANIONS: say("Would meet the same company again"),
}
