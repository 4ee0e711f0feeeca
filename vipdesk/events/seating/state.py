"""A seating that knows what a change gains, and a greedy start (what is tried: `annealing`).

Hard rules cost so much that a seating without a break always wins; tables barred to a unit
are never tried. A table with chairs is in use: `laid` closes those nobody needs.
"""

from __future__ import annotations

from collections import defaultdict

from vipdesk.events.seating.problem import ALONE, TOPIC, Problem, Tables

HARD = 1000
"""What one broken hard rule costs."""


class State:
    """A seating that knows what a change of one unit's table would gain."""

    def __init__(self, problem: Problem, at: Tables) -> None:
        self.problem = problem
        units, tables = len(problem.sizes), len(problem.seats)
        self.at = [-1] * units
        self.load = [0] * tables
        self.here: list[list[int]] = [[] for _ in range(tables)]  # units at each table
        self.pull = [[0] * tables for _ in range(units)]  # by pairs and likes, kept by `move`
        self._pairs: list[list[tuple[int, int]]] = [[] for _ in range(units)]
        self._far: list[list[int]] = [[] for _ in range(units)]
        self._ties: list[list[int]] = [[] for _ in range(units)]
        self._groups: list[list[tuple[int, int]]] = [[] for _ in range(units)]
        self._topics: list[list[int]] = [[] for _ in range(units)]
        self._read()
        self._beside = [problem.beside(t) for t in range(tables)]
        self._in_group = [[0] * tables for _ in problem.groups]
        self._on_topic = [[0] * tables for _ in problem.topics]
        self._known = [0] * units  # ties at one's own table
        self._lonely = [size == 1 and bool(self._ties[u]) for u, size in enumerate(problem.sizes)]
        self.value = -HARD * problem.least * sum(1 for n in problem.seats if n)
        for unit, table in enumerate(at):
            if table >= 0:
                self.value += self.gain(unit, table)
                self.move(unit, table)

    def _read(self) -> None:
        problem = self.problem
        self._read_pairs(problem)
        for number, group in enumerate(problem.groups):
            for u, persons in group.members:
                self._groups[u].append((number, persons))
        for number, drawn in enumerate(problem.topics):
            for u in drawn:
                self._topics[u].append(number)

    def _read_pairs(self, problem: Problem) -> None:
        sums: dict[tuple[int, int], int] = defaultdict(int)
        for u, v, w in problem.weights:
            sums[min(u, v), max(u, v)] += w
        for u, v in problem.apart:
            sums[min(u, v), max(u, v)] -= HARD
        for (u, v), w in sums.items():
            self._pairs[u].append((v, w))
            self._pairs[v].append((u, w))
        for u, t, w in problem.likes:
            self.pull[u][t] += w
        for u, v in problem.far:
            self._far[u].append(v)
            self._far[v].append(u)
        for u, v in sorted({(min(p), max(p)) for p in problem.ties}):
            self._ties[u].append(v)
            self._ties[v].append(u)

    def between(self, unit: int) -> dict[int, int]:
        """What the unit gains by each other."""
        return dict(self._pairs[unit])

    def hope(self, unit: int) -> int:
        """What a move may gain besides `pull`: half of the most, which is seldom reached."""
        return (TOPIC * len(self._topics[unit]) + ALONE * self._lonely[unit]) // 2

    def bonds(self, unit: int, free: dict[int, frozenset[int]]) -> list[tuple[int, int]]:
        """Whom the unit gains by and could sit with."""
        return [
            (unit, v)
            for v, w in self._pairs[unit]
            if w > 0 and (v not in free or free[unit] & free[v])
        ]

    def gain(self, unit: int, table: int) -> int:
        """What moving `unit` to `table` (another than its own) changes."""
        here, pull = self.at[unit], self.pull[unit]
        gained = pull[table] - (pull[here] if here >= 0 else 0)
        return gained + self._hard(unit, here, table) + self._soft(unit, here, table)

    def _hard(self, unit: int, here: int, table: int) -> int:
        worse = self._load_cost(table, self.problem.sizes[unit])
        if here >= 0:
            worse += self._load_cost(here, -self.problem.sizes[unit])
        for other in self._far[unit]:
            seat = self.at[other]
            if seat >= 0:
                worse += (seat in self._beside[table]) - (here >= 0 and seat in self._beside[here])
        for number, persons in self._groups[unit]:
            counts, cap = self._in_group[number], self.problem.groups[number].cap
            worse += max(0, counts[table] + persons - cap) - max(0, counts[table] - cap)
            if here >= 0:
                worse += max(0, counts[here] - persons - cap) - max(0, counts[here] - cap)
        return -HARD * worse

    def _load_cost(self, table: int, change: int) -> int:
        seats, least, before = self.problem.seats[table], self.problem.least, self.load[table]
        after = before + change
        worse = max(0, after - seats) - max(0, before - seats)
        if least and seats:
            worse += max(0, least - after) - max(0, least - before)
        return worse

    def _soft(self, unit: int, here: int, table: int) -> int:
        gained = 0
        for number in self._topics[unit]:
            counts = self._on_topic[number]
            gained += TOPIC * ((counts[table] == 1) - (here >= 0 and counts[here] == 2))
        at, known = self.at, self._known
        found = 0
        for other in self._ties[unit]:
            seat = at[other]
            if seat == table:
                found += 1
                if self._lonely[other] and not known[other]:
                    gained += ALONE
            elif seat == here >= 0 and self._lonely[other] and known[other] == 1:
                gained -= ALONE
        if self._lonely[unit]:
            was_alone = here >= 0 and not known[unit]
            gained += ALONE * (was_alone - (found == 0))
        return gained

    def move(self, unit: int, table: int) -> None:
        """Move it; `value` is the caller's."""
        at, here, size = self.at, self.at[unit], self.problem.sizes[unit]
        if here >= 0:
            self.load[here] -= size
            self.here[here].remove(unit)
            self._draw_to(unit, here, -1)
        self._draw_to(unit, table, 1)
        self.load[table] += size
        self.here[table].append(unit)
        for number, persons in self._groups[unit]:
            counts = self._in_group[number]
            counts[table] += persons
            if here >= 0:
                counts[here] -= persons
        for number in self._topics[unit]:
            counts = self._on_topic[number]
            counts[table] += 1
            if here >= 0:
                counts[here] -= 1
        found = 0
        for other in self._ties[unit]:
            if at[other] == table:
                self._known[other] += 1
                found += 1
            elif at[other] == here >= 0:
                self._known[other] -= 1
        self._known[unit] = found
        at[unit] = table

    def _draw_to(self, unit: int, table: int, sign: int) -> None:
        pull = self.pull
        for other, weight in self._pairs[unit]:
            pull[other][table] += sign * weight


def start(problem: Problem, fixed: Tables | None = None) -> State:
    """Greedy: who has the fewest tables and the most company first, each where it gains most."""
    allowed = problem.allowed()
    state = State(problem, fixed or [-1] * len(problem.sizes))
    bonds: dict[int, int] = defaultdict(int)
    for u, v, w in problem.weights:
        bonds[u] += abs(w)
        bonds[v] += abs(w)
    todo = [u for u, t in enumerate(state.at) if t < 0]
    todo.sort(key=lambda u: (len(allowed[u]), -problem.sizes[u], -bonds[u], u))
    for unit in todo:
        tables = allowed[unit] or frozenset(range(len(problem.seats)))
        best = max(sorted(tables), key=lambda t: (state.gain(unit, t), state.load[t], -t))
        state.value += state.gain(unit, best)
        state.move(unit, best)
    return state
