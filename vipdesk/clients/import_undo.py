"""The way back of a whole import, also days later: what it wrote is known by its keys."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, func, or_, select
from sqlalchemy.exc import IntegrityError

from vipdesk.access import Desk
from vipdesk.clients.names import sort_key
from vipdesk.clients.removal import take_away
from vipdesk.clients.search_entry import keep_found
from vipdesk.errors import NotFound, UserError
from vipdesk.models import (
    Client,
    ClientDate,
    ClientMerge,
    ClientPhoto,
    ContactPoint,
    ImportBatch,
    Interaction,
    Invitation,
    PersonAround,
    Promise,
    Staff,
    StatusCard,
)
from vipdesk.store import search_index
from vipdesk.vocabulary import InteractionKind
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from vipdesk.clients.import_ import ImportReport

_BATCH = 500
_EMPTY = frozenset({"birth_year", "birth_month", "birth_day", "gender", "time_zone"})
_TABLES: tuple[Any, ...] = (ContactPoint, PersonAround, Interaction, ClientDate, ClientPhoto)


@dataclass(frozen=True, slots=True)
class ImportBatchRow:
    """An import of the past; `can_undo`: its keys were kept and it stands."""

    id: UUID
    at: datetime
    by: Who
    format: str
    added: int
    merged: int
    rejected: int
    can_undo: bool
    undone_at: datetime | None


def list_imports(desk: Desk, limit: int = 20) -> tuple[ImportBatchRow, ...]:
    """Imports this person sees, the newest first."""
    rows = desk.session.execute(
        select(ImportBatch, Staff)
        .outerjoin(Staff, Staff.id == ImportBatch.imported_by_id)
        .order_by(ImportBatch.imported_at.desc(), ImportBatch.id.desc())
        .limit(limit)
    )
    return tuple(
        ImportBatchRow(
            b.id, b.imported_at, Who.of(staff), b.format, b.added, b.merged, b.rejected,
            b.made is not None and b.undone_at is None, b.undone_at,
        )
        for b, staff in rows
    )  # fmt: skip


def undo_import(desk: Desk, report: ImportReport) -> None:
    """Take a whole import back. Refused once something happened with a client it added."""
    undo_import_batch(desk, report.batch_id)


def undo_import_batch(desk: Desk, batch_id: UUID) -> None:
    """The same, by the key of the import. What somebody has changed since stays theirs."""
    batch = desk.session.get(ImportBatch, batch_id)
    if batch is None or batch.made is None:
        raise NotFound(say("This import cannot be taken back any more."))
    if batch.undone_at is not None:
        raise UserError(say("This import has already been undone."))
    made = batch.made
    added = [UUID(i) for i in made["added"]]
    for part in _parts(added):
        _refuse_with_history(desk, part, batch.imported_at)
    try:
        for part in _parts(added):
            _forget(desk, part)
    except IntegrityError:  # a fact, a gift, a complaint: the database knows every table
        raise _with_history() from None
    for table in _TABLES:
        gone = delete(table)
        if table is ClientPhoto:  # another picture was put in its place
            gone = gone.where(ClientPhoto.noted_at <= batch.imported_at)
        for part in _parts([UUID(i) for i in made[table.__tablename__]]):
            desk.session.execute(gone.where(table.id.in_(part)))
    filled = _empty_filled(desk, made["filled"])
    batch.undone_at, batch.made = desk.now, None
    desk.session.flush()
    for client_id in filled:
        _keep_name(desk, client_id)
    desk.note("undo_import", "import_batch", batch.id, ("undone_at",))


def _empty_filled(desk: Desk, filled: Collection[tuple[str, str, str]]) -> set[UUID]:
    """Take out what was filled in and still stands. Returns whose."""
    found: set[UUID] = set()
    for key, name, value in filled:
        client = desk.session.get(Client, UUID(key))
        if client is None or client.erased_at is not None or str(getattr(client, name)) != value:
            continue
        setattr(client, name, None if name in _EMPTY else "")
        found.add(client.id)
    return found


def _parts(items: Collection[Any]) -> Iterator[list[Any]]:
    listed = list(items)
    for at in range(0, len(listed), _BATCH):
        yield listed[at : at + _BATCH]


def _with_history() -> UserError:
    return UserError(
        say("These clients already have a history: the import can no longer be undone.")
    )


def _refuse_with_history(desk: Desk, ids: list[UUID], imported_at: datetime) -> None:
    session = desk.session
    merged = select(func.count()).where(
        ClientMerge.undone_at.is_(None),
        ClientMerge.client_id.in_(ids) | ClientMerge.other_client_id.in_(ids),
    )
    if session.scalar(merged):
        raise UserError(say("One of these clients was merged since: take the merge back first."))
    real = select(func.count()).where(
        Interaction.client_id.in_(ids),
        or_(Interaction.kind != InteractionKind.NOTE, Interaction.at != imported_at),
    )
    counts = [
        session.scalar(real),
        *(
            session.scalar(select(func.count()).where(table.client_id.in_(ids)))
            for table in (Promise, Invitation, StatusCard)
        ),
    ]
    if any(counts):
        raise _with_history()


def _forget(desk: Desk, ids: list[UUID]) -> None:
    session = desk.session
    for table in _TABLES:
        session.execute(delete(table).where(table.client_id.in_(ids)))
    for client_id in ids:
        search_index.remove(session, client_id)
    for client in session.scalars(select(Client).where(Client.id.in_(ids))).all():
        take_away(desk, client)
    session.flush()


def _keep_name(desk: Desk, client_id: UUID) -> None:
    client = desk.session.get(Client, client_id)
    if client is not None and client.erased_at is None:
        client.sort_key = sort_key(client.surname, client.given, client.patronymic)
        keep_found(desk, client_id)
