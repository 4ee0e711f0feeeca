"""Locks the desk when nobody works at it."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QWindow

_TICK_MS = 5_000
_ACTIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class IdleWatch(QObject):
    """`idle` once nobody pressed a key or moved the mouse for `minutes`.

    Filters the windows, not the application: a Python filter on every event is slow.
    """

    idle = Signal()

    def __init__(self, minutes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds = minutes * 60.0
        self._last = monotonic()
        self._cursor = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._on_window)

    def start(self) -> None:
        """Begin to watch, from now."""
        self._last = monotonic()
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
        if QCursor.pos() != self._cursor:
            self._cursor = QCursor.pos()
            self._last = monotonic()
        elif monotonic() - self._last >= self._seconds:
            self.stop()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is here."""
        if event.type() in _ACTIVE:
            self._last = monotonic()
        return super().eventFilter(watched, event)

    def _on_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
