"""Sheets for the keys of a vault: another passphrase, a new recovery key, the keyring."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from vipdesk.access import keys
from vipdesk.errors import UserError
from vipdesk.ui import strength
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.files import save_as
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Body, Caption, Label
from vipdesk.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from vipdesk.ui.context import Context
    from vipdesk.wording import Words

_OLD = Field("passphrase", say("Present passphrase"), "password", required=True)


_GROUP = 3  # as on the first run


class KeysDialog(Dialog):
    """Calls a verb that derives a key, in the worker; nothing typed here is ever a draft."""

    def call(self, deed: Callable[[Any], object], then: Callable[[Any], None]) -> None:
        """Run `deed(office)`; errors stay beside their field."""
        office = self.context.runner.office
        if office is None:
            return
        self._wait(waiting=True)
        self.context.runner.call(partial(deed, office), then, owner=self, failed=self._refused)

    def _refused(self, error: Exception) -> bool:
        self._wait(waiting=False)
        return isinstance(error, UserError) and self.take_error(error)


class PassphraseDialog(KeysDialog):
    """Another passphrase by the present one; the data is not written anew."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows = (
            _OLD,
            Field("new", say("New passphrase"), "password", required=True),
            Field("again", say("New passphrase once more"), "password", required=True),
        )
        super().__init__(
            context, say("Change the passphrase"), primary=say("Change"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        words = say(
            "Backups made before today still open with the passphrase of their day. The recovery "
            "key stays the same."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True))
        self.meter = QProgressBar()
        self.meter.setRange(0, int(strength.Strength.STRONG))
        self.meter.setTextVisible(False)
        self.meter.setFixedHeight(4)
        self.meter_words = Caption(self.context, "")
        self.form.fields["new"].stand_below(self.meter, self.meter_words)
        self.form.fields["new"].edited.connect(self._on_typed)

    def submit(self) -> None:
        """Change it."""
        typed = self.form.values()
        if typed["new"] != typed["again"]:
            self.form.show_error("again", say("The two passphrases differ. Type them again."))
            return
        change = partial(keys.change_passphrase, old=typed["passphrase"], new=typed["new"])
        self.call(change, self._on_changed)

    def _on_changed(self, _nothing: object) -> None:
        self.accept()
        self.context.say(say("The passphrase is changed. The old one opens no more."))

    def _on_typed(self) -> None:
        typed = str(self.form.values()["new"])
        step = strength.of(typed)
        self.meter.setValue(int(step) if typed else 0)
        self.meter_words.show_text(strength.words_for(step) if typed else "")
        self.meter.setAccessibleName(self.meter_words.text())


class RecoveryKeyDialog(KeysDialog):
    """A new recovery key by the passphrase: shown once, to be saved as a page and printed."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._recovery_key = ""
        super().__init__(
            context, say("New recovery key"), primary=say("Make a new key"), rows=(_OLD,),
            width=600, parent=parent,
        )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.words = Body(
            context,
            say(
                "The printed key of before opens this vault no more from the moment the new one "
                "is made."
            ),
            ink="text2",
            wrap=True,
        )
        self.body.insertWidget(0, self.words)
        self.key = Label(context, "", kind="title", wrap=True, selectable=True)
        self.key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sunken = Card(context, padding=16)
        self.sunken.add(self.key)
        self.save_button = Button(
            context, say("Save the page (PDF)…"), icon="document", on=self._on_save
        )
        self.copy_button = Button(context, say("Copy"), on=self._on_copy)
        self.ways = QWidget()
        self.ways.setLayout(row(self.save_button, self.copy_button, None))
        self.confirm = Form(
            context,
            (Field("group", say("To be sure, type group {number} of the key", number=_GROUP)),),
        )
        self.confirm.submitted.connect(self._on_primary)
        for widget in (self.sunken, self.ways, self.confirm):
            widget.hide()
            self.body.addWidget(widget)

    def submit(self) -> None:
        """Make it."""
        passphrase = self.form.values()["passphrase"]
        self.call(partial(keys.replace_recovery_key, passphrase=passphrase), self._on_made)

    def _on_primary(self) -> None:
        """The second press closes the sheet, once the key was really read."""
        if not self._recovery_key:
            super()._on_primary()
            return
        typed = "".join(str(self.confirm.values()["group"]).upper().split())
        if typed == self._recovery_key.split("-")[_GROUP - 1]:
            self.accept()
        else:
            self.confirm.show_error("group", say("This is not that group. Check the key again."))

    def reject(self) -> None:
        """The old key opens nothing any more: the new one is not lost by one key press."""
        if self._recovery_key:
            self._on_primary()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """The key is kept nowhere."""
        self._recovery_key = ""
        self.key.show_text("")
        super().done(result)

    def _on_made(self, recovery_key: str) -> None:
        self._wait(waiting=False)
        self._recovery_key = recovery_key
        groups = recovery_key.split("-")
        self.key.show_text("  ".join(groups[:4]) + "\n" + "  ".join(groups[4:]))
        self.words.show_text(
            say(
                "If the passphrase is forgotten, only this key opens the vault. Nobody can send it "
                "to you again. Save the page, print it, and keep it away from this computer."
            )
        )
        self.form.set_values({"passphrase": ""})
        self.form.hide()
        for widget in (self.sunken, self.ways, self.confirm):
            widget.show()
        self.confirm.focus_first()
        self.primary_button.show_text(say("Close"))
        self.cancel_button.hide()

    def _on_copy(self) -> None:
        self.context.clipboard.copy(self._recovery_key)
        self.context.say(
            say(
                "Copied. It is forgotten in {n} seconds.", n=self.context.settings.clipboard_seconds
            )
        )

    def _on_save(self) -> None:
        save_as(self, "VIP Desk recovery kit.pdf", self.save_kit)

    def save_kit(self, file: str) -> None:
        """Write the page where the person chose."""
        context = self.context
        made = partial(
            write_kit, Path(file), context.words, self._recovery_key, context.folder,
            context.format.today(),
        )  # fmt: skip
        context.runner.background(made, self._on_saved, owner=self)

    def _on_saved(self, _file: object) -> None:
        self.save_button.show_icon("check")


class KeyringDialog(KeysDialog):
    """Switch the keyring on by the passphrase."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            context, say("Open with this computer’s keyring"), primary=say("Switch on"),
            rows=(_OLD,), parent=parent,
        )  # fmt: skip

    def _build(self) -> None:
        words = say(
            "Then whoever is signed in to this computer under your name opens the vault without "
            "the passphrase. Choose this only where the computer itself has a good password. The "
            "passphrase and the recovery key go on working."
        )
        self.body.insertWidget(0, Body(self.context, words, ink="text2", wrap=True))

    def submit(self) -> None:
        """Switch it on."""
        passphrase = self.form.values()["passphrase"]
        self.call(partial(keys.keep_in_keyring, passphrase=passphrase), self._on_kept)

    def _on_kept(self, _nothing: object) -> None:
        self.accept()
        self.context.say(say("This computer’s keyring opens the vault now."))


def write_kit(file: Path, words: Words, recovery_key: str, folder: str, made: date) -> Path:
    """The page with the key, readable by its owner alone. Raises `UserError`; slow."""
    from vipdesk.access.exports import save_file
    from vipdesk.ui.recovery_kit import recovery_kit

    page = recovery_kit(words, recovery_key, folder, made)
    try:
        save_file(file, page)
    except UserError:
        raise UserError(say("The page cannot be saved there. Choose another folder.")) from None
    return file
