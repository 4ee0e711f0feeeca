"""What a client is given after a complaint: the catalogue, the offers, their limits."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.compensating import Authority, CompensationKind, GrantState
from vipdesk.models.base import PRIVATE, VIP, Hidden, Versioned
from vipdesk.models.types import Graded, currency, minor, money, words
from vipdesk.money import Money


class CompensationItem(Hidden, Versioned):
    """An entry of the catalogue with its three numbers.

    cost: what it costs us; retail: what the client would pay; perceived: what it is worth to
    the client (0.5–2.0 of retail, corrected later by what clients say). losses: codes of `Loss`
    it makes good. rest_days: not twice in so many days to one client.
    """

    __tablename__ = "compensation_item"

    kind: Mapped[CompensationKind] = mapped_column(words(CompensationKind))
    title: Mapped[str] = mapped_column(String(200))
    title_en: Mapped[str] = mapped_column(String(200), default="")
    cost_minor: Mapped[int] = mapped_column(BigInteger)
    retail_minor: Mapped[int] = mapped_column(BigInteger)
    perceived_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = currency()
    losses: Mapped[list[str]] = mapped_column(default=list)
    lead_days: Mapped[int] = mapped_column(default=0)  # 0: in the client's hands today
    rest_days: Mapped[int] = mapped_column(default=30)
    numbered: Mapped[bool] = mapped_column(default=False)  # a voucher with a number of its own
    active: Mapped[bool] = mapped_column(default=True)

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("cost_minor >= 0 AND retail_minor >= 0", name="sums"),
        CheckConstraint("title <> ''", name="title"),
        {"schema": PRIVATE},
    )


class CompensationLimit(Hidden, Versioned):
    """How much a level may give by itself, in cost; None is without a limit of that sort."""

    __tablename__ = "compensation_limit"

    level: Mapped[Authority] = mapped_column(Graded(Authority), unique=True)
    per_case_minor: Mapped[int | None] = minor()
    per_client_minor: Mapped[int | None] = minor()  # in twelve months
    per_client_times: Mapped[int | None]
    per_month_minor: Mapped[int | None] = minor()  # by one of the staff
    worth_percent: Mapped[int | None]  # of what the client spent in a year, per case
    floor_minor: Mapped[int | None] = minor()  # … but never less than this

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class CompensationGrant(Hidden, Versioned):
    """What is offered or given in a case. `reserved` counts against the limits until released.

    outside: the client's own money back, which no limit counts. A grant above what the level
    may give needs a second signature by somebody else.
    """

    __tablename__ = "compensation_grant"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    level: Mapped[Authority] = mapped_column(Graded(Authority))
    state: Mapped[GrantState] = mapped_column(words(GrantState), default=GrantState.RESERVED)
    reserved_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = currency()
    reserved: Mapped[Money] = money("reserved_minor", "currency")  # type: ignore[assignment]
    outside: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    second_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    offered_at: Mapped[datetime]
    accepted_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]  # in the client's hands by then
    delivered_at: Mapped[datetime | None]
    delivered_how: Mapped[str] = mapped_column(String(200), default="")
    released_at: Mapped[datetime | None]
    number: Mapped[str | None] = mapped_column(String(60), unique=True)  # of a voucher
    sampled: Mapped[bool] = mapped_column(default=False)  # chosen for a look by quality

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("reserved_minor >= 0", name="reserved"),
        CheckConstraint("level BETWEEN 0 AND 3", name="level"),
        CheckConstraint("second_id IS NULL OR second_id <> staff_id", name="second"),
        Index("ix_compensation_grant_client_id_offered_at", "client_id", "offered_at"),
        Index("ix_compensation_grant_staff_id_offered_at", "staff_id", "offered_at"),
        {"schema": PRIVATE},
    )


class CompensationOption(Hidden):
    """One of the things the client may choose from, as it stood in the catalogue then."""

    __tablename__ = "compensation_option"

    grant_id: Mapped[UUID] = mapped_column(
        ForeignKey(f"{PRIVATE}.compensation_grant.id"), index=True
    )
    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"))
    item_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{PRIVATE}.compensation_item.id"))
    kind: Mapped[CompensationKind] = mapped_column(words(CompensationKind))
    title: Mapped[str] = mapped_column(String(200))  # in Russian, or as it was typed
    title_en: Mapped[str] = mapped_column(String(200), default="", server_default="")
    cost_minor: Mapped[int] = mapped_column(BigInteger)
    retail_minor: Mapped[int] = mapped_column(BigInteger)
    perceived_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = currency()
    place: Mapped[int] = mapped_column(default=0)
    chosen: Mapped[bool] = mapped_column(default=False)


class StaffRelative(Hidden):
    """A client whom one of the staff is related to, as declared: others decide on compensation."""

    __tablename__ = "staff_relative"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    declared_at: Mapped[datetime]

    __table_args__: Any = (UniqueConstraint("staff_id", "client_id"), {"schema": PRIVATE})
