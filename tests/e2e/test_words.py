"""In the Russian desk no English word of ours is left, on any page the tour visits."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tools import translations
from vipdesk.settings import Theme
from vipdesk.tour import Wish, walk
from vipdesk.tour.walker import Walk
from vipdesk.wording import Lang

# The same in both languages.
SHARED = {"VIP Desk", "SMS", "QR", "English"}  # a language is called by its own name


def shown(root: QWidget) -> set[str]:
    """All texts a person can read in a window, and the names a screen reader says."""
    texts: set[str] = set()
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        texts |= {widget.accessibleName(), widget.toolTip()}
        if isinstance(widget, QLabel | QAbstractButton):
            texts.add(widget.text())
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.add(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            texts |= {widget.itemText(i) for i in range(widget.count())}
        elif isinstance(widget, QTabBar):
            texts |= {widget.tabText(i) for i in range(widget.count())}
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            for row in range(min(model.rowCount(), 40)):
                texts |= {
                    str(model.index(row, column).data() or "")
                    for column in range(model.columnCount())
                }
    return {t.strip() for t in texts if t.strip()}


@pytest.mark.usefixtures("qapp")
def test_the_russian_desk_speaks_no_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, set[str]] = {}
    picture = Walk.picture

    def read_too(self: Walk, name: str) -> None:
        picture(self, name)
        for window in QApplication.topLevelWidgets():
            if window.isVisible():
                for text in shown(window):
                    seen.setdefault(text, set()).add(name)

    monkeypatch.setattr(Walk, "picture", read_too)
    wish = Wish(tmp_path / "out", Lang.RU, Theme.LIGHT, 1440, 900, clients=60)
    assert walk(wish, lambda _line: None) == 0

    russian = translations.catalogue("ru")
    english = {text for text, forms in russian.items() if forms != [text]} - SHARED
    left = {text: sorted(pages) for text, pages in seen.items() if text in english}
    assert len(seen) > 300, "the tour shows the whole desk"
    assert not left
