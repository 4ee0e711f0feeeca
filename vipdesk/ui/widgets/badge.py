"""A small word with a tone: tier, state, verdict. Never a colour without the word."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.theme.look import Look

_PAD, _ICON, _GAP = 8, 14, 4
_WHOLE = 10_000  # a badge's word is never cut for its own size


class Badge(QWidget, Speaking):
    """A word on its tone. PRIVATE always gets the lock icon."""

    def __init__(
        self,
        context: Context,
        text: Text = "",
        tone: Tone = Tone.NEUTRAL,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._text, self._tone, self._icon = "", tone, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_badge(text, tone, icon=icon)

    def show_badge(self, text: Text, tone: Tone | None = None, *, icon: str = "") -> None:
        """Another word or tone."""
        if tone is not None:
            self._tone = tone
        self._icon = icon or ("lock" if self._tone is Tone.PRIVATE else "")
        self.speak(_set_word=text)

    def _set_word(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Another text size or theme."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return badge_size(self.context.look, self._text, icon=self._icon)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_badge(
            painter, self.context.look, QRectF(self.rect()), self._text, self._tone, icon=self._icon
        )
        painter.end()


def badge_size(look: Look, text: str, *, icon: str = "") -> QSize:
    """How big a badge is."""
    _, _, wide, high = look.pens.cut(text, "caption", _WHOLE)
    return QSize(ceil(wide) + 2 * _PAD + (_ICON + _GAP if icon else 0) + 1, max(22, ceil(high) + 6))


def paint_badge(
    painter: QPainter, look: Look, box: QRectF, text: str, tone: Tone, *, icon: str = ""
) -> None:
    """Draw a badge into a box; tables use it too."""
    pens = look.pens
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pens.ink("brass_deco") if tone is Tone.BRASS else Qt.PenStyle.NoPen)
    painter.setBrush(pens.ink(tone.ground))
    radius = look.tokens.radius.badge
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = box.left() + _PAD
    if icon:
        icons.paint(
            painter, look, icon, QRectF(left, box.center().y() - _ICON / 2, _ICON, _ICON), tone.ink
        )
        left += _ICON + _GAP
    words, font, _, high = pens.cut(text, "caption", box.right() - left - _PAD + 3)
    painter.setFont(font)
    painter.setPen(pens.ink(tone.ink))
    painter.drawStaticText(QPointF(left, box.top() + (box.height() - high) / 2), words)
