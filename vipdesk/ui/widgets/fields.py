"""Fields of forms as data: what is asked, and the control that asks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QDate, QDateTime, QLocale, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.card import column
from vipdesk.ui.widgets.labels import Caption, Label
from vipdesk.ui.widgets.picker import Picker
from vipdesk.ui.widgets.speaking import Speaking, repolish
from vipdesk.ui.widgets.text_editors import LongEditor, PhoneEditor, TextEditor
from vipdesk.wording import Lang, Say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

Kind = Literal[
    "text",
    "long",
    "choice",
    "check",
    "date",
    "time",
    "moment",
    "number",
    "password",
    "phone",
    "pick",
]


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a form.

    kind: text, long (several lines), choice (`choices`: (value, Text) pairs), check (bool),
    date, time, moment (local, naive datetime), number (int, `low`…`high`), password, phone,
    pick (`find(desk, typed)` gives (id, Text, second line) rows: a client, a guest).
    `folded` fields wait behind 'More details'. `help` stands under the field.
    """

    name: str
    label: Text
    kind: Kind = "text"
    required: bool = False
    help: Say | None = None
    hint: Say | None = None
    choices: tuple[tuple[object, Text], ...] = ()
    value: object = None
    folded: bool = False
    low: int = 0
    high: int = 1_000_000
    lines: int = 3
    find: Callable[..., Any] | None = None


