"""Rules that cannot all hold, named: by counting, then by CP-SAT with an assumption a rule.

Counting finds most of them in a millisecond and says exactly how many chairs are missing. What
is left goes to the solver: each rule holds only if its literal is assumed, and the set of
assumptions that cannot hold together is made small by leaving out one at a time.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from vipdesk.events.seating.problem import Group, Problem, RuleKind

SECONDS = 0.8


@dataclass(frozen=True, slots=True)
class Clash:
    """A rule of a contradiction. units: whom it is about; tables: where they may sit;
    count: how many persons or chairs are too many.
    """

    kind: RuleKind
    units: tuple[int, ...] = ()
    tables: tuple[int, ...] = ()
    count: int = 0


def find_contradiction(problem: Problem, *, seconds: float = SECONDS) -> tuple[Clash, ...]:
    """Rules that contradict each other; empty where none do, or none was found in time."""
    return _by_counting(problem) or _by_assumptions(problem, seconds)


# Counting -------------------------------------------------------------------------------------


def _by_counting(problem: Problem) -> tuple[Clash, ...]:
    missing = sum(problem.sizes) - sum(problem.seats)
    if missing > 0:
        return (Clash(RuleKind.CHAIRS, (), (), missing),)
    for find in (
        _nowhere, _no_two_tables, _too_many_for_few, _crowds, _too_many_tables, _rivals_everywhere,
    ):  # fmt: skip
        found = find(problem)
        if found:
            return found
    return ()


def _bars_of(problem: Problem, unit: int) -> tuple[Clash, ...]:
    return tuple(
        Clash(b.kind, (b.unit,), tuple(sorted(b.tables))) for b in problem.bars if b.unit == unit
    )


def _nowhere(problem: Problem) -> tuple[Clash, ...]:
    """A unit that no table is left to: by its own rules, or because no table is so large."""
    for unit, allowed in enumerate(problem.allowed()):
        if not allowed:
            large = Clash(RuleKind.CHAIRS, (unit,), (), problem.sizes[unit])
            bars = _bars_of(problem, unit)
            fits = any(n >= problem.sizes[unit] for n in problem.seats)
            return _fewest_bars(problem, unit, bars) if bars and fits else (large,)
    return ()


def _no_two_tables(problem: Problem) -> tuple[Clash, ...]:
    """Two to be kept apart whom their own rules leave no two tables."""
    allowed = problem.allowed()
    for kind, pairs in ((RuleKind.APART, problem.apart), (RuleKind.FAR, problem.far)):
        for u, v in pairs:
            if _parted(problem, kind, allowed[u], allowed[v]):
                continue
            kept = bars = [*_bars_of(problem, u), *_bars_of(problem, v)]
            for bar in bars:
                rest = [b for b in kept if b is not bar]
                if not _parted(problem, kind, _left(problem, u, rest), _left(problem, v, rest)):
                    kept = rest
            return (Clash(kind, (u, v)), *kept)
    return ()


def _parted(problem: Problem, kind: RuleKind, mine: frozenset[int], theirs: frozenset[int]) -> bool:
    return any(
        other not in (problem.beside(table) if kind is RuleKind.FAR else (table,))
        for table in mine
        for other in theirs
    )


def _left(problem: Problem, unit: int, bars: list[Clash]) -> frozenset[int]:
    """Tables that these bars leave to a unit."""
    left = frozenset(t for t, n in enumerate(problem.seats) if n >= problem.sizes[unit])
    for bar in bars:
        left &= frozenset(bar.tables) if unit in bar.units else left
    return left


def _fewest_bars(problem: Problem, unit: int, bars: tuple[Clash, ...]) -> tuple[Clash, ...]:
    kept = list(bars)
    large = {t for t, n in enumerate(problem.seats) if n >= problem.sizes[unit]}
    for bar in bars:
        rest = [b for b in kept if b is not bar]
        if not large.intersection(*(set(b.tables) for b in rest)):
            kept = rest
    return tuple(kept)


def _too_many_for_few(problem: Problem) -> tuple[Clash, ...]:
    """More guests who may sit only at some tables than those have chairs (Hall 1935)."""
    allowed = problem.allowed()
    for tables in sorted(set(allowed), key=lambda a: (len(a), sorted(a))):
        inside = [u for u, a in enumerate(allowed) if a <= tables]
        missing = sum(problem.sizes[u] for u in inside) - sum(problem.seats[t] for t in tables)
        if missing > 0:
            kinds: dict[RuleKind, list[int]] = defaultdict(list)
            for bar in problem.bars:
                if bar.unit in inside:
                    kinds[bar.kind].append(bar.unit)
            rules = [
                Clash(k, tuple(dict.fromkeys(units)), tuple(sorted(tables)), missing)
                for k, units in kinds.items()
            ]
            return (*rules, Clash(RuleKind.CHAIRS, (), tuple(sorted(tables)), missing))
    return ()


def _crowds(problem: Problem) -> tuple[Clash, ...]:
    every = sum(1 for n in problem.seats if n)
    allowed = problem.allowed()
    for group in problem.groups:
        persons = sum(n for _, n in group.members)
        units = tuple(u for u, _ in group.members)
        party = max(group.members, key=lambda m: m[1], default=(0, 0))
        if party[1] > group.cap:
            return (Clash(group.kind, (party[0],), (), party[1] - group.cap),)
        tables = frozenset().union(*(allowed[u] for u in units))
        over = persons - group.cap * len(tables)
        if over > 0:
            bars = () if persons > group.cap * every else (_bars_of(problem, u) for u in units)
            return (Clash(group.kind, units, (), over), *(c for one in bars for c in one))
    return ()


def _too_many_tables(problem: Problem) -> tuple[Clash, ...]:
    """So few tables can be filled to the least that they have too few chairs."""
    if not problem.least:
        return ()
    persons = sum(problem.sizes)
    largest = sorted((n for n in problem.seats if n >= problem.least), reverse=True)
    if sum(largest[: persons // problem.least]) < persons:
        return (Clash(RuleKind.LEAST), Clash(RuleKind.CHAIRS))
    return ()


def _rivals_everywhere(problem: Problem) -> tuple[Clash, ...]:
    """More guests, each to be kept apart from each other, than there are tables."""
    foes: dict[int, set[int]] = defaultdict(set)
    for u, v in (*problem.apart, *problem.far):
        foes[u].add(v)
        foes[v].add(u)
    allowed = problem.allowed()
    for first in sorted(foes, key=lambda u: (-len(foes[u]), u)):
        knot = [first]
        for other in sorted(foes[first], key=lambda u: (-len(foes[u]), u)):
            if all(other in foes[k] for k in knot):
                knot.append(other)
        tables = frozenset().union(*(allowed[u] for u in knot))
        if len(knot) > len(tables):
            rules = [Clash(RuleKind.APART, tuple(knot), tuple(sorted(tables)))]
            everywhere = len(knot) > sum(1 for n in problem.seats if n)
            bars = () if everywhere else (c for u in knot for c in _bars_of(problem, u))
            return (*rules, *bars)
    return ()


# Assumptions ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Asked:
    model: Any
    chosen: list[dict[int, Any]]
    rules: list[tuple[Any, Clash]]


def _by_assumptions(problem: Problem, seconds: float) -> tuple[Clash, ...]:
    until = perf_counter() + seconds
    asked = _model(problem)
    core = _core(asked, asked.rules, seconds * 0.7)
    if not core:
        return ()
    kept = core
    for rule in core:
        rest = [r for r in kept if r is not rule]
        left = until - perf_counter()
        if left < 0.02 or len(kept) < 2:
            break
        smaller = _core(asked, rest, min(0.1, left))
        if smaller is not None and smaller:
            kept = smaller
    return tuple(clash for _, clash in kept)


def _core(asked: _Asked, rules: list[Any], seconds: float) -> list[Any] | None:
    """Rules that cannot hold together; None where they can, or nobody knows in time."""
    from ortools.sat.python import cp_model

    asked.model.clear_assumptions()
    asked.model.add_assumptions([literal for literal, _ in rules])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = max(0.01, seconds)
    if solver.solve(asked.model) != cp_model.INFEASIBLE:
        return None
    found = set(solver.sufficient_assumptions_for_infeasibility())
    return [r for r in rules if r[0].index in found] or None


def _model(problem: Problem) -> _Asked:
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    tables = range(len(problem.seats))
    chosen = [{t: model.new_bool_var("") for t in tables} for _ in problem.sizes]
    asked = _Asked(model, chosen, [])
    for row in chosen:
        model.add_exactly_one(row.values())
    chairs = _rule(asked, Clash(RuleKind.CHAIRS))
    for t in tables:
        load = sum(size * chosen[u][t] for u, size in enumerate(problem.sizes))
        model.add(load <= problem.seats[t]).only_enforce_if(chairs)
    _add_bars(asked, problem)
    _add_rivals(asked, problem)
    for group in problem.groups:
        _add_group(asked, group, tables)
    if problem.least:
        _add_least(asked, problem)
    return asked


def _rule(asked: _Asked, clash: Clash) -> Any:
    literal = asked.model.new_bool_var("")
    asked.rules.append((literal, clash))
    return literal


def _add_bars(asked: _Asked, problem: Problem) -> None:
    for bar in problem.bars:
        clash = Clash(bar.kind, (bar.unit,), tuple(sorted(bar.tables)))
        literal = _rule(asked, clash)
        for table, seat in asked.chosen[bar.unit].items():
            if table not in bar.tables:
                asked.model.add_implication(literal, ~seat)


def _add_rivals(asked: _Asked, problem: Problem) -> None:
    for kind, pairs in ((RuleKind.APART, problem.apart), (RuleKind.FAR, problem.far)):
        for u, v in pairs:
            literal = _rule(asked, Clash(kind, (u, v)))
            for table, seat in asked.chosen[u].items():
                others = problem.beside(table) if kind is RuleKind.FAR else (table,)
                for other in others:
                    asked.model.add_bool_or(~literal, ~seat, ~asked.chosen[v][other])


def _add_group(asked: _Asked, group: Group, tables: range) -> None:
    literal = _rule(asked, Clash(group.kind, tuple(u for u, _ in group.members)))
    for table in tables:
        row = sum(n * asked.chosen[u][table] for u, n in group.members)
        asked.model.add(row <= group.cap).only_enforce_if(literal)


def _add_least(asked: _Asked, problem: Problem) -> None:
    literal = _rule(asked, Clash(RuleKind.LEAST))
    for table, seats in enumerate(problem.seats):
        if seats:
            used = asked.model.new_bool_var("")
            row = [seat for unit in asked.chosen for t, seat in unit.items() if t == table]
            load = sum(n * s for n, s in zip(problem.sizes, row, strict=True))
            asked.model.add(load >= problem.least).only_enforce_if(literal, used)
            asked.model.add(load == 0).only_enforce_if(literal, ~used)
