"""The journal: each write leaves who, when, verb, object, changed field names, chained by hash.

On the vault the chain is made here: writes begin with BEGIN IMMEDIATE, so there is one
writer. On PostgreSQL a trigger makes it and the actor is `session_user`, so that a
forged insert gains nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vipdesk.models import JournalEntry


def chain_text(
    prev_hash: str,
    at: datetime,
    actor: str,
    verb: str,
    table: str,
    object_id: UUID | None,
    fields: str,
) -> str:
    """What is hashed, the same on both engines: parts joined by '|', the moment in microseconds."""
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    return "|".join((prev_hash, moment, actor, verb, table, str(object_id or ""), fields))


def write(
    session: Session,
    *,
    at: datetime,
    actor: str,
    verb: str,
    table: str,
    object_id: UUID | None,
    fields: Iterable[str] = (),
) -> None:
    """Add an entry. `actor` is a staff id, or the name of a job."""
    entry = JournalEntry(
        at=at,
        actor=actor,
        verb=verb,
        object_table=table,
        object_id=object_id,
        fields=",".join(fields),
    )
    if session.get_bind().dialect.name == "sqlite":
        session.flush()
        last = select(JournalEntry.hash).order_by(JournalEntry.seq.desc()).limit(1)
        entry.prev_hash = session.scalar(last) or ""
        text = chain_text(entry.prev_hash, at, actor, verb, table, object_id, entry.fields)
        entry.hash = hashlib.sha256(text.encode()).hexdigest()
    session.add(entry)
    session.flush()


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What `verify` found: entries read, and the number of the first broken one."""

    entries: int
    broken_at: int | None
    head: str


def verify(session: Session) -> ChainReport:
    """Read the whole chain and compute it again."""
    prev, count = "", 0
    stream = select(JournalEntry).order_by(JournalEntry.seq).execution_options(yield_per=1000)
    with session.scalars(stream) as entries:
        for e in entries:
            text = chain_text(prev, e.at, e.actor, e.verb, e.object_table, e.object_id, e.fields)
            if e.prev_hash != prev or e.hash != hashlib.sha256(text.encode()).hexdigest():
                return ChainReport(count, e.seq, prev)
            prev, count = e.hash, count + 1
    return ChainReport(count, None, prev)
