"""The list of clients: filtered, sorted, read in parts, for a hundred thousand rows.

A list is opened once (`open_list`): its length and the key at the head of every part, read in
one pass. Parts are then read from their key on (keyset paging): the last costs what the first does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, func, literal, select, tuple_

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients import spelling
from vipdesk.clients.names import Name, display_name
from vipdesk.clients.phones import digits_of
from vipdesk.clients.rows import HoldRow
from vipdesk.clients.search_entry import KIND
from vipdesk.models import Client, InviteHold, Promise, Staff, Tier
from vipdesk.store import search_index
from vipdesk.vocabulary import PromiseState
from vipdesk.wording import Lang, Who

PART = 200
_MOST_FOUND = 1000
_NEVER = datetime(1900, 1, 1, tzinfo=UTC)  # who was never reached comes before everybody


class ClientSort(StrEnum):
    """What the list is ordered by."""

    NAME = "name"
    LAST_CONTACT = "last_contact"  # the longest silent first; who was never reached at the very top


@dataclass(frozen=True, slots=True)
class ClientFilter:
    """Who is in the list. `text`: as typed into the search field."""

    text: str = ""
    tier_id: UUID | None = None
    manager_id: UUID | None = None
    mine: bool = False
    without_manager: bool = False
    with_left: bool = False


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

    def display(self, lang: Lang) -> str:
        """The name as the list shows it."""
        return display_name(self.name, lang)

    def tier(self, lang: Lang) -> str:
        """The tier in the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en


@dataclass(frozen=True, slots=True)
class ClientList:
    """An opened list: give it back to `read_part` with an offset that is a multiple of `PART`."""

    filter: ClientFilter
    sort: ClientSort
    descending: bool
    total: int
    heads: tuple[tuple[Any, UUID], ...]
    found: tuple[UUID, ...] | None  # whom the text found


def open_list(
    desk: Desk,
    wanted: ClientFilter,
    sort: ClientSort = ClientSort.NAME,
    *,
    descending: bool = False,
) -> ClientList:
    """Count the clients of a filter and find the head of each part."""
    found = _found(desk, wanted.text) if wanted.text.strip() else None
    key, order = _key(sort), _order(sort, descending=descending)
    inner = select(
        key.label("k"),
        Client.id.label("i"),
        func.row_number().over(order_by=order).label("n"),
        func.count().over().label("c"),
    ).where(_condition(desk, wanted, found))
    part = inner.subquery()
    rows = desk.session.execute(
        select(part.c.k, part.c.i, part.c.c).where((part.c.n - 1) % PART == 0).order_by(part.c.n)
    ).all()
    heads = tuple((r.k, r.i) for r in rows)
    return ClientList(wanted, sort, descending, rows[0].c if rows else 0, heads, found)


def read_part(desk: Desk, opened: ClientList, offset: int = 0) -> tuple[ClientRow, ...]:
    """`PART` rows from `offset`; empty past the end."""
    number = offset // PART
    if number >= len(opened.heads):
        return ()
    key = _key(opened.sort)
    head_key, head_id = opened.heads[number]
    # A comparison of rows, because SQLite finds its place by index only for these.
    place = tuple_(key, Client.id)
    head = tuple_(literal(head_key, key.type), literal(head_id, Client.id.type))
    condition = and_(
        _condition(desk, opened.filter, opened.found),
        place <= head if opened.descending else place >= head,
    )
    order = _order(opened.sort, descending=opened.descending)
    return _shown(desk, _rows().where(condition).order_by(*order).limit(PART))


def list_clients(
    desk: Desk,
    wanted: ClientFilter | None = None,
    sort: ClientSort = ClientSort.NAME,
    *,
    limit: int = PART,
) -> tuple[ClientRow, ...]:
    """The first rows of a filter: for short lists and other rooms."""
    wanted = wanted or ClientFilter()
    found = _found(desk, wanted.text) if wanted.text.strip() else None
    order = _order(sort, descending=False)
    query = _rows().where(_condition(desk, wanted, found)).order_by(*order).limit(limit)
    return _shown(desk, query)


