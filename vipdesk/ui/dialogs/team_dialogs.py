"""Sheets about the way into the team: a new password of one's own, and signing out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.errors import UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Doors


class PasswordDialog(Dialog):
    """The person's own password on the team's server."""

    def __init__(self, context: Context, doors: Doors, parent: QWidget) -> None:
        self._doors = doors
        super().__init__(
            context,
            say("Change your password"),
            primary=say("Change"),
            parent=parent,
            rows=(
                Field("old", say("Present password"), "password", required=True),
                (
                    Field("new", say("New password"), "password", required=True),
                    Field("again", say("New password once more"), "password", required=True),
                ),
            ),
        )

    def submit(self) -> None:
        """On the server first, then in the vault."""
        typed = self.form.values()
        if typed["new"] != typed["again"]:
            self.form.show_error("again", say("The two passwords differ. Type them again."))
            return
        office = self.context.runner.office
        if office is None:
            return
        self._wait(waiting=True)
        deed = partial(self._doors.change_team_password, office, typed["old"], typed["new"])
        self.context.runner.call(deed, self._on_changed, owner=self, failed=self._on_refused)

    def _on_changed(self, _nothing: None) -> None:
        self.context.say(say("Your password is changed."))
        self.accept()

    def _on_refused(self, error: Exception) -> bool:
        self._wait(waiting=False)
        return self.take_error(error) if isinstance(error, UserError) else False


class SignOutDialog(Dialog):
    """Said before it is done, because nothing brings the password back but typing it."""

    def __init__(self, context: Context, doors: Doors, parent: QWidget) -> None:
        self._doors = doors
        super().__init__(
            context, say("Sign out of the team?"), primary=say("Sign out"), parent=parent
        )

    def _build(self) -> None:
        words = say(
            "The password is forgotten on this computer and the desk is locked. Nothing is lost: "
            "the club stays on its server. To come back, join the team again."
        )
        self.body.insertWidget(0, Body(self.context, words, ink="text2", wrap=True))

    def submit(self) -> None:
        """Forget, then lock."""
        office = self.context.runner.office
        if office is None:
            return
        self._wait(waiting=True)
        deed = partial(self._doors.leave_team, office)
        self.context.runner.call(deed, self._on_left, owner=self)

    def _on_left(self, _nothing: None) -> None:
        self.accept()
        self.context.lock_requested.emit()
