"""The engine: annealing, crossing, exchanges of three tables and more; best so far at any time.

The amount of work is given, not the time: the same seed gives the same seating. A limit of
seconds, or a cancel, ends it earlier with what there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random
from time import process_time

from vipdesk.events.seating.annealing import anneal
from vipdesk.events.seating.crossing import Crossing
from vipdesk.events.seating.exchange import Exchange
from vipdesk.events.seating.problem import Problem, Tables, broken, laid, score
from vipdesk.events.seating.state import HARD, State, start

FIRST, LATE = 0.25, 0.75  # parts of the work after which seatings are crossed, tables exchanged
ALIKE = 10  # units at other tables: fewer, and of the same worth, is the same seating
SHAKEN = 6  # tables that are mixed where exchanges lead no further


@dataclass(frozen=True, slots=True)
class Effort:
    """How much to do: steps of an annealing, how often seatings are crossed, rounds of exchange.
    seconds: of the processor, a limit above the work. parents: seatings annealed to be crossed.
    """

    steps: int = 1_000_000
    again: int = 14
    rounds: int = 400
    seconds: float = 60.0
    parents: int = 3

    @classmethod
    def for_guests(cls, units: int) -> Effort:
        """As much as a room of this size can use."""
        if units <= 30:
            return cls(20_000, 4, 60, 10.0)
        return cls(min(1_000_000, 6_000 * units), 10, min(300, 2 * units), 60.0)


@dataclass(frozen=True, slots=True)
class Seated:
    """What was found. part: of the work done, 0 to 1."""

    at: tuple[int, ...]
    score: int
    breaks: int
    part: float = 1.0


Tell = Callable[[Seated], bool]
"""Told now and then of the best so far; True asks to stop."""


def _quiet(_: Seated) -> bool:
    return False


def seat(
    problem: Problem, *, seed: int = 1, effort: Effort | None = None, tell: Tell = _quiet
) -> Seated:
    """A good seating; `breaks` is not 0 only where hard rules could not all be kept."""
    effort = effort or Effort.for_guests(len(problem.sizes))
    if not problem.sizes or not problem.seats:
        return Seated(tuple([-1] * len(problem.sizes)), 0, len(problem.sizes))
    work = _Work(problem, seed, effort, tell)
    work.anneal()
    if not work.stopped:
        work.exchange()
    return work.best(1.0)


def reseat(
    problem: Problem, at: Tables, tables: list[int], *, seed: int = 1, work: float = 0.05
) -> Seated:
    """These tables anew (at most three while somebody waits), the rest as it is."""
    asked, here = problem, [t if 0 <= t < len(problem.seats) else -1 for t in at]
    problem = _as_it_is(problem, here, frozenset(tables))
    state = State(problem, here)
    allowed, inside = problem.allowed(), frozenset(tables)
    for unit in [u for u, t in enumerate(here) if t < 0]:
        left = sorted(allowed[unit] & inside or inside)
        best = max(left, key=lambda t: (state.gain(unit, t), -t))
        state.value += state.gain(unit, best)
        state.move(unit, best)
    free = [u for u, t in enumerate(state.at) if t in inside]
    made = anneal(state, Random(seed), 600, units=free, tables=inside, warm=2.0)
    found = Exchange(problem).solve(made, sorted(inside), seed=seed, work=work, seconds=0.035)
    if found is not None and _worth(problem, found) >= _worth(problem, made):
        made = found
    return _seated(asked, made, 1.0)


def _as_it_is(problem: Problem, at: Tables, tables: frozenset[int]) -> Problem:
    """Without the tables nobody sits at, as far as their guests need none of them."""
    used = {t for t in at if t >= 0}
    coming = sum(s for s, t in zip(problem.sizes, at, strict=True) if t < 0 or t in tables)
    empty = [t for t in range(len(problem.seats)) if t not in used]
    seats = list(problem.seats)
    for table in reversed(empty):
        room = sum(seats[t] for t in tables)
        if table not in tables or room - seats[table] >= coming:
            seats[table] = 0
    return replace(problem, seats=tuple(seats))


def _value(problem: Problem, at: Tables) -> int:
    return State(problem, at).value


def _worth(problem: Problem, at: Tables) -> int:
    """As `_value`, without the tables a `State` needs for moves: somebody waits."""
    return score(problem, at) - HARD * sum(max(1, b.count) for b in broken(problem, at))


def _seated(problem: Problem, at: Tables, part: float) -> Seated:
    return Seated(tuple(at), score(problem, at), len(broken(problem, at)), part)


class _Work:
    def __init__(self, problem: Problem, seed: int, effort: Effort, tell: Tell) -> None:
        self.asked, self.problem = problem, laid(problem)
        self.effort, self.tell = effort, tell
        self.random = Random(seed)
        self.until = process_time() + effort.seconds
        self.stopped = False
        self.at: list[int] = []
        self.top: list[int] = []
        self._shown: tuple[list[int], Seated] | None = None
        self.value = self.top_value = 0

    def best(self, part: float) -> Seated:
        """The best so far."""
        if self._shown is None or self._shown[0] is not self.top:
            self._shown = self.top, _seated(self.asked, self.top, part)
        return replace(self._shown[1], part=part)

    def _spent(self) -> float:
        """Which part of the time is gone."""
        return 1 - (self.until - process_time()) / self.effort.seconds

    def anneal(self) -> None:
        """Some seatings from the start, each its own way; then the best of them are crossed."""
        found: list[tuple[int, list[int]]] = []
        share = FIRST / self.effort.parents
        for number in range(self.effort.parents):
            if number and self.stopped:
                break
            found.append(self._annealed(start(self.problem), 4.0, 0.6, number * share, share))
        found.sort(key=lambda seating: -seating[0])
        crossing, share = Crossing(self.problem), (LATE - FIRST) / max(1, self.effort.again)
        for number in range(self.effort.again if len(found) > 1 else 0):
            if self.stopped or self._spent() > LATE:
                break
            one, other = self.random.sample(range(len(found)), 2)
            (_, mother), (_, father) = found[one], found[other]
            child = start(self.problem, crossing.cross(mother, father, self.random))
            made = self._annealed(child, 2.0, 0.5, FIRST + number * share, share)
            self._take_in(found, made, max(one, other))
        self.at, self.value = list(self.top), self.top_value

    def _annealed(
        self, state: State, warm: float, cold: float, done: float, share: float
    ) -> tuple[int, list[int]]:
        if self.top_value < state.value or not self.top:
            self.top, self.top_value = list(state.at), state.value

        def stop(part: float) -> bool:
            return self._asked_to_stop(done + part * share)

        steps = self.effort.steps if warm > 2 else self.effort.steps * 5 // 8
        self.at = anneal(state, self.random, steps, warm=warm, cold=cold, stop=stop)
        self.value = _value(self.problem, self.at)
        self._keep()
        return self.value, self.at

    @staticmethod
    def _take_in(
        found: list[tuple[int, list[int]]], made: tuple[int, list[int]], worse: int
    ) -> None:
        """In place of the worse parent, or of the last; never one that is there already."""
        if any(
            made[0] == value and sum(a != b for a, b in zip(made[1], at, strict=True)) < ALIKE
            for value, at in found
        ):
            return
        if made[0] >= found[worse][0]:
            found[worse] = made
        elif made[0] > found[-1][0]:
            found[-1] = made
        found.sort(key=lambda seating: -seating[0])

    def _keep(self) -> None:
        if self.value > self.top_value:
            self.top, self.top_value = list(self.at), self.value

    def exchange(self) -> None:
        """Tables that have to do with each other; more of them when that helps no more."""
        exchange, idle, rounds = Exchange(self.problem), 0, self.effort.rounds
        count = len(self.problem.seats)
        for number in range(rounds):
            if not number % 8 and self._asked_to_stop(LATE + (1 - LATE) * number / rounds):
                return
            size = min(count, (3 if idle < 4 * count else 4) + self.random.randrange(2))
            tables = self._choose(size)
            made = exchange.solve(
                self.at, tables, seed=self.random.randrange(1 << 30), work=0.007 * size
            )
            value = _value(self.problem, made) if made is not None else -HARD * HARD
            idle = 0 if value > self.value else idle + 1
            if made is not None and value >= self.value:
                self.at, self.value = made, value
                self._keep()
            if count <= size and idle > 4:
                return
            if idle > 6 * count:
                self._shake()
                idle = 0

    def _asked_to_stop(self, part: float) -> bool:
        self.stopped = self.tell(self.best(part)) or process_time() > self.until
        return self.stopped

    def _shake(self) -> None:
        """From the best, some tables mixed: a way out of where exchanges lead no further."""
        tables = frozenset(self._choose(min(len(self.problem.seats), SHAKEN)))
        state = State(self.problem, self.top)
        free = [u for u, t in enumerate(state.at) if t in tables]
        anneal(state, self.random, 20_000, units=free, tables=tables, warm=2.5, cold=0.5)
        self.at, self.value = list(state.at), state.value

    def _choose(self, size: int) -> list[int]:
        """A table by chance, then those its guests would gain most from."""
        count = len(self.problem.seats)
        first = self.random.randrange(count)
        if size >= count:
            return list(range(count))
        pull: dict[int, float] = defaultdict(float)
        for u, v, w in self.problem.weights:
            a, b = self.at[u], self.at[v]
            if w > 0 and a != b and first in (a, b):
                pull[b if a == first else a] += w
        others = [t for t in range(count) if t != first]
        chosen = [first]
        while len(chosen) < size:
            odds = [1.0 + pull[t] for t in others]
            chosen.append(others.pop(self.random.choices(range(len(others)), odds)[0]))
        return chosen


def triples(count: int) -> list[tuple[int, ...]]:
    """All threes of tables."""
    return list(combinations(range(count), min(3, count)))


def keep_near(problem: Problem, at: Tables, gain: int) -> Problem:
    """The same problem where staying at one's table is worth `gain`: few move on a late change."""
    stays = tuple((u, t, gain) for u, t in enumerate(at) if t >= 0)
    return replace(problem, likes=problem.likes + stays)
