"""Sheets of the address book: duplicates, two side by side, columns of a list, a server."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, write
from vipdesk.access import Desk
from vipdesk.clients import carddav, unmerge
from vipdesk.clients.contact_points import PointFields, add_contact_point
from vipdesk.clients.registry import list_clients
from vipdesk.clients.vcard import read_vcard
from vipdesk.errors import UserError
from vipdesk.models import Client
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.duplicates_dialog import DuplicatesDialog, open_duplicates
from vipdesk.ui.dialogs.import_dialog import ImportDialog
from vipdesk.ui.dialogs.import_server import ServerDialog
from vipdesk.ui.dialogs.merge_dialog import MergeDialog
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.ui.runner import Message
from vipdesk.vocabulary import ContactKind
from vipdesk.wording import say

PHONE = PointFields(ContactKind.PHONE, "+7 916 555-01-42")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the sheets lie over."""
    widget = QWidget()
    widget.resize(1024, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def twins(club: Context) -> tuple[Any, Any]:
    one = add(club, given="Пётр")
    other = add(club, given="Петр", company="Ромашка")
    for client_id in (one, other):
        write(club, partial(add_contact_point, client_id=client_id, fields=PHONE))
    return one, other


def test_a_pair_is_found_compared_merged_and_made_two_again(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    said: list[Message] = []
    club.said.connect(said.append)
    kept, other = twins(club)
    found = open_duplicates(club, page)
    idle(qtbot, club)
    assert [set(d.id) for d in found.pairs] == [{kept, other}]
    found.merge_button.click()
    dialog = page.findChild(MergeDialog)
    assert dialog is not None
    idle(qtbot, club)
    assert "company" in dialog.sides
    dialog.primary_button.click()
    idle(qtbot, club)
    (row,) = read(club, list_clients)
    assert row.company == "Ромашка"
    assert len(read(club, partial(unmerge.list_merges, client_id=row.id))) == 1
    next(m.undo for m in said if m.undo is not None)()
    idle(qtbot, club)
    assert len(read(club, list_clients)) == 2
    for sheet in page.findChildren(DuplicatesDialog):
        sheet.close()


def test_the_other_side_can_stay_and_each_value_is_chosen(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    kept, other = twins(club)
    dialog = MergeDialog(club, kept, other, page)
    dialog.open()
    idle(qtbot, club)
    dialog.swap_button.click()
    idle(qtbot, club)
    assert (dialog.kept_id, dialog.take) == (other, [])
    dialog.sides["given"][1].setChecked(True)
    dialog.primary_button.click()
    idle(qtbot, club)
    (row,) = read(club, list_clients)
    assert (row.id, row.name.given, row.company) == (other, "Пётр", "Ромашка")


def test_a_tier_stands_by_its_name_and_names_in_the_readers_letters(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    kept, other = twins(club)
    assert club.runner.office is not None

    def tier(desk: Desk) -> None:
        one = desk.session.get_one(Client, kept)
        one.tier_id, one.latin_name = make.tier(desk, "silver").id, "Petr Ivanov"

    club.runner.office.write(tier)
    dialog = MergeDialog(club, kept, other, page)
    dialog.open()
    idle(qtbot, club)
    assert [r.value.text() for r in dialog.sides["tier_id"]] == ["Silver", "Gold"]
    assert "Petr Ivanov" in dialog.about.text()
    dialog.close()


def test_two_people_are_not_proposed_again(qtbot: QtBot, club: Context, page: QWidget) -> None:
    twins(club)
    found = open_duplicates(club, page)
    idle(qtbot, club)
    found.apart_button.click()
    idle(qtbot, club)
    assert found.pairs == []
    assert "Nobody is here twice" in texts_of(found.waiting)
    found.close()
    again = open_duplicates(club, page)
    idle(qtbot, club)
    assert again.pairs == []
    again.close()


# Columns and servers ---------------------------------------------------------------------------


def test_a_list_with_a_strange_header_asks_once_what_its_columns_hold(
    qtbot: QtBot, club: Context, page: QWidget, tmp_path: Path
) -> None:
    path = tmp_path / "strange.csv"
    path.write_text("Кто;Чем звонить\nЩукин Пётр Ильич;+7 916 555-01-42\n", "utf-8")
    dialog = ImportDialog(club, page)
    dialog.open()
    dialog.take_file(path)
    idle(qtbot, club)
    assert [c.value() for c in dialog.columns.choices] == ["", ""]
    dialog.columns.use_button.click()
    idle(qtbot, club)
    assert "holds the names" in dialog.error.text()
    for choice, field in zip(dialog.columns.choices, ("surname_first", "phone"), strict=True):
        choice.set_value(field)
    dialog.columns.use_button.click()
    idle(qtbot, club)
    assert dialog.primary_button.text() == "Import 1 person"
    dialog.close()
    again = ImportDialog(club, page)
    again.open()
    again.take_file(path)
    idle(qtbot, club)
    assert again.plan is not None
    assert again.plan.rows[0].incoming.name == "Щукин Пётр Ильич"
    again.ask_for_columns()
    assert again.columns.fields == ("surname_first", "phone")
    again.columns.given_up.emit()
    again.close()


def test_a_server_is_asked_for_its_books_and_one_is_judged(
    qtbot: QtBot, club: Context, page: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[carddav.Account] = []
    card = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:\xd0\xa9;P;;;\r\nFN:P\r\nEND:VCARD\r\n"

    def books(account: carddav.Account) -> tuple[carddav.AddressBook, ...]:
        asked.append(account)
        if account.password == "wrong":
            raise UserError(say("The server refuses this name and password."))
        return (carddav.AddressBook("https://dav.example/b/", "Клиенты"),)

    monkeypatch.setattr(carddav, "find_books", books)
    monkeypatch.setattr(carddav, "read_book", lambda *_a, **_k: read_vcard(card))
    first = ImportDialog(club, page)
    first.open()
    first.ask_a_server()
    dialog = page.findChild(ServerDialog)
    assert dialog is not None
    for password in ("wrong", "right"):
        dialog.form.set_values(
            {"url": "https://dav.example", "login": "petr", "password": password}
        )
        dialog.primary_button.click()
        idle(qtbot, club)
        refused = "refuses" in dialog.error.text()
        assert refused == (password == "wrong")
    dialog.primary_button.click()
    idle(qtbot, club)
    judged = [d for d in page.findChildren(ImportDialog) if d.plan is not None]
    assert len(judged) == 1
    assert judged[0].plan is not None
    assert judged[0].plan.rows[0].incoming.surname == "Щ"
    judged[0].close()


def test_two_chosen_in_the_list_are_put_side_by_side(qtbot: QtBot, club: Context) -> None:
    said: list[Message] = []
    club.said.connect(said.append)
    kept, other = add(club, surname="Щукин"), add(club, surname="Ким")
    listed = seen(qtbot, club, ClientsPage(club))
    listed.merge_chosen()
    assert "two clients" in club.text(said[-1].say)
    view = listed.table.findChild(QAbstractItemView)
    assert view is not None
    view.selectAll()
    listed.merge_chosen()
    dialog = listed.findChild(MergeDialog)
    assert dialog is not None
    assert {dialog.kept_id, dialog.other_id} == {kept, other}
    idle(qtbot, club)
    dialog.close()
