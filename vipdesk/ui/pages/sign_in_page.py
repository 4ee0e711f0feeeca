"""Join a team: where its server is, the person's name there, the vault that keeps the way in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vipdesk.errors import UserError
from vipdesk.ui.doors import TeamWay
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, hairline, row, scrolled
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Caption, Display, Label, Subtitle
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Doors, Opened

_PORT, _DATABASE = 5432, "vipdesk"
_SERVER = (
    (
        Field("host", say("Server"), required=True, hint=say("desk.club.example")),
        Field("port", say("Port"), "number", low=1, high=65535, value=_PORT),
        Field("database", say("Database"), required=True, value=_DATABASE),
    ),
    (
        Field("login", say("Your login"), required=True),
        Field("password", say("Password"), "password", required=True),
    ),
    Field(
        "root_certificate",
        say("Root certificate (a file)"),
        folded=True,
        help=say("Only if the administrator gave you one. Else the system’s own are trusted."),
    ),
    Field(
        "always_checked", say("Check the certificate on this computer too"), "check", folded=True
    ),
)
_NEW_VAULT = (
    (
        Field("passphrase", say("New passphrase"), "password", required=True),
        Field("again", say("New passphrase once more"), "password", required=True),
    ),
)
_OWN_VAULT = (Field("passphrase", say("Passphrase of your vault"), "password", required=True),)


class SignInPage(QWidget):
    """`opened(Opened)` in the team; `back_wanted(folder)`: rather not."""

    opened = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, context: Context, doors: Doors, folder: Path | None = None) -> None:
        super().__init__()
        self.context, self._doors = context, doors
        self.folder = folder or doors.folder
        self.has_vault = doors.has_vault(self.folder)
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.setFocusProxy(self.server.fields["host"])

    # What the screen does ----------------------------------------------------------------------

    def join(self) -> None:
        """Sign in, and keep the way in the vault."""
        self._say("")
        if not (self.server.check() and self.vault.check()):
            return
        typed = self.vault.values()
        if not self.has_vault and typed["passphrase"] != typed["again"]:
            self.vault.show_error("again", say("The two passphrases differ. Type them again."))
            return
        work = (
            partial(self._doors.join_team, self.folder, typed["passphrase"], self.way())
            if self.has_vault
            else partial(self._found, typed["passphrase"], self.way())
        )
        self._wait(waiting=True)
        self.context.runner.call(work, self._on_opened, owner=self, failed=self._on_failed)

    def try_connection(self) -> None:
        """Sign in and hang up; a sentence says how it went."""
        self._say("")
        if not self.server.check():
            return
        self._wait(waiting=True)
        self.context.runner.call(
            partial(self._doors.try_team, self.way()),
            self._on_tried,
            owner=self,
            failed=self._on_failed,
        )

    def way(self) -> TeamWay:
        """What was typed."""
        typed: dict[str, Any] = self.server.values()
        return TeamWay(**typed)

    def take_error(self, error: UserError) -> bool:
        """Beside the field it belongs to, else below the forms."""
        if not (self.server.take_error(error) or self.vault.take_error(error)):
            self._say(error.say)
        return True

    # Inside ----------------------------------------------------------------------------------

    def _found(self, passphrase: str, way: TeamWay) -> Opened:
        """In the worker: a weak passphrase is refused before the server is asked."""
        self._doors.check_passphrase(passphrase)
        return self._doors.join_team(self.folder, passphrase, way)

    def _build(self) -> None:
        context = self.context
        card = Card(context, padding=24)
        card.setMaximumWidth(context.look.px(600))
        self.title = Display(context, say("Join a team"))
        line = hairline(brass=True)
        line.setFixedWidth(40)
        words = Caption(
            context,
            say("The club’s administrator gives you the server, your login and a first password."),
            ink="text2",
            wrap=True,
        )
        self.server = Form(context, _SERVER)
        self.choose = Button(
            context, say("Choose a file…"), icon="document", on=self._on_choose_certificate
        )
        self.server.fields["root_certificate"].stand_below(self.choose)
        self.vault = Form(context, _OWN_VAULT if self.has_vault else _NEW_VAULT)
        self.message = Label(context, "", ink="danger", wrap=True)
        self.message.hide()
        self.back = Button(context, say("Back"), on=self._on_back)
        self.test = Button(context, say("Test the connection"), icon="link", on=self.try_connection)
        self.button = Button(context, say("Join"), kind="primary", on=self.join)
        card.add(self.title, line, words, 4, self.server, hairline())
        card.add(Subtitle(context, say("Your own vault")), self._vault_words(), self.vault)
        card.add(self.message, 4, row(self.back, None, self.test, self.button, gap=8))
        self.server.submitted.connect(self.join)
        self.vault.submitted.connect(self.join)
        inside = QWidget()
        middle = row(gap=0)
        middle.addStretch(1)
        middle.addWidget(card, 100)
        middle.addStretch(1)
        inside.setLayout(column(None, middle, None, margin=16))
        self.area = scrolled(inside)
        self.setLayout(column(self.area))

    def _vault_words(self) -> Caption:
        words = (
            say(
                "It keeps your password. Clients in it stay there and are seen again when you "
                "sign out of the team."
            )
            if self.has_vault
            else say(
                "It keeps your password on this computer. At the next start its "
                "passphrase alone opens the desk."
            )
        )
        return Caption(self.context, words, ink="text2", wrap=True)

    def _say(self, sentence: Say | str, *, ink: str = "danger") -> None:
        self.message.set_ink(ink)
        self.message.show_text(sentence)
        self.message.setVisible(bool(sentence))

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.button, self.test, self.back):
            button.setEnabled(not waiting)
        if waiting:
            self._say(say("One moment…"), ink="text2")
        else:
            self._say("")

    def _on_opened(self, opened: Opened) -> None:
        self._wait(waiting=False)
        self.vault.set_values({"passphrase": "", "again": ""})
        self.server.set_values({"password": ""})
        self.opened.emit(opened)

    def _on_tried(self, staff: StaffRow) -> None:
        self._wait(waiting=False)
        name = staff.name_in(self.context.words.lang)
        role = label(staff.role)
        self._say(say("The server knows you: {name}, {role}.", name=name, role=role), ink="success")

    def _on_failed(self, error: Exception) -> bool:
        self._wait(waiting=False)
        return self.take_error(error) if isinstance(error, UserError) else False

    def _on_back(self) -> None:
        self.back_wanted.emit(self.folder)

    def _on_choose_certificate(self) -> None:
        dialog = QFileDialog(self, "VIP Desk", str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["*.pem *.crt *.cer", "*"])
        dialog.fileSelected.connect(self._on_certificate)
        dialog.open()

    def _on_certificate(self, file: str) -> None:
        self.server.set_values({"root_certificate": file})
