"""Whom to ask next: names in the fair order with their reasons, who is expected, and tact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import inviting_plan
from vipdesk.events.recommendation import Recommended
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.tact_lines import TactLines
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Button,
    Caption,
    Card,
    EmptyState,
    Strong,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.inviting_plan import InvitingPlan
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.pages.event_tabs import EventWhole


class EventWaves(QWidget, Speaking):
    """Names at the left, what would embarrass at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.plan: InvitingPlan | None = None
        self._event_id: UUID | None = None
        self._build()

    def _build(self) -> None:
        context = self.context
        self.told = Strong(context, "", wrap=True)
        self.second = Caption(context, "", ink="text2", wrap=True)
        self.invite_button = Button(context, say("Invite the next wave…"), icon="send",
                                    kind="primary", on=self._on_invite)  # fmt: skip
        self.sent_button = Button(context, say("Lists as sent…"), on=self._on_sent)
        self.rivals_button = Button(context, say("Rival firms…"), on=self._on_rivals)
        columns: tuple[Column[Recommended], ...] = (
            Column(say("Guest"), self._name, width=150, stretch=True, second=self._chance,
                   icon=self._icon, strong=True),
            Column(say("Why"), _first, width=150, stretch=True, second=_others, tip=self._all),
            Column(say("Score"), self._score, width=72, number=True),
        )  # fmt: skip
        self.table = Table(context, say("Whom to ask next"), columns, key=_key)
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState(
            context, say("Nobody on the list waits for an invitation."), icon="clients",
            hint=say("Choose more guests by criteria, or add them by name."),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        self.tact = Card(context, say("Before it is sent"))
        self.lines = TactLines(context)
        self.tact.add(self.lines)
        side = QWidget()
        inside = column(self.tact, self.sent_button, self.rivals_button, None, gap=8)
        inside.setContentsMargins(0, 0, 8, 0)
        side.setLayout(inside)
        head = row(gap=8)
        head.addLayout(column(self.told, self.second, gap=2), 1)
        head.addWidget(self.invite_button)
        both = row(gap=16)
        both.addWidget(self.stack, 8)
        both.addWidget(scrolled(side), 5)
        box = column(head, gap=12)
        box.addLayout(both, 1)
        self.setLayout(box)
        may = context.may("update", "invitation")
        self.invite_button.setVisible(may)
        self.rivals_button.setVisible(context.may("update", "club_setting"))

    # Showing ----------------------------------------------------------------------------------

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._event_id = whole.card.row.id
        read = partial(inviting_plan.get_plan, event_id=self._event_id)
        self.context.runner.read(read, self._show, owner=self, topic="waves")

    def respeak(self) -> None:
        """The other language."""
        if self.plan is not None:
            self._show(self.plan)

    def _show(self, plan: InvitingPlan) -> None:
        if plan.event_id != self._event_id:
            return
        self.plan = plan
        wave, number = plan.wave, self.context.format.number
        self.told.show_text(
            say("Sure to come: {coming}. Expected: {expected} of {seats} seats.",
                coming=number(wave.coming), expected=number(wave.expected, 1),
                seats=number(wave.seats))
        )  # fmt: skip
        self.second.show_text(self._more())
        self.invite_button.allow(bool(wave.next), say("Nobody needs to be asked now."))
        self.sent_button.allow(bool(plan.sent), say("Nothing was sent yet."))
        self.table.show_rows(wave.recommended)
        self.stack.setCurrentWidget(self.table if wave.recommended else self.empty)
        self.lines.show_rows(plan.event_id, plan.tact)

    def _more(self) -> Text:
        if self.plan is None or not self.plan.wave.recommended:
            return ""
        wave, number = self.plan.wave, self.context.format.number
        if not wave.whole:
            return say("You see your own guests only: the coordinator proposes the next wave.")
        if wave.waiting and not wave.next:
            return say("Waiting parties go first: {n} are on the waiting list.", n=wave.waiting)
        if not wave.next:
            return say("Enough are asked: wait for their answers.")
        if wave.seated:
            return say("Next wave: {count} names, {after} expected then. Every chair has a name:"
                       " nobody is asked beyond them.", count=number(len(wave.next)),
                       after=number(wave.after, 1))  # fmt: skip
        return say("Next wave: {count} names, {after} expected then. Risk of too many: {risk} %.",
                   count=number(len(wave.next)), after=number(wave.after, 1),
                   risk=number(100 * wave.risk, 1))  # fmt: skip

    def _name(self, shown: Recommended) -> str:
        return display_name(shown.name, self.context.words.lang)

    def _chance(self, shown: Recommended) -> Text:
        chances = self.plan.wave.chances if self.plan is not None else {}
        p = chances.get(shown.client_id, 0.5)
        return say("comes with {percent} %", percent=self.context.format.number(100 * p))

    def _icon(self, shown: Recommended) -> str:
        next_ = self.plan.wave.next if self.plan is not None else ()
        return "send" if shown.client_id in next_ else ""

    def _score(self, shown: Recommended) -> str:
        return self.context.format.number(float(shown.total), 2)

    def _all(self, shown: Recommended) -> str:
        """Each term with what it adds, one a line."""
        words, number = self.context.words, self.context.format.number
        return "\n".join(
            f"{'+' if r.value > 0 else '−'}{number(abs(float(r.value)), 2)}  {words(r.said)}"
            for r in shown.reasons
        )

    # Doing ------------------------------------------------------------------------------------

    def _on_opened(self, shown: Recommended) -> None:
        self.context.open(Link("client", shown.client_id))

    def _on_invite(self) -> None:
        from vipdesk.ui.dialogs.invite_dialog import InviteDialog

        if self.plan is not None and self.plan.wave.next:
            InviteDialog(self.context, self.plan.event_id, self.plan.wave.next, self).open()

    def _on_sent(self) -> None:
        from vipdesk.ui.dialogs.guest_dialogs import SentListsDialog

        if self.plan is not None:
            SentListsDialog(self.context, self.plan.sent, self).open()

    def _on_rivals(self) -> None:
        from vipdesk.ui.dialogs.guest_dialogs import RivalsDialog

        RivalsDialog(self.context, self).open()


def _key(shown: Recommended) -> UUID:
    return shown.client_id


def _first(shown: Recommended) -> Text:
    return shown.reasons[0].said if shown.reasons else ""


def _others(shown: Recommended) -> Text:
    return shown.reasons[1].said if len(shown.reasons) > 1 else ""
