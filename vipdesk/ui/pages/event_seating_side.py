"""Beside the plan: what is broken or has changed, who waits for a chair, the chosen guest."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QProgressBar, QWidget

from vipdesk.clients.names import display_name, initials
from vipdesk.events.seating.papers import monogram
from vipdesk.events.seating.words import short
from vipdesk.ui.pages.event_seating_picture import Sitter, Spot
from vipdesk.ui.pages.event_seating_room import guest_data
from vipdesk.ui.widgets import Body, Button, Caption, Card, Strong, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from vipdesk.events.seating.plan import Seating
    from vipdesk.events.seating.words import Contradiction
    from vipdesk.ui.context import Context, Text

_MOST = 6


def sitters(seating: Seating, words: Words) -> dict[Spot, Sitter]:
    """Who sits on each chair, with the tip that says why."""
    lang = words.lang
    parties = {p.client_id: p for p in seating.facts.parties}
    troubled = {c for b in seating.breaks for c in b.client_ids}
    found: dict[Spot, Sitter] = {}
    for seat in seating.seats:
        party = parties[seat.client_id]
        name = short(party.name, lang)
        letters = initials(party.name.surname, party.name.given)
        if seat.place:
            name, letters = words(say("Guest of {name}", name=name)), f"+{seat.place}"
        why = seating.reasons.get(seat.client_id, ()) if not seat.place else ()
        tip = "\n".join((name, *(f"· {words(r)}" for r in why)))
        found[seat.table_no, seat.seat_no] = Sitter(
            seat.client_id, seat.place, letters, name, tip, seat.locked,
            seat.client_id in troubled,
        )  # fmt: skip
    for table in seating.room.tables:
        who = seating.facts.hosts.get(UUID(table.host)) if table.host else None
        if who is not None:
            name = who.shown(lang)
            tip = words(say("Host: {name}", name=name))
            found[table.number, 1] = Sitter(None, 0, monogram(name), name, tip, host=True)
    return found


class WaitingList(QListWidget, Speaking):
    """Guests without a chair: drag one to the plan."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self.speak(setAccessibleName=say("Guests without a chair"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.restyle()

    def restyle(self) -> None:
        """Font of the present size."""
        self.setFont(self.context.look.font("body"))

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """The guest in the hand."""
        person = items[0].data(Qt.ItemDataRole.UserRole) if items else None
        return guest_data(*person) if person is not None else QMimeData()

    def show_people(self, people: Sequence[tuple[tuple[UUID, int], str]]) -> None:
        """(who, name) of each."""
        self.clear()
        for person, name in people:
            item = QListWidgetItem(name)
            item.setData(Qt.ItemDataRole.UserRole, person)
            item.setToolTip(name)
            self.addItem(item)
        high = self.sizeHintForRow(0) if people else 0
        self.setFixedHeight(min(8, len(people)) * high + 8)

    def chosen(self) -> tuple[UUID, int] | None:
        """Who is chosen."""
        item = self.currentItem()
        found: tuple[UUID, int] | None = item.data(Qt.ItemDataRole.UserRole) if item else None
        return found


