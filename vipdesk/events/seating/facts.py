"""What the store knows about the guests who come, read in a fixed number of queries."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations
from uuid import UUID

from sqlalchemy import or_, select, text

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.access.office import list_staff
from vipdesk.clients.names import Name
from vipdesk.events.guest_lists import name_of
from vipdesk.folding import fold
from vipdesk.models import (
    Client,
    Event,
    Guest,
    GuestList,
    Interest,
    Introduction,
    Invitation,
    PersonAround,
    Seat,
)
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import InterestKind, InvitationState, PartStat, PersonKind, Role
from vipdesk.wording import Who

Pair = tuple[UUID, UUID]

# How a need for a table without stairs is written in a profile.
_STEP_FREE = re.compile(
    r"wheelchair|step.?free|stair|коляс|безбарьер|без ступен|ступен|лестниц|маломобил|трость|костыл"
)
_RECENT = timedelta(days=400)
_FEW = 60  # who was at a larger gathering was not company


@dataclass(frozen=True, slots=True)
class Party:
    """A client who comes, with companions: `size` people in all."""

    client_id: UUID
    name: Name
    sort_key: str
    size: int
    company: str = ""
    position: str = ""
    languages: tuple[str, ...] = ()
    step_free: bool = False
    manager_id: UUID | None = None
    newcomer: bool = False
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """The guests and what is between them. Of a friction only that there is one.

    wishes: to be introduced. household, circle: who belongs together. met: how often a pair was
    at one table (3 each) or at one small gathering (1 each) lately.
    """

    parties: tuple[Party, ...]
    apart: frozenset[Pair] = frozenset()
    wishes: frozenset[Pair] = frozenset()
    household: frozenset[Pair] = frozenset()
    circle: frozenset[Pair] = frozenset()
    met: dict[Pair, int] = field(default_factory=dict)
    hosts: dict[UUID, Who] = field(default_factory=dict)

    def party(self, client_id: UUID) -> Party | None:
        """The party of a client."""
        return next((p for p in self.parties if p.client_id == client_id), None)


def pair(one: UUID, other: UUID) -> Pair:
    """The same for both orders."""
    return (one, other) if one.int < other.int else (other, one)


def read_facts(desk: Desk, event: Event) -> Facts:
    """Who comes by the answers as they stand now, by name."""
    rows = desk.session.execute(
        select(Invitation.client_id, Invitation.party).where(
            Invitation.event_id == event.id,
            Invitation.partstat == PartStat.ACCEPTED,
            Invitation.state != InvitationState.CANCELLED,
        )
    )
    coming: dict[UUID, int] = {client_id: party for client_id, party in rows}  # noqa: C416 rows
    ids = list(coming)
    household, circle = _belonging(desk, ids)
    return Facts(
        _parties(desk, event, coming),
        frozenset(_frictions(desk, ids)),
        frozenset(_wishes(desk, ids)),
        frozenset(household),
        frozenset(circle),
        _met(desk, event, ids),
        {s.id: Who.of(s) for s in list_staff(desk)},
    )


def _parties(desk: Desk, event: Event, coming: dict[UUID, int]) -> tuple[Party, ...]:
    ids = list(coming)
    drawn: dict[UUID, list[str]] = defaultdict(list)
    step_free = set()
    for client_id, kind, topic, note in desk.session.execute(
        select(Interest.client_id, Interest.kind, Interest.topic, Interest.note)
        .where(Interest.client_id.in_(ids))
        .order_by(Interest.strength.desc(), Interest.topic)
    ):
        if kind is InterestKind.INTEREST:
            drawn[client_id].append(topic)
        elif kind is InterestKind.NEED and _STEP_FREE.search(fold(f"{topic} {note}")):
            step_free.add(client_id)
    been = set(
        desk.session.scalars(
            select(Guest.client_id)
            .join(GuestList, Guest.guest_list_id == GuestList.id)
            .where(
                Guest.client_id.in_(ids),
                Guest.attended.is_(True),
                GuestList.event_id != event.id,
            )
        )
    )
    found = [
        Party(
            c.id, name_of(c), c.sort_key, max(1, coming[c.id]), c.company.strip(), c.position,
            tuple(c.languages), c.id in step_free, c.manager_id, c.id not in been,
            tuple(drawn[c.id]),
        )
        for c in desk.session.scalars(select(Client).where(Client.id.in_(ids)))
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda p: (p.sort_key, p.client_id)))


def _frictions(desk: Desk, ids: list[UUID]) -> Iterable[Pair]:
    """Kept apart, both in the room. A coordinator in a team asks the database's own procedure."""
    here, today = set(ids), desk.now.date()
    if desk.actor.role is Role.COORDINATOR and held_by_database(desk.session):
        rows = desk.session.execute(
            text("SELECT one, other, until FROM vip_api.frictions(:ids)"), {"ids": ids}
        ).all()
    else:
        rows = desk.session.execute(
            select(PersonAround.client_id, PersonAround.other_client_id, PersonAround.until).where(
                PersonAround.kind == PersonKind.FRICTION,
                PersonAround.client_id.in_(ids),
                PersonAround.other_client_id.in_(ids),
            )
        ).all()
    for one, other, until in rows:
        if one in here and other in here and one != other and (until is None or until >= today):
            yield pair(one, other)


