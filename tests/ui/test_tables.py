"""Tables over frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from vipdesk.ui.context import Context
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.tables.rows import WINDOW
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


def test_a_window_reads_only_the_parts_that_are_seen(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    asked: list[int] = []
    table.show_window(100_000, asked.append)
    table.grab()
    assert asked == [0]
    assert shown_at(table, 0) == "…"
    table.fill(0, [Person(i, f"Client {i}") for i in range(WINDOW)])
    assert shown_at(table, 7) == "Client 7"
    table.view.scrollToBottom()
    table.grab()
    assert asked[-1] == 100_000 - WINDOW
    assert table.rows.place_of(7) == 7
    assert table.rows.place_of(99_999) == -1


def shown_at(table: Table, row: int) -> Any:
    return table.rows.index(row, 0).data()


def test_old_parts_of_a_window_are_forgotten(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    table.show_window(100_000, lambda _offset: None)
    for part in range(20):
        table.fill(part * WINDOW, [Person(i, str(i)) for i in range(WINDOW)])
    assert len(table.rows._windows) == 12


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


def test_the_menu_of_a_row_is_asked_for(context: Context, qtbot: QtBot) -> None:
    table = made(context, qtbot)
    spot = table.view.visualRect(table.rows.index(1, 0)).center()
    with qtbot.waitSignal(table.menu_requested) as told:
        table.view.customContextMenuRequested.emit(spot)
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
