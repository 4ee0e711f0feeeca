"""The week from Monday to Sunday: what each day holds, walked by keyboard; saved as a file.

Seven columns where there is room, else a list of days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QSizePolicy, QWidget

from vipdesk.agenda.calendar_file import Told, calendar_file
from vipdesk.agenda.rhythm import COUNTED
from vipdesk.agenda.week import Entry, EntryKind, Week, WeekDay, list_entries, week
from vipdesk.clients.names import display_name
from vipdesk.errors import UserError
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.date_words import date_icon, date_reason
from vipdesk.ui.pages.today_parts import WEEKDAYS, LineWidget, Section
from vipdesk.ui.pages.today_words import Act, Line, Slot, slot_of
from vipdesk.ui.widgets import Button, IconButton
from vipdesk.ui.widgets.card import column, row, scrolled
from vipdesk.ui.widgets.labels import Subtitle
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.access import Desk
    from vipdesk.ui.context import Context
    from vipdesk.ui.format import Format
    from vipdesk.ui.pages.today_page import TodayPage

_AHEAD = 60
_COLUMNS = 980  # of width: seven columns of some 130
_TOLD = (
    (say("With names and the words of promises"), Told.NAMES),
    (say("With initials only"), Told.INITIALS),
    (say("Without anything of clients"), Told.NOBODY),
)


class WeekPanel(QWidget):
    """Seven days of the agenda. Left and right walk days, up and down lines, Page keys weeks."""

    opened = Signal(object)  # Entry

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._page = page
        self._of: date | None = None
        context = self._context = page.context
        self.title = Subtitle(context, "")
        self.before = IconButton(context, "chevron-left", say("The week before"))
        self.after = IconButton(context, "chevron-right", say("The week after"))
        self.present = Button(context, say("This week"), on=self._on_present)
        self.save = Button(context, say("Save as a calendar file…"), icon="document")
        self.before.clicked.connect(self._on_before)
        self.after.clicked.connect(self._on_after)
        self.save.clicked.connect(self._on_save)
        head = row(self.before, self.after, self.title, None, self.present, self.save, gap=8)
        self.days = [Section(context, say("–")) for _ in range(7)]
        for day in self.days:
            day.acted.connect(self._on_acted)
            day.walked.connect(self._on_walked)
            day.crossed.connect(self._on_crossed)
            day.more_requested.connect(self._on_more)
            day.add(None)  # what a day holds stands at its top
        self._seen: Week | None = None
        self._whole: date | None = None
        self._inside = column(*self.days, None, gap=12)
        inside = QWidget()
        inside.setLayout(self._inside)
        self._area = scrolled(inside)
        self._at: date | None = None  # the week on which today was looked up
        self.setLayout(column(head, self._area, gap=12))

    @property
    def in_columns(self) -> bool:
        """Whether the days stand beside each other."""
        return self._inside.direction() is QBoxLayout.Direction.LeftToRight

    def reload(self) -> None:
        """Read the week."""
        read = partial(week, of=self._of, zone=self._context.zone, whole=self._whole)
        self._context.runner.read(read, self._show, owner=self, topic="week")

    def _show(self, seen: Week) -> None:
        self._seen = seen
        words = self._context.words
        first, last = seen.days[0].day, seen.days[-1].day
        self.title.show_text(say("{first} – {last}", first=words.day(first), last=words.day(last)))
        self.present.setVisible(not first <= seen.today <= last)
        key = self._focused()
        for section, day in zip(self.days, seen.days, strict=True):
            self._show_day(section, day, today=day.day == seen.today)
        for line in self._lines():
            if line.line.key == key:
                line.setFocus()
        if first <= seen.today <= last and first != self._at and not self.in_columns:
            QTimer.singleShot(0, self, partial(self._look_up, seen.today.weekday()))
        self._at = first

    def _look_up(self, at: int) -> None:
        """In the list Sunday is far below Monday: today is brought to the eye."""
        self._area.verticalScrollBar().setValue(self.days[at].y())

    def _show_day(self, section: Section, day: WeekDay, *, today: bool) -> None:
        context, wide = self._context, self.in_columns
        name: Say | str = context.words.day(day.day, weekday=True)
        if wide:
            weekday = context.text(WEEKDAYS[day.day.weekday()])
            name = say("{weekday} {day}", weekday=weekday, day=str(day.day.day))
        else:
            name = str(name)[:1].upper() + str(name)[1:]
        section.title.show_text(say("{day} · today", day=name) if today else name)
        section.title.set_ink("accent" if today else "text")
        section.narrow = wide
        lines = day_lines(day, context.format)
        if wide:  # the room is for the words; Enter opens, where everything can be done
            lines = [replace(line, slot=None, acts=()) for line in lines]
        more = say("{n} more", n=day.more) if day.more else None
        if day.cut:
            more = say("{count}+", count=COUNTED)
        section.show_groups([(None, lines)], more)
        section.setVisible(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns where there is room, else a list."""
        super().resizeEvent(event)
        wide = self.width() >= self._context.look.px(_COLUMNS)
        if wide == self.in_columns:
            return
        direction = QBoxLayout.Direction
        self._inside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._inside.setSpacing(8 if wide else 12)
        policy = QSizePolicy.Policy
        for number, day in enumerate(self.days):
            # All columns alike, however long a word in one of them is.
            day.setSizePolicy(policy.Ignored if wide else policy.Preferred, policy.Preferred)
            self._inside.setStretch(number, 1 if wide else 0)
            edge = 8 if wide else 16
            day.body.setContentsMargins(edge, 12 if wide else 16, edge, 12 if wide else 16)
        self._inside.setStretch(len(self.days), 0 if wide else 1)
        if self._seen is not None:
            self._show(self._seen)

    def _on_more(self) -> None:
        """All that is counted of that day."""
        if self._seen is None:
            return
        at = self.days.index(self.sender())  # type: ignore[arg-type]
        day = self._seen.days[at]
        if day.more:
            self._whole = day.day
            self.reload()

    def _focused(self) -> object:
        focused = self.focusWidget()
        return focused.line.key if isinstance(focused, LineWidget) else None

    def _lines(self) -> list[LineWidget]:
        return [line for day in self.days for line in day.lines]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page up and down: the week before and after. Home: the present one."""
        match event.key():
            case Qt.Key.Key_PageUp:
                self._on_before()
            case Qt.Key.Key_PageDown:
                self._on_after()
            case Qt.Key.Key_Home:
                self._on_present()
            case _:
                super().keyPressEvent(event)

    def _on_walked(self, line: LineWidget, step: int) -> None:
        """Down a column; in the list, on to the next day."""
        own = next(day.lines for day in self.days if line in day.lines)
        lines = own if self.in_columns else self._lines()
        at = lines.index(line) + step
        if 0 <= at < len(lines):
            lines[at].setFocus()

    def _on_crossed(self, line: LineWidget, step: int) -> None:
        """To the nearest day that holds anything, on the same height."""
        at = next(n for n, day in enumerate(self.days) if line in day.lines)
        height = self.days[at].lines.index(line)
        at += step
        while 0 <= at < len(self.days):
            lines = self.days[at].lines
            if lines:
                lines[min(height, len(lines) - 1)].setFocus()
                return
            at += step

    def _on_acted(self, line: Line, act: Act, source: QWidget) -> None:
        self._page.act(line, act, source)

    def _on_before(self) -> None:
        self._step(-7)

    def _on_after(self) -> None:
        self._step(7)

    def _on_present(self) -> None:
        self._of = self._whole = None
        self.reload()

    def _step(self, days: int) -> None:
        self._of = (self._of or self._context.format.today()) + timedelta(days=days)
        self._whole = None
        self.reload()

    def _on_save(self) -> None:
        """What the file tells of clients is chosen first."""
        menu = QMenu(self)
        for text, told in _TOLD:
            menu.addAction(self._context.text(text)).setData(told)
        menu.triggered.connect(self._on_told)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.save.mapToGlobal(self.save.rect().bottomLeft()))

    def _on_told(self, action: object) -> None:
        self.save_file(Told(action.data()))  # type: ignore[attr-defined]

    def save_file(self, told: Told) -> None:
        """Ask where, then write two months ahead from this week's Monday."""
        save_as(self, "vip-desk.ics", partial(self.write_file, told=told))

    def write_file(self, path: str, *, told: Told) -> None:
        """Write the file beside the desk's worker."""
        read = partial(_entries, first=self._monday(), zone=self._context.zone)

        def write(entries: tuple[Entry, ...]) -> None:
            make = partial(_write, path, entries, self._context, told)
            self._context.runner.background(make, self._on_saved, owner=self)

        self._context.runner.read(read, write, owner=self)

    def _monday(self) -> date:
        day = self._of or self._context.format.today()
        return day - timedelta(days=day.weekday())

    def _on_saved(self, count: int) -> None:
        self._context.say(say("Saved: {n} entries.", n=count))


