"""Picks one thing by typing part of it: a client, a guest, a venue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

Found = Sequence[tuple[Any, "Text", "Text"]]
_PAUSE_MS = 120
_SHOWN = 8


class Picker(QLineEdit, Speaking):
    """`find(desk, typed)` runs in the worker and gives (id, words, second line) rows.

    `value()` is the id of what was picked, None while nothing is. Down and Up move, Enter picks.
    """

    edited = Signal()
    picked = Signal(object)

    def __init__(
        self,
        context: Context,
        find: Callable[[Any, str], Found],
        *,
        name: Text = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._find = find
        self._id: Any = None
        self._list = QListWidget(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self._list.setProperty("kind", "popup")
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # As high as its rows and no wider than the field: longer words are cut with '…'.
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self._list.setHorizontalScrollBarPolicy(never)
        self._list.setVerticalScrollBarPolicy(never)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.itemClicked.connect(self._pick)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._on_text_edited)
        if name:
            self.speak(setAccessibleName=name)
        self.restyle()

    def value(self) -> Any:
        """The id of what was picked."""
        return self._id

    def set_value(self, value: object) -> None:
        """Take a picked (id, words) pair, as a draft or a caller gives it; None empties."""
        if isinstance(value, tuple) and len(value) == 2:
            self._id = value[0]
            self.setText(self.context.text(value[1]))
        elif value is None:
            self._id = None
            self.clear()

    def restyle(self) -> None:
        """Font of the present size."""
        self.setFont(self.context.look.font("body"))
        self._list.setFont(self.context.look.font("body"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list go to it while it is open."""
        if not self._list.isVisible():
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow(
                max(0, min(self._list.count() - 1, self._list.currentRow() + step))
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self._list.currentItem()
            if item is not None:
                self._pick(item)
        elif key == Qt.Key.Key_Escape:
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The list goes when the field does."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        return super().event(event)

    def _on_text_edited(self, text: str) -> None:
        self._id = None
        self.edited.emit()
        if text.strip():
            self._pause.start()
        else:
            self._list.hide()

    def _ask(self) -> None:
        typed, find = self.text().strip(), self._find
        self.context.runner.read(lambda desk: find(desk, typed), self._show, owner=self)

    def _show(self, found: Found) -> None:
        self._list.clear()
        for key, words, second in list(found)[:_SHOWN]:
            first, more = self.context.text(words), self.context.text(second)
            item = QListWidgetItem(f"{first} · {more}" if more else first)
            item.setData(Qt.ItemDataRole.UserRole, (key, first))
            self._list.addItem(item)
        if not self._list.count() or not self.hasFocus():
            self._list.hide()
            return
        self._list.setCurrentRow(0)
        rows = sum(self._list.sizeHintForRow(row) for row in range(self._list.count()))
        edge = self._list.height() - self._list.viewport().height()
        self._list.setFixedSize(self.width(), rows + max(10, edge) + 2)
        self._list.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._list.show()

    def _pick(self, item: QListWidgetItem) -> None:
        self._id, words = item.data(Qt.ItemDataRole.UserRole)
        self.setText(words)
        self._list.hide()
        self.edited.emit()
        self.picked.emit(self._id)
