"""What other desks change, told to this one: 'something shared changed', and nothing more.

PostgreSQL's LISTEN has no privileges: whoever may sign in hears every channel. So there is
one channel for what the club shares, with no ids and no words, and the private track is
never told on any: who may see it asks from time to time, under the row policies.

A vault has one desk: there is nothing to listen to.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import event, func, select

from vipdesk import log
from vipdesk.changes import Changes
from vipdesk.models import Base, CaseEvent, Complaint, ComplaintFlag, Letter, PrivateMessage
from vipdesk.models.base import PRIVATE, VIP

if TYPE_CHECKING:
    from psycopg import Connection

    from vipdesk.store.store import Store

CHANNEL = "vip_changed"
SOMEBODY = UUID(int=0)
"""Stands for 'some row': which one is not told."""
_QUIET = 0.7  # seconds after the first word: a deed is seldom one transaction
_POLL = 20.0
_BEAT = 30.0  # a line that says nothing for so long is asked whether it is there
_WAITS = (1.0, 2.0, 5.0, 10.0, 30.0)
_PID = "vipdesk.pid"
_SLICE = 0.5  # how soon `stop` is noticed


def _tables(schema: str) -> frozenset[str]:
    return frozenset(t.name for t in Base.metadata.tables.values() if t.schema == schema)


def _somewhere_in(schema: str) -> Changes:
    return Changes(frozenset((name, SOMEBODY) for name in _tables(schema)))


class Live:
    """Listens for one open team until it is stopped; reconnects by itself.

    `on_changes` is called from the thread of this object. After an outage everything shared
    counts as changed: what was said meanwhile is lost. `sees_private`: whether this person
    may see the private track at all. Where LISTEN is never heard (a pooler between), the
    desk looks again every `poll` seconds.
    """

    def __init__(
        self,
        store: Store,
        on_changes: Callable[[Changes], None],
        *,
        sees_private: bool,
        poll: float = _POLL,
        quiet: float = _QUIET,
    ) -> None:
        self._store, self._on_changes = store, on_changes
        self._sees_private, self._poll, self._quiet = sees_private, poll, quiet
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._line: Connection[Any] | None = None
        self._own: set[int] = set()
        self._mark: tuple[Any, ...] | None = None
        self._asked = 0.0
        self._heard: bool | None = None
        self.listening = threading.Event()

    def start(self) -> None:
        """Begin to listen, in a thread of its own."""
        if self._thread is None:
            event.listen(self._store.engine, "checkout", self._on_checkout)
            event.listen(self._store.engine, "close", self._on_close)
            self._thread = threading.Thread(target=self._run, name="live", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Hang up; waits a moment for the thread."""
        thread, self._thread = self._thread, None
        self._stopping.set()
        if thread is None:
            return
        thread.join(4 * _SLICE)
        if thread.is_alive() and self._line is not None:  # a dead network answers nobody
            self._line.close()
            thread.join(4 * _SLICE)
        event.remove(self._store.engine, "checkout", self._on_checkout)
        event.remove(self._store.engine, "close", self._on_close)

    # Inside ----------------------------------------------------------------------------------

    def _on_checkout(self, connection: Any, record: Any, _proxy: object) -> None:
        """Who hears its own voice reloads what it has just shown: own sessions are known."""
        record.info[_PID] = connection.info.backend_pid
        self._own.add(record.info[_PID])

    def _on_close(self, _connection: object, record: Any) -> None:
        """The server gives its number to somebody else one day, who must be heard."""
        self._own.discard(record.info.get(_PID, 0))

    def _run(self) -> None:
        tries, first = 0, True
        while not self._stopping.is_set():
            try:
                self._line = self._connect()
                if not first:
                    self._on_changes(_somewhere_in(VIP))
                tries, first = 0, False
                self._listen(self._line)
            except Exception as error:  # noqa: BLE001 the network, whatever it raises
                if not self._stopping.is_set():
                    log.info("live.away", kind=type(error).__name__)
            finally:
                self.listening.clear()
                self._hang_up()
            self._stopping.wait(_WAITS[min(tries, len(_WAITS) - 1)])
            tries += 1

    def _connect(self) -> Connection[Any]:
        """A session of its own, outside of the pool: a listener keeps its session for ever."""
        pooled = self._store.engine.raw_connection()
        line: Connection[Any] = pooled.driver_connection  # type: ignore[assignment]
        pooled.detach()
        self._own.discard(line.info.backend_pid)  # it only listens, and the pool loses sight of it
        line.rollback()
        line.autocommit = True
        line.execute(f"LISTEN {CHANNEL}")
        probe = f"{CHANNEL}_{line.info.backend_pid}"
        line.execute(f"LISTEN {probe}")
        self._probe(probe)
        return line

    def _probe(self, channel: str) -> None:
        """A word to ourselves through another session: does anything arrive here at all?"""
        with self._store.engine.connect() as other:
            other.execute(select(func.pg_notify(channel, "")))
            other.commit()
        self._heard = None

    def _listen(self, line: Connection[Any]) -> None:
        self.listening.set()
        since = beat = monotonic()
        while not self._stopping.is_set():
            told = list(line.notifies(timeout=_SLICE, stop_after=1))
            now = monotonic()
            if told:
                beat = now
                self._take(line, told)
            elif now - beat > _BEAT:
                line.execute("SELECT 1")
                beat = now
            if self._heard is None and now - since > 4 * _SLICE:
                self._heard = False
                log.info("live.deaf")
            self._ask(now)

    def _take(self, line: Connection[Any], told: list[Any]) -> None:
        """Wait until the deed is whole, then say it once."""
        until = monotonic() + self._quiet
        while not self._stopping.is_set() and (left := until - monotonic()) > 0:
            told += line.notifies(timeout=min(left, _SLICE))
        if any(n.channel != CHANNEL for n in told):
            self._heard = True
        if any(n.channel == CHANNEL and n.pid not in self._own for n in told):
            self._on_changes(_somewhere_in(VIP))

    def _ask(self, now: float) -> None:
        """What is not told is asked: the private track, and everything where nothing is heard."""
        if now - self._asked < self._poll:
            return
        first, self._asked = self._asked == 0.0, now
        if self._heard is False and not first:
            self._on_changes(_somewhere_in(VIP))
        if self._sees_private:
            before, self._mark = self._mark, self._store.read(private_mark)
            if before is not None and before != self._mark:
                self._on_changes(_somewhere_in(PRIVATE))

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()


def private_mark(session: Any) -> tuple[Any, ...]:
    """Numbers that move with what this person sees of the private track; equal: nothing moved."""
    counted = (
        select(func.count(Complaint.id), func.sum(Complaint.version)),
        select(func.count(CaseEvent.id), func.max(CaseEvent.at)),
        select(func.count(ComplaintFlag.id), func.count(ComplaintFlag.seen_at)),
        select(func.count(Letter.id), func.count(Letter.sent_at)),
        select(func.count(PrivateMessage.id), func.count(PrivateMessage.sent_at)),
    )
    return tuple(tuple(session.execute(query).one()) for query in counted)
