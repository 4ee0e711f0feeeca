"""The desk locks when the screen is locked and before the computer sleeps, as the system tells it.

Each platform has its own file; what it cannot tell (an older desktop, no D-Bus) is still seen by
the clocks of `idle.IdleWatch` after the computer wakes.
"""

from __future__ import annotations

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from vipdesk import log


class Teller(Protocol):
    """What a platform's file offers."""

    def settled(self) -> None:
        """The desk is locked: the computer need not wait for it any more."""

    def stop(self) -> None:
        """Listen no more."""


class AwayWatch(QObject):
    """`away` when the screen was locked or the computer is about to sleep."""

    away = Signal()

    def __init__(self, parent: QObject | None = None, *, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._platform = platform
        self._teller: Teller | None = None

    def start(self, window_id: int) -> None:
        """Begin to listen. Imports the platform's part now, not before the first paint; a
        platform that does not answer leaves the clocks.
        """
        if self._teller is not None:
            return
        try:
            self._teller = self._made(window_id)
        except (OSError, ImportError, AttributeError) as error:
            log.failure("away.deaf", error)

    def settled(self) -> None:
        """The desk is locked."""
        if self._teller is not None:
            self._teller.settled()

    def stop(self) -> None:
        """The window closes."""
        if self._teller is not None:
            self._teller.stop()
            self._teller = None

    def _made(self, window_id: int) -> Teller | None:
        if self._platform.startswith("linux"):
            from vipdesk.ui.away_linux import BusTeller, buses

            return BusTeller(*buses(), self.away.emit, self)
        if self._platform == "win32":
            from vipdesk.ui.away_windows import SessionTeller

            return SessionTeller(window_id, self.away.emit)
        if self._platform == "darwin":
            from vipdesk.ui.away_mac import ScreenTeller

            return ScreenTeller(self.away.emit)
        return None
