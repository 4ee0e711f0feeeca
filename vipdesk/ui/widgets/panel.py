"""The side panel: what does not fit into seven columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from vipdesk.ui.widgets.buttons import IconButton
from vipdesk.ui.widgets.card import clear, column, row, scrolled
from vipdesk.ui.widgets.labels import Subtitle
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class SidePanel(QFrame):
    """A panel at the right of a page: title, close button, `panel.body` column that scrolls."""

    closed = Signal()

    def __init__(
        self, context: Context, title: Text = "", *, width: int = 320, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setFixedWidth(width)
        self.title = Subtitle(context, title, elide=True)
        self.close_button = IconButton(context, "close", say("Close the panel"), on=self.shut)
        head = row(gap=8)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        inside = QWidget()
        self.body = column(gap=12)
        self.body.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self.body)
        box = column(head, gap=12, margin=16)
        box.addWidget(scrolled(inside), 1)
        self.setLayout(box)

    def open(self, title: Text) -> None:
        """Show it with a title."""
        self.title.show_text(title)
        self.show()

    def shut(self) -> None:
        """Hide it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def clear(self) -> None:
        """Empty the column."""
        clear(self.body)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shuts the panel first."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)
