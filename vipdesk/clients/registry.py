"""The list of clients: filtered, sorted, read in parts, for a hundred thousand rows.

A list is opened once (`open_list`): the keys of all its clients in order, sixteen bytes each, put
together by the database itself. Its length is exact, any place is one step away, and rows are
read in parts by their keys: the last part costs what the first does, and what is chosen is
known by key, read or not.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, func, select, type_coerce

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.list_filter import (
    ClientFilter,
    band_of_client,
    condition,
    found_by,
    sees_bands,
)
from vipdesk.clients.list_order import ClientSort, order
from vipdesk.clients.names import Name, display_name
from vipdesk.clients.rows import HoldRow
from vipdesk.models import Client, ContactPoint, Interest, InviteHold, Promise, Staff, Tier
from vipdesk.vocabulary import Band, ContactKind, PromiseState
from vipdesk.wording import Lang, Who

__all__ = ["PART", "ClientFilter", "ClientList", "ClientRow", "ClientSort"]

PART = 50  # so few that reading them never holds up a frame of the screen
# Columns out of other tables: read only for a list that shows them.
ELSEWHERE = frozenset({ClientSort.INTERESTS, ClientSort.PHONE, ClientSort.HEALTH})
_KEY = 16  # bytes of a key
_INTERESTS = 3


@dataclass(frozen=True, slots=True)
class NextAction:
    """What is next with a client: the promise due first, else a talk when the rhythm says so.

    `text` is empty for a talk. `due_at` in the past: late.
    """

    text: str
    due_at: datetime
    is_promise: bool


@dataclass(frozen=True, slots=True)
class ClientRow:
    """One line of the list."""

    id: UUID
    name: Name
    sort_key: str
    company: str
    position: str
    city: str
    tier_ru: str
    tier_en: str
    metal: str
    manager: Who
    has_manager: bool
    last_contact_at: datetime | None
    cadence_days: int | None
    next: NextAction | None
    hold: HoldRow | None
    left: bool
    restricted: bool = False  # kept and not used: a badge says so
    birthday: tuple[int | None, int | None, int | None] = (None, None, None)  # year, month, day
    member_since: date | None = None
    interests: tuple[str, ...] = ()
    phone: str = ""
    band: Band | None = None

    def display(self, lang: Lang) -> str:
        """The name as the list shows it."""
        return display_name(self.name, lang)

    def tier(self, lang: Lang) -> str:
        """The tier in the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en


@dataclass(frozen=True, slots=True)
class ClientList:
    """An opened list: the keys in order. Give it back to `read_part`, offsets from 0."""

    filter: ClientFilter
    sort: ClientSort
    descending: bool
    keys: bytes
    elsewhere: frozenset[str] = ELSEWHERE  # which of `ELSEWHERE` its rows carry

    @property
    def total(self) -> int:
        """How many clients."""
        return len(self.keys) // _KEY

    def id_at(self, place: int) -> UUID | None:
        """Who stands at a place."""
        found = self.keys[place * _KEY : (place + 1) * _KEY] if place >= 0 else b""
        return UUID(bytes=found) if found else None

    def ids(self, first: int, last: int) -> tuple[UUID, ...]:
        """Everybody from a place to a place, both included."""
        part = self.keys[max(0, first) * _KEY : (last + 1) * _KEY]
        return tuple(UUID(bytes=part[at : at + _KEY]) for at in range(0, len(part), _KEY))

    def place_of(self, client_id: UUID) -> int:
        """Where somebody stands, -1 if not here."""
        at = self.keys.find(client_id.bytes)
        while at >= 0 and at % _KEY:
            at = self.keys.find(client_id.bytes, at + 1)
        return at // _KEY if at >= 0 else -1


