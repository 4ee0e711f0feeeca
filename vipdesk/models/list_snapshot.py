"""A guest list as it was when it was sent: which criteria, who was in, who was out, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared
from vipdesk.models.types import words
from vipdesk.vocabulary import GuestPlace


class ListSnapshot(Shared):
    """One sending. `wave` counts them. It is only added, never changed."""

    __tablename__ = "list_snapshot"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    wave: Mapped[int]
    taken_at: Mapped[datetime]
    by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    criteria: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__: Any = (UniqueConstraint("event_id", "wave"), {"schema": VIP})


class SnapshotName(Shared):
    """One name of a frozen list. `why`: sentences as they stood, with their values."""

    __tablename__ = "snapshot_name"

    snapshot_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.list_snapshot.id"), index=True)
    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    included: Mapped[bool]
    sent: Mapped[bool]
    layer: Mapped[GuestPlace | None] = mapped_column(words(GuestPlace))
    why: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__: Any = (UniqueConstraint("snapshot_id", "client_id"), {"schema": VIP})
