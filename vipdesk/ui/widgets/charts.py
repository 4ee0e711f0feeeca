"""Pictures where people would rather look than read: drawn by QPainter from tokens (0.1 ms each).

Each has an accessible name that says its figures, for those who cannot see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class _Chart(QWidget, Speaking):
    def __init__(self, context: Context, size: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._hint = size

    def sizeHint(self) -> QSize:
        """As given."""
        return self._hint

    def minimumSizeHint(self) -> QSize:
        """As given."""
        return self._hint

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def respeak(self) -> None:
        """Words inside a picture."""
        self.update()

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter


class Ring(_Chart):
    """A part of a whole (capacity, score), with a figure in the middle."""

    def __init__(self, context: Context, *, size: int = 64, parent: QWidget | None = None) -> None:
        super().__init__(context, QSize(size, size), parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._part: float | None = None
        self._figure, self._ink = "", "accent"

    def show_part(
        self, part: float | None, figure: str, name: Text, *, ink: str = "accent"
    ) -> None:
        """`part` 0…1, or None for unknown (a dashed ring: unknown is not zero)."""
        self._part, self._figure, self._ink = part, figure, ink
        self.speak(setAccessibleName=name, setToolTip=name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        look, painter = self.context.look, self._painter()
        side = min(self.width(), self.height())
        thick = max(4, side // 12)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        box.adjust(thick, thick, -thick, -thick)
        pen = QPen(
            look.ink("border_strong" if self._part is None else "border"),
            thick if self._part is not None else 2,
        )
        if self._part is None:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawEllipse(box)
        if self._part:
            pen = QPen(look.ink(self._ink), thick)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(min(1.0, self._part) * 360 * 16))
        font = look.font("strong")
        font.setPixelSize(max(12, round(side / 4.2)))
        # “200/40” would run over the ring: long figures are smaller.
        wide, room = QFontMetricsF(font).horizontalAdvance(self._figure), box.width() - 2 * thick
        if 0 < room < wide:
            font.setPixelSize(max(9, int(font.pixelSize() * room / wide)))
        painter.setFont(font)
        painter.setPen(look.ink("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._figure)
        painter.end()


class Sparkline(_Chart):
    """A small line of values in order; the last point is marked."""

    def __init__(
        self, context: Context, *, width: int = 120, height: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, QSize(width, height), parent)
        self._values: tuple[float | None, ...] = ()
        self._ink = "accent"

    def show_values(
        self, values: Sequence[float | None], name: Text, *, ink: str = "accent"
    ) -> None:
        """None is a gap: nothing known, not zero."""
        self._values, self._ink = tuple(values), ink
        self.speak(setAccessibleName=name, setToolTip=name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        known = [v for v in self._values if v is not None]
        if not known:
            return
        look, painter = self.context.look, self._painter()
        low, high = min(known), max(known)
        span = (high - low) or 1.0
        step = (self.width() - 8) / max(1, len(self._values) - 1)
        line: list[QPointF] = []
        painter.setPen(QPen(look.ink(self._ink), 1.5))
        for i, value in enumerate(self._values):
            if value is None:
                painter.drawPolyline(QPolygonF(line))
                line = []
                continue
            level = 0.5 if high == low else (value - low) / span
            line.append(QPointF(4 + i * step, self.height() - 4 - level * (self.height() - 8)))
        painter.drawPolyline(QPolygonF(line))
        if line:
            painter.setBrush(look.ink(self._ink))
            painter.drawEllipse(line[-1], 2.5, 2.5)
        painter.end()


class Bars(_Chart):
    """Horizontal bars with their words and figures: causes, drivers, channels.

    label_width: of the words; longer ones get up to two fifths of the picture, and where that
    is not enough a tip says them whole.
    """

    def __init__(
        self, context: Context, *, label_width: int = 160, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, QSize(320, 24), parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label_width = label_width
        self._rows: tuple[tuple[Text, float, str, str], ...] = ()
        self._full = 0.0

    def show_bars(
        self, rows: Sequence[tuple[Text, float, str, str]], name: Text, *, full: float = 0.0
    ) -> None:
        """Rows of (words, value, figure as text, ink token); below zero goes to the left.

        full: the value of a whole bar, where it is not the largest of the rows.
        """
        self._rows, self._full = tuple(rows), full
        self.speak(setAccessibleName=name)
        look = self.context.look
        self._hint = QSize(320, max(1, len(rows)) * look.px(28))
        self.setMinimumHeight(self._hint.height())
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if not self._rows:
            return
        look, painter = self.context.look, self._painter()
        font = look.font("body")
        painter.setFont(font)
        metrics = QFontMetrics(font)
        figures = max(metrics.horizontalAdvance(figure) for _, _, figure, _ in self._rows) + 12
        for_words = self._for_words(metrics)
        room = max(24.0, self.width() - for_words - figures - 12)
        low = min(0.0, *(v for _, v, _, _ in self._rows))
        high = max(self._full, *(v for _, v, _, _ in self._rows))
        span = (high - low) or 1.0
        zero = for_words + room * (-low / span)
        step = look.px(28)
        for i, (words, value, figure, ink) in enumerate(self._rows):
            top = i * step
            painter.setPen(look.ink("text"))
            label = metrics.elidedText(
                self.context.text(words), Qt.TextElideMode.ElideRight, for_words - 12
            )
            middle = int(Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRectF(0, top, for_words - 12, step), middle, label)
            wide = abs(value) / span * room
            left = zero if value >= 0 else zero - wide
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.ink(ink))
            if value:
                box = QRectF(left, top + step / 2 - 5, max(2.0, wide), 10)
                painter.drawRoundedRect(box, 3, 3)
            painter.setPen(look.ink("text2"))
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(QRectF(self.width() - figures, top, figures, step), right, figure)
        painter.end()

    def _for_words(self, metrics: QFontMetrics) -> int:
        said = (self.context.text(words) for words, *_ in self._rows)
        longest = max(metrics.horizontalAdvance(words) for words in said) + 16
        return max(self._label_width, min(longest, self.width() * 2 // 5))

    def event(self, event: QEvent) -> bool:
        """The words of a bar as a tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = event.pos().y() // self.context.look.px(28)
            if 0 <= at < len(self._rows):
                QToolTip.showText(event.globalPos(), self.context.text(self._rows[at][0]), self)
            return True
        return super().event(event)
