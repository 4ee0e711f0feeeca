"""The door's own window: a field, at most three names, one guest. It shows no list.

A hand reader is a keyboard: a burst of keys with Enter at its end, in whatever layout. Nothing
here needs the club's database; where there is one, scans are exchanged every few seconds.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.cards.signature import Trust, Verdict, check_code
from vipdesk.channels.hours import zone
from vipdesk.errors import UserError
from vipdesk.events.door import MOST_HITS, DoorDesk, Hits, mended_code
from vipdesk.events.door_list import DoorGuest
from vipdesk.events.door_log import DoorPlace
from vipdesk.ui.door_guest import GuestCard
from vipdesk.ui.files import choose_folder
from vipdesk.ui.widgets import Body, Button, Caption, Display, Figure, SearchField, column, row
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.events.door import Scan
    from vipdesk.ui.context import Context

_EVERY_MS = 5_000
_CARD_WORDS = {
    Verdict.EXPIRED: say("This card has expired. Find the guest by name."),
    Verdict.REVOKED: say("This card was replaced or taken back. Find the guest by name."),
    Verdict.FORGED: say("This card’s code is not genuine. Ask the host."),
    Verdict.UNKNOWN_KEY: say("This card was signed elsewhere. Find the guest by name."),
    Verdict.UNREADABLE: say("The code could not be read. Try again, or type three letters."),
    Verdict.VALID: say("The card is genuine, but its owner is not on the list of this event."),
}


class DoorKiosk(QWidget, Speaking):
    """One desk at the door. `left` when it was closed."""

    left = Signal()

    def __init__(
        self,
        context: Context,
        place: DoorPlace,
        exchange: Callable[..., Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`exchange(desk, scans=…)`: tells the club's database and gives all scans back."""
        super().__init__(parent, Qt.WindowType.Window)
        self.listen(context)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("kind", "canvas")
        self.setWindowTitle("VIP Desk")
        self.setMinimumSize(1024, 640)
        self.place, self._exchange = place, exchange
        self.door = DoorDesk(place.opened.listed, place.log, place.desk_no)
        self.door.merge(place.read_all())
        listed = place.opened.listed
        keys = {name: bytes.fromhex(key) for name, key in listed.keys}
        self._trust = Trust(keys, frozenset(listed.revoked), listed.made_at)
        self._last: tuple[UUID, ...] = ()
        self._first: _Hit | None = None
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()
        self._show_counts()
        self.search.setFocus()

    def _build(self) -> None:
        context = self.context
        listed = self.door.listed
        self.heading = Display(context, listed.named(context.words.lang), elide=True)
        self.told = Caption(context, self._place_words(), ink="text2")
        self.inside, self.expected = Figure(context, ""), Figure(context, "")
        head = row(gap=32)
        head.addLayout(column(self.heading, self.told, None, gap=4), 1)
        for figure, words in (
            (self.inside, say("inside")), (self.expected, say("still expected")),
        ):  # fmt: skip
            head.addLayout(column(figure, Caption(context, words, ink="text2"), gap=0))
        self.search = SearchField(context, say("Three letters of a name, or the card"))
        self.search.setMinimumHeight(context.look.px(48))
        self.search.setFont(context.look.font("subtitle"))
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_enter)
        self.search.installEventFilter(self)
        self.hint = Body(context, "", ink="text2", wrap=True)
        self._hits = column(gap=8)
        self.guest = GuestCard(context)
        self.guest.let_in.connect(self._on_let_in)
        self.guest.later.connect(self._on_later)
        self.guest.taken_back.connect(self._on_taken_back)
        self.guest.hide()
        self.unknown = Button(context, say("Not on the list…"), on=self._on_unknown)
        self.folder = Button(context, say("Exchange through a folder…"), on=self._on_folder)
        self.close_button = Button(context, say("Close the door"), on=self.close)
        self.done = Body(context, "", wrap=True)
        self.undo_button = Button(context, say("Undo"), on=self._on_undo)
        self.undo_button.hide()
        said = row(self.done, gap=12)
        said.setStretch(0, 1)
        said.addWidget(self.undo_button)
        foot = row(self.unknown, self.folder, None, self.close_button, gap=8)
        box = column(head, 8, self.search, self.hint, gap=12, margin=24)
        box.addLayout(self._hits)
        box.addWidget(self.guest)
        box.addStretch(1)
        box.addLayout(said)
        box.addLayout(foot)
        self.setLayout(box)
        self._on_typed("")

    def _place_words(self) -> Say:
        listed, english = self.door.listed, self.context.words.lang is Lang.EN
        where = listed.place_en if english and listed.place_en else listed.place
        starts = self._there(listed.starts_at)
        return say(
            "Desk {number} of {desks} · {time} · {place}", number=self.door.desk_no,
            desks=listed.desks, time=f"{starts:%H:%M}", place=where or "–",
        )  # fmt: skip

    def _there(self, moment: datetime) -> datetime:
        return moment.astimezone(zone(self.door.listed.zone) or UTC)

    def respeak(self) -> None:
        """The other language."""
        self.heading.show_text(self.door.listed.named(self.context.words.lang))
        self.told.show_text(self._place_words())

    # Finding -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the first name; Esc empties the field and puts the guest away."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self._first is not None:
                self._first.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.guest.hide()
        return super().eventFilter(watched, event)

    def _on_typed(self, text: str) -> None:
        clear(self._hits)
        if text.strip():
            self.guest.hide()
        hits = Hits(too_short=True) if mended_code(text) else self.door.find(text)
        if not text.strip():
            self.hint.show_text("")
        elif hits.too_short:
            self.hint.show_text(say("Type at least three letters."))
        elif not hits.guests:
            self.hint.show_text(say("Nobody on the list begins like this. Try the surname."))
        elif hits.more:
            self.hint.show_text(say("{n} more fit: type on.", n=hits.more))
        else:
            self.hint.show_text("")
        shown = [_Hit(self, guest) for guest in hits.guests[:MOST_HITS]]
        for hit in shown:
            self._hits.addWidget(hit)
        self._first = shown[0] if shown else None

    def _on_enter(self) -> None:
        text = self.search.text()
        code = mended_code(text)
        if code:
            today = self._there(self.context.now()).date()
            check = check_code(code, self._trust, today)
            valid = check.verdict is Verdict.VALID
            owner = self.door.find_card(check.number) if valid else None
            self.search.clear()
            if owner is None:
                self.tell(_CARD_WORDS[check.verdict], bad=True)
            else:
                self.show_guest(owner.id)
            return
        hits = self.door.find(text)
        if len(hits.guests) == 1:
            self.show_guest(hits.guests[0].id)

    def show_guest(self, guest_id: UUID) -> None:
        """One guest, with everything the door says and does."""
        self.search.clear()
        self.guest.show_guest(self.door.look(guest_id), self._there)
        self.guest.show()
        self.guest.primary.setFocus()

    # Doing -------------------------------------------------------------------------------------

    def _on_let_in(self, guest_id: UUID, companions: int, host_agreed: bool) -> None:  # noqa: FBT001
        let_in = partial(
            self.door.arrive, guest_id, self.context.now(), companions=companions,
            host_agreed=host_agreed,
        )  # fmt: skip
        self._do(guest_id, let_in)

    def _on_later(self, guest_id: UUID) -> None:
        self._do(guest_id, partial(self.door.come_later, guest_id, self.context.now()))

    def _on_taken_back(self, guest_id: UUID) -> None:
        self._do(guest_id, partial(self.door.undo_guest, guest_id, self.context.now()), undo=False)

    def _do(
        self, guest_id: UUID, deed: Callable[[], tuple[UUID, ...]], *, undo: bool = True
    ) -> None:
        try:
            nonces = deed()
        except UserError as error:
            self.tell(error.say, bad=True)
            self.guest.offer_host(error.field == "room")
            return
        name = self.door.look(guest_id).guest.named(self.context.words.lang)
        here = len(self.door.look(guest_id).here)
        if undo:
            told = say("{name}: {n} people are in.", name=name, n=here)
            self.tell(told, undo=nonces)
        else:
            self.tell(say("{name} is not in.", name=name))
        self.guest.hide()
        self.search.setFocus()

    def tell(self, words: Say, *, bad: bool = False, undo: tuple[UUID, ...] = ()) -> None:
        """One line at the foot; `undo`: what the button beside it takes back."""
        self._last = undo
        self.done.show_text(words)
        self.done.set_ink("danger" if bad else "success")
        self.undo_button.setVisible(bool(undo))
        self._show_counts()

    def _on_undo(self) -> None:
        self.door.undo(self._last, self.context.now())
        self.tell(say("Taken back."))

    def _on_unknown(self) -> None:
        from vipdesk.ui.dialogs.door_dialogs import UnknownDialog

        UnknownDialog(self.context, self.door, self.tell, self).open()

    def _on_folder(self) -> None:
        choose_folder(self, Path.home(), self.meet)

    def meet(self, folder: str) -> None:
        """Exchange logs with whoever uses the same folder or stick."""
        meet = partial(self.place.exchange, Path(folder))
        self.context.runner.background(meet, self._on_met, owner=self, failed=self._on_failed)

    def _on_met(self, scans: tuple[Scan, ...]) -> None:
        new = self.door.merge(scans)
        self.tell(say("{n} check-ins of other desks were taken in.", n=new))

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.tell(error.say, bad=True)
            return True
        return False

    # Telling the others --------------------------------------------------------------------------

    def _on_tick(self) -> None:
        if self.context.now() >= self.door.listed.wipes_at:
            self.close()
        elif (told := self._news()) is not None:
            self.context.runner.write(told, self._on_exchanged, owner=self, failed=self._on_cut)

    def _news(self) -> Callable[[Any], Any] | None:
        """What the club's database is told and gives back; None where there is none."""
        if self._exchange is None or self.context.runner.office is None:
            return None
        return partial(self._exchange, scans=tuple(self.door.state.scans.values()))

    def _on_exchanged(self, scans: tuple[Scan, ...]) -> None:
        if self.door.merge(scans):
            self._show_counts()

    def _on_cut(self, _error: Exception) -> bool:
        return True  # the log has all of it: the next time tells it again

    def _show_counts(self) -> None:
        counts = self.door.counts()
        self.inside.show_text(str(counts.inside))
        self.expected.show_text(str(counts.expected))
        waiting = say("Not on the list: {n} wait…", n=counts.waiting)
        self.unknown.show_text(waiting if counts.waiting else say("Not on the list…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what came after the last exchange, then let go of the log."""
        self._timer.stop()
        told = self._news()
        if told is not None:
            runner = self.context.runner
            runner.write(told, owner=runner, failed=partial(_kept_in_log, self.context))
        self.place.close()
        self.left.emit()
        super().closeEvent(event)


def _kept_in_log(context: Context, _error: Exception) -> bool:
    context.problem(
        say("The last check-ins are not told to the club yet: they are in this computer’s log. "
            "Open the door here once more when the server answers.")
    )  # fmt: skip
    return True


class _Hit(Button):
    """One of the three names."""

    def __init__(self, kiosk: DoorKiosk, guest: DoorGuest) -> None:
        lang = kiosk.context.words.lang
        tier = guest.tier_en if lang is Lang.EN else guest.tier
        here = len(kiosk.door.look(guest.id).here)
        name = guest.named(lang)
        words = say("{name} · {tier}", name=name, tier=tier) if tier else name
        if here:
            words = say("{name} · {n} in already", name=name, n=here)
        super().__init__(kiosk.context, words, icon="check" if here else "", on=self._on_pressed)
        self._kiosk, self._id = kiosk, guest.id
        self.setMinimumHeight(kiosk.context.look.px(44))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("text-align: left;")
        self.setAutoDefault(True)

    def _on_pressed(self) -> None:
        self._kiosk.show_guest(self._id)
