"""Two seatings crossed: the child has the best tables of both (Galinier and Hao 1999).

Seatings that were annealed apart agree on companies and differ in which of them share a table;
taking whole tables from one and the other keeps what is good in each.
"""

from __future__ import annotations

from collections import defaultdict
from random import Random

from vipdesk.events.seating.problem import Problem, Tables


class Crossing:
    """Crosses seatings of one problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self._allowed = problem.allowed()
        self._pairs: list[list[tuple[int, int]]] = [[] for _ in problem.sizes]
        for u, v, weight in problem.weights:
            self._pairs[u].append((v, weight))
            self._pairs[v].append((u, weight))

    def cross(self, mother: Tables, father: Tables, random: Random) -> list[int]:
        """The child; -1 for who found no table: `state.start` seats them."""
        problem = self.problem
        left = set(range(len(problem.sizes)))
        free = {t for t, seats in enumerate(problem.seats) if seats}
        child = [-1] * len(problem.sizes)
        parents = [mother, father]
        if random.random() < 0.5:
            parents.reverse()
        for turn in range(len(free)):
            parent = parents[turn % 2]
            groups: dict[int, list[int]] = defaultdict(list)
            for unit in sorted(left):
                if parent[unit] >= 0:
                    groups[parent[unit]].append(unit)
            if not groups:
                break
            best = max(groups, key=lambda t: (self._worth(groups[t]), random.random()))
            table = best if best in free else self._place(groups[best], free, random)
            free.discard(table)
            for unit in self._seated(groups[best], table):
                child[unit] = table
                left.discard(unit)
        return child

    def _worth(self, group: list[int]) -> int:
        inside = set(group)
        return sum(w for u in group for v, w in self._pairs[u] if v in inside)

    def _place(self, group: list[int], free: set[int], random: Random) -> int:
        """The free table that is left to most of them."""
        persons = sum(self.problem.sizes[u] for u in group)

        def good(table: int) -> tuple[int, int, float]:
            barred = sum(1 for u in group if table not in self._allowed[u])
            return -barred, min(0, self.problem.seats[table] - persons), random.random()

        return max(sorted(free), key=good)

    def _seated(self, group: list[int], table: int) -> list[int]:
        """Those of the group who may sit there, as far as the chairs go."""
        chairs, found = self.problem.seats[table], []
        for unit in group:
            size = self.problem.sizes[unit]
            if size <= chairs and table in self._allowed[unit]:
                found.append(unit)
                chairs -= size
        return found
