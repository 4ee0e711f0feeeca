"""States of a page: read, slow, broken, empty."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vipdesk.changes import Changes
from vipdesk.errors import UserError
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.page import Page
from vipdesk.ui.picture import settle
from vipdesk.ui.widgets import Body, EmptyState
from vipdesk.wording import Lang, say


class SlowPage(Page):
    section = "clients"
    title = say("Clients")
    watches = ("client",)

    def _build(self) -> None:
        self.gate = threading.Event()
        self.error: Exception | None = None
        self.shown: list[Any] = []
        self.body.addWidget(Body(self.context, "content"))

    def reload(self) -> None:
        self.load(self._read, self._show)

    def _read(self, _desk: object) -> int:
        self.gate.wait(10)
        if self.error is not None:
            raise self.error
        return 7

    def _show(self, rows: int) -> None:
        self.shown.append(rows)


@pytest.fixture
def page(club: Context, qtbot: QtBot) -> SlowPage:
    made = SlowPage(club)
    qtbot.addWidget(made)
    return made


def test_a_page_reads_when_it_is_first_seen(page: SlowPage, club: Context) -> None:
    page.gate.set()
    assert club.runner.idle
    page.show()
    settle(club.runner)
    assert page.shown == [7]
    page.hide()
    page.show()
    settle(club.runner)
    assert page.shown == [7]


def test_a_slow_page_shows_bars_and_then_its_rows(
    page: SlowPage, club: Context, qtbot: QtBot
) -> None:
    page.show()
    qtbot.waitUntil(page._skeleton.isVisible)
    page.gate.set()
    settle(club.runner)
    assert page._content.isVisible()


def test_a_page_that_cannot_be_read_says_so_and_tries_again(page: SlowPage, club: Context) -> None:
    page.gate.set()
    page.error = UserError(say("Nobody works in this vault. Make a new one."))
    page.show()
    settle(club.runner)
    assert page._error.isVisible()
    assert "Nobody works" in page._error.sentence.text()
    page.error = None
    page._error.primary.click()
    settle(club.runner)
    assert page._content.isVisible()


@pytest.mark.loud
def test_a_bug_in_a_read_is_told_and_the_page_stays_usable(page: SlowPage, club: Context) -> None:
    page.gate.set()
    page.error = ValueError("x")
    bugs = []
    club.runner.bug.connect(bugs.append)
    page.show()
    settle(club.runner)
    assert [b.kind for b in bugs] == ["ValueError"]
    assert page._error.isVisible()


def test_only_watched_tables_reload_a_page(page: SlowPage, club: Context) -> None:
    from uuid import uuid4

    page.gate.set()
    page.show()
    settle(club.runner)
    for table in ("event", "client"):
        club.changed.emit(Changes(frozenset({(table, uuid4())})))
    settle(club.runner)
    assert page.shown == [7, 7]


def test_another_language_makes_the_rows_anew(page: SlowPage, club: Context) -> None:
    page.gate.set()
    page.show()
    settle(club.runner)
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    assert page.shown == [7, 7]
    page.open_link(Link("client", part="notes"))
    settle(club.runner)
    assert page.link.part == "notes"


def test_an_empty_page_and_what_a_page_does_not_do(page: SlowPage, club: Context) -> None:
    page.gate.set()
    page.show()
    settle(club.runner)
    empty = EmptyState(club, say("Good"))
    page.show_empty(empty)
    assert empty.isVisible()
    assert not page.new_here()
    assert not page.find_here()
    page.show_subtitle(say("{n} days", n=2))
    assert page.subtitle.text() == "2 days"


def test_a_sheet_grows_with_what_appears_later(context: Context, qtbot: QtBot) -> None:
    from vipdesk.ui.dialogs.dialog import Dialog
    from vipdesk.ui.widgets import Body
    from vipdesk.ui.widgets.fields import Field

    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    sheet = Dialog(context, say("Sheet"), rows=(Field("a", say("A")),), parent=page)
    late = Body(context, "\n".join("line" for _ in range(12)))
    sheet.body.addWidget(late)
    late.hide()
    sheet.open()
    before = sheet.height()
    late.show()
    qtbot.waitUntil(lambda: sheet.height() > before + 100)
    sheet.close()
