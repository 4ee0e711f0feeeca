"""Pictures of the window for the tour, the user guide and tests: what a person would see."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vipdesk.ui.runner import Runner


def settle(runner: Runner, seconds: float = 30.0) -> None:
    """Let the runner finish and the pages draw. Raises TimeoutError after `seconds`.

    Three quiet rounds in a row: a result may ask for the next one.
    """
    end = monotonic() + seconds
    quiet = 0
    while quiet < 3:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        quiet = quiet + 1 if runner.idle else 0
        if monotonic() > end:
            raise TimeoutError("the pages are still being read")


def grab(widget: QWidget, path: Path, runner: Runner) -> Path:
    """Save a picture (PNG) of a widget when nothing is being read any more."""
    settle(runner)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path), "PNG"):
        raise OSError(f"cannot write {path.name}")
    return path
