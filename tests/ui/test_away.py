"""The desk locks with the screen, before a sleep, after a sleep, and when nobody is there."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Iterator
from ctypes import wintypes
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vipdesk.ui import away_linux, away_windows
from vipdesk.ui.away import AwayWatch
from vipdesk.ui.away_linux import BusTeller
from vipdesk.ui.away_mac import ScreenTeller
from vipdesk.ui.away_windows import SessionTeller
from vipdesk.ui.idle import IdleWatch

# Linux: a real bus of our own, and a logind that says what we tell it -----------------------------


class Logind:
    """The other side, in a process of its own."""

    def __init__(self, address: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.logind_for_tests", address],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self.hear() == "ready"

    def tell(self, word: str) -> None:
        assert self.process.stdin is not None
        print(word, file=self.process.stdin, flush=True)

    def hear(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def holds(self) -> bool:
        self.tell("held")
        return self.hear() == "held"

    def close(self) -> None:
        with self.process:
            assert self.process.stdin is not None
            self.process.stdin.close()
            self.process.terminate()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    with daemon:
        assert daemon.stdout is not None
        yield daemon.stdout.readline().strip()
        daemon.terminate()


@pytest.fixture
def logind(address: str) -> Iterator[Logind]:
    made = Logind(address)
    yield made
    made.close()


@pytest.fixture
def heard(logind: Logind, address: str, qtbot: QtBot) -> Iterator[list[str]]:
    """What reached the desk; the teller has its hold and knows its session."""
    told: list[str] = []
    bus = QDBusConnection.connectToBus(address, f"desk-{id(told)}")
    teller = BusTeller(bus, bus, lambda: told.append("away"))
    qtbot.waitUntil(lambda: teller._hold is not None and bool(teller._path), timeout=5_000)
    told_teller: Any = teller
    logind.teller = told_teller  # type: ignore[attr-defined]
    yield told
    teller.stop()
    QDBusConnection.disconnectFromBus(bus.name())


@pytest.mark.parametrize("word", ["sleep", "lock", "locked", "screen"])
def test_what_the_system_says_locks_the_desk(
    word: str, logind: Logind, heard: list[str], qtbot: QtBot
) -> None:
    logind.tell(word)
    qtbot.waitUntil(lambda: heard == ["away"], timeout=5_000)


def test_a_session_that_is_not_locked_locks_nothing(
    logind: Logind, heard: list[str], qtbot: QtBot
) -> None:
    logind.tell("unlocked")
    logind.tell("wake")
    logind.tell("lock")
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    assert heard == ["away"]


def test_the_sleep_waits_until_the_desk_is_locked(
    logind: Logind, heard: list[str], qtbot: QtBot
) -> None:
    teller: BusTeller = logind.teller  # type: ignore[attr-defined]
    assert logind.holds()
    teller.settled()  # locked by hand: no sleep waits
    assert logind.holds()
    logind.tell("sleep")
    qtbot.waitUntil(lambda: bool(heard), timeout=5_000)
    assert logind.holds()
    teller.settled()
    qtbot.waitUntil(lambda: not logind.holds(), timeout=5_000)
    logind.tell("wake")
    qtbot.waitUntil(lambda: teller._hold is not None, timeout=5_000)
    assert logind.holds()


def test_a_system_without_buses_leaves_the_clocks(qapp: QApplication) -> None:
    nothing = QDBusConnection("there is no such bus")
    teller = BusTeller(nothing, nothing, pytest.fail)
    teller.settled()
    assert teller._hold is None
    teller.stop()


# Windows and macOS: what could be run here --------------------------------------------------------


class Wts:
    """Stands in for wtsapi32."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def WTSRegisterSessionNotification(self, _window: Any, which: int) -> int:  # noqa: N802
        self.calls.append(f"register {which}")
        return 1

    def WTSUnRegisterSessionNotification(self, _window: Any) -> int:  # noqa: N802
        self.calls.append("unregister")
        return 1


