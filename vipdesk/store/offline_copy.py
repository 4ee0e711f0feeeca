"""A team's rows on a laptop without network: an encrypted copy of what this person may see.

    <vault>/offline.copy       sealed under the vault's key: which file, its key, when, whose
    <vault>/offline-<…>.db     SQLCipher, a random key of its own

The server's row-level policies decide what comes along: it is read as the person's own login
in one read-only transaction. After 72 hours, or when the server no longer lets the person in,
the copy is wiped: without the sealed key its file is noise, and the file goes too.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Table, insert, select, text
from sqlalchemy.orm import Session

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.models import Base
from vipdesk.models.types import Sealed
from vipdesk.store import note_index, schema, search_index
from vipdesk.store.files import write_whole
from vipdesk.store.store import Home, Store
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from vipdesk.store.vault import Vault

LASTS = timedelta(hours=72)
_POINTER = "offline.copy"
_FILES = "offline-*.db*"
_PURPOSE = "offline copy"
_BATCH = 1000
# The server's own affairs: nobody reads them without it.
_NOT_ALONG = frozenset({"journal_entry", "occurrence", "erasure_record"})
# Papers of a case are many megabytes, and are not needed to talk with the client.
_STAYS = {"case_paper": frozenset({"content"})}
_EMPTY: dict[type, object] = {str: "", int: 0, bool: False, float: 0.0, bytes: b"", dict: {}}


@dataclass(frozen=True, slots=True)
class CopyInfo:
    """A copy that may be opened: when it was taken, for whom, how many rows."""

    taken_at: datetime
    login: str
    rows: int

    @property
    def until(self) -> datetime:
        """When it is wiped."""
        return self.taken_at + LASTS


def take_copy(vault: Vault, team: Store, *, login: str, now: datetime) -> CopyInfo:
    """Copy what `login` may see into the vault's folder; the earlier copy goes when it stands.

    team: the store signed in as that login. Raises `UserError` where the disk refuses or the server
    does not answer; the earlier copy is whole then.
    """
    key, name = secrets.token_bytes(32), f"offline-{secrets.token_hex(8)}.db"
    file = vault.folder / name
    engine = vault.engine_beside(file, key)
    try:
        file.touch(mode=0o600)
        schema.upgrade(engine)
        rows = team.read(partial(_copy, copy=engine))
    except BaseException:
        engine.dispose()
        _remove(file)
        raise
    engine.dispose()
    info = CopyInfo(now, login, rows)
    _point(vault, name, key, info, seen_at=now)
    _remove_files(vault, but=name)
    log.info("offline.copied", rows=rows)
    return info


def find_copy(vault: Vault, now: datetime) -> CopyInfo | None:
    """The copy, or None; one that is older than 72 hours is wiped here.

    A clock that was turned back gains nothing: the latest moment seen is kept with the copy.
    """
    kept = _pointed(vault)
    if kept is None:
        return None
    name, key, info, seen_at = kept
    latest = max(now, seen_at)
    if latest >= info.until or not (vault.folder / name).exists():
        wipe_copy(vault)
        return None
    if now > seen_at:
        _point(vault, name, key, info, seen_at=now)
    return info


def open_copy(vault: Vault, now: datetime) -> Store:
    """Open the copy. Raises `UserError` where there is none that may be opened."""
    if find_copy(vault, now) is None:
        raise UserError(
            say(
                "There is no copy for work without the server: it is made when you are signed in "
                "and kept for {hours} hours.",
                hours=int(LASTS.total_seconds() // 3600),
            )
        )
    kept = _pointed(vault)
    if kept is None:
        raise AssertionError("found a moment ago")
    name, key, _info, _seen = kept
    engine = vault.engine_beside(vault.folder / name, key)
    return Store(engine, Home.OFFLINE, engine.dispose)


def wipe_copy(vault: Vault) -> None:
    """Forget the copy: its key first, then its file."""
    pointer = vault.folder / _POINTER
    if pointer.exists():
        pointer.unlink()
        log.info("offline.wiped")
    _remove_files(vault)


def _remove_files(vault: Vault, but: str = "") -> None:
    """Noise without their keys. Windows keeps what is still open: it goes the next time."""
    for file in vault.folder.glob(_FILES):
        if not but or not file.name.startswith(but):
            with contextlib.suppress(OSError):
                file.unlink()


def _point(vault: Vault, name: str, key: bytes, info: CopyInfo, *, seen_at: datetime) -> None:
    data = {
        "file": name,
        "key": key.hex(),
        "taken_at": info.taken_at.isoformat(),
        "seen_at": seen_at.isoformat(),
        "login": info.login,
        "rows": info.rows,
    }
    sealed = vault.sealer(_PURPOSE).seal(json.dumps(data).encode(), context=_POINTER)
    write_whole(vault.folder / _POINTER, sealed)


def _pointed(vault: Vault) -> tuple[str, bytes, CopyInfo, datetime] | None:
    try:
        sealed = (vault.folder / _POINTER).read_bytes()
    except OSError:
        return None
    sealer = vault.sealer(_PURPOSE)  # of a vault locked meanwhile: says nothing of the copy
    try:
        data = json.loads(sealer.unseal(sealed, context=_POINTER))
    except UserError:  # damaged, or of another vault: nothing could open the copy any more
        wipe_copy(vault)
        return None
    info = CopyInfo(_moment(data["taken_at"]), data["login"], data["rows"])
    return data["file"], bytes.fromhex(data["key"]), info, _moment(data["seen_at"])


def _moment(text_: str) -> datetime:
    return datetime.fromisoformat(text_).astimezone(UTC)


def _remove(file: Path) -> None:
    for part in file.parent.glob(file.name + "*"):
        with contextlib.suppress(OSError):
            part.unlink()


def _copy(session: Session, *, copy: Engine) -> int:
    """In one read-only transaction, as the person's own desk reads."""
    rows = 0
    source = session.connection()
    with copy.begin() as target:
        visible = _visible(source)
        for table in Base.metadata.sorted_tables:
            here = visible.get(table.name, frozenset()) - _STAYS.get(table.name, frozenset())
            columns = [c for c in table.columns if c.name in here]
            keys = {c.name for c in table.primary_key.columns}
            if table.name in _NOT_ALONG or not keys <= {c.name for c in columns}:
                continue
            for batch in _batches(source, table, columns):
                target.execute(insert(table), batch)
                rows += len(batch)
                if table.name == "search_entry":
                    _index(target, batch)
        note_index.fill(target)
    return rows


