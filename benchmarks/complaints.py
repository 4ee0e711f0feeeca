"""The private track at fifty thousand complaints: board, filing, clocks.

    uv run python -m benchmarks.complaints [--complaints 50000] [--live 50000]
    … --server                                  (the same on PostgreSQL with rights)

A club gets that many complaints with three open clocks each by raw inserts, thrown away
afterwards. Measured, as the time of this process and by the clock: the first rows of the board,
the same read, shown and painted by the page's own table, the whole order, filing by the verb
against the raw write of the same rows (case, clocks, history, flags, journal; one file key for
both, nothing of a complaint is sealed besides), and a sweep of all clocks: one with nothing to
tell, and one each hour. Garbage is collected between the measurements, as the desk does it.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import Table, create_engine, func, insert, select, text
from sqlalchemy.orm import Session

from benchmarks import big_club, club
from vipdesk.access import Office
from vipdesk.clock import SetClock
from vipdesk.complaints import board, clocks, due, escalation, intake, policies
from vipdesk.complaints.board import BoardFilter
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.intake import Filed, Intake
from vipdesk.ids import new_id
from vipdesk.models import (
    CaseEvent,
    Client,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    JournalEntry,
    Staff,
)
from vipdesk.store.store import Home, Store
from vipdesk.vocabulary import Channel, ClockKind, ComplaintState, Role, Severity

KEPT = Path(__file__).parent.parent / "out" / "big"
_CLOCKS = (ClockKind.FIRST, ClockKind.RESOLUTION, ClockKind.UPDATE)
_CHUNK = 5_000
_OF_CASE = (ComplaintClock, CaseEvent, ComplaintFlag)
_CHAIN = ("seq", "prev_hash", "hash")  # made by the server's own trigger there

Rows = list[tuple[Table, list[dict[str, object]]]]


_LED = select(Client.id, Client.manager_id).where(Client.manager_id.is_not(None))


def fill(store: Store, complaints: int, live: int) -> None:
    """Complaints with their clocks, `live` of them open."""
    chance, now = random.Random(6), datetime.now(UTC)
    led = store.read(lambda s: {row[0]: row[1] for row in s.execute(_LED)})
    clients = list(led)
    for start in range(0, complaints, _CHUNK):
        rows, running = [], []
        for number in range(start, min(start + _CHUNK, complaints)):
            at = now - timedelta(days=chance.uniform(0, 700))
            opened = number < live
            client_id = chance.choice(clients)
            row = {
                "id": new_id(), "public_no": f"B{number:06d}", "submission_id": uuid4(),
                "client_id": client_id, "channel": Channel.PHONE,
                "received_at": at, "registered_at": at, "registered_by_id": led[client_id],
                "words_of_client": "Посадили не за тот стол", "wish_of_client": "Объяснение",
                "reach_by": Channel.PHONE, "severity": Severity.S3, "owner_id": led[client_id],
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
        for ticking in running:
            ticking.update(_told(ticking["started_at"], ticking["due_at"], now))
        store.write(lambda s, rows=rows: s.execute(insert(Complaint), rows))  # type: ignore[misc]
        store.write(
            lambda s, running=running: s.execute(insert(ComplaintClock), running)  # type: ignore[misc]
        )
    store.write(lambda s: s.execute(text("ANALYZE")))


def _told(start: datetime, due_at: datetime, now: datetime) -> dict[str, object]:
    """What a sweep a moment ago left on a clock, reckoned as if every hour were open."""
    share = (now - start) / (due_at - start) * 100
    later = [s for s in escalation.STAGES if s > share]
    warned = max((s for s in escalation.STAGES if s <= share), default=0)
    return {"warned": warned, "tell_at": start + (due_at - start) * later[0] / 100}


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
    gc.disable()
    for _ in range(times):
        begun, clock = time.perf_counter(), time.process_time()
        work()
        wall.append((time.perf_counter() - begun) * 1000)
        cpu.append((time.process_time() - clock) * 1000)
        gc.collect(0)
    gc.enable()
    worst = min(times - 1, times * 99 // 100)
    return ", ".join(
        f"{name} {sorted(v)[times // 2]:.1f} / {sorted(v)[worst]:.1f} ms"
        for name, v in (("cpu", cpu), ("wall", wall))
    )


# Filing ------------------------------------------------------------------------------------------


def rows_of(session: Session, case_id: UUID) -> Rows:
    """Every row that a filing left."""

    def read(table: Table, condition: object) -> list[dict[str, object]]:
        names = [c.name for c in table.columns]
        found = session.execute(select(*table.columns).where(condition))  # type: ignore[arg-type]
        return [dict(zip(names, row, strict=True)) for row in found]

    kept = [(Complaint.__table__, read(Complaint.__table__, Complaint.id == case_id))]
    kept += [(m.__table__, read(m.__table__, m.complaint_id == case_id)) for m in _OF_CASE]
    ids = [row["id"] for _, rows in kept for row in rows]
    noted = read(JournalEntry.__table__, JournalEntry.object_id.in_(ids))
    kept.append((JournalEntry.__table__, noted))
    return [(table, rows) for table, rows in kept if rows]  # type: ignore[misc]


def raw_write(store: Store, rows: Rows, *, vault: bool) -> None:
    """The same rows once more, without anything else."""

    def write(session: Session) -> None:
        case_id = new_id()
        for table, kept in rows:
            made = [_anew(row, case_id) for row in kept]
            if table is JournalEntry.__table__:
                _chained(session, made, vault=vault)
            session.execute(insert(table).inline(), made)

    store.write(write)


def _anew(row: dict[str, object], case_id: UUID) -> dict[str, object]:
    new = dict(row)
    if "complaint_id" in row:
        new |= {"id": new_id(), "complaint_id": case_id}
    elif "public_no" in row:
        new |= {"id": case_id, "public_no": uuid4().hex[:12], "submission_id": uuid4()}
    return new


def _chained(session: Session, rows: list[dict[str, object]], *, vault: bool) -> None:
    last = session.scalar(select(func.max(JournalEntry.seq))) if vault else 0
    for place, row in enumerate(rows, (last or 0) + 1):
        for name in _CHAIN:
            row.pop(name)
        row |= {"prev_hash": "0" * 64, "hash": uuid4().hex * 2}
        if vault:
            row["seq"] = place


def file_one(office: Office, client_id: UUID) -> Filed:
    """A complaint by the verb."""
    sheet = Intake(uuid4(), client_id, Channel.PHONE, "Посадили не за тот стол",
                   "Объяснение", Channel.PHONE, "вечером")  # fmt: skip
    return office.write(lambda desk: intake.file_complaint(desk, sheet))[0]


# Measuring ---------------------------------------------------------------------------------------


def painted(office: Office, times: int) -> str:
    """The first rows asked for, read, shown and painted by the table of the page."""
    from benchmarks.painting import desk
    from vipdesk.ui.pages.complaints_page import ComplaintsPage
    from vipdesk.ui.picture import settle

    with desk(office) as context:
        page = ComplaintsPage(context)
        page.resize(1232, 800)
        page.show()
        settle(context.runner)
        waiting = QEventLoop()
        context.runner.became_idle.connect(waiting.quit)

        def show() -> None:
            context.runner.read(board.first_part, page.table.show_rows, owner=page)
            waiting.exec()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)  # and paints

        taken = spent(show, times)
        page.close()
        page.deleteLater()
        settle(context.runner)
    return taken


def recomputed(office: Office, complaints: int) -> float:
    """Seconds of the processor for every due time of that many cases, from its start."""
    chance, now = random.Random(7), datetime.now(UTC)
    starts = [now - timedelta(minutes=chance.randrange(60_000)) for _ in range(complaints)]
    rules, standing = office.read(policies.current), Standing(1, Severity.S3)
    begun = time.process_time()
    for start in starts:
        for kind in _CLOCKS:
            clocks.due(rules, kind, standing, start)
    return time.process_time() - begun


def measure(
    store: Store, office: Office, *, complaints: int, vault: bool, jobs: bool = True
) -> None:
    """Print every figure. store: as the owner, for the raw side. jobs: the clocks' figures too."""
    print(f"{complaints} complaints, {'vault' if vault else 'server'}", flush=True)
    print("  board, first rows:", spent(lambda: office.read(board.first_part), 200), flush=True)
    every = BoardFilter(live_only=False)
    print("  all, first rows:  ",
          spent(lambda: office.read(lambda d: board.first_part(d, every)), 100))  # fmt: skip
    print("  whole order:      ", spent(lambda: office.read(board.open_board), 5), flush=True)
    opened = office.read(board.open_board)
    last = max(0, opened.total - board.PART)
    print("  last part:        ",
          spent(lambda: office.read(lambda d: board.read_part(d, opened, last)), 100))  # fmt: skip
    client = office.read(lambda d: d.session.scalars(select(Client.id).order_by(Client.id)).first())
    assert client is not None
    case = file_one(office, client)
    rows = store.read(lambda s: rows_of(s, case.id))
    print("  rows of a filing: ",
          ", ".join(f"{table.name} {len(kept)}" for table, kept in rows))  # fmt: skip
    print("  raw write:        ", spent(lambda: raw_write(store, rows, vault=vault), 60))
    print("  filing:           ", spent(lambda: file_one(office, client), 60), flush=True)
    if jobs:
        print(f"  due times anew:    cpu {recomputed(office, complaints):.2f} s")
        sweeps(office)
    print("  asked to painted: ", painted(office, 100), flush=True)


