"""Pictures of the client pages: monogram, the week of allowed hours, silence against the rhythm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.clients.preferences import Hour
from vipdesk.ui.pages.client_words import day_names
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
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
    """The photo in a ring of brass, or two letters where there is none."""

    def __init__(self, context: Context, *, size: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._letters, self._side = "", size
        self._photo = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letters(self, letters: str) -> None:
        """Other initials, no photo."""
        self._letters, self._photo = letters, QImage()
        self.update()

    def show_photo(self, image: bytes | None) -> None:
        """A JPEG; None leaves the initials."""
        self._photo = QImage.fromData(image) if image is not None else QImage()
        self.update()

    @property
    def has_photo(self) -> bool:
        """Whether a photo is shown."""
        return not self._photo.isNull()

    def sizeHint(self) -> QSize:
        """A square."""
        side = self.context.look.px(self._side)
        return QSize(side, side)

    def restyle(self) -> None:
        """Another theme or text size."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, and the picture or the letters."""
        look, painter = self.context.look, QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.ink("brass_deco"), 1))
        if self._photo.isNull():
            painter.setBrush(look.ink("sunken"))
            painter.drawEllipse(box)
            painter.setFont(look.font("title"))
            painter.setPen(look.ink("text2"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._letters)
        else:
            inside = QPainterPath()
            inside.addEllipse(box)
            painter.setClipPath(inside)
            painter.drawImage(box, self._photo, _head(self._photo))
            painter.setClipping(False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
        painter.end()


def _head(photo: QImage) -> QRectF:
    """The square of a portrait where the face is: the middle, and nearer to the top."""
    wide, high = photo.width(), photo.height()
    side = min(wide, high)
    return QRectF((wide - side) / 2, (high - side) / 4, side, side)


class WeekPicture(QWidget, Speaking):
    """Seven days by 24 hours on the client's own clock; the present hour is framed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._week: tuple[tuple[Hour, ...], ...] = ()
        self._now: tuple[int, int] | None = None
        # 168 boxes cost more than the rest of the page's paint: drawn once, then shown.
        self._drawn: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak(setAccessibleName=say("Hours for calls, by day of the week"))

    def show_week(self, week: tuple[tuple[Hour, ...], ...], now: tuple[int, int] | None) -> None:
        """`now` is (weekday, hour) at the client's; None if the zone is not known."""
        if (week, now) != (self._week, self._now):
            self._week, self._now, self._drawn = week, now, None
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
        self._drawn = None
        self.updateGeometry()
        self.update()

    def respeak(self) -> None:
        """The days have other names."""
        self._drawn = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The grid."""
        scale = self.devicePixelRatioF()
        if self._drawn is None or self._drawn.size() != self.size() * scale:
            self._drawn = QPixmap(self.size() * scale)
            self._drawn.setDevicePixelRatio(scale)
            self._drawn.fill(Qt.GlobalColor.transparent)
            if self._week:
                self._draw(self._drawn)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        painter.end()

    def _draw(self, onto: QPixmap) -> None:
        look, painter = self.context.look, QPainter(onto)
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
