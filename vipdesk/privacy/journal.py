"""Reading the journal: who did what to which, the newest first, in parts, from an index.

Who reads the journal must learn nothing from it that the desk keeps from them: an entry about
a complaint is there only for who may see the complaint, and neither numbers nor counts are
told, because a gap would tell. The auditor sees every entry, and no client's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, inspect, literal, or_, select, true, tuple_

from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm, Mark, begin_export, csv_file, xlsx_file
from vipdesk.access.journal_tables import table_words
from vipdesk.access.journal_words import (
    Deed,
    actor_words,
    deed_of,
    verb_words,
    verbs_of,
)
from vipdesk.access.matrix import Rows, Verb, line, may
from vipdesk.clients.names import Name
from vipdesk.complaints.sight import visible
from vipdesk.errors import NotFound
from vipdesk.models import (
    Base,
    CaseEvent,
    CasePaper,
    Client,
    CompensationGrant,
    CompensationOption,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    DepartmentTask,
    FollowUp,
    HoldSource,
    JournalEntry,
    Letter,
    PrivateMessage,
    RootCause,
    Staff,
)
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, Who, Words, say

PART = 200
MOST_EXPORTED = 100_000
_SEES_ALL = frozenset({Role.AUDITOR})
_OWN_VAULT = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE, Role.AUDITOR})
_CHILDREN: tuple[Any, ...] = (
    CaseEvent, ComplaintClock, ComplaintFlag, ComplaintPause, ComplaintPromise, HoldSource, Letter,
    FollowUp, RootCause, CompensationGrant, CompensationOption, DepartmentTask,
    CasePaper,
)  # fmt: skip
_PRIVATE = ("complaint", "private_message", *(c.__tablename__ for c in _CHILDREN))
_T: Any = inspect(JournalEntry).local_table.c

Key = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class JournalFilter:
    """Which entries. actor: as in an entry; `until` is not included. Empty: all of them."""

    actor: str = ""
    deed: Deed | None = None
    object_id: UUID | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class JournalRow:
    """An entry for people. `client`: whom it is about, where that may be told."""

    id: int
    at: datetime
    who: Say | Who
    actor: str
    deed: Deed | None
    said: Say
    about: Say
    table: str
    object_id: UUID | None
    client_id: UUID | None
    client: Name | None
    fields: tuple[str, ...]
    reason: str
    hash: str

    @property
    def key(self) -> Key:
        """Its place: the next part begins after it."""
        return self.at, self.id


@dataclass(frozen=True, slots=True)
class JournalPart:
    """Some entries, and whether there are older ones."""

    rows: tuple[JournalRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody whose deeds the journal may hold. `key`: as the entries name them."""

    key: str
    who: Who


def may_read(desk: Desk) -> bool:
    """Whether this person reads the journal: a team's auditor; in a vault, whose vault it is."""
    if desk.session.get_bind().dialect.name == "sqlite":
        return desk.actor.role in _OWN_VAULT
    cell = line("journal_entry", desk.actor.role).get(Verb.SELECT)
    return cell is not None and cell.rows is Rows.ALL


def sees_all(desk: Desk) -> bool:
    """Whether nothing is kept from this person here: numbers may be told, the chain checked."""
    return may_read(desk) and desk.actor.role in _SEES_ALL


def list_actors(desk: Desk) -> tuple[Actor, ...]:
    """Everybody who works or worked here, by surname."""
    rows = desk.session.scalars(select(Staff).order_by(Staff.surname, Staff.given, Staff.id))
    return tuple(Actor(str(s.id), Who.of(s)) for s in rows)


def find_entries(
    desk: Desk, wanted: JournalFilter, *, before: Key | None = None, limit: int = PART
) -> JournalPart:
    """The newest entries of a filter, or those before a key. `NotFound` for who may not read."""
    if not may_read(desk):
        raise NotFound(say("This page is not part of your role."))
    found = _entries(desk, wanted, before, limit + 1)
    return JournalPart(_rows(desk, found[:limit]), len(found) > limit)


def _entries(
    desk: Desk, wanted: JournalFilter, before: Key | None, limit: int
) -> list[JournalEntry]:
    conditions = [_seen(desk), *_wanted(wanted)]
    if before is not None:
        place = tuple_(_T.at, _T.seq)
        conditions.append(
            place < tuple_(literal(before[0], _T.at.type), literal(before[1], _T.seq.type))
        )
    verbs: Sequence[str | None] = (None,)
    if wanted.deed is not None:
        if wanted.actor or wanted.object_id is not None:
            conditions.append(_T.verb.in_(verbs_of(wanted.deed)))
        else:  # each verb from its own index: a rare one is not looked for among a million
            verbs = verbs_of(wanted.deed)
    found: list[JournalEntry] = []
    for verb in verbs:
        query = select(JournalEntry).where(*conditions)
        if verb is not None:
            query = query.where(_T.verb == verb)
        found += desk.session.scalars(query.order_by(_T.at.desc(), _T.seq.desc()).limit(limit))
    if len(verbs) > 1:
        found.sort(key=lambda e: (e.at, e.seq), reverse=True)
    return found[:limit]