def sweeps(office: Office) -> None:
    """The job of the clocks: the first, one at once after it, and one each of three hours."""
    now = datetime.now(UTC)
    for what, hours in (("first", 0), ("at once again", 0), ("1 h", 1), ("2 h", 2), ("3 h", 3)):
        at = office.at(SetClock(now + timedelta(hours=hours)))
        begun, clock = time.perf_counter(), time.process_time()
        found, _changes = at.write(due.sweep)
        wall, cpu = time.perf_counter() - begun, time.process_time() - clock
        print(f"  sweep, {what}: cpu {cpu:.2f} s, wall {wall:.2f} s, told {found.told}", flush=True)


def on_vault(complaints: int, live: int) -> None:
    """Make the club once, measure on a copy."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=KEPT) as folder:
        made = club.make(Path(folder) / "club", 500)
        copy = Path(folder) / "measured"
        store, _office = club.opened(made)
        fill(store, complaints, live)
        store.close()
        shutil.copytree(made.folder, copy)
        store, office = club.opened(replace(made, folder=copy))
        people = store.read(lambda s: list(s.scalars(select(Staff))))
        head = next(p for p in people if p.role is Role.HEAD)
        measure(store, office.as_staff(head.id), complaints=complaints, vault=True)
        store.close()


def on_server(complaints: int, live: int) -> None:
    """The club on a server with rights; what was written for this is taken away again."""
    with big_club.on_server(500) as team:
        store = Store(create_engine(team.server.url(team.database)), Home.TEAM, lambda: None)
        fill(store, complaints, live)
        try:
            for who in ("head", "manager"):
                print(who)
                office = team.office(who)
                measure(store, office, complaints=complaints, vault=False, jobs=who == "head")
                office.close()
        finally:
            store.engine.dispose()
            # A club kept for others must not have them: it is made anew next time.
            for known in KEPT.glob("server-500-*/team"):
                known.unlink()


def main() -> None:
    """Both engines have the same figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.complaints", description=__doc__)
    parser.add_argument("--complaints", type=int, default=50_000)
    parser.add_argument("--live", type=int, default=50_000)
    parser.add_argument("--server", action="store_true")
    chosen = parser.parse_args()
    application = QApplication([])  # one to the end: widgets outlive no other
    (on_server if chosen.server else on_vault)(chosen.complaints, chosen.live)
    application.quit()


if __name__ == "__main__":
    main()
