"""One gentle question above a client's tabs: Mr or Ms? Asked, never guessed; it can wait."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from vipdesk.clients import name_forms
from vipdesk.ui.widgets import Body, Button, Icon, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Gender
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access import Desk
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context


class GenderQuestion(QFrame, Speaking):
    """Not there where the answer is known, where it was put off, and for who may not answer."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.setProperty("kind", "card")
        self.card: ClientCard | None = None
        self.words = Body(
            context, say("How should letters address this client?"), ink="text2", wrap=True
        )
        self.him = Button(context, say("As a man"), on=self._on_him)
        self.her = Button(context, say("As a woman"), on=self._on_her)
        self.later = Button(context, say("Ask later"), kind="link", on=self._on_later)
        line = row(Icon(context, "help"), gap=8, margin=8)
        line.addWidget(self.words, 1)
        for button in (self.him, self.her, self.later):
            line.addWidget(button)
        self.setLayout(line)
        self.hide()

    def show_client(self, card: ClientCard) -> None:
        """Only where the answer is not known is anything read."""
        self.card = card
        may = self.context.may("update", "client") and card.restricted_at is None
        if card.fields.gender is not None or not may:
            self.hide()
            return
        read = partial(name_forms.asks_gender, client_id=card.id)
        self.context.runner.read(read, self.setVisible, owner=self, topic="question")

    def _on_him(self) -> None:
        self._answer(Gender.MALE)

    def _on_her(self) -> None:
        self._answer(Gender.FEMALE)

    def _answer(self, gender: Gender) -> None:
        if self.card is not None:
            note = partial(name_forms.note_gender, client_id=self.card.id, gender=gender)
            self.context.runner.write(
                note, owner=self, said=say("Noted."), undo=partial(_unnote, self.card.id)
            )

    def _on_later(self) -> None:
        if self.card is not None:
            later = partial(name_forms.ask_gender_later, client_id=self.card.id)
            self.hide()
            self.context.runner.write(
                later, owner=self, said=say("Asked again in a month."),
                undo=partial(_ask_now, self.card.id),
            )  # fmt: skip


def _unnote(client_id: UUID, desk: Desk, before: Gender | None) -> None:
    name_forms.note_gender(desk, client_id, before)


def _ask_now(client_id: UUID, desk: Desk, _result: object) -> None:
    name_forms.ask_gender_now(desk, client_id)
