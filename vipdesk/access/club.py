"""The club itself, as its papers name it: on cards, in letters, above the executive's page."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import select

from vipdesk.access import merging
from vipdesk.access.desk import Desk
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.wording import say

UNNAMED = "VIP Desk"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class ClubWords:
    """Name, telephone and postal address, a line each; empty where they were never entered."""

    name: str = ""
    phone: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        """The name; the product's own for a club without one."""
        return self.name or UNNAMED

    def settings(self) -> dict[str, str]:
        """By the names they are kept under."""
        return {"club_name": self.name, "club_phone": self.phone, "club_address": self.address}


def club_words(desk: Desk) -> ClubWords:
    """What the club's papers say of it."""
    rows = desk.session.execute(
        select(ClubSetting.name, ClubSetting.value).where(
            ClubSetting.name.in_(ClubWords().settings())
        )
    )
    found = {name: str(json.loads(value) or "") for name, value in rows}
    return ClubWords(*(found.get(name, "") for name in ClubWords().settings()))


def change_club(desk: Desk, *, club: ClubWords, base: ClubWords | None = None) -> ClubWords:
    """Change them; returns what was there, so that it can be undone.

    `base` is what the form was opened with: what somebody else changed meanwhile in other
    lines stays. Raises `Diverged` where both changed the same line.

    Line breaks become spaces. Raises `UserError` with the field 'club_name', 'club_phone' or
    'club_address' for a text over 200 letters.
    """
    before = club_words(desk)
    yours = ClubWords(*(" ".join(text.split()) for text in club.settings().values()))
    merged, clashes = merging.merge(base or before, yours, before)
    if clashes:
        last = merging.last_change(desk, "club_setting", None)
        raise merging.Diverged(
            yours=yours, merged=merged, theirs=before, clashes=clashes, last=last
        )
    typed = merged.settings()
    for name, text in typed.items():
        if len(text) > _LONGEST:
            raise UserError(say("Enter {limit} characters at most.", limit=_LONGEST), field=name)
    changed = [name for name, text in before.settings().items() if text != typed[name]]
    rows = desk.session.scalars(select(ClubSetting).where(ClubSetting.name.in_(changed)))
    kept = {row.name: row for row in rows}
    for name in changed:
        value = json.dumps(typed[name], ensure_ascii=False)
        if name in kept:
            kept[name].value = value
        else:
            desk.session.add(ClubSetting(name=name, value=value))
    desk.session.flush()
    if changed:
        desk.note("change_club", "club_setting", None, changed)
    return before
