"""A line of Today that one member of the staff asked another to take."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared


class Delegation(Shared):
    """'Would you take this for me?': who asked whom, about which client, and how it ended.

    `kind` and `object_id` are the line's. `client_name` and `latin_name` are what the asker
    chose to tell: the other may not see the client. At most one of the moments at the end is
    set; `seen_at`: the asker has seen how it ended.
    """

    __tablename__ = "delegation"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    object_id: Mapped[UUID]
    from_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    to_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    client_name: Mapped[str] = mapped_column(String(400))
    latin_name: Mapped[str] = mapped_column(String(400), default="")
    note: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None]
    at: Mapped[datetime]
    answer: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    seen_at: Mapped[datetime | None]

    __table_args__: Any = (
        CheckConstraint("from_id <> to_id", name="not_oneself"),
        Index("ix_delegation_to_id_at", "to_id", "at"),
        Index("ix_delegation_from_id_at", "from_id", "at"),
        {"schema": VIP},
    )
