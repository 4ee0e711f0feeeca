"""The opened desk: sidebar, the pages, the way back, the actions and their shortcuts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from vipdesk import log
from vipdesk.changes import Changes
from vipdesk.ui import wiring
from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.message_bar import MessageBar
from vipdesk.ui.sidebar import Sidebar
from vipdesk.ui.widgets.empty import EmptyState
from vipdesk.wording import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.command_palette import CommandPalette
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.page import Page

_MOST_HISTORY = 50
_ANY = UUID(int=0)


class Shell(QWidget):
    """Pages are made on the first visit and kept. `person_chosen(id)`: another takes the desk."""

    person_chosen = Signal(object)

    def __init__(self, context: Context, staff: StaffRow | None = None) -> None:
        super().__init__()
        self.context = context
        self.pages: dict[str, Page] = {}
        self._history: list[Link] = []
        self._broken: dict[str, EmptyState] = {}
        self._palette: CommandPalette | None = None
        self._shortcuts: list[QShortcut] = []
        self.sidebar = Sidebar(context, staff.role if staff is not None else None)
        self.stack = QStackedWidget()
        box = QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.sidebar)
        box.addWidget(self.stack, 1)
        self.setLayout(box)  # the stack has a parent from here on: the bar floats over it
        self.bar = MessageBar(context, self.stack)
        self.actions_ = self._actions()
        self._connect()

    # Going about -----------------------------------------------------------------------

    @property
    def present(self) -> Link | None:
        """Where we are."""
        return self._history[-1] if self._history else None

    @property
    def page(self) -> Page | None:
        """The page that is shown; None if it could not be made."""
        present = self.present
        return self.pages.get(present.kind) if present is not None else None

    def go(self, link: Link) -> None:
        """Show the page of a link. A link to what this person may not see leads nowhere."""
        place = wiring.PLACES.get(link.kind)
        if place is None or place.section not in self.sidebar.buttons:
            return
        if self.present != link:
            self._history.append(link)
            del self._history[:-_MOST_HISTORY]
        self._show(link)

    def back(self) -> bool:
        """To where we were before; from a detail page without a past, to its section."""
        if len(self._history) > 1:
            self._history.pop()
            self._show(self._history[-1])
            return True
        present = self.present
        if present is not None and wiring.PLACES[present.kind].detail:
            self._history.clear()
            self.go(Link(wiring.PLACES[present.kind].section))
            return True
        return False

    def drop(self, files: list[Path]) -> bool:
        """Files were dropped on the window: to the page that takes them."""
        taken = False
        for kind, mine in wiring.takers(files):
            self.go(Link(kind))
            page = self.page
            if page is not None and wiring.take_files(page, mine):
                taken = True
        if not taken:
            self.context.problem(
                say("VIP Desk cannot open this kind of file. It opens .vcf, .csv, .eml and .ics.")
            )
        return taken

    def everything(self) -> Changes:
        """As if all that the pages watch were changed: the rows come from elsewhere now."""
        watched = {table for page in self.pages.values() for table in page.watches}
        return Changes(frozenset((table, _ANY) for table in watched))

    def show_people(self, present: StaffRow | None, people: Sequence[StaffRow]) -> None:
        """Who is at work, and who else may take the desk."""
        self.sidebar.person.show_people(present, people)

    # Actions -----------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Ctrl+K."""
        from vipdesk.ui.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self.context, self)
        self._palette.ask(tuple(a for a in self.actions_ if a.listed))

    def open_brief(self) -> None:
        """Ctrl+B: of whom the page speaks, else of whom we were with last, else find somebody."""
        from vipdesk.ui.dialogs.brief_dialog import BriefDialog

        page = self.page
        here = page.client_here() if page is not None else None
        been = [link.id for link in self._history if link.kind == "client" and link.id is not None]
        client_id = here or (been[-1] if been else None)
        if client_id is None:
            self.open_palette()
        else:
            BriefDialog(self.context, client_id, self).open()

    def _actions(self) -> tuple[Action, ...]:
        sections = tuple(
            Action(f"go.{s.key}", s.title, _Go(self, s.key), f"Ctrl+{n + 1}", s.icon)
            for n, s in enumerate(self.sidebar.sections)
        )
        return (
            Action(
                "find", say("Find anything"), self.open_palette, "Ctrl+K", "search", listed=False
            ),
            *sections,
            *self._deeds(),
            Action("new", say("New here"), self._new_here, "Ctrl+N", "plus"),
            Action("brief", say("Brief card"), self.open_brief, "Ctrl+B", "person"),
            Action("note", say("Quick note"), self._quick_note, "Ctrl+Shift+N", "note"),
            Action("find_here", say("Find on this page"), self._find_here, "Ctrl+F", "search"),
            Action("undo", say("Undo"), self._undo, "Ctrl+Z", "undo"),
            Action("present", say("Hide details"), self._present, "Ctrl+Shift+P", "eye-off"),
            Action("theme", say("Light or dark"), self._theme, "Ctrl+Shift+D", "moon"),
            Action("lock", say("Lock the desk"), self._lock, "Ctrl+L", "lock"),
            Action("shortcuts", say("Shortcuts"), self._show_shortcuts, "F1", "help"),
        )

    def _deeds(self) -> tuple[Action, ...]:
        """What can be begun from anywhere, on the page that does it."""
        deeds = (
            ("clients", say("New client"), "new_here", "client"),
            ("clients", say("Import clients"), "import_clients", "import"),
            ("clients", say("Past imports"), "show_past_imports", "import"),
            ("clients", say("Find duplicates"), "find_duplicates", "clients"),
            ("clients", say("Merge the two chosen clients"), "merge_chosen", "clients"),
            ("clients", say("Export clients"), "export_clients", "export"),
            ("events", say("New event"), "new_here", "event"),
            ("complaints", say("New complaint"), "new_here", "lock"),
        )
        return tuple(
            Action(f"{kind}.{method}", title, _Begin(self, kind, method), icon=icon)
            for kind, title, method, icon in deeds
            if kind in self.sidebar.buttons
        )

    def begin(self, kind: str, method: str) -> None:
        """Go to a page and let it begin a deed of its own."""
        self.go(Link(kind))
        deed = getattr(self.page, method, None)
        if callable(deed):
            deed()

    def _new_here(self) -> None:
        page = self.page
        if page is None or not page.new_here():
            self.context.say(say("There is nothing to add on this page."))

    def _find_here(self) -> None:
        page = self.page
        if page is None or not page.find_here():
            self.open_palette()

    def _undo(self) -> None:
        if not self.bar.undo():
            self.context.say(say("There is nothing to undo."))

    def _quick_note(self) -> None:
        from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog

        QuickNoteDialog(self.context, self).open()

    def _present(self) -> None:
        self.context.present(not self.context.presenting)

    def _theme(self) -> None:
        from vipdesk.settings import Theme

        dark = self.context.look.dark
        self.context.change_settings(theme=Theme.LIGHT if dark else Theme.DARK)

    def _lock(self) -> None:
        self.context.lock_requested.emit()

    def _show_shortcuts(self) -> None:
        from vipdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        ShortcutsDialog(self.context, self.actions_, self).open()

    # Inside ------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.context.open_requested.connect(self.go)
        self.context.back_requested.connect(self.back)
        self.sidebar.chosen.connect(self._on_section)
        self.sidebar.palette_requested.connect(self.open_palette)
        self.sidebar.person.person_chosen.connect(self._on_person)
        for action in self.actions_:
            if action.shortcut:
                self._shortcuts.append(bind(action, self))

    def _on_section(self, key: str) -> None:
        self.go(Link(key))

    def _on_person(self, staff_id: UUID) -> None:
        self.person_chosen.emit(staff_id)

    def _show(self, link: Link) -> None:
        self.sidebar.show_section(wiring.PLACES[link.kind].section)
        page = self.pages.get(link.kind) or self._make(link)
        if page is None:
            self.stack.setCurrentWidget(self._broken[link.kind])
            return
        if page.link != link:
            page.open_link(link)
        self.stack.setCurrentWidget(page)

    def _make(self, link: Link) -> Page | None:
        """A page that cannot be made must not take the desk with it."""
        place = wiring.PLACES[link.kind]
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            page = place.load()(self.context, link)
        except Exception as error:  # noqa: BLE001 a bug in one page
            log.failure("shell.page", error, kind=link.kind)
            self._broken[link.kind] = EmptyState(
                self.context, say("This page could not be opened."), icon="error"
            )
            self.stack.addWidget(self._broken[link.kind])
            return None
        finally:
            QApplication.restoreOverrideCursor()
        if place.detail:
            page.show_back()
        self.pages[link.kind] = page
        self.stack.addWidget(page)
        return page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: the message first, then back."""
        if event.key() == Qt.Key.Key_Escape:
            if self.bar.isVisible():
                self.bar.shut()
            else:
                self.back()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under 1100 px the sidebar becomes a rail."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(narrow=self.width() < self.context.look.tokens.size.narrow)


class _Go:
    """Goes to a section: an action's `run` that is data, not a lambda naming the shell."""

    def __init__(self, shell: Shell, key: str) -> None:
        self._shell, self._key = shell, key

    def __call__(self) -> None:
        self._shell.go(Link(self._key))


class _Begin:
    """Begins a deed on its page."""

    def __init__(self, shell: Shell, kind: str, method: str) -> None:
        self._shell, self._kind, self._method = shell, kind, method

    def __call__(self) -> None:
        self._shell.begin(self._kind, self._method)
