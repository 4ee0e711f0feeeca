"""Events: the month as a picture, the season as a list, and the door for replies."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import programme, replies
from vipdesk.events.programme import EventRow
from vipdesk.events.reply_mail import MAX_MAIL_BYTES
from vipdesk.ui.context import Link
from vipdesk.ui.pages.event_parts import STATE_TONES, EventStrip, there
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import (
    Button,
    Card,
    EmptyState,
    IconButton,
    MonthCalendar,
    Subtitle,
    Title,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import EventState, PartStat, Verdict, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.events.replies import Received

_LATELY = timedelta(days=92)  # a season back
_OVER = frozenset({EventState.HELD, EventState.REVIEWED, EventState.CANCELLED})


class EventsPage(Page):
    """Everything the club holds."""

    section = "events"
    title = say("Events")
    watches: ClassVar[tuple[str, ...]] = ("event", "event_session", "invitation", "venue")

    def _build(self) -> None:
        self._events: tuple[EventRow, ...] = ()
        self._month = self.context.format.today().replace(day=1)
        self.take_button = Button(
            self.context,
            say("Take in a reply"),
            icon="import",
            on=self._on_take,
            tip=say("Opens .eml and .ics files; they can also be dropped on the window."),
        )
        self.new_button = Button(
            self.context, say("New event"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(self.take_button)
        self.add_action(self.new_button)
        self.empty = EmptyState(
            self.context,
            say("No event is planned."),
            icon="event",
            hint=say("Plan a tasting or a masterclass, then choose the guests."),
            action=say("New event"),
            on=self.new_here,
        )
        self.month_label = Title(self.context, "")
        self.calendar = MonthCalendar(self.context, say("Events of the month"))
        head = row(self.month_label, None, gap=8)
        head.addWidget(
            IconButton(self.context, "chevron-left", say("Month before"), on=self._on_before)
        )
        head.addWidget(Button(self.context, say("Today"), on=self._on_today))
        head.addWidget(
            IconButton(self.context, "chevron-right", say("Month after"), on=self._on_after)
        )
        month = Card(self.context)
        month.add(head)
        month.body.addWidget(self.calendar, 1)
        inside = QWidget()
        self.season = column(gap=8)
        self.season.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self.season)
        self.area = scrolled(inside)
        self.area.setMinimumWidth(360)
        both = row(gap=16)
        both.addWidget(month, 5)
        both.addWidget(self.area, 4)
        self.body.addLayout(both, 1)

    def _connect(self) -> None:
        self.offer("insert", "event", self.new_button)
        self.offer("insert", "reply", self.take_button)
        self.calendar.month_changed.connect(self._on_month)
        self.calendar.chosen.connect(self._on_day)

    def reload(self) -> None:
        """A season back and everything ahead."""
        first = min(self._month, (self.context.now() - _LATELY).date())
        since = datetime.combine(first - timedelta(days=7), time(), UTC)
        self.load(partial(programme.list_events, since=since), self._show)

    def new_here(self) -> bool:
        """Ctrl+N: a new event."""
        if not self.context.may("insert", "event"):
            return False
        from vipdesk.ui.dialogs.event_dialog import EventDialog

        EventDialog(self.context, parent=self).open()
        return True

    # Showing -----------------------------------------------------------------------------------

    def _show(self, events: tuple[EventRow, ...]) -> None:
        self._events = events
        coming, lately = self._parted(events)
        self.show_subtitle(say("{n} events ahead", n=len(coming)) if events else "")
        if not events:
            self.show_empty(self.empty)
            return
        self._show_month()
        clear(self.season)
        self._list(say("Ahead"), coming)
        self._list(say("Lately"), lately)
        self.season.addStretch(1)

    def _parted(self, events: tuple[EventRow, ...]) -> tuple[list[EventRow], list[EventRow]]:
        now = self.context.now()
        coming = [e for e in events if e.ends_at > now and e.state not in _OVER]
        lately = [e for e in events if e not in coming and e.starts_at > now - _LATELY]
        return coming, lately[::-1]

    def _list(self, title: Say, events: list[EventRow]) -> None:
        if not events:
            return
        self.season.addWidget(Subtitle(self.context, title))
        for event in events:
            strip = EventStrip(self.context, event)
            strip.opened.connect(self._on_opened)
            self.season.addWidget(strip)

    def _show_month(self) -> None:
        lang = self.words.lang
        marks: dict[date, list[tuple[Any, Any]]] = defaultdict(list)
        for event in self._events:
            day = there(event.starts_at, event.zone).date()
            marks[day].append((event.named(lang), STATE_TONES[event.state]))
        self.calendar.show_month(self._month.year, self._month.month, marks)
        self.month_label.show_text(self._month_name())

    def _month_name(self) -> str:
        from babel.dates import format_date

        name = format_date(self._month, "LLLL y", locale=self.words.locale)
        return name[:1].upper() + name[1:]

    # Moving about -------------------------------------------------------------------------------

    def _on_month(self, first: date) -> None:
        self._month = first
        if self._events and first < min(there(e.starts_at, e.zone).date() for e in self._events):
            self.reload()
        self._show_month()

    def _on_before(self) -> None:
        self.calendar.choose((self._month - timedelta(days=1)).replace(day=1))

    def _on_after(self) -> None:
        self.calendar.choose((self._month + timedelta(days=32)).replace(day=1))

    def _on_today(self) -> None:
        self.calendar.choose(self.context.format.today())

    def _on_day(self, day: date) -> None:
        """One event on the day opens; of several the first is shown in the list."""
        found = [e for e in self._events if there(e.starts_at, e.zone).date() == day]
        if len(found) == 1:
            self._on_opened(found[0])
            return
        for strip in self.area.findChildren(EventStrip):
            if strip.row in found:
                self.area.ensureWidgetVisible(strip)
                strip.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _on_opened(self, event: EventRow) -> None:
        self.context.open(Link("event", event.id))

    # Replies ------------------------------------------------------------------------------------

    def _on_take(self) -> None:
        dialog = QFileDialog(self, self.words(say("Take in a reply")))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(self.words(say("Replies (*.eml *.ics)")))
        dialog.filesSelected.connect(self._on_files)
        dialog.open()

    def _on_files(self, names: list[str]) -> None:
        self.take_files([Path(n) for n in names])

    def take_files(self, paths: list[Path]) -> None:
        """Replies from files, dropped or chosen; each is taken in, whatever it is."""
        self.context.runner.background(
            partial(_read_files, tuple(paths)), self._on_read, owner=self
        )

    def _on_read(self, raws: tuple[bytes | None, ...]) -> None:
        if any(raw is None for raw in raws):
            self.context.problem(
                say("A file could not be opened, or is far too large for a reply.")
            )
        mails = tuple(raw for raw in raws if raw is not None)
        if mails:
            self.write(partial(_receive_all, raws=mails), self._on_received)

    def _on_received(self, received: tuple[Received, ...]) -> None:
        for got in received:
            self.context.say(self._told(got), tone=_tone(got))
        homes = {got.event_id for got in received if got.event_id is not None}
        if len(homes) == 1:
            waiting = all(got.verdict is not Verdict.APPLY for got in received)
            self.context.open(Link("event", homes.pop(), "review" if waiting else "guests"))

    def _told(self, got: Received) -> Say:
        name = display_name(got.name, self.words.lang) if got.name else ""
        if got.duplicate or not name:
            return got.said
        if got.verdict is Verdict.APPLY and got.partstat is not None:
            return say("{name}: {answer}", name=name, answer=label(got.partstat))
        return say("{name}: {what}", name=name, what=got.said)


def _tone(got: Received) -> str:
    if got.reply_id is None or got.verdict is Verdict.QUARANTINE:
        return "warning"
    if got.verdict is Verdict.REVIEW:
        return "info"
    return "success" if got.partstat is PartStat.ACCEPTED else "info"


def _read_files(paths: tuple[Path, ...]) -> tuple[bytes | None, ...]:
    """In the slow lane; None for a file that cannot be opened."""
    return tuple(_read_file(path) for path in paths)


def _read_file(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_MAIL_BYTES else None
    except OSError:
        return None


def _receive_all(desk: Any, raws: tuple[bytes, ...]) -> tuple[Received, ...]:
    return tuple(replies.receive(desk, raw=raw) for raw in raws)
