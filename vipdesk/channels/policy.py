"""Setting the club's own hours and limits of contact: who leads the club decides them."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.contact import POLICY_SETTING, policy_of
from vipdesk.channels.known import Cap, Policy
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.wording import say

SHORTEST = 60  # minutes: a club that never answers is no club
MOST, LONGEST = 50, 366


def change_contact_policy(desk: Desk, policy: Policy, *, base: Policy | None = None) -> Policy:
    """Set hours and limits for who said nothing; returns what was there, for the way back.

    base: what the form was opened with. Raises `UserError` on 'to', 'cap', 'cap_days' or without
    a field, where a colleague was faster. In a team the database refuses who may not set them.
    """
    before = policy_of(desk)
    if base is not None and base != before:
        raise UserError(say("A colleague has just changed these limits. Look at them again."))
    _check(policy)
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == POLICY_SETTING))
    if row is None:
        row = ClubSetting(name=POLICY_SETTING, value="")
        desk.session.add(row)
    row.value = json.dumps(_kept(policy))
    desk.session.flush()
    desk.note("change_contact_policy", "club_setting", row.id, ("value",))
    return before


def _check(policy: Policy) -> None:
    hours = policy.hours
    if hours.to_minute - hours.from_minute < SHORTEST:
        raise UserError(say("The hours end after they begin, an hour at least."), field="to")
    for cap in (Cap(policy.cap, policy.cap_days), *policy.caps):
        if not 1 <= cap.most <= MOST:
            raise UserError(say("Enter a number from 1 to {limit}.", limit=MOST), field="cap")
        if not 1 <= cap.days <= LONGEST:
            raise UserError(
                say("Enter a number from 1 to {limit}.", limit=LONGEST), field="cap_days"
            )


def _kept(policy: Policy) -> dict[str, Any]:
    """As `contact.policy_of` reads it."""
    return {
        "from_minute": policy.hours.from_minute,
        "to_minute": policy.hours.to_minute,
        "cap": policy.cap,
        "cap_days": policy.cap_days,
        "caps": [
            {
                "most": c.most,
                "days": c.days,
                **({"topic": c.topic.value} if c.topic else {}),
                **({"tier": c.tier} if c.tier else {}),
            }
            for c in policy.caps
        ],
    }
