"""Beside the people of a client: whom they want to meet, and who was introduced (CL-12)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.clients import introduced
from vipdesk.clients.names import full_name
from vipdesk.ui.context import Link
from vipdesk.ui.widgets import Body, Button, Caption, Card, IconButton, column, row
from vipdesk.ui.widgets.card import clear
from vipdesk.wording import Say, Who, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.clients.introduced import IntroductionRow
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context


class ClientIntroductions(Card):
    """A line for each wish: whom, how far it has come, what came of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, say("Acquaintances wished for"), parent=parent)
        self.client: ClientCard | None = None
        self.rows: tuple[IntroductionRow, ...] = ()
        self.add_button = Button(context, say("Add a wish"), icon="plus", on=self.new)
        if self.heading is not None:
            self.heading.addWidget(self.add_button)
        self._lines = column(gap=8)
        self.add(self._lines)
        if not context.may("insert", "introduction"):
            self.add_button.forbid()
        self.setVisible(context.may("select", "introduction"))

    def show_rows(self, client: ClientCard, rows: tuple[IntroductionRow, ...]) -> None:
        """What was read with the circle."""
        self.client, self.rows = client, rows
        clear(self._lines)
        for place, one in enumerate(rows):
            self._lines.addLayout(self._line(place, one))
        if not rows:
            said = say("Ask whom the client would like to meet. Both sides are asked first.")
            self._lines.addWidget(Body(self.context, said, ink="text2", wrap=True))

    def new(self) -> None:
        """The sheet of a new wish."""
        self._open(None)

    def _open(self, one: IntroductionRow | None) -> None:
        from vipdesk.ui.dialogs.introduction_dialog import IntroductionDialog

        if self.client is not None:
            f = self.client.fields
            name = Who(full_name(f.surname, f.given, f.patronymic), f.latin_name)
            IntroductionDialog(self.context, self.client.id, name, self, row=one).open()

    def _line(self, place: int, one: IntroductionRow) -> Any:
        context = self.context
        words = column(gap=0)
        words.addWidget(Body(context, self._title(one), wrap=True))
        words.addWidget(Caption(context, one.said, ink="text2", wrap=True))
        if one.fields.outcome:
            words.addWidget(Caption(context, one.fields.outcome, ink="text2", wrap=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        buttons = []
        if context.may("update", "introduction"):
            buttons.append(IconButton(context, "edit", say("Carry on"), on=self._on_edit))
        if one.other_id is not None:
            buttons.append(
                IconButton(context, "chevron-right", say("Open the profile"), on=self._on_visit)
            )
        if one.is_own and context.may("delete", "introduction"):
            buttons.append(IconButton(context, "close", say("Remove"), on=self._on_remove))
        for button in buttons:
            button.setProperty("place", place)
            line.addWidget(button)
        return line

    def _title(self, one: IntroductionRow) -> Say | str:
        name = one.other.shown(self.context.settings.lang)
        if not one.is_own:
            return say("{name} wants to meet this client", name=name)
        wanted = one.fields.wanted
        return say("{name}: {wanted}", name=name, wanted=wanted) if name and wanted else (
            name or wanted
        )  # fmt: skip

    def _sender_row(self) -> IntroductionRow | None:
        button = self.sender()
        place = button.property("place") if button is not None else None
        return self.rows[place] if isinstance(place, int) else None

    def _on_edit(self) -> None:
        if (one := self._sender_row()) is not None:
            self._open(one)

    def _on_visit(self) -> None:
        one = self._sender_row()
        if one is not None and one.other_id is not None:
            self.context.open(Link("client", one.other_id, "people"))

    def _on_remove(self) -> None:
        if (one := self._sender_row()) is not None:
            self.context.runner.write(
                partial(introduced.remove_introduction, introduction_id=one.id), owner=self,
                said=say("Removed."), undo=partial(_put_back, one.id),
            )  # fmt: skip


def _put_back(row_id: UUID, desk: Any, kept: Any) -> None:
    introduced.add_introduction(desk, kept[0], kept[1], introduction_id=row_id)
