"""A week as people see it: seven columns of hours, each event as long as it lasts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from vipdesk.ui.pages.event_parts import STATE_TONES, kind_icon, there
from vipdesk.ui.pages.events_picture import EventPicture
from vipdesk.ui.theme import icons
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.events.programme import EventRow
    from vipdesk.ui.context import Context

_WEEK = 7
_OPENS, _CLOSES = 9, 23  # hours that are always shown
_MIDNIGHT = 24
_LEAST = 40  # pixels of a box


class WeekColumns(EventPicture):
    """`show_week(monday, events)`: times on the clock of each event's place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._monday = context.format.today()
        self._events: tuple[EventRow, ...] = ()
        super().__init__(context, say("Events of the week"), parent)
        self.setMinimumHeight(280)

    def show_week(self, monday: date, events: Sequence[EventRow]) -> None:
        """Show the week that begins on this Monday; `events` may be more than the week's."""
        self._monday = monday
        last = monday + timedelta(days=_WEEK)
        self._events = tuple(
            e for e in events if monday <= there(e.starts_at, e.zone).date() < last
        )
        self.renew()

    def sizeHint(self) -> QSize:
        """Room for a name in each day."""
        return QSize(840, 480)

    def _hours(self) -> tuple[int, int]:
        first, last = _OPENS, _CLOSES
        for event in self._events:
            starts, ends = there(event.starts_at, event.zone), there(event.ends_at, event.zone)
            first = min(first, starts.hour)
            late = ends.date() > starts.date()
            last = max(last, _MIDNIGHT if late else ends.hour + (ends.minute > 0))
        return first, last

    def _frame(self) -> tuple[float, float, float, float]:
        """Left edge and head, width of a day, height of an hour."""
        look = self.context.look
        left, head = float(look.px(44)), float(look.px(40))
        first, last = self._hours()
        wide = (self.width() - left) / _WEEK
        return left, head, wide, (self.height() - head - 4) / (last - first)

    def _placed(self) -> list[tuple[QRectF, EventRow]]:
        left, head, wide, hour = self._frame()
        first, last = self._hours()
        found: list[tuple[QRectF, EventRow]] = []
        for day in range(_WEEK):
            here = [e for e in self._events if self._day_of(e) == day]
            lanes = _lanes(here)
            count = max(lanes, default=0) + 1
            for event, lane in zip(here, lanes, strict=True):
                starts, ends = there(event.starts_at, event.zone), there(event.ends_at, event.zone)
                to = float(last) if ends.date() > starts.date() else _hour(ends)
                top = head + (_hour(starts) - first) * hour
                high = max(_LEAST, (to - _hour(starts)) * hour)
                part = (wide - 8) / count
                box = QRectF(left + day * wide + 4 + lane * part, top, part - 2, high - 2)
                found.append((box, event))
        return found

    def _day_of(self, event: EventRow) -> int:
        return (there(event.starts_at, event.zone).date() - self._monday).days

    def paintEvent(self, event: QPaintEvent) -> None:
        """Days, hours, events."""
        painter = self._painter()
        self._paint_grid(painter)
        for number, (box, row) in enumerate(self._boxes):
            self._paint_event(painter, box, row, chosen=number == self._at and self.hasFocus())
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        from babel.dates import format_date

        look, (left, head, wide, hour) = self.context.look, self._frame()
        first, last = self._hours()
        today, locale = self.context.format.today(), self.context.words.locale
        painter.setFont(look.font("caption"))
        for number in range(first, last + 1):
            y = head + (number - first) * hour
            painter.setPen(QPen(look.ink("border"), 1))
            painter.drawLine(int(left), int(y), self.width(), int(y))
            if number < last:
                painter.setPen(look.ink("text3"))
                box = QRectF(0, y - look.px(2), left - 8, look.px(18))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), f"{number:02d}:00")
        for day in range(_WEEK):
            here = self._monday + timedelta(days=day)
            box = QRectF(left + day * wide, 0, wide, head)
            if here == today:
                painter.fillRect(
                    QRectF(box.left(), head, wide, self.height() - head - 4), look.ink("hover")
                )
                painter.fillRect(QRectF(box.left() + 8, head - 3, wide - 16, 2), look.ink("accent"))
            painter.setPen(look.ink("accent" if here == today else "text2"))
            painter.setFont(look.font("strong" if here == today else "body"))
            text = format_date(here, "EEE d", locale=locale)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
            painter.setPen(QPen(look.ink("border"), 1))
            painter.drawLine(int(box.left()), int(head), int(box.left()), self.height() - 4)

    def _paint_event(self, painter: QPainter, box: QRectF, row: EventRow, *, chosen: bool) -> None:
        look, tone, lang = self.context.look, STATE_TONES[row.state], self.context.words.lang
        painter.setPen(QPen(look.ink("focus"), 2) if chosen else QPen(look.ink("border"), 1))
        painter.setBrush(look.ink(tone.ground))
        painter.drawRoundedRect(box, 6, 6)
        painter.fillRect(QRectF(box.left() + 1, box.top() + 6, 3, box.height() - 12),
                         look.ink(tone.ink))  # fmt: skip
        icons.paint(painter, look, kind_icon(row), QRectF(box.left() + 8, box.top() + 6, 16, 16))
        inside = box.adjusted(10, 4, -6, -4)
        painter.setClipRect(inside)
        painter.setFont(look.font("caption"))
        painter.setPen(look.ink("text2"))
        line = float(look.px(18))
        time = there(row.starts_at, row.zone).strftime("%H:%M")
        painter.drawText(
            QRectF(inside.left() + 20, inside.top() + 1, inside.width(), line), 0, time
        )
        painter.setPen(look.ink(tone.ink if tone.ink != "text2" else "text"))
        wrap = int(Qt.TextFlag.TextWordWrap)
        rest = inside.adjusted(0, line + 2, 0, 0)
        shown = QFontMetrics(painter.font()).boundingRect(rest.toRect(), wrap, row.named(lang))
        painter.drawText(rest, wrap, row.named(lang))
        painter.setPen(look.ink("text2"))
        place = rest.adjusted(0, shown.height() + 2, 0, 0)
        if place.height() > line * 0.8:
            painter.drawText(place, wrap, row.place(lang))
        painter.setClipping(False)


def _hour(moment: datetime) -> float:
    return moment.hour + moment.minute / 60


def _lanes(events: Sequence[EventRow]) -> list[int]:
    """Events at the same hour stand beside each other."""
    ends: list[datetime] = []
    found = []
    for event in events:
        lane = next((n for n, end in enumerate(ends) if end <= event.starts_at), len(ends))
        if lane == len(ends):
            ends.append(event.ends_at)
        else:
            ends[lane] = event.ends_at
        found.append(lane)
    return found
