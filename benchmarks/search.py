"""Search as you type, and the full text of notes, against the same SQL by the bare driver.

    uv run python -m benchmarks.search --clients 100000           (on benchmarks.big_club)
    … --server                                                    (PostgreSQL, as a manager)
    … --growth                                                    (10,000 to 1,000,000 clients)

The limit of each query is its own SQL, recorded and asked again of the driver alone. Painted:
from a letter typed into the palette to its rows drawn, the worker's way there and back included.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from sqlalchemy import event, select, text
from sqlalchemy.orm import Session

from benchmarks import big_club
from benchmarks.club import Measured, opened, some_names
from benchmarks.warm import in_cache
from vipdesk.access import Office
from vipdesk.models import Client
from vipdesk.search.find import find, find_at_once
from vipdesk.store.store import Store

NAMES = 150
PAINTED_MS, NOTES_MS, OF_RAW = 16.0, 30.0, 2.0
# Words of talks: common, rare, together, in a case that is not written so.
NOTES = (
    "встреча", "встретились", "обсудили", "каталог", "яхты", "яхтой", "регата", "подарок",
    "обсудили поездку", "тихий угол", "воду без газа", "круиз по Волге", "вегетарианское",
    "выходные в Калининграде", "список документов", "перезвонить", "аукциону", "гольф",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds at p50 and p99."""

    p50: float
    p99: float


def measure(measured: Measured) -> dict[str, float]:
    """Milliseconds at p50 and p99, of the desk and of its own SQL alone: names typed."""
    store, office = opened(measured)
    with store:
        typed = [n[:k] for n in store.read(lambda s: some_names(s, NAMES)) for k in range(2, 7)]
        ours, bare = _both(store, office, typed)
    return {
        "desk_p50": ours.p50, "desk_p99": ours.p99, "bare_p50": bare.p50, "bare_p99": bare.p99,
    }  # fmt: skip


def as_typed(office: Office) -> list[str]:
    """What people type, letter by letter: names in both alphabets, numbers, two words."""
    chance = random.Random(5)
    wanted = select(Client.surname, Client.given, Client.latin_name).order_by(Client.id).limit(4000)
    found = office.read(lambda d: list(d.session.execute(wanted)))
    typed: list[str] = []
    for surname, given, latin in chance.sample(found, min(70, len(found))):
        for whole in (surname, f"{given} {surname}", latin or surname):
            typed += [whole[:k] for k in range(1, min(9, len(whole)) + 1)]
    typed += [f"{chance.randrange(10**4):04}" for _ in range(40)]
    return [t for t in typed if t.strip()]


def _both(
    store: Store, office: Office, typed: Sequence[str], ask: Callable[..., Any] = find_at_once
) -> tuple[Times, Times]:
    """The desk's search and, in turns, its statements asked by the driver.

    ask: `find_at_once` is what a letter brings, `find` what comes when the hand rests.
    """
    asked: list[tuple[str, Any]] = []

    def note(*call: Any) -> None:
        _connection, _cursor, statement, parameters, *_rest = call
        if not statement.startswith(("PRAGMA", "BEGIN")):
            asked.append((statement, parameters))

    ours, bare = [], []
    for what in typed:
        office.read(lambda d, w=what: ask(d, w))  # both find the pages warm
        asked.clear()
        event.listen(store.engine, "before_cursor_execute", note)
        office.read(lambda d, w=what: ask(d, w))
        event.remove(store.engine, "before_cursor_execute", note)
        ours.append(_timed(lambda w=what: office.read(lambda d: ask(d, w))))
        bare.append(store.read(lambda s, a=tuple(asked): _bare(s, a)))
    return _percentiles(ours), _percentiles(bare)


def _bare(session: Session, asked: Sequence[tuple[str, Any]]) -> float:
    cursor: Any = session.connection().connection.cursor()

    def ask() -> None:
        for statement, parameters in asked:
            cursor.execute(statement, parameters).fetchall()

    return _timed(ask)


def notes(office: Office) -> Times:
    """Full text alone: from the words to the rows with their snippets."""
    from vipdesk.clients.spelling import note_groups
    from vipdesk.search.notes import find_notes

    taken = []
    # The first question of a day imports and compiles: it is no question of a million notes.
    office.read(lambda d: find_notes(d, note_groups("письмо"), 12))
    for time_ in range(7):
        for words in NOTES:
            groups = note_groups(words)
            one = _timed(lambda g=groups: office.read(lambda d: find_notes(d, g, 12)))
            if time_:  # as above: what is measured finds its pages warm
                taken.append(one)
    return _percentiles(taken)


