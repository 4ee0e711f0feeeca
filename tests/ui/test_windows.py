"""No window but the window and its sheets: nothing flashes before it has a place."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRectF
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import factories
from tests.factories_complaints import filed
from vipdesk.access import Desk, Office
from vipdesk.app import DeskApp
from vipdesk.clients.search_entry import keep_found
from vipdesk.settings import Theme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.main_window import MainWindow
from vipdesk.ui.picture import settle
from vipdesk.ui.shell import Shell
from vipdesk.ui.theme import icons
from vipdesk.ui.wiring import SECTIONS
from vipdesk.wording import say


class Watch(QObject):
    """Notes every window of its own that becomes visible."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            expected = (MainWindow, QDialog)
            if watched.isWindow() and not isinstance(watched, expected):
                self.seen.append(f"{type(watched).__name__} at {_place()}")
        return False


def _place() -> str:
    """The line of ours that showed it."""
    frames = [f for f in traceback.extract_stack() if "/vipdesk/ui/" in f.filename]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "?"


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def ids(vault_office: Office) -> tuple[UUID, UUID, UUID]:
    def some(desk: Desk) -> tuple[UUID, UUID, UUID]:
        person = factories.client(desk)
        keep_found(desk, person.id)
        return person.id, factories.event(desk).id, filed(desk, person.id, threat=True).id

    return vault_office.write(some)[0]


@pytest.fixture
def shell(desk_app: DeskApp) -> Shell:
    settle(desk_app.runner)
    assert desk_app.shell is not None
    return desk_app.shell


def test_no_page_flashes_a_window_while_it_opens(
    ids: tuple[UUID, UUID, UUID], shell: Shell, watch: Watch
) -> None:
    client, event, case = ids
    places = [Link(s.key) for s in SECTIONS]
    places += [Link("client", client), Link("event", event), Link("complaint", case)]
    for place in places:
        shell.go(place)
        settle(shell.context.runner)
        assert not watch.seen, (place.kind, watch.seen)


def test_no_empty_page_flashes_a_window(shell: Shell, watch: Watch) -> None:
    for section in SECTIONS:
        shell.go(Link(section.key))
        settle(shell.context.runner)
        assert not watch.seen, (section.key, watch.seen)


def test_no_sheet_flashes_another_window(
    ids: tuple[UUID, UUID, UUID], shell: Shell, watch: Watch, qtbot: QtBot
) -> None:
    client, event, _case = ids
    for place in (Link("clients"), Link("client", client), Link("events"), Link("event", event),
                  Link("cards"), Link("complaints")):  # fmt: skip
        shell.go(place)
        settle(shell.context.runner)
        assert shell.page is not None
        shell.page.new_here()
        settle(shell.context.runner)
        for sheet in shell.findChildren(QDialog):
            sheet.close()
        settle(shell.context.runner)
        assert not watch.seen, (place.kind, watch.seen)
    shell._quick_note()
    shell._show_shortcuts()
    settle(shell.context.runner)
    for sheet in shell.findChildren(QDialog):
        sheet.close()
    assert not watch.seen


# The message bar


def test_the_bar_floats_over_whatever_page_comes(
    ids: tuple[UUID, UUID, UUID], shell: Shell
) -> None:
    shell.context.say(say("Note saved."))
    for place in (Link("event", ids[1]), Link("settings"), Link("event", ids[1]), Link("clients")):
        shell.go(place)
        settle(shell.context.runner)
        middle = shell.bar.mapTo(shell, shell.bar.rect().center())
        for point in (middle, shell.bar.mapTo(shell, QPoint(shell.bar.width() // 2, 1))):
            found = shell.childAt(point)
            assert found is shell.bar or shell.bar.isAncestorOf(found or shell), place


def test_the_bar_stays_inside_the_smallest_window(shell: Shell) -> None:
    shell.context.problem(
        say("VIP Desk cannot open this kind of file. It opens .vcf, .csv, .eml and .ics.")
    )
    for size in ((1440, 900), (1024, 640)):
        shell.window().resize(*size)
        settle(shell.context.runner)
        assert shell.rect().contains(shell.bar.geometry())
        assert shell.stack.geometry().contains(shell.bar.geometry())


# Links with a part


def test_settings_open_at_the_mail_account(shell: Shell) -> None:
    from vipdesk.ui.pages.settings_page import SettingsPage

    shell.window().resize(1024, 640)
    shell.go(Link("settings", None, "mail"))
    settle(shell.context.runner)
    page = shell.page
    assert isinstance(page, SettingsPage)
    focused = shell.window().focusWidget()
    assert focused is not None
    assert page.mail.isAncestorOf(focused)
    top = page.mail.mapTo(page.area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < page.area.viewport().height()


# Icons


def test_an_icon_is_drawn_once_a_look(context: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    class Counted(QSvgRenderer):
        def __init__(self, drawing: QByteArray) -> None:
            super().__init__(drawing)
            drawn.append("once")

    monkeypatch.setattr(icons, "QSvgRenderer", Counted)
    QPixmapCache.clear()
    canvas = QPixmap(40, 40)
    for _ in range(5):
        painter = QPainter(canvas)
        icons.paint(painter, context.look, "mail", QRectF(0, 0, 20, 20))
        painter.end()
        icons.pixmap(context.look, "mail")
    assert len(drawn) == 1
    context.change_settings(theme=Theme.DARK)
    icons.pixmap(context.look, "mail")
    assert len(drawn) == 2
    painter = QPainter(canvas)
    icons.paint(painter, context.look, "mail", QRectF(0, 0, 20, 20))
    painter.end()
    assert len(drawn) == 2


def test_a_first_window_fits_the_screen(qtbot: QtBot) -> None:
    from vipdesk import tokens
    from vipdesk.ui.main_window import MainWindow

    ledger = tokens.ledger()
    window = MainWindow(ledger.colours(dark=False), ledger.size)
    qtbot.addWidget(window)
    room = window.screen().availableSize().expandedTo(window.minimumSize())
    assert window.width() <= room.width()
    assert window.height() <= room.height()
