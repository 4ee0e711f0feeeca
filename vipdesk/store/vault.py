"""The vault: one encrypted SQLCipher file, its key slots and its lock, in a folder of its own.

    vault/vault.db      the database, unreadable without the data key
    vault/vault.keys    the data key, wrapped (keyslots.py)
    vault/vault.lock    held by the one process that has the vault open

`create_vault` makes the folder beside its place and moves it there in one step, so a kill in
between leaves no half vault. `open_vault` hands back an engine with everything set that must
be set on each connection. Rooms above never see this file: they get sessions from `store`.
"""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.store import keyslots
from vipdesk.store.files import (
    FileLock,
    disk_error,
    disk_full,
    fsync_folder,
    lock_file,
    may_not_write,
)
from vipdesk.store.keyslots import Cost, KeySlots
from vipdesk.store.places import warnings_about
from vipdesk.store.recovery_key import new_recovery_key
from vipdesk.store.sealing import Sealer
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from vipdesk.store.keyring_slot import Ring

DATABASE = "vault.db"
KEYS = "vault.keys"
LOCK = "vault.lock"
_APPLICATION_ID = 0x56495044  # 'VIPD' in the database header (PRAGMA application_id)
_FORMAT = 1  # PRAGMA user_version: the shape of the container; tables are Alembic's matter
_STAGING = ".vault-new-"

READ = "vip_read"
"""Execution option of a connection that only reads: a plain BEGIN, and writes are refused."""

# The schemas of the team database are one schema in a vault.
SCHEMAS: dict[str, None] = {
    "vip": None,
    "vip_private": None,
    "vip_audit": None,
    "vip_api": None,
}

# cipher_memory_security stays off: it halves bulk writes, and Python's own copies of the
# texts and of the key lie in ordinary memory anyway.
_PRAGMAS = (
    "foreign_keys = {foreign_keys}",
    "journal_mode = WAL",
    "synchronous = FULL",
    "busy_timeout = 5000",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cache_size = -65536",
)


