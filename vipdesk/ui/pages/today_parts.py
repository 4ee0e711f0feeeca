"""The parts of the morning brief: a line with its actions, a section of lines, the week strip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from vipdesk.ui.pages.today_words import Act, Line
from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets import Badge, Button, Caption, Card, Icon, IconButton, Strong
from vipdesk.ui.widgets.card import clear, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.agenda.lines import DayMarks
    from vipdesk.ui.context import Context

_ACTS = {
    Act.DONE: ("check", say("Done")),
    Act.CALL: ("phone", say("Call now")),
    Act.LOG: ("note", say("Log a talk")),
    Act.MORE: ("more", say("More")),
}
_STRIP_HEIGHT = 68
_MANY = 100  # no more is counted
_BESIDE_ICON = 8 + 20 + 12
_CLOSE_TO_ICON = 2 + 20 + 6


class Acts(QWidget, Speaking):
    """The actions of a line: painted icons, which become buttons under the mouse or by Tab.

    A morning has forty lines with a hundred actions; a hundred buttons made at the start cost
    as long as all the rest of the page.
    """

    chosen = Signal(object, object)  # Act, its button

    def __init__(self, context: Context, acts: Sequence[Act]) -> None:
        super().__init__()
        self.listen(context)
        self._acts = tuple(acts)
        self._buttons: dict[Act, IconButton] = {}
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def button(self, act: Act) -> IconButton:
        """The button of an action; KeyError where there is none."""
        self.wake()
        return self._buttons[act]

    def wake(self) -> None:
        """Make the buttons, once."""
        if self._buttons:
            return
        box = row(gap=0)
        for act in self._acts:
            name, word = _ACTS[act]
            button = IconButton(self.context, name, word)
            button.setProperty("act", act.value)
            button.clicked.connect(self._on_clicked)
            self._buttons[act] = button
            box.addWidget(button)
        self.setLayout(box)
        self.update()

    def sizeHint(self) -> QSize:
        """As its buttons will be."""
        side = self.context.look.px(self.context.look.tokens.size.control)
        return QSize(side * len(self._acts), side)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse comes."""
        self.wake()
        super().enterEvent(event)

    def restyle(self) -> None:
        """Another ink or text size."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icons, where the buttons will show the same."""
        if self._buttons:
            return
        painter = QPainter(self)
        side = self.width() / len(self._acts)
        for number, act in enumerate(self._acts):
            place = QRectF(number * side, 0, side, self.height()).center()
            box = QRectF(round(place.x()) - 10, round(place.y()) - 10, 20, 20)
            icons.paint(painter, self.context.look, _ACTS[act][0], box, "text2")
        painter.end()

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, IconButton):
            self.chosen.emit(Act(button.property("act")), button)


