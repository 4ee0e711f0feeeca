"""Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) in plain Python, and its moves.

Six in ten bring two together who gain by each other; one in ten swaps whole companies of two
tables, which one guest at a time would have to cross a valley for. A move is first judged by the
pairs alone, which is a look into a table: nine in ten are refused there. The same seed and number
of steps give the same seating.
"""

from __future__ import annotations

from collections.abc import Callable
from math import log
from random import Random

from vipdesk.events.seating.state import HARD, State

COMPANIES, TOGETHER, SWAP = 0.1, 0.7, 0.92  # of the moves up to here
COMPANY, COMES = 5, 0.75  # persons of a company at most; how often a friend comes along


class Moves:
    """What may be tried. `step(heat)` tries one move, takes it or not, returns what it gained."""

    def __init__(
        self, state: State, random: Random, units: list[int] | None, tables: frozenset[int] | None
    ) -> None:
        allowed = [sorted(a if tables is None else a & tables) for a in state.problem.allowed()]
        every = range(len(allowed)) if units is None else units
        self.free = [u for u in every if len(allowed[u]) > 1]
        self._state, self._draw = state, random.random
        # The state's own lists: it changes them in place.
        self._at, self._load, self._pull = state.at, state.load, state.pull
        self._sizes, self._seats = state.problem.sizes, state.problem.seats
        self._allowed = allowed
        self._choices = {u: frozenset(allowed[u]) for u in self.free}
        self._bonds = [b for u in self.free for b in state.bonds(u, self._choices)]
        self._between = [state.between(u) for u in range(len(allowed))]
        self._hope = [state.hope(u) for u in range(len(allowed))]

    def step(self, heat: float) -> int:
        """One move."""
        draw, free = self._draw, self.free
        kind = draw()
        # A worse seating is taken with the probability exp(gained / heat).
        least = heat * log(1.0 - draw())
        if kind < COMPANIES:
            one, other = free[int(draw() * len(free))], free[int(draw() * len(free))]
            return self._swap_companies(one, other, least)
        if kind < TOGETHER and self._bonds:
            return self._join(*self._bonds[int(draw() * len(self._bonds))], least)
        unit = free[int(draw() * len(free))]
        if kind < SWAP:
            return self._swap(unit, free[int(draw() * len(free))], least)
        tables = self._allowed[unit]
        return self._shift(unit, tables[int(draw() * len(tables))], least)

    def _join(self, unit: int, other: int, least: float) -> int:
        """Two who gain by each other to one table: to a free chair, else in place of somebody."""
        at = self._at
        table = at[other]
        if table < 0 or table == at[unit] or table not in self._choices[unit]:
            return 0
        if self._load[table] + self._sizes[unit] <= self._seats[table]:
            return self._shift(unit, table, least)
        here = self._state.here[table]
        leaving = here[int(self._draw() * len(here))]
        if leaving == other or leaving not in self._choices:
            return 0
        return self._swap(unit, leaving, least)

    def _shift(self, unit: int, table: int, least: float) -> int:
        here, pull = self._at[unit], self._pull[unit]
        if here == table or pull[table] - pull[here] + self._hope[unit] < least:
            return 0
        if not self._fits(table, self._sizes[unit]):
            return 0
        state = self._state
        gained = state.gain(unit, table)
        if gained < least:
            return 0
        state.move(unit, table)
        return gained

    def _swap(self, unit: int, other: int, least: float) -> int:
        here, there = self._at[unit], self._at[other]
        if here == there:
            return 0
        mine, theirs, hope = self._pull[unit], self._pull[other], self._hope
        rough = mine[there] - mine[here] + theirs[here] - theirs[there]
        if rough + hope[unit] + hope[other] - 2 * self._between[unit].get(other, 0) < least:
            return 0
        choices = self._choices
        if there not in choices[unit] or here not in choices[other]:
            return 0
        state, more = self._state, self._sizes[unit] - self._sizes[other]
        if more and not (self._fits(there, more) and self._fits(here, -more)):
            return 0
        gained = state.gain(unit, there)
        state.move(unit, there)
        gained += state.gain(other, here)
        if gained < least:
            state.move(unit, here)
            return 0
        state.move(other, here)
        return gained

    def _fits(self, table: int, more: int) -> bool:
        """Chairs are looked at first only where every rule holds: else one break mends another."""
        return self._load[table] + more <= self._seats[table] or self._state.value < -HARD // 2

    # Whole companies --------------------------------------------------------------------------

    def _swap_companies(self, unit: int, other: int, least: float) -> int:
        state, choices = self._state, self._choices
        here, there = state.at[unit], state.at[other]
        if here == there or there not in choices[unit] or here not in choices[other]:
            return 0
        mine, theirs = self._company(unit, there), self._company(other, here)
        if not self._even(mine, theirs, here, there):
            return 0
        rough = self._rough(mine, here, there) + self._rough(theirs, there, here)
        for u in mine:
            known = self._between[u]
            rough -= 2 * sum(known[v] for v in theirs if v in known)
        if rough + self._hope[unit] + self._hope[other] < least:
            return 0
        gained = 0
        changes = [*((u, here, there) for u in mine), *((u, there, here) for u in theirs)]
        for u, _, to in changes:
            gained += state.gain(u, to)
            state.move(u, to)
        if gained < least:
            for u, back, _ in changes:
                state.move(u, back)
            return 0
        return gained

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
    best, best_value = list(state.at), state.value
    if not moves.free:
        return best
    cooling, heat, step = (cold / warm) ** (1 / max(1, steps)), warm, moves.step
    for number in range(steps):
        heat *= cooling
        if not number % 4096 and stop(number / steps):
            break
        gained = step(heat)
        if gained:
            state.value += gained
            if state.value > best_value:
                best, best_value = list(state.at), state.value
    return best