class Choice(QComboBox, Speaking):
    """One of several values; `value()` is the value, not the words. None: nothing chosen yet."""

    edited = Signal()

    def __init__(
        self, context: Context, choices: tuple[tuple[object, Text], ...] = (), name: Text = ""
    ) -> None:
        super().__init__()
        self.listen(context)
        self._choices: tuple[tuple[object, Text], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        if name:
            self.speak(setAccessibleName=name)
        self.offer(choices)
        self.activated.connect(self._on_activated)
        self.restyle()

    def offer(self, choices: tuple[tuple[object, Text], ...]) -> None:
        """Other choices; the present value is kept where it is among them."""
        before = self.value()
        self._choices = tuple(choices)
        self.clear()
        for _, text in self._choices:
            self.addItem(self.context.text(text))
        self.set_value(before)

    def value(self) -> Any:
        """The chosen value."""
        index = self.currentIndex()
        return self._choices[index][0] if 0 <= index < len(self._choices) else None

    def set_value(self, value: object) -> None:
        """Choose; a value that is not offered chooses the first."""
        values = [v for v, _ in self._choices]
        self.setCurrentIndex(values.index(value) if value in values else (0 if values else -1))

    def respeak(self) -> None:
        """The words of the choices in the other language."""
        for index, (_, text) in enumerate(self._choices):
            self.setItemText(index, self.context.text(text))

    def restyle(self) -> None:
        """Font of the present size."""
        self.setFont(self.context.look.font("body"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: it never changes a value by accident."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Style sheets take arrows from files alone: draw ours, in the present ink."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        icons.paint(
            painter,
            self.context.look,
            "chevron-down",
            box,
            "text2" if self.isEnabled() else "disabled",
        )
        painter.end()

    def _on_activated(self, _index: int) -> None:
        self.edited.emit()


class Check(QCheckBox, Speaking):
    """Yes or no; the words stand beside the box."""

    edited = Signal()

    def __init__(self, context: Context, text: Text = "") -> None:
        super().__init__()
        self.listen(context)
        self.speak(setText=text)
        self.clicked.connect(self._on_clicked)
        self.restyle()

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: object) -> None:
        """Tick or not."""
        self.setChecked(bool(value))

    def restyle(self) -> None:
        """Font of the present size."""
        self.setFont(self.context.look.font("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tick is drawn by us, in the ink that is read on the accent."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        icons.paint(
            painter,
            self.context.look,
            "check",
            QRectF(box).adjusted(2, 2, -2, -2),
            "on_accent" if self.isEnabled() else "disabled",
        )
        painter.end()

    def _on_clicked(self) -> None:
        self.edited.emit()


class NumberEditor(QSpinBox):
    """A whole number."""

    edited = Signal()

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)
        self.lineEdit().setTextMargins(7, 0, 7, 0)
        self.valueChanged.connect(self._on_changed)

    def set_value(self, value: object) -> None:
        """Show a value."""
        self.setValue(
            int(value) if isinstance(value, int | str) and value != "" else self.minimum()
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def _on_changed(self, _value: int) -> None:
        self.edited.emit()


class _WhenEditor(QDateTimeEdit, Speaking):
    """What day, time and moment fields share: the reader's order of day and month, our icon."""

    edited = Signal()
    icon = "calendar"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self.setCalendarPopup(self.icon == "calendar")
        self.lineEdit().setTextMargins(0 if self.icon == "calendar" else 7, 0, 0, 0)
        self.respeak()
        self.dateTimeChanged.connect(self._on_changed)

    def respeak(self) -> None:
        """The order of day and month, and the calendar's words."""
        lang = self.context.words.lang
        self.setLocale(QLocale("ru_RU" if lang is Lang.RU else "en_GB"))
        self.setDisplayFormat(self.format_of(lang))

    def format_of(self, lang: Lang) -> str:
        """Qt's pattern."""
        return "dd.MM.yyyy" if lang is Lang.RU else "dd/MM/yyyy"

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The calendar or clock at the right, in the present ink."""
        super().paintEvent(event)
        painter = QPainter(self)
        box = QRectF(self.width() - 24, (self.height() - 16) / 2, 16, 16)
        ink = "text2" if self.isEnabled() else "disabled"
        icons.paint(painter, self.context.look, self.icon, box, ink)
        painter.end()

    def _day(self) -> date:
        d = self.date()
        return date(d.year(), d.month(), d.day())

    def _time(self) -> time:
        t = self.time()
        return time(t.hour(), t.minute())

    def _on_changed(self, _moment: QDateTime) -> None:
        self.edited.emit()


class DateEditor(_WhenEditor):
    """A day, with a calendar."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.set_value(context.format.today())

    def value(self) -> date:
        """The day."""
        return self._day()

    def set_value(self, value: object) -> None:
        """Show a day; nothing leaves what stands there."""
        if isinstance(value, date):
            self.setDate(QDate(value.year, value.month, value.day))


class TimeEditor(_WhenEditor):
    """A time of day."""

    icon = "clock"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setTime(QTime(10, 0))

    def format_of(self, lang: Lang) -> str:
        """The same in all our languages."""
        return "HH:mm"

    def value(self) -> time:
        """The time."""
        return self._time()

    def set_value(self, value: object) -> None:
        """Show a time."""
        if isinstance(value, time):
            self.setTime(QTime(value.hour, value.minute))


class MomentEditor(_WhenEditor):
    """A day and time, without zone: the page knows whose."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.set_value(context.format.local(context.now()))

    def format_of(self, lang: Lang) -> str:
        """Day, then time."""
        return super().format_of(lang) + " HH:mm"

    def value(self) -> datetime:
        """The moment, naive."""
        return datetime.combine(self._day(), self._time())

    def set_value(self, value: object) -> None:
        """Show a moment as it stands, without moving zones."""
        if isinstance(value, datetime):
            day = QDate(value.year, value.month, value.day)
            self.setDateTime(QDateTime(day, QTime(value.hour, value.minute)))


AnyEditor = (
    TextEditor
    | LongEditor
    | Choice
    | Check
    | Picker
    | NumberEditor
    | DateEditor
    | TimeEditor
    | MomentEditor
)

_OF_TIME: dict[str, Callable[[Context], DateEditor | TimeEditor | MomentEditor]] = {
    "date": DateEditor,
    "time": TimeEditor,
    "moment": MomentEditor,
}


def editor(context: Context, field: Field) -> AnyEditor:
    """The control for a field."""
    made: AnyEditor
    match field.kind:
        case "long":
            made = LongEditor(field.lines)
        case "choice":
            made = Choice(context, field.choices)
        case "check":
            made = Check(context, field.label)
        case "number":
            made = NumberEditor(field.low, field.high)
        case "pick":
            made = Picker(context, field.find or _nothing)
        case "phone":
            made = PhoneEditor()
        case "text" | "password":
            made = TextEditor(secret=field.kind == "password")
        case _:
            made = _OF_TIME[field.kind](context)
    if field.value is not None:
        made.set_value(field.value)
    return made


def _nothing(_desk: object, _typed: str) -> tuple[()]:
    return ()


class FormField(QWidget, Speaking):
    """A control with its label above, help and error below (words and a red edge)."""

    edited = Signal()
    submitted = Signal()

    def __init__(self, context: Context, field: Field, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.field = field
        self.editor = editor(context, field)
        self.label = Label(context, field.label, kind="caption", ink="text2")
        self.label.setBuddy(self.editor)
        if field.kind == "check":
            self.label.hide()
        self.help = Caption(context, field.help or "", wrap=True)
        if field.help is None:
            self.help.hide()
        self.error = Label(context, "", kind="caption", ink="danger", wrap=True)
        self.error.hide()
        self.speak(_name_editor=field.label)
        if field.hint is not None:
            self.speak(_hint_editor=field.hint)
        self.editor.edited.connect(self._on_edited)
        if isinstance(self.editor, QLineEdit):
            self.editor.returnPressed.connect(self.submitted)
        self.setFocusProxy(self.editor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._box = column(self.label, self.editor, self.help, self.error, gap=4)
        self.setLayout(self._box)
        self.restyle()

    def value(self) -> Any:
        """What stands in the control."""
        return self.editor.value()

    def set_value(self, value: object) -> None:
        """Show a value."""
        self.editor.set_value(value)

    def show_error(self, sentence: Text) -> None:
        """Say what is wrong, beside the field; '' takes it away."""
        wrong = bool(sentence)
        self.error.show_text(sentence)
        self.error.setVisible(wrong)
        self.editor.setProperty("wrong", wrong)
        self.editor.setAccessibleDescription(self.error.text())
        repolish(self.editor)

    def stand_below(self, *widgets: QWidget) -> None:
        """Put widgets right under the control, above its help and error."""
        for number, widget in enumerate(widgets):
            self._box.insertWidget(2 + number, widget)

    @property
    def empty(self) -> bool:
        """Nothing typed or chosen."""
        return self.value() in (None, "")

    def restyle(self) -> None:
        """Font of the present size."""
        look = self.context.look
        self.editor.setFont(look.font("body"))
        if isinstance(self.editor, QAbstractSpinBox):
            # Fusion makes spin boxes 2 px higher than lines: in one row it shows.
            self.editor.setFixedHeight(look.px(look.tokens.size.control))

    def _name_editor(self, name: str) -> None:
        self.editor.setAccessibleName(name)

    def _hint_editor(self, hint: str) -> None:
        if isinstance(self.editor, QLineEdit | QPlainTextEdit):
            self.editor.setPlaceholderText(hint)

    def _on_edited(self) -> None:
        self.show_error("")
        self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter submits the form, Ctrl+Enter in a long text too; a line has told it already."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        line = isinstance(self.editor, QLineEdit)
        if enter and (ctrl or not isinstance(self.editor, QLineEdit | QPlainTextEdit)):
            if not line:
                self.submitted.emit()
            event.accept()
            return
        super().keyPressEvent(event)
