"""After an event: who came, by the door and by hand, what was learned, what to do differently.

The door's scans fill the list; a word by hand corrects it and is never overwritten by a log
that comes late, unless the door saw the guest. Who said yes and did not come is marked in one
step, when the evening is over and every desk has told.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.channels.hours import zone
from vipdesk.clients import facts, introduced
from vipdesk.clients.introduced import IntroductionFields
from vipdesk.clients.names import Name
from vipdesk.errors import UserError
from vipdesk.events import guest_lists
from vipdesk.events.door_sync import guest_row, state_of
from vipdesk.events.programme import find_event
from vipdesk.models import (
    Client,
    Event,
    Feedback,
    Guest,
    GuestList,
    Introduction,
    Invitation,
    Tier,
)
from vipdesk.vocabulary import Channel, FactKind, InvitationState, PartStat
from vipdesk.wording import Lang, Say, Who, say

_LONGEST = 1000
_MOST_PARTY = 50


@dataclass(frozen=True, slots=True)
class AfterGuest:
    """A guest after the event. came: None while nobody knows. party: how many came, or were due.

    score: 1 to 5. late: came more than a quarter of an hour after the beginning.
    """

    client_id: UUID
    name: Name
    sort_key: str
    tier_ru: str
    tier_en: str
    partstat: PartStat
    party: int
    channel: Channel
    came: bool | None
    party_came: int
    came_at: datetime | None
    thanked_at: datetime | None
    answered_at: datetime | None
    score: int | None
    words: str
    door_note: str

    def tier(self, lang: Lang) -> str:
        """The tier's name in the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en


@dataclass(frozen=True, slots=True)
class WalkIn:
    """Somebody who was not on the list. let_in False: still waits for the host's word: a task."""

    nonce: UUID
    words: str
    at: datetime
    let_in: bool


@dataclass(frozen=True, slots=True)
class MadeIntroduction:
    """Two clients who were introduced that day."""

    one: Who
    other: Who


@dataclass(frozen=True, slots=True)
class After:
    """Everything about the time after one event. `doubles`: counted once, to be looked at."""

    event_id: UUID
    guests: tuple[AfterGuest, ...]
    walk_ins: tuple[WalkIn, ...]
    doubles: tuple[UUID, ...]
    introductions: tuple[MadeIntroduction, ...]
    lessons: str

    @property
    def came(self) -> tuple[AfterGuest, ...]:
        """Who was there."""
        return tuple(g for g in self.guests if g.came)

    @property
    def people(self) -> int:
        """Heads in the room, companions and walk-ins included."""
        return sum(g.party_came for g in self.guests) + sum(w.let_in for w in self.walk_ins)

    @property
    def unknown(self) -> int:
        """Guests who said yes and of whom nobody knows whether they came."""
        return sum(g.came is None and g.partstat is PartStat.ACCEPTED for g in self.guests)


@dataclass(frozen=True, slots=True)
class Attendance:
    """What stood there before, for the way back."""

    event_id: UUID
    client_id: UUID
    came: bool | None
    party: int


# Reads --------------------------------------------------------------------------------------


def get_after(desk: Desk, event_id: UUID) -> After:
    """The guests by name, with who came and what followed."""
    event = find_event(desk, event_id)
    state = state_of(desk, event_id)
    listed = _attendance(desk, event_id)
    answers = {
        f.client_id: f
        for f in desk.session.scalars(select(Feedback).where(Feedback.event_id == event_id))
    }
    rows = desk.session.execute(
        select(Invitation, Client, Tier)
        .join(Client, Client.id == Invitation.client_id)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .where(
            Invitation.event_id == event_id,
            Invitation.state.not_in((InvitationState.CANCELLED, InvitationState.DRAFT)),
        )
        .order_by(Client.sort_key, Client.id)
    )
    guests = []
    for invitation, client, tier in rows:
        here = state.here(client.id)
        at = min((s.at for s in here.values()), default=None)
        listed_guest, answer = listed.get(client.id), answers.get(client.id)
        guests.append(_row(invitation, client, tier, listed_guest, answer, at))
    walk_ins = [WalkIn(s.nonce, s.words, s.at, let_in=True) for s in state.walk_ins()]
    walk_ins += [WalkIn(s.nonce, s.words, s.at, let_in=False) for s in state.asked()]
    made = _introductions(desk, event, [g.client_id for g in guests])
    return After(event_id, tuple(guests), tuple(walk_ins), state.doubles(), made, event.lessons)


def _attendance(desk: Desk, event_id: UUID) -> dict[UUID, Guest]:
    rows = desk.session.scalars(
        select(Guest)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .where(GuestList.event_id == event_id)
    )
    return {g.client_id: g for g in rows}


def _row(
    invitation: Invitation, client: Client, tier: Tier | None, guest: Guest | None,
    answer: Feedback | None, at: datetime | None,
) -> AfterGuest:  # fmt: skip
    return AfterGuest(
        client.id, guest_lists.name_of(client), client.sort_key, tier.name_ru if tier else "",
        tier.name_en if tier else "", invitation.partstat, invitation.party, invitation.channel,
        guest.attended if guest else None, guest.party_came if guest else 0, at,
        answer.thanked_at if answer else None, answer.answered_at if answer else None,
        answer.score if answer else None, answer.words if answer else "",
        guest.door_note if guest else "",
    )  # fmt: skip


