"""Colleagues are named in the reader's letters, wherever they stand."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import factories
from tests.factories_complaints import filed, staff_of
from tests.ui.complaints_for_tests import add_volkova, at_work, case_page, show_board
from vipdesk.access import Desk, Office
from vipdesk.access.office import list_staff
from vipdesk.complaints import flags
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.pages.event_page import EventPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Role
from vipdesk.wording import NOBODY, Lang, Who, Words, say


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_a_colleague_is_named_in_the_reader_s_letters(desk: Desk) -> None:
    assert desk.actor.name_in(Lang.EN) == "Maria Orlova"
    assert desk.actor.name_in(Lang.RU) == "Мария Орлова"


def test_a_sentence_shows_a_name_in_its_own_language(ru: Words, en: Words) -> None:
    said = say("{name} looks after it.", name=Who("Мария Орлова", "Maria Orlova"))
    assert "Maria Orlova" in en(said)
    assert "Мария Орлова" in ru(said)


def test_without_a_latin_spelling_the_own_letters_stay() -> None:
    assert Who("Мария Орлова").shown(Lang.EN) == "Мария Орлова"
    assert not NOBODY


def test_an_english_case_names_everybody_in_latin_letters(
    club: Context, qtbot: QtBot, vault_office: Office, volkova: UUID
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova, threat=True))[0]
    at_work(club, vault_office, Role.HEAD)
    head = vault_office.as_staff(club.staff.id)  # type: ignore[union-attr]
    head.write(lambda d: [flags.acknowledge(d, f.id) for f in flags.list_flags(d)])
    page = case_page(qtbot, club, found.id)
    shown = texts(page)
    assert "written down by Maria Orlova" in shown
    assert "seen by Ilya Kim" in shown
    for person in head.read(list_staff):
        assert person.name not in shown
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    assert "Мария Орлова" in texts(page)


def test_the_board_names_the_owner_in_latin_letters(
    club: Context, qtbot: QtBot, vault_office: Office, volkova: UUID
) -> None:
    vault_office.write(lambda desk: filed(desk, volkova))
    page = show_board(club, qtbot)
    rows = page.table.rows
    owner = [rows.data(rows.index(0, c)) for c in range(rows.columnCount())]
    assert "Maria Orlova" in owner


def test_the_intake_sheet_offers_colleagues_in_latin_letters(
    club: Context, qtbot: QtBot, vault_office: Office
) -> None:
    club.staff = vault_office.staff
    board = show_board(club, qtbot)
    sheet = ComplaintDialog(club, board)
    sheet.open()
    settle(club.runner)
    choice: Any = sheet.form.fields["about"].editor
    offered = [choice.itemText(n) for n in range(choice.count())]
    assert "Ilya Kim" in offered
    assert "Илья Ким" not in offered
    sheet.close()
    settle(club.runner)


def test_an_english_event_names_its_host_in_latin_letters(
    club: Context, qtbot: QtBot, vault_office: Office
) -> None:
    club.staff = vault_office.staff

    def planned(desk: Desk) -> UUID:
        event = factories.event(desk)
        event.host_id = staff_of(desk, Role.COORDINATOR).id
        return event.id

    page = EventPage(club, Link("event", vault_office.write(planned)[0]))
    qtbot.addWidget(page)
    page.show()
    settle(club.runner)
    assert "Anna Lebedeva" in texts(page)
