"""Settings: the mailbox that answers to invitations come to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.errors import UserError
    from vipdesk.events.imap import MailboxAccount
    from vipdesk.events.mailbox import MailboxState
    from vipdesk.ui.context import Context

_SECURITY = (("tls", "TLS"), ("starttls", "STARTTLS"), ("none", say("None (this computer only)")))
_FIELDS = (
    (
        Field(
            "host", say("Incoming mail server (IMAP)"), required=True, hint=say("imap.example.com")
        ),
        Field("port", say("Port"), "number", low=1, high=65535, value=993),
        Field("security", say("Encryption"), "choice", choices=_SECURITY, value="tls"),
    ),
    (
        Field("login", say("Login"), required=True),
        Field("password", say("Password"), "password", hint=say("Unchanged")),
        Field("folder", say("Folder"), value="INBOX"),
    ),
)


class MailboxCard(Card):
    """The account, how the last reading went."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Mailbox of replies"))
        words = say(
            "Answers to invitations are read from here every two minutes and counted; what is "
            "doubtful waits at the event. Nothing in the mailbox is changed or deleted. The "
            "password is kept encrypted in your vault."
        )
        self.form = Form(context, _FIELDS)
        self.form.submitted.connect(self._on_save)
        self.state = Caption(context, "", wrap=True)
        self.save = Button(context, say("Save"), on=self._on_save)
        self.test = Button(context, say("Test the connection"), icon="mail", on=self._on_test)
        self.add(
            Caption(context, words, wrap=True), 4, self.form, 4, self.state,
            row(self.save, self.test, None),
        )  # fmt: skip
        self._shown: MailboxAccount | None = None
        if not context.may("insert", "mailbox"):
            self.hide()

    def reload(self) -> None:
        """Ask how it stands."""
        if self.context.may("insert", "mailbox"):
            self.context.runner.read(_read, self._show, owner=self)

    def take_error(self, error: UserError) -> bool:
        """Beside its field."""
        return self.form.take_error(error)

    def _show(self, found: MailboxState) -> None:
        account = found.account
        if account is not None and account != self._shown:
            self.form.set_values(
                {
                    "host": account.host, "port": account.port, "security": account.security,
                    "login": account.login, "folder": account.folder, "password": "",
                }
            )  # fmt: skip
        self._shown = account
        if found.problem is not None:
            self.state.show_text(found.problem)
        elif found.looked_at is not None:
            when = self.context.format.moment(found.looked_at)
            self.state.show_text(say("Read {moment}", moment=when))
        else:
            self.state.show_text("")
        self.state.set_ink("danger" if found.problem is not None else "text2")

    def _typed(self) -> MailboxAccount:
        from vipdesk.events.imap import MailboxAccount

        typed = self.form.values()
        return MailboxAccount(
            typed["host"], typed["port"], typed["security"], typed["login"],
            typed["password"] or "", typed["folder"] or "INBOX",
        )  # fmt: skip

    def _on_save(self) -> None:
        from vipdesk.events import mailbox

        if self.form.check():
            self.context.runner.write(
                partial(mailbox.change_mailbox, account=self._typed()), self._on_saved,
                owner=self, said=say("The mailbox is saved."), failed=self._on_failed,
            )  # fmt: skip

    def _on_saved(self, _nothing: None) -> None:
        self.form.set_values({"password": ""})
        self.reload()

    def _on_test(self) -> None:
        """With what is typed; an empty password means the one that is kept."""
        from vipdesk.events import mailbox

        if self.form.check():
            self.test.allow(False, say("Testing the connection…"))
            self.context.runner.read(
                partial(mailbox.open_mailbox, typed=self._typed()), self._try, owner=self,
                failed=self._on_failed,
            )  # fmt: skip

    def _try(self, account: MailboxAccount | None) -> None:
        if account is not None:
            self.context.runner.background(
                partial(_try, account), self._on_tried, owner=self, failed=self._on_failed
            )

    def _on_tried(self, _nothing: None) -> None:
        self.test.allow(True)
        self.context.say(say("The connection works."))

    def _on_failed(self, error: Exception) -> bool:
        from vipdesk.errors import UserError

        self.test.allow(True)
        return isinstance(error, UserError) and self.take_error(error)


def _read(desk: Any) -> MailboxState:
    from vipdesk.events import mailbox

    return mailbox.get_mailbox(desk)


def _try(account: MailboxAccount) -> None:
    from vipdesk.events.imap import ImapDoor
    from vipdesk.events.mailbox import try_mailbox

    try_mailbox(ImapDoor(), account)
