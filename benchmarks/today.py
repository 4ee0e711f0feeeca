"""What Today costs in a big club: milliseconds and statements of its one read.

    uv run python -m benchmarks.today --clients 100000 --talks 1000000

The person who leads every client of the club, a manager with two hundred, and a coordinator.
The rows are plain ones, put in by the thousand; the time is of the read alone, in the worker.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import event, insert, select, text

from benchmarks import club
from vipdesk.access import Desk, Office
from vipdesk.agenda.today import today
from vipdesk.agenda.week import week
from vipdesk.ids import new_id
from vipdesk.models import Client, ClientDate, Interaction, Promise, Staff, Tier
from vipdesk.store.store import Store
from vipdesk.vocabulary import DayKind, Direction, InteractionKind, PromiseState, Role

_MANAGERS_OWN = 200
_CHUNK = 10_000


def fill(store: Store, owner: Staff, other: Staff, clients: int, talks: int) -> None:
    """All but two hundred clients are the owner's."""
    chance, now = random.Random(4), datetime.now(UTC)
    tiers = store.read(lambda s: list(s.scalars(select(Tier.id))))
    ids = []
    for start in range(0, clients, _CHUNK):
        rows = []
        for number in range(start, min(start + _CHUNK, clients)):
            heard = now - timedelta(days=chance.expovariate(1 / 30))
            rows.append(
                {
                    "id": new_id(), "surname": f"Клиент{number}", "given": "Анна",
                    "sort_key": f"клиент{number}", "created_at": now - timedelta(days=900),
                    "manager_id": other.id if number < _MANAGERS_OWN else owner.id,
                    "tier_id": chance.choice(tiers), "birth_month": chance.randint(1, 12),
                    "birth_day": chance.randint(1, 28), "time_zone": "Europe/Moscow",
                    "last_contact_at": heard if chance.random() < 0.9 else None,
                    "cadence_days": 20 if chance.random() < 0.02 else None,
                    "member_since": now.date() - timedelta(days=chance.randrange(7_300)),
                }
            )  # fmt: skip
        ids += [r["id"] for r in rows]
        store.write(lambda s, rows=rows: s.execute(insert(Client), rows))  # type: ignore[misc]
    for start in range(0, talks, _CHUNK):
        made = [
            {
                "id": new_id(), "client_id": ids[n % clients], "staff_id": owner.id,
                "kind": InteractionKind.TALK, "direction": Direction.OUTBOUND, "two_way": True,
                "at": now - timedelta(days=n % 700 + 1), "text": "",
            }
            for n in range(start, min(start + _CHUNK, talks))
        ]  # fmt: skip
        store.write(lambda s, made=made: s.execute(insert(Interaction), made))  # type: ignore[misc]
    days = [
        {
            "id": new_id(), "client_id": key, "title": "Вера", "month": chance.randint(1, 12),
            "day": chance.randint(1, 28), "lead_days": chance.choice((0, 0, 0, 14)), "note": "",
            "kind": chance.choice((DayKind.NAME_DAY, DayKind.WEDDING, DayKind.MEMORIAL)),
        }
        for key in ids[::2]
    ]  # fmt: skip
    store.write(lambda s: s.execute(insert(ClientDate), days))
    promised = [
        {
            "id": new_id(), "client_id": ids[n], "owner_id": owner.id, "made_by_id": owner.id,
            "text": "Прислать каталог", "made_at": now - timedelta(days=3),
            "due_at": now + timedelta(days=chance.uniform(-5, 60)), "state": PromiseState.OPEN,
        }
        for n in range(min(clients, 5_000))
    ]  # fmt: skip
    store.write(lambda s: s.execute(insert(Promise), promised))
    store.write(lambda s: s.execute(text("ANALYZE")))


def measure(office: Office, work: Callable[[Desk], object], times: int = 15) -> str:
    """'12.3 / 15.0 ms (middle / worst), 36 statements'."""
    count = 0

    def counted(*_: object) -> None:
        nonlocal count
        count += 1

    engine = office.read(lambda desk: desk.session.get_bind())
    office.read(work)
    event.listen(engine, "before_cursor_execute", counted)
    spent = []
    for _ in range(times):
        begun = time.perf_counter()
        office.read(work)
        spent.append((time.perf_counter() - begun) * 1000)
    event.remove(engine, "before_cursor_execute", counted)
    spent.sort()
    return f"{spent[times // 2]:6.1f} / {spent[-1]:6.1f} ms, {count // times} statements"


def main() -> None:
    """Make the club, measure, throw it away."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--talks", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store, office = club.opened(club.make(Path(folder) / "club", 60))
        people = {s.role: s for s in store.read(lambda s: list(s.scalars(select(Staff))))}
        owner, other = people[Role.HEAD], people[Role.MANAGER]
        fill(store, owner, other, chosen.clients, chosen.talks)
        for name, who in (
            ("leads all", owner), ("leads 200", other), ("coordinator", people[Role.COORDINATOR]),
        ):  # fmt: skip
            desk = office.as_staff(who.id)
            print(f"{name:12} Today {measure(desk, today)}")
            print(f"{name:12} week  {measure(desk, week)}")
        store.close()


if __name__ == "__main__":
    main()
