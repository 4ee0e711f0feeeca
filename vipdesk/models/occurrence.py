"""The ledger of what runs by itself: one row for each job and each moment it was due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Base


class Occurrence(Base):
    """A job at a due moment. Its key decides who runs it: one insert of many succeeds.

    `taken_until` is a lease for work with effects outside the database; work inside it
    shares its transaction with this row and is done when the row is there.
    """

    __tablename__ = "occurrence"

    job: Mapped[str] = mapped_column(String(100), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(primary_key=True)
    taken_at: Mapped[datetime]
    taken_until: Mapped[datetime]
    done_at: Mapped[datetime | None]

    __table_args__: Any = (
        CheckConstraint("taken_until >= taken_at", name="lease"),
        {"schema": VIP},
    )
