"""The journal (audit trail) and the search entries."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Identity, Index, Integer, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import AUDIT, VIP, Base

# SQLite numbers rows only for a plain INTEGER key.
_Serial = BigInteger().with_variant(Integer(), "sqlite")


def serial() -> Mapped[int]:
    """A key that the engine counts itself."""
    return mapped_column(_Serial, Identity(always=False), primary_key=True)


class JournalEntry(Base):
    """Who did what to which row: field names, never values. Chained by hash, only ever added."""

    __tablename__ = "journal_entry"

    seq: Mapped[int] = mapped_column(_Serial, Identity(always=False), primary_key=True)
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(80))
    verb: Mapped[str] = mapped_column(String(60))
    object_table: Mapped[str] = mapped_column(String(60))
    object_id: Mapped[UUID | None]
    fields: Mapped[str] = mapped_column(default="")  # names joined by commas: part of the hash
    reason: Mapped[str] = mapped_column(String(200), default="", server_default="")
    # How the hashed text is made: 1 joined by '|' (before 0005), 2 each part with its length.
    form: Mapped[int] = mapped_column(SmallInteger, default=2, server_default="1")
    prev_hash: Mapped[str] = mapped_column(String(64), default="")
    hash: Mapped[str] = mapped_column(String(64), default="")

    __table_args__: Any = (
        Index("ix_journal_entry_object_id", "object_id"),
        Index("ix_journal_entry_at_seq", "at", "seq"),
        Index("ix_journal_entry_actor_at_seq", "actor", "at", "seq"),
        Index("ix_journal_entry_verb_at_seq", "verb", "at", "seq"),
        {"schema": AUDIT},
    )


class SearchEntry(Base):
    """What can be found: tokens made by the application, one row per object.

    `folded` is the title as it is compared, `sounded` its words as they sound in any
    spelling: both are read by their beginnings, in order.
    """

    __tablename__ = "search_entry"

    rowid: Mapped[int] = mapped_column(_Serial, Identity(always=False), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24))
    object_id: Mapped[UUID] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(default="")
    detail: Mapped[str] = mapped_column(default="")
    tokens: Mapped[str] = mapped_column(default="")
    tails: Mapped[str] = mapped_column(default="")  # phone and card tails, for the last digits
    folded: Mapped[str] = mapped_column(default="", server_default="")
    sounded: Mapped[str] = mapped_column(default="", server_default="")

    __table_args__: Any = (Index("ix_search_entry_kind", "kind"), {"schema": VIP})
