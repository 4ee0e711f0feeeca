"""Gifts given and received: a counter for the calendar year, and an official's limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.benefits.limits import gift_limit
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import GiftWay
from vipdesk.ids import new_id
from vipdesk.models import Gift, Staff
from vipdesk.money import Money
from vipdesk.wording import Who, say

_MOST_WHAT, _MOST_OCCASION, _MOST_REASON = 200, 120, 200


@dataclass(frozen=True, slots=True)
class GiftFields:
    """What the form of a gift edits. reason: why above an official's limit."""

    way: GiftWay
    on_date: date
    what: str
    occasion: str = ""
    value: Money | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GiftRow:
    """A gift."""

    id: UUID
    fields: GiftFields
    by: Who


@dataclass(frozen=True, slots=True)
class GiftYear:
    """A client's counter of one calendar year.

    Sums are of the limit's currency; `unpriced` gifts given have no value on record. limit: for
    an official, else None. `over`: what was given is above it.
    """

    year: int
    given: int
    received: int
    given_worth: Money
    received_worth: Money
    unpriced: int
    limit: Money | None

    @property
    def over(self) -> bool:
        """Above an official's limit."""
        return self.limit is not None and self.given_worth > self.limit

    @property
    def left(self) -> Money | None:
        """What may still be given to an official this year; zero at the least."""
        if self.limit is None:
            return None
        return max(Money(0, self.limit.currency), self.limit - self.given_worth)


def add_gift(desk: Desk, client_id: UUID, fields: GiftFields) -> UUID:
    """Note a gift. To an official above the limit of the year it takes a reason, which stays.

    Raises `UserError` on 'what', 'on_date', 'value' or 'reason'.
    """
    client = client_of(desk, client_id)
    what, occasion = " ".join(fields.what.split()), " ".join(fields.occasion.split())
    if not what:
        raise UserError(say("Write what the gift is."), field="what")
    for field, text, most in (("what", what, _MOST_WHAT), ("occasion", occasion, _MOST_OCCASION),
                              ("reason", fields.reason, _MOST_REASON)):  # fmt: skip
        if len(text) > most:
            raise UserError(say("Enter {limit} characters at most.", limit=most), field=field)
    if fields.on_date > desk.now.date():
        raise UserError(say("This day has not come yet."), field="on_date")
    if fields.value is not None and fields.value.minor < 0:
        raise UserError(say("Enter zero or more."), field="value")
    if fields.way is GiftWay.GIVEN and client.official:
        _check_limit(desk, client_id, fields)
    value = fields.value
    row = Gift(
        id=new_id(), client_id=client_id, way=fields.way, on_date=fields.on_date, what=what,
        occasion=occasion, value_minor=value.minor if value else None,
        currency=value.currency if value else "RUB", staff_id=desk.actor.id,
        reason=fields.reason.strip(),
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    noted = ("way", "what", "value_minor", *(("reason",) if row.reason else ()))
    desk.note("add_gift", "gift", row.id, noted)
    return row.id


def remove_gift(desk: Desk, gift_id: UUID) -> None:
    """The way back of `add_gift`."""
    row = desk.session.get(Gift, gift_id)
    if row is None:
        raise NotFound(say("This gift is not here any more."))
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_gift", "gift", gift_id)


def list_gifts(desk: Desk, client_id: UUID, *, limit: int = 50) -> tuple[GiftRow, ...]:
    """The latest first."""
    found = desk.session.execute(
        select(Gift, Staff)
        .outerjoin(Staff, Staff.id == Gift.staff_id)
        .where(Gift.client_id == client_id)
        .order_by(Gift.on_date.desc(), Gift.id.desc())
        .limit(limit)
    )
    return tuple(
        GiftRow(
            g.id,
            GiftFields(
                g.way, g.on_date, g.what, g.occasion,
                None if g.value_minor is None else Money(g.value_minor, g.currency), g.reason,
            ),
            Who.of(s),
        )
        for g, s in found
    )  # fmt: skip


def gift_year(desk: Desk, client_id: UUID, *, year: int | None = None) -> GiftYear:
    """The counter of a calendar year, by default the present one."""
    client = client_of(desk, client_id)
    limit = gift_limit(desk)
    year = year or desk.now.year
    rows = desk.session.execute(
        select(Gift.way, Gift.value_minor, Gift.currency).where(
            Gift.client_id == client_id,
            Gift.on_date >= date(year, 1, 1),
            Gift.on_date <= date(year, 12, 31),
        )
    ).all()
    worth = {
        way: sum(m or 0 for w, m, c in rows if w is way and c == limit.currency) for way in GiftWay
    }
    count = {way: sum(w is way for w, _, _ in rows) for way in GiftWay}
    return GiftYear(
        year, count[GiftWay.GIVEN], count[GiftWay.RECEIVED],
        Money(worth[GiftWay.GIVEN], limit.currency),
        Money(worth[GiftWay.RECEIVED], limit.currency),
        sum(
            w is GiftWay.GIVEN and (m is None or c != limit.currency) for w, m, c in rows
        ),
        limit if client.official else None,
    )  # fmt: skip


def _check_limit(desk: Desk, client_id: UUID, fields: GiftFields) -> None:
    """One's own limit, counted over the year of the gift; an unknown value cannot be under it."""
    if fields.reason.strip():
        return
    if fields.value is None:
        raise UserError(
            say("The client is an official: write what the gift is worth."), field="value"
        )
    so_far = gift_year(desk, client_id, year=fields.on_date.year)
    if so_far.limit is None:
        return
    foreign = fields.value.currency != so_far.limit.currency
    if foreign or so_far.given_worth + fields.value > so_far.limit:
        raise UserError(
            say(
                "The client is an official: above {limit} a year a gift needs a reason. Ask your "
                "lawyer first.",
                limit=so_far.limit,
            ),
            field="reason",
        )
