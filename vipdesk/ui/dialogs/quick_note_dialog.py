"""Ctrl+Shift+N: what happened with a client, from anywhere, in ten seconds."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vipdesk.clients.interactions import get_note_start
from vipdesk.clients.names import display_name
from vipdesk.ui.dialogs.talk_dialog import KINDS, LogDialog, folded_rows, offered, take_back
from vipdesk.ui.finding import find_clients
from vipdesk.ui.widgets import Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, InteractionKind
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.clients.interactions import NoteStart
    from vipdesk.ui.context import Context
    from vipdesk.ui.widgets.picker import Picker
    from vipdesk.ui.widgets.text_editors import LongEditor

_LATELY = timedelta(minutes=30)  # how long a call that was begun still explains a note


class QuickNoteDialog(LogDialog):
    """Who, and what: Enter saves. The client is that of the page, or of the last call begun.

    Without a word that tells of a contact it is a note, and a note restarts no rhythm.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("client", say("Client"), "pick", required=True, find=find_clients,
                  hint=say("Three letters of the name")),
            Field("text", say("Note"), "long", required=True, lines=4),
            (
                Field("kind", say("What"), "choice", choices=offered(KINDS),
                      value=InteractionKind.NOTE),
                Field("channel", say("Channel"), "choice",
                      choices=((None, say("Not said")), *offered(tuple(Channel)))),
            ),
            *folded_rows(context),
        )  # fmt: skip
        super().__init__(context, say("Quick note"), rows, draft="note", parent=parent)
        self._picker = cast("Picker", self.form.fields["client"].editor)
        self._picker.picked.connect(self._on_picked)
        self._editor = cast("LongEditor", self.form.fields["text"].editor)
        self._editor.installEventFilter(self)
        self.body.addWidget(
            Caption(context, say("Enter saves, Shift+Enter begins a new line."), ink="text3")
        )
        guessed = self._client_here(parent)
        if guessed is not None and self._picker.value() is None:
            self._start(guessed)

    def _client_here(self, parent: QWidget) -> UUID | None:
        """Of the page the person is on, else of the link that was opened lately."""
        link = getattr(parent, "present", None)
        if link is not None and link.kind == "client":
            found: UUID | None = link.id
            return found
        last = self.context.reached
        if last is not None and self.context.now() - last[2] < _LATELY:
            return last[0]
        return None

    def _on_picked(self, client_id: object) -> None:
        """The words come next."""
        self._editor.setFocus()
        self._start(client_id)

    def _start(self, client_id: Any) -> None:
        read = partial(get_note_start, client_id=client_id)
        self.context.runner.read(read, self._on_start, owner=self, topic="start")

    def _on_start(self, start: NoteStart) -> None:
        picked = self._picker.value()
        if picked is None and not self._picker.text().strip():
            name = display_name(start.name, self.context.words.lang)
            self._picker.set_value((start.client_id, name))
            self._editor.setFocus()
        elif picked != start.client_id:
            return
        last = self.context.reached
        recent = last is not None and self.context.now() - last[2] < _LATELY
        if recent and last is not None and last[0] == start.client_id and not self._by_hand:
            self._show_reached(last[1])
        self._stand_there(start.zone)

    def _show_reached(self, channel: Channel) -> None:
        by_phone = channel is Channel.PHONE
        kind = InteractionKind.TALK if by_phone else InteractionKind.MESSAGE
        self.form.fields["kind"].set_value(kind)
        self.form.fields["channel"].set_value(channel)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter saves; with Shift it begins a new line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
            ):  # fmt: skip
                self._on_primary()
                return True
        return super().eventFilter(watched, event)

    def _on_primary(self) -> None:
        """Enter after three letters, before anybody was found: the list is on its way, no error."""
        typed = self._picker.text().strip()
        if typed and self._picker.value() is None and self._picker.hasFocus():
            self._picker.textEdited.emit(typed)
            return
        super()._on_primary()

    def submit(self) -> None:
        """Write it down."""
        log = self.log(self.form.values()["client"])
        said = self.preview.said()
        if not self.preview.promises:
            said = say("The note is with {name}.", name=self._picker.text())
        self.write(log, said=said, undo=take_back)
