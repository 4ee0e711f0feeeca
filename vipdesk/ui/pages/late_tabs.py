"""Tabs of a page as data, and the place that keeps each until it is first seen.

A tab is a widget in a file of its own: `Widget(context)` builds it, `show(whole)` fills it with
what the page has read and asks for whatever else it needs (`context.runner.read(…, owner=self,
topic=…)`). A tab that nobody opens is neither imported nor built, and reads nothing: that is what
keeps a page quick. After each read of the page the seen tab is filled again, the others when they
are next seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vipdesk.access.matrix import Verb, may
from vipdesk.ui.widgets import column
from vipdesk.wording import Say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


@dataclass(frozen=True, slots=True)
class TabPlace:
    """A tab: its key (a link's `part`), its word, where its class is, whose table it shows.

    Who may not read `table` at all is not offered the tab: it is not there, not even empty.
    """

    key: str
    title: Say
    widget: str  # 'module:Class' in vipdesk.ui.pages
    table: str = ""
    fill: str = "show_client"  # the tab's method that takes what the page has read

    def is_for(self, context: Context) -> bool:
        """Whether this person is offered the tab: the matrix says it, also on a vault."""
        staff = context.staff
        return not self.table or staff is None or may(staff.role, Verb.SELECT, self.table)

    def load(self) -> type[QWidget]:
        """Import the tab's class."""
        module, name = self.widget.split(":")
        return cast("type[QWidget]", getattr(import_module(f"vipdesk.ui.pages.{module}"), name))


class LateTab(QWidget):
    """A tab's place: the tab is made when it is first seen, and filled only while it is seen."""

    def __init__(self, context: Context, place: TabPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._place = context, place
        self._whole: Any = None
        self._due = False
        self._made: QWidget | None = None
        self._box = column(gap=0)
        self.setLayout(self._box)

    @property
    def tab(self) -> QWidget:
        """The tab itself, made now if nobody saw it yet."""
        if self._made is None:
            self._made = self._place.load()(self._context)  # type: ignore[arg-type]
            self._box.addWidget(self._made)
        return self._made

    def show_whole(self, whole: Any) -> None:
        """The page has read it: now if seen, else when it is."""
        self._whole, self._due = whole, True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        tab = self.tab
        if self._due and self._whole is not None:
            self._due = False
            getattr(tab, self._place.fill)(self._whole)
