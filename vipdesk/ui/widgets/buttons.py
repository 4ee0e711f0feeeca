"""Buttons: one primary a view, quiet ones beside it, icon buttons with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.ui.context import Context, Text

Kind = Literal["primary", "quiet", "flat", "danger", "link", "icon", "nav", "tab", "choice"]
_ICON_INK = {"primary": "on_accent", "danger": "danger", "link": "link", "nav": "text2"}


class Button(QPushButton, Speaking):
    """A button with words. `on` is called without argument on a click: pass a bound method."""

    def __init__(
        self,
        context: Context,
        text: Text = "",
        *,
        kind: Kind = "quiet",
        icon: str = "",
        tip: Text = "",
        on: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._kind, self._icon = kind, icon
        self._reason: Text = ""
        self._forbidden = False
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.speak(setText=text)
        if tip:
            self.speak(setToolTip=tip)
        if on is not None:
            self.clicked.connect(on)
        self.restyle()

    def show_text(self, text: Text) -> None:
        """Other words."""
        self.speak(setText=text)
        self.updateGeometry()

    def show_icon(self, name: str) -> None:
        """Another icon."""
        self._icon = name
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, as Space does (Qt: in dialogs alone)."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and plain and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def allow(self, allowed: bool, reason: Text = "") -> None:  # noqa: FBT001 a switch
        """Enable, or disable with the reason as tip and accessible description."""
        self.setEnabled(allowed)
        self.speak(
            setToolTip="" if allowed else reason, setAccessibleDescription="" if allowed else reason
        )

    def forbid(self) -> None:
        """Never offered to this person, whatever the page thinks of it later."""
        self._forbidden = True
        self.hide()

    def setVisible(self, visible: bool) -> None:  # noqa: FBT001 Qt's
        """Shown, unless it is forbidden."""
        super().setVisible(visible and not self._forbidden)

    def restyle(self) -> None:
        """Font and icon of the present look."""
        look = self.context.look
        self.setFont(look.font("strong" if self._kind == "primary" else "body"))
        if self._icon:
            size = 20 if self._kind in ("icon", "nav") else 16
            self.setIcon(icons.icon(look, self._icon, size, _ICON_INK.get(self._kind, "text2")))
            self.setIconSize(QSize(size, size))


class IconButton(Button):
    """A button with an icon alone: `name` is its tip and its accessible name."""

    def __init__(
        self,
        context: Context,
        icon: str,
        name: Text,
        *,
        on: Callable[[], object] | None = None,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, kind="icon", icon=icon, on=on, parent=parent)
        self.setCheckable(checkable)
        self.speak(setToolTip=name, setAccessibleName=name)
