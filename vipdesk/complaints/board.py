"""The board by next due: an ordered read in parts, for fifty thousand complaints.

A complaint stands where the clock stands that runs out next. The database walks the open clocks
in the order of their due times and takes a complaint where its own next one comes, so the first
part costs the same however many there are. The whole order (`open_board`) is read only when
somebody looks further: sixteen bytes a case, any place one step away.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, exists, func, or_, select
from sqlalchemy import type_coerce as as_is

from vipdesk.access import Desk
from vipdesk.clients.list_filter import found_by
from vipdesk.complaints import board_in_team, cases, next_clock, public_no, sight
from vipdesk.complaints.cases import ComplaintRow
from vipdesk.models import Complaint, ComplaintClock
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import ComplaintState

PART = 100
"""So many rows are read at once."""
_KEY = 16
_LIVE = (*(s for s in ComplaintState if s.is_open), ComplaintState.RESOLVED)


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """Which cases. text: a number as it was typed or dictated, or the beginning of a name."""

    live_only: bool = True
    text: str = ""


@dataclass(frozen=True, slots=True)
class BoardList:
    """An opened board: the keys in order. Give it back to `read_part`, offsets from 0."""

    filter: BoardFilter
    keys: bytes

    @property
    def total(self) -> int:
        """How many complaints."""
        return len(self.keys) // _KEY

    def id_at(self, place: int) -> UUID | None:
        """Which complaint stands at a place."""
        found = self.ids(place, place) if place >= 0 else ()
        return found[0] if found else None

    def ids(self, first: int, last: int) -> tuple[UUID, ...]:
        """All from a place to a place, both included."""
        part = self.keys[max(0, first) * _KEY : (last + 1) * _KEY]
        return tuple(UUID(bytes=part[at : at + _KEY]) for at in range(0, len(part), _KEY))

    def place_of(self, complaint_id: UUID) -> int:
        """Where a complaint stands, -1 if not here."""
        at = self.keys.find(complaint_id.bytes)
        while at >= 0 and at % _KEY:
            at = self.keys.find(complaint_id.bytes, at + 1)
        return at // _KEY if at >= 0 else -1


def first_part(
    desk: Desk, wanted: BoardFilter | None = None, *, limit: int = PART
) -> tuple[ComplaintRow, ...]:
    """The rows that are due next; fewer than `limit` are all there are."""
    if not sight.works_here(desk.actor.role):
        return ()
    wanted = wanted or BoardFilter()
    if held_by_database(desk.session):
        return rows_of(desk, _asked_in_team(desk, wanted, limit))
    conditions = _conditions(desk, wanted)
    ids = list(desk.session.scalars(_by_clock(desk, conditions).limit(limit)))
    if len(ids) < limit:
        ids += desk.session.scalars(_without_clock(conditions).limit(limit - len(ids)))
    return rows_of(desk, ids)


def open_board(desk: Desk, wanted: BoardFilter | None = None) -> BoardList:
    """The whole order; empty for roles the private track does not exist for."""
    wanted = wanted or BoardFilter()
    if not sight.works_here(desk.actor.role):
        return BoardList(wanted, b"")
    if held_by_database(desk.session):
        return BoardList(wanted, b"".join(i.bytes for i in _asked_in_team(desk, wanted, None)))
    conditions = _conditions(desk, wanted)
    parts = (_by_clock(desk, conditions), _without_clock(conditions))
    return BoardList(wanted, b"".join(_keys(desk, part) for part in parts))


def read_part(desk: Desk, opened: BoardList, offset: int = 0) -> tuple[ComplaintRow | None, ...]:
    """`PART` rows from `offset`, in the places of the list; None for what is gone meanwhile."""
    ids = opened.ids(offset, offset + PART - 1)
    found = {row.id: row for row in rows_of(desk, ids)}
    return tuple(found.get(complaint_id) for complaint_id in ids)


def rows_of(desk: Desk, ids: Sequence[UUID]) -> tuple[ComplaintRow, ...]:
    """The rows of these complaints in their order; what this person may not see is left out."""
    if not ids or not sight.works_here(desk.actor.role):
        return ()
    if held_by_database(desk.session):
        found = board_in_team.rows_of(desk, ids)
    else:
        found = {row.id: row for row in cases.shown_rows(desk, Complaint.id.in_(ids))}
    return tuple(found[i] for i in ids if i in found)


# The order ---------------------------------------------------------------------------------------


def _conditions(desk: Desk, wanted: BoardFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [sight.visible(desk)]
    if wanted.live_only:
        found.append(Complaint.state.in_(_LIVE))
    clients = found_by(desk, wanted.text)
    if clients is not None:
        number = public_no.read_back(wanted.text)
        named = Complaint.client_id.in_(clients)
        found.append(or_(named, Complaint.public_no == number) if number else named)
    return found


def _asked_in_team(desk: Desk, wanted: BoardFilter, most: int | None) -> list[UUID]:
    clients = found_by(desk, wanted.text)
    return board_in_team.due_cases(
        desk, live_only=wanted.live_only, clients=clients, most=most,
        number=None if clients is None else public_no.read_back(wanted.text),
    )  # fmt: skip


def _by_clock(desk: Desk, conditions: list[ColumnElement[bool]]) -> Select[UUID]:
    """Complaints at the place of their next clock.

    The case is asked for inside a condition, not joined: for a join SQLite reads all complaints
    first, to make a filter of their keys, and the first hundred cost as much as fifty thousand.
    """
    clock = ComplaintClock
    if desk.session.get_bind().dialect.name != "sqlite":
        return _by_rank(conditions)
    of_it = (
        exists()
        .where(Complaint.id == clock.complaint_id, next_clock.is_next(), *conditions)
        .correlate(clock)
    )
    return (
        select(clock.complaint_id)
        .where(clock.stopped_at.is_(None), of_it)
        # The first key is the same everywhere: with it the order is that of the index.
        .order_by(clock.stopped_at, clock.due_at, clock.complaint_id)
    )


def _by_rank(conditions: list[ColumnElement[bool]]) -> Select[UUID]:
    """The same in one walk over all clocks: for a server that keeps nobody to their rows."""
    clock = ComplaintClock
    place = (
        func.row_number()
        .over(
            partition_by=clock.complaint_id,
            order_by=(next_clock.waits(clock), clock.due_at, clock.id),
        )
        .label("place")
    )
    ranked = (
        select(clock.complaint_id, clock.due_at, place)
        .join(Complaint, clock.complaint_id == Complaint.id)
        .where(clock.stopped_at.is_(None), *conditions)
        .subquery()
    )
    return (
        select(ranked.c.complaint_id)
        .where(ranked.c.place == 1)
        .order_by(ranked.c.due_at, ranked.c.complaint_id)
    )


def _without_clock(conditions: list[ColumnElement[bool]]) -> Select[UUID]:
    """Where nothing is due: the newest first."""
    running = exists().where(
        ComplaintClock.complaint_id == Complaint.id, ComplaintClock.stopped_at.is_(None)
    )
    return (
        select(Complaint.id)
        .where(~running, *conditions)
        .order_by(Complaint.received_at.desc(), Complaint.id)
    )


def _keys(desk: Desk, ordered: Select[Any]) -> bytes:
    """One text of all keys, put together by the database."""
    inner = ordered.subquery()
    (key,) = inner.c
    vault = desk.session.get_bind().dialect.name == "sqlite"
    joined = (
        func.group_concat(as_is(key, String), "")
        if vault
        else func.string_agg(cast(key, String), "")
    )
    text = desk.session.scalar(select(joined)) or ""
    return bytes.fromhex(text.replace("-", ""))
