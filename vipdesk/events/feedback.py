"""Two questions after an event, by the guest's own channel, and the answers.

How did you like it, one to five; what should we do differently. Answers come by telephone, by
mail, in person: whoever hears one writes it down.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.events.programme import find_event
from vipdesk.models import Feedback
from vipdesk.vocabulary import Channel
from vipdesk.wording import say

BEST = 5
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """What a guest said. score None: only words."""

    score: int | None = None
    words: str = ""
    channel: Channel | None = None


def get_answer(desk: Desk, *, event_id: UUID, client_id: UUID) -> Answer:
    """What is noted; empty where nothing is."""
    row = find_row(desk, event_id, client_id)
    return Answer(row.score, row.words, row.channel) if row is not None else Answer()


def note_answer(desk: Desk, *, event_id: UUID, client_id: UUID, answer: Answer) -> Answer:
    """Write an answer down; an empty one takes it back. What stood there before comes back."""
    if answer.score is not None and not 1 <= answer.score <= BEST:
        raise UserError(say("A score is a number from 1 to 5."), field="score")
    if len(answer.words) > _LONGEST:
        raise UserError(say("Use at most {n} letters.", n=_LONGEST), field="words")
    row = open_row(desk, event_id, client_id)
    before = Answer(row.score, row.words, row.channel)
    said = answer.score is not None or bool(answer.words.strip())
    row.score, row.words, row.channel = answer.score, answer.words.strip(), answer.channel
    row.answered_at = desk.now if said else None
    row.recorded_by_id = desk.actor.id if said else None
    desk.session.flush()
    desk.note("note_feedback", "feedback", row.id, ("score", "words", "channel"))
    return before


def find_row(desk: Desk, event_id: UUID, client_id: UUID) -> Feedback | None:
    """The ORM object, for this room's own verbs."""
    return desk.session.scalars(
        select(Feedback).where(Feedback.event_id == event_id, Feedback.client_id == client_id)
    ).first()


def open_row(desk: Desk, event_id: UUID, client_id: UUID) -> Feedback:
    """The same, made when it is first needed."""
    row = find_row(desk, event_id, client_id)
    if row is None:
        find_event(desk, event_id)
        row = Feedback(event_id=event_id, client_id=client_id)
        desk.session.add(row)
        desk.session.flush()
    return row
