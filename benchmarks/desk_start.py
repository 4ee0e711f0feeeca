"""The desk's start in a process of its own: the window painted, then Today with its data.

Arguments: home folder, vault folder, passphrase, seconds of typing. It is the person's own way:
first paint, unlock screen, the passphrase typed, Enter, Today. The time of the typing alone is
taken off, and nothing else; what the desk does meanwhile (it imports its store) is the reason
why typing 0 seconds is measured too: that is the whole of it, one after the other.
"""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.processes import peak_mb, since_start, tell
from vipdesk import app, settings
from vipdesk.paths import Paths


class Start:
    """Watches one start."""

    def __init__(self, home: Path, vault: Path, passphrase: str, typing: float) -> None:
        paths = Paths.under(home)
        kept = settings.load(paths.settings).with_(vault=str(vault), section="today")
        self.desk = app.DeskApp(paths, kept, live=True)
        self.passphrase, self.typing = passphrase, typing
        self.window, self.window_cpu, self.left_out = 0.0, 0.0, 0.0
        self.desk.window.first_painted.connect(self.on_painted)
        self.desk.window.show()

    def on_painted(self) -> None:
        self.window = since_start()
        self.window_cpu = time.process_time()
        self.desk.begin()
        self.desk.runner.bug.connect(give_up)
        self.begun = since_start()
        QTimer.singleShot(round(self.typing * 1000), self.on_typed)

    def on_typed(self) -> None:
        from vipdesk.ui.pages.unlock_page import UnlockPage  # not before the first paint

        page = self.desk.window.centralWidget()
        assert isinstance(page, UnlockPage)
        self.left_out = since_start() - self.begun if self.typing else 0.0
        page.opened.connect(self.on_opened)
        page.form.set_values({"passphrase": self.passphrase})
        page.form.submitted.emit()

    def on_opened(self) -> None:
        """Connected after the window's own slot: the shell is there."""
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
                "today": since_start() - self.left_out,
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
    start = Start(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], float(sys.argv[4]))
    application.exec()
