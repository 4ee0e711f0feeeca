"""Settings: the way to the journal of one's own vault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vipdesk.ui.context import Link
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.labels import Body
from vipdesk.vocabulary import Role
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class JournalCard(Card):
    """In a team the auditor has a section for it; who guests come from sees none."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Journal"))
        line = row(gap=12)
        sentence = say("Who did what and when. Nothing in it can be changed without a trace.")
        line.addWidget(Body(context, sentence, wrap=True), 1)
        self.button = Button(context, say("Open the journal"), icon="document", on=self._on_open)
        line.addWidget(self.button)
        self.body.addLayout(line)
        staff = context.staff
        allowed = staff is None or staff.role is not Role.COORDINATOR
        if not (context.folder and allowed):
            self.hide()  # never shown before it has a parent

    def _on_open(self) -> None:
        self.context.open(Link("own_journal"))
