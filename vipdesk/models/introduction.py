"""Whom a client wants to meet, and the introduction that came of it (CL-12)."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import Sensitivity


class Introduction(Shared, Versioned):
    """A wish of one client, later perhaps an introduction to another.

    `wanted`: whom or what kind of people, in words. The days are those on which each side
    agreed; nobody is introduced before both did. `by_id` of the club introduced them, `through`
    names another person who did. `ended_at`: the wish is over without an introduction.
    """

    __tablename__ = "introduction"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    other_client_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    wanted: Mapped[str] = mapped_column(String(300), default="")
    client_agreed_on: Mapped[date | None]
    other_agreed_on: Mapped[date | None]
    introduced_on: Mapped[date | None]
    by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    through: Mapped[str] = mapped_column(String(200), default="")
    outcome: Mapped[str] = mapped_column(String(1000), default="")
    sensitivity: Mapped[Sensitivity] = mapped_column(words(Sensitivity), default=Sensitivity.TEAM)
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    noted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint(
            "introduced_on IS NULL OR (other_client_id IS NOT NULL"
            " AND client_agreed_on IS NOT NULL AND other_agreed_on IS NOT NULL)",
            name="both_agreed",
        ),
        {"schema": VIP},
    )
