"""Before anything leaves: exactly what each guest gets, and what the gate says to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import invitations, programme, tact_check
from vipdesk.events.invitation_draft import NO_ACCOUNT
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.tact_lines import TactLines
from vipdesk.ui.dialogs.words_view import WordsView
from vipdesk.ui.pages.event_parts import CHANNEL_ICONS
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Body,
    Button,
    Tone,
    row,
    scrolled,
)
from vipdesk.vocabulary import InvitationState, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.invitations import InviteOutcome, InvitePreview
    from vipdesk.events.programme import EventCard
    from vipdesk.events.tact_check import TactRow
    from vipdesk.ui.context import Context


class InviteDialog(Dialog):
    """The guests at the left, what the chosen one gets at the right."""

    def __init__(
        self, context: Context, event_id: UUID, client_ids: tuple[UUID, ...], parent: QWidget
    ) -> None:
        self._event_id, self._ids = event_id, client_ids
        self._shown: tuple[InvitePreview, ...] = ()
        super().__init__(
            context, say("Invite"), primary=say("Send invitations"), width=940, parent=parent
        )
        self.primary_button.setEnabled(False)

    def _build(self) -> None:
        context = self.context
        self.form.hide()
        self.summary = Body(context, say("Preparing what each guest will get…"), ink="text2")
        columns: tuple[Column[Any], ...] = (
            Column(say("Guest"), self._name, width=200, stretch=True, second=self._verdict),
            Column(say("Channel"), _channel, width=140, icon=_icon, firm=True),
            Column(say("Now"), _now, width=100, badge=_tone),
        )
        self.table = Table(context, say("Guests to invite"), columns, key=_key)
        self.table.setMinimumHeight(300)
        self.table.chosen.connect(self._on_chosen)
        self.view = WordsView(context)
        both = row(gap=16)
        both.addWidget(self.table, 6)
        both.addWidget(self.view, 5)
        self.warning = Body(
            context,
            say("The event has no place yet: guests would not know where to come."),
            ink="warning",
            wrap=True,
        )
        self.warning.hide()
        self.account_button = Button(
            context, say("Set up the mail account"), icon="mail", on=self._on_account
        )
        self.account_button.hide()
        self.body.addWidget(self.warning)
        self.body.addLayout(row(self.summary, None, self.account_button, gap=12))
        self.body.addLayout(both, 1)
        self._add_tact()
        ask = partial(invitations.preview, event_id=self._event_id, client_ids=self._ids)
        context.runner.read(ask, self._show, owner=self)
        event = partial(programme.get_event, event_id=self._event_id)
        context.runner.read(event, self._show_event, owner=self)

    def _add_tact(self) -> None:
        """What would embarrass the club, above what is sent; nothing where nothing would."""
        self.tact = TactLines(self.context, self._read_again, wide=True)
        self.tact_area = scrolled(self.tact)
        self.tact_area.setFixedHeight(self.context.look.px(96))
        self.tact_area.hide()
        self.body.insertWidget(2, self.tact_area)
        self._check_tact()

    def _check_tact(self) -> None:
        check = partial(tact_check.check_tact, event_id=self._event_id, client_ids=self._ids)
        self.context.runner.read(check, self._show_tact, owner=self, topic="tact")

    def _show_tact(self, found: tuple[TactRow, ...]) -> None:
        self.tact.show_rows(self._event_id, found)
        self.tact_area.setVisible(bool(found))
        self.table.setMinimumHeight(self.context.look.px(180 if found else 300))

    def _read_again(self) -> None:
        """Somebody was left out."""
        ask = partial(invitations.preview, event_id=self._event_id, client_ids=self._ids)
        self.context.runner.read(ask, self._show, owner=self)
        self._ids = tuple(i for i in self._ids if i not in self.tact.left_out)
        self._check_tact()

    def submit(self) -> None:
        """Send; what has not left yet can be taken back for 8 seconds."""
        ids = tuple(p.client_id for p in self._shown if p.included)
        self.write(
            partial(invitations.invite, event_id=self._event_id, client_ids=ids),
            said=told,
            undo=_take_back,
        )

    # Inside --------------------------------------------------------------------------------------

    def _show(self, shown: tuple[InvitePreview, ...]) -> None:
        self._shown = shown
        self.table.show_rows(shown)
        self.table.choose_first()
        self.table.setFocus()
        ready = sum(p.included for p in shown)
        now = sum(p.included and p.allowed for p in shown)
        self.summary.show_text(
            say(
                "Sent now: {now}, waiting for their hour: {later}, cannot be invited: {out}.",
                now=now, later=ready - now, out=len(shown) - ready,
            )
        )  # fmt: skip
        missing = any(p.reason == NO_ACCOUNT for p in shown)
        self.account_button.setVisible(missing and self.context.may("update", "mail_account"))
        self.primary_button.allow(ready > 0, say("Nobody on this list can be invited."))

    def _show_event(self, card: EventCard) -> None:
        self.warning.setVisible(card.venue_id is None)

    def _on_account(self) -> None:
        """Nothing of this sheet is lost: it is made anew from the guest list."""
        self.reject()
        self.context.open(Link("settings", None, "mail"))

    def _on_chosen(self, preview: InvitePreview | None) -> None:
        draft = preview.draft if preview is not None else None
        if preview is None or draft is None:
            name = "" if preview is None else self._name(preview)
            reason = preview.reason if preview is not None else None
            self.view.show_words(name, "", text=reason or "")
            return
        address = self.context.format.masked(draft.address)
        second = (
            say("{address}, to be passed on by {name}", address=address, name=preview.via)
            if preview.via
            else address
        )
        heading = draft.subject or self._name(preview)
        self.view.show_words(heading, second, html=draft.html, text=draft.text, pdf=draft.pdf)

    def _name(self, preview: InvitePreview) -> str:
        return display_name(preview.name, self.context.words.lang)

    def _verdict(self, preview: InvitePreview) -> Say | str:
        if preview.included and preview.until is not None:
            return say("Leaves {when}", when=self.context.format.moment(preview.until))
        return preview.reason or ""


def told(outcomes: tuple[InviteOutcome, ...]) -> Say:
    """One sentence for the message bar."""
    held = sum(o.state is InvitationState.HELD for o in outcomes)
    out = sum(o.state is None for o in outcomes)
    left = len(outcomes) - held - out
    if held or out:
        return say(
            "On their way: {left}, waiting for their hour: {held}, not sent: {out}.",
            left=left, held=held, out=out,
        )  # fmt: skip
    return say("{n} invitations are on their way.", n=left)


def _take_back(desk: Any, outcomes: tuple[InviteOutcome, ...]) -> None:
    by_event: dict[UUID, list[UUID]] = {}
    for outcome in outcomes:
        if outcome.invitation_id is not None and not outcome.already:
            event_id = invitations.find_invitation(desk, outcome.invitation_id).event_id
            by_event.setdefault(event_id, []).append(outcome.client_id)
    for event_id, client_ids in by_event.items():
        invitations.take_back(desk, event_id=event_id, client_ids=client_ids)


def _key(preview: InvitePreview) -> UUID:
    return preview.client_id


def _channel(preview: InvitePreview) -> Say:
    return label(preview.channel)


def _icon(preview: InvitePreview) -> str:
    return CHANNEL_ICONS[preview.channel]


def _now(preview: InvitePreview) -> Say:
    if not preview.included:
        return say("Not possible")
    return say("At once") if preview.allowed else say("Waiting")


def _tone(preview: InvitePreview) -> Tone:
    if not preview.included:
        return Tone.DANGER
    return Tone.SUCCESS if preview.allowed else Tone.WARNING
