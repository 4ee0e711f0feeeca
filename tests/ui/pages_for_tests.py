"""Two pages that stand in for pages of the club while the shell is tested."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import SearchField
from vipdesk.wording import say


class ListPage(Page):
    section = "clients"
    title = say("Clients")
    watches = ("tier",)

    def _build(self) -> None:
        self.reloads = 0
        self.files: list[Path] = []
        self.made = 0
        self.search = SearchField(self.context, say("Find anything"))
        columns = (Column[Any](say("Client"), lambda r: r.name, stretch=True),)
        self.table = Table(self.context, say("Clients"), columns)
        self.body.addWidget(self.search)
        self.body.addWidget(self.table)

    def reload(self) -> None:
        from vipdesk.access.office import list_staff

        self.reloads += 1
        self.load(list_staff, self._show)

    def _show(self, rows: tuple[Any, ...]) -> None:
        self.table.show_rows(rows)

    def new_here(self) -> bool:
        self.made += 1
        return True

    def find_here(self) -> bool:
        self.search.setFocus()
        return True

    def take_files(self, paths: list[Path]) -> None:
        self.files = paths


class DetailPage(ListPage):
    title = say("Client")


class BrokenPage(ListPage):
    def _build(self) -> None:
        raise RuntimeError
