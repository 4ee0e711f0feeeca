"""Parties that wait for a seat at a full event."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.gathering import WaitingState
from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words


class WaitingEntry(Shared, Versioned):
    """A client with companions: all of them get in or none does.

    `principal_only`: the client comes alone if there is no room for all. `place`: made by hand,
    1 is first, always with a reason; without one, who came first. `offered`: for how many people
    the seats are kept until `expires_at`.
    """

    __tablename__ = "waiting_entry"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    party: Mapped[int] = mapped_column(default=1)
    principal_only: Mapped[bool] = mapped_column(default=False, server_default=false())
    state: Mapped[WaitingState] = mapped_column(words(WaitingState), default=WaitingState.WAITING)
    place: Mapped[int | None]
    reason: Mapped[str] = mapped_column(String(300), default="")
    placed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    added_at: Mapped[datetime]
    offered: Mapped[int] = mapped_column(default=0)
    offered_at: Mapped[datetime | None]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)
    closed_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        UniqueConstraint("event_id", "client_id"),
        CheckConstraint("party >= 1 AND offered >= 0", name="people"),
        CheckConstraint("place IS NULL OR reason <> ''", name="reason"),
        {"schema": VIP},
    )
