"""The queue above the board: one instruction and 'seen', or a decision, by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vipdesk.clients.names import display_name
from vipdesk.ui.widgets import Badge, Button, Caption, Card, Label, Strong, Tone, row
from vipdesk.vocabulary import label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.complaints.queue import Waiting
    from vipdesk.ui.context import Context, Text

_FEW = 3


class QueueCard(Card):
    """The most urgent few; the next comes up when one is dealt with.

    `seen(flag, instruction)`, `decided(notice, decision)`, `open_requested(complaint)`.
    """

    seen = Signal(object, str)
    decided = Signal(object, str)
    open_requested = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("For management"), tone="private")
        self._context = context
        self._ids: tuple[UUID, ...] = ()
        self.lines: tuple[QueueLine, ...] = ()
        self.hide()

    def show_queue(self, rows: tuple[Waiting, ...]) -> None:
        """Rebuilt only when others wait there: an instruction half typed is kept."""
        self.setVisible(bool(rows))
        ids = tuple(r.id for r in rows)
        if ids == self._ids:
            return
        typing = any(line.field.hasFocus() for line in self.lines)
        self._ids = ids
        typed = {line.waiting.id: line.field.text() for line in self.lines}
        self.clear()
        made = []
        for waiting in rows[:_FEW]:
            line = QueueLine(self._context, waiting)
            line.field.setText(typed.get(waiting.id, ""))
            line.done.connect(self._on_done)
            line.open_requested.connect(self.open_requested)
            self.add(line)
            made.append(line)
        self.lines = tuple(made)
        if typing and made:
            made[0].field.setFocus()  # one after another by Enter
        if len(rows) > _FEW:
            more = say("and {n} more", n=len(rows) - _FEW)
            self.add(Caption(self._context, more, ink="text2"))

    def _on_done(self, waiting: Waiting, words: str) -> None:
        told = self.decided if waiting.flag is None else self.seen
        told.emit(waiting.id, words)


class QueueLine(QWidget):
    """One entry: why, which case, since when; a field, and the button. Enter does it too."""

    done = Signal(object, str)
    open_requested = Signal(object)

    def __init__(self, context: Context, waiting: Waiting) -> None:
        super().__init__()
        self.waiting = waiting
        decision = waiting.flag is None
        self.field = QLineEdit()
        self.field.setPlaceholderText(
            context.words("Your decision") if decision
            else context.words("One instruction, if you like")
        )  # fmt: skip
        self.field.setAccessibleName(
            context.words("Decision on {number}", number=waiting.number) if decision
            else context.words("Instruction for {number}", number=waiting.number)
        )  # fmt: skip
        self.field.returnPressed.connect(self._on_done)
        self.open_button = Button(context, waiting.number, kind="link", on=self._on_open)
        self.done_button = Button(
            context, say("Decide") if decision else say("Seen"),
            icon="check" if decision else "eye", on=self._on_done,
        )  # fmt: skip
        who = row(gap=8)
        who.addWidget(Badge(context, _why(waiting), _tone(waiting), icon="flag"))
        who.addWidget(self.open_button)
        name = display_name(waiting.name, context.words.lang)
        who.addWidget(Strong(context, name, elide=True), 1)
        when: Text = context.format.ago(waiting.at)
        if waiting.due_at is not None:
            when = context.format.left(waiting.due_at)
        ink = "danger" if waiting.late else "text2"
        who.addWidget(Label(context, when, kind="caption", ink=ink))
        box = row(gap=12)
        box.addLayout(who, 1)
        self.field.setFixedWidth(context.look.px(232))
        box.addWidget(self.field)
        box.addWidget(self.done_button)
        self.setLayout(box)
        if waiting.reason:
            self.setToolTip(waiting.reason)

    def _on_done(self) -> None:
        self.done.emit(self.waiting, self.field.text())

    def _on_open(self) -> None:
        self.open_requested.emit(self.waiting.complaint_id)


def _why(waiting: Waiting) -> Text:
    if waiting.flag is not None:
        return label(waiting.flag)
    return label(waiting.clock) if waiting.clock is not None else say("Decision asked for")


def _tone(waiting: Waiting) -> Tone:
    return Tone.WARNING if waiting.flag is None else Tone.PRIVATE
