"""The tab of requests outside the usual hours: what, when, where, who took it on, what it cost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients import off_hours
from vipdesk.giving import OffHoursState
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, Tone, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.clients.off_hours import OffHoursRow
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context, Text

_TONES = {
    OffHoursState.ASKED: Tone.INFO,
    OffHoursState.ACCEPTED: Tone.WARNING,
    OffHoursState.DONE: Tone.SUCCESS,
    OffHoursState.DECLINED: Tone.NEUTRAL,
}


class ClientOffHours(QWidget, Speaking):
    """The list, and for the chosen open one: take it on, done, cannot be done."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.table = Table(
            context,
            say("Requests outside the hours"),
            (
                Column(
                    say("What"), lambda r: r.fields.what, width=230, stretch=True, strong=True,
                    second=_second, tip=_second,
                ),
                Column(say("When"), lambda r: context.format.moment(r.fields.wanted_at), width=180),
                Column(say("State"), _state, width=120, badge=_tone),
                Column(say("Owner"), lambda r: r.owner.shown(context.settings.lang), width=150),
                Column(say("Cost"), self._cost, width=140, number=True),
            ),
        )  # fmt: skip
        self.none = Caption(
            context,
            say("Nothing was asked for outside the usual hours yet."), ink="text2", wrap=True,
        )  # fmt: skip
        self.ask_button = Button(context, say("Note a request…"), icon="plus", on=self.ask)
        self.accept_button = Button(context, say("Take it on"), icon="check", on=self.accept)
        self.done_button = Button(context, say("Done…"), on=self.finish)
        self.decline_button = Button(context, say("Cannot be done…"), on=self.decline)
        tools = row(
            self.ask_button, self.accept_button, self.done_button, self.decline_button, None
        )
        box = column(gap=8)
        box.addLayout(tools)
        box.addWidget(self.none)
        box.addWidget(self.table, 1)
        self.setLayout(box)
        self.table.chosen.connect(self._on_chosen)
        context.changed.connect(self._on_changed)
        self._on_chosen(None)

    def show_client(self, card: ClientCard) -> None:
        """Read this client's requests."""
        self.card = card
        read = partial(off_hours.list_off_hours, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="off_hours")

    def _show(self, rows: tuple[OffHoursRow, ...]) -> None:
        self.ask_button.setVisible(self.context.may("insert", "off_hours_request"))
        self.none.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.show_rows(rows)
        if rows and self.table.chosen_row() is None:
            self.table.choose_first()
        self._on_chosen(self.table.chosen_row())

    def _cost(self, shown: OffHoursRow) -> str:
        cost = shown.fields.cost
        return "–" if cost is None else self.context.format.money(cost)

    def _on_chosen(self, chosen: Any) -> None:
        may = self.context.may("update", "off_hours_request")
        running = chosen is not None and chosen.state in off_hours.OPEN
        asked = running and chosen.state is OffHoursState.ASKED
        why = say("Choose an open request.")
        for button, fits in (
            (self.accept_button, asked),
            (self.done_button, running),
            (self.decline_button, running),
        ):
            button.setVisible(may)
            button.allow(bool(fits), why)

    def ask(self) -> None:
        """Note what the client asks for."""
        if self.card is not None:
            read = partial(off_hours.list_owners, client_id=self.card.id)
            self.context.runner.read(read, self._ask, owner=self, topic="owners")

    def _ask(self, owners: tuple[off_hours.Owner, ...]) -> None:
        from vipdesk.ui.dialogs.off_hours_dialogs import AskDialog

        if self.card is not None:
            AskDialog(self.context, self.card.id, owners, self).open()

    def accept(self) -> None:
        """The owner says yes."""
        chosen = self.table.chosen_row()
        if chosen is not None:
            self.context.runner.write(
                partial(off_hours.accept_off_hours, request_id=chosen.id), owner=self,
                said=say("The request is taken on."), undo=off_hours.restore_off_hours,
            )  # fmt: skip

    def finish(self) -> None:
        """It was done, at what cost."""
        from vipdesk.ui.dialogs.off_hours_dialogs import FinishDialog

        chosen = self.table.chosen_row()
        if chosen is not None:
            FinishDialog(self.context, chosen.id, chosen.fields.cost, self).open()

    def decline(self) -> None:
        """It cannot be done, and why."""
        from vipdesk.ui.dialogs.off_hours_dialogs import DeclineDialog

        chosen = self.table.chosen_row()
        if chosen is not None:
            DeclineDialog(self.context, chosen.id, self).open()

    def _on_changed(self, changes: Any) -> None:
        if changes.touches("off_hours_request") and self.card is not None and self.isVisible():
            self.show_client(self.card)


def _second(shown: OffHoursRow) -> Text:
    if shown.reason:
        return say("Declined: {reason}", reason=shown.reason)
    return shown.fields.place


def _state(shown: OffHoursRow) -> Say:
    return say("Overdue") if shown.late else label(shown.state)


def _tone(shown: OffHoursRow) -> Tone:
    return Tone.DANGER if shown.late else _TONES[shown.state]
