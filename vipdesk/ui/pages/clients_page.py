"""Everybody in the club this person may see: found by half a name, filtered, opened by Enter."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from vipdesk.access.office import list_staff
from vipdesk.clients import profile, registry
from vipdesk.clients.registry import ClientFilter, ClientList, ClientRow, ClientSort
from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_parts import SilenceCell
from vipdesk.ui.pages.client_words import hold_words, next_when, next_words, silence, work_of
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Choice, EmptyState, IconButton, SearchField, Tone, row
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import Desk, StaffRow
    from vipdesk.clients.rows import TierRow

_NAME, _LAST = 0, 4
_SORTS = {_NAME: ClientSort.NAME, _LAST: ClientSort.LAST_CONTACT}
_GIVERS = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})
_ALL, _MINE, _ORPHANS = "all", "mine", "orphans"


class ClientsPage(Page):
    """The list. A client without a manager is an error state that stands out (CL-01)."""

    section = "clients"
    title = say("Clients")
    watches: ClassVar[tuple[str, ...]] = (
        "client", "contact_point", "promise", "interaction", "invite_hold", "tier", "staff",
    )  # fmt: skip

    def _build(self) -> None:
        self._opened: ClientList | None = None
        self._sort, self._descending = ClientSort.NAME, False
        self._kept: tuple[UUID, int] | None = None
        self._tiers: tuple[TierRow, ...] = ()
        self._staff: tuple[StaffRow, ...] = ()
        context = self.context
        self.search = SearchField(context, say("Name, company, city, end of a phone number"))
        self.tier = Choice(context)
        self.whose = Choice(context)
        self.tier.speak(setAccessibleName=say("Tier"))
        self.whose.speak(setAccessibleName=say("Whose clients"))
        self._offer_choices(0)
        if getattr(context.staff, "role", None) is Role.MANAGER:
            self.whose.set_value(_MINE)  # one's own work first; everybody is one choice away
        self.table = Table(context, say("Clients"), self._columns(), many=True)
        self.table.view.setItemDelegateForColumn(_LAST, SilenceCell(context, self.table.view))
        self._build_states()
        self._inside = QStackedWidget()
        self._inside.addWidget(self.table)
        self._inside.addWidget(self.nobody)
        self._inside.addWidget(self.none_of_mine)
        self.import_button = Button(
            context, say("Import"), icon="import", on=self.import_clients,
            tip=say("From a vCard or CSV file"),
        )  # fmt: skip
        self.new_button = Button(
            context, say("New client"), kind="primary", icon="plus", on=self.new_here, tip="Ctrl+N"
        )
        self.hand_over_button = Button(
            context, say("Hand over…"), icon="arrow-right", on=self.hand_over
        )
        self.add_action(self.hand_over_button)
        self.export_button = IconButton(
            context, "export", say("Export clients"), on=self.export_clients
        )
        self.add_action(self.export_button)
        self.add_action(self.import_button)
        self.add_action(self.new_button)
        filters = row(gap=8)
        filters.addWidget(self.search, 1)
        filters.addWidget(self.tier)
        filters.addWidget(self.whose)
        self.body.addLayout(filters)
        self.body.addWidget(self._inside, 1)
        # Wherever in the window the focus is: of the pages only the shown one hears it.
        self._talk = bind(Action("talk", say("Log a talk"), self.log_talk, "Ctrl+T"), self)

    def _build_states(self) -> None:
        """What stands there when no row does: for which reason is told."""
        context = self.context
        self.nobody = EmptyState(
            context,
            say("Nobody matches."),
            icon="search",
            action=say("Show everybody"),
            on=self.show_everybody,
        )
        self.none_of_mine = EmptyState(
            context,
            say("You lead no client yet."),
            icon="clients",
            action=say("Show everybody"),
            on=self.show_everybody,
        )
        self.empty = EmptyState(
            context,
            say("No client yet."),
            icon="clients",
            hint=say("Bring an address book from a phone, Google or Outlook, or add somebody."),
            action=say("Import clients"),
            on=self.import_clients,
            second=say("Add a client"),
            on_second=self.new_here,
        )

    def _columns(self) -> tuple[Column[ClientRow], ...]:
        context = self.context
        return (
            Column(
                say("Name"),
                lambda r: r.display(context.settings.lang),
                width=200,
                stretch=True,
                strong=True,
                second=work_of,
                icon=_name_icon,
                tip=self._tip,
                sort=lambda r: r.sort_key,
            ),
            Column(
                say("Tier"),
                lambda r: r.tier(context.settings.lang),
                width=110,
                badge=lambda _row: Tone.BRASS,
            ),
            Column(
                say("Manager"),
                lambda r: (
                    r.manager.shown(context.settings.lang) if r.has_manager else say("No manager")
                ),
                width=150,
                badge=lambda r: None if r.has_manager else Tone.DANGER,
                icon=lambda r: "" if r.has_manager else "warning",
            ),
            Column(say("City"), lambda r: r.city, width=100),
            Column(
                say("Last contact"),
                lambda r: silence(r.last_contact_at, context.now()),
                width=150,
                sort=lambda r: r.last_contact_at,
            ),
            Column(
                say("Next"),
                next_words,
                width=180,
                stretch=True,
                second=lambda r: next_when(r, context.format),
                ink=self._next_ink,
                tip=next_words,
            ),
        )

    def _connect(self) -> None:
        self.offer("insert", "client", self.new_button)
        self.offer("insert", "import_batch", self.import_button)
        self.offer("update", "client", self.hand_over_button)
        self.search.searched.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.tier.currentIndexChanged.connect(self._on_filtered)
        self.whose.currentIndexChanged.connect(self._on_filtered)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.table.sort_requested.connect(self._on_sort)

    # Reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Open the list anew; the choice is kept by id where it can be."""
        wanted = self._filter()
        offset = self._kept[1] // registry.PART * registry.PART if self._kept else 0
        self.load(
            partial(
                _opened,
                wanted=wanted,
                sort=self._sort,
                descending=self._descending,
                offset=offset,
            ),
            self._show,
        )

    def open_link(self, link: Link) -> None:
        """`part` 'orphans' or 'mine' chooses whose clients."""
        if link.part in {_MINE, _ORPHANS}:
            self.whose.set_value(link.part)
        super().open_link(link)

    def _filter(self) -> ClientFilter:
        whose = self.whose.value()
        return ClientFilter(
            text=self.search.text(),
            tier_id=self.tier.value(),
            mine=whose == _MINE,
            without_manager=whose == _ORPHANS,
        )

    def _show(self, found: _Found) -> None:
        self._opened = found.opened
        self._allow_handing_over()
        if (self._tiers, self._staff) != (found.tiers, found.staff):
            self._tiers, self._staff = found.tiers, found.staff
        self._offer_choices(found.orphans)
        total = found.opened.total
        self.show_subtitle(say("{n} clients", n=total))
        wanted = found.opened.filter
        if found.nobody:
            self.show_empty(self.empty)
            return
        bare = self.none_of_mine if wanted == ClientFilter(mine=True) else self.nobody
        self._inside.setCurrentWidget(self.table if total else bare)
        self.nobody.primary.setVisible(wanted.mine or wanted.without_manager)
        kept = self._kept
        self.table.show_window(total, self._ask)
        self.table.fill(found.offset, found.rows)
        if kept is not None and self.table.choose(kept[0]):
            self._kept = kept

    def _ask(self, offset: int) -> None:
        opened = self._opened
        if opened is None:
            return
        self.context.runner.read(
            partial(_part, opened=opened, offset=offset),
            self._on_part,
            owner=self,
            topic=f"part {offset}",
        )

    def _on_part(self, part: tuple[ClientList, int, tuple[ClientRow, ...]]) -> None:
        opened, offset, rows = part
        if opened is self._opened:
            self.table.fill(offset, rows)

    def _offer_choices(self, orphans: int) -> None:
        lang = self.context.settings.lang
        whose: list[tuple[object, Say]] = [(_ALL, say("Everybody")), (_MINE, say("My clients"))]
        if orphans or self.whose.value() == _ORPHANS:
            whose.append((_ORPHANS, say("Without a manager: {n}", n=orphans)))
        tiers: list[tuple[object, Say | str]] = [(None, say("All tiers"))]
        tiers += [(t.id, t.name(lang)) for t in self._tiers]
        for choice, offered in ((self.tier, tiers), (self.whose, whose)):
            before = choice.value()
            choice.blockSignals(True)
            choice.offer(tuple(offered))
            choice.set_value(before)
            choice.blockSignals(False)

    def _tip(self, r: ClientRow) -> Say | str:
        if r.restricted:
            return say("The client’s data is restricted: it is kept and not used.")
        if r.hold is not None:
            return hold_words(r.hold, self.words)
        return r.display(self.context.settings.lang)

    def _next_ink(self, r: ClientRow) -> str:
        if r.next is not None and r.next.due_at < self.context.now():
            return "danger"
        return "text2"

    # Doing ---------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """A new client."""
        if not self.context.may("insert", "client"):
            return False
        from vipdesk.ui.dialogs.client_dialog import ClientDialog

        staff = self.context.staff
        is_manager = getattr(staff, "role", None) is Role.MANAGER
        ClientDialog(
            self.context,
            self,
            tiers=self._tiers,
            staff=self._staff,
            manager_id=getattr(staff, "id", None) if is_manager else None,
        ).open()
        return True

    def show_everybody(self) -> None:
        """All whom this person may see, whoever leads them."""
        self.whose.set_value(_ALL)

    def import_clients(self) -> None:
        """The import dialog."""
        self.take_files([])

    def export_clients(self) -> None:
        """The list as it is filtered, as a file."""
        from vipdesk.ui.dialogs.export_dialog import ClientExportDialog

        ClientExportDialog(self.context, self._filter(), self).open()

    def take_files(self, paths: list[Path]) -> None:
        """Files dropped on the window: the first one is checked."""
        from vipdesk.ui.dialogs.import_dialog import ImportDialog

        dialog = ImportDialog(self.context, self)
        dialog.open()
        if paths:
            dialog.take_file(paths[0])

    def log_talk(self) -> None:
        """Ctrl+T: log a talk with the chosen client."""
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        from vipdesk.ui.dialogs.talk_dialog import TalkDialog

        name = chosen.display(self.context.settings.lang)
        TalkDialog(self.context, chosen.id, name, self).open()

    def hand_over(self) -> None:
        """Give the chosen clients to a colleague."""
        from vipdesk.ui.dialogs.handover_dialog import HandoverDialog

        chosen = self.table.chosen_ids()
        if chosen:
            HandoverDialog(self.context, self, client_ids=chosen).open()

    def find_here(self) -> bool:
        """Ctrl+F."""
        self.search.setFocus()
        self.search.selectAll()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search field into the list."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
            and self.table.count
        ):
            self.table.setFocus()
            self.table.choose_first()
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self, _text: str) -> None:
        self._kept = None
        self.reload()

    def _on_filtered(self, _index: int) -> None:
        self._kept = None
        self.reload()

    def _on_sort(self, section: int, descending: bool) -> None:  # noqa: FBT001 Qt's signal
        self._sort, self._descending = _SORTS.get(section, ClientSort.NAME), descending
        self.reload()

    def _on_opened(self, chosen: Any) -> None:
        self.context.open(Link("client", chosen.id))

    def _allow_handing_over(self) -> None:
        """With Shift or Ctrl several are chosen; the coordinator and the auditor give nobody."""
        role = getattr(self.context.staff, "role", Role.MANAGER)
        self.hand_over_button.setVisible(role in _GIVERS)
        self.hand_over_button.allow(
            bool(self.table.chosen_ids()), say("Choose clients in the list, several with Shift.")
        )

    def _on_chosen(self, chosen: Any) -> None:
        self._allow_handing_over()
        place = self.table.rows.place_of(chosen.id) if chosen is not None else -1
        self._kept = (chosen.id, place) if place >= 0 else None


