"""An address book on a server: address, name, password (which is not kept), then which book."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vipdesk.clients import carddav
from vipdesk.clients.carddav import Account, AddressBook
from vipdesk.clients.incoming import Reading
from vipdesk.errors import UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Caption, Choice
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class ServerDialog(Dialog):
    """Ask a server for its address books, then read one whole."""

    was_read = Signal(object)  # Reading

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        self._account: Account | None = None
        super().__init__(
            context,
            say("Address book on a server"),
            primary=say("Find address books"),
            parent=parent,
            rows=(
                Field("url", say("Address"), required=True,
                      hint=say("For example: https://dav.example.com")),
                Field("login", say("Name"), required=True),
                Field("password", say("Password"), "password", required=True,
                      help=say("Used once and not kept. Many servers want a password made for "
                               "apps.")),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        self.books = Choice(self.context, name=say("Address book"))
        self.books.hide()
        self.told = Caption(self.context, "", ink="text2", wrap=True)
        self.body.addWidget(self.books)
        self.body.addWidget(self.told)

    def submit(self) -> None:
        """First which books there are; then the chosen one."""
        values = self.form.values()
        account = Account(values["url"].strip(), values["login"].strip(), values["password"])
        self._wait(waiting=True)
        self.told.show_text(say("Asking the server …"))
        book = self.books.value()
        runner = self.context.runner
        if account == self._account and isinstance(book, AddressBook):
            runner.background(
                partial(carddav.read_book, account, book), self._on_read, owner=self,
                failed=self._on_refused,
            )  # fmt: skip
            return
        runner.background(
            partial(carddav.find_books, account), partial(self._on_books, account), owner=self,
            failed=self._on_refused,
        )  # fmt: skip

    def _on_books(self, account: Account, books: tuple[AddressBook, ...]) -> None:
        self._wait(waiting=False)
        self._account = account
        self.books.offer(tuple((b, b.name) for b in books))
        self.books.show()
        self.told.show_text(say("Choose the address book."))
        self.primary_button.show_text(say("Read the address book"))
        self.books.setFocus()

    def _on_read(self, reading: Reading) -> None:
        self.form.drop_draft()
        self.accept()
        self.was_read.emit(reading)

    def _on_refused(self, error: Exception) -> bool:
        self._wait(waiting=False)
        self.told.show_text("")
        if isinstance(error, UserError):
            return self.take_error(error)
        return False
