"""Draws the rows of a table: hairline, selection with a bar, focus ring, badge, icon, second line.

By rows and not by cells as Qt's own delegates do: of what Qt asks anew for each of a hundred cells
(style options, states, indexes) a row needs one, and a frame must be drawn in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets.badge import badge_size, paint_badge

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column
    from vipdesk.ui.tables.rows import Rows
    from vipdesk.ui.tables.view import View

PAD = 12
_ICON = 16
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_ROOT = QModelIndex()

Place = tuple[int, float, float]  # a column, its left edge, its width


class RowPainter:
    """Paints the rows of one view of `Rows`, all of one height."""

    def __init__(
        self,
        context: Context,
        view: View,
        rows: Rows,
        *,
        begins: Callable[[Any], bool] | None = None,
    ) -> None:
        """begins: whether a firm line stands above a row, as above a new day."""
        self._context, self._view, self._rows, self._begins = context, view, rows, begins

    def paint(self, painter: QPainter, area: QRect) -> None:
        """What is seen of the table in this part of the view's viewport."""
        look = self._context.look
        painter.fillRect(area, look.pens.ink("surface"))
        view, count = self._view, self._rows.rowCount()
        first = view.rowAt(area.top())
        places = self._places(area)
        if first < 0 or not places:
            return
        high, top = view.rowHeight(first), view.rowViewportPosition(first)
        focused = view.currentIndex().row() if view.hasFocus() else -1
        for number in range(first, min(count, first + (area.bottom() - top) // high + 1)):
            self._paint_row(
                painter, number, places, top + (number - first) * high, high,
                ring=number == focused,
            )  # fmt: skip

    def _places(self, area: QRect) -> list[Place]:
        header = self._view.horizontalHeader()
        found = (
            (n, float(header.sectionViewportPosition(n)), float(header.sectionSize(n)))
            for n in range(len(self._rows.columns))
            if not header.isSectionHidden(n)
        )
        return [p for p in found if p[1] <= area.right() and p[1] + p[2] > area.left()]

    def _paint_row(
        self,
        painter: QPainter,
        number: int,
        places: Sequence[Place],
        top: int,
        high: int,
        *,
        ring: bool,
    ) -> None:
        pens, view, row = self._context.look.pens, self._view, self._rows.row_at(number)
        left, right = places[0][1], places[-1][1] + places[-1][2]
        whole = QRectF(left, top, right - left, high)
        picked = view.selectionModel()
        if picked.hasSelection() and picked.isRowSelected(number, _ROOT):
            painter.fillRect(whole, pens.ink("selected"))
            if places[0][0] == 0:
                painter.fillRect(QRectF(left, top, 3, high), pens.ink("accent"))
        elif number == view.under:
            painter.fillRect(whole, pens.ink("hover"))
        painter.fillRect(QRectF(left, top + high - 1, whole.width(), 1), pens.ink("border"))
        if row is None:
            # One sign for a row that is still being read: a drag shows hundreds of them.
            if places[0][0] == 0:
                inner = QRectF(left + PAD, top, places[0][2] - 2 * PAD, high - 1)
                pens.line(painter, inner, "…", "body", "text3", _LEFT)
        else:
            for place, at, wide in places:
                inner = QRectF(at + PAD, top, wide - 2 * PAD, high - 1)
                self._paint_cell(painter, inner, number, place, row)
            if self._begins is not None and number and self._begins(row):
                painter.fillRect(QRectF(left, top, whole.width(), 1), pens.ink("border_strong"))
        if ring:
            self._paint_ring(painter, whole)

    def _paint_ring(self, painter: QPainter, whole: QRectF) -> None:
        """Around the whole row: rows are chosen, not cells."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._context.look.pens.ink("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(whole.adjusted(1, 1, -1, -2))

    def _paint_cell(
        self, painter: QPainter, box: QRectF, number: int, place: int, row: Any
    ) -> None:
        column, said = self._rows.columns[place], self._rows.said(number, place)
        if column.paint is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            column.paint(self._context.look.pens, painter, box, row, said)
        else:
            self._paint_words(painter, box, column, row, said)

    def _paint_words(
        self, painter: QPainter, box: QRectF, column: Column[Any], row: Any, text: str
    ) -> None:
        look = self._context.look
        pens = look.pens
        icon = column.icon(row) if column.icon is not None else ""
        tone = column.badge(row) if column.badge is not None else None
        second = self._context.text(column.second(row)) if column.second is not None else ""
        side = _RIGHT if column.number else _LEFT
        half = box.height() / 2
        below = box.adjusted(0, half - 1, 0, -3)
        if tone is not None and text:
            upper = box.adjusted(0, 1, 0, -half + 3) if second else box
            self._paint_badge(painter, upper, column, text, tone, icon)
            if second:
                pens.line(painter, below, second, "caption", "text3", side)
            return
        if icon:
            spot = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
            icons.paint(painter, look, icon, spot, "text2")
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
        look = self._context.look
        icon = icon or ("lock" if tone is Tone.PRIVATE else "")
        size = badge_size(look, text, icon=icon)
        wide = min(float(size.width()), box.width())
        left = box.right() - wide if column.number else box.left()
        spot = QRectF(left, box.center().y() - size.height() / 2, wide, size.height())
        paint_badge(painter, look, spot, text, tone, icon=icon)
