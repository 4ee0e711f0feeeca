"""Everybody in the club this person may see: found by half a name, filtered, opened by Enter."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget

from vipdesk.access.office import list_staff
from vipdesk.clients import profile, registry, saved_views
from vipdesk.clients.registry import ClientFilter, ClientList, ClientRow, ClientSort
from vipdesk.clients.saved_views import Arrangement, ViewRow
from vipdesk.clients.several import MOST
from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.pages.clients_columns import MOST as MOST_COLUMNS
from vipdesk.ui.pages.clients_columns import ClientColumns, sort_of
from vipdesk.ui.pages.clients_deeds import ClientDeeds
from vipdesk.ui.pages.clients_filters import FilterChips, views_menu
from vipdesk.ui.pages.clients_selection import SelectionBar
from vipdesk.ui.tables import Table
from vipdesk.ui.widgets import Button, Choice, EmptyState, IconButton, SearchField, row
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import Desk, StaffRow
    from vipdesk.clients.rows import TierRow

_GIVERS = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})
_ALL, _MINE, _ORPHANS = "all", "mine", "orphans"
_REST_MS = 1500
_NOBODYS = UUID(int=0)


class ClientsPage(ClientDeeds):
    """The list. A client without a manager is an error state that stands out (CL-01)."""

    section = "clients"
    title = say("Clients")
    watches: ClassVar[tuple[str, ...]] = (
        "client", "contact_point", "promise", "interaction", "invite_hold", "tier", "staff",
        "interest", "saved_view",
    )  # fmt: skip

    def _build(self) -> None:
        self._opened: ClientList | None = None
        self._sort, self._descending = ClientSort.NAME, False
        self._more = ClientFilter()  # what has no field of its own on the page
        self._layout: tuple[str, ...] = ()
        self._first = True
        self.view_id: UUID | None = None
        self._views: tuple[ViewRow, ...] = ()
        self._tiers: tuple[TierRow, ...] = ()
        self._staff: tuple[StaffRow, ...] = ()
        context = self.context
        self._columns = ClientColumns(context)
        self._build_filters()
        self.table = Table(context, say("Clients"), self._columns.shown(()), many=True)
        self.table.let_columns_move()
        self._keep = QTimer(self)  # columns and order are remembered when they rest
        self._keep.setSingleShot(True)
        self._keep.setInterval(_REST_MS)
        self._keep.timeout.connect(self._keep_layout)
        self._build_states()
        self._inside = QStackedWidget()
        for state in (self.table, self.nobody, self.none_of_mine):
            self._inside.addWidget(state)
        self._build_actions()
        self.selection = SelectionBar(context, self)
        self.chips = FilterChips(context)
        filters = row(gap=8)
        filters.addWidget(self.search, 1)
        for widget in (self.tier, self.whose, self.filter_button, self.views_button):
            filters.addWidget(widget)
        self.body.addLayout(filters)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.selection)
        self.body.addWidget(self._inside, 1)
        # Wherever in the window the focus is: of the pages only the shown one hears it.
        self._talk = bind(Action("talk", say("Log a talk"), self.log_talk, "Ctrl+T"), self)

    def _build_filters(self) -> None:
        context = self.context
        self.search = SearchField(context, say("Name, company, city, end of a phone number"))
        self.tier = Choice(context)
        self.whose = Choice(context)
        self.tier.speak(setAccessibleName=say("Tier"))
        self.whose.speak(setAccessibleName=say("Whose clients"))
        self._offer_choices(0)
        if getattr(context.staff, "role", None) is Role.MANAGER:
            self.whose.set_value(_MINE)  # one's own work first; everybody is one choice away
        self.filter_button = Button(context, say("Filters"), icon="filter", on=self.choose_filters)
        self.views_button = Button(context, say("Views"), icon="table", on=self.offer_views)

    def _build_actions(self) -> None:
        context = self.context
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
        self.export_button = IconButton(
            context, "export", say("Export clients"), on=self.export_clients
        )
        for button in (self.hand_over_button, self.export_button, self.import_button,
                       self.new_button):  # fmt: skip
            self.add_action(button)

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
        self.table.columns_moved.connect(self._on_columns_moved)
        self.table.name_typed.connect(self._on_name_typed)
        self.table.menu_requested.connect(self._on_menu)
        self.chips.narrowed.connect(self.take_filter)
        self.context.locking.connect(self._keep_layout)

    # Reading -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Open the list anew; what is chosen is kept by id."""
        if self._first:
            self.load(partial(_first, wanted=self._filter()), self._show_first)
            return
        self.load(
            partial(_opened, wanted=self._filter(), shown=self.arrangement),
            self._show,
        )

    def _show_first(self, found: _Found) -> None:
        """The list opens with the view of one's choice, or as it was left."""
        self._first = False
        self._wear(found.arrangement, found.view_id)
        self._show(found)

    def open_link(self, link: Link) -> None:
        """`part` 'orphans' or 'mine' chooses whose clients."""
        if link.part in {_MINE, _ORPHANS}:
            self._first = False
            self.whose.set_value(link.part)
        super().open_link(link)

    def _filter(self) -> ClientFilter:
        whose = self.whose.value()
        return replace(
            self._more,
            text=self.search.text(),
            tier_id=self.tier.value(),
            mine=whose == _MINE,
            without_manager=whose == _ORPHANS,
        )

    def _show(self, found: _Found) -> None:
        self._opened, self._views = found.opened, found.views
        self._allow_deeds()
        self._tiers, self._staff = found.tiers, found.staff
        self._offer_choices(found.orphans)
        total = found.opened.total
        wanted = found.opened.filter
        self.show_subtitle(say("{n} clients", n=total))
        self.chips.show_filter(wanted, self._staff)
        if found.nobody:
            self.show_empty(self.empty)
            return
        bare = self.none_of_mine if wanted == ClientFilter(mine=True) else self.nobody
        self._inside.setCurrentWidget(self.table if total else bare)
        self.nobody.primary.setVisible(wanted.kept != ClientFilter())
        self.table.show_list(
            found.opened, self._ask, part=registry.PART, first=found.rows if total else ()
        )

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

    def _on_part(self, part: tuple[ClientList, int, tuple[ClientRow | None, ...]]) -> None:
        opened, offset, rows = part
        if opened is self._opened:
            self.table.fill(offset, rows)

    def _offer_choices(self, orphans: int, *, orphans_too: bool = False) -> None:
        lang = self.context.settings.lang
        whose: list[tuple[object, Say]] = [(_ALL, say("Everybody")), (_MINE, say("My clients"))]
        if orphans or orphans_too or self.whose.value() == _ORPHANS:
            whose.append((_ORPHANS, say("Without a manager: {n}", n=orphans)))
        tiers: list[tuple[object, Say | str]] = [(None, say("All tiers"))]
        tiers += [(t.id, t.name(lang)) for t in self._tiers]
        for choice, offered in ((self.tier, tiers), (self.whose, whose)):
            before = choice.value()
            choice.blockSignals(True)
            choice.offer(tuple(offered))
            choice.set_value(before)
            choice.blockSignals(False)

    # Filters, columns, views -------------------------------------------------------------------

    @property
    def arrangement(self) -> Arrangement:
        """What is shown now, as a view keeps it."""
        return Arrangement(self._filter().kept, self._sort, self._descending, self._layout)

    def _wear(self, arrangement: Arrangement, view_id: UUID | None) -> None:
        self.view_id = view_id
        self._layout = arrangement.columns
        self._sort, self._descending = arrangement.sort, arrangement.descending
        columns = self._columns.shown(self._layout)
        if columns != self.table.columns:
            self.table.show_columns(columns)
        self._mark_sort()
        self._wear_filter(arrangement.filter)

    def _wear_filter(self, wanted: ClientFilter) -> None:
        self._more = replace(wanted, text="", tier_id=None, mine=False, without_manager=False)
        self._offer_choices(0, orphans_too=wanted.without_manager)
        whose = _MINE if wanted.mine else (_ORPHANS if wanted.without_manager else _ALL)
        for choice, value in ((self.tier, wanted.tier_id), (self.whose, whose)):
            choice.blockSignals(True)
            choice.set_value(value)
            choice.blockSignals(False)

    def _mark_sort(self) -> None:
        shown = [c.key for c in self.table.columns]
        place = shown.index(self._sort.value) if self._sort.value in shown else -1
        self.table.show_sorted(place, descending=self._descending)

    def take_filter(self, wanted: ClientFilter) -> None:
        """Narrow the list so; what is typed to search stays."""
        self._wear_filter(wanted)
        self.reload()

    def choose_filters(self) -> None:
        """The sheet with all filters."""
        from vipdesk.ui.dialogs.list_dialogs import FilterDialog

        dialog = FilterDialog(
            self.context, self._filter(), self, tiers=self._tiers, staff=self._staff
        )
        dialog.chosen.connect(self.take_filter)
        dialog.open()

    def offer_views(self) -> None:
        """One's saved views."""
        button = self.views_button
        menu = self.views_menu()
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def views_menu(self) -> QMenu:
        """The menu of views, not yet shown."""
        return views_menu(self, self._views)

    def on_view_chosen(self, action: QAction) -> None:
        """A choice of the menu of views."""
        what, view = action.data()
        match what:
            case "take":
                self.take_view(view)
            case "save":
                self.save_view()
            case "columns":
                self.choose_columns()
            case "default":
                chosen = view.id if view is not None else None
                self.write(
                    partial(saved_views.choose_default, view_id=chosen),
                    said=say("The list opens so from now on."),
                    undo=saved_views.choose_default,
                )
            case "remove":
                self.view_id = None
                self.write(
                    partial(saved_views.remove_view, view_id=view.id),
                    said=say("The view is removed."), undo=saved_views.restore_view,
                )  # fmt: skip

    def take_view(self, view: ViewRow) -> None:
        """Show the list as this view keeps it."""
        self._wear(view.arrangement, view.id)
        self.reload()

    def save_view(self) -> None:
        """A name for what is shown now."""
        from vipdesk.ui.dialogs.list_dialogs import SaveViewDialog

        dialog = SaveViewDialog(self.context, self.arrangement, self)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, view: ViewRow) -> None:
        self.view_id = view.id

    def choose_columns(self) -> None:
        """Which columns, in what order."""
        from vipdesk.ui.dialogs.list_dialogs import ColumnsDialog

        all_ = self._columns.all
        offered = [(k, all_[k].title) for k in self._columns.offered if k != "name"]
        shown = [c.key for c in self.table.columns if c.key != "name"]
        dialog = ColumnsDialog(self.context, offered, shown, self, most=MOST_COLUMNS)
        dialog.chosen.connect(self.take_columns)
        dialog.open()

    def take_columns(self, keys: tuple[str, ...]) -> None:
        """Show these; remembered for the next time."""
        self._layout = tuple(k for k in keys if k != "name")
        self.table.show_columns(self._columns.shown(self._layout))
        self._mark_sort()
        self._keep.start()
        if self._opened is None or not registry.elsewhere_of(keys) <= self._opened.elsewhere:
            self.reload()

    def _on_columns_moved(self, places: tuple[int, ...]) -> None:
        self.take_columns(tuple(self.table.columns[p].key for p in places))

    def _keep_layout(self) -> None:
        if not self._keep.isActive() and self.sender() is self.context:
            return  # locking, and nothing waits to be kept
        self._keep.stop()
        if self.context.runner.office is not None:
            self.write(partial(saved_views.keep_layout, arrangement=self.arrangement))

    def show_everybody(self) -> None:
        """All whom this person may see, whoever leads them."""
        self.search.clear()
        self.take_filter(ClientFilter())

    def client_here(self) -> UUID | None:
        """Ctrl+B: the chosen client."""
        chosen = self.table.chosen_row()
        return chosen.id if chosen is not None else None

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
        self.reload()

    def _on_filtered(self, _index: int) -> None:
        self._first = False
        self.reload()

    def _on_sort(self, section: int, descending: bool) -> None:  # noqa: FBT001 Qt's signal
        self._sort = sort_of(self.table.columns[section].key)
        self._descending = descending
        self._keep.start()
        self.reload()

    def _on_opened(self, chosen: Any) -> None:
        self.context.open(Link("client", chosen.id))

    def _on_menu(self, _row: Any, point: QPoint) -> None:
        self.selection.menu(self.table.chosen_count).popup(point)

    def _on_name_typed(self, typed: str) -> None:
        if self._opened is not None:
            self.context.runner.read(
                partial(registry.find_place, opened=self._opened, typed=typed),
                self.table.go_to,
                owner=self,
                topic="typed name",
            )

    def _allow_deeds(self) -> None:
        """With Shift or Ctrl several are chosen; the coordinator and the auditor give nobody."""
        role = getattr(self.context.staff, "role", Role.MANAGER)
        count = self.table.chosen_count
        self.hand_over_button.setVisible(role in _GIVERS)
        self.hand_over_button.allow(
            0 < count <= MOST,
            say("Choose clients in the list, several with Shift.")
            if not count
            else say("Choose {limit} clients at most.", limit=MOST),
        )
        self.selection.show_count(count)

    def _on_chosen(self, _chosen: Any) -> None:
        self._allow_deeds()
        self.context.ahead.expect(self.client_here())


