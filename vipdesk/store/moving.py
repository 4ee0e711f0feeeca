"""A vault moves into a team: every row copied into an empty database, in one transaction.

What is sealed under the vault's key stays behind, because nobody in the team could open it;
`Moved.left_behind` says what has to be entered again. The journal goes along as it was written,
hash by hash, so that its chain holds on. A process that dies half-way leaves the team empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import LargeBinary, Table, func, insert, literal, select, text, update

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.models import SCHEMAS, Base
from vipdesk.models.types import Sealed
from vipdesk.store import note_index, schema
from vipdesk.store.vault import READ
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

BATCH = 1000
BATCH_OF_FILES = 10  # each may have ten megabytes
# A vault keeps these words in its full-text index alone.
_MADE_ANEW = frozenset({"search_note"})
_Pointer = tuple[UUID, dict[str, Any]]
OnRows = Callable[[str, int, int], None]
"""Called after each batch: the table's name, rows copied so far in all, rows in all."""


@dataclass(frozen=True, slots=True)
class Moved:
    """What was copied: rows by table, and of which rows a secret was left behind."""

    rows: Mapping[str, int]
    left_behind: tuple[str, ...]

    @property
    def total(self) -> int:
        """All rows."""
        return sum(self.rows.values())


def move_vault(
    vault: Engine,
    team: Engine,
    *,
    logins: Mapping[UUID, str] | None = None,
    leave_out: Callable[[str], bool] = lambda _name: False,
    before_commit: Callable[[Connection, Moved], None] | None = None,
    on_rows: OnRows | None = None,
) -> Moved:
    """Copy everything from an open vault into the team's empty database of the same version.

    team: signed in as the owner of its tables. logins: the database role of each member of
    the staff. leave_out: settings (by name) that belong to this computer. before_commit:
    checks and last writes in the same transaction; what it raises leaves the team empty.
    Raises `UserError` where the versions differ or the team is not empty.
    """
    _same_version(vault, team)
    with vault.connect().execution_options(**{READ: True}) as source, team.begin() as target:
        # Nobody may put a row in between the look and the copy.
        target.execute(text("SELECT pg_advisory_xact_lock(8456302)"))
        with _without_rights(target):
            check_empty(target)
            with _without_triggers(target):
                moved = _copy_all(source, target, logins or {}, leave_out, on_rows)
                _compare(target, moved)
                anew = {"search_note": note_index.fill(target)}
                moved = Moved({**moved.rows, **anew}, moved.left_behind)
                _go_on_counting(target)
            if before_commit is not None:
                before_commit(target, moved)
    log.info("vault.moved", rows=moved.total)
    return moved


def check_empty(team: Connection) -> None:
    """Raise `UserError` unless there is no row in any table of the club."""
    for table in Base.metadata.sorted_tables:
        if team.scalar(select(literal(1)).select_from(table).limit(1)) is not None:
            raise UserError(
                say(
                    "The team’s database is not empty: there are rows in “{table}”. A vault moves "
                    "only into a new one.",
                    table=table.name,
                )
            )


def _same_version(vault: Engine, team: Engine) -> None:
    if not schema.is_current(vault):
        raise UserError(say("Open the vault once with this VIP Desk, then move it."))
    if not schema.is_current(team):
        raise UserError(
            say("The team’s database has another version. Run “vipdesk team upgrade” first.")
        )


def _copy_all(
    source: Connection,
    target: Connection,
    logins: Mapping[UUID, str],
    leave_out: Callable[[str], bool],
    on_rows: OnRows | None,
) -> Moved:
    tables = [t for t in Base.metadata.sorted_tables if t.name not in _MADE_ANEW]
    counts = {t.name: source.scalar(select(func.count()).select_from(t)) or 0 for t in tables}
    total, done, copied, left = sum(counts.values()), 0, dict.fromkeys(counts, 0), []
    for table in tables:
        pointers: list[_Pointer] = []
        for batch in _batches(source, table):
            rows = [r for r in batch if not (table.name == "club_setting" and leave_out(r["name"]))]
            left += _unseal(table, rows)
            if table.name == "staff":
                for row in rows:
                    row["login"] = logins.get(row["id"])
            pointers += _put(target, table, rows)
            copied[table.name] += len(rows)
            done += len(batch)
            if on_rows is not None:
                on_rows(table.name, done, total)
        for key, values in pointers:
            target.execute(update(table).where(table.c.id == key).values(values))
    return Moved(copied, tuple(left))


