"""A seating as numbers: units to tables, hard rules, and what makes an evening pleasant.

A unit is a party that sits together. Nothing personal is in here: it goes to another process.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

Tables = Sequence[int]
"""The table of each unit, by index; -1: not seated."""

TOPIC, ALONE = 3, 6
"""What a table gains by a topic that two share (once each), loses by a guest nobody knows."""


class RuleKind(StrEnum):
    """Hard rules."""

    CHAIRS = "chairs"
    LEAST = "least"
    APART = "apart"
    FAR = "far"  # not at neighbouring tables either
    LOCK = "lock"
    LANGUAGE = "language"
    STEP_FREE = "step_free"
    COMPANY = "company"
    NEWCOMERS = "newcomers"
    UNSEATED = "unseated"


@dataclass(frozen=True, slots=True)
class Bar:
    """A rule that leaves a unit only some tables."""

    kind: RuleKind  # LOCK, LANGUAGE, STEP_FREE
    unit: int
    tables: frozenset[int]


@dataclass(frozen=True, slots=True)
class Group:
    """At most `cap` persons of these at one table; members: (unit, persons)."""

    kind: RuleKind  # COMPANY, NEWCOMERS
    members: tuple[tuple[int, int], ...]
    cap: int


@dataclass(frozen=True, slots=True)
class Problem:
    """sizes: persons of each unit. seats: chairs for guests at each table (a host's is not
    counted). least: a table in use has so many; the engine uses
    every table as far as there are guests enough. near: tables beside each table. weights: what
    a pair gains at one table (may be negative). likes: (unit, table, gain). ties: who knows
    whom, so that nobody is alone. topics: units drawn by each.
    """

    sizes: tuple[int, ...]
    seats: tuple[int, ...]
    least: int = 0
    near: tuple[frozenset[int], ...] = ()
    bars: tuple[Bar, ...] = ()
    apart: tuple[tuple[int, int], ...] = ()
    far: tuple[tuple[int, int], ...] = ()
    groups: tuple[Group, ...] = ()
    weights: tuple[tuple[int, int, int], ...] = ()
    likes: tuple[tuple[int, int, int], ...] = ()
    topics: tuple[tuple[int, ...], ...] = ()
    ties: tuple[tuple[int, int], ...] = ()

    def allowed(self) -> list[frozenset[int]]:
        """Tables that are left to each unit by bars and chairs."""
        every = frozenset(range(len(self.seats)))
        left = [frozenset(t for t in every if self.seats[t] >= size) for size in self.sizes]
        for bar in self.bars:
            left[bar.unit] &= bar.tables
        return left

    def beside(self, table: int) -> frozenset[int]:
        """Tables too near for those who are to be kept far apart; the table itself too."""
        return (self.near[table] if self.near else frozenset()) | {table}


@dataclass(frozen=True, slots=True)
class Broken:
    """A hard rule that a seating breaks. `count`: persons too many or too few."""

    kind: RuleKind
    units: tuple[int, ...] = ()
    table: int = -1
    count: int = 0


def laid(problem: Problem, keep: frozenset[int] = frozenset()) -> Problem:
    """The same with only as many tables as the guests can fill; the others have no chairs.

    Those that some guest must have (`keep`, or a rule that leaves no other) stay; of the rest the
    last go first.
    """
    persons, seats = sum(problem.sizes), list(problem.seats)
    needed = keep | {next(iter(a)) for a in problem.allowed() if len(a) == 1}
    for table in sorted(range(len(seats)), key=lambda t: (t in needed, -t)):
        in_use = sum(1 for n in seats if n)
        left = sum(seats) - seats[table]
        if in_use * problem.least <= persons or left < persons or table in needed:
            break
        seats[table] = 0
    return replace(problem, seats=tuple(seats))


def score(problem: Problem, at: Tables) -> int:
    """How pleasant: the sum over pairs, hosts, topics, minus who is alone. Hard rules apart."""
    gained = sum(w for u, v, w in problem.weights if at[u] == at[v] >= 0)
    gained += sum(w for u, t, w in problem.likes if at[u] == t)
    for drawn in problem.topics:
        here = Counter(at[u] for u in drawn if at[u] >= 0)
        gained += TOPIC * sum(1 for n in here.values() if n >= 2)
    return gained - ALONE * len(alone(problem, at))


def alone(problem: Problem, at: Tables) -> list[int]:
    """Single guests who have ties in the room and none at their table."""
    linked: dict[int, bool] = {}
    for u, v in problem.ties:
        together = at[u] == at[v] >= 0
        linked[u] = linked.get(u, False) or together
        linked[v] = linked.get(v, False) or together
    return [u for u, found in linked.items() if not found and problem.sizes[u] == 1 and at[u] >= 0]


def broken(problem: Problem, at: Tables) -> list[Broken]:
    """Every hard rule that does not hold, by kind."""
    found = [Broken(RuleKind.UNSEATED, (u,)) for u, t in enumerate(at) if t < 0]
    loads: dict[int, int] = defaultdict(int)
    for u, t in enumerate(at):
        if t >= 0:
            loads[t] += problem.sizes[u]
    for t, load in sorted(loads.items()):
        if load > problem.seats[t]:
            found.append(Broken(RuleKind.CHAIRS, (), t, load - problem.seats[t]))
        if load < problem.least:
            found.append(Broken(RuleKind.LEAST, (), t, problem.least - load))
    found += [
        Broken(b.kind, (b.unit,), at[b.unit])
        for b in problem.bars
        if at[b.unit] >= 0 and at[b.unit] not in b.tables
    ]
    found += [Broken(RuleKind.APART, p, at[p[0]]) for p in problem.apart if _same(at, p)]
    found += [
        Broken(RuleKind.FAR, (u, v), at[u])
        for u, v in problem.far
        if at[u] >= 0 and at[v] >= 0 and at[v] in problem.beside(at[u])
    ]
    return found + list(_crowded(problem, at))


def _same(at: Tables, pair: tuple[int, int]) -> bool:
    return at[pair[0]] == at[pair[1]] >= 0


def _crowded(problem: Problem, at: Tables) -> Iterable[Broken]:
    for group in problem.groups:
        here: dict[int, int] = defaultdict(int)
        for unit, persons in group.members:
            if at[unit] >= 0:
                here[at[unit]] += persons
        for table, persons in sorted(here.items()):
            if persons > group.cap:
                units = tuple(u for u, _ in group.members if at[u] == table)
                yield Broken(group.kind, units, table, persons - group.cap)
