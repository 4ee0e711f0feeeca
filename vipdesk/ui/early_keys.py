"""Letters typed before a sheet has the keyboard are the sheet's letters.

On X11 a key belongs to the window that had the focus when it was pressed. While a sheet is
built and shown that is still the page behind it, which the modal sheet blocks already: Qt
drops the key without a word. Windows and macOS ask for the focus when the key is taken from
the queue, so nothing is lost there.

So the letters are taken from the queue, kept until the sheet is active, and sent to it, in
their order. Letters alone, and only into a field: Enter must not confirm a sheet that nobody
has seen yet.
"""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

_LONGEST_MS = 2_000
_BYTES = 32  # of an event of X11
_PRESS, _RELEASE = 2, 3  # xcb_key_press_event_t, xcb_key_release_event_t
_SENT = 0x80  # the highest bit of the type: sent by a program
_WINDOW_AT, _STATE_AT = 12, 28  # where the struct holds its window and the modifiers
_CHORD = 0x04 | 0x08 | 0x40  # Ctrl, Alt, the logo key
_ENTERS = frozenset({36, 104})  # the codes of Return and Enter in the evdev layout
_MASKS = {_PRESS: 1, _RELEASE: 2}


def letter_for(event: bytes, windows: frozenset[int]) -> bool:
    """Whether an event of X11 is a letter for one of these windows, from the keyboard itself."""
    window = int.from_bytes(event[_WINDOW_AT : _WINDOW_AT + 4], sys.byteorder)
    state = int.from_bytes(event[_STATE_AT : _STATE_AT + 2], sys.byteorder)
    return (
        event[0] in _MASKS and window in windows and event[1] not in _ENTERS and not state & _CHORD
    )


def aimed_at(event: bytes, window: int) -> bytes:
    """The same event for another window."""
    made = bytearray(event)
    made[_WINDOW_AT : _WINDOW_AT + 4] = window.to_bytes(4, sys.byteorder)
    return bytes(made)


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, keys: EarlyKeys) -> None:
        super().__init__()
        self._keys = keys

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:
        if bytes(kind) != b"xcb_generic_event_t":
            return False, 0
        return self._keys.take(ctypes.string_at(int(message), _BYTES)), 0


class EarlyKeys(QObject):
    """Keeps the letters of a sheet that is being shown until it is active."""

    def __init__(self, sheet: QDialog) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._filter: _Filter | None = None
        self._windows: frozenset[int] = frozenset()
        self._held: list[bytes] = []
        self._under_way = 0

    def start(self) -> None:
        """The sheet is being shown."""
        page = self._sheet.parentWidget()
        application = QCoreApplication.instance()
        if page is None or application is None or QGuiApplication.platformName() != "xcb":
            return
        if self._filter is not None or self._sheet.isActiveWindow():
            return
        self._windows = frozenset({int(page.window().winId()), int(self._sheet.winId())})
        self._filter = _Filter(self)
        application.installNativeEventFilter(self._filter)
        self._sheet.installEventFilter(self)
        QTimer.singleShot(_LONGEST_MS, self, self.stop)

    def stop(self) -> None:
        """The sheet has all its letters, or is gone."""
        application = QCoreApplication.instance()
        if self._filter is None or application is None:
            return
        application.removeNativeEventFilter(self._filter)
        self._sheet.removeEventFilter(self)
        self._filter = None

    def take(self, event: bytes) -> bool:
        """Whether the event is kept; one that was sent from here goes its way."""
        if event[0] & _SENT and event[0] & ~_SENT in _MASKS:
            self._under_way -= 1
            if self._under_way <= 0:
                QTimer.singleShot(0, self, self.stop)
            return False
        field = self._sheet.focusWidget()
        if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            return False
        if not letter_for(event, self._windows):
            return False
        self._held.append(event)
        if self._sheet.isActiveWindow():
            self._send()
        return True

    def _send(self) -> None:
        held, self._held = self._held, []
        window = int(self._sheet.winId())
        self._under_way += send(tuple(aimed_at(event, window) for event in held), window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Until the sheet is active or closed."""
        if event.type() is QEvent.Type.WindowActivate:
            if self._held:
                self._send()
            if not self._under_way:
                self.stop()
        elif event.type() is QEvent.Type.Hide:
            self.stop()
        return super().eventFilter(watched, event)


def send(events: tuple[bytes, ...], window: int) -> int:
    """Send events to a window of ours by the connection Qt has; how many left."""
    application: Any = QGuiApplication.instance()
    native = application.nativeInterface()
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
        connection = ctypes.c_void_p(int(native.connection()))
    except (OSError, AttributeError):  # not X11 after all, or built without it
        return 0
    for event in events:
        xcb.xcb_send_event(connection, 0, window, _MASKS[event[0]], event)
    xcb.xcb_flush(connection)
    return len(events)
