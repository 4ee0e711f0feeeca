"""The search text on both engines: the application makes the tokens, the engine only finds them.

SQLite: contentless FTS5; PostgreSQL: `to_tsvector('simple', …)` with GIN. The tokens are made
above (`clients.names`, `search`): case-folded, ё as е, words and stems, both alphabets.
A query is groups of alternatives: every group must match, any alternative of it, as a prefix.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, case, collate, delete, select, text
from sqlalchemy.orm import Session

from vipdesk.models import SearchEntry
from vipdesk.store.policies import held_by_database

_TOKEN = re.compile(r"[\w]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Found:
    """A hit: the row it speaks of, and what to show."""

    kind: str
    object_id: UUID
    title: str
    detail: str
    tokens: str


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


def index_rows(session: Session, rows: Sequence[tuple[int, str, str]]) -> None:
    """Fill SQLite's indexes for entries (rowid, tokens, tails); PostgreSQL keeps its own."""
    if not rows or not _is_vault(session):
        return
    values = [{"r": r, "t": t, "d": d} for r, t, d in rows]
    session.execute(
        text("INSERT OR REPLACE INTO search_text(rowid, tokens) VALUES (:r, :t)"), values
    )
    session.execute(
        text("INSERT OR REPLACE INTO search_tail(rowid, tails) VALUES (:r, :d)"), values
    )


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
    session: Session, groups: Sequence[Sequence[str]], *, kinds: Sequence[str] = (), limit: int = 50
) -> tuple[Found, ...]:
    """Entries in which every group has an alternative that some token begins with."""
    clean = [[a for a in group if _TOKEN.fullmatch(a)] for group in groups]
    if not clean or not all(clean):
        return ()
    if held_by_database(session):
        query = " & ".join("(" + " | ".join(f"'{a}':*" for a in g) + ")" for g in clean)
        return _seen(session, "find_entries", query, kinds, limit)
    if _is_vault(session):
        query = " AND ".join("(" + " OR ".join(f'"{a}"*' for a in g) + ")" for g in clean)
        where = "rowid IN (SELECT rowid FROM search_text WHERE search_text MATCH :q)"
    else:
        query = " & ".join("(" + " | ".join(f"'{a}':*" for a in g) + ")" for g in clean)
        where = "to_tsvector('simple', tokens) @@ to_tsquery('simple', :q)"
    return _rows(session, where, query, kinds, limit, first=clean[0][0])


def find_tail(
    session: Session, digits: str, *, kinds: Sequence[str] = (), limit: int = 50
) -> tuple[Found, ...]:
    """Entries one of whose numbers holds these digits (three at least)."""
    if len(digits) < 3 or not digits.isdigit():
        return ()
    if held_by_database(session):
        return _seen(session, "find_tails", digits, kinds, limit)
    if _is_vault(session):
        where = "rowid IN (SELECT rowid FROM search_tail WHERE search_tail MATCH :q)"
        return _rows(session, where, f'"{digits}"', kinds, limit)
    return _rows(session, "tails LIKE :q", f"%{digits}%", kinds, limit)


def _seen(
    session: Session, procedure: str, query: str, kinds: Sequence[str], limit: int
) -> tuple[Found, ...]:
    """Through the database's own procedure: behind a policy no index of words is used."""
    asked = text(
        f"SELECT kind, object_id, title, detail, tokens FROM vip_api.{procedure}(:q, :kinds, :n)"  # noqa: S608 our own names
    )
    found = session.execute(asked, {"q": query, "kinds": list(kinds), "n": limit})
    return tuple(Found(*row) for row in found)


def _rows(
    session: Session, where: str, query: str, kinds: Sequence[str], limit: int, first: str = ""
) -> tuple[Found, ...]:
    columns = (
        SearchEntry.kind,
        SearchEntry.object_id,
        SearchEntry.title,
        SearchEntry.detail,
        SearchEntry.tokens,
    )
    wanted = select(*columns).where(text(where).bindparams(bindparam("q", query)))
    if kinds:
        wanted = wanted.where(SearchEntry.kind.in_(kinds))
    # Cut in the same order on both engines: titles that begin so first (the tokens of an entry
    # begin with its title's words), then titles by their letters' numbers.
    plain = "BINARY" if _is_vault(session) else "C"
    begins = case((SearchEntry.tokens.startswith(first, autoescape=True), 0), else_=1)
    wanted = wanted.order_by(begins, collate(SearchEntry.title, plain), SearchEntry.object_id)
    return tuple(Found(*row) for row in session.execute(wanted.limit(limit)))


def _is_vault(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
