"""An old link after a merge, two clients again, somebody written to from the page."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.clients_for_tests import add, idle, opened, read, texts_of, write
from vipdesk.clients import profile
from vipdesk.clients.merge import merge_clients
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.write_dialog import WriteDialog
from vipdesk.ui.pages.client_names import ClientNames


def test_an_old_link_opens_who_stayed_and_the_two_are_taken_apart(
    qtbot: QtBot, club: Context
) -> None:
    kept, other = add(club, surname="Волкова"), add(club, surname="Волкова-Смит")
    write(club, lambda desk: merge_clients(desk, kept, other))
    page = opened(qtbot, club, other, "names")
    assert page.card is not None
    assert page.card.id == kept
    names = page.tab("names")
    assert isinstance(names, ClientNames)
    qtbot.waitUntil(lambda: "Волкова-Смит" in texts_of(names.merged))
    next(b for b in names.merged.findChildren(QPushButton) if b.text() == "Take apart").click()
    idle(qtbot, club)
    assert read(club, lambda d: profile.get_client(d, other)).fields.surname == "Волкова-Смит"


def test_somebody_is_written_to_from_the_page(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, add(club))
    page.letter_button.click()
    dialog = page.findChild(WriteDialog)
    assert dialog is not None
    assert dialog.isVisible()
