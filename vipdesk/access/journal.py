"""The journal: each write leaves who, when, verb, object, changed field names, chained by hash.

What a transaction has noted is kept with its session and written just before it commits: the
lock that keeps the chain in one line is held for a moment, no two desks can wait for each
other, and a deed with a hundred notes costs one insert. A read of the journal in the same
transaction sees them.

On the vault the chain is made here: writes begin with BEGIN IMMEDIATE, so there is one
writer. On PostgreSQL a trigger makes it and the actor is `session_user`, so that a
forged insert gains nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from sqlalchemy import event, func, insert, inspect, select, text
from sqlalchemy.orm import ORMExecuteState, Session, SessionTransaction
from sqlalchemy.sql.util import find_tables

from vipdesk.models import JournalEntry

if TYPE_CHECKING:
    from sqlalchemy import ClauseElement, Table

PART = 5_000
LONGEST_REASON = 200
RESTORED = "restore_backup"  # the verb of a journal that came out of a backup
_FORM = 2
_PENDING = "vipdesk.journal"
_LEAST_HEAD = 16  # characters of a head that are taken for one

_TABLE: Table = inspect(JournalEntry).local_table  # type: ignore[assignment]
_C = _TABLE.c
_INSERT = insert(_TABLE).inline()  # nobody needs the right to read it back
_LAST = select(_C.seq, _C.hash).order_by(_C.seq.desc()).limit(1)

# An owner or administrator whom no policy binds, or the auditor.
_READS_ALL = """SELECT NOT pg_catalog.row_security_active('vip_audit.journal_entry')
    OR COALESCE(pg_catalog.pg_has_role(session_user, pg_catalog.to_regrole('vip_auditor'),
                                       'MEMBER'), false)"""


# Writing ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Note:
    values: dict[str, Any]
    savepoint: SessionTransaction | None


def write(
    session: Session,
    *,
    at: datetime,
    actor: str,
    verb: str,
    table: str,
    object_id: UUID | None,
    fields: Iterable[str] = (),
    reason: str = "",
) -> None:
    """Add an entry. `actor` is a staff id, or the name of a job. `reason`: 200 letters are kept."""
    pending: list[_Note] | None = session.info.get(_PENDING)
    if pending is None:
        pending = session.info[_PENDING] = []
        event.listen(session, "do_orm_execute", _before_read)
    values = {
        "at": at,
        "actor": actor,
        "verb": verb,
        "object_table": table,
        "object_id": object_id,
        "fields": ",".join(fields),
        "reason": " ".join(reason.split())[:LONGEST_REASON],
        "prev_hash": "",
        "hash": "",
        "form": _FORM,
    }
    pending.append(_Note(values, session.get_nested_transaction()))


# For every session at once: to listen to each would cost each of them more than the note does.
@event.listens_for(Session, "before_commit")
def _before_commit(session: Session) -> None:
    if session.info.get(_PENDING) and not session.in_nested_transaction():
        session.flush()
        _write_pending(session)


def _before_read(state: ORMExecuteState) -> None:
    """As an autoflush: who reads the journal sees what was noted before in this transaction."""
    if state.session.info[_PENDING] and state.is_select:
        read = find_tables(
            cast("ClauseElement", state.statement),
            include_joins=True, include_aliases=True, check_columns=True,
        )  # fmt: skip
        if _TABLE in read:
            _write_pending(state.session)


@event.listens_for(Session, "after_soft_rollback")
def _after_rollback(session: Session, undone: SessionTransaction) -> None:
    """What was noted in a part that was taken back is taken back with it."""
    pending: list[_Note] = session.info.get(_PENDING, [])
    pending[:] = [n for n in pending if undone.nested and not _inside(n.savepoint, undone)]


def _inside(savepoint: SessionTransaction | None, outer: SessionTransaction) -> bool:
    while savepoint is not None:
        if savepoint is outer:
            return True
        savepoint = savepoint.parent
    return False


def _write_pending(session: Session) -> None:
    pending: list[_Note] = session.info[_PENDING]
    rows = [note.values for note in pending]
    pending.clear()
    if not rows:
        return
    connection = session.connection()
    if connection.dialect.name == "sqlite":
        seq, prev = connection.execute(_LAST).first() or (0, "")
        for row in rows:
            seq += 1
            row["seq"], row["prev_hash"] = seq, prev
            prev = row["hash"] = _hash(
                _FORM, seq, prev, row["at"], row["actor"], row["verb"], row["object_table"],
                row["object_id"], row["fields"], row["reason"],
            )  # fmt: skip
    connection.execute(_INSERT, rows)


# The chain --------------------------------------------------------------------------------------


def _hash(
    form: int,
    seq: int,
    prev_hash: str,
    at: datetime,
    actor: str,
    verb: str,
    table: str,
    object_id: UUID | None,
    fields: str,
    reason: str,
) -> str:
    """SHA-256 of an entry, the same on both engines; the moment in microseconds, UTC.

    Form 2 is a row of netstrings ('3:abc', lengths in bytes of UTF-8): no part can lend letters
    to its neighbour. Form 1, of entries before 0005, joins the parts by '|'.
    """
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    parts = (prev_hash, moment, actor, verb, table, str(object_id or ""), fields)
    if form == 1:
        return hashlib.sha256("|".join(parts).encode()).hexdigest()
    made = hashlib.sha256()
    for part in ("2", str(seq), *parts, reason):
        body = part.encode()
        made.update(b"%d:%b" % (len(body), body))
    return made.hexdigest()


class Fault(StrEnum):
    """What is wrong with a journal."""

    CHANGED = "changed"  # an entry is not what it was when it was written
    MOVED = "moved"  # before this entry something was removed, put in or moved
    LOST = "lost"  # a head that was kept elsewhere is not in it: cut off or written anew


@dataclass(frozen=True, slots=True)
class Head:
    """The last entry at some moment: its hash, and how many entries there were (0: not told)."""

    hash: str
    entries: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What `verify` found: entries read, the number of the first broken one, the last hash.

    lost: the heads kept elsewhere that the journal no longer holds. restored_at: when a backup
    took this journal's place last; set_back: heads kept before that, gone with what it replaced.
    """

    entries: int
    broken_at: int | None
    head: str
    fault: Fault | None = None
    lost: tuple[Head, ...] = ()
    restored_at: datetime | None = None
    set_back: tuple[Head, ...] = ()

    @property
    def whole(self) -> bool:
        """Nothing is wrong."""
        return self.fault is None


