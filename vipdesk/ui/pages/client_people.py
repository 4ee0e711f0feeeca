"""The people tab of a client: household, circle, staff, and whom to keep apart.

Beside the list stands what `client_circle` shows: the picture, who can introduce, what follows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients.people import get_person_fields
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_circle import ClientCircle
from vipdesk.ui.pages.client_deeds import add_part, remove_part
from vipdesk.ui.pages.client_words import person_words
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    Icon,
    IconButton,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PersonKind, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.clients.people import PersonFields
    from vipdesk.clients.rows import ClientCard, PersonRow
    from vipdesk.ui.context import Context

_KIND_TONES = {
    PersonKind.HOUSEHOLD: Tone.NEUTRAL,
    PersonKind.CIRCLE: Tone.NEUTRAL,
    PersonKind.STAFF: Tone.INFO,
    PersonKind.FRICTION: Tone.DANGER,
}


class ClientPeople(QWidget, Speaking):
    """A card for each kind; `beside` is the column at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.add_button = Button(context, say("Add somebody"), icon="plus", on=self.add)
        self._rows = column(gap=8)
        self.people = Card(context, say("People around"))
        if self.people.heading is not None:
            self.people.heading.addWidget(self.add_button)
        self.people.add(self._rows)
        self.circle = ClientCircle(context)
        self.beside = column(self.circle, gap=16)
        inside = QWidget()
        both = row(gap=16)
        both.addLayout(column(self.people, None, gap=16), 1)
        both.addLayout(self.beside, 1)
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside))
        self.setLayout(box)
        if not context.may("insert", "person_around"):
            self.add_button.forbid()

    def show_client(self, card: ClientCard) -> None:
        """The people came with the client."""
        self.card = card
        self.circle.show_client(card)
        clear(self._rows)
        for person in card.people:
            self._rows.addLayout(self._person_line(person))
        if not card.people:
            sentence = say("Nobody is noted yet: household, assistant, friends.")
            self._rows.addWidget(Body(self.context, sentence, ink="text2", wrap=True))

    def add(self) -> None:
        """The sheet of somebody new."""
        if self.card is not None:
            add_part(self.context, self.card, "person", self)

    def _person_line(self, person: PersonRow) -> Any:
        context = self.context
        line = row(Icon(context, "person"), gap=8)
        words = column(gap=0)
        words.addWidget(Body(context, person.who.shown(context.settings.lang), elide=True))
        parts: list[Any] = [person_words(person)]
        if person.phone:
            parts.append(context.format.phone(person.phone))
        words.addWidget(
            Caption(context, say("{parts}", parts=tuple(parts)), ink="text2", elide=True)
        )
        line.addLayout(words, 1)
        if person.may_act:
            line.addWidget(Badge(context, say("may answer"), Tone.SUCCESS))
        if person.kind in {PersonKind.FRICTION, PersonKind.STAFF}:
            line.addWidget(Badge(context, label(person.kind), _KIND_TONES[person.kind]))
        if person.client_id is not None:
            visit = IconButton(
                context, "chevron-right", say("Open the profile"), on=self._on_person
            )
            visit.setProperty("client", str(person.client_id))
            line.addWidget(visit)
        if context.may("update", "person_around"):
            edit = IconButton(context, "edit", say("Change the relation"), on=self._on_edit)
            edit.setProperty("row", str(person.id))
            line.addWidget(edit)
        if person.there:
            away = IconButton(context, "close", say("Remove this person"), on=self._on_remove)
            away.setProperty("row", str(person.id))
            line.addWidget(away)
        return line

    def _on_edit(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            row_id = UUID(str(button.property("row")))
            read = partial(get_person_fields, person_id=row_id, seen_from=self.card.id)
            self.context.runner.read(read, partial(self._edit, row_id), owner=self, topic="edge")

    def _edit(self, row_id: UUID, base: PersonFields) -> None:
        from vipdesk.ui.dialogs.people_dialogs import EdgeDialog

        if self.card is not None:
            EdgeDialog(self.context, self.card.id, self, person_id=row_id, base=base).open()

    def _on_remove(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            row_id = UUID(str(button.property("row")))
            remove_part(self.context, self.card.id, "person", row_id, self)

    def _on_person(self) -> None:
        button = self.sender()
        if button is not None:
            self.context.open(Link("client", UUID(str(button.property("client")))))
