"""Service standards of the tiers, and whether they are kept, by what is on record (EX-05).

Nothing is estimated: a case counts only where both of its ends are on record, an unanswered one
whose time is over counts as missed, one whose time still runs is open. Nobody is ranked, and how
long a talk lasts is never looked at (ES-07).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk import paths
from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.clients.names import Name
from vipdesk.errors import UserError
from vipdesk.health.facts import check_reader
from vipdesk.health.statistics import SMALL_CELL, Share, share
from vipdesk.models import ClubSetting, Tier
from vipdesk.wording import Lang, Say, say

CURRENT = "standards-1"
_SETTING = "service_standards"
_MOST_CASES = 300
_LONGEST = 366


class Standard(StrEnum):
    """What is measured."""

    MESSAGE_ANSWER = "message_answer"
    CALL_BACK = "call_back"
    TALK_GAP = "talk_gap"
    BIRTHDAY = "birthday"
    CARD_HANDOVER = "card_handover"
    PROMISE = "promise"
    FIRST_TOUCH = "first_touch"


class Verdict(StrEnum):
    """How a case ended, in the order in which they are shown."""

    MISSED = "missed"
    OPEN = "open"
    KEPT = "kept"


NAMES: Mapping[Standard, Say] = {
    Standard.MESSAGE_ANSWER: say("A message is answered"),
    Standard.CALL_BACK: say("A missed call is called back"),
    Standard.TALK_GAP: say("A real talk again and again"),
    Standard.BIRTHDAY: say("Greeted on the birthday itself"),
    Standard.CARD_HANDOVER: say("A card reaches its owner"),
    Standard.PROMISE: say("A promise is kept"),
    Standard.FIRST_TOUCH: say("A complaint gets its first answer"),
}
PLAIN = frozenset({Standard.BIRTHDAY, Standard.PROMISE, Standard.FIRST_TOUCH})
"""Promised or not: there is no number to set."""


@dataclass(frozen=True, slots=True)
class TierLimits:
    """A tier and what it is promised: a limit by standard, 0 for nothing."""

    id: UUID
    name_ru: str
    name_en: str
    limits: Mapping[Standard, int]

    def name(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.name_ru if lang is Lang.RU else self.name_en


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The club's standards. `days`: how far back each is looked, 0 for how it stands now."""

    version: str
    days: Mapping[Standard, int]
    tiers: tuple[TierLimits, ...]

    def limit(self, standard: Standard, tier_id: UUID | None) -> int:
        """What a tier is promised; 0 if nothing, or for a client without a tier."""
        return next((t.limits[standard] for t in self.tiers if t.id == tier_id), 0)


@dataclass(frozen=True, slots=True)
class Case:
    """One case: whose, since when, until when, how it ended. `done_at` None: it did not, yet."""

    client_id: UUID
    name: Name
    tier_id: UUID | None
    since: datetime
    due_at: datetime
    done_at: datetime | None
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class TierFigure:
    """Of one tier; None: too few cases to be told apart."""

    tier: TierLimits
    share: Share | None


@dataclass(frozen=True, slots=True)
class Measure:
    """How one standard is kept.

    share: kept of decided ones; None where there are too few to be told (complaints only).
    open: cases whose time still runs. unknown: cases left out, because an end is not on record.
    cases: what the figure opens to, missed ones first; None: a figure only.
    """

    standard: Standard
    share: Share | None
    open: int
    unknown: int
    tiers: tuple[TierFigure, ...]
    cases: tuple[Case, ...] | None
    more: int = 0


def may_change(desk: Desk) -> bool:
    """Whether this person sets the standards."""
    return may(desk.actor.role, Verb.UPDATE, "club_setting")


def catalogue(desk: Desk) -> Catalogue:
    """The club's own standards; where it has set none, the ones that came with the desk."""
    version, days, ranks = _defaults()
    own = _own(desk)
    tiers = tuple(
        TierLimits(
            t.id, t.name_ru, t.name_en,
            {s: own.get(str(t.id), {}).get(s.value, ranks[s].get(str(t.rank), ranks[s]["rest"]))
             for s in Standard},
        )
        for t in desk.session.scalars(select(Tier).order_by(Tier.rank))
    )  # fmt: skip
    return Catalogue(version if not own else "own", days, tiers)


