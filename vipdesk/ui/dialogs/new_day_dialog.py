"""A new day for a promise, agreed with the client before the old one."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients import promises
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.agenda.lines import PromiseLine
    from vipdesk.ui.context import Context

_EVENING = time(18)


class NewDayDialog(Dialog):
    """Only what the client agreed to: the old day stays in the ledger."""

    def __init__(self, context: Context, promise: PromiseLine, parent: QWidget) -> None:
        self._promise = promise
        local = context.format.local(promise.due_at).date()
        rows = (
            Field(
                "due_at",
                say("New day"),
                "date",
                required=True,
                value=local + timedelta(days=1),
                help=say("The client has agreed to this day."),
            ),
        )
        super().__init__(
            context, say("Agree on a new day"), primary=say("Save"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        self.body.insertWidget(0, Body(self.context, self._promise.text, ink="text2", wrap=True))

    def submit(self) -> None:
        """Move it; the end of that working day counts."""
        day = self.form.values()["due_at"]
        now = self.context.format.local(self.context.now())
        due_at = datetime.combine(day, _EVENING, now.tzinfo)
        self.write(
            partial(promises.renegotiate_promise, promise_id=self._promise.id, due_at=due_at),
            said=say("The new day is {day}.", day=day),
            undo=_restore,
        )


def _restore(desk: Any, promise_id: Any) -> object:
    return promises.restore_promise(desk, promise_id)
