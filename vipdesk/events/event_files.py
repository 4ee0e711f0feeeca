"""Files of an event: a contract, a menu, a plan of the house.

The bytes lie in the store alone: in a vault they are encrypted with everything else, on a
team's server who may read the event may read them. No temporary file is ever written; a
person saves a copy where the person wants it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events.programme import find_event
from vipdesk.models import EventFile
from vipdesk.store.files import plain_name
from vipdesk.wording import say

MOST_BYTES = 10 * 1024 * 1024
MOST_OF_EVENT = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file in a list; its bytes are read when somebody saves it. `size` in bytes."""

    id: UUID
    name: str
    size: int
    added_at: datetime


def read_file(path: Path) -> tuple[str, bytes]:
    """Name and bytes of a file on this machine. Raises `UserError` with one sentence."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large()
        return path.name, path.read_bytes()
    except OSError as error:
        raise UserError(say("The file cannot be read. Choose it once more.")) from error


def list_files(desk: Desk, event_id: UUID) -> tuple[FileRow, ...]:
    """By name, without the bytes."""
    rows = desk.session.execute(
        select(EventFile.id, EventFile.name, EventFile.size, EventFile.added_at)
        .where(EventFile.event_id == event_id)
        .order_by(EventFile.name, EventFile.id)
    )
    return tuple(FileRow(r.id, r.name, r.size, r.added_at) for r in rows)


def get_file(desk: Desk, file_id: UUID) -> tuple[str, bytes]:
    """Name and bytes."""
    row = _file(desk, file_id)
    return row.name, row.content


def add_file(desk: Desk, *, event_id: UUID, name: str, content: bytes) -> UUID:
    """Keep a file. Raises `UserError` where it is empty or too large."""
    find_event(desk, event_id)
    if not content:
        raise UserError(say("The file is empty. Choose another one."))
    if len(content) > MOST_BYTES:
        raise _too_large()
    kept = desk.session.scalar(
        select(func.sum(EventFile.size)).where(EventFile.event_id == event_id)
    )
    if int(kept or 0) + len(content) > MOST_OF_EVENT:
        raise UserError(
            say("The files of an event are at most 50 MB together. Remove one that is not needed.")
        )
    row = EventFile(
        event_id=event_id, name=plain_name(name), size=len(content), content=content,
        added_at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_file", "event_file", row.id, ("name", "size"))
    return row.id


def remove_file(desk: Desk, file_id: UUID) -> tuple[UUID, str, bytes]:
    """Take a file away; its event, name and bytes come back, for the way back."""
    row = _file(desk, file_id)
    taken = row.event_id, row.name, row.content
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_file", "event_file", file_id, ("name",))
    return taken


def _file(desk: Desk, file_id: UUID) -> EventFile:
    row = desk.session.get(EventFile, file_id)
    if row is None:
        raise NotFound(say("This file is not here any more."))
    return row


def _too_large() -> UserError:
    return UserError(say("The file is larger than 10 MB. Choose a smaller one."))