class LineWidget(QFrame, Speaking):
    """One line: who, why, until when, and what can be done. Enter opens, arrows walk the lines."""

    acted = Signal(object, object, object)  # Line, Act, the widget (for menus)
    walked = Signal(object, int)
    crossed = Signal(object, int)  # to the left, to the right

    def __init__(
        self, context: Context, line: Line, *, ruled: bool = False, narrow: bool = False
    ) -> None:
        super().__init__()
        self.listen(context)
        self.line = line
        self._narrow = narrow  # a name goes on in the next row, words stand close to the icon
        self._ruled = ruled  # a hairline above: there is another line before this one
        self._acts: Acts | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._build()
        self._name()

    def _build(self) -> None:
        line, context = self.line, self.context
        if self._narrow:
            title = Strong(context, line.title, wrap=True)
            title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        else:
            title = Strong(context, line.title, elide=True)
        reason = Caption(context, line.reason, ink="danger" if line.late else "text2", wrap=True)
        reason.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        head = row(gap=8)
        head.addWidget(title, 1)
        if line.slot is not None:
            slot = line.slot
            badge = Badge(context, slot.text, Tone(slot.tone))
            badge.setToolTip(context.text(slot.tip))
            head.addWidget(badge)
        words = column(gap=0)
        words.addLayout(head)
        words.addWidget(reason)
        box = row(gap=12)
        beside = _CLOSE_TO_ICON if self._narrow else _BESIDE_ICON
        box.setContentsMargins(beside, 7 if self._ruled else 6, 0, 6)
        box.addLayout(words, 1)
        if line.acts:
            self._acts = Acts(context, line.acts)
            self._acts.chosen.connect(self._on_chosen)
            box.addWidget(self._acts)
        self.setLayout(box)

    def button(self, act: Act) -> IconButton:
        """The button of an action; KeyError where the line does not offer it."""
        if self._acts is None:
            raise KeyError(act)
        return self._acts.button(act)

    def _name(self) -> None:
        """What a screen reader says: all of the line."""
        parts = [self.line.title, self.context.text(self.line.reason)]
        if self.line.slot is not None:
            parts.append(self.context.text(self.line.slot.text))
        self.setAccessibleName(", ".join(parts))

    def _on_chosen(self, act: Act, button: IconButton) -> None:
        self.acted.emit(self.line, act, button)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab goes on to the actions: they become buttons now."""
        if self._acts is not None:
            self._acts.wake()
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.acted.emit(self.line, Act.OPEN, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up and down walk from line to line."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.acted.emit(self.line, Act.OPEN, self)
            case Qt.Key.Key_Down:
                self.walked.emit(self, 1)
            case Qt.Key.Key_Up:
                self.walked.emit(self, -1)
            case Qt.Key.Key_Right:
                self.crossed.emit(self, 1)
            case Qt.Key.Key_Left:
                self.crossed.emit(self, -1)
            case Qt.Key.Key_Menu if Act.MORE in self.line.acts:
                self.acted.emit(self.line, Act.MORE, self.button(Act.MORE))
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon and hairline; hover and focus, without moving anything."""
        look, line = self.context.look, self.line
        painter = QPainter(self)
        if self._ruled:
            painter.fillRect(0, 0, self.width(), 1, look.ink("border"))
        if self.hasFocus() or self.underMouse():
            self._paint_ground(painter)
        ink = "danger" if line.late else "warning" if line.icon == "warning" else "text3"
        top = self.contentsMargins().top() + (7 if self._ruled else 6)
        left = 2 if self._narrow else 8
        icons.paint(painter, look, line.icon, QRectF(left, top, 20, 20), ink)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        look = self.context.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(look.ink("hover"))
        painter.setPen(look.ink("focus") if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.hasFocus():
            pen = painter.pen()
            pen.setWidth(2)
            painter.setPen(pen)
        painter.drawRoundedRect(box, look.tokens.radius.control, look.tokens.radius.control)

    def respeak(self) -> None:
        """The name follows the language."""
        self._name()

    def restyle(self) -> None:
        """Another ink."""
        self.update()


class Section(Card):
    """A card with a heading, groups of lines and a link for the rest. Hidden when it is empty."""

    acted = Signal(object, object, object)
    walked = Signal(object, int)
    crossed = Signal(object, int)
    more_requested = Signal()

    def __init__(self, context: Context, title: Say, *, tone: str = "", lock: bool = False) -> None:
        super().__init__(context, title, tone=tone)
        if lock and self.heading is not None:
            self.heading.insertWidget(0, Icon(context, "lock", size=16, ink="private"))
        self.lines: list[LineWidget] = []
        self.narrow = False
        self._shown: object = None
        self._box = QVBoxLayout()
        self._box.setSpacing(0)
        self.add(self._box)
        self.hide()

    def show_groups(
        self, groups: Sequence[tuple[Say | None, Sequence[Line]]], more: Say | None = None
    ) -> None:
        """Show groups of lines, each with a caption or none; `more` is a link below.

        Nothing is made anew where nothing changed: focus and scroll stay.
        """
        shown = ([(caption, list(lines)) for caption, lines in groups], more, self.narrow)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._box)
        self.lines = []
        for caption, lines in groups:
            if not lines:
                continue
            if caption is not None:
                self._box.addWidget(self._caption(caption, lines))
            for number, line in enumerate(lines):
                self._box.addWidget(self._line(line, ruled=number > 0))
        if more is not None:
            link = Button(self.context, more, kind="link")
            link.clicked.connect(self.more_requested)
            self._box.addWidget(link)
        self.setVisible(bool(self.lines) or more is not None)

    def _caption(self, caption: Say, lines: Sequence[Line]) -> QWidget:
        late = all(line.late for line in lines)
        label = Caption(self.context, caption, ink="danger" if late else "text3")
        label.setContentsMargins(8, 8, 0, 2)
        return label

    def _line(self, line: Line, *, ruled: bool) -> LineWidget:
        widget = LineWidget(self.context, line, ruled=ruled, narrow=self.narrow)
        widget.acted.connect(self.acted)
        widget.walked.connect(self.walked)
        widget.crossed.connect(self.crossed)
        self.lines.append(widget)
        return widget


