"""Regulatory profiles: what a law or a regulator asks of an answer, as data. Pure.

The club chooses which bind it. Nothing here is legal advice: the file says that every period
needs a lawyer's confirmation, and so does the page that shows it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from vipdesk.complaints.limits import Limit
from vipdesk.paths import resources
from vipdesk.vocabulary import ComplaintCategory
from vipdesk.wording import Say, say


class Applies(StrEnum):
    """Which complaints a profile binds."""

    DEMAND = "demand"
    PRIVACY = "privacy"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Profile:
    """One law. `extra` and `notice` are told to the reader and start no clock.

    warn: percent of the period after which the owner is told.
    """

    code: str
    law: str
    applies: Applies
    answer: Limit
    extra: Limit | None
    notice: Limit | None
    warn: int

    def binds(self, *, demand: bool, category: ComplaintCategory) -> bool:
        """Whether a complaint falls under it."""
        if self.applies is Applies.DEMAND:
            return demand
        return self.applies is Applies.ALL or category is ComplaintCategory.PRIVACY


NAMES: Mapping[str, Say] = {
    "ru-consumer": say("Russia: consumer’s demand, 10 days"),
    "ru-fin": say("Russia: financial organisation, 15 working days"),
    "ru-59": say("Russia: public functions, 30 days"),
    "ru-152": say("Russia: personal data, 10 working days"),
    "uk-disp": say("United Kingdom: FCA DISP, 8 weeks"),
    "uk-disp-payments": say("United Kingdom: payments, 15 working days"),
    "au-rg271": say("Australia: ASIC RG 271, 30 days"),
    "au-rg271-super": say("Australia: superannuation, 45 days"),
}


def read_profiles(path: Path) -> Mapping[str, Profile]:
    """The profiles of a TOML file by code. Raises `KeyError` or `ValueError` for a broken one."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        code: Profile(
            code, told["law"], Applies(told["applies"]), Limit.of(told["answer"]),
            Limit.of(told["extra"]) if "extra" in told else None,
            Limit.of(told["notice"]) if "notice" in told else None,
            int(told["warn"]),
        )
        for code, told in raw.items()
    }  # fmt: skip


@cache
def shipped() -> Mapping[str, Profile]:
    """The profiles the desk knows."""
    return read_profiles(resources() / "calendars" / "profiles.toml")


def law_for(codes: Iterable[str], *, demand: bool, category: ComplaintCategory) -> Profile | None:
    """The strictest chosen profile that binds a complaint; None where none does."""
    known = shipped()
    bound = [known[c] for c in codes if c in known]
    fit = [p for p in bound if p.binds(demand=demand, category=category)]
    return min(fit, key=lambda p: _length(p.answer), default=None)


def _length(limit: Limit) -> float:
    """Calendar days, roughly: five working days are a week."""
    days = limit.days + limit.minutes / 1440
    return days * 7 / 5 if limit.schedule == "business" else days
