"""The door's window alone: a laptop with a sealed list, without a club."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from vipdesk.clock import SystemClock
from vipdesk.ui.context import Context
from vipdesk.ui.door_kiosk import DoorKiosk
from vipdesk.ui.loop import run_loop
from vipdesk.ui.qt_words import QtWords
from vipdesk.ui.runner import Runner
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.events.door_log import DoorPlace
    from vipdesk.settings import Settings
    from vipdesk.ui.runner import Bug


def run_door(kept: Settings, place: DoorPlace, arguments: list[str]) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    application = QApplication(arguments)
    runner = Runner()
    context = Context(runner, kept, SystemClock())
    context.look.wear(application)
    words = QtWords(context)
    kiosk = DoorKiosk(context, place)
    kiosk.left.connect(application.quit)
    kiosk.showMaximized()
    code = run_loop(application, partial(_show_bug, kiosk), runner.close)
    del words
    return code


def _show_bug(kiosk: DoorKiosk, _bug: Bug) -> None:
    """Noted in the log; at the door one sentence is enough."""
    kiosk.tell(say("Something went wrong here. What was let in is kept; go on."), bad=True)
