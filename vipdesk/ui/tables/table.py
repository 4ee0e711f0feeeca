"""The table of a page: a rounded frame around a view with fixed sections and whole-row choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from vipdesk.ui.tables.delegate import Cell
from vipdesk.ui.tables.rows import Rows
from vipdesk.ui.widgets.card import column
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.tables.column import Column


class _View(QTableView):
    """Enter opens, Tab leaves: a table is one stop of the tab order."""

    opened = Signal()
    resized = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                event.ignore()  # the sheet's main action
            else:
                self.opened.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stretched columns take what is left."""
        super().resizeEvent(event)
        self.resized.emit()


class Table(QFrame, Speaking):
    """Rows of frozen dataclasses with an `id` (or another `key`).

    `opened(row)` by double click or Enter, `chosen(row | None)` when the choice changes,
    `menu_requested(row, global point)`. The choice is kept by id over `show_rows`.
    """

    opened = Signal(object)
    chosen = Signal(object)
    menu_requested = Signal(object, object)
    sort_requested = Signal(int, bool)

    def __init__(
        self,
        context: Context,
        name: Text,
        columns: Sequence[Column[Any]],
        *,
        key: Callable[[Any], Any] = attrgetter("id"),
        many: bool = False,
        frameless: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self.columns = tuple(columns)
        if not frameless:
            self.setProperty("kind", "card")
        self.rows = Rows(context, self.columns, key, self)
        self._showing = False
        self._build(many=many)
        self.speak(_name_view=name)
        self.setFocusProxy(self.view)
        self.restyle()

    # What pages call -----------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the choice is kept by id, the place of the scroll bar too."""
        kept, scroll = self.chosen_ids(), self.view.verticalScrollBar().value()
        self._showing = True
        self.rows.show_rows(rows)
        self._choose_again(kept)
        self._showing = False
        self.view.verticalScrollBar().setValue(scroll)
        self._spread()
        if kept != self.chosen_ids():
            self.chosen.emit(self.chosen_row())

    def show_window(self, total: int, ask: Callable[[int], None]) -> None:
        """Show many rows of which parts are read when seen; answer `ask(offset)` by `fill`."""
        self.rows.show_window(total, ask)
        self._spread()

    def fill(self, offset: int, rows: Sequence[Any]) -> None:
        """A part that was asked for."""
        self.rows.fill(offset, rows)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.rows.rowCount()

    def chosen_row(self) -> Any:
        """The chosen row, None if none or several are."""
        places = self.view.selectionModel().selectedRows()
        return self.rows.row_at(places[0].row()) if len(places) == 1 else None

    def chosen_rows(self) -> tuple[Any, ...]:
        """All chosen rows, in order."""
        places = sorted(i.row() for i in self.view.selectionModel().selectedRows())
        return tuple(r for r in map(self.rows.row_at, places) if r is not None)

    def chosen_ids(self) -> tuple[Any, ...]:
        """Their ids."""
        places = sorted(i.row() for i in self.view.selectionModel().selectedRows())
        return tuple(k for k in map(self.rows.key_at, places) if k is not None)

    def choose(self, key: object, *, move: bool = True) -> bool:
        """Choose a row by id; False if it is not here."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        self.view.selectRow(place)
        if move:
            self.view.scrollTo(self.rows.index(place, 0))
        return True

    def _choose_again(self, keys: Sequence[Any]) -> None:
        """Choose several rows by id: `selectRow` alone would leave only the last one chosen."""
        places = [p for p in map(self.rows.place_of, keys) if p >= 0]
        if not places:
            return
        model = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.rows.index(places[0], 0), flags.NoUpdate)
        for place in places:
            model.select(self.rows.index(place, 0), flags.Select | flags.Rows)

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        if self.count:
            self.view.selectRow(0)

    # Inside ----------------------------------------------------------------------------------

    def _build(self, *, many: bool) -> None:
        view = self.view = _View()
        view.setModel(self.rows)
        view.setItemDelegate(Cell(self.context, view))
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setMouseTracking(True)
        view.setTabKeyNavigation(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        view.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.verticalHeader().hide()
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(24)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.sortIndicatorChanged.connect(self._on_sort)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorShown(any(c.sort is not None for c in self.columns))
        view.setSortingEnabled(False)
        header.sectionClicked.connect(self._on_section_clicked)
        view.opened.connect(self._on_open)
        view.doubleClicked.connect(self._on_double_clicked)
        view.resized.connect(self._spread)
        view.customContextMenuRequested.connect(self._on_menu)
        view.selectionModel().selectionChanged.connect(self._on_selection)
        view.installEventFilter(self)
        self.context.presenting_changed.connect(self.respeak)
        self.setLayout(column(view, gap=0, margin=0 if self.property("kind") != "card" else 1))

    def restyle(self) -> None:
        """Row heights and header font of the present text size."""
        look = self.context.look
        size = look.tokens.size
        tall = any(c.second is not None for c in self.columns)
        self.view.verticalHeader().setDefaultSectionSize(
            look.px(size.row_tall if tall else size.row)
        )
        header = self.view.horizontalHeader()
        header.setFont(look.font("caption"))
        header.setFixedHeight(look.px(size.header))
        self.view.viewport().update()
        self._spread()

    def respeak(self) -> None:
        """Everything in other words."""
        self.rows.speak()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring spans the row: draw all of it again when focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.view.viewport().update()
            if (
                event.type() is QEvent.Type.FocusIn
                and self.count
                and not self.view.currentIndex().isValid()
            ):
                self.view.setCurrentIndex(self.rows.index(0, 0))
        return super().eventFilter(watched, event)

    def _name_view(self, name: str) -> None:
        self.view.setAccessibleName(name)

    def _spread(self) -> None:
        """Fixed widths; what is left goes to the stretched columns."""
        look, view = self.context.look, self.view
        widths = [look.px(c.width) for c in self.columns]
        stretched = [i for i, c in enumerate(self.columns) if c.stretch] or [len(widths) - 1]
        left = view.viewport().width() - sum(widths)
        if left > 0:
            for i in stretched:
                widths[i] += left // len(stretched)
        elif left < 0:
            widths = self._narrowed(widths)
        for i, width in enumerate(widths):
            view.setColumnWidth(i, width)

    def _narrowed(self, widths: list[int]) -> list[int]:
        """Too little room: figures stay whole, the other columns share what is left."""
        firm = sum(w for w, c in zip(widths, self.columns, strict=True) if c.number)
        rest, flowing = self.view.viewport().width() - firm, sum(widths) - firm
        return [
            w if c.number else max(40, w * rest // max(1, flowing))
            for w, c in zip(widths, self.columns, strict=True)
        ]

    def _on_section_clicked(self, section: int) -> None:
        if self.columns[section].sort is None:
            self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _on_sort(self, section: int, order: Qt.SortOrder) -> None:
        if section < 0:
            return
        kept = self.chosen_ids()
        self._showing = True
        self.rows.sort(section, order)
        self.view.clearSelection()
        self._choose_again(kept)
        self._showing = False
        self.sort_requested.emit(section, order is Qt.SortOrder.DescendingOrder)

    def _on_open(self) -> None:
        row = self.rows.row_at(self.view.currentIndex().row())
        if row is not None:
            self.opened.emit(row)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if row is not None:
            self.opened.emit(row)

    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._showing:
            self.chosen.emit(self.chosen_row())

    def _on_menu(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        row = self.rows.row_at(index.row()) if index.isValid() else None
        if row is not None:
            self.menu_requested.emit(row, self.view.viewport().mapToGlobal(point))
