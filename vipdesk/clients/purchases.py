"""What clients spent with the company: the value trend of VIP health reads it.

A purchase is only added: nobody's rights take one away (vipdesk/access/matrix.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

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


def list_purchases(desk: Desk, client_id: UUID, *, limit: int = 5) -> tuple[PurchaseRow, ...]:
    """The latest first."""
    wanted = (
        select(Purchase)
        .where(Purchase.client_id == client_id)
        .order_by(Purchase.on_date.desc(), Purchase.id.desc())
        .limit(limit)
    )
    return tuple(
        PurchaseRow(p.id, p.on_date, p.product, p.amount) for p in desk.session.scalars(wanted)
    )