def _introductions(
    desk: Desk, event: Event, ids: list[UUID]
) -> tuple[MadeIntroduction, ...]:  # fmt: skip
    if not desk.actor.may(Verb.SELECT, "introduction"):
        return ()
    there = zone(event.zone)
    day = (event.starts_at.astimezone(there) if there else event.starts_at).date()
    x = Introduction
    rows = desk.session.execute(
        select(x.client_id, x.other_client_id).where(
            x.introduced_on == day, x.client_id.in_(ids), x.other_client_id.in_(ids)
        )
    ).all()
    names = {
        c.id: Who(f"{c.surname} {c.given}".strip(), c.latin_name)
        for c in desk.session.scalars(
            select(Client).where(or_(*(Client.id.in_(pair) for pair in rows)))
        )
    } if rows else {}  # fmt: skip
    return tuple(MadeIntroduction(names[a], names[b]) for a, b in rows if b is not None)


# Verbs --------------------------------------------------------------------------------------


def note_attendance(
    desk: Desk, *, event_id: UUID, client_id: UUID, came: bool | None, party: int = 1
) -> Attendance:
    """Who came, by hand; `came` None: nobody knows. What stood there before comes back."""
    if came and not 1 <= party <= _MOST_PARTY:
        raise UserError(say("Say how many came: 1 to {n}.", n=_MOST_PARTY), field="party")
    guest = guest_row(desk, event_id, client_id)
    before = Attendance(event_id, client_id, guest.attended, guest.party_came)
    guest.attended, guest.party_came = came, party if came else 0
    desk.session.flush()
    desk.note("note_attendance", "guest", guest.id, ("attended", "party_came"))
    return before


def bring_back(desk: Desk, before: tuple[Attendance, ...]) -> None:
    """The way back of `note_attendance` and `mark_missing`."""
    for one in before:
        guest = guest_row(desk, one.event_id, one.client_id)
        guest.attended, guest.party_came = one.came, one.party
        desk.note("note_attendance", "guest", guest.id, ("attended", "party_came"))
    desk.session.flush()


def mark_missing(desk: Desk, *, event_id: UUID) -> tuple[Attendance, ...]:
    """Who said yes and was seen by nobody did not come. Raises `UserError` before it is over."""
    event = find_event(desk, event_id)
    if event.ends_at > desk.now:
        raise UserError(say("The event is not over yet: somebody may still come."))
    return tuple(
        note_attendance(desk, event_id=event_id, client_id=guest.client_id, came=False)
        for guest in get_after(desk, event_id).guests
        if guest.came is None and guest.partstat is PartStat.ACCEPTED
    )


def set_lessons(desk: Desk, *, event_id: UUID, lessons: str) -> str:
    """What to do differently next time; what stood there before comes back."""
    if len(lessons) > _LONGEST:
        raise UserError(say("Use at most {n} letters.", n=_LONGEST), field="lessons")
    event = find_event(desk, event_id)
    before, event.lessons = event.lessons, lessons.strip()
    desk.session.flush()
    desk.note("set_lessons", "event", event_id, ("lessons",))
    return before


def learn(
    desk: Desk, *, event_id: UUID, client_id: UUID, kind: FactKind, text: str, source: str
) -> UUID:
    """A fact heard at the event goes to the client's profile. `source`: the event, in words."""
    find_event(desk, event_id)
    return facts.add_fact(desk, client_id, kind=kind, text=text, source=source)


def note_introduction(desk: Desk, *, event_id: UUID, one: UUID, other: UUID) -> UUID:
    """Two guests were introduced there, and both had agreed to it (CL-12).

    An open wish of either for the other is fulfilled; else the introduction is noted anew.
    """
    event = find_event(desk, event_id)
    there = zone(event.zone)
    day = (event.starts_at.astimezone(there) if there else event.starts_at).date()
    for row in introduced.list_introductions(desk, one):
        if row.other_id == other and row.fields.introduced_on is None and not row.fields.ended:
            base = introduced.get_introduction(desk, row.id)
            introduced.change_introduction(desk, row.id, base=base, values=_made(base, day))
            return row.id
    fields = _made(IntroductionFields(other_client_id=other), day)
    return introduced.add_introduction(desk, one, fields)


def _made(fields: IntroductionFields, day: date) -> IntroductionFields:
    return replace(
        fields, introduced_on=day, client_agreed_on=fields.client_agreed_on or day,
        other_agreed_on=fields.other_agreed_on or day,
    )  # fmt: skip


def came_words(guest: AfterGuest) -> Say:
    """'came, three of them', 'did not come', 'not known'."""
    if guest.came is None:
        return say("not known")
    if not guest.came:
        return say("did not come")
    return say("came: {n} people", n=guest.party_came)