def open_list(
    desk: Desk,
    wanted: ClientFilter,
    sort: ClientSort = ClientSort.NAME,
    *,
    descending: bool = False,
    shown: Collection[str] = ELSEWHERE,
) -> ClientList:
    """Read the keys of a list, in order: one text, joined by the database.

    shown: the columns that are looked at, as values of `ClientSort`.
    """
    inner = (
        select(type_coerce(Client.id, String).label("id") if _is_vault(desk) else Client.id)
        .where(condition(desk, wanted, found_by(desk, wanted.text)))
        .order_by(*order(desk, sort, descending=descending))
        .subquery()
    )
    joined = (
        func.group_concat(inner.c.id, "")
        if _is_vault(desk)
        else func.string_agg(cast(inner.c.id, String), "")
    )
    text = desk.session.scalar(select(joined)) or ""
    return ClientList(
        wanted, sort, descending, bytes.fromhex(text.replace("-", "")), elsewhere_of(shown)
    )


def elsewhere_of(columns: Collection[str]) -> frozenset[str]:
    """Which of these columns must be read from other tables."""
    return frozenset(c.value for c in ELSEWHERE if c.value in columns)


def read_part(desk: Desk, opened: ClientList, offset: int = 0) -> tuple[ClientRow | None, ...]:
    """`PART` rows from `offset`, in the places of the list; None for who is gone meanwhile."""
    ids = opened.ids(offset, offset + PART - 1)
    if not ids:
        return ()
    wanted = _rows(desk, opened.elsewhere).where(Client.id.in_(ids))
    rows = {r.id: r for r in _shown(desk, wanted, opened.elsewhere)}
    return tuple(rows.get(i) for i in ids)


def find_place(desk: Desk, opened: ClientList, typed: str) -> int:
    """Where the first name stands that begins so (in either alphabet's keys); -1: nowhere."""
    for reading in dict.fromkeys((typed, spelling.other_keyboard(typed))):
        begins = " ".join(spelling.words_of(reading))
        if not begins:
            continue
        wanted = (
            select(Client.id)
            .where(
                condition(desk, opened.filter, found_by(desk, opened.filter.text)),
                Client.sort_key >= begins,
                Client.sort_key < begins + "\uffff",
            )
            .order_by(Client.sort_key, Client.id)
            .limit(1)
        )
        found = desk.session.scalar(wanted)
        if found is not None:
            return opened.place_of(found)
    return -1


def list_clients(
    desk: Desk,
    wanted: ClientFilter | None = None,
    sort: ClientSort = ClientSort.NAME,
    *,
    limit: int = PART,
) -> tuple[ClientRow, ...]:
    """The first rows of a filter: for short lists and other rooms."""
    wanted = wanted or ClientFilter()
    query = (
        _rows(desk)
        .where(chosen(desk, wanted))
        .order_by(*order(desk, sort, descending=False))
        .limit(limit)
    )
    return _shown(desk, query)


def chosen(desk: Desk, wanted: ClientFilter) -> ColumnElement[bool]:
    """The condition of a filter, for the room's own reads of the same clients."""
    return condition(desk, wanted, found_by(desk, wanted.text))


def count_without_manager(desk: Desk) -> int:
    """Clients without a personal manager: an error state that is shown."""
    return (
        desk.session.scalar(
            select(func.count()).where(Client.manager_id.is_(None), Client.left_on.is_(None))
        )
        or 0
    )


def _is_vault(desk: Desk) -> bool:
    return desk.session.get_bind().dialect.name == "sqlite"


# Columns and not whole clients: a part is read while the list scrolls.
_READ = (
    Client.id, Client.surname, Client.given, Client.patronymic, Client.latin_name, Client.title,
    Client.gender, Client.address_form, Client.sort_key, Client.company, Client.position,
    Client.city, Client.last_contact_at, Client.cadence_days, Client.created_at, Client.left_on,
    Client.restricted_at, Client.birth_year, Client.birth_month, Client.birth_day,
    Client.member_since, Client.tier_id, Client.manager_id, InviteHold.kind, InviteHold.review_on,
)  # fmt: skip

_TIERS = select(Tier.id, Tier.name_ru, Tier.name_en, Tier.metal, Tier.cadence_days)


def _rows(desk: Desk, elsewhere: frozenset[str] = ELSEWHERE) -> Any:
    columns: tuple[Any, ...] = _READ
    if ClientSort.HEALTH in elsewhere and sees_bands(desk):
        columns = (*columns, band_of_client(desk).label("band"))
    return select(*columns).outerjoin(InviteHold, InviteHold.client_id == Client.id)


