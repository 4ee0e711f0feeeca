"""Controls in which one types words: a line, several lines, a telephone number."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from vipdesk.ui.format import international


class TextEditor(QLineEdit):
    """One line."""

    edited = Signal()

    def __init__(self, *, secret: bool = False) -> None:
        super().__init__()
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(self._on_edited)

    def _on_edited(self, _text: str) -> None:
        self.edited.emit()

    def value(self) -> str:
        """What was typed; a password is not stripped."""
        text = self.text()
        return text if self.echoMode() is QLineEdit.EchoMode.Password else text.strip()

    def set_value(self, value: object) -> None:
        """Show a value."""
        self.setText("" if value is None else str(value))


class PhoneEditor(TextEditor):
    """A telephone number: once it is typed, it stands as it will be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.editingFinished.connect(self.write_out)

    def write_out(self) -> None:
        """'8 903 123-45-67' becomes '+7 903 123-45-67'; what is no number stays as typed."""
        typed = self.value()
        shown = international(typed)
        if shown != typed:
            self.setText(shown)
            self.edited.emit()


class LongEditor(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    edited = Signal()

    def __init__(self, lines: int = 3) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._lines = lines
        self.setFixedHeight(lines * 20 + 14)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        """What was typed."""
        return self.toPlainText().strip()

    def set_value(self, value: object) -> None:
        """Show a value."""
        self.setPlainText("" if value is None else str(value))
