"""The ledger: who took which piece, when, and what it was worth then.

A piece is counted by the database in one statement that takes it only while one is there: of two
desks that reach for the last piece one gets it and the other is told so, on both engines. The
row of the benefit is locked by that statement, so the client's yearly limit is counted after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import func, or_, select, update

from vipdesk.access import Desk
from vipdesk.benefits.catalogue import BenefitRow, benefit_of, benefit_row
from vipdesk.benefits.limits import gift_limit
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Benefit, BenefitUse, Client, PersonAround, Staff
from vipdesk.money import Money
from vipdesk.store.store import changed
from vipdesk.vocabulary import PersonKind
from vipdesk.wording import Who, say

_YEAR = timedelta(days=365)
_MOST_REASON = 200


class Doubt(StrEnum):
    """What to think of before a benefit is offered to a client. None of these forbids it."""

    ALREADY = "already"  # the client had it within a year
    HOUSEHOLD = "household"  # somebody of the household did
    LIMIT = "limit"  # the client is an official, and it is worth more than the limit


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt about a benefit. `on`: when it was given, None for a limit."""

    benefit_id: UUID
    doubt: Doubt
    on: date | None


@dataclass(frozen=True, slots=True)
class UseRow:
    """A line of a client's ledger. `retail`: what it cost in a shop when it was taken."""

    id: UUID
    benefit: BenefitRow
    taken_at: datetime
    taken_by: Who
    used_on: date | None
    returned_at: datetime | None
    reason: str
    retail: Money | None


def take_benefit(
    desk: Desk,
    client_id: UUID,
    benefit_id: UUID,
    *,
    offer_id: UUID | None = None,
    reason: str = "",
) -> UUID:
    """Note that the client takes a piece. Raises `UserError` where none is left, it is not for
    this tier or day, or the client had as many as a year allows.

    reason: why in spite of a doubt; kept with the line.
    """
    client = client_of(desk, client_id)
    if len(reason) > _MOST_REASON:
        raise UserError(
            say("Enter {limit} characters at most.", limit=_MOST_REASON), field="reason"
        )
    _take_piece(desk, benefit_id)
    benefit = benefit_of(desk, benefit_id)
    desk.session.refresh(benefit)
    row = benefit_row(benefit)
    _check(desk, client, row)
    use = BenefitUse(
        id=new_id(), client_id=client_id, benefit_id=benefit_id, offer_id=offer_id,
        taken_at=desk.now, taken_by_id=desk.actor.id, reason=reason.strip(),
        cost_minor=benefit.cost_minor, retail_minor=benefit.retail_minor,
        perceived_minor=benefit.perceived_minor, currency=benefit.currency,
    )  # fmt: skip
    desk.session.add(use)
    desk.session.flush()
    desk.note("take_benefit", "benefit_use", use.id, ("benefit_id", "taken_at"))
    return use.id


def return_benefit(desk: Desk, use_id: UUID) -> UUID:
    """The piece goes back: an undo, or the client thought better of it."""
    use = use_of(desk, use_id)
    given_back = desk.session.execute(
        update(BenefitUse)
        .where(BenefitUse.id == use_id, BenefitUse.returned_at.is_(None))
        .values(returned_at=desk.now, used_on=None)
        .execution_options(synchronize_session=False)
    )
    if not given_back.rowcount:  # type: ignore[attr-defined]
        raise UserError(say("This has been given back already."))
    desk.session.execute(
        update(Benefit)
        .where(Benefit.id == use.benefit_id)
        .values(taken=Benefit.taken - 1)
        .execution_options(synchronize_session=False)
    )
    desk.session.expire_all()
    changed(desk.session, "benefit", use.benefit_id)
    changed(desk.session, "benefit_use", use_id)
    desk.note("return_benefit", "benefit_use", use_id, ("returned_at",))
    return use_id


def use_benefit(desk: Desk, use_id: UUID, *, on: date | None) -> date | None:
    """Note on which day the client used it (None: not yet); returns what stood there."""
    use = use_of(desk, use_id)
    if on is not None and on > desk.now.date():
        raise UserError(say("This day has not come yet."), field="used_on")
    if use.returned_at is not None:
        raise UserError(say("This has been given back already."))
    before, use.used_on = use.used_on, on
    desk.session.flush()
    desk.note("use_benefit", "benefit_use", use_id, ("used_on",))
    return before


