"""Following something long in a worker: its progress comes to the window, a stop goes back."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from vipdesk.jobs.backups import Stage, Watch


class Follow(QObject):
    """One piece of work. `told(stage, per cent)` on the window's thread, each per cent once."""

    told = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stopped = Event()
        self._last: tuple[object, int] = (None, -1)

    def watch(self) -> Watch:
        """What the work is given."""
        from vipdesk.jobs.backups import Watch

        return Watch(self._tell, self._stopped.is_set)

    def stop(self) -> None:
        """The person, or a closing window, wants no more of it."""
        self._stopped.set()

    def _tell(self, stage: Stage, share: float) -> None:
        """In the worker, often."""
        now = (stage, int(share * 100))
        if now != self._last:
            self._last = now
            self.told.emit(*now)
