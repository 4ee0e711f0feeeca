"""Settings of this computer, the mail account, where the data is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSlider, QWidget

from vipdesk import __version__
from vipdesk.settings import Theme
from vipdesk.ui.context import Link
from vipdesk.ui.pages.page import Page
from vipdesk.ui.pages.settings_backup import BackupCard
from vipdesk.ui.pages.settings_benefits import BenefitsCard
from vipdesk.ui.pages.settings_calendar import CalendarCard
from vipdesk.ui.pages.settings_colleagues import ColleaguesCard
from vipdesk.ui.pages.settings_compensation import CompensationCard
from vipdesk.ui.pages.settings_contact import ContactCard
from vipdesk.ui.pages.settings_dates import DatesCard
from vipdesk.ui.pages.settings_journal import JournalCard
from vipdesk.ui.pages.settings_mailbox import MailboxCard
from vipdesk.ui.pages.settings_privacy import PrivacyCard
from vipdesk.ui.pages.settings_security import SecurityCard
from vipdesk.ui.pages.settings_standards import StandardsCard
from vipdesk.ui.pages.settings_team import TeamCard
from vipdesk.ui.pages.settings_track import TrackCard
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, row, scrolled
from vipdesk.ui.widgets.fields import Check, Choice, Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vipdesk.access.club import ClubWords
    from vipdesk.access.merging import Diverged
    from vipdesk.channels.transport import Account
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context
    from vipdesk.ui.dialogs.conflict_dialog import Editing

_THEMES = (
    (Theme.SYSTEM, say("As the system")),
    (Theme.LIGHT, say("Light")),
    (Theme.DARK, say("Dark")),
)
_LANGS: tuple[tuple[object, str], ...] = ((Lang.RU, "Русский"), (Lang.EN, "English"))
_SECURITY = (("starttls", "STARTTLS"), ("tls", "TLS"), ("none", say("None (this computer only)")))
_MAIL = (
    (
        Field(
            "name", say("Sender’s name"), help=say("As guests see it, for example the club’s name.")
        ),
        Field("address", say("E-mail address"), required=True),
    ),
    (
        Field(
            "host", say("Outgoing mail server (SMTP)"), required=True, hint=say("smtp.example.com")
        ),
        Field("port", say("Port"), "number", low=1, high=65535, value=587),
        Field("security", say("Encryption"), "choice", choices=_SECURITY),
    ),
    (
        Field("login", say("Login")),
        Field("password", say("Password"), "password", hint=say("Unchanged")),
    ),
)

_CLUB = (
    (
        Field("club_name", say("Name of the club"), required=True),
        Field("club_phone", say("Telephone for guests")),
    ),
    Field("club_address", say("Postal address")),
)


class SettingsPage(Page):
    """Cards in one column; everything takes effect at once but what has to be saved."""

    section = "settings"
    title = say("Settings")
    watches = ("mail_account", "club_setting", "calendar_push")

    def __init__(self, context: Context, link: Link | None = None) -> None:
        self.folder = context.folder
        self._club_base: Mapping[str, Any] = {}
        self._mail_base: Mapping[str, Any] = {}
        super().__init__(context, link)

    def _build(self) -> None:
        inside = QWidget()
        self.team = TeamCard(self.context)
        self.colleagues = ColleaguesCard(self.context)
        self.backups = BackupCard(self.context)
        self.security = SecurityCard(self.context)
        cards = column(self._look_card(), self.security, self.backups, gap=16)
        for card in (self.team, self.colleagues, self._club_card(), self._mail_card()):
            cards.addWidget(card)
        self.mailbox = MailboxCard(self.context)
        cards.addWidget(self.mailbox)
        self.calendar = CalendarCard(self.context)
        cards.addWidget(self.calendar)
        self.contact = ContactCard(self.context)
        cards.addWidget(self.contact)
        self.dates = DatesCard(self.context)
        cards.addWidget(self.dates)
        self.benefits = BenefitsCard(self.context)
        cards.addWidget(self.benefits)
        self.standards = StandardsCard(self.context)
        cards.addWidget(self.standards)
        self.track = TrackCard(self.context)
        cards.addWidget(self.track)
        self.compensation = CompensationCard(self.context)
        cards.addWidget(self.compensation)
        self.privacy = PrivacyCard(self.context)
        cards.addWidget(self.privacy)
        self.journal = JournalCard(self.context)
        cards.addWidget(self.journal)
        cards.addLayout(row(self._data_card(), self._about_card(), gap=16))
        cards.addStretch(1)
        cards.setContentsMargins(0, 0, 12, 0)
        inside.setLayout(cards)
        inside.setMaximumWidth(self.context.look.px(880))
        self.area = scrolled(inside)
        self.body.addWidget(self.area, 1)

    def _connect(self) -> None:
        self.offer("update", "club_setting", self.save_club)
        self.offer("insert", "mail_account", self.save_mail)
        if not self.context.may("select", "mail_account"):
            self.mail_card.hide()
        if not self.context.may("update", "club_setting"):
            for card in (self.privacy, self.contact, self.dates):
                card.hide()
        if not self.context.may("select", "benefit"):
            self.benefits.hide()
        if not self.context.may("select", "health_snapshot"):
            self.standards.hide()
            self.track.hide()
            self.compensation.hide()
        if not self.context.may("select", "client"):
            self.colleagues.hide()  # it says how many clients each leads
        self.language.edited.connect(self._on_language)
        self.theme.edited.connect(self._on_theme)
        self.text_size.valueChanged.connect(self._on_text_size)
        self.motion.edited.connect(self._on_motion)
        self.mail.submitted.connect(self._on_save_mail)
        self.club.submitted.connect(self._on_save_club)
        self.context.settings_changed.connect(self._on_settings_changed)

    def reload(self) -> None:
        """Ask for the club's words and the mail account."""
        self._show_settings()
        self.security.reload()
        self.calendar.reload()
        self.mailbox.reload()
        self.load(_read, self._show_kept)

    def take_error(self, error: UserError) -> bool:
        """Beside the field of the mail account or of the club; a conflict on its own sheet."""
        from vipdesk.access.merging import Diverged

        if isinstance(error, Diverged):
            from vipdesk.ui.dialogs.conflict_dialog import ConflictDialog

            ConflictDialog(self.context, error, self._editing(error), self).open()
            return True
        return (
            self.mail.take_error(error)
            or self.club.take_error(error)
            or self.calendar.take_error(error)
        )

    def _editing(self, error: Diverged[ClubWords]) -> Editing:
        from vipdesk.access.club import change_club
        from vipdesk.ui.dialogs.conflict_dialog import Editing

        labels = {name.removeprefix("club_"): f.field.label for name, f in self.club.fields.items()}
        return Editing(
            base=error.merged,
            label=labels.__getitem__,
            shown=lambda name, club: getattr(club, name) or "–",
            save=lambda base, club: partial(change_club, club=club, base=base),
            said=say("Saved."),
            draft="",
            undo=_club_back,
        )

    # Cards --------------------------------------------------------------------------------------

    def _look_card(self) -> Card:
        context = self.context
        card = Card(context, say("Appearance"))
        self.language = Choice(context, _LANGS, say("Language"))
        self.theme = Choice(context, _THEMES, say("Theme"))
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setRange(9, 13)
        self.text_size.setPageStep(1)
        self.text_size.setFixedWidth(200)
        self.text_size.setMinimumHeight(24)
        self.text_percent = Caption(context, "")
        self.motion = Check(context, say("No animation"))
        self.speak(_name_slider=say("Text size"))
        card.add(
            self._line(say("Language"), self.language),
            self._line(say("Theme"), self.theme),
            self._line(say("Text size"), self.text_size, self.text_percent),
            self._line("", self.motion),
        )
        return card

    def _club_card(self) -> Card:
        context = self.context
        card = Card(context, say("The club"))
        words = Caption(context, say("Printed on cards, in letters and in reports."), wrap=True)
        self.club = Form(context, _CLUB)
        self.save_club = Button(context, say("Save"), on=self._on_save_club)
        card.add(words, 4, self.club, 4, row(self.save_club, None))
        return card

    def _mail_card(self) -> Card:
        context = self.context
        card = self.mail_card = Card(context, say("Mail account"))
        words = Caption(
            context,
            say(
                "Invitations and letters are sent from this account. The password is kept "
                "encrypted."
            ),
            wrap=True,
        )
        self.mail = Form(context, _MAIL)
        self.save_mail = Button(context, say("Save"), kind="primary", on=self._on_save_mail)
        self.try_mail = Button(
            context, say("Test the connection"), icon="send", on=self._on_try_mail
        )
        card.add(words, 4, self.mail, 4, row(self.save_mail, self.try_mail, None))
        return card

    def _data_card(self) -> Card:
        context = self.context
        card = Card(context, say("Where the data is"))
        where = self.folder or say("In the team’s database")
        self.place = Body(context, where, ink="text2", wrap=True, selectable=True)
        self.place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_place = Button(
            context, say("Show the folder"), icon="vault", on=self._on_show_place
        )
        card.add(self.place, None, row(self.show_place, None))
        self.show_place.setVisible(bool(self.folder))
        return card

    def _about_card(self) -> Card:
        context = self.context
        card = Card(context, say("About"))
        card.add(
            Body(context, say("VIP Desk {version}", version=__version__)),
            Caption(
                context,
                say("Typefaces Inter, PT Sans and PT Serif under the SIL Open Font License."),
                wrap=True,
            ),
            None,
        )
        return card

    def _line(self, words: Say | str, *widgets: QWidget) -> QWidget:
        name = Body(self.context, words, ink="text2", wrap=True)
        name.setFixedWidth(self.context.look.px(200))
        for widget in widgets:
            if isinstance(widget, Choice):
                widget.setFixedWidth(self.context.look.px(240))
        line = QWidget()
        line.setLayout(row(name, *widgets, None, gap=12))
        return line

    # Showing ------------------------------------------------------------------------------------

    def _name_slider(self, name: str) -> None:
        self.text_size.setAccessibleName(name)

    def _show_settings(self) -> None:
        kept = self.context.settings
        self.language.set_value(kept.lang)
        self.theme.set_value(kept.theme)
        self.motion.set_value(kept.reduced_motion)
        blocked = self.text_size.blockSignals(True)
        self.text_size.setValue(round(kept.text_percent / 10))
        self.text_size.blockSignals(blocked)
        self.text_percent.show_text(f"{kept.text_percent} %")

    def _show_kept(self, kept: tuple[ClubWords, Account | None]) -> None:
        club, account = kept
        self._club_base = _show_untouched(self.club, self._club_base, club.settings())
        if account is not None:
            shown = {
                "name": account.name,
                "address": account.address,
                "host": account.host,
                "port": account.port,
                "security": account.security,
                "login": account.login,
            }
            self._mail_base = _show_untouched(self.mail, self._mail_base, shown)
        if self.link.part == "mail":
            self.link = Link(self.section)
            self.mail.focus_first()
            QTimer.singleShot(0, self._to_mail)  # after the layout of a page seen first

    def _to_mail(self) -> None:
        self.area.ensureWidgetVisible(self.save_mail)
        self.area.ensureWidgetVisible(self.mail)

    # Slots --------------------------------------------------------------------------------------

    def _on_settings_changed(self, _settings: object) -> None:
        self._show_settings()

    def _on_language(self) -> None:
        self.context.change_settings(lang=self.language.value())

    def _on_theme(self) -> None:
        self.context.change_settings(theme=self.theme.value())

    def _on_text_size(self, tens: int) -> None:
        self.context.change_settings(text_percent=tens * 10)

    def _on_motion(self) -> None:
        self.context.change_settings(reduced_motion=self.motion.value())

    def _on_show_place(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder))

    def _on_save_club(self) -> None:
        from vipdesk.access.club import ClubWords, change_club

        if self.club.check():
            typed = self.club.values()
            club = ClubWords(typed["club_name"], typed["club_phone"], typed["club_address"])
            base = ClubWords(*self._club_base.values()) if self._club_base else None
            change = partial(change_club, club=club, base=base)
            self.write(change, said=say("Saved."), undo=_club_back)

    def _on_save_mail(self) -> None:
        from vipdesk.channels import account

        if self.mail.check():
            change = partial(account.change_account, account=self._typed_account())
            self.write(change, self._on_mail_saved, said=say("Mail account saved."))

    def _on_mail_saved(self, _nothing: None) -> None:
        self.mail.set_values({"password": ""})

    def _on_try_mail(self) -> None:
        """With what is typed; an empty password means the one that is kept."""
        if not self.mail.check():
            return
        self.try_mail.allow(False, say("Testing the connection…"))
        typed = self._typed_account()
        if typed.password:
            self._try(typed)
        else:
            self.context.runner.read(
                partial(_with_kept_password, typed=typed),
                self._try,
                owner=self,
                failed=self._on_tried_badly,
            )

    def _try(self, account: Account) -> None:
        self.context.runner.background(
            partial(_try_account, account), self._on_tried, owner=self, failed=self._on_tried_badly
        )

    def _on_tried(self, _nothing: None) -> None:
        self.try_mail.allow(True)
        self.context.say(say("The connection works."))

    def _on_tried_badly(self, _error: Exception) -> bool:
        self.try_mail.allow(True)
        return False

    def _typed_account(self) -> Account:
        from vipdesk.channels.transport import Account

        return Account(**self.mail.values())


