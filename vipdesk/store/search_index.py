"""The search text on both engines: the application makes the tokens, the engine only finds them.

SQLite: contentless FTS5; PostgreSQL: `to_tsvector('simple', …)` with GIN. The tokens are made
above (`clients.spelling`, `search`): case-folded, ё as е, words and sounds, both alphabets.
A query is groups of alternatives: every group must match, any alternative of it, as a prefix.

What begins with the first letters typed is read in order by an index of its own (`folded`,
`sounded`), so that two letters among a million names cost what ten cost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, TextClause, delete, event, select, text, update
from sqlalchemy.orm import Session

from vipdesk.folding import sound, words_of
from vipdesk.models import SearchEntry
from vipdesk.store.note_index import fts_query, patterns, tsquery
from vipdesk.store.policies import held_by_database

_TOKEN = re.compile(r"[\w]+", re.UNICODE)
_COLUMNS = "kind, object_id, title, detail, tokens, folded, tails"
_LAST = "\U0010ffff"
_AT_ONCE = 5000
_IN_ORDER = 48  # of a million that begin so, the first ones: more are not ranked higher
_Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A hit: the row it speaks of, and what to show. `folded`: the title as it is compared."""

    kind: str
    object_id: UUID
    title: str
    detail: str
    tokens: str
    folded: str = ""
    tails: str = ""


def put(
    session: Session,
    *,
    kind: str,
    object_id: UUID,
    title: str,
    detail: str,
    tokens: Sequence[str],
    tails: Sequence[str] = (),
) -> None:
    """Make or replace the entry of one object; `tokens` as they are matched, `tails` digits."""
    entry = session.scalar(select(SearchEntry).where(SearchEntry.object_id == object_id))
    if entry is None:
        entry = SearchEntry(object_id=object_id)
        session.add(entry)
    entry.kind, entry.title, entry.detail = kind, title, detail
    entry.tokens, entry.tails = " ".join(tokens), " ".join(tails)
    session.flush()
    if _is_vault(session):
        index_rows(session, [(entry.rowid, entry.tokens, entry.tails)])


def beginnings(title: str) -> tuple[str, str]:
    """(`folded`, `sounded`) of a title."""
    words = words_of(title)
    return " ".join(words), " ".join(filter(None, map(sound, words)))


def index_rows(session: Session, rows: Sequence[tuple[int, str, str]]) -> None:
    """Fill SQLite's indexes for entries (rowid, tokens, tails); PostgreSQL keeps its own."""
    if not rows or not _is_vault(session):
        return
    _index(session.connection(), rows)


