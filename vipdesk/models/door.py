"""The door of an event: the lists that were sealed for it, and each scan, once and for all."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.gathering import DoorDeed
from vipdesk.models.base import VIP, Shared
from vipdesk.models.types import Sealed, words


class DoorPass(Shared):
    """A door list that was sealed for an event: the file's name, its desks, when it is wiped.

    `sealed`: the door code, under the key of who made it. Who did not make it types the code.
    """

    __tablename__ = "door_pass"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    made_at: Mapped[datetime]
    wipes_at: Mapped[datetime]
    desks: Mapped[int] = mapped_column(default=2)
    sealed: Mapped[bytes | None] = mapped_column(Sealed())

    __table_args__: Any = (
        UniqueConstraint("event_id", "made_by_id"),
        CheckConstraint("desks > 0", name="desks"),
        {"schema": VIP},
    )


class DoorScan(Shared):
    """One deed at one door desk. `id` is the nonce the desk drew: it is only ever added.

    `place` 0 is the client, n the n-th companion. `undoes`: the nonce that is taken back; it
    may come here later than this row. `words`: who stands there, if not on the list.
    """

    __tablename__ = "door_scan"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    deed: Mapped[DoorDeed] = mapped_column(words(DoorDeed))
    undoes: Mapped[UUID | None]
    desk_no: Mapped[int]
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(String(200), default="")

    __table_args__: Any = (CheckConstraint("place >= 0", name="place"), {"schema": VIP})
