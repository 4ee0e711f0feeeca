"""Restore a backup: choose one, open its seal, see what is in it, and go back to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vipdesk.jobs.backups import REASON_SAID
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.files import choose_folder
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.jobs.backups import BackupRow
    from vipdesk.jobs.restoring import Inside
    from vipdesk.ui.context import Context

_ROWS = (
    Field("passphrase", say("Passphrase or recovery key of the vault"), "password", required=True),
)


class RestoreDialog(Dialog):
    """Two steps: the passphrase shows what is inside; then the restore, once it was seen."""

    def __init__(self, context: Context, folder: Path, parent: QWidget) -> None:
        """`folder`: the vault that the backup is to become."""
        self.folder = folder
        self.inside: Inside | None = None
        self._places: tuple[Path, ...] = ()
        if context.settings.backup_folder:
            self._places = (Path(context.settings.backup_folder),)
        super().__init__(
            context,
            say("Restore a backup"),
            primary=say("Look inside"),
            rows=_ROWS,
            width=600,
            parent=parent,
        )

    def _build(self) -> None:
        context = self.context
        self.table = Table(context, say("Backups"), self._columns(), key=lambda r: str(r.folder))
        self.table.setMinimumHeight(context.look.px(180))
        self.elsewhere = Button(
            context, say("Look in another folder…"), kind="link", icon="vault", on=self._on_ask
        )
        self.empty = Body(context, "", ink="text2", wrap=True)
        self.found = Body(context, "", wrap=True)
        self.follows = Caption(context, "", ink="text2", wrap=True)
        for label in (self.found, self.follows):
            label.hide()
        self.body.insertWidget(0, self.table)
        self.body.insertWidget(1, self.empty)
        self.body.insertLayout(2, row(self.elsewhere, None))
        self.body.addWidget(self.found)
        self.body.addWidget(self.follows)
        self.table.chosen.connect(self._on_chosen)
        self.empty.hide()  # the sheet takes its height from the table
        self.reload()

    def reload(self) -> None:
        """Which backups there are, read in a worker."""
        work = partial(_offered, self.folder, self._places)
        self.context.runner.background(work, self.show_rows, owner=self)

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """The newest is chosen."""
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.show_text(
            say("No backup was found here. Look in the folder or on the disk where you keep them.")
        )
        if self.table.chosen_row() is None:
            self.table.choose_first()
        self.primary_button.allow(bool(rows), say("Choose a backup first."))
        self.form.setVisible(bool(rows))
        if rows:
            self.form.focus_first()

    def submit(self) -> None:
        """First look, then restore."""
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        if self.inside is not None:
            self.context.restore_requested.emit(self.inside, self.folder)
            self.accept()
            return
        self.show_error("")
        self._wait(waiting=True)
        typed = self.form.values()["passphrase"]
        work = partial(_look, chosen, self.folder, typed)
        self.context.runner.background(work, self._on_seen, owner=self, failed=self._on_failed)

    # Inside ------------------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column(say("When"), self._moment_of, width=200, stretch=True, strong=True),
            Column(say("Why"), self._reason_of, width=200, stretch=True),
            Column(say("Size"), self._size_of, width=90, number=True),
        )

    def _moment_of(self, backup: BackupRow) -> str:
        return self.context.format.moment(backup.at)

    def _reason_of(self, backup: BackupRow) -> str:
        return self.context.text(REASON_SAID[backup.reason])

    def _size_of(self, backup: BackupRow) -> str:
        words = self.context.words
        return words("{size} MB", size=words.number(backup.size / 1_000_000, 1))

    def _on_seen(self, inside: Inside) -> None:
        self._wait(waiting=False)
        self.inside = inside
        self.form.set_values({"passphrase": ""})
        self.form.hide()
        if inside.keys_only:
            self._say_below(
                say("Only the key file is damaged or missing. The vault itself is whole."),
                say("The key file of the backup is put back, and nothing is lost."),
            )
            self.primary_button.show_text(say("Put the key file back"))
            self.primary_button.setFocus()
            return
        moment = self.context.format.moment(inside.row.at)
        self._say_below(
            say(
                "In the backup ({moment}): clients {clients}, events {events}, "
                "contacts {contacts}.",
                moment=moment,
                clients=inside.clients,
                events=inside.events,
                contacts=inside.interactions,
            ),
            say(
                "What was entered after that moment will not be in the vault. The present vault is "
                "kept beside it under another name; whoever was erased since stays erased."
            ),
        )
        self.primary_button.show_text(say("Restore"))
        self.primary_button.setFocus()

    def _say_below(self, found: Say | str, follows: Say | str) -> None:
        for label, words in ((self.found, found), (self.follows, follows)):
            label.show_text(words)
            label.setVisible(bool(words))

    def _on_chosen(self, _row: object) -> None:
        """Another backup: its seal is opened anew."""
        if self.inside is None or self.inside.row == self.table.chosen_row():
            return
        self.inside = None
        self.form.show()
        self._say_below("", "")
        self.primary_button.show_text(say("Look inside"))

    def _on_ask(self) -> None:
        choose_folder(self, self.folder.parent, self.take_place)

    def take_place(self, folder: str) -> None:
        """Backups of a USB disk or of a folder kept in a cloud."""
        self._places = (*self._places, Path(folder))
        self.reload()


def _offered(folder: Path, places: tuple[Path, ...]) -> tuple[BackupRow, ...]:
    from vipdesk.jobs.restoring import offered

    return offered(folder, places)


def _look(backup: BackupRow, folder: Path, passphrase: str) -> Inside:
    from vipdesk.jobs.restoring import look_inside

    return look_inside(backup, folder, passphrase)
