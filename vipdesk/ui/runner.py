"""The one door of the screen to the rooms below.

One worker thread touches the database, so that the window never waits for it; a second one
does slow work without the database (PDFs, pictures). Results come back on the window's
thread, through one long-lived QObject.

The worker only ever holds a ticket's number and its function. What belongs to widgets (the
owner, `then`) stays on this side: a widget whose last reference died in a worker thread would
be destroyed there, and Qt would crash later.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from vipdesk import log
from vipdesk.changes import Changes
from vipdesk.errors import NoAnswer, ShutOut, UserError
from vipdesk.ui.collector import Collector
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access.desk import Desk, StaffRow

T = TypeVar("T")
Undo = Callable[[Any, Any], object]
_TURN_S = 0.0005


class Office(Protocol):
    """Who opens a session for one deed: vipdesk.access.office.Office."""

    def read(self, fn: Callable[[Desk], T], /) -> T:
        """Run a read in a session of its own."""
        ...

    def write(self, fn: Callable[[Desk], T], /) -> tuple[T, Changes]:
        """Run a write in a transaction; what it changed comes with its result."""
        ...

    @property
    def staff(self) -> StaffRow:
        """Who is at work."""
        ...

    def as_staff(self, staff_id: UUID, /) -> Office:
        """The same club for another person."""
        ...

    def close(self) -> None:
        """Close the database."""
        ...


@runtime_checkable
class TakesErrors(Protocol):
    """An owner that can show a `UserError` itself, beside a field; True if it did."""

    def take_error(self, error: UserError, /) -> bool:
        """Show the sentence; False leaves it to the message bar."""
        ...


@dataclass(frozen=True, slots=True)
class Message:
    """One quiet sentence for the message bar, with the way back if there is one."""

    say: Say
    tone: str = "info"
    undo: Callable[[], None] | None = None
    action: Say | None = None
    run: Callable[[], None] | None = None


@dataclass(frozen=True, slots=True)
class Bug:
    """A failure of ours: the class and the place, never the message or a value."""

    kind: str
    where: str


@dataclass(slots=True)
class _Ticket:
    fn: Callable[[], Any]
    then: Callable[[Any], None] | None
    owner: QObject | None
    topic: str | None
    name: str
    done: Callable[[Any], None] | None = None
    failed: Callable[[Exception], bool] | None = None
    lane: str = "desk"
    extra: dict[str, Any] = field(default_factory=dict)


class Runner(QObject):
    """Runs reads and writes for the window, in order, and brings the results back."""

    changed = Signal(object)  # Changes of a committed write
    said = Signal(object)  # Message
    bug = Signal(object)  # Bug
    became_idle = Signal()
    fell_silent = Signal()  # the team's server does not answer
    shut_out = Signal()  # it answers that this person has no access any more
    _finished = Signal()

    def __init__(self, office: Office | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._office = office
        # The window's thread asks for the interpreter at each word it paints: by default the
        # worker would let go of it only every 5 ms, a third of a frame.
        sys.setswitchinterval(_TURN_S)
        self._desk_lane = ThreadPoolExecutor(1, thread_name_prefix="desk")
        self._slow_lane = ThreadPoolExecutor(1, thread_name_prefix="slow")
        self._tickets: dict[int, _Ticket] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._number = 0
        self._forgotten = 0
        self._closed = False
        self._outcomes: SimpleQueue[tuple[int, bool, Any]] = SimpleQueue()
        self._finished.connect(self._on_finished)
        # While there are worker threads, garbage is collected on this one.
        self._collector = Collector(self)
        self._collector.start()

    # What pages call -----------------------------------------------------------------

    def read(
        self,
        fn: Callable[[Desk], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        topic: str | None = None,
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run `fn(desk)` in the worker, then `then(result)` here.

        A newer read of the same owner on the same topic (by default: with the same method
        as `then`) makes this one stale: it is skipped or its result is dropped. So is a
        result whose owner was deleted. `failed(error)` may take an error itself (True).
        While the vault is locked nothing is read: a page on its way out may still ask, by a
        timer that was running.
        """
        office = self._office
        if office is None:
            return
        topic = topic or getattr(then, "__qualname__", None)
        self._submit(_Ticket(lambda: office.read(fn), then, owner, topic, "read", failed=failed))

    def write(
        self,
        fn: Callable[[Desk], T],
        then: Callable[[T], None] | None = None,
        *,
        owner: QObject,
        said: Say | Callable[[T], Say] | None = None,
        undo: Undo | None = None,
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run `fn(desk)` in one transaction; pages learn what it changed.

        `said` is the sentence for the message bar. `undo(desk, result)` is the inverse verb,
        offered for 8 s there and by Ctrl+Z. A write is never skipped, also if its owner goes.
        """
        office = self._present_office()

        def done(outcome: tuple[T, Changes]) -> None:
            result, changes = outcome
            self._announce(result, said, undo)
            if changes:
                self.changed.emit(changes)

        ticket = _Ticket(
            lambda: office.write(fn), None, owner, None, "write", done=done, failed=failed
        )
        if then is not None:
            ticket.then = lambda outcome: then(outcome[0])
        self._submit(ticket)

    def background(
        self,
        fn: Callable[[], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        topic: str | None = None,
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run slow work without the database (a PDF, a picture) beside the desk's worker."""
        self._submit(_Ticket(fn, then, owner, topic, "background", failed=failed, lane="slow"))

    def call(
        self,
        fn: Callable[[], T],
        then: Callable[[T], None],
        *,
        owner: QObject,
        failed: Callable[[Exception], bool] | None = None,
    ) -> None:
        """Run `fn()` in the desk's worker without a session: opening and closing a store."""
        self._submit(_Ticket(fn, then, owner, None, "call", failed=failed))

    # What the window calls -----------------------------------------------------------

    def use(self, office: Office | None) -> None:
        """Take the office that the following reads and writes go to."""
        self._office = office

    def forget(self) -> None:
        """Nobody waits for what was asked so far: reads and slow work not begun are left out.
        Writes and calls are done.
        """
        self._forgotten = self._number

    @property
    def office(self) -> Office | None:
        """The office in use; None while the vault is locked."""
        return self._office

    @property
    def idle(self) -> bool:
        """Whether nothing is running or waiting."""
        return not self._tickets

    def close(self) -> None:
        """Finish what is running, drop the results, stop the threads."""
        self._closed = True
        self._desk_lane.shutdown(wait=True)
        self._slow_lane.shutdown(wait=True)
        self._tickets.clear()
        while not self._outcomes.empty():
            self._outcomes.get_nowait()
        self._collector.stop()

    # Inside ----------------------------------------------------------------------------

    def _present_office(self) -> Office:
        if self._office is None:
            raise RuntimeError("the vault is locked: no page may ask now")
        return self._office

    def _announce(self, result: Any, said: Any, undo: Undo | None) -> None:
        if said is None:
            return
        sentence = said if isinstance(said, Say) else said(result)
        back = None
        if undo is not None:
            inverse = undo

            def back() -> None:
                self.write(lambda desk: inverse(desk, result), owner=self, said=say("Undone."))

        self.said.emit(Message(sentence, undo=back))

    def _submit(self, ticket: _Ticket) -> None:
        if self._closed:
            return
        self._number += 1
        number = self._number
        self._tickets[number] = ticket
        if ticket.topic is not None and ticket.owner is not None:
            self._newest[(id(ticket.owner), ticket.topic)] = number
        lane = self._desk_lane if ticket.lane == "desk" else self._slow_lane
        future: Future[None] = lane.submit(self._work, number)
        future.add_done_callback(_raise_if_broken)

    def _work(self, number: int) -> None:
        """In the worker."""
        ticket = self._tickets.get(number)
        if ticket is None or (self._closed and ticket.name != "write"):
            return
        if ticket.name != "write" and self._stale(number, ticket):
            self._outcomes.put((number, False, None))
            del ticket
            self._finished.emit()
            return
        fn = ticket.fn
        del ticket
        try:
            outcome: tuple[int, bool, Any] = (number, True, fn())
        except Exception as error:  # noqa: BLE001 every failure is brought to the window
            outcome = (number, False, error)
        # Hand over and let go before the window learns of it: what hangs on the function or on
        # the error's frames must not be freed here.
        self._outcomes.put(outcome)
        del fn, outcome
        self._finished.emit()

    def _stale(self, number: int, ticket: _Ticket) -> bool:
        if number <= self._forgotten and ticket.name in ("read", "background"):
            return True
        if ticket.topic is None or ticket.owner is None:
            return False
        return self._newest.get((id(ticket.owner), ticket.topic)) != number

    def _on_finished(self) -> None:
        try:
            number, good, value = self._outcomes.get_nowait()
        except Empty:  # closed meanwhile
            return
        ticket = self._tickets.pop(number, None)
        if ticket is None:
            return
        try:
            self._deliver(number, ticket, good, value)
        finally:
            key = (id(ticket.owner), ticket.topic or "")
            if self._newest.get(key) == number:
                del self._newest[key]
            self._collector.worked()
            if not self._tickets:
                self.became_idle.emit()

    def _deliver(self, number: int, ticket: _Ticket, good: bool, value: Any) -> None:  # noqa: FBT001
        alive = ticket.owner is None or isValid(ticket.owner)
        if good:
            if ticket.done is not None:
                ticket.done(value)
            if alive and ticket.then is not None and not self._stale(number, ticket):
                ticket.then(value)
        elif isinstance(value, Exception):
            self._fail(ticket, value, alive=alive)

    def _fail(self, ticket: _Ticket, error: Exception, *, alive: bool) -> None:
        if isinstance(error, NoAnswer):
            self.fell_silent.emit()
        elif isinstance(error, ShutOut):
            self.shut_out.emit()
        if alive and ticket.failed is not None and ticket.failed(error):
            return
        if isinstance(error, UserError):
            owner: object = ticket.owner
            if alive and isinstance(owner, TakesErrors) and owner.take_error(error):
                return
            self.said.emit(Message(error.say, tone="danger"))
            return
        log.failure(f"runner.{ticket.name}", error)
        self.bug.emit(bug_of(error))


def bug_of(error: BaseException) -> Bug:
    """Where an error came from, without what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).name}:{last.lineno}" if last is not None else "?"
    return Bug(type(error).__name__, where)


def _raise_if_broken(future: Future[None]) -> None:
    error = future.exception() if not future.cancelled() else None
    if error is not None:
        log.failure("runner.worker", error)
