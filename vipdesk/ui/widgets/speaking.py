"""Texts that follow the language, looks that follow the theme: a mixin for widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class Speaking:
    """Mixed into a QWidget after its Qt base: `class Button(QPushButton, Speaking)`.

    Texts are kept by the name of their setter, not as bound methods: those would keep the
    widget alive for ever. Bound slots connected to the context are dropped by Qt with the
    widget.
    """

    context: Context
    _texts: dict[str, Text]

    def listen(self, context: Context) -> None:
        """Follow the language and the look of this context; call it once, first."""
        self.context = context
        self._texts = {}
        context.language_changed.connect(self._on_language_changed)
        context.theme_changed.connect(self._on_theme_changed)

    def speak(self, **texts: Text) -> None:
        """Set texts by setter: `speak(setText=say("Save"), setToolTip=say("…"))`."""
        self._texts.update(texts)
        for setter, text in texts.items():
            getattr(self, setter)(self.context.text(text))

    def restyle(self) -> None:
        """The look changed: set fonts and icons again, or paint again."""

    def respeak(self) -> None:
        """The language changed and the texts given to `speak` are already set."""

    def _on_language_changed(self) -> None:
        self.speak(**self._texts)
        self.respeak()

    def _on_theme_changed(self) -> None:
        self.restyle()


def repolish(widget: QWidget) -> None:
    """A dynamic property changed: let the style sheet look again.

    Only after the first polish: an earlier one makes Qt forget a font set by hand.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    font = widget.font()
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.setFont(font)
    widget.update()
