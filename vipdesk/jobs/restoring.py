"""Putting a backup back: which there are, what is in one, and what is done again afterwards.

The vault is closed meanwhile. Before the restored file takes its place, whoever was erased
since is erased again, and mail that may have left since waits for a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import update

from vipdesk import log
from vipdesk.access import journal
from vipdesk.clock import Clock
from vipdesk.errors import UserError
from vipdesk.jobs.backups import BackupRow
from vipdesk.models import OutboxMessage, PrivateMessage
from vipdesk.store import restore as store_restore
from vipdesk.store.backup import Backup, backups_of, list_backups, read_backup
from vipdesk.store.recovery_key import is_recovery_key
from vipdesk.store.snapshot import Watch
from vipdesk.vocabulary import OutboxState
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.store.store import Store
    from vipdesk.store.vault import Unlocked

# What may have left between the backup and now, as far as the backup can know.
_UNDER_WAY = (OutboxState.QUEUED, OutboxState.CLAIMED)


@dataclass(frozen=True, slots=True)
class Inside:
    """A backup whose passphrase was right: what it holds, and its key for the restore."""

    row: BackupRow
    clients: int
    events: int
    interactions: int
    rows: int
    unlocked: Unlocked = field(repr=False)
    keys_only: bool = False  # the vault is whole but for its key file: that alone is put back


@dataclass(frozen=True, slots=True)
class PutBack:
    """A restore that is done. `kept`: the folder of the vault of before, None if there was none."""

    row: BackupRow
    rows: int
    kept: Path | None
    erased_again: int
    in_review: int
    keys_only: bool = False


def offered(vault: Path, places: Iterable[Path] = ()) -> tuple[BackupRow, ...]:
    """Backups for a vault's folder: those beside it and those in other places; newest first.

    In other places those of any club are listed: on a new computer there is no vault to
    compare with. The same backup in two places is listed once.
    """
    found: dict[str, BackupRow] = {}
    own = backups_of(vault)
    for place in (own, *places):
        for backup in list_backups(place):
            found.setdefault(
                f"{backup.vault}/{backup.folder.name}", _row(backup, second=place != own)
            )
    return tuple(sorted(found.values(), key=lambda r: r.at, reverse=True))


def look_inside(
    row: BackupRow, vault: Path, passphrase: str | None = None, *, recovery_key: str | None = None
) -> Inside:
    """Open a backup's seal and read what was counted. Takes a second (the key is derived).

    A recovery key typed for a passphrase is taken for what it is. Raises `UserError`: the
    passphrase does not fit, or the backup is not whole.
    """
    if passphrase is not None and is_recovery_key(passphrase):
        passphrase, recovery_key = None, passphrase
    backup = read_backup(row.folder)
    unlocked = store_restore.unlock_backup(backup, vault, passphrase, recovery_key=recovery_key)
    contents = backup.contents(unlocked.key)
    tables = contents.tables
    return Inside(
        row=row,
        clients=tables.get("client", 0),
        events=tables.get("event", 0),
        interactions=tables.get("interaction", 0),
        rows=contents.rows,
        unlocked=unlocked,
        keys_only=store_restore.lacks_only_keys(unlocked, vault),
    )


def put_back(inside: Inside, vault: Path, clock: Clock, *, watch: Watch | None = None) -> PutBack:
    """Make a backup the vault, which must be closed. Raises `UserError`: then nothing changed."""
    if inside.keys_only:
        store_restore.put_keys_back(inside.unlocked, vault)
        return PutBack(inside.row, inside.rows, None, 0, 0, keys_only=True)
    backup = read_backup(inside.row.folder)
    again = _Again(clock.now(), (vault, backups_of(vault), backup.folder.parent))
    done = store_restore.restore(
        backup, inside.unlocked, vault, clock.now(), after=again, watch=watch
    )
    log.info("restore.again", erased=again.erased, review=again.in_review)
    return PutBack(inside.row, done.contents.rows, done.kept, again.erased, again.in_review)


class _Again:
    """What the restored database must learn before anybody sees it."""

    def __init__(self, now: datetime, places: tuple[Path, ...]) -> None:
        self._now, self._places = now, places
        self.erased = self.in_review = 0

    def __call__(self, store: Store) -> None:
        from vipdesk.privacy.beside import catch_up

        for place in dict.fromkeys(self._places):
            if place.is_dir():
                self.erased += catch_up(store, self._now, folder=place)
        self.in_review, _ = store.write(partial(_ask_about_mail, now=self._now))
        # No log of writes may be left when the file takes its place.


def _ask_about_mail(session: Session, *, now: datetime) -> int:
    """Mail that was about to leave may have left since: a person decides, never a blind resend."""
    count = 0
    for outbox in (OutboxMessage, PrivateMessage):
        waits = outbox.state.in_(_UNDER_WAY) | (
            (outbox.state == OutboxState.HELD) & (outbox.not_before <= now)
        )
        done: Any = session.execute(
            update(outbox)
            .where(waits)
            .values(
                state=OutboxState.REVIEW,
                error_code="restored",
                fence=outbox.fence + 1,
                claimed_until=None,
            )
            .execution_options(synchronize_session=False)
        )
        count += done.rowcount
    journal.write(
        session,
        at=now,
        actor="restore",
        verb="restore_backup",
        table="club_setting",
        object_id=None,
    )
    return count


def _row(backup: Backup, *, second: bool) -> BackupRow:
    return BackupRow(backup.folder, backup.at, backup.reason, backup.size, second)


def row_of(folder: Path) -> BackupRow:
    """A backup by its folder, for the command line."""
    if not folder.is_dir():
        raise UserError(say("There is no folder “{folder}”.", folder=folder))
    return _row(read_backup(folder), second=False)