def _shown(desk: Desk, wanted: Any, elsewhere: frozenset[str] = ELSEWHERE) -> tuple[ClientRow, ...]:
    found = desk.session.execute(wanted).all()
    ids = [r.id for r in found]
    around = _Around(
        {t.id: t for t in desk.session.execute(_TIERS)},
        _leaders(desk, {r.manager_id for r in found}),
        _first_promises(desk, ids),
        _interests(desk, ids) if ClientSort.INTERESTS in elsewhere else {},
        _phones(desk, ids) if ClientSort.PHONE in elsewhere else {},
    )
    return tuple(_row(r, around) for r in found)


@dataclass(frozen=True, slots=True)
class _Around:
    tiers: dict[UUID, Any]
    leaders: dict[UUID, Who]
    promises: dict[UUID, NextAction]
    interests: dict[UUID, tuple[str, ...]]
    phones: dict[UUID, str]


def _leaders(desk: Desk, ids: set[UUID | None]) -> dict[UUID, Who]:
    wanted = select(Staff.id, Staff.given, Staff.surname, Staff.latin_name)
    known = Staff.id.in_([i for i in ids if i is not None])
    return {s.id: Who.of(s) for s in desk.session.execute(wanted.where(known))}


def _first_promises(desk: Desk, ids: list[UUID]) -> dict[UUID, NextAction]:
    rows = desk.session.execute(
        select(Promise.client_id, Promise.text, Promise.due_at)
        .where(Promise.state == PromiseState.OPEN, Promise.client_id.in_(ids))
        .order_by(Promise.due_at.desc())
    )
    return {i: NextAction(text, due_at, is_promise=True) for i, text, due_at in rows}


def _interests(desk: Desk, ids: list[UUID]) -> dict[UUID, tuple[str, ...]]:
    """The strongest few of each."""
    rows = desk.session.execute(
        select(Interest.client_id, Interest.topic)
        .where(Interest.client_id.in_(ids))
        .order_by(Interest.strength.desc(), Interest.topic)
    )
    found: dict[UUID, tuple[str, ...]] = {}
    for client_id, topic in rows:
        have = found.get(client_id, ())
        if len(have) < _INTERESTS:
            found[client_id] = (*have, topic)
    return found


def _phones(desk: Desk, ids: list[UUID]) -> dict[UUID, str]:
    """One number of each: the preferred one, else the oldest."""
    rows = desk.session.execute(
        select(ContactPoint.client_id, ContactPoint.value)
        .where(ContactPoint.client_id.in_(ids), ContactPoint.kind == ContactKind.PHONE)
        .order_by(ContactPoint.preferred, ContactPoint.id.desc())
    )
    return {client_id: value for client_id, value in rows}  # noqa: C416 rows are no pairs


def _row(c: Any, around: _Around) -> ClientRow:
    tier = around.tiers.get(c.tier_id)
    leader = around.leaders.get(c.manager_id)
    cadence = c.cadence_days or (tier.cadence_days if tier else None)
    name = Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)
    band = getattr(c, "band", None)
    return ClientRow(
        id=c.id,
        name=name,
        sort_key=c.sort_key,
        company=c.company,
        position=c.position,
        city=c.city,
        tier_ru=tier.name_ru if tier else "",
        tier_en=tier.name_en if tier else "",
        metal=tier.metal if tier else "",
        manager=leader or Who(),
        has_manager=leader is not None,
        last_contact_at=c.last_contact_at,
        cadence_days=cadence,
        next=around.promises.get(c.id) or _next_talk(c, cadence),
        hold=HoldRow(c.kind, c.review_on) if c.kind is not None else None,
        left=c.left_on is not None,
        restricted=c.restricted_at is not None,
        birthday=(c.birth_year, c.birth_month, c.birth_day),
        member_since=c.member_since,
        interests=around.interests.get(c.id, ()),
        phone=around.phones.get(c.id, ""),
        band=Band(band) if band else None,
    )


def _next_talk(c: Any, cadence: int | None) -> NextAction | None:
    """A talk falls due when the rhythm has passed since the last real contact (or joining)."""
    if cadence is None or c.left_on is not None:
        return None
    since = c.last_contact_at or c.created_at
    return NextAction("", since + timedelta(days=cadence), is_promise=False)
