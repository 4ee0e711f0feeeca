"""A snapshot of an open vault, and the proof that it is one.

`VACUUM INTO` copies the database as one read transaction sees it, encrypted with the same
key, while others write (sqlite.org/lang_vacuum.html). A second read transaction that begins
while nobody can commit sees the same moment: its counts are what the copy is held to.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from vipdesk.errors import UserError
from vipdesk.store.vault import _connect, _driver, mendable
from vipdesk.wording import say

_STEPS = 4000  # of SQLite's machine between two looks: about a millisecond
# Every page is read once: a cache as large as the desk's own would only cost the memory.
_SPARING = "PRAGMA cache_size = -8192"


class Stage(StrEnum):
    """What is being done, for whoever watches."""

    COPYING = "copying"
    CHECKING = "checking"
    UPGRADING = "upgrading"
    SWAPPING = "swapping"


class Stopped(UserError):
    """The person stopped it; nothing was changed."""

    def __init__(self) -> None:
        super().__init__(say("Stopped. Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Watch:
    """Follows something long. `tell(stage, share)` with a share from 0 to 1; `stop()` ends it.

    Both are called from the thread that does the work, often.
    """

    tell: Callable[[Stage, float], None] = field(default=lambda _stage, _share: None)
    stop: Callable[[], bool] = field(default=lambda: False)

    def check(self) -> None:
        """Raises `Stopped` where the person stopped it."""
        if self.stop():
            raise Stopped


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in a database: rows by table, the schema's revision, the journal's last hash."""

    tables: dict[str, int]
    revision: str
    head: str

    @property
    def rows(self) -> int:
        """Rows in all."""
        return sum(self.tables.values())


def take(key: bytes, source: Path, target: Path, watch: Watch) -> Contents:
    """Copy `source` to the new file `target` and check the copy to its last page.

    Raises `UserError` where the copy does not agree, `Stopped`, or the driver's error.
    """
    counted = _copy(key, source, target, watch, holding=False)
    found = check(key, target, watch, expected=counted)
    if found != counted:
        # A writer came between the two read transactions: once more, with writers waiting.
        target.unlink()
        counted = _copy(key, source, target, watch, holding=True)
        found = check(key, target, watch, expected=counted)
    if found != counted:
        raise UserError(
            say("The backup does not agree with the vault and was thrown away. Try again.")
        )
    return found


def check(key: bytes, path: Path, watch: Watch, *, expected: Contents | None = None) -> Contents:
    """Open a database that nobody uses, read every page of it, count its rows.

    Raises `UserError` where it is not encrypted, has another key or is damaged.
    """
    with path.open("rb") as file:
        if file.read(15) == b"SQLite format 3":
            raise UserError(say("The file of the backup is not encrypted: do not use it."))
    try:
        with closing(_connect(path, key)) as connection:
            connection.execute(_SPARING)
            found = _checked(connection, watch, _effort(connection, expected))
    except _driver().Error as error:
        watch.check()
        if mendable(error) is None:
            raise
        raise _damaged() from None
    watch.tell(Stage.CHECKING, 1.0)
    return found


def contents(connection: Any) -> Contents:
    """Count every table of an open connection, as it sees the database now."""
    named = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
    ).fetchall()
    tables = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 its own names
        for (name,) in named
    }
    revision = head = ""
    if tables.get("alembic_version"):
        (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if tables.get("journal_entry"):
        (head,) = connection.execute(
            "SELECT hash FROM journal_entry ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    return Contents(tables, revision, head)


def _copy(key: bytes, source: Path, target: Path, watch: Watch, *, holding: bool) -> Contents:
    target.touch(mode=0o600)  # SQLite writes into an empty file, which keeps its mode
    with (
        closing(_connect(source, key)) as writer,
        closing(_connect(source, key)) as reader,
        closing(_connect(source, key)) as copier,
    ):
        # SQLCipher tells the size of a page as text.
        whole = 1
        for connection in (reader, copier):
            connection.execute(_SPARING)
        for asked in ("page_count", "page_size"):
            whole *= int(copier.execute(f"PRAGMA {asked}").fetchone()[0])
        _hold(writer)
        try:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()  # now it sees a moment
            waiting = [not holding]

            def look() -> int:
                # The copier has begun to read by the time it is asked: writers may go on.
                if waiting[0]:
                    waiting[0] = False
                    writer.execute("ROLLBACK")
                watch.tell(Stage.COPYING, min(target.stat().st_size / whole, 1.0))
                return int(watch.stop())

            copier.set_progress_handler(look, _STEPS)
            try:
                copier.execute("VACUUM INTO ?", (str(target),))
            except _driver().Error:
                watch.check()
                raise
            copier.set_progress_handler(None, 0)
        finally:
            if writer.in_transaction:
                writer.execute("ROLLBACK")
        watch.tell(Stage.COPYING, 1.0)
        return contents(reader)


def _hold(writer: Any) -> None:
    """Nobody commits from here on, for some milliseconds."""
    try:
        writer.execute("BEGIN IMMEDIATE")
    except _driver().Error as error:
        if "locked" not in str(error):
            raise
        raise UserError(
            say("A long change is being saved. The backup is made when it is done: try again.")
        ) from None


def _effort(connection: Any, expected: Contents | None) -> float:
    """About how many looks a whole check takes: ten steps a row and index, measured."""
    if expected is None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        return max(float(pages) * 150 / _STEPS, 1.0)
    indexed = dict(
        connection.execute(
            "SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'index' GROUP BY tbl_name"
        ).fetchall()
    )
    steps: int = sum(n * (4 + 7 * indexed.get(table, 0)) for table, n in expected.tables.items())
    return max(float(steps) / _STEPS, 1.0)


def _checked(connection: Any, watch: Watch, effort: float) -> Contents:
    looks = [0]

    def look() -> int:
        looks[0] += 1
        watch.tell(Stage.CHECKING, 0.1 + 0.85 * min(looks[0] / effort, 1.0))
        return int(watch.stop())

    # Each page against its seal first, then the structure.
    spoilt = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    connection.set_progress_handler(look, _STEPS)
    if not spoilt:
        watch.tell(Stage.CHECKING, 0.1)
        spoilt = [r for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok"]
    watch.check()
    if spoilt:
        raise _damaged()
    found = contents(connection)
    connection.set_progress_handler(None, 0)
    return found


def _damaged() -> UserError:
    return UserError(say("The file of the backup is damaged. Use another backup."))
