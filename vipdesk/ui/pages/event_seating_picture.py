"""The room as a picture: tables, chairs and who sits there, drawn by QPainter from tokens."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.events.seating.room import SNAP, Piece, PieceKind, Room, chairs
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Context

CHAIR = 27  # radius in centimetres
_TWO_LINES = 42  # pixels of a table that holds its number and who sits there
Spot = tuple[int, int]
"""(table, chair)"""


class Mode(Enum):
    """What the mouse does."""

    GUESTS = "guests"
    ROOM = "room"


@dataclass(frozen=True, slots=True)
class Sitter:
    """Who sits on a chair. host: a colleague, who is moved with the table alone."""

    client_id: UUID | None
    place: int
    initials: str
    name: str
    tip: str
    locked: bool = False
    trouble: bool = False
    host: bool = False


@dataclass(slots=True)
class Hand:
    """What the mouse or the keyboard holds."""

    piece: int = -1
    spot: Spot | None = None
    start: QPointF = field(default_factory=QPointF)
    at: QPointF = field(default_factory=QPointF)
    from_x: int = 0
    from_y: int = 0
    moving: bool = False


class RoomPicture(QWidget, Speaking):
    """Shows a `Room` with its sitters; what the hand holds is drawn where the hand is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.speak(setAccessibleName=say("Plan of the tables"))
        self.room, self.mode = Room(), Mode.GUESTS
        self.sitters: dict[Spot, Sitter] = {}
        self.troubled: set[int] = set()
        self.piece = -1
        self.spot: Spot | None = None
        self._hand = Hand()
        self._lifted: Spot | None = None

    def minimumSizeHint(self) -> QSize:
        """Small enough for the smallest window."""
        return QSize(360, 260)

    def sizeHint(self) -> QSize:
        """What a room likes to have."""
        return QSize(700, 480)

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def respeak(self) -> None:
        """Words inside."""
        self.update()

    # Where things are -------------------------------------------------------------------------

    def _scale(self) -> tuple[float, float, float]:
        scale = min(
            (self.width() - 16) / max(1, self.room.width),
            (self.height() - 16) / max(1, self.room.depth),
        )
        left = (self.width() - self.room.width * scale) / 2
        top = (self.height() - self.room.depth * scale) / 2
        return scale, left, top

    def to_screen(self, x: float, y: float) -> QPointF:
        """Centimetres to pixels."""
        scale, left, top = self._scale()
        return QPointF(left + x * scale, top + y * scale)

    def to_room(self, point: QPointF) -> tuple[float, float]:
        """Pixels to centimetres."""
        scale, left, top = self._scale()
        return (point.x() - left) / scale, (point.y() - top) / scale

    def spot_at(self, point: QPointF) -> Spot | None:
        """The chair there."""
        x, y = self.to_room(point)
        reach = max(CHAIR + 5.0, 13 / self._scale()[0])
        near = [
            ((chair.x - x) ** 2 + (chair.y - y) ** 2, (table.number, chair.number))
            for table in self.room.tables
            for chair in chairs(table)
        ]
        best = min(near, default=None)
        return best[1] if best is not None and best[0] <= reach**2 else None

    def piece_at(self, point: QPointF) -> int:
        """The piece there, the uppermost first; -1 for the floor."""
        x, y = self.to_room(point)
        for index in reversed(range(len(self.room.pieces))):
            piece = self.room.pieces[index]
            reach = 45 if piece.is_table else 15
            turned = piece.turn % 180 in range(46, 135)
            wide, deep = (piece.depth, piece.width) if turned else (piece.width, piece.depth)
            if abs(piece.x - x) <= wide / 2 + reach and abs(piece.y - y) <= deep / 2 + reach:
                return index
        return -1

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.context.look
        scale, left, top = self._scale()
        floor = QRectF(left, top, self.room.width * scale, self.room.depth * scale)
        painter.setPen(QPen(look.ink("border"), 1))
        painter.setBrush(look.ink("surface"))
        painter.drawRoundedRect(floor, 6, 6)
        for index, piece in enumerate(self.room.pieces):
            self._paint_piece(painter, index, self._shown(index, piece))
        if self._hand.moving and self._hand.spot is not None:
            who = self.sitters.get(self._hand.spot)
            if who is not None:
                self._paint_chair(painter, self._hand.at, 14, who, "accent")
        if self.hasFocus():
            painter.setPen(QPen(look.ink("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _shown(self, index: int, piece: Piece) -> Piece:
        """A piece under way is drawn where the hand is."""
        if not self._hand.moving or self._hand.piece != index:
            return piece
        return self._moved(piece)

    def _moved(self, piece: Piece) -> Piece:
        x, y = self.to_room(self._hand.at)
        from_x, from_y = self.to_room(self._hand.start)
        return replace(
            piece,
            x=_snap(self._hand.from_x + x - from_x),
            y=_snap(self._hand.from_y + y - from_y),
        )

    def _paint_piece(self, painter: QPainter, index: int, piece: Piece) -> None:
        look = self.context.look
        scale = self._scale()[0]
        chosen = self.mode is Mode.ROOM and index == self.piece
        middle = self.to_screen(piece.x, piece.y)
        painter.save()
        painter.translate(middle)
        painter.rotate(piece.turn)
        box = QRectF(
            -piece.width * scale / 2, -piece.depth * scale / 2,
            piece.width * scale, piece.depth * scale,
        )  # fmt: skip
        trouble = piece.number in self.troubled and piece.is_table
        edge = "accent" if chosen else "danger" if trouble else "border_strong"
        painter.setPen(QPen(look.ink(edge), 2.5 if chosen or trouble else 1.2))
        painter.setBrush(look.ink("sunken"))
        if piece.kind is PieceKind.ROUND:
            painter.drawEllipse(box)
        elif piece.kind is PieceKind.DOOR:
            painter.setBrush(look.ink("surface"))
            painter.drawRect(box)
        else:
            painter.drawRoundedRect(box, 4, 4)
        painter.restore()
        self._paint_words(painter, piece, middle, scale)
        if piece.is_table:
            for chair in chairs(piece):
                self._paint_spot(painter, piece, chair.number, self.to_screen(chair.x, chair.y))

    def _paint_words(self, painter: QPainter, piece: Piece, middle: QPointF, scale: float) -> None:
        look = self.context.look
        half = max(40.0, piece.width * scale / 2)
        box = QRectF(middle.x() - half, middle.y() - 20, 2 * half, 40)
        centre = int(Qt.AlignmentFlag.AlignCenter)
        painter.setPen(look.ink("text"))
        if not piece.is_table:
            painter.setFont(look.font("caption"))
            painter.setPen(look.ink("text2"))
            words = say("Stage") if piece.kind is PieceKind.STAGE else say("Entrance")
            up = 0 if piece.kind is PieceKind.STAGE else -16
            painter.drawText(box.translated(0, up), centre, self.context.text(words))
            return
        painter.setFont(look.font("strong"))
        if piece.depth * scale < _TWO_LINES:  # a room of many tables in a small window
            painter.drawText(box, centre, str(piece.number))
            return
        painter.drawText(box.translated(0, -7), centre, str(piece.number))
        beside = painter.fontMetrics().horizontalAdvance(str(piece.number)) / 2 + 8
        taken = sum(1 for (table, _), s in self.sitters.items()
                    if table == piece.number and not s.host)  # fmt: skip
        painter.setFont(look.font("caption", tabular=True))
        painter.setPen(look.ink("text2"))
        painter.drawText(box.translated(0, 9), centre, f"{taken}/{piece.for_guests}")
        if piece.step_free:
            reach = max(4.0, min(8.0, piece.depth * scale / 10))
            self._paint_ramp(painter, QPointF(middle.x() + beside + reach, middle.y() - 7), reach)

    def _paint_ramp(self, painter: QPainter, at: QPointF, reach: float) -> None:
        """The mark of a table without a step: a ramp."""
        painter.setPen(QPen(self.context.look.ink("text2"), 1.6))
        painter.drawLine(at + QPointF(-reach, 4), at + QPointF(reach, 4))
        painter.drawLine(at + QPointF(-reach, 4), at + QPointF(reach, 4 - reach * 0.8))

    def _paint_spot(self, painter: QPainter, piece: Piece, number: int, at: QPointF) -> None:
        spot = (piece.number, number)
        radius = max(5.0, min(17.0, CHAIR * self._scale()[0]))
        lifted = spot == self._lifted or (self._hand.moving and spot == self._hand.spot)
        who = None if lifted else self.sitters.get(spot)
        edge = "accent" if spot == self.spot and self.mode is Mode.GUESTS else ""
        self._paint_chair(painter, at, radius, who, edge)
        if spot == self.spot and self._lifted is not None:
            painter.setPen(QPen(self.context.look.ink("focus"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 4, radius + 4)

    def _paint_chair(
        self, painter: QPainter, at: QPointF, radius: float, who: Sitter | None, edge: str
    ) -> None:
        look = self.context.look
        if who is None:
            painter.setPen(QPen(look.ink(edge or "border_strong"), 2 if edge else 1))
            painter.setBrush(look.ink("surface"))
            painter.drawEllipse(at, radius, radius)
            return
        ground, ink = ("accent", "on_accent") if who.host else ("selected", "text")
        ring = edge or ("danger" if who.trouble else "border_strong")
        painter.setPen(QPen(look.ink(ring), 2.4 if edge or who.trouble else 1))
        painter.setBrush(look.ink(ground))
        painter.drawEllipse(at, radius, radius)
        if radius >= 9:
            font = look.font("caption")
            font.setPixelSize(max(9, round(radius * 0.82)))
            painter.setFont(font)
            painter.setPen(look.ink(ink))
            box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), who.initials)
        if who.locked:
            self._paint_lock(painter, at + QPointF(radius * 0.75, -radius * 0.75))

    def _paint_lock(self, painter: QPainter, at: QPointF) -> None:
        look = self.context.look
        painter.setPen(QPen(look.ink("text"), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at + QPointF(0, -2.5), 2.4, 2.6)
        painter.setBrush(look.ink("text"))
        painter.drawRect(QRectF(at.x() - 3.5, at.y() - 1.5, 7, 5.5))


def _snap(value: float) -> int:
    return round(value / SNAP) * SNAP