def _wanted(wanted: JournalFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.actor:
        conditions.append(_T.actor == wanted.actor)
    if wanted.object_id is not None:
        conditions.append(_T.object_id == wanted.object_id)
    if wanted.since is not None:
        conditions.append(_T.at >= wanted.since)
    if wanted.until is not None:
        conditions.append(_T.at < wanted.until)
    return conditions


def _seen(desk: Desk) -> ColumnElement[bool]:
    """An entry about the private track is seen by who sees what it is about."""
    if desk.actor.role in _SEES_ALL:
        return true()
    cases = select(Complaint.id).where(visible(desk))
    letters = select(Letter.id).where(Letter.complaint_id.in_(cases))
    messages = select(PrivateMessage.id).where(PrivateMessage.letter_id.in_(letters))
    shown = [
        _T.object_table.not_in(_PRIVATE),
        and_(_T.object_table == "complaint", _T.object_id.in_(cases)),
        and_(_T.object_table == "private_message", _T.object_id.in_(messages)),
    ]
    for child in _CHILDREN:
        ids = select(child.id).where(child.complaint_id.in_(cases))
        shown.append(and_(_T.object_table == child.__tablename__, _T.object_id.in_(ids)))
    return or_(*shown)


def _rows(desk: Desk, found: Iterable[JournalEntry]) -> tuple[JournalRow, ...]:
    entries = tuple(found)
    people = {str(s.id): Who.of(s) for s in desk.session.scalars(select(Staff))}
    clients = _clients(desk, entries)
    rows = []
    for e in entries:
        client_id, name = clients.get((e.object_table, e.object_id), (None, None))
        rows.append(
            JournalRow(
                e.seq, e.at, people.get(e.actor) or actor_words(e.actor), e.actor, deed_of(e.verb),
                verb_words(e.verb), table_words(e.object_table), e.object_table, e.object_id,
                client_id, name, tuple(f for f in e.fields.split(",") if f), e.reason, e.hash,
            )
        )  # fmt: skip
    return tuple(rows)


def _clients(
    desk: Desk, entries: Sequence[JournalEntry]
) -> dict[tuple[str, UUID | None], tuple[UUID, Name]]:
    """Whom entries are about, for who may read clients; rows that are gone tell nobody."""
    if not may(desk.actor.role, Verb.SELECT, "client"):
        return {}
    wanted: dict[str, set[UUID]] = {}
    for e in entries:
        if e.object_id is not None:
            wanted.setdefault(e.object_table, set()).add(e.object_id)
    found: dict[tuple[str, UUID | None], tuple[UUID, Name]] = {}
    tables = {t.name: t for t in Base.metadata.tables.values()}
    for name, ids in wanted.items():
        table = tables.get(name)
        if table is None or (name != "client" and "client_id" not in table.c):
            continue
        points = table.c.id if name == "client" else table.c.client_id
        rows = desk.session.execute(
            select(table.c.id, Client).join(Client, Client.id == points).where(table.c.id.in_(ids))
            if name != "client"
            else select(Client.id, Client).where(Client.id.in_(ids))
        )
        for object_id, c in rows:
            found[name, object_id] = (c.id, _name(c))
    return found


def _name(c: Client) -> Name:
    return Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)


# Out of the desk ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JournalExport:
    """Entries taken for a file. `cut`: there were more than fit. `numbered`: with hashes."""

    mark: Mark
    rows: tuple[JournalRow, ...]
    cut: bool
    numbered: bool


def export_journal(
    desk: Desk, wanted: JournalFilter, *, form: ExportForm, reason: str
) -> JournalExport:
    """Take the entries of a filter for a file; that is an entry too. `UserError` on 'reason'."""
    part = find_entries(desk, wanted, limit=MOST_EXPORTED)
    fields = (form, f"rows={len(part.rows)}")
    mark = begin_export(desk, "export_journal", reason=reason, fields=fields)
    return JournalExport(mark, part.rows, part.more, sees_all(desk))


def journal_file(export: JournalExport, form: ExportForm, words: Words) -> bytes:
    """The file in the reader's language: CSV or a workbook."""
    header = [
        words(say("Moment (UTC)")), words(say("Who")), words(say("What was done")),
        words(say("About whom or what")), words(say("Object")), words(say("Fields")),
        words(say("Reason")),
    ]  # fmt: skip
    if export.numbered:
        header += [words(say("Number")), words(say("Hash"))]
    rows = [_cells(r, words, numbered=export.numbered) for r in export.rows]
    if form is ExportForm.XLSX:
        return xlsx_file(header, rows, export.mark, words, words("Journal"))
    return csv_file(header, rows, export.mark, words)


def _cells(r: JournalRow, words: Words, *, numbered: bool) -> list[str]:
    at = r.at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    cells = [
        at, words.show(r.who), words(r.said), words(r.about), str(r.object_id or ""),
        " ".join(r.fields), r.reason,
    ]  # fmt: skip
    return [*cells, str(r.id), r.hash] if numbered else cells
