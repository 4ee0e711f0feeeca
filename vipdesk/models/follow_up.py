"""The talk a week after a complaint was solved, and what the client said of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.learning import FollowUpState, Solved
from vipdesk.models.base import PRIVATE, VIP, Hidden, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import Channel


class FollowUp(Hidden, Versioned):
    """One talk of one round. `csat` 1–5, `ces` 1–7 (7: it was easy), `worth` 1–5: what was given.

    `tries`: how often the client was tried and not reached; after two the talk is over.
    """

    __tablename__ = "follow_up"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), index=True)
    round: Mapped[int] = mapped_column(default=1)
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    state: Mapped[FollowUpState] = mapped_column(
        words(FollowUpState), default=FollowUpState.PLANNED
    )
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    tried_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    solved: Mapped[Solved | None] = mapped_column(words(Solved))
    csat: Mapped[int | None]
    ces: Mapped[int | None]
    worth: Mapped[int | None]
    said: Mapped[str] = mapped_column(default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        UniqueConstraint("complaint_id", "round"),
        CheckConstraint("csat IS NULL OR csat BETWEEN 1 AND 5", name="csat"),
        CheckConstraint("ces IS NULL OR ces BETWEEN 1 AND 7", name="ces"),
        CheckConstraint("worth IS NULL OR worth BETWEEN 1 AND 5", name="worth"),
        {"schema": PRIVATE},
    )
