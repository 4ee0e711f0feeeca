"""The one dialog for failures of ours; the same failure is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.runner import Bug


class BugDialog(Dialog):
    """What to tell, and the code by which it can be found."""

    def __init__(self, context: Context, bug: Bug, parent: QWidget) -> None:
        self._bug = bug
        super().__init__(context, say("Something went wrong"), width=440, parent=parent)
        self.cancel_button.show_text(say("Close"))

    def _build(self) -> None:
        self.body.addWidget(
            Body(
                self.context,
                say(
                    "This is a fault in the program, not yours. Everything saved before is "
                    "safe. The fault is noted in the log, without names or texts."
                ),
                wrap=True,
            )
        )
        code = say("Code for the support: {code}", code=f"{self._bug.kind} {self._bug.where}")
        self.body.addWidget(Caption(self.context, code, selectable=True))
