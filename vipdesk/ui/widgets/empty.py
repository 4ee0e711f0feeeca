"""What stands where there is nothing yet, and while it is being read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.labels import Body, Icon, Subtitle
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.ui.context import Context, Text


class EmptyState(QWidget):
    """One sentence, one primary action, and a quiet second way (sample data)."""

    def __init__(
        self,
        context: Context,
        sentence: Text,
        *,
        icon: str = "info",
        hint: Text = "",
        action: Text = "",
        on: Callable[[], object] | None = None,
        second: Text = "",
        on_second: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.icon = Icon(context, icon, size=40, ink="text3")
        self.sentence = Subtitle(context, sentence, wrap=True)
        self.hint = Body(context, hint, ink="text2", wrap=True)
        self.primary = Button(context, action, kind="primary", on=on)
        self.second = Button(context, second, kind="link", on=on_second)
        # Hidden only: what is shown before it has a parent is a window of its own for a moment.
        for widget, text in ((self.hint, hint), (self.primary, action), (self.second, second)):
            if not text:
                widget.hide()
        for label in (self.sentence, self.hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = row(None, self.primary, self.second, None, gap=12)
        self.setLayout(
            column(None, self.icon, 4, self.sentence, self.hint, 8, buttons, None, margin=24)
        )

    def say(self, sentence: Text, hint: Text = "") -> None:
        """Another sentence: for example 'nothing found'."""
        self.sentence.show_text(sentence)
        self.hint.show_text(hint)
        self.hint.setVisible(bool(hint))


class Skeleton(QWidget, Speaking):
    """Grey bars in place of rows that are being read; shown only after 150 ms."""

    def __init__(self, context: Context, rows: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._rows = rows

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def sizeHint(self) -> QSize:
        """Enough for its rows."""
        return QSize(320, self._rows * self.context.look.tokens.size.row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars of differing widths, like lines of text."""
        look = self.context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ink("hover" if not look.dark else "surface"))
        step = look.tokens.size.row
        for i in range(self._rows):
            wide = self.width() * (0.62, 0.48, 0.55, 0.4)[i % 4]
            painter.drawRoundedRect(QRectF(0, i * step + 12, wide, 12), 6, 6)
            painter.drawRoundedRect(
                QRectF(self.width() * 0.75, i * step + 12, self.width() * 0.15, 12), 6, 6
            )
        painter.end()
