"""Linux: logind says when the computer goes to sleep and the session is locked, the desktop when
its screen saver begins.

A delay inhibitor (systemd.io/INHIBITOR_LOCKS) holds the sleep back, at most the five seconds that
logind grants, until the key is wiped: else it would be in the image of a hibernated computer.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"
MANAGER = "org.freedesktop.login1.Manager"
SESSION = "org.freedesktop.login1.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREENS = (
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
    ("/org/cinnamon/ScreenSaver", "org.cinnamon.ScreenSaver"),
    ("/org/mate/ScreenSaver", "org.mate.ScreenSaver"),
    ("/org/xfce/ScreenSaver", "org.xfce.ScreenSaver"),
)


def buses() -> tuple[QDBusConnection, QDBusConnection]:
    """The system's bus and the session's; either may be absent."""
    return QDBusConnection.systemBus(), QDBusConnection.sessionBus()


class BusTeller(QObject):
    """Calls `away()`; see `away.Teller`. Nothing here waits for an answer of a bus."""

    def __init__(
        self,
        system: QDBusConnection,
        session: QDBusConnection,
        away: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._system, self._away = system, away
        self._hold: Any = None
        self._sleeping = False
        self._path = ""
        if session.isConnected():
            for path, interface in SCREENS:
                session.connect("", path, interface, "ActiveChanged", self, _slot("on_screen"))
        if system.isConnected():
            system.connect(LOGIND, LOGIND_PATH, MANAGER, "PrepareForSleep", self, _slot("on_sleep"))
            self._take_hold()
            # 'auto' needs systemd 243; the session's own number is known to older ones.
            mine = os.environ.get("XDG_SESSION_ID") or "auto"
            self._ask(LOGIND_PATH, MANAGER, "GetSession", [mine], self._on_session)

    def settled(self) -> None:
        """Let the computer sleep."""
        if self._sleeping:
            self._hold = None  # the descriptor is closed with its last owner

    def stop(self) -> None:
        """Listen no more."""
        self._hold = None
        self.setParent(None)
        self.deleteLater()

    # What the buses say ------------------------------------------------------------------------

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:  # noqa: FBT001 a signal of logind
        """Before the sleep, and after it."""
        self._sleeping = begins
        if begins:
            self._away()
        else:
            self._take_hold()

    @Slot(bool)
    def on_screen(self, locked: bool) -> None:  # noqa: FBT001 a signal of the desktop
        """The screen saver begins or ends."""
        if locked:
            self._away()

    @Slot()
    def on_lock(self) -> None:
        """`loginctl lock-session`, a lid, a key."""
        self._away()

    @Slot(QDBusMessage)
    def on_changed(self, _message: QDBusMessage) -> None:
        """A property of the session: ask whether it is locked (PySide cannot read the map)."""
        self._ask(self._path, PROPERTIES, "Get", [SESSION, "LockedHint"], self._on_hint)

    # Inside --------------------------------------------------------------------------------------

    def _take_hold(self) -> None:
        words = ["sleep", "VIP Desk", "The desk is being locked", "delay"]
        self._ask(LOGIND_PATH, MANAGER, "Inhibit", words, self._on_hold)

    def _on_hold(self, answer: list[Any]) -> None:
        if answer and isinstance(answer[0], QDBusUnixFileDescriptor):
            self._hold = answer[0]

    def _on_session(self, answer: list[Any]) -> None:
        path = answer[0].path() if answer and hasattr(answer[0], "path") else ""
        if not path:
            return
        self._path = path
        self._system.connect(LOGIND, path, SESSION, "Lock", self, _slot("on_lock", ""))
        self._system.connect(
            LOGIND, path, PROPERTIES, "PropertiesChanged", self, _slot("on_changed", "QDBusMessage")
        )

    def _on_hint(self, answer: list[Any]) -> None:
        value = answer[0] if answer else False
        if hasattr(value, "variant"):
            value = value.variant()
        if value is True:
            self._away()

    def _ask(
        self,
        path: str,
        interface: str,
        name: str,
        words: list[str],
        then: Callable[[list[Any]], None],
    ) -> None:
        """Call and go on; `then` gets the answer's values, an error is silence."""
        message = QDBusMessage.createMethodCall(LOGIND, path, interface, name)
        message.setArguments(words)
        watcher = QDBusPendingCallWatcher(self._system.asyncCall(message), self)

        def finished(done: QDBusPendingCallWatcher) -> None:
            if not done.isError():
                then(list(done.reply().arguments()))
            done.deleteLater()

        watcher.finished.connect(finished)


def _slot(name: str, takes: str = "bool") -> Any:
    return SLOT(f"{name}({takes})")
