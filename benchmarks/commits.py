"""What a verb's commit costs on the vault, against bare sqlcipher3 with the same pragmas."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from statistics import median

from sqlalchemy import select

from benchmarks.club import Measured, opened
from vipdesk.clients.interactions import log_interaction
from vipdesk.ids import new_id
from vipdesk.models import Client
from vipdesk.store.vault import _connect
from vipdesk.vocabulary import InteractionKind

TIMES = 200


def measure(measured: Measured, scratch: Path) -> dict[str, float]:
    """Median milliseconds: logging a talk (verb, journal, commit), and two bare inserts."""
    store, office = opened(measured)
    with store:
        clients = store.read(lambda s: s.scalars(select(Client.id).limit(TIMES)).all())
        ours = []
        for client_id in clients:
            work = partial(
                log_interaction, client_id=client_id, kind=InteractionKind.TALK, text="Talked."
            )
            begun = time.perf_counter()
            office.write(work)
            ours.append((time.perf_counter() - begun) * 1000)
    return {"desk": median(ours), "bare": median(_bare(scratch))}


def _bare(scratch: Path) -> list[float]:
    connection = _connect(scratch / "bare.db", bytes(range(32)), mode="rwc")
    connection.execute("CREATE TABLE talk (id TEXT PRIMARY KEY, client TEXT, at TEXT, said TEXT)")
    connection.execute("CREATE TABLE entry (n INTEGER PRIMARY KEY, at TEXT, hash TEXT)")
    times = []
    for number in range(TIMES):
        begun = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        row = (new_id().hex, new_id().hex, "2026-11-22", "Talked.")
        connection.execute("INSERT INTO talk VALUES (?, ?, ?, ?)", row)
        connection.execute("INSERT INTO entry VALUES (?, ?, ?)", (number, "2026-11-22", "0" * 64))
        connection.execute("COMMIT")
        times.append((time.perf_counter() - begun) * 1000)
    connection.close()
    return times
