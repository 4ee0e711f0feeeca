"""What a person is about to open is there when they open it, and never older than a moment."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients_for_tests import add, idle, opened, seen, write
from vipdesk.clients.profile import change_client, get_client
from vipdesk.ui.command_palette import CommandPalette
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.client_page import ClientPage
from vipdesk.ui.pages.clients_page import ClientsPage


def read_ahead(qtbot: QtBot, club: Context, client_id: Any) -> None:
    club.ahead.expect(client_id)
    qtbot.waitUntil(lambda: client_id in club.ahead)


def moved(client_id: Any) -> Any:
    def deed(desk: Any) -> None:
        from dataclasses import replace

        base = get_client(desk, client_id).fields
        change_client(desk, client_id, base=base, values=replace(base, city="Казань"))

    return deed


def test_who_was_chosen_stands_there_at_once(qtbot: QtBot, club: Context) -> None:
    client_id = add(club, "Щукин", "Пётр")
    read_ahead(qtbot, club, client_id)
    page = ClientPage(club, Link("client", client_id))
    qtbot.addWidget(page)
    page.show()
    assert page.card is not None
    assert page.card.id == client_id
    assert "Щукин" in page.heading_label.text()
    idle(qtbot, club)


def test_what_moved_meanwhile_is_shown_a_moment_later(qtbot: QtBot, club: Context) -> None:
    """Another desk's change that this one was not told of."""
    client_id = add(club, "Щукин", "Пётр", city="Москва")
    read_ahead(qtbot, club, client_id)
    write(club, moved(client_id))
    page = opened(qtbot, club, client_id)
    assert page.card.fields.city == "Москва"
    qtbot.waitUntil(lambda: page.card.fields.city == "Казань")
    assert "Казань" in page.subtitle.text()


def test_a_change_in_the_club_or_a_lock_forgets(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    read_ahead(qtbot, club, client_id)
    club.runner.write(moved(client_id), owner=club)
    idle(qtbot, club)
    assert club.ahead.take(client_id) is None
    read_ahead(qtbot, club, client_id)
    club.forget()
    assert club.ahead.take(client_id) is None


def test_a_cursor_that_has_gone_on_keeps_nobody(qtbot: QtBot, club: Context) -> None:
    first, second = add(club, "Аксёнов"), add(club, "Щукин")
    club.ahead.expect(first)
    read_ahead(qtbot, club, second)
    assert first not in club.ahead
    club.ahead.expect(first)
    club.ahead.expect(None)
    idle(qtbot, club)
    assert first not in club.ahead


def test_a_client_who_is_gone_is_told_of_only_when_opened(
    qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vipdesk.ids import new_id

    gone, said, read = new_id(), [], club.runner.read
    club.said.connect(said.append)
    asked: list[Any] = []

    def noted(*what: Any, **how: Any) -> None:
        asked.append(what)
        read(*what, **how)

    monkeypatch.setattr(club.runner, "read", noted)
    club.ahead.expect(gone)
    qtbot.waitUntil(lambda: bool(asked))
    idle(qtbot, club)
    assert gone not in club.ahead
    assert not said


def test_the_list_and_the_search_box_say_who_is_next(qtbot: QtBot, club: Context) -> None:
    client_id = add(club, "Щукин", "Пётр")
    page = seen(qtbot, club, ClientsPage(club, Link("clients")))
    page.show_everybody()
    idle(qtbot, club)
    page.table.choose_first()
    qtbot.waitUntil(lambda: client_id in club.ahead)
    club.ahead.forget()
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 600)
    host.show()
    palette = CommandPalette(club, host)
    palette.ask(())
    palette.box.setText("щук")
    qtbot.waitUntil(lambda: client_id in club.ahead)
