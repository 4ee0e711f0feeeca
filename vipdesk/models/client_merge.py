"""Two clients who are one person, two who are not, and how a list was read the last time."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared


class ClientMerge(Shared):
    """`other_client_id` was merged into `client_id`: its shell stays, what hung on it moved.

    `former_name`: what the other was called, so that it is still found. `before`: what the way
    back needs, hidden rows among it; in a team only the database's own procedures read it.
    """

    __tablename__ = "client_merge"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    other_client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    merged_at: Mapped[datetime]
    merged_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    former_name: Mapped[str] = mapped_column(String(600), default="")
    # Read only when it is asked for: in a team nobody reads it, the procedure does.
    before: Mapped[dict[str, Any]] = mapped_column(default=dict, deferred=True)
    undone_at: Mapped[datetime | None]


class NotTheSame(Shared):
    """Somebody looked at two alike clients and said that they are two people.

    The smaller key stands first, so that a pair is one row.
    """

    __tablename__ = "not_the_same"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    other_client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    said_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    said_at: Mapped[datetime]

    __table_args__: Any = (
        UniqueConstraint("client_id", "other_client_id"),
        {"schema": VIP},
    )


class ImportMapping(Shared):
    """Which column of a list holds what, as a person set it: `head` is a hash of the header."""

    __tablename__ = "import_mapping"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    head: Mapped[str] = mapped_column(String(64))
    fields: Mapped[list[str]]
    used_at: Mapped[datetime]

    __table_args__: Any = (
        UniqueConstraint("staff_id", "head"),
        {"schema": VIP},
    )
