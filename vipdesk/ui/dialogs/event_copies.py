"""The same event once more: on another date, by a template, as a course."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.channels.hours import zone as zone_of
from vipdesk.events import courses, templates
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from vipdesk.events.programme import EventCard
    from vipdesk.ui.context import Context

_ZONE = "Europe/Moscow"
_WEEKS = 4


class CopyDialog(Dialog):
    """A copy on another date."""

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._card = card
        there = card.row.starts_at.astimezone(zone_of(card.row.zone)).replace(tzinfo=None)
        now = context.now().astimezone(zone_of(card.row.zone)).replace(tzinfo=None)
        there += timedelta(days=7 * _WEEKS)
        while there <= now:  # such a day of the week that is still ahead
            there += timedelta(days=7)
        rows = (Field("copy_starts", say("Begins"), "moment", value=there,
                      help=say("In local time.")),)  # fmt: skip
        super().__init__(
            context, say("Copy the event"), primary=say("Make the copy"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        told = say("Words, sessions, choices and the planned budget are copied. Guests, answers "
                   "and files never are.")  # fmt: skip
        self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def submit(self) -> None:
        """Make it and go there."""
        starts = _moment(self.form.values()["copy_starts"], self._card.row.zone)
        self.write(
            partial(templates.copy_event, event_id=self._card.row.id, starts_at=starts),
            partial(_open, self.context), said=say("The copy is a draft."), undo=_take_away,
        )  # fmt: skip


class TemplateDialog(Dialog):
    """A new event by a template: only the date is asked."""

    def __init__(self, context: Context, template_id: UUID, parent: QWidget) -> None:
        self._template_id = template_id
        day = context.format.today() + timedelta(days=21)
        starts = datetime.combine(day, time(18))
        begins = Field("copy_starts", say("Begins"), "moment", value=starts,
                       help=say("In local time."))  # fmt: skip
        super().__init__(
            context, say("New event by a template"), primary=say("Make the draft"),
            rows=(begins,), parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Make it and go there."""
        starts = _moment(self.form.values()["copy_starts"], _ZONE)
        self.write(
            partial(templates.use_template, template_id=self._template_id, starts_at=starts),
            partial(_open, self.context), said=say("The event is in the programme."),
            undo=_take_away,
        )  # fmt: skip


class KeepDialog(Dialog):
    """An event as a template, under a name."""

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._event_id = card.row.id
        rows = (Field("name", say("Name of the template"), required=True, value=card.row.title),)
        super().__init__(
            context, say("Keep as a template"), primary=say("Keep"), rows=rows, parent=parent
        )

    def submit(self) -> None:
        """Keep it."""
        keep = partial(
            templates.add_template, event_id=self._event_id, name=self.form.values()["name"]
        )
        self.write(keep, said=say("The template is kept."), undo=_drop_template)


class CourseDialog(Dialog):
    """A course of this event and its repeats."""

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._card = card
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("course_title", say("Title of the course"), required=True,
                  value=card.row.title),
            Field("course_title_en", say("Title in English"), value=card.row.title_en),
            (
                Field("days", say("Days between the dates"), "number", value=7, low=1, high=366),
                Field("times", say("Further dates"), "number", value=3, low=1, high=60),
            ),
        )  # fmt: skip
        super().__init__(
            context, say("Make a course"), primary=say("Make the course"), rows=rows,
            parent=parent,
        )  # fmt: skip

    def _build(self) -> None:
        told = say("The dates are booked together; each has its own guest list and state.")
        self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def submit(self) -> None:
        """Make it."""
        typed = self.form.values()
        make = partial(
            courses.make_course, event_id=self._card.row.id, title=typed["course_title"],
            title_en=typed["course_title_en"], days=typed["days"], times=typed["times"],
        )  # fmt: skip
        self.write(make, said=say("The course is in the programme."), undo=courses.unmake_course)


def book_all(page: Any, course_id: UUID, client_ids: Iterable[UUID]) -> None:
    """Put everybody on this list on the lists of the course's other dates."""
    book = partial(courses.book_course, course_id=course_id, client_ids=tuple(client_ids))
    page.write(
        book, said=say("The guests are on the lists of every open date."),
        undo=courses.unbook_course,
    )  # fmt: skip


def _open(context: Context, event_id: UUID) -> None:
    context.open(Link("event", event_id))


def _take_away(desk: Any, event_id: UUID) -> None:
    templates.remove_event(desk, event_id)


def _drop_template(desk: Any, template_id: UUID) -> None:
    templates.remove_template(desk, template_id)


def _moment(naive: datetime, zone: str) -> datetime:
    return naive.replace(tzinfo=zone_of(zone)).astimezone(zone_of("UTC"))
