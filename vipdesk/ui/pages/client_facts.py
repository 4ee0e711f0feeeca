"""The facts tab of a client: what is known, who heard it, how old it is, what to ask next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients import facts
from vipdesk.clients.questions import Question, next_question
from vipdesk.clients.rows import FactRow, Freshness
from vipdesk.clients.sight import SPECIAL
from vipdesk.ui.pages.client_brief_words import spoken_lang
from vipdesk.ui.pages.client_words import FRESHNESS_TONES, fact_age
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, Card, EmptyState, Subtitle, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Confidence, label
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context

Text = Say | str


class ClientFacts(QWidget, Speaking):
    """One question for the next talk, then the facts; the stale ones are grey and come last."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.question: Question | None = None
        self._make_question()
        self._make_table()
        self.empty = EmptyState(
            context, say("Nothing yet. Note what you hear and where it came from."), icon="note",
            action=say("Note a fact"), on=self.add,
        )  # fmt: skip
        self._make_buttons()
        known = QWidget()
        inside = column(self._tools, gap=8)
        inside.addWidget(self.table, 1)
        known.setLayout(inside)
        self._states = QStackedWidget()
        self._states.addWidget(known)
        self._states.addWidget(self.empty)
        box = column(self.asking, gap=12)
        box.addWidget(self._states, 1)
        self.setLayout(box)
        self._on_chosen(None)

    def _make_question(self) -> None:
        context = self.context
        self.asking = Card(context, padding=12)
        self.said = Subtitle(context, "", wrap=True)
        self.about = Caption(context, "", ink="text2", wrap=True)
        self.still = Button(context, say("Still true"), icon="check", on=self._on_answer_same)
        self.other = Button(context, say("Changed…"), icon="edit", on=self._on_answer_other)
        words = column(
            Caption(context, say("Worth asking at the next talk"), ink="text3"),
            self.said, self.about, gap=2,
        )  # fmt: skip
        line = row(gap=8)
        line.addLayout(words, 1)
        line.addWidget(self.still)
        line.addWidget(self.other)
        self.asking.add(line)
        self.asking.hide()

    def _make_table(self) -> None:
        context = self.context
        self.table = Table(
            context,
            say("What is known"),
            (
                Column(
                    say("What is known"), lambda f: f.text, width=260, stretch=True,
                    second=lambda f: label(f.kind), tip=lambda f: f.text, ink=_ink,
                    icon=lambda f: "lock" if f.kind in SPECIAL else "",
                ),
                Column(
                    say("Where from"), lambda f: f.source, width=170, ink=_ink,
                    second=lambda f: f.heard_by.shown(context.settings.lang),
                    tip=lambda f: f.source,
                ),
                Column(say("Certainty"), lambda f: label(f.confidence), width=134, ink=_ink),
                Column(
                    say("Noted"), lambda f: context.format.date(f.noted_on), width=126, ink=_ink
                ),
                Column(
                    say("Age"), fact_age, width=108, badge=lambda f: FRESHNESS_TONES[f.freshness]
                ),
                Column(
                    say("Ask again"), lambda f: context.format.date(f.review_on), width=132,
                    ink=_ink,
                ),
            ),
        )  # fmt: skip
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)

    def _make_buttons(self) -> None:
        context = self.context
        self.add_button = Button(context, say("Note a fact"), icon="plus", on=self.add)
        self.correct_button = Button(context, say("Correct…"), icon="edit", on=self.correct)
        self.confirm_button = Button(context, say("Still true"), icon="check", on=self.confirm)
        self.end_button = Button(context, say("No longer true"), icon="close", on=self.end)
        self._tools = row(
            self.add_button, self.correct_button, self.confirm_button, self.end_button, None
        )
        self._delete = QShortcut(QKeySequence.StandardKey.Delete, self.table)
        self._delete.activated.connect(self.end)
        may = context.may
        if not may("insert", "fact"):
            self.add_button.forbid()
        if not may("update", "fact"):
            for button in (self.correct_button, self.confirm_button, self.end_button):
                button.forbid()

    # Showing -----------------------------------------------------------------------------------

    def show_client(self, card: ClientCard) -> None:
        """The facts came with the client."""
        self.card = card
        self.table.show_rows(card.facts)
        self._states.setCurrentIndex(0 if card.facts else 1)
        self._on_chosen(self.table.chosen_row())
        self._show_question(next_question(card.facts))

    def _show_question(self, question: Question | None) -> None:
        self.question = question
        self.asking.setVisible(question is not None)
        if question is None or self.card is None:
            return
        # As it is said to the client: in the client's language, not in the reader's.
        spoken = Words(spoken_lang(self.card), self.context.words.folder)
        self.said.show_text(say("“{question}”", question=spoken(question.said)))
        fact = question.fact
        parts: tuple[Text, ...] = (
            fact.text.rstrip("."),
            fact_age(fact),
            fact_origin(fact, self.context),
        )
        self.about.show_text(say("{parts}", parts=tuple(p for p in parts if p)))

    def _on_chosen(self, chosen: Any) -> None:
        for button in (self.correct_button, self.confirm_button, self.end_button):
            button.allow(chosen is not None, say("Choose a fact."))

    # Doing -------------------------------------------------------------------------------------

    def add(self) -> None:
        """The sheet of a new fact."""
        from vipdesk.ui.dialogs.profile_dialogs import FactDialog

        if self.card is not None:
            FactDialog(self.context, self.card.id, self).open()

    def correct(self) -> None:
        """The sheet of the chosen fact."""
        self._correct(self.table.chosen_row())

    def confirm(self) -> None:
        """The client said so again."""
        self._confirm(self.table.chosen_row())

    def end(self) -> None:
        """No longer true: kept, not shown."""
        chosen: FactRow | None = self.table.chosen_row()
        if chosen is not None and self.end_button.isEnabled():
            self.context.runner.write(
                partial(facts.end_fact, fact_id=chosen.id),
                owner=self,
                said=say("The fact is no longer shown."),
                undo=facts.reopen_fact,
            )

    def _correct(self, fact: FactRow | None) -> None:
        from vipdesk.ui.dialogs.profile_dialogs import FactDialog

        if fact is not None and self.card is not None and self.context.may("update", "fact"):
            FactDialog(self.context, self.card.id, self, fact=fact).open()

    def _confirm(self, fact: FactRow | None) -> None:
        if fact is not None:
            self.context.runner.write(
                partial(facts.confirm_fact, fact_id=fact.id),
                owner=self,
                said=say("Noted as true today."),
                undo=facts.restore_fact,
            )

    def _on_opened(self, fact: FactRow) -> None:
        self._correct(fact)

    def _on_answer_same(self) -> None:
        if self.question is not None:
            self._confirm(self.question.fact)

    def _on_answer_other(self) -> None:
        if self.question is not None:
            self._correct(self.question.fact)


def fact_origin(fact: FactRow, context: Context) -> Text:
    """'from the client, Maria Orlova'."""
    parts = [p for p in (fact.source, fact.heard_by.shown(context.settings.lang)) if p]
    return say("{parts}", parts=tuple(parts)) if parts else ""


def _ink(fact: FactRow) -> str:
    """Grey where it is not to be relied on: too old, or only guessed."""
    if fact.freshness is Freshness.STALE:
        return "text3"
    return "text2" if fact.confidence is Confidence.GUESS else "text"