class _Found:
    """What one read brings: the opened list, a part of it, and what the filters offer."""

    def __init__(self, desk: Desk, opened: ClientList, offset: int) -> None:
        self.opened = opened
        self.offset = offset if offset < opened.total else 0
        self.rows = registry.read_part(desk, opened, self.offset)
        self.tiers = profile.list_tiers(desk)
        self.staff = list_staff(desk)
        self.orphans = registry.count_without_manager(desk)
        wanted = opened.filter
        if opened.total or wanted not in (ClientFilter(), ClientFilter(mine=True)):
            self.nobody = False
        else:  # an empty club is another thing than a manager without clients
            self.nobody = not wanted.mine or not registry.open_list(desk, ClientFilter()).total


def _opened(
    desk: Desk, wanted: ClientFilter, sort: ClientSort, *, descending: bool, offset: int
) -> _Found:
    opened = registry.open_list(desk, wanted, sort, descending=descending)
    return _Found(desk, opened, offset)


def _part(
    desk: Desk, opened: ClientList, offset: int
) -> tuple[ClientList, int, tuple[ClientRow, ...]]:
    return opened, offset, registry.read_part(desk, opened, offset)


def _name_icon(r: ClientRow) -> str:
    if r.restricted:
        return "lock"
    return "hold" if r.hold is not None else ""
