"""Pictures of the client pages: monogram, the week of allowed hours, silence against the rhythm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.clients.preferences import Hour
from vipdesk.ui.pages.client_words import day_names, overdue_share, silence
from vipdesk.ui.tables.delegate import Cell
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.clients.registry import ClientRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.tables.column import Column
    from vipdesk.ui.theme.look import Look

_HOUR_INK = {
    Hour.PREFERRED: "success",
    Hour.ALLOWED: "info",
    Hour.USUAL: "selected",
    Hour.CLOSED: "sunken",
    Hour.FORBIDDEN: "danger",
}
LEGEND = (
    (Hour.PREFERRED, say("preferred")),
    (Hour.ALLOWED, say("allowed")),
    (Hour.USUAL, say("club hours")),
    (Hour.FORBIDDEN, say("never")),
)
_BAR = 44
_BAR_HEIGHT = 6


class Monogram(QWidget, Speaking):
    """Two letters in a ring of brass."""

    def __init__(self, context: Context, *, size: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._letters, self._side = "", size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letters(self, letters: str) -> None:
        """Other initials."""
        self._letters = letters
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.context.look.px(self._side)
        return QSize(side, side)

    def restyle(self) -> None:
        """Another theme or text size."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring and the letters."""
        look, painter = self.context.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(look.ink("sunken"))
        painter.setPen(QPen(look.ink("brass_deco"), 1))
        painter.drawEllipse(box)
        painter.setFont(look.font("title"))
        painter.setPen(look.ink("text2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._letters)
        painter.end()


class WeekPicture(QWidget, Speaking):
    """Seven days by 24 hours on the client's own clock; the present hour is framed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._week: tuple[tuple[Hour, ...], ...] = ()
        self._now: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak(setAccessibleName=say("Hours for calls, by day of the week"))

    def show_week(self, week: tuple[tuple[Hour, ...], ...], now: tuple[int, int] | None) -> None:
        """`now` is (weekday, hour) at the client's; None if the zone is not known."""
        self._week, self._now = week, now
        self.update()

    def sizeHint(self) -> QSize:
        """Rows of 14 pixels under a line of hours."""
        px = self.context.look.px
        return QSize(px(280), px(14) * 7 + px(18))

    def minimumSizeHint(self) -> QSize:
        """As small as it can be read."""
        return QSize(200, self.sizeHint().height())

    def restyle(self) -> None:
        """Another theme or text size."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The grid."""
        if not self._week:
            return
        look, painter = self.context.look, QPainter(self)
        painter.setFont(look.font("caption"))
        names = day_names(self.context.words)
        metrics = QFontMetrics(painter.font())
        left = max(metrics.horizontalAdvance(n) for n in names) + 8
        wide, high = (self.width() - left) / 24, float(look.px(14))
        painter.setPen(look.ink("text3"))
        for hour in (0, 6, 12, 18):
            spot = QRectF(left + hour * wide, 0, wide * 6, look.px(16))
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignLeft), f"{hour:02}")
        top = float(look.px(18))
        for day, hours in enumerate(self._week):
            y = top + day * high
            painter.setPen(look.ink("text3"))
            painter.drawText(
                QRectF(0, y, left, high), int(Qt.AlignmentFlag.AlignVCenter), names[day]
            )
            for hour, kind in enumerate(hours):
                box = QRectF(left + hour * wide + 0.5, y + 1, wide - 1, high - 2)
                paint_hour(painter, look, box, kind)
        self._frame_now(painter, left, top, wide, high)
        painter.end()

    def _frame_now(
        self, painter: QPainter, left: float, top: float, wide: float, high: float
    ) -> None:
        if self._now is None:
            return
        day, hour = self._now
        painter.setPen(QPen(self.context.look.ink("text"), 2))
        painter.drawRect(QRectF(left + hour * wide, top + day * high, wide, high))


def paint_hour(painter: QPainter, look: Look, box: QRectF, kind: Hour) -> None:
    """One hour. Forbidden ones are hatched: nothing is said by colour alone."""
    ink = look.ink(_HOUR_INK[kind])
    if kind is Hour.FORBIDDEN:
        painter.fillRect(box, look.ink("danger_bg"))
        painter.fillRect(box, QBrush(ink, Qt.BrushStyle.BDiagPattern))
    else:
        painter.fillRect(box, ink)


class SilenceCell(Cell):
    """How long a client has been silent: a bar against the agreed rhythm, and the age in words."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(context, parent)
        self._silence_context = context

    def _paint_words(self, painter: QPainter, box: QRectF, column: Column[Any], row: Any) -> None:
        context = self._silence_context
        client: ClientRow = row
        look, now = context.look, context.now()
        share = overdue_share(client.last_contact_at, client.cadence_days, now)
        bar = QRectF(box.left(), box.center().y() - _BAR_HEIGHT / 2, _BAR, _BAR_HEIGHT)
        ink = _silence_ink(share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ink("border"))
        painter.drawRoundedRect(bar, 3, 3)
        if share is not None:
            painter.setBrush(look.ink(ink))
            filled = QRectF(bar)
            filled.setWidth(max(_BAR_HEIGHT, _BAR * min(1.0, share / 2)))
            painter.drawRoundedRect(filled, 3, 3)
        # The middle of the bar is one whole rhythm: what lies beyond is overdue.
        painter.fillRect(
            QRectF(bar.center().x() - 0.5, bar.top() - 2, 1, _BAR_HEIGHT + 4), look.ink("text3")
        )
        words = context.text(silence(client.last_contact_at, now))
        rest = box.adjusted(_BAR + 8, 0, 0, 0)
        painter.setFont(look.font("body"))
        painter.setPen(look.ink("text" if ink == "accent" else ink))
        shown = QFontMetrics(painter.font()).elidedText(
            words, Qt.TextElideMode.ElideRight, int(rest.width())
        )
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _silence_ink(share: float | None) -> str:
    if share is None or share > 1.5:
        return "danger"
    return "warning" if share > 1.0 else "accent"
