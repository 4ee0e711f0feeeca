"""What can be done from the list of clients: new ones, files, and deeds over the chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk.clients.registry import ClientFilter
from vipdesk.clients.several import MOST
from vipdesk.ui.context import Link
from vipdesk.ui.pages.page import Page
from vipdesk.vocabulary import Role
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.access import StaffRow
    from vipdesk.clients.rows import TierRow
    from vipdesk.ui.tables import Table
    from vipdesk.ui.widgets import Button


class ClientDeeds(Page):
    """A page with a table of clients: what its buttons, its menu and its keys do."""

    table: Table
    hand_over_button: Button
    _tiers: tuple[TierRow, ...]
    _staff: tuple[StaffRow, ...]

    def _filter(self) -> ClientFilter:
        """Who is in the list now."""
        raise NotImplementedError

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

    def import_clients(self) -> None:
        """The import dialog."""
        self.take_files([])

    def show_past_imports(self) -> None:
        """When, who, how many; each can be taken back."""
        from vipdesk.ui.dialogs.past_imports_dialog import PastImportsDialog

        PastImportsDialog(self.context, self).open()

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
        if chosen is None or self.table.chosen_count != 1:
            return
        from vipdesk.ui.dialogs.talk_dialog import TalkDialog

        name = chosen.display(self.context.settings.lang)
        TalkDialog(self.context, chosen.id, name, self).open()

    def hand_over(self) -> None:
        """Give the chosen clients to a colleague."""
        from vipdesk.ui.dialogs.handover_dialog import HandoverDialog

        chosen = self.table.chosen_ids()
        if 0 < len(chosen) <= MOST:
            HandoverDialog(self.context, self, client_ids=chosen).open()

    def find_duplicates(self) -> None:
        """Who may be here twice."""
        from vipdesk.ui.dialogs.duplicates_dialog import open_duplicates

        open_duplicates(self.context, self)

    def merge_chosen(self) -> None:
        """The two chosen clients side by side: also two whom no rule finds alike."""
        chosen = tuple(self.table.chosen_ids())
        if len(chosen) != 2:
            self.context.say(say("Choose two clients in the list first."), tone="warning")
            return
        from vipdesk.ui.dialogs.merge_dialog import MergeDialog

        MergeDialog(self.context, chosen[0], chosen[1], self).open()

    def offers(self, deed: object) -> bool:
        """Whether this person is offered a deed over the chosen."""
        may = self.context.may
        if deed == self.hand_over:
            return not self.hand_over_button.isHidden()
        if deed == self.add_to_guest_list:
            return may("insert", "guest")
        return may("insert", "promise") if deed == self.promise_all else True

    def export_chosen(self) -> None:
        """The chosen as a file: who may be in it is told there, and who is left out."""
        from vipdesk.ui.dialogs.export_dialog import ClientExportDialog

        if self.table.chosen_count == self.table.count:
            wanted = self._filter()
        else:
            wanted = ClientFilter(with_left=True, ids=self.table.chosen_ids())
        ClientExportDialog(self.context, wanted, self).open()

    def add_to_guest_list(self) -> None:
        """The chosen to an event's list."""
        from vipdesk.ui.dialogs.list_dialogs import GuestListDialog

        if ids := self.table.chosen_ids():
            GuestListDialog(self.context, ids, self).open()

    def promise_all(self) -> None:
        """The same promise to each of the chosen."""
        from vipdesk.ui.dialogs.list_dialogs import PromiseEachDialog

        if ids := self.table.chosen_ids():
            PromiseEachDialog(self.context, ids, self).open()

    def choose_nobody(self) -> None:
        """Forget the choice; the keyboard stays in the list."""
        self.table.view.clearSelection()
        self.table.setFocus()

    def open_chosen(self) -> None:
        """The chosen client's page."""
        ids = self.table.chosen_ids()
        if len(ids) == 1:
            self.context.open(Link("client", ids[0]))
