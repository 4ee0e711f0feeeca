"""What a guest chooses, beside a reply: a line for each question of the event."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import choice_words
from vipdesk.ui.widgets import column
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.choice_words import Offer
    from vipdesk.ui.context import Context


class ChoicesAsked(QWidget):
    """Empty and hidden until it is known whose invitation it is, and that there is a choice."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._asked: UUID | None = None
        self.form: Form | None = None
        self._box = column(gap=0)
        self.setLayout(self._box)
        self.hide()

    def ask(self, invitation_id: UUID | None, *, words: str = "") -> None:
        """Show the questions of this guest's event; None: of nobody's."""
        if invitation_id == self._asked:
            return
        self._asked = invitation_id
        self._clear()
        if invitation_id is not None:
            read = partial(choice_words.get_offer, invitation_id=invitation_id, words=words)
            self._context.runner.read(read, self._show, owner=self, topic="choices")

    def option_ids(self) -> tuple[UUID, ...]:
        """What is chosen."""
        values: dict[str, Any] = self.form.values() if self.form is not None else {}
        return tuple(v for v in values.values() if v is not None)

    def _show(self, offer: Offer) -> None:
        self._clear()
        if not offer.options:
            return
        lang, chosen = self._context.words.lang, dict(offer.chosen)
        fields = tuple(
            Field(
                f"choice{place}", answers[0].asked(lang), "choice",
                choices=((None, say("Not said yet")), *((o.id, o.named(lang)) for o in answers)),
                value=chosen.get(question),
            )
            for place, (question, answers) in enumerate(
                (q, tuple(of)) for q, of in groupby(offer.options, key=lambda o: o.question)
            )
        )  # fmt: skip
        rows = tuple(fields[at : at + 2] for at in range(0, len(fields), 2))
        self.form = Form(self._context, rows)
        self._box.addWidget(self.form)
        self.show()

    def _clear(self) -> None:
        if self.form is not None:
            self._box.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        self.hide()
