"""A context for widgets, a desk for the shell."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.entry_for_tests import folder, opening  # noqa: F401 fixtures
from tests.ui.today_for_tests import open_page  # noqa: F401 a fixture
from vipdesk.access import Office
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.paths import Paths
from vipdesk.settings import Settings, Theme
from vipdesk.ui.context import Context
from vipdesk.ui.runner import Runner
from vipdesk.wording import Lang

MOSCOW = ZoneInfo("Europe/Moscow")
KEPT = Settings(lang=Lang.EN, theme=Theme.LIGHT, reduced_motion=True)


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[Runner]:
    """A runner without a club."""
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def context(runner: Runner, clock: SetClock, qapp: QApplication) -> Context:
    """English, light, Moscow time, on a runner without a club."""
    made = Context(runner, KEPT, clock, zone=MOSCOW)
    made.look.wear(qapp)
    return made


@pytest.fixture
def club(vault_office: Office, runner: Runner, context: Context) -> Context:
    """A context whose runner has an open club."""
    runner.use(vault_office)
    return context


@pytest.fixture
def desk_app(
    vault_office: Office, paths: Paths, clock: SetClock, qapp: QApplication
) -> Iterator[DeskApp]:
    """The whole window on a small club."""
    made = open_window(
        paths,
        office=vault_office,
        kept=KEPT.with_(section="settings"),
        clock=clock,
        size=(1280, 800),
    )
    yield made
    made.close()
