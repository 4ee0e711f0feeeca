"""Requests outside the usual hours or place: a courier at three in the morning (CL-05).

Each has one owner, who sees the client: who leads or deputises the client, or management. What
is declined says why; what it cost stays with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import OffHoursState
from vipdesk.ids import new_id
from vipdesk.models import OffHoursRequest, Staff
from vipdesk.money import Money
from vipdesk.vocabulary import Role
from vipdesk.wording import Who, say

OPEN = (OffHoursState.ASKED, OffHoursState.ACCEPTED)
_MOST_WHAT, _MOST_PLACE, _MOST_REASON = 300, 200, 200
_SHOWN = 50


@dataclass(frozen=True, slots=True)
class OffHoursFields:
    """What the form edits. wanted_at: when it is wanted (UTC). cost None: not known yet."""

    what: str
    wanted_at: datetime
    owner_id: UUID
    place: str = ""
    cost: Money | None = None


@dataclass(frozen=True, slots=True)
class OffHoursRow:
    """A request. `late`: still open, and its hour is over."""

    id: UUID
    fields: OffHoursFields
    state: OffHoursState
    reason: str
    owner: Who
    asked_at: datetime
    closed_at: datetime | None
    late: bool


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who may take a request on."""

    id: UUID
    who: Who


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a request had come: what the way back needs."""

    id: UUID
    state: OffHoursState
    reason: str
    cost: Money | None
    closed_at: datetime | None


def ask_off_hours(desk: Desk, client_id: UUID, fields: OffHoursFields) -> UUID:
    """Note a request. Raises `UserError` on 'what', 'place', 'owner_id' or 'cost'."""
    client_of(desk, client_id)
    what, place = " ".join(fields.what.split()), " ".join(fields.place.split())
    if not what:
        raise UserError(say("Write what the client asks for."), field="what")
    for field, text, most in (("what", what, _MOST_WHAT), ("place", place, _MOST_PLACE)):
        if len(text) > most:
            raise UserError(say("Enter {limit} characters at most.", limit=most), field=field)
    if fields.owner_id not in {o.id for o in list_owners(desk, client_id)}:
        raise UserError(
            say("Choose who leads the client, a deputy or management."), field="owner_id"
        )
    cost = _checked(fields.cost)
    row = OffHoursRequest(
        id=new_id(), client_id=client_id, what=what, wanted_at=fields.wanted_at, place=place,
        owner_id=fields.owner_id, asked_at=desk.now, asked_by_id=desk.actor.id,
        cost_minor=cost.minor if cost else None, currency=cost.currency if cost else "RUB",
        state=OffHoursState.ASKED, reason="",
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("ask_off_hours", "off_hours_request", row.id, ("what", "wanted_at", "owner_id"))
    return row.id


def remove_off_hours(desk: Desk, request_id: UUID) -> None:
    """The way back of `ask_off_hours`."""
    desk.session.delete(_row_of(desk, request_id))
    desk.session.flush()
    desk.note("remove_off_hours", "off_hours_request", request_id)


def accept_off_hours(desk: Desk, request_id: UUID) -> Standing:
    """The owner says yes; returns what was before."""
    return _move(desk, request_id, OffHoursState.ACCEPTED, "accept_off_hours")


def finish_off_hours(desk: Desk, request_id: UUID, *, cost: Money | None = None) -> Standing:
    """It was done. `cost`: what it took, None leaves what stood there. Raises on 'cost'."""
    return _move(desk, request_id, OffHoursState.DONE, "finish_off_hours", cost=_checked(cost))


def decline_off_hours(desk: Desk, request_id: UUID, *, reason: str) -> Standing:
    """It cannot be done, and why. Raises `UserError` on 'reason'."""
    reason = " ".join(reason.split())
    if not reason:
        raise UserError(say("Write why it cannot be done."), field="reason")
    if len(reason) > _MOST_REASON:
        raise UserError(
            say("Enter {limit} characters at most.", limit=_MOST_REASON), field="reason"
        )
    return _move(desk, request_id, OffHoursState.DECLINED, "decline_off_hours", reason=reason)


def restore_off_hours(desk: Desk, before: Standing) -> None:
    """The way back of the three above."""
    row = _row_of(desk, before.id)
    row.state, row.reason, row.closed_at = before.state, before.reason, before.closed_at
    row.cost_minor = before.cost.minor if before.cost else None
    row.currency = before.cost.currency if before.cost else row.currency
    desk.session.flush()
    desk.note("restore_off_hours", "off_hours_request", before.id, ("state",))


def list_off_hours(desk: Desk, client_id: UUID) -> tuple[OffHoursRow, ...]:
    """A client's: open ones by their hour, then the latest closed."""
    found = desk.session.execute(
        select(OffHoursRequest, Staff)
        .outerjoin(Staff, Staff.id == OffHoursRequest.owner_id)
        .where(OffHoursRequest.client_id == client_id)
        .order_by(OffHoursRequest.wanted_at.desc(), OffHoursRequest.id)
        .limit(_SHOWN)
    )
    rows = [_frozen(desk, r, s) for r, s in found]
    waiting = sorted((r for r in rows if r.state in OPEN), key=lambda r: r.fields.wanted_at)
    return (*waiting, *(r for r in rows if r.state not in OPEN))


