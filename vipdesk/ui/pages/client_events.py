"""The events tab of a client: where they were asked, what they answered, whether they came."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.timeline import list_client_events
from vipdesk.ui.context import Link
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import EmptyState, Tone, column
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PartStat, label
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard, EventRow
    from vipdesk.ui.context import Context

_ANSWER_TONES = {
    PartStat.ACCEPTED: Tone.SUCCESS,
    PartStat.DECLINED: Tone.NEUTRAL,
    PartStat.TENTATIVE: Tone.WARNING,
    PartStat.DELEGATED: Tone.INFO,
    PartStat.NEEDS_ACTION: Tone.INFO,
}


class ClientEvents(QWidget, Speaking):
    """The coming ones first."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.table = Table(
            context,
            say("Events"),
            (
                Column(say("When"), lambda e: context.format.day(e.starts_at), width=140),
                Column(say("Event"), self._title, width=320, stretch=True, strong=True),
                Column(
                    say("Answer"),
                    lambda e: label(PartStat(e.answer)),
                    width=160,
                    badge=lambda e: _ANSWER_TONES[PartStat(e.answer)],
                ),
                Column(say("Came"), _came, width=110),
            ),
        )
        self.empty = EmptyState(context, say("Not invited to anything yet."), icon="event")
        self.empty.hide()
        box = column(gap=0)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        self.setLayout(box)
        self.table.opened.connect(self._on_opened)

    def show_client(self, card: ClientCard) -> None:
        """Read the events."""
        read = partial(list_client_events, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="events")

    def _show(self, events: tuple[EventRow, ...]) -> None:
        self.table.show_rows(events)
        self.table.setVisible(bool(events))
        self.empty.setVisible(not events)

    def _title(self, e: EventRow) -> str:
        return e.title_en if self.context.settings.lang is Lang.EN and e.title_en else e.title

    def _on_opened(self, chosen: Any) -> None:
        self.context.open(Link("event", chosen.id))


def _came(e: EventRow) -> Say | str:
    if e.came is None:
        return ""
    return say("yes") if e.came else say("no")
