"""The limit of gifts to officials: the club's own number, by law 3,000 roubles in Russia.

Civil Code of the Russian Federation, article 575: no gifts above three thousand roubles to civil
servants in connection with their office. Other countries have other limits: a setting.
"""

from __future__ import annotations

import json

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.money import Money
from vipdesk.wording import say

_NAME = "gift_limit_official"
BY_LAW = Money.of(3000)


def gift_limit(desk: Desk) -> Money:
    """How much may be given to an official in a year before it needs a reason."""
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == _NAME))
    if kept is None:
        return BY_LAW
    minor, currency = json.loads(kept)
    return Money(int(minor), str(currency))


def change_gift_limit(desk: Desk, limit: Money) -> Money:
    """Set the club's own limit; returns the former one."""
    if limit.minor < 0:
        raise UserError(say("Enter zero or more."), field="limit")
    before = gift_limit(desk)
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == _NAME))
    if row is None:
        row = ClubSetting(name=_NAME, value="")
        desk.session.add(row)
    row.value = json.dumps([limit.minor, limit.currency])
    desk.session.flush()
    desk.note("change_gift_limit", "club_setting", row.id, ("value",))
    return before
