"""The rules of the private track as data: limits per tier and severity, versioned. Pure."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vipdesk.complaints import profiles
from vipdesk.complaints.business_time import Calendar, calendar_in
from vipdesk.complaints.limits import Limit
from vipdesk.complaints.profiles import Profile
from vipdesk.paths import resources
from vipdesk.vocabulary import ClockKind, ComplaintCategory, HoldKind, Severity

__all__ = ["Limit", "Policy", "Rules", "read_policy", "rules_of"]

CURRENT = "policy-1"
LOWEST = 3  # tiers below the third, and clients without one, are treated as the third


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
    profiles: tuple[str, ...]  # codes of the laws that bind the club

    def law(self, *, demand: bool, category: ComplaintCategory) -> Profile | None:
        """The law that gives a complaint its statutory clock, if any does."""
        return profiles.law_for(self.profiles, demand=demand, category=category)

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
    return policy_from(tomllib.loads(path.read_text(encoding="utf-8")))


def policy_from(raw: Mapping[str, Any]) -> Policy:
    """A policy from its data. Raises `KeyError` or `ValueError` for broken data."""
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
        profiles=tuple(raw.get("profiles", ("ru-consumer",))),
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


# Rules of a club's own versions, as far as they were read from its database. A version is named
# by its content, so what is kept here is never out of date and never another club's.
_OWN: dict[str, Rules] = {}


def rules_of(version: str = CURRENT, folder: Path | None = None) -> Rules:
    """The rules of a version: shipped ones, or a club's own that `remember` was told of."""
    return _OWN[version] if version in _OWN else _shipped(version, folder)


def remember(raw: Mapping[str, Any]) -> Rules:
    """The rules of a club's own version, named by their content. Raises as `policy_from`."""
    version = raw["version"]
    if version not in _OWN:
        policy = policy_from(raw)
        _OWN[version] = Rules(policy, calendar_in(_folder(), policy.calendar_version))
    return _OWN[version]


def shipped_data(version: str = CURRENT) -> dict[str, Any]:
    """The data of a shipped version, to make a new one of."""
    return tomllib.loads((_folder() / f"{version}.toml").read_text(encoding="utf-8"))


def is_shipped(version: str) -> bool:
    """Whether the desk came with that version."""
    return version.startswith("policy-")


def _folder() -> Path:
    return resources() / "calendars"


@cache
def _shipped(version: str, folder: Path | None) -> Rules:
    where = folder or _folder()
    policy = read_policy(where / f"{version}.toml")
    return Rules(policy, calendar_in(where, policy.calendar_version))
