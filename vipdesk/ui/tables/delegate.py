"""Draws a cell: hairline, selection with a bar, focus ring, badge, icon, second line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from vipdesk.ui.tables.rows import ROW_ROLE, Rows
from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets.badge import badge_size, paint_badge

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column

Index = QModelIndex | QPersistentModelIndex
PAD = 12
_ICON = 16


class Cell(QStyledItemDelegate):
    """One cell of a table of `Rows`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Heights come from the table."""
        return QSize(80, self._context.look.tokens.size.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it: ground, words, edges."""
        model = index.model()
        if not isinstance(model, Rows):
            return
        row: Any = index.data(ROW_ROLE)
        column = model.columns[index.column()]
        box = QRectF(option.rect)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(
            painter, box, index, chosen=chosen, under=bool(state & QStyle.StateFlag.State_MouseOver)
        )
        inner = box.adjusted(PAD, 0, -PAD, -1)
        if row is None:
            painter.setPen(self._context.look.ink("text3"))
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), "…")
        else:
            self._paint_words(painter, inner, column, row)
        self._paint_focus(painter, box, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRectF, index: Index, *, chosen: bool, under: bool
    ) -> None:
        look = self._context.look
        if chosen:
            painter.fillRect(box, look.ink("selected"))
            if index.column() == 0:
                painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), look.ink("accent"))
        elif under:
            painter.fillRect(box, look.ink("hover"))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), look.ink("border"))

    def _paint_focus(self, painter: QPainter, box: QRectF, index: Index) -> None:
        """A ring around the whole row: rows are chosen, not cells."""
        view = self.parent()
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        if view.currentIndex().row() != index.row():
            return
        ring = box.adjusted(1, 1, -1, -2)
        last = index.model().columnCount() - 1
        painter.setPen(QPen(self._context.look.ink("focus"), 2))
        painter.drawLine(ring.topLeft(), ring.topRight())
        painter.drawLine(ring.bottomLeft(), ring.bottomRight())
        if index.column() == 0:
            painter.drawLine(ring.topLeft(), ring.bottomLeft())
        if index.column() == last:
            painter.drawLine(ring.topRight(), ring.bottomRight())

    def _paint_words(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any) -> None:
        look, text = self._context.look, self._context.text(column.text(row))
        icon = column.icon(row) if column.icon is not None else ""
        tone = column.badge(row) if column.badge is not None else None
        if tone is not None and text:
            self._paint_badge(painter, box, column, text, tone, icon)
            return
        if icon:
            spot = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, look, icon, spot, "text2")
            box = box.adjusted(_ICON + 8, 0, 0, 0)
        second = self._context.text(column.second(row)) if column.second is not None else ""
        ink = column.ink(row) if column.ink is not None else "text"
        side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        kind = "strong" if column.strong else "body"
        if not second:
            self._line(painter, box, text, kind, ink, side)
            return
        half = box.height() / 2
        self._line(painter, box.adjusted(0, 3, 0, -half + 3), text, kind, ink, side)
        self._line(painter, box.adjusted(0, half - 1, 0, -3), second, "caption", "text3", side)

    def _line(
        self, painter: QPainter, box: QRectF, text: str, kind: str, ink: str, side: Qt.AlignmentFlag
    ) -> None:
        look = self._context.look
        painter.setFont(look.font(kind, tabular="-" not in text))
        painter.setPen(look.ink(ink))
        shown = QFontMetrics(painter.font()).elidedText(
            text, Qt.TextElideMode.ElideRight, int(box.width())
        )
        painter.drawText(
            box, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown
        )

    def _paint_badge(
        self, painter: QPainter, box: QRectF, column: Column[Any], text: str, tone: Tone, icon: str
    ) -> None:
        look = self._context.look
        icon = icon or ("lock" if tone is Tone.PRIVATE else "")
        size = badge_size(look, text, icon=icon)
        wide = min(float(size.width()), box.width())
        left = box.right() - wide if column.number else box.left()
        spot = QRectF(left, box.center().y() - size.height() / 2, wide, size.height())
        paint_badge(painter, look, spot, text, tone, icon=icon)
