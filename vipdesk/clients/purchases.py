"""What clients spent with the company: the value trend of VIP health reads it.

A purchase is only added: nobody's rights take one away (vipdesk/access/matrix.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, case, func, select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import Purchase
from vipdesk.money import Money
from vipdesk.wording import say

_LONGEST = 80


@dataclass(frozen=True, slots=True)
class PurchaseRow:
    """A purchase. `amount` None: the sum is not on record."""

    id: UUID
    on_date: date
    product: str
    amount: Money | None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a client spent in the last year and in the year before, in the main currency."""

    last: Money
    before: Money


def add_purchase(
    desk: Desk, client_id: UUID, *, amount: Money, on_date: date, product: str = ""
) -> UUID:
    """Note what a client bought. Raises `NotFound`, and `UserError` beside its field."""
    client_of(desk, client_id)
    product = " ".join(product.split())
    if amount.minor <= 0:
        raise UserError(say("Write the sum: a number above zero."), field="amount")
    if on_date > desk.now.date():
        raise UserError(say("This day has not come yet."), field="on_date")
    if len(product) > _LONGEST:
        raise UserError(say("Eighty letters at most."), field="product")
    row = Purchase(
        id=new_id(), client_id=client_id, on_date=on_date, product=product, amount=amount
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_purchase", "purchase", row.id, ("on_date", "product", "amount_minor"))
    return row.id


_LATEST = (
    select(Purchase)
    .where(Purchase.client_id == bindparam("client_id"))
    .order_by(Purchase.on_date.desc(), Purchase.id.desc())
    .limit(bindparam("most"))
)


def list_purchases(desk: Desk, client_id: UUID, *, limit: int = 5) -> tuple[PurchaseRow, ...]:
    """The latest first."""
    found = desk.session.scalars(_LATEST, {"client_id": client_id, "most": limit})
    return tuple(PurchaseRow(p.id, p.on_date, p.product, p.amount) for p in found)


_BOTH = func.sum(Purchase.amount_minor)
_WORTH = (
    select(
        Purchase.amount_currency,
        func.sum(case((Purchase.on_date > bindparam("year"), Purchase.amount_minor), else_=0)),
        _BOTH,
    )
    .where(
        Purchase.client_id == bindparam("client_id"),
        Purchase.on_date > bindparam("before"),
        Purchase.amount_minor.is_not(None),
    )
    .group_by(Purchase.amount_currency)
    .order_by(_BOTH.desc())
    .limit(1)
)


def worth_of(desk: Desk, client_id: UUID) -> Worth | None:
    """Two years side by side, in the currency most was spent in; None if nothing was noted."""
    today = desk.now.date()
    year = today - timedelta(days=365)
    before = today - timedelta(days=730)
    asked = {"client_id": client_id, "year": year, "before": before}
    found = desk.session.execute(_WORTH, asked).first()
    if found is None:
        return None
    currency, last, whole = found
    return Worth(Money(int(last), currency), Money(int(whole - last), currency))
