"""Labels, one class a step of the type scale. Always plain text: data is never markup."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.speaking import Speaking, repolish

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class Label(QLabel, Speaking):
    """A text. `wrap` breaks lines, `elide` cuts one line with '…' and shows the whole as a tip."""

    kind: ClassVar[str] = "body"
    default_ink: ClassVar[str] = "text"

    def __init__(
        self,
        context: Context,
        text: Text = "",
        *,
        ink: str = "",
        wrap: bool = False,
        elide: bool = False,
        selectable: bool = False,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._step = kind or self.kind
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_ink(ink or self.default_ink)
        self.restyle()
        self.show_text(text)

    def show_text(self, text: Text) -> None:
        """Show a sentence or data."""
        self.speak(setText=text)
        if self._elide:
            self.setToolTip(self.text())

    def set_ink(self, ink: str) -> None:
        """The colour token of the words."""
        self.setProperty("ink", ink)
        repolish(self)

    def restyle(self) -> None:
        """Take the font of the present text size."""
        look = self.context.look
        self.setFont(look.font(self._step, tabular=self._step == "figure"))

    def respeak(self) -> None:
        """The tip follows the text."""
        if self._elide:
            self.setToolTip(self.text())

    def minimumSizeHint(self) -> QSize:
        """An eliding label may be as narrow as its neighbours need."""
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one line with '…' where it does not fit."""
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        fitting = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(self.alignment()), fitting)
        painter.end()


class Display(Label):
    """The one big heading of a page: PT Serif."""

    kind = "display"


class Title(Label):
    """A heading inside a page."""

    kind = "title"


class Subtitle(Label):
    """A heading of a card."""

    kind = "subtitle"


class Strong(Label):
    """Body text with weight."""

    kind = "strong"


class Body(Label):
    """Running text."""

    kind = "body"


class Caption(Label):
    """Small second text; never smaller than 12 px."""

    kind = "caption"
    default_ink = "text3"


class Figure(Label):
    """A big number: PT Serif."""

    kind = "figure"


class Icon(QLabel, Speaking):
    """An icon that stands beside words (so it needs no name of its own)."""

    def __init__(
        self,
        context: Context,
        name: str,
        *,
        size: int = 20,
        ink: str = "text2",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._name, self._size, self._ink = name, size, ink
        self.restyle()

    def show_icon(self, name: str, ink: str = "") -> None:
        """Another icon."""
        self._name, self._ink = name, ink or self._ink
        self.restyle()

    def restyle(self) -> None:
        """Draw in the present ink."""
        scale = self.devicePixelRatioF()
        self.setPixmap(icons.pixmap(self.context.look, self._name, self._size, self._ink, scale))
