"""What happened between the club and a client, and what was promised."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import (
    Channel,
    Direction,
    InteractionKind,
    PromiseState,
    Sensitivity,
)


class Interaction(Shared):
    """One contact or note. `two_way`: a real exchange; only that restarts the rhythm."""

    __tablename__ = "interaction"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    kind: Mapped[InteractionKind] = mapped_column(words(InteractionKind))
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    direction: Mapped[Direction] = mapped_column(words(Direction))
    at: Mapped[datetime]
    two_way: Mapped[bool] = mapped_column(default=False)
    text: Mapped[str] = mapped_column(default="")
    sensitivity: Mapped[Sensitivity] = mapped_column(words(Sensitivity), default=Sensitivity.TEAM)

    __table_args__: Any = (
        Index("ix_interaction_client_id_at", "client_id", "at"),
        {"schema": VIP},
    )


class Promise(Shared, Versioned):
    """What we told a client we would do, by when. A complaint's promises live with it."""

    __tablename__ = "promise"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    owner_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    interaction_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.interaction.id"))
    text: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[PromiseState] = mapped_column(words(PromiseState), default=PromiseState.OPEN)
    closed_at: Mapped[datetime | None]
    renegotiated_from_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.promise.id"))

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        Index("ix_promise_state_due_at", "state", "due_at"),
        {"schema": VIP},
    )


class Draft(Shared):
    """Typed text not saved yet: survives a crash and a lock."""

    __tablename__ = "draft"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    form: Mapped[str]
    object_id: Mapped[UUID | None]
    values: Mapped[dict[str, Any]]
    saved_at: Mapped[datetime]

    __table_args__: Any = (
        Index("ix_draft_staff_id_form", "staff_id", "form", "object_id"),
        {"schema": VIP},
    )


class Snooze(Shared):
    """'Not today' for a line of Today: one person's, at least a day long. `kind` is the line's."""

    __tablename__ = "snooze"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    kind: Mapped[str] = mapped_column(String(24))
    object_id: Mapped[UUID]
    until: Mapped[datetime]

    __table_args__: Any = (
        UniqueConstraint("staff_id", "kind", "object_id"),
        {"schema": VIP},
    )


class Handover(Shared):
    """A client passed from one member of the staff to another; rows of one deed share `batch_id`.

    `before` holds what the way back needs: the deputy, and the promises that went along.
    """

    __tablename__ = "handover"

    batch_id: Mapped[UUID] = mapped_column(index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    from_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    at: Mapped[datetime]
    note: Mapped[str] = mapped_column(default="")
    before: Mapped[dict[str, Any]] = mapped_column(default=dict)
    seen_at: Mapped[datetime | None]  # by the new manager
    undone_at: Mapped[datetime | None]

    __table_args__: Any = (
        Index("ix_handover_to_id_seen_at", "to_id", "seen_at"),
        {"schema": VIP},
    )
