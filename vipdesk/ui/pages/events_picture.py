"""What pictures of time share: events as boxes, one chosen, arrows move, Enter opens."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vipdesk.ui.pages.event_parts import there
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label

if TYPE_CHECKING:
    from vipdesk.events.programme import EventRow
    from vipdesk.ui.context import Context, Text

_FORTH = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_BESIDE = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TURN = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class EventPicture(QWidget, Speaking):
    """Events drawn in time. `opened(EventRow)`; `turned(-1 or 1)` asks for the time beside."""

    opened = Signal(object)
    turned = Signal(int)

    def __init__(self, context: Context, name: Text, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.speak(setAccessibleName=name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._boxes: list[tuple[QRectF, EventRow]] = []
        self._at = 0

    # For subclasses ---------------------------------------------------------------------------

    @abstractmethod
    def _placed(self) -> list[tuple[QRectF, EventRow]]:
        """Every event with its box, in the order the arrows take."""

    def _beside(self, step: int) -> int:
        """Where Up and Down lead; the same as Left and Right unless a picture knows lanes."""
        return self._at + step

    def more_of(self, event: EventRow) -> str:
        """A line more about an event, for its tip."""
        del event
        return ""

    # ------------------------------------------------------------------------------------------

    @property
    def chosen(self) -> EventRow | None:
        """The event under the ring of focus."""
        return self._boxes[self._at][1] if 0 <= self._at < len(self._boxes) else None

    def renew(self) -> None:
        """Other events, another size, another language."""
        before = self.chosen.id if self.chosen else None
        self._boxes = self._placed()
        ids = [e.id for _, e in self._boxes]
        self._at = ids.index(before) if before in ids else self._first()
        self._tell()
        self.update()

    def _first(self) -> int:
        now = self.context.now()
        return next((n for n, (_, e) in enumerate(self._boxes) if e.ends_at > now), 0)

    def said(self, event: EventRow) -> str:
        """An event in one sentence, for a tip and for who cannot see the picture."""
        words = self.context.words
        starts = there(event.starts_at, event.zone)
        parts = [
            words.day(starts.date(), weekday=True), starts.strftime("%H:%M"),
            event.named(words.lang), self.context.text(event.called(words.lang)),
            event.place(words.lang), words(label(event.state)), self.more_of(event),
        ]  # fmt: skip
        return ", ".join(p for p in parts if p)

    def _tell(self) -> None:
        chosen = self.chosen
        self.setAccessibleDescription(self.said(chosen) if chosen else "")

    def _choose(self, at: int) -> None:
        if 0 <= at < len(self._boxes):
            self._at = at
            self._tell()
            self.update()

    def _found(self, point: QPointF) -> int | None:
        hits = [n for n, (box, _) in enumerate(self._boxes) if box.contains(point)]
        return hits[-1] if hits else None

    def restyle(self) -> None:
        """Another ink."""
        self.renew()

    def respeak(self) -> None:
        """Another language."""
        self.renew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size."""
        super().resizeEvent(event)
        self.renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter opens, PageUp and PageDown turn."""
        key = Qt.Key(event.key())
        if key in _FORTH:
            self._choose(self._at + _FORTH[key])
        elif key in _BESIDE:
            self._choose(self._beside(_BESIDE[key]))
        elif key in _TURN:
            self.turned.emit(_TURN[key])
        elif key in _OPENS and self.chosen is not None:
            self.opened.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        at = self._found(event.position())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(at)
            self.opened.emit(self._boxes[at][1])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be opened."""
        over = self._found(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """A tip over an event."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._found(QPointF(event.pos()))
            if at is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.said(self._boxes[at][1]), self)
            return True
        return super().event(event)

    def _painter(self) -> QPainter:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter
