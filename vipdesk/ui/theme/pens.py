"""Colours, fonts and laid-out words of one look: a frame of a list asks for each hundreds of times.

A line of words is shaped once and drawn many times (`QStaticText`): shaping is what costs.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText, QTransform

if TYPE_CHECKING:
    from vipdesk.ui.theme.look import Look

_KEPT = 1200  # about two kilobytes each
_UPRIGHT = QTransform()
_RIGHT = Qt.AlignmentFlag.AlignRight

Cut = tuple[QStaticText, QFont, float, float]  # words as they fit, their font, width, height


class Pens:
    """What a painter needs, made once for one look."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._inks: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], tuple[QFont, QFontMetrics]] = {}
        self._cut: OrderedDict[tuple[str, str, bool, int], Cut] = OrderedDict()

    def ink(self, name: str) -> QColor:
        """A colour token. Not to be changed."""
        found = self._inks.get(name)
        if found is None:
            found = self._inks[name] = QColor(self._look.colours.of(name))
        return found

    def metrics(self, kind: str, *, tabular: bool = False) -> QFontMetrics:
        """Of a step of the type scale."""
        return self._font(kind, tabular)[1]

    def cut(self, text: str, kind: str, room: float, *, tabular: bool = False) -> Cut:
        """One line of words, cut with '…' where they are too long for `room` pixels."""
        key = (text, kind, tabular, int(room))
        found = self._cut.get(key)
        if found is None:
            found = self._cut[key] = self._made(*key)
            if len(self._cut) > _KEPT:
                self._cut.popitem(last=False)
        return found

    def line(
        self, painter: QPainter, box: QRectF, text: str, kind: str, ink: str, side: Qt.AlignmentFlag
    ) -> float:
        """One line of words in the middle of a box; the width that it took.

        Figures are of one width, but not where a hyphen stands: Inter widens those with them.
        """
        words, font, width, height = self.cut(text, kind, box.width(), tabular="-" not in text)
        left = box.right() - width if side is _RIGHT else box.left()
        painter.setFont(font)
        painter.setPen(self.ink(ink))
        painter.drawStaticText(QPointF(left, box.top() + (box.height() - height) / 2), words)
        return width

    def _made(self, text: str, kind: str, tabular: bool, room: int) -> Cut:  # noqa: FBT001
        font, metrics = self._font(kind, tabular)
        words = QStaticText(text.replace("\n", " "))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.prepare(_UPRIGHT, font)
        if words.size().width() > room:
            words.setText(metrics.elidedText(words.text(), Qt.TextElideMode.ElideRight, room))
            words.prepare(_UPRIGHT, font)
        size = words.size()
        return words, font, size.width(), size.height()

    def _font(self, kind: str, tabular: bool) -> tuple[QFont, QFontMetrics]:  # noqa: FBT001
        found = self._fonts.get((kind, tabular))
        if found is None:
            font = self._look.font(kind, tabular=tabular)
            found = self._fonts[kind, tabular] = (font, QFontMetrics(font))
        return found
