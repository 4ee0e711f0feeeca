"""What clients buy, and what health makes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients.purchases import add_purchase, list_purchases
from vipdesk.errors import UserError
from vipdesk.health.score import score_clients
from vipdesk.models import JournalEntry
from vipdesk.money import Money


def test_purchases_are_listed_latest_first(desk: Desk) -> None:
    client_id = make.client(desk).id
    today = desk.now.date()
    for days, product in ((9, "Часы"), (1, "  Портфель  для  бумаг ")):
        day = today - timedelta(days=days)
        add_purchase(desk, client_id, amount=Money.of(5500), on_date=day, product=product)
    rows = list_purchases(desk, client_id)
    assert [r.product for r in rows] == ["Портфель для бумаг", "Часы"]
    assert rows[0].amount == Money.of(5500)
    assert desk.session.query(JournalEntry).filter_by(verb="add_purchase").count() == 2


def test_health_counts_what_was_bought(desk: Desk) -> None:
    client_id = make.client(desk).id
    assert score_clients(desk)[0].facts.spending is None
    add_purchase(desk, client_id, amount=Money.of(5500), on_date=desk.now.date())
    spending = score_clients(desk)[0].facts.spending
    assert spending is not None
    assert spending.spent == 550_000


@pytest.mark.parametrize(
    ("sum_", "days", "product", "field"),
    [(0, 0, "", "amount"), (1, 1, "", "on_date"), (1, 0, "я" * 81, "product")],
)
def test_what_cannot_be_is_refused_beside_its_field(
    desk: Desk, sum_: int, days: int, product: str, field: str
) -> None:
    client_id = make.client(desk).id
    day = desk.now.date() + timedelta(days=days)
    with pytest.raises(UserError) as refused:
        add_purchase(desk, client_id, amount=Money.of(sum_), on_date=day, product=product)
    assert refused.value.field == field
