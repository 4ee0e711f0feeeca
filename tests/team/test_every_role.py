"""Each role opens every page that its sidebar offers, on a real server: nothing is refused."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from tests.db import PASSPHRASE
from tests.team.club import PASSWORD, PEOPLE, Club
from tests.ui.conftest import KEPT
from vipdesk.app import open_window
from vipdesk.clock import SetClock
from vipdesk.paths import Paths
from vipdesk.ui.context import Link
from vipdesk.ui.doors import TeamWay
from vipdesk.ui.picture import settle
from vipdesk.ui.runner import Bug, Message
from vipdesk.vocabulary import Role


@pytest.mark.parametrize("login", PEOPLE)
def test_every_page_that_is_offered_opens(
    login: str, qapp: QApplication, paths: Paths, clock: SetClock, club: Club
) -> None:
    desk = open_window(paths, kept=KEPT, clock=clock, size=(1280, 800))
    told: list[object] = []
    try:
        settle(desk.runner)
        desk.runner.said.connect(told.append)
        desk.runner.bug.connect(told.append)
        a = club.address(login)
        way = TeamWay(a.host, a.port, a.database, a.login, PASSWORD)
        join = lambda: desk.doors.join_team(paths.vault, PASSPHRASE, way)  # noqa: E731
        desk.runner.call(join, desk.enter, owner=QObject(desk))
        settle(desk.runner)
        shell = desk.shell
        assert shell is not None
        places = [Link(key) for key in shell.sidebar.buttons]
        role = PEOPLE[login][0]
        client = club.planted.his if login == "oleg" else club.planted.hers_open
        if "clients" in shell.sidebar.buttons:
            places.append(Link("client", client))
        if "complaints" in shell.sidebar.buttons and role is not Role.MANAGER:
            places.append(Link("complaint", club.planted.open_case))
        for place in places:
            shell.go(place)
            settle(desk.runner)
            page = shell.page
            assert page is not None, place.kind
            assert page.loaded, place.kind
            assert not page._error.isVisible(), place.kind
            assert not [m for m in told if isinstance(m, Bug | Message)], place.kind
    finally:
        desk.close()
