"""Backups of the open vault: by themselves every day, before great deeds, by hand; and the drill.

The snapshot itself is the store's (`store.backup`). Here is when, where to, and what is told
of it. One object for one open vault; its methods may be called from any worker thread.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from vipdesk import log
from vipdesk.access import journal
from vipdesk.changes import Changes
from vipdesk.clock import Clock
from vipdesk.errors import UserError
from vipdesk.store.backup import Backup, Reason, backups_of, copy_backup, list_backups, make_backup
from vipdesk.store.files import write_whole
from vipdesk.store.snapshot import Stage, Watch
from vipdesk.store.vault import open_unlocked
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.store.vault import Vault

__all__ = [
    "REASON_SAID",
    "STAGE_SAID",
    "BackupState",
    "Backups",
    "Drill",
    "Made",
    "Reason",
    "Stage",
    "Watch",
    "daily_backup",
]

REASON_SAID: dict[Reason, Say] = {
    Reason.DAILY: say("every day"),
    Reason.HAND: say("by hand"),
    Reason.MIGRATION: say("before an update of VIP Desk"),
    Reason.IMPORT: say("before an import"),
    Reason.ERASURE: say("before an erasure"),
}
STAGE_SAID: dict[Stage, Say] = {
    Stage.COPYING: say("Copying…"),
    Stage.CHECKING: say("Checking every page…"),
    Stage.UPGRADING: say("Bringing it up to date…"),
    Stage.SWAPPING: say("Putting it in place…"),
}
OLD = timedelta(days=2)
"""A last backup older than this is a warning."""
_DRILL = "drill.json"


@dataclass(frozen=True, slots=True)
class BackupRow:
    """A finished backup as it is listed. `size` in bytes; `second`: it lies in the second place."""

    folder: Path
    at: datetime
    reason: Reason
    size: int
    second: bool = False


@dataclass(frozen=True, slots=True)
class Drill:
    """The last restore drill: when, of which backup, what was found; `good` False: it failed."""

    at: datetime
    of: datetime
    good: bool
    clients: int = 0
    events: int = 0
    interactions: int = 0
    rows: int = 0
    entries: int = 0


@dataclass(frozen=True, slots=True)
class BackupState:
    """What Settings shows. `old`: the newest is older than two days, or there is none."""

    rows: tuple[BackupRow, ...]
    drill: Drill | None
    place: Path
    second: Path | None
    second_there: bool
    second_newest: datetime | None
    old: bool
    failed: Say | None

    @property
    def newest(self) -> datetime | None:
        """When the last verified backup was made."""
        return self.rows[0].at if self.rows else None


@dataclass(frozen=True, slots=True)
class Made:
    """A backup made; `second_failed` says why the second place has no copy of it."""

    row: BackupRow
    second_failed: Say | None = None


@dataclass
class Backups:
    """Backups of one open vault. `second` may be changed while it is open."""

    vault: Vault
    clock: Clock
    second: Path | None = None
    on_made: Callable[[], object] = field(default=lambda: None)  # called from the worker
    _stopping: Event = field(default_factory=Event)
    _failed: Say | None = None

    @property
    def place(self) -> Path:
        """Where they lie: beside the vault's folder."""
        return backups_of(self.vault.folder)

    def make(self, reason: Reason, watch: Watch | None = None) -> Made:
        """Make one here and copy it to the second place. Raises `UserError` where none was made."""
        watch = self._watched(watch)
        try:
            made = make_backup(self.vault, self.place, reason, self.clock.now(), watch=watch)
        except UserError as error:
            self._failed = error.say
            raise
        self._failed = None
        self._keep_erasures(self.place)
        row = BackupRow(made.folder, made.at, made.reason, made.size)
        done = Made(row, self._copy(made, watch))
        self.on_made()
        return done

    def before(self, reason: str) -> None:
        """Before a great deed (`access.safeguard.Guard`)."""
        self.make(Reason(reason))

    def state(self) -> BackupState:
        """What there is, newest first. Reads folders: call it in a worker."""
        now = self.clock.now()
        here = list_backups(self.place, self.vault.id)
        there = list_backups(self.second, self.vault.id) if self.second is not None else ()
        rows = tuple(BackupRow(b.folder, b.at, b.reason, b.size) for b in here)
        return BackupState(
            rows=rows,
            drill=read_drill(self.place),
            place=self.place,
            second=self.second,
            second_there=self.second is not None and self.second.is_dir(),
            second_newest=there[0].at if there else None,
            old=not rows or now - rows[0].at > OLD,
            failed=self._failed,
        )

    def drill(self, watch: Watch | None = None) -> Drill:
        """Restore the newest backup into a folder of its own, open it, count, verify, throw away.

        Raises `UserError` where the backup could not be restored; that is kept too.
        """
        watch = self._watched(watch)
        newest = next(iter(list_backups(self.place, self.vault.id)), None)
        if newest is None:
            raise UserError(say("There is no backup yet. Make one first."))
        now = self.clock.now()
        try:
            done = self._drilled(newest, now, watch)
        except UserError:
            if not self._stopping.is_set() and not watch.stop():
                self._write_drill(Drill(now, newest.at, good=False))
            raise
        self._write_drill(done)
        log.info("backup.drilled", rows=done.rows)
        return done

    def stop(self) -> None:
        """The vault is closing: what is being made is given up, nothing is begun."""
        self._stopping.set()

    # Inside ----------------------------------------------------------------------------------

    def _watched(self, watch: Watch | None) -> Watch:
        given = watch or Watch()
        return Watch(given.tell, lambda: self._stopping.is_set() or given.stop())

    def _copy(self, made: Backup, watch: Watch) -> Say | None:
        if self.second is None:
            return None
        try:
            copied = copy_backup(made, self.second, self.clock.now(), watch=watch)
            self._keep_erasures(copied.folder.parent)
        except UserError as error:
            log.info("backup.second_failed")
            return error.say
        return None

    def _keep_erasures(self, place: Path) -> None:
        """The list of who was erased goes along: a restore after the vault's loss forgets again."""
        from vipdesk.privacy.beside import SIDE_FILE

        beside = self.vault.folder / SIDE_FILE
        if beside.exists():
            write_whole(place / SIDE_FILE, beside.read_bytes())

    def _drilled(self, newest: Backup, now: datetime, watch: Watch) -> Drill:
        from vipdesk.store.restore import staged
        from vipdesk.store.store import store_of

        unlocked = self.vault.unlocked()
        with staged(newest, unlocked, self.vault.folder.parent, watch) as ready:
            opened = open_unlocked(replace(unlocked, folder=ready.folder))
            with store_of(opened, copy_first=False) as store:
                chain = store.read(journal.verify)
            if chain.broken_at is not None:
                raise UserError(
                    say("The journal in the backup is broken: it was changed. Ask for help.")
                )
            tables = ready.contents.tables
            return Drill(
                now,
                newest.at,
                good=True,
                clients=tables.get("client", 0),
                events=tables.get("event", 0),
                interactions=tables.get("interaction", 0),
                rows=ready.contents.rows,
                entries=chain.entries,
            )

    def _write_drill(self, drill: Drill) -> None:
        body: dict[str, Any] = {
            "at": drill.at.isoformat(),
            "of": drill.of.isoformat(),
            "good": drill.good,
        }
        write_whole(self.place / _DRILL, json.dumps(body).encode() + b"\n")


def read_drill(place: Path) -> Drill | None:
    """The last drill: its moment and whether it went well (counts are told once, never kept)."""
    try:
        body = json.loads((place / _DRILL).read_bytes())
        return Drill(
            datetime.fromisoformat(body["at"]),
            datetime.fromisoformat(body["of"]),
            bool(body["good"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def daily_backup(office: Office) -> Changes:
    """The daily duty: a backup, unless a newer one than half a day is there.

    A second place that is away today is told in Settings and does not make the duty fail.
    """
    guard = office.guard
    if isinstance(guard, Backups):
        newest = guard.state().newest
        if newest is None or guard.clock.now() - newest > timedelta(hours=12):
            guard.make(Reason.DAILY)
    return Changes()