def _batches(source: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    """In the order of the key: the journal's chain, and rows that point at earlier ones."""
    files = any(isinstance(c.type, LargeBinary) for c in table.columns)
    stream = source.execution_options(yield_per=BATCH_OF_FILES if files else BATCH).execute(
        select(table).order_by(*table.primary_key.columns)
    )
    for part in stream.mappings().partitions():
        yield [dict(row) for row in part]


def _put(target: Connection, table: Table, rows: list[dict[str, Any]]) -> list[_Pointer]:
    """Insert; pointers into the table itself are handed back: they wait until all are there."""
    if not rows:
        return []
    own = [c for c in table.columns if any(k.column.table is table for k in c.foreign_keys)]
    pointers: list[_Pointer] = [
        (r["id"], {c.name: r[c.name] for c in own})
        for r in rows
        if any(r[c.name] is not None for c in own)
    ]
    bare = [{**r, **{c.name: None for c in own}} for r in rows] if own else rows
    target.execute(insert(table), bare)
    return pointers


def _unseal(table: Table, rows: Iterable[dict[str, Any]]) -> list[str]:
    """Empty what is sealed under the vault's key; names what was there."""
    sealed = [c.name for c in table.columns if isinstance(c.type, Sealed)]
    found = []
    for row in rows:
        for name in sealed:
            if row[name] is not None:
                row[name] = None
                found.append(str(row["name"]) if table.name == "club_setting" else table.name)
    return found


def _compare(target: Connection, moved: Moved) -> None:
    for table in (t for t in Base.metadata.sorted_tables if t.name in moved.rows):
        there = target.scalar(select(func.count()).select_from(table)) or 0
        if there != moved.rows[table.name]:
            raise ValueError(f"{table.name}: {moved.rows[table.name]} rows became {there}")


def _go_on_counting(target: Connection) -> None:
    """Numbers the database gives begin after those that came along."""
    for schema_name, table, column in (
        ("vip", "search_entry", "rowid"), ("vip_audit", "journal_entry", "seq"),
    ):  # fmt: skip
        whole = f"{schema_name}.{table}"
        target.execute(
            text(
                f"SELECT setval(pg_get_serial_sequence('{whole}', '{column}'),"  # noqa: S608 our own names
                f" COALESCE((SELECT max({column}) FROM {whole}), 0) + 1, false)"
            )
        )


@contextmanager
def _without_rights(target: Connection) -> Iterator[None]:
    """The owner sees and writes every row.

    A change of the schema inside the transaction: undone with it, and nobody else sees it.
    """
    forced = target.scalars(
        text(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = ANY(:ours) AND c.relforcerowsecurity"
        ),
        {"ours": list(SCHEMAS)},
    ).all()
    for table in forced:
        target.execute(text(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY"))
    yield
    for table in forced:
        target.execute(text(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"))


@contextmanager
def _without_triggers(target: Connection) -> Iterator[None]:
    """Rows come as they were: the journal's chain is the vault's, not the server's."""
    triggers = target.execute(
        text(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(t.tgname),"
            " t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = ANY(:ours) AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
        ),
        {"ours": list(SCHEMAS)},
    ).all()
    for table, trigger, _state in triggers:
        target.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER {trigger}"))
    yield
    for table, trigger, state in triggers:
        how = "ENABLE ALWAYS" if state == "A" else "ENABLE"
        target.execute(text(f"ALTER TABLE {table} {how} TRIGGER {trigger}"))
