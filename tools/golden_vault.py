"""Write a golden vault: a small club in a vault of the present version, for later migrations.

    python tools/golden_vault.py tests/data/golden

makes `<revision>/vault.db`, `vault.keys` and `facts.json` (the passphrase, rows by table, some
facts that must survive). Keep one for each released revision and never write it again: a
test opens every one of them with the present version. Nobody in it is real.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from vipdesk.access import Office, journal
from vipdesk.clients.interactions import log_interaction
from vipdesk.clock import SetClock
from vipdesk.demo import generate
from vipdesk.models import Client, Complaint, Event, StatusCard
from vipdesk.store import keyslots, schema
from vipdesk.store.store import create_vault_store
from vipdesk.store.vault import DATABASE, KEYS, _connect, unlock

PASSPHRASE = "golden vault for the tests"
MADE_FOR = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
CLIENTS = 40  # the smallest demonstration club


def main() -> int:
    """Write one for the present version."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, help="the folder of golden vaults")
    place = parser.parse_args().out / schema.HEAD
    if place.exists():
        raise SystemExit(f"{place} is there already: a golden vault is never written again")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        facts = make(folder)
        place.mkdir(parents=True)
        shutil.copy(folder / KEYS, place / KEYS)
        key = unlock(folder, PASSPHRASE).key
        with closing(_connect(folder / DATABASE, key)) as connection:
            connection.execute("VACUUM INTO ?", (str(place / DATABASE),))
            facts["tables"] = rows(connection)
    text = json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True)
    (place / "facts.json").write_text(text + "\n", encoding="utf-8")
    print(place, (place / DATABASE).stat().st_size)
    return 0


def make(folder: Path) -> dict[str, object]:
    """A club in a new vault; returns what is known of it."""
    store, recovery_key = create_vault_store(folder, PASSPHRASE, cost=keyslots.FLOOR)
    with store:
        work = partial(generate, seed=4, clients=CLIENTS, as_of=MADE_FOR)
        club, _ = store.write(work)
        office = Office(store, club.manager_id, SetClock(MADE_FOR))
        # Verbs leave journal entries: a chain worth verifying.
        for client_id in store.read(lambda s: s.scalars(select(Client.id).limit(12)).all()):
            office.write(partial(log_interaction, client_id=client_id, text="Поговорили."))
        facts = store.read(facts_of)
    return {**facts, "passphrase": PASSPHRASE, "recovery_key": recovery_key}


def facts_of(session: Session) -> dict[str, object]:
    """Some facts that every later version must find again."""
    report = journal.verify(session)
    return {
        "surnames": sorted(session.scalars(select(Client.surname)))[:10],
        "titles": sorted(session.scalars(select(Event.title)))[:10],
        "complaints": sorted(session.scalars(select(Complaint.public_no)))[:10],
        "cards": sorted(session.scalars(select(StatusCard.number)))[:10],
        "journal_entries": report.entries,
        "journal_head": report.head,
    }


def rows(connection: object) -> dict[str, int]:
    """Rows by table."""
    execute = connection.execute  # type: ignore[attr-defined]
    named = execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    return {name: execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in named}


if __name__ == "__main__":
    raise SystemExit(main())
