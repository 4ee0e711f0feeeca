"""What a season is planned with: the club’s kinds, courses, templates, options, costs, files."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.gathering import EventFormat
from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import currency, words
from vipdesk.vocabulary import EventKind


def _event() -> Mapped[UUID]:
    return mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)


def _amount() -> Mapped[int | None]:
    return mapped_column(BigInteger, nullable=True)


class EventSort(Shared, Versioned):
    """A kind of gathering in the club's own words, within one of the ten categories.

    `given`: the club's word for the category itself, at most one. Fairness, variety and
    recommendation count categories; people read these words.
    """

    __tablename__ = "event_sort"

    category: Mapped[EventKind] = mapped_column(words(EventKind))
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80), default="")
    format: Mapped[EventFormat] = mapped_column(words(EventFormat))
    given: Mapped[bool] = mapped_column(default=False)
    retired_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class EventCourse(Shared, Versioned):
    """Several events booked together: a masterclass course. Each keeps its own state."""

    __tablename__ = "event_course"

    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200), default="")
    about: Mapped[str] = mapped_column(default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class EventTemplate(Shared, Versioned):
    """An event to begin with: `plan` is written and read by `events.templates` alone."""

    __tablename__ = "event_template"

    name: Mapped[str] = mapped_column(String(120))
    plan: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class EventOption(Shared, Versioned):
    """One answer to one question a guest may choose: 'Menu: fish'. `places` 0: for everybody."""

    __tablename__ = "event_option"

    event_id: Mapped[UUID] = _event()
    question: Mapped[str] = mapped_column(String(80))
    question_en: Mapped[str] = mapped_column(String(80), default="")
    title: Mapped[str] = mapped_column(String(120))
    title_en: Mapped[str] = mapped_column(String(120), default="")
    places: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (CheckConstraint("places >= 0", name="places"), {"schema": VIP})


class InvitationChoice(Shared):
    """What a guest chose: kept with the invitation, one answer to one question.

    `client_id` is the invitation's own: whose row it is decides who may see it.
    """

    __tablename__ = "invitation_choice"

    invitation_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.invitation.id"), index=True)
    option_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event_option.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    chosen_at: Mapped[datetime]

    __table_args__: Any = (UniqueConstraint("invitation_id", "option_id"), {"schema": VIP})


class EventCost(Shared, Versioned):
    """A line of the budget, in minor units: what was planned and what was paid."""

    __tablename__ = "event_cost"

    event_id: Mapped[UUID] = _event()
    title: Mapped[str] = mapped_column(String(120))
    planned_minor: Mapped[int | None] = _amount()
    actual_minor: Mapped[int | None] = _amount()
    currency: Mapped[str] = currency()
    position: Mapped[int] = mapped_column(default=0)

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class EventFile(Shared):
    """A contract, a menu, a plan of the house. Never a loose file: the store keeps the bytes."""

    __tablename__ = "event_file"

    event_id: Mapped[UUID] = _event()
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    added_at: Mapped[datetime]
