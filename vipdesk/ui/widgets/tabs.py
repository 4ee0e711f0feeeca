"""Tabs inside a page: a row of words, the present one underlined, the rest behind *More*."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QStackedWidget, QWidget

from vipdesk.ui.widgets.buttons import Button, IconButton
from vipdesk.ui.widgets.card import column, hairline, row
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

_GAP = 16


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
        self.more_button = IconButton(context, "more", say("More tabs"), on=self._show_more)
        self.more_button.hide()
        self._row = row(self.more_button, None, gap=_GAP)
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
        self._fit()

    def show_title(self, key: str, title: Text) -> None:
        """Another title, for example with a count."""
        button = self._buttons[key]
        before = button.text()
        button.show_text(title)
        if button.text() != before:
            self._fit()

    @property
    def present(self) -> str:
        """The key of the tab that is shown."""
        return self._keys[self._stack.currentIndex()]

    def choose(self, key: str) -> None:
        """Show a tab; an unknown key is ignored (an old link)."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
            self._stack.setCurrentIndex(self._keys.index(key))
            self._fit()

    def _on_clicked(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.chosen.emit(self._keys[index])

    # What does not fit ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other tabs in sight."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As many tabs as there is room for, in their order; the present one is always there."""
        needed = {k: b.sizeHint().width() + _GAP for k, b in self._buttons.items()}
        room = self.width() + _GAP
        all_fit = sum(needed.values()) <= room
        if not all_fit:
            room -= self.more_button.sizeHint().width() + _GAP + needed[self.present]
        for key, button in self._buttons.items():
            if not all_fit and key != self.present:
                room -= needed[key]
            button.setVisible(all_fit or key == self.present or room >= 0)
        self.more_button.setVisible(not all_fit)

    def hidden(self) -> tuple[str, ...]:
        """Keys of the tabs that wait behind *More*."""
        return tuple(k for k, b in self._buttons.items() if b.isHidden())

    def _show_more(self) -> None:
        menu = QMenu(self)
        for key in self.hidden():
            menu.addAction(self._buttons[key].text(), partial(self._take, key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _take(self, key: str) -> None:
        self.choose(key)
        self._buttons[key].setFocus()
        self.chosen.emit(key)
