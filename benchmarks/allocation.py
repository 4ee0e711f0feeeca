"""Fairness of scarce seats over a season, by the product's own functions.

    uv run python -m benchmarks.allocation [--runs 200] [--clients 200] [--events 24] [--seats 20]

The club of a run, drawn anew: three tiers (10 %, 30 %, 60 %) whose shares are 2 : 1.5 : 1; of the
ten kinds of events each client is drawn to two to five, strongly or less so; for each evening a
client is free with a chance of the client's own, between a half and nine tenths. One client in
five wishes to meet another. The season goes through the kinds in turn.

Told: who was never seated; the Gini index of seats taken ÷ seats earned; the interest of who was
seated ÷ the interest of everybody who was free. Beside it, first come, first served: everybody
has a pace of answering, which varies so much from one evening to the next that about half of the
club is never seated. The fewer kinds a club's clients are drawn to, the higher the last figure can
be: with one to three kinds of ten it is 3.3, with three to six 2.3.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field

from vipdesk.events.allocation import (
    MILLI,
    Candidate,
    earned,
    gini,
    rank,
    repeated,
)
from vipdesk.vocabulary import EventKind

GINI, INTEREST = 0.20, 2.2
_KINDS = tuple(EventKind)
_SHARES = (2.0, 1.5, 1.0)
_EVERY = 14  # days between two events
_LATELY = 3  # events whose company is remembered


@dataclass
class Person:
    """A drawn client, with what the season gave so far."""

    key: int
    share: float
    likes: dict[EventKind, float]
    free: float
    pace: float
    wishes: frozenset[int]
    earned: int = 0
    seats: int = 0
    seen: int | None = None
    kinds: list[EventKind] = field(default_factory=list)
    company: list[frozenset[int]] = field(default_factory=list)

    def candidate(self, kind: EventKind, now: int, share: int) -> Candidate[int]:
        """As the recommendation sees the client; what this evening earns counts already."""
        met = frozenset[int]().union(*self.company[-_LATELY:]) - {self.key}
        return Candidate(
            self.key,
            credit=(self.earned + share) / MILLI - self.seats,
            interest=self.likes.get(kind, 0.0),
            unseen_days=None if self.seen is None else (now - self.seen) * _EVERY,
            category=repeated(kind, self.kinds[::-1]),
            invited=0 if self.seen is None else int((now - self.seen) * _EVERY <= 60),
            meets=self.wishes,
            met=met,
        )


@dataclass(frozen=True)
class Season:
    """The figures of one season."""

    never: int
    gini: float
    interest: float


def draw(chance: random.Random, clients: int) -> list[Person]:
    """A club."""
    people = []
    for key in range(clients):
        tier = chance.choices(_SHARES, (1, 3, 6))[0]
        likes = {
            kind: chance.choice((1 / 3, 2 / 3, 1.0))
            for kind in chance.sample(_KINDS, chance.randint(2, 5))
        }
        other = chance.randrange(clients)
        wishes = frozenset({other} - {key}) if chance.random() < 0.2 else frozenset[int]()
        people.append(Person(key, tier, likes, chance.uniform(0.5, 0.9), chance.random(), wishes))
    return people


def season(seed: int, *, clients: int, events: int, seats: int, fair: bool = True) -> Season:
    """One season; `fair` False: first come, first served."""
    chance = random.Random(seed)
    people = draw(chance, clients)
    shown, usual = [], []
    for now in range(events):
        kind = _KINDS[now % len(_KINDS)]
        free = [p for p in people if chance.random() < p.free]
        shares = earned(seats, {p.key: p.share for p in free})
        if fair:
            order = rank((p.candidate(kind, now, shares[p.key]) for p in free), seats=seats)
            chosen = [people[s.key] for s in order[:seats]]
        else:
            chosen = sorted(free, key=lambda p: p.pace + chance.gauss(0, 0.22))[:seats]
        for person in free:
            person.earned += shares[person.key]
        there = frozenset(p.key for p in chosen)
        for person in chosen:
            person.seats, person.seen = person.seats + 1, now
            person.kinds.append(kind)
            person.company.append(there)
        shown += [p.likes.get(kind, 0.0) for p in chosen]
        usual += [p.likes.get(kind, 0.0) for p in free]
    return Season(
        sum(not p.seats for p in people),
        gini([p.seats * MILLI / p.earned for p in people if p.earned]),
        (sum(shown) / len(shown)) / (sum(usual) / len(usual)),
    )


def main() -> int:
    """Run, print, and fail where a limit is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, usual in (("runs", 200), ("clients", 200), ("events", 24), ("seats", 20)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    asked = parser.parse_args()
    size = {"clients": asked.clients, "events": asked.events, "seats": asked.seats}
    began = time.perf_counter()
    found: dict[bool, list[Season]] = defaultdict(list)
    for fair in (True, False):
        found[fair] = [season(seed, **size, fair=fair) for seed in range(asked.runs)]
    spent = time.perf_counter() - began
    for fair, name in ((True, "the desk"), (False, "first come")):
        runs = found[fair]
        print(
            f"{name:>10}: never seated {sum(s.never for s in runs) / len(runs):.2f} of"
            f" {asked.clients} (worst season {max(s.never for s in runs)}), Gini mean"
            f" {sum(s.gini for s in runs) / len(runs):.3f} worst {max(s.gini for s in runs):.3f},"
            f" interest mean {sum(s.interest for s in runs) / len(runs):.2f}"
            f" worst {min(s.interest for s in runs):.2f}"
        )
    print(f"{asked.runs} seasons each, {spent:.1f} s")
    ours = found[True]
    good = (
        not any(s.never for s in ours)
        and sum(s.gini for s in ours) / len(ours) <= GINI
        and sum(s.interest for s in ours) / len(ours) >= INTEREST
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
