"""Surfaces and layouts with the distances of the design."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vipdesk.ui.widgets.labels import Subtitle
from vipdesk.ui.widgets.speaking import repolish

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

Item = QWidget | QLayout | int | None
_DEEP = 12  # line, lines, card, column, area, tab, page, and room that it gives back


def _fill(box: QBoxLayout, items: tuple[Item, ...]) -> None:
    for item in items:
        if item is None:
            box.addStretch(1)
        elif isinstance(item, int):
            box.addSpacing(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addWidget(item)


def row(*items: Item, gap: int = 8, margin: int = 0) -> QHBoxLayout:
    """A horizontal layout: widgets, layouts, a number for a gap, None for a stretch."""
    box = QHBoxLayout()
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    _fill(box, items)
    return box


def column(*items: Item, gap: int = 8, margin: int = 0) -> QVBoxLayout:
    """A vertical layout: widgets, layouts, a number for a gap, None for a stretch."""
    box = QVBoxLayout()
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    _fill(box, items)
    return box


@contextmanager
def laid_out_once(box: QLayout | None) -> Iterator[None]:
    """Parts are shown and hidden, and room for them is made once, at the next turn of the loop.

    Qt would lay out anew, and all that is around, for each part that appears.
    """
    if box is None:
        yield
        return
    box.setEnabled(False)
    try:
        yield
    finally:
        box.setEnabled(True)


def lay_out_now() -> None:
    """Everything finds its place before it is painted.

    Room asked for by a line goes up card by card, one turn of the loop each, and Qt paints what
    has changed between the turns: words would stand at wrong places for a moment, and be painted
    twice.
    """
    for _ in range(_DEEP):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


class Card(QFrame):
    """A surface with a hairline edge; `body` is its column, `tone` tints it ('private', …)."""

    def __init__(
        self,
        context: Context,
        title: Text = "",
        *,
        tone: str = "",
        padding: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.setProperty("kind", "card")
        self.setProperty("tone", tone)
        self.body = column(gap=8, margin=padding)
        self.setLayout(self.body)
        self.heading: QHBoxLayout | None = None
        if title:
            self.title = Subtitle(context, title)
            self.heading = row(self.title, None)
            self.body.addLayout(self.heading)

    def set_tone(self, tone: str) -> None:
        """Tint it otherwise."""
        self.setProperty("tone", tone)
        repolish(self)

    def add(self, *items: Item) -> None:
        """Append to the column."""
        _fill(self.body, items)

    def clear(self) -> None:
        """Take everything out but the heading."""
        clear(self.body, keep=1 if self.heading is not None else 0)


def clear(box: QLayout, keep: int = 0) -> None:
    """Take the items after the first `keep` out of a layout and delete their widgets."""
    while box.count() > keep:
        item = box.takeAt(box.count() - 1)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def hairline(*, brass: bool = False) -> QFrame:
    """A line of one pixel."""
    line = QFrame()
    line.setProperty("kind", "brassline" if brass else "hairline")
    return line


def scrolled(inside: QWidget) -> QScrollArea:
    """A vertical scroll area around a widget. Its keyboard way is the focus of what is inside."""
    area = QScrollArea()
    inside.setProperty("kind", "scrolled")
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
