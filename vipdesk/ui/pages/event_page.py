"""One event: how full it is, its guest list with every why, its programme, doubtful replies."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from vipdesk.events import guest_lists, invitations, options, programme, replies
from vipdesk.events.guest_lists import GuestRow
from vipdesk.events.programme import EventCard
from vipdesk.ui.context import Link
from vipdesk.ui.pages.event_guests import GuestsTab
from vipdesk.ui.pages.event_parts import (
    STATE_TONES,
    ReplyBar,
    answers_words,
    legend,
    show_ring,
    there,
)
from vipdesk.ui.pages.event_programme import ProgrammeTab
from vipdesk.ui.pages.event_review import ReviewTab
from vipdesk.ui.pages.event_tabs import TABS, EventWhole
from vipdesk.ui.pages.late_tabs import LateTab
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import (
    Badge,
    Button,
    Caption,
    Card,
    IconButton,
    Ring,
    Strong,
    Tabs,
    column,
    row,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import EventState, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.invitations import InviteOutcome
    from vipdesk.events.programme import SessionRow
    from vipdesk.ui.context import Text

# The next step of each state: its words and where it leads. Inviting is a step of its own.
_STEPS: dict[EventState, tuple[Say, EventState]] = {
    EventState.DRAFT: (say("Mark as planned"), EventState.PLANNED),
    EventState.INVITING: (say("Close the list"), EventState.CLOSED),
    EventState.CLOSED: (say("Open the list again"), EventState.INVITING),
    EventState.HELD: (say("Mark as reviewed"), EventState.REVIEWED),
}
_GLANCE = 60  # names a screen holds, read before the others
_INVITES = frozenset({EventState.PLANNED, EventState.INVITING, EventState.CLOSED})


class EventPage(Page):
    """An event and its guests."""

    section = "events"
    title = say("Event")
    watches: ClassVar[tuple[str, ...]] = (
        "event", "event_session", "event_sort", "event_course", "event_option", "event_cost",
        "event_file", "invitation_choice", "guest", "guest_list",
        "invitation", "reply", "invite_hold", "consent", "channel_preference", "client",
        "door_pass", "door_scan", "feedback", "waiting_entry", "credit_line",
    )  # fmt: skip

    def _build(self) -> None:
        self._whole: EventWhole | None = None
        context = self.context
        self.state = Badge(context, "")
        self.step_button = Button(context, "", on=self._on_step)
        self.edit_button = Button(context, say("Edit"), icon="edit", on=self._on_edit)
        self.more_button = IconButton(context, "more", say("More"), on=self._on_more)
        self.invite_button = Button(
            context, say("Invite"), kind="primary", icon="send", on=self._on_invite
        )
        for widget in (
            self.state, self.step_button, self.edit_button, self.more_button, self.invite_button
        ):  # fmt: skip
            self.add_action(widget)
        self.body.addWidget(self._header())
        self.guests = GuestsTab(context)
        self.programme = ProgrammeTab(context)
        self.review = ReviewTab(context)
        self.tabs = Tabs(context)
        self.tabs.add("guests", say("Guests"), self.guests)
        self.tabs.add("programme", say("Programme"), self.programme)
        self.tabs.add("review", say("To review"), self.review)
        self.places: dict[str, LateTab] = {}
        for place in TABS:
            if place.is_for(context):
                self.places[place.key] = LateTab(context, place)
                self.tabs.add(place.key, place.title, self.places[place.key])
        self.body.addWidget(self.tabs, 1)

    def tab(self, key: str) -> QWidget:
        """The widget of a later tab, made now if nobody saw it yet."""
        return self.places[key].tab

    def _header(self) -> QWidget:
        context = self.context
        self.ring = Ring(context, size=72)
        self.answers = Strong(context, "", elide=True)
        self.bar = ReplyBar(context, height=10)
        self.legend = row(gap=16)
        self.facts = row(gap=24)
        card = Card(context, padding=12)
        middle = column(self.answers, self.bar, self.legend, gap=6)
        line = row(self.ring, gap=16)
        line.addLayout(middle, 3)
        line.addLayout(self.facts, 4)
        card.add(line)
        return card

    def _connect(self) -> None:
        self.offer("update", "event", self.edit_button, self.step_button)
        self.offer("insert", "invitation", self.invite_button)
        self.guests.client_opened.connect(self._on_client)
        self.guests.invite_requested.connect(self._on_invite_some)
        self.programme.session_requested.connect(self._on_session)

    def reload(self) -> None:
        """The event with everything on it."""
        if self.link.id is None:
            return
        again = self._whole is not None and self._whole.card.row.id == self.link.id
        first = None if again else _GLANCE
        self.load(partial(_read, event_id=self.link.id, first=first), self._show_first)

    def _show_first(self, whole: EventWhole) -> None:
        """The names that are seen, at once; of a long list the others come behind them."""
        self._show(whole)
        if whole.guests.rest:
            self.load(partial(_read, event_id=whole.card.row.id), self._show)

    # Showing -----------------------------------------------------------------------------------

    def _show(self, whole: EventWhole) -> None:
        fresh = self._whole is None or self._whole.card.row.id != whole.card.row.id
        if self._whole is not None and fresh:
            self.tabs.choose("guests")
        self._whole = whole
        card, lang = whole.card, self.words.lang
        event = card.row
        starts = there(event.starts_at, event.zone)
        self.heading_label.show_text(event.named(lang))
        self.show_subtitle(
            say(
                "{kind} · {day}, {time}", kind=event.called(lang),
                day=self.words.day(starts.date(), weekday=True), time=starts.strftime("%H:%M"),
            )
        )  # fmt: skip
        self.state.show_badge(label(event.state), STATE_TONES[event.state])
        self._show_steps(whole)
        show_ring(self.ring, event)
        self.answers.show_text(answers_words(event.answers))
        self.bar.show_answers(event.answers)
        self.bar.setVisible(bool(event.answers.invited))
        self._show_facts(card)
        self.guests.show_list(card, whole.guests, whole.choices)
        self.programme.show_card(card)
        self.review.show_rows(whole.review, whole.guests)
        for place in self.places.values() if not whole.guests.rest else ():
            place.show_whole(whole)
        listed = 0 if whole.guests.rest else whole.guests.included
        self.tabs.show_title(
            "guests", say("Guests: {count}", count=listed) if listed else say("Guests")
        )
        waiting = len(whole.review)
        title = say("To review: {count}", count=waiting) if waiting else say("To review")
        self.tabs.show_title("review", title)
        if self.link.part:
            self.tabs.choose(self.link.part)
            self.link = Link("event", self.link.id)
        if fresh and self.isVisible():
            self._take_focus()

    def _take_focus(self) -> None:
        """Keys go to the guests: a sheet that made the event left them on whatever was next."""
        now = QApplication.focusWidget()
        if now is None or (isinstance(now, QAbstractButton) and not self.isAncestorOf(now)):
            shown = self.guests.stack.currentWidget()
            start = self.guests.table if shown is self.guests.table else self.guests.empty.primary
            start.setFocus()

    def _show_steps(self, whole: EventWhole) -> None:
        event = whole.card.row
        step = _STEPS.get(event.state)
        over = event.starts_at <= self.context.now()
        if event.state is EventState.CLOSED and over:
            step = (say("It was held"), EventState.HELD)
        self.step_button.setVisible(step is not None)
        if step is not None:
            self.step_button.show_text(step[0])
        self._next = step[1] if step is not None else None
        open_still = event.state in _INVITES and not over and not whole.guests.rest
        ready = sum(g.can_be_invited for g in whole.guests.guests)
        self.invite_button.setVisible(open_still)
        self.invite_button.show_text(
            say("Invite: {count}", count=ready) if ready else say("Invite")
        )
        self.invite_button.allow(ready > 0, say("Nobody new is on the list."))
        self.edit_button.setVisible(event.state not in {EventState.CANCELLED, EventState.REVIEWED})
        self.more_button.setVisible(
            self.context.may("insert", "event") or EventState.CANCELLED in whole.card.next_states
        )

    def _show_facts(self, card: EventCard) -> None:
        clear(self.legend)
        clear(self.facts)
        answers, event, lang = card.row.answers, card.row, self.words.lang
        if answers.invited:
            for words, ink in (
                (say("yes"), "success"), (say("perhaps"), "warning"), (say("no"), "danger"),
                (say("no answer"), "border_strong"),
            ):  # fmt: skip
                self.legend.addWidget(legend(self.context, words, ink))
        self.legend.addStretch(1)
        ends = there(event.ends_at, event.zone).strftime("%H:%M")
        starts = there(event.starts_at, event.zone).strftime("%H:%M")
        told: tuple[tuple[Say, Text], ...] = (
            (say("Where"), event.place(lang)),
            (say("Host"), card.host),
            (say("Local time"), f"{starts}–{ends}"),
        )
        if card.venue_id is None and self.edit_button.isVisibleTo(self):
            choose = Button(self.context, say("Choose a place"), kind="link", on=self._on_edit)
            self.facts.addLayout(
                column(Caption(self.context, say("Where")), row(choose, None), None, gap=2), 1
            )
        for words, value in told:
            if value:
                self.facts.addLayout(
                    column(
                        Caption(self.context, words),
                        Strong(self.context, value, wrap=True),
                        None,
                        gap=2,
                    ),
                    1,
                )

    # Doing -------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N: a guest for this list."""
        self.tabs.choose("guests")
        self.guests.picker.setFocus()
        return True

    def find_here(self) -> bool:
        """Ctrl+F: the same field finds and adds."""
        return self.new_here()

    def take_files(self, paths: list[Any]) -> None:
        """Replies go through the door of the events' page."""
        self.context.open(Link("events"))

    def showEvent(self, event: QShowEvent) -> None:
        """What comes next may be another thing since the page was seen: the evening has passed."""
        super().showEvent(event)
        if self._whole is not None:
            self._show_steps(self._whole)

    def _on_step(self) -> None:
        if self._whole is None or self._next is None:
            return
        offered = self._next
        self._show_steps(self._whole)
        if self._next is not offered:  # the page stood open while the event took place
            return
        event_id = self._whole.card.row.id
        move = partial(programme.move_event, event_id=event_id, to=self._next)
        self.write(move, said=say("Saved."), undo=_BackToState(event_id))

    def _on_edit(self) -> None:
        from vipdesk.ui.dialogs.event_dialog import EventDialog

        if self._whole is not None:
            EventDialog(
                self.context, card=self._whole.card, tell=self._on_moved, parent=self
            ).open()

    def _on_moved(self, event_id: UUID) -> None:
        """Date or place changed: everybody who was told is told again."""
        self.write(partial(invitations.tell_change, event_id=event_id), said=_told_again)

    def _on_session(self, session: SessionRow | None) -> None:
        from vipdesk.ui.dialogs.event_dialog_session import SessionDialog

        if self._whole is not None:
            SessionDialog(self.context, self._whole.card, self, session).open()

    def _on_more(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self._whole is not None and self.context.may("insert", "event"):
            for words, do in (
                (say("Copy to another date…"), self._on_copy),
                (say("Keep as a template…"), self._on_keep),
            ):
                menu.addAction(self.words(words), do)
            if self._whole.card.row.course_id is None:
                menu.addAction(self.words(say("Make a course…")), self._on_course)
            else:
                book = menu.addAction(self.words(say("Book the guests for the whole course")))
                book.setEnabled(bool(self._whole.guests.guests))
                book.triggered.connect(self._on_book)
        if self._whole is not None and EventState.CANCELLED in self._whole.card.next_states:
            menu.addSeparator()
            menu.addAction(self.words(say("Cancel the event"))).triggered.connect(self._on_cancel)
        below = QPoint(0, self.more_button.height())
        menu.popup(self.more_button.mapToGlobal(below))

    def _on_copy(self) -> None:
        from vipdesk.ui.dialogs.event_copies import CopyDialog

        if self._whole is not None:
            CopyDialog(self.context, self._whole.card, self).open()

    def _on_keep(self) -> None:
        from vipdesk.ui.dialogs.event_copies import KeepDialog

        if self._whole is not None:
            KeepDialog(self.context, self._whole.card, self).open()

    def _on_course(self) -> None:
        from vipdesk.ui.dialogs.event_copies import CourseDialog

        if self._whole is not None:
            CourseDialog(self.context, self._whole.card, self).open()

    def _on_book(self) -> None:
        from vipdesk.ui.dialogs.event_copies import book_all

        course_id = self._whole.card.row.course_id if self._whole else None
        if self._whole is not None and course_id is not None:
            listed = (g.client_id for g in self._whole.guests.guests if g.included)
            book_all(self, course_id, listed)

    def _on_cancel(self) -> None:
        from vipdesk.ui.dialogs.event_dialog_cancel import CancelDialog

        if self._whole is not None:
            CancelDialog(self.context, self._whole.card, self).open()

    def _on_invite(self) -> None:
        if self._whole is not None:
            ready = tuple(g for g in self._whole.guests.guests if g.can_be_invited)
            self._on_invite_some(ready)

    def _on_invite_some(self, guests: tuple[GuestRow, ...]) -> None:
        from vipdesk.ui.dialogs.invite_dialog import InviteDialog

        if self._whole is not None and guests:
            ids = tuple(g.client_id for g in guests)
            InviteDialog(self.context, self._whole.card.row.id, ids, self).open()

    def _on_client(self, client_id: UUID) -> None:
        self.context.open(Link("client", client_id))


class _BackToState:
    """The undo of a step: it keeps the id alone, never the page."""

    def __init__(self, event_id: UUID) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: EventState) -> None:
        programme.move_event(desk, event_id=self._event_id, to=before)


def _told_again(outcomes: tuple[InviteOutcome, ...]) -> Say:
    return say("{n} guests are being told of the change.", n=len(outcomes))


def _read(desk: Any, event_id: UUID, first: int | None = None) -> EventWhole:
    return EventWhole(
        programme.get_event(desk, event_id),
        guest_lists.get_guest_list(desk, event_id, first=first),
        replies.list_for_review(desk, event_id=event_id),
        options.list_choices(desk, event_id),
    )
