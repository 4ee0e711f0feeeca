"""The waiting list of an event: parties in their order, what they are offered and until when."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import waiting_list
from vipdesk.events.waiting_list import WaitingRow
from vipdesk.gathering import WaitingState
from vipdesk.ui.context import Link
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, EmptyState, Tone, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.waiting_list import Recomputed, Waiting
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.pages.event_tabs import EventWhole

_TONES = {
    WaitingState.OFFERED: Tone.WARNING,
    WaitingState.PROMOTED: Tone.SUCCESS,
}


class EventWaiting(QWidget, Speaking):
    """Who waits, in order; offers with the hour they run out."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.waiting: Waiting | None = None
        self._event_id: UUID | None = None
        self._build()

    def _build(self) -> None:
        context = self.context
        self.count = Caption(context, "", ink="text2")
        self.add_button = Button(context, say("Add a party…"), icon="plus", on=self._on_add)
        self.place_button = Button(context, say("Change the place…"), on=self._on_place)
        self.out_button = Button(context, say("Take off the list"), icon="minus", on=self._on_out)
        self.offer_button = Button(context, say("Offer free seats"), icon="send",
                                   on=self._on_offer)  # fmt: skip
        columns: tuple[Column[WaitingRow], ...] = (
            Column(say("Place"), _place, width=80, number=True),
            Column(say("Guest"), self._name, width=160, stretch=True, second=_note, strong=True),
            Column(say("People"), _people, width=110),
            Column(say("State"), _state, width=166, badge=_tone, firm=True),
            Column(say("Until"), self._until, width=124),
        )
        self.table = Table(context, say("Waiting list"), columns, key=_key)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState(
            context, say("Nobody waits for a seat."), icon="clock",
            hint=say("When the event is full, put a party here: a refusal offers it the seats."),
            action=say("Add a party…"), on=self._on_add,
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        tools = row(self.add_button, self.offer_button, None, self.place_button, self.out_button,
                    gap=8)  # fmt: skip
        box = column(tools, gap=8)
        box.addWidget(self.stack, 1)
        box.addWidget(self.count)
        self.setLayout(box)
        may = context.may("insert", "waiting_entry")
        self.add_button.setVisible(may)
        self.offer_button.setVisible(may)
        self.empty.primary.setVisible(may)
        self._on_chosen(None)

    # Showing ----------------------------------------------------------------------------------

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._event_id = whole.card.row.id
        read = partial(waiting_list.get_waiting, event_id=self._event_id)
        self.context.runner.read(read, self._show, owner=self, topic="waiting")

    def respeak(self) -> None:
        """The other language."""
        if self.waiting is not None:
            self._show(self.waiting)

    def _show(self, waiting: Waiting) -> None:
        if waiting.event_id != self._event_id:
            return
        self.waiting = waiting
        self.table.show_rows(waiting.rows)
        self.stack.setCurrentWidget(self.table if waiting.rows else self.empty)
        self.count.show_text(
            say("Free seats: {free}. People waiting: {people}.", free=waiting.free,
                people=waiting.people)
        )  # fmt: skip
        self.offer_button.allow(
            bool(waiting.free and waiting.people), say("There is no free seat, or nobody waits.")
        )
        self._on_chosen(self.table.chosen_row())

    def _on_chosen(self, chosen: WaitingRow | None) -> None:
        may = self.context.may("update", "waiting_entry")
        waits = chosen is not None and chosen.state is WaitingState.WAITING
        offered = chosen is not None and chosen.state is WaitingState.OFFERED
        self.place_button.setVisible(may and waits)
        self.out_button.setVisible(may and (waits or offered))

    def _name(self, shown: WaitingRow) -> str:
        return display_name(shown.name, self.context.words.lang)

    def _until(self, shown: WaitingRow) -> str:
        return self.context.format.moment_short(shown.expires_at) if shown.expires_at else ""

    # Doing ------------------------------------------------------------------------------------

    def _on_opened(self, shown: WaitingRow) -> None:
        self.context.open(Link("client", shown.client_id))

    def _on_add(self) -> None:
        from vipdesk.ui.dialogs.guest_dialogs import WaitingDialog

        if self._event_id is not None:
            WaitingDialog(self.context, self._event_id, self).open()

    def _on_place(self) -> None:
        from vipdesk.ui.dialogs.guest_dialogs import PlaceDialog

        chosen = self.table.chosen_row()
        if chosen is not None:
            PlaceDialog(self.context, chosen, self).open()

    def _on_out(self) -> None:
        chosen = self.table.chosen_row()
        if chosen is not None:
            self.context.runner.write(
                partial(waiting_list.remove_waiting, entry_id=chosen.id), None, owner=self,
                said=say("Off the waiting list."),
            )  # fmt: skip

    def _on_offer(self) -> None:
        if self._event_id is not None:
            offer: Any = partial(waiting_list.recompute, event_id=self._event_id)
            self.context.runner.write(offer, self._on_offered, owner=self)

    def _on_offered(self, done: Recomputed) -> None:
        if done.offered:
            self.context.say(say("Seats offered to parties: {count}", count=len(done.offered)))
        else:
            self.context.say(say("No waiting party fits the free seats."))


def _key(shown: WaitingRow) -> UUID:
    return shown.id


def _place(shown: WaitingRow) -> str:
    return str(shown.place) if shown.place is not None else ""


def _note(shown: WaitingRow) -> Text:
    if shown.trouble is not None:
        return shown.trouble
    if shown.by_hand:
        return say("By hand: {reason}", reason=shown.reason)
    return ""


def _people(shown: WaitingRow) -> Text:
    people = shown.offered or shown.party
    if shown.principal_only and shown.party > 1 and not shown.offered:
        return say("{party}, or alone", party=people)
    return str(people)


def _state(shown: WaitingRow) -> Say:
    return label(shown.state)


def _tone(shown: WaitingRow) -> Tone:
    return _TONES.get(shown.state, Tone.NEUTRAL)
