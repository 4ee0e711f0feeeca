"""The first reply: the author's own sentence, the letter, and what is to be said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from vipdesk.cities import city_of
from vipdesk.complaints import letters
from vipdesk.complaints.first_reply import ReplyFields
from vipdesk.complaints.legal_reading import note_reading
from vipdesk.complaints.letter_lint import Level, Lint, digest
from vipdesk.complaints.letters import ReplySheet
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    Check,
    Field,
    FormField,
    Icon,
    Label,
    column,
    row,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.text_editors import LongEditor
from vipdesk.vocabulary import Channel, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context

_PAUSE_MS = 200
_SHOWN = 5
_NARROW, _SIDE = 560, 216
_ANY = 16_777_215  # no widest width
ITEMS = (
    ("owner", say("Your name")),
    ("contact", say("Direct contact")),
    ("number", say("Number")),
    ("date", say("Date of the answer")),
)


class LetterEditor(LongEditor):
    """A letter of eighteen lines: the style sheet's least height would shrink it to ten."""

    def __init__(self) -> None:
        super().__init__(lines=18)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(super().sizeHint().width(), self.maximumHeight())


class ReplyCard(Card):
    """Writes the first reply of a case. `send_requested(channel, body, mirror, promise_at)`."""

    send_requested = Signal(object, str, str, object)
    kept = Signal(str, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("First reply"))
        self._sheet: ReplySheet | None = None
        self._by_hand = False
        self._fields: ReplyFields | None = None
        self.lint: Lint | None = None
        self._build()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check_now)
        context.locking.connect(self._on_locking)

    def _on_locking(self) -> None:
        """What was typed a moment ago is kept before the key goes."""
        if self._pause.isActive():
            self._pause.stop()
            self.check_now()

    def _build(self) -> None:
        context = self.context
        self.state = Body(context, "", wrap=True, ink="text2")
        self.mirror = FormField(
            context,
            Field(
                "mirror", say("Your own sentence: what happened, in the client’s words"), "long",
                lines=2,
            ),
        )  # fmt: skip
        self.when = FormField(context, Field("due_at", say("Answer by"), "moment"))
        self.channel = FormField(context, Field("channel", say("How you give it"), "choice"))
        self.reason = Caption(context, "", wrap=True, ink="text2")
        self.letter = LetterEditor()
        self.restyle_letter()
        self.speak_letter()
        context.theme_changed.connect(self.restyle_letter)
        context.language_changed.connect(self.speak_letter)
        self.anew = Button(
            context, say("Compose again"), kind="link", icon="refresh", on=self._on_anew
        )
        self.anew.hide()
        self.send = Button(context, say("Send"), kind="primary", icon="send", on=self._on_send)
        self.words = Caption(context, "", ink="text2")
        self.lawyer = LawyerCheck(context)
        self.lawyer.edited.connect(self._on_lawyer)
        self.findings = column(gap=6)
        self._lay_out()
        for field in (self.mirror, self.when):
            field.edited.connect(self._on_edited)
        self.channel.edited.connect(self._on_channel)
        self.letter.edited.connect(self._on_letter)

    def _lay_out(self) -> None:
        self.editor = QWidget()
        self._side = QWidget()
        self._side.setLayout(self.findings)
        when = row(gap=12)
        when.addWidget(self.when, 1)
        when.addWidget(self.channel, 1)
        left = column(self.letter, row(self.words, None, self.anew), gap=4)
        self._both = row(gap=16)
        self._both.addLayout(left, 1)
        self._both.addWidget(self._side)
        self._fold()
        self.editor.setLayout(
            column(
                self.mirror, when, self.reason, self._both, self.lawyer, row(None, self.send), gap=8
            )
        )
        self.add(self.state, self.editor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside the letter what is said about it, where there is room; else below."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        px = self.context.look.px
        narrow = self.width() < px(_NARROW)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._side.setMinimumWidth(0 if narrow else px(_SIDE))
        self._side.setMaximumWidth(_ANY if narrow else px(_SIDE))
        if self._both.direction() != way:
            self._both.setDirection(way)

    def restyle_letter(self) -> None:
        """The letter in the font of the present size."""
        self.letter.setFont(self.context.look.font("body"))

    def speak_letter(self) -> None:
        """The letter's accessible name in the present language."""
        self.letter.setAccessibleName(self.context.words("The letter"))

    # Showing -------------------------------------------------------------------------------------

    def show_sheet(self, sheet: ReplySheet, *, mirror: str = "", body: str = "") -> None:
        """Show the sheet of a case; what is being typed is kept for the same case."""
        same = self._sheet is not None and self._sheet.complaint_id == sheet.complaint_id
        self._sheet = sheet
        writing = sheet.mine and not sheet.on_way and sheet.sent_at is None
        self.editor.setVisible(writing)
        self.state.setVisible(not writing)
        self.state.show_text(self._state_said(sheet))
        self.reason.show_text(
            say("The club’s rule: {reason}. The client sees the time of {city}.",
                reason=sheet.reason, city=city_of(sheet.zone, self.context.words.lang))
        )  # fmt: skip
        if same and writing:
            self.check_now()
            return
        choice = self.channel.editor
        choice.offer(tuple((c, label(c)) for c in sheet.channels))  # type: ignore[union-attr]
        choice.set_value(sheet.channels[0])
        self._name_send()
        self.when.set_value(sheet.proposal.replace(tzinfo=None))
        self.mirror.set_value(mirror)
        self._by_hand = False
        self._compose()
        if body:
            self._by_hand = True
            self.letter.set_value(body)
        self.check_now()

    def _state_said(self, sheet: ReplySheet) -> Say:
        if sheet.sent_at is not None:
            return say("Given {at}.", at=self.context.format.moment(sheet.sent_at))
        if sheet.on_way:
            return say("On its way: the clock stops when the mail has left.")
        return say("The owner of the case writes it.")

    def _compose(self) -> None:
        """The letter from its parts, unless the author has written into it."""
        if self._sheet is None:
            return
        reply, self._fields = letters.write_reply(
            self._sheet, mirror=self.mirror.value(), promise_at=self.promise_at()
        )
        if not self._by_hand:
            self.letter.blockSignals(True)
            self.letter.set_value(reply.body)
            self.letter.blockSignals(False)
        self.anew.setVisible(self._by_hand)

    def promise_at(self) -> datetime:
        """The promised moment, aware, in the client's zone."""
        zone = ZoneInfo(self._sheet.zone if self._sheet else "UTC")
        typed: datetime = self.when.value()
        return typed.replace(tzinfo=zone)

    # While it is typed ---------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._compose()
        self._pause.start()

    def _on_letter(self) -> None:
        self._by_hand = True
        self.anew.show()
        self._pause.start()

    def _on_anew(self) -> None:
        self._by_hand = False
        self._compose()
        self.check_now()

    def _on_channel(self) -> None:
        self._name_send()

    def _name_send(self) -> None:
        mail = self.channel.value() is Channel.EMAIL
        self.send.show_text(say("Send") if mail else say("Answer given"))

    def check_now(self) -> None:
        """Say what is to be said about the letter as it stands."""
        if self._sheet is None or self._fields is None:
            return
        self.lint = letters.check_reply(self._sheet, self.letter.value(), self._fields)
        self._show_lint(self.lint)
        self.lawyer.show_letter(self._fields, self.letter.value())
        blocked = bool(self.lint.blocks)
        self.send.allow(not blocked, self.lint.blocks[0].say if blocked else "")
        self.kept.emit(self.mirror.value(), self.letter.value() if self._by_hand else "")

    def _on_lawyer(self) -> None:
        if self._sheet is None:
            return
        body = self.letter.value()
        note = partial(note_reading, complaint_id=self._sheet.complaint_id, body=body)
        self.context.runner.write(note, partial(self._on_read, body), owner=self)

    def _on_read(self, body: str, _noted: object) -> None:
        if self._sheet is not None:
            self._sheet = replace(self._sheet, fields=read_too(self._sheet.fields, body))
            self._compose()
            self.check_now()

    def _show_lint(self, lint: Lint) -> None:
        show_findings(self.context, self.findings, lint, ITEMS)
        self.words.show_text(say("{n} words", n=lint.words))

    # Sending -------------------------------------------------------------------------------------

    def _on_send(self) -> None:
        self._pause.stop()
        self._compose()
        self.check_now()
        if self.lint is None or self.lint.blocks:
            self.mirror.setFocus()
            return
        self.send.setEnabled(False)
        self.send_requested.emit(
            self.channel.value(), self.letter.value(), self.mirror.value(), self.promise_at()
        )

    def take_error(self, error: UserError) -> bool:
        """Beside its field."""
        self.send.setEnabled(True)
        field = {"mirror": self.mirror, "due_at": self.when, "channel": self.channel}.get(
            error.field or ""
        )
        if field is None:
            return False
        field.show_error(error.say)
        field.setFocus()
        return True


class LawyerCheck(Check):
    """Ticked: a lawyer has read the letter as it stands. A word changed, and it is to be read."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("A lawyer has read the letter as it stands"))
        self.hide()

    def show_letter(self, fields: ReplyFields, body: str) -> None:
        """Whether this text has been read; hidden where no court was mentioned."""
        read = digest(body) in fields.read_by_lawyer
        self.blockSignals(True)
        self.setChecked(read)
        self.blockSignals(False)
        self.setEnabled(not read)
        self.setVisible(fields.careful)


def read_too(fields: ReplyFields, body: str) -> ReplyFields:
    """The fields, now that this text has been read as well."""
    return replace(fields, read_by_lawyer=fields.read_by_lawyer | {digest(body)})


def show_findings(
    context: Context, box: QVBoxLayout, lint: Lint, items: tuple[tuple[str, Say], ...]
) -> None:
    """The items a letter must hold, then what is to be said about it, the gravest first."""
    clear(box)
    for name, words in items:
        there = getattr(lint.items, name)
        icon = Icon(
            context, "check" if there else "close", size=16,
            ink="success" if there else "danger",
        )  # fmt: skip
        said = words if there else say("{item}: missing", item=words)
        box.addLayout(row(icon, Label(context, said, kind="caption"), None))
    names = {name for name, _ in items}
    for finding in [f for f in lint.findings if f.code not in names][:_SHOWN]:
        block = finding.level is Level.BLOCK
        icon = Icon(
            context, "error" if block else "warning", size=16,
            ink="danger" if block else "warning",
        )  # fmt: skip
        line = row(gap=8)
        line.addWidget(icon)
        line.addWidget(Label(context, finding.say, kind="caption", wrap=True), 1)
        box.addLayout(line)
    box.addStretch(1)