class SeatingSide(QWidget):
    """The column beside the plan."""

    lock_requested = Signal(object, bool)  # client id, locked
    unseat_requested = Signal(object)
    client_shown = Signal(object)
    better_requested = Signal(int)  # table
    place_requested = Signal(object)  # (client id, place): on the first free chair
    cancel_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._seating: Seating | None = None
        self._client: UUID | None = None
        self._can = True
        self.running = False
        self.setFixedWidth(context.look.px(268))
        self.count = Strong(context, "", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(context.words(say("How far the seating is")))
        self.cancel = Button(context, say("Stop here"), kind="link", on=self.cancel_requested.emit)
        self.notes = column(gap=8)
        self.waiting_title = Caption(context, say("Without a chair: drag to the plan"), wrap=True)
        self.waiting = WaitingList(context)
        self.place_button = Button(context, say("To a free chair"), kind="link", on=self._on_place)
        self.guest = Card(context, padding=12)
        inside = QWidget()
        box = column(self.count, row(self.bar, self.cancel), self.guest, self.notes, gap=8)
        for widget in (self.waiting_title, self.waiting, self.place_button):
            box.addWidget(widget)
        box.addStretch(1)
        inside.setLayout(box)
        outer = column(gap=0)
        outer.addWidget(scrolled(inside), 1)
        self.setLayout(outer)
        self._told: Contradiction | None = None
        self.show_running(None)
        self.guest.hide()

    # Showing ----------------------------------------------------------------------------------

    def show_seating(self, seating: Seating, *, can_change: bool) -> None:
        """Everything anew."""
        if self._seating is not None and self._seating.version != seating.version:
            self._told = None
        self._seating, self._can = seating, can_change
        people = sum(p.size for p in seating.facts.parties)
        self.count.show_text(
            say("Seated: {seated} of {people}", seated=len(seating.seats), people=people)
            if people
            else say("Nobody has accepted yet: who accepts is seated here.")
        )
        self._show_notes(seating)
        self._show_waiting(seating)
        self.show_guest(self._client)

    def show_running(self, part: float | None) -> None:
        """How far the engine is; None when it is not at work."""
        self.running = part is not None
        self.bar.setVisible(self.running)
        self.cancel.setVisible(self.running)
        if part is not None:
            self.bar.setValue(round(part * 100))
            self._told = None

    def show_contradiction(self, told: Contradiction) -> None:
        """Rules that cannot all hold, and what to relax."""
        self._told = told
        self.show_guest(None)  # first what is in the way
        if self._seating is not None:
            self._show_notes(self._seating)

    def _show_notes(self, seating: Seating) -> None:
        clear(self.notes)
        if self._told is not None:
            title = (
                say("These rules contradict each other") if len(self._told.rules) > 1
                else say("This rule cannot be kept")
            )  # fmt: skip
            self._note(title, self._told.rules, "danger")
            self._note(say("What would help"), self._told.relax, "")
        if seating.stale:
            self._note(say("Changed since the guests were seated"), seating.stale, "warning")
        if seating.breaks:
            self._note(
                say("Rules that are broken: {n}", n=len(seating.breaks)),
                tuple(b.said for b in seating.breaks), "danger",
            )  # fmt: skip

    def _note(self, title: Say, lines: Sequence[Say], tone: str) -> None:
        card = Card(self.context, padding=10, tone=tone)
        card.add(Strong(self.context, title, wrap=True))
        for line in lines[:_MOST]:
            card.add(Body(self.context, line, wrap=True))
        if len(lines) > _MOST:
            card.add(Caption(self.context, say("and {n} more", n=len(lines) - _MOST)))
        self.notes.addWidget(card)

    def _show_waiting(self, seating: Seating) -> None:
        parties = {p.client_id: p for p in seating.facts.parties}
        words = self.context.words
        people = []
        for client_id, place in seating.unseated:
            name = display_name(parties[client_id].name, words.lang)
            if place:
                name = words(
                    say("Guest of {name}", name=short(parties[client_id].name, words.lang))
                )
            people.append(((client_id, place), name))
        self.waiting.show_people(people)
        for widget in (self.waiting_title, self.waiting, self.place_button):
            widget.setVisible(bool(people) and bool(seating.room.tables))
        self.place_button.setEnabled(self._can)

    def show_guest(self, client_id: UUID | None) -> None:
        """The chosen guest: where, why, and what can be done."""
        self._client = client_id
        seating = self._seating
        party = seating.facts.party(client_id) if seating is not None and client_id else None
        self.guest.setVisible(party is not None)
        self.guest.clear()
        if seating is None or party is None:
            return
        context, lang = self.context, self.context.words.lang
        self.guest.add(Strong(context, display_name(party.name, lang), wrap=True))
        work = ", ".join(p for p in (party.position, party.company) if p)
        if work:
            self.guest.add(Caption(context, work, ink="text2", wrap=True))
        seat = next((s for s in seating.seats if s.client_id == party.client_id), None)
        if seat is None:
            return
        where: Text = say("Table {table}, chair {chair}", table=seat.table_no, chair=seat.seat_no)
        self.guest.add(Body(context, where))
        for why in seating.reasons.get(party.client_id, ()):
            self.guest.add(Body(context, why, wrap=True))
        if self._can:
            self._deeds(seat.locked)

    def _deeds(self, locked: bool) -> None:  # noqa: FBT001 what it is now
        words = say("Free for the engine") if locked else say("Keep on this chair")
        icon = "unlock" if locked else "lock"
        self.guest.add(Button(self.context, words, icon=icon, on=self._on_lock))
        self.guest.add(Button(self.context, say("Take from the chair"), on=self._on_unseat))
        self.guest.add(
            Button(
                self.context, say("Improve this table"), icon="refresh", on=self._on_better,
                tip=say("This table and the two nearest are seated anew."),
            )
        )  # fmt: skip

    # Doing ------------------------------------------------------------------------------------

    def _on_lock(self) -> None:
        if self._seating is not None and self._client is not None:
            locked = any(s.locked for s in self._seating.seats if s.client_id == self._client)
            self.lock_requested.emit(self._client, not locked)

    def _on_unseat(self) -> None:
        if self._client is not None:
            self.unseat_requested.emit(self._client)

    def _on_better(self) -> None:
        if self._seating is not None and self._client in self._seating.table_of:
            self.better_requested.emit(self._seating.table_of[self._client])

    def _on_place(self) -> None:
        chosen = self.waiting.chosen()
        if chosen is None and self.waiting.count():
            self.waiting.setCurrentRow(0)
            chosen = self.waiting.chosen()
        if chosen is not None:
            self.place_requested.emit(chosen)