def _wishes(desk: Desk, ids: list[UUID]) -> Iterable[Pair]:
    here = set(ids)
    if desk.actor.role is Role.COORDINATOR and held_by_database(desk.session):
        found = desk.session.execute(
            text("SELECT one, other FROM vip_api.wished_introductions(:ids)"), {"ids": ids}
        ).all()
    elif not desk.actor.may(Verb.SELECT, "introduction") and held_by_database(desk.session):
        return
    else:
        found = desk.session.execute(
            select(Introduction.client_id, Introduction.other_client_id).where(
                Introduction.client_id.in_(ids),
                Introduction.other_client_id.in_(ids),
                Introduction.introduced_on.is_(None),
                Introduction.ended_at.is_(None),
            )
        ).all()
    for one, other in found:
        if other in here and one != other:
            yield pair(one, other)


def _belonging(desk: Desk, ids: list[UUID]) -> tuple[set[Pair], set[Pair]]:
    household: set[Pair] = set()
    circle: set[Pair] = set()
    rows = desk.session.execute(
        select(PersonAround.client_id, PersonAround.other_client_id, PersonAround.kind).where(
            PersonAround.kind.in_((PersonKind.HOUSEHOLD, PersonKind.CIRCLE)),
            PersonAround.client_id.in_(ids),
            PersonAround.other_client_id.in_(ids),
            or_(PersonAround.until.is_(None), PersonAround.until >= desk.now.date()),
        )
    )
    for one, other, kind in rows:
        if other is not None and one != other:
            (household if kind is PersonKind.HOUSEHOLD else circle).add(pair(one, other))
    return household, circle


def _met(desk: Desk, event: Event, ids: list[UUID]) -> dict[Pair, int]:
    since = event.starts_at - _RECENT
    earlier = select(Event.id).where(Event.starts_at < event.starts_at, Event.starts_at >= since)
    met: Counter[Pair] = Counter()
    tables: dict[tuple[UUID, int], set[UUID]] = defaultdict(set)
    for event_id, table, client_id in desk.session.execute(
        select(Seat.event_id, Seat.table_no, Seat.client_id).where(
            Seat.client_id.in_(ids), Seat.place == 0, Seat.event_id.in_(earlier)
        )
    ):
        tables[event_id, table].add(client_id)
    for here in tables.values():
        for one, other in combinations(sorted(here), 2):
            met[pair(one, other)] += 3
    gatherings: dict[UUID, set[UUID]] = defaultdict(set)
    for event_id, client_id in desk.session.execute(
        select(GuestList.event_id, Guest.client_id)
        .join(GuestList, Guest.guest_list_id == GuestList.id)
        .where(Guest.client_id.in_(ids), Guest.attended.is_(True), GuestList.event_id.in_(earlier))
    ):
        gatherings[event_id].add(client_id)
    for came in gatherings.values():
        if len(came) <= _FEW:
            for one, other in combinations(sorted(came), 2):
                met[pair(one, other)] += 1
    return dict(met)
