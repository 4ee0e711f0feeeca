"""The club that is measured on: made once a run, in a folder that goes with it."""

from __future__ import annotations

import pickle
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import event
from sqlalchemy.orm import Session

from vipdesk.access import Office
from vipdesk.agenda.today import today
from vipdesk.clock import SystemClock
from vipdesk.demo import Club, generate
from vipdesk.store import keyslots
from vipdesk.store.store import Store, create_vault_store, open_vault_store

PASSPHRASE = "a club to be measured on"


@dataclass(frozen=True, slots=True)
class Measured:
    """A club on the disk: its folder, who sits down, how long it took to make."""

    folder: Path
    manager_id: UUID
    rows: int
    interactions: int
    seconds: float


def make(folder: Path, clients: int) -> Measured:
    """A club of that size, seen now. The key costs the floor: a limit and a desk pay alike."""
    store, _recovery_key = create_vault_store(folder, PASSPHRASE, cost=keyslots.FLOOR)
    with store:
        begun = time.monotonic()
        work = partial(generate, seed=1, clients=clients, as_of=datetime.now(UTC))
        club, _changes = store.write(work)
        seconds = time.monotonic() - begun
        sit_first(store, club)
    rows = sum(club.rows.values())
    return Measured(folder, club.manager_id, rows, club.rows["interaction"], seconds)


def sit_first(store: Store, club: Club) -> None:
    """The desk seats the vault's first person: let it be the manager that is measured."""
    from vipdesk.access.founding import sit_down

    seated = sit_down(store, SystemClock()).staff.id
    if seated != club.manager_id:
        print(f"note: the desk seats another person first ({seated})")


def opened(measured: Measured) -> tuple[Store, Office]:
    """The club open in this process."""
    store = open_vault_store(measured.folder, PASSPHRASE)
    return store, Office(store, measured.manager_id, SystemClock())


def record_reads(measured: Measured, into: Path) -> int:
    """The statements that Today asks, with their parameters, for the bare driver to repeat."""
    store, office = opened(measured)
    asked: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        _connection, _cursor, statement, parameters, *_rest = call
        if not statement.startswith(("PRAGMA", "BEGIN")):
            asked.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    with store:
        office.read(today)
    into.write_bytes(pickle.dumps(asked))
    return len(asked)


def some_names(session: Session, count: int) -> list[str]:
    """Surnames as they are typed."""
    from sqlalchemy import select

    from vipdesk.models import Client

    found = session.scalars(select(Client.surname).order_by(Client.id).limit(count))
    return [name for name in found if len(name) > 3]
