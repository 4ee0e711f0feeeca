"""The club's events: venue, event, session, guest list, invitation, reply."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.gathering import EventFormat
from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import currency, minor, money, words
from vipdesk.money import Money
from vipdesk.vocabulary import (
    Channel,
    EventKind,
    EventState,
    GuestPlace,
    HoldKind,
    InvitationState,
    PartStat,
    ReplySource,
    Verdict,
)


class Venue(Shared, Versioned):
    """A place. `facts` holds the sheet a guest may be given (materials, step-free, kitchen)."""

    __tablename__ = "venue"

    name: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200), default="")
    address: Mapped[str] = mapped_column(default="")
    address_en: Mapped[str] = mapped_column(default="")  # whole, with the city
    city: Mapped[str] = mapped_column(String(120), default="")
    zone: Mapped[str] = mapped_column(String(60), default="Europe/Moscow")
    capacity: Mapped[int] = mapped_column(default=0)
    step_free: Mapped[bool] = mapped_column(default=False)
    facts: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class Event(Shared, Versioned):
    """A gathering. `sequence` is RFC 5545's: +1 when date, time, status or venue changes."""

    __tablename__ = "event"

    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200), default="")
    kind: Mapped[EventKind] = mapped_column(words(EventKind))
    state: Mapped[EventState] = mapped_column(words(EventState), default=EventState.DRAFT)
    venue_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.venue.id"))
    host_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    zone: Mapped[str] = mapped_column(String(60), default="Europe/Moscow")
    capacity: Mapped[int] = mapped_column(default=0)
    description: Mapped[str] = mapped_column(default="")
    description_en: Mapped[str] = mapped_column(default="")
    dress: Mapped[str] = mapped_column(String(120), default="")
    dress_en: Mapped[str] = mapped_column(String(120), default="")
    tiers: Mapped[list[str]] = mapped_column(default=list)  # tier codes; empty = all
    topics: Mapped[list[str]] = mapped_column(default=list)  # interest topics it speaks to
    sequence: Mapped[int] = mapped_column(default=0)
    answer_by: Mapped[datetime | None]
    budget_minor: Mapped[int | None] = minor()
    budget_currency: Mapped[str] = currency()
    budget: Mapped[Money | None] = money("budget_minor", "budget_currency")
    format: Mapped[EventFormat | None] = mapped_column(words(EventFormat))  # None: as the kind's
    sort_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.event_sort.id"))
    lessons: Mapped[str] = mapped_column(default="", server_default="")  # what to do differently
    course_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.event_course.id"))
    settled_at: Mapped[datetime | None]  # shares of the seats; there may be no lines at all

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("ends_at > starts_at", name="ends_later"),
        CheckConstraint("capacity >= 0", name="capacity"),
        {"schema": VIP},
    )


class EventSession(Shared, Versioned):
    """A part of an event: a masterclass is an event with a programme."""

    __tablename__ = "event_session"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200), default="")
    tutor: Mapped[str] = mapped_column(String(200), default="")
    level: Mapped[str] = mapped_column(String(60), default="")
    materials: Mapped[str] = mapped_column(default="")
    places: Mapped[int] = mapped_column(default=0, server_default="0")  # 0: as the event
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class GuestList(Shared):
    """Who is thought of for an event. `criteria` is the first layer; frozen when sent."""

    __tablename__ = "guest_list"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), unique=True)
    criteria: Mapped[dict[str, Any]] = mapped_column(default=dict)
    frozen_at: Mapped[datetime | None]


class Guest(Shared, Versioned):
    """A client on a guest list, and the layer that put the name there."""

    __tablename__ = "guest"

    guest_list_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.guest_list.id"))
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    place: Mapped[GuestPlace] = mapped_column(words(GuestPlace))
    allowance: Mapped[int] = mapped_column(default=0)  # plus-ones allowed
    reason: Mapped[str] = mapped_column(default="")
    attended: Mapped[bool | None]
    party_came: Mapped[int] = mapped_column(default=0)
    # What is said to the guest at the door.
    door_note: Mapped[str] = mapped_column(String(200), default="", server_default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        UniqueConstraint("guest_list_id", "client_id"),
        CheckConstraint("allowance >= 0", name="allowance"),
        {"schema": VIP},
    )


class Invitation(Shared, Versioned):
    """One guest, one invitation. `uid` is the calendar UID: random, with nothing personal in it.

    `partstat`, `party` and `answered_at` are derived from the replies: replaying them in
    any order gives the same.
    """

    __tablename__ = "invitation"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    uid: Mapped[str] = mapped_column(String(80), unique=True)
    token: Mapped[str] = mapped_column(String(40), unique=True)
    channel: Mapped[Channel] = mapped_column(words(Channel))
    state: Mapped[InvitationState] = mapped_column(
        words(InvitationState), default=InvitationState.DRAFT
    )
    wave: Mapped[int] = mapped_column(default=1)
    sequence: Mapped[int] = mapped_column(default=0)
    allowance: Mapped[int] = mapped_column(default=0)
    sent_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    reminders: Mapped[int] = mapped_column(default=0, server_default="0")
    partstat: Mapped[PartStat] = mapped_column(words(PartStat), default=PartStat.NEEDS_ACTION)
    party: Mapped[int] = mapped_column(default=1)
    answered_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (UniqueConstraint("event_id", "client_id"), {"schema": VIP})


class Reply(Shared):
    """One answer, by any way. The raw mail is kept as it came; nothing is lost."""

    __tablename__ = "reply"

    invitation_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.invitation.id"))
    source: Mapped[ReplySource] = mapped_column(words(ReplySource))
    received_at: Mapped[datetime]
    message_id: Mapped[str | None] = mapped_column(unique=True)
    raw_sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    raw: Mapped[bytes | None]
    attendee: Mapped[str] = mapped_column(default="")
    partstat: Mapped[PartStat | None] = mapped_column(words(PartStat))
    party: Mapped[int] = mapped_column(default=1)
    sequence: Mapped[int] = mapped_column(default=0)
    dtstamp: Mapped[datetime | None]
    verdict: Mapped[Verdict] = mapped_column(words(Verdict))
    reason: Mapped[str] = mapped_column(String(60), default="")  # a code, see events.replies
    note: Mapped[str] = mapped_column(default="")
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))

    __table_args__: Any = (
        Index("ix_reply_invitation_id_received_at", "invitation_id", "received_at"),
        Index("ix_reply_verdict", "verdict"),
        {"schema": VIP},
    )


class InviteHold(Shared):
    """'Do not invite until …' or 'ask the manager': all that a coordinator ever sees.

    The same hold serves travel, mourning, illness, a wish for quiet and an open grievance.
    No reason, no author, no time of creation: each of them would tell.
    """

    __tablename__ = "invite_hold"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), unique=True)
    kind: Mapped[HoldKind] = mapped_column(words(HoldKind))
    review_on: Mapped[datetime | None]
