"""The club's own versions of the rules: an edit makes a new one, cases in flight keep theirs.

A version lies in the club's settings whole, named by its number and its content. The one with
the highest number is what new complaints are filed under.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.complaints import policy, profiles, sight
from vipdesk.complaints.limits import Limit
from vipdesk.complaints.policy import Rules
from vipdesk.errors import Conflict, UserError
from vipdesk.models import ClubSetting
from vipdesk.vocabulary import ClockKind
from vipdesk.wording import Say, say

_NAME = "track_policy."
_NOTED = "track_rules"
MOST = 400  # a limit longer than that is a slip of the hand


def current(desk: Desk) -> Rules:
    """The rules a complaint filed now falls under."""
    version = _newest(desk.session)
    return policy.rules_of() if version is None else named(desk.session, version)


def named(session: Session, version: str) -> Rules:
    """The rules of a version. Raises `KeyError` for one that this club never had."""
    if policy.is_shipped(version):
        return policy.rules_of(version)
    kept: dict[str, Rules] = session.info.setdefault(_NOTED, {})
    if version not in kept:
        raw = session.scalar(select(ClubSetting.value).where(ClubSetting.name == _NAME + version))
        if raw is None:
            raise KeyError(version)
        kept[version] = policy.remember(json.loads(raw))
    return kept[version]


@dataclass(frozen=True, slots=True)
class LimitRow:
    """A limit of the present rules: for which clock, and for which tier ('t1', 't1s1')."""

    kind: ClockKind
    tier: str
    limit: Limit


@dataclass(frozen=True, slots=True)
class PolicySheet:
    """The present rules as they are edited. `chosen`: codes of the profiles that bind the club."""

    version: str
    limits: tuple[LimitRow, ...]
    chosen: tuple[str, ...]
    may_change: bool


def calendar_warning(desk: Desk) -> Say | None:
    """For whoever leads: a year that begins soon and whose days off are not in the data."""
    if desk.actor.role not in sight.SENIOR and not may(
        desk.actor.role, Verb.UPDATE, "club_setting"
    ):
        return None
    from vipdesk.complaints import calendars  # late: a quiet morning does not need it

    return calendars.warning(current(desk), desk.now)


def policy_sheet(desk: Desk) -> PolicySheet:
    """What holds for complaints filed from now on."""
    rules = current(desk)
    rows = tuple(LimitRow(kind, tier, limit) for (kind, tier), limit in rules.policy.limits.items())
    allowed = may(desk.actor.role, Verb.UPDATE, "club_setting")
    return PolicySheet(rules.policy.version, rows, rules.policy.profiles, allowed)


def change_policy(
    desk: Desk,
    *,
    based_on: str,
    limits: Mapping[tuple[ClockKind, str], Limit] | None = None,
    chosen: tuple[str, ...] | None = None,
) -> str:
    """A new version for complaints filed from now on; returns its name.

    based_on: the version the person edited: `Conflict` if somebody was faster. Nothing of a
    complaint that is filed already moves. Raises `UserError` for who may not, a limit of
    nothing or of more than a year, and a profile that is not known.
    """
    if not may(desk.actor.role, Verb.UPDATE, "club_setting"):
        raise UserError(say("Only a head, an executive or the administrator changes the rules."))
    before = current(desk).policy.version
    if before != based_on:
        raise Conflict(say("Somebody changed the rules in the meantime. Look at them again."))
    raw = _data(desk.session, before)
    _put_limits(raw, limits or {})
    if chosen is not None:
        _check_profiles(chosen)
        raw["profiles"] = list(chosen)
    if raw == _data(desk.session, before):
        return before
    raw["version"] = _next_name(desk.session, raw)
    policy.policy_from(raw)  # broken rules are never written
    row = ClubSetting(
        name=_NAME + raw["version"], value=json.dumps(raw, ensure_ascii=False, sort_keys=True)
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("change_track_policy", "club_setting", row.id, ("value",))
    return str(raw["version"])


def _put_limits(raw: dict[str, Any], limits: Mapping[tuple[ClockKind, str], Limit]) -> None:
    for (kind, tier), limit in limits.items():
        if tier not in raw["clocks"].get(kind.value, {}):
            raise UserError(say("There is no such limit."), field=f"{kind.value}.{tier}")
        amount = limit.days or limit.minutes / 1440
        if not 0 < amount <= MOST:
            raise UserError(say("A limit is more than nothing and less than a year."),
                            field=f"{kind.value}.{tier}")  # fmt: skip
        raw["clocks"][kind.value][tier] = str(limit)


def _check_profiles(chosen: tuple[str, ...]) -> None:
    known = profiles.shipped()
    if any(code not in known for code in chosen):
        raise UserError(say("This profile is not known here."), field="profiles")


def _data(session: Session, version: str) -> dict[str, Any]:
    if policy.is_shipped(version):
        raw = policy.shipped_data(version)
        raw.setdefault("profiles", ["ru-consumer"])
        return raw
    value = session.scalars(
        select(ClubSetting.value).where(ClubSetting.name == _NAME + version)
    ).one()
    return dict(json.loads(value))


_NAMES = select(ClubSetting.name).where(ClubSetting.name.startswith(_NAME, autoescape=True))


def _newest(session: Session) -> str | None:
    versions = [name.removeprefix(_NAME) for name in session.scalars(_NAMES)]
    return max(versions, key=_number, default=None)


def _number(version: str) -> int:
    return int(version.split("-")[1])


def _next_name(session: Session, raw: Mapping[str, Any]) -> str:
    newest = _newest(session)
    number = 1 if newest is None else _number(newest) + 1
    body = json.dumps({**raw, "version": ""}, ensure_ascii=False, sort_keys=True)
    return f"club-{number}-{hashlib.sha256(body.encode()).hexdigest()[:8]}"
