"""The tabs of a client's page, as data, and the place that keeps each until it is first seen.

A tab is a widget in a file of its own: `Widget(context)` builds it, `show_client(card)` fills it
and asks for whatever else it needs (`context.runner.read(…, owner=self, topic=…)`). To add one,
add a line to `TABS`. A tab that nobody opens is neither imported nor built, and reads nothing:
that is what keeps the page quick. After each read of the page the seen tab is filled again, the
others when they are next seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vipdesk.access.matrix import Verb, may
from vipdesk.ui.widgets import column
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard
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

    def is_for(self, context: Context) -> bool:
        """Whether this person is offered the tab: the matrix says it, also on a vault."""
        staff = context.staff
        return not self.table or staff is None or may(staff.role, Verb.SELECT, self.table)

    def load(self) -> type[QWidget]:
        """Import the tab's class."""
        module, name = self.widget.split(":")
        return cast("type[QWidget]", getattr(import_module(f"vipdesk.ui.pages.{module}"), name))


TABS = (
    TabPlace("overview", say("Overview"), "client_overview:Overview"),
    TabPlace("facts", say("Facts"), "client_facts:ClientFacts", "fact"),
    TabPlace("people", say("People"), "client_people:ClientPeople", "person_around"),
    TabPlace("names", say("Name and dates"), "client_names:ClientNames", "name_form"),
    TabPlace("timeline", say("Timeline"), "client_timeline:ClientTimeline"),
    TabPlace("promises", say("Promises"), "client_promises:ClientPromises", "promise"),
    TabPlace("events", say("Events"), "client_events:ClientEvents"),
    TabPlace("benefits", say("Benefits"), "client_benefits:ClientBenefits", "benefit_use"),
    TabPlace("off_hours", say("Off hours"), "client_off_hours:ClientOffHours", "off_hours_request"),
    TabPlace("complaints", say("Complaints"), "client_complaints:ClientComplaints", "complaint"),
    TabPlace("privacy", say("Privacy"), "client_privacy:ClientPrivacy"),
)


class ShowsClient(Protocol):
    """What every tab can do."""

    def show_client(self, card: ClientCard, /) -> None:
        """Show this client."""


class LateTab(QWidget):
    """A tab's place: the tab is made when it is first seen, and filled only while it is seen."""

    def __init__(self, context: Context, place: TabPlace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._place = context, place
        self._card: ClientCard | None = None
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

    def show_client(self, card: ClientCard) -> None:
        """The page has read a client: now if seen, else when it is."""
        self._card, self._due = card, True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        tab = self.tab
        if self._due and self._card is not None:
            self._due = False
            cast("ShowsClient", tab).show_client(self._card)
