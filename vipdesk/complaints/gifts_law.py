"""What the law says of gifts: one yearly counter for gifts of the club and those after a complaint.

Tax Code of the Russian Federation, article 217 item 28: gifts of an organisation are free of tax to
4,000 roubles a person and year, above it the organisation is a tax agent. Civil Code, article 574:
a contract in writing above 3,000 roubles; article 575: nothing above 3,000 roubles to officials. A
price reduction or a refund is no gift. To be confirmed by a lawyer; it warns, it refuses nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.compensating import CompensationKind, GrantState
from vipdesk.giving import GiftWay
from vipdesk.models import Client, CompensationGrant, CompensationOption, Gift
from vipdesk.money import Money
from vipdesk.wording import Say, say

FREE_OF_TAX = Money.of(4000)
OFFICIAL = Money.of(3000)
CONTRACT = Money.of(3000)
GIFTS = frozenset({CompensationKind.GIFT, CompensationKind.EXPERIENCE})


@dataclass(frozen=True, slots=True)
class GiftCount:
    """What a client was given as gifts in a calendar year, both counters in one."""

    year: int
    given: Money
    official: bool


def gift_count(desk: Desk, client_id: UUID) -> GiftCount:
    """The counter of the present year: gifts noted at the client, and those chosen in cases."""
    year = desk.now.year
    plain = desk.session.scalar(
        select(func.sum(Gift.value_minor)).where(
            Gift.client_id == client_id, Gift.way == GiftWay.GIVEN, Gift.currency == "RUB",
            Gift.on_date >= date(year, 1, 1), Gift.on_date <= date(year, 12, 31),
        )
    )  # fmt: skip
    granted = desk.session.scalar(
        select(func.sum(CompensationOption.retail_minor))
        .join(CompensationGrant, CompensationGrant.id == CompensationOption.grant_id)
        .where(
            CompensationGrant.client_id == client_id, CompensationOption.chosen,
            CompensationOption.kind.in_(GIFTS),
            CompensationGrant.state.in_((GrantState.COMMITTED, GrantState.SETTLED)),
            CompensationGrant.offered_at >= datetime(year, 1, 1, tzinfo=UTC),
        )
    )  # fmt: skip
    official = desk.session.scalar(select(Client.official).where(Client.id == client_id))
    return GiftCount(year, Money(int(plain or 0) + int(granted or 0)), bool(official))


def warnings(count: GiftCount, kind: CompensationKind, worth: Money) -> tuple[Say, ...]:
    """What the law says if this is given too; nothing where it is no gift. Pure."""
    if kind not in GIFTS:
        return ()
    total, found = count.given.minor + worth.minor, []
    if count.official and total > OFFICIAL.minor:
        found.append(
            say(
                "A public official: gifts above {limit} are not allowed (Civil Code, article 575). "
                "Ask the lawyer first.",
                limit=OFFICIAL,
            )
        )
    if total > FREE_OF_TAX.minor:
        found.append(
            say(
                "Gifts of this year come to {total}: above {limit} the club is a tax agent (Tax "
                "Code, article 217, item 28). Tell the accountant.",
                total=Money(total),
                limit=FREE_OF_TAX,
            )
        )
    if worth.minor > CONTRACT.minor:
        found.append(
            say(
                "A gift above {limit} from an organisation needs a contract in writing (Civil "
                "Code, article 574).",
                limit=CONTRACT,
            )
        )  # fmt: skip
    return tuple(found)
