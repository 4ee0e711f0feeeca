"""Actions as data: a title, a shortcut, what it does. The palette and the F1 sheet read them.

No bare letters, and each shortcut also by the key's place on a Russian keyboard: Qt finds the
Latin letter behind a Cyrillic one on most systems, not on all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from vipdesk.wording import Say

_LATIN = "QWERTYUIOPASDFGHJKLZXCVBNM"
_RUSSIAN = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
_ON_RUSSIAN = dict(zip(_LATIN, _RUSSIAN, strict=True))


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the person can do from anywhere. `shortcut` in Qt's portable form ('Ctrl+K')."""

    key: str
    title: Say
    run: Callable[[], object]
    shortcut: str = ""
    icon: str = "arrow-right"
    listed: bool = True


def sequences(shortcut: str) -> list[QKeySequence]:
    """The shortcut, and the same keys on a Russian layout."""
    made = [QKeySequence(shortcut)]
    head, _, last = shortcut.rpartition("+")
    if last in _ON_RUSSIAN:
        made.append(QKeySequence(f"{head}+{_ON_RUSSIAN[last]}"))
    return made


def shown(shortcut: str) -> str:
    """As the platform writes it: 'Ctrl+K', '⌘K'."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def bind(action: Action, window: QWidget) -> QShortcut:
    """Let the shortcut work anywhere in the window.

    A key that matches both layouts is 'ambiguous' to Qt although both are ours: both signals
    lead to the action.
    """
    made = QShortcut(window)
    made.setKeys(sequences(action.shortcut))
    made.setContext(Qt.ShortcutContext.WindowShortcut)
    made.activated.connect(action.run)
    made.activatedAmbiguously.connect(action.run)
    return made
