"""The tick of the open clubs: begun and ended in a worker, one for a club, none on a copy."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from vipdesk.access import Office
    from vipdesk.jobs.ticking import Jobs
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Opened

_FIRST_MS, _WIPE_MS = 5_000, 3_600_000


class Ticking(QObject):
    """One for a window. `present()` is the club that is open now."""

    def __init__(
        self, context: Context, present: Callable[[], Opened | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self.running: dict[int, Jobs] = {}
        self._context, self._present = context, present
        self._wiping = QTimer(self)
        self._wiping.setInterval(_FIRST_MS)
        self._wiping.timeout.connect(self.wipe_doors)
        self._wiping.start()

    def wipe_doors(self) -> None:
        """Guests of evenings that are over leave this laptop: soon after the start, then hourly."""
        self._wiping.setInterval(_WIPE_MS)
        folder = self._context.door_lists
        if folder is not None and folder.is_dir():
            work = partial(_wipe, folder, self._context.now())
            self._context.runner.background(work, _counted, owner=self, topic="wipe")

    def begin(self, opened: Opened) -> None:
        """Tick for this club; not on a copy: what is due is the team's own matter."""
        if opened.away is None:
            work = partial(self._start, opened)
            self._context.runner.background(work, self._on_started, owner=self)

    def stop(self, opened: Opened) -> None:
        """In a worker: wait for the tick that runs."""
        jobs = self.running.pop(id(opened), None)
        if jobs is not None:
            jobs.stop()

    def stop_all(self) -> None:
        """The desk closes."""
        for jobs in self.running.values():
            jobs.stop()

    # Inside ------------------------------------------------------------------------------------

    def _start(self, opened: Opened) -> Opened:
        """In a worker: APScheduler and the rooms above cost 200 ms to import."""
        from vipdesk.channels.transport import SmtpTransport
        from vipdesk.jobs.ticking import Jobs

        office = cast("Office", opened.office)
        tell = self._context.runner.changed.emit
        clock, live = self._context.clock, office.live(tell)
        jobs = Jobs(office, SmtpTransport(), clock, tell, live=live)
        self.running[id(opened)] = jobs
        jobs.start()
        return opened

    def _on_started(self, opened: Opened) -> None:
        """The desk may have been locked, or another person sat down, while the jobs began."""
        if self._present() is not opened:
            work = partial(self.stop, opened)
            self._context.runner.background(work, _nothing, owner=self)


def _wipe(folder: Path, now: datetime) -> int:
    """In a worker, imported there: no list, no import."""
    from vipdesk.events.door_list import wipe_due

    return wipe_due(folder, now)


def _counted(_wiped: int) -> None:
    """The log has the number."""


def _nothing(_result: None) -> None:
    """Nothing follows."""