def painted(office: Office, typed: Sequence[str]) -> Times:
    """From a letter in the palette's box to its rows on the screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QWidget

    from benchmarks.painting import desk
    from vipdesk.ui.command_palette import CommandPalette

    taken = []
    with desk(office) as context:
        host = QWidget()
        host.resize(1232, 800)
        host.show()
        palette = CommandPalette(context, host)
        palette.ask(())
        answered: list[int] = []
        # The rows are drawn when the answer has been filled in and the window has painted.
        fill = palette._on_found  # noqa: SLF001 what it is told of is what is waited for

        def on_found(rows: Any) -> None:
            fill(rows)
            answered.append(len(rows))

        palette._on_found = on_found  # type: ignore[method-assign]  # noqa: SLF001
        for what in ("а", *typed):
            answered.clear()
            begun = time.perf_counter()
            palette.box.setText(what)
            while not answered and time.perf_counter() - begun < 5:
                # Asleep until something comes: a loop that spins would starve the worker.
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            palette.repaint()
            QApplication.processEvents()
            taken.append((time.perf_counter() - begun) * 1000)
        palette.shut()
        host.close()
    return _percentiles(taken[1:])


def growth(sizes: Sequence[int]) -> None:
    """How the same searches cost more in a bigger club."""
    for size in sizes:
        with ExitStack() as stack:
            measured = _grown(size, stack)
            store, office = opened(measured)
            stack.enter_context(store)
            stack.enter_context(in_cache(measured.folder))
            typed = as_typed(office)[:400]
            ours, bare = _both(store, office, typed)
            found = notes(office)
        print(
            f"{size:>9} clients: typed {ours.p50:6.2f}/{ours.p99:6.2f} ms, its SQL alone"
            f" {bare.p50:6.2f}/{bare.p99:6.2f} ms, notes {found.p50:6.2f}/{found.p99:6.2f} ms",
            flush=True,
        )


def _grown(size: int, stack: ExitStack) -> Measured:
    """A million clients are the hundred thousand ten times over, in a copy; notes stay."""
    if size <= big_club.CLIENTS:
        return big_club.on_vault(size)
    folder = Path(tempfile.mkdtemp(prefix="vipdesk-grown-", dir=big_club.KEPT))
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    measured = big_club.copied(big_club.on_vault(big_club.CLIENTS), folder / "vault")
    store, _office = opened(measured)
    with store:
        base = store.read(lambda s: s.scalar(text("SELECT max(rowid) FROM search_entry")))
        for number in range(1, size // big_club.CLIENTS):
            store.write(lambda s, n=number: _once_more(s, n, base))
        store.write(lambda s: s.execute(text("ANALYZE")))
    return measured


def _once_more(session: Session, number: int, base: int) -> None:
    turned = f"'{0xA0 + number:02x}' || substr(object_id, 3)"
    session.execute(
        text(
            "INSERT INTO search_entry"
            " (rowid, kind, object_id, title, detail, tokens, tails, folded, sounded)"
            f" SELECT rowid + :step, kind, {turned}, title, detail, tokens, tails, folded, sounded"
            " FROM search_entry WHERE kind = 'client' AND rowid <= :base"
        ),
        {"step": number * base, "base": base},
    )
    for index, column in (("search_text", "tokens"), ("search_tail", "tails")):
        session.execute(
            text(
                f"INSERT INTO {index}(rowid, {column}) SELECT rowid, {column}"
                " FROM search_entry WHERE rowid > :last"
            ),
            {"last": number * base},
        )


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _percentiles(times: Sequence[float]) -> Times:
    cut = quantiles(times, n=100)
    return Times(cut[49], cut[98])


def _line(what: str, taken: Times, limit: float, unit: str = "ms") -> bool:
    held = taken.p99 <= limit
    print(
        f"{what:34} {taken.p50:8.2f} {taken.p99:8.2f} {limit:8.2f} {unit}"
        f"{'' if held else '  missed'}",
        flush=True,
    )
    return held


def _measure_all(store: Store, office: Office) -> tuple[bool, dict[str, Any]]:
    typed = as_typed(office)
    ours, bare = _both(store, office, typed)
    rested, rested_bare = _both(store, office, typed[::3], find)
    text_, seen = notes(office), painted(office, typed[:500])
    print(f"{'':34} {'p50':>8} {'p99':>8} {'limit':>8}")
    held = [
        _line("search as you type, read", ours, OF_RAW * bare.p99),
        _line("… its SQL by the bare driver", bare, bare.p99),
        _line("when the hand rests, with notes", rested, OF_RAW * rested_bare.p99),
        _line("… its SQL by the bare driver", rested_bare, rested_bare.p99),
        _line("search as you type, painted", seen, PAINTED_MS),
        _line("full text over notes", text_, NOTES_MS),
    ]
    figures = {
        "read": ours, "bare": bare, "rested": rested, "rested_bare": rested_bare,
        "painted": seen, "notes": text_,
    }  # fmt: skip
    return all(held), {name: {"p50": t.p50, "p99": t.p99} for name, t in figures.items()}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--clients", type=int, default=big_club.CLIENTS)
    parser.add_argument("--server", action="store_true", help="on PostgreSQL with rights")
    parser.add_argument("--who", default="manager", help="manager, head or coordinator")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--json", type=Path, default=Path("out/search.json"))
    chosen = parser.parse_args()
    if chosen.growth:
        growth((10_000, 100_000, 1_000_000))
        return 0
    if chosen.server:
        with big_club.on_server(chosen.clients) as made, in_cache(big_club.KEPT):
            office = made.office(chosen.who)
            held, figures = _measure_all(office._store, office)  # noqa: SLF001 its own SQL is asked
            office.close()
    else:
        measured = big_club.on_vault(chosen.clients)
        store, office = opened(measured)
        with store, in_cache(measured.folder):
            held, figures = _measure_all(store, office)
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    chosen.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