def change_standards(
    desk: Desk, limits: Mapping[UUID, Mapping[Standard, int]]
) -> dict[UUID, dict[Standard, int]]:
    """Set what tiers are promised; returns what was, for the way back.

    Raises `UserError`, on '<standard>.<tier id>' where a number does not fit.
    """
    if not may_change(desk):
        raise UserError(say("The head of VIP service or an executive sets the standards."))
    before = {t.id: dict(t.limits) for t in catalogue(desk).tiers}
    kept = {str(i): {s.value: n for s, n in one.items()} for i, one in before.items()}
    for tier_id, one in limits.items():
        for standard, limit in one.items():
            most = 1 if standard in PLAIN else _LONGEST
            if not 0 <= limit <= most:
                raise UserError(
                    say("Enter a number from 0 to {most}.", most=most),
                    field=f"{standard.value}.{tier_id}",
                )
            kept.setdefault(str(tier_id), {})[standard.value] = limit
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == _SETTING))
    if row is None:
        row = ClubSetting(name=_SETTING, value="")
        desk.session.add(row)
    row.value = json.dumps({"version": CURRENT, "tiers": kept}, sort_keys=True)
    desk.session.flush()
    desk.note("change_standards", "club_setting", row.id, ("value",))
    return before


def measure(desk: Desk) -> tuple[Measure, ...]:
    """Every standard, for the clients this person answers for: a manager's own, or all.

    Raises `NotFound` for whoever may know nobody's health.
    """
    check_reader(desk)
    from vipdesk.health import standards_read as read

    rules = catalogue(desk)
    clients = read.clients_of(desk)
    found = [
        _measured(s, rules, *read.READS[s](desk, rules, clients))
        for s in Standard
        if s is not Standard.FIRST_TOUCH and any(t.limits[s] for t in rules.tiers)
    ]
    if any(t.limits[Standard.FIRST_TOUCH] for t in rules.tiers):
        found.append(_touched(rules, read.first_touches(desk, rules, clients)))
    return tuple(found)


def _measured(standard: Standard, rules: Catalogue, cases: Sequence[Case], unknown: int) -> Measure:
    order = list(Verdict)
    shown = sorted(cases, key=lambda c: (order.index(c.verdict), -c.since.timestamp()))
    return Measure(
        standard,
        _share(cases),
        sum(c.verdict is Verdict.OPEN for c in cases),
        unknown,
        _by_tier(standard, rules, cases),
        tuple(shown[:_MOST_CASES]),
        max(0, len(shown) - _MOST_CASES),
    )


def _touched(rules: Catalogue, cases: Sequence[Case]) -> Measure:
    """Complaints: a figure and no list; of one or two nothing is said, they would be named."""
    few = len(cases) < SMALL_CELL
    running = sum(c.verdict is Verdict.OPEN for c in cases)
    return Measure(
        Standard.FIRST_TOUCH, None if few else _share(cases), 0 if few else running, 0,
        _by_tier(Standard.FIRST_TOUCH, rules, () if few else cases), None,
    )  # fmt: skip


def _share(cases: Sequence[Case]) -> Share:
    decided = [c for c in cases if c.verdict is not Verdict.OPEN]
    return share(sum(c.verdict is Verdict.KEPT for c in decided), len(decided))


def _by_tier(standard: Standard, rules: Catalogue, cases: Sequence[Case]) -> tuple[TierFigure, ...]:
    """By tier, but none of fewer than three cases: those would be persons, not a tier.

    Nor a single one that is left over: the others would tell it.
    """
    figures = []
    for tier in rules.tiers:
        if tier.limits[standard]:
            own = _share([c for c in cases if c.tier_id == tier.id])
            figures.append(TierFigure(tier, own if own.n >= SMALL_CELL else None))
    hidden = [f for f in figures if f.share is None]
    told = [f for f in figures if f.share is not None]
    if len(hidden) == 1 and told:
        least = min(told, key=lambda f: f.share.n if f.share is not None else 0)
        figures = [TierFigure(f.tier, None) if f is least else f for f in figures]
    return tuple(figures)


def _own(desk: Desk) -> dict[str, dict[str, int]]:
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == _SETTING))
    return dict(json.loads(kept)["tiers"]) if kept else {}


@cache
def _defaults() -> tuple[str, dict[Standard, int], dict[Standard, dict[str, Any]]]:
    """Version, days back, limits by rank ('rest' for the others), from resources/standards."""
    path = paths.resources() / "standards" / f"{CURRENT}.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    days = {s: int(raw[s.value]["days"]) for s in Standard}
    return str(raw["version"]), days, {s: dict(raw[s.value]["limits"]) for s in Standard}
