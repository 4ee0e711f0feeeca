"""The whole desk alive: first paint, demonstration, jobs, bugs told once."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vipdesk.app import DeskApp
from vipdesk.paths import Paths
from vipdesk.ui.picture import settle
from vipdesk.ui.runner import Bug
from vipdesk.vocabulary import Role

HEAVY = ("sqlalchemy", "alembic", "apscheduler", "reportlab", "icalendar", "babel", "holidays")


def test_the_first_paint_waits_for_nothing_heavy() -> None:
    code = (
        "import sys; from pathlib import Path; from PySide6.QtWidgets import QApplication;"
        "from vipdesk import app, settings; from vipdesk.paths import Paths; a = QApplication([]);"
        "d = app.DeskApp(Paths.under(Path('none')), settings.Settings());"
        "d.window.first_painted.connect(a.quit); d.window.show(); a.exec();"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_a_living_desk_ticks_until_it_is_locked(
    paths: Paths, qapp: QApplication, qtbot: QtBot
) -> None:
    from tests.ui.conftest import KEPT

    desk = DeskApp(paths, KEPT.with_(section="settings"), demo=(40, 1), live=True)
    try:
        desk.window.show()
        desk.begin_demo()
        settle(desk.runner)
        qtbot.waitUntil(lambda: bool(desk.ticking.running), timeout=10_000)
        assert desk.opened is not None
        other = next(p for p in desk.opened.people if p.role is Role.EXECUTIVE)
        desk.change_person(other.id)
        settle(desk.runner)
        assert desk.context.staff is not None
        assert desk.context.staff.role is Role.EXECUTIVE
        assert len(desk.ticking.running) == 1
        desk.lock()
        settle(desk.runner)
        assert not desk.ticking.running
        assert paths.log.exists()
    finally:
        desk.close()
        from vipdesk import log

        log.stop()


def test_the_same_bug_is_shown_once(desk_app: DeskApp) -> None:
    settle(desk_app.runner)
    desk_app.show_bug(Bug("ValueError", "page.py:1"))
    first = QApplication.activeModalWidget()
    assert first is not None
    first.close()
    desk_app.show_bug(Bug("ValueError", "page.py:1"))
    assert QApplication.activeModalWidget() is None


@pytest.mark.loud
def test_run_opens_the_window_and_notes_what_fails_in_a_slot(paths: Paths) -> None:
    """In a process of its own: it has an event loop and an excepthook."""
    code = (
        "import sys; from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; from vipdesk import app;"
        "from vipdesk.paths import Paths\n"
        "def fail():\n    raise ValueError('Anna Petrova')\n"
        "def close():\n"
        "    [w.close() for w in QApplication.topLevelWidgets()]; QApplication.quit()\n"
        "begin = app.DeskApp.begin\n"
        "def began(self):\n"
        "    begin(self); QTimer.singleShot(50, fail); QTimer.singleShot(600, close)\n"
        "app.DeskApp.begin = began\n"
        f"print(app.run(Paths.under(Path({str(paths.data.parent)!r}))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout.strip() == "0", done.stderr
    noted = paths.log.read_text()
    assert "window.slot ValueError" in noted
    assert "Anna" not in noted


def test_run_demo_asks_nothing(paths: Paths) -> None:
    code = (
        "from pathlib import Path; from PySide6.QtCore import QTimer;"
        "from PySide6.QtWidgets import QApplication; from vipdesk import app;"
        "from vipdesk.paths import Paths\n"
        "enter = app.DeskApp.enter\n"
        "def entered(self, opened, section=''):\n"
        "    enter(self, opened, 'settings'); QTimer.singleShot(300, self.window.close)\n"
        "app.DeskApp.enter = entered\n"
        f"print(app.run_demo(Paths.under(Path({str(paths.data.parent)!r})), clients=40, lang='ru'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stdout.strip() == "0", done.stderr
    assert (paths.demo_vault / "vault.db").exists()
