"""The room as a picture to work on: tables and guests are moved by mouse or keys.

Two modes. ROOM: pieces are dragged (they snap to a grid), turned, taken out. GUESTS: guests are
dragged from chair to chair; with the keyboard, Space lifts a guest and puts it down.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QToolTip

from vipdesk.events.seating.room import SNAP, Piece, Room, chairs
from vipdesk.ui.pages.event_seating_picture import Hand, Mode, RoomPicture, Sitter, Spot
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Context

MIME = "application/x-vipdesk-guest"


class RoomView(RoomPicture):
    """Shows a `Room` with its sitters."""

    # What the F1 sheet says while the plan is seen.
    keys_shown = (
        (say("Seating: from chair to chair"), say("Arrows")),
        (say("Seating: lift a guest, put down on another chair"), "Space"),
        (say("Seating: keep a guest on the chair, or let go"), "Shift+Space"),
        (say("Seating: take from the chair"), "Del"),
        (say("Tables: the next one, the one before"), say("PgDn, PgUp")),
        (say("Tables: move"), say("Arrows")),
        (say("Tables: turn"), say("Ctrl and arrows")),
        (say("Tables: number, chairs, host"), "Return"),
        (say("Tables: take out"), "Del"),
    )

    guest_moved = Signal(object, object)  # (client id, place), (table, chair)
    guest_chosen = Signal(object)  # client id or None
    piece_chosen = Signal(int)
    piece_opened = Signal(int)
    room_changed = Signal(object)  # Room
    unseat_requested = Signal(object)  # client id
    lock_requested = Signal(object, bool)  # client id, whether to keep on this chair

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.can_change = True

    # Showing ----------------------------------------------------------------------------------

    def show_room(self, room: Room, sitters: dict[Spot, Sitter], troubled: set[int]) -> None:
        """Everything anew; what is chosen stays chosen."""
        self.room, self.sitters, self.troubled = room, sitters, troubled
        self.piece = self.piece if self.piece < len(room.pieces) else -1
        self._hand, self._lifted = Hand(), None
        self.update()

    def set_mode(self, mode: Mode) -> None:
        """Guests or furniture."""
        self.mode, self.spot, self._lifted = mode, None, None
        self.piece = -1
        self.update()

    def choose_piece(self, index: int) -> None:
        """Choose a table or another piece."""
        self.piece = index
        self.piece_chosen.emit(index)
        self.update()

    def choose_client(self, client_id: UUID | None) -> None:
        """Show where a guest sits."""
        self.spot = next(
            (s for s, who in self.sitters.items() if who.client_id == client_id and not who.place),
            None,
        )
        self.update()

    # Mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        if self.mode is Mode.ROOM:
            index = self.piece_at(point)
            self.choose_piece(index)
            if index >= 0:
                piece = self.room.pieces[index]
                self._hand = Hand(index, None, point, point, piece.x, piece.y)
            return
        spot = self.spot_at(point)
        if self._lifted is not None and spot is not None:
            self._put_down(spot)
            return
        self._choose_spot(spot)
        who = self.sitters.get(spot) if spot is not None else None
        if who is not None and who.client_id is not None:
            self._hand = Hand(-1, spot, point, point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Under way."""
        held = self._hand.piece >= 0 or self._hand.spot is not None
        if not held or not self.can_change:
            return
        self._hand.at = event.position()
        far = (self._hand.at - self._hand.start).manhattanLength() > 6
        self._hand.moving = self._hand.moving or far
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down."""
        hand, moved = self._hand, None
        if hand.moving and hand.piece >= 0:
            moved = self._moved(self.room.pieces[hand.piece])
        self._hand = Hand()
        if moved is not None:
            self._change(hand.piece, moved)
        elif hand.moving and hand.spot is not None:
            self._move_guest(hand.spot, self.spot_at(event.position()))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a table's sheet."""
        index = self.piece_at(event.position())
        if self.mode is Mode.ROOM and index >= 0:
            self._hand = Hand()
            self.piece_opened.emit(index)

    def event(self, event: QEvent) -> bool:
        """A tip over each chair says who sits there and why."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            spot = self.spot_at(QPointF(event.pos()))
            who = self.sitters.get(spot) if spot is not None else None
            if who is not None:
                QToolTip.showText(event.globalPos(), who.tip, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A guest from the list beside the plan."""
        if event.mimeData().hasFormat(MIME) and self.can_change and self.mode is Mode.GUESTS:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put on a chair; beside one: on the first free chair of the table there."""
        point = event.position()
        spot = self.spot_at(point)
        if spot is None and (index := self.piece_at(point)) >= 0:
            spot = self.free_chair(self.room.pieces[index])
        person = guest_of(event.mimeData())
        if spot is not None and person is not None:
            self.guest_moved.emit(person, spot)
            event.acceptProposedAction()

    def free_chair(self, table: Piece) -> Spot | None:
        """The first chair of a table that nobody sits on."""
        spots = ((table.number, n) for n in range(2 if table.host else 1, table.seats + 1))
        return next((s for s in spots if s not in self.sitters), None)

    # Keyboard ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Space, Delete; see the sheet of shortcuts."""
        step = _ARROWS.get(Qt.Key(event.key()))
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        known = (
            self._room_key(event, step, turning=control)
            if self.mode is Mode.ROOM
            else self._guest_key(event, step)
        )
        if not known:
            super().keyPressEvent(event)
        self.update()

    def _room_key(self, event: QKeyEvent, step: tuple[int, int] | None, *, turning: bool) -> bool:
        key, count = event.key(), len(self.room.pieces)
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and count:
            self.choose_piece((self.piece + (1 if key == Qt.Key.Key_PageDown else -1)) % count)
            return True
        if self.piece < 0:
            return False
        piece = self.room.pieces[self.piece]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.piece_opened.emit(self.piece)
        elif not self.can_change:
            return False
        elif step is not None and turning:
            self.turn_piece(15 if step[0] + step[1] > 0 else -15)
        elif step is not None:
            self._change(
                self.piece, replace(piece, x=piece.x + SNAP * step[0], y=piece.y + SNAP * step[1])
            )
        elif key == Qt.Key.Key_Delete:
            self.remove_piece()
        else:
            return False
        return True

    def _guest_key(self, event: QKeyEvent, step: tuple[int, int] | None) -> bool:
        key = event.key()
        who = self.sitters.get(self.spot) if self.spot is not None else None
        if step is not None:
            self._choose_spot(self._next_spot(step))
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if who is not None and who.client_id and self.can_change:
                self.lock_requested.emit(who.client_id, not who.locked)
        elif key == Qt.Key.Key_Space and self._lifted is not None and self.spot is not None:
            self._put_down(self.spot)
        elif key == Qt.Key.Key_Space and who is not None and who.client_id and self.can_change:
            self._lifted = self.spot
        elif key == Qt.Key.Key_Escape and self._lifted is not None:
            self._lifted = None
        elif key == Qt.Key.Key_Delete and who is not None and who.client_id and self.can_change:
            self.unseat_requested.emit(who.client_id)
        else:
            return False
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    def _next_spot(self, step: tuple[int, int]) -> Spot | None:
        """The nearest chair in that direction."""
        places = {(t.number, c.number): (c.x, c.y) for t in self.room.tables for c in chairs(t)}
        if self.spot not in places:
            return min(places, default=None)
        x, y = places[self.spot]
        best, nearest = self.spot, float("inf")
        for spot, (cx, cy) in places.items():
            ahead = (cx - x) * step[0] + (cy - y) * step[1]
            aside = abs((cx - x) * step[1]) + abs((cy - y) * step[0])
            if ahead > 1 and ahead + 2 * aside < nearest:
                best, nearest = spot, ahead + 2 * aside
        return best

    # Doing ------------------------------------------------------------------------------------

    def add_piece(self, room: Room) -> None:
        """A room with one piece more, which is chosen: the arrows move it at once."""
        if self.can_change:
            self.room = room
            self.choose_piece(len(room.pieces) - 1)
            self.setFocus()
            self.room_changed.emit(room)

    def turn_piece(self, degrees: int) -> None:
        """Turn what is chosen."""
        if self.piece >= 0 and self.can_change:
            piece = self.room.pieces[self.piece]
            self._change(self.piece, replace(piece, turn=(piece.turn + degrees) % 360))

    def remove_piece(self) -> None:
        """Take out what is chosen."""
        if self.piece >= 0 and self.can_change:
            room, self.piece = self.room.without(self.piece), -1
            self.room_changed.emit(room)

    def _change(self, index: int, piece: Piece) -> None:
        self.room = self.room.with_piece(index, piece)
        self.room_changed.emit(self.room)

    def _choose_spot(self, spot: Spot | None) -> None:
        self.spot = spot
        who = self.sitters.get(spot) if spot is not None else None
        self.guest_chosen.emit(who.client_id if who is not None else None)
        if who is not None:
            self.speak(setAccessibleDescription=who.tip)
        self.update()

    def _put_down(self, spot: Spot) -> None:
        lifted, self._lifted = self._lifted, None
        if lifted is not None:
            self._move_guest(lifted, spot)

    def _move_guest(self, here: Spot, there: Spot | None) -> None:
        who = self.sitters.get(here)
        other = self.sitters.get(there) if there is not None else None
        if who is None or who.client_id is None or there in (None, here):
            return
        if other is None or not other.host:
            self.guest_moved.emit((who.client_id, who.place), there)


def guest_data(client_id: UUID, place: int) -> QMimeData:
    """A guest in the hand."""
    data = QMimeData()
    data.setData(MIME, f"{client_id} {place}".encode())
    return data


def guest_of(data: QMimeData) -> tuple[UUID, int] | None:
    """Who it was."""
    from uuid import UUID

    try:
        key, place = bytes(data.data(MIME).data()).decode().split()
        return UUID(key), int(place)
    except ValueError:
        return None


_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
