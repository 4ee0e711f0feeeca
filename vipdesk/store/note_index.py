"""What is written is found: the words of talks, facts and promises, on both engines.

The application makes the words (folded, no stems: a query brings the stems); the engine finds
them. A listener keeps them at every flush, so that no verb can forget to; triggers of the
database forget them when the text changes or goes, and follow its client, its sensitivity and
its owner, whatever changes the row. A text that got in past the ORM is taken in by `fill`.

SQLite: a contentless FTS5 index, the newest first. PostgreSQL: GIN over what all may read and
over what few may read; a team's people reach it only through procedures of the database.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    String,
    Uuid,
    case,
    cast,
    column,
    event,
    exists,
    func,
    insert,
    inspect,
    literal,
    literal_column,
    null,
    select,
    table,
    text,
    union_all,
)
from sqlalchemy.orm import Session

from vipdesk.folding import words_of
from vipdesk.models import Fact, Interaction, Promise, SearchNote
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import FactKind, Sensitivity

if TYPE_CHECKING:
    from sqlalchemy.orm import UOWTransaction

TEAM, MANAGER, SPECIAL, PROMISE = "team", "manager", "special", "promise"
_SPECIAL = frozenset({FactKind.HEALTH, FactKind.DIET, FactKind.FAITH})
_BEGINNING = 3  # letters
_AT_ONCE = 5000  # no more ids in one statement than SQLite takes
_TEXTS: dict[Any, frozenset[str]] = {
    Interaction: frozenset({"text"}),
    Fact: frozenset({"text", "ended_on", "kind"}),
    Promise: frozenset({"text"}),
}
_WORDS = table("search_text_note", column("rowid"))
_WHOLE: ColumnElement[str] = literal_column("search_text_note")  # an index without columns
_SIMPLE: ColumnElement[str] = literal_column("'simple'")
_TOKEN = re.compile(r"[\w]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Note:
    """One text and who may find it (see `models.SearchNote`)."""

    kind: str
    object_id: UUID
    client_id: UUID
    scope: str
    staff_id: UUID | None
    text: str


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A text that was found; the text itself is read under the reader's own rights."""

    rowid: int
    kind: str
    object_id: UUID
    client_id: UUID


def note_of(row: Any) -> Note | None:
    """What a talk, a fact or a promise is found by; None where there is nothing to find."""
    if not row.text or getattr(row, "ended_on", None) is not None:
        return None
    scope, staff_id = TEAM, None
    if isinstance(row, Interaction):
        scope = str(row.sensitivity or Sensitivity.TEAM)
    elif isinstance(row, Promise):
        scope, staff_id = PROMISE, row.owner_id
    elif row.kind in _SPECIAL:
        scope = SPECIAL
    return Note(row.__tablename__, row.id, row.client_id, scope, staff_id, row.text)


def put(session: Session, notes: Sequence[Note]) -> None:
    """Take texts in that are not in yet."""
    if not notes:
        return
    connection = session.connection()
    if held_by_database(session):
        connection.execute(
            text("SELECT vip_api.keep_words(:kinds, :ids, :words)"),
            {
                "kinds": [n.kind for n in notes],
                "ids": [n.object_id for n in notes],
                "words": [" ".join(words_of(n.text)) for n in notes],
            },
        )
        return
    _insert(connection, notes)


def _insert(connection: Connection, notes: Sequence[Note]) -> None:
    vault = connection.dialect.name == "sqlite"
    words = [" ".join(words_of(n.text)) for n in notes]
    rows = [
        {
            "kind": n.kind, "object_id": n.object_id, "client_id": n.client_id, "scope": n.scope,
            "staff_id": n.staff_id, "words": "" if vault else w,
        }
        for n, w in zip(notes, words, strict=True)
    ]  # fmt: skip
    connection.execute(insert(SearchNote).inline(), rows)
    if vault:
        connection.execute(
            text(
                "INSERT INTO search_text_note(rowid, words)"
                " SELECT rowid, :words FROM search_note WHERE object_id = :id"
            ),
            [{"words": w, "id": n.object_id.hex} for n, w in zip(notes, words, strict=True)],
        )


