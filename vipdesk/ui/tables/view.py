"""The view of a table: the keyboard through and through."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

_PAUSE_MS = 1000  # after so long a new name is begun


class View(QTableView):
    """Enter opens, Tab leaves, letters go to a name: a table is one stop of the tab order."""

    opened = Signal()
    resized = Signal()
    scrolled = Signal()
    typed = Signal(str)
    menu_wanted = Signal(object, object)  # QModelIndex, global point

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()
        self._ground = QColor()
        # The view paints every pixel: what is still right after a scroll is moved, not drawn.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def wear(self, ground: QColor) -> None:
        """The colour behind the rows."""
        self._ground = ground
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground first, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; a space goes on with a name that is being typed."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # the sheet's main action
            else:
                self.opened.emit()
            return
        if event.key() == Qt.Key.Key_Space and self._typing() and not event.modifiers():
            self.keyboardSearch(" ")
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters typed one after another make the beginning of a name."""
        self._typed = self._typed + search if self._typing() else search
        self._since.start()
        if self._typed.strip():
            self.typed.emit(self._typed)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last row: rows are chosen, not cells."""
        model, move = self.model(), QAbstractItemView.CursorAction
        if action in (move.MoveHome, move.MoveEnd) and model is not None and model.rowCount():
            last = model.rowCount() - 1
            return model.index(0 if action == move.MoveHome else last, 0)
        return super().moveCursor(action, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the menu key for the row with the focus, by the mouse for the row under it."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.visualRect(index).bottomLeft()
        else:
            point = event.pos()
            index = self.indexAt(point)
        if index.isValid():
            self.menu_wanted.emit(index, self.viewport().mapToGlobal(point))
        event.accept()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Somewhere else is seen now."""
        super().scrollContentsBy(dx, dy)
        self.scrolled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretched columns take what is left."""
        super().resizeEvent(event)
        self.resized.emit()

    def lay_out(self) -> None:
        """Rows came: let the scroll bar know at once, so that a place can be gone to."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()

    def _typing(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < _PAUSE_MS