class _Found:
    """What one read brings: the opened list, its first rows, and what the filters offer."""

    def __init__(
        self, desk: Desk, opened: ClientList, views: tuple[ViewRow, ...], view: ViewRow | None
    ) -> None:
        self.opened = opened
        self.rows = registry.read_part(desk, opened)
        self.views = views
        self.arrangement = view.arrangement if view is not None else Arrangement()
        self.view_id = view.id if view is not None and view.name else None
        self.tiers = profile.list_tiers(desk)
        self.staff = list_staff(desk)
        self.orphans = registry.count_without_manager(desk)
        wanted = opened.filter
        if opened.total or wanted not in (ClientFilter(), ClientFilter(mine=True)):
            self.nobody = False
        else:  # an empty club is another thing than a manager without clients
            self.nobody = not wanted.mine or not registry.open_list(desk, ClientFilter()).total


def _first(desk: Desk, wanted: ClientFilter) -> _Found:
    """The list as this person opens it: by the default view, else as it was left."""
    views = saved_views.list_views(desk)
    view = next((v for v in views if v.is_default), None)
    left = next((v for v in views if not v.name), None)
    if view is None and left is not None:
        view = replace(left, arrangement=replace(left.arrangement, filter=wanted.kept))
    if view is None:
        view = ViewRow(_NOBODYS, "", is_default=False, arrangement=Arrangement(wanted.kept))
    shown = view.arrangement
    opened = registry.open_list(
        desk, replace(shown.filter, text=wanted.text), shown.sort, descending=shown.descending,
        shown=shown.columns,
    )  # fmt: skip
    return _Found(desk, opened, views, view)


def _opened(desk: Desk, wanted: ClientFilter, shown: Arrangement) -> _Found:
    opened = registry.open_list(
        desk, wanted, shown.sort, descending=shown.descending, shown=shown.columns
    )
    return _Found(desk, opened, saved_views.list_views(desk), None)


def _part(
    desk: Desk, opened: ClientList, offset: int
) -> tuple[ClientList, int, tuple[ClientRow | None, ...]]:
    return opened, offset, registry.read_part(desk, opened, offset)