def list_uses(desk: Desk, client_id: UUID) -> tuple[UseRow, ...]:
    """A client's ledger, the latest first, with what went back."""
    found = desk.session.execute(
        select(BenefitUse, Benefit, Staff)
        .join(Benefit, Benefit.id == BenefitUse.benefit_id)
        .outerjoin(Staff, Staff.id == BenefitUse.taken_by_id)
        .where(BenefitUse.client_id == client_id)
        .order_by(BenefitUse.taken_at.desc(), BenefitUse.id)
    )
    return tuple(
        UseRow(
            u.id, benefit_row(b), u.taken_at, Who.of(s), u.used_on, u.returned_at, u.reason,
            None if u.retail_minor is None else Money(u.retail_minor, u.currency),
        )
        for u, b, s in found
    )  # fmt: skip


def doubts(desk: Desk, client_id: UUID) -> tuple[DoubtRow, ...]:
    """What speaks against offering this and that: already given, the household's, a limit.

    Only what the person at work may see: of a client somebody else leads nothing is told.
    """
    client = client_of(desk, client_id)
    since = desk.now - _YEAR
    rows = desk.session.execute(
        select(BenefitUse.benefit_id, BenefitUse.client_id, func.max(BenefitUse.taken_at))
        .where(
            BenefitUse.client_id.in_([client_id, *household(desk, client_id)]),
            BenefitUse.returned_at.is_(None),
            BenefitUse.taken_at >= since,
        )
        .group_by(BenefitUse.benefit_id, BenefitUse.client_id)
    )
    found = {
        (benefit, Doubt.ALREADY if whose == client_id else Doubt.HOUSEHOLD): at
        for benefit, whose, at in rows
    }
    told = [DoubtRow(b, d, _aware(at).date()) for (b, d), at in found.items()]
    if client.official:
        told += _above(desk)
    return tuple(sorted(told, key=lambda d: (str(d.benefit_id), d.doubt)))


def household(desk: Desk, client_id: UUID) -> tuple[UUID, ...]:
    """Clients of the same household, by either's word."""
    there, back = PersonAround.client_id, PersonAround.other_client_id
    rows = desk.session.execute(
        select(there, back).where(
            PersonAround.kind == PersonKind.HOUSEHOLD,
            back.is_not(None),
            or_(there == client_id, back == client_id),
            or_(PersonAround.until.is_(None), PersonAround.until >= desk.now.date()),
        )
    )
    around = {a if b == client_id else b for a, b in rows}
    return tuple(i for i in around if i is not None and i != client_id)


def use_of(desk: Desk, use_id: UUID) -> BenefitUse:
    """The line; `NotFound` if there is none for this person."""
    use = desk.session.get(BenefitUse, use_id)
    if use is None:
        raise NotFound(say("This line of the ledger is not here any more."))
    return use


def _take_piece(desk: Desk, benefit_id: UUID) -> None:
    taken = desk.session.execute(
        update(Benefit)
        .where(
            Benefit.id == benefit_id, or_(Benefit.stock.is_(None), Benefit.taken < Benefit.stock)
        )
        .values(taken=Benefit.taken + 1)
        .execution_options(synchronize_session=False)
    )
    if not taken.rowcount:  # type: ignore[attr-defined]
        benefit_of(desk, benefit_id)
        raise UserError(say("The last one has just gone. Offer something else."))
    changed(desk.session, "benefit", benefit_id)


def _check(desk: Desk, client: Client, row: BenefitRow) -> None:
    f, today = row.fields, desk.now.date()
    if row.retired or (f.valid_until and today > f.valid_until):
        raise UserError(say("This benefit is not given any more."))
    if f.valid_from and today < f.valid_from:
        raise UserError(say("This benefit is given from {day} on.", day=f.valid_from))
    if not row.is_for(client.tier_id):
        raise UserError(say("This benefit is not for the client’s tier."))
    if f.per_year is None:
        return
    begin = datetime(today.year, 1, 1, tzinfo=UTC)
    had = desk.session.scalar(
        select(func.count()).where(
            BenefitUse.client_id == client.id,
            BenefitUse.benefit_id == row.id,
            BenefitUse.returned_at.is_(None),
            BenefitUse.taken_at >= begin,
        )
    )
    if (had or 0) >= f.per_year:
        raise UserError(say("The client has had it {n} times this year: no more.", n=had or 0))


def _above(desk: Desk) -> list[DoubtRow]:
    limit = gift_limit(desk)
    rows = desk.session.execute(
        select(Benefit.id).where(
            Benefit.retired_at.is_(None),
            Benefit.currency == limit.currency,
            func.coalesce(Benefit.retail_minor, Benefit.perceived_minor, 0) > limit.minor,
        )
    )
    return [DoubtRow(i, Doubt.LIMIT, None) for (i,) in rows]


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
