"""How long what may be kept: rules as data, and what this club made of them.

The periods are examples in `resources/privacy`; a lawyer must confirm each. What a club
changes stands in its own settings under `SETTING`, so that an update takes nothing away.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients import special
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.paths import resources
from vipdesk.privacy.sight import need_leader
from vipdesk.wording import Lang, Say, say

CURRENT = "retention-1"
SETTING = "retention"
_LEAST, _MOST = 1, 36_500


class RuleCode(StrEnum):
    """What a rule of retention is about."""

    INTERACTION_TEXT = "interaction_text"
    REPLY_RAW = "reply_raw"
    OUTBOX_CONTENT = "outbox_content"
    COMPLAINT_CLOSED = "complaint_closed"
    CLIENT_LEFT = "client_left"
    DRAFT = "draft"
    HEALTH_SNAPSHOT = "health_snapshot"
    DOOR_WORDS = "door_words"


RULE_NAMES: Mapping[RuleCode, Say] = {
    RuleCode.INTERACTION_TEXT: say("Words of old talks and notes"),
    RuleCode.REPLY_RAW: say("Mails behind answers to invitations"),
    RuleCode.OUTBOX_CONTENT: say("Contents of messages that were sent"),
    RuleCode.COMPLAINT_CLOSED: say("Words of closed complaints"),
    RuleCode.CLIENT_LEFT: say("Clients who left the club"),
    RuleCode.DRAFT: say("Drafts nobody went on with"),
    RuleCode.HEALTH_SNAPSHOT: say("Old assessments of relationships"),
    RuleCode.DOOR_WORDS: say("Names of people who came without an invitation"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `days`: how long; None: the club switched it off. `basis`: see `Basis`."""

    code: RuleCode
    days: int | None
    basis_ru: str
    basis_en: str
    usual_days: int

    def basis(self, lang: Lang) -> str:
        """The legal ground a lawyer must confirm, in the reader's language."""
        return self.basis_ru if lang is Lang.RU else self.basis_en


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of the rules, with this club's changes in it."""

    version: str
    request_days: int
    complaint_keep_days: int
    keep_basis_ru: str
    keep_basis_en: str
    rules: tuple[Rule, ...]

    def rule(self, code: RuleCode) -> Rule:
        """One of them."""
        return next(r for r in self.rules if r.code is code)

    def keep_basis(self, lang: Lang) -> str:
        """Why the words of a complaint may outlive an erasure."""
        return self.keep_basis_ru if lang is Lang.RU else self.keep_basis_en


@cache
def shipped(version: str = CURRENT) -> Rules:
    """The rules as they come with the desk."""
    path = resources() / "privacy" / f"{version}.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = tuple(
        Rule(code, int(r["days"]), r["basis_ru"], r["basis_en"], int(r["days"]))
        for code in RuleCode
        for r in (data["rules"][code],)
    )
    kept = data["erasure"]
    return Rules(
        str(data["version"]), int(data["requests"]["days"]), int(kept["complaint_keep_days"]),
        kept["basis_ru"], kept["basis_en"], rules,
    )  # fmt: skip


def rules_of(desk: Desk) -> Rules:
    """The rules of this club: what was shipped, with the club's own days."""
    plain, own = shipped(), _own(desk)
    rules = tuple(replace(r, days=own[r.code]) if r.code in own else r for r in plain.rules)
    keep = own.get("complaint_keep_days", plain.complaint_keep_days) or 0
    return replace(plain, rules=rules, complaint_keep_days=keep)


def change_rule(desk: Desk, code: RuleCode, *, days: int | None) -> int | None:
    """Other days for a rule, or None: switched off. Returns the days before, for the way back.

    Raises `UserError` on 'days'.
    """
    need_leader(desk)
    if days is not None and not _LEAST <= days <= _MOST:
        raise UserError(say("Give between 1 and 36,500 days."), field="days")
    before = rules_of(desk).rule(code).days
    own = _own(desk) | {str(code): days}
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == SETTING))
    if row is None:
        row = ClubSetting(name=SETTING, value="{}")
        desk.session.add(row)
    row.value = json.dumps(own, sort_keys=True)
    desk.session.flush()
    desk.note("change_retention", "club_setting", row.id, (str(code),))
    return before


def change_special_fields(desk: Desk, *, on: bool) -> bool:
    """Whether the club keeps health, diet and faith; returns what it was."""
    need_leader(desk)
    return special.change_special(desk, on=on)


def _own(desk: Desk) -> dict[str, int | None]:
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == SETTING))
    return dict(json.loads(kept)) if kept else {}
