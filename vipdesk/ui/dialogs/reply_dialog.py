"""A reply by phone, letter or an assistant is taken down; a doubtful one is decided."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import Name, NameStyle, display_name, in_case
from vipdesk.events import answers
from vipdesk.ui.dialogs.choices_asked import ChoicesAsked
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Card, Strong
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, NameCase, PartStat, ReplySource, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.answers import Answer
    from vipdesk.events.replies import ReviewRow
    from vipdesk.ui.context import Context

_ANSWERS = tuple((p, label(p)) for p in (PartStat.ACCEPTED, PartStat.TENTATIVE, PartStat.DECLINED))
_SOURCES = tuple((s, label(s)) for s in ReplySource)
_BY_CHANNEL = {
    Channel.PHONE: ReplySource.PHONE,
    Channel.LETTER: ReplySource.LETTER,
    Channel.SMS: ReplySource.SMS,
    Channel.MESSENGER: ReplySource.MESSENGER,
}


def _party(most: int, value: int) -> Field:
    return Field(
        "party",
        say("People, the guest included"),
        "number",
        low=1,
        high=20,
        value=max(1, value),
        help=say("People invited: {count}.", count=most),
    )


class ReplyDialog(Dialog):
    """What a guest said, by what way, and who heard it."""

    def __init__(
        self,
        context: Context,
        *,
        invitation_id: UUID,
        name: Name,
        allowance: int,
        channel: Channel,
        parent: QWidget,
    ) -> None:
        self._invitation_id = invitation_id
        source = _BY_CHANNEL.get(channel, ReplySource.PHONE)
        rows: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("partstat", say("Answer"), "choice", choices=_ANSWERS),
                Field("source", say("How it came"), "choice", choices=_SOURCES, value=source),
            ),
            _party(1 + allowance, 1),
            Field(
                "note",
                say("In whose words"),
                "long",
                help=say("The evidence: who said it, and what else was said."),
            ),
        )
        whose = in_case(name, NameCase.GENITIVE, NameStyle.SHORT)
        title = (
            say("Reply of {name} (declined)", name=whose)
            if whose
            else say("Reply of {name}", name=display_name(name, context.words.lang))
        )
        super().__init__(
            context, title, primary=say("Save"), rows=rows, draft=f"reply:{invitation_id}",
            parent=parent,
        )  # fmt: skip

    def _build(self) -> None:
        self.choices = ChoicesAsked(self.context)
        self.choices.ask(self._invitation_id)
        self.body.addWidget(self.choices)

    def submit(self) -> None:
        """Take it down; the undo removes it."""
        typed = self.form.values()
        record = partial(
            answers.record_answer,
            invitation_id=self._invitation_id,
            source=typed["source"],
            partstat=typed["partstat"],
            party=typed["party"],
            note=typed["note"],
            option_ids=self.choices.option_ids(),
        )
        self.write(record, said=say("The reply is on the guest list."), undo=_back)


class DecideDialog(Dialog):
    """What a doubtful reply means: a person decides, and the journal keeps who did."""

    def __init__(
        self,
        context: Context,
        row: ReviewRow,
        *,
        guests: tuple[tuple[UUID, Name], ...],
        most: int,
        parent: QWidget,
    ) -> None:
        """`guests`: (invitation, name) to choose from when nobody knows whose it is."""
        self._reply = row
        lang = context.words.lang
        nothing = (None, say("It means nothing for the list"))
        rows: list[Field | tuple[Field, ...]] = [
            Field(
                "partstat", say("It means"), "choice", choices=(*_ANSWERS, nothing),
                value=row.suggestion,
            ),
            _party(most, row.party),
            Field("note", say("Note"), "long", lines=2),
        ]  # fmt: skip
        if row.invitation_id is None:
            names: tuple[tuple[object, Say | str], ...] = tuple(
                (i, display_name(name, lang)) for i, name in guests
            )
            choices: tuple[tuple[object, Say | str], ...] = (
                (None, say("Not chosen yet")),
                *names,
            )
            rows.insert(0, Field("invitation_id", say("Whose reply"), "choice", choices=choices))
        super().__init__(
            context, say("Decide"), primary=say("Save"), rows=tuple(rows), parent=parent
        )

    def _build(self) -> None:
        """What came, above the question."""
        row = self._reply
        words = Card(self.context)
        if row.name is not None:
            words.add(Strong(self.context, display_name(row.name, self.context.words.lang)))
        words.add(Body(self.context, row.said, ink="text2", wrap=True))
        if row.words:
            words.add(Body(self.context, row.words, wrap=True, selectable=True))
        self.body.insertWidget(0, words)
        self.choices = ChoicesAsked(self.context)
        self.choices.ask(row.invitation_id, words=row.words)
        self.body.addWidget(self.choices)
        self.form.edited.connect(self._on_edited)

    def submit(self) -> None:
        """Decide; the undo puts it back into the queue."""
        typed = self.form.values()
        decide = partial(
            answers.decide_answer,
            reply_id=self._reply.id,
            partstat=typed["partstat"],
            party=typed["party"],
            note=typed["note"],
            invitation_id=typed.get("invitation_id"),
            option_ids=self.choices.option_ids(),
        )
        said: Say = say("Decided.")
        self.write(decide, said=said, undo=_back)

    def _on_edited(self) -> None:
        """Whose reply it is may be known only now."""
        if self._reply.invitation_id is None:
            typed = self.form.values().get("invitation_id")
            self.choices.ask(typed, words=self._reply.words)


def _back(desk: Any, answer: Answer) -> None:
    answers.take_back_answer(desk, answer)
