"""A list as one person arranged it: filters, columns, order, under a name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned


class SavedView(Shared, Versioned):
    """One person's view of one list. The nameless one is how the list was left.

    `arrangement` is read leniently: what a newer or older desk wrote there is left out.
    """

    __tablename__ = "saved_view"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    place: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(80), default="")
    is_default: Mapped[bool] = mapped_column(default=False, server_default=false())
    arrangement: Mapped[dict[str, Any]]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (UniqueConstraint("staff_id", "place", "name"), {"schema": VIP})
