"""Setting the club's own way with days of clients: lead times, the hour of a greeting, jubilees."""

from __future__ import annotations

import json
from dataclasses import replace

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.agenda.dates import SETTING, DatePolicy, date_policy
from vipdesk.clients.dates import LONGEST_LEAD
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.wording import say

LONGEST_JUBILEE = 100
MOST_JUBILEES = 40


def read_jubilees(text: str) -> tuple[int, ...]:
    """'1, 3, 5 10' → (1, 3, 5, 10). Raises `UserError` on 'jubilees'."""
    parts = text.replace(",", " ").replace(";", " ").split()
    if not all(p.isdecimal() and 1 <= int(p) <= LONGEST_JUBILEE for p in parts):
        raise UserError(say("Write years as numbers: 1, 5, 10."), field="jubilees")
    return tuple(sorted({int(p) for p in parts}))


def change_date_policy(
    desk: Desk, policy: DatePolicy, *, base: DatePolicy | None = None
) -> DatePolicy:
    """Set how days are kept; returns what was there, for the way back.

    base: what the form was opened with. Raises `UserError` on 'gift_days', 'jubilees' or without
    a field, where a colleague was faster. In a team the database refuses who may not set them.
    """
    before = date_policy(desk)
    if base is not None and base != before:
        raise UserError(say("A colleague has just changed these rules. Look at them again."))
    if not 0 <= policy.gift_days <= LONGEST_LEAD:
        raise UserError(
            say("Enter a number from 0 to {limit}.", limit=LONGEST_LEAD), field="gift_days"
        )
    if len(policy.jubilees) > MOST_JUBILEES:
        raise UserError(say("Enter {limit} at most.", limit=MOST_JUBILEES), field="jubilees")
    policy = replace(policy, gift_rank=max(0, policy.gift_rank))
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == SETTING))
    if row is None:
        row = ClubSetting(name=SETTING, value="")
        desk.session.add(row)
    row.value = json.dumps(
        {
            "gift_days": policy.gift_days,
            "gift_rank": policy.gift_rank,
            "greet_hour": policy.greet_at.hour,
            "jubilees": list(policy.jubilees),
        }
    )
    desk.session.flush()
    desk.note("change_date_policy", "club_setting", row.id, ("value",))
    return before
