"""Whom to call: clients not heard for longer than their rhythm, the furthest beyond it first.

The rhythm is the client's own, else the tier's. It counts from the last real two-way contact
(a mailing never restarts it); without one, from the day the client was entered.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, bindparam, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.functions import FunctionElement

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.agenda.lines import CallLine
from vipdesk.clients.names import Name
from vipdesk.models import Client, Snooze, Tier

CALL = "call"
_DAY = 86400.0


class days_between(FunctionElement[float]):  # noqa: N801 an SQL function
    """`days_between(later, earlier)`: days as a number, on both engines."""

    type = Float()
    inherit_cache = True


@compiles(days_between, "sqlite")
def _days_sqlite(element: days_between, compiler: Any, **kw: Any) -> str:
    later, earlier = (compiler.process(c, **kw) for c in element.clauses)
    return f"(julianday({later}) - julianday({earlier}))"


@compiles(days_between, "postgresql")
def _days_postgresql(element: days_between, compiler: Any, **kw: Any) -> str:
    later, earlier = (compiler.process(c, **kw) for c in element.clauses)
    return f"(extract(epoch FROM ({later} - {earlier})) / {_DAY})"


def named_columns() -> tuple[Any, ...]:
    """The columns of a client's name, for reads of many lines."""
    return (
        Client.surname,
        Client.given,
        Client.patronymic,
        Client.latin_name,
        Client.title,
        Client.gender,
        Client.address_form,
    )


def name_of(row: Any) -> Name:
    """The name out of a row with `named_columns`."""
    return Name(
        row.surname,
        row.given,
        row.patronymic,
        row.latin_name,
        row.title,
        row.gender,
        row.address_form,
    )


def awake(desk: Desk, kind: str, column: InstrumentedAttribute[UUID]) -> ColumnElement[bool]:
    """Lines this person has not put off."""
    put_off = select(Snooze.object_id).where(
        Snooze.staff_id == desk.actor.id, Snooze.kind == kind, Snooze.until > desk.now
    )
    return column.not_in(put_off)


def list_calls(desk: Desk, *, limit: int) -> tuple[tuple[CallLine, ...], int]:
    """The most overdue talks of clients in care, and how many more there are."""
    since = func.coalesce(Client.last_contact_at, Client.created_at)
    cadence = func.coalesce(Client.cadence_days, Tier.cadence_days)
    days = days_between(bindparam(None, desk.now, type_=since.type), since)
    query = (
        select(
            Client.id,
            *named_columns(),
            Client.last_contact_at,
            Tier.name_ru,
            Tier.name_en,
            cadence.label("cadence"),
            days.label("days"),
            func.count().over().label("all"),
        )
        .join(Tier, Tier.id == Client.tier_id, isouter=True)
        .where(
            in_care_of(desk.actor.id, desk.now),
            Client.left_on.is_(None),
            Client.restricted_at.is_(None),
            cadence > 0,
            days > cadence,
            awake(desk, CALL, Client.id),
        )
        .order_by((days / cadence).desc(), Client.sort_key)
        .limit(limit)
    )
    rows = desk.session.execute(query).all()
    lines = tuple(
        CallLine(
            client_id=r.id,
            name=name_of(r),
            tier_ru=r.name_ru or "",
            tier_en=r.name_en or "",
            days=int(r.days),
            cadence_days=r.cadence,
            never=r.last_contact_at is None,
            contact=None,
        )
        for r in rows
    )
    return lines, (rows[0].all - len(rows) if rows else 0)
