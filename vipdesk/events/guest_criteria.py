"""The first layer of a guest list: whom criteria choose, and why."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from vipdesk.access import Desk
from vipdesk.models import Client, Event, Guest, GuestList, Interest, Tier
from vipdesk.vocabulary import EventKind
from vipdesk.wording import Say, say

MOST = 5_000  # names on one list: more than any room holds


@dataclass(frozen=True, slots=True)
class Criteria:
    """The first layer. Empty criteria choose nobody; filled ones must all be met.

    tiers: codes. unseen_days: at no event since so many days. kinds: came to such an event.
    """

    tiers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    unseen_days: int | None = None

    def __bool__(self) -> bool:
        return any(asdict(self).values())


def list_topics(desk: Desk) -> tuple[str, ...]:
    """Interests there are in the club, to choose criteria from."""
    return tuple(desk.session.scalars(select(Interest.topic).distinct().order_by(Interest.topic)))


def list_cities(desk: Desk) -> tuple[str, ...]:
    """Cities clients live in."""
    query = select(Client.city).where(Client.city != "", Client.left_on.is_(None)).distinct()
    return tuple(desk.session.scalars(query.order_by(Client.city)))


def list_tiers(desk: Desk) -> tuple[tuple[str, str, str], ...]:
    """(code, Russian, English), the highest first."""
    rows = desk.session.scalars(select(Tier).order_by(Tier.rank))
    return tuple((t.code, t.name_ru, t.name_en) for t in rows)


def read_criteria(kept: dict[str, Any]) -> Criteria:
    """Criteria as they are kept; unknown names are left out."""
    names = set(Criteria.__dataclass_fields__)
    values: dict[str, Any] = {
        k: tuple(v) if isinstance(v, list) else v for k, v in kept.items() if k in names
    }
    return Criteria(**values)


def matches(desk: Desk, event: Event, criteria: Criteria) -> tuple[dict[UUID, list[Say]], int]:
    """Clients the criteria choose, with the reasons; and how many more there are."""
    if not criteria:
        return {}, 0
    present = Client.left_on.is_(None), Client.restricted_at.is_(None)
    conditions = [*present, *_conditions(desk, criteria)]
    if event.tiers:
        conditions.append(Client.tier_id.in_(select(Tier.id).where(Tier.code.in_(event.tiers))))
    ids = _chosen(desk, criteria, conditions)
    shown = ids[:MOST]
    reasons: dict[UUID, list[Say]] = {i: [] for i in shown}
    if criteria.topics:
        rows = desk.session.execute(
            select(Interest.client_id, Interest.topic).where(
                Interest.client_id.in_(shown), Interest.topic.in_(criteria.topics)
            )
        )
        for client_id, topic in rows:
            reasons[client_id].append(say("Interest: {topic}", topic=topic))
    for client_reasons in reasons.values():
        client_reasons.extend(_common_reasons(criteria))
    return reasons, len(ids) - len(shown)


def _chosen(desk: Desk, criteria: Criteria, conditions: list[ColumnElement[bool]]) -> list[UUID]:
    """By name. Languages are JSON, which the engines search differently: they are read here.

    Never handed back as a list of ids: a large club has more speakers than a query has places.
    """
    order = Client.sort_key, Client.id
    if not criteria.languages:
        return list(desk.session.scalars(select(Client.id).where(*conditions).order_by(*order)))
    wanted = set(criteria.languages)
    rows = desk.session.execute(
        select(Client.id, Client.languages).where(*conditions).order_by(*order)
    )
    return [client_id for client_id, spoken in rows if wanted & set(spoken)]


def _common_reasons(criteria: Criteria) -> list[Say]:
    """Reasons that are the same for everybody the criteria chose."""
    told: list[Say] = []
    if criteria.tiers:
        told.append(say("Of the chosen tier"))
    if criteria.cities:
        told.append(say("Lives nearby"))
    if criteria.kinds:
        told.append(say("Has been to such an event"))
    if criteria.unseen_days:
        told.append(say("No event for {n} days", n=criteria.unseen_days))
    return told


def _conditions(desk: Desk, criteria: Criteria) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if criteria.tiers:
        found.append(Client.tier_id.in_(select(Tier.id).where(Tier.code.in_(criteria.tiers))))
    if criteria.topics:
        topics = select(Interest.client_id).where(Interest.topic.in_(criteria.topics))
        found.append(Client.id.in_(topics))
    if criteria.cities:
        found.append(Client.city.in_(criteria.cities))
    if criteria.kinds:
        kinds = [EventKind(k) for k in criteria.kinds]
        found.append(Client.id.in_(_came().where(Event.kind.in_(kinds))))
    if criteria.unseen_days:
        since = desk.now - timedelta(days=criteria.unseen_days)
        found.append(Client.id.not_in(_came().where(Event.starts_at >= since)))
    return found


def _came() -> Any:
    """Clients who were at an event, to be narrowed."""
    return (
        select(Guest.client_id)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .join(Event, Event.id == GuestList.event_id)
        .where(Guest.attended.is_(True))
    )
