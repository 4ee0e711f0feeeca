"""Helpers of the tests of the private track on the screen."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.factories import client
from tests.factories_complaints import staff_of
from vipdesk.access import Desk, Office
from vipdesk.clients.search_entry import keep_found
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.complaints_page import ComplaintsPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import (
    Role,
)

Key = Qt.Key
# The offscreen platform has no windows above others: lists and menus make it say so.
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def seen(qtbot: QtBot, club: Context, page: QWidget, size: tuple[int, int] = (968, 900)) -> None:
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    settle(club.runner)


def at_work(club: Context, office: Office, role: Role) -> None:
    staff_id = office.read(lambda desk: staff_of(desk, role).id)
    other = office.as_staff(staff_id)
    club.runner.use(other)
    club.staff = other.staff


def add_volkova(vault_office: Office, club: Context) -> UUID:
    club.staff = vault_office.staff

    def added(desk: Desk) -> UUID:
        person = client(desk)
        keep_found(desk, person.id)
        return person.id

    return vault_office.write(added)[0]


def show_board(club: Context, qtbot: QtBot) -> ComplaintsPage:
    page = ComplaintsPage(club)
    seen(qtbot, club, page)
    return page


def case_page(qtbot: QtBot, club: Context, case_id: UUID) -> ComplaintPage:
    page = ComplaintPage(club, Link("complaint", case_id))
    seen(qtbot, club, page)
    return page


def opened(club: Context) -> list[Link]:
    links: list[Link] = []
    club.open_requested.connect(links.append)
    return links


def type_in(widget: QWidget, text: str) -> None:
    """As a person types, in any alphabet (QTest knows Latin alone)."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)
