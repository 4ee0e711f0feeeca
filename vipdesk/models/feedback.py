"""What follows an event for each guest: thanks, two questions, the answers."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import Channel


class Feedback(Shared, Versioned):
    """One guest after one event. `score`: 1 to 5. `words`: what to do differently."""

    __tablename__ = "feedback"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    thanked_at: Mapped[datetime | None]
    asked_at: Mapped[datetime | None]
    channel: Mapped[Channel | None] = mapped_column(words(Channel))  # of the answer
    answered_at: Mapped[datetime | None]
    score: Mapped[int | None]
    words: Mapped[str] = mapped_column(String(1000), default="")
    recorded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        UniqueConstraint("event_id", "client_id"),
        CheckConstraint("score IS NULL OR score BETWEEN 1 AND 5", name="score"),
        {"schema": VIP},
    )
