"""Facts about a client with source, date and age; interests and needs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.rows import FactRow, Freshness, InterestRow
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import SPECIAL, cares_for, client_of, sees_special
from vipdesk.clients.special import keeps_special
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Fact, Interest, Staff
from vipdesk.vocabulary import Confidence, FactKind, InterestKind
from vipdesk.wording import Who, say

# How long a fact holds before it is asked again, in days: judgement, not measurement.
_HOLDS = {
    FactKind.PREFERENCE: 365, FactKind.FAMILY: 540, FactKind.WORK: 365, FactKind.TRAVEL: 120,
    FactKind.GIFT: 730, FactKind.TABOO: 1095, FactKind.HEALTH: 180, FactKind.DIET: 365,
    FactKind.FAITH: 1095,
}  # fmt: skip
_GUESS_HOLDS = 90


@dataclass(frozen=True, slots=True)
class FactBefore:
    """A fact as it was, for the way back."""

    id: UUID
    kind: FactKind
    text: str
    source: str
    heard_by_id: UUID | None
    noted_on: date
    confidence: Confidence
    review_on: date | None


def review_day(kind: FactKind, noted_on: date, confidence: Confidence) -> date:
    """When a fact should be asked again, unless its author said a day."""
    days = _GUESS_HOLDS if confidence is Confidence.GUESS else _HOLDS[kind]
    return noted_on + timedelta(days=days)


def freshness_of(noted_on: date, review_on: date, today: date) -> Freshness:
    """Stale from the day of review; aging in the last quarter of the time before it."""
    if today >= review_on:
        return Freshness.STALE
    span = (review_on - noted_on).days
    return Freshness.AGING if (review_on - today).days * 4 <= span else Freshness.FRESH


def may_note_special(desk: Desk, client_id: UUID) -> bool:
    """Whether this person may note health, diet or faith of this client, in this club."""
    return sees_special(desk, cares=cares_for(desk, client_id))


def add_fact(
    desk: Desk,
    client_id: UUID,
    *,
    kind: FactKind,
    text: str,
    source: str = "",
    confidence: Confidence = Confidence.HEARD,
    review_on: date | None = None,
) -> UUID:
    """Note a fact heard today. Health, diet and faith need their own right."""
    client_of(desk, client_id)
    _check_words(desk, client_id, kind, text)
    if review_on is not None and review_on <= desk.now.date():
        raise UserError(say("Choose a day that is still to come."), field="review_on")
    fact = Fact(
        id=new_id(), client_id=client_id, kind=kind, text=text.strip(), source=source.strip(),
        heard_by_id=desk.actor.id, noted_on=desk.now.date(), confidence=confidence,
        review_on=review_on,
    )  # fmt: skip
    desk.session.add(fact)
    desk.session.flush()
    desk.note("add_fact", "fact", fact.id, ("kind", "text", "source", "confidence"))
    return fact.id


def change_fact(
    desk: Desk,
    fact_id: UUID,
    *,
    kind: FactKind,
    text: str,
    source: str = "",
    confidence: Confidence = Confidence.HEARD,
    review_on: date | None = None,
) -> FactBefore:
    """Correct a fact. New words or another certainty are of today, heard by who corrects.

    What it was comes back, for the way back (`restore_fact`).
    """
    fact = _fact(desk, fact_id)
    _check_words(desk, fact.client_id, kind, text)
    before = _before(fact)
    if review_on is not None and review_on <= fact.noted_on:
        raise UserError(say("Choose a day after the fact was noted."), field="review_on")
    told_anew = (fact.kind, fact.text, fact.confidence) != (kind, text.strip(), confidence)
    fact.kind, fact.text, fact.source = kind, text.strip(), source.strip()
    fact.confidence, fact.review_on = confidence, review_on
    if told_anew:
        fact.noted_on, fact.heard_by_id = desk.now.date(), desk.actor.id
    desk.session.flush()
    desk.note("change_fact", "fact", fact_id, ("kind", "text", "source", "confidence"))
    return before


def confirm_fact(desk: Desk, fact_id: UUID) -> FactBefore:
    """The client said so again: the fact is fresh from today. What it was comes back."""
    fact = _fact(desk, fact_id)
    before = _before(fact)
    fact.noted_on, fact.confidence, fact.review_on = desk.now.date(), Confidence.CONFIRMED, None
    fact.heard_by_id = desk.actor.id
    desk.session.flush()
    desk.note("confirm_fact", "fact", fact_id, ("noted_on", "confidence", "review_on"))
    return before


def restore_fact(desk: Desk, before: FactBefore) -> None:
    """The inverse of `change_fact` and `confirm_fact`."""
    fact = _fact(desk, before.id)
    fact.kind, fact.text, fact.source = before.kind, before.text, before.source
    fact.heard_by_id, fact.noted_on = before.heard_by_id, before.noted_on
    fact.confidence, fact.review_on = before.confidence, before.review_on
    desk.session.flush()
    desk.note("change_fact", "fact", before.id, ("kind", "text", "source", "confidence"))


def end_fact(desk: Desk, fact_id: UUID) -> UUID:
    """No longer true: kept, not shown. `reopen_fact` takes it back."""
    fact = _fact(desk, fact_id)
    fact.ended_on = desk.now.date()
    desk.session.flush()
    desk.note("end_fact", "fact", fact_id, ("ended_on",))
    return fact_id


def reopen_fact(desk: Desk, fact_id: UUID) -> None:
    """True after all."""
    fact = _fact(desk, fact_id)
    fact.ended_on = None
    desk.session.flush()
    desk.note("reopen_fact", "fact", fact_id, ("ended_on",))


def list_facts(desk: Desk, client_id: UUID, *, special: bool) -> tuple[FactRow, ...]:
    """Facts that still hold, the stale ones last; health, diet and faith only if `special`."""
    today = desk.now.date()
    wanted = (
        select(Fact, Staff)
        .outerjoin(Staff, Staff.id == Fact.heard_by_id)
        .where(Fact.client_id == client_id, Fact.ended_on.is_(None))
    )
    rows = [_row(fact, staff, today) for fact, staff in desk.session.execute(wanted)]
    order = list(Freshness)
    return tuple(
        sorted(
            (r for r in rows if special or r.kind not in SPECIAL),
            key=lambda r: (order.index(r.freshness), list(FactKind).index(r.kind), r.age_days),
        )
    )


def to_ask_again(facts: Iterable[FactRow]) -> FactRow | None:
    """The one fact that is worth asking about next: the longest overdue."""
    stale = [f for f in facts if f.freshness is Freshness.STALE]
    return min(stale, key=lambda f: f.review_on, default=None)


def _row(fact: Fact, staff: Staff | None, today: date) -> FactRow:
    review_on = fact.review_on or review_day(fact.kind, fact.noted_on, fact.confidence)
    return FactRow(
        fact.id, fact.kind, fact.text, fact.source,
        Who.of(staff), fact.noted_on, fact.confidence,
        review_on, (today - fact.noted_on).days, freshness_of(fact.noted_on, review_on, today),
    )  # fmt: skip


def _before(fact: Fact) -> FactBefore:
    return FactBefore(
        fact.id, fact.kind, fact.text, fact.source, fact.heard_by_id, fact.noted_on,
        fact.confidence, fact.review_on,
    )  # fmt: skip


def _check_words(desk: Desk, client_id: UUID, kind: FactKind, text: str) -> None:
    if not text.strip():
        raise UserError(say("Write what is known."), field="text")
    if kind in SPECIAL and not keeps_special(desk):
        raise UserError(
            say("This club keeps nothing on health, diet or faith. Settings can change that.")
        )
    if kind in SPECIAL and not sees_special(desk, cares=cares_for(desk, client_id)):
        raise UserError(say("Only the client’s own manager notes health, diet or faith."))


def _fact(desk: Desk, fact_id: UUID) -> Fact:
    """The fact; one of health, diet or faith is not there for who may not read it."""
    fact = desk.session.get(Fact, fact_id)
    hidden = (
        fact is not None
        and fact.kind in SPECIAL
        and not sees_special(desk, cares=cares_for(desk, fact.client_id))
    )
    if fact is None or hidden:
        raise NotFound(say("This fact is not here any more."))
    return fact


# Interests and needs -----------------------------------------------------------------------


def add_interest(
    desk: Desk,
    client_id: UUID,
    *,
    topic: str,
    kind: InterestKind = InterestKind.INTEREST,
    strength: int = 2,
    note: str = "",
) -> UUID:
    """Note an interest or a need; the same topic again changes its strength and note."""
    client_of(desk, client_id)
    topic = " ".join(topic.split())
    if not topic:
        raise UserError(say("Write what draws the client."), field="topic")
    if len(topic) > 60:
        raise UserError(say("Sixty letters at most: the rest belongs in the note."), field="topic")
    found = desk.session.scalar(
        select(Interest).where(
            Interest.client_id == client_id, Interest.kind == kind, Interest.topic == topic
        )
    )
    if found is None:
        found = Interest(id=new_id(), client_id=client_id, kind=kind, topic=topic)
        desk.session.add(found)
    found.strength, found.note = min(3, max(1, strength)), note.strip()
    desk.session.flush()
    desk.note("add_interest", "interest", found.id, ("topic", "strength", "note"))
    keep_found(desk, client_id)
    return found.id


def remove_interest(desk: Desk, interest_id: UUID) -> InterestRow:
    """Take an interest away; the row comes back for the way back (`add_interest`)."""
    found = desk.session.get(Interest, interest_id)
    if found is None:
        raise NotFound(say("This interest is not here any more."))
    row = interest_row(found)
    client_id = found.client_id
    desk.session.delete(found)
    desk.session.flush()
    desk.note("remove_interest", "interest", interest_id, ("topic",))
    keep_found(desk, client_id)
    return row


_INTERESTS = (
    select(Interest)
    .where(Interest.client_id == bindparam("client_id"))
    .order_by(Interest.strength.desc(), Interest.topic)
)


def list_interests(desk: Desk, client_id: UUID) -> tuple[InterestRow, ...]:
    """The strongest first."""
    rows = desk.session.scalars(_INTERESTS, {"client_id": client_id})
    return tuple(interest_row(i) for i in rows)


def interest_row(found: Interest) -> InterestRow:
    """A frozen row."""
    return InterestRow(found.id, found.kind, found.topic, found.strength, found.note)
