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
    QTimer,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QWidget

from vipdesk.ui.tables.painting import RowPainter
from vipdesk.ui.tables.rows import Listed, Rows
from vipdesk.ui.tables.view import View
from vipdesk.ui.widgets.card import column
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.tables.column import Column


_AHEAD = 60  # rows read before they are seen


class Table(QFrame, Speaking):
    """Rows of frozen dataclasses with an `id` (or another `key`).

    `opened(row)` by double click or Enter, `chosen(row | None)` when the choice changes,
    `menu_requested(row, global point)` by the mouse or the menu key. The choice is kept by id.
    begins: whether a firm line stands above a row, as above a new day.
    """

    opened = Signal(object)
    chosen = Signal(object)
    menu_requested = Signal(object, object)
    sort_requested = Signal(int, bool)
    name_typed = Signal(str)  # the beginning of a name, in a long list
    columns_moved = Signal(object)  # places of the columns in their new order

    def __init__(
        self,
        context: Context,
        name: Text,
        columns: Sequence[Column[Any]],
        *,
        key: Callable[[Any], Any] = attrgetter("id"),
        many: bool = False,
        frameless: bool = False,
        begins: Callable[[Any], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self.columns = tuple(columns)
        if not frameless:
            self.setProperty("kind", "card")
        self.rows = Rows(context, self.columns, key, self)
        self._showing = False
        self._ask: Callable[[int], None] | None = None
        self._waiting: int | None = None  # the offset of the part that is being read
        self._told: Any = None  # chosen before its row was read
        self._build(many=many, begins=begins)
        self.speak(_name_view=name)
        self.setFocusProxy(self.view)
        self.restyle()

    # What pages call -----------------------------------------------------------------------

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the choice is kept by id, the place of the scroll bar too."""
        kept, scroll = self.chosen_ids(), self.view.verticalScrollBar().value()
        current = self.rows.key_at(self.view.currentIndex().row())
        self._ask = None
        self._showing = True
        self.rows.show_rows(rows)
        self._choose_again(kept, current)
        self._showing = False
        self.view.verticalScrollBar().setValue(scroll)
        self._spread()
        if kept != self.chosen_ids():
            self.chosen.emit(self.chosen_row())

    def show_list(
        self, listed: Listed, ask: Callable[[int], None], *, part: int, first: Sequence[Any] = ()
    ) -> None:
        """Show a long list by its keys; `ask(offset)` must lead to `fill`, one at a time.

        The choice is kept by key, the place of the scroll bar too. first: rows of part 0, if
        they came along.
        """
        same = self.rows.listed == listed and self.rows.listed is not None
        kept, current = self.chosen_ids(), self.rows.key_at(self.view.currentIndex().row())
        scroll = self.view.verticalScrollBar().value()
        self._ask, self._waiting = ask, None
        if same:
            self.rows.grow_old()
        else:
            self._showing = True
            self.rows.show_list(listed, part)
            self._choose_again(kept, current)
            self._showing = False
            self.view.lay_out()
            self.view.verticalScrollBar().setValue(scroll)
            self._spread()
        if first:
            self.rows.fill(0, first)
        self._read_ahead()
        if not same and kept != self.chosen_ids():
            self.chosen.emit(self.chosen_row())

    def fill(self, offset: int, rows: Sequence[Any]) -> None:
        """A part that was asked for; the next one is asked for if something seen is missing."""
        if self._waiting == offset:
            self._waiting = None
        first, last = self._seen()
        seen = first <= offset + len(rows) and offset <= last
        self.rows.fill(offset, rows, seen=seen)
        if not seen or not self.view.isVisible():  # else when it is painted
            self._read_ahead()
        if self._told is not None and self.chosen_row() is not None:
            self._told = None
            self.chosen.emit(self.chosen_row())  # its row was not read when it was chosen

    def show_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Other columns, or in another order. The choice and the place stay."""
        kept, current = self.chosen_ids(), self.rows.key_at(self.view.currentIndex().row())
        scroll = self.view.verticalScrollBar().value()
        self.columns = tuple(columns)
        self._showing = True
        self.rows.show_columns(columns)
        self._choose_again(kept, current)
        self._showing = False
        self.restyle()
        self.view.verticalScrollBar().setValue(scroll)

    def show_sorted(self, section: int, *, descending: bool) -> None:
        """Mark what the rows are sorted by, without sorting."""
        header = self.view.horizontalHeader()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header.blockSignals(True)
        header.setSortIndicator(section, order)
        header.blockSignals(False)

    def let_columns_move(self) -> None:
        """All columns but the first can be dragged; `columns_moved(places)` tells the order."""
        header = self.view.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.sectionMoved.connect(self._on_section_moved)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self.rows.rowCount()

    def chosen_row(self) -> Any:
        """The chosen row, None if none or several are, or if it is not read yet."""
        spans = self._spans()
        one = len(spans) == 1 and spans[0][0] == spans[0][1]
        return self.rows.row_at(spans[0][0]) if one else None

    def chosen_rows(self) -> tuple[Any, ...]:
        """All chosen rows that are read, in order."""
        places = (n for first, last in self._spans() for n in range(first, last + 1))
        return tuple(r for r in map(self.rows.row_at, places) if r is not None)

    def chosen_ids(self) -> tuple[Any, ...]:
        """Their ids, in order, read or not."""
        return tuple(k for first, last in self._spans() for k in self.rows.keys(first, last))

    @property
    def chosen_count(self) -> int:
        """How many are chosen."""
        return sum(last - first + 1 for first, last in self._spans())

    def _spans(self) -> list[tuple[int, int]]:
        """Chosen places as spans: a hundred thousand chosen rows are one."""
        chosen = self.view.selectionModel().selection()
        spans = sorted((r.top(), r.bottom()) for r in map(chosen.at, range(chosen.size())))
        joined: list[tuple[int, int]] = []
        for first, last in spans:
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return joined

    def choose(self, key: object, *, move: bool = True) -> bool:
        """Choose a row by id; False if it is not here."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        self._take(place)
        if move:
            self.view.scrollTo(self.rows.index(place, 0))
        return True

    def _choose_again(self, keys: Sequence[Any], current: object = None) -> None:
        """Choose several rows by id: `selectRow` alone would leave only the last one chosen."""
        places = self.rows.places_of(keys)
        at = self.rows.place_of(current) if current is not None else -1
        model = self.view.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        if at >= 0 or places:
            start = at if at >= 0 else places[0]
            model.setCurrentIndex(self.rows.index(start, 0), flags.NoUpdate)
        if not places:
            return
        wanted = QItemSelection()
        begun = before = places[0]
        for place in (*places[1:], -1):
            if place != before + 1:
                wanted.select(self.rows.index(begun, 0), self.rows.index(before, 0))
                begun = place
            before = place
        model.select(wanted, flags.ClearAndSelect | flags.Rows)

    def go_to(self, place: int) -> None:
        """Choose the row at a place and bring it into view, read or not."""
        if 0 <= place < self.count:
            self._take(place)
            self.view.scrollTo(self.rows.index(place, 0))

    def choose_first(self) -> None:
        """Choose the first row, if there is one."""
        if self.count:
            self._take(0)

    def _take(self, place: int) -> None:
        """This row alone, whatever keys are held down (`selectRow` toggles with Ctrl)."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.rows.index(place, 0)
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    # Inside ----------------------------------------------------------------------------------

    def _build(self, *, many: bool, begins: Callable[[Any], bool] | None) -> None:
        view = self.view = View()
        view.setModel(self.rows)
        view.paint_with(RowPainter(self.context, view, self.rows, begins=begins))
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
        view.resized.connect(self._read_ahead)
        # Not while it scrolls: reading would take turns with painting.
        view.painted.connect(self._read_ahead)
        view.typed.connect(self._on_typed)
        view.menu_wanted.connect(self._on_menu)
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
        firm = sum(w for w, c in zip(widths, self.columns, strict=True) if c.number or c.firm)
        rest, flowing = self.view.viewport().width() - firm, sum(widths) - firm
        return [
            w if c.number or c.firm else max(40, w * rest // max(1, flowing))
            for w, c in zip(widths, self.columns, strict=True)
        ]

    def _on_section_clicked(self, section: int) -> None:
        if self.columns[section].sort is None:
            self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _on_sort(self, section: int, order: Qt.SortOrder) -> None:
        if section < 0:
            return
        if self.rows.listed is None:
            kept, current = self.chosen_ids(), self.rows.key_at(self.view.currentIndex().row())
            self._showing = True
            self.rows.sort(section, order)
            self.view.clearSelection()
            self._choose_again(kept, current)
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
        if self._showing:
            return
        row = self.chosen_row()
        spans = self._spans()
        unread = row is None and len(spans) == 1 and spans[0][0] == spans[0][1]
        self._told = self.rows.key_at(spans[0][0]) if unread else None
        self.chosen.emit(row)

    def _on_menu(self, index: QModelIndex, point: QPoint) -> None:
        row = self.rows.row_at(index.row())
        if row is None:
            return
        if not self.view.selectionModel().isSelected(index):
            self._take(index.row())
        self.menu_requested.emit(row, point)

    def _on_typed(self, text: str) -> None:
        """In memory the next name that begins so; a long list asks who reads it."""
        if self.rows.listed is not None:
            self.name_typed.emit(text)
            return
        wanted, start = text.casefold(), max(0, self.view.currentIndex().row())
        for step in range(self.count):
            place = (start + step) % self.count
            if self.rows.said(place, 0).casefold().startswith(wanted):
                self.go_to(place)
                return

    def _on_section_moved(self, _logical: int, _before: int, _after: int) -> None:
        QTimer.singleShot(0, self, self._tell_order)

    def _tell_order(self) -> None:
        """The header's own moves are undone: the columns come in the order that is told."""
        header = self.view.horizontalHeader()
        places = tuple(header.logicalIndex(n) for n in range(header.count()))
        if places == tuple(range(len(places))):
            return
        header.sectionMoved.disconnect(self._on_section_moved)
        for wanted in range(len(places)):
            header.moveSection(header.visualIndex(wanted), wanted)
        header.sectionMoved.connect(self._on_section_moved)
        self.columns_moved.emit(places)

    def _read_ahead(self) -> None:
        """Ask for one part at a time: what is seen first, then what comes next."""
        if self._ask is None or self.rows.listed is None or self._waiting is not None:
            return
        first, last = self._seen()
        if last < 0:
            return
        offset = self.rows.missing(first, last)
        if offset is None:
            offset = self.rows.missing(first - _AHEAD, last + _AHEAD)
        if offset is not None:
            self._waiting = offset
            self._ask(offset)

    def _seen(self) -> tuple[int, int]:
        """Places of the first and the last row on the screen; (0, -1): none."""
        first = self.view.rowAt(0)
        if first < 0:
            return 0, -1
        high = max(1, self.view.verticalHeader().defaultSectionSize())
        return first, first + self.view.viewport().height() // high + 1
