"""Kill the desk at work, again and again: what was acknowledged must be there.

A writer logs talks through the desk's own verbs and prints each id after its commit, while
three threads read and, on the vault, one makes backups. At a random moment it gets SIGKILL
(on PostgreSQL in turns: the client, a backend of the server, the whole server). Then the
database is opened again: every printed id is there, no half verb, integrity and foreign
keys clean, the journal's chain whole, the listed backups whole.

    python -m benchmarks.kill_rounds [--vault 60] [--team 20] [--seed N]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import select as io
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine, func, select, text
from sqlalchemy.orm import Session

from vipdesk.access import Desk, journal
from vipdesk.access.founding import sit_down
from vipdesk.agenda.today import today
from vipdesk.clients.interactions import log_interaction
from vipdesk.clock import SystemClock
from vipdesk.demo import generate
from vipdesk.models import Client, Interaction, JournalEntry
from vipdesk.store import keyslots, schema, snapshot
from vipdesk.store.backup import Reason, backups_of, list_backups, make_backup
from vipdesk.store.snapshot import Watch
from vipdesk.store.store import Store, create_vault_store, open_team_store, store_of
from vipdesk.store.vault import DATABASE, Unlocked, _connect, open_unlocked, unlock

PASSPHRASE = "killed again and again"
CLIENTS = 60
LONGEST = 1.2  # seconds of work before the kill


@dataclass(frozen=True, slots=True)
class Round:
    """What one kill left: acknowledged commits, and those found that nobody acknowledged."""

    acknowledged: int
    more: int


class Lost(Exception):
    """Something acknowledged is not there, or what is there is not whole."""


def main() -> int:
    """Run the rounds, print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kill_rounds", description=__doc__)
    parser.add_argument("--vault", type=int, default=60, help="rounds on the vault (60)")
    parser.add_argument("--team", type=int, default=20, help="rounds on PostgreSQL (20)")
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    chance = random.Random(chosen.seed)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="vipdesk-kills-") as name:
        if chosen.vault:
            print(told("vault", on_vault(Path(name) / "vault", chosen.vault, chance)), flush=True)
        if chosen.team:
            print(told("PostgreSQL", on_team(chosen.team, chance)), flush=True)
    print(f"{time.monotonic() - begun:.0f} s")
    return 0


def told(what: str, rounds: list[Round]) -> str:
    """One line."""
    return (
        f"{what}: {len(rounds)} kills, {sum(r.acknowledged for r in rounds)} acknowledged commits, "
        f"all there; {sum(r.more for r in rounds)} more were committed and not yet acknowledged"
    )


# The vault ---------------------------------------------------------------------------------------


def on_vault(
    folder: Path, rounds: int, chance: random.Random, *, longest: float = LONGEST
) -> list[Round]:
    """Kill a writer on one vault `rounds` times. Raises `Lost`."""
    store, _recovery_key = create_vault_store(folder, PASSPHRASE, cost=keyslots.FLOOR)
    with store:
        store.write(_club)
        known = store.read(_talks)
    unlocked = unlock(folder, PASSPHRASE)
    done = []
    for _ in range(rounds):
        writer = Writer("vault", str(folder), unlocked.key.hex())
        ids = writer.work_until(chance.uniform(0.02, longest), writer.kill)
        found = _check_vault(folder, unlocked, ids)
        done.append(_round(ids, known, found))
        known = found
    return done


def _round(ids: list[UUID], known: int, found: int) -> Round:
    """One writer has one commit under way at most: what it printed, and perhaps that one."""
    more = found - known - len(ids)
    if more not in (0, 1):
        raise Lost(f"{more} commits came from nowhere")
    return Round(len(ids), more)


def _check_vault(folder: Path, unlocked: Unlocked, ids: list[UUID]) -> int:
    with closing(_connect(folder / DATABASE, unlocked.key)) as connection:
        for pragma, clean in (
            ("cipher_integrity_check", []), ("integrity_check", [("ok",)]),
            ("foreign_key_check", []),
        ):  # fmt: skip
            if connection.execute(f"PRAGMA {pragma}").fetchall() != clean:
                raise Lost(pragma)
    for backup in list_backups(backups_of(folder))[:1]:
        contents = snapshot.check(unlocked.key, backup.folder / DATABASE, Watch())
        if contents != backup.contents(unlocked.key):
            raise Lost("a listed backup is not whole")
    with store_of(open_unlocked(unlocked)) as store:
        return _check_rows(store, ids)


def _check_rows(store: Store, ids: list[UUID]) -> int:
    def look(session: Session) -> int:
        there = set(session.scalars(select(Interaction.id).where(Interaction.id.in_(ids))))
        if missing := set(ids) - there:
            raise Lost(f"{len(missing)} of {len(ids)} acknowledged commits are gone")
        talks = _talks(session)
        noted = select(func.count()).where(JournalEntry.verb == "log_interaction")
        if (entries := session.scalar(noted)) != talks:
            raise Lost(f"{talks} talks, {entries} journal entries: half a verb was committed")
        if (chain := journal.verify(session)).broken_at is not None:
            raise Lost(f"the journal is broken at {chain.broken_at}")
        return talks

    return store.read(look)


