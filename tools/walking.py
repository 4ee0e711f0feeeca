"""A walk through the real window: real keys and clicks on a real X display, at a person's speed.

    with walking.display() as name:                    # Xvfb, unless DISPLAY is set already
        walking.run(day, home=Path(...), lang="en")    # `day(walk)` is the walk

The desk runs in this process on the X display; the walk runs in a thread of its own and sends
keys by xdotool, as a hand would, so that they go the whole way through the window system. What
the window shows is asked on the window's thread. Each step is timed from its first key to the
picture that answers it; beside it stands the longest time the window's thread did not answer.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
KEYS_PER_SECOND = 4.2  # about 50 words a minute: an office hand, not a typist's
CLICK_SECONDS = 0.6  # the way to a button that is in sight
_PULSE_MS = 20


@contextmanager
def display(size: str = "1440x900x24") -> Iterator[str]:
    """A display to walk on: a fresh Xvfb, ended afterwards; or the one that is there."""
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    for tool in ("Xvfb", "xdotool"):
        if shutil.which(tool) is None:
            raise SystemExit(f"The walk needs {tool} (Debian: apt install xvfb xdotool).")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"],
        pass_fds=(writer,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            name = f":{told.readline().strip()}"
        os.environ["DISPLAY"] = name
        yield name
    finally:
        os.environ.pop("DISPLAY", None)
        server.terminate()
        server.wait(10)


@dataclass
class Step:
    """What was done: keys pressed, seconds from the first key until the window answered.

    still: seconds for which the window's thread did nothing else, the longest time in one go.
    """

    what: str
    keys: int
    seconds: float
    limit: float | None = None
    typed: list[str] = field(default_factory=list)
    clicks: int = 0
    still: float = 0.0

    @property
    def held(self) -> bool:
        """Whether it was quick enough."""
        return self.limit is None or self.seconds <= self.limit


class Walk:
    """The hand and the eye. Every method may be called from the walk's thread only."""

    def __init__(
        self, desk: Any, asker: Callable[[Callable[[], Any]], Any], pictures: Path | None
    ) -> None:
        self.desk = desk
        self.steps: list[Step] = []
        self._ask = asker
        self._pictures = pictures
        self._keys = self._clicks = 0
        self._typed: list[str] = []
        self.still: Callable[[], float] = lambda: 0.0  # since it was asked last

    # The eye ------------------------------------------------------------------------------------

    def ask(self, look: Callable[[], T]) -> T:
        """Look at the window, on its own thread."""
        return self._ask(look)  # type: ignore[no-any-return]

    def until(self, look: Callable[[], Any], what: str, seconds: float = 20.0) -> None:
        """Wait until it is true; the walk ends in failure if it never is."""
        end = time.monotonic() + seconds
        while not self.ask(lambda: bool(look())):
            if time.monotonic() > end:
                self.picture("failed")
                raise TimeoutError(f"waited {seconds:.0f} s in vain: {what}")
            time.sleep(0.01)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        if self._pictures is not None:
            self._pictures.mkdir(parents=True, exist_ok=True)
            target = str(self._pictures / f"{name}.png")
            subprocess.run(["import", "-window", "root", target], check=False) if shutil.which(
                "import"
            ) else self.ask(lambda: self.desk.window.screen().grabWindow(0).save(target))

    # The hand -----------------------------------------------------------------------------------

    def press(self, *chords: str) -> None:
        """Keys as xdotool names them: 'ctrl+k', 'Return', 'Down'."""
        for chord in chords:
            self._hand("key", chord)
            self._count(1, chord)

    def type(self, text: str) -> None:
        """Letters, one after the other."""
        for letter in text:
            self._hand("type", letter)
            self._count(1, letter)

    def click(self, where: Callable[[], Any], at: Callable[[Any], Any] | None = None) -> None:
        """The left button on a widget, in its middle or at a point of it.

        `where` gives the widget on the window's thread; `at(widget)` a QPoint or a QRect.
        """
        self.until(lambda: _hittable(where()), "it can be clicked")
        x, y, name = self.ask(lambda: _target(where(), at))
        self._hand("mousemove", str(x), str(y), "click", "1", seconds=CLICK_SECONDS)
        self._clicks += 1
        self._typed.append(f"click {name}".strip())

    def drop(self, *files: Path) -> None:
        """Files let go over the window, as the window system tells it (by the program itself)."""
        self.ask(lambda: _drop(self.desk.window, files))
        time.sleep(CLICK_SECONDS)
        self._clicks += 1
        self._typed.append("drop " + ", ".join(f.name for f in files))

    def _hand(self, *what: str, seconds: float = 0.0) -> None:
        begun = time.monotonic()
        subprocess.run(["xdotool", *what], check=True, capture_output=True)
        rest = (seconds or 1 / KEYS_PER_SECOND) - (time.monotonic() - begun)
        if rest > 0:
            time.sleep(rest)

    def _count(self, keys: int, typed: str) -> None:
        self._keys += keys
        self._typed.append(typed)

    @contextmanager
    def step(self, what: str, limit: float | None = None) -> Iterator[None]:
        """One thing the person wants done; ends when the block has seen the answer."""
        keys, clicks, typed = self._keys, self._clicks, len(self._typed)
        self.still()
        begun = time.monotonic()
        yield
        seconds, still = time.monotonic() - begun, self.still()
        made = Step(
            what, self._keys - keys, seconds, limit, self._typed[typed:],
            clicks=self._clicks - clicks, still=still,
        )  # fmt: skip
        self.steps.append(made)
        print(
            f"{seconds:6.2f} s {made.keys:4d} keys {made.clicks:3d} clicks "
            f"still {still:4.2f} s  {what}",
            flush=True,
        )


