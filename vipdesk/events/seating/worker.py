"""The engine in a process of its own: the window stays quick, a cancel is heard at once.

The process is started when seating is first looked at (OR-tools takes a second to import) and
ends with the desk. It knows numbers alone, never a name. `spawn` on every platform, also in a
bundle: there `multiprocessing.freeze_support()` at the very beginning of the program turns the
second copy into the worker.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from vipdesk.events.seating.contradictions import Clash
from vipdesk.events.seating.engine import Effort, Seated
from vipdesk.events.seating.problem import Problem, Tables


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the engine found: a seating, or rules that cannot all hold (then `seated` is None)."""

    seated: Seated | None
    clashes: tuple[Clash, ...] = ()
    cancelled: bool = False


Tell = Callable[[Seated], None]


class Worker:
    """One worker process, used by one caller. `begin_…` and `hear` never wait; the rest do."""

    def __init__(self) -> None:
        self._process: Any = None
        self._line: Connection | None = None
        self._owed = 0  # answers that are still to come

    @property
    def free(self) -> bool:
        """Whether nothing is asked of it."""
        return not self._owed

    # Without waiting ----------------------------------------------------------------------------

    def begin_warm(self) -> None:
        """Start it, so that the first seating does not wait for the library."""
        self._begin(("warm",))

    def begin_seat(self, problem: Problem, *, seed: int = 1, effort: Effort | None = None) -> None:
        """Contradictions first, then the engine: `hear` tells of it."""
        self._begin(("seat", problem, seed, effort))

    def begin_reseat(
        self, problem: Problem, at: Tables, tables: list[int], *, seed: int = 1
    ) -> None:
        """At most three tables anew."""
        self._begin(("reseat", problem, list(at), tables[:3], seed))

    def cancel(self) -> None:
        """Ask it to end with the best so far."""
        if self._owed and self._line is not None:
            with suppress(OSError):
                self._line.send("stop")

    def hear(self) -> list[tuple[str, Any]]:
        """What it told since: ('best', Seated), ('done', answer), ('failed', name of the error)."""
        told: list[tuple[str, Any]] = []
        try:
            while self._owed and self._line is not None and self._line.poll():
                word, value = self._line.recv()
                told.append((word, value))
                self._owed -= word != "best"
        except (EOFError, OSError):
            self.close()
            told.append(("failed", "EOFError"))
        return told

    # Waiting --------------------------------------------------------------------------------------

    def warm(self) -> None:
        """Start it and wait until it is ready."""
        self.begin_warm()
        self._wait()

    def seat(
        self,
        problem: Problem,
        *,
        seed: int = 1,
        effort: Effort | None = None,
        tell: Tell | None = None,
    ) -> Outcome:
        """Contradictions first, then the engine. `tell` may call `cancel`."""
        self.begin_seat(problem, seed=seed, effort=effort)
        found: Outcome = self._wait(tell)
        return found

    def reseat(self, problem: Problem, at: Tables, tables: list[int], *, seed: int = 1) -> Seated:
        """At most three tables anew, while somebody waits."""
        self.begin_reseat(problem, at, tables, seed=seed)
        found: Outcome = self._wait()
        if found.seated is None:
            raise ValueError("no seating")
        return found.seated

    def find_contradiction(self, problem: Problem) -> tuple[Clash, ...]:
        """Rules that cannot all hold."""
        self._begin(("check", problem))
        found: tuple[Clash, ...] = self._wait()
        return found

    def close(self) -> None:
        """End the process."""
        process, line = self._process, self._line
        self._process = self._line = None
        self._owed = 0
        if line is not None:
            line.close()
        if process is not None:
            process.terminate()
            process.join(5)
            process.close()

    # Inside -----------------------------------------------------------------------------------

    def _begin(self, asked: Any) -> None:
        line = self._open()
        self._owed += 1
        try:
            line.send(asked)
        except OSError:
            self.close()
            raise

    def _wait(self, tell: Tell | None = None) -> Any:
        while True:
            if self._line is not None:
                self._line.poll(0.2)
            for word, value in self.hear():
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
            two = Problem((1, 1), (2, 2), weights=((0, 1, 1),))
            return engine.reseat(two, (0, 1), [0, 1]).breaks  # the first solve loads the rest
        case ("check", problem):
            return contradictions.find_contradiction(problem)
        case ("reseat", problem, at, tables, seed):
            return Outcome(engine.reseat(problem, at, tables, seed=seed))
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
