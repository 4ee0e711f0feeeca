"""What a client asked for outside the usual hours or place (CL-05)."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.giving import OffHoursState
from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import currency, words


class OffHoursRequest(Shared, Versioned):
    """A courier at three in the morning: what, when, where, who took it on, what it cost.

    `reason`: why it was declined, never empty then. `cost_minor` None: not known.
    """

    __tablename__ = "off_hours_request"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    what: Mapped[str] = mapped_column(String(300))
    wanted_at: Mapped[datetime]
    place: Mapped[str] = mapped_column(String(200), default="")
    owner_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    asked_at: Mapped[datetime]
    asked_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    state: Mapped[OffHoursState] = mapped_column(words(OffHoursState), default=OffHoursState.ASKED)
    reason: Mapped[str] = mapped_column(String(200), default="")
    cost_minor: Mapped[int | None] = mapped_column(BigInteger, nullable=True)
    currency: Mapped[str] = currency()
    closed_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("cost_minor IS NULL OR cost_minor >= 0", name="cost"),
        CheckConstraint("state <> 'declined' OR reason <> ''", name="reason"),
        Index("ix_off_hours_request_state_wanted_at", "state", "wanted_at"),
        {"schema": VIP},
    )
