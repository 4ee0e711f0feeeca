"""Windows: messages to our window when the session is locked and before the computer sleeps.

Not run on the machines this was written on: the reading of the messages is tested with messages
made by hand, the registration only by its absence.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

WM_POWERBROADCAST = 0x0218
WM_WTSSESSION_CHANGE = 0x02B1
PBT_APMSUSPEND = 0x0004
WTS_SESSION_LOCK = 0x7
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
_THIS_SESSION = 0
_AWAY = {
    (WM_POWERBROADCAST, PBT_APMSUSPEND),
    (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
    (WM_WTSSESSION_CHANGE, WTS_CONSOLE_DISCONNECT),
    (WM_WTSSESSION_CHANGE, WTS_REMOTE_DISCONNECT),
}


class SessionTeller(QAbstractNativeEventFilter):
    """Calls `away()`; see `away.Teller`. Windows waits two seconds for the answer to a suspend."""

    def __init__(self, window_id: int, away: Callable[[], object], api: Any = None) -> None:
        super().__init__()
        self._window, self._away = window_id, away
        self._api = api or ctypes.windll.wtsapi32  # type: ignore[attr-defined, unused-ignore]
        self._api.WTSRegisterSessionNotification(wintypes.HWND(window_id), _THIS_SESSION)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def settled(self) -> None:
        """Windows waits for nobody longer."""

    def stop(self) -> None:
        """Listen no more."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self)
        self._api.WTSUnRegisterSessionNotification(wintypes.HWND(self._window))

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> Any:
        """Look at a message and let it go on."""
        name = kind.data() if isinstance(kind, QByteArray) else bytes(kind)
        if name == b"windows_generic_MSG" and says_away(int(message)):
            self._away()
        return False, 0


def says_away(address: int) -> bool:
    """Whether the MSG structure at this address tells that the person goes away."""
    message = wintypes.MSG.from_address(address)
    return (message.message, message.wParam) in _AWAY
