"""What a typed note will put into the ledger, shown before anything is saved."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.clients.typed_promises import TypedPromise, read_promises
from vipdesk.ui.widgets import Body, Caption, Icon, column, row
from vipdesk.ui.widgets.card import clear
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

_HINT = say("“!send the catalogue by Fri” in the text becomes a promise.")


class PromisePreview(QWidget):
    """A line for each promise: its words and its day; below it what may be meant otherwise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.promises: tuple[TypedPromise, ...] = ()
        self.hint = Caption(context, _HINT, ink="text3", wrap=True)
        self._lines = column(gap=2)
        box = column(gap=2)
        box.addWidget(self.hint)
        box.addLayout(self._lines)
        self.setLayout(box)

    def read(self, note: str, there: tzinfo | None) -> None:
        """Read the note again; days are of the client's clock where it is known, else of ours."""
        now = self._context.now()
        here = self._context.format.local(now).tzinfo
        place = there or here
        found = read_promises(note, now, place) if place is not None else ()
        if found == self.promises:
            return
        self.promises = found
        clear(self._lines)
        self.hint.setVisible(not found)
        for promise in found:
            self._add(promise, there)

    def said(self) -> Say:
        """The sentence after saving."""
        if not self.promises:
            return say("Saved.")
        if len(self.promises) > 1:
            return say("Saved, with {n} promises.", n=len(self.promises))
        until = self._context.format.moment(self.promises[0].due_at)
        return say("Saved. Promised until {moment}.", moment=until)

    def _add(self, promise: TypedPromise, there: tzinfo | None) -> None:
        context = self._context
        until = context.format.moment(promise.due_at)
        line = row(Icon(context, "promise"), gap=8)
        words = say("Promise: {text} – until {moment}", text=promise.text, moment=until)
        line.addWidget(Body(context, words, wrap=True), 1)
        self._lines.addLayout(line)
        for remark, ink in remarks(promise, there, context):
            below = row(24, gap=0)
            below.addWidget(Caption(context, remark, ink=ink, wrap=True), 1)
            self._lines.addLayout(below)


def remarks(
    promise: TypedPromise, there: tzinfo | None, context: Context
) -> tuple[tuple[Say, str], ...]:
    """What the person should see before saving, with its ink: a proposed day, a doubt, another
    clock.
    """
    found: list[tuple[Say, str]] = []
    if promise.doubt is not None:
        found.append((promise.doubt, "warning"))
    if promise.proposed:
        said = say("No day was said: this one is proposed. Type another if you like.")
        found.append((said, "warning"))
    here = context.format.local(promise.due_at)
    if there is not None and promise.due_at.astimezone(there).utcoffset() != here.utcoffset():
        time = promise.due_at.astimezone(there).strftime("%H:%M")
        found.append((say("The client’s time: {time}.", time=time), "text2"))
    return tuple(found)