def list_owners(desk: Desk, client_id: UUID) -> tuple[Owner, ...]:
    """Who may take a request of this client on; oneself first where one may."""
    client = client_of(desk, client_id)
    leads = [i for i in (client.manager_id, client.deputy_id) if i is not None]
    wanted = select(Staff).where(
        Staff.left_at.is_(None),
        or_(Staff.id.in_(leads), Staff.role.in_((Role.HEAD, Role.EXECUTIVE))),
    )
    rows = sorted(
        desk.session.scalars(wanted),
        key=lambda s: (s.id != desk.actor.id, s.id not in leads, s.surname, s.id),
    )
    return tuple(Owner(s.id, Who.of(s)) for s in rows)


def _move(
    desk: Desk, request_id: UUID, to: OffHoursState, verb: str, *,
    reason: str = "", cost: Money | None = None,
) -> Standing:  # fmt: skip
    row = _row_of(desk, request_id)
    if row.state not in OPEN:
        raise UserError(say("This request is closed already."))
    before = Standing(row.id, row.state, row.reason, _cost(row), row.closed_at)
    row.state, row.reason = to, reason
    row.closed_at = None if to in OPEN else desk.now
    if cost is not None:
        row.cost_minor, row.currency = cost.minor, cost.currency
    desk.session.flush()
    noted = ("state", *(("reason",) if reason else ()), *(("cost_minor",) if cost else ()))
    desk.note(verb, "off_hours_request", request_id, noted)
    return before


def _row_of(desk: Desk, request_id: UUID) -> OffHoursRequest:
    row = desk.session.get(OffHoursRequest, request_id)
    if row is None:
        raise NotFound(say("This request is not here any more."))
    return row


def _checked(cost: Money | None) -> Money | None:
    if cost is not None and cost.minor < 0:
        raise UserError(say("Enter zero or more."), field="cost")
    return cost


def _cost(row: OffHoursRequest) -> Money | None:
    return None if row.cost_minor is None else Money(row.cost_minor, row.currency)


def _frozen(desk: Desk, r: OffHoursRequest, owner: Staff | None) -> OffHoursRow:
    fields = OffHoursFields(r.what, r.wanted_at, r.owner_id, r.place, _cost(r))
    return OffHoursRow(
        r.id, fields, r.state, r.reason, Who.of(owner) if owner else Who("", ""), r.asked_at,
        r.closed_at, r.state in OPEN and r.wanted_at < desk.now,
    )  # fmt: skip