def _read(desk: Any) -> tuple[ClubWords, Account | None]:
    from vipdesk.access.club import club_words
    from vipdesk.access.matrix import Verb
    from vipdesk.channels import account

    # A team's database refuses the auditor the very question.
    may = desk.actor.may(Verb.SELECT, "mail_account")
    return club_words(desk), account.get_account(desk) if may else None


def _show_untouched(
    form: Form, base: Mapping[str, object], now: Mapping[str, object]
) -> dict[str, object]:
    """Show what stands there now, but never over what is being typed; returns the new base.

    A page is read anew whenever somebody changes something, also while one types here.
    """
    typed = form.values()
    kept = {n for n in now if base and typed[n] not in (base[n], now[n])}
    form.set_values({n: v for n, v in now.items() if n not in kept})
    return {n: base[n] if n in kept else v for n, v in now.items()}


def _club_back(desk: Any, before: ClubWords) -> object:
    from vipdesk.access.club import change_club

    return change_club(desk, club=before)


def _with_kept_password(desk: Any, *, typed: Account) -> Account:
    from dataclasses import replace

    from vipdesk.channels import account

    kept = account.open_account(desk)
    return typed if kept is None else replace(typed, password=kept.password)


def _try_account(account: Account) -> None:
    from vipdesk.channels.account import try_account
    from vipdesk.channels.transport import SmtpTransport

    try_account(SmtpTransport(), account)
