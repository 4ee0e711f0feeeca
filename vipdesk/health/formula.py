"""The formula, as pure arithmetic. Its numbers are data: `resources/health/formula.toml`.

    H = 75 + Σ cₖ,   cₖ = wₖ·(xₖ − 75)/W,   W = Σ weights of the parts that have data

xₖ in 0…100, 75 = 'as expected', None = not known. Contributions add up to the score exactly,
so that a movement splits into parts without a rest.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from vipdesk import paths
from vipdesk.vocabulary import Band, Severity
from vipdesk.wording import Say, say


class Part(StrEnum):
    """The six parts of the score."""

    CONTACT = "contact"
    VALUE = "value"
    COMPLAINTS = "complaints"
    ENGAGEMENT = "engagement"
    VOICE = "voice"
    PROMISES = "promises"


class Flag(StrEnum):
    """Hard flags: they lower the band whatever the score."""

    OPEN_GRAVE = "open_grave"
    LEAVING = "leaving"
    REPEAT = "repeat"
    OVERDUE_PROMISE = "overdue_promise"
    SILENCE = "silence"
    NO_MANAGER = "no_manager"


class CaseState(StrEnum):
    """How much of a complaint's weight is left."""

    OPEN = "open"
    OVERDUE = "overdue"
    UNRESOLVED = "unresolved"
    ACCEPTED = "accepted"
    CONFIRMED = "confirmed"  # the follow-up talk said so


PART_NAMES: dict[Part, Say] = {
    Part.CONTACT: say("Contact"),
    Part.VALUE: say("Value trend"),
    Part.COMPLAINTS: say("Complaints"),
    Part.ENGAGEMENT: say("Club life"),
    Part.VOICE: say("Voice"),
    Part.PROMISES: say("Our promises"),
}

FLAG_NAMES: dict[Flag, Say] = {
    Flag.OPEN_GRAVE: say("an open grave complaint"),
    Flag.LEAVING: say("talk of leaving, law or media"),
    Flag.REPEAT: say("a repeated failure"),
    Flag.OVERDUE_PROMISE: say("an overdue promise"),
    Flag.SILENCE: say("silence beyond three rhythms"),
    Flag.NO_MANAGER: say("no personal manager"),
}


@dataclass(frozen=True, slots=True)
class Formula:
    """One version of the formula. Days, points and shares as the data file says."""

    version: str
    expected: float
    coverage_floor: float
    print_step: int
    default_cadence_days: int
    weights: Mapping[Part, float]
    steady: float
    watch: float
    value: Mapping[str, float]
    complaints_half_life: float
    repeat_factor: float
    severity: Mapping[Severity, float]
    case_state: Mapping[CaseState, float]
    engagement: Mapping[str, float]
    voice_half_life: float
    promises: Mapping[str, float]
    silence_cadences: float
    ceilings: Mapping[Flag, Band]
    baseline_days: int


@cache
def formula() -> Formula:
    """The version that ships with the desk (an immutable file, read once)."""
    return load(paths.resources() / "health" / "formula.toml")


def load(path: Path) -> Formula:
    """Read a formula. KeyError or ValueError for a file that says something else: a bug of ours."""
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Formula(
        version=raw["version"],
        expected=raw["expected"],
        coverage_floor=raw["coverage_floor"],
        print_step=raw["print_step"],
        default_cadence_days=raw["default_cadence_days"],
        weights={part: raw["weights"][part.value] for part in Part},
        steady=raw["bands"]["steady"],
        watch=raw["bands"]["watch"],
        value=raw["value"],
        complaints_half_life=raw["complaints"]["half_life_days"],
        repeat_factor=raw["complaints"]["repeat_factor"],
        severity={s: raw["complaints"]["severity"][s.name] for s in Severity},
        case_state={s: raw["complaints"]["state"][s.value] for s in CaseState},
        engagement=raw["engagement"],
        voice_half_life=raw["voice"]["half_life_days"],
        promises=raw["promises"],
        silence_cadences=raw["silence"]["cadences"],
        ceilings={flag: Band(raw["ceilings"][flag.value]) for flag in Flag},
        baseline_days=raw["movement"]["baseline_days"],
    )


# The parts ------------------------------------------------------------------------------------


def contact(days: float, cadence: float) -> float:
    """100·2^(−max(0, d−T)/T): full until the agreed rhythm T is over, then half for each T more."""
    return 100 * 2 ** (-max(0.0, days - cadence) / cadence)


def value_trend(spent: float, spent_before: float, median_deal: float, f: Formula) -> float:
    """clamp(75 + 25·log2((S+m)/(S₀+m))): halving costs 25. m, the usual deal, damps few deals."""
    ratio = (spent + median_deal) / (spent_before + median_deal)
    return min(100.0, max(0.0, f.expected + f.value["points_per_halving"] * math.log2(ratio)))


