"""The tab of replies that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vipdesk.clients.names import display_name
from vipdesk.events.reply_reasons import Reason
from vipdesk.ui.pages.event_parts import ANSWER_TONES, there
from vipdesk.ui.pages.event_programme import FilledColumn
from vipdesk.ui.widgets import Badge, Body, Button, Caption, Card, EmptyState, Strong, row
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.clients.names import Name
    from vipdesk.events.guest_lists import GuestListRow
    from vipdesk.events.replies import ReviewRow
    from vipdesk.ui.context import Context


class ReviewTab(FilledColumn):
    """Replies the desk does not count by itself."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._guests: tuple[tuple[UUID, Name], ...] = ()
        self._most: dict[UUID, int] = {}

    def show_rows(self, rows: tuple[ReviewRow, ...], listed: GuestListRow) -> None:
        """Show the queue; `listed` names the guests a stray reply may belong to."""
        self._guests = tuple((g.invitation_id, g.name) for g in listed.guests if g.invitation_id)
        self._most = {g.invitation_id: 1 + g.allowance for g in listed.guests if g.invitation_id}
        clear(self.rows)
        for shown in rows:
            self.rows.addWidget(self._card(shown))
        if not rows:
            self.rows.addWidget(
                EmptyState(
                    self.context, say("No reply is waiting for you."), icon="check",
                    hint=say("Replies that cannot be counted automatically come here."),
                ),
                1,
            )  # fmt: skip
        else:
            self.rows.addStretch(1)

    def _card(self, shown: ReviewRow) -> Card:
        context = self.context
        made = Card(context, padding=12)
        name = display_name(shown.name, context.words.lang) if shown.name else ""
        who = name or context.format.masked(shown.attendee)
        head = row(gap=12)
        head.addWidget(Strong(context, who or say("Unknown sender"), elide=True), 1)
        if shown.suggestion is not None:
            head.addWidget(Badge(context, label(shown.suggestion), ANSWER_TONES[shown.suggestion]))
        head.addWidget(Caption(context, context.format.moment(shown.received_at)))
        head.addWidget(_Decide(self, shown))
        made.add(head, Body(context, shown.said, ink="text2", wrap=True))
        if shown.reason is Reason.STRANGER and shown.attendee:
            made.add(Caption(context, context.format.masked(shown.attendee)))
        if shown.proposed is not None:
            made.add(Body(context, proposed(context, shown), wrap=True))
        if shown.words:
            made.add(Body(context, shown.words, wrap=True, selectable=True))
        return made

    def decide(self, shown: ReviewRow) -> None:
        """Open the sheet."""
        from vipdesk.ui.dialogs.reply_dialog import DecideDialog

        most = self._most.get(shown.invitation_id, 1) if shown.invitation_id else 1
        DecideDialog(self.context, shown, guests=self._guests, most=most, parent=self).open()


def proposed(context: Context, shown: ReviewRow) -> Say:
    """The other time, in the event's own zone."""
    moment = there(shown.proposed, shown.zone) if shown.proposed else context.now()
    return say(
        "Proposed: {day}, {time}",
        day=context.words.day(moment.date(), weekday=True),
        time=moment.strftime("%H:%M"),
    )


class _Decide(Button):
    """Opens the sheet for one reply."""

    def __init__(self, tab: ReviewTab, shown: ReviewRow) -> None:
        super().__init__(tab.context, say("Decide"), on=self._on_pressed)
        self._tab, self._shown = tab, shown

    def _on_pressed(self) -> None:
        self._tab.decide(self._shown)
