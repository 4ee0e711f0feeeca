"""Duplicates among many clients: how long, how many pairs; planted ones must be found.

uv run python benchmarks/duplicates.py [how many, 100000]
"""

from __future__ import annotations

import random
import sys
import time
from uuid import UUID

from vipdesk.clients import duplicates
from vipdesk.clients.duplicates import _One, _sound
from vipdesk.vocabulary import ContactKind

SURNAMES = "Иванов Петров Сидоров Щукин Орлов Ким Лебедев Зимин Белых Сомов Гусев".split()  # noqa: SIM905
GIVEN = "Иван Пётр Анна Мария Олег Вера Кира Илья Глеб Зоя Семён Лев Юрий".split()  # noqa: SIM905
PARTS = ["ский", "енко", "ович", "ук", "ян", "дзе", "швили", "ин", "ев", "ых"]


def people(count: int) -> tuple[dict[UUID, _One], set[tuple[UUID, UUID]]]:
    rng = random.Random(7)
    found: dict[UUID, _One] = {}
    planted = set()
    while len(found) < count:
        key = UUID(int=len(found) + 1)
        surname = rng.choice(SURNAMES)[:4] + rng.choice("абвгдежзиклмнопрст") + rng.choice(PARTS)
        one = _One(
            key,
            surname,
            rng.choice(GIVEN),
            "",
            (1940 + rng.randrange(60), 1 + rng.randrange(12), 1 + rng.randrange(28)),
            "",
            "",
        )
        one.points.add((ContactKind.PHONE, f"+7{rng.randrange(10**10):010}"))
        found[key] = one
        if rng.random() < 0.01:
            twin = _One(UUID(int=len(found) + 1), surname, one.given, "", one.day, "", "")
            twin.points = set(one.points)
            found[twin.id] = twin
            planted.add((one.id, twin.id))
    for one in found.values():
        one.sounds = (_sound(one.surname), _sound(one.given), "")
    return found, planted


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    made, planted = people(count)
    begun = time.perf_counter()
    compared = 0
    pairs = []
    for first, second in duplicates._candidates(made):  # noqa: SLF001
        compared += 1
        scored = duplicates._scored(made[first], made[second])  # noqa: SLF001
        if scored is not None:
            pairs.append(scored.id)
    took = time.perf_counter() - begun
    missed = planted - set(pairs)
    print(
        f"{count} clients: {took:.1f} s, {compared} compared, {len(pairs)} pairs, "
        f"{len(planted)} planted, {len(missed)} missed"
    )
    if missed:
        sys.exit(1)


if __name__ == "__main__":
    main()