def _hittable(widget: Any) -> bool:
    return widget is not None and bool(widget.isVisible() and widget.isEnabled())


def _target(widget: Any, at: Callable[[Any], Any] | None) -> tuple[int, int, str]:
    """Where on the screen, and what it is called."""
    from PySide6.QtCore import QRect

    place = at(widget) if at is not None else widget.rect()
    point = widget.mapToGlobal(place.center() if isinstance(place, QRect) else place)
    text = getattr(widget, "text", None)
    said = text() if callable(text) and not at else ""
    name = said or widget.accessibleName()
    return point.x(), point.y(), f"“{name}”" if name else ""


def _drop(window: Any, files: tuple[Path, ...]) -> None:
    from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QApplication

    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(f)) for f in files])
    middle = QPointF(window.rect().center())
    copy, left, none = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, QDragEnterEvent(middle.toPoint(), copy, held, left, none))
    QApplication.sendEvent(window, QDropEvent(middle, copy, held, left, none))


def _pulse(parent: Any) -> Callable[[], float]:
    """Beats on the window's thread; gives the longest pause since it was asked last."""
    from PySide6.QtCore import Qt, QTimer

    timer = QTimer(parent)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setInterval(_PULSE_MS)
    beat = [time.monotonic(), 0.0]

    def on_beat() -> None:
        now = time.monotonic()
        beat[:] = [now, max(beat[1], now - beat[0] - _PULSE_MS / 1000)]

    def still() -> float:
        longest, beat[1] = beat[1], 0.0
        return longest

    timer.timeout.connect(on_beat)
    timer.start()
    return still


def run(
    walk: Callable[[Walk], None],
    open_desk: Callable[[], Any],
    pictures: Path | None = None,
) -> list[Step]:
    """Open the desk on the display and let the walk go. Raises what the walk raised."""
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)

    class Question(QEvent):
        def __init__(self, look: Callable[[], Any]) -> None:
            super().__init__(QEvent.Type.User)
            self.look, self.done = look, threading.Event()
            self.answer: Any = None
            self.fault: BaseException | None = None

    class Eye(QObject):
        def customEvent(self, event: QEvent) -> None:  # noqa: N802 Qt's name
            assert isinstance(event, Question)
            try:
                event.answer = event.look()
            except BaseException as error:  # noqa: BLE001 told to who asked
                event.fault = error
            event.done.set()

    eye, failed = Eye(), list[BaseException]()

    def ask(look: Callable[[], Any]) -> Any:
        question = Question(look)
        QApplication.postEvent(eye, question)
        if not question.done.wait(60):
            raise TimeoutError("the window does not answer")
        if question.fault is not None:
            raise question.fault
        return question.answer

    still = _pulse(eye)
    desk = open_desk()
    walker = Walk(desk, ask, pictures)
    walker.still = lambda: float(ask(still))

    def go() -> None:
        try:
            walk(walker)
        except BaseException as error:  # noqa: BLE001 raised again below
            traceback.print_exc()
            failed.append(error)
        finally:
            ask(lambda: (desk.close(), application.quit()))

    thread = threading.Thread(target=go, name="hand", daemon=True)
    thread.start()
    application.exec()
    thread.join(30)
    if failed:
        raise failed[0]
    return walker.steps


def table_with_clicks(steps: list[Step]) -> str:
    """The log of a walk with the mouse too, and how long the window stood still at most."""
    lines = ["| What | Keys | Clicks | Seconds | Stood still, ms |", "|---|---:|---:|---:|---:|"]
    lines += [
        f"| {s.what} | {s.keys} | {s.clicks} | {s.seconds:.1f} | {1000 * s.still:.0f} |"
        for s in steps
    ]
    keys, clicks = sum(s.keys for s in steps), sum(s.clicks for s in steps)
    seconds, still = sum(s.seconds for s in steps), max(s.still for s in steps)
    lines.append(f"| **Together** | {keys} | {clicks} | {seconds:.0f} | {1000 * still:.0f} |")
    return "\n".join(lines)


def table(steps: list[Step]) -> str:
    """The log as a Markdown table."""
    lines = ["| What | Keys | Seconds | Allowed |", "|---|---:|---:|---:|"]
    for step in steps:
        limit = "" if step.limit is None else f"{step.limit:g}"
        lines.append(f"| {step.what} | {step.keys} | {step.seconds:.1f} | {limit} |")
    return "\n".join(lines)


def keystrokes(steps: list[Step]) -> str:
    """What was pressed in each step."""
    lines = []
    for step in steps:
        said, letters = [], ""
        for key in [*step.typed, ""]:
            if len(key) == 1:
                letters += key
                continue
            if letters:
                said.append(f"“{letters}”")
                letters = ""
            if key:
                said.append(f"`{key}`")
        lines.append(f"- {step.what}: {' '.join(said)}")
    return "\n".join(lines)
