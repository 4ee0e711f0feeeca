"""From guests, room and rules to the numbers of the engine, and back to sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

from vipdesk.events.seating.engine import keep_near
from vipdesk.events.seating.facts import Facts, Party
from vipdesk.events.seating.problem import Bar, Group, Problem, RuleKind
from vipdesk.events.seating.room import Room, neighbours

# What company at one table is worth; a topic shared and a guest alone stand in `problem`.
HOUSEHOLD, WISH, KNOWN, MET_MOST, OWN_HOST, STAY = 30, 12, 4, 6, 8, 10
LANGUAGES = ("ru", "en", "fr", "de", "it", "es", "zh", "ar", "tr")


@dataclass(frozen=True, slots=True)
class Rules:
    """The coordinator's rules. 0: none. step_free: guests marked by hand, as text ids.

    rivals_far: those kept apart do not sit at neighbouring tables either. host_language: each
    guest at a table with a host shares a language with the host.
    """

    least: int = 0
    company_cap: int = 0
    newcomer_cap: int = 0
    rivals_far: bool = False
    host_language: bool = True
    step_free: tuple[str, ...] = ()

    def keep(self) -> dict[str, Any]:
        """As the database keeps it."""
        return asdict(self) | {"step_free": list(self.step_free)}

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Rules:
        """From the database; what it does not know is left out."""
        values = {k: v for k, v in kept.items() if k in cls.__dataclass_fields__}
        return cls(**values | {"step_free": tuple(values.get("step_free", ()))})


@dataclass(frozen=True, slots=True)
class Built:
    """The numbers, and what each stands for: units are clients, tables are numbers on the plan."""

    problem: Problem
    units: tuple[UUID, ...]
    tables: tuple[int, ...]

    def at(self, table_of: Mapping[UUID, int]) -> tuple[int, ...]:
        """Tables by index, -1 for who is not seated."""
        place = {number: i for i, number in enumerate(self.tables)}
        return tuple(place.get(table_of.get(u, -1), -1) for u in self.units)

    def table_of(self, at: Sequence[int]) -> dict[UUID, int]:
        """Back to clients and numbers."""
        return {u: self.tables[t] for u, t in zip(self.units, at, strict=True) if t >= 0}


def languages_of(room: Room, number: int) -> tuple[str, ...]:
    """What the host of a table speaks."""
    table = room.table(number)
    return tuple(table.languages) if table is not None and table.host else ()


def needs_step_free(party: Party, rules: Rules) -> bool:
    """By the profile or by hand."""
    return party.step_free or str(party.client_id) in rules.step_free


def build(facts: Facts, room: Room, rules: Rules, locked: Mapping[UUID, int]) -> Built:
    """locked: tables by number of clients who stay where they are."""
    tables = room.tables
    index = {t.number: i for i, t in enumerate(tables)}
    units = {p.client_id: i for i, p in enumerate(facts.parties)}
    beside = neighbours(room)
    apart = tuple(sorted((units[a], units[b]) for a, b in facts.apart))
    problem = Problem(
        sizes=tuple(p.size for p in facts.parties),
        seats=tuple(t.for_guests for t in tables),
        least=rules.least,
        near=tuple(frozenset(index[n] for n in beside[t.number]) for t in tables),
        bars=tuple(
            _bars(facts, room, rules, {u: index[n] for u, n in locked.items() if n in index})
        ),
        apart=() if rules.rivals_far else apart,
        far=apart if rules.rivals_far else (),
        groups=tuple(_groups(facts, rules)),
        weights=_weights(facts, units),
        likes=tuple(
            (units[p.client_id], index[t.number], OWN_HOST)
            for p in facts.parties
            for t in tables
            if p.manager_id is not None and t.host == str(p.manager_id)
        ),
        topics=tuple(_topics(facts)),
        ties=_ties(facts, units),
    )
    return Built(problem, tuple(p.client_id for p in facts.parties), tuple(index))


def _bars(facts: Facts, room: Room, rules: Rules, locked: Mapping[UUID, int]) -> list[Bar]:
    tables = room.tables
    flat = frozenset(i for i, t in enumerate(tables) if t.step_free)
    found = []
    for unit, party in enumerate(facts.parties):
        if party.client_id in locked:
            found.append(Bar(RuleKind.LOCK, unit, frozenset({locked[party.client_id]})))
        if needs_step_free(party, rules):
            found.append(Bar(RuleKind.STEP_FREE, unit, flat))
        if rules.host_language and party.languages:
            good = frozenset(
                i
                for i, t in enumerate(tables)
                if not t.host or set(t.languages).intersection(party.languages)
            )
            if len(good) < len(tables):
                found.append(Bar(RuleKind.LANGUAGE, unit, good))
    return found


def _groups(facts: Facts, rules: Rules) -> list[Group]:
    found = []
    if rules.company_cap:
        by_name: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for unit, party in enumerate(facts.parties):
            if party.company:
                by_name[party.company.casefold()].append((unit, 1))
        found += [
            Group(RuleKind.COMPANY, tuple(members), rules.company_cap)
            for _, members in sorted(by_name.items())
            if len(members) > rules.company_cap
        ]
    if rules.newcomer_cap:
        members = [(u, 1) for u, p in enumerate(facts.parties) if p.newcomer]
        if len(members) > rules.newcomer_cap:
            found.append(Group(RuleKind.NEWCOMERS, tuple(members), rules.newcomer_cap))
    return found


def _weights(facts: Facts, units: Mapping[UUID, int]) -> tuple[tuple[int, int, int], ...]:
    sums: dict[tuple[int, int], int] = defaultdict(int)
    told = (
        (HOUSEHOLD, facts.household), (KNOWN, facts.circle), (WISH, facts.wishes),
    )  # fmt: skip
    for weight, pairs in told:
        for one, other in pairs:
            sums[_pair(units[one], units[other])] += weight
    for (one, other), times in facts.met.items():
        if (one, other) not in facts.household:
            sums[_pair(units[one], units[other])] -= min(MET_MOST, times)
    return tuple((u, v, w) for (u, v), w in sorted(sums.items()) if w)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def shared_topics(facts: Facts) -> dict[str, tuple[int, ...]]:
    """Units drawn by each topic that at least two share and not everybody does."""
    drawn: dict[str, list[int]] = defaultdict(list)
    for unit, party in enumerate(facts.parties):
        for topic in dict.fromkeys(party.topics):
            drawn[topic].append(unit)
    most = max(2, len(facts.parties) * 2 // 3)
    return {t: tuple(u) for t, u in sorted(drawn.items()) if 2 <= len(u) <= most}


def _topics(facts: Facts) -> list[tuple[int, ...]]:
    return list(shared_topics(facts).values())


def _ties(facts: Facts, units: Mapping[UUID, int]) -> tuple[tuple[int, int], ...]:
    found = {_pair(units[a], units[b]) for a, b in (*facts.household, *facts.circle, *facts.wishes)}
    for drawn in shared_topics(facts).values():
        found.update(_pair(u, v) for u, v in combinations(drawn, 2))
    return tuple(sorted(found))


def keep_company(built: Built, at: Sequence[int]) -> Problem:
    """The same problem where each seated guest would rather stay: few move on a late change."""
    return keep_near(built.problem, at, STAY)
