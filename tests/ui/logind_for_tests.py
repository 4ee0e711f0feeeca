"""A logind and a screen saver on a bus of the test's own: does what is told on its input.

Run as a process: Qt's bus and this one must not share a thread.
"""

from __future__ import annotations

import os
import select
import sys

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

LOGIND = "org.freedesktop.login1"
MANAGER = DBusAddress("/org/freedesktop/login1", interface=f"{LOGIND}.Manager")
OWN = "/org/freedesktop/login1/session/_31"


class Logind:
    """`locked` is what LockedHint says; the pipe tells whether the sleep is held back."""

    def __init__(self, bus: DBusConnection) -> None:
        self.bus = bus
        self.locked = False
        self.read_end = -1

    def answer(self, call: Message) -> None:
        match call.header.fields[HeaderFields.member]:
            case "GetSession":
                self.bus.send(new_method_return(call, "o", (OWN,)))
            case "Get":
                self.bus.send(new_method_return(call, "v", (("b", self.locked),)))
            case "Inhibit":
                self.read_end, write_end = os.pipe()
                self.bus.send(new_method_return(call, "h", (write_end,)))
                os.close(write_end)

    def obey(self, word: str) -> None:
        session = DBusAddress(OWN, interface=f"{LOGIND}.Session")
        properties = DBusAddress(OWN, interface="org.freedesktop.DBus.Properties")
        screen = DBusAddress("/org/gnome/ScreenSaver", interface="org.gnome.ScreenSaver")
        match word:
            case "sleep" | "wake":
                self.bus.send(new_signal(MANAGER, "PrepareForSleep", "b", (word == "sleep",)))
            case "lock":
                self.bus.send(new_signal(session, "Lock"))
            case "locked" | "unlocked":
                self.locked = word == "locked"
                changed = (f"{LOGIND}.Session", {"LockedHint": ("b", self.locked)}, [])
                self.bus.send(new_signal(properties, "PropertiesChanged", "sa{sv}as", changed))
            case "screen":
                self.bus.send(new_signal(screen, "ActiveChanged", "b", (True,)))
            case "held":
                say("held" if self.is_held() else "free")

    def is_held(self) -> bool:
        os.set_blocking(self.read_end, False)
        try:
            return self.read_end >= 0 and os.read(self.read_end, 1) != b""
        except BlockingIOError:
            return True


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


def main() -> None:
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = sys.argv[1]
    bus = open_dbus_connection("SESSION", enable_fds=True)
    bus.send_and_get_reply(message_bus.RequestName(LOGIND))
    logind = Logind(bus)
    say("ready")
    while True:
        if select.select([sys.stdin], [], [], 0)[0]:
            words = os.read(sys.stdin.fileno(), 4096).decode().split()
            if not words:
                return
            for word in words:
                logind.obey(word)
        try:
            message = bus.receive(timeout=0.02)
        except TimeoutError:
            continue
        if message.header.message_type is MessageType.method_call:
            logind.answer(message)


if __name__ == "__main__":
    main()
