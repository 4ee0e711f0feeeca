"""What the window shows while a club is being opened or made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, hairline, row
from vipdesk.ui.widgets.labels import Body, Display, Label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.ui.context import Context


class Waiting(QWidget):
    """The name of the desk, one sentence, a quiet bar."""

    def __init__(self, context: Context, sentence: Say) -> None:
        super().__init__()
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line = hairline(brass=True)
        line.setFixedWidth(40)
        self.sentence = Body(context, sentence, ink="text2")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(240)
        self.bar.setAccessibleName(context.text(sentence))
        self.error = Label(context, "", ink="danger", wrap=True)
        self.error.setMinimumWidth(480)
        self.error.hide()
        self.again_button = Button(context, say("Try again"), on=self._on_again)
        self.again_button.hide()
        inside = column(
            Display(context, "VIP Desk"), line, 8, self.sentence, self.bar, self.error,
            row(self.again_button, None), gap=8,
        )  # fmt: skip
        self._said = sentence
        self._again: Callable[[], None] | None = None
        self.setLayout(column(None, row(None, inside, None), None, margin=24))

    def show_error(self, sentence: Say, again: Callable[[], None] | None = None) -> None:
        """It did not work: one sentence, no bar; `again` is what 'Try again' does."""
        self._again = again
        self.again_button.setVisible(again is not None)
        if again is not None:
            self.again_button.setFocus()
        self.bar.hide()
        self.sentence.show_text(say("VIP Desk could not be opened."))
        self.error.show_text(sentence)
        self.error.show()

    def _on_again(self) -> None:
        self.error.hide()
        self.again_button.hide()
        self.sentence.show_text(self._said)
        self.bar.show()
        if self._again is not None:
            self._again()
