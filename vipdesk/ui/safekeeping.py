"""Backups in the window: the chip that tells of the last one, and the way back to one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.jobs.backups import BackupState
    from vipdesk.jobs.restoring import Inside, PutBack
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Opened
    from vipdesk.ui.restoring import Restoring
    from vipdesk.ui.sidebar import StatusChip


class Safekeeping(QObject):
    """One for a window. After a restore `restored(folder, sentence)` or `failed(folder, error)`."""

    restored = Signal(object, object)
    failed = Signal(object, object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._chip: StatusChip | None = None
        self._screen: Restoring | None = None
        context.backups_changed.connect(self.look)
        context.settings_changed.connect(self._on_settings)

    def take(self, opened: Opened, chip: StatusChip) -> None:
        """A club is open: its backups are the context's, its chip tells of them."""
        self._chip = chip
        backups = self._context.backups = opened.backups
        if backups is not None:
            self._on_settings(self._context.settings)
            backups.on_made = self._context.backups_changed.emit

    def leave(self) -> None:
        """The club is being closed: what is being made or restored is given up."""
        if self._context.backups is not None:
            self._context.backups.stop()
        self._context.backups, self._chip = None, None
        if self._screen is not None:
            self._screen.follow.stop()

    def look(self) -> None:
        """Ask in a worker how old the last backup is."""
        if self._context.backups is not None and self._chip is not None:
            self._context.runner.background(self._context.backups.state, self._show, owner=self)

    def restore(self, inside: Inside, folder: Path) -> Restoring:
        """Begin to restore into the closed vault; returns the screen to show meanwhile."""
        from vipdesk.ui.restoring import Restoring

        screen = self._screen = Restoring(self._context)
        work = partial(_put_back, inside, folder, self._context, screen)
        self._context.runner.call(
            work, partial(self._on_restored, folder), owner=self,
            failed=partial(self._on_failed, folder),
        )  # fmt: skip
        return screen

    # Inside ------------------------------------------------------------------------------------

    def _show(self, state: BackupState) -> None:
        if self._chip is not None:
            newest = state.newest
            moment = self._context.format.moment_short(newest) if newest is not None else ""
            self._chip.show_backup(moment, old=state.old)

    def _on_settings(self, _settings: object) -> None:
        backups, kept = self._context.backups, self._context.settings.backup_folder
        if backups is not None:
            backups.second = Path(kept) if kept else None

    def _on_restored(self, folder: Path, done: PutBack) -> None:
        self._screen = None
        self.restored.emit(folder, _sentence(done, self._context.format.moment(done.row.at)))

    def _on_failed(self, folder: Path, error: Exception) -> bool:
        self._screen = None
        self.failed.emit(folder, error)
        return True


def _put_back(inside: Inside, folder: Path, context: Context, screen: Restoring) -> PutBack:
    from vipdesk.jobs.restoring import put_back

    return put_back(inside, folder, context.clock, watch=screen.follow.watch())


def _sentence(done: PutBack, moment: str) -> Say:
    if done.keys_only:
        return say("The key file is put back; nothing of the vault was lost.")
    if done.kept is None:
        return say("The vault is restored as it was: {moment}.", moment=moment)
    return say(
        "The vault is restored as it was: {moment}. The vault of before is kept in “{folder}”.",
        moment=moment,
        folder=done.kept.name,
    )
