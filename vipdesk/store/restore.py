"""Restoring: a backup becomes the vault, in one step, and the vault of before is kept aside.

    vault-before-2026-11-22T161502Z/     what was there: database, its log of writes, slots

The backup is copied beside the vault, read to its last page, brought to the present schema,
and told of erasures since: all before anything of the vault is touched. Then the file is
exchanged by one rename. A kill before it leaves the old vault, after it the new one.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.store import schema, snapshot
from vipdesk.store.backup import Backup, read_through, sync_file
from vipdesk.store.files import disk_error, fsync_folder, lock_file
from vipdesk.store.keyslots import KeySlots, load_keyslots, save_keyslots
from vipdesk.store.snapshot import Contents, Stage, Watch
from vipdesk.store.vault import (
    DATABASE,
    KEYS,
    LOCK,
    Unlocked,
    _check_database,
    _connect,
    _driver,
    open_unlocked,
    vault_exists,
)
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.store.store import Store

_STAGING = ".vault-restore-"
_BEFORE = "-before-"
_LOGS = ("-wal", "-shm")

AfterRestore = Callable[["Store"], None]
"""Work on the restored database before it takes the vault's place: erasures since, letters."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What was done. `kept`: the folder with what was there before, None where nothing was."""

    contents: Contents
    kept: Path | None


def unlock_backup(
    backup: Backup,
    vault: Path,
    passphrase: str | None = None,
    *,
    recovery_key: str | None = None,
) -> Unlocked:
    """The key of a backup, by what opens the backup or what opens the vault now.

    After the passphrase was changed the older backups still open by the older one; the
    vault's data key never changes, so the present slots open them too. Slow (Argon2id).
    Raises `UserError` where neither fits.
    """
    of_vault = _slots_here(vault, backup)
    slots = [s for s in (of_vault, _slots_of(backup)) if s is not None]
    if not slots:
        load_keyslots(backup.folder / KEYS)
    refused: UserError | None = None
    for tried in slots:
        try:
            key = (
                tried.open_with_recovery_key(recovery_key)
                if recovery_key is not None
                else tried.open_with_passphrase(passphrase or "")
            )
        except UserError as error:
            refused = refused or error
            continue
        return Unlocked(backup.folder, of_vault or tried, key)
    raise refused or AssertionError


def lacks_only_keys(unlocked: Unlocked, vault: Path) -> bool:
    """Whether the vault's database opens with a backup's key and only its slot file is gone.

    Then nothing of the vault need be lost: `put_keys_back`.
    """
    with suppress(UserError):
        load_keyslots(vault / KEYS)
        return False
    if not (vault / DATABASE).exists():
        return False
    with suppress(UserError, _driver().Error):
        _check_database(vault / DATABASE, unlocked.key)
        return True
    return False


def put_keys_back(unlocked: Unlocked, vault: Path) -> None:
    """The slots of a backup open the vault again. Raises `UserError` where the disk refuses."""
    save_keyslots(vault / KEYS, unlocked.slots)
    log.info("restore.keys")


def restore(
    backup: Backup,
    unlocked: Unlocked,
    vault: Path,
    at: datetime,
    *,
    after: AfterRestore | None = None,
    watch: Watch | None = None,
) -> Restored:
    """Put a backup in the vault's place. `unlocked` comes from `unlock_backup`.

    The vault must be closed. Raises `UserError` (in use, another club's vault, damaged or
    too new a backup, no room) or `Stopped`, and then the vault is as it was.
    """
    watch = watch or Watch()
    _check_same_club(backup, vault)
    _clear_staging(vault.parent)
    with staged(backup, unlocked, vault.parent, watch, after=after) as ready:
        lock = lock_file(vault / LOCK) if vault.exists() else None
        if vault.exists() and lock is None:
            raise UserError(
                say("This vault is already open in another VIP Desk. Close that one and try again.")
            )
        try:
            watch.tell(Stage.SWAPPING, 0.0)
            _settle_kept(vault)
            kept = _exchange(ready, unlocked, vault, at)
        finally:
            if lock is not None:
                lock.release()
        found = ready.contents
    log.info("restore.done", rows=found.rows)
    return Restored(found, kept)


@dataclass(frozen=True, slots=True)
class Ready:
    """A backup opened in a folder of its own, checked and brought up to date."""

    folder: Path
    contents: Contents


class staged:  # noqa: N801 used like a function
    """A backup copied to a folder beside the vault, checked, upgraded; the folder goes at the end.

    For a restore and for the drill. Raises `UserError` where the backup is not what it was.
    """

    def __init__(
        self,
        backup: Backup,
        unlocked: Unlocked,
        beside: Path,
        watch: Watch,
        *,
        after: AfterRestore | None = None,
    ) -> None:
        self._backup, self._unlocked, self._watch = backup, unlocked, watch
        self._beside, self._after = beside, after
        self._folder: Path | None = None

    def __enter__(self) -> Ready:
        try:
            self._beside.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._folder = Path(tempfile.mkdtemp(prefix=_STAGING, dir=self._beside))
            return self._prepare(self._folder)
        except BaseException as error:
            self.__exit__()
            if isinstance(error, OSError):
                raise disk_error(error) from None
            raise

    def __exit__(self, *_error: object) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _prepare(self, folder: Path) -> Ready:
        watch, backup, key = self._watch, self._backup, self._unlocked.key
        watch.check()
        if backup.revision not in schema.REVISIONS:
            raise UserError(
                say("This backup was made by a newer VIP Desk. Update VIP Desk to restore it.")
            )
        database = folder / DATABASE
        digest = read_through(backup.folder / DATABASE, database, watch, Stage.COPYING)
        sync_file(database)
        promised = backup.contents(key)
        if digest != backup.digest:
            raise UserError(say("The file of the backup is damaged. Use another backup."))
        if snapshot.check(key, database, watch, expected=promised) != promised:
            raise UserError(say("The backup does not hold what was counted. Use another backup."))
        save_keyslots(folder / KEYS, self._unlocked.slots)
        contents = self._bring_up_to_date(folder, promised)
        sync_file(database)
        fsync_folder(folder)
        return Ready(folder, contents)

    def _bring_up_to_date(self, folder: Path, promised: Contents) -> Contents:
        from vipdesk.store.store import store_of

        after, watch = self._after, self._watch
        if promised.revision == schema.HEAD and after is None:
            return promised
        watch.tell(Stage.UPGRADING, 0.0)
        with store_of(
            open_unlocked(replace(self._unlocked, folder=folder)), copy_first=False
        ) as store:
            if after is not None:
                after(store)
        key = self._unlocked.key
        with closing(_connect(folder / DATABASE, key)) as connection:
            found = snapshot.contents(connection)
        # The last connection is closed: what was in the log of writes is in the file.
        if (folder / (DATABASE + "-wal")).exists():
            raise AssertionError("the restored database is still open")
        return found


