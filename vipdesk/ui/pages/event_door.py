"""The door of an event: the sealed list and its code, the notes to say, who waits or is late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import after, door_sync
from vipdesk.events.after import After, AfterGuest
from vipdesk.events.door_list import save_list, wipe_due
from vipdesk.events.door_sync import PassRow, SealedList
from vipdesk.paths import Paths
from vipdesk.ui.files import choose_file, save_as
from vipdesk.ui.pages.event_parts import there
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    EmptyState,
    Strong,
    Tone,
    column,
    row,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PartStat, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.door_kiosk import DoorKiosk
    from vipdesk.ui.pages.event_tabs import EventWhole

_LATE = timedelta(minutes=20)
_MOST_TASKS = 3
_LIST = "door.vipdoor"


@dataclass(frozen=True, slots=True)
class Door:
    """What the tab reads."""

    event_id: UUID
    after: After
    passes: tuple[PassRow, ...]
    code: str


def read_door(desk: Any, event_id: UUID) -> Door:
    """Of one event."""
    passes = door_sync.list_passes(desk, event_id)
    mine = next((p for p in passes if p.mine), None)
    code = door_sync.get_code(desk, mine.id) if mine is not None else ""
    return Door(event_id, after.get_after(desk, event_id), passes, code)


def seal_with_cards(desk: Any, event_id: UUID) -> SealedList:
    """The list, with what the club's cards are checked against."""
    from vipdesk.cards.keys import get_trust

    trust = get_trust(desk)
    public = tuple((name, key.hex()) for name, key in trust.keys.items())
    cards = door_sync.CardKeys(public, trust.revoked)
    return door_sync.seal_door_list(desk, event_id=event_id, cards=cards)


