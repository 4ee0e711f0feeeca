"""With the team's server and without it: the copy renewed, the silence noticed, the way back.

In a team the copy on this laptop is renewed soon after signing in and every half hour. When a
read or a write finds the server silent, the desk sits down at the copy; every minute it looks
whether the server answers again, and what was written meanwhile is done there first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from vipdesk import log
from vipdesk.errors import NoAnswer, UserError
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Along, Doors, Opened
    from vipdesk.ui.sidebar import StatusChip

T = TypeVar("T")
FIRST_MS = 5_000  # after the pages have been read
RENEW_MS = 30 * 60_000
LOOK_MS = 60_000


class Connection(QObject):
    """One for a window. `moved(opened, sentence)`: enter this club, and say why."""

    moved = Signal(object, object)

    def __init__(self, context: Context, doors: Doors, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._doors = context, doors
        self._opened: Opened | None = None
        self._going = self._refused = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._on_time)
        context.runner.fell_silent.connect(self._on_silent)
        context.runner.shut_out.connect(self._on_shut_out)

    def take(self, opened: Opened, chip: StatusChip) -> None:
        """A club was entered."""
        self._timer.stop()
        self._opened, self._going = (opened if opened.team else None), False
        self._refused = False
        if opened.away is not None:
            moment = self._context.format.moment(opened.away.taken_at)
            until = self._context.format.moment(opened.away.until)
            chip.show_away(moment, until)
            self._timer.start(LOOK_MS)
        elif opened.team:
            self._timer.start(FIRST_MS)

    def leave(self) -> None:
        """Locked, or closed."""
        self._timer.stop()
        self._opened = None

    def look(self) -> None:
        """Look for the server now."""
        self._on_time()

    # Inside ------------------------------------------------------------------------------------

    def _on_time(self) -> None:
        opened = self._opened
        if opened is None or self._going:
            return
        if opened.away is not None:
            self._later(partial(self._doors.come_back, opened.office), self._on_back)
        else:
            self._timer.setInterval(RENEW_MS)
            self._later(partial(self._doors.take_along, opened.office), self._on_along)

    def _later(self, work: Callable[[], T], then: Callable[[T], None]) -> None:
        self._going = True
        self._context.runner.background(work, then, owner=self, failed=self._on_failed)

    def _on_back(self, found: tuple[Opened, Along] | None) -> None:
        self._going = False
        if found is None:
            return
        opened, along = found
        if self._opened is None:  # locked meanwhile
            self._doors.let_go(opened.office)
            return
        self.moved.emit(opened, said_of(along))

    def _on_along(self, along: Along) -> None:
        self._going = False
        if along.done or along.refused:
            tone = "warning" if along.refused else "info"
            self._context.say(said_of(along), tone=tone)

    def _on_silent(self) -> None:
        opened = self._opened
        if opened is None or opened.away is not None or self._going:
            return
        self._going = True
        work = partial(self._doors.go_away, opened.office)
        self._context.runner.call(work, self._on_away, owner=self, failed=self._on_failed)

    def _on_shut_out(self) -> None:
        """A page was refused: the copy on this laptop goes now, not at its next renewal."""
        opened = self._opened
        if opened is None or opened.away is not None or self._refused:
            return
        self._refused = True
        self._timer.stop()
        self._later(partial(self._doors.take_along, opened.office), self._on_along)

    def _on_away(self, opened: Opened | None) -> None:
        self._going = False
        if opened is not None and self._opened is None:  # locked meanwhile
            self._doors.let_go(opened.office)
        elif opened is not None:
            self.moved.emit(
                opened,
                say(
                    "The team’s server does not answer. You work on the copy of this laptop: "
                    "talks and complaints can be written, all else can be read."
                ),
            )

    def _on_failed(self, error: Exception) -> bool:
        """Silence is nothing new; a refusal is told; a failure of ours is noted, not shown each
        minute.
        """
        self._going = False
        if not isinstance(error, UserError):
            log.failure("connection.failed", error)
            return True
        return isinstance(error, NoAnswer)


def said_of(along: Along) -> Say:
    """What became of what was written without the server."""
    if along.refused:
        return say(
            "{n} entries written without the server were refused by it. Settings, Team shows them.",
            n=along.refused,
        )
    if along.done:
        return say("The team’s server is back. {n} entries were delivered.", n=along.done)
    return say("The team’s server is back.")
