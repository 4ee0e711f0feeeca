"""The private track at fifty thousand complaints: board, filing, clocks.

    uv run python -m benchmarks.complaints [--complaints 50000] [--live 50000]

A club in a vault gets that many complaints with three open clocks each by raw inserts,
thrown away afterwards. Measured, as the time of the processor and by the clock: the
first rows of the board, the whole order, filing by the verb against the raw write of the same
rows, and one sweep of all clocks.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import insert, select, text

from benchmarks import club
from vipdesk.access import Office
from vipdesk.complaints import board, due, intake
from vipdesk.complaints.board import BoardFilter
from vipdesk.complaints.intake import Intake
from vipdesk.ids import new_id
from vipdesk.models import CaseEvent, Client, Complaint, ComplaintClock, Staff
from vipdesk.store.store import Store
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ComplaintState,
    Role,
    Severity,
)

KEPT = Path(__file__).parent.parent / "out" / "big"
_CLOCKS = (ClockKind.FIRST, ClockKind.RESOLUTION, ClockKind.UPDATE)
_CHUNK = 5_000


def fill(store: Store, complaints: int, live: int) -> None:
    """Complaints with their clocks, `live` of them open."""
    chance, now = random.Random(6), datetime.now(UTC)
    clients = store.read(lambda s: list(s.scalars(select(Client.id))))
    owner = store.read(lambda s: s.scalars(select(Staff).where(Staff.role == Role.MANAGER)).first())
    assert owner is not None
    for start in range(0, complaints, _CHUNK):
        rows, running = [], []
        for number in range(start, min(start + _CHUNK, complaints)):
            at = now - timedelta(days=chance.uniform(0, 700))
            opened = number < live
            row = {
                "id": new_id(), "public_no": f"B{number:06d}", "submission_id": uuid4(),
                "client_id": chance.choice(clients), "channel": Channel.PHONE,
                "received_at": at, "registered_at": at, "registered_by_id": owner.id,
                "words_of_client": "Посадили не за тот стол", "wish_of_client": "Объяснение",
                "reach_by": Channel.PHONE, "severity": Severity.S3, "owner_id": owner.id,
                "state": ComplaintState.IN_WORK if opened else ComplaintState.CLOSED,
                "policy_version": _version(store),
            }  # fmt: skip
            rows.append(row)
            running += [
                {
                    "id": new_id(), "complaint_id": row["id"], "kind": kind, "started_at": at,
                    "due_at": now + timedelta(minutes=chance.uniform(60, 90_000)),
                    "stopped_at": None if opened else at + timedelta(days=1),
                }
                for kind in _CLOCKS
            ]  # fmt: skip
        store.write(lambda s, rows=rows: s.execute(insert(Complaint), rows))  # type: ignore[misc]
        store.write(
            lambda s, running=running: s.execute(insert(ComplaintClock), running)  # type: ignore[misc]
        )
    store.write(lambda s: s.execute(text("ANALYZE")))


_KNOWN: dict[str, str] = {}


def _version(store: Store) -> str:
    """The rules in force, as a filed case says them."""
    if "version" not in _KNOWN:
        found = store.read(lambda s: s.scalar(select(Complaint.policy_version).limit(1)))
        assert found, "the demonstration club has complaints"
        _KNOWN["version"] = found
    return _KNOWN["version"]


def spent(work: Callable[[], object], times: int) -> str:
    """'cpu 3.1 / 4.0 ms, wall 3.2 / 6.0 ms' (middle / 99 %)."""
    work()
    cpu, wall = [], []
    for _ in range(times):
        begun, clock = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append((time.process_time() - clock) * 1000)
    worst = min(times - 1, times * 99 // 100)
    return ", ".join(
        f"{name} {sorted(v)[times // 2]:.1f} / {sorted(v)[worst]:.1f} ms"
        for name, v in (("cpu", cpu), ("wall", wall))
    )


def raw_write(store: Store) -> None:
    """The rows of one filing without anything else: a case, three clocks, an entry."""

    def write(session: object) -> None:
        row = dict(_one(store), id=new_id(), public_no=uuid4().hex[:12], submission_id=uuid4())
        session.execute(insert(Complaint), [row])  # type: ignore[attr-defined]
        at = datetime.now(UTC)
        session.execute(insert(ComplaintClock), [  # type: ignore[attr-defined]
            {"id": new_id(), "complaint_id": row["id"], "kind": k, "started_at": at, "due_at": at}
            for k in _CLOCKS
        ])  # fmt: skip
        session.execute(insert(CaseEvent), [  # type: ignore[attr-defined]
            {"id": new_id(), "complaint_id": row["id"], "at": at, "kind": CaseEventKind.STATE}
        ])  # fmt: skip

    store.write(write)  # type: ignore[arg-type]


def _one(store: Store) -> dict[str, object]:
    names = [c.name for c in Complaint.__table__.columns]
    row = store.read(lambda s: s.execute(select(Complaint.__table__).limit(1)).one())
    return dict(zip(names, row, strict=True))


def measure(store: Store, office: Office, complaints: int) -> None:
    """Print every figure."""
    print(f"{complaints} complaints")
    print("  board, first rows:", spent(lambda: office.read(board.first_part), 200))
    every = BoardFilter(live_only=False)
    print(
        "  all, first rows:  ",
        spent(lambda: office.read(lambda d: board.first_part(d, every)), 100),
    )
    print("  whole order:      ", spent(lambda: office.read(board.open_board), 5))
    opened = office.read(board.open_board)
    last = max(0, opened.total - board.PART)
    print("  last part:        ",
          spent(lambda: office.read(lambda d: board.read_part(d, opened, last)), 100))  # fmt: skip
    client = office.read(lambda d: d.session.scalars(select(Client.id)).first())
    print("  raw write:        ", spent(lambda: raw_write(store), 40))

    def file() -> None:
        sheet = Intake(uuid4(), client, Channel.PHONE, "Посадили не за тот стол",
                       "Объяснение", Channel.PHONE, "вечером")  # fmt: skip
        office.write(lambda d: intake.file_complaint(d, sheet))

    print("  filing:           ", spent(file, 40))
    print("  sweep of all:     ", spent(lambda: office.write(due.sweep), 3))


def main() -> None:
    """Make the club once, measure on a copy."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.complaints", description=__doc__)
    parser.add_argument("--complaints", type=int, default=50_000)
    parser.add_argument("--live", type=int, default=50_000)
    chosen = parser.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        made = club.make(Path(folder) / "club", 500)
        copy = Path(folder) / "measured"
        store, _office = club.opened(made)
        fill(store, chosen.complaints, chosen.live)
        store.close()
        shutil.copytree(made.folder, copy)
        store, office = club.opened(replace(made, folder=copy))
        people = store.read(lambda s: list(s.scalars(select(Staff))))
        head = next(p for p in people if p.role is Role.HEAD)
        measure(store, office.as_staff(head.id), chosen.complaints)
        store.close()


if __name__ == "__main__":
    main()
