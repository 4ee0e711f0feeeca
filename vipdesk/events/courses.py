"""Courses: several events booked together, each with a state of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_lists, templates
from vipdesk.events.programme import EventRow, find_event, list_events
from vipdesk.models import Event, EventCourse
from vipdesk.vocabulary import EventState
from vipdesk.wording import Lang, say

_OPEN = frozenset({EventState.DRAFT, EventState.PLANNED, EventState.INVITING})


@dataclass(frozen=True, slots=True)
class CourseRow:
    """A course to choose."""

    id: UUID
    title: str
    title_en: str
    about: str
    dates: int

    def named(self, lang: Lang) -> str:
        """Its title in the reader's language."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


def list_courses(desk: Desk) -> tuple[CourseRow, ...]:
    """By title, with the number of dates."""
    counted = select(Event.course_id, func.count()).group_by(Event.course_id)
    counts = {row[0]: row[1] for row in desk.session.execute(counted)}
    rows = desk.session.scalars(select(EventCourse).order_by(EventCourse.title, EventCourse.id))
    return tuple(CourseRow(c.id, c.title, c.title_en, c.about, counts.get(c.id, 0)) for c in rows)


def list_dates(desk: Desk, course_id: UUID) -> tuple[EventRow, ...]:
    """The events of a course, by time."""
    _course(desk, course_id)
    return tuple(e for e in list_events(desk) if e.course_id == course_id)


def add_course(desk: Desk, *, title: str, title_en: str = "", about: str = "") -> UUID:
    """A course without dates yet."""
    if not title.strip():
        raise UserError(say("Give the course a title."), field="course_title")
    row = EventCourse(title=title.strip(), title_en=title_en.strip(), about=about.strip())
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_course", "event_course", row.id, ("title",))
    return row.id


def put_in_course(desk: Desk, *, event_id: UUID, course_id: UUID | None) -> UUID | None:
    """The event is a date of this course, or of none; the course before comes back."""
    if course_id is not None:
        _course(desk, course_id)
    event = find_event(desk, event_id)
    before, event.course_id = event.course_id, course_id
    desk.session.flush()
    desk.note("put_in_course", "event", event_id, ("course_id",))
    return before


def make_course(
    desk: Desk, *, event_id: UUID, title: str, title_en: str = "", days: int, times: int
) -> tuple[UUID, tuple[UUID, ...]]:
    """A course of this event and its repeats. Returns the course and the new events."""
    course_id = add_course(desk, title=title, title_en=title_en)
    put_in_course(desk, event_id=event_id, course_id=course_id)
    return course_id, templates.repeat_event(desk, event_id, days=days, times=times)


def unmake_course(desk: Desk, made: tuple[UUID, tuple[UUID, ...]]) -> None:
    """The way back of `make_course`, as long as nobody is thought of for the new dates."""
    course_id, added = made
    for event_id in added:
        templates.remove_event(desk, event_id)
    for event in desk.session.scalars(select(Event).where(Event.course_id == course_id)):
        event.course_id = None
    desk.session.flush()
    desk.session.delete(_course(desk, course_id))
    desk.session.flush()
    desk.note("remove_course", "event_course", course_id)


def book_course(
    desk: Desk, course_id: UUID, *, client_ids: Iterable[UUID]
) -> tuple[tuple[UUID, tuple[UUID, ...]], ...]:
    """Put guests on the lists of every date that is still ahead and open.

    Returns (event, clients newly there) a date, for `unbook_course`. Each date keeps its own
    list, invitations and state.
    """
    wanted = tuple(dict.fromkeys(client_ids))
    dates = [e for e in list_dates(desk, course_id) if e.state in _OPEN and e.ends_at > desk.now]
    if not dates:
        raise UserError(say("No date of this course is open any more."))
    booked = []
    for date in dates:
        there = {g.client_id for g in guest_lists.get_guest_list(desk, date.id).guests}
        new = tuple(c for c in wanted if c not in there)
        if new:
            guest_lists.pick(desk, event_id=date.id, client_ids=new)
        booked.append((date.id, new))
    return tuple(booked)


def unbook_course(desk: Desk, booked: Iterable[tuple[UUID, tuple[UUID, ...]]]) -> None:
    """The way back of `book_course`."""
    for event_id, client_ids in booked:
        if client_ids:
            guest_lists.unplace(desk, event_id=event_id, client_ids=client_ids)


def _course(desk: Desk, course_id: UUID) -> EventCourse:
    row = desk.session.get(EventCourse, course_id)
    if row is None:
        raise NotFound(say("This course is not here any more."))
    return row
