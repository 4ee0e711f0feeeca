"""Draws a cell: hairline, selection with a bar, focus ring, badge, icon, second line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vipdesk.ui.tables.rows import Rows
from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Look, Tone
from vipdesk.ui.widgets.badge import badge_size, paint_badge

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column

Index = QModelIndex | QPersistentModelIndex
PAD = 12
_ICON = 16
_KEPT = 4000
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Pens:
    """Colours, fonts and cut words of one look: a frame of a list asks for each hundreds of
    times, so they are made once.
    """

    def __init__(self, look: Look) -> None:
        self.look = look
        self._inks: dict[str, QColor] = {}
        self._fonts: dict[tuple[str, bool], tuple[QFont, QFontMetrics]] = {}
        self._cut: dict[tuple[str, str, bool, int], str] = {}

    def ink(self, name: str) -> QColor:
        """A colour token."""
        found = self._inks.get(name)
        if found is None:
            found = self._inks[name] = self.look.ink(name)
        return found

    def line(
        self, painter: QPainter, box: QRectF, text: str, kind: str, ink: str, side: Qt.AlignmentFlag
    ) -> None:
        """One line of words, cut with '…' where they are too long."""
        tabular = "-" not in text
        font, metrics = self._font(kind, tabular)
        width = int(box.width())
        shown = self._cut.get((text, kind, tabular, width))
        if shown is None:
            if len(self._cut) > _KEPT:
                self._cut.clear()
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
            self._cut[text, kind, tabular, width] = shown
        painter.setFont(font)
        painter.setPen(self.ink(ink))
        painter.drawText(box, int(side | _MIDDLE), shown)

    def _font(self, kind: str, tabular: bool) -> tuple[QFont, QFontMetrics]:  # noqa: FBT001
        found = self._fonts.get((kind, tabular))
        if found is None:
            font = self.look.font(kind, tabular=tabular)
            found = self._fonts[kind, tabular] = (font, QFontMetrics(font))
        return found


class Cell(QStyledItemDelegate):
    """One cell of a table of `Rows`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._pens = Pens(context.look)

    @property
    def pens(self) -> Pens:
        """Of the present look."""
        if self._pens.look is not self._context.look:
            self._pens = Pens(self._context.look)
        return self._pens

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights come from the table."""
        return QSize(80, self._context.look.tokens.size.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it: ground, words, edges."""
        model = index.model()
        if not isinstance(model, Rows):
            return
        pens = self.pens
        number, place = index.row(), index.column()
        row: Any = model.row_at(number)
        box = QRectF(option.rect)
        state = option.state
        painter.save()
        self._paint_ground(
            painter,
            box,
            first=place == 0,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            under=bool(state & QStyle.StateFlag.State_MouseOver),
        )
        inner = box.adjusted(PAD, 0, -PAD, -1)
        if row is None:
            if place == 0:  # one sign for a row that is still being read: a drag shows hundreds
                pens.line(painter, inner, "…", "body", "text3", Qt.AlignmentFlag.AlignLeft)
        else:
            column = model.columns[place]
            said = model.said(number, place)
            if column.paint is not None:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                column.paint(pens, painter, inner, row, said)
            else:
                self._paint_words(painter, inner, column, row, said)
        self._paint_focus(painter, box, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, *, first: bool, chosen: bool, under: bool
    ) -> None:
        pens = self.pens
        if chosen:
            painter.fillRect(box, pens.ink("selected"))
            if first:
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), pens.ink("accent"))
        elif under:
            painter.fillRect(box, pens.ink("hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), pens.ink("border"))

    def _paint_focus(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """A ring around the whole row: rows are chosen, not cells."""
        view = self.parent()
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        if view.currentIndex().row() != index.row():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = box.adjusted(1, 1, -1, -2)
        last = index.model().columnCount() - 1
        painter.setPen(QPen(self.pens.ink("focus"), 2))
        painter.drawLine(ring.topLeft(), ring.topRight())
        painter.drawLine(ring.bottomLeft(), ring.bottomRight())
        if index.column() == 0:
            painter.drawLine(ring.topLeft(), ring.bottomLeft())
        if index.column() == last:
            painter.drawLine(ring.topRight(), ring.bottomRight())

    def _paint_words(
        self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, text: str
    ) -> None:
        pens = self.pens
        icon = column.icon(row) if column.icon is not None else ""
        tone = column.badge(row) if column.badge is not None else None
        second = self._context.text(column.second(row)) if column.second is not None else ""
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        half = box.height() / 2
        below = box.adjusted(0, half - 1, 0, -3)
        if tone is not None and text:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            upper = box.adjusted(0, 1, 0, -half + 3) if second else box
            self._paint_badge(painter, upper, column, text, tone, icon)
            if second:
                pens.line(painter, below, second, "caption", "text3", side)
            return
        if icon:
            spot = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, pens.look, icon, spot, "text2")
            box = box.adjusted(_ICON + 8, 0, 0, 0)
            below = below.adjusted(_ICON + 8, 0, 0, 0)
        ink = column.ink(row) if column.ink is not None else "text"
        kind = "strong" if column.strong else "body"
        if not second:
            pens.line(painter, box, text, kind, ink, side)
            return
        pens.line(painter, box.adjusted(0, 3, 0, -half + 3), text, kind, ink, side)
        pens.line(painter, below, second, "caption", "text3", side)

    def _paint_badge(
        self, painter: QPainter, box: QRectF, column: Column[Any], text: str, tone: Tone, icon: str
    ) -> None:
        look = self.pens.look
        icon = icon or ("lock" if tone is Tone.PRIVATE else "")
        size = badge_size(look, text, icon=icon)
        wide = min(float(size.width()), box.width())
        left = box.right() - wide if column.number else box.left()
        spot = QRectF(left, box.center().y() - size.height() / 2, wide, size.height())
        paint_badge(painter, look, spot, text, tone, icon=icon)
