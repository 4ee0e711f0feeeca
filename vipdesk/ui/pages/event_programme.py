"""The programme of an event."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vipdesk.events import programme
from vipdesk.ui.pages.event_parts import there
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    IconButton,
    Strong,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import EventState
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.programme import EventCard, SessionRow
    from vipdesk.ui.context import Context

_OVER = frozenset({EventState.HELD, EventState.REVIEWED, EventState.CANCELLED})


class FilledColumn(QWidget):
    """A scrolled column that is filled anew."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        inside = QWidget()
        self.rows = column(gap=8)
        self.rows.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self.rows)
        outer = column(gap=0)
        outer.addWidget(scrolled(inside), 1)
        self.setLayout(outer)


class ProgrammeTab(FilledColumn):
    """What guests read, and the sessions with tutor and level."""

    session_requested = Signal()

    def show_card(self, card: EventCard) -> None:
        """Show everything."""
        clear(self.rows)
        lang = self.context.words.lang
        text = card.description_en if lang is Lang.EN and card.description_en else card.description
        dress, address = card.dressed(lang), card.addressed(lang)
        if text or dress or address:
            told = Card(self.context)
            if text:
                told.add(Body(self.context, text, wrap=True, selectable=True))
            facts = row(gap=32)
            for words, value in ((say("Where"), address), (say("Dress code"), dress)):
                if value:
                    facts.addLayout(
                        column(Caption(self.context, words), Body(self.context, value), gap=2)
                    )
            facts.addStretch(1)
            told.add(facts)
            self.rows.addWidget(told)
        for session in card.sessions:
            self.rows.addWidget(self._session(card, session))
        if card.row.state not in _OVER:
            add = Button(
                self.context, say("New session"), icon="plus", on=self.session_requested.emit
            )
            self.rows.addWidget(add)
        self.rows.addStretch(1)

    def _session(self, card: EventCard, session: SessionRow) -> Card:
        zone = card.row.zone
        made = Card(self.context, padding=12)
        lang = self.context.words.lang
        starts, ends = (
            there(m, zone).strftime("%H:%M") for m in (session.starts_at, session.ends_at)
        )
        title = row(Strong(self.context, f"{starts}–{ends}", ink="accent"), gap=12)
        title.addWidget(Strong(self.context, session.named(lang), elide=True), 1)
        if card.row.state not in _OVER:
            title.addWidget(_TakeOut(self.context, session.id))
        made.add(title)
        second = " · ".join(p for p in (session.tutor, session.level, session.materials) if p)
        if second:
            made.add(Caption(self.context, second, ink="text2", wrap=True))
        return made


class _TakeOut(IconButton):
    """Takes one session out; the undo brings it back."""

    def __init__(self, context: Context, session_id: UUID) -> None:
        super().__init__(context, "trash", say("Remove the session"), on=self._on_pressed)
        self._id = session_id

    def _on_pressed(self) -> None:
        self.context.runner.write(
            partial(programme.remove_session, session_id=self._id), None, owner=self,
            said=say("The session is out of the programme."), undo=_bring_back,
        )  # fmt: skip


def _bring_back(desk: Any, taken: Any) -> None:
    event_id, words = taken
    programme.add_session(desk, event_id=event_id, words=words)