# Inside --------------------------------------------------------------------------------------


def _slots_of(backup: Backup) -> KeySlots | None:
    with suppress(UserError):
        return load_keyslots(backup.folder / KEYS)
    return None


def _slots_here(vault: Path, backup: Backup) -> KeySlots | None:
    """The vault's present slots, where they are whole and of the same vault."""
    with suppress(UserError):
        found = load_keyslots(vault / KEYS)
        return found if found.vault == backup.vault else None
    return None


def _check_same_club(backup: Backup, vault: Path) -> None:
    here: KeySlots | None = None
    with suppress(UserError):
        here = load_keyslots(vault / KEYS)
    if here is not None and here.vault != backup.vault:
        raise UserError(
            say(
                "This backup belongs to another vault. Restore it into a folder of its own, "
                "or choose a backup of this vault."
            )
        )
    if vault.exists() and not vault_exists(vault) and any(p.name != LOCK for p in vault.iterdir()):
        raise UserError(
            say("This folder holds other files. Choose a new or an empty folder for the vault.")
        )


def _exchange(ready: Ready, unlocked: Unlocked, vault: Path, at: datetime) -> Path | None:
    try:
        if not vault_exists(vault):
            _place(ready, vault)
            return None
        # Aside first: opening a damaged file may cost it its log of writes.
        aside = _link_aside(vault, at)
        settled = _settle(vault / DATABASE, unlocked.key)
        # Slots that are whole and this vault's own stay: a passphrase changed since still
        # holds. Others could not open the vault before either.
        save_keyslots(vault / KEYS, unlocked.slots)
        if not settled:
            for end in _LOGS:  # a log that belongs to the damaged file must not meet the new one
                (vault / (DATABASE + end)).unlink(missing_ok=True)
        (ready.folder / DATABASE).replace(vault / DATABASE)
        fsync_folder(vault)
        return _name_aside(aside)
    except OSError as error:
        raise disk_error(error) from None


def _place(ready: Ready, vault: Path) -> None:
    """Where there was no vault: the folder itself is moved there, or what it holds."""
    if vault.exists():
        # Its lock is held, and Windows removes nothing that is open: the folder stays. A kill
        # between the two leaves slots without a database, which the next restore takes over.
        for name in (KEYS, DATABASE):
            (ready.folder / name).replace(vault / name)
        fsync_folder(vault)
        return
    (ready.folder / LOCK).unlink(missing_ok=True)
    ready.folder.rename(vault)
    fsync_folder(vault.parent)


def _settle(database: Path, key: bytes) -> bool:
    """Bring the log of writes into the old file, so that no log is left beside the new one.

    False where the old file cannot be opened any more.
    """
    if not database.exists():
        return False
    try:
        with closing(_connect(database, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except _driver().Error:
        return False
    return not any((database.parent / (database.name + end)).exists() for end in _LOGS)


def _link_aside(vault: Path, at: datetime) -> Path:
    """The old files under second names (hard links where the disk can), in a hidden folder.

    Hidden until the exchange is done: before it, these are the files of the living vault.
    """
    stamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    aside = vault.with_name(f".{vault.name}{_BEFORE}{stamp}")
    aside.mkdir(mode=0o700)
    for name in (DATABASE, DATABASE + "-wal", KEYS):
        if (vault / name).exists():
            try:
                os.link(vault / name, aside / name)
            except OSError:
                shutil.copy2(vault / name, aside / name)
    fsync_folder(aside)
    fsync_folder(vault.parent)
    return aside


def _name_aside(aside: Path) -> Path:
    """Show the folder under its own name."""
    kept = aside.with_name(aside.name[1:])
    aside.rename(kept)
    fsync_folder(kept.parent)
    return kept


def _clear_staging(beside: Path) -> None:
    """The copies that a killed restore left."""
    for left in beside.glob(_STAGING + "*"):
        lock = lock_file(left / LOCK) if (left / LOCK).exists() else None
        if lock is not None or not (left / LOCK).exists():
            if lock is not None:
                lock.release()
            shutil.rmtree(left, ignore_errors=True)


def _settle_kept(vault: Path) -> None:
    """What a killed restore kept aside gets its name. The lock is held: none is under way."""
    for aside in vault.parent.glob(f".{vault.name}{_BEFORE}*"):
        database = aside / DATABASE
        if database.exists() and database.stat().st_nlink == 1:
            _name_aside(aside)  # killed after the exchange: the only copy of the old vault
        else:
            shutil.rmtree(aside, ignore_errors=True)  # killed before: second names of the living