def read_head(text: str) -> Head:
    """A head as people copy it: a hash or its beginning, with '12:' before it for the count.

    Raises `ValueError` for what is none.
    """
    count, _, digits = text.strip().lower().rpartition(":")
    digits = "".join(digits.split())
    counted = not count or count.isdecimal()
    if len(digits) < _LEAST_HEAD or set(digits) - set("0123456789abcdef") or not counted:
        raise ValueError("not a head")
    return Head(digits, int(count) if count else 0)


class Check:
    """Computes the chain again, part by part: whoever waits can show how far it is, or stop.

    Keeps one entry's hash and the heads looked for, however long the journal is.
    """

    def __init__(self, heads: Sequence[Head] = ()) -> None:
        self.entries = 0
        self.total = 0
        self._last = (0, 0, "")  # number, form, hash
        self._broken: tuple[int, Fault] | None = None
        self._sought: dict[str, list[Head]] = {}
        for head in heads:
            self._sought.setdefault(head.hash[:_LEAST_HEAD], []).append(head)
        self._found: set[Head] = set()
        self._restored_at: datetime | None = None

    def read_part(self, session: Session, most: int = PART) -> bool:
        """Check the next entries; True while there are more to read."""
        if not self.entries:
            self.total = session.scalar(select(func.count()).select_from(_TABLE)) or 0
        rows = session.connection().execute(
            select(
                _C.seq, _C.form, _C.prev_hash, _C.hash, _C.at, _C.actor, _C.verb,
                _C.object_table, _C.object_id, _C.fields, _C.reason,
            ).where(_C.seq > self._last[0]).order_by(_C.seq).limit(most)
        )  # fmt: skip
        read = 0
        for row in rows:
            read += 1
            self._broken = self._fault_of(*row)
            if self._broken is not None:
                return False
        return read == most

    def _fault_of(
        self, seq: int, form: int, prev: str, made: str, *parts: Any
    ) -> tuple[int, Fault] | None:
        last_seq, last_form, last_hash = self._last
        # The numbers of form 2 have no gaps, and nobody goes back to form 1.
        gap = form != 1 and seq != last_seq + 1
        if prev != last_hash or gap or form < last_form:
            return seq, Fault.MOVED
        if form not in (1, _FORM) or made != _hash(form, seq, prev, *parts):
            return seq, Fault.CHANGED
        self._last = (seq, form, made)
        self.entries += 1
        if parts[2] == RESTORED:
            self._restored_at = parts[0]
        for head in self._sought.get(made[:_LEAST_HEAD], ()):
            if made.startswith(head.hash) and head.entries in (0, self.entries):
                self._found.add(head)
        return None

    def report(self) -> ChainReport:
        """What was found so far."""
        if self._broken is not None:
            return ChainReport(self.entries, self._broken[0], self._last[2], self._broken[1])
        sought = [h for heads in self._sought.values() for h in heads if h not in self._found]
        since = self._restored_at
        set_back = tuple(h for h in sought if h.at is not None and since and h.at < since)
        lost = tuple(h for h in sought if h not in set_back)
        fault = Fault.LOST if lost else None
        return ChainReport(self.entries, None, self._last[2], fault, lost, since, set_back)


def verify(
    session: Session,
    heads: Sequence[Head] = (),
    on_part: Callable[[int, int], None] | None = None,
) -> ChainReport:
    """Compute the whole chain again and look for heads kept elsewhere.

    on_part: told how many entries are checked, of how many.
    """
    check = Check(heads)
    while check.read_part(session):
        if on_part is not None:
            on_part(check.entries, check.total)
    return check.report()


def reads_all(session: Session) -> bool:
    """Whether this session sees every entry: only then a missing one is really missing."""
    if session.get_bind().dialect.name == "sqlite":
        return True
    return bool(session.scalar(text(_READS_ALL)))


def head(session: Session) -> Head | None:
    """The last entry's hash; None in an empty journal. How many there are is not told.

    A count beside what one may see would tell that there is more.
    """
    if session.get_bind().dialect.name == "sqlite":
        last = session.scalar(_LAST.with_only_columns(_C.hash))
    else:
        last = session.scalar(text("SELECT vip_api.journal_head()"))
    return Head(last) if last else None
