"""The rules of the private track as data: limits per tier and severity, versioned. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vipdesk.complaints.business_time import Calendar, calendar_in
from vipdesk.paths import resources
from vipdesk.vocabulary import ClockKind, HoldKind, Severity

CURRENT = "policy-1"
LOWEST = 3  # tiers below the third, and clients without one, are treated as the third


@dataclass(frozen=True, slots=True)
class Limit:
    """'30 min extended', '3 d business', '10 d calendar'. Either minutes or days is set."""

    schedule: str
    minutes: int = 0
    days: int = 0

    @classmethod
    def of(cls, text: str) -> Limit:
        """Read a limit as the policy file writes it."""
        amount, unit, schedule = text.split()
        match unit:
            case "min":
                return cls(schedule, minutes=int(amount))
            case "h":
                return cls(schedule, minutes=int(amount) * 60)
            case "d":
                return cls(schedule, days=int(amount))
        raise ValueError(f"not a limit: {text!r}")

    @property
    def by_law(self) -> bool:
        """Counted in calendar days, shifted off days off (ГК РФ 193)."""
        return self.schedule == "calendar"


@dataclass(frozen=True, slots=True)
class HoldRule:
    """The hold suggested for a severity, and after how many days somebody looks again."""

    kind: HoldKind
    days: int


@dataclass(frozen=True, slots=True)
class Policy:
    """A version of the rules. Ranks: 1 is the highest tier; None is a client without a tier."""

    version: str
    calendar_version: str
    promise_hours: str
    limits: Mapping[tuple[ClockKind, str], Limit]
    wait_days: int
    reopen_days: int
    repeat_days: int
    severities: Mapping[str, Severity]
    holds: Mapping[Severity, HoldRule]
    words: Mapping[str, tuple[str, ...]]

    def limit(self, kind: ClockKind, rank: int | None, severity: Severity) -> Limit:
        """The limit of a clock; the narrowest rule wins: tier and grave, tier, the lowest tier."""
        tier, lowest = f"t{_tier(rank)}", f"t{LOWEST}"
        grave = f"s{int(severity)}"
        wanted = (f"{tier}{grave}", tier, f"{lowest}{grave}", lowest)
        return next(self.limits[kind, name] for name in wanted if (kind, name) in self.limits)

    def default_severity(self, rank: int | None) -> Severity:
        """What a complaint is taken for until somebody says more."""
        return self.severities.get(f"t{_tier(rank)}", self.severities[f"t{LOWEST}"])


def _tier(rank: int | None) -> int:
    return LOWEST if rank is None else min(max(rank, 1), LOWEST)


def read_policy(path: Path) -> Policy:
    """A policy from its TOML file. Raises `KeyError` or `ValueError` for a broken one."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return Policy(
        version=raw["version"],
        calendar_version=raw["calendar"],
        promise_hours=raw["promise_hours"],
        limits=_limits(raw["clocks"]),
        wait_days=raw["limits"]["wait_days"],
        reopen_days=raw["limits"]["reopen_days"],
        repeat_days=raw["limits"]["repeat_days"],
        severities={tier: Severity(value) for tier, value in raw["severity"].items()},
        holds={
            Severity(int(name.removeprefix("s"))): HoldRule(HoldKind(rule["kind"]), rule["days"])
            for name, rule in raw["hold"].items()
        },
        words={name: tuple(lines) for name, lines in raw["words"].items()},
    )


def _limits(clocks: Mapping[str, Mapping[str, Any]]) -> dict[tuple[ClockKind, str], Limit]:
    limits = {
        (ClockKind(kind), tier): Limit.of(text)
        for kind, tiers in clocks.items()
        for tier, text in tiers.items()
    }
    for kind in ClockKind:
        if (kind, f"t{LOWEST}") not in limits:
            raise ValueError(f"no limit for {kind} in the lowest tier")
    return limits


@dataclass(frozen=True, slots=True)
class Rules:
    """A policy with the calendar it counts in."""

    policy: Policy
    calendar: Calendar


@cache
def rules_of(version: str = CURRENT, folder: Path | None = None) -> Rules:
    """The rules of a version, read once from resources/calendars."""
    where = folder or resources() / "calendars"
    policy = read_policy(where / f"{version}.toml")
    return Rules(policy, calendar_in(where, policy.calendar_version))
