"""The search field of lists: waits for a pause in typing, clears by Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

_PAUSE_MS = 120


class SearchField(QLineEdit, Speaking):
    """`searched(text)` 120 ms after the last key, at once by Enter or when emptied."""

    searched = Signal(str)

    def __init__(self, context: Context, name: Text, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._last = ""
        self.setClearButtonEnabled(False)
        self.setMinimumWidth(240)
        self.speak(setPlaceholderText=name, setAccessibleName=name)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._search)
        self.restyle()

    def restyle(self) -> None:
        """Font and glass of the present look."""
        self.setFont(self.context.look.font("body"))
        self._glass.setIcon(icons.icon(self.context.look, "search", 16, "text3"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc empties the field first; a second Esc goes back."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._search()

    def _search(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._last:
            self._last = text
            self.searched.emit(text)
