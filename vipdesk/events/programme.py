"""The programme: events, their sessions and states.

SEQUENCE (RFC 5546 §2.1.4) grows when date, time, place or status changes in what guests were
told; guests' calendars then know that an older invitation is out of date.
"""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, func, select

from vipdesk.access import Desk, merging
from vipdesk.channels.hours import zone as zone_of
from vipdesk.clients import spelling
from vipdesk.errors import NotFound, UserError
from vipdesk.events.kinds import Sorts, usual_format
from vipdesk.events.programme_rows import (
    Answers,
    EventCard,
    EventRow,
    EventWords,
    SessionRow,
    SessionWords,
)
from vipdesk.events.sessions import (
    add_session,
    change_session,
    list_sessions,
    remove_session,
    shift_sessions,
)
from vipdesk.events.venue_facts import facts_of
from vipdesk.models import Event, EventCourse, EventSort, Invitation, Staff, Venue
from vipdesk.store import search_index
from vipdesk.vocabulary import EventState, InvitationState, PartStat, label
from vipdesk.wording import Say, Who, say

SEARCH_KIND = "event"
# What is one thing to two people who edit: an end without its beginning is nobody's hour.
TIMES = (("starts_at", "ends_at", "zone"), ("kind", "sort_id"))
# What may follow what; the step back is the undo of a slip.
_NEXT: dict[EventState, frozenset[EventState]] = {
    EventState.DRAFT: frozenset({EventState.PLANNED, EventState.CANCELLED}),
    EventState.PLANNED: frozenset({EventState.DRAFT, EventState.INVITING, EventState.CANCELLED}),
    EventState.INVITING: frozenset({EventState.CLOSED, EventState.CANCELLED}),
    EventState.CLOSED: frozenset({EventState.INVITING, EventState.HELD, EventState.CANCELLED}),
    EventState.HELD: frozenset({EventState.CLOSED, EventState.REVIEWED}),
    EventState.REVIEWED: frozenset({EventState.HELD}),
    EventState.CANCELLED: frozenset(),
}


# Reads --------------------------------------------------------------------------------------


def list_events(
    desk: Desk, *, since: datetime | None = None, until: datetime | None = None
) -> tuple[EventRow, ...]:
    """Events that begin in [since, until), by time."""
    query = select(Event, Venue.name, Venue.name_en).outerjoin(Venue, Event.venue_id == Venue.id)
    if since is not None:
        query = query.where(Event.starts_at >= since)
    if until is not None:
        query = query.where(Event.starts_at < until)
    found = desk.session.execute(query.order_by(Event.starts_at, Event.id)).all()
    counts, sorts = _answers(desk, since, until), Sorts(desk)
    return tuple(
        _row(e, name, name_en, counts.get(e.id, Answers()), sorts) for e, name, name_en in found
    )


def get_event(desk: Desk, event_id: UUID) -> EventCard:
    """One event; raises NotFound."""
    event = find_event(desk, event_id)
    venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
    host = desk.session.get(Staff, event.host_id) if event.host_id else None
    counts = _answers(desk, event_id=event_id)
    name, name_en = (venue.name, venue.name_en) if venue else ("", "")
    return EventCard(
        _row(event, name, name_en, counts.get(event_id, Answers()), Sorts(desk)),
        event.description,
        event.description_en,
        event.dress,
        event.venue_id,
        ", ".join(p for p in (venue.city, venue.address) if p) if venue else "",
        venue.step_free if venue else False,
        event.host_id,
        Who.of(host),
        tuple(event.tiers),
        tuple(event.topics),
        event.answer_by,
        event.sequence,
        event.version,
        list_sessions(desk, event_id),
        _NEXT[event.state],
        event.dress_en,
        venue.address_en if venue else "",
        event.format,
        event.sort_id,
        facts_of(venue) if venue else (),
    )


def find_event(desk: Desk, event_id: UUID) -> Event:
    """The ORM object, for this room's own verbs."""
    event = desk.session.get(Event, event_id)
    if event is None:
        raise NotFound(say("This event is not here any more."))
    return event


