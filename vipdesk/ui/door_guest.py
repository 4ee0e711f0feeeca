"""One guest at the door: who, where to sit, who greets, what to say, and how many come in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal

from vipdesk.events.door_list import DoorGuest, notes_of
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    Choice,
    Display,
    Strong,
    Tone,
    row,
)
from vipdesk.ui.widgets import column as in_column
from vipdesk.ui.widgets.card import clear
from vipdesk.wording import Lang, Say, Words, say

if TYPE_CHECKING:
    from vipdesk.events.door import AtDoor
    from vipdesk.ui.context import Context

_LEAP = 2000  # a year with a 29 February


class GuestCard(Card):
    """The card. `let_in(id, companions, host_agreed)`, `later(id)`, `taken_back(id)`."""

    let_in = Signal(object, int, bool)
    later = Signal(object)
    taken_back = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, padding=16)
        self._at: AtDoor | None = None
        self._host = False
        self.name = Display(context, "", elide=True)
        self.tier = Badge(context, "", Tone.BRASS)
        self.state = Strong(context, "")
        self._facts, self._notes = row(gap=40), in_column(gap=6)
        self.companions = Choice(context, (), say("Companions here now"))
        self.companions.setMinimumWidth(context.look.px(200))
        self.primary = Button(context, say("Let in"), kind="primary", on=self._on_primary)
        self.primary.setAutoDefault(True)
        self.late_button = Button(context, say("A companion has come"), on=self._on_later)
        self.back_button = Button(context, say("Not in after all"), on=self._on_back)
        top = row(self.name, gap=12)
        top.setStretch(0, 1)
        top.addWidget(self.tier)
        self.deeds = row(self.companions, self.primary, self.late_button, self.back_button, None,
                         gap=8)  # fmt: skip
        self.add(top, self.state, 4)
        self.add(self._facts, self._notes, 4, self.deeds)

    def show_guest(self, at: AtDoor, there: Callable[[datetime], datetime]) -> None:
        """Show one as of now; `there` gives the event's own time."""
        self._at, self._host = at, False
        guest, english = at.guest, self.context.words.lang is Lang.EN
        self.name.show_text(guest.named(self.context.words.lang))
        tier = guest.tier_en if english else guest.tier
        self.tier.show_badge(tier, Tone.BRASS)
        self.tier.setVisible(bool(tier))
        self._show_state(at, there)
        self._show_facts(guest, english=english)
        clear(self._notes)
        for note in notes_of(guest, _birthday(guest, self.context.words)):
            self._notes.addWidget(Body(self.context, note, wrap=True, ink="brass"))
        come = 0 in at.here
        free = at.missing - (not come)
        due = max(0, min(free, guest.party - 1 - sum(p > 0 for p in at.here)))
        self.companions.offer(
            tuple((n, say("with {n} companions", n=n) if n else say("alone"))
                  for n in range(free + 1))
        )  # fmt: skip
        self.companions.set_value(due)
        self.companions.setVisible(not come and free > 0)
        self.primary.setVisible(not come)
        self.primary.show_text(say("Let in"))
        self.late_button.setVisible(free > 0 and bool(at.here or guest.party > 1))
        self.back_button.setVisible(bool(at.here))

    def offer_host(self, asked: bool) -> None:  # noqa: FBT001
        """No place is free: only with the host's word."""
        self._host = asked
        if asked:
            self.primary.show_text(say("Let in, the host agreed"))

    def _show_state(self, at: AtDoor, there: Callable[[datetime], datetime]) -> None:
        if at.doubt:
            words = say("Let in at two desks: {n} people are counted once.", n=len(at.here))
        elif at.since is not None:
            time = f"{there(at.since):%H:%M}"
            words = say("In since {time}: {n} people.", time=time, n=len(at.here))
        elif at.guest.party:
            words = say("Expected: {n} people.", n=at.guest.party)
        else:
            words = say("Invited, but did not say yes: takes a free place.")
        self.state.show_text(words)
        warned = at.doubt or not (at.since or at.guest.party)
        self.state.set_ink("warning" if warned else "success" if at.since else "text")

    def _show_facts(self, guest: DoorGuest, *, english: bool) -> None:
        clear(self._facts)
        words = self.context.words
        facts = (
            (say("Seat"), "; ".join(words(s) for s in _seats(guest))),
            (say("How to address"), guest.address_en if english else guest.address),
            (say("Host"), guest.host_en if english else guest.host),
        )
        for title, value in facts:
            if value:
                self._facts.addLayout(
                    in_column(Caption(self.context, title), Strong(self.context, value), gap=2)
                )
        self._facts.addStretch(1)

    def _on_primary(self) -> None:
        if self._at is not None:
            companions = int(str(self.companions.value() or 0))
            self.let_in.emit(self._id(), companions, self._host)

    def _on_later(self) -> None:
        self.later.emit(self._id())

    def _on_back(self) -> None:
        self.taken_back.emit(self._id())

    def _id(self) -> UUID | None:
        return self._at.guest.id if self._at is not None else None


def _seats(guest: DoorGuest) -> list[Say]:
    """Table by table: 'table 4, chairs 2, 3'."""
    tables: dict[int, list[int]] = {}
    for _, table, chair in guest.seats:
        tables.setdefault(table, []).append(chair)
    return [
        say("table {table}, chair {chair}", table=table, chair=chairs[0])
        if len(chairs) == 1
        else say("table {table}, chairs {chairs}", table=table, chairs=", ".join(map(str, chairs)))
        for table, chairs in tables.items()
    ]


def _birthday(guest: DoorGuest, words: Words) -> tuple[Say, ...]:
    if not guest.birthday:
        return ()
    month, day = (int(part) for part in guest.birthday.split("-"))
    said = words.day(date(_LEAP, month, day), year=False)
    return (say("Birthday on {day}: congratulate.", day=said),)