def fill(connection: Connection) -> int:
    """Take in every text that is not there, the oldest first, of whatever kind: after a copy or
    an upgrade the newest found are the newest written.
    """
    if connection.dialect.name == "sqlite":
        return _fill_vault(connection)
    wanted = _missing().execution_options(stream_results=True, yield_per=_AT_ONCE)
    taken = 0
    for rows in connection.execute(wanted).partitions():
        _insert(connection, [Note(*tuple(row)) for row in rows])
        taken += len(rows)
    return taken


def forget_the_gone(session: Session) -> None:
    """FTS5 keeps words of deleted rows in its older segments until they are merged."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO search_text_note(search_text_note) VALUES ('optimize')"))


def _missing(*, bare: bool = False) -> Select[Any]:
    """The fields of a `Note` for each text that is not in yet, the oldest first.

    bare: without the text itself.
    """
    nobody = cast(null(), Uuid)
    fields: dict[Any, tuple[ColumnElement[Any], ...]] = {
        Interaction: (cast(Interaction.sensitivity, String), nobody, Interaction.at.expression),
        Fact: (
            case((Fact.kind.in_(sorted(_SPECIAL)), SPECIAL), else_=TEAM), nobody,
            Fact.noted_on.expression,
        ),
        Promise: (literal(PROMISE), Promise.owner_id.expression, Promise.made_at.expression),
    }  # fmt: skip
    parts = [
        select(
            literal(model.__tablename__).label("kind"), model.id, model.client_id, scope, staff_id,
            literal("") if bare else model.text, moment.label("moment"),
        ).where(
            model.text != "", ~exists().where(SearchNote.object_id == model.id),
            *([Fact.ended_on.is_(None)] if model is Fact else []),
        )
        for model, (scope, staff_id, moment) in fields.items()
    ]  # fmt: skip
    every = union_all(*parts).subquery()
    # Days and moments compare as they are stored: a day is before its own moments.
    return select(*list(every.c)[:-1]).order_by(every.c.moment, every.c.kind, every.c.id)


def _fill_vault(connection: Connection) -> int:
    """A million texts: the engine copies what it has, only words pass through Python."""
    before = connection.scalar(select(func.max(SearchNote.rowid))) or 0
    names = ("kind", "object_id", "client_id", "scope", "staff_id", "words")
    connection.execute(insert(SearchNote).from_select(names, _missing(bare=True)))
    taken = 0
    for model in _TEXTS:
        wanted = (
            select(SearchNote.rowid, model.text)
            .join_from(SearchNote, model, model.id == SearchNote.object_id)
            .order_by(SearchNote.rowid)
            .limit(_AT_ONCE)
        )
        last = before
        while rows := connection.execute(wanted.where(SearchNote.rowid > last)).all():
            connection.exec_driver_sql(
                "INSERT INTO search_text_note(rowid, words) VALUES (?, ?)",
                [(rowid, " ".join(words_of(words))) for rowid, words in rows],
            )
            last = rows[-1].rowid
            taken += len(rows)
    return taken


def find_notes(
    session: Session,
    groups: Sequence[Sequence[str]],
    *,
    readable: ColumnElement[bool],
    client_ids: Iterable[UUID] | None = None,
    limit: int = 40,
) -> tuple[FoundNote, ...]:
    """Texts in which every group has an alternative that some word begins with; newest first.
    Alternatives of one or two letters are whole words.

    readable: which rows of `SearchNote` who looks may read, where no database holds that line.
    client_ids: only texts on these clients.
    """
    clean = [[a for a in group if _TOKEN.fullmatch(a)] for group in groups]
    ids = None if client_ids is None else list(client_ids)
    if not clean or not all(clean) or ids == []:
        return ()
    if held_by_database(session):
        found = session.execute(
            text("SELECT * FROM vip_api.find_notes(:q, :p, CAST(:ids AS uuid[]), :n)"),
            {
                "q": tsquery(clean, _BEGINNING),
                "p": patterns(clean, _BEGINNING),
                "ids": ids,
                "n": limit,
            },
        )
        each = {row[0]: FoundNote(*row) for row in found}
        return tuple(each[key] for key in sorted(each, reverse=True))[:limit]
    wanted = select(
        SearchNote.rowid, SearchNote.kind, SearchNote.object_id, SearchNote.client_id
    ).where(readable)
    if ids is not None:
        wanted = wanted.where(SearchNote.client_id.in_(ids))
    if session.get_bind().dialect.name == "sqlite":
        query, order = fts_query(clean, _BEGINNING), _WORDS.c.rowid.desc()
        wanted = wanted.join_from(_WORDS, SearchNote, SearchNote.rowid == _WORDS.c.rowid)
        wanted = wanted.where(_WHOLE.op("MATCH")(query))
    else:
        query, order = tsquery(clean, _BEGINNING), SearchNote.rowid.desc()
        words = func.to_tsvector(_SIMPLE, SearchNote.words)
        wanted = wanted.where(words.op("@@")(func.to_tsquery(_SIMPLE, query)))
    return tuple(FoundNote(*row) for row in session.execute(wanted.order_by(order).limit(limit)))


def fts_query(groups: Sequence[Sequence[str]], shortest: int = 1) -> str:
    """FTS5's words for 'each group, any of its alternatives, as a beginning'.

    shortest: what has fewer letters is a whole word: half of all texts has a word in 'п…'.
    """
    return " AND ".join(
        "(" + " OR ".join(f'"{a}"*' if begins else f'"{a}"' for a, begins in each) + ")"
        for each in (_beginnings(group, shortest) for group in groups)
    )


def tsquery(groups: Sequence[Sequence[str]], shortest: int = 1) -> str:
    """The same for PostgreSQL's index."""
    return " & ".join(
        "(" + " | ".join(f"'{a}':*" if begins else f"'{a}'" for a, begins in each) + ")"
        for each in (_beginnings(group, shortest) for group in groups)
    )


