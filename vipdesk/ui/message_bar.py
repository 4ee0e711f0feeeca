"""The message bar: one quiet sentence at the foot of the window, with the way back for 8 s."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from vipdesk.ui.actions import shown
from vipdesk.ui.widgets.buttons import Button, IconButton
from vipdesk.ui.widgets.card import row
from vipdesk.ui.widgets.labels import Body, Caption, Icon
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.runner import Message

_ICONS = {"danger": "error", "warning": "warning", "success": "check", "info": "check"}
_WIDEST = 640


class MessageBar(QFrame):
    """Floats over its host. Errors stay until they are closed; the rest goes after 8 s.

    It is a sibling of the host, not its child: a stack raises the page it changes to over
    everything inside it.
    """

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host.parentWidget() or host)
        self._context, self._host = context, host
        self._undo: Callable[[], None] | None = None
        self.setProperty("kind", "bar")
        self.icon = Icon(context, "check")
        self.sentence = Body(context, "", wrap=True)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.undo_button = Button(context, say("Undo"), kind="link", icon="undo", on=self.undo)
        self.undo_key = Caption(context, shown("Ctrl+Z"))
        self.close_button = IconButton(context, "close", say("Close the message"), on=self.shut)
        box = row(self.icon, gap=12, margin=8)
        box.setContentsMargins(16, 6, 8, 6)
        box.addWidget(self.sentence, 1)
        for widget in (self.undo_button, self.undo_key, self.close_button):
            box.addWidget(widget)
        self.setLayout(box)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(context.look.tokens.motion.toast_ms)
        self._timer.timeout.connect(self.shut)
        host.installEventFilter(self)
        context.said.connect(self.show_message)
        self.hide()

    def show_message(self, message: Message) -> None:
        """Show a sentence; a newer one takes the place of the older."""
        self._undo = message.undo
        self.setProperty("tone", message.tone)
        self.style().unpolish(self)
        self.style().polish(self)
        ink = message.tone if message.tone in ("danger", "warning") else "text2"
        self.icon.show_icon("undo" if message.undo else _ICONS.get(message.tone, "info"), ink)
        self.sentence.show_text(message.say)
        self.undo_button.setVisible(message.undo is not None)
        self.undo_key.setVisible(message.undo is not None)
        self.setAccessibleName(self.sentence.text())
        self._place()
        self.show()
        self.raise_()
        if message.tone == "danger":
            self._timer.stop()
        else:
            self._timer.start()

    def undo(self) -> bool:
        """Run the inverse of the last write, once; False if there is none."""
        if self._undo is None:
            return False
        back, self._undo = self._undo, None
        self.shut()
        back()
        return True

    def shut(self) -> None:
        """Hide; Ctrl+Z still works until the next write."""
        self._timer.stop()
        self.hide()

    def forget(self) -> None:
        """The desk is locked: nothing to undo, nothing to read."""
        self._undo = None
        self.sentence.show_text("")
        self.shut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the host changes its size or place."""
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and watched is self._host:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = min(_WIDEST, self._host.width() - 48)
        self.setFixedWidth(width)
        layout = self.layout()
        wanted = layout.heightForWidth(width) if layout is not None else 0
        height = max(48, wanted if wanted > 0 else self.sizeHint().height())
        self.setFixedHeight(height)
        corner = QPoint((self._host.width() - width) // 2, self._host.height() - height - 16)
        inside = self.parentWidget() is self._host
        self.move(corner if inside else self._host.mapToParent(corner))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
            return
        super().keyPressEvent(event)
