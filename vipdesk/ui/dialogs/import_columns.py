"""What each column of a list holds: proposed, set by the person, remembered for the next list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from vipdesk.clients.mapping import FIELDS, Mapped
from vipdesk.ui.widgets import Body, Button, Caption, Choice, Strong, column, row, scrolled
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class ColumnsForm(QWidget):
    """A line for each column: its name, its first value, what it holds."""

    set_ = Signal(object)  # the fields, in the order of the columns
    given_up = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.choices: list[Choice] = []
        self.about = Caption(
            context,
            say("Say what each column holds. The desk remembers it for lists like this one."),
            ink="text2", wrap=True,
        )  # fmt: skip
        self._place = column(gap=4)
        self.use_button = Button(context, say("Use these columns"), kind="primary", on=self._use)
        back = Button(context, say("Back"), on=self.given_up.emit)
        box = column(self.about, gap=8)
        box.addLayout(self._place, 1)
        box.addLayout(row(None, back, self.use_button, gap=8))
        self.setLayout(box)
        self._lines: QWidget | None = None

    def show_columns(self, mapped: Mapped) -> None:
        """The columns of a list as they are understood now."""
        context = self.context
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        self.choices = []
        known = {name for name, _ in FIELDS}
        for line, (name, sample, field) in enumerate(
            zip(mapped.sheet.names, mapped.sheet.samples, mapped.fields, strict=True)
        ):
            offered: tuple[tuple[object, Text], ...] = FIELDS
            if field not in known:
                offered = (*FIELDS, (field, name))
            choice = Choice(context, offered, name=say("What “{column}” holds", column=name))
            choice.set_value(field)
            title = Strong(context, name or say("Column {n}", n=line + 1))
            title.setWordWrap(True)
            grid.addWidget(title, line, 0)
            grid.addWidget(Body(context, sample, wrap=True), line, 1)
            grid.addWidget(choice, line, 2)
            self.choices.append(choice)
        for at in range(3):
            grid.setColumnStretch(at, 1)
        grid.setRowStretch(len(self.choices), 1)
        if self._lines is not None:
            self._place.removeWidget(self._lines)
            self._lines.deleteLater()
        self._lines = scrolled(inside)
        self._place.addWidget(self._lines)
        if self.choices:
            self.choices[0].setFocus()

    @property
    def fields(self) -> tuple[str, ...]:
        """What is set now."""
        return tuple(str(c.value() or "") for c in self.choices)

    def _use(self) -> None:
        self.set_.emit(self.fields)
