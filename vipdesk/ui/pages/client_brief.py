"""The brief card: what to know in the two seconds before a client answers."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from vipdesk.clients.names import initials
from vipdesk.ui.pages.client_brief_words import (
    donts,
    manner_words,
    next_action,
    promise_line,
    reach_words,
    shield_words,
    spoken,
)
from vipdesk.ui.pages.client_lines import LineOf, Lines
from vipdesk.ui.pages.client_parts import Monogram
from vipdesk.ui.pages.client_reading import Opened, Rest
from vipdesk.ui.pages.client_words import hours_of
from vipdesk.ui.widgets import Badge, Body, Caption, Card, Icon, Strong, Title, Tone, column, row
from vipdesk.ui.widgets.card import laid_out_once
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.rows import ClientCard
    from vipdesk.health.score import ClientHealth
    from vipdesk.ui.context import Context, Text

_TICK_MS = 15_000
_PHOTO = 72
_FIRST = ("tier", "status", "health")


class Brief(Card):
    """Photo and address · the client's clock · what is next and was promised · what not to do.

    Painted at once with the client; photo, status card, health and the last promise are read
    after that.
    """

    ran_out = Signal()  # the verdict's hour has passed: read it again

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._card: ClientCard | None = None
        self._verdict: ContactVerdict | None = None
        self.monogram = Monogram(context, size=_PHOTO)
        self.address_head = Caption(context, say("How to address"), ink="text3")
        self.address = Title(context, "", wrap=True)
        self.form = Caption(context, "", ink="text2", wrap=True)
        self.badges, self.warnings = row(gap=4), row(gap=4)
        self.clock = Title(context, "")
        self.place = Caption(context, "", ink="text2", elide=True)
        self.hours_icon = Icon(context, "clock", size=16)
        self.hours = Strong(context, "", wrap=True)
        self.reach = Caption(context, "", ink="text2", wrap=True)
        self.next_head = Caption(context, say("Next"), ink="text3")
        self.next = Strong(context, "", wrap=True)
        self.next_due = Caption(context, "", ink="text2", elide=True)
        self.promise_head = Caption(context, say("Last promise"), ink="text3")
        self.promise = Body(context, "", elide=True)
        self.promise_due = Caption(context, "", ink="text2", elide=True)
        self.donts = Lines(context, gap=0)
        self.marks: dict[str, Badge] = {}
        self.add(self._laid_out())
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()

    def _laid_out(self) -> QVBoxLayout:
        who = column(self.address_head, self.address, self.form, None, gap=0)
        clock = row(self.clock, gap=8)
        clock.addWidget(self.place, 1)
        verdict = row(gap=6)
        verdict.addWidget(self.hours_icon, 0, Qt.AlignmentFlag.AlignTop)
        verdict.addWidget(self.hours, 1)
        when = column(clock, verdict, self.reach, None, gap=4)
        planned = column(
            self.next_head, self.next, self.next_due, 4, self.promise_head, self.promise,
            self.promise_due, None, gap=0,
        )  # fmt: skip
        top = row(gap=24)
        top.addWidget(self.monogram, 0, Qt.AlignmentFlag.AlignTop)
        for part, share in ((who, 5), (when, 4), (planned, 5)):
            top.addLayout(part, share)
        marks = column(self._left(self.badges), self._left(self.warnings), None, gap=4)
        bottom = row(gap=16)
        bottom.addLayout(marks, 1)
        bottom.addLayout(column(self.donts, None, gap=0), 1)
        self.tools = row(gap=0)
        bottom.addLayout(column(None, self.tools, gap=0))
        return column(top, bottom, gap=10)

    def _left(self, line: QHBoxLayout) -> QHBoxLayout:
        outer = row(gap=0)
        outer.addLayout(line)
        outer.addStretch(1)
        return outer

    def show_opened(self, found: Opened) -> None:
        """Another client, or the same one after a change."""
        with laid_out_once(self.layout()):
            self._show(found)

    def _show(self, found: Opened) -> None:
        card, rest = found.card, found.rest
        self._card, self._verdict = card, found.verdict
        context, f = self.context, card.fields
        self.monogram.show_letters(initials(f.surname, f.given))
        self.address.show_text(say("“{name}”", name=spoken(card, context.words)))
        self.form.show_text(manner_words(card))
        self._show_donts(card)
        self._show_hours(context.now())
        reach = reach_words(card, context.now())
        self.reach.show_text(reach)
        self.reach.setVisible(bool(reach))
        self.monogram.show_photo(rest.photo)
        self._show_badges(card, rest)
        self._show_planned(card, rest)

    def _show_badges(self, card: ClientCard, rest: Rest) -> None:
        context = self.context
        tier = card.tier.name(context.settings.lang) if card.tier is not None else ""
        health = rest.health
        self._mark("tier", tier, Tone.BRASS, "crown")
        self._mark("status", rest.card_number, Tone.NEUTRAL, "card")
        words, tone = health_words(health) if health is not None else ("", Tone.NEUTRAL)
        self._mark("health", words, tone, "health")
        self._mark("shield", shield_words(card, context.words), Tone.WARNING, "hold")
        self._mark("kept", say("Restricted") if card.restricted_at else "", Tone.WARNING, "lock")
        alone = say("No manager") if card.manager is None else ""
        self._mark("alone", alone, Tone.DANGER, "warning")
        self._mark("official", say("Public official") if card.fields.official else "", Tone.NEUTRAL)

    def _mark(self, key: str, words: Text, tone: Tone, icon: str = "") -> None:
        """A badge, made when it is first needed and kept for the next client."""
        badge = self.marks.get(key)
        if badge is None:
            if not words:
                return
            badge = self.marks[key] = Badge(self.context, words, tone, icon=icon)
            line = self.badges if key in _FIRST else self.warnings
            line.addWidget(badge)
        if words:
            badge.show_badge(words, tone, icon=icon)
        if badge.isHidden() is bool(words):
            badge.setVisible(bool(words))

    def _show_planned(self, card: ClientCard, rest: Rest) -> None:
        context = self.context
        coming = next_action(card, context.now())
        self.next.show_text(coming.said)
        self.next_due.show_text(context.format.day(coming.due) if coming.due is not None else "")
        self.next_due.set_ink("danger" if coming.late else "text2")
        if coming.promise is not None:
            self.next_due.show_text(promise_line(coming.promise, context.format)[1])
        last = rest.promise
        shown = last is not None and (coming.promise is None or coming.promise.id != last.id)
        for part in (self.promise_head, self.promise, self.promise_due):
            part.setVisible(shown)
        if last is not None and shown:
            text, stands = promise_line(last, context.format)
            self.promise.show_text(text)
            self.promise_due.show_text(stands)

    def _show_donts(self, card: ClientCard) -> None:
        self.donts.show_lines(
            [
                LineOf(text, icon="warning", icon_ink="danger", ink="danger")
                for text in donts(card, self.context.now())
            ]
        )

    def _show_hours(self, now: datetime) -> None:
        if self._card is None:
            return
        hours = hours_of(self._card, self._verdict, now, self.context.words, self.context.zone)
        self.clock.show_text(hours.clock)
        self.place.show_text(hours.place)
        self.hours.show_text(hours.verdict)
        self.hours.set_ink(hours.tone.ink)
        self.hours_icon.show_icon("clock", hours.tone.ink)
        self.hours_icon.setVisible(bool(hours.verdict))

    def _on_tick(self) -> None:
        now, verdict = self.context.now(), self._verdict
        self._show_hours(now)
        if verdict is not None:
            ends = verdict.open_until if verdict.allowed else verdict.until
            if ends is not None and now >= ends and self.isVisible():
                self.ran_out.emit()


def health_words(health: ClientHealth) -> tuple[Say, Tone]:
    """The band, and the score where enough is known."""
    from vipdesk.ui.pages.health_parts import BAND_TONES

    words = band = label(health.band)
    if health.shown is not None:
        words = say("{band} ≈{score}", band=band, score=health.shown)
    return words, BAND_TONES[health.band]
