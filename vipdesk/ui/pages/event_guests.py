"""The guest list of an event: every name with its why, channel, invitation and answer."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import guest_lists, invitations
from vipdesk.events.guest_criteria import Criteria
from vipdesk.events.guest_lists import GuestListRow, GuestRow
from vipdesk.folding import fold
from vipdesk.ui.finding import find_clients
from vipdesk.ui.pages.event_parts import ANSWER_TONES, CHANNEL_ICONS, INVITATION_TONES
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, EmptyState, Picker, Tone, column, row
from vipdesk.vocabulary import EventState, InvitationState, PartStat, ReplySource, label
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.options import ChoiceRow, OptionRow
    from vipdesk.events.programme import EventCard
    from vipdesk.ui.context import Context, Text

_OPEN = frozenset({EventState.DRAFT, EventState.PLANNED, EventState.INVITING, EventState.CLOSED})
_ON_ITS_WAY = frozenset({InvitationState.HELD, InvitationState.QUEUED})


class GuestsTab(QWidget):
    """Criteria, hand picks, vetoes; several rows can be chosen."""

    client_opened = Signal(object)  # client id
    invite_requested = Signal(object)  # tuple[GuestRow, ...]

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._event_id: UUID | None = None
        self._list = GuestListRow(Criteria(), None, ())
        self._chosen: defaultdict[UUID, list[OptionRow]] = defaultdict(list)
        self._build()

    def _build(self) -> None:
        context = self._context
        self.criteria_button = Button(context, say("Criteria"), icon="filter", on=self._on_criteria)
        self.picker = Picker(context, find_clients, name=say("Add a guest"))
        self.picker.speak(setPlaceholderText=say("Add a guest"))
        self.picker.setMinimumWidth(200)
        self.picker.picked.connect(self._on_picked)
        self.invite_button = Button(context, say("Invite"), icon="send", on=self._on_invite)
        self.reply_button = Button(context, say("Record a reply"), icon="note", on=self._on_reply)
        self.out_button = Button(context, say("Leave out"), icon="minus", on=self._on_out)
        self.in_button = Button(context, say("Include"), icon="plus", on=self._on_in)
        self.back_button = Button(context, say("Withdraw"), icon="undo", on=self._on_take_back)
        tools = row(self.criteria_button, self.picker, None, gap=8)
        for button in self._buttons():
            tools.addWidget(button)
        self.table = Table(context, say("Guest list"), self._columns(), key=_client_id, many=True)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.table.view.selectionModel().selectionChanged.connect(self._on_selection)
        self.empty = EmptyState(
            context, say("Nobody is on the list yet."), icon="clients",
            hint=say("Choose by criteria, or add guests by name."),
            action=say("Criteria"), on=self._on_criteria,
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.count = Caption(context, "", ink="text2")
        box = column(tools, gap=8)
        box.addWidget(self.stack, 1)
        box.addWidget(self.count)
        self.setLayout(box)
        self._on_chosen(None)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.invite_button, self.reply_button, self.in_button, self.out_button,
            self.back_button,
        )  # fmt: skip

    def _columns(self) -> tuple[Column[GuestRow], ...]:
        return (
            Column(
                say("Guest"), self._name, width=190, stretch=True, second=self._second,
                sort=self._order, strong=True, ink=_ink,
            ),
            Column(say("Why"), _why, width=180, stretch=True, icon=_why_icon, second=_note,
                   tip=_why, ink=_ink),
            Column(say("Channel"), _channel, width=132, icon=_channel_icon, ink=_ink),
            Column(
                say("Invitation"), self._state, width=176, badge=_state_tone, icon=_waits_icon,
                tip=self._state_tip,
            ),
            Column(
                say("Answer"), _answered, width=190, badge=_answer_tone, second=self._choices,
                tip=self._answer_tip,
            ),
            Column(say("People"), _people, width=76, number=True),
        )  # fmt: skip

    # Showing -----------------------------------------------------------------------------------

    def show_list(
        self, card: EventCard, shown: GuestListRow, choices: tuple[ChoiceRow, ...] = ()
    ) -> None:
        """Show the list as it is now, with what the guests chose."""
        self._chosen.clear()
        for choice in choices:
            self._chosen[choice.invitation_id].append(choice.option)
        self._event_id, self._list = card.row.id, shown
        self._open = card.row.state in _OPEN
        self.table.show_rows(self._in_order(shown.guests))
        self.stack.setCurrentWidget(self.table if shown.guests else self.empty)
        for widget in (self.criteria_button, self.picker, self.empty.primary):
            widget.setEnabled(self._open)
        self.count.show_text(
            say("Reading {n} more names…", n=shown.rest)
            if shown.rest
            else say(
                "On the list: {inside}, left out: {outside}",
                inside=shown.included,
                outside=shown.left_out,
            )
            if not shown.more
            else say("The criteria match {n} more: narrow them.", n=shown.more)
        )
        self._on_chosen(None)

    def _in_order(self, guests: tuple[GuestRow, ...]) -> tuple[GuestRow, ...]:
        """As they are read; in English by the names that are seen, not by the Russian ones."""
        if self._context.words.lang is Lang.RU:
            return guests
        return tuple(sorted(guests, key=lambda g: (not g.included, self._order(g))))

    def _order(self, guest: GuestRow) -> str:
        if self._context.words.lang is Lang.RU:
            return guest.sort_key
        return fold(display_name(guest.name, Lang.EN))

    def _name(self, guest: GuestRow) -> str:
        return display_name(guest.name, self._context.words.lang)

    def _second(self, guest: GuestRow) -> str:
        tier = guest.tier(self._context.words.lang)
        return " · ".join(p for p in (tier, guest.city) if p)

    def _choices(self, guest: GuestRow) -> str:
        """'Fish, red wine': what is told to the kitchen and the tutor."""
        chosen = self._chosen.get(guest.invitation_id, ()) if guest.invitation_id else ()
        return ", ".join(o.named(self._context.words.lang) for o in chosen)

    def _answer_tip(self, guest: GuestRow) -> Text:
        return self._choices(guest) or _answered(guest)

    def _state(self, guest: GuestRow) -> Text:
        """Of a waiting invitation until when; of one not sent, when the hours open."""
        if guest.waits_until is not None and guest.included:
            when = self._context.format.moment_short(guest.waits_until)
            if guest.state is InvitationState.HELD:
                return say("from {when}", when=when)
            if guest.state is None:
                return when
        return _state(guest)

    def _state_tip(self, guest: GuestRow) -> Text:
        if guest.why_waits is not None and guest.included:
            return guest.why_waits
        return _state(guest)

    # Choosing ----------------------------------------------------------------------------------

    def _on_selection(self) -> None:
        self._on_chosen(None)

    def _on_chosen(self, _row: GuestRow | None) -> None:
        """Buttons for what can be done with the chosen names."""
        chosen = self.table.chosen_rows()
        open_ = getattr(self, "_open", False)
        self.invite_button.setVisible(open_ and any(g.can_be_invited for g in chosen))
        self.reply_button.setVisible(len(chosen) == 1 and chosen[0].invitation_id is not None)
        unsent = [g for g in chosen if g.invitation_id is None]
        self.out_button.setVisible(open_ and any(g.included for g in unsent))
        self.in_button.setVisible(open_ and any(not g.included for g in unsent))
        self.back_button.setVisible(open_ and any(g.state in _ON_ITS_WAY for g in chosen))

    # Doing -------------------------------------------------------------------------------------

    def _on_opened(self, guest: GuestRow) -> None:
        self.client_opened.emit(guest.client_id)

    def _on_criteria(self) -> None:
        from vipdesk.ui.dialogs.criteria_dialog import CriteriaDialog

        if self._event_id is not None:
            CriteriaDialog(self._context, self._event_id, self._list.criteria, self).open()

    def _on_picked(self, client_id: UUID) -> None:
        self.picker.set_value(None)
        self._place(guest_lists.pick, [client_id], say("On the guest list."))

    def _on_in(self) -> None:
        ids = [g.client_id for g in self.table.chosen_rows() if not g.included]
        self._place(guest_lists.pick, ids, say("On the guest list."))

    def _on_out(self) -> None:
        ids = [g.client_id for g in self.table.chosen_rows() if g.invitation_id is None]
        self._place(guest_lists.veto, ids, say("Left out."))

    def _place(self, verb: Any, ids: list[UUID], said: Say) -> None:
        if self._event_id is None or not ids:
            return
        layers = {g.client_id: (g.layer, g.note) for g in self._list.guests}
        self._context.runner.write(
            partial(verb, event_id=self._event_id, client_ids=ids), None, owner=self, said=said,
            undo=_BackToLayers(self._event_id, {i: layers.get(i, (None, "")) for i in ids}),
        )  # fmt: skip

    def _on_invite(self) -> None:
        self.invite_requested.emit(tuple(g for g in self.table.chosen_rows() if g.can_be_invited))

    def _on_take_back(self) -> None:
        if self._event_id is None:
            return
        ids = [g.client_id for g in self.table.chosen_rows() if g.state in _ON_ITS_WAY]
        self._context.runner.write(
            partial(invitations.take_back, event_id=self._event_id, client_ids=ids),
            None,
            owner=self,
            said=say("Withdrawn."),
        )

    def _on_reply(self) -> None:
        from vipdesk.ui.dialogs.reply_dialog import ReplyDialog

        guest = self.table.chosen_row()
        if guest is not None and guest.invitation_id is not None:
            ReplyDialog(
                self._context,
                invitation_id=guest.invitation_id,
                name=guest.name,
                allowance=guest.allowance,
                channel=guest.channel,
                parent=self,
            ).open()


class _BackToLayers:
    """The undo of a pick or a veto: it keeps ids alone, never the page."""

    def __init__(self, event_id: UUID, layers: dict[UUID, tuple[Any, str]]) -> None:
        self._event_id, self._layers = event_id, layers

    def __call__(self, desk: Any, _changed: object) -> None:
        from vipdesk.vocabulary import GuestPlace

        for client_id, (layer, note) in self._layers.items():
            place = {GuestPlace.HAND_PICK: guest_lists.pick, GuestPlace.VETO: guest_lists.veto}
            verb = place.get(layer)
            if verb is None:
                guest_lists.unplace(desk, event_id=self._event_id, client_ids=[client_id])
            else:
                verb(desk, event_id=self._event_id, client_ids=[client_id], reason=note)


def _client_id(guest: GuestRow) -> UUID:
    return guest.client_id


def _ink(guest: GuestRow) -> str:
    return "text" if guest.included else "text3"


def _why(guest: GuestRow) -> Text:
    return guest.why[0] if guest.why else ""


def _note(guest: GuestRow) -> Text:
    if guest.note:
        return guest.note
    return guest.why[1] if len(guest.why) > 1 else ""


def _why_icon(guest: GuestRow) -> str:
    if guest.hold is not None:
        return "hold"
    return "check" if guest.included else "minus"


def _channel(guest: GuestRow) -> Say:
    return label(guest.channel) if guest.has_address else say("No address")


def _channel_icon(guest: GuestRow) -> str:
    return CHANNEL_ICONS[guest.channel] if guest.has_address else "warning"


def _state(guest: GuestRow) -> Text:
    return label(guest.state) if guest.state is not None else ""


def _waits_icon(guest: GuestRow) -> str:
    return "clock" if guest.state is None and guest.included and guest.waits_until else ""


def _state_tone(guest: GuestRow) -> Tone | None:
    return INVITATION_TONES[guest.state] if guest.state is not None else None


def _answer(guest: GuestRow) -> Text:
    if guest.invitation_id is None or guest.partstat is PartStat.NEEDS_ACTION:
        return ""
    return label(guest.partstat)


def _answer_tone(guest: GuestRow) -> Tone | None:
    return ANSWER_TONES[guest.partstat] if _answer(guest) else None


def _answered(guest: GuestRow) -> Text:
    """The answer, and by what way it came if that was not a mail."""
    answer = _answer(guest)
    if not answer or guest.partstat is PartStat.NEEDS_ACTION:
        return ""
    if guest.old_answer:
        return say("{answer}, to the earlier date", answer=answer)
    if guest.source in {None, ReplySource.EMAIL}:
        return answer
    return say("{answer} · {source}", answer=answer, source=label(guest.source))


def _people(guest: GuestRow) -> Text:
    if guest.partstat is PartStat.ACCEPTED:
        return str(guest.party)
    return f"1 + {guest.allowance}" if guest.allowance else ""
