"""Tabs inside a page: a row of words, the present one underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, hairline, row

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class Tabs(QWidget):
    """`tabs.add("guests", say("Guests"), widget)`; `chosen(key)` when the person changes it."""

    chosen = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._keys: list[str] = []
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._on_clicked)
        self._row = row(None, gap=16)
        self._stack = QStackedWidget()
        box = column(self._row, hairline(), 12, gap=0)
        box.addWidget(self._stack, 1)
        self.setLayout(box)

    def add(self, key: str, title: Text, inside: QWidget) -> None:
        """Append a tab."""
        button = Button(self._context, title, kind="tab")
        button.setCheckable(True)
        button.setChecked(not self._keys)
        self._group.addButton(button, len(self._keys))
        self._row.insertWidget(len(self._keys), button)
        self._stack.addWidget(inside)
        self._keys.append(key)
        self._buttons[key] = button

    def show_title(self, key: str, title: Text) -> None:
        """Another title, for example with a count."""
        self._buttons[key].show_text(title)

    @property
    def present(self) -> str:
        """The key of the tab that is shown."""
        return self._keys[self._stack.currentIndex()]

    def choose(self, key: str) -> None:
        """Show a tab; an unknown key is ignored (an old link)."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self._stack.setCurrentIndex(self._keys.index(key))

    def _on_clicked(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.chosen.emit(self._keys[index])
