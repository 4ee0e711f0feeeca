"""The engine in a process of its own: the window stays quick, a cancel is heard at once.

The process is started when seating is first looked at (OR-tools takes a second to import) and
ends with the desk. It knows numbers alone, never a name. `spawn` on every platform, also in a
bundle: there `multiprocessing.freeze_support()` at the very beginning of the program turns the
second copy into the worker.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from threading import Event, Lock
from typing import Any

from vipdesk.errors import UserError
from vipdesk.events.seating.contradictions import Clash
from vipdesk.events.seating.engine import Effort, Seated
from vipdesk.events.seating.problem import Problem, Tables
from vipdesk.wording import say


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine found: a seating, or rules that cannot all hold (then `seated` is None)."""

    seated: Seated | None
    clashes: tuple[Clash, ...] = ()
    cancelled: bool = False


Tell = Callable[[Seated], None]


class Worker:
    """One worker process, used by one caller at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._process: Any = None
        self._line: Connection | None = None

    def warm(self) -> None:
        """Start it, so that the first seating does not wait for the library."""
        with self._lock:
            self._ask(("warm",))

    def seat(
        self,
        problem: Problem,
        *,
        seed: int = 1,
        effort: Effort | None = None,
        tell: Tell | None = None,
        cancel: Event | None = None,
    ) -> Outcome:
        """Contradictions first, then the engine. After a cancel: the best so far."""
        with self._lock:
            found: Outcome = self._ask(("seat", problem, seed, effort), tell, cancel)
            return found

    def reseat(self, problem: Problem, at: Tables, tables: list[int], *, seed: int = 1) -> Seated:
        """At most three tables anew, while somebody waits."""
        with self._lock:
            found: Seated = self._ask(("reseat", problem, list(at), tables[:3], seed))
            return found

    def find_contradiction(self, problem: Problem) -> tuple[Clash, ...]:
        """Rules that cannot all hold."""
        with self._lock:
            found: tuple[Clash, ...] = self._ask(("check", problem))
            return found

    def close(self) -> None:
        """End the process."""
        process, line = self._process, self._line
        self._process = self._line = None
        if line is not None:
            line.close()
        if process is not None:
            process.join(0.2)
            if process.is_alive():
                process.terminate()
                process.join(5)
            process.close()

    # Inside -----------------------------------------------------------------------------------

    def _ask(self, asked: Any, tell: Tell | None = None, cancel: Event | None = None) -> Any:
        line = self._open()
        try:
            line.send(asked)
            return self._hear(line, tell, cancel)
        except (EOFError, OSError) as error:
            self.close()
            raise UserError(say("The seating stopped. Start it again.")) from error

    def _hear(self, line: Connection, tell: Tell | None, cancel: Event | None) -> Any:
        told = False
        while True:
            if cancel is not None and cancel.is_set() and not told:
                line.send("stop")
                told = True
            if not line.poll(0.05):
                continue
            word, value = line.recv()
            if word == "done":
                return value
            if word == "failed":
                raise RuntimeError(value)
            if tell is not None:
                tell(value)

    def _open(self) -> Connection:
        if self._line is not None and self._process.is_alive():
            return self._line
        self.close()
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        self._process = spawn.Process(target=work, args=(theirs,), name="seating", daemon=True)
        self._process.start()
        theirs.close()
        self._line = ours
        return ours


def work(line: Connection) -> None:
    """In the worker: answers until the desk hangs up."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is the desk's
    while True:
        try:
            asked = line.recv()
        except (EOFError, OSError):
            return
        if asked == "stop":  # came after the end
            continue
        try:
            answer: tuple[str, Any] = ("done", _answer(line, asked))
        except (EOFError, OSError):
            return
        except Exception as error:  # noqa: BLE001 told to the desk, which logs it
            answer = ("failed", type(error).__name__)
        try:
            line.send(answer)
        except OSError:
            return


def _answer(line: Connection, asked: tuple[Any, ...]) -> Any:
    from vipdesk.events.seating import contradictions, engine

    match asked:
        case ("warm",):
            from ortools.sat.python import cp_model

            return bool(cp_model)
        case ("check", problem):
            return contradictions.find_contradiction(problem)
        case ("reseat", problem, at, tables, seed):
            return engine.reseat(problem, at, tables, seed=seed)
        case (_, problem, seed, effort):
            clashes = contradictions.find_contradiction(problem)
            if clashes:
                return Outcome(None, clashes)
            heard = _Told(line)
            return Outcome(
                engine.seat(problem, seed=seed, effort=effort, tell=heard), (), heard.stopped
            )
    raise ValueError(asked[0])


class _Told:
    def __init__(self, line: Connection) -> None:
        self._line = line
        self.stopped = False

    def __call__(self, so_far: Seated) -> bool:
        """Tell the desk; whether it asked to stop, or is gone."""
        self._line.send(("best", so_far))
        while self._line.poll():
            self.stopped = self._line.recv() == "stop" or self.stopped
        return self.stopped