def _row(
    event: Event, venue: str | None, venue_en: str | None, answers: Answers, sorts: Sorts
) -> EventRow:
    sort = sorts.of(event.sort_id, event.kind)
    return EventRow(
        event.id,
        event.title,
        event.title_en,
        event.kind,
        event.state,
        event.starts_at,
        event.ends_at,
        event.zone,
        venue or "",
        venue_en or "",
        event.capacity,
        answers,
        event.format or (sort.format if sort else usual_format(event.kind)),
        event.venue_id,
        tuple(event.tiers),
        sort.name if sort else "",
        sort.name_en if sort else "",
        event.course_id,
        event.sort_id,
    )


def _answers(
    desk: Desk,
    since: datetime | None = None,
    until: datetime | None = None,
    *,
    event_id: UUID | None = None,
) -> dict[UUID, Answers]:
    """Counted by the database in one query."""
    live = Invitation.state.not_in((InvitationState.CANCELLED, InvitationState.DRAFT))

    def count(partstat: PartStat) -> Any:
        return func.sum(case((Invitation.partstat == partstat, 1), else_=0))

    yes = PartStat.ACCEPTED
    seats = func.sum(case((Invitation.partstat == yes, Invitation.party), else_=0))
    query = select(
        Invitation.event_id,
        func.count(),
        count(yes),
        count(PartStat.TENTATIVE),
        count(PartStat.DECLINED),
        seats,
    ).where(live)
    if event_id is not None:
        query = query.where(Invitation.event_id == event_id)
    if since is not None or until is not None:
        query = query.join(Event, Event.id == Invitation.event_id)
    if since is not None:
        query = query.where(Event.starts_at >= since)
    if until is not None:
        query = query.where(Event.starts_at < until)
    return {
        row[0]: Answers(
            row[1], row[2], row[3], row[4], row[1] - row[2] - row[3] - row[4], int(row[5] or 0)
        )
        for row in desk.session.execute(query.group_by(Invitation.event_id))
    }


# Verbs --------------------------------------------------------------------------------------


def add_event(desk: Desk, *, words: EventWords, sessions: tuple[SessionWords, ...] = ()) -> UUID:
    """A new event, as a draft. UserError with `field` names the field that is wrong."""
    _check(desk, words)
    event = Event(state=EventState.DRAFT, sequence=0)
    _put(event, words)
    event.host_id = words.host_id or desk.actor.id
    desk.session.add(event)
    desk.session.flush()
    keep_found(desk, event)
    desk.note("add_event", "event", event.id, ("title", "kind", "starts_at", "venue_id"))
    for session in sessions:
        add_session(desk, event_id=event.id, words=session)
    return event.id


def change_event(
    desk: Desk, *, event_id: UUID, words: EventWords, base: EventWords | None = None
) -> bool:
    """Change an event; True if guests who were told must be told again (SEQUENCE grew).

    `base` is what the form was opened with: what somebody else changed meanwhile in other
    fields stays. Raises `Diverged` where both changed the same; without a base, what is
    given is written.
    """
    try:
        event = find_event(desk, event_id)
    except NotFound:
        raise merging.removed(desk, SEARCH_KIND, event_id, yours=words) from None
    if event.state in {EventState.HELD, EventState.REVIEWED, EventState.CANCELLED}:
        raise UserError(say("This event is over or was cancelled. It cannot be changed any more."))
    now = _words_of(event)
    joined = merging.join(
        desk, SEARCH_KIND, event_id, base=base or now, yours=_trimmed(words), theirs=now,
        together=TIMES,
    )  # fmt: skip
    words = joined.after
    _check(desk, words)
    changed = list(merging.changed_fields(now, words))
    if not changed:
        return False
    _put(event, words)
    moved = any(
        getattr(now, n) != getattr(words, n) for n in ("starts_at", "ends_at", "venue_id", "zone")
    )
    if moved:
        event.sequence += 1
        changed.append("sequence")
        shift_sessions(desk, event, words.starts_at - now.starts_at)
    desk.session.flush()
    keep_found(desk, event)
    desk.note("change_event", "event", event_id, changed)
    return moved and event.state in {EventState.INVITING, EventState.CLOSED}


