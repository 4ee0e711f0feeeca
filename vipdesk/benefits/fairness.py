"""Who receives what, and who never does: for management, tier by tier."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.errors import UserError
from vipdesk.giving import GiftWay
from vipdesk.models import BenefitUse, Client, Gift, Staff, Tier
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Who, say

MANAGEMENT = frozenset({Role.HEAD, Role.EXECUTIVE})


@dataclass(frozen=True, slots=True)
class TierShare:
    """A tier within a year: how many clients, how many of them received nothing."""

    tier_ru: str
    tier_en: str
    clients: int
    without: int

    def tier(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en


@dataclass(frozen=True, slots=True)
class Overlooked:
    """A client who received nothing within a year. `last`: when something last was, ever."""

    id: UUID
    name: Name
    tier_ru: str
    tier_en: str
    manager: Who
    member_since: date | None
    last: date | None

    def tier(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en


@dataclass(frozen=True, slots=True)
class Fairness:
    """The view: tiers from the highest, and the overlooked, those of the highest tier first."""

    tiers: tuple[TierShare, ...]
    overlooked: tuple[Overlooked, ...]

    @property
    def without(self) -> int:
        """How many received nothing."""
        return sum(t.without for t in self.tiers)


def fairness(desk: Desk, *, days: int = 365, limit: int = 200) -> Fairness:
    """Benefits taken and gifts given within `days`. Raises `UserError` for who is not management.

    Who joined within that time is not overlooked yet.
    """
    if desk.actor.role not in MANAGEMENT:
        raise UserError(say("This is for the head of VIP service and executives."))
    since = desk.now - timedelta(days=days)
    last = _last_received()
    settled = func.coalesce(Client.member_since, date(1900, 1, 1)) <= since.date()
    here = (Client.left_on.is_(None), settled, Client.created_at <= desk.now)
    none = func.coalesce(last.c.at, date(1900, 1, 1)) < since.date()
    base: Any = (
        select(Tier.name_ru, Tier.name_en, func.count(), func.count().filter(none))
        .select_from(Client)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .outerjoin(last, last.c.client_id == Client.id)
        .where(*here)
        .group_by(Tier.id, Tier.name_ru, Tier.name_en, Tier.rank)
        .order_by(func.coalesce(Tier.rank, 999))
    )
    tiers = tuple(
        TierShare(ru or "", en or "", count, without)
        for ru, en, count, without in desk.session.execute(base)
    )
    rows = desk.session.execute(
        select(Client, Tier, Staff, last.c.at)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .outerjoin(Staff, Staff.id == Client.manager_id)
        .outerjoin(last, last.c.client_id == Client.id)
        .where(*here, none)
        .order_by(func.coalesce(Tier.rank, 999), Client.member_since, Client.sort_key, Client.id)
        .limit(limit)
    )
    return Fairness(tiers, tuple(_overlooked(*row) for row in rows))


def _last_received() -> Any:
    """The day each client last received something."""
    taken = (
        select(
            BenefitUse.client_id.label("client_id"),
            func.max(func.date(BenefitUse.taken_at)).label("at"),
        )
        .where(BenefitUse.returned_at.is_(None))
        .group_by(BenefitUse.client_id)
    )
    given = (
        select(Gift.client_id.label("client_id"), func.max(Gift.on_date).label("at"))
        .where(Gift.way == GiftWay.GIVEN)
        .group_by(Gift.client_id)
    )
    both = taken.union_all(given).subquery()
    return (
        select(both.c.client_id, func.max(both.c.at, type_=Gift.on_date.type).label("at"))
        .group_by(both.c.client_id)
        .subquery()
    )


def _overlooked(c: Client, tier: Tier | None, staff: Staff | None, at: date | None) -> Overlooked:
    name = Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)
    return Overlooked(
        c.id, name, tier.name_ru if tier else "", tier.name_en if tier else "", Who.of(staff),
        c.member_since, at,
    )  # fmt: skip
