"""Reminders: to whom they make sense, why not to the others, and exactly what each would get.

And the reply slip of a letter, typed in when it comes back.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import answers, reminders, rsvp
from vipdesk.events.slip import LETTERS
from vipdesk.ui.dialogs.choices_asked import ChoicesAsked
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.invite_dialog import told
from vipdesk.ui.dialogs.words_view import WordsView
from vipdesk.ui.pages.event_parts import CHANNEL_ICONS
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Body, Tone, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import PartStat, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.answers import Answer
    from vipdesk.events.invitation_draft import Draft
    from vipdesk.events.reminders import ReminderRow
    from vipdesk.ui.context import Context, Text


class RemindDialog(Dialog):
    """Who has not answered at the left, what the chosen one would get at the right."""

    def __init__(self, context: Context, event_id: UUID, parent: QWidget) -> None:
        self._event_id = event_id
        self._rows: tuple[ReminderRow, ...] = ()
        super().__init__(
            context, say("Remind"), primary=say("Send reminders"), width=940, parent=parent
        )
        self.primary_button.setEnabled(False)

    def _build(self) -> None:
        context = self.context
        self.form.hide()
        self.summary = Body(context, say("Looking who has not answered…"), ink="text2")
        columns: tuple[Column[Any], ...] = (
            Column(say("Guest"), self._name, width=190, stretch=True, second=self._why,
                   tip=self._why),
            Column(say("Channel"), _channel, width=120, icon=_icon),
            Column(say("Reminder"), _now, width=116, badge=_tone),
        )  # fmt: skip
        self.table = Table(context, say("Guests without an answer"), columns, key=_key)
        self.table.setMinimumHeight(300)
        self.table.chosen.connect(self._on_chosen)
        self.view = WordsView(context)
        both = row(gap=16)
        both.addWidget(self.table, 6)
        both.addWidget(self.view, 5)
        self.body.addWidget(self.summary)
        self.body.addLayout(both, 1)
        ask = partial(reminders.list_reminders, event_id=self._event_id)
        context.runner.read(ask, self._show, owner=self)

    def submit(self) -> None:
        """Send to those to whom it makes sense."""
        ids = tuple(r.client_id for r in self._rows if r.due)
        self.write(
            partial(reminders.remind, event_id=self._event_id, client_ids=ids), said=told_reminders
        )

    def _show(self, rows: tuple[ReminderRow, ...]) -> None:
        self._rows = tuple(sorted(rows, key=lambda r: not r.due))
        self.table.show_rows(self._rows)
        self.table.choose_first()
        due = sum(r.due for r in rows)
        self.summary.show_text(
            say("To be reminded: {due}, left in peace: {rest}.", due=due, rest=len(rows) - due)
            if rows
            else say("Everybody who was told has answered.")
        )
        self.primary_button.allow(due > 0, say("Nobody is to be reminded now."))

    def _on_chosen(self, chosen: ReminderRow | None) -> None:
        if chosen is None:
            return
        name = self._name(chosen)
        if not chosen.due:
            self.view.show_words(name, "", text=chosen.reason or "")
            return
        ask = partial(reminders.preview_reminder, invitation_id=chosen.invitation_id)
        self.context.runner.read(
            ask, self._on_draft, owner=self, failed=self._on_no_draft, topic="reminder"
        )

    def _on_draft(self, draft: Draft) -> None:
        address = self.context.format.masked(draft.address)
        heading = draft.subject or label(draft.channel)
        self.view.show_words(heading, address, html=draft.html, text=draft.text, pdf=draft.pdf)

    def _on_no_draft(self, error: Exception) -> bool:
        self.view.show_words("", "", text=getattr(error, "say", ""))
        return True

    def _name(self, shown: ReminderRow) -> str:
        return display_name(shown.name, self.context.words.lang)

    def _why(self, shown: ReminderRow) -> Text:
        if shown.due and shown.until is not None:
            return say("Leaves {when}", when=self.context.format.moment(shown.until))
        if shown.reason is not None:
            return shown.reason
        return say("Invited {day}", day=self.context.format.moment_short(shown.sent_at))


def told_reminders(outcomes: tuple[Any, ...]) -> Say:
    """One sentence for the message bar."""
    if outcomes and all(o.state is not None and o.until is None for o in outcomes):
        return say("{n} reminders are on their way.", n=len(outcomes))
    return told(outcomes)


def _key(shown: ReminderRow) -> UUID:
    return shown.invitation_id


def _channel(shown: ReminderRow) -> Say:
    return label(shown.channel)


def _icon(shown: ReminderRow) -> str:
    return CHANNEL_ICONS[shown.channel]


def _now(shown: ReminderRow) -> Say:
    if not shown.due:
        return say("Not now")
    return say("At once") if shown.until is None else say("Waiting")


def _tone(shown: ReminderRow) -> Tone:
    if not shown.due:
        return Tone.NEUTRAL
    return Tone.SUCCESS if shown.until is None else Tone.WARNING


_ANSWERS = tuple((p, label(p)) for p in (PartStat.ACCEPTED, PartStat.DECLINED))


class SlipDialog(Dialog):
    """A reply slip that came back: its code names the guest, whoever types it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field(
                "code", say("Code on the slip"), required=True, hint=say("K7F3-Q2MX"),
                help=say("Eight letters and digits at the right of the slip."),
            ),
            (
                Field("partstat", say("Answer"), "choice", choices=_ANSWERS,
                      value=PartStat.ACCEPTED),
                Field("party", say("People, the guest included"), "number", low=1, high=20,
                      value=1),
            ),
            Field("note", say("Note"), "long", lines=2),
        )  # fmt: skip
        super().__init__(context, say("Reply slip"), primary=say("Save"), rows=rows, parent=parent)

    def _build(self) -> None:
        self.whose = Body(self.context, "", ink="text2", wrap=True)
        self.body.insertWidget(1, self.whose)
        self.choices = ChoicesAsked(self.context)
        self.body.addWidget(self.choices)
        self.form.edited.connect(self._on_edited)

    def submit(self) -> None:
        """Count it; the undo takes it back."""
        typed = self.form.values()
        record = partial(
            answers.record_slip_answer, code=typed["code"], partstat=typed["partstat"],
            party=typed["party"], note=typed["note"], option_ids=self.choices.option_ids(),
        )  # fmt: skip
        self.write(record, said=say("The reply is on the guest list."), undo=_remove)

    def _on_edited(self, *_names: object) -> None:
        code = str(self.form.values()["code"] or "")
        if len(code.replace("-", "").replace(" ", "")) < LETTERS:
            self.whose.show_text("")
            self.choices.ask(None)
            return
        ask = partial(rsvp.find_slip, code=code)
        self.context.runner.read(
            ask, self._on_found, owner=self, failed=self._on_unknown, topic="slip"
        )

    def _on_found(self, slip: rsvp.SlipOf) -> None:
        lang = self.context.words.lang
        self.whose.show_text(
            say("{name}: “{title}”", name=display_name(slip.name, lang), title=slip.event(lang))
        )
        self.choices.ask(slip.invitation_id)

    def _on_unknown(self, error: Exception) -> bool:
        self.whose.show_text(getattr(error, "say", ""))
        self.choices.ask(None)
        return True


def _remove(desk: Any, answer: Answer) -> None:
    answers.take_back_answer(desk, answer)
