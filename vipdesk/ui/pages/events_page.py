"""Events in time: a month, a week, a season; how varied they are; the door for replies."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import replies
from vipdesk.events.programme import EventRow
from vipdesk.events.reply_mail import MAX_MAIL_BYTES
from vipdesk.ui.context import Link
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.event_parts import STATE_TONES, EventStrip, there
from vipdesk.ui.pages.events_bar import (
    Choices,
    EventsBar,
    SeasonSeen,
    VarietyCard,
    View,
    export_season,
    read_season,
)
from vipdesk.ui.pages.events_ribbon import Lanes, SeasonRibbon, season_begin, turned
from vipdesk.ui.pages.events_week import WeekColumns
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import (
    Button,
    Caption,
    Card,
    EmptyState,
    IconButton,
    MonthCalendar,
    Subtitle,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import EventState, PartStat, Verdict, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.replies import Received

_LATELY = timedelta(days=92)  # a season back
_LANES = {
    Lanes.KIND: say("By kind"), Lanes.VENUE: say("By venue"), Lanes.TIER: say("By tier"),
}  # fmt: skip
_OVER = frozenset({EventState.HELD, EventState.REVIEWED, EventState.CANCELLED})


class EventsPage(Page):
    """Everything the club holds."""

    section = "events"
    title = say("Events")
    watches: ClassVar[tuple[str, ...]] = (
        "event", "event_session", "event_sort", "event_template", "invitation", "venue",
    )  # fmt: skip

    def _build(self) -> None:
        self._seen: SeasonSeen | None = None
        self._events: tuple[EventRow, ...] = ()
        self._month = self.context.format.today().replace(day=1)
        self._ribbon_from = season_begin(self.context.format.today())
        self.take_button = Button(
            self.context,
            say("Take in a reply"),
            icon="import",
            on=self._on_take,
            tip=say("Opens .eml and .ics files; they can also be dropped on the window."),
        )
        self.more_button = IconButton(self.context, "more", say("More"), on=self._on_more)
        self.new_button = Button(
            self.context, say("New event"), kind="primary", icon="plus", on=self.new_here
        )
        for button in (self.take_button, self.more_button, self.new_button):
            self.add_action(button)
        self.empty = EmptyState(
            self.context,
            say("No event is planned."),
            icon="event",
            hint=say("Plan a tasting or a masterclass, then choose the guests."),
            action=say("New event"),
            on=self.new_here,
        )
        self.bar = EventsBar(self.context)
        self.variety = VarietyCard(self.context)
        self.month_label = self.bar.label
        self.calendar = MonthCalendar(self.context, say("Events of the month"))
        self.week = WeekColumns(self.context)
        self.ribbon = SeasonRibbon(self.context)
        self.views = QStackedWidget()
        for view in (self._month_view(), self._week_view(), self._season_view()):
            self.views.addWidget(view)
        self.body.setSpacing(12)
        for part in (self.bar, self.variety):
            self.body.addWidget(part)
        self.body.addWidget(self.views, 1)

    def _month_view(self) -> QWidget:
        month = Card(self.context, padding=12)
        month.body.addWidget(self.calendar, 1)
        inside = QWidget()
        self.season = column(gap=8)
        self.season.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self.season)
        self.area = scrolled(inside)
        self.area.setMinimumWidth(340)
        both = row(gap=16)
        both.addWidget(month, 5)
        both.addWidget(self.area, 4)
        view = QWidget()
        view.setLayout(both)
        return view

    def _week_view(self) -> QWidget:
        card = Card(self.context, padding=12)
        card.body.addWidget(scrolled(self.week), 1)
        return card

    def _season_view(self) -> QWidget:
        card = Card(self.context, padding=12)
        self.lanes = Choices(
            self.context, tuple((str(lanes), _LANES[lanes]) for lanes in Lanes),
            say("Lanes of the season"),
        )  # fmt: skip
        self.lanes.chosen.connect(self._show_view)
        card.add(row(self.lanes, None))
        card.body.addWidget(scrolled(self.ribbon), 1)
        return card

    def _connect(self) -> None:
        self.offer("insert", "event", self.new_button)
        self.offer("insert", "reply", self.take_button)
        self.bar.view_chosen.connect(self._on_view)
        self.bar.turned.connect(self._on_turned)
        self.bar.today_requested.connect(self._on_today)
        self.bar.filtered.connect(self._show_all)
        self.calendar.month_changed.connect(self._on_month)
        self.calendar.chosen.connect(self._on_day)
        self.variety.opened.connect(self._on_opened_id)
        for picture in (self.week, self.ribbon):
            picture.opened.connect(self._on_opened)
            picture.turned.connect(self._on_turned)

    def reload(self) -> None:
        """Two seasons back and everything ahead."""
        lately = (self.context.now() - _LATELY).date()
        first = min(self._month, self._ribbon_from, self.calendar.day, lately)
        since = datetime.combine(first - timedelta(days=7), time(), UTC)
        self.load(partial(read_season, since=since), self._show)

    def new_here(self) -> bool:
        """Ctrl+N: a new event."""
        if not self.context.may("insert", "event"):
            return False
        from vipdesk.ui.dialogs.event_dialog import EventDialog

        EventDialog(self.context, parent=self).open()
        return True

    # Showing -----------------------------------------------------------------------------------

    def _show(self, seen: SeasonSeen) -> None:
        self._seen = seen
        events = seen.season.events
        coming = [e for e in events if self._is_ahead(e)]
        self.show_subtitle(say("{n} events ahead", n=len(coming)) if events else "")
        if not events and not self._filtered_away():
            self.show_empty(self.empty)
            return
        self.bar.offer(seen)
        self.variety.show_season(seen.season)
        self._show_all()

    def _filtered_away(self) -> bool:
        return self.bar.is_filtering

    def _show_all(self) -> None:
        """What the filters leave, in the view that is chosen."""
        if self._seen is None:
            return
        self._events = tuple(e for e in self._seen.season.events if self.bar.takes(e))
        clear(self.season)
        coming, lately = self._parted(self._events)
        self._list(say("Ahead"), coming)
        self._list(say("Lately"), lately)
        if not coming and not lately:
            none = (
                say("No event fits the filter.") if self.bar.is_filtering else say("Nothing here.")
            )
            self.season.addWidget(Caption(self.context, none, ink="text2"))
        self.season.addStretch(1)
        self._show_view()

    def _is_ahead(self, event: EventRow) -> bool:
        return event.ends_at > self.context.now() and event.state not in _OVER

    def _parted(self, events: tuple[EventRow, ...]) -> tuple[list[EventRow], list[EventRow]]:
        since = self.context.now() - _LATELY
        coming = [e for e in events if self._is_ahead(e)]
        lately = [e for e in events if e not in coming and e.starts_at > since]
        return coming, lately[::-1]

    def _list(self, title: Say, events: list[EventRow]) -> None:
        if not events:
            return
        self.season.addWidget(Subtitle(self.context, title))
        for event in events:
            strip = EventStrip(self.context, event)
            strip.opened.connect(self._on_opened)
            self.season.addWidget(strip)

    def _show_view(self) -> None:
        """The chosen picture of time."""
        if self._seen is None:
            return
        view = self.bar.view
        self.views.setCurrentIndex(list(View).index(view))
        if view is View.MONTH:
            self._show_month()
        elif view is View.WEEK:
            monday = self._monday()
            self.week.show_week(monday, self._events)
            self.month_label.show_text(self._week_name(monday))
        else:
            self.ribbon.show_season(
                self._ribbon_from, self._events, self._seen.season.varieties,
                Lanes(self.lanes.value), self._seen.tier_names(self.words.lang),
            )  # fmt: skip
            self.month_label.show_text(self._season_name())

    def _show_month(self) -> None:
        lang = self.words.lang
        marks: dict[date, list[tuple[Any, Any]]] = defaultdict(list)
        for event in self._events:
            day = there(event.starts_at, event.zone).date()
            marks[day].append((event.named(lang), STATE_TONES[event.state]))
        self.calendar.show_month(self._month.year, self._month.month, marks)
        self.month_label.show_text(self._month_name(self._month))

    def respeak(self) -> None:
        """The language changed."""
        super().respeak()
        self._show_all()

    def _month_name(self, day: date) -> str:
        from babel.dates import format_date

        name = format_date(day, "LLLL y", locale=self.words.locale)
        return name[:1].upper() + name[1:]

    def _week_name(self, monday: date) -> str:
        sunday = monday + timedelta(days=6)
        year = monday.year != sunday.year
        return f"{self.words.day_short(monday, year=year)} – {self.words.day_short(sunday)}"

    def _season_name(self) -> str:
        last = (turned(self._ribbon_from, 4) - timedelta(days=1)).replace(day=1)
        return f"{self._month_name(self._ribbon_from)} – {self._month_name(last)}"

    def _monday(self) -> date:
        day = self.calendar.day
        return day - timedelta(days=day.weekday())

    # Moving about -------------------------------------------------------------------------------

    def _on_view(self) -> None:
        """The same time in another picture."""
        self._show_view()

    def _on_turned(self, step: int) -> None:
        if self.bar.view is View.MONTH:
            self._on_after() if step > 0 else self._on_before()
        elif self.bar.view is View.WEEK:
            self.calendar.choose(self.calendar.day + timedelta(days=7 * step))
            self._reach(self._monday())
        else:
            self._ribbon_from = turned(self._ribbon_from, step)
            self._reach(self._ribbon_from)

    def _reach(self, first: date) -> None:
        """Read further back where the picture goes there."""
        known = min((there(e.starts_at, e.zone).date() for e in self._events), default=first)
        if first < known:
            self.reload()
        self._show_view()

    def _on_month(self, first: date) -> None:
        self._month = first
        self._reach(first)

    def _on_before(self) -> None:
        self.calendar.choose((self._month - timedelta(days=1)).replace(day=1))

    def _on_after(self) -> None:
        self.calendar.choose((self._month + timedelta(days=32)).replace(day=1))

    def _on_today(self) -> None:
        today = self.context.format.today()
        self._ribbon_from = season_begin(today)
        self.calendar.choose(today)
        self._show_view()

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
        self._on_opened_id(event.id)

    def _on_opened_id(self, event_id: UUID) -> None:
        self.context.open(Link("event", event_id))

    # More ---------------------------------------------------------------------------------------

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self.context.may("insert", "event"):
            made = menu.addMenu(self.words(say("New event by a template")))
            for template in self._seen.templates if self._seen else ():
                made.addAction(template.name, partial(self._on_template, template.id))
            made.setEnabled(bool(made.actions()))
        if self.context.may("update", "event_sort"):
            menu.addAction(self.words(say("Kinds of events…")), self._on_kinds)
        menu.addAction(self.words(say("Save the programme as a calendar file…")), self._on_export)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, self.more_button.height())))

    def _on_template(self, template_id: UUID) -> None:
        from vipdesk.ui.dialogs.event_copies import TemplateDialog

        TemplateDialog(self.context, template_id, self).open()

    def _on_kinds(self) -> None:
        from vipdesk.ui.dialogs.event_kinds import KindsDialog

        KindsDialog(self.context, self).open()

    def _on_export(self) -> None:
        save_as(self, "programme.ics", self._on_export_to)

    def _on_export_to(self, path: str) -> None:
        make = partial(export_season, words=self.words, path=Path(path))
        self.write(make, said=say("The programme is saved. It holds no guest."))

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