def _entries(desk: Desk, *, first: date, zone: object) -> tuple[Entry, ...]:
    return list_entries(desk, first, days=_AHEAD, zone=zone)  # type: ignore[arg-type]


def _write(path: str, entries: tuple[Entry, ...], context: Context, told: Told) -> int:
    body = calendar_file(entries, now=context.now(), told=told, words=context.words)
    try:
        Path(path).write_bytes(body)
    except OSError:
        raise UserError(say("The file cannot be written there. Choose another place.")) from None
    return len(entries)


def day_lines(day: WeekDay, shown: Format) -> list[Line]:
    """The lines of one day."""
    return [_line(entry, shown) for entry in day.entries]


def _hours(entry: Entry, shown: Format) -> str:
    """'19:00–22:30'; over midnight the first alone."""
    if entry.starts_at is None:
        return ""
    first = shown.time(entry.starts_at)
    if entry.ends_at is None or shown.local(entry.ends_at).date() != entry.day:
        return first
    return f"{first}–{shown.time(entry.ends_at)}"


def _line(entry: Entry, shown: Format) -> Line:
    lang = shown.words.lang
    if entry.event is not None:
        title = entry.text if lang is Lang.RU else entry.event.title_en
        place = entry.event.place if lang is Lang.RU else entry.event.place_en
        clock = _hours(entry, shown)
        words = say("{time} · {place}", time=clock, place=place) if place else clock
        return Line(("event", entry.key), "event", title, words, row=entry.event)
    name = display_name(entry.name, lang) if entry.name is not None else ""
    if entry.date is not None:
        reason = date_reason(entry.date, shown)
        return Line(("date", entry.key), date_icon(entry.date), name, reason, row=entry.date)
    slot: Slot | None = slot_of(entry.contact, shown)
    clock = shown.time(entry.starts_at) if entry.starts_at is not None else ""
    return Line(
        (EntryKind.PROMISE.value, entry.key),
        "clock" if entry.overdue else "promise",
        name,
        say("{time} · {promise}", time=clock, promise=entry.text),
        slot,
        (Act.DONE,),
        late=entry.overdue,
        row=entry,
    )
