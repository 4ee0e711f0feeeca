"""The present look: theme, text size, motion. Widgets that paint ask it for ink and fonts."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtGui import QColor, QFont, QGuiApplication, QPixmapCache
from PySide6.QtWidgets import QApplication

from vipdesk import tokens
from vipdesk.settings import Settings, Theme
from vipdesk.tokens import Colours, Tokens
from vipdesk.ui.theme import fonts, palette, qss
from vipdesk.ui.theme.pens import Pens


class Tone(StrEnum):
    """What a badge or message means; never by colour alone, a word stands beside it."""

    NEUTRAL = "neutral"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"
    INFO = "info"
    PRIVATE = "private"
    BRASS = "brass"

    @property
    def ink(self) -> str:
        """The colour token of its words."""
        return "text2" if self is Tone.NEUTRAL else self.value

    @property
    def ground(self) -> str:
        """The colour token behind its words."""
        if self in (Tone.NEUTRAL, Tone.BRASS):
            return "hover"
        return f"{self.value}_bg"


@dataclass(frozen=True, slots=True)
class Look:
    """Tokens with the person's choices: dark or light, text 90–130 %, reduced motion.

    pens: its colours, fonts and words as painters need them, kept.
    """

    tokens: Tokens
    dark: bool = False
    percent: int = 100
    reduced_motion: bool = False
    pens: Pens = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pens", Pens(self))

    @classmethod
    def of(cls, settings: Settings) -> Look:
        """The look a person chose; `system` asks the platform (no answer offscreen: light)."""
        dark = settings.theme is Theme.DARK or (
            settings.theme is Theme.SYSTEM and _system_is_dark()
        )
        percent = min(130, max(90, settings.text_percent))
        return cls(tokens.ledger(), dark, percent, settings.reduced_motion)

    @property
    def colours(self) -> Colours:
        """The colours of the present theme, as '#RRGGBB'."""
        return self.tokens.colours(dark=self.dark)

    def ink(self, name: str) -> QColor:
        """A colour token as Qt paints it."""
        return QColor(self.colours.of(name))

    def font(self, kind: str, *, tabular: bool = False) -> QFont:
        """A step of the type scale ('body', 'title', …) at the person's text size."""
        return fonts.font(self.tokens.type[kind], self.percent, tabular=tabular)

    def px(self, pixels: int) -> int:
        """A height that must follow the text size."""
        return round(pixels * self.percent / 100)

    def ms(self, milliseconds: int) -> int:
        """A duration, 0 with reduced motion."""
        return 0 if self.reduced_motion else milliseconds

    def wear(self, application: QApplication) -> None:
        """Put the look on: Fusion, then palette, then one style sheet (the order matters)."""
        fonts.load()
        QPixmapCache.clear()  # icons in the ink of the look before
        if application.style().objectName().lower() != "fusion":
            application.setStyle("Fusion")
        application.setFont(self.font("body"))
        application.setPalette(palette.of(self.colours))
        application.setStyleSheet(qss.sheet(self.tokens, self.colours, self.percent))
        palette.tooltips(self.colours)


def _system_is_dark() -> bool:
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
