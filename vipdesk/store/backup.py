"""Backups: encrypted snapshots with their key slots, counted and checked before they count.

    vault-backups/2026-11-22T161502Z-daily/vault.db      the snapshot, under the vault's own key
                                          /vault.keys    its slots: passphrase and recovery key
                                          /backup.json   what it is; its counts are sealed

A backup is a vault's folder in its own right. It is written under a staging name, synced,
opened and read to the last page; its rows are counted against the vault's at the same
moment; only then it gets its name, and only then older ones are let go. Whatever fails on
the way leaves the older backups untouched.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.store import snapshot
from vipdesk.store.files import fsync_folder, lock_file, may_not_write
from vipdesk.store.keyslots import load_keyslots, save_keyslots
from vipdesk.store.sealing import Sealer
from vipdesk.store.snapshot import Contents, Stage, Watch
from vipdesk.store.vault import DATABASE, KEYS, Unlocked, mendable
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.store.vault import Vault

MANIFEST = "backup.json"
_FORMAT = 1
_LOCK = "backups.lock"
_STAGING = ".staging-"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{6}Z)-([a-z]+)")
_MOMENT = "%Y-%m-%dT%H%M%SZ"
_PURPOSE = "backups"
_CHUNK = 1 << 20


class Reason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    HAND = "hand"
    MIGRATION = "migration"
    IMPORT = "import"
    ERASURE = "erasure"


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup. `size` in bytes; `revision` of its schema; `sealed`: its contents."""

    folder: Path
    vault: UUID
    at: datetime
    reason: Reason
    size: int
    revision: str
    digest: str
    sealed: str

    def contents(self, key: bytes) -> Contents:
        """What was counted when it was made. Raises `UserError` where it was tampered with."""
        plain = Sealer(key, _PURPOSE).unseal(bytes.fromhex(self.sealed), context=self.folder.name)
        return Contents(**json.loads(plain))


def backups_of(vault: Path) -> Path:
    """Where a vault's backups lie: beside its folder, so that they survive its loss."""
    return vault.with_name(vault.name + "-backups")


def make_backup(
    vault: Vault,
    place: Path,
    reason: Reason,
    at: datetime,
    *,
    watch: Watch | None = None,
    now: datetime | None = None,
) -> Backup:
    """Make, check and name a backup in `place`, then let older ones go; writers go on meanwhile.

    Raises `UserError`: disk full, folder gone or read-only, stopped by the person, or the
    snapshot does not agree with the vault. `at` is the moment it carries, aware.
    """
    watch = watch or Watch()
    unlocked = vault.unlocked()
    with _holding(place):
        _clear_staging(place)
        _check_space(place, vault.database)
        with _staging(place) as staging:
            contents = snapshot.take(unlocked.key, vault.database, staging / DATABASE, watch)
            made = _finish(staging, unlocked, reason, at.astimezone(UTC), contents)
        log.info("backup.made", reason=reason.value, bytes=made.size, rows=contents.rows)
        _let_go(place, made, now or at)
        return made


def copy_backup(
    backup: Backup, second: Path, now: datetime, *, watch: Watch | None = None
) -> Backup:
    """The same backup in a second place (a USB disk, a folder a cloud service copies).

    Copied under a staging name and read back before it is named; older ones there are let
    go by the same rule. Raises `UserError` and leaves the second place as it was.
    """
    watch = watch or Watch()
    if not second.is_dir():
        raise _place_gone(second)
    place = second / f"VIP Desk {str(backup.vault)[:8]}"
    with _holding(place):
        _clear_staging(place)
        final = place / backup.folder.name
        if not final.exists():
            _check_space(place, backup.folder / DATABASE)
            _copy_whole(backup, place, final, watch)
        _let_go(place, read_backup(final), now)
        return read_backup(final)


def list_backups(place: Path, vault: UUID | None = None) -> tuple[Backup, ...]:
    """Finished backups in a folder, or in the folders of VIP Desk in it; the newest first.

    What cannot be read as a backup is left out. With `vault`, only those of that vault.
    """
    found = []
    for folder in _candidates(place):
        try:
            found.append(read_backup(folder))
        except UserError:
            continue
    mine = (b for b in found if vault in (None, b.vault))
    return tuple(sorted(mine, key=lambda b: (b.at, b.folder.name), reverse=True))