class Vault:
    """An open vault. `warnings` are sentences for the person about the place it lies in."""

    def __init__(self, folder: Path, vault_id: UUID, key: bytes, lock: FileLock) -> None:
        """Use `open_vault` or `create_vault`."""
        self.folder = folder
        self.id = vault_id
        self.warnings: tuple[Say, ...] = warnings_about(folder)
        self._key = bytearray(key)
        self._lock = lock
        self.engine: Engine = self.new_engine()

    @property
    def database(self) -> Path:
        """The encrypted file."""
        return self.folder / DATABASE

    @property
    def keys(self) -> Path:
        """The slot file."""
        return self.folder / KEYS

    @property
    def is_open(self) -> bool:
        """False once closed: key and engine are gone."""
        return bool(self._key)

    def new_engine(self, database: Path | None = None, *, foreign_keys: bool = True) -> Engine:
        """Another engine with this vault's key: for migrations (without foreign keys), and to
        open and check a backup of it (`database`). The caller disposes it.
        """
        path = database or self.database
        return _engine(lambda: _connect(path, self._open_key(), foreign_keys=foreign_keys))

    def engine_beside(self, database: Path, key: bytes) -> Engine:
        """An engine for another encrypted file beside the vault, with a key of its own and
        without foreign keys: a copy of a team's rows may lack what they point at.
        """
        return _engine(lambda: _connect(database, key, foreign_keys=False, mode="rwc"))

    def sealer(self, purpose: str) -> Sealer:
        """Seals attachments and drafts under a key derived from the vault's own."""
        return Sealer(self._open_key(), purpose)

    def unlocked(self) -> Unlocked:
        """Its folder, slots and key: for backups of it. Raises `UserError` once closed."""
        return Unlocked(self.folder, keyslots.load_keyslots(self.keys), self._open_key())

    def change_passphrase(self, old: str, new: str, *, cost: Cost | None = None) -> None:
        """Re-wrap the data key; the database is not touched. The old passphrase opens no more.

        Raises `UserError` where `old` does not fit, `new` is weak, or the disk refuses.
        """
        slots = keyslots.load_keyslots(self.keys)
        key = slots.open_with_passphrase(old)
        keyslots.check_new_passphrase(new)
        changed = slots.with_passphrase(key, new, cost or keyslots.tuned_cost())
        keyslots.save_keyslots(self.keys, changed)
        log.info("vault.passphrase_changed")

    def reset_passphrase(self, recovery_key: str, new: str, *, cost: Cost | None = None) -> None:
        """A new passphrase for who forgot the old one and has the recovery key."""
        slots = keyslots.load_keyslots(self.keys)
        key = slots.open_with_recovery_key(recovery_key)
        keyslots.check_new_passphrase(new)
        changed = slots.with_passphrase(key, new, cost or keyslots.tuned_cost())
        keyslots.save_keyslots(self.keys, changed)
        log.info("vault.passphrase_reset")

    def replace_recovery_key(self, passphrase: str) -> str:
        """A new recovery key to print; the old one opens no more."""
        slots = keyslots.load_keyslots(self.keys)
        key = slots.open_with_passphrase(passphrase)
        fresh = new_recovery_key()
        keyslots.save_keyslots(self.keys, slots.with_recovery_key(key, fresh))
        log.info("vault.recovery_key_replaced")
        return fresh

    @property
    def opens_by_keyring(self) -> bool:
        """Whether this computer's keyring may open the vault."""
        return keyslots.load_keyslots(self.keys).has_keyring

    def keep_in_keyring(self, passphrase: str, ring: Ring) -> None:
        """Let this computer's keyring open the vault too; never instead of the passphrase.

        The secret goes there first: a slot without it would be a way in that nobody can use.
        """
        slots = keyslots.load_keyslots(self.keys)
        key = slots.open_with_passphrase(passphrase)
        secret = secrets.token_bytes(keyslots.KEY_BYTES)
        ring.put(self.id, secret)
        try:
            keyslots.save_keyslots(self.keys, slots.with_keyring(key, secret))
        except BaseException:
            ring.remove(self.id)
            raise
        log.info("vault.keyring_on")

    def leave_keyring(self, ring: Ring | None) -> None:
        """The keyring opens no more: the slot goes first, then the secret."""
        slots = keyslots.load_keyslots(self.keys)
        keyslots.save_keyslots(self.keys, slots.without_keyring())
        if ring is not None:
            ring.remove(self.id)
        log.info("vault.keyring_off")

    def close(self) -> None:
        """Forget the key, close the connections, let other processes in. Safe to call twice."""
        self.engine.dispose()
        # Python may have copied it; this wipes the copy that lives as long as the vault.
        self._key[:] = bytes(len(self._key))
        self._key.clear()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _open_key(self) -> bytes:
        if not self._key:
            raise UserError(say("The vault is locked. Unlock it and try again."))
        return bytes(self._key)


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made, open, and the recovery key to print (shown once, kept nowhere)."""

    vault: Vault
    recovery_key: str


def vault_exists(folder: Path) -> bool:
    """Whether there is a vault in the folder, whole or not."""
    return (folder / KEYS).exists() or (folder / DATABASE).exists()


def create_vault(folder: Path, passphrase: str, *, cost: Cost | None = None) -> NewVault:
    """Make a vault in a new or empty folder and open it; all of it or nothing.

    `cost` is what one guess costs; None measures this machine (0.5 to 1 s).
    Raises `UserError`: weak passphrase, folder taken, not writable, disk full.
    """
    keyslots.check_new_passphrase(passphrase)
    _check_free(folder)
    slots, key, recovery_key = keyslots.new_keyslots(passphrase, cost or keyslots.tuned_cost())
    try:
        folder.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _clear_old_staging(folder.parent)
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=folder.parent))  # made 0700
    except OSError as error:
        raise disk_error(error) from None
    try:
        _write_database(staging / DATABASE, key)
        keyslots.save_keyslots(staging / KEYS, slots)
        _move_into_place(staging, folder)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    log.info("vault.created")
    return NewVault(_opened(folder, slots, key), recovery_key)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A vault whose key is known and whose database was not opened yet."""

    folder: Path
    slots: KeySlots
    key: bytes = field(repr=False)


def unlock(
    folder: Path,
    passphrase: str | None = None,
    *,
    recovery_key: str | None = None,
    ring: Ring | None = None,
) -> Unlocked:
    """Find the data key: the slow half of opening, without the database or SQLAlchemy.

    The derivation runs outside Python's lock, so that a thread may do it while another
    imports (`store.opening`). Raises `UserError`: no vault here, key file missing or damaged,
    wrong passphrase, plainly not a vault.
    """
    if not vault_exists(folder):
        raise UserError(say("There is no vault in this folder. Choose the folder of your vault."))
    slots = keyslots.load_keyslots(folder / KEYS)
    check_header(folder / DATABASE)
    if ring is not None:
        return Unlocked(folder, slots, slots.open_with_keyring(ring.get(slots.vault)))
    if recovery_key is not None:
        return Unlocked(folder, slots, slots.open_with_recovery_key(recovery_key))
    if passphrase is not None:
        return Unlocked(folder, slots, slots.open_with_passphrase(passphrase))
    raise ValueError("a passphrase, a recovery key or a keyring")


def open_unlocked(unlocked: Unlocked) -> Vault:
    """Open the database with its key; the vault is this process's alone until closed.

    Raises `UserError`: in use, damaged, made by a newer VIP Desk, read-only place.
    """
    vault = _opened(unlocked.folder, unlocked.slots, unlocked.key)
    log.info("vault.opened")
    return vault


def open_vault(
    folder: Path, passphrase: str | None = None, *, recovery_key: str | None = None
) -> Vault:
    """Open by passphrase or by recovery key: `unlock`, then `open_unlocked`."""
    return open_unlocked(unlock(folder, passphrase, recovery_key=recovery_key))


