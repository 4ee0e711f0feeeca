"""What a backup and a restore cost, against a bare file copy and SQLite's own check of it.

python -m benchmarks.restoring [--clients 100000] [--samples 3]
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import club
from vipdesk.clock import SystemClock
from vipdesk.jobs.restoring import look_inside, offered, put_back
from vipdesk.store.backup import Reason, backups_of, make_backup
from vipdesk.store.snapshot import Stage, Watch
from vipdesk.store.vault import DATABASE, _connect, open_vault, unlock


def measure(measured: club.Measured, scratch: Path, samples: int = 3) -> dict[str, float]:
    """Median seconds: backup, restore, and the bare copy with `integrity_check`; MB of the file."""
    folder = measured.folder
    key = unlock(folder, club.PASSPHRASE).key
    found: dict[str, list[float]] = {"backup": [], "restore": [], "bare": []}
    for _ in range(samples):
        found["bare"].append(_timed(partial(_bare, folder / DATABASE, scratch / "bare.db", key)))
        with open_vault(folder, club.PASSPHRASE) as vault:
            make = partial(make_backup, vault, backups_of(folder), Reason.HAND, datetime.now(UTC))
            found["backup"].append(_timed(make))
        inside = look_inside(offered(folder)[0], folder, club.PASSPHRASE)
        told: list[tuple[float, Stage, float]] = []
        watch = Watch(tell=lambda stage, share, t=told: t.append((time.monotonic(), stage, share)))
        begun = time.monotonic()
        found["restore"].append(
            _timed(partial(put_back, inside, folder, SystemClock(), watch=watch))
        )
        silent = _longest_silence(begun, told)
        for kept in folder.parent.glob(f"{folder.name}-before-*"):
            shutil.rmtree(kept)
    return {
        **{name: median(times) for name, times in found.items()},
        "silence": silent,
        "mb": (folder / DATABASE).stat().st_size / 1e6,
    }


def _longest_silence(begun: float, told: list[tuple[float, Stage, float]]) -> float:
    """The longest time for which whoever watches hears nothing, in seconds."""
    moments = [begun, *(at for at, _stage, _share in told), time.monotonic()]
    return max(b - a for a, b in itertools.pairwise(moments))


def _bare(source: Path, target: Path, key: bytes) -> None:
    shutil.copyfile(source, target)
    with closing(_connect(target, key)) as connection:
        connection.execute("PRAGMA integrity_check").fetchall()
    target.unlink()


def _timed(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> int:
    """On a club of that size, made for this."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.restoring", description=__doc__)
    parser.add_argument("--clients", type=int, default=100_000)
    parser.add_argument("--samples", type=int, default=3)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vipdesk-restore-") as name:
        measured = club.make(Path(name) / "vault", chosen.clients)
        found = measure(measured, Path(name), chosen.samples)
    print(f"{chosen.clients} clients, {measured.rows} rows, {found['mb']:.0f} MB")
    for what in ("bare", "backup", "restore"):
        ratio = found[what] / found["bare"]
        print(f"{what:8} {found[what]:7.1f} s  {ratio:5.2f}")
    print(f"longest silence of the progress while restoring: {found['silence']:.1f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
