"""Today as people see and use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.factories_channels import put_call, put_mail
from vipdesk.access import Desk, Office
from vipdesk.models import Promise
from vipdesk.ui.context import Context
from vipdesk.ui.pages.today_page import TodayPage
from vipdesk.ui.pages.today_parts import LineWidget
from vipdesk.ui.pages.today_words import Act
from vipdesk.ui.picture import settle

Open = Callable[..., TodayPage]


@pytest.fixture
def open_page(club: Context, qtbot: QtBot) -> Open:
    kept: list[TodayPage] = []  # a page is a parent: its sheets go with it

    def opened(width: int = 980, height: int = 620) -> TodayPage:
        club.staff = club.runner.office.staff  # type: ignore[union-attr]
        page = TodayPage(club)
        qtbot.addWidget(page)
        page.resize(width, height)
        kept.append(page)
        page.show()
        settle(club.runner)
        return page

    return opened


def fill(office: Office, work: Callable[[Desk], object]) -> None:
    office.write(work)


def a_morning(desk: Desk) -> None:
    """An overdue promise, one of the week, a call that is due, a birthday, a thing to do."""
    anna = make.client(desk, last_contact_at=desk.now - timedelta(days=1))
    make.phone(desk, anna.id)
    make.consent(desk, anna.id)
    make.promise(desk, anna.id, text="Прислать каталог", due_at=desk.now - timedelta(hours=2))
    make.promise(desk, anna.id, text="Забронировать стол", due_at=desk.now + timedelta(days=3))
    make.client(
        desk, surname="Щукин", given="Пётр", latin_name="Petr Shchukin", birth_month=11,
        birth_day=27, birth_year=1976, last_contact_at=desk.now - timedelta(days=45),
    )  # fmt: skip
    put_call(desk, anna.id)
    put_mail(desk, anna.id)


def lines(page: TodayPage) -> dict[str, LineWidget]:
    return {line.line.key[0]: line for line in reversed(page._lines())}


def said(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(line: LineWidget, act: Act, qtbot: QtBot) -> None:
    qtbot.mouseClick(line.button(act), Qt.MouseButton.LeftButton)


def state_of(office: Office, kind: type, text: str) -> object:
    def read(desk: Desk) -> object:
        row = desk.session.query(Promise).filter_by(text=text).one()
        return row.state

    return office.read(read)