def _index(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    values = [{"r": r, "t": t, "d": d} for r, t, d in rows]
    connection.execute(
        text("INSERT OR REPLACE INTO search_text(rowid, tokens) VALUES (:r, :t)"), values
    )
    connection.execute(
        text("INSERT OR REPLACE INTO search_tail(rowid, tails) VALUES (:r, :d)"), values
    )


def freshen(connection: Connection) -> None:
    """Entries of before revision 0008: their beginnings, and how their words sound today."""
    last = 0
    while True:
        wanted = select(
            SearchEntry.rowid, SearchEntry.title, SearchEntry.tokens, SearchEntry.tails
        ).where(SearchEntry.rowid > last, SearchEntry.folded == "")
        rows = connection.execute(wanted.order_by(SearchEntry.rowid).limit(_AT_ONCE)).all()
        if not rows:
            return
        last = rows[-1].rowid
        changed, indexed = [], []
        for row in rows:
            words = row.tokens.split()
            tokens = " ".join(dict.fromkeys([*words, *filter(None, map(sound, words))]))
            folded, sounded = beginnings(row.title)
            changed.append(
                {"key": row.rowid, "tokens": tokens, "folded": folded, "sounded": sounded}
            )
            indexed.append((row.rowid, tokens, row.tails))
        for values in changed:
            key = values.pop("key")
            connection.execute(update(SearchEntry).where(SearchEntry.rowid == key).values(**values))
        if connection.dialect.name == "sqlite":
            _index(connection, indexed)


def remove(session: Session, object_id: UUID) -> None:
    """Forget an object."""
    rowid = session.scalar(select(SearchEntry.rowid).where(SearchEntry.object_id == object_id))
    if rowid is None:
        return
    if _is_vault(session):
        session.execute(text("DELETE FROM search_text WHERE rowid = :r"), {"r": rowid})
        session.execute(text("DELETE FROM search_tail WHERE rowid = :r"), {"r": rowid})
    session.execute(delete(SearchEntry).where(SearchEntry.rowid == rowid))


def find(
    session: Session,
    groups: Sequence[Sequence[str]],
    *,
    kinds: Sequence[str] = (),
    limit: int = 50,
    begins: tuple[str, str] = ("", ""),
    enough: int = 0,
    whole: bool = False,
) -> tuple[Found, ...]:
    """Entries in which every group has an alternative that some token begins with.

    begins: what a title may begin with (folded, sounded): such entries come first, in order.
    enough: with so many of them, others are found only by whole words. whole: no prefixes.
    """
    clean = [[a for a in group if _TOKEN.fullmatch(a)] for group in groups]
    if not clean or not all(clean):
        return ()
    if not _is_vault(session):
        return _in_team(session, clean, kinds, limit, begins, enough=enough, whole=whole)
    found = {
        row[1]: row
        for column, start in zip(("folded", "sounded"), begins, strict=True)
        if start
        for row in _beginning(session, column, start, kinds, min(limit, _IN_ORDER))
    }
    enough_begin = bool(enough) and len(found) >= enough
    query = fts_query(clean)
    if whole or enough_begin:
        query = query.replace('"*', '"')
    where = "rowid IN (SELECT rowid FROM search_text WHERE search_text MATCH :q)"
    for row in _rows(session, where, {"q": query}, kinds, limit):
        found.setdefault(row[1], row)
    return _made(found.values())


def find_tail(
    session: Session, digits: str, *, kinds: Sequence[str] = (), limit: int = 50
) -> tuple[Found, ...]:
    """Entries one of whose numbers holds these digits (three at least)."""
    if len(digits) < 3 or not digits.isdigit():
        return ()
    if held_by_database(session):
        return _called(
            session, "find_tails(:q, :kinds, :n)", {"q": digits, "kinds": list(kinds), "n": limit}
        )
    if _is_vault(session):
        where = "rowid IN (SELECT rowid FROM search_tail WHERE search_tail MATCH :q)"
        return _made(_rows(session, where, {"q": f'"{digits}"'}, kinds, limit))
    return _made(_rows(session, "tails LIKE :q", {"q": f"%{digits}%"}, kinds, limit))


def _in_team(
    session: Session,
    groups: Sequence[Sequence[str]],
    kinds: Sequence[str],
    limit: int,
    begins: tuple[str, str],
    *,
    enough: int,
    whole: bool,
) -> tuple[Found, ...]:
    query, lines = tsquery(groups), patterns(groups, whole=whole)
    if whole:
        query = query.replace(":*", "")
    if held_by_database(session):
        asked = {
            "q": query, "p": lines, "f": begins[0], "s": begins[1], "kinds": list(kinds),
            "n": limit, "enough": enough,
        }  # fmt: skip
        found = _called(session, "find_entries(:q, :p, :f, :s, :kinds, :n, :enough)", asked)
    else:
        found = tuple(
            row
            for column, start in zip(("folded", "sounded"), begins, strict=True)
            if start
            for row in _made(_beginning(session, column, start, kinds, limit))
        )
        where = "to_tsvector('simple', tokens) @@ to_tsquery('simple', :q)"
        found += _made(_rows(session, where, {"q": query}, kinds, limit))
    first: dict[UUID, Found] = {}
    for row in found:
        first.setdefault(row.object_id, row)
    return tuple(first.values())


def _called(session: Session, procedure: str, values: dict[str, Any]) -> tuple[Found, ...]:
    """Through the database's own procedure: behind a policy no index of words is used."""
    found = session.execute(text(f"SELECT {_COLUMNS} FROM vip_api.{procedure}"), values)  # noqa: S608
    return tuple(Found(*row) for row in found)


def _beginning(
    session: Session, column: str, start: str, kinds: Sequence[str], limit: int
) -> Sequence[_Row]:
    order = column if _is_vault(session) else f'{column} COLLATE "C"'
    where = f"{order} >= :from AND {order} < :upto"
    return _rows(session, where, {"from": start, "upto": start + _LAST}, kinds, limit, order=order)


def _rows(
    session: Session,
    where: str,
    values: dict[str, Any],
    kinds: Sequence[str],
    limit: int,
    order: str = "",
) -> Sequence[_Row]:
    vault = _is_vault(session)
    asked = f"SELECT {_COLUMNS} FROM {'' if vault else 'vip.'}search_entry WHERE {where}"  # noqa: S608
    if kinds:
        named = ", ".join(f":kind{at}" for at in range(len(kinds)))
        asked += f" AND kind IN ({named})"
        values = {**values, **{f"kind{at}": kind for at, kind in enumerate(kinds)}}
    asked += f" ORDER BY {order} LIMIT :n" if order else " LIMIT :n"
    return session.execute(_question(asked), {**values, "n": limit}).all()


@lru_cache(maxsize=64)
def _question(asked: str) -> TextClause:
    """Of the few questions there are each is read for its parameters once."""
    return text(asked)


def _made(rows: Iterable[_Row]) -> tuple[Found, ...]:
    """A vault keeps ids as text."""
    return tuple(
        Found(row[0], UUID(row[1]) if isinstance(row[1], str) else row[1], *row[2:]) for row in rows
    )


def _is_vault(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def _keep_beginnings(_mapper: object, _connection: object, entry: SearchEntry) -> None:
    entry.folded, entry.sounded = beginnings(entry.title)


event.listen(SearchEntry, "before_insert", _keep_beginnings)
event.listen(SearchEntry, "before_update", _keep_beginnings)
