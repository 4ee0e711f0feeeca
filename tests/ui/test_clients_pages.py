"""The list of clients, as somebody at the desk sees it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, words_in, write
from vipdesk.settings import Theme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.import_dialog import ImportDialog
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.wording import Lang


def test_an_empty_club_is_invited_to_import(qtbot: QtBot, club: Context) -> None:
    page = seen(qtbot, club, ClientsPage(club))
    assert page.empty.isVisible()
    page.empty.primary.click()
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    dialog.close()


def test_a_client_without_a_manager_stands_out(qtbot: QtBot, club: Context) -> None:
    add(club)
    add(club, "Ланская", "Анна", manager_id=None)
    page = seen(qtbot, club, ClientsPage(club))
    rows = words_in(page.table)
    assert [r[0] for r in rows] == ["Ланская Анна Сергеевна", "Щукин Пётр Сергеевна"]
    assert rows[0][2] == "No manager"
    page.open_link(Link("clients", part="orphans"))
    idle(qtbot, club)
    assert page.table.count == 1


def test_a_managers_list_opens_on_ones_own_clients(qtbot: QtBot, club: Context) -> None:
    club.staff = club.runner.office.staff  # type: ignore[union-attr]
    add(club)
    add(club, "Ланская", "Анна", manager_id=None)
    page = seen(qtbot, club, ClientsPage(club))
    assert [r[0] for r in words_in(page.table)] == ["Щукин Пётр Сергеевна"]
    page.show_everybody()
    idle(qtbot, club)
    assert page.table.count == 2


def test_a_manager_without_clients_is_not_told_that_the_club_is_empty(
    qtbot: QtBot, club: Context
) -> None:
    club.staff = club.runner.office.staff  # type: ignore[union-attr]
    add(club, manager_id=None)
    page = seen(qtbot, club, ClientsPage(club))
    assert page.none_of_mine.isVisible()
    page.none_of_mine.primary.click()
    idle(qtbot, club)
    assert page.table.isVisible()
    assert page.table.count == 1


def test_half_a_name_in_the_other_alphabet_is_found_and_opened_by_keys(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    add(club, "Ланская", "Анна")
    page = seen(qtbot, club, ClientsPage(club))
    page.find_here()
    qtbot.keyClicks(page.search, "shchuk")
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    idle(qtbot, club)
    assert page.table.count == 1
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(club.open_requested) as opened:
        qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    assert opened.args == [Link("client", client_id)]


def test_a_text_that_nobody_matches_says_so(qtbot: QtBot, club: Context) -> None:
    add(club)
    page = seen(qtbot, club, ClientsPage(club))
    page.search.setText("непомнящий")
    page.search.returnPressed.emit()
    idle(qtbot, club)
    assert page.nobody.isVisible()


def test_the_choice_is_kept_when_the_list_changes(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    page = seen(qtbot, club, ClientsPage(club))
    page.table.choose(client_id)
    add(club, "Абрамов", "Илья")
    page.reload()
    idle(qtbot, club)
    assert page.table.count == 2
    assert page.table.chosen_ids() == (client_id,)


def test_filters_and_sorting_ask_for_another_list(qtbot: QtBot, club: Context) -> None:
    now = club.now()
    add(club, last_contact_at=now - timedelta(days=1))
    add(club, "Ланская", "Анна", last_contact_at=now - timedelta(days=99))
    page = seen(qtbot, club, ClientsPage(club))
    page.table.view.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    idle(qtbot, club)
    assert words_in(page.table)[0][0].startswith("Щукин")
    page.tier.set_value(read(club, lambda desk: make.tier(desk, "silver").id))
    idle(qtbot, club)
    assert page.nobody.isVisible()


def test_a_long_list_is_read_in_parts(qtbot: QtBot, club: Context) -> None:
    def many(desk: Any) -> None:
        for n in range(450):
            make.client(desk, surname=f"Щ{n:04}", sort_key=f"щ{n:04}")

    write(club, many)
    page = seen(qtbot, club, ClientsPage(club))
    assert page.table.count == 450
    page.table.view.scrollToBottom()
    assert page.table.rows.row_at(449) is None
    idle(qtbot, club)
    assert page.table.rows.row_at(449).sort_key == "щ0449"


@pytest.mark.parametrize(("lang", "theme"), [(Lang.RU, Theme.DARK), (Lang.EN, Theme.LIGHT)])
def test_the_list_draws_in_every_look(
    qtbot: QtBot, club: Context, lang: Lang, theme: Theme
) -> None:
    now = club.now()
    for days, surname in ((1, "А"), (40, "Б"), (200, "В")):
        add(club, surname, last_contact_at=now - timedelta(days=days))
    add(club, "Г", manager_id=None, tier_id=None)
    club.change_settings(lang=lang, theme=theme)
    page = seen(qtbot, club, ClientsPage(club))
    assert not page.grab().isNull()
    ago = [r[4] for r in words_in(page.table)]
    assert ago == (
        ["1 день", "40 дней", "6 месяцев", "не было"]
        if lang is Lang.RU
        else ["1 day", "40 days", "6 months", "not yet"]
    )


# The page --------------------------------------------------------------------------------------
