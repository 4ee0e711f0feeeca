"""Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) in plain Python, and its moves.

Six in ten bring two together who gain by each other; one in twenty swaps whole companies of two
tables, which one guest at a time would have to cross a valley for. A move is first judged by the
pairs alone, which is a look into a table: nine in ten are refused there. The same seed and number
of steps give the same seating.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log
from random import Random

from vipdesk.events.seating.state import HARD, State

JOINS, SWAPS, SHIFTS, COMPANIES = 82, 30, 9, 7  # of the moves at one heat
BATCH = JOINS + SWAPS + SHIFTS + COMPANIES
COMPANY, COMES = 5, 0.75  # persons of a company at most; how often a friend comes along


class Moves:
    """What may be tried. `run(heat)` tries `BATCH` moves, keeps the best seating met so far.

    The loops over bonds and pairs are the engine's hottest lines: names are local there.
    """

    def __init__(
        self, state: State, random: Random, units: list[int] | None, tables: frozenset[int] | None
    ) -> None:
        allowed = [sorted(a if tables is None else a & tables) for a in state.problem.allowed()]
        every = range(len(allowed)) if units is None else units
        self.free = [u for u in every if len(allowed[u]) > 1]
        self.best, self._best_value = list(state.at), state.value
        self._state, self._draw = state, random.random
        # The state's own lists: it changes them in place.
        self._at, self._load, self._pull = state.at, state.load, state.pull
        self._sizes, self._seats = state.problem.sizes, state.problem.seats
        self._allowed = allowed
        self._choices = {u: frozenset(allowed[u]) for u in self.free}
        self._bonds = [b for u in self.free for b in state.bonds(u, self._choices)]
        self._between = [state.between(u) for u in range(len(allowed))]
        self._hope = [state.hope(u) for u in range(len(allowed))]

    def run(self, heat: float) -> None:
        """Moves at one heat: a worse seating is taken with the probability exp(gained / heat)."""
        if self._bonds:
            self._join(heat)
        self._swap(heat)
        draw, free = self._draw, self.free
        for _ in range(SHIFTS):
            unit = free[int(draw() * len(free))]
            tables = self._allowed[unit]
            table = tables[int(draw() * len(tables))]
            here, pull, least = self._at[unit], self._pull[unit], heat * log(1.0 - draw())
            hoped = here != table and pull[table] - pull[here] + self._hope[unit] >= least
            if hoped and self._fits(table, self._sizes[unit]):
                self._take(((unit, here, table),), least)
        for _ in range(COMPANIES):
            one, other = free[int(draw() * len(free))], free[int(draw() * len(free))]
            self._swap_companies(one, other, heat * log(1.0 - draw()))

    def _join(self, heat: float) -> None:
        """Two who gain by each other to one table: to a free chair, else in place of somebody."""
        draw, at, pull, hope, bonds = self._draw, self._at, self._pull, self._hope, self._bonds
        here, load, sizes, seats = self._state.here, self._load, self._sizes, self._seats
        between, count = self._between, len(bonds)
        for _ in range(JOINS):
            unit, other = bonds[int(draw() * count)]
            table, there = at[unit], at[other]
            if table == there:
                continue
            mine, least = pull[unit], heat * log(1.0 - draw())
            rough = mine[there] - mine[table] + hope[unit]
            if load[there] + sizes[unit] <= seats[there]:
                if rough >= least and there in self._choices[unit]:
                    self._take(((unit, table, there),), least)
                continue
            sitting = here[there]
            leaving = sitting[int(draw() * len(sitting))]
            theirs = pull[leaving]
            rough += theirs[table] - theirs[there] + hope[leaving]
            if rough - 2 * between[unit].get(leaving, 0) >= least and leaving != other:
                self._exchange(unit, leaving, least)

    def _swap(self, heat: float) -> None:
        """Any two change places."""
        draw, at, pull, hope, free = self._draw, self._at, self._pull, self._hope, self.free
        between, count = self._between, len(free)
        for _ in range(SWAPS):
            unit, other = free[int(draw() * count)], free[int(draw() * count)]
            here, there = at[unit], at[other]
            if here == there:
                continue
            mine, theirs, least = pull[unit], pull[other], heat * log(1.0 - draw())
            rough = mine[there] - mine[here] + theirs[here] - theirs[there]
            if rough + hope[unit] + hope[other] - 2 * between[unit].get(other, 0) >= least:
                self._exchange(unit, other, least)

    def _exchange(self, unit: int, other: int, least: float) -> None:
        choices, here, there = self._choices, self._at[unit], self._at[other]
        if other in choices and there in choices[unit] and here in choices[other]:
            more = self._sizes[unit] - self._sizes[other]
            if not more or (self._fits(there, more) and self._fits(here, -more)):
                self._take(((unit, here, there), (other, there, here)), least)

    def _fits(self, table: int, more: int) -> bool:
        """Chairs are looked at first only where every rule holds: else one break mends another."""
        return self._load[table] + more <= self._seats[table] or self._state.value < -HARD // 2

    def _take(self, changes: Sequence[tuple[int, int, int]], least: float) -> None:
        """Unit, from, to: all of them, if they gain enough together."""
        state, gained = self._state, 0
        for unit, _, table in changes:
            gained += state.gain(unit, table)
            state.move(unit, table)
        if gained < least:
            for unit, table, _ in changes:
                state.move(unit, table)
            return
        state.value += gained
        if state.value > self._best_value:
            self.best, self._best_value = list(state.at), state.value

    # Whole companies --------------------------------------------------------------------------

    def _swap_companies(self, unit: int, other: int, least: float) -> None:
        state, choices = self._state, self._choices
        here, there = state.at[unit], state.at[other]
        if here == there or there not in choices[unit] or here not in choices[other]:
            return
        mine, theirs = self._company(unit, there), self._company(other, here)
        if not self._even(mine, theirs, here, there):
            return
        rough = self._rough(mine, here, there) + self._rough(theirs, there, here)
        for u in mine:
            known = self._between[u]
            rough -= 2 * sum(known[v] for v in theirs if v in known)
        if rough + self._hope[unit] + self._hope[other] < least:
            return
        self._take([*((u, here, there) for u in mine), *((u, there, here) for u in theirs)], least)

    def _company(self, unit: int, to: int) -> list[int]:
        """The unit and, by chance, those at its table whom it gains by."""
        state, choices, sizes = self._state, self._choices, self._state.problem.sizes
        found, persons, table = [unit], sizes[unit], state.at[unit]
        for other, weight in self._between[unit].items():
            if (
                weight > 0 and state.at[other] == table and persons + sizes[other] <= COMPANY
                and to in choices.get(other, ()) and self._draw() < COMES
            ):  # fmt: skip
                found.append(other)
                persons += sizes[other]
        return found

    def _even(self, mine: list[int], theirs: list[int], here: int, there: int) -> bool:
        """Others go along from the fuller side until both tables have chairs enough."""
        state, sizes, seats = self._state, self._state.problem.sizes, self._state.problem.seats
        more = sum(sizes[u] for u in mine) - sum(sizes[u] for u in theirs)
        over, few, table, to = state.load[there] + more - seats[there], theirs, there, here
        if over <= 0:
            over, few, table, to = state.load[here] - more - seats[here], mine, here, there
        if over <= 0:
            return True
        left = [u for u in state.here[table] if u not in few and to in self._choices.get(u, ())]
        while over > 0 and left:
            unit = left.pop(int(self._draw() * len(left)))
            few.append(unit)
            over -= sizes[unit]
        more = sum(sizes[u] for u in mine) - sum(sizes[u] for u in theirs)
        return state.load[there] + more <= seats[there] and state.load[here] - more <= seats[here]

    def _rough(self, units: list[int], here: int, there: int) -> int:
        """By pairs alone: what they lose here and win there; among each other they stay."""
        found = 0
        for u in units:
            pull, known = self._state.pull[u], self._between[u]
            found += pull[there] - pull[here] + sum(known[v] for v in units if v in known)
        return found


def anneal(
    state: State,
    random: Random,
    steps: int,
    *,
    warm: float = 4.0,
    cold: float = 0.6,
    units: list[int] | None = None,
    tables: frozenset[int] | None = None,
    stop: Callable[[float], bool] = lambda _: False,
) -> list[int]:
    """The best seating met in so many steps. units, tables: all that may change.

    `stop(part)` is asked now and then with the part done; True ends it.
    """
    moves = Moves(state, random, units, tables)
    if not moves.free:
        return moves.best
    batches = max(1, steps // BATCH)
    cooling, heat, run = (cold / warm) ** (1 / batches), warm, moves.run
    for number in range(batches):
        if not number % 128 and stop(number / batches):
            break
        run(heat)
        heat *= cooling
    return moves.best
