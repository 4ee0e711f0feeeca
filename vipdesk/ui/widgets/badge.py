"""A small word with a tone: tier, state, verdict. Never a colour without the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.theme.look import Look

_PAD, _ICON, _GAP = 8, 14, 4


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
    metrics = QFontMetrics(look.font("caption"))
    width = metrics.horizontalAdvance(text) + 2 * _PAD + (_ICON + _GAP if icon else 0)
    return QSize(width + 1, max(22, metrics.height() + 6))


def paint_badge(
    painter: QPainter, look: Look, box: QRectF, text: str, tone: Tone, *, icon: str = ""
) -> None:
    """Draw a badge into a box; tables use it too."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.ink("brass_deco") if tone is Tone.BRASS else Qt.PenStyle.NoPen)
    painter.setBrush(look.ink(tone.ground))
    radius = look.tokens.radius.badge
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    left = box.left() + _PAD
    if icon:
        icons.paint(
            painter, look, icon, QRectF(left, box.center().y() - _ICON / 2, _ICON, _ICON), tone.ink
        )
        left += _ICON + _GAP
    painter.setFont(look.font("caption"))
    painter.setPen(look.ink(tone.ink))
    words = QRectF(left, box.top(), box.right() - left - _PAD + 2, box.height())
    shown = QFontMetrics(painter.font()).elidedText(
        text, Qt.TextElideMode.ElideRight, int(words.width()) + 1
    )
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
