"""The filters in force, each with a way out; and the views a person saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from vipdesk.clients.list_filter import ClientFilter
from vipdesk.ui.widgets import Button, row
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vipdesk.access import StaffRow
    from vipdesk.clients.saved_views import ViewRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.clients_page import ClientsPage

BARE: dict[str, Any] = {
    "manager_id": None, "city": "", "band": None, "silence": None, "interest": "",
    "birthday_month": None,
}  # fmt: skip
"""Filters that have no field of their own on the page: a chip tells of each in force."""


class FilterChips(QWidget, Speaking):
    """One chip for each filter in force; pressing it takes the filter away."""

    narrowed = Signal(object)  # ClientFilter

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._line = row(gap=8)
        self.setLayout(self._line)
        self._wanted = ClientFilter()
        self.chips: dict[str, Button] = {}
        self.hide()

    def show_filter(self, wanted: ClientFilter, staff: Sequence[StaffRow]) -> None:
        """Tell what narrows the list."""
        self._wanted = wanted
        clear(self._line)
        self.chips = {}
        names = {s.id: s.name_in(self.context.settings.lang) for s in staff}
        for name, bare in BARE.items():
            value = getattr(wanted, name)
            if value == bare:
                continue
            chip = Button(self.context, filter_words(name, value, names), icon="close",
                          tip=say("Take this filter away"))  # fmt: skip
            chip.setProperty("filter", name)
            chip.clicked.connect(self._on_pressed)
            self.chips[name] = chip
            self._line.addWidget(chip)
        self._line.addStretch(1)
        self.setVisible(bool(self.chips))

    def _on_pressed(self) -> None:
        chip = self.sender()
        name = str(chip.property("filter")) if chip is not None else ""
        if name in BARE:
            self.narrowed.emit(replace(self._wanted, **{name: BARE[name]}))


def filter_words(name: str, value: Any, staff: dict[UUID, str]) -> Say:
    """'City: Moscow'."""
    from vipdesk.ui.dialogs.list_dialogs import MONTHS, SILENCES

    match name:
        case "manager_id":
            return say("Manager: {who}", who=staff.get(value, "…"))
        case "city":
            return say("City: {city}", city=value)
        case "band":
            return say("Health: {band}", band=(label(value),))
        case "silence":
            return SILENCES[value]
        case "interest":
            return say("Interest: {topic}", topic=value)
    return say("Birthday: {month}", month=(MONTHS[value - 1],))


def views_menu(page: ClientsPage, views: Sequence[ViewRow]) -> QMenu:
    """One's views, and what can be done with them; it deletes itself."""
    words = page.context.words
    menu = QMenu(page)
    named = [v for v in views if v.name]
    for view in named:
        action = menu.addAction(view.name)
        action.setCheckable(True)
        action.setChecked(page.view_id == view.id)
        action.setData(("take", view))
    if named:
        menu.addSeparator()
    menu.addAction(words("Save this view…")).setData(("save", None))
    present = next((v for v in named if v.id == page.view_id), None)
    if present is not None:
        if present.is_default:
            menu.addAction(words("Open the list as it was left")).setData(("default", None))
        else:
            menu.addAction(words("Open the list with it")).setData(("default", present))
        menu.addAction(words("Remove this view")).setData(("remove", present))
    menu.addSeparator()
    menu.addAction(words("Columns…")).setData(("columns", None))
    menu.triggered.connect(page.on_view_chosen)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
