"""Days of a client that come back each year: name day, anniversaries, days of memory."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import DayKind


class ClientDate(Shared, Versioned):
    """A day to keep in mind. It may be partial: day and month, month and year, a year alone.

    `title` is whose or what it is ('дочь Вера'). `lead_days`: how long before something has
    to be ordered, 0 for never. The client's own birthday stands in `Client`.
    """

    __tablename__ = "client_date"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    kind: Mapped[DayKind] = mapped_column(words(DayKind))
    title: Mapped[str] = mapped_column(String(120), default="")
    year: Mapped[int | None]
    month: Mapped[int | None]
    day: Mapped[int | None]
    lead_days: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("month IS NULL OR month BETWEEN 1 AND 12", name="month"),
        CheckConstraint("day IS NULL OR day BETWEEN 1 AND 31", name="day"),
        CheckConstraint("lead_days BETWEEN 0 AND 90", name="lead_days"),
        Index("ix_client_date_month_day", "month", "day"),
        # `ix_client_date_ahead`, of the few that something is ordered for, is made by revision
        # 0008: an index with a condition would import PostgreSQL's dialect at every start.
        {"schema": VIP},
    )
