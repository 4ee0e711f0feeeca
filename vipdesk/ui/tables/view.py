"""The view of a table: the keyboard through and through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

if TYPE_CHECKING:
    from vipdesk.ui.tables.painting import RowPainter

_Index = QModelIndex | QPersistentModelIndex
_PAUSE_MS = 1000  # after so long a new name is begun


class View(QTableView):
    """Enter opens, Tab leaves, letters go to a name: a table is one stop of the tab order."""

    opened = Signal()
    resized = Signal()
    painted = Signal()  # what is seen now stands on the screen
    typed = Signal(str)
    menu_wanted = Signal(object, object)  # QModelIndex, global point

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._since = QElapsedTimer()
        self._entered = -1
        self._painter: RowPainter | None = None
        # The view paints every pixel: what is still right after a scroll is moved, not drawn.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(self._on_left)

    def paint_with(self, painter: RowPainter) -> None:
        """Who draws the rows."""
        self._painter = painter
        self.viewport().update()

    @property
    def under(self) -> int:
        """The row under the pointer, -1 if none is."""
        return self._entered if self.viewport().underMouse() else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, then the rows."""
        if self._painter is None:
            return
        painter = QPainter(self.viewport())
        self._painter.paint(painter, event.rect())
        painter.end()
        self.painted.emit()

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

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """The ring stands around whole rows, where Qt paints one cell anew."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                top = self.rowViewportPosition(index.row())
                high = self.rowHeight(index.row())
                self.viewport().update(0, top, self.viewport().width(), high)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretched columns take what is left."""
        super().resizeEvent(event)
        self.resized.emit()

    def lay_out(self) -> None:
        """Rows came: let the scroll bar know at once, so that a place can be gone to."""
        self.executeDelayedItemsLayout()
        self.updateGeometries()

    def _on_entered(self, index: QModelIndex) -> None:
        self._entered = index.row()

    def _on_left(self) -> None:
        self._entered = -1

    def _typing(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < _PAUSE_MS
