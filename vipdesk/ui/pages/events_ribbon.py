"""A season as a ribbon: a year from left to right, a lane for each kind, venue or tier.

Below the lanes stands how alike each event is to those before it, with the limit as a line:
where the bars reach over it, the season repeats itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen

from vipdesk.events.monotony import LIMIT, shown
from vipdesk.ui.pages.event_parts import STATE_TONES, kind_icon, there
from vipdesk.ui.pages.events_picture import EventPicture
from vipdesk.ui.theme import icons
from vipdesk.vocabulary import EventState
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.events.programme import EventRow
    from vipdesk.events.season import Variety
    from vipdesk.ui.context import Context

_MONTHS = 12
_SIDE = 24  # a mark
_LANE, _WIDE_LANE = 26, 40
_BARS = 72


class Lanes(StrEnum):
    """What a lane of the ribbon is."""

    KIND = "kind"
    VENUE = "venue"
    TIER = "tier"


class SeasonRibbon(EventPicture):
    """`show_season(first, events, varieties, lanes, tiers)`: the year that begins at `first`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._begin = context.format.today().replace(day=1)
        self._events: tuple[EventRow, ...] = ()
        self._varieties: Mapping[UUID, Variety] = {}
        self._lanes = Lanes.KIND
        self._tiers: Mapping[str, str] = {}
        self._rows: list[tuple[str, list[EventRow]]] = []
        super().__init__(context, say("The season"), parent)

    def show_season(
        self, first: date, events: Sequence[EventRow], varieties: Mapping[UUID, Variety],
        lanes: Lanes, tiers: Mapping[str, str],
    ) -> None:  # fmt: skip
        """Show the year from the first day of a month; `tiers`: names by code."""
        self._begin, self._varieties, self._lanes, self._tiers = first, varieties, lanes, tiers
        last = _later(first, _MONTHS)
        self._events = tuple(e for e in events if first <= self._date(e) < last)
        self._rows = self._sorted()
        self.setMinimumHeight(self._high())
        self.renew()

    def sizeHint(self) -> QSize:
        """Room for all lanes."""
        return QSize(900, self._high())

    def more_of(self, event: EventRow) -> str:
        """How monotonous it is."""
        variety = self._varieties.get(event.id)
        if variety is None:
            return ""
        return self.context.words(say("Monotony {figure}", figure=shown(variety.index)))

    def respeak(self) -> None:
        """Lanes in the other language."""
        self._rows = self._sorted()
        self.renew()

    # Lanes ------------------------------------------------------------------------------------

    def _sorted(self) -> list[tuple[str, list[EventRow]]]:
        """Lanes with their events, the fullest first."""
        found: dict[str, list[EventRow]] = {}
        for event in self._events:
            for name in self._names(event):
                found.setdefault(name, []).append(event)
        return sorted(found.items(), key=lambda lane: (-len(lane[1]), lane[0]))

    def _names(self, event: EventRow) -> list[str]:
        words = self.context.words
        if self._lanes is Lanes.KIND:
            return [self.context.text(event.called(words.lang))]
        if self._lanes is Lanes.VENUE:
            return [event.place(words.lang) or words(say("No place yet"))]
        return [self._tiers.get(t, t) for t in event.tiers] or [words(say("All tiers"))]

    def _beside(self, step: int) -> int:
        """The nearest event in the lane above or below."""
        if not self._boxes:
            return self._at
        box, _ = self._boxes[self._at]
        tops = sorted({b.top() for b, _ in self._boxes})
        at = tops.index(box.top()) + step
        if not 0 <= at < len(tops):
            return self._at
        there_ = [n for n, (b, _) in enumerate(self._boxes) if b.top() == tops[at]]
        return min(there_, key=lambda n: abs(self._boxes[n][0].left() - box.left()))

    # Places -----------------------------------------------------------------------------------

    def _date(self, event: EventRow) -> date:
        return there(event.starts_at, event.zone).date()

    def _head(self) -> float:
        return float(self.context.look.px(28))

    def _left(self) -> float:
        return min(self.width() * 0.28, float(self.context.look.px(190)))

    def _lane(self) -> float:
        """As wide as there is room for, within reason."""
        room = (self.height() - self._head() - _BARS - 20) / max(3, len(self._rows))
        return max(self._least(), min(room, float(_WIDE_LANE)))

    def _least(self) -> float:
        return float(max(_LANE, self.context.look.px(24)))

    def _high(self) -> int:
        return round(self._head() + max(3, len(self._rows)) * self._least() + _BARS + 20)

    def _x(self, day: date) -> float:
        room = self.width() - self._left() - _SIDE
        days = (_later(self._begin, _MONTHS) - self._begin).days
        return self._left() + _SIDE / 2 + room * (day - self._begin).days / days

    def _placed(self) -> list[tuple[QRectF, EventRow]]:
        found = []
        for lane, (_, events) in enumerate(self._rows):
            middle = self._head() + (lane + 0.5) * self._lane()
            for event in events:
                x = self._x(self._date(event))
                found.append((QRectF(x - _SIDE / 2, middle - _SIDE / 2, _SIDE, _SIDE), event))
        return sorted(found, key=lambda pair: (pair[1].starts_at, pair[0].top()))

    # Drawing ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Months, lanes, marks, bars."""
        painter = self._painter()
        bottom = self._head() + max(1, len(self._rows)) * self._lane()
        self._paint_months(painter, bottom)
        self._paint_lanes(painter)
        for number, (box, row) in enumerate(self._boxes):
            self._paint_mark(painter, box, row, chosen=number == self._at and self.hasFocus())
        self._paint_bars(painter, bottom + 12)
        painter.end()

    def _paint_months(self, painter: QPainter, bottom: float) -> None:
        from babel.dates import format_date

        look, locale = self.context.look, self.context.words.locale
        painter.setFont(look.font("caption"))
        for number in range(_MONTHS):
            day = _later(self._begin, number)
            x, after = self._x(day), self._x(_later(self._begin, number + 1))
            painter.setPen(QPen(look.ink("border"), 1))
            painter.drawLine(int(x), 4, int(x), int(bottom + 12 + _BARS))
            painter.setPen(look.ink("text2"))
            form = "LLL yy" if day.month == 1 or number == 0 else "LLL"
            text = format_date(day, form, locale=locale)
            painter.drawText(QRectF(x + 6, 0, after - x, self._head()),
                             int(Qt.AlignmentFlag.AlignVCenter), text)  # fmt: skip
        today = self.context.format.today()
        if self._begin <= today < _later(self._begin, _MONTHS):
            painter.setPen(QPen(look.ink("accent"), 2))
            x = int(self._x(today))
            painter.drawLine(x, int(self._head()), x, int(bottom + 12 + _BARS))

    def _paint_lanes(self, painter: QPainter) -> None:
        look = self.context.look
        for lane, (name, events) in enumerate(self._rows):
            top = self._head() + lane * self._lane()
            painter.setPen(QPen(look.ink("border"), 1))
            painter.drawLine(0, int(top), self.width(), int(top))
            painter.setFont(look.font("body"))
            painter.setPen(look.ink("text"))
            metrics = QFontMetrics(painter.font())
            box = QRectF(0, top, self._left() - 40, self._lane())
            text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
            painter.setFont(look.font("caption"))
            painter.setPen(look.ink("text3"))
            count = QRectF(self._left() - 40, top, 28, self._lane())
            right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
            painter.drawText(count, right, str(len(events)))

    def _paint_mark(self, painter: QPainter, box: QRectF, row: EventRow, *, chosen: bool) -> None:
        look, tone = self.context.look, STATE_TONES[row.state]
        variety = self._varieties.get(row.id)
        over = variety is not None and variety.warns
        ink = look.ink("focus" if chosen else "warning" if over else "border_strong")
        pen = QPen(ink, 2 if chosen or over else 1)
        if row.state in (EventState.DRAFT, EventState.PLANNED):
            pen.setStyle(Qt.PenStyle.DashLine)  # nobody was told yet
        painter.setPen(pen)
        painter.setBrush(look.ink("surface" if row.state is EventState.DRAFT else tone.ground))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        icons.paint(painter, look, kind_icon(row), box.adjusted(5, 5, -5, -5))
        if row.state is EventState.CANCELLED:
            painter.setPen(QPen(look.ink("danger"), 2))
            painter.drawLine(box.adjusted(4, 4, -4, -4).topLeft(),
                             box.adjusted(4, 4, -4, -4).bottomRight())  # fmt: skip

    def _paint_bars(self, painter: QPainter, top: float) -> None:
        look = self.context.look
        painter.setFont(look.font("caption"))
        painter.setPen(look.ink("text2"))
        name = QRectF(0, top, self._left() - 12, _BARS)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        text = self.context.words(say("How alike to the six before: {limit} is the limit",
                                      limit=shown(LIMIT)))  # fmt: skip
        painter.drawText(name, flags, text)
        base = top + _BARS
        painter.setPen(Qt.PenStyle.NoPen)
        for event in self._events:
            variety = self._varieties.get(event.id)
            if variety is None:
                continue
            high = max(2.0, variety.index * (_BARS - 4))
            painter.setBrush(look.ink("warning" if variety.warns else "border_strong"))
            painter.drawRect(QRectF(self._x(self._date(event)) - 3, base - high, 6, high))
        line = base - LIMIT * (_BARS - 4)
        pen = QPen(look.ink("warning"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(int(self._left()), int(line), self.width(), int(line))
        painter.setPen(QPen(look.ink("border"), 1))
        painter.drawLine(int(self._left()), int(base), self.width(), int(base))


def _later(first: date, months: int) -> date:
    count = first.month - 1 + months
    return date(first.year + count // 12, count % 12 + 1, 1)


def season_begin(today: date) -> date:
    """A ribbon shows eight months back and the coming four, this one among them."""
    return _later(today.replace(day=1), -8)


def turned(first: date, step: int) -> date:
    """The ribbon moved by a quarter."""
    return _later(first, 3 * step)