@pytest.mark.parametrize(
    ("message", "means", "away"),
    [
        (away_windows.WM_WTSSESSION_CHANGE, away_windows.WTS_SESSION_LOCK, True),
        (away_windows.WM_WTSSESSION_CHANGE, 8, False),  # unlocked
        (away_windows.WM_POWERBROADCAST, away_windows.PBT_APMSUSPEND, True),
        (away_windows.WM_POWERBROADCAST, 7, False),  # resumed
        (0x000F, 7, False),  # painted
    ],
)
def test_messages_of_windows(qapp: QApplication, message: int, means: int, away: bool) -> None:
    told: list[str] = []
    api = Wts()
    teller = SessionTeller(7, lambda: told.append("away"), api)
    sent = wintypes.MSG(message=message, wParam=means)
    assert teller.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent)) == (False, 0)
    teller.nativeEventFilter(b"xcb_generic_event_t", 0)
    assert told == (["away"] if away else [])
    teller.settled()
    teller.stop()
    assert api.calls == ["register 0", "unregister"]


class Foundation:
    """Stands in for CoreFoundation: keeps the observer and calls it."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.told: Any = None

    def CFNotificationCenterGetDistributedCenter(self) -> int:  # noqa: N802
        return 1

    def CFStringCreateWithCString(self, _kind: Any, text: bytes, _how: int) -> int:  # noqa: N802
        self.calls.append(text.decode())
        return 2

    def CFNotificationCenterAddObserver(self, _center: int, _who: int, told: Any, *_: Any) -> None:  # noqa: N802
        self.told = told

    def CFNotificationCenterRemoveObserver(self, *_: Any) -> None:  # noqa: N802
        self.calls.append("removed")

    def CFRelease(self, _what: int) -> None:  # noqa: N802
        self.calls.append("released")


def test_a_locked_mac() -> None:
    told: list[str] = []
    foundation = Foundation()
    teller = ScreenTeller(lambda: told.append("away"), foundation)
    foundation.told(1, 2, 3, None, None)
    teller.settled()
    teller.stop()
    assert told == ["away"]
    assert foundation.calls == ["com.apple.screenIsLocked", "removed", "released"]


def test_a_watch_for_each_platform(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    nothing = QDBusConnection("there is no such bus")
    monkeypatch.setattr(away_linux, "buses", lambda: (nothing, nothing))
    watch = AwayWatch(platform="linux")
    watch.start(0)
    watch.start(0)
    watch.settled()
    assert isinstance(watch._teller, BusTeller)
    with qtbot.waitSignal(watch.away):
        watch._teller.on_lock()
    watch.stop()
    watch.stop()
    other = AwayWatch(platform="plan9")
    other.start(0)
    other.settled()
    assert other._teller is None


@pytest.mark.loud
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_platform_that_does_not_answer_leaves_the_clocks(
    qapp: QApplication, platform: str
) -> None:
    watch = AwayWatch(platform=platform)
    watch.start(0)
    assert watch._teller is None


# The clocks ---------------------------------------------------------------------------------------


class Clocks:
    """A wall clock and a running clock, set by hand."""

    def __init__(self) -> None:
        self.wall = self.running = 1_000.0

    def go(self, seconds: float, *, asleep: float = 0.0) -> None:
        self.running += seconds
        self.wall += seconds + asleep


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watched(clocks: Clocks, qapp: QApplication) -> Iterator[tuple[IdleWatch, list[str]]]:
    told: list[str] = []
    watch = IdleWatch(5, wall=lambda: clocks.wall, running=lambda: clocks.running)
    watch.idle.connect(lambda: told.append("idle"))
    watch.start()
    watch.look()
    yield watch, told
    watch.stop()


def test_nobody_for_five_minutes(clocks: Clocks, watched: tuple[IdleWatch, list[str]]) -> None:
    watch, told = watched
    for _ in range(59):
        clocks.go(5)
        watch.look()
    assert told == []
    clocks.go(5)
    watch.look()
    assert told == ["idle"]


def test_a_laptop_that_slept_is_locked_at_once(
    clocks: Clocks, watched: tuple[IdleWatch, list[str]]
) -> None:
    watch, told = watched
    clocks.go(5, asleep=90)
    watch.look()
    assert told == ["idle"]


def test_where_both_clocks_go_on_a_long_pause_tells(
    clocks: Clocks, watched: tuple[IdleWatch, list[str]]
) -> None:
    watch, told = watched
    watch._last = clocks.running + 10_000  # somebody pressed a key in the last moment
    clocks.go(400)
    watch.look()
    assert told == ["idle"]


def test_a_clock_that_is_set_a_little_locks_nothing(
    clocks: Clocks, watched: tuple[IdleWatch, list[str]]
) -> None:
    watch, told = watched
    clocks.go(5, asleep=20)
    watch.look()
    assert told == []
