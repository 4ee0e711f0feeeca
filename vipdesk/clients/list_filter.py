"""Who is in the list of clients: the filters of the page as one condition on both engines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, and_, case, cast, func, or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.access.sight import in_care_of
from vipdesk.clients import spelling
from vipdesk.clients.phones import digits_of
from vipdesk.clients.search_entry import KIND
from vipdesk.models import Client, HealthSnapshot, Interest, Tier
from vipdesk.store import search_index
from vipdesk.vocabulary import Band, Role

_MOST_FOUND = 5000
_MOST_CITIES = 60
_SEES_ALL = frozenset({Role.HEAD, Role.EXECUTIVE})


class Silence(StrEnum):
    """How long ago the last real contact was."""

    OVERDUE = "overdue"  # longer than the client's own rhythm, or the tier's
    NEVER = "never"
    WEEK = "week"  # within the last seven days
    DAYS_30 = "days_30"  # longer ago than this, or never
    DAYS_90 = "days_90"
    DAYS_180 = "days_180"


_LONGER = {Silence.DAYS_30: 30, Silence.DAYS_90: 90, Silence.DAYS_180: 180}


@dataclass(frozen=True, slots=True)
class ClientFilter:
    """Who is in the list. `text`: as typed into the search field.

    birthday_month: 1 to 12. ids: only these (the chosen rows of a list). All are joined by 'and'.
    """

    text: str = ""
    tier_id: UUID | None = None
    manager_id: UUID | None = None
    mine: bool = False
    without_manager: bool = False
    with_left: bool = False
    city: str = ""
    band: Band | None = None
    silence: Silence | None = None
    interest: str = ""
    birthday_month: int | None = None
    ids: tuple[UUID, ...] | None = None

    @property
    def kept(self) -> ClientFilter:
        """What a saved view keeps: not what was typed (it names people), nor chosen rows."""
        return replace(self, text="", ids=None)


@dataclass(frozen=True, slots=True)
class Offered:
    """What the filters offer: towns and interests by how many have them, bands if seen."""

    cities: tuple[str, ...]
    interests: tuple[str, ...]
    bands: bool


def list_offered(desk: Desk) -> Offered:
    """For the sheet of filters."""
    here = Client.left_on.is_(None)
    towns = (
        select(Client.city)
        .where(here, Client.city != "")
        .group_by(Client.city)
        .order_by(func.count().desc(), Client.city)
        .limit(_MOST_CITIES)
    )
    topics = (
        select(Interest.topic)
        .join(Client, Client.id == Interest.client_id)
        .where(here)
        .group_by(Interest.topic)
        .order_by(func.count().desc(), Interest.topic)
        .limit(_MOST_CITIES)
    )
    session = desk.session
    return Offered(
        tuple(sorted(session.scalars(towns))), tuple(sorted(session.scalars(topics))),
        sees_bands(desk),
    )  # fmt: skip


def sees_bands(desk: Desk) -> bool:
    """Whether this person is shown the health of clients at all."""
    return may(desk.actor.role, Verb.SELECT, "health_snapshot")


def band_of_client(desk: Desk) -> Any:
    """The band of a client at the last count, as a scalar query; NULL where there is none.

    Who does not see the whole health sees it of clients in care, and without what is hidden.
    """
    newest = select(func.max(HealthSnapshot.at)).scalar_subquery()
    band: ColumnElement[Any] = HealthSnapshot.band.expression
    wanted = and_(HealthSnapshot.client_id == Client.id, HealthSnapshot.at == newest)
    if desk.actor.role not in _SEES_ALL:
        band = func.coalesce(HealthSnapshot.parts["circle_band"].as_string(), band)
        band = case((in_care_of(desk.actor.id, desk.now), band), else_=None)
    return select(cast(band, String)).where(wanted).limit(1).scalar_subquery()


def found_by(desk: Desk, text: str) -> tuple[UUID, ...] | None:
    """Clients a typed text finds, by words or by digits of a phone; None: nothing was typed."""
    if not text.strip():
        return None
    digits = digits_of(text)
    if len(digits) > 2 and not any(c.isalpha() for c in text):
        hits = search_index.find_tail(desk.session, digits, kinds=(KIND,), limit=_MOST_FOUND)
        return tuple(h.object_id for h in hits)
    for reading in (text, spelling.other_keyboard(text)):
        groups = spelling.query_groups(reading)
        hits = search_index.find(desk.session, groups, kinds=(KIND,), limit=_MOST_FOUND)
        if hits:
            return tuple(h.object_id for h in hits)
    return ()


def condition(
    desk: Desk, wanted: ClientFilter, found: tuple[UUID, ...] | None
) -> ColumnElement[bool]:
    """The filter as a condition on `Client`; `found` from `found_by`."""
    # Who was merged into another is no client any more, not even one who left.
    here = Client.merged_into_id if wanted.with_left else Client.left_on
    parts: list[ColumnElement[bool]] = [here.is_(None)]
    parts += [Client.id.in_(ids) for ids in (found, wanted.ids) if ids is not None]
    parts += _led(desk, wanted)
    if wanted.tier_id is not None:
        parts.append(Client.tier_id == wanted.tier_id)
    if wanted.city:
        parts.append(Client.city == wanted.city)
    if wanted.birthday_month is not None:
        parts.append(Client.birth_month == wanted.birthday_month)
    if wanted.interest:
        parts.append(
            Client.id.in_(select(Interest.client_id).where(Interest.topic == wanted.interest))
        )
    if wanted.silence is not None:
        parts.append(_silent(desk, wanted.silence))
    if wanted.band is not None and sees_bands(desk):
        parts.append(band_of_client(desk) == str(wanted.band))
    return and_(*parts) if parts else Client.id.is_not(None)


def _led(desk: Desk, wanted: ClientFilter) -> list[ColumnElement[bool]]:
    parts: list[ColumnElement[bool]] = []
    if wanted.manager_id is not None:
        parts.append(Client.manager_id == wanted.manager_id)
    if wanted.mine:
        parts.append(in_care_of(desk.actor.id, desk.now))
    if wanted.without_manager:
        parts.append(Client.manager_id.is_(None))
    return parts


def _silent(desk: Desk, silence: Silence) -> ColumnElement[bool]:
    last = Client.last_contact_at
    if silence is Silence.NEVER:
        return last.is_(None)
    if silence is Silence.WEEK:
        return last > desk.now - timedelta(days=7)
    if silence is Silence.OVERDUE:
        return _overdue(desk)
    return or_(last.is_(None), last <= desk.now - timedelta(days=_LONGER[silence]))


def _overdue(desk: Desk) -> ColumnElement[bool]:
    """By each rhythm there is: a day for each, so that no engine computes with dates."""
    since = func.coalesce(Client.last_contact_at, Client.created_at)

    def past(days: int) -> ColumnElement[bool]:
        return since <= desk.now - timedelta(days=days)

    own = desk.session.scalars(
        select(Client.cadence_days).where(Client.cadence_days.is_not(None)).distinct()
    ).all()
    tiers = desk.session.execute(select(Tier.id, Tier.cadence_days)).all()
    return or_(
        *(and_(Client.cadence_days == d, past(d)) for d in own if d is not None),
        *(
            and_(Client.cadence_days.is_(None), Client.tier_id == t, past(days))
            for t, days in tiers
        ),
        Client.id.is_(None),  # no rhythm at all: nobody
    )
