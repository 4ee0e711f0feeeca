"""Sheets of the door: somebody unknown, a note to say, a list to open, logs to take in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import Name, NameStyle, display_name, in_case
from vipdesk.errors import UserError
from vipdesk.events import door_sync
from vipdesk.events.door import DoorDesk
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Button, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import NameCase
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from vipdesk.events.after import AfterGuest
    from vipdesk.ui.context import Context


class UnknownDialog(Dialog):
    """Somebody who is not on the list: waits for the host, or comes in on a free place."""

    def __init__(
        self, context: Context, door: DoorDesk, tell: Callable[..., None], parent: QWidget
    ) -> None:
        self._door, self._tell = door, tell
        rows = (Field("name", say("Who it is"), required=True),)
        super().__init__(
            context, say("Not on the list"), primary=say("Ask the host"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        spare = self._door.spare()
        words = say("{n} free places are left to this desk.", n=max(0, spare))
        self.body.addWidget(Body(self.context, words, ink="text2", wrap=True))
        for scan in self._door.state.asked():
            self.body.addWidget(_Waiting(self, scan.nonce, scan.words))

    def submit(self) -> None:
        """A task for the host; the person waits."""
        name = str(self.form.values()["name"])
        self._do(partial(self._door.ask, name, self.context.now()),
                 say("{name} waits for the host’s word.", name=name))  # fmt: skip

    def let_in(self, asked: UUID, name: str) -> None:
        """The host said yes."""
        let_in = partial(
            self._door.let_walk_in, name, self.context.now(), asked=asked, host_agreed=True
        )
        self._do(let_in, say("{name} is in, with the host’s word.", name=name))

    def send_away(self, asked: UUID, name: str) -> None:
        """The host said no."""
        away = partial(self._door.undo, (asked,), self.context.now())
        self._do(away, say("{name} does not wait any more.", name=name))

    def _do(self, deed: Callable[[], tuple[UUID, ...]], told: Say) -> None:
        try:
            nonces = deed()
        except UserError as error:
            self.error.show_text(error.say)
            self.error.show()
            return
        self.form.drop_draft()
        self.accept()
        self._tell(told, undo=nonces)


class _Waiting(QWidget):
    """One who waits."""

    def __init__(self, dialog: UnknownDialog, asked: UUID, name: str) -> None:
        super().__init__()
        self._dialog, self._asked, self._name = dialog, asked, name
        context = dialog.context
        line = row(Body(context, name, elide=True), gap=8)
        line.setStretch(0, 1)
        line.addWidget(Button(context, say("The host agreed"), on=self._on_in))
        line.addWidget(Button(context, say("Sent away"), on=self._on_away))
        self.setLayout(line)

    def _on_in(self) -> None:
        self._dialog.let_in(self._asked, self._name)

    def _on_away(self) -> None:
        self._dialog.send_away(self._asked, self._name)


class DoorNoteDialog(Dialog):
    """What is said to one guest at the door."""

    def __init__(
        self, context: Context, event_id: UUID, guest: AfterGuest, parent: QWidget
    ) -> None:
        self._event_id, self._guest = event_id, guest
        rows = (
            Field("note", say("To say at the door"), "long", lines=2, value=guest.door_note,
                  help=say("It is in the next list that is sealed.")),
        )  # fmt: skip
        super().__init__(
            context, whose(say("At the door: {name}"), guest.name, context),
            primary=say("Save"), rows=rows, parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Keep it."""
        client_id = self._guest.client_id
        note = partial(
            door_sync.set_door_note, event_id=self._event_id, client_id=client_id,
            note=str(self.form.values()["note"]),
        )  # fmt: skip
        undo = _NoteBack(self._event_id, client_id)
        self.write(note, said=say("The note is kept."), undo=undo)


class _NoteBack:
    """The way back of a note."""

    def __init__(self, event_id: UUID, client_id: UUID) -> None:
        self._ids = event_id, client_id

    def __call__(self, desk: Any, before: str) -> None:
        event_id, client_id = self._ids
        door_sync.set_door_note(desk, event_id=event_id, client_id=client_id, note=before)


class OpenDoorDialog(Dialog):
    """Which desk this laptop is. `open_door(number)` does the rest."""

    def __init__(
        self, context: Context, desks: int, open_door: Callable[[int], None], parent: QWidget
    ) -> None:
        self._open_door = open_door
        choices = tuple((n, say("Desk {number}", number=n)) for n in range(1, desks + 1))
        rows = (
            Field("desk", say("This laptop is"), "choice", choices=choices, value=1,
                  help=say("Two laptops never have the same number.")),
        )  # fmt: skip
        super().__init__(
            context, say("Open the door here"), primary=say("Open the door"), rows=rows,
            width=420, parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Open."""
        number = int(self.form.values()["desk"])
        self.accept()
        self._open_door(number)


class TakeLogsDialog(Dialog):
    """The code of logs that were brought, where the desk does not keep it."""

    def __init__(
        self, context: Context, event_id: UUID, logs: tuple[Path, ...], parent: QWidget
    ) -> None:
        self._event_id, self._logs = event_id, logs
        rows = (
            Field("code", say("Door code"),
                  help=say("Leave it empty for a list you sealed yourself.")),
        )  # fmt: skip
        super().__init__(
            context, say("Take in logs of the door"), primary=say("Take in"), rows=rows,
            width=420, parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Take them in: twice is once."""
        take = partial(
            door_sync.take_logs, event_id=self._event_id, logs=self._logs,
            code=str(self.form.values()["code"] or ""),
        )  # fmt: skip
        self.write(take, said=taken_words)


def taken_words(new: int) -> Say:
    """How many were new."""
    return say("{n} check-ins of other desks were taken in.", n=new)


def whose(title: Say, name: Name, context: Context) -> Say:
    """A title with a short name."""
    short = in_case(name, NameCase.NOMINATIVE, NameStyle.SHORT)
    shown = short or display_name(name, context.words.lang)
    return Say(title.text, {**title.params, "name": shown})
