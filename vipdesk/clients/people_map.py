"""The small picture of a client's people: who stands around, and who of them know each other."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.clients.edges import Edge, Node, edges_at, edges_of_people, names_of
from vipdesk.clients.relations import label_of
from vipdesk.clients.sight import client_of
from vipdesk.vocabulary import PersonKind
from vipdesk.wording import Say, Who

MOST = 16
_ORDER = list(PersonKind)


@dataclass(frozen=True, slots=True)
class MapPerson:
    """Somebody around the client. `client_id`: to open them, None for a named person."""

    key: Node
    person_id: UUID
    who: Who
    label: Say | str
    kind: PersonKind
    client_id: UUID | None
    strength: int


@dataclass(frozen=True, slots=True)
class MapLink:
    """Two people of the picture who stand to each other themselves."""

    one: Node
    other: Node
    kind: PersonKind


@dataclass(frozen=True, slots=True)
class PeopleMap:
    """The picture: the closest sixteen, how many more there are, and the links between them."""

    client_id: UUID
    people: tuple[MapPerson, ...]
    links: tuple[MapLink, ...]
    more: int


def read_people_map(desk: Desk, client_id: UUID) -> PeopleMap:
    """Of what this person may read and what holds today. Raises `NotFound`."""
    client_of(desk, client_id)
    today = desk.now.date()
    own = [e for e in edges_at(desk, (client_id,)) if e.holds_on(today)]
    ends = {e.from_(client_id)[0]: e for e in sorted(own, key=_rank, reverse=True)}
    names = names_of(desk, {n for n in ends if isinstance(n, UUID)}, short=True)
    people = sorted(
        (_person(client_id, node, edge, names) for node, edge in ends.items()),
        key=lambda p: (-p.strength, _ORDER.index(p.kind), p.who.name),
    )
    shown = people[:MOST]
    shown.sort(key=lambda p: (_ORDER.index(p.kind), p.who.name))
    links = _links(desk, client_id, {p.key for p in shown}, own)
    return PeopleMap(client_id, tuple(shown), links, len(people) - len(shown))


def _rank(edge: Edge) -> tuple[bool, int]:
    """Of several edges to one person the friction is told, else the strongest."""
    return (edge.kind is not PersonKind.FRICTION, -edge.strength)


def _person(client_id: UUID, node: Node, edge: Edge, names: dict[UUID, Who]) -> MapPerson:
    _, label, _ = edge.from_(client_id)
    is_client = isinstance(node, UUID) and node in names
    who = names[node] if isinstance(node, UUID) and node in names else Who(edge.name)
    return MapPerson(
        node, edge.id, who, label_of(label), edge.kind,
        node if is_client and isinstance(node, UUID) else None, edge.strength,
    )  # fmt: skip


def _links(desk: Desk, client_id: UUID, shown: set[Node], own: list[Edge]) -> tuple[MapLink, ...]:
    today = desk.now.date()
    theirs = edges_at(desk, [n for n in shown if isinstance(n, UUID)])
    found = (*theirs, *edges_of_people(desk, own))
    links: dict[frozenset[Node], MapLink] = {}
    for edge in found:
        pair = frozenset((edge.client_id, edge.node))
        if edge.holds_on(today) and len(pair) == 2 and client_id not in pair and pair <= shown:
            links.setdefault(pair, MapLink(edge.client_id, edge.node, edge.kind))
    return tuple(links.values())