def move_event(desk: Desk, *, event_id: UUID, to: EventState) -> EventState:
    """Take the next step in an event's life; returns the step it was at, so that it can be undone.

    Cancelling makes SEQUENCE grow; the guests are told by `invitations.cancel_event`. A reviewed
    event's shares of the seats are settled; the step back takes them back.
    """
    event = find_event(desk, event_id)
    before = event.state
    if to not in _NEXT[before]:
        raise UserError(
            say("“{state}” cannot follow “{before}”.", state=label(to), before=label(before))
        )
    if to is EventState.HELD and event.starts_at > desk.now:
        raise UserError(say("The event has not begun yet."))
    event.state = to
    if to is EventState.CANCELLED:
        event.sequence += 1
    desk.session.flush()
    desk.note("move_event", "event", event_id, ("state",))
    if EventState.REVIEWED in (before, to):
        from vipdesk.events import entitlement  # it reads events by this module

        entitlement.follow(desk, event, before)
    return before


def _words_of(event: Event) -> EventWords:
    """As a form has it."""
    values: dict[str, Any] = {f.name: getattr(event, f.name) for f in fields(EventWords)}
    values |= {"tiers": tuple(event.tiers), "topics": tuple(event.topics)}
    return EventWords(**values)


def _trimmed(words: EventWords) -> EventWords:
    """As they are kept: blanks that nobody meant are no change."""
    texts: dict[str, Any] = {
        f.name: getattr(words, f.name).strip()
        for f in fields(words)
        if type(getattr(words, f.name)) is str
    }
    return replace(words, **texts)


def _check(desk: Desk, words: EventWords) -> None:
    """Whose fault it is, beside its field."""
    venue = desk.session.get(Venue, words.venue_id) if words.venue_id else None
    faults: tuple[tuple[bool, Say, str], ...] = (
        (not words.title.strip(), say("Give the event a title."), "title"),
        (words.ends_at <= words.starts_at, say("The event ends before it begins."), "ends_at"),
        (words.capacity < 0, say("The number of seats cannot be negative."), "capacity"),
        (zone_of(words.zone) is None, say("This time zone is not known."), "zone"),
        (
            words.venue_id is not None and venue is None,
            say("This place is not here any more."),
            "venue_id",
        ),
        (
            bool(venue and venue.capacity and words.capacity > venue.capacity),
            say("This place holds {n} people.", n=venue.capacity if venue else 0),
            "capacity",
        ),
        (
            words.answer_by is not None and words.answer_by > words.starts_at,
            say("Answers are due before the event begins."),
            "answer_by",
        ),
        (
            words.sort_id is not None and not _sort_fits(desk, words),
            say("This kind is not here any more. Choose another one."),
            "kind",
        ),
        (
            words.course_id is not None and desk.session.get(EventCourse, words.course_id) is None,
            say("This course is not here any more."),
            "course_id",
        ),
    )
    for wrong, sentence, field in faults:
        if wrong:
            raise UserError(sentence, field=field)


def _sort_fits(desk: Desk, words: EventWords) -> bool:
    """A retired kind stays where it was chosen."""
    sort = desk.session.get(EventSort, words.sort_id)
    return sort is not None and sort.category is words.kind


def _put(event: Event, words: EventWords) -> None:
    words = _trimmed(words)
    for field in fields(words):
        value = getattr(words, field.name)
        setattr(event, field.name, list(value) if isinstance(value, tuple) else value)


def keep_found(desk: Desk, event: Event) -> None:
    """The palette finds events by their titles, place and kind."""
    venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
    place = venue.name if venue else ""
    search_index.put(
        desk.session,
        kind=SEARCH_KIND,
        object_id=event.id,
        title=event.title,
        detail=place,
        tokens=spelling.tokens_of([event.title, event.title_en, place, event.kind.value]),
    )


__all__ = [
    "SEARCH_KIND",
    "TIMES",
    "Answers",
    "EventCard",
    "EventRow",
    "EventWords",
    "SessionRow",
    "SessionWords",
    "add_event",
    "add_session",
    "change_event",
    "change_session",
    "find_event",
    "get_event",
    "keep_found",
    "list_events",
    "move_event",
    "remove_session",
]
