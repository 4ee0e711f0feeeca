"""Whom to call: clients not heard for longer than their rhythm, the furthest beyond it first.

The rhythm is the client's own, else the tier's. It counts from the last real two-way contact
(a mailing never restarts it); without one, from the day the client was entered. Beyond the
longest silence a talk is late.

A club may have a hundred thousand clients, and Today is read every few minutes: for each tier
the longest silences come out of an index, and no more of them than are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import ColumnElement, Float, Row, bindparam, func, or_, select, union_all
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from vipdesk.access import Desk
from vipdesk.agenda.lines import CallLine
from vipdesk.clients.names import Name
from vipdesk.models import Client, Delegation, Snooze, Staff, Tier

if TYPE_CHECKING:
    from sqlalchemy.orm import InstrumentedAttribute

CALL = "call"
COUNTED = 99
"""So many are counted; of more it is said that there are more."""
_DAY = 86400.0


@dataclass(frozen=True, slots=True)
class _Tier:
    id: UUID
    name_ru: str
    name_en: str
    cadence: int
    gap: int


@dataclass(frozen=True, slots=True)
class _Silent:
    client_id: UUID
    since: datetime
    never: bool
    cadence: int
    gap: int
    tier: _Tier | None

    def beyond(self, now: datetime) -> float:
        """How many times the rhythm the silence lasts."""
        return (now - self.since) / timedelta(days=self.cadence)


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


def longest_silence(cadence: int, gap: int | None = None) -> int:
    """Days after which a talk is late: the club's own, else half as long again as the rhythm."""
    return max(gap or cadence * 3 // 2, cadence)


def list_calls(
    desk: Desk, *, limit: int, led: list[Led] | None = None
) -> tuple[tuple[CallLine, ...], int]:
    """The most overdue talks of clients in care, and how many more there are.

    More than `COUNTED` in all are not counted further. led: where the caller knows it already.
    """
    silent = _silent(desk, led_by(desk) if led is None else led)
    shown = silent[:limit]
    ids = [s.client_id for s in shown]
    query = select(Client.id, *named_columns()).where(Client.id.in_(ids))
    rows = {r.id: r for r in desk.session.execute(query)} if ids else {}
    lines = tuple(_line(s, rows[s.client_id], desk.now) for s in shown if s.client_id in rows)
    return lines, len(silent) - len(shown)


def _line(silent: _Silent, row: Any, now: datetime) -> CallLine:
    days = (now - silent.since).days
    return CallLine(
        client_id=silent.client_id,
        name=name_of(row),
        tier_ru=silent.tier.name_ru if silent.tier else "",
        tier_en=silent.tier.name_en if silent.tier else "",
        days=days,
        cadence_days=silent.cadence,
        never=silent.never,
        contact=None,
        gap_days=silent.gap,
    )


def _silent(desk: Desk, led: list[Led]) -> list[_Silent]:
    """Clients silent for longer than their rhythm, the furthest beyond it first."""
    tiers = {
        t.id: _Tier(t.id, t.name_ru, t.name_en, t.cadence_days, longest_silence(*t[3:]))
        for t in desk.session.execute(
            select(Tier.id, Tier.name_ru, Tier.name_en, Tier.cadence_days, Tier.gap_days)
        )
    }
    found: dict[UUID, _Silent] = {}
    parts = list(_parts(desk, tiers, led))
    for row in desk.session.execute(union_all(*parts)):
        silent = _of(row, tiers)
        if silent is not None:
            found[silent.client_id] = silent
    order = sorted(found.values(), key=lambda s: (-s.beyond(desk.now), s.client_id))
    return order[:COUNTED]


def _of(row: Row[Any], tiers: dict[UUID, _Tier]) -> _Silent | None:
    tier = tiers.get(row.tier_id)
    own: int | None = row.cadence_days
    cadence = own if own is not None else tier.cadence if tier else 0
    if cadence <= 0:
        return None
    gap = tier.gap if tier and own is None else longest_silence(cadence)
    since = row.last_contact_at or row.created_at
    return _Silent(row.id, since, row.last_contact_at is None, cadence, gap, tier)


def _parts(desk: Desk, tiers: dict[UUID, _Tier], led: list[Led]) -> Iterator[Any]:
    """Short reads of one index range each: who leads × tier × heard or never heard."""
    last = func.coalesce(Client.last_contact_at, Client.created_at)
    silence = days_between(bindparam(None, desk.now, type_=last.type), last)
    for mine in (one.condition for one in led):
        own = _wanted(desk).where(mine, Client.cadence_days > 0, silence > Client.cadence_days)
        yield _first(own.order_by((silence / Client.cadence_days).desc()))
        for tier in tiers.values():
            if tier.cadence <= 0:
                continue
            since = desk.now - timedelta(days=tier.cadence)
            of_tier = _wanted(desk).where(
                mine, Client.tier_id == tier.id, Client.cadence_days.is_(None)
            )
            heard = of_tier.where(Client.last_contact_at < since)
            never = of_tier.where(Client.last_contact_at.is_(None), Client.created_at < since)
            yield _first(heard.order_by(Client.last_contact_at))
            yield _first(never.order_by(Client.created_at))


def _first(query: Any) -> Any:
    """SQLite wants an order and a limit inside a union wrapped."""
    return select(query.limit(COUNTED).subquery())


@dataclass(frozen=True, slots=True)
class Led:
    """One way in which clients are in care. `leads`: as their manager's, not as a deputy's."""

    condition: ColumnElement[bool]
    leads: bool


def led_by(desk: Desk) -> list[Led]:
    """One condition each, so that each is one range of an index (`access.sight.in_care_of`)."""
    away = or_(Staff.absent_until.is_(None), Staff.absent_until > desk.now)
    others = select(Staff.id).where(Staff.deputy_id == desk.actor.id, away)
    leaders = (desk.actor.id, *desk.session.scalars(others))
    return [
        *(Led(Client.manager_id == one, leads=True) for one in leaders),
        Led(Client.deputy_id == desk.actor.id, leads=False),
    ]


def _wanted(desk: Desk) -> Any:
    return select(
        Client.id, Client.tier_id, Client.cadence_days, Client.last_contact_at, Client.created_at
    ).where(
        Client.left_on.is_(None),
        Client.restricted_at.is_(None),
        awake(desk, CALL, Client.id),
        not_with_others(desk, CALL, Client.id),
    )


def not_with_others(
    desk: Desk, kind: str, column: InstrumentedAttribute[UUID]
) -> ColumnElement[bool]:
    """Lines this person has not asked a colleague to take."""
    asked = select(Delegation.object_id).where(
        Delegation.from_id == desk.actor.id,
        Delegation.kind == kind,
        Delegation.seen_at.is_(None),
        Delegation.undone_at.is_(None),
    )
    return column.not_in(asked)