def read_backup(folder: Path) -> Backup:
    """One backup by its folder. Raises `UserError` where it is none, or from a newer version."""
    try:
        return _read(folder, json.loads((folder / MANIFEST).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(
            say("“{name}” is not a whole backup. Choose another one.", name=folder.name)
        ) from None


def kept(backups: tuple[Backup, ...], now: datetime) -> frozenset[Path]:
    """Which backups stay: the newest of each of 7 days, 4 weeks and 6 months that have one,
    of those made by hand or before a migration, an import or an erasure 3 more, for 7 days;
    and always the newest of all.
    """
    ordered = sorted(backups, key=lambda b: (b.at, b.folder.name), reverse=True)
    stays = {b.folder for b in ordered[:1]}
    rules: tuple[tuple[int, Callable[[datetime], object]], ...] = (
        (7, lambda at: at.date()),
        (4, lambda at: at.isocalendar()[:2]),
        (6, lambda at: (at.year, at.month)),
    )
    for most, period in rules:
        newest: dict[object, Path] = {}
        for backup in ordered:
            newest.setdefault(period(backup.at), backup.folder)
        stays.update(list(newest.values())[:most])
    points = [b.folder for b in ordered if b.reason is not Reason.DAILY and (now - b.at).days < 7]
    return frozenset(stays | set(points[:3]))


# Inside --------------------------------------------------------------------------------------


def _read(folder: Path, whole: dict[str, Any]) -> Backup:
    named = _NAME.fullmatch(folder.name)
    if named is None or not (folder / KEYS).is_file():
        raise ValueError("no backup")
    if int(whole["format"]) > _FORMAT:
        raise UserError(
            say("This backup was made by a newer VIP Desk. Update VIP Desk to restore it.")
        )
    return Backup(
        folder=folder,
        vault=UUID(whole["vault"]),
        at=datetime.strptime(named[1], _MOMENT).replace(tzinfo=UTC),
        reason=Reason(named[2]),
        size=(folder / DATABASE).stat().st_size,
        revision=str(whole["revision"]),
        digest=str(whole["sha256"]),
        sealed=str(whole["contents"]),
    )


def _finish(
    staging: Path, unlocked: Unlocked, reason: Reason, at: datetime, contents: Contents
) -> Backup:
    """The slots, the manifest, the name: everything on the disk before the rename."""
    place = staging.parent
    name = f"{at.strftime(_MOMENT)}-{reason.value}"
    save_keyslots(staging / KEYS, load_keyslots(unlocked.folder / KEYS).without_keyring())
    sealed = Sealer(unlocked.key, _PURPOSE).seal(
        json.dumps(asdict(contents)).encode(), context=name
    )
    body = {
        "format": _FORMAT,
        "vault": str(unlocked.slots.vault),
        "revision": contents.revision,
        "sha256": read_through(staging / DATABASE, None, Watch(), Stage.CHECKING),
        "contents": sealed.hex(),
    }
    (staging / MANIFEST).write_text(json.dumps(body, indent=1) + "\n", encoding="ascii")
    for file in (DATABASE, KEYS, MANIFEST):
        sync_file(staging / file)
    fsync_folder(staging)
    final = place / name
    if final.exists():  # made in the same second for the same reason: that one will do
        shutil.rmtree(staging, ignore_errors=True)
    else:
        staging.rename(final)
        fsync_folder(place)
    return read_backup(final)


def sync_file(path: Path) -> None:
    """Make what was written survive a power cut."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    path.chmod(0o600)


def _copy_whole(backup: Backup, place: Path, final: Path, watch: Watch) -> None:
    with _staging(place) as staging:
        for file in (MANIFEST, KEYS, DATABASE):
            read_through(backup.folder / file, staging / file, watch, Stage.COPYING)
            sync_file(staging / file)
        fsync_folder(staging)
        _compare(staging / DATABASE, backup.digest, watch, place)
        staging.rename(final)
        fsync_folder(place)


def _compare(copied: Path, digest: str, watch: Watch, place: Path) -> None:
    if read_through(copied, None, watch, Stage.CHECKING) != digest:
        raise UserError(
            say("The copy in “{folder}” differs from the backup. Check that disk.", folder=place)
        )


@contextmanager
def _staging(place: Path) -> Iterator[Path]:
    """A folder that only its owner reads, for what has no name yet; gone whatever happens."""
    staging: Path | None = None
    try:
        staging = Path(tempfile.mkdtemp(prefix=_STAGING, dir=place))
        yield staging
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        raise (_place_full(place) if full else _place_refuses(place)) from None
    except Exception as error:
        known = None if isinstance(error, UserError) else mendable(error)
        if known is None:
            raise
        if "full" in str(error):
            raise _place_full(place) from None
        # Only what the disk says is about the place: a database in use or damaged is not.
        refused = known.say == may_not_write().say
        raise (_place_refuses(place) if refused else known) from None
    finally:
        if staging is not None:
            shutil.rmtree(staging, ignore_errors=True)


def read_through(source: Path, target: Path | None, watch: Watch, stage: Stage) -> str:
    """Read a file, copying it to `target` if there is one; returns its SHA-256."""
    total, done, digest = max(source.stat().st_size, 1), 0, hashlib.sha256()
    with ExitStack() as files:
        read = files.enter_context(source.open("rb"))
        write = files.enter_context(target.open("xb")) if target is not None else None
        while chunk := read.read(_CHUNK):
            watch.check()
            digest.update(chunk)
            if write is not None:
                write.write(chunk)
            done += len(chunk)
            watch.tell(stage, done / total)
    return digest.hexdigest()


def _let_go(place: Path, newest: Backup, now: datetime) -> None:
    """Older backups of this vault go; a failure here leaves more of them, which harms nobody."""
    mine = list_backups(place, newest.vault)
    stays = kept(mine, now) | {newest.folder}
    for backup in mine:
        if backup.folder not in stays:
            # Out of the list in one step: a kill half-way must not leave half a backup in it.
            going = place / f"{_STAGING}old-{backup.folder.name}"
            try:
                backup.folder.rename(going)
                shutil.rmtree(going)
            except OSError as error:
                log.failure("backup.kept_longer", error)
                return
            log.info("backup.let_go", reason=backup.reason.value)


def _clear_staging(place: Path) -> None:
    """What a killed backup left. The lock is held: nobody is writing it."""
    for left in place.glob(_STAGING + "*"):
        shutil.rmtree(left, ignore_errors=True)


def _candidates(place: Path) -> tuple[Path, ...]:
    try:
        inside = [p for p in place.iterdir() if p.is_dir()]
        for own in [p for p in inside if p.name.startswith("VIP Desk ")]:
            inside += [p for p in own.iterdir() if p.is_dir()]
    except OSError:
        return ()
    return tuple(p for p in (*inside, place) if _NAME.fullmatch(p.name))


def _check_space(place: Path, database: Path) -> None:
    need = database.stat().st_size + (1 << 20)
    if shutil.disk_usage(place).free < need:
        raise UserError(
            say(
                "There is no room for a backup in “{folder}”: about {n} MB are needed. Free some "
                "space; the older backups are untouched.",
                folder=place,
                n=need // (1 << 20) + 1,
            )
        )


@contextmanager
def _holding(place: Path) -> Iterator[None]:
    """One backup at a time in a place; makes the place."""
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise _place_gone(place) from None
    try:
        lock = lock_file(place / _LOCK)
    except UserError:
        raise _place_refuses(place) from None
    if lock is None:
        raise UserError(say("A backup is being made already. Wait until it is done."))
    try:
        yield
    finally:
        lock.release()


def _place_gone(place: Path) -> UserError:
    return UserError(
        say(
            "The folder for backups “{folder}” is not there. Connect the disk or choose another "
            "folder.",
            folder=place,
        )
    )


def _place_full(place: Path) -> UserError:
    return UserError(
        say(
            "The disk of “{folder}” is full: the backup was not made, the older ones are "
            "untouched. Free some space and try again.",
            folder=place,
        )
    )


def _place_refuses(place: Path) -> UserError:
    return UserError(
        say(
            "VIP Desk may not write in the folder for backups “{folder}”. Make it writable or "
            "choose another one.",
            folder=place,
        )
    )
