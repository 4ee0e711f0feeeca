"""The unlock screen: passphrase, or the recovery key; each failure in one clear sentence."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vipdesk.errors import UserError
from vipdesk.ui.files import choose_folder
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, hairline, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Caption, Display, Icon, Label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.doors import Doors, Opened

_PASSPHRASE = (Field("passphrase", say("Passphrase"), "password", required=True),)
_RECOVERY = (
    Field("recovery_key", say("Recovery key"), required=True, hint=say("Eight groups of five")),
    Field("passphrase", say("New passphrase"), "password", required=True),
    Field("again", say("New passphrase once more"), "password", required=True),
)


class UnlockPage(QWidget):
    """`opened(Opened)` when the vault is open; `new_wanted` for a vault of one's own.

    `join_wanted(folder)`: the way into a team, for this vault to keep.
    """

    opened = Signal(object)
    new_wanted = Signal()
    join_wanted = Signal(object)

    def __init__(
        self, context: Context, doors: Doors, folder: Path | None = None, *, hint: Text = ""
    ) -> None:
        super().__init__()
        self.context, self._doors = context, doors
        self.folder = folder or doors.folder
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.hint.show_text(hint)
        self.hint.setVisible(bool(hint))
        self.show_folder(self.folder)
        for form in (self.form, self.recovery):
            for field in form.fields.values():
                field.editor.installEventFilter(self)

    # What the screen does ------------------------------------------------------------------

    def unlock(self) -> None:
        """Open with what was typed; the key is derived in the worker (about a second)."""
        recovering = self.recovery.isVisibleTo(self)
        form = self.recovery if recovering else self.form
        self._say("")
        if not form.check():
            return
        typed = form.values()
        if recovering and typed["passphrase"] != typed["again"]:
            self.recovery.show_error("again", say("The two passphrases differ. Type them again."))
            return
        self._wait(waiting=True)
        work = (
            partial(self._doors.recover, self.folder, typed["recovery_key"], typed["passphrase"])
            if recovering
            else partial(self._doors.open, self.folder, typed["passphrase"])
        )
        self.context.runner.call(work, self._on_opened, owner=self, failed=self._on_failed)

    def unlock_by_keyring(self) -> None:
        """Open with what this computer's keyring holds; nothing is typed."""
        self._say("")
        self._wait(waiting=True)
        work = partial(self._doors.open_by_keyring, self.folder)
        self.context.runner.call(work, self._on_opened, owner=self, failed=self._on_failed)

    def show_folder(self, folder: Path) -> None:
        """Another vault, and whether the keyring opens it."""
        self.folder = folder
        self.place.show_text(str(folder))
        self.keyring.hide()
        self.context.runner.call(
            partial(self._doors.has_keyring, folder), self.keyring.setVisible, owner=self
        )

    def take_error(self, error: UserError) -> bool:
        """Beside the field it belongs to, else below the form."""
        form = self.recovery if self.recovery.isVisibleTo(self) else self.form
        if not form.take_error(error):
            self._say(error.say)
        next(iter(form.fields.values())).setFocus()
        return True

    # Inside ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A letter that comes out large without Shift: Caps Lock is on (Qt cannot be asked)."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            typed = event.text()
            if typed.isalpha() and typed.upper() != typed.lower():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.caps.setVisible(typed.isupper() != shift)
            elif event.key() == Qt.Key.Key_CapsLock:
                self.caps.hide()  # the next letter tells
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        context = self.context
        card = Card(context, padding=32)
        card.setFixedWidth(context.look.px(440))
        self.title = Display(context, say("Unlock the desk"))
        line = hairline(brass=True)
        line.setFixedWidth(40)
        self.place = Caption(context, "", elide=True)
        self.hint = Caption(context, "", ink="text2", wrap=True)
        self.form = Form(context, _PASSPHRASE)
        self.recovery = Form(context, _RECOVERY)
        self.recovery.hide()
        self.error_icon = Icon(context, "error", size=16, ink="danger")
        self.error = Label(context, "", ink="danger", wrap=True)
        self.error_row = QWidget()
        errors = row(self.error_icon, gap=8)
        errors.addWidget(self.error, 1)
        self.error_row.setLayout(errors)
        self.error_row.hide()
        self.caps = Label(context, say("Caps Lock is on."), kind="caption", ink="warning")
        self.caps.hide()
        self.keyring = Button(
            context, say("Open with this computer’s keyring"), icon="key",
            on=self.unlock_by_keyring,
        )  # fmt: skip
        self.keyring.hide()
        self.button = Button(context, say("Unlock"), kind="primary", on=self.unlock)
        self.other_way = Button(
            context, say("Use the recovery key"), kind="link", on=self._on_other_way
        )
        self.elsewhere = Button(
            context, say("Another vault…"), kind="link", icon="vault", on=self._on_elsewhere
        )
        self.restore = Button(
            context, say("Restore a backup…"), kind="link", icon="undo", on=self._on_restore
        )
        self.new = Button(
            context, say("Start a new vault"), kind="link", icon="plus", on=self._on_new
        )
        self.join = Button(context, say("Join a team…"), kind="link", icon="link", on=self._on_join)
        place = row(Icon(context, "vault", size=16, ink="text3"), gap=8)
        place.addWidget(self.place, 1)
        card.add(
            self.title, line, 8, place, 8, self.hint, self.form, self.recovery, self.caps,
            self.error_row, 4,
        )  # fmt: skip
        card.add(row(self.button, self.other_way, None, gap=12))
        card.add(row(self.keyring, None))
        card.add(8, hairline(), row(self.elsewhere, self.new, None, gap=12))
        card.add(row(self.join, self.restore, None, gap=12))
        self.setLayout(column(None, row(None, card, None), None, margin=24))
        self.form.submitted.connect(self.unlock)
        self.recovery.submitted.connect(self.unlock)
        self.form.fields["passphrase"].setFocus()
        self.setFocusProxy(self.form.fields["passphrase"])

    def _say(self, sentence: Say | str) -> None:
        self.error.show_text(sentence)
        self.error_row.setVisible(bool(sentence))

    def _wait(self, *, waiting: bool) -> None:
        self.button.setEnabled(not waiting)
        self.keyring.setEnabled(not waiting)
        self.button.show_text(say("Opening…") if waiting else say("Unlock"))

    def _on_opened(self, opened: Opened) -> None:
        self._wait(waiting=False)
        self.form.set_values({"passphrase": ""})
        self.opened.emit(opened)

    def _on_failed(self, error: Exception) -> bool:
        self._wait(waiting=False)
        if isinstance(error, UserError):
            return self.take_error(error)
        self._say(say("The vault could not be opened. The details are in the log."))
        return False

    def _on_other_way(self) -> None:
        recovering = not self.recovery.isVisibleTo(self)
        self.recovery.setVisible(recovering)
        self.form.setVisible(not recovering)
        self._say("")
        self.other_way.show_text(
            say("Use the passphrase") if recovering else say("Use the recovery key")
        )
        (self.recovery if recovering else self.form).focus_first()

    def _on_elsewhere(self) -> None:
        choose_folder(self, self.folder.parent, self._on_folder_chosen)

    def _on_folder_chosen(self, folder: str) -> None:
        self.show_folder(Path(folder))
        self._say("")

    def _on_restore(self) -> None:
        from vipdesk.ui.dialogs.restore_dialog import RestoreDialog

        RestoreDialog(self.context, self.folder, self).open()

    def _on_new(self) -> None:
        self.new_wanted.emit()

    def _on_join(self) -> None:
        self.join_wanted.emit(self.folder)