class WeekStrip(QWidget, Speaking):
    """Seven days: a dot for promises, a diamond for birthdays, a bar for events."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self._days: tuple[DayMarks, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, days: tuple[DayMarks, ...]) -> None:
        """Show the week."""
        self._days = days
        self.respeak()
        self.update()

    def sizeHint(self) -> QSize:
        """Seven cells."""
        return QSize(7 * 56, self.context.look.px(_STRIP_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Not narrower than its numbers."""
        return QSize(7 * 40, self.context.look.px(_STRIP_HEIGHT))

    def respeak(self) -> None:
        """The same in words."""
        promises = sum(d.promises for d in self._days)
        events = sum(d.events for d in self._days)
        dates = sum(d.dates for d in self._days)
        shown_dates = str(dates) if dates < _MANY else f"{_MANY - 1}+"
        words = say(
            "The week: promises {promises}, events {events}, birthdays {dates}",
            promises=promises,
            events=events,
            dates=shown_dates,
        )
        self.setAccessibleName(self.context.text(words))
        self.setToolTip(self.context.text(words))

    def restyle(self) -> None:
        """Another ink or text size."""
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells."""
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(self._days)
        for number, marks in enumerate(self._days):
            self._cell(painter, QRectF(number * wide, 0, wide, self.height()), marks, number == 0)
        painter.end()

    def _cell(self, painter: QPainter, box: QRectF, marks: DayMarks, today: bool) -> None:  # noqa: FBT001
        look = self.context.look
        weekend = marks.day.weekday() >= 5
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.ink("selected"))
            inner = box.adjusted(2, 0, -2, 0)
            painter.drawRoundedRect(inner, look.tokens.radius.control, look.tokens.radius.control)
        painter.setFont(look.font("caption"))
        painter.setPen(look.ink("text3" if weekend else "text2"))
        top = box.top() + 6
        high = QFontMetrics(painter.font()).height()
        centre = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(box.left(), top, box.width(), high), centre, self._weekday(marks))
        painter.setFont(look.font("title"))
        painter.setPen(look.ink("accent" if today else "text3" if weekend else "text"))
        figure = QFontMetrics(painter.font()).height()
        painter.drawText(
            QRectF(box.left(), top + high, box.width(), figure), centre, str(marks.day.day)
        )
        self._marks(painter, box.center().x(), top + high + figure + 8, marks)

    def _weekday(self, marks: DayMarks) -> str:
        return self.context.text(WEEKDAYS[marks.day.weekday()])

    def _marks(self, painter: QPainter, x: float, y: float, marks: DayMarks) -> None:
        look = self.context.look
        shapes = [
            kind
            for kind, count in (
                ("promise", marks.promises),
                ("date", marks.dates),
                ("event", marks.events),
            )
            if count
        ]
        left = x - (len(shapes) - 1) * 7
        painter.setPen(Qt.PenStyle.NoPen)
        for number, kind in enumerate(shapes):
            at = QPointF(left + number * 14, y)
            match kind:
                case "promise":
                    painter.setBrush(look.ink("accent"))
                    painter.drawEllipse(at, 3.2, 3.2)
                case "date":
                    painter.setBrush(look.ink("brass"))
                    points = [QPointF(0, -4.4), QPointF(4.4, 0), QPointF(0, 4.4), QPointF(-4.4, 0)]
                    painter.drawPolygon(QPolygonF([at + point for point in points]))
                case _:
                    painter.setBrush(look.ink("info"))
                    painter.drawRoundedRect(QRectF(at.x() - 5, at.y() - 2, 10, 4), 2, 2)


WEEKDAYS = (
    say("Mon"),
    say("Tue"),
    say("Wed"),
    say("Thu"),
    say("Fri"),
    say("Sat"),
    say("Sun"),
)
