"""A few tables solved anew at a time by CP-SAT, everything else as it is (Shaw 1998).

Same seed, same work: the limit of a solve is CP-SAT's own count of work, not the clock.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vipdesk.events.seating.problem import ALONE, TOPIC, Problem

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


@dataclass(slots=True)
class _Part:
    """The model of some tables."""

    model: cp_model.CpModel
    units: list[int]
    tables: list[int]
    chosen: dict[tuple[int, int], Any]
    same: dict[tuple[int, int], Any]
    gains: list[tuple[Any, int]]


class Exchange:
    """Solves chosen tables of a problem anew."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._allowed = problem.allowed()
        sums: dict[tuple[int, int], int] = defaultdict(int)
        for u, v, w in problem.weights:
            sums[min(u, v), max(u, v)] += w
        self._weights = {pair: w for pair, w in sums.items() if w}
        self._ties = sorted({(min(p), max(p)) for p in problem.ties})

    def solve(
        self, at: list[int], tables: list[int], *, seed: int, work: float, seconds: float = 5.0
    ) -> list[int] | None:
        """The units at `tables` seated anew among them; None where nothing was found in time.

        work: CP-SAT's deterministic time. The result is at least as good as `at` if that
        breaks no hard rule.
        """
        from ortools.sat.python import cp_model

        part = self._part(at, tables)
        if not part.units:
            return None
        part.model.maximize(sum(w * v for v, w in part.gains))
        for unit in part.units:
            for table in part.tables:
                if (unit, table) in part.chosen:
                    part.model.add_hint(part.chosen[unit, table], at[unit] == table)
        for (u, v), same in part.same.items():
            part.model.add_hint(same, at[u] == at[v])
        solver = cp_model.CpSolver()
        asked = solver.parameters
        asked.num_workers, asked.random_seed = 1, seed
        asked.max_deterministic_time, asked.max_time_in_seconds = work, seconds
        asked.cp_model_presolve = True
        asked.symmetry_level, asked.cp_model_probing_level = 0, 0
        asked.linearization_level = 0
        asked.optimize_with_core = True  # sums of few gains: from above it is proved much sooner
        status = solver.solve(part.model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        made = list(at)
        for (unit, table), chosen in part.chosen.items():
            if solver.boolean_value(chosen):
                made[unit] = table
        return made

    def _part(self, at: list[int], tables: list[int]) -> _Part:
        from ortools.sat.python import cp_model

        inside = set(tables)
        units = [u for u, t in enumerate(at) if t in inside]
        model = cp_model.CpModel()
        part = _Part(model, units, tables, {}, {}, [])
        for unit in units:
            left = [t for t in tables if t in self._allowed[unit]] or [at[unit]]
            row = [model.new_bool_var("") for _ in left]
            part.chosen.update({(unit, t): lit for t, lit in zip(left, row, strict=True)})
            model.add_exactly_one(row)
        self._chairs(part)
        self._apart(part, at)
        self._groups(part)
        self._pairs(part)
        self._pleasant(part)
        return part

    def _chairs(self, part: _Part) -> None:
        problem, model = self.problem, part.model
        for table in part.tables:
            load = sum(
                problem.sizes[u] * part.chosen[u, table]
                for u in part.units
                if (u, table) in part.chosen
            )
            model.add(load <= problem.seats[table])
            if problem.least and problem.seats[table]:
                model.add(load >= problem.least)

    def _apart(self, part: _Part, at: list[int]) -> None:
        inside = set(part.units)
        for u, v in self.problem.apart:
            if u in inside and v in inside:
                self._never(part, u, v, near=False)
        for u, v in self.problem.far:
            if u in inside and v in inside:
                self._never(part, u, v, near=True)
            elif u in inside or v in inside:
                mine, other = (u, v) if u in inside else (v, u)
                for table in self.problem.beside(at[other]) if at[other] >= 0 else ():
                    if (mine, table) in part.chosen:
                        part.model.add(part.chosen[mine, table] == 0)

    def _never(self, part: _Part, u: int, v: int, *, near: bool) -> None:
        for table in part.tables:
            for other in sorted(self.problem.beside(table)) if near else (table,):
                if (u, table) in part.chosen and (v, other) in part.chosen:
                    part.model.add_bool_or(~part.chosen[u, table], ~part.chosen[v, other])

    def _groups(self, part: _Part) -> None:
        for group in self.problem.groups:
            for table in part.tables:
                row = [
                    persons * part.chosen[u, table]
                    for u, persons in group.members
                    if (u, table) in part.chosen
                ]
                if row:
                    part.model.add(sum(row) <= group.cap)

    def _pairs(self, part: _Part) -> None:
        inside = set(part.units)
        for (u, v), weight in self._weights.items():
            if u in inside and v in inside:
                part.gains.append((self._same(part, u, v), weight))
        for unit, table, weight in self.problem.likes:
            if (unit, table) in part.chosen:
                part.gains.append((part.chosen[unit, table], weight))

    def _same(self, part: _Part, u: int, v: int) -> Any:
        """A literal: both at one table."""
        found = part.same.get((u, v))
        if found is not None:
            return found
        model = part.model
        same = part.same[u, v] = model.new_bool_var("")
        for table in part.tables:
            one, other = part.chosen.get((u, table)), part.chosen.get((v, table))
            if one is not None and other is not None:
                model.add_bool_or(~same, ~one, other)
                model.add_bool_or(~same, one, ~other)
                model.add_bool_or(same, ~one, ~other)
            else:
                for left in (one, other):
                    if left is not None:
                        model.add_bool_or(~same, ~left)
        return same

    def _pleasant(self, part: _Part) -> None:
        model, problem, inside = part.model, self.problem, set(part.units)
        for drawn in problem.topics:
            for table in part.tables:
                row = [part.chosen[u, table] for u in drawn if (u, table) in part.chosen]
                if len(row) >= 2:
                    talk = model.new_bool_var("")
                    model.add(sum(row) >= 2 * talk)
                    part.gains.append((talk, TOPIC))
        known: dict[int, list[Any]] = defaultdict(list)
        tied = set()
        for u, v in self._ties:
            tied |= {u, v}
            if u in inside and v in inside:
                same = self._same(part, u, v)
                known[u].append(same)
                known[v].append(same)
        for unit in part.units:
            if problem.sizes[unit] == 1 and unit in tied and known[unit]:
                lonely = model.new_bool_var("")
                model.add_bool_or(lonely, *known[unit])
                part.gains.append((lonely, -ALONE))
