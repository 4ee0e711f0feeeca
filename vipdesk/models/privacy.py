"""What a client asked of us about their own data, and what was erased for good."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import AUDIT, VIP, Base, Shared
from vipdesk.models.types import words
from vipdesk.vocabulary import Channel, ErasureGround, PrivacyRight, RestrictionGround, Settled


class PrivacyRequest(Shared):
    """A right a client used, and what was done: names of fields, never their values."""

    __tablename__ = "privacy_request"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    right: Mapped[PrivacyRight] = mapped_column(words(PrivacyRight))
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    asked_at: Mapped[datetime]
    noted_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    due_on: Mapped[date | None]
    ground: Mapped[RestrictionGround | None] = mapped_column(words(RestrictionGround))
    asked_fields: Mapped[list[str]] = mapped_column(default=list)
    changed_fields: Mapped[list[str]] = mapped_column(default=list)
    done_at: Mapped[datetime | None]
    done_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    settled: Mapped[Settled | None] = mapped_column(words(Settled))  # of a correction

    __table_args__: Any = (
        Index("ix_privacy_request_client_id_asked_at", "client_id", "asked_at"),
        {"schema": VIP},
    )


class ErasureRecord(Base):
    """A client was erased: an opaque key, when, by whom, why. Nothing personal; only added.

    No foreign keys: the record must be writable into an older copy in which neither the
    client nor the member of the staff exists.
    """

    __tablename__ = "erasure_record"
    __table_args__: Any = {"schema": AUDIT}

    client_id: Mapped[UUID] = mapped_column(primary_key=True)
    erased_at: Mapped[datetime]
    erased_by: Mapped[str] = mapped_column(String(80))  # a staff id, or the name of a job
    ground: Mapped[ErasureGround] = mapped_column(words(ErasureGround))
