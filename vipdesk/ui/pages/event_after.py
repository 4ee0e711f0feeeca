"""After an event: who came, thanks, two questions, what to do differently, the page as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import after, event_report
from vipdesk.events.after import AfterGuest
from vipdesk.events.event_report import EventReport
from vipdesk.money import Money
from vipdesk.ui.files import save_as
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    EmptyState,
    Figure,
    Tone,
    column,
    row,
)
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PartStat, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.pages.event_tabs import EventWhole

_FILE = "event.pdf"


class EventAfter(QWidget, Speaking):
    """The tab."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._whole: EventWhole | None = None
        self.after: after.After | None = None
        self.report: EventReport | None = None
        self.people, self.share = Figure(context, ""), Figure(context, "")
        self.cost, self.score = Figure(context, ""), Figure(context, "")
        self.lessons = Body(context, "", wrap=True)
        self.missing_button = Button(context, say("Nobody else came"), on=self._on_missing)
        self.thank_button = Button(
            context, say("Thank…"), kind="primary", icon="send", on=self._on_thank
        )
        self.report_button = Button(context, say("Page as PDF…"), icon="print", on=self._on_report)
        self.lessons_button = Button(
            context, say("What to do differently…"), icon="edit", on=self._on_lessons
        )
        card = Card(context, padding=12)
        figures = row(gap=24)
        for figure, words in (
            (self.people, say("people in the room")), (self.share, say("of those who said yes")),
            (self.cost, say("cost per head")), (self.score, say("how they liked it")),
        ):  # fmt: skip
            figures.addLayout(column(figure, Caption(context, words, ink="text2"), gap=0), 1)
        card.add(
            figures, self.lessons,
            row(self.thank_button, self.missing_button, self.lessons_button, self.report_button,
                None, gap=8),
        )  # fmt: skip
        self.table = Table(context, say("Guests after the event"), self._columns(), key=_client_id)
        self.table.opened.connect(self._on_opened)
        self.empty = EmptyState(
            context, say("Nobody is invited yet."), icon="clients",
            hint=say("Guests are here as soon as they are invited."),
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.empty)
        box = column(card, gap=12)
        box.addWidget(self.stack, 1)
        self.setLayout(box)

    def _columns(self) -> tuple[Column[AfterGuest], ...]:
        return (
            Column(say("Guest"), self._name, width=200, stretch=True, second=self._tier,
                   sort=_sort_key, strong=True),
            Column(say("Answer"), _answer, width=150),
            Column(say("Came"), after.came_words, width=150, badge=_came_tone),
            Column(say("Thanked"), self._thanked, width=130),
            Column(say("Score"), _score, width=72, number=True),
            Column(say("In the guest’s words"), _words, width=200, stretch=True, tip=_words),
        )  # fmt: skip

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._whole = whole
        read = partial(_read, event_id=whole.card.row.id)
        self.context.runner.read(read, self._show, owner=self, topic="after")

    def respeak(self) -> None:
        """The other language."""
        if self.after is not None and self.report is not None:
            self._show((self.after, self.report))

    # Showing -----------------------------------------------------------------------------------

    def _show(self, found: tuple[after.After, EventReport]) -> None:
        shown, report = found
        if self._whole is None or shown.event_id != self._whole.card.row.id:
            return
        self.after, self.report = shown, report
        self.table.show_rows(shown.guests)
        self.stack.setCurrentWidget(self.table if shown.guests else self.empty)
        yes = report.came - report.uninvited_yes
        share = f"{round(100 * yes / report.accepted)}\u00a0%" if report.accepted else "–"
        cost = report.cost_each
        whole = Money(round(cost.minor, -2), cost.currency) if cost else None
        each = self.context.format.money(whole) if whole else "–"
        mean = self.context.words.number(report.mean, 1) if report.mean is not None else "–"
        for figure, text in (
            (self.people, str(report.people)), (self.share, share), (self.cost, each),
            (self.score, mean),
        ):  # fmt: skip
            figure.show_text(text)
        self.lessons.show_text(shown.lessons)
        self.lessons.setVisible(bool(shown.lessons))
        over = self._whole.card.row.ends_at <= self.context.now()
        begun = self._whole.card.row.starts_at <= self.context.now()
        self.missing_button.allow(
            over and bool(shown.unknown),
            say("The event is not over yet.") if not over else say("Everybody is accounted for."),
        )
        to_thank = self._to_thank()
        self.thank_button.allow(
            begun and bool(to_thank),
            say("Everybody who came was thanked.") if shown.came
            else say("Nobody has come yet, as far as the desk knows."),
        )  # fmt: skip

    def _to_thank(self) -> tuple[Any, ...]:
        guests = self.after.came if self.after is not None else ()
        return tuple(g.client_id for g in guests if g.thanked_at is None)

    def _name(self, guest: AfterGuest) -> str:
        return display_name(guest.name, self.context.words.lang)

    def _tier(self, guest: AfterGuest) -> str:
        return guest.tier(self.context.words.lang)

    def _thanked(self, guest: AfterGuest) -> Text:
        return self.context.format.moment(guest.thanked_at) if guest.thanked_at else ""

    # Doing -------------------------------------------------------------------------------------

    def _on_opened(self, guest: AfterGuest) -> None:
        from vipdesk.ui.dialogs.after_dialogs import AfterGuestDialog

        if self._whole is not None:
            event = self._whole.card.row
            source = event.named(self.context.words.lang)
            there = self.after.came if self.after is not None else ()
            others = tuple(g for g in there if g.client_id != guest.client_id)
            AfterGuestDialog(self.context, event.id, source, guest, self, others).open()

    def _on_missing(self) -> None:
        if self.after is not None:
            mark = partial(after.mark_missing, event_id=self.after.event_id)
            self.context.runner.write(
                mark, None, owner=self, said=_missing_words, undo=after.bring_back
            )

    def _on_thank(self) -> None:
        from vipdesk.ui.dialogs.after_dialogs import ThankDialog

        if self.after is not None:
            ThankDialog(self.context, self.after.event_id, self._to_thank(), self).open()

    def _on_lessons(self) -> None:
        from vipdesk.ui.dialogs.after_dialogs import LessonsDialog

        if self.after is not None:
            LessonsDialog(self.context, self.after.event_id, self.after.lessons, self).open()

    def _on_report(self) -> None:
        save_as(self, _FILE, self.save_to)

    def save_to(self, path: str) -> None:
        """The event's page in the reader's language."""
        if self.report is not None:
            make = partial(_save, Path(path), self.report, self.context.words)
            self.context.runner.background(make, self._on_saved, owner=self)

    def _on_saved(self, _path: Path) -> None:
        self.context.say(say("The page is saved."))


def _save(path: Path, report: EventReport, words: Any) -> Path:
    from vipdesk.events.event_report_pdf import save_report

    return save_report(path, report, words)


def _read(desk: Any, event_id: Any) -> tuple[after.After, EventReport]:
    return after.get_after(desk, event_id), event_report.get_report(desk, event_id)


def _missing_words(done: tuple[Any, ...]) -> Any:
    return say("{n} guests who said yes did not come.", n=len(done))


def _client_id(guest: AfterGuest) -> Any:
    return guest.client_id


def _sort_key(guest: AfterGuest) -> str:
    return guest.sort_key


def _answer(guest: AfterGuest) -> Text:
    return label(guest.partstat)


def _score(guest: AfterGuest) -> str:
    return str(guest.score) if guest.score else ""


def _words(guest: AfterGuest) -> str:
    return guest.words


def _came_tone(guest: AfterGuest) -> Tone | None:
    if guest.came is None:
        return Tone.WARNING if guest.partstat is PartStat.ACCEPTED else None
    return Tone.SUCCESS if guest.came else Tone.NEUTRAL
