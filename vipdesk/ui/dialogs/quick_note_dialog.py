"""Ctrl+Shift+N: a note about a client from anywhere, in ten seconds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.talk_dialog import take_back
from vipdesk.ui.finding import find_clients
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class QuickNoteDialog(Dialog):
    """Who, and what. It becomes an interaction on the client's timeline."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows = (
            Field("client", say("Client"), "pick", required=True, find=find_clients),
            Field("text", say("Note"), "long", required=True, lines=4),
        )
        super().__init__(
            context, say("Quick note"), primary=say("Save"), rows=rows, draft="note", parent=parent
        )

    def submit(self) -> None:
        """Write it down."""
        from vipdesk.clients import interactions
        from vipdesk.vocabulary import InteractionKind

        typed = self.form.values()
        log = partial(
            interactions.log_interaction,
            client_id=typed["client"],
            kind=InteractionKind.NOTE,
            text=typed["text"],
        )
        picker: Any = self.form.fields["client"].editor
        said = say("The note is with {name}.", name=picker.text())
        self.write(log, said=said, undo=take_back)
