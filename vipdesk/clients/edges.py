"""Edges between people as one pair of eyes sees them: what paths, pictures and proposals are of.

What may not be read is not loaded, and so it cannot influence a path, a count or a proposal. On a
team's server the database does not give it in the first place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients import spelling
from vipdesk.clients.names import full_name, short_name
from vipdesk.clients.sight import readable
from vipdesk.models import Client, PersonAround
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import Who

_FEW = 500  # ids in one IN (…)
Node = UUID | str
"""A client by id; a named person by what tells them from others (`person_key`)."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One edge: `there` says what `other` is to `client`, `back` the reverse.

    other_id: the other client, None for a named person (`name`). node: the other end.
    """

    id: UUID
    client_id: UUID
    other_id: UUID | None
    node: Node
    name: str
    kind: PersonKind
    there: str
    back: str
    sensitivity: Sensitivity
    strength: int
    since: date | None
    until: date | None
    phone: str
    email: str

    def holds_on(self, day: date) -> bool:
        """Whether it has begun and is not over."""
        return (self.since is None or self.since <= day) and (
            self.until is None or self.until >= day
        )

    def from_(self, node: Node) -> tuple[Node, str, str]:
        """(the other end, what it is to this one, what this one is to it)."""
        if node == self.client_id:
            return self.node, self.there, self.back
        return self.client_id, self.back, self.there


def person_key(row_id: UUID, name: str, phone: str, email: str) -> str:
    """A named person is the same around two clients where name and phone or address agree.

    Without either nobody can tell: the row itself is the person.
    """
    reached = phone.strip() or email.strip().lower()
    folded = " ".join(sorted(spelling.words_of(name)))
    return f"{folded}|{reached}" if reached and folded else f"#{row_id}"


def edges_at(desk: Desk, client_ids: Iterable[UUID]) -> tuple[Edge, ...]:
    """Every edge with an end at one of these clients that this person may read, past ones too."""
    ids = list(dict.fromkeys(client_ids))
    rows: dict[UUID, PersonAround] = {}
    for start in range(0, len(ids), _FEW):
        some = ids[start : start + _FEW]
        rows |= _read(
            desk, or_(PersonAround.client_id.in_(some), PersonAround.other_client_id.in_(some))
        )
    return _readable(desk, rows)


def edges_of_people(desk: Desk, edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """Other edges of the named people in these: the same assistant, the same friend elsewhere."""
    named = [e for e in edges if e.other_id is None and not str(e.node).startswith("#")]
    keys = {e.node for e in named}
    phones = sorted({e.phone for e in named if e.phone})
    emails = sorted({e.email for e in named if e.email})
    ways: list[ColumnElement[bool]] = []
    if phones:
        ways.append(PersonAround.phone.in_(phones[:_FEW]))
    if emails:
        ways.append(PersonAround.email.in_(emails[:_FEW]))
    if not ways:
        return ()
    found = _read(desk, PersonAround.other_client_id.is_(None), or_(*ways))
    return tuple(e for e in _readable(desk, found) if e.node in keys)


def names_of(desk: Desk, client_ids: Iterable[UUID], *, short: bool = False) -> dict[UUID, Who]:
    """Clients that are in the club and may be turned to; others are left out.

    short: 'Пётр Щукин' where there is little room.
    """
    ids = list(client_ids)
    found: dict[UUID, Who] = {}
    for start in range(0, len(ids), _FEW):
        wanted = select(
            Client.id, Client.surname, Client.given, Client.patronymic, Client.latin_name
        ).where(
            Client.id.in_(ids[start : start + _FEW]),
            Client.left_on.is_(None),
            Client.restricted_at.is_(None),
            Client.erased_at.is_(None),
        )
        for row in desk.session.execute(wanted):
            name = (
                short_name(row.surname, row.given)
                if short
                else full_name(row.surname, row.given, row.patronymic)
            )
            found[row.id] = Who(name, row.latin_name)
    return found


def _read(desk: Desk, *conditions: Any) -> dict[UUID, PersonAround]:
    return {p.id: p for p in desk.session.scalars(select(PersonAround).where(*conditions))}


def _readable(desk: Desk, rows: dict[UUID, PersonAround]) -> tuple[Edge, ...]:
    """What this person may read: as much as of the better known of the two clients."""
    ends = {i for p in rows.values() for i in (p.client_id, p.other_client_id) if i is not None}
    cared = _cared_for(desk, ends)
    far, near = readable(desk, cares=False), readable(desk, cares=True)
    seen = []
    for row in sorted(rows.values(), key=lambda p: p.id):
        cares = row.client_id in cared or row.other_client_id in cared
        if row.sensitivity in (near if cares else far):
            seen.append(_edge(row))
    return tuple(seen)


def _cared_for(desk: Desk, ids: set[UUID]) -> frozenset[UUID]:
    wanted = list(ids)
    found: set[UUID] = set()
    for start in range(0, len(wanted), _FEW):
        some = wanted[start : start + _FEW]
        query = select(Client.id).where(Client.id.in_(some), in_care_of(desk.actor.id, desk.now))
        found |= set(desk.session.scalars(query))
    return frozenset(found)


def _edge(row: PersonAround) -> Edge:
    other: Node = row.other_client_id or person_key(row.id, row.name, row.phone, row.email)
    return Edge(
        row.id, row.client_id, row.other_client_id, other, row.name, row.kind, row.label_there,
        row.label_back, row.sensitivity, row.strength, row.since, row.until, row.phone, row.email,
    )  # fmt: skip
