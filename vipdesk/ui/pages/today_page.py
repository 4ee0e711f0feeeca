"""Today: the morning brief. What is due, why, until when one may act, and the act itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, cast
from uuid import UUID

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from vipdesk.access.desk import StaffRow
from vipdesk.agenda.lines import Today, When
from vipdesk.agenda.rhythm import COUNTED
from vipdesk.agenda.today import today
from vipdesk.channels import outbox
from vipdesk.clients import promises
from vipdesk.clients.names import display_name
from vipdesk.ui.context import Link
from vipdesk.ui.pages import today_asked, today_deeds, today_words
from vipdesk.ui.pages.page import Page
from vipdesk.ui.pages.today_choices import choice_groups
from vipdesk.ui.pages.today_parts import LineWidget, Section, WeekStrip
from vipdesk.ui.pages.today_words import Act, Line
from vipdesk.ui.widgets import Button, Caption, Card, EmptyState, Figure
from vipdesk.ui.widgets.card import column, row, scrolled
from vipdesk.vocabulary import Topic
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.channels.call_task import Dial
    from vipdesk.channels.waiting import WaitingRow
    from vipdesk.ui.pages.today_week import WeekPanel

_NARROW = 760
_PROMISES, _OUTBOX, _CASES, _DATES = 10, 6, 4, 12
_PARTS = {
    "promise": "promises",
    "off_hours": "off_hours",
    "choice": "benefits",
}  # of the client's page
_TOPICS = {"date": Topic.GREETING, "choice": Topic.SERVICE}
_REFRESH_MS = 5 * 60_000


class TodayPage(Page):
    """The first page people see."""

    section = "today"
    title = say("Today")
    asks_first = True
    week: WeekPanel | None = None  # made when it is first asked for
    watches: ClassVar[tuple[str, ...]] = (
        "promise", "interaction", "client", "event", "invitation", "reply", "outbox_message",
        "private_message", "complaint", "complaint_clock", "channel_preference", "consent",
        "invite_hold", "mail_account", "snooze", "delegation", "off_hours_request", "client_date",
        "benefit_offer", "handover", "clock",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self._today: Today | None = None
        self._all_promises = self._all_dates = False
        self._called: WaitingRow | None = None
        self.outbox_button = Button(context, say("Outbox"), icon="send", on=self.open_outbox)
        self.week_button = Button(context, say("Week"), icon="calendar", on=self.show_week)
        self.add_action(self.week_button)
        self.add_action(self.outbox_button)
        self.strip = WeekStrip(context)
        count = 1 if today_words.coordinates(context.staff) else 3
        self._figures = [(Figure(context), Caption(context, wrap=True)) for _ in range(count)]
        self.notices = Section(context, say("Needs your attention"))
        self.clocks = Section(context, say("Complaints"), tone="private", lock=True)
        self.promises = Section(context, say("Promises"))
        self.asked = Section(context, say("Asked of you"))
        self.lent = Section(context, say("With colleagues"))
        self.calls = Section(context, say("Time to talk"))
        self.dates = Section(context, say("Dates"))
        self.events = Section(context, say("Events this week"))
        self.outbox = Section(context, say("Outbox: needs your attention"))
        self.empty = EmptyState(
            context,
            say("Nothing is due. A good day to call somebody you like."),
            icon="today",
            action=say("Open clients"),
            on=self._on_clients,
        )
        self._lay_out()
        # Hours open and close while the page stands there, also when no jobs run.
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)

    def _lay_out(self) -> None:
        # Who coordinates leads no clients: messages and gatherings are the work of the day.
        work = (self.outbox,) if today_words.coordinates(self.context.staff) else ()
        rest = () if work else (self.outbox,)
        left = column(*work, *self._mine(), None, gap=16)
        right = column(self.notices, self.events, self.dates, *rest, self.lent, None, gap=16)
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 11)
        self._columns.addLayout(right, 9)
        inside = QWidget()
        box = column(self._summary(), gap=16)
        box.addLayout(self._columns, 1)
        box.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(box)
        self._scroll = scrolled(inside)
        self.body.addWidget(self._scroll, 1)

    def _summary(self) -> Card:
        card = Card(self.context)
        line = row(gap=24)
        line.addWidget(self.strip, 3)
        for figure, caption in self._figures:
            pair = row(figure, gap=10)
            pair.addWidget(caption, 1)
            line.addLayout(pair, 1)
        card.body.addLayout(line)
        return card

    def _connect(self) -> None:
        for part in self._sections():
            part.acted.connect(self._on_acted)
            part.walked.connect(self._on_walked)
        self.promises.more_requested.connect(self._on_all_promises)
        self.dates.more_requested.connect(self._on_all_dates)
        self.calls.more_requested.connect(self._on_clients)
        self.clocks.more_requested.connect(self._on_complaints)
        self.outbox.more_requested.connect(self.open_outbox)
        self._timer.timeout.connect(self._reload_when_seen)
        self._timer.start()

    def _sections(self) -> tuple[Section, ...]:
        """In the order in which arrows walk them."""
        if today_words.coordinates(self.context.staff):
            return (self.outbox, *self._mine(), self.notices, self.events, self.dates, self.lent)
        return (self.notices, *self._mine(), self.events, self.dates, self.outbox, self.lent)

    def _mine(self) -> tuple[Section, ...]:
        return (self.clocks, self.promises, self.asked, self.calls)

    # Reading -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Read everything in one go."""
        self._greet()
        self.load(partial(today, zone=self.context.zone), self._show)
        if self.week is not None and not self.week.isHidden():
            self.week.reload()

    def show_week(self) -> None:
        """Today or the whole week, by turns."""
        if self.week is None:
            from vipdesk.ui.pages.today_week import WeekPanel

            self.week = WeekPanel(self)
            self.week.hide()
            self.body.addWidget(self.week, 1)
        shown = self.week.isHidden()
        self.week.setVisible(shown)
        self._scroll.setVisible(not shown)
        self.week_button.show_text(say("Today") if shown else say("Week"))
        if shown:
            self.show_body()
            self.week.reload()
        elif self._today is not None:
            self._show(self._today)

    def _greet(self) -> None:
        now = self.context.format.local(self.context.now())
        staff = self.context.staff
        who = staff if isinstance(staff, StaffRow) else None
        self.heading_label.show_text(today_words.greeting(who, now.hour, self.words.lang))
        day = self.words.day(now.date(), weekday=True)
        self.show_subtitle(day[:1].upper() + day[1:])

    def _show(self, seen: Today) -> None:
        self._today = seen
        focus, place = self._focused_key(), self._focused_place()
        height = self._scroll.verticalScrollBar().value()
        shown = self.context.format
        for (figure, caption), (number, words) in zip(
            self._figures, today_words.figures(seen, self.context.staff), strict=True
        ):
            figure.show_text(number)
            caption.show_text(words)
        self.strip.show_days(seen.week)
        self._show_promises(seen)
        more = say("{n} more", n=seen.calls_more) if seen.calls_more else None
        calls = [(None, today_words.call_lines(seen.calls, shown))]
        self.calls.show_groups([*calls, *choice_groups(seen.choices, shown)], more)
        self._show_dates(seen)
        self.asked.show_groups([(None, today_asked.asked_lines(seen.asked, shown))])
        self.lent.show_groups([(None, today_asked.lent_lines(seen.asked, shown))])
        self.events.show_groups([(None, today_words.event_lines(seen.events, shown))])
        self._show_outbox(seen)
        self._show_notices(seen)
        hidden = self.context.presenting
        cases = today_words.clock_lines(() if hidden else seen.clocks or (), shown)
        cases += today_words.action_lines(() if hidden else seen.actions, shown)
        left = len(cases) - _CASES
        self.clocks.show_groups(
            [(None, cases[:_CASES])], say("{n} more", n=left) if left > 0 else None
        )
        self._focus(focus, place)
        # The lines were made anew: the page stays where the eye is, the hand keeps its place.
        self._scroll.verticalScrollBar().setValue(height)
        QTimer.singleShot(0, self, partial(self._stay, height))
        if seen.is_empty and (self.week is None or self.week.isHidden()):
            self.show_empty(self.empty)

    def _show_promises(self, seen: Today) -> None:
        shown = self.context.format
        groups = [
            (caption, today_words.promise_lines(seen, when, shown))
            for caption, when in (
                (say("Overdue"), When.OVERDUE),
                (say("Due today"), When.TODAY),
                (say("This week"), When.WEEK),
            )
        ]
        count = len(seen.promises)
        room = count if self._all_promises else _PROMISES
        cut: list[tuple[Say | None, list[Line]]] = []
        for caption, lines in groups:
            cut.append((caption, lines[:room]))
            room -= len(lines[:room])
        left = count + seen.promises_more - sum(len(lines) for _, lines in cut)
        self.promises.show_groups(cut, say("{n} more", n=left) if left else None)

    def _show_dates(self, seen: Today) -> None:
        room = len(seen.dates) if self._all_dates else _DATES
        left = len(seen.dates) - room
        lines = today_words.date_lines(seen.dates[:room], self.context.format)
        more = say("{n} more", n=left) if left > 0 else None
        if seen.dates_cut:
            more = say("{count}+", count=COUNTED)
        self.dates.show_groups([(None, lines)], more)

    def _show_outbox(self, seen: Today) -> None:
        rows = seen.outbox[:_OUTBOX]
        if self.context.presenting:
            rows = tuple(row for row in rows if not row.private)
        waiting = sum(seen.waiting.values())
        more = say("Open the outbox") if waiting else None
        lines = today_words.outbox_lines(rows, self.context.format)
        self.outbox.show_groups([(None, lines)], more if lines else None)
        text = say("Outbox: {count}", count=waiting) if waiting else say("Outbox")
        self.outbox_button.show_text(text)

    def _show_notices(self, seen: Today) -> None:
        lines = today_words.notice_lines(seen, self.context.format)
        drafts = today_asked.draft_lines(seen.drafts, self.context.format)
        if self.context.presenting:
            drafts = [d for d in drafts if d.icon != "lock"]
        if seen.off_hours:
            from vipdesk.ui.pages.today_off_hours import off_hours_lines

            lines = [*off_hours_lines(seen.off_hours, self.context.format), *lines]
        self.notices.show_groups([(None, [*lines, *drafts])])

    # Focus -------------------------------------------------------------------------------

    def _focused_key(self) -> object:
        focused: QWidget | None = self.focusWidget()
        while focused is not None and not isinstance(focused, LineWidget):
            focused = focused.parentWidget()
        return focused.line.key if isinstance(focused, LineWidget) else None

    def _lines(self) -> list[LineWidget]:
        return [line for part in self._sections() for line in part.lines]

    def _focused_place(self) -> int:
        key = self._focused_key()
        places = [at for at, line in enumerate(self._lines()) if line.line.key == key]
        return places[0] if places else 0

    def _stay(self, height: int) -> None:
        self._scroll.verticalScrollBar().setValue(height)

    def _focus(self, key: object, place: int) -> None:
        """The line with this key is focused again; if it is gone, the one in its place."""
        if key is None:
            return
        lines = self._lines()
        for line in lines:
            if line.line.key == key:
                line.setFocus()
                return
        if lines:
            lines[min(place, len(lines) - 1)].setFocus()

    def _on_walked(self, line: LineWidget, step: int) -> None:
        lines = self._lines()
        if line in lines:
            at = lines.index(line) + step
            if 0 <= at < len(lines):
                lines[at].setFocus()

    # Acting ------------------------------------------------------------------------------

    def act(self, line: Line, act: Act, source: QWidget) -> None:
        """Do something to a line of the page or of the week."""
        self._on_acted(line, act, source)

    def _on_acted(self, line: Line, act: Act, source: QWidget) -> None:
        kind = line.key[0]
        match act:
            case Act.OPEN:
                self._open(line)
            case Act.CALL:
                self._call(line)
            case Act.LOG:
                self.log_talk(line.key[1], line.title)
            case Act.DONE if kind == "promise":
                self._keep(line)
            case Act.DONE if kind == "handover":
                self._took_over(line)
            case Act.DONE if kind == "asked":
                today_deeds.answered(self, line)
            case Act.DONE:
                self._done(line)
            case Act.MORE:
                self._menu(line, source)

    def _open(self, line: Line) -> None:
        kind, key = line.key
        row: Any = line.row
        match kind:
            case "promise" | "off_hours" | "call" | "date" | "choice":
                self.context.open(Link("client", row.client_id, _PARTS.get(kind, "")))
            case "event":
                self.context.open(Link("event", key))
            case "message":
                self.open_outbox(row)
            case "replies":
                from vipdesk.events import replies

                self.context.runner.read(
                    replies.find_event_to_review, self._on_to_review, owner=self
                )
            case "handover" if row.client_id is not None:
                self.context.open(Link("client", row.client_id))
            case "handover":
                self.context.open(Link("clients", None, "mine"))
            case "without_manager":
                self.context.open(Link("clients", None, "orphans"))
            case "mail_account" | "calendar":
                self.context.open(Link("settings", None, "mail" if kind != "calendar" else ""))
            case _:
                self.context.open(Link("problems") if kind == "action" else Link("complaint", key))

    def _go_on(self, key: str) -> None:
        """With a form left half-written: it opens where it was."""
        from vipdesk.ui.reopening import reopen

        shell = self.parentWidget()
        while shell is not None and not hasattr(shell, "begin"):
            shell = shell.parentWidget()
        if shell is not None:
            reopen(cast("Any", shell), key)

    def _on_to_review(self, event_id: UUID | None) -> None:
        """To the replies that wait longest; without any event, to the door for replies."""
        found = event_id is not None
        self.context.open(Link("event", event_id, "review") if found else Link("events"))

    def _call(self, line: Line) -> None:
        from vipdesk.ui.dialogs.call_dialog import CallDialog

        row: Any = line.row
        message = cast("WaitingRow", row) if line.key[0] == "message" else None
        topic = _TOPICS.get(line.key[0], Topic.PERSONAL)
        dialog = CallDialog(
            self.context,
            row.client_id,
            message.topic if message else topic,
            message_id=message.id if message else None,
            private=message.private if message else False,
            parent=self,
        )
        self._called = message
        dialog.dialled.connect(self._on_dialled)
        dialog.open()

    def _on_dialled(self, dial: Dial) -> None:
        """After a call comes the log; a call of the private track is logged there."""
        if self._called is None or not self._called.private:
            self.log_talk(dial.client_id, display_name(dial.name, self.words.lang))

    def log_talk(self, client_id: UUID, name: str) -> None:
        """The sheet of a talk; a call of the outbox is done when it is saved."""
        from vipdesk.ui.dialogs.talk_dialog import TalkDialog

        dialog = TalkDialog(self.context, client_id, name, self)
        dialog.accepted.connect(self._on_talk_logged)
        dialog.finished.connect(self._on_talk_closed)
        dialog.open()

    def _on_talk_logged(self) -> None:
        if self._called is not None:
            self.write(partial(outbox.mark_done, message_id=self._called.id, on_timeline=False))

    def _on_talk_closed(self) -> None:
        self._called = None

    def _keep(self, line: Line) -> None:
        self.write(
            partial(promises.keep_promise, promise_id=line.key[1]),
            said=say("Promise kept."),
            undo=today_deeds.reopen,
        )

    def _done(self, line: Line) -> None:
        row = cast("WaitingRow", line.row)
        self.write(
            partial(outbox.mark_done, message_id=row.id, private=row.private),
            said=say("Done."),
            undo=partial(_not_done, private=row.private),
        )

    def _took_over(self, line: Line) -> None:
        from vipdesk.clients import handover  # most mornings there is none

        self.write(
            partial(handover.mark_seen, batch_id=line.key[1]),
            said=say("Seen. The word for you stands in the timeline."),
            undo=handover.mark_unseen,
        )

    def _menu(self, line: Line, source: QWidget) -> None:
        if line.key[0] == "message":
            self.open_outbox(line.row)
            return
        self.menu_of(line).popup(source.mapToGlobal(QPoint(0, source.height())))

    def menu_of(self, line: Line) -> QMenu:
        """The choices of a line; the menu deletes itself when it closes."""
        menu = QMenu(self)
        for text, what in today_deeds.choices(self, line):
            menu.addAction(self.words(text)).setData((line, what))
        menu.triggered.connect(self._on_menu)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_menu(self, action: QAction) -> None:
        line, (what, days) = action.data()
        self.choose(line, what, days)

    def choose(self, line: Line, what: str, days: int = 0) -> None:
        """A choice of a line's menu (`today_deeds.choices`)."""
        today_deeds.choose(self, line, what, days)

    def open_outbox(self, row: object = None) -> None:
        """The sheet with everything that waits."""
        from vipdesk.ui.dialogs.outbox_dialog import OutboxDialog

        chosen = getattr(row, "id", None)
        OutboxDialog(self.context, chosen=chosen, parent=self).open()

    def _on_all_promises(self) -> None:
        self._all_promises = True
        if self._today is not None:
            self._show(self._today)

    def _on_all_dates(self) -> None:
        self._all_dates = True
        if self._today is not None:
            self._show(self._today)

    def _on_clients(self) -> None:
        self.context.open(Link("clients"))

    def _on_complaints(self) -> None:
        self.context.open(Link("complaints"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room, else one."""
        super().resizeEvent(event)
        narrow = self.width() < self.context.look.px(_NARROW)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)


def _not_done(desk: Any, message_id: Any, *, private: bool) -> object:
    return outbox.mark_not_done(desk, message_id, private=private)