def chosen(desk: Desk, wanted: ClientFilter) -> ColumnElement[bool]:
    """The condition of a filter, for the room's own reads of the same clients."""
    found = _found(desk, wanted.text) if wanted.text.strip() else None
    return _condition(desk, wanted, found)


def count_without_manager(desk: Desk) -> int:
    """Clients without a personal manager: an error state that is shown."""
    return (
        desk.session.scalar(
            select(func.count()).where(Client.manager_id.is_(None), Client.left_on.is_(None))
        )
        or 0
    )


def _key(sort: ClientSort) -> ColumnElement[Any]:
    if sort is ClientSort.LAST_CONTACT:
        return func.coalesce(Client.last_contact_at, literal(_NEVER, Client.last_contact_at.type))
    return Client.sort_key.expression


def _order(sort: ClientSort, *, descending: bool) -> tuple[ColumnElement[Any], ...]:
    parts: tuple[ColumnElement[Any], ...] = (_key(sort), Client.id.expression)
    return tuple(p.desc() for p in parts) if descending else parts


def _found(desk: Desk, text: str) -> tuple[UUID, ...]:
    """Clients a typed text finds, by words or by digits of a phone."""
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


def _condition(
    desk: Desk, wanted: ClientFilter, found: tuple[UUID, ...] | None
) -> ColumnElement[bool]:
    parts: list[ColumnElement[bool]] = [] if wanted.with_left else [Client.left_on.is_(None)]
    if found is not None:
        parts.append(Client.id.in_(found))
    if wanted.tier_id is not None:
        parts.append(Client.tier_id == wanted.tier_id)
    if wanted.manager_id is not None:
        parts.append(Client.manager_id == wanted.manager_id)
    if wanted.mine:
        parts.append(in_care_of(desk.actor.id, desk.now))
    if wanted.without_manager:
        parts.append(Client.manager_id.is_(None))
    return and_(*parts) if parts else Client.id.is_not(None)


def _rows() -> Select[Client, Tier, Staff, InviteHold]:
    return (
        select(Client, Tier, Staff, InviteHold)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .outerjoin(Staff, Staff.id == Client.manager_id)
        .outerjoin(InviteHold, InviteHold.client_id == Client.id)
    )


def _shown(desk: Desk, wanted: Select[Client, Tier, Staff, InviteHold]) -> tuple[ClientRow, ...]:
    found = desk.session.execute(wanted).all()
    promised = _first_promises(desk, [c.id for c, *_ in found])
    return tuple(_row(c, t, s, h, promised.get(c.id)) for c, t, s, h in found)


def _first_promises(desk: Desk, ids: list[UUID]) -> dict[UUID, NextAction]:
    rows = desk.session.execute(
        select(Promise.client_id, Promise.text, Promise.due_at)
        .where(Promise.state == PromiseState.OPEN, Promise.client_id.in_(ids))
        .order_by(Promise.due_at.desc())
    )
    return {i: NextAction(text, due_at, is_promise=True) for i, text, due_at in rows}


def _row(
    c: Client,
    tier: Tier | None,
    staff: Staff | None,
    hold: InviteHold | None,
    promised: NextAction | None,
) -> ClientRow:
    cadence = c.cadence_days or (tier.cadence_days if tier else None)
    name = Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)
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
        manager=Who.of(staff),
        has_manager=staff is not None,
        last_contact_at=c.last_contact_at,
        cadence_days=cadence,
        next=promised or _next_talk(c, cadence),
        hold=HoldRow(hold.kind, hold.review_on) if hold else None,
        left=c.left_on is not None,
        restricted=c.restricted_at is not None,
    )


def _next_talk(c: Client, cadence: int | None) -> NextAction | None:
    """A talk falls due when the rhythm has passed since the last real contact (or joining)."""
    if cadence is None or c.left_on is not None:
        return None
    since = c.last_contact_at or c.created_at
    return NextAction("", since + timedelta(days=cadence), is_promise=False)
