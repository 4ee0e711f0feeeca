"""Status cards (ISO/IEC 7810 ID-1, 'CR80')."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import words
from vipdesk.vocabulary import CardState


class StatusCard(Shared, Versioned):
    """A card from draft to void. An issued card is never changed, only replaced with a reason."""

    __tablename__ = "status_card"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    tier_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.tier.id"))
    number: Mapped[str] = mapped_column(String(24), unique=True)
    name_on_card: Mapped[str] = mapped_column(String(80))
    latin_on_card: Mapped[str] = mapped_column(String(80), default="")
    state: Mapped[CardState] = mapped_column(words(CardState), default=CardState.DRAFT, index=True)
    issued_on: Mapped[date | None]
    expires_on: Mapped[date]
    issued_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    handed_over_at: Mapped[datetime | None]
    replaces_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.status_card.id"))
    reason: Mapped[str] = mapped_column(default="")
    requested_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    approved_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    handed_to: Mapped[str] = mapped_column(String(200), default="")  # who signed for it
    code: Mapped[str] = mapped_column(default="")  # what the QR says, signed when issued

    __mapper_args__: Any = {"version_id_col": Versioned.version}
