"""Tables over frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vipdesk.ui.context import Context
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.theme.look import Tone
from vipdesk.wording import Lang, say


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    name: str
    visits: int | None = None


COLUMNS = (
    Column[Person](
        say("Client"), lambda r: r.name, stretch=True, sort=lambda r: r.name, strong=True,
        second=lambda r: "Moscow", icon=lambda r: "client", tip=lambda r: r.name,
    ),
    Column[Person](say("Cards"), lambda r: "Gold", badge=lambda r: Tone.BRASS),
    Column[Person](say("Complaints"), lambda r: say("Close"), badge=lambda r: Tone.PRIVATE),
    Column[Person](
        say("Events"), lambda r: str(r.visits), number=True, sort=lambda r: r.visits, width=80
    ),
)  # fmt: skip
PEOPLE = [Person(1, "Borisova", 5), Person(2, "Antonov", 9), Person(3, "Yashin", None)]


def made(context: Context, qtbot: QtBot, *, many: bool = False) -> Table:
    table = Table(context, say("Clients"), COLUMNS, many=many)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.show_rows(PEOPLE)
    return table


def shown(table: Table) -> list[str]:
    return [table.rows.index(i, 0).data() for i in range(table.count)]


def test_rows_are_shown_as_they_come(context: Context, qtbot: QtBot) -> None:
    assert shown(made(context, qtbot)) == ["Borisova", "Antonov", "Yashin"]


def test_the_choice_is_kept_by_id(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.choose(2)
    table.show_rows([Person(9, "Zaytsev"), *PEOPLE])
    assert table.chosen_row().name == "Antonov"


class Painted(QObject):
    """Which part of a widget was painted anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:  # noqa: N802 Qt’s name
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_the_ring_leaves_nothing_of_itself_behind(context: Context, qtbot: QtBot) -> None:
    """The row that had it is painted anew to its end, though it stays chosen."""
    table = made(context, qtbot, many=True)
    view = table.view
    view.setFocus()
    view.setCurrentIndex(table.rows.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    painted = Painted(view.viewport())
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    end = view.viewport().width() - 2
    for row in (1, 2):
        assert painted.region.contains(QPoint(end, view.rowViewportPosition(row) + 2)), row


def test_a_choice_that_is_gone_is_told(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.choose(2)
    with qtbot.waitSignal(table.chosen) as told:
        table.show_rows([PEOPLE[0]])
    assert told.args == [None]


def test_sorting_puts_the_unknown_last(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    header = table.view.horizontalHeader()
    for order, wanted in (
        (Qt.SortOrder.AscendingOrder, ["Borisova", "Antonov", "Yashin"]),
        (Qt.SortOrder.DescendingOrder, ["Antonov", "Borisova", "Yashin"]),
    ):
        header.setSortIndicator(3, order)
        assert shown(table) == wanted


def test_a_click_on_the_head_sorts_and_keeps_the_choice(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.choose(1)
    header = table.view.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    assert shown(table) == ["Antonov", "Borisova", "Yashin"]
    assert table.chosen_row().id == 1


def test_what_cannot_be_sorted_is_left(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.rows.sort(1)
    assert shown(table) == ["Borisova", "Antonov", "Yashin"]


def test_enter_and_double_click_open_the_row(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.choose_first()
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert told.args == [PEOPLE[0]]
    spot = table.view.visualRect(table.rows.index(1, 0)).center()
    qtbot.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(table.opened) as told:
        qtbot.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [PEOPLE[1]]


def test_several_rows_can_be_chosen(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot, many=True)
    table.view.selectAll()
    assert [r.id for r in table.chosen_rows()] == [1, 2, 3]
    assert table.chosen_row() is None


@dataclass(frozen=True)
class Keys:
    """A long list whose key is its place."""

    total: int
    start: int = 0

    def id_at(self, place: int) -> int | None:
        return self.start + place if 0 <= place < self.total else None

    def ids(self, first: int, last: int) -> list[int]:
        return [self.start + n for n in range(max(0, first), min(last, self.total - 1) + 1)]

    def place_of(self, key: int) -> int:
        return key - self.start if 0 <= key - self.start < self.total else -1


def long(context: Context, qtbot: QtBot, asked: list[int]) -> Table:
    table = made(context, qtbot, many=True)
    table.show_list(Keys(100_000), asked.append, part=100)
    return table


def part(offset: int, start: int = 0) -> list[Person]:
    return [Person(start + i, f"Client {start + i}") for i in range(offset, offset + 100)]


def shown_at(table: Table, row: int) -> Any:
    return table.rows.index(row, 0).data()


def test_a_long_list_reads_only_what_is_seen_and_a_little_ahead(
    context: Context, qtbot: QtBot
) -> None:
    asked: list[int] = []
    table = long(context, qtbot, asked)
    assert asked == [0]
    assert shown_at(table, 0) == "…"
    table.fill(0, part(0))
    assert shown_at(table, 7) == "Client 7"
    assert asked == [0]
    table.choose_first()  # or the coming focus would, and go back to the top
    table.view.scrollToBottom()
    qtbot.waitUntil(lambda: asked[-1] == 99_900)  # when what is there stands on the screen
    assert table.rows.place_of(99_999) == 99_999


def test_dragging_the_bar_does_not_pile_up_reads(context: Context, qtbot: QtBot) -> None:
    asked: list[int] = []
    table = long(context, qtbot, asked)
    bar = table.view.verticalScrollBar()
    for step in range(1, 101):
        bar.setValue(bar.maximum() * step // 100)
    assert asked == [0]  # one at a time
    table.fill(0, part(0))
    assert asked == [0, 99_900]  # and then where the bar rests


def test_old_parts_of_a_long_list_are_forgotten(context: Context, qtbot: QtBot) -> None:
    table = long(context, qtbot, [])
    for number in range(60):
        table.fill(number * 100, part(number * 100))
    assert len(table.rows._parts) == 40


def test_the_choice_and_the_focus_survive_a_new_order_of_a_long_list(
    context: Context, qtbot: QtBot
) -> None:
    asked: list[int] = []
    table = long(context, qtbot, asked)
    for key in (5, 70_000, 70_001):
        table.view.selectionModel().select(
            table.rows.index(key, 0), QItemSelectionModel.SelectionFlag.Select
            | QItemSelectionModel.SelectionFlag.Rows,
        )  # fmt: skip
    table.view.selectionModel().setCurrentIndex(
        table.rows.index(70_001, 0), QItemSelectionModel.SelectionFlag.NoUpdate
    )
    table.show_list(Keys(99_990, start=10), asked.append, part=100)
    assert table.chosen_ids() == (70_000, 70_001)  # 5 is not in the list any more
    assert table.view.currentIndex().row() == 69_991


def test_all_of_a_long_list_are_chosen_without_reading_them(context: Context, qtbot: QtBot) -> None:
    table = long(context, qtbot, [])
    qtbot.keyClick(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert table.chosen_count == 100_000
    assert len(table.chosen_ids()) == 100_000


def test_a_row_chosen_before_it_was_read_is_told_when_it_comes(
    context: Context, qtbot: QtBot
) -> None:
    table = long(context, qtbot, [])
    table.fill(0, part(0))
    table.go_to(50_000)
    assert table.chosen_row() is None
    told: list[Person] = []
    table.chosen.connect(told.append)
    table.fill(50_000, part(50_000))
    assert told == [Person(50_000, "Client 50000")]


def test_the_keyboard_goes_through_the_list(context: Context, qtbot: QtBot) -> None:
    table = long(context, qtbot, [])
    table.fill(0, part(0))
    table.go_to(0)
    key, shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(table.view, key.Key_End)
    assert table.chosen_ids() == (99_999,)
    qtbot.keyClick(table.view, key.Key_Home)
    assert table.chosen_ids() == (0,)
    qtbot.keyClick(table.view, key.Key_PageDown, shift)
    assert table.chosen_count > 3
    qtbot.keyClick(table.view, key.Key_Down)
    assert table.chosen_count == 1


def test_letters_go_to_a_name(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    qtbot.keyClicks(table.view, "ya")
    assert table.chosen_row() == PEOPLE[2]
    asked: list[int] = []
    table.show_list(Keys(1000), asked.append, part=100)
    with qtbot.waitSignal(table.name_typed) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_K)
    assert told.args[0].endswith("k")


def test_columns_come_in_the_order_they_are_told(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.let_columns_move()
    table.choose(2)
    with qtbot.waitSignal(table.columns_moved) as told:
        table.view.horizontalHeader().moveSection(3, 1)
    assert told.args == [(0, 3, 1, 2)]
    table.show_columns([COLUMNS[place] for place in told.args[0]])
    assert table.rows.headerData(1, Qt.Orientation.Horizontal) == "Events"
    assert table.chosen_row() == PEOPLE[1]


def test_a_cell_says_its_column_to_a_screen_reader(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    spoken = table.rows.data(table.rows.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Cards: Gold"


def test_the_head_follows_the_language(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    context.change_settings(lang=Lang.RU)
    head = table.rows.headerData(0, Qt.Orientation.Horizontal)
    assert head == "Клиент"
    assert table.view.accessibleName() == "Клиенты"


def test_numbers_stand_at_the_right_under_their_head(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    role = Qt.ItemDataRole.TextAlignmentRole
    assert table.rows.index(0, 3).data(role) == table.rows.headerData(
        3, Qt.Orientation.Horizontal, role
    )
    assert table.rows.index(0, 3).data(role) & Qt.AlignmentFlag.AlignRight.value


def test_the_columns_fill_the_table(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    widths = sum(table.view.columnWidth(i) for i in range(4))
    assert abs(widths - table.view.viewport().width()) <= 1
    table.resize(300, 300)
    widths = sum(table.view.columnWidth(i) for i in range(4))
    assert widths <= table.view.viewport().width() + 160


def test_the_focused_row_has_a_ring(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.choose_first()

    def ring() -> bool:
        picture: QImage = table.grab().toImage()
        focus = context.look.ink("focus").rgb()
        return any(
            picture.pixel(x, y) == focus
            for x in range(picture.width() // 2, picture.width() // 2 + 1)
            for y in range(picture.height())
        )

    table.view.clearFocus()
    assert not ring()
    table.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.view.hasFocus)
    assert ring()


@pytest.mark.parametrize("reason", QContextMenuEvent.Reason)
def test_the_menu_of_a_row_comes_by_mouse_and_by_key(
    context: Context, qtbot: QtBot, reason: QContextMenuEvent.Reason
) -> None:
    table = made(context, qtbot)
    table.choose(2)
    spot = table.view.visualRect(table.rows.index(1, 0)).center()
    with qtbot.waitSignal(table.menu_requested) as told:
        QApplication.sendEvent(table.view.viewport(), QContextMenuEvent(reason, spot, QPoint(1, 1)))
    assert told.args is not None
    assert told.args[0] == PEOPLE[1]


def test_several_chosen_rows_stay_chosen_when_rows_come_anew(
    context: Context, qtbot: QtBot
) -> None:
    from dataclasses import dataclass

    @dataclass(frozen=True, slots=True)
    class Name:
        id: int
        text: str

    rows = [Name(n, f"row {n}") for n in range(5)]
    table = Table(context, "Names", (Column[Name](say("Name"), lambda r: r.text),), many=True)
    qtbot.addWidget(table)
    table.show_rows(rows)
    table.view.selectAll()
    table.show_rows([*rows[1:3], Name(9, "new")])
    assert table.chosen_ids() == (1, 2)
    table.show_rows(list(reversed(rows)))
    assert set(table.chosen_ids()) == {1, 2}


def test_figures_stay_whole_where_running_text_gives_way(context: Context, qtbot: QtBot) -> None:
    columns = (
        Column[Any](say("Name"), str, width=300, stretch=True),
        Column[Any](say("Score"), str, width=60, number=True),
    )
    table = Table(context, "Names", columns)
    qtbot.addWidget(table)
    table.resize(260, 200)
    table.show()
    assert table.view.columnWidth(1) == 60
    assert table.view.columnWidth(0) < 300
