"""What the journal and the version columns cost on a write that is committed, on both engines.

Ours: a row is read by its key, changed, versioned and noted, and committed. The limit: the
same transaction of the same session with neither version nor note. Turns are taken, so that
a busy minute counts for both.

    python -m benchmarks.journal      the vault, and a PostgreSQL that keeps what it says (fsync)
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from vipdesk.access import Desk, Office
from vipdesk.clock import SystemClock
from vipdesk.models import Client, Staff
from vipdesk.store.store import Store

TIMES = 300
ALLOWED = 1.5
_PLAIN: Any = Client.__table__


def ours(client_id: UUID, number: int, desk: Desk) -> None:
    """A versioned change with its entry."""
    row = desk.session.get_one(Client, client_id)
    row.city, row.company = f"City {number}", f"Company {number}"
    desk.session.flush()
    desk.note("change_client", "client", client_id, ("city", "company"))


def bare(client_id: UUID, number: int, session: Session) -> None:
    """The same read and change without version and entry."""
    session.get_one(Client, client_id)
    session.execute(
        update(_PLAIN)
        .where(_PLAIN.c.id == client_id)
        .values(city=f"City {number}", company=f"Company {number}")
    )


def measure(store: Store) -> dict[str, float]:
    """Median milliseconds of a committed write: 'desk' and 'bare'. The club has staff, clients."""
    clients = list(store.read(lambda s: s.scalars(select(Client.id).limit(TIMES)).all()))
    staff_id = store.read(lambda s: s.scalars(select(Staff.id).limit(1)).one())
    office = Office(store, staff_id, SystemClock())
    taken: dict[str, list[float]] = {"desk": [], "bare": []}
    for number in range(TIMES):
        client_id = clients[number % len(clients)]

        def with_both(client_id: UUID = client_id, number: int = number) -> None:
            office.write(lambda desk: ours(client_id, number, desk))

        def with_neither(client_id: UUID = client_id, number: int = -number) -> None:
            store.write(lambda session: bare(client_id, number, session))

        turns: list[tuple[str, Callable[[], None]]] = [
            ("desk", with_both), ("bare", with_neither),
        ]  # fmt: skip
        for name, work in turns if number % 2 else turns[::-1]:
            begun = time.perf_counter()
            work()
            taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: median(times) for name, times in taken.items()}


def main() -> int:
    """Print both engines' figures; 1 where one costs more than is allowed."""
    from benchmarks.durable_server import DurableServer
    from tests import db, postgres
    from vipdesk.demo import generate
    from vipdesk.wording import Lang

    found: dict[str, dict[str, float]] = {}

    def take(name: str, store: Store) -> None:
        now = SystemClock().now()
        store.write(lambda s: generate(s, seed=1, clients=2000, as_of=now, lang=Lang.RU))
        found[name] = measure(store)

    with tempfile.TemporaryDirectory(prefix="vipdesk-journal-") as name:
        template = db.vault_template(Path(name) / "template")
        with db.vault_store(template, Path(name) / "vault") as store:
            take("vault", store)
    with DurableServer() as durable:
        server = postgres.Server("127.0.0.1", durable.port, "postgres")
        with db.team_store(server, db.team_template(server, "journal")) as team:
            take("PostgreSQL", team)
        db.close_administrator(server)
    good = True
    for engine, times in found.items():
        ratio = times["desk"] / times["bare"]
        good = good and ratio <= ALLOWED
        print(f"{engine:12} {times['desk']:7.2f} ms {times['bare']:7.2f} ms {ratio:6.2f}")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