class EventDoor(QWidget, Speaking):
    """The tab."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._whole: EventWhole | None = None
        self.door: Door | None = None
        self.kiosk: DoorKiosk | None = None
        self.folder = context.door_lists or Paths.of_person().door_lists
        self.list_card = Card(context, say("Door list"), padding=12)
        self.made = Body(context, "", wrap=True, ink="text2")
        self.code = Strong(context, "", selectable=True)
        self.seal_button = Button(context, say("Seal a list…"), icon="lock", on=self._on_seal)
        self.open_button = Button(
            context, say("Open the door here…"), kind="primary", icon="door", on=self._on_open
        )
        self.logs_button = Button(context, say("Take in a log…"), icon="import", on=self._on_logs)
        self.list_card.add(
            self.made, self.code,
            row(self.open_button, self.seal_button, self.logs_button, None, gap=8),
        )  # fmt: skip
        self.tasks = Card(context, say("Now"), padding=12)
        self._tasks = column(gap=4)
        self.tasks.add(self._tasks)
        self.table = Table(context, say("Guests at the door"), self._columns(), key=_client_id)
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState(
            context, say("Nobody is invited yet."), icon="door",
            hint=say("Guests are here as soon as they are invited."),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        top = row(gap=16)
        top.addLayout(column(self.list_card, None), 3)
        top.addLayout(column(self.tasks, None), 2)
        box = column(gap=12)
        box.addLayout(top)
        box.addWidget(self.stack, 1)
        self.setLayout(box)
        may = context.may("insert", "door_pass")
        for button in (self.seal_button, self.open_button, self.logs_button):
            button.setVisible(may)

    def _columns(self) -> tuple[Column[AfterGuest], ...]:
        return (
            Column(say("Guest"), self._name, width=200, stretch=True, second=self._tier,
                   sort=_sort_key, strong=True),
            Column(say("Answer"), _answer, width=150),
            Column(say("At the door"), self._at_door, width=170, badge=_door_tone),
            Column(say("To say at the door"), _note, width=240, stretch=True, tip=_note),
        )  # fmt: skip

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._whole = whole
        read = partial(read_door, event_id=whole.card.row.id)
        self.context.runner.read(read, self._show, owner=self, topic="door")
        wipe = partial(wipe_due, self.folder, self.context.now())
        self.context.runner.background(wipe, _wiped, owner=self, topic="wipe")

    def respeak(self) -> None:
        """The other language."""
        if self.door is not None:
            self._show(self.door)

    # Showing -----------------------------------------------------------------------------------

    def _show(self, door: Door) -> None:
        if self._whole is None or door.event_id != self._whole.card.row.id:
            return
        self.door = door
        self.table.show_rows(door.after.guests)
        self.stack.setCurrentWidget(self.table if door.after.guests else self.empty)
        latest = door.passes[0] if door.passes else None
        if latest is None:
            self.made.show_text(
                say("Seal a list before the evening: the door then needs neither network nor a "
                    "passphrase, only a code.")
            )  # fmt: skip
        else:
            self.made.show_text(
                say("Sealed {moment} by {who} for {n} desks; wiped by itself {wiped}.",
                    moment=self.context.format.moment(latest.made_at), who=latest.made_by,
                    n=latest.desks, wiped=self.context.format.moment(latest.wipes_at))
            )  # fmt: skip
        self.code.show_text(say("Door code: {code}", code=door.code) if door.code else "")
        self.code.setVisible(bool(door.code))
        self._show_tasks(door.after)

    def _show_tasks(self, found: After) -> None:
        clear(self._tasks)
        context = self.context
        inside = say("{n} people are inside.", n=found.people)
        self._tasks.addWidget(Strong(context, inside, wrap=True))
        told: list[Text] = [
            say("{name} waits for the host’s word.", name=w.words)
            for w in found.walk_ins if not w.let_in
        ]  # fmt: skip
        names = {g.client_id: self._name(g) for g in found.guests}
        told += [
            say("{name} was let in at two desks: counted once.", name=names[d])
            for d in found.doubles if d in names
        ]  # fmt: skip
        late = self._late(found)
        told += [say("{name} said yes and is not here: call.", name=names[i]) for i in late]
        for line in told[:_MOST_TASKS]:
            self._tasks.addWidget(Body(context, line, elide=True))
        if len(told) > _MOST_TASKS:
            more = say("and {n} more", n=len(told) - _MOST_TASKS)
            self._tasks.addWidget(Caption(context, more, ink="text2"))

    def _late(self, found: After) -> list[UUID]:
        """Who is late, while the evening lasts and only once the door works."""
        if self._whole is None or not found.came:
            return []
        event, now = self._whole.card.row, self.context.now()
        if not event.starts_at + _LATE < now < event.ends_at:
            return []
        return [
            g.client_id for g in found.guests
            if g.came is None and g.partstat is PartStat.ACCEPTED
        ]  # fmt: skip

    def _name(self, guest: AfterGuest) -> str:
        return display_name(guest.name, self.context.words.lang)

    def _tier(self, guest: AfterGuest) -> str:
        return guest.tier(self.context.words.lang)

    def _at_door(self, guest: AfterGuest) -> Text:
        if guest.came_at is not None and self._whole is not None:
            time = f"{there(guest.came_at, self._whole.card.row.zone):%H:%M}"
            return say("{time}: {n} people", time=time, n=guest.party_came)
        return after.came_words(guest) if guest.came is not None else ""

    # Doing -------------------------------------------------------------------------------------

    def _on_opened(self, guest: AfterGuest) -> None:
        from vipdesk.ui.dialogs.door_dialogs import DoorNoteDialog

        if self.door is not None:
            DoorNoteDialog(self.context, self.door.event_id, guest, self).open()

    def _on_seal(self) -> None:
        save_as(self, _LIST, self.seal_to)

    def seal_to(self, path: str) -> None:
        """Seal the list into a file: it goes to the door's laptop on a stick or by mail."""
        if self.door is not None:
            seal = partial(seal_with_cards, event_id=self.door.event_id)
            self.context.runner.write(
                seal, partial(_keep, Path(path)), owner=self, said=_sealed_words
            )

    def _on_open(self) -> None:
        from vipdesk.ui.dialogs.door_dialogs import OpenDoorDialog

        OpenDoorDialog(self.context, 2, self.open_door, self).open()

    def open_door(self, number: int) -> None:
        """The door's own window on this laptop; it exchanges through the club's database."""
        if self.door is not None:
            seal = partial(seal_with_cards, event_id=self.door.event_id)
            self.context.runner.write(seal, partial(self._take_place, number), owner=self)

    def _take_place(self, number: int, made: SealedList) -> None:
        from vipdesk.events.door_log import take_place

        take = partial(
            take_place, self.folder, made.data, made.code, desk_no=number,
            now=self.context.now(),
        )  # fmt: skip
        self.context.runner.background(take, self._show_kiosk, owner=self)

    def _show_kiosk(self, place: Any) -> None:
        from vipdesk.ui.door_kiosk import DoorKiosk

        if self.door is None:
            place.close()
            return
        tell = partial(door_sync.exchange, event_id=self.door.event_id)
        self.kiosk = DoorKiosk(self.context, place, tell, self.window())
        self.kiosk.left.connect(self._on_left)
        self.kiosk.showMaximized()

    def _on_left(self) -> None:
        self.kiosk = None
        if self._whole is not None:
            self.show_event(self._whole)

    def _on_logs(self) -> None:
        choose_file(self, self.context.words(say("Logs of the door (*.doorlog)")), self.take_log)

    def take_log(self, path: str) -> None:
        """A log that was brought."""
        from vipdesk.ui.dialogs.door_dialogs import TakeLogsDialog

        if self.door is not None:
            TakeLogsDialog(self.context, self.door.event_id, (Path(path),), self).open()


def _wiped(_lists: int) -> None:
    """Lists of past events are gone from this laptop."""


def _keep(path: Path, made: SealedList) -> None:
    save_list(path, made.data)


def _sealed_words(made: SealedList) -> Any:
    return say("The list of {n} guests is sealed. Door code: {code}", n=made.guests,
               code=made.code)  # fmt: skip


def _client_id(guest: AfterGuest) -> Any:
    return guest.client_id


def _sort_key(guest: AfterGuest) -> str:
    return guest.sort_key


def _answer(guest: AfterGuest) -> Text:
    return label(guest.partstat)


def _note(guest: AfterGuest) -> str:
    return guest.door_note


def _door_tone(guest: AfterGuest) -> Tone | None:
    if guest.came is None:
        return None
    return Tone.SUCCESS if guest.came else Tone.NEUTRAL
