"""What the events' pages share: an event in a list, the bar of answers, icons and tones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.channels.hours import zone as zone_of
from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets import Badge, Caption, Label, Ring, Strong, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import (
    Channel,
    EventKind,
    EventState,
    InvitationState,
    PartStat,
    label,
)
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from datetime import datetime

    from vipdesk.events.programme import Answers, EventRow
    from vipdesk.ui.context import Context

KIND_ICONS: dict[EventKind, str] = {
    EventKind.TASTING: "glass",
    EventKind.TEST_DRIVE: "wheel",
    EventKind.SPORT: "golf",
    EventKind.MASTERCLASS: "brush",
    EventKind.CONCERT: "music",
    EventKind.DINNER: "cutlery",
    EventKind.TRIP: "suitcase",
    EventKind.TALK: "speech",
    EventKind.FAMILY: "house",
    EventKind.CHARITY: "heart",
}
CHANNEL_ICONS: dict[Channel, str] = {
    Channel.EMAIL: "mail",
    Channel.PHONE: "phone",
    Channel.SMS: "sms",
    Channel.MESSENGER: "messenger",
    Channel.LETTER: "letter",
    Channel.IN_PERSON: "person",
    Channel.APP: "messenger",
}
STATE_TONES: dict[EventState, Tone] = {
    EventState.DRAFT: Tone.NEUTRAL,
    EventState.PLANNED: Tone.INFO,
    EventState.INVITING: Tone.BRASS,
    EventState.CLOSED: Tone.INFO,
    EventState.HELD: Tone.SUCCESS,
    EventState.REVIEWED: Tone.NEUTRAL,
    EventState.CANCELLED: Tone.DANGER,
}
ANSWER_TONES: dict[PartStat, Tone] = {
    PartStat.ACCEPTED: Tone.SUCCESS,
    PartStat.TENTATIVE: Tone.WARNING,
    PartStat.DECLINED: Tone.DANGER,
    PartStat.DELEGATED: Tone.WARNING,
    PartStat.NEEDS_ACTION: Tone.NEUTRAL,
}
INVITATION_TONES: dict[InvitationState, Tone] = {
    InvitationState.DRAFT: Tone.NEUTRAL,
    InvitationState.HELD: Tone.WARNING,
    InvitationState.QUEUED: Tone.INFO,
    InvitationState.SENT: Tone.SUCCESS,
    InvitationState.BOUNCED: Tone.DANGER,
    InvitationState.CANCELLED: Tone.NEUTRAL,
}


def kind_icon(row: EventRow) -> str:
    """The picture of its category."""
    return KIND_ICONS[row.kind]


def there(moment: datetime, zone: str) -> datetime:
    """A moment on the clock of the place where the event is."""
    return moment.astimezone(zone_of(zone))


def seats_words(row: EventRow) -> Say:
    """'8 of 12 seats taken'."""
    if not row.capacity:
        return say("{n} guests coming", n=row.answers.seats)
    return say("{taken} of {seats} seats taken", taken=row.answers.seats, seats=row.capacity)


def show_ring(ring: Ring, row: EventRow) -> None:
    """How full the event is; over its seats in red, and the figures say so too."""
    seats, capacity = row.answers.seats, row.capacity
    part = None if not capacity else seats / capacity
    figure = f"{seats}/{capacity}" if capacity else str(seats)
    ink = "danger" if capacity and seats > capacity else "accent"
    ring.show_part(part, figure, seats_words(row), ink=ink)


class ReplyBar(QWidget, Speaking):
    """Answers as one bar: yes, perhaps, no, silent; its accessible name says the figures."""

    def __init__(self, context: Context, *, height: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._height = height
        self._parts: tuple[tuple[int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answers(self, answers: Answers) -> None:
        """Show the figures."""
        self._parts = (
            (answers.accepted, "success"),
            (answers.tentative, "warning"),
            (answers.declined, "danger"),
            (answers.waiting, "border_strong"),
        )
        self.speak(setAccessibleName=answers_words(answers), setToolTip=answers_words(answers))
        self.update()

    def sizeHint(self) -> QSize:
        """A line."""
        return QSize(120, self._height)

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it: 2 px between the parts, so that they can be told apart without colour."""
        look, painter = self.context.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        total = sum(n for n, _ in self._parts)
        radius = self.height() / 2
        if not total:
            painter.setBrush(look.ink("sunken"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        left = 0.0
        shown = [(n, ink) for n, ink in self._parts if n]
        room = self.width() - 2.0 * max(0, len(shown) - 1)
        for n, ink in shown:
            wide = room * n / total
            painter.setBrush(look.ink(ink))
            painter.drawRoundedRect(QRectF(left, 0, wide, self.height()), radius, radius)
            left += wide + 2
        painter.end()


def answers_words(answers: Answers) -> Say:
    """'Yes 8 · perhaps 1 · no 3 · silent 4'."""
    if not answers.invited:
        return say("Nobody is invited yet")
    return say(
        "Yes {yes} · perhaps {perhaps} · no {no} · no answer {silent}",
        yes=answers.accepted,
        perhaps=answers.tentative,
        no=answers.declined,
        silent=answers.waiting,
    )


class EventStrip(QWidget, Speaking):
    """An event in the season's list: day, kind, title, place, state, seats, answers."""

    opened = Signal(object)  # EventRow

    def __init__(self, context: Context, shown: EventRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.row = shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.title = Strong(context, "", elide=True)
        self.place = Caption(context, "", ink="text2", elide=True)
        self.answers = Caption(context, answers_words(shown.answers), elide=True, parent=self)
        self.state = Badge(context, label(shown.state), STATE_TONES[shown.state])
        self.bar = ReplyBar(context)
        self.bar.show_answers(shown.answers)
        self.bar.setVisible(bool(shown.answers.invited))
        self.ring = Ring(context, size=56)
        show_ring(self.ring, shown)
        foot = row(self.state, gap=8)
        foot.addWidget(self.bar, 1)
        if shown.answers.invited:
            words = column(self.title, self.place, self.answers, foot, gap=2)
        else:
            self.answers.hide()
            foot.addStretch(1)
            words = column(self.title, self.place, foot, gap=2)
        inside = row(76, gap=12)
        inside.addLayout(words, 1)
        inside.addWidget(self.ring)
        inside.setContentsMargins(12, 10, 12, 10)
        self.setLayout(inside)
        self.respeak()

    def respeak(self) -> None:
        """Title and place in the reader's language."""
        words, shown = self.context.words, self.row
        starts = there(shown.starts_at, shown.zone)
        self.title.show_text(shown.named(words.lang))
        place = shown.place(words.lang)
        time = starts.strftime("%H:%M")
        self.place.show_text(f"{time} · {place}" if place else time)
        day = words.day(starts.date(), weekday=True)
        self.setAccessibleName(
            f"{day}, {shown.named(words.lang)}, {words(label(shown.state))}, "
            f"{words(seats_words(shown))}"
        )
        self.update()

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The surface, the ring of focus, the day and the kind."""
        look, painter = self.context.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(
            QPen(look.ink("focus" if self.hasFocus() else "border"), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(look.ink("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(box, look.tokens.radius.card, look.tokens.radius.card)
        starts = there(self.row.starts_at, self.row.zone)
        painter.setFont(look.font("display"))
        painter.setPen(look.ink("accent"))
        high = QFontMetrics(painter.font()).height()
        middle = self.height() / 2
        day = QRectF(12, middle - high + 4, 40, high)
        painter.drawText(day, int(Qt.AlignmentFlag.AlignCenter), str(starts.day))
        painter.setFont(look.font("caption"))
        painter.setPen(look.ink("text2"))
        month = QRectF(8, day.bottom(), 48, look.px(18))
        painter.drawText(month, int(Qt.AlignmentFlag.AlignCenter), self._month(starts))
        icons.paint(painter, look, KIND_ICONS[self.row.kind], QRectF(58, middle - 10, 20, 20))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space open."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self.row)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit(self.row)

    def _month(self, starts: datetime) -> str:
        from babel.dates import format_date

        return format_date(starts.date(), "LLL", locale=self.context.words.locale)


def legend(context: Context, words: Say, ink: str) -> QWidget:
    """A figure of the bar in words, with a dot of its colour."""
    box = QWidget()
    box.setLayout(
        row(_Dot(context, ink), Label(context, words, kind="caption", ink="text2"), gap=6)
    )
    return box


class _Dot(QWidget, Speaking):
    def __init__(self, context: Context, ink: str) -> None:
        super().__init__()
        self.listen(context)
        self._ink = ink
        self.setFixedSize(8, 16)

    def restyle(self) -> None:
        """Another ink."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.context.look.ink(self._ink))
        painter.drawEllipse(0, 4, 8, 8)
        painter.end()
