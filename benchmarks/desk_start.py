"""The desk's start in a process of its own: the window painted, then Today with its data.

Arguments: home folder, vault folder, passphrase. What is left out is the typing of the
passphrase alone: the derivation of the key, the opening and the pages are the desk's own.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processes import peak_mb, since_start, tell
from vipdesk import app, settings
from vipdesk.paths import Paths
from vipdesk.ui.doors import Opened


class Start:
    """Watches one start."""

    def __init__(self, home: Path, vault: Path, passphrase: str) -> None:
        paths = Paths.under(home)
        self.desk = app.DeskApp(paths, settings.load(paths.settings))
        self.vault, self.passphrase = vault, passphrase
        self.window, self.window_cpu = 0.0, 0.0
        self.desk.window.first_painted.connect(self.on_painted)
        self.desk.window.show()

    def on_painted(self) -> None:
        self.window = since_start()
        self.window_cpu = time.process_time()
        self.desk.prepare()
        opening = partial(self.desk.doors.open, self.vault, self.passphrase)
        self.desk.runner.bug.connect(give_up)
        self.desk.runner.call(opening, self.on_opened, owner=self.desk, failed=give_up)

    def on_opened(self, opened: Opened) -> None:
        self.desk.enter(opened)
        assert self.desk.shell is not None
        assert self.desk.shell.page is not None
        self.desk.shell.page.first_shown.connect(self.on_shown)

    def on_shown(self) -> None:
        QTimer.singleShot(0, self.look)

    def look(self) -> None:
        self.desk.window.repaint()
        tell(
            {
                "window": self.window,
                "today": since_start(),
                "window_cpu": self.window_cpu,
                "cpu": time.process_time(),
                "mb": peak_mb(),
            }
        )


def give_up(what: object) -> bool:
    """What the desk would show to a person would wait here for ever."""
    print(what, file=sys.stderr, flush=True)
    os._exit(1)


def fail(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A failure in a slot would leave the desk waiting for ever."""
    traceback.print_exception(kind, error, trace)
    os._exit(1)


if __name__ == "__main__":
    sys.excepthook = fail
    application = QApplication(sys.argv[:1])
    start = Start(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    application.exec()
