"""The Security section of Settings: when the desk locks, what opens it, how long copies last."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, hairline, row
from vipdesk.ui.widgets.fields import Choice
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access.keys import Ways
    from vipdesk.ui.context import Context

_MINUTES = (1, 2, 5, 10, 15, 30)
_SECONDS = (15, 30, 45, 90)


class SecurityCard(Card):
    """Locking for everybody; keys where the person opened a vault of their own."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Security"))
        self._context = context
        minutes = tuple((n, say("{n} minutes", n=n)) for n in _MINUTES)
        seconds = tuple((n, say("{n} seconds", n=n)) for n in _SECONDS)
        self.idle = Choice(context, minutes, say("Lock when idle"))
        self.copies = Choice(context, seconds, say("Forget what was copied after"))
        self.lock = Button(context, say("Lock now"), icon="lock", on=self._on_lock)
        self.add(
            self._line(say("Lock when idle"), self.idle, self.lock),
            self._line(say("Forget what was copied after"), self.copies),
            Caption(
                context,
                say(
                    "The desk also locks when the screen is locked and before the computer "
                    "sleeps. What you were typing is kept in the vault."
                ),
                wrap=True,
            ),
        )
        self.keys = self._keys()
        self.add(self.keys)
        self.keys.setVisible(bool(context.folder))
        self.idle.edited.connect(self._on_idle)
        self.copies.edited.connect(self._on_copies)
        context.settings_changed.connect(self._show_settings)
        self._show_settings()

    def reload(self) -> None:
        """Ask what opens the vault."""
        office = self._context.runner.office
        if office is not None and self._context.folder:
            self._context.runner.call(
                partial(_ways, office), self._show_ways, owner=self, failed=self._on_failed
            )

    # Inside --------------------------------------------------------------------------------------

    def _keys(self) -> QWidget:
        context = self._context
        self.passphrase = Button(context, say("Change…"), on=self._on_passphrase)
        self.recovery = Button(context, say("Make a new one…"), on=self._on_recovery)
        self.keyring = Button(context, say("Switch on…"), on=self._on_keyring)
        self.keyring_words = Body(context, "", wrap=True)
        self.passphrase.setAccessibleDescription(context.words("Passphrase"))
        self.recovery.setAccessibleDescription(context.words("Recovery key"))
        self.keyring.setAccessibleDescription(context.words("This computer’s keyring"))
        inside = QWidget()
        inside.setLayout(
            column(
                hairline(),
                self._line(say("Passphrase"), self.passphrase),
                self._line(say("Recovery key"), self.recovery),
                self._line(say("This computer’s keyring"), self.keyring, self.keyring_words),
            )
        )
        self._on = False
        return inside

    def _line(self, words: Say, *widgets: QWidget) -> QWidget:
        name = Body(self._context, words, ink="text2", wrap=True)
        name.setFixedWidth(self._context.look.px(200))
        made = row(name, gap=12)
        for widget in widgets:
            if isinstance(widget, Choice):
                widget.setFixedWidth(self._context.look.px(240))
            made.addWidget(widget, 1 if isinstance(widget, Body) else 0)
        if not isinstance(widgets[-1], Body):
            made.addStretch(1)
        line = QWidget()
        line.setLayout(made)
        return line

    def _show_settings(self, _settings: object = None) -> None:
        self.idle.set_value(self._context.settings.idle_minutes)
        self.copies.set_value(self._context.settings.clipboard_seconds)

    def _show_ways(self, ways: Ways) -> None:
        self._on = ways.keyring_on
        self.keyring.show_text(say("Switch off") if ways.keyring_on else say("Switch on…"))
        no_ring = say(
            "This computer has no keyring that VIP Desk can use. On Linux install and unlock "
            "GNOME Keyring or KWallet."
        )
        self.keyring.allow(ways.keyring_on or ways.keyring_here, no_ring)
        if ways.keyring_on:
            self.keyring_words.show_text(say("On: the vault opens without the passphrase here."))
        else:
            self.keyring_words.show_text(say("Off") if ways.keyring_here else no_ring)

    def _on_failed(self, _error: Exception) -> bool:
        self.keyring.allow(False, say("The key file cannot be read."))
        return False

    def _on_idle(self) -> None:
        self._context.change_settings(idle_minutes=self.idle.value())

    def _on_copies(self) -> None:
        self._context.change_settings(clipboard_seconds=self.copies.value())

    def _on_lock(self) -> None:
        self._context.lock_requested.emit()

    def _on_passphrase(self) -> None:
        from vipdesk.ui.dialogs.keys_dialogs import PassphraseDialog

        PassphraseDialog(self._context, self.window()).open()

    def _on_recovery(self) -> None:
        from vipdesk.ui.dialogs.keys_dialogs import RecoveryKeyDialog

        RecoveryKeyDialog(self._context, self.window()).open()

    def _on_keyring(self) -> None:
        from vipdesk.ui.dialogs.keys_dialogs import KeyringDialog

        office = self._context.runner.office
        if self._on and office is not None:
            self._context.runner.call(partial(_leave, office), self._on_left, owner=self)
            return
        dialog = KeyringDialog(self._context, self.window())
        dialog.accepted.connect(self.reload)
        dialog.open()

    def _on_left(self, _nothing: object) -> None:
        self._context.say(say("The keyring opens the vault no more."))
        self.reload()


def _ways(office: object) -> Ways:
    from vipdesk.access import keys

    return keys.ways(office)  # type: ignore[arg-type]


def _leave(office: object) -> None:
    from vipdesk.access import keys

    keys.leave_keyring(office)  # type: ignore[arg-type]
