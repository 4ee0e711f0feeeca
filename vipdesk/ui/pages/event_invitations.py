"""The tab of what went to whom: each message, when, and exactly what it said; reminders."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import invitation_log
from vipdesk.events.invitation_log import SentRow, SentWords
from vipdesk.ui.dialogs.words_view import WordsView
from vipdesk.ui.pages.event_parts import CHANNEL_ICONS
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, EmptyState, Tone, column, row
from vipdesk.vocabulary import OutboxState, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.pages.event_tabs import EventWhole

_TONES = {
    OutboxState.SENT: Tone.SUCCESS,
    OutboxState.FAILED: Tone.DANGER,
    OutboxState.REVIEW: Tone.WARNING,
    OutboxState.HELD: Tone.WARNING,
}


class EventInvitations(QWidget):
    """Messages at the left, the chosen one as the guest sees it at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._event_id: UUID | None = None
        self._build()

    def _build(self) -> None:
        context = self._context
        self.remind_button = Button(context, say("Remind…"), icon="clock", on=self._on_remind)
        self.slip_button = Button(context, say("Enter a reply slip…"), icon="letter",
                                  on=self._on_slip)  # fmt: skip
        self.count = Caption(context, "", ink="text2")
        columns: tuple[Column[SentRow], ...] = (
            Column(say("Guest"), self._name, width=200, stretch=True, second=_second, icon=_icon),
            Column(say("When"), self._when, width=124),
            Column(say("State"), _state, width=160, badge=_tone, tip=_problem, firm=True),
        )
        self.table = Table(context, say("What went to whom"), columns, key=_key)
        self.table.chosen.connect(self._on_chosen)
        self.view = WordsView(context)
        self.view.setMinimumWidth(280)
        self.empty = EmptyState(
            context, say("Nobody is invited yet."), icon="send",
            hint=say("What each guest gets stands here, word by word, as soon as it is sent."),
        )  # fmt: skip
        inside = QWidget()
        both = row(gap=16)
        both.addWidget(self.table, 6)
        both.addWidget(self.view, 5)
        inside.setLayout(both)
        self.inside = inside
        self.stack = QStackedWidget()
        self.stack.addWidget(inside)
        self.stack.addWidget(self.empty)
        box = column(row(self.count, None, self.slip_button, self.remind_button, gap=8), gap=8)
        box.addWidget(self.stack, 1)
        self.setLayout(box)
        may = context.may("insert", "reply")
        self.slip_button.setVisible(may)
        self.remind_button.setVisible(context.may("update", "invitation"))

    def show_event(self, whole: EventWhole) -> None:
        """Ask for the messages of this event."""
        self._event_id = whole.card.row.id
        ask = partial(invitation_log.list_sent, event_id=self._event_id)
        self._context.runner.read(ask, self._show, owner=self, topic="sent")

    def _show(self, rows: tuple[SentRow, ...]) -> None:
        chosen = self.table.chosen_row()
        self.table.show_rows(rows)
        self.stack.setCurrentWidget(self.inside if rows else self.empty)
        guests = len({r.client_id for r in rows})
        self.count.show_text(
            say("Messages: {count}, to guests: {guests}", count=len(rows), guests=guests)
            if rows
            else ""
        )
        self.remind_button.allow(bool(rows), say("Nobody is invited yet."))
        if rows and chosen is None:
            self.table.choose_first()

    def _on_chosen(self, chosen: SentRow | None) -> None:
        if chosen is None:
            return
        ask = partial(invitation_log.get_sent, message_id=chosen.id)
        self._context.runner.read(ask, self._on_words, owner=self, topic="words")

    def _on_words(self, words: SentWords) -> None:
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        self.view.show_words(
            words.subject or self._name(chosen),
            self._context.format.masked(words.address.replace("\n", ", ")),
            html=words.html,
            text=words.text,
            pdf=words.pdf,
        )

    def _on_remind(self) -> None:
        from vipdesk.ui.dialogs.remind_dialog import RemindDialog

        if self._event_id is not None:
            RemindDialog(self._context, self._event_id, self).open()

    def _on_slip(self) -> None:
        from vipdesk.ui.dialogs.remind_dialog import SlipDialog

        SlipDialog(self._context, self).open()

    def _name(self, shown: SentRow) -> str:
        return display_name(shown.name, self._context.words.lang)

    def _when(self, shown: SentRow) -> str:
        return self._context.format.moment_short(shown.at)


def _key(shown: SentRow) -> UUID:
    return shown.id


def _second(shown: SentRow) -> Say:
    if shown.number > 1:
        return say(
            "{channel} · message {number}", channel=label(shown.channel), number=shown.number
        )
    return label(shown.channel)


def _icon(shown: SentRow) -> str:
    return CHANNEL_ICONS[shown.channel]


def _state(shown: SentRow) -> Say:
    return label(shown.state)


def _tone(shown: SentRow) -> Tone:
    return _TONES.get(shown.state, Tone.NEUTRAL)


def _problem(shown: SentRow) -> Text:
    return shown.problem or label(shown.state)
