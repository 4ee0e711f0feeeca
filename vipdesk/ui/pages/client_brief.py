"""The brief card: what to know in the two seconds before a client answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vipdesk.clients.names import address, initials
from vipdesk.ui.pages.client_parts import Monogram
from vipdesk.ui.pages.client_words import (
    address_form_words,
    donts,
    hold_words,
    hours_of,
    promise_words,
)
from vipdesk.ui.widgets import Badge, Body, Caption, Card, Figure, Icon, Strong, Tone, column, row
from vipdesk.ui.widgets.card import clear
from vipdesk.wording import Lang, Words, say

if TYPE_CHECKING:
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context, Text

_TICK_MS = 15_000


class Brief(Card):
    """Monogram and address · the client's clock · the next promise · what not to do."""

    ran_out = Signal()  # the verdict's hour has passed: read it again

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._card: ClientCard | None = None
        self._verdict: ContactVerdict | None = None
        self.monogram = Monogram(context)
        self.address_head = Caption(context, say("How to address"), ink="text3")
        self.address = Strong(context, "", wrap=True)
        self.form = Caption(context, "", ink="text2", elide=True)
        self.badges = row(gap=4)
        self.clock = Figure(context, "")
        self.place = Caption(context, "", ink="text2", elide=True)
        self.hours = Badge(context)
        self.promise_head = Caption(context, say("Next promise"), ink="text3")
        self.promise = Body(context, "", wrap=True)
        self.promise_due = Caption(context, "", ink="text2", elide=True)
        self.donts = column(gap=2)
        self.add(self._laid_out())
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()

    def _laid_out(self) -> QVBoxLayout:
        who = column(self.address_head, self.address, self.form, None, gap=0)
        clock = row(self.clock, gap=8)
        clock.addWidget(self.place, 1)
        when = column(clock, self.hours, None, gap=4)
        promised = column(self.promise_head, self.promise, self.promise_due, None, gap=2)
        top = row(gap=24)
        top.addWidget(self.monogram, 0, Qt.AlignmentFlag.AlignTop)
        for part in (who, when, promised):
            top.addLayout(part, 1)
        bottom = row(gap=12)
        bottom.addLayout(self.badges)
        bottom.addLayout(self.donts, 1)
        return column(top, bottom, gap=12)

    def show_client(self, card: ClientCard, verdict: ContactVerdict | None) -> None:
        """Another client, or the same one after a change."""
        self._card, self._verdict = card, verdict
        context, f = self.context, card.fields
        self.monogram.show_letters(initials(f.surname, f.given))
        lang = Lang.RU if f.languages[:1] == ("ru",) else Lang.EN
        spoken = Words(lang, context.words.folder)(address(card.name, lang))
        self.address.show_text(spoken)
        manner: tuple[Text, ...] = (address_form_words(card), *((f.manner,) if f.manner else ()))
        self.form.show_text(say("{parts}", parts=manner))
        self._show_badges(card)
        self._show_promise(card)
        self._show_donts(card)
        self._show_hours(context.now())

    def _show_badges(self, card: ClientCard) -> None:
        context = self.context
        clear(self.badges)
        if card.tier is not None:
            name = card.tier.name(context.settings.lang)
            self.badges.addWidget(Badge(context, name, Tone.BRASS))
        if card.manager is None:
            badge = Badge(context, say("No manager"), Tone.DANGER, icon="warning")
            self.badges.addWidget(badge)
        if card.restricted_at is not None:
            self.badges.addWidget(Badge(context, say("Restricted"), Tone.WARNING, icon="lock"))
        if card.hold is not None:
            words = hold_words(card.hold, context.words)
            self.badges.addWidget(Badge(context, words, Tone.WARNING, icon="hold"))
        if card.fields.official:
            self.badges.addWidget(Badge(context, say("Public official"), Tone.NEUTRAL))

    def _show_promise(self, card: ClientCard) -> None:
        promise = card.promises[0] if card.promises else None
        if promise is None:
            self.promise.show_text(say("Nothing is promised."))
            self.promise_due.show_text("")
            return
        self.promise.show_text(promise.text)
        due = self.context.format.moment(promise.due_at)
        self.promise_due.set_ink("danger" if promise.is_late else "text2")
        if promise.is_late:
            self.promise_due.show_text(say("{state}: {due}", state=promise_words(promise), due=due))
        else:
            self.promise_due.show_text(due)

    def _show_donts(self, card: ClientCard) -> None:
        clear(self.donts)
        for text in donts(card, self.context.now()):
            line = row(Icon(self.context, "warning", ink="danger"), gap=4)
            line.addWidget(Body(self.context, text, ink="danger", wrap=True), 1)
            self.donts.addLayout(line)

    def _show_hours(self, now: datetime) -> None:
        if self._card is None:
            return
        hours = hours_of(self._card, self._verdict, now, self.context.words, self.context.zone)
        self.clock.show_text(hours.clock)
        self.place.show_text(hours.place)
        self.hours.show_badge(hours.verdict, hours.tone, icon="clock")
        self.hours.setVisible(bool(hours.verdict))

    def _on_tick(self) -> None:
        now, verdict = self.context.now(), self._verdict
        self._show_hours(now)
        if verdict is not None:
            ends = verdict.open_until if verdict.allowed else verdict.until
            if ends is not None and now >= ends and self.isVisible():
                self.ran_out.emit()
