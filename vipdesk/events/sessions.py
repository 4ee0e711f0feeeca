"""The parts of an event: who leads them, for whom, with what, for how many."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events.programme_rows import SessionRow, SessionWords
from vipdesk.models import Event, EventSession
from vipdesk.wording import say


def list_sessions(desk: Desk, event_id: UUID) -> tuple[SessionRow, ...]:
    """By time."""
    rows = desk.session.scalars(
        select(EventSession)
        .where(EventSession.event_id == event_id)
        .order_by(EventSession.starts_at, EventSession.id)
    )
    return tuple(_row(s) for s in rows)


def add_session(desk: Desk, *, event_id: UUID, words: SessionWords) -> UUID:
    """A part of the programme, within the event's time."""
    _check(_event(desk, event_id), words)
    session = EventSession(event_id=event_id)
    _put(session, words)
    desk.session.add(session)
    desk.session.flush()
    desk.note("add_session", "event_session", session.id, ("title", "tutor", "starts_at"))
    return session.id


def change_session(desk: Desk, *, session_id: UUID, words: SessionWords) -> SessionWords:
    """Change a part; its words before come back, for the way back."""
    session = _session(desk, session_id)
    _check(_event(desk, session.event_id), words)
    before = _row(session).words()
    _put(session, words)
    desk.session.flush()
    desk.note("change_session", "event_session", session_id, ("title", "tutor", "starts_at"))
    return before


def remove_session(desk: Desk, *, session_id: UUID) -> tuple[UUID, SessionWords]:
    """Take a part out; returns its event and its words, so that `add_session` can bring it back."""
    session = _session(desk, session_id)
    event_id, words = session.event_id, _row(session).words()
    desk.session.delete(session)
    desk.session.flush()
    desk.note("remove_session", "event_session", session_id)
    return event_id, words


def shift_sessions(desk: Desk, event: Event, by: timedelta) -> None:
    """The event moved to another hour: its parts move with it, and none stays outside it."""
    for session in desk.session.scalars(
        select(EventSession).where(EventSession.event_id == event.id)
    ):
        session.starts_at += by
        session.ends_at += by
        if session.ends_at > event.ends_at and session.starts_at < event.ends_at:
            session.ends_at = event.ends_at


def _event(desk: Desk, event_id: UUID) -> Event:
    event = desk.session.get(Event, event_id)
    if event is None:
        raise NotFound(say("This event is not here any more."))
    return event


def _session(desk: Desk, session_id: UUID) -> EventSession:
    session = desk.session.get(EventSession, session_id)
    if session is None:
        raise NotFound(say("This session is not here any more."))
    return session


def _check(event: Event, words: SessionWords) -> None:
    if not words.title.strip():
        raise UserError(say("Give the session a title."), field="session_title")
    if not event.starts_at <= words.starts_at < words.ends_at <= event.ends_at:
        raise UserError(
            say("A session begins and ends within the event’s own time."), field="session_starts"
        )
    if words.places < 0 or (event.capacity and words.places > event.capacity):
        raise UserError(say("The event itself has {n} seats.", n=event.capacity), field="places")


def _put(session: EventSession, words: SessionWords) -> None:
    session.title, session.title_en = words.title.strip(), words.title_en.strip()
    session.tutor, session.level = words.tutor.strip(), words.level.strip()
    session.materials, session.places = words.materials.strip(), words.places
    session.starts_at, session.ends_at = words.starts_at, words.ends_at


def _row(s: EventSession) -> SessionRow:
    return SessionRow(
        s.id, s.title, s.tutor, s.level, s.materials, s.starts_at, s.ends_at, s.title_en, s.places
    )
