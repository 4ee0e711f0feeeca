"""A big club to measure on, made once: 100,000 clients and over 1,000,000 interactions.

    uv run python -m benchmarks.big_club --clients 100000     (about five minutes, then kept)

    from benchmarks import big_club, club
    measured = big_club.on_vault(100_000)      # club.Measured; made if it is not there yet
    store, office = club.opened(measured)      # the manager's desk on it

    with big_club.on_server(100_000) as team:  # PostgreSQL with rights: a running server
        office = team.manager()                # signed in as a manager, policies and all
        head = team.head()                     # … as the head of VIP service, who sees all

Kept in `out/big/` by size and schema: a new revision makes it anew. `benchmarks.day` and
`benchmarks.search` measure on it; who measures more adds a module and takes it from here.
Write to a copy (`big_club.copied`), never to what is kept.

A million clients for growth are the hundred thousand ten times over, with other surnames'
endings: clients, their addresses and what they are found by; their talks stay one million.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from benchmarks import club
from benchmarks.club import Measured

KEPT = Path(__file__).parent.parent / "out" / "big"
CLIENTS = 100_000
_ROOT = Path(__file__).parent.parent / "vipdesk"
_PASSWORD = "seven quiet lamps 58"


def _mark() -> str:
    """Changes with the schema and with what the demonstration club is made of."""
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
    chosen = parser.parse_args()
    begun = time.monotonic()
    measured = on_vault(chosen.clients)
    print(f"{measured.folder}: {measured.rows} rows, {measured.interactions} interactions,"
          f" {time.monotonic() - begun:.0f} s")  # fmt: skip
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
