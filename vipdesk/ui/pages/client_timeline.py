"""The timeline tab of a client: everything between the club and the client, the newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.timeline import list_timeline
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_words import entry_icon, entry_second, entry_words
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Body, Card, column
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard
    from vipdesk.clients.timeline import Entry
    from vipdesk.ui.context import Context


class ClientTimeline(QWidget, Speaking):
    """A table of entries; the chosen one is read in full below."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.table = Table(
            context,
            say("Timeline"),
            (
                Column(say("When"), lambda e: context.format.day(e.at), width=130),
                Column(
                    say("What"),
                    lambda e: entry_words(e, context.settings.lang),
                    width=400,
                    stretch=True,
                    second=lambda e: entry_second(e, context.settings.lang),
                    icon=entry_icon,
                ),
            ),
            key=lambda e: (e.kind, e.id),
        )
        self.reading = Body(context, "", wrap=True, selectable=True)
        self.reading_card = Card(context)
        self.reading_card.add(self.reading)
        self.reading_card.hide()
        box = column(gap=8)
        box.addWidget(self.table, 1)
        box.addWidget(self.reading_card)
        self.setLayout(box)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)

    def show_client(self, card: ClientCard) -> None:
        """Read the newest entries."""
        read = partial(list_timeline, client_id=card.id, limit=200)
        self.context.runner.read(read, self._show, owner=self, topic="timeline")

    def _show(self, entries: tuple[Entry, ...]) -> None:
        self.table.show_rows(entries)

    def _on_chosen(self, entry: Any) -> None:
        self.reading_card.setVisible(entry is not None)
        if entry is not None:
            self.reading.show_text(entry_words(entry, self.context.settings.lang))

    def _on_opened(self, entry: Any) -> None:
        kinds = {"invited": "event", "answered": "event", "came": "event", "missed": "event"}
        kind = kinds.get(str(entry.kind), "card" if str(entry.kind) == "card" else "")
        if kind:
            self.context.open(Link(kind, entry.id))
