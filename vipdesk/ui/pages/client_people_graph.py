"""The small picture of a client's people: the client in the middle, the others left and right.

Where everybody stands is reckoned by `lay_out`, which knows no screen: each person has a row of
their own at one side and the words point outwards, so that no words meet. Lines say how close
people are by their width; whom to keep apart has a dashed line and its own word.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PersonKind
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from vipdesk.clients.people_map import MapPerson, PeopleMap
    from vipdesk.ui.context import Context

RADIUS = 14.0
ROW = 42.0
_MIDDLE = 22.0
_GAP = 8.0
_LEAST = 168.0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one person stands: the circle's middle, and the box of the words beside it."""

    person: MapPerson
    x: float
    y: float
    words: QRectF
    left: bool


def height_for(people: int, row: float = ROW) -> float:
    """How high a picture of so many people is."""
    return max(_LEAST, (people + 1) // 2 * row + 16)


def middle_of(people: int, width: float) -> float:
    """Where the client stands: with one person alone, further to the left, for the words."""
    return width / 2 if people != 1 else max(_MIDDLE + _GAP, width * 0.25)


def lay_out(
    people: tuple[MapPerson, ...], width: float, height: float, row: float = ROW
) -> tuple[Spot, ...]:
    """The first half at the right from the top, the rest at the left; kinds stay together."""
    half, middle = (len(people) + 1) // 2, middle_of(len(people), width)
    spots = []
    for left, some in ((False, people[:half]), (True, people[half:])):
        for place, person in enumerate(some):
            spots.append(
                _spot(
                    person,
                    place,
                    len(some),
                    left=left,
                    size=(width, height),
                    row=row,
                    middle=middle,
                )
            )
    return tuple(spots)


def _spot(
    person: MapPerson,
    place: int,
    among: int,
    *,
    left: bool,
    size: tuple[float, float],
    row: float,
    middle: float,
) -> Spot:
    width, height = size
    step = max(row, (height - 16) / max(among, 1))
    y = height / 2 + (place - (among - 1) / 2) * step
    # An arc that is flatter than the picture is high: the outermost rows come nearer.
    bend = sqrt(max(0.0, 1 - ((y - height / 2) / (height * 0.62)) ** 2))
    reach = min(width * 0.17, 96.0) * bend
    x = middle + (-reach if left else reach)
    edge = x - RADIUS - _GAP if left else x + RADIUS + _GAP
    box = (
        QRectF(4, y - row / 2, max(1.0, edge - 4), row)
        if left
        else QRectF(edge, y - row / 2, max(1.0, width - 4 - edge), row)
    )
    return Spot(person, x, y, box, left)


class PeopleGraph(QWidget, Speaking):
    """The picture. Arrow keys walk from person to person, Enter and a click open a client."""

    opened = Signal(object)  # the client's id
    walked = Signal(object)  # the person the keyboard is at

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._map: PeopleMap | None = None
        self._spots: tuple[Spot, ...] = ()
        self._at, self._monogram = -1, ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.speak(setAccessibleName=say("The people around the client as a picture"))

    # Showing -----------------------------------------------------------------------------------

    def show_map(self, found: PeopleMap, monogram: str) -> None:
        """Another picture; the keyboard stays at the same person if they are still there."""
        before = self.person.key if self.person is not None else None
        self._map, self._monogram = found, monogram
        self.setFixedHeight(round(height_for(len(found.people), self._row())))
        self._place()
        keys = [spot.person.key for spot in self._spots]
        self._at = keys.index(before) if before in keys else -1
        self._say_where()
        self.update()

    @property
    def person(self) -> MapPerson | None:
        """Whom the keyboard is at."""
        return self._spots[self._at].person if 0 <= self._at < len(self._spots) else None

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Where everybody stands."""
        return self._spots

    def _row(self) -> float:
        return float(self.context.look.px(round(ROW)))

    def _place(self) -> None:
        people = self._map.people if self._map is not None else ()
        self._spots = lay_out(people, self.width(), self.height(), self._row())

    def sizeHint(self) -> QSize:
        """Wide enough for words at both sides."""
        return QSize(380, max(self.minimumHeight(), round(_LEAST)))

    def minimumSizeHint(self) -> QSize:
        """Narrower, words are cut with '…'."""
        return QSize(280, max(self.minimumHeight(), round(_LEAST)))

    def restyle(self) -> None:
        """Another ink, another size."""
        if self._map is not None:
            self.show_map(self._map, self._monogram)

    def respeak(self) -> None:
        """Names in the other language's letters."""
        self._say_where()
        self.update()

    def resizeEvent(self, event: object) -> None:
        """Everybody moves."""
        self._place()

    # Walking -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down in one side, left and right to the other, Enter opens."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self._open(self.person)
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._walk(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._cross(left=event.key() == Qt.Key.Key_Left)
            case Qt.Key.Key_Home | Qt.Key.Key_End:
                self._go(0 if event.key() == Qt.Key.Key_Home else len(self._spots) - 1)
            case _:
                super().keyPressEvent(event)
                return
        event.accept()

    def _walk(self, step: int) -> None:
        if self._at < 0:
            self._go(0)
        elif 0 <= self._at + step < len(self._spots):
            self._go(self._at + step)

    def _cross(self, *, left: bool) -> None:
        here = self._spots[self._at].y if self._at >= 0 else self.height() / 2
        side = [(abs(s.y - here), n) for n, s in enumerate(self._spots) if s.left is left]
        if side:
            self._go(min(side)[1])

    def _go(self, place: int) -> None:
        if not self._spots:
            return
        self._at = place
        self._say_where()
        self.update()
        self.walked.emit(self.person)

    def _say_where(self) -> None:
        person = self.person
        self.speak(
            setAccessibleDescription=""
            if person is None
            else say("{who}, {label}", who=person.who, label=person.label)
        )

    def _open(self, person: MapPerson | None) -> None:
        if person is not None and person.client_id is not None:
            self.opened.emit(person.client_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By the keyboard one comes to the first person."""
        super().focusInEvent(event)
        if self._at < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    # The mouse ---------------------------------------------------------------------------------

    def _spot_at(self, at: QPointF) -> Spot | None:
        for spot in self._spots:
            circle = QRectF(spot.x - RADIUS, spot.y - RADIUS, 2 * RADIUS, 2 * RADIUS)
            if circle.contains(at) or spot.words.contains(at):
                return spot
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there; a client opens."""
        spot = self._spot_at(event.position())
        if spot is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._go(self._spots.index(spot))
        self._open(spot.person)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over a client, and the whole words for whoever is cut."""
        spot = self._spot_at(event.position())
        opens = spot is not None and spot.person.client_id is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        lines = self._words(spot.person) if spot is not None else ()
        self.setToolTip("\n".join(lines))

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is pointed at."""
        self.setToolTip("")
        super().leaveEvent(event)

    # Drawing -----------------------------------------------------------------------------------

    def _words(self, person: MapPerson) -> tuple[str, str]:
        lang: Lang = self.context.settings.lang
        said = self.context.text(person.label)
        if person.kind is PersonKind.FRICTION:
            said = self.context.words(say("apart: {label}", label=person.label))
        return person.who.shown(lang), said

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines below, people above, words outside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._map is not None:
            self._paint_links(painter)
            for spot in self._spots:
                self._paint_edge(painter, spot)
            for number, spot in enumerate(self._spots):
                self._paint_person(painter, spot, here=number == self._at and self.hasFocus())
            self._paint_middle(painter)
        painter.end()

    def _middle(self) -> QPointF:
        return QPointF(middle_of(len(self._spots), self.width()), self.height() / 2)

    def _paint_links(self, painter: QPainter) -> None:
        look = self.context.look
        spots = {spot.person.key: spot for spot in self._spots}
        middle = self._middle()
        for link in self._map.links if self._map is not None else ():
            one, other = spots[link.one], spots[link.other]
            path = QPainterPath(QPointF(one.x, one.y))
            half = QPointF((one.x + other.x) / 2, (one.y + other.y) / 2)
            path.quadTo(half + (middle - half) * 0.45, QPointF(other.x, other.y))
            rift = link.kind is PersonKind.FRICTION
            pen = QPen(look.ink("danger" if rift else "border_strong"), 1)
            pen.setStyle(Qt.PenStyle.DashLine if rift else Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)

    def _paint_edge(self, painter: QPainter, spot: Spot) -> None:
        look, person = self.context.look, spot.person
        rift = person.kind is PersonKind.FRICTION
        pen = QPen(look.ink("danger" if rift else "accent"), person.strength)
        if rift:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(self._middle(), QPointF(spot.x, spot.y))

    def _paint_person(self, painter: QPainter, spot: Spot, *, here: bool) -> None:
        look, person = self.context.look, spot.person
        rift = person.kind is PersonKind.FRICTION
        painter.setPen(QPen(look.ink("danger" if rift else "accent"), 1.5))
        painter.setBrush(look.ink("selected" if person.client_id else "surface"))
        painter.drawEllipse(QPointF(spot.x, spot.y), RADIUS, RADIUS)
        name, relation = self._words(person)
        font = look.font("caption")
        painter.setFont(font)
        painter.setPen(look.ink("text"))
        circle = QRectF(spot.x - RADIUS, spot.y - RADIUS, 2 * RADIUS, 2 * RADIUS)
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), _monogram(name))
        side = Qt.AlignmentFlag.AlignRight if spot.left else Qt.AlignmentFlag.AlignLeft
        upper = QRectF(spot.words)
        upper.setHeight(spot.words.height() / 2)
        lower = QRectF(upper)
        lower.moveTop(upper.bottom())
        kind = "strong" if person.client_id else "body"
        self._say(painter, upper, name, kind, "text", side | Qt.AlignmentFlag.AlignBottom)
        ink = "danger" if rift else "text2"
        self._say(painter, lower, relation, "caption", ink, side | Qt.AlignmentFlag.AlignTop)
        if here:
            painter.setPen(QPen(look.ink("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(spot.x, spot.y), RADIUS + 3, RADIUS + 3)

    def _say(
        self, painter: QPainter, box: QRectF, text: str, kind: str, ink: str,
        where: Qt.AlignmentFlag,
    ) -> None:  # fmt: skip
        look = self.context.look
        font = look.font(kind)
        painter.setFont(font)
        painter.setPen(look.ink(ink))
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, int(where), cut)

    def _paint_middle(self, painter: QPainter) -> None:
        look = self.context.look
        middle = self._middle()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.ink("accent"))
        painter.drawEllipse(middle, _MIDDLE, _MIDDLE)
        painter.setPen(look.ink("on_accent"))
        painter.setFont(look.font("strong"))
        box = QRectF(middle.x() - _MIDDLE, middle.y() - _MIDDLE, 2 * _MIDDLE, 2 * _MIDDLE)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._monogram)


def _monogram(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words[:2]).upper()
