"""Where written words are found: notes of talks, facts, promises."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Base
from vipdesk.models.journal import serial


class SearchNote(Base):
    """What one written text is found by: a row per talk, fact and promise that has words.

    No role reads this table: a procedure of the database finds in it what the caller may see
    anyway. `scope` says who may: the sensitivity of a talk, 'team' or 'special' for a fact,
    'promise' for a promise, whose owner is `staff_id`. `words` are empty on a vault, where
    the words live in the full-text index alone.
    """

    __tablename__ = "search_note"

    rowid: Mapped[int] = serial()
    kind: Mapped[str] = mapped_column(String(12))
    object_id: Mapped[UUID] = mapped_column(unique=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    scope: Mapped[str] = mapped_column(String(12))
    staff_id: Mapped[UUID | None]
    words: Mapped[str] = mapped_column(default="", server_default="")

    __table_args__: Any = (Index("ix_search_note_staff_id", "staff_id"), {"schema": VIP})
