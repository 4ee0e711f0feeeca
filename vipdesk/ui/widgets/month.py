"""A month as people see it: days, marks, today, chosen; arrows move, Enter chooses."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

Mark = tuple["Text", Tone]
_WEEK = 7
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -_WEEK, Qt.Key.Key_Down: _WEEK}


class MonthCalendar(QWidget, Speaking):
    """`show_month(year, month, {day: [(words, tone)]})`; `chosen(date)`; weeks begin on Monday."""

    chosen = Signal(object)
    month_changed = Signal(object)  # first day of the month now shown

    def __init__(self, context: Context, name: Text, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._day = context.format.today()
        self._marks: Mapping[date, Sequence[Mark]] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.speak(setAccessibleName=name)

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def show_month(self, year: int, month: int, marks: Mapping[date, Sequence[Mark]]) -> None:
        """Show a month; the chosen day stays if it lies in it."""
        if (self._day.year, self._day.month) != (year, month):
            self._day = date(year, month, 1)
        self._marks = marks
        self.update()

    def choose(self, day: date) -> None:
        """Choose a day; another month asks for its marks."""
        before, self._day = self._day, day
        if (before.year, before.month) != (day.year, day.month):
            self.month_changed.emit(day.replace(day=1))
        self.update()

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def respeak(self) -> None:
        """Other names of days."""
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a word in each day."""
        return QSize(640, 420)

    def minimumSizeHint(self) -> QSize:
        """Room for dots."""
        return QSize(224, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, PageUp, PageDown, Enter."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.choose(self._day + timedelta(days=step))
        elif event.key() == Qt.Key.Key_PageDown:
            self.choose((self._day.replace(day=1) + timedelta(days=32)).replace(day=1))
        elif event.key() == Qt.Key.Key_PageUp:
            self.choose((self._day.replace(day=1) - timedelta(days=1)).replace(day=1))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        day = self._day_at(event.position())
        if day is not None:
            self.choose(day)
            self.chosen.emit(day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names of days, then the days."""
        look = self.context.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weeks, head, wide, high = self._grid()
        painter.setFont(look.font("caption"))
        painter.setPen(look.ink("text3"))
        for i, name in enumerate(self._day_names()):
            painter.drawText(
                QRectF(i * wide, 0, wide, head), int(Qt.AlignmentFlag.AlignCenter), name
            )
        for w, week in enumerate(weeks):
            for d, day in enumerate(week):
                self._paint_day(painter, QRectF(d * wide, head + w * high, wide, high), day)
        painter.end()

    def _grid(self) -> tuple[list[list[date]], float, float, float]:
        weeks = calendar.Calendar().monthdatescalendar(self._day.year, self._day.month)
        head = float(self.context.look.px(24))
        return weeks, head, self.width() / _WEEK, (self.height() - head) / len(weeks)

    def _day_at(self, point: QPointF) -> date | None:
        weeks, head, wide, high = self._grid()
        w, d = int((point.y() - head) // high), int(point.x() // wide)
        return weeks[w][d] if 0 <= w < len(weeks) and 0 <= d < _WEEK else None

    def _day_names(self) -> list[str]:
        from babel.dates import format_date

        monday = date(2024, 1, 1)
        locale = self.context.words.locale
        return [format_date(monday + timedelta(days=i), "EEE", locale=locale) for i in range(_WEEK)]

    def _paint_day(self, painter: QPainter, box: QRectF, day: date) -> None:
        look = self.context.look
        inside = day.month == self._day.month
        cell = box.adjusted(1, 1, -1, -1)
        chosen = day == self._day
        painter.setPen(
            QPen(look.ink("focus"), 2) if chosen and self.hasFocus() else look.ink("border")
        )
        painter.setBrush(look.ink("selected" if chosen else "surface" if inside else "canvas"))
        painter.drawRoundedRect(cell, 4, 4)
        today = day == self.context.format.today()
        painter.setFont(look.font("strong" if today or chosen else "caption"))
        painter.setPen(look.ink("accent" if today else "text" if inside else "text3"))
        number = QRectF(cell.left() + 6, cell.top() + 2, cell.width() - 12, look.px(20))
        painter.drawText(
            number, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), str(day.day)
        )
        if today:
            wide = QFontMetrics(painter.font()).horizontalAdvance(str(day.day))
            painter.fillRect(
                QRectF(number.left(), number.bottom() - 1, wide, 2), look.ink("accent")
            )
        self._paint_marks(painter, cell, self._marks.get(day, ()))

    def _paint_marks(self, painter: QPainter, cell: QRectF, marks: Sequence[Mark]) -> None:
        look = self.context.look
        line = look.px(18)
        room = int((cell.height() - look.px(24)) // line)
        painter.setFont(look.font("caption"))
        metrics = QFontMetrics(painter.font())
        if room < 1 or cell.width() < 72:
            painter.setPen(Qt.PenStyle.NoPen)
            for i, (_, tone) in enumerate(marks[:4]):
                painter.setBrush(look.ink(tone.ink))
                painter.drawEllipse(QPointF(cell.left() + 10 + i * 8, cell.bottom() - 7), 2.5, 2.5)
            return
        shown = marks if len(marks) <= room else marks[: room - 1]
        for i, (words, tone) in enumerate(shown):
            box = QRectF(
                cell.left() + 4, cell.top() + look.px(22) + i * line, cell.width() - 8, line - 2
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.ink(tone.ground))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(look.ink(tone.ink))
            text = metrics.elidedText(
                self.context.text(words), Qt.TextElideMode.ElideRight, int(box.width()) - 8
            )
            painter.drawText(box.adjusted(4, 0, -4, 0), int(Qt.AlignmentFlag.AlignVCenter), text)
        if len(shown) < len(marks):
            painter.setPen(look.ink("text3"))
            bottom = QRectF(cell.left() + 8, cell.bottom() - line, cell.width() - 16, line)
            painter.drawText(
                bottom, int(Qt.AlignmentFlag.AlignVCenter), f"+{len(marks) - len(shown)}"
            )