def patterns(
    groups: Sequence[Sequence[str]], shortest: int = 1, *, whole: bool = False
) -> list[str]:
    """The same as patterns on a line of words: for few rows that are read one by one.

    whole: words, not their beginnings. What stands between the second pair of brackets is read
    by the database's procedures.
    """
    if whole:
        return ["(^| )(" + "|".join(group) + ")( |$)" for group in groups]
    return ["(^| )(" + "|".join(_readings(group, shortest)) + ")" for group in groups]


def _beginnings(group: Sequence[str], shortest: int) -> list[tuple[str, bool]]:
    """Each alternative, and whether it is asked for as a beginning: not where a shorter one
    finds the same, which costs as much again.
    """
    return [
        (a, len(a) >= shortest and not any(
            a != b and len(b) >= shortest and a.startswith(b) for b in group))
        for a in group
    ]  # fmt: skip


def _readings(group: Sequence[str], shortest: int) -> list[str]:
    whole = "|".join(a for a in group if len(a) < shortest)
    beginnings = [a for a, begins in _beginnings(group, shortest) if begins]
    return [*beginnings, f"({whole})( |$)"] if whole else beginnings


def _keep(session: Session, _context: UOWTransaction) -> None:
    rows = [row for row in session.new if type(row) in _TEXTS]
    rows += [row for row in session.dirty if _says_something_else(row)]
    put(session, [note for note in map(note_of, rows) if note is not None])


def _says_something_else(row: Any) -> bool:
    """Its words have just been forgotten by the trigger."""
    texts = _TEXTS.get(type(row), ())
    return any(inspect(row).attrs[name].history.has_changes() for name in texts)


event.listen(Session, "after_flush", _keep)
