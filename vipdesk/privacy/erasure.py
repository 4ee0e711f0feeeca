"""Erasure: what goes, what stays and why; the record that outlives a restore.

Two steps: `preview_erasure` says what would happen and gives a `state`; `erase_client` takes
that state back and refuses if anything moved in between. Nothing brings the data back.

The record (`erasure_record`) holds an opaque key, a moment, who and a code. Because a backup
may be older than the record, the vault keeps it a second time beside the database: see
`privacy.beside`, which replays it whenever an older database is opened.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import delete, func, select, text, update

from vipdesk.access import Desk, journal
from vipdesk.clients.sight import client_of
from vipdesk.errors import Conflict, UserError
from vipdesk.models import (
    CaseEvent,
    CasePaper,
    ChannelPreference,
    Client,
    CompensationGrant,
    CompensationOption,
    Complaint,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    DepartmentTask,
    Draft,
    ErasureRecord,
    FollowUp,
    Letter,
    OutboxMessage,
    PersonAround,
    PrivateDraft,
    PrivateMessage,
    RootCause,
    SearchEntry,
    Snooze,
)
from vipdesk.privacy.holdings import HOLDINGS, SECTION_NAMES, WAITING, Holding, OnErase, Section
from vipdesk.privacy.mentions import Mention, mentions_of
from vipdesk.privacy.rules import rules_of, shipped
from vipdesk.privacy.sight import need_leader, readable_rows
from vipdesk.store import note_index, search_index
from vipdesk.store.policies import held_by_database
from vipdesk.store.store import changed
from vipdesk.vocabulary import ComplaintState, ErasureGround, OutboxState
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

_OPEN = tuple(s for s in ComplaintState if s.is_open)
_WORDS_OF_CASES = frozenset(
    {
        Complaint, CaseEvent, ComplaintPromise, ComplaintPause, ComplaintFlag, Letter, FollowUp,
        RootCause, CompensationGrant, CompensationOption, DepartmentTask, CasePaper,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ErasureRow:
    """One erasure. `erased_by`: a staff id, or the name of a job. Nothing personal."""

    client_id: UUID
    erased_at: datetime
    erased_by: str
    ground: ErasureGround


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the preview: how many entries of which kind; `why` they stay."""

    section: Section
    name: Say
    count: int
    why: Say | None = None


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What would go, what would stay, and who else's entries name the client.

    Counts hold only what the person asking may read; the rest is erased by the same rules
    and not spoken of. `state` goes back to `erase_client`.
    """

    client_id: UUID
    goes: tuple[Line, ...]
    stays: tuple[Line, ...]
    mentions: tuple[Mention, ...]
    keep_days: int
    state: str


def preview_erasure(desk: Desk, client_id: UUID) -> ErasurePreview:
    """The first step: nothing is changed. Raises `UserError` for who may not erase."""
    need_leader(desk)
    client = client_of(desk, client_id)
    if client.erased_at is not None:
        raise UserError(say("This client has already been erased."))
    counts = {h.table: _count(desk, h, client_id) for h in HOLDINGS}
    mentions = mentions_of(desk, client)
    return ErasurePreview(
        client_id,
        _lines(counts, (OnErase.REMOVE, OnErase.CLEAR)),
        _lines(counts, (OnErase.CLEAR, OnErase.KEEP)),
        mentions,
        rules_of(desk).complaint_keep_days,
        _state(client, counts),
    )


def erase_client(desk: Desk, client_id: UUID, *, ground: ErasureGround, state: str) -> None:
    """The second step: for good. `state` is the preview's; `Conflict` where anything moved since.

    Everything with words or names goes, in all rooms, also what the person erasing may not
    read. Rows that the club's figures need stay without them. Messages that wait never leave.
    """
    if preview_erasure(desk, client_id).state != state:
        raise Conflict(say("Something changed since you looked. Look at it again, then erase."))
    erase_rows(desk, client_id, ground=ground)


def erase_rows(desk: Desk, client_id: UUID, *, ground: ErasureGround) -> None:
    """Erase and record, without the two steps: for retention, which has its own."""
    session = desk.session
    keep = timedelta(days=rules_of(desk).complaint_keep_days)
    _wipe(session, client_id, now=desk.now, keep=keep, ground=ground)
    if not held_by_database(session):  # there the procedure wrote both
        record(session, ErasureRow(client_id, desk.now, str(desk.actor.id), ground))
        desk.note("erase_client", "client", client_id, (str(ground),))
    changed(session, "client", client_id)
    from vipdesk.privacy.beside import note_after_commit

    note_after_commit(session, desk.seals)


def erasures_since(session: Session, since: datetime | None = None) -> tuple[ErasureRow, ...]:
    """The records, the oldest first; those after a moment where one is given."""
    wanted = select(ErasureRecord).order_by(ErasureRecord.erased_at, ErasureRecord.client_id)
    if since is not None:
        wanted = wanted.where(ErasureRecord.erased_at > since)
    return tuple(
        ErasureRow(r.client_id, r.erased_at, r.erased_by, r.ground) for r in session.scalars(wanted)
    )


def replay(session: Session, rows: Iterable[ErasureRow], *, now: datetime) -> int:
    """Erase again in a database older than these records; returns how many were still there."""
    found = 0
    keep = timedelta(days=shipped().complaint_keep_days)
    for row in rows:
        client = session.get(Client, row.client_id)
        if session.get(ErasureRecord, row.client_id) is None:
            record(session, row)
        if client is not None and client.erased_at is None:
            _wipe(session, row.client_id, now=now, keep=keep, ground=row.ground)
            found += 1
            if held_by_database(session):
                continue  # the procedure wrote the journal
        journal.write(
            session, at=now, actor="replay", verb="erase_client", table="client",
            object_id=row.client_id, fields=(str(row.ground),),
        )  # fmt: skip
    return found


def record(session: Session, row: ErasureRow) -> None:
    """Keep one record."""
    session.add(
        ErasureRecord(
            client_id=row.client_id,
            erased_at=row.erased_at,
            erased_by=row.erased_by,
            ground=row.ground,
        )
    )
    session.flush()


# The preview ------------------------------------------------------------------------------------


def _count(desk: Desk, held: Holding, client_id: UUID) -> int:
    seen = readable_rows(desk, held)
    if seen is None:
        return 0
    wanted = select(func.count()).select_from(held.model).where(held.whose(client_id), seen)
    return desk.session.scalar(wanted) or 0


def _lines(counts: dict[str, int], kinds: tuple[OnErase, ...]) -> tuple[Line, ...]:
    """One line a chapter and reason; chapters of which nothing may be read are not there at all."""
    goes = OnErase.REMOVE in kinds
    found: dict[tuple[Section, str], Line] = {}
    for held in HOLDINGS:
        count = counts[held.table]
        clears = held.on_erase is not OnErase.CLEAR or bool(held.cleared)
        if held.on_erase not in kinds or not count or (goes and not clears):
            continue
        why = None if goes else held.why
        key = held.section, why.text if why is not None else ""
        before = found[key].count if key in found else 0
        found[key] = Line(held.section, SECTION_NAMES[held.section], before + count, why)
    order = list(Section)
    return tuple(sorted(found.values(), key=lambda line: order.index(line.section)))


def _state(client: Client, counts: dict[str, int]) -> str:
    whole = json.dumps([str(client.id), client.version, sorted(counts.items())])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


# The deed ---------------------------------------------------------------------------------------


def _wipe(
    session: Session, client_id: UUID, *, now: datetime, keep: timedelta, ground: ErasureGround
) -> None:
    session.flush()
    if held_by_database(session):
        # Nobody there may touch all of it: the database's own procedure does.
        values = {"id": client_id, "days": keep.days, "ground": str(ground)}
        session.execute(text("SELECT vip_api.erase_client(:id, :days, :ground)"), values)
        session.expire_all()
        return
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("PRAGMA secure_delete = ON"))
    keys = _keys_of(session, client_id)
    _stop_messages(session, client_id)
    _forget_typed(session, keys)
    _forget_search(session, keys)
    session.execute(delete(Snooze).where(Snooze.object_id.in_(keys)))
    _leave_circles(session, client_id, now)
    for held in sorted(HOLDINGS, key=_children_first):
        if held.on_erase is OnErase.REMOVE:
            _run(session, delete(held.model).where(held.whose(client_id)))
        elif held.cleared:
            _clear(session, held, client_id, now=now, keep=keep)
    note_index.forget_the_gone(session)
    erased = {"erased_at": now, "left_on": func.coalesce(Client.left_on, now.date())}
    _run(session, update(Client).where(Client.id == client_id).values(erased))
    session.expire_all()


def _children_first(held: Holding) -> int:
    return -int(held.model.metadata.sorted_tables.index(held.model.__table__))


def _keys_of(session: Session, client_id: UUID) -> frozenset[UUID]:
    """Keys of everything the client has: drafts, search entries and snoozes name them."""
    found = {client_id}
    for held in HOLDINGS:
        found.update(session.scalars(select(held.model.id).where(held.whose(client_id))))
    return frozenset(found)


def _stop_messages(session: Session, client_id: UUID) -> None:
    """What waits never leaves; who is just sending loses the claim (a higher fence)."""
    for outbox in (OutboxMessage, PrivateMessage):
        waiting = outbox.client_id == client_id, outbox.state.in_(WAITING)
        values = {"state": OutboxState.CANCELLED, "fence": outbox.fence + 1, "claimed_until": None}
        _run(session, update(outbox).where(*waiting).values(values))


def _forget_typed(session: Session, keys: frozenset[UUID]) -> None:
    """Drafts in whose form, object or values one of the keys stands."""
    marks = {str(k) for k in keys}
    tables: tuple[Any, ...] = (Draft, PrivateDraft)
    for table in tables:
        for row in session.scalars(select(table)):
            whole = f"{row.form} {row.object_id} {json.dumps(row.values, default=str)}"
            if any(mark in whole for mark in marks):
                session.delete(row)
    session.flush()


def _forget_search(session: Session, keys: frozenset[UUID]) -> None:
    found = select(SearchEntry.object_id).where(SearchEntry.object_id.in_(keys))
    for key in session.scalars(found).all():
        search_index.remove(session, key)
    if session.get_bind().dialect.name == "sqlite":
        # FTS5 keeps words of deleted rows in its older segments until they are merged.
        for index in ("search_text", "search_tail"):
            session.execute(text(f"INSERT INTO {index}({index}) VALUES ('optimize')"))  # noqa: S608


def _leave_circles(session: Session, client_id: UUID, now: datetime) -> None:
    """Other clients' circles. Through whom one is reached stays, without a name and over.

    Were it removed, the other client's wish 'through my assistant' would become 'directly'.
    """
    through = select(ChannelPreference.via_person_id).where(
        ChannelPreference.via_person_id.is_not(None), ChannelPreference.client_id != client_id
    )
    nameless = {
        "name": "", "phone": "", "email": "", "note": "", "other_client_id": None,
        "may_act": False, "until": now.date() - timedelta(days=1),
        "version": PersonAround.version + 1,
    }  # fmt: skip
    there = PersonAround.other_client_id == client_id
    _run(session, update(PersonAround).where(there, PersonAround.id.in_(through)).values(nameless))


def _clear(
    session: Session, held: Holding, client_id: UUID, *, now: datetime, keep: timedelta
) -> None:
    values: dict[str, Any] = dict(held.cleared)
    if hasattr(held.model, "version"):
        values["version"] = held.model.version + 1
    wanted = update(held.model).where(held.whose(client_id))
    if held.model in _WORDS_OF_CASES:
        wanted = wanted.where(_may_be_cleared(held.model, now - keep))
    _run(session, wanted.values(values))


def _may_be_cleared(model: Any, since: datetime) -> ColumnElement[bool]:
    """Complaints that are closed, and longer than the club must be able to answer for them."""
    over = select(Complaint.id).where(
        Complaint.state.not_in(_OPEN),
        Complaint.closed_at.is_(None) | (Complaint.closed_at <= since),
    )
    key = model.id if model is Complaint else model.complaint_id
    return key.in_(over)


def _run(session: Session, statement: Any) -> None:
    session.execute(statement.execution_options(synchronize_session=False))
