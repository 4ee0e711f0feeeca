"""The Qt item model over frozen rows: all in memory, or a window over many."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column

Index = QModelIndex | QPersistentModelIndex
WINDOW = 200
_KEPT_WINDOWS = 12
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class Rows(QAbstractTableModel):
    """Frozen rows and the columns that show them.

    In a window (`show_window`) rows are asked for by offset in parts of 200 and the oldest
    parts are forgotten; a row that is not there yet is None and shows an ellipsis.
    """

    def __init__(
        self,
        context: Context,
        columns: Sequence[Column[Any]],
        key: Callable[[Any], Any] = attrgetter("id"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.columns = tuple(columns)
        self._key = key
        self._rows: list[Any] = []
        self._total = 0
        self._ask: Callable[[int], None] | None = None
        self._windows: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._asked: set[int] = set()
        self._sorted: tuple[int, bool] | None = None

    # Filling -----------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, sorted as the person sorted before."""
        self.beginResetModel()
        self._ask = None
        self._windows.clear()
        self._rows = list(rows)
        if self._sorted is not None:
            self._order(*self._sorted)
        self._total = len(self._rows)
        self.endResetModel()

    def show_window(self, total: int, ask: Callable[[int], None]) -> None:
        """Show `total` rows of which only parts are read: `ask(offset)` must lead to `fill`."""
        self.beginResetModel()
        self._rows, self._total, self._ask = [], total, ask
        self._windows.clear()
        self._asked.clear()
        self.endResetModel()

    def fill(self, offset: int, rows: Sequence[Any]) -> None:
        """A part has come."""
        number = offset // WINDOW
        self._asked.discard(number)
        self._windows[number] = rows
        while len(self._windows) > _KEPT_WINDOWS:
            self._windows.popitem(last=False)
        last = min(self._total, offset + len(rows)) - 1
        if last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(self.columns) - 1))

    # Asking ------------------------------------------------------------------------------

    def row_at(self, number: int) -> Any:
        """The frozen row at a place; None if it is not read yet."""
        if self._ask is None:
            return self._rows[number] if 0 <= number < len(self._rows) else None
        part, place = divmod(number, WINDOW)
        rows = self._windows.get(part)
        if rows is None:
            if part not in self._asked and 0 <= number < self._total:
                self._asked.add(part)
                self._ask(part * WINDOW)
            return None
        self._windows.move_to_end(part)
        return rows[place] if place < len(rows) else None

    def place_of(self, key: object) -> int:
        """Where the row with this id stands, -1 if it does not."""
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return number
        for part, rows in self._windows.items():
            for place, row in enumerate(rows):
                if self._key(row) == key:
                    return part * WINDOW + place
        return -1

    def key_at(self, number: int) -> Any:
        """The id of the row at a place."""
        row = self.row_at(number)
        return None if row is None else self._key(row)

    # Qt's questions: lookups, no database, no raise -----------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, tip, alignment, and the row itself."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return "…" if row is None else self._context.text(column.text(row))
        if role == Qt.ItemDataRole.ToolTipRole and row is not None and column.tip is not None:
            return self._context.text(column.tip(row))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, aligned as their columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._context.text(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(self.columns[section])
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort in memory; a window is sorted by whoever reads it."""
        if not 0 <= column < len(self.columns) or self.columns[column].sort is None:
            return
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder)
        if self._ask is None:
            self.layoutAboutToBeChanged.emit()
            self._order(*self._sorted)
            self.layoutChanged.emit()

    def speak(self) -> None:
        """Another language or format: everything is drawn again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.columns) - 1))
        if self._total:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1)
            )

    def _order(self, column: int, descending: bool) -> None:  # noqa: FBT001
        by = self.columns[column].sort
        if by is None:
            return
        known = [r for r in self._rows if by(r) is not None]
        unknown = [r for r in self._rows if by(r) is None]
        known.sort(key=by, reverse=descending)
        self._rows = known + unknown


def _side(column: Column[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
