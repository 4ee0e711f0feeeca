"""The programme of an event: what guests read, the parts, the place's sheet, the course."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vipdesk.events import courses, programme, season
from vipdesk.events.monotony import LIMIT, shown
from vipdesk.events.venue_facts import FACTS
from vipdesk.ui.context import Link
from vipdesk.ui.pages.event_parts import STATE_TONES, there
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    IconButton,
    Strong,
    Subtitle,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import EventState, label
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.programme import EventCard, EventRow, SessionRow
    from vipdesk.events.season import Variety
    from vipdesk.ui.context import Context

_OVER = frozenset({EventState.HELD, EventState.REVIEWED, EventState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Around:
    """What the tab reads for itself: how varied it is, and the dates of its course."""

    event_id: UUID
    variety: Variety | None
    venues: dict[UUID, str]
    dates: tuple[EventRow, ...]


def read_around(desk: Any, event_id: UUID, course_id: UUID | None, lang: Lang) -> Around:
    """Beside the event itself."""
    from vipdesk.events.venues import list_venues

    return Around(
        event_id,
        season.get_variety(desk, event_id),
        {v.id: v.named(lang) for v in list_venues(desk)},
        courses.list_dates(desk, course_id) if course_id is not None else (),
    )


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
    """What guests read, the sessions with tutor and level, and what is around them."""

    session_requested = Signal(object)  # SessionRow to change, None for a new one

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.around = column(gap=8)
        self._card: EventCard | None = None

    def show_card(self, card: EventCard) -> None:
        """Show everything."""
        self._card = card
        clear(self.rows)
        self._words(card)
        if card.sessions:
            self.rows.addWidget(Subtitle(self.context, say("Sessions")))
        for session in card.sessions:
            self.rows.addWidget(self._session(card, session))
        if card.row.state not in _OVER and self.context.may("insert", "event_session"):
            add = Button(self.context, say("New session"), icon="plus", on=self._on_new)
            self.rows.addWidget(add)
        self._sheet(card)
        self.around = column(gap=8)
        self.rows.addLayout(self.around)
        self.rows.addStretch(1)
        read = partial(read_around, event_id=card.row.id, course_id=card.row.course_id,
                       lang=self.context.words.lang)  # fmt: skip
        self.context.runner.read(read, self._show_around, owner=self, topic="around")

    def _words(self, card: EventCard) -> None:
        lang = self.context.words.lang
        text = card.description_en if lang is Lang.EN and card.description_en else card.description
        told = Card(self.context)
        if text:
            told.add(Body(self.context, text, wrap=True, selectable=True))
        facts = row(gap=32)
        form = label(card.row.format)
        for words, value in (
            (say("Where"), card.addressed(lang)), (say("Dress code"), card.dressed(lang)),
            (say("Format"), form),
        ):  # fmt: skip
            if value:
                facts.addLayout(
                    column(
                        Caption(self.context, words),
                        Body(self.context, value, wrap=True),
                        None,
                        gap=2,
                    ),
                    1,
                )
        told.add(facts)
        self.rows.addWidget(told)

    def _sheet(self, card: EventCard) -> None:
        if not card.facts:
            return
        sheet = Card(self.context, say("The place"))
        for name, text in card.facts:
            sheet.add(
                Caption(self.context, FACTS[name]),
                Body(self.context, text, wrap=True, selectable=True),
                4,
            )
        self.rows.addWidget(sheet)

    def _session(self, card: EventCard, session: SessionRow) -> Card:
        zone = card.row.zone
        made = Card(self.context, padding=12)
        lang = self.context.words.lang
        starts, ends = (
            there(m, zone).strftime("%H:%M") for m in (session.starts_at, session.ends_at)
        )
        title = row(Strong(self.context, f"{starts}–{ends}", ink="accent"), gap=12)
        title.addWidget(Strong(self.context, session.named(lang), elide=True), 1)
        if session.places:
            title.addWidget(Caption(self.context, say("{n} places", n=session.places)))
        if card.row.state not in _OVER and self.context.may("update", "event_session"):
            title.addWidget(_Change(self, session))
            title.addWidget(_TakeOut(self.context, session.id))
        made.add(title)
        second = " · ".join(p for p in (session.tutor, session.level, session.materials) if p)
        if second:
            made.add(Caption(self.context, second, ink="text2", wrap=True))
        return made

    # Around it ------------------------------------------------------------------------------

    def _show_around(self, around: Around) -> None:
        if self._card is None or around.event_id != self._card.row.id:
            return
        clear(self.around)
        if around.dates:
            self.around.addWidget(self._course(around.dates))
        if around.variety is not None:
            self.around.addWidget(self._variety(around.variety, around.venues))

    def _course(self, dates: tuple[EventRow, ...]) -> Card:
        made = Card(self.context, say("Dates of the course"))
        for date in dates:
            made.add(
                _Date(self.context, date, here=bool(self._card and date.id == self._card.row.id))
            )
        return made

    def _variety(self, variety: Variety, venues: dict[UUID, str]) -> Card:
        made = Card(self.context, say("Variety"))
        figure = shown(variety.index)
        told = (
            say("Too much like the six events before it: {figure}, the limit is {limit}.",
                figure=figure, limit=shown(LIMIT))
            if variety.warns
            else say("Different enough from the six events before it: {figure}.", figure=figure)
        )  # fmt: skip
        ink = "warning" if variety.warns else "text"
        made.add(Body(self.context, told, wrap=True, ink=ink))
        if variety.advice is not None and self._card is not None:
            lang = self.context.words.lang
            said = season.advice_words(variety.advice, self._card.row, lang, venues)
            made.add(Body(self.context, said, wrap=True))
        return made

    def _on_new(self) -> None:
        self.session_requested.emit(None)


class _Date(QWidget):
    """A date of a course, with its own state; opens it."""

    def __init__(self, context: Context, date: EventRow, *, here: bool) -> None:
        super().__init__()
        self._context, self._id = context, date.id
        starts = there(date.starts_at, date.zone)
        text = f"{context.words.day(starts.date(), weekday=True)}, {starts:%H:%M}"
        line = row(gap=12)
        if here:
            line.addWidget(Strong(context, text), 1)
        else:
            line.addWidget(Button(context, text, kind="link", on=self._on_open))
            line.addStretch(1)
        line.addWidget(Badge(context, label(date.state), STATE_TONES[date.state]))
        self.setLayout(line)

    def _on_open(self) -> None:
        self._context.open(Link("event", self._id, "programme"))


class _Change(IconButton):
    """Asks for the sheet of one session."""

    def __init__(self, tab: ProgrammeTab, session: SessionRow) -> None:
        super().__init__(tab.context, "edit", say("Change the session"), on=self._on_pressed)
        self._tab, self._session = tab, session

    def _on_pressed(self) -> None:
        self._tab.session_requested.emit(self._session)


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
