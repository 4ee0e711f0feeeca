"""The complaints tab of a client, for those whom the rights let read the private track.

Nobody else has the tab. Who has it sees the cases they may see: one that is kept from them is
not there, and nothing tells that there is one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.complaints.cases import list_complaints
from vipdesk.ui.context import Link
from vipdesk.ui.pages.complaint_cards import severity_tone, state_tone
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import EmptyState, Tone, column
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard
    from vipdesk.complaints.cases import ComplaintRow
    from vipdesk.ui.context import Context


class ClientComplaints(QWidget, Speaking):
    """Open and closed ones; Enter opens the case."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.table = Table(
            context,
            say("Complaints"),
            (
                Column(say("Number"), lambda c: c.number, width=120, badge=lambda _: Tone.PRIVATE),
                Column(say("On what"), lambda c: label(c.category), width=200, stretch=True),
                Column(
                    say("Severity"), lambda c: label(c.severity), width=110,
                    badge=lambda c: severity_tone(c.severity),
                ),
                Column(
                    say("State"), lambda c: label(c.state), width=170,
                    badge=lambda c: state_tone(c.state),
                ),
                Column(say("Received"), lambda c: context.format.day(c.received_at), width=130),
                Column(
                    say("Owner"), lambda c: c.owner_name.shown(context.settings.lang), width=150
                ),
            ),
        )  # fmt: skip
        self.none = EmptyState(context, say("No complaint that is yours to see."), icon="lock")
        self.hidden = EmptyState(
            context, say("Complaints are hidden while somebody else looks at the screen."),
            icon="eye-off",
        )  # fmt: skip
        self._states = QStackedWidget()
        for state in (self.table, self.none, self.hidden):
            self._states.addWidget(state)
        box = column(gap=0)
        box.addWidget(self._states, 1)
        self.setLayout(box)
        self.table.opened.connect(self._on_opened)
        context.presenting_changed.connect(self._on_presenting)

    def show_client(self, card: ClientCard) -> None:
        """Read the cases; what stood there of another client goes first."""
        if self.card is None or self.card.id != card.id:
            self.table.show_rows(())
        self.card = card
        read = partial(list_complaints, live_only=False, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="complaints")

    def _show(self, found: tuple[ComplaintRow, ...]) -> None:
        self.table.show_rows(sorted(found, key=lambda c: c.received_at, reverse=True))
        self._on_presenting()

    def _on_presenting(self) -> None:
        shown = self.table if self.table.count else self.none
        self._states.setCurrentWidget(self.hidden if self.context.presenting else shown)

    def _on_opened(self, chosen: Any) -> None:
        self.context.open(Link("complaint", chosen.id))