def _club(session: Session) -> None:
    generate(session, seed=7, clients=CLIENTS, as_of=datetime.now(UTC))


def _talks(session: Session) -> int:
    mine = select(func.count()).where(Interaction.text == TALK)
    return session.scalar(mine) or 0


# PostgreSQL --------------------------------------------------------------------------------------


def on_team(rounds: int, chance: random.Random, *, longest: float = LONGEST) -> list[Round]:
    """The same on a server of its own; in turns the client, a backend, the server is killed."""
    from benchmarks.durable_server import DurableServer

    with DurableServer() as server:
        url = server.url("postgres")
        engine = create_engine(url)
        schema.upgrade(engine)
        engine.dispose()
        with open_team_store(url) as store:
            store.write(_club)
        known, done = 0, []
        for number in range(rounds):
            writer = Writer("team", url, "")
            deeds: tuple[Callable[[], None], ...] = (
                writer.kill,
                lambda: server.kill_backend(_a_backend(url)),
                server.crash,
            )
            ids = writer.work_until(chance.uniform(0.02, longest), deeds[number % 3])
            if deeds[number % 3] == server.crash:
                server.start()
            found = _check_team(url, ids)
            done.append(_round(ids, known, found))
            known = found
    return done


def _a_backend(url: str) -> int:
    engine = create_engine(url)
    with engine.connect() as connection:
        wanted = text(
            "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
            " AND pid <> pg_backend_pid() ORDER BY state_change DESC LIMIT 1"
        )
        found = int(connection.execute(wanted).scalar_one())
    engine.dispose()
    return found


def _check_team(url: str, ids: list[UUID]) -> int:
    """Waits for the recovery, then looks."""
    for _ in range(100):
        with contextlib.suppress(Exception), open_team_store(url) as store:
            store.read(lambda s: s.execute(text("SELECT 1")))
            break
        time.sleep(0.1)
    with open_team_store(url) as store:
        return _check_rows(store, ids)


# The writer --------------------------------------------------------------------------------------

TALK = "A talk that must not be lost."


class Writer:
    """A process that works and prints the id of each commit after it."""

    def __init__(self, home: str, where: str, key: str) -> None:
        arguments = [sys.executable, "-m", "benchmarks.kill_rounds", "write", home, where]
        self._process = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, _KEY: key}, cwd=Path(__file__).parents[1],
        )  # fmt: skip

    def work_until(self, seconds: float, deed: Callable[[], None]) -> list[UUID]:
        """Let it work from its first commit on, do the deed, return what it acknowledged."""
        out = self._process.stdout
        if out is None or not io.select([out], [], [], 60)[0]:
            raise Lost("the writer did not begin")
        time.sleep(seconds)
        deed()
        try:
            heard, said = self._process.communicate(timeout=30)
        finally:
            self._process.kill()
        # A line without its end was cut by the kill: nobody heard it.
        lines = heard.decode().split("\n")[:-1]
        if not lines:
            raise Lost(f"the writer did nothing: {said.decode()[-2000:]}")
        return [UUID(line) for line in lines]

    def kill(self) -> None:
        """SIGKILL."""
        self._process.send_signal(signal.SIGKILL)


_KEY = "VIPDESK_KILL_ROUNDS_KEY"


def write(home: str, where: str) -> None:
    """The child: write and read until killed."""
    if home == "vault":
        folder = Path(where)
        # The key is handed down: deriving it would cost a second a round.
        key = bytes.fromhex(os.environ[_KEY])
        slots = keyslots.load_keyslots(folder / "vault.keys")
        store = store_of(open_unlocked(Unlocked(folder, slots, key)))
    else:
        store = open_team_store(where)
    office = sit_down(store, SystemClock())
    clients = store.read(lambda s: s.scalars(select(Client.id)).all())
    loads = [partial(office.read, today)] * 2 + [partial(office.read, _some_reads)]
    if store.vault is not None:
        vault, place = store.vault, backups_of(store.vault.folder)
        loads.append(lambda: make_backup(vault, place, Reason.HAND, datetime.now(UTC)))
    for load in loads:
        threading.Thread(target=_again_and_again, args=(load,), daemon=True).start()
    for number in range(1_000_000):
        work = partial(log_interaction, client_id=clients[number % len(clients)], text=TALK)
        logged, _changes = office.write(work)
        os.write(1, f"{logged.interaction_id}\n".encode())


def _some_reads(desk: Desk) -> int:
    journal.verify(desk.session)
    return desk.session.scalar(select(func.count()).select_from(Interaction)) or 0


def _again_and_again(load: Callable[[], object]) -> None:
    while True:
        load()


if __name__ == "__main__":
    if sys.argv[1:2] == ["write"]:
        try:
            write(*sys.argv[2:])
        except Exception as error:  # noqa: BLE001 the server is gone: that was the deed
            os.write(2, type(error).__name__.encode())
            os._exit(1)
    raise SystemExit(main())
