"""macOS: the distributed notification of a locked screen, through CoreFoundation's plain C calls.

The notification `com.apple.screenIsLocked` is not documented by Apple, and is what password
stores listen to. A sleep that does not lock the screen is seen by the clocks on waking.
Not run on the machines this was written on: tested against a stand-in for the library.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

LOCKED = b"com.apple.screenIsLocked"
_FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_Told = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class ScreenTeller:
    """Calls `away()` from the main run loop; see `away.Teller`."""

    def __init__(self, away: Callable[[], object], library: Any = None) -> None:
        self._away = away
        self._cf = library or _typed(ctypes.CDLL(_FRAMEWORK))
        self._center = self._cf.CFNotificationCenterGetDistributedCenter()
        self._name = self._cf.CFStringCreateWithCString(None, LOCKED, _UTF8)
        self._told = _Told(self._on_told)  # kept: the system holds only its address
        self._cf.CFNotificationCenterAddObserver(
            self._center, id(self), self._told, self._name, None, _AT_ONCE
        )

    def settled(self) -> None:
        """Nothing waits for the desk."""

    def stop(self) -> None:
        """Listen no more."""
        self._cf.CFNotificationCenterRemoveObserver(self._center, id(self), self._name, None)
        self._cf.CFRelease(self._name)

    def _on_told(self, *_of_the_notification: int | None) -> None:
        self._away()


def _typed(library: Any) -> Any:
    """Addresses are 64 bits wide; ctypes would take them for `int`."""
    address = ctypes.c_void_p
    calls: tuple[tuple[str, Any, list[Any]], ...] = (
        ("CFNotificationCenterGetDistributedCenter", address, []),
        ("CFStringCreateWithCString", address, [address, ctypes.c_char_p, ctypes.c_uint32]),
        (
            "CFNotificationCenterAddObserver",
            None,
            [address, address, _Told, address, address, ctypes.c_long],
        ),
        ("CFNotificationCenterRemoveObserver", None, [address, address, address, address]),
        ("CFRelease", None, [address]),
    )
    for name, gives, takes in calls:
        function = getattr(library, name)
        function.restype, function.argtypes = gives, takes
    return library
