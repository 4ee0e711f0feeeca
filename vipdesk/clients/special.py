"""Health, diet and faith: special categories of data (GDPR 9; 152-ФЗ 10).

A club keeps them only when it said so. Off, as at first: nobody notes them, and what is there
is shown to nobody. On: the client's own manager and the head of VIP service, see `sight`.
"""

from __future__ import annotations

import json

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.models import ClubSetting

SETTING = "special_fields"


def keeps_special(desk: Desk) -> bool:
    """Whether this club keeps health, diet and faith at all."""
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == SETTING))
    return bool(kept and json.loads(kept))


def change_special(desk: Desk, *, on: bool) -> bool:
    """Switch it; returns what it was, for the way back. Nothing that was noted is erased by it.

    Who may do so is the caller's to ask (`privacy.rules.change_special_fields`).
    """
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == SETTING))
    before = bool(row is not None and json.loads(row.value))
    if row is None:
        row = ClubSetting(name=SETTING, value="false")
        desk.session.add(row)
    row.value = json.dumps(on)
    desk.session.flush()
    if before is not on:
        desk.note("change_special_fields", "club_setting", row.id, ("on" if on else "off",))
    return before
