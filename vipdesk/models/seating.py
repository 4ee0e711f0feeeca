"""Who sits where: an event's plan with its rules, and the seats of its guests."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned


class SeatPlan(Shared, Versioned):
    """The room of one event. `furniture`: tables, stage, doors (events.seating.room).

    `rules`: least fill, caps, neighbours. `known`: what the seats were made from, so that a
    late change is told. Its version guards the seats too: two people do not seat one room.
    """

    __tablename__ = "seat_plan"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"))
    furniture: Mapped[dict[str, Any]] = mapped_column(default=dict)
    rules: Mapped[dict[str, Any]] = mapped_column(default=dict)
    known: Mapped[dict[str, Any]] = mapped_column(default=dict)
    score: Mapped[int | None]
    seated_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (UniqueConstraint("event_id"), {"schema": VIP})


class Seat(Shared):
    """One chair taken: a client (`place` 0) or the client's n-th companion (`place` n).

    `table_no` and `seat_no` are the numbers on the plan. `locked`: the engine leaves it there.
    """

    __tablename__ = "seat"

    event_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.event.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)
    table_no: Mapped[int]
    seat_no: Mapped[int]
    locked: Mapped[bool] = mapped_column(default=False, server_default=false())

    __table_args__: Any = (
        CheckConstraint("place >= 0", name="place"),
        {"schema": VIP},
    )
