"""Our own palettes: `setColorScheme` is ignored offscreen and under a bare X server."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QToolTip

from vipdesk.tokens import Colours

_ROLES = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "hover",
    QPalette.ColorRole.Mid: "border",
    QPalette.ColorRole.Dark: "border_strong",
    QPalette.ColorRole.Shadow: "sunken",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def of(colours: Colours) -> QPalette:
    """The palette of one theme."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, QColor(colours.of(name)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.disabled))
    return made


def tooltips(colours: Colours) -> None:
    """Tooltips keep a palette of their own and must be told."""
    made = QToolTip.palette()
    made.setColor(QPalette.ColorRole.ToolTipBase, QColor(colours.surface))
    made.setColor(QPalette.ColorRole.ToolTipText, QColor(colours.text))
    QToolTip.setPalette(made)
