"""What the desk puts on the clipboard is taken back after a while, on a lock and at the end.

A copied telephone number is personal data in a place that every program reads, and that
clipboard histories and clouds keep. So whatever the desk's own windows copy (Ctrl+C in any
field too) is marked as a secret for the histories that heed it, and cleared if it is still
ours: what somebody copied elsewhere meanwhile is left alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

SECONDS = 45
_OURS = "application/x-vipdesk-copied"
# Read by clipboard histories of their platform, ignored elsewhere. macOS has a mark of its own
# (org.nspasteboard.ConcealedType) that Qt cannot write from Python: there the time limit is all.
_CONCEALED = {
    "x-kde-passwordManagerHint": b"secret",  # Klipper, CopyQ, KDE Connect
    "ExcludeClipboardContentFromMonitorProcessing": b"1",  # Windows' history and cloud
}


class Clipboard(QObject):
    """The clipboard as the desk uses it. `cleared` when it took its own words back."""

    cleared = Signal()

    def __init__(
        self,
        seconds: int = SECONDS,
        parent: QObject | None = None,
        *,
        owns: Callable[[], bool] | None = None,
    ) -> None:
        """`owns` tells whether a window of this process copied last; by default Qt says it."""
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.clear)
        application = QGuiApplication.instance()
        self._board: QClipboard | None = None
        if isinstance(application, QGuiApplication):
            self._board = application.clipboard()
            self._board.dataChanged.connect(self._on_changed)
        self._owns = owns or (self._board.ownsClipboard if self._board is not None else bool)

    def change(self, seconds: int) -> None:
        """Another patience; what is on the clipboard gets it too."""
        if seconds * 1000 != self._timer.interval():
            self._timer.setInterval(seconds * 1000)  # a running timer begins anew

    def copy(self, text: str) -> None:
        """Put a text there, for a while and marked as a secret."""
        if self._board is not None:
            self._board.setMimeData(concealed(text))

    def clear(self) -> None:
        """Take back what is still ours."""
        self._timer.stop()
        board = self._board
        if board is None:
            return
        if board.supportsSelection() and board.ownsSelection():
            board.clear(QClipboard.Mode.Selection)  # X11: text marked with the mouse
        if self._ours():
            board.clear()
            self.cleared.emit()

    def _ours(self) -> bool:
        data = self._board.mimeData() if self._board is not None else None
        return data is not None and data.hasFormat(_OURS)

    def _on_changed(self) -> None:
        """Somebody copied: if it was one of our fields, mark it and start the clock."""
        board = self._board
        if self._ours():
            self._timer.start()
        # Another program's words are not even read: they may be large, or slow to come.
        elif board is not None and self._owns() and (text := board.text()):
            self.copy(text)
        else:
            self._timer.stop()


def concealed(text: str) -> QMimeData:
    """A text with the marks that tell clipboard histories to leave it alone."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    for kind, mark in _CONCEALED.items():
        if kind.startswith("Exclude") and sys.platform != "win32":
            continue
        data.setData(kind, mark)
    return data
