"""The Qt item model over frozen rows: all in memory, or a list of keys read in parts."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column

Index = QModelIndex | QPersistentModelIndex
_KEPT_PARTS = 40
_KEPT_WORDS = 4000
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class Listed(Protocol):
    """The keys of a long list, in order: `clients.registry.ClientList`."""

    @property
    def total(self) -> int:
        """How many."""
        ...

    def id_at(self, place: int, /) -> Any:
        """The key at a place; None past the end."""
        ...

    def ids(self, first: int, last: int, /) -> Sequence[Any]:
        """Keys from a place to a place, both included."""
        ...

    def place_of(self, key: Any, /) -> int:
        """Where a key stands, -1 if not here."""
        ...


class Rows(QAbstractTableModel):
    """Frozen rows and the columns that show them.

    Of a long list (`show_list`) the keys are known and rows are read in parts; the parts least
    lately seen are forgotten. A row that is not there yet is None and shows an ellipsis. Looking
    never asks: the table does, for what is seen and a little ahead.
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
        self.listed: Listed | None = None
        self.part = 1
        self._parts: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._old: set[int] = set()
        self._said: dict[tuple[int, int], str] = {}
        self._sorted: tuple[int, bool] | None = None

    # Filling -----------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows, sorted as the person sorted before."""
        self.beginResetModel()
        self.listed = None
        self._forget()
        self._rows = list(rows)
        if self._sorted is not None:
            self._order(*self._sorted)
        self._total = len(self._rows)
        self.endResetModel()

    def show_list(self, listed: Listed, part: int) -> None:
        """Show a long list of which nothing is read yet."""
        self.beginResetModel()
        self._rows, self._total, self.listed, self.part = [], listed.total, listed, part
        self._forget()
        self.endResetModel()

    def grow_old(self) -> None:
        """The same list, but what its rows say may have changed: read again what is seen."""
        self._old = set(self._parts)

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns, or in another order."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._sorted = None
        self._said.clear()
        self.endResetModel()

    def fill(self, offset: int, rows: Sequence[Any], *, seen: bool = True) -> None:
        """A part has come. seen: any of it is on the screen and must be drawn."""
        number = offset // self.part
        again = number in self._parts
        self._old.discard(number)
        self._parts[number] = rows
        self._parts.move_to_end(number)
        while len(self._parts) > _KEPT_PARTS:
            gone, _ = self._parts.popitem(last=False)
            self._old.discard(gone)
        last = min(self._total, offset + len(rows)) - 1
        if again:
            for place in range(offset, last + 1):
                for column in range(len(self.columns)):
                    self._said.pop((place, column), None)
        if seen and last >= offset:
            self.dataChanged.emit(self.index(offset, 0), self.index(last, len(self.columns) - 1))

    def missing(self, first: int, last: int) -> int | None:
        """The offset of the first part between two places that must be read; None: all there."""
        if self.listed is None:
            return None
        first, last = max(0, first), min(last, self._total - 1)
        for number in range(first // self.part, last // self.part + 1):
            if number in self._parts:
                self._parts.move_to_end(number)
            if number not in self._parts or number in self._old:
                return number * self.part
        return None

    # Asking ------------------------------------------------------------------------------

    def row_at(self, number: int) -> Any:
        """The frozen row at a place; None if it is not read yet."""
        if self.listed is None:
            return self._rows[number] if 0 <= number < len(self._rows) else None
        part, place = divmod(number, self.part)
        rows = self._parts.get(part, ())
        return rows[place] if place < len(rows) else None

    def place_of(self, key: object) -> int:
        """Where the row with this id stands, -1 if it does not; a long list knows unread ones."""
        if self.listed is not None:
            return self.listed.place_of(key)
        for number, row in enumerate(self._rows):
            if self._key(row) == key:
                return number
        return -1

    def places_of(self, keys: Sequence[Any]) -> list[int]:
        """Where these stand, in order; who is not here is left out."""
        if len(keys) > 50:
            known = {k: n for n, k in enumerate(self.keys(0, self._total - 1))}
            found = [known.get(k, -1) for k in keys]
        else:
            found = [self.place_of(k) for k in keys]
        return sorted(p for p in found if p >= 0)

    def key_at(self, number: int) -> Any:
        """The id of the row at a place."""
        if self.listed is not None:
            return self.listed.id_at(number)
        row = self.row_at(number)
        return None if row is None else self._key(row)

    def keys(self, first: int, last: int) -> Sequence[Any]:
        """The ids from a place to a place, both included."""
        if self.listed is not None:
            return self.listed.ids(first, last)
        return [self._key(r) for r in self._rows[first : last + 1]]

    def said(self, number: int, column: int) -> str:
        """The words of a cell, made once: cells are painted many times."""
        found = self._said.get((number, column))
        if found is None:
            row = self.row_at(number)
            if row is None:
                return "…"
            found = self._context.text(self.columns[column].text(row))
            if len(self._said) > _KEPT_WORDS:
                self._said.clear()
            self._said[number, column] = found
        return found

    # Qt's questions: lookups, no database, no raise -----------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(  # noqa: PLR0911 a question a role
        self, index: Index, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Words, tip, alignment, and the row itself."""
        if not index.isValid():
            return None
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
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
        """Sort in memory; a long list is sorted by whoever reads it."""
        if not 0 <= column < len(self.columns) or self.columns[column].sort is None:
            return
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder)
        if self.listed is None:
            self.layoutAboutToBeChanged.emit()
            self._order(*self._sorted)
            self._said.clear()
            self.layoutChanged.emit()

    def speak(self) -> None:
        """Another language or format: everything is drawn again."""
        self._said.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(0, len(self.columns) - 1))
        if self._total:
            self.dataChanged.emit(
                self.index(0, 0), self.index(self._total - 1, len(self.columns) - 1)
            )

    def _spoken(self, number: int, column: int) -> str:
        """For screen readers: the first cell of a row says the row, the others their column too."""
        row = self.row_at(number)
        if row is None or column == 0:
            return self.said(number, column)
        title = self._context.text(self.columns[column].title)
        return f"{title}: {self.said(number, column)}"

    def _forget(self) -> None:
        self._parts.clear()
        self._old.clear()
        self._said.clear()

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
