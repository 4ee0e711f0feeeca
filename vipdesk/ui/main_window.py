"""The window: shown first, empty, and filled later; files dropped on it; its place kept.

Imports Qt and nothing slow: what the first paint waits for is listed here and in
vipdesk/tokens.py. Screens (unlock, first run, the shell) are put in by the composition root.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QDragEnterEvent, QDropEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from vipdesk.tokens import Colours, Size


class MainWindow(QMainWindow):
    """`first_painted` once, when the empty window is on the screen."""

    first_painted = Signal()
    files_dropped = Signal(object)  # list[Path]
    closing = Signal()

    def __init__(self, colours: Colours, size: Size) -> None:
        super().__init__()
        self._painted = False
        # No names of people here: titles are seen in task lists and screen sharing.
        self.setWindowTitle("VIP Desk")
        self.setMinimumSize(size.window_width, size.window_height)
        self.resize(self._first_size())
        self.setAcceptDrops(True)
        ground = self.palette()
        ground.setColor(QPalette.ColorRole.Window, QColor(colours.canvas))
        self.setPalette(ground)

    def _first_size(self) -> QSize:
        """1440 × 900, or what the screen has beside its bars; never under the smallest window."""
        wanted = QSize(1440, 900)
        return wanted.boundedTo(self.screen().availableSize()).expandedTo(self.minimumSize())

    def show_screen(self, screen: QWidget) -> None:
        """Put a screen in; the one before is deleted with everything it shows."""
        before = self.takeCentralWidget()
        if before is not None and before is not screen:
            before.hide()
            before.deleteLater()
        self.setCentralWidget(screen)
        screen.show()

    def keep_place(self) -> str:
        """Where the window stands, to be remembered."""
        return b64encode(self.saveGeometry().data()).decode("ascii")

    def take_place(self, kept: str) -> None:
        """Stand where it stood; what cannot be read is ignored."""
        try:
            geometry = b64decode(kept, validate=True)
        except (Base64Error, ValueError):
            return
        if geometry:
            self.restoreGeometry(QByteArray(geometry))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is on the screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._tell)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer are welcome."""
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files were dropped."""
        files = _files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell before it goes."""
        self.closing.emit()
        super().closeEvent(event)

    def _tell(self) -> None:
        self.first_painted.emit()


def _files(dragged: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dragged.urls() if url.isLocalFile()]
