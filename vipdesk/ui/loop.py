"""The event loop of the living desk: a failure in a slot is noted and shown, the desk goes on."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from vipdesk.ui.runner import Bug


_ROUNDS = 4  # of collecting: what Qt held for a connection is let go with its sender


def forget_circles() -> None:
    """Widgets and rows that only hang in circles would stay until the next collection, and what
    was set aside at the start for good.
    """
    gc.unfreeze()
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not gc.collect():
            break
    gc.freeze()


def run_loop(
    application: QApplication, show_bug: Callable[[Bug], None], at_end: Callable[[], None]
) -> int:
    """Run until the window is closed; returns the exit code."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        from vipdesk import log
        from vipdesk.ui.runner import bug_of

        log.failure("window.slot", error)
        show_bug(bug_of(error))

    sys.excepthook = caught
    try:
        return application.exec()
    finally:
        at_end()
        from vipdesk import log

        log.stop()
