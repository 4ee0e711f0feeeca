"""The club's own words for how people stand to each other, and proposals that were declined."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared
from vipdesk.models.types import words
from vipdesk.vocabulary import PersonKind, Sensitivity


class RelationType(Shared):
    """A relation with both its readings: 'крёстный' there, 'крестник' back."""

    __tablename__ = "relation_type"

    kind: Mapped[PersonKind] = mapped_column(words(PersonKind))
    label_there: Mapped[str] = mapped_column(String(80))
    label_back: Mapped[str] = mapped_column(String(80))

    __table_args__: Any = (
        UniqueConstraint("kind", "label_there", "label_back"),
        {"schema": VIP},
    )


class DeclinedLink(Shared):
    """A proposed relation that somebody said no to: it is not proposed again.

    Of another client, or of a named person (`name`). As secret as what it was drawn from.
    """

    __tablename__ = "declined_link"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    other_client_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    label_there: Mapped[str] = mapped_column(String(80))
    sensitivity: Mapped[Sensitivity] = mapped_column(words(Sensitivity), default=Sensitivity.TEAM)
    declined_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    declined_at: Mapped[datetime]
