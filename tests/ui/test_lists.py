"""The list of clients by hand: columns, filters, views, several at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, words_in, write
from vipdesk.clients import saved_views
from vipdesk.clients.list_filter import ClientFilter, Silence
from vipdesk.clients.promises import list_open_promises
from vipdesk.clients.registry import ClientSort
from vipdesk.events.guest_lists import get_guest_list
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.list_dialogs import (
    ColumnsDialog,
    FilterDialog,
    GuestListDialog,
    PromiseEachDialog,
    SaveViewDialog,
)
from vipdesk.ui.pages.clients_page import ClientsPage


def opened(qtbot: QtBot, club: Context, *surnames: str) -> ClientsPage:
    for n, surname in enumerate(surnames or ("Абрамов", "Иванов", "Щукин")):
        add(club, surname, city=("Ялта", "Ейск", "Москва")[n % 3], birth_month=n + 1, birth_day=3)
    page: ClientsPage = seen(qtbot, club, ClientsPage(club))
    return page


def sheet(page: ClientsPage, kind: type[Dialog], qtbot: QtBot, club: Context) -> Any:
    idle(qtbot, club)
    return next(d for d in page.findChildren(kind) if d.isVisible())


def names(page: ClientsPage) -> list[str]:
    return [r[0].split()[0] for r in words_in(page.table)]


def press(qtbot: QtBot, club: Context, dialog: Dialog) -> None:
    dialog.primary_button.click()
    idle(qtbot, club)


def test_filters_are_chosen_in_a_sheet_and_taken_away_by_a_chip(
    qtbot: QtBot, club: Context
) -> None:
    page = opened(qtbot, club)
    page.filter_button.click()
    dialog = sheet(page, FilterDialog, qtbot, club)
    dialog.form.fields["city"].editor.set_value("Ейск")
    dialog.form.fields["silence"].editor.set_value(Silence.NEVER)
    press(qtbot, club, dialog)
    assert names(page) == ["Иванов"]
    assert [c.text() for c in page.chips.chips.values()] == ["City: Ейск", "Never talked to"]
    page.chips.chips["city"].click()
    idle(qtbot, club)
    assert len(names(page)) == 3
    page.show_everybody()
    idle(qtbot, club)
    assert not page.chips.isVisible()


def test_columns_are_chosen_ordered_and_remembered(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    page.choose_columns()
    dialog = sheet(page, ColumnsDialog, qtbot, club)
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not dialog.primary_button.isEnabled()
    keys = [dialog.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(dialog.list.count())]
    for key in ("city", "birthday"):
        dialog.list.item(keys.index(key)).setCheckState(Qt.CheckState.Checked)
    dialog.list.setCurrentRow(keys.index("birthday"))
    while dialog.list.currentRow() > 0:
        dialog.up.click()
    dialog.down.click()
    dialog.up.click()
    press(qtbot, club, dialog)
    assert [c.key for c in page.table.columns] == ["name", "birthday", "city"]
    assert words_in(page.table)[0][1] == "3 Jan"
    page._keep.timeout.emit()
    idle(qtbot, club)
    again = seen(qtbot, club, ClientsPage(club))
    assert [c.key for c in again.table.columns] == ["name", "birthday", "city"]
    again.choose_columns()
    sheet(again, ColumnsDialog, qtbot, club).usual.click()
    assert len(again.table.columns) == 6


def test_a_column_that_nobody_looked_at_is_read_when_it_is_chosen(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club, "Абрамов")
    write(club, lambda desk: make.phone(desk, client_id).value)
    page = seen(qtbot, club, ClientsPage(club))
    page.take_columns(("phone",))
    idle(qtbot, club)
    assert words_in(page.table)[0][1] == "+7 495 000-11-22"


def test_a_column_is_dragged_and_any_column_sorts(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    with qtbot.waitSignal(page.table.columns_moved):
        page.table.view.horizontalHeader().moveSection(3, 1)
    assert [c.key for c in page.table.columns][:3] == ["name", "city", "tier"]
    page.table.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    idle(qtbot, club)
    assert names(page) == ["Иванов", "Щукин", "Абрамов"]
    assert page.arrangement.sort is ClientSort.CITY


def test_a_view_is_saved_taken_made_the_first_and_removed(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    page.take_filter(ClientFilter(city="Ялта"))
    idle(qtbot, club)
    page.save_view()
    dialog = sheet(page, SaveViewDialog, qtbot, club)
    dialog.form.set_values({"name": "Юг", "is_default": True})
    press(qtbot, club, dialog)
    page.show_everybody()
    idle(qtbot, club)
    assert len(names(page)) == 3
    menu = page.views_menu()
    by_word = {a.text(): a for a in menu.actions()}
    by_word["Юг"].trigger()
    idle(qtbot, club)
    assert names(page) == ["Абрамов"]
    again: ClientsPage = seen(qtbot, club, ClientsPage(club))
    assert names(again) == ["Абрамов"]
    menu = again.views_menu()
    words = [a.text() for a in menu.actions()]
    assert "Open the list as it was left" in words
    {a.text(): a for a in menu.actions()}["Open the list as it was left"].trigger()
    {a.text(): a for a in menu.actions()}["Remove this view"].trigger()
    idle(qtbot, club)
    assert read(club, saved_views.list_views) == ()


def test_several_get_one_promise(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    assert not page.selection.isVisible()
    page.table.view.selectAll()
    assert page.selection.isVisible()
    assert page.selection.count.text() == "3 chosen"
    page.selection.promise.click()
    dialog = sheet(page, PromiseEachDialog, qtbot, club)
    dialog.form.set_values({"promise": "прислать фотографии"})
    press(qtbot, club, dialog)
    assert len(read(club, list_open_promises)) == 3
    assert page.table.chosen_count == 3  # the choice survives the refresh
    page.selection.none.click()
    assert not page.selection.isVisible()


def test_several_go_to_a_guest_list(qtbot: QtBot, club: Context) -> None:
    office: Any = club.runner.office

    def planned(desk: Any) -> Any:
        return make.event(desk, starts_at=desk.now + timedelta(days=9)).id

    event_id = office.write(planned)[0]
    page = opened(qtbot, club)
    page.table.view.selectAll()
    page.selection.invite.click()
    dialog = sheet(page, GuestListDialog, qtbot, club)
    press(qtbot, club, dialog)
    listed = read(club, lambda desk: get_guest_list(desk, event_id))
    assert len(listed.guests) == 3


def test_the_chosen_are_exported_and_nobody_else(qtbot: QtBot, club: Context) -> None:
    from vipdesk.ui.dialogs.export_dialog import ClientExportDialog

    page = opened(qtbot, club)
    page.table.go_to(1)
    page.export_chosen()
    dialog = sheet(page, ClientExportDialog, qtbot, club)
    assert dialog._wanted.ids == page.table.chosen_ids()
    assert len(dialog._wanted.ids) == 1
    dialog.close()


def test_the_menu_of_one_opens_and_letters_go_to_a_name(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    page.table.setFocus()
    qtbot.keyClicks(page.table.view, "of")  # 'щ' and 'а' on the other keyboard: nobody
    idle(qtbot, club)
    page._on_name_typed("щук")
    idle(qtbot, club)
    assert page.table.chosen_row().name.surname == "Щукин"
    menu = page.selection.menu(1)
    by_word = {a.text(): a for a in menu.actions()}
    with qtbot.waitSignal(club.open_requested) as told:
        by_word["Open"].trigger()
    assert told.args == [Link("client", page.table.chosen_ids()[0])]
