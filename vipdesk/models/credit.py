"""What each client earned and was given at each event: the ledger that keeps scarce seats fair."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared


class CreditLine(Shared):
    """One client at one event, in thousandths of a seat: whole numbers add up exactly.

    `earned`: the client's share of the seats, of who was eligible and willing. `spent`: what the
    seats taken cost. The credit is the sum of earned less the sum of spent.
    """

    __tablename__ = "credit_line"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    earned: Mapped[int] = mapped_column(default=0)
    spent: Mapped[int] = mapped_column(default=0)
    settled_at: Mapped[datetime]

    __table_args__: Any = (
        UniqueConstraint("event_id", "client_id"),
        CheckConstraint("earned >= 0 AND spent >= 0", name="amounts"),
        {"schema": VIP},
    )
