"""Settings: one's own agenda in a calendar of one's own server."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from vipdesk.access import Office
from vipdesk.agenda.calendar_file import Told
from vipdesk.errors import UserError
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Caption
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from vipdesk.agenda.caldav_push import CalendarAccount, Pushed, PushState
    from vipdesk.ui.context import Context

_TOLD = (
    (Told.NAMES, say("Names and the words of promises")),
    (Told.INITIALS, say("Initials only")),
    (Told.NOBODY, say("Nothing of clients")),
)
_FIELDS = (
    Field(
        "url",
        say("Address of the calendar server (CalDAV)"),
        required=True,
        hint=say("https://cloud.example.com/dav"),
    ),
    (
        Field("login", say("Login"), required=True),
        Field("password", say("Password"), "password", hint=say("Unchanged")),
    ),
    Field("told", say("What the calendar tells"), "choice", choices=_TOLD, value=Told.INITIALS),
)


class CalendarCard(Card):
    """The address, what is told, how the last push went, and the way back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Your agenda in your calendar"))
        words = say(
            "Promises, days of clients and events go into a calendar of their own on your server, "
            "every quarter of an hour. Complaints never do. The password is kept encrypted in "
            "your vault."
        )
        self.form = Form(context, _FIELDS)
        self.form.submitted.connect(self._on_save)
        self.state = Caption(context, "", wrap=True)
        self.save = Button(context, say("Save and send now"), on=self._on_save)
        self.stop = Button(context, say("Stop and remove it there"), kind="link", on=self._on_stop)
        self.add(
            Caption(context, words, wrap=True), 4, self.form, 4, self.state,
            row(self.save, self.stop, None),
        )  # fmt: skip
        self.stop.hide()
        self._shown: CalendarAccount | None = None

    def reload(self) -> None:
        """Ask the vault how it stands."""
        office = self._office()
        if office is None or office.own_vault is None:
            self.hide()
            return
        self.context.runner.call(partial(_read, office), self._show, owner=self)

    def take_error(self, error: UserError) -> bool:
        """Beside its field."""
        return self.form.take_error(error)

    def _office(self) -> Office | None:
        office = self.context.runner.office
        return office if isinstance(office, Office) else None

    def _show(self, found: tuple[CalendarAccount | None, PushState]) -> None:
        account, state = found
        if account is not None and account != self._shown:
            self.form.set_values(
                {"url": account.url, "login": account.login, "told": account.told, "password": ""}
            )
        self._shown = account
        self.stop.setVisible(account is not None and account.on)
        self._show_state(account, state)

    def _show_state(self, account: CalendarAccount | None, state: PushState) -> None:
        moment = self.context.format.moment
        if account is None:
            self.state.show_text("")
        elif not account.on:
            self.state.show_text(say("Nothing is sent. Save to begin again."))
        elif state.said is not None:
            self.state.show_text(state.said)
        elif state.at is not None:
            self.state.show_text(say("Sent {moment}", moment=moment(state.at)))
        self.state.set_ink("danger" if state.said is not None else "text2")

    def _on_save(self) -> None:
        from vipdesk.agenda.caldav_push import CalendarAccount

        office = self._office()
        if office is None or not self.form.check():
            return
        typed = self.form.values()
        account = CalendarAccount(
            typed["url"], typed["login"], typed["password"] or "", typed["told"],
            lang=Lang(self.context.words.lang),
        )  # fmt: skip
        self._busy(said=True)
        self.context.runner.background(
            partial(_save_and_push, office, account, self.context.zone),
            self._on_pushed,
            owner=self,
            failed=self._on_failed,
        )

    def _on_stop(self) -> None:
        from vipdesk.agenda import caldav_push

        office = self._office()
        if office is None:
            return
        self._busy(said=True)
        self.context.runner.background(
            partial(caldav_push.empty, office), self._on_stopped, owner=self, failed=self._on_failed
        )

    def _busy(self, *, said: bool) -> None:
        self.save.allow(not said, say("Speaking with the calendar server…"))
        self.stop.allow(not said, say("Speaking with the calendar server…"))

    def _on_pushed(self, done: Pushed) -> None:
        self._busy(said=False)
        self.context.say(
            say(
                "The calendar is up to date. New {added}, changed {changed}, removed {removed}.",
                added=done.added,
                changed=done.changed,
                removed=done.removed,
            )
        )
        self.reload()

    def _on_stopped(self, taken: int) -> None:
        self._busy(said=False)
        self.context.say(say("{n} entries removed from the calendar.", n=taken))
        self.reload()

    def _on_failed(self, error: Exception) -> bool:
        """Beside the field where there is one; else in the card and in the bar."""
        self._busy(said=False)
        self.reload()
        return isinstance(error, UserError) and self.take_error(error)


def _read(office: Office) -> tuple[CalendarAccount | None, PushState]:
    from vipdesk.agenda import caldav_push

    return caldav_push.get_account(office), caldav_push.get_state(office)


def _save_and_push(office: Office, account: CalendarAccount, zone: object) -> Pushed:
    from vipdesk.agenda import caldav_push

    caldav_push.change_account(office, account)
    return caldav_push.push(office, zone=zone)  # type: ignore[arg-type]
