"""Benefits of the club: the catalogue, what a client may choose from, what was taken; gifts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.giving import BenefitKind, GiftWay, OfferState
from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import currency, words


def _client() -> Mapped[UUID]:
    return mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)


def _amount() -> Mapped[int | None]:
    return mapped_column(BigInteger, nullable=True)


class Benefit(Shared, Versioned):
    """One thing the club can give. `tier_ids` empty: for every tier.

    Three values in minor units of one currency: `cost` to the club, `retail` in a shop,
    `perceived` what it is worth to a client (a car draw, not a kettle: BE-01). `stock` None:
    without end. `taken` counts pieces that are out; only `benefits.ledger` moves it.
    """

    __tablename__ = "benefit"

    name_ru: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120), default="")
    kind: Mapped[BenefitKind] = mapped_column(words(BenefitKind))
    about: Mapped[str] = mapped_column(default="")
    picture_text: Mapped[str] = mapped_column(default="")  # what a photo would show
    tier_ids: Mapped[list[str]] = mapped_column(default=list)
    cost_minor: Mapped[int | None] = _amount()
    retail_minor: Mapped[int | None] = _amount()
    perceived_minor: Mapped[int | None] = _amount()
    currency: Mapped[str] = currency()
    valid_from: Mapped[date | None]
    valid_until: Mapped[date | None]
    stock: Mapped[int | None]
    per_year: Mapped[int | None]  # how often one client may have it in a calendar year
    taken: Mapped[int] = mapped_column(default=0, server_default="0")
    retired_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("taken >= 0", name="taken"),
        CheckConstraint("stock IS NULL OR stock >= taken", name="stock"),
        CheckConstraint("per_year IS NULL OR per_year > 0", name="per_year"),
        {"schema": VIP},
    )


class BenefitOffer(Shared, Versioned):
    """A window in which a client picks: `picks` of its options, until `choose_by` (CO-01)."""

    __tablename__ = "benefit_offer"

    client_id: Mapped[UUID] = _client()
    title: Mapped[str] = mapped_column(String(120), default="")
    picks: Mapped[int] = mapped_column(default=1)
    choose_by: Mapped[date]
    state: Mapped[OfferState] = mapped_column(words(OfferState), default=OfferState.OPEN)
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    closed_at: Mapped[datetime | None]
    closed_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("picks >= 1", name="picks"),
        Index("ix_benefit_offer_state_choose_by", "state", "choose_by"),
        {"schema": VIP},
    )


class BenefitOption(Shared):
    """One thing to pick from in a window."""

    __tablename__ = "benefit_option"

    offer_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.benefit_offer.id"), index=True)
    client_id: Mapped[UUID] = _client()
    benefit_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.benefit.id"), index=True)
    place: Mapped[int] = mapped_column(default=0)

    __table_args__: Any = (UniqueConstraint("offer_id", "benefit_id"), {"schema": VIP})


class BenefitUse(Shared, Versioned):
    """A line of the ledger: a client took a piece. What it was worth then is kept with it.

    `returned_at`: the piece went back (an undo, or the client thought better of it).
    """

    __tablename__ = "benefit_use"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    benefit_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.benefit.id"), index=True)
    offer_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.benefit_offer.id"), index=True)
    taken_at: Mapped[datetime]
    taken_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    used_on: Mapped[date | None]
    returned_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(200), default="")  # why in spite of a warning
    cost_minor: Mapped[int | None] = _amount()
    retail_minor: Mapped[int | None] = _amount()
    perceived_minor: Mapped[int | None] = _amount()
    currency: Mapped[str] = currency()

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        Index("ix_benefit_use_client_id_taken_at", "client_id", "taken_at"),
        {"schema": VIP},
    )


class Gift(Shared):
    """A gift to a client or from one: the yearly counter and an official's limit add these up."""

    __tablename__ = "gift"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    way: Mapped[GiftWay] = mapped_column(words(GiftWay))
    on_date: Mapped[date]
    what: Mapped[str] = mapped_column(String(200))
    occasion: Mapped[str] = mapped_column(String(120), default="")
    value_minor: Mapped[int | None] = _amount()
    currency: Mapped[str] = currency()
    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    reason: Mapped[str] = mapped_column(String(200), default="")  # why above the limit

    __table_args__: Any = (
        Index("ix_gift_client_id_on_date", "client_id", "on_date"),
        {"schema": VIP},
    )
