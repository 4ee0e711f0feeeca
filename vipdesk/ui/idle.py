"""Locks the desk when nobody works at it, or when the computer was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QWindow

_TICK_MS = 5_000
_SLEPT = 60.0
"""So much more on the wall clock than in running time: the computer was asleep."""
_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """`idle` once nobody pressed a key or moved the mouse for `minutes`, or after a sleep.

    Filters the windows, not the application: a Python filter on every event is slow. The wall
    clock goes on while a laptop sleeps, and the running clock of Linux and macOS stands still:
    what differs is sleep. Where both go on (Windows), a pause between two looks as long as the
    patience tells the same.
    """

    idle = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject | None = None,
        *,
        wall: Callable[[], float] = time.time,
        running: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._wall, self._running = wall, running
        self._seconds = minutes * 60.0
        self._last = running()
        self._seen = (wall(), running())
        self._cursor = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_window)

    def start(self) -> None:
        """Begin to watch, from now."""
        self._last = self._running()
        self._seen = (self._wall(), self._running())
        self._timer.start()
        self._on_window(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """The desk is locked."""
        self._timer.stop()

    def change(self, minutes: int) -> None:
        """Another patience."""
        self._seconds = minutes * 60.0

    def look(self) -> None:
        """Once every five seconds: has anything happened?"""
        if self._slept():
            self.stop()
            self.idle.emit()
        elif QCursor.pos() != self._cursor:
            self._cursor = QCursor.pos()
            self._last = self._running()
        elif self._running() - self._last >= self._seconds:
            self.stop()
            self.idle.emit()

    def _slept(self) -> bool:
        before, self._seen = self._seen, (self._wall(), self._running())
        wall, running = (now - then for now, then in zip(self._seen, before, strict=True))
        # A clock set by hand locks the desk once: harmless.
        return wall - running >= _SLEPT or wall >= self._seconds

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is here."""
        if event.type() in _ACTIVE:
            self._last = self._running()
        return super().eventFilter(watched, event)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