def complaint_points(
    severity: Severity, state: CaseState, days: float, f: Formula, *, repeated: bool
) -> float:
    """What one complaint takes away, `days` after its last event."""
    repeat = f.repeat_factor if repeated else 1
    decay = 2 ** (-max(0.0, days) / f.complaints_half_life)
    return float(f.severity[severity] * f.case_state[state] * repeat * decay)


def complaints(points: Iterable[float]) -> float:
    """100 less what all complaints take away, not below 0."""
    return max(0.0, 100.0 - sum(points))


def engagement(came: int, declined: int, silent: int, no_show: int, f: Formula) -> float:
    """Answers to invitations of a year. A prior keeps two invitations from deciding."""
    e = f.engagement
    answered = (
        came * e["came"]
        + declined * e["declined"]
        + silent * e["silent"]
        + no_show * e["no_show"]
        + e["prior"] * e["prior_share"]
    )
    return 100 * answered / (came + declined + silent + no_show + e["prior"])


def voice(answers: Iterable[tuple[float, float]], f: Formula) -> float | None:
    """Mean of (points 0–100, age in days), newer ones weigh more; None without any answer."""
    weighed = [(x, 2 ** (-max(0.0, age) / f.voice_half_life)) for x, age in answers]
    whole = sum(w for _, w in weighed)
    return sum(x * w for x, w in weighed) / whole if whole else None


def promises(kept: int, n: int, f: Formula) -> float | None:
    """Promises kept of those due in a year, smoothed; None where none was due."""
    p = f.promises
    return 100 * (kept + p["prior"] * p["prior_share"]) / (n + p["prior"]) if n else None


# The whole -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Score:
    """The number and how far it can be trusted.

    value: the score, None below the coverage floor. raw: the same without that rule (None
    only without any part). contributions: points each known part adds to 75. coverage: per
    cent of the weights with data. low, high: the score if the unknown parts were 0 or 100.
    """

    value: float | None
    raw: float | None
    contributions: Mapping[Part, float]
    coverage: float
    low: float
    high: float


def score(parts: Mapping[Part, float | None], f: Formula) -> Score:
    """Put the parts together."""
    known = {part: x for part in Part if (x := parts.get(part)) is not None}
    weight = sum(f.weights[part] for part in known)
    whole = sum(f.weights.values())
    coverage = 100 * weight / whole
    gives = {part: f.weights[part] * (x - f.expected) / weight for part, x in known.items()}
    raw = f.expected + sum(gives.values()) if known else None
    sure = sum(f.weights[part] * x for part, x in known.items()) / whole
    return Score(
        value=raw if coverage >= f.coverage_floor else None,
        raw=raw,
        contributions=gives,
        coverage=coverage,
        low=sure,
        high=sure + 100 * (whole - weight) / whole,
    )


def shown(value: float, f: Formula) -> int:
    """To the nearest 5, as it is printed."""
    return int(f.print_step * math.floor(value / f.print_step + 0.5))


def band_of(value: float | None, flags: Iterable[Flag], f: Formula) -> Band:
    """The band of a score, lowered by hard flags. Flags speak also where the score does not."""
    if value is None:
        band = Band.UNKNOWN
    elif value >= f.steady:
        band = Band.STEADY
    else:
        band = Band.WATCH if value >= f.watch else Band.AT_RISK
    ceilings = {f.ceilings[flag] for flag in flags}
    if Band.AT_RISK in ceilings:
        return Band.AT_RISK
    if Band.WATCH in ceilings and band is Band.STEADY:
        return Band.WATCH
    return band


def movement(now: Score, before: Score) -> dict[Part, float]:
    """How many points each part moved the score; they add up to the whole movement exactly.

    A part that became known or unknown moves as from or to 'as expected'.
    """
    return {
        part: now.contributions.get(part, 0.0) - before.contributions.get(part, 0.0)
        for part in Part
        if part in now.contributions or part in before.contributions
    }


def sensitivity(
    parts: Mapping[Part, float | None], f: Formula, by: float = 0.2
) -> tuple[float, float]:
    """The lowest and highest score if the known parts' weights were each wrong by ±20 %.

    The score is a weighted mean, so the extremes lie where the parts above some level have
    one sign and those below it the other: as many corners as parts.
    """
    known = sorted((x, f.weights[p]) for p in Part if (x := parts.get(p)) is not None)

    def mean(cut: int, low: float, high: float) -> float:
        weights = [w * (low if i < cut else high) for i, (_, w) in enumerate(known)]
        return sum(w * x for w, (x, _) in zip(weights, known, strict=True)) / sum(weights)

    if not known:
        raise ValueError("no part is known")
    cuts = range(len(known) + 1)
    return (
        min(mean(cut, 1 + by, 1 - by) for cut in cuts),
        max(mean(cut, 1 - by, 1 + by) for cut in cuts),
    )
