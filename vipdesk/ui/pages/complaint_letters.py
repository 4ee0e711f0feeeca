"""The tab of a case's letters: news, a new date, the answer, the last word, a week later, thanks.

One draft is shown as mail and letter, as a short message and as what is said on the phone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from vipdesk.complaints import drafts, letter_engine, letter_paper, letter_sending, letter_sheets
from vipdesk.complaints.legal_reading import note_reading
from vipdesk.complaints.letter_kinds import PLANS, LetterKind, Typed
from vipdesk.complaints.letter_sheets import LetterSheet, SentLetter
from vipdesk.ui.pages.complaint_reply_card import (
    ITEMS,
    LawyerCheck,
    LetterEditor,
    read_too,
    show_findings,
)
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    Choice,
    Field,
    FormField,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Channel, label
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import ComplaintCase
    from vipdesk.complaints.letter_engine import Draft, LetterFields
    from vipdesk.complaints.letter_lint import Lint
    from vipdesk.complaints.letters import SentReply
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context

_PAUSE_MS = 250
_DRAFT = "complaint.letter"
_ALL: tuple[Typed, ...] = tuple({t.name: t for p in PLANS.values() for t in p.typed}.values())
_MAIL, _SMS, _PHONE = "mail", "sms", "phone"


@dataclass(frozen=True, slots=True)
class Read:
    """What the tab reads at once."""

    sheet: LetterSheet
    draft: dict[str, Any]


def read_letters(desk: Any, *, complaint_id: UUID, lang: Lang | None) -> Read:
    """The sheet and what was typed and not sent yet."""
    return Read(
        letter_sheets.letter_sheet(desk, complaint_id, lang=lang),
        dict(drafts.get_draft(desk, _DRAFT, object_id=complaint_id)),
    )


class ComplaintLetters(QWidget, Speaking):
    """Writes the letters after the first reply."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.case: ComplaintCase | None = None
        self.sheet: LetterSheet | None = None
        self.fields: LetterFields | None = None
        self.draft: Draft | None = None
        self.lint: Lint | None = None
        self._by_hand = False
        self._kept: dict[str, Any] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.check_now)
        self._build()
        context.locking.connect(self._on_locking)

    def _build(self) -> None:
        context = self.context
        self.none = Body(context, "", wrap=True, ink="text2")
        self.kind = Choice(context, name=say("Which letter"))
        self.lang = Choice(
            context, ((Lang.RU, say("In Russian")), (Lang.EN, say("In English"))),
            name=say("Language of the letter"),
        )  # fmt: skip
        self.channel = FormField(context, Field("channel", say("How you give it"), "choice"))
        self.when = FormField(context, Field("due_at", say("Answer by"), "moment"))
        self.given = FormField(
            context,
            Field("compensation", say("What was decided on compensation, or none and why")),
        )
        self.typed = {
            t.name: FormField(context, Field(t.name, t.label, "long", lines=t.lines)) for t in _ALL
        }
        self.shape = Choice(
            context,
            ((_MAIL, say("Mail and letter")), (_SMS, say("Short message")),
             (_PHONE, say("On the phone"))),
            name=say("Shape of the letter"),
        )  # fmt: skip
        self.letter = LetterEditor()
        self.other = Body(context, "", wrap=True)
        self.words = Caption(context, "", ink="text2")
        self.lawyer = LawyerCheck(context)
        self.lawyer.edited.connect(self._on_lawyer)
        self.findings = column(gap=6)
        self.anew = Button(
            context, say("Compose again"), kind="link", icon="refresh", on=self._on_anew
        )
        self.paper = Button(context, say("Save as PDF…"), icon="document", on=self._on_paper)
        self.send = Button(context, say("Send"), kind="primary", icon="send", on=self._on_send)
        self.before = Card(context, say("Letters of this case"))
        self._sent = column(gap=8)
        self.before.body.addLayout(self._sent)
        self._lay_out()
        self.kind.edited.connect(self._on_kind)
        self.lang.edited.connect(self.reload)
        self.shape.edited.connect(self._show_shape)
        self.channel.edited.connect(self._name_send)
        for field in (*self.typed.values(), self.when, self.given):
            field.edited.connect(self._on_edited)
        self.letter.edited.connect(self._on_letter)
        self.restyle()
        self.respeak()

    def _lay_out(self) -> None:
        self.writing = Card(self.context, say("Write a letter"))
        side = QWidget()
        side.setFixedWidth(self.context.look.px(216))
        side.setLayout(self.findings)
        top = row(gap=12)
        top.addWidget(self.kind, 2)
        top.addWidget(self.lang, 1)
        top.addWidget(self.shape, 1)
        ends = row(gap=12)
        ends.addWidget(self.when, 1)
        ends.addWidget(self.channel, 1)
        both = row(gap=16)
        left = column(self.letter, self.other, row(self.words, None, self.anew), gap=4)
        both.addLayout(left, 1)
        both.addWidget(side)
        self.writing.body.addLayout(top)
        self.writing.body.addLayout(column(*self.typed.values(), self.given, gap=8))
        self.writing.body.addLayout(ends)
        self.writing.body.addLayout(both)
        self.writing.body.addWidget(self.lawyer)
        self.writing.body.addLayout(row(None, self.paper, self.send))
        inside = QWidget()
        inside.setLayout(column(self.none, self.writing, self.before, None, gap=16))
        whole = column(gap=0)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def restyle(self) -> None:
        """The letter in the font of the present size."""
        self.letter.setFont(self.context.look.font("body"))

    def respeak(self) -> None:
        """The letter's accessible name in the present language."""
        self.letter.setAccessibleName(self.context.words("The letter"))

    # Reading -------------------------------------------------------------------------------------

    def show_case(self, case: ComplaintCase) -> None:
        """Read the sheet of this case."""
        other = self.case is None or self.case.id != case.id
        self.case = case
        if other:
            self.sheet, self._by_hand = None, False
        self.reload()

    def reload(self) -> None:
        """Read it again, in the chosen language."""
        if self.case is None:
            return
        lang = self.lang.value() if self.sheet is not None else None
        read = partial(read_letters, complaint_id=self.case.id, lang=lang)
        self.context.runner.read(read, self._show, owner=self, topic="letters")

    def _show(self, read: Read) -> None:
        first = self.sheet is None
        offered = str(self.sheet.typed.get("options", "")) if self.sheet is not None else ""
        sheet = self.sheet = read.sheet
        writing = sheet.mine and bool(sheet.kinds) and not sheet.waits
        self.writing.setVisible(writing)
        self.none.setVisible(not writing)
        self.none.show_text(_why_not(sheet))
        self._show_sent(sheet.letters)
        if not writing:
            return
        self.kind.offer(tuple((k, k.label) for k in sheet.kinds))
        if first:
            self._kept = read.draft
            self.lang.set_value(sheet.reply.lang)
            self.kind.set_value(read.draft.get("kind") or sheet.kinds[0])
            self.channel.editor.offer(tuple((c, label(c)) for c in sheet.channels))  # type: ignore[union-attr]
            self.channel.editor.set_value(sheet.channels[0])
            self.when.set_value(sheet.proposal.replace(tzinfo=None))
            known = {**sheet.typed, **read.draft.get("typed", {})}
            for name, field in self.typed.items():
                field.set_value(known.get(name, ""))
        elif str(self.typed["options"].value() or "") in ("", offered):
            # What was offered, in the language chosen now; the author's own words stay.
            self.typed["options"].set_value(sheet.typed.get("options", ""))
        self._name_send()
        self._show_kind()

    def _show_sent(self, letters: tuple[SentLetter, ...]) -> None:
        clear(self._sent)
        self.before.setVisible(bool(letters))
        for x in letters:
            at = self.context.format.moment(x.sent_at or x.made_at)
            said = (
                say("{kind}, {channel}, {at}", kind=x.kind.label, channel=label(x.channel), at=at)
                if x.sent_at
                else say("{kind}, {channel}: on its way", kind=x.kind.label,
                         channel=label(x.channel))
            )  # fmt: skip
            self._sent.addWidget(Body(self.context, said))
            text = Caption(self.context, x.body, wrap=True, ink="text2")
            self._sent.addWidget(text)

    # While it is typed ---------------------------------------------------------------------------

    def _kind_now(self) -> LetterKind:
        value = self.kind.value()
        return LetterKind(value) if value else LetterKind.UPDATE

    def values(self) -> Mapping[str, str]:
        """What the author typed for the present kind."""
        names = PLANS[self._kind_now()].names
        return {name: str(self.typed[name].value() or "") for name in names}

    def promise_at(self) -> datetime:
        """The new date, aware, in the client's zone."""
        typed: datetime = self.when.value()
        return typed.replace(tzinfo=ZoneInfo(self.sheet.zone if self.sheet else "UTC"))

    def _on_kind(self) -> None:
        self._by_hand = False
        self._show_kind()

    def _show_kind(self) -> None:
        plan = PLANS[self._kind_now()]
        for name, field in self.typed.items():
            field.setVisible(name in plan.names)
        self.when.setVisible(plan.dated)
        self.given.setVisible(self._kind_now() is LetterKind.ANSWER)
        self._compose()
        self.check_now()

    def _compose(self) -> None:
        if self.sheet is None:
            return
        self.fields = letter_sheets.fields_for(
            self.sheet, self._kind_now(), self.values(), self.promise_at()
        )
        self.draft = letter_sheets.write_letter(self.fields)
        if not self._by_hand:
            self.letter.blockSignals(True)
            self.letter.set_value(self.draft.body)
            self.letter.blockSignals(False)
        self.anew.setVisible(self._by_hand)
        self._show_shape()

    def _show_shape(self) -> None:
        shape = self.shape.value()
        self.letter.setVisible(shape == _MAIL)
        self.other.setVisible(shape != _MAIL)
        if self.fields is None or self.draft is None or shape == _MAIL:
            return
        if shape == _SMS:
            sms = letter_engine.sms_of(self.fields.kind, self.fields.reply)
            self.other.show_text(sms.text if sms else "")
            return
        words = self.context.words
        lines = letter_engine.script_of(self.fields.reply, self.draft.parts)
        self.other.show_text("\n\n".join(f"{words(x.cue)}\n{x.text}" for x in lines))

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

    def _on_locking(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.check_now()

    def check_now(self) -> None:
        """Say what is to be said about the letter as it stands, and keep what was typed."""
        if self.sheet is None or self.fields is None or not self.sheet.kinds:
            return
        self.lint = letter_sheets.check_letter(self.sheet, self.letter.value(), self.fields)
        needed = tuple(i for i in ITEMS if i[0] in self.fields.plan.items)
        show_findings(self.context, self.findings, self.lint, needed)
        self.lawyer.show_letter(self.fields.reply, self.letter.value())
        self.words.show_text(say("{n} words", n=self.lint.words))
        blocked = self.lint.blocks
        self.send.allow(not blocked, blocked[0].say if blocked else "")
        self.paper.allow(not blocked, blocked[0].say if blocked else "")
        self._keep()

    def _on_lawyer(self) -> None:
        if self.case is None:
            return
        body = self.letter.value()
        note = partial(note_reading, complaint_id=self.case.id, body=body)
        self.context.runner.write(note, partial(self._on_read, body), owner=self)

    def _on_read(self, body: str, _noted: object) -> None:
        if self.sheet is not None:
            self.sheet = replace(self.sheet, reply=read_too(self.sheet.reply, body))
            self._compose()
            self.check_now()

    def _keep(self) -> None:
        typed = {n: f.value() for n, f in self.typed.items() if f.value()}
        values = {"kind": str(self._kind_now()), "typed": typed} if typed else {}
        known = {k: v for k, v in (self.sheet.typed if self.sheet else {}).items() if v}
        if self.case is None or values == self._kept or (not self._kept and typed == known):
            return
        self._kept = values
        keep = partial(drafts.keep_draft, form=_DRAFT, values=values, object_id=self.case.id)
        self.context.runner.write(keep, owner=self)

    # Sending -------------------------------------------------------------------------------------

    def _name_send(self) -> None:
        mail = self.channel.value() is Channel.EMAIL
        self.send.show_text(say("Send") if mail else say("Letter given"))

    def _on_send(self) -> None:
        self._pause.stop()
        self._compose()
        self.check_now()
        if self.case is None or self.lint is None or self.lint.blocks or self.fields is None:
            return
        self.send.setEnabled(False)
        dated = PLANS[self._kind_now()].dated
        send = partial(
            _sent, complaint_id=self.case.id, kind=self._kind_now(), channel=self.channel.value(),
            body=self.letter.value(), typed=self.values(), lang=self.lang.value(),
            promise_at=self.promise_at() if dated else None,
            compensation=str(self.given.value() or ""),
        )  # fmt: skip
        self.context.runner.write(
            send, self._after, owner=self, said=_sent_said, failed=self._on_failed
        )

    def _after(self, _sent_reply: SentReply) -> None:
        self._by_hand, self._kept, self.sheet = False, {}, None
        self.reload()

    def _on_failed(self, error: Exception) -> bool:
        from vipdesk.errors import UserError

        self.send.setEnabled(True)
        return isinstance(error, UserError) and self.take_error(error)

    def take_error(self, error: UserError) -> bool:
        """Beside its field."""
        own = {"due_at": self.when, "channel": self.channel, "compensation": self.given}
        field = own.get(error.field or "") or self.typed.get(error.field or "")
        if field is None:
            return False
        field.show_error(error.say)
        field.setFocus()
        return True

    def _on_paper(self) -> None:
        if self.case is None:
            return
        make = partial(
            letter_paper.letter_pdf_of, complaint_id=self.case.id, body=self.letter.value(),
            lang=self.lang.value(),
        )  # fmt: skip
        self.context.runner.write(make, self._save_paper, owner=self)

    def _save_paper(self, data: bytes) -> None:
        from vipdesk.access.exports import save_file
        from vipdesk.ui.files import save_as

        name = self.context.words("letter.pdf")
        save_as(self, name, lambda path: save_file(Path(path), data))


def _sent(desk: Any, complaint_id: UUID, **letter: Any) -> SentReply:
    sent = letter_sending.send_letter(desk, complaint_id, **letter)
    drafts.drop_draft(desk, _DRAFT, object_id=complaint_id)
    return sent


def _sent_said(sent: SentReply) -> Say:
    if sent.sent:
        return say("The letter is in the case.")
    if sent.waits_until is not None and sent.reason is not None:
        return say("The letter waits until {at}: {reason}", at=sent.waits_until, reason=sent.reason)
    return say("The letter is on its way.")


def _why_not(sheet: LetterSheet) -> Say:
    if not sheet.mine:
        return say("The owner of the case writes its letters.")
    if sheet.waits:
        return say("A letter is on its way: the next one can be written when it has left.")
    return say("The first reply comes first; other letters follow it.")
