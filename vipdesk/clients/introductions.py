"""Who can introduce one client to another: the closest chain of people who know each other.

A chain goes through the household and the circle, never through staff (an assistant arranges, and
does not introduce), never through an edge that is not for the whole team to know (asking would tell
of it), and never past people to keep apart. What this person may not read does not count at all.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.edges import Edge, Node, edges_at, edges_of_people, names_of
from vipdesk.clients.relations import label_of
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.models import Client, Staff
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import NOBODY, Say, Who, say

# What a step costs by the strength of its edge: two close steps are better than one slight one.
_COST = {3: 1.0, 2: 1.6, 1: 2.6}
_KNOWING = frozenset({PersonKind.HOUSEHOLD, PersonKind.CIRCLE})
_REACH = 2  # steps from each end: chains of four edges at most
_MOST_NODES = 4000
WAYS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """The next person of a chain. `label`: what they are to the one before."""

    node: Node
    who: Who
    client_id: UUID | None
    label: Say | str
    strength: int


@dataclass(frozen=True, slots=True)
class Way:
    """A chain from the first client's acquaintance to the second client, the nearest first."""

    steps: tuple[Step, ...]
    cost: float

    @property
    def introducers(self) -> tuple[Step, ...]:
        """Those to be asked: everybody but the one who is met. Empty: they know each other."""
        return self.steps[:-1]


@dataclass(frozen=True, slots=True)
class Introductions:
    """Up to three ways, each by another first introducer.

    apart: the two are to be kept apart, and there is no way. manager: who leads both of them
    and may introduce them, nobody if it is not one person.
    """

    ways: tuple[Way, ...]
    apart: bool = False
    manager: Who = NOBODY


def find_introductions(desk: Desk, from_id: UUID, to_id: UUID) -> Introductions:
    """Who can introduce `from_id` to `to_id`. Raises `NotFound`; `UserError` for one client."""
    first, second = client_of(desk, from_id), client_of(desk, to_id)
    if from_id == to_id:
        raise UserError(say("Choose another client."), field="to")
    edges = _around(desk, from_id, to_id)
    today = desk.now.date()
    apart = {
        frozenset((e.client_id, e.node))
        for e in edges
        if e.kind is PersonKind.FRICTION and e.holds_on(today)
    }
    if frozenset((from_id, to_id)) in apart:
        return Introductions((), apart=True)
    usable = [
        e
        for e in edges
        if e.kind in _KNOWING
        and e.sensitivity is Sensitivity.TEAM
        and e.holds_on(today)
        and frozenset((e.client_id, e.node)) not in apart
    ]
    names = _names(desk, usable, from_id, to_id)
    graph = _graph(usable, names, _shunned(apart, from_id, to_id))
    ways = tuple(_ways(graph, names, from_id, to_id))
    return Introductions(ways, manager=_manager(desk, first, second))


def _around(desk: Desk, *ends: UUID) -> tuple[Edge, ...]:
    """The edges within reach of both ends, layer by layer."""
    seen: dict[UUID, Edge] = {}
    known: set[UUID] = set()
    frontier = set(ends)
    # One layer more than is walked: frictions of the outermost people count too.
    for _ in range(_REACH + 1):
        if not frontier or len(known) > _MOST_NODES:
            break
        known |= frontier
        found = edges_at(desk, sorted(frontier))
        found += edges_of_people(desk, found)
        seen |= {e.id: e for e in found}
        reached = {
            i
            for e in found
            if e.kind in _KNOWING
            for i in (e.client_id, e.other_id)
            if i is not None
        }
        frontier = reached - known
    return tuple(seen.values())


def _shunned(apart: Iterable[frozenset[Node]], *ends: UUID) -> frozenset[Node]:
    """Who is to be kept apart from either end introduces neither."""
    return frozenset(n for pair in apart if pair & set(ends) for n in pair - set(ends))


def _names(desk: Desk, edges: Iterable[Edge], *ends: UUID) -> dict[Node, Who]:
    edges = list(edges)
    ids = {i for e in edges for i in (e.client_id, e.other_id) if i is not None} | set(ends)
    clients = names_of(desk, sorted(ids))
    named: dict[Node, Who] = dict(clients.items())
    for edge in edges:
        if edge.other_id is None:
            named.setdefault(edge.node, Who(edge.name))
    return named


_Graph = Mapping[Node, list[tuple[Node, str, int]]]


def _graph(edges: Iterable[Edge], names: Mapping[Node, Who], shunned: frozenset[Node]) -> _Graph:
    """From each node its neighbours: (node, what it is to this one, strength)."""
    graph: dict[Node, list[tuple[Node, str, int]]] = defaultdict(list)
    for edge in edges:
        ends = (edge.client_id, edge.node)
        if any(end in shunned or end not in names for end in ends):
            continue
        for end in ends:
            other, label, _ = edge.from_(end)
            graph[end].append((other, label, edge.strength))
    return graph


def _ways(graph: _Graph, names: Mapping[Node, Who], from_id: UUID, to_id: UUID) -> Iterable[Way]:
    """The cheapest, then the cheapest by other first introducers."""
    left_out: set[Node] = set()
    for _ in range(WAYS):
        way = _cheapest(graph, names, from_id, to_id, left_out)
        if way is None:
            return
        yield way
        if not way.introducers:
            return  # they know each other: nobody needs to introduce them
        left_out.add(way.steps[0].node)


def _cheapest(
    graph: _Graph, names: Mapping[Node, Who], from_id: UUID, to_id: UUID, left_out: set[Node]
) -> Way | None:
    """Dijkstra over a few hundred people; of equal ways the one by fewer, then by name."""
    order = count()
    queue: list[tuple[float, int, str, int, Node, tuple[Step, ...]]] = [
        (0.0, 0, "", next(order), from_id, ())
    ]
    done: dict[Node, int] = {}
    while queue:
        cost, length, _, _, node, steps = heapq.heappop(queue)
        if node == to_id:
            return Way(steps, cost)
        # A dearer way is worth another look only where it is shorter: the length is limited.
        if node in done and done[node] <= length:
            continue
        done[node] = length
        if length == 2 * _REACH:
            continue
        for other, label, strength in graph.get(node, ()):
            if other in left_out or other == from_id:
                continue
            who = names[other]
            client_id = other if isinstance(other, UUID) else None
            step = Step(other, who, client_id, label_of(label), strength)
            entry = (cost + _COST[strength], length + 1, who.name, next(order), other)
            heapq.heappush(queue, (*entry, (*steps, step)))
    return None


def _manager(desk: Desk, first: Client, second: Client) -> Who:
    if first.manager_id is None or first.manager_id != second.manager_id:
        return NOBODY
    return Who.of(desk.session.scalar(select(Staff).where(Staff.id == first.manager_id)))
