"""What can be done with the chosen clients: a quiet bar over the list, and the same as a menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from vipdesk.clients.several import MOST
from vipdesk.ui.widgets import Button, Strong, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.clients_page import ClientsPage

_ONE = say("Choose clients in the list, several with Shift.")
_TOO_MANY = say("Choose {limit} clients at most.", limit=MOST)


class SelectionBar(QWidget, Speaking):
    """Seen while several are chosen. `offered`: the deeds this person may do, by name."""

    def __init__(self, context: Context, page: ClientsPage) -> None:
        super().__init__(page)
        self.listen(context)
        self._page = page
        self.count = Strong(context, "")
        self.export = Button(context, say("Export…"), icon="export", on=page.export_chosen)
        self.invite = Button(
            context, say("Add to a guest list…"), icon="event", on=page.add_to_guest_list
        )
        self.promise = Button(context, say("Promise to each…"), icon="promise", on=page.promise_all)
        self.none = Button(context, say("Choose nobody"), kind="flat", on=page.choose_nobody)
        line = row(self.count, None, gap=8)
        for button in (self.invite, self.promise, self.export, self.none):
            line.addWidget(button)
        self.setLayout(line)
        self.hide()

    def show_count(self, count: int) -> None:
        """So many are chosen."""
        self.setVisible(count > 1)
        self.count.show_text(say("{n} chosen", n=count))
        for button in (self.invite, self.promise):
            button.allow(0 < count <= MOST, _ONE if not count else _TOO_MANY)

    def menu(self, count: int) -> QMenu:
        """The same deeds by the menu key or the right button; it deletes itself."""
        page, words = self._page, self.context.words
        menu = QMenu(page)
        if count == 1:
            menu.addAction(words("Open"), page.open_chosen)
            menu.addAction(words("Log a talk"), page.log_talk)
            menu.addSeparator()
        deeds: tuple[tuple[Say, Callable[[], None]], ...] = (
            (say("Add to a guest list…"), page.add_to_guest_list),
            (say("Promise to each…"), page.promise_all),
            (say("Hand over…"), page.hand_over),
            (say("Export…"), page.export_chosen),
        )
        for what, deed in deeds:
            if page.offers(deed):
                action = menu.addAction(words(what), deed)
                action.setEnabled(count <= MOST or deed == page.export_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
