"""The timeline tab of a client: one stream with filters, read page by page, told in full beside."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.timeline import Entry, Group, Key, TimelineKind, Wanted
from vipdesk.ui.context import Link
from vipdesk.ui.pages.timeline_words import (
    CHANNELS,
    COMPLAINTS,
    GROUPS,
    PERIODS,
    StreamLine,
    head_words,
    line_badge,
    line_icon,
    line_second,
    line_words,
    lines_of,
    people_choices,
    since_of,
)
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    Choice,
    EmptyState,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.inputs import SearchField
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context

_PAGE = 80
_NEAR = 600  # pixels above the end of the list at which the next page is asked for
_OPENS = {
    TimelineKind.INVITED: "event", TimelineKind.ANSWERED: "event", TimelineKind.CAME: "event",
    TimelineKind.MISSED: "event", TimelineKind.CARD: "card", TimelineKind.COMPLAINT: "complaint",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StreamPage:
    """What one read gives. `people`: who logged something; `private`: complaints are offered."""

    entries: tuple[Entry, ...]
    after: Key | None
    people: tuple[tuple[UUID, Who], ...] = ()
    private: bool = False


def read_stream(
    desk: Any,
    client_id: UUID,
    wanted: Wanted,
    *,
    after: Key | None = None,
    private: bool = True,
) -> StreamPage:
    """A page of the stream; for who works on the private track its cases are merged in."""
    from vipdesk.clients.timeline import list_people_of, read_timeline
    from vipdesk.complaints.sight import works_here

    page = read_timeline(desk, client_id, wanted, after=after, limit=_PAGE)
    private = private and works_here(desk.actor.role)
    entries = page.entries
    if private and wanted.group in (None, Group.COMPLAINTS) and wanted.channel is None:
        cases = [e for e in _cases(desk, client_id, wanted) if after is None or e.key < after]
        if page.after is not None:
            cases = [e for e in cases if e.key > page.after]
        entries = tuple(sorted((*entries, *cases), key=lambda e: e.key, reverse=True))
    people = list_people_of(desk, client_id) if after is None else ()
    return StreamPage(entries, page.after, people, private)


def _cases(desk: Any, client_id: UUID, wanted: Wanted) -> list[Entry]:
    from vipdesk.complaints.cases import list_complaints

    found = [
        Entry(
            TimelineKind.COMPLAINT, c.id, c.received_at, c.number, who=c.owner_name,
            who_id=c.owner_id,
        )
        for c in list_complaints(desk, live_only=False, client_id=client_id)
    ]  # fmt: skip
    return [
        e
        for e in found
        if (wanted.who_id is None or e.who_id == wanted.who_id)
        and (wanted.since is None or e.at >= wanted.since)
        and all(word in e.text.casefold() for word in wanted.words)
    ]


class ClientTimeline(QWidget, Speaking):
    """Filters above, the stream, and the chosen entry in full beside it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._client_id: UUID | None = None
        self._entries: tuple[Entry, ...] = ()
        self._after: Key | None = None
        self._asking = False
        self._private = False
        self._make_filters()
        self._make_table()
        self._make_reading()
        self.empty = EmptyState(context, say("Nothing here yet."), icon="speech")
        self.empty.hide()
        box = column(gap=8)
        box.addLayout(self._filters)
        both = row(gap=12)
        both.addWidget(self.table, 3)
        both.addWidget(self.reading_card, 2)
        box.addLayout(both, 1)
        box.addWidget(self.empty, 1)
        self.setLayout(box)
        self._connect()

    def _make_filters(self) -> None:
        context = self.context
        self.text = SearchField(context, say("Find in the timeline"))
        self.text.setMinimumWidth(context.look.px(160))
        self.group = Choice(context, GROUPS)
        self.channel = Choice(context, CHANNELS)
        self.who = Choice(context, people_choices(()))
        self.period = Choice(context, PERIODS)
        self._filters = row(gap=8)
        self._filters.addWidget(self.text, 2)
        for choice, name in (
            (self.group, say("Kind")), (self.channel, say("Channel")), (self.who, say("Who")),
            (self.period, say("Period")),
        ):  # fmt: skip
            choice.speak(setAccessibleName=name, setToolTip=name)
            self._filters.addWidget(choice, 1)

    def _make_table(self) -> None:
        context = self.context

        def lang() -> Any:
            return context.settings.lang

        self.table = Table(
            context,
            say("Timeline"),
            (
                Column(
                    say("When"),
                    lambda e: context.format.day(e.day) if e.first else "",
                    width=126,
                    strong=True,
                    second=lambda e: context.format.time(e.entry.at),
                    tip=lambda e: context.format.date(e.day),
                ),
                Column(
                    say("What"),
                    lambda e: line_words(e, lang()),
                    width=240,
                    stretch=True,
                    second=lambda e: line_second(e, lang(), context.format),
                    icon=line_icon,
                ),
                Column(
                    say("State"),
                    lambda e: line_badge(e, context.now())[0],
                    width=164,
                    badge=lambda e: line_badge(e, context.now())[1],
                ),
            ),
            begins=lambda e: e.first,
        )

    def _make_reading(self) -> None:
        context = self.context
        self.head = Caption(context, "", ink="text2", wrap=True)
        self.open_button = Button(context, say("Open"), kind="link", on=self.open_chosen)
        self.reading = Body(context, "", wrap=True, selectable=True)
        self.reading_card = Card(context)
        head = row(gap=8)
        head.addWidget(self.head, 1)
        head.addWidget(self.open_button)
        inside = QWidget()
        inside.setLayout(column(self.reading, None, gap=0))
        self.reading_card.add(head, scrolled(inside))
        self.reading_card.hide()

    def _connect(self) -> None:
        self.text.searched.connect(self._on_filter)
        for choice in (self.group, self.channel, self.who, self.period):
            choice.edited.connect(self._on_filter)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.context.presenting_changed.connect(self._on_filter)

    # Reading -----------------------------------------------------------------------------------

    @property
    def wanted(self) -> Wanted:
        """The filter as it stands."""
        return Wanted(
            self.group.value(),
            self.channel.value(),
            self.who.value(),
            since_of(self.period.value(), self.context.now()),
            self.text.text().strip(),
        )

    def show_client(self, card: ClientCard) -> None:
        """Another client begins without filters; the same one keeps them, and its place."""
        if card.id != self._client_id:
            self._client_id = card.id
            self._entries = ()
            self.text.clear()
            for choice in (self.group, self.channel, self.who, self.period):
                choice.set_value(None)
        self._read()

    def _on_filter(self, *_: object) -> None:
        self._entries = ()
        self._read()

    def _read(self) -> None:
        if self._client_id is None:
            return
        self._asking = True
        read = partial(
            read_stream, client_id=self._client_id, wanted=self.wanted,
            private=not self.context.presenting,
        )  # fmt: skip
        self.context.runner.read(read, self._show, owner=self, topic="timeline")

    def _show(self, page: StreamPage) -> None:
        self._asking = False
        kept = self._kept_tail(page)
        self._entries = (*page.entries, *kept)
        self._after = self._after if kept else page.after
        self._private = page.private
        self.group.offer((*GROUPS, COMPLAINTS) if page.private else GROUPS)
        self.who.offer(people_choices(page.people))
        self._show_lines()

    def _kept_tail(self, page: StreamPage) -> tuple[Entry, ...]:
        """Pages that were read before stay where they are when only the first is read again."""
        if page.after is None or len(self._entries) <= len(page.entries):
            return ()
        last = page.after
        return tuple(e for e in self._entries if e.key < last)

    def _on_scrolled(self, value: int) -> None:
        bar = self.table.view.verticalScrollBar()
        if self._after is None or self._asking or bar.maximum() - value > _NEAR:
            return
        if self._client_id is None:
            return
        self._asking = True
        read = partial(
            read_stream, client_id=self._client_id, wanted=self.wanted, after=self._after,
            private=self._private,
        )  # fmt: skip
        self.context.runner.read(read, self._show_more, owner=self, topic="timeline")

    def _show_more(self, page: StreamPage) -> None:
        self._asking = False
        self._entries = (*self._entries, *page.entries)
        self._after = page.after
        self._show_lines()

    def _show_lines(self) -> None:
        self.table.show_rows(lines_of(self._entries, self.context.format))
        found = bool(self._entries)
        filtered = self.wanted != Wanted()
        self.empty.sentence.show_text(
            say("Nothing fits this filter.") if filtered else say("Nothing here yet.")
        )
        self.table.setVisible(found)
        self.empty.setVisible(not found)
        self._on_chosen(self.table.chosen_row())

    # Choosing ----------------------------------------------------------------------------------

    def _on_chosen(self, line: StreamLine | None) -> None:
        self.reading_card.setVisible(line is not None)
        if line is not None:
            lang = self.context.settings.lang
            self.head.show_text(head_words(line, lang, self.context.format))
            self.reading.show_text(line_words(line, lang))
            self.open_button.setVisible(line.entry.kind in _OPENS)

    def open_chosen(self) -> None:
        """The event, card or complaint the entry tells of."""
        line = self.table.chosen_row()
        if line is not None:
            self._on_opened(line)

    def _on_opened(self, line: StreamLine) -> None:
        kind = _OPENS.get(line.entry.kind)
        if kind:
            self.context.open(Link(kind, line.entry.id))

    def respeak(self) -> None:
        """The days are words too."""
        self._show_lines()
