"""Cancelling an event: everybody who was invited is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.events import invitations
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.events.programme import EventCard
    from vipdesk.ui.context import Context


class CancelDialog(Dialog):
    """Cancelling tells everybody: said before it is done, and typed when they are many."""

    many = 10

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._event = card.row
        self._told = card.row.answers.invited - card.row.answers.declined
        typed = (Field("typed", say("Type the number of guests to confirm"), required=True),)
        super().__init__(
            context,
            say("Cancel the event"),
            primary=say("Cancel it and tell the guests"),
            rows=typed if self._told >= self.many else (),
            parent=parent,
        )

    def _build(self) -> None:
        self.cancel_button.show_text(say("Keep the event"))
        sentence = say(
            "{n} guests who were invited will be told, each by their own channel.", n=self._told
        )
        self.body.insertWidget(0, Body(self.context, sentence, wrap=True))

    def submit(self) -> None:
        """Cancel; the number must be right where it was asked for."""
        typed = self.form.values().get("typed")
        if typed is not None and typed != str(self._told):
            self.form.show_error("typed", say("This is not the number of guests."))
            return
        self.write(
            partial(invitations.cancel_event, event_id=self._event.id),
            said=say("The event is cancelled; the guests are being told."),
        )
