"""Frames of the list while it is scrolled and its bar dragged; a profile opened and painted.

    uv run python -m benchmarks.painting --clients 100000      (on benchmarks.big_club)
    … --server                                                 (the same on PostgreSQL with rights)

A wheel and a bar move with each of the sixty frames of a screen, a held key 33 times a second.
A frame is what the window's thread does from one move of the bar to the end of painting it, rows
that came meanwhile included. The worker reads at the same time, as at the desk. Limit: 16 ms.
'cpu' is the thread's own work alone: it does not move with what else the machine is doing.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import quantiles
from typing import Any
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks import big_club, club
from benchmarks.warm import in_cache
from vipdesk.access import Office
from vipdesk.clients import registry
from vipdesk.clients.registry import ClientFilter
from vipdesk.clock import SystemClock
from vipdesk.settings import Settings
from vipdesk.ui.context import Context, Link
from vipdesk.ui.picture import settle
from vipdesk.ui.runner import Runner

FRAME_MS = 16.0
PROFILE_MS = 50.0
_SIZE = (1232, 800)
_KEY_MS = 1000 / 33  # a key held down comes again at most 33 times a second (macOS, at its fastest)


@contextmanager
def desk(office: Office) -> Iterator[Context]:
    """A context at work, without a window."""
    application = QApplication.instance() or QApplication(sys.argv)
    runner = Runner(office)
    context = Context(runner, Settings(), SystemClock())
    context.staff = office.staff
    context.look.wear(application)  # type: ignore[arg-type]
    try:
        yield context
    finally:
        settle(runner)
        runner.close()


Taken = tuple[list[float], list[float]]


def frames(moves: int, move: Callable[[int], None], every_ms: float = FRAME_MS) -> Taken:
    """Milliseconds of each frame, by the clock and of this thread alone."""
    taken, own = [], []
    for number in range(moves):
        begun, worked = time.perf_counter(), time.thread_time()
        move(number)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)  # and paints
        taken.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - worked) * 1000)
        # The worker reads in between.
        time.sleep(max(0.0, every_ms / 1000 - (time.perf_counter() - begun)))
    return taken, own


def scroll(context: Context, moves: int = 600) -> dict[str, Taken]:
    """The list opened on everybody: wheeled, paged, dragged to anywhere."""
    from vipdesk.ui.pages.clients_page import ClientsPage

    page = ClientsPage(context)
    page.resize(*_SIZE)
    page.show()
    settle(context.runner)
    page.show_everybody()
    settle(context.runner)
    view = page.table.view
    bar, high = view.verticalScrollBar(), view.viewport().height()
    found = {
        "wheel": frames(moves, lambda _n: bar.setValue(bar.value() + 60)),
        "page": frames(moves, lambda _n: bar.setValue(bar.value() + high), _KEY_MS),
        "drag": frames(moves, lambda n: bar.setValue(bar.maximum() * n // moves)),
        "jump": frames(moves, lambda n: bar.setValue(n * 7919 * 6151 % bar.maximum())),
    }
    settle(context.runner)
    page.close()
    page.deleteLater()
    return found


def profiles(context: Context, ids: list[UUID], *, ahead: bool) -> Taken:
    """Milliseconds from the wish to the painted profile.

    ahead: the cursor stood on the name before, as in a list or in the search box; else it is
    opened by a link, and nothing is known of the client.
    """
    from vipdesk.ui.pages.client_page import ClientPage

    page = ClientPage(context, Link("client", ids[0]))
    page.resize(*_SIZE)
    page.show()
    settle(context.runner)
    taken, own = [], []
    # As in the application: the thread sleeps until something comes, and takes no turns meanwhile.
    waiting = QEventLoop()
    context.runner.became_idle.connect(waiting.quit)
    for client_id in ids:
        if ahead:
            context.ahead.expect(client_id)
            while client_id not in context.ahead or not context.runner.idle:
                waiting.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        before = page.card
        begun, worked = time.perf_counter(), time.thread_time()
        page.open_link(Link("client", client_id))
        if page.card is before:
            waiting.exec()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)  # the last paint
        taken.append((time.perf_counter() - begun) * 1000)
        own.append((time.thread_time() - worked) * 1000)
    page.close()
    page.deleteLater()
    return taken, own


def some_ids(office: Office, count: int) -> list[UUID]:
    """Clients from all over the list."""
    opened = office.read(lambda d: registry.open_list(d, ClientFilter()))
    step = max(1, opened.total // count)
    found = (opened.id_at(n * step) for n in range(min(count, opened.total)))
    return [i for i in found if i is not None]


def told(what: str, taken: Taken, limit: float) -> str:
    """One line of the report."""
    clock, own = taken
    cuts, work = quantiles(clock, n=100), quantiles(own, n=100)
    late = sum(t > limit for t in clock)
    return (
        f"{what:<22} p50 {cuts[49]:6.1f}  p99 {cuts[98]:6.1f}  max {max(clock):6.1f} ms"
        f"  over {limit:.0f} ms: {late} of {len(clock)}"
        f"   cpu p50 {work[49]:.1f}  p99 {work[98]:.1f}  max {max(own):.1f}"
    )


def measure(office: Office, *, moves: int, opened: int) -> None:
    """Take and print."""
    begun = time.perf_counter()
    office.read(lambda d: registry.open_list(d, ClientFilter()))
    print(f"list opened: {(time.perf_counter() - begun) * 1000:.0f} ms")
    with desk(office) as context:
        for what, taken in scroll(context, moves).items():
            print(told(what, taken, FRAME_MS))
        ids = some_ids(office, opened)
        for what, ahead in (("profile, chosen before", True), ("profile, by a link", False)):
            print(told(what, profiles(context, ids, ahead=ahead), PROFILE_MS))


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.painting", description=__doc__)
    parser.add_argument("--clients", type=int, default=big_club.CLIENTS)
    parser.add_argument("--moves", type=int, default=600)
    parser.add_argument("--profiles", type=int, default=200)
    parser.add_argument("--server", action="store_true")
    chosen = parser.parse_args()
    taken: dict[str, Any] = {"moves": chosen.moves, "opened": chosen.profiles}
    if chosen.server:
        with big_club.on_server(chosen.clients) as team, in_cache(big_club.KEPT):
            measure(team.office("head"), **taken)
        return 0
    measured = big_club.on_vault(chosen.clients)
    store, office = club.opened(measured)
    with store, in_cache(measured.folder):
        measure(office, **taken)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
