"""The people who work at the desk, and the tiers of the club."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import Sealed, words
from vipdesk.vocabulary import Gender, Role


class Staff(Shared, Versioned):
    """A member of the staff. `login` is the database role in a team, empty in a vault."""

    __tablename__ = "staff"

    role: Mapped[Role] = mapped_column(words(Role))
    surname: Mapped[str] = mapped_column(String(120))
    given: Mapped[str] = mapped_column(String(120))
    patronymic: Mapped[str] = mapped_column(String(120), default="")
    latin_name: Mapped[str] = mapped_column(String(200), default="")
    gender: Mapped[Gender | None] = mapped_column(words(Gender))
    email: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    reachable: Mapped[str] = mapped_column(String(40), default="09:00-21:00")
    login: Mapped[str | None] = mapped_column(String(63), unique=True)
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    reports_to_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    absent_until: Mapped[datetime | None]
    left_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class Tier(Shared, Versioned):
    """A status of the club, the club's own data. Rank 1 is the highest."""

    __tablename__ = "tier"

    code: Mapped[str] = mapped_column(String(20), unique=True)
    name_ru: Mapped[str] = mapped_column(String(60))
    name_en: Mapped[str] = mapped_column(String(60))
    rank: Mapped[int] = mapped_column(unique=True)
    metal: Mapped[str] = mapped_column(String(20), default="silver")
    cadence_days: Mapped[int] = mapped_column(default=30)
    gap_days: Mapped[int | None]  # the longest silence; None: half as long again as the rhythm
    seat_share: Mapped[float] = mapped_column(default=1.0)

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class ClubSetting(Shared, Versioned):
    """One of the club's own settings by name, as JSON text; a secret only as `sealed` bytes."""

    __tablename__ = "club_setting"

    name: Mapped[str] = mapped_column(String(60), unique=True)
    value: Mapped[str]
    # Read only when it is asked for: in a team not everybody who reads settings may read secrets.
    sealed: Mapped[bytes | None] = mapped_column(Sealed(), deferred=True)

    __mapper_args__: Any = {"version_id_col": Versioned.version}
