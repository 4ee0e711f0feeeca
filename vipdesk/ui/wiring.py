"""The wiring board: which page stands at the end of which link. Pages do not know each other.

Modules are named, not imported: a page is imported when it is first visited, so that the
first paint waits for none of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from vipdesk.access.matrix import Rows, Verb, line
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.pages.page import Page


@dataclass(frozen=True, slots=True)
class Section:
    """A place in the sidebar: Ctrl+1…7 in this order. `hidden_from`: roles that never see it."""

    key: str
    title: Say
    icon: str
    reads: tuple[str, ...] = ()  # its tables: who may not read them is not offered it
    whole: bool = False  # all rows of them, in a team

    def is_for(self, role: Role | None, *, in_team: bool) -> bool:
        """Whether this role is offered the section: the matrix of rights says it."""
        if role is None:
            return True
        cells = [line(table, role).get(Verb.SELECT) for table in self.reads]
        if None in cells:
            return False
        return not (self.whole and in_team) or all(c and c.rows is Rows.ALL for c in cells)


@dataclass(frozen=True, slots=True)
class Place:
    """A page: its section, and where its class is ('package.module:Class')."""

    section: str
    page: str
    detail: bool = False

    def load(self) -> type[Page]:
        """Import the page's class."""
        module, name = self.page.split(":")
        return cast("type[Page]", getattr(import_module(module), name))


SECTIONS = (
    Section("today", say("Today"), "today", ("promise", "client", "reply")),
    Section("clients", say("Clients"), "clients", ("client", "fact", "interaction")),
    Section("events", say("Events"), "event", ("event",)),
    Section("cards", say("Cards"), "card", ("status_card",)),
    # Who prepares guest lists never sees the private track: only a hold (docs/architecture.md).
    Section("complaints", say("Complaints"), "lock", ("complaint",)),
    Section("health", say("Health"), "health", ("health_snapshot",)),
    Section("settings", say("Settings"), "settings"),
    # In one's own vault everybody reads one's own: from the settings ("own_journal").
    Section("journal", say("Journal"), "document", ("journal_entry",), whole=True),
)


def sections_of(role: Role | None, *, in_team: bool) -> tuple[Section, ...]:
    """What the sidebar offers, in its order."""
    if in_team:
        return tuple(s for s in SECTIONS if s.is_for(role, in_team=True))
    # A vault's journal is its owner's: only who leads or audits has it beside the daily work.
    shown = (s for s in SECTIONS if s.key != "journal" or role in _READ_THE_JOURNAL)
    return tuple(s for s in shown if s.is_for(role, in_team=False))


_READ_THE_JOURNAL = frozenset({Role.AUDITOR, Role.HEAD, Role.EXECUTIVE, None})
_PAGES = "vipdesk.ui.pages."
PLACES = {
    "today": Place("today", _PAGES + "today_page:TodayPage"),
    "clients": Place("clients", _PAGES + "clients_page:ClientsPage"),
    "client": Place("clients", _PAGES + "client_page:ClientPage", detail=True),
    "events": Place("events", _PAGES + "events_page:EventsPage"),
    "event": Place("events", _PAGES + "event_page:EventPage", detail=True),
    "cards": Place("cards", _PAGES + "cards_page:CardsPage"),
    "card": Place("cards", _PAGES + "cards_page:CardsPage"),
    "complaints": Place("complaints", _PAGES + "complaints_page:ComplaintsPage"),
    "complaint": Place("complaints", _PAGES + "complaint_page:ComplaintPage", detail=True),
    "problems": Place("complaints", _PAGES + "problems_page:ProblemsPage", detail=True),
    "complaint_statistics": Place(
        "complaints", _PAGES + "complaints_statistics:StatisticsPage", detail=True
    ),
    "compensation": Place("complaints", _PAGES + "compensation_page:CompensationPage", detail=True),
    "health": Place("health", _PAGES + "health_page:HealthPage"),
    "benefits": Place("settings", _PAGES + "benefits_page:BenefitsPage", detail=True),
    "settings": Place("settings", _PAGES + "settings_page:SettingsPage"),
    "journal": Place("journal", _PAGES + "journal_page:JournalPage"),
    "own_journal": Place("settings", _PAGES + "journal_page:JournalPage", detail=True),
}


@dataclass(frozen=True, slots=True)
class Drop:
    """Files dropped on the window: their endings, the page that takes them, its method's name."""

    endings: tuple[str, ...]
    kind: str


# A page that takes files has a method `take_files(paths)`.
DROPS = (
    Drop((".eml", ".ics"), "events"),
    Drop((".vcf", ".csv"), "clients"),
)


def takers(paths: list[Path]) -> list[tuple[str, list[Path]]]:
    """(link kind, files) for dropped files; files nobody takes are left out."""
    found: list[tuple[str, list[Path]]] = []
    for drop in DROPS:
        mine = [p for p in paths if p.suffix.lower() in drop.endings]
        if mine:
            found.append((drop.kind, mine))
    return found


def take_files(page: Page, paths: list[Path]) -> bool:
    """Give files to a page; False if it takes none."""
    method = getattr(page, "take_files", None)
    if method is None:
        return False
    cast("Callable[[list[Path]], Any]", method)(paths)
    return True