def mendable(error: BaseException) -> UserError | None:
    """The sentence for a database error that the person can mend, or None where it is a bug.

    Takes the driver's error or SQLAlchemy's wrapping of it. SQLite's own words are matched,
    because the driver gives no codes.
    """
    text = str(getattr(error, "orig", None) or error)
    for words, made in _MENDABLE:
        if words in text:
            return made()
    return None


def _damaged() -> UserError:
    return UserError(
        say("The vault’s file is damaged or is not a vault. Restore the latest backup.")
    )


def _in_use() -> UserError:
    return UserError(
        say("This vault is already open in another VIP Desk. Close that one and try again.")
    )


_MENDABLE = (
    ("database or disk is full", disk_full),
    ("readonly database", may_not_write),
    ("unable to open database file", may_not_write),
    ("disk I/O error", may_not_write),
    ("not a database", _damaged),
    ("disk image is malformed", _damaged),
    ("database is locked", _in_use),
)


def _opened(folder: Path, slots: KeySlots, key: bytes) -> Vault:
    lock = lock_file(folder / LOCK)
    if lock is None:
        raise _in_use()
    try:
        _check_database(folder / DATABASE, key)
        return Vault(folder, slots.vault, key, lock)
    except BaseException:
        lock.release()
        raise


def check_header(path: Path) -> None:
    """Refuse what is plainly no vault before the slow derivation of the key."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError:
        raise UserError(
            say(
                "The vault’s file “{file}” is missing from its folder. Restore the latest backup.",
                file=path.name,
            )
        ) from None
    except OSError as error:
        raise disk_error(error) from None
    if len(head) < 16 or head.startswith(b"SQLite format 3"):
        raise _damaged()


def _check_database(path: Path, key: bytes) -> None:
    try:
        with closing(_connect(path, key)) as connection:
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            (form,) = connection.execute("PRAGMA user_version").fetchone()
    except _driver().Error as error:
        raise mendable(error) or error from None
    if application != _APPLICATION_ID:
        raise _damaged()
    if form > _FORMAT:
        raise UserError(say("This vault was made by a newer VIP Desk. Update VIP Desk to open it."))


def _check_free(folder: Path) -> None:
    if vault_exists(folder):
        raise UserError(
            say("There is already a vault in this folder. Open it, or choose another folder."),
            field="folder",
        )
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise disk_error(error) from None
    if taken:
        raise UserError(
            say("This folder holds other files. Choose a new or an empty folder for the vault."),
            field="folder",
        )


def _write_database(path: Path, key: bytes) -> None:
    try:
        with closing(_connect(path, key, mode="rwc")) as connection:
            connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {_FORMAT}")
        path.chmod(0o600)
    except _driver().Error as error:
        raise mendable(error) or error from None
    except OSError as error:
        raise disk_error(error) from None


def _move_into_place(staging: Path, folder: Path) -> None:
    try:
        fsync_folder(staging)
        if folder.exists():
            folder.rmdir()  # empty, or it would not have come this far
        staging.rename(folder)
        fsync_folder(folder.parent)
    except OSError as error:
        raise disk_error(error) from None


def _clear_old_staging(parent: Path) -> None:
    """Remove what a killed creation left: an empty encrypted database and its slots."""
    for left in parent.glob(_STAGING + "*"):
        if time.time() - left.stat().st_mtime > 3600:
            shutil.rmtree(left, ignore_errors=True)


def _driver() -> Any:
    from sqlcipher3 import dbapi2  # type: ignore[import-untyped, unused-ignore]

    return dbapi2


def _connect(path: Path, key: bytes, *, foreign_keys: bool = True, mode: str = "rw") -> Any:
    """A driver connection with the key and the settings of every connection (03-store)."""
    connection = _driver().connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,  # we say BEGIN ourselves: see _begin
        check_same_thread=False,
        cached_statements=512,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        _check_cipher(connection)
        for pragma in _PRAGMAS:
            line = pragma.format(foreign_keys="ON" if foreign_keys else "OFF")
            connection.execute(f"PRAGMA {line}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _check_cipher(connection: Any) -> None:
    """A plain SQLite would take the key pragma for a comment and write plaintext."""
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise UserError(say("This copy of VIP Desk cannot encrypt. Install VIP Desk again."))


def _engine(creator: Any) -> Engine:
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import QueuePool

    engine = create_engine(
        "sqlite://",  # without the path: an address is printed in errors
        module=_driver(),
        creator=creator,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=4,
        hide_parameters=True,
        execution_options={"schema_translate_map": SCHEMAS},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin as a writer at once: a reader that turns writer half-way fails with 'busy'."""
    reads = bool(connection.get_execution_options().get(READ, False))
    if connection.info.get(READ) != reads:
        connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if reads else 'OFF'}")
        connection.info[READ] = reads
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
