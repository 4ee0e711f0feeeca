"""A vault looked over: without opening it, and with it open. Nothing is changed, no name is told.

Sentences hold no path and nothing of what the vault holds: they may be sent to the support.
"""

from __future__ import annotations

import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk.errors import UserError
from vipdesk.store import keyslots, schema
from vipdesk.store.files import lock_file
from vipdesk.store.keyslots import SlotKind
from vipdesk.store.places import warnings_about
from vipdesk.store.vault import DATABASE, KEYS, LOCK, READ, check_header, vault_exists
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from vipdesk.store.vault import Vault

_MB = 1024 * 1024
_LEAST_FREE = 200 * _MB
_BACKUP_EVERY = timedelta(days=2)
_OURS_ALONE = stat.S_IRWXG | stat.S_IRWXO


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: a stable code, how bad, and a sentence that says what to do."""

    code: str
    level: Level
    say: Say


def ok(code: str, sentence: Say) -> Finding:
    """All is well."""
    return Finding(code, Level.OK, sentence)


def warn(code: str, sentence: Say) -> Finding:
    """It works, and should be mended."""
    return Finding(code, Level.WARN, sentence)


def fail(code: str, sentence: Say) -> Finding:
    """It does not work, or something may be lost."""
    return Finding(code, Level.FAIL, sentence)


def closed(folder: Path, now: datetime) -> Iterator[Finding]:
    """What can be seen without the passphrase, one finding a thing."""
    if not vault_exists(folder):
        yield fail("vault", say("There is no vault in this folder. Choose the folder of yours."))
        return
    for look in (_files, _permissions, _key_file, _lock, _space, _place, _leftovers):
        yield from look(folder)
    yield from _clock(folder, now)
    yield _backup(folder, now)


def opened(vault: Vault) -> Iterator[Finding]:
    """What only the key shows: the cipher, each page of the file, the rows, the schema."""
    with vault.engine.connect().execution_options(**{READ: True}) as connection:
        yield _cipher(connection)
        yield _pages(connection)
        yield _rows(connection)
    yield _schema(vault)


# Without the key ---------------------------------------------------------------------------------


def _files(folder: Path) -> Iterator[Finding]:
    try:
        check_header(folder / DATABASE)
    except UserError as error:
        yield fail("file", error.say)
    else:
        yield ok("file", say("The vault’s file is there and is not readable without the key."))


def _permissions(folder: Path) -> Iterator[Finding]:
    if sys.platform == "win32":
        return
    there = [p for p in (folder, *(folder / n for n in (DATABASE, KEYS, LOCK))) if p.exists()]
    there += folder.glob(f"{DATABASE}-*")
    open_ones = [p for p in there if p.stat().st_mode & _OURS_ALONE]
    if open_ones:
        yield warn(
            "permissions",
            say(
                "Other people of this computer may read {n} files of the vault. Take their "
                "rights away (chmod 700 for the folder, 600 for the files).",
                n=len(open_ones),
            ),
        )
    else:
        yield ok("permissions", say("Only you may read the vault’s files."))


def _key_file(folder: Path) -> Iterator[Finding]:
    try:
        slots = keyslots.load_keyslots(folder / KEYS)
    except UserError as error:
        yield fail("keys", error.say)
        return
    costs = [s.cost for s in slots.slots if s.cost is not None]
    if costs:
        yield ok(
            "keys",
            say(
                "Passphrase: Argon2id, {memory} MiB, {passes} passes.",
                memory=costs[0].memory_kib // 1024,
                passes=costs[0].passes,
            ),
        )
    kinds = {s.kind for s in slots.slots}
    if SlotKind.RECOVERY not in kinds:
        yield warn(
            "recovery",
            say("There is no recovery key. Make one in Settings and print it."),
        )
    else:
        yield ok("recovery", say("A recovery key is set."))
    if slots.has_keyring:
        yield ok("keyring", say("This computer’s keyring may open the vault."))


def _lock(folder: Path) -> Iterator[Finding]:
    if not (folder / LOCK).exists():
        yield ok("lock", say("No VIP Desk has the vault open."))
        return
    try:
        lock = lock_file(folder / LOCK)
    except UserError as error:
        yield fail("lock", error.say)
        return
    if lock is None:
        yield ok("lock", say("A VIP Desk has the vault open now."))
        return
    lock.release()
    yield ok("lock", say("No VIP Desk has the vault open."))


def _space(folder: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(folder).free
    size = (folder / DATABASE).stat().st_size if (folder / DATABASE).exists() else 0
    told = say("Free on the disk: {free} MB.", free=free // _MB)
    if free < max(size, 20 * _MB):
        yield fail("space", say("The disk is nearly full. Free some space before you go on."))
    elif free < max(3 * size, _LEAST_FREE):
        yield warn("space", say("The disk is filling up: backups will soon not fit."))
    else:
        yield ok("space", told)


def _place(folder: Path) -> Iterator[Finding]:
    told = warnings_about(folder)
    for sentence in told:
        yield warn("place", sentence)
    if not told:
        yield ok("place", say("The vault lies on a disk of this computer."))


def _leftovers(folder: Path) -> Iterator[Finding]:
    left = [*folder.glob(f".{KEYS}.*"), *folder.parent.glob(".vault-new-*")]
    if left:
        yield warn(
            "leftovers",
            say("{n} unfinished files of a broken-off deed may be removed.", n=len(left)),
        )
    else:
        yield ok("leftovers", say("No unfinished files lie about."))


def _clock(folder: Path, now: datetime) -> Iterator[Finding]:
    database = folder / DATABASE
    written = database.stat().st_mtime if database.exists() else 0.0
    ahead = datetime.fromtimestamp(written, UTC) - now
    if ahead > timedelta(hours=1) or now.year < 2026:
        yield fail("clock", say("This computer’s clock is slow. Set it: deadlines depend on it."))
    else:
        yield ok("clock", say("The clock agrees with the vault."))


def _backup(folder: Path, now: datetime) -> Finding:
    from vipdesk.store.backup import backups_of, list_backups

    made = list_backups(backups_of(folder))
    if not made:
        return warn("backup", say("There is no backup yet. Make one in Settings."))
    age = now - max(b.at for b in made)
    if age > _BACKUP_EVERY:
        return warn(
            "backup", say("The last backup is {n} days old. Make one in Settings.", n=age.days)
        )
    return ok("backup", say("The last verified backup is from the last two days."))


# With the key ------------------------------------------------------------------------------------


def _cipher(connection: Connection) -> Finding:
    version = connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    if not version:
        return fail("cipher", say("This copy of VIP Desk cannot encrypt. Install VIP Desk again."))
    return ok("cipher", say("Encrypted by SQLCipher {version}.", version=str(version).split()[0]))


def _pages(connection: Connection) -> Finding:
    """Each page's seal, then what the pages say of each other."""
    sealed = connection.exec_driver_sql("PRAGMA cipher_integrity_check").fetchall()
    whole = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar()
    if sealed or whole != "ok":
        return fail(
            "pages",
            say("The vault’s file is damaged or is not a vault. Restore the latest backup."),
        )
    return ok("pages", say("Every page of the file is whole."))


def _rows(connection: Connection) -> Finding:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        return fail(
            "rows", say("{n} records point at nothing. Restore the latest backup.", n=len(broken))
        )
    return ok("rows", say("Every record points at one that is there."))


def _schema(vault: Vault) -> Finding:
    try:
        current = schema.is_current(vault.engine)
    except UserError as error:
        return fail("schema", error.say)
    if not current:
        return warn("schema", say("The vault will be brought up to date when it is next opened."))
    return ok("schema", say("The tables are those of this version ({revision}).",
                            revision=schema.HEAD))  # fmt: skip