def _visible(source: Connection) -> dict[str, frozenset[str]]:
    """{table: columns} that this login may read, as a table or through a view of its name."""
    found: dict[str, set[str]] = {}
    asked = source.execute(
        text(
            "SELECT c.relname, a.attname FROM pg_catalog.pg_class c"
            " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
            " WHERE n.nspname LIKE 'vip%' AND c.relkind IN ('r', 'p', 'v')"
            " AND a.attnum > 0 AND NOT a.attisdropped"
            " AND pg_catalog.has_schema_privilege(n.oid, 'USAGE')"
            " AND pg_catalog.has_column_privilege(c.oid, a.attnum, 'SELECT')"
        )
    )
    for table, column in asked:
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


def _batches(
    source: Connection, table: Table, columns: list[Column[Any]]
) -> Iterator[list[dict[str, Any]]]:
    """Rows of a table; a column that may not be read comes empty, a secret is left there."""
    given = {c.name: _nothing(c) for c in table.columns if c not in columns}
    secret = [c.name for c in columns if isinstance(c.type, Sealed)]
    order = table.primary_key.columns
    wanted = select(*columns).order_by(*order).execution_options(yield_per=_BATCH)
    for part in source.execute(wanted).mappings().partitions():
        yield [{**given, **row, **dict.fromkeys(secret)} for row in part]


def _nothing(column: Column[Any]) -> object:
    if column.nullable:
        return None
    default = column.default
    if default is not None and default.is_scalar:
        return getattr(default, "arg", None)
    try:
        return _EMPTY.get(column.type.python_type, "")
    except NotImplementedError:
        return ""


def _index(target: Connection, rows: list[dict[str, Any]]) -> None:
    with Session(target) as session:  # joins the transaction that runs
        search_index.index_rows(
            session, [(row["rowid"], row["tokens"], row["tails"]) for row in rows]
        )
