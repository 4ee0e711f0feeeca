"""F1: every shortcut, from the same data that binds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from vipdesk.ui.actions import Action, shown
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

_MORE = (
    (say("Back"), "Esc"),
    (say("Open the row"), "Return"),
    (say("Save a form from a long text"), "Ctrl+Return"),
)


class ShortcutsDialog(Dialog):
    """Two columns: what, and by which keys; last, those of what is seen (`keys_shown`)."""

    def __init__(self, context: Context, actions: Sequence[Action], parent: QWidget) -> None:
        self._lines: list[tuple[Text, Text]] = [
            (a.title, a.shortcut) for a in actions if a.shortcut
        ]
        self._here = [
            line
            for widget in parent.window().findChildren(QWidget)
            if widget.isVisible()
            for line in getattr(widget, "keys_shown", ())
        ]
        super().__init__(context, say("Shortcuts"), width=440, parent=parent)
        self.cancel_button.show_text(say("Close"))

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for number, (title, keys) in enumerate((*self._lines, *_MORE, *self._here)):
            words = shown(keys) if isinstance(keys, str) else keys
            grid.addWidget(Body(self.context, title), number, 0)
            grid.addWidget(Caption(self.context, words, ink="text2"), number, 1)
        self.body.addLayout(grid)
