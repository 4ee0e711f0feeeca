"""The server falls silent under an open desk, and comes back: nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select

from tests.db import PASSPHRASE, _admin
from tests.team.club import PASSWORD, Club
from tests.ui.conftest import KEPT
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.models import Interaction
from vipdesk.paths import Paths
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.doors import TeamWay
from vipdesk.ui.pages.client_page import ClientPage
from vipdesk.ui.picture import settle


@pytest.fixture
def desk(qapp: QApplication, paths: Paths, clock: SetClock, club: Club) -> Iterator[DeskApp]:
    """Maria's desk, signed in, with a copy on the laptop."""
    made = open_window(paths, kept=KEPT.with_(section="clients"), clock=clock, size=(1280, 800))
    settle(made.runner)
    a = club.address("maria")
    way = TeamWay(a.host, a.port, a.database, a.login, PASSWORD)
    folder = paths.vault
    made.runner.call(
        lambda: made.doors.join_team(folder, PASSPHRASE, way), made.enter, owner=QObject(made)
    )
    settle(made.runner)
    made.connection.look()
    settle(made.runner)
    yield made
    made.close()


def silence(club: Club, *, on: bool) -> None:
    """The server lets nobody in, and hangs up on who is there."""
    _admin(club.server, f'ALTER DATABASE "{club.database}" ALLOW_CONNECTIONS {not on}')
    if on:
        _admin(
            club.server,
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            f" WHERE datname = '{club.database}'",
        )


def talk(desk: DeskApp, club: Club) -> TalkDialog:
    desk.context.open(Link("client", club.planted.hers_calm))
    settle(desk.runner)
    assert desk.shell is not None
    page = desk.shell.page
    assert isinstance(page, ClientPage)
    page.log_talk()
    settle(desk.runner)
    (dialog,) = page.window().findChildren(TalkDialog)
    return dialog


def home(desk: DeskApp) -> str:
    office = desk.runner.office
    assert office is not None
    return str(office.home)  # type: ignore[attr-defined]


def test_a_talk_typed_when_the_server_falls_silent_is_saved_and_delivered(
    desk: DeskApp, club: Club, qtbot: QtBot
) -> None:
    dialog = talk(desk, club)
    dialog.form.set_values({"text": "Рассказала о регате"})
    silence(club, on=True)
    try:
        dialog.submit()
        settle(desk.runner)
        qtbot.waitUntil(lambda: home(desk) == "offline", timeout=10_000)
        settle(desk.runner)
        assert dialog.isVisible(), "the sheet stays with its text"
        assert desk.shell is not None
        assert desk.shell.sidebar.status.place.text() == "Without the server"
        dialog.submit()
        settle(desk.runner)
        assert not isValid(dialog), "saved on the copy"
        desk.connection.look()
        settle(desk.runner)
        assert home(desk) == "offline"
    finally:
        silence(club, on=False)
    desk.connection.look()
    settle(desk.runner)
    assert home(desk) == "team"
    assert "delivered" in desk.shell.bar.sentence.text()
    told = select(Interaction.text).where(Interaction.client_id == club.planted.hers_calm)
    found = club.office("ilya").read(lambda d: set(d.session.scalars(told)))
    assert "Рассказала о регате" in found
