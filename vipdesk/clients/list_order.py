"""What the list of clients is ordered by: one expression a column, alike on both engines."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, DateTime, case, collate, func, literal, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from vipdesk.access import Desk
from vipdesk.clients.list_filter import band_of_client, sees_bands
from vipdesk.models import Client, ContactPoint, Interest, Promise, Staff, Tier
from vipdesk.vocabulary import Band, ContactKind, PromiseState

_NEVER = datetime(1900, 1, 1, tzinfo=UTC)  # who was never reached comes before everybody
_FAR = datetime(9999, 1, 1, tzinfo=UTC)
_WORST_FIRST = (Band.AT_RISK, Band.WATCH, Band.UNKNOWN, Band.STEADY)


class ClientSort(StrEnum):
    """What the list is ordered by."""

    NAME = "name"
    LAST_CONTACT = "last_contact"  # the longest silent first; who was never reached at the very top
    TIER = "tier"
    MANAGER = "manager"
    CITY = "city"
    NEXT = "next"
    COMPANY = "company"
    POSITION = "position"
    BIRTHDAY = "birthday"
    MEMBER_SINCE = "member_since"
    INTERESTS = "interests"
    PHONE = "phone"
    HEALTH = "health"


class _days_after(FunctionElement[datetime]):  # noqa: N801 a function of SQL
    """A moment some days later: (moment, days)."""

    inherit_cache = True
    type = DateTime(timezone=True)


@compiles(_days_after, "sqlite")
def _sqlite(element: _days_after, compiler: Any, **kw: Any) -> str:
    moment, days = element.clauses
    return (
        f"strftime('%Y-%m-%d %H:%M:%f', {compiler.process(moment, **kw)},"
        f" {compiler.process(days, **kw)} || ' days')"
    )


@compiles(_days_after, "postgresql")
def _postgresql(element: _days_after, compiler: Any, **kw: Any) -> str:
    moment, days = element.clauses
    return f"({compiler.process(moment, **kw)} + {compiler.process(days, **kw)} * interval '1 day')"


def order(desk: Desk, sort: ClientSort, *, descending: bool) -> tuple[ColumnElement[Any], ...]:
    """The ORDER BY of a sort; name and key break ties. Who has nothing there stays at its end."""
    last = (Client.sort_key.expression, Client.id.expression)
    if sort is ClientSort.NAME:
        return tuple(k.desc() for k in last) if descending else last
    found = (*_KEYS[sort](desk), *last)
    if not descending:
        return found
    flags = sort in _FLAGGED
    return (*found[:flags], *(k.desc() for k in found[flags:]))


def _words(desk: Desk, column: Any) -> tuple[ColumnElement[Any], ...]:
    """By letters: ё as е, who has none at the end."""
    plain = func.replace(func.replace(column, "Ё", "Е"), "ё", "е")
    binary = "BINARY" if desk.session.get_bind().dialect.name == "sqlite" else "C"
    none = case((func.coalesce(column, "") == "", 1), else_=0)
    return none, collate(plain, binary)


def _last(_desk: Desk) -> tuple[ColumnElement[Any], ...]:
    contact = Client.last_contact_at
    return (func.coalesce(contact, literal(_NEVER, contact.type)),)


def _tier(_desk: Desk) -> tuple[ColumnElement[Any], ...]:
    rank = select(Tier.rank).where(Tier.id == Client.tier_id).scalar_subquery()
    return (func.coalesce(rank, 999),)


def _manager(desk: Desk) -> tuple[ColumnElement[Any], ...]:
    name = (
        select(Staff.surname + " " + Staff.given)
        .where(Staff.id == Client.manager_id)
        .scalar_subquery()
    )
    none, letters = _words(desk, name)
    return -none, letters  # without a manager first: the error state that is shown (CL-01)


def _next(_desk: Desk) -> tuple[ColumnElement[Any], ...]:
    promised = (
        select(func.min(Promise.due_at))
        .where(Promise.client_id == Client.id, Promise.state == PromiseState.OPEN)
        .scalar_subquery()
    )
    rhythm = func.coalesce(
        Client.cadence_days,
        select(Tier.cadence_days).where(Tier.id == Client.tier_id).scalar_subquery(),
    )
    talk = _days_after(func.coalesce(Client.last_contact_at, Client.created_at), rhythm)
    far = literal(_FAR, Client.created_at.type)
    return (func.coalesce(promised, talk, far),)


def _birthday(_desk: Desk) -> tuple[ColumnElement[Any], ...]:
    month = Client.birth_month
    none = case((month.is_(None), 1), else_=0)
    return none, month * 100 + func.coalesce(Client.birth_day, 0)


def _since(_desk: Desk) -> tuple[ColumnElement[Any], ...]:
    return case((Client.member_since.is_(None), 1), else_=0), Client.member_since.expression


def _interest(desk: Desk) -> tuple[ColumnElement[Any], ...]:
    first = (
        select(Interest.topic)
        .where(Interest.client_id == Client.id)
        .order_by(Interest.strength.desc(), Interest.topic)
        .limit(1)
        .scalar_subquery()
    )
    return _words(desk, first)


def _phone(desk: Desk) -> tuple[ColumnElement[Any], ...]:
    first = (
        select(ContactPoint.normalised)
        .where(ContactPoint.client_id == Client.id, ContactPoint.kind == ContactKind.PHONE)
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
        .limit(1)
        .scalar_subquery()
    )
    return _words(desk, first)


def _health(desk: Desk) -> tuple[ColumnElement[Any], ...]:
    if not sees_bands(desk):
        return ()
    order = {str(band): place for place, band in enumerate(_WORST_FIRST)}
    return (case(order, value=band_of_client(desk), else_=9),)


# Sorts whose first key tells who has nothing there.
_FLAGGED = frozenset({
    ClientSort.MANAGER, ClientSort.CITY, ClientSort.COMPANY, ClientSort.POSITION,
    ClientSort.BIRTHDAY, ClientSort.MEMBER_SINCE, ClientSort.INTERESTS, ClientSort.PHONE,
})  # fmt: skip
_KEYS: dict[ClientSort, Any] = {
    ClientSort.LAST_CONTACT: _last,
    ClientSort.TIER: _tier,
    ClientSort.MANAGER: _manager,
    ClientSort.CITY: lambda desk: _words(desk, Client.city),
    ClientSort.NEXT: _next,
    ClientSort.COMPANY: lambda desk: _words(desk, Client.company),
    ClientSort.POSITION: lambda desk: _words(desk, Client.position),
    ClientSort.BIRTHDAY: _birthday,
    ClientSort.MEMBER_SINCE: _since,
    ClientSort.INTERESTS: _interest,
    ClientSort.PHONE: _phone,
    ClientSort.HEALTH: _health,
}
