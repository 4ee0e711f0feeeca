"""Name days that may be a client's: proposals from the Orthodox calendar, for the client to choose.

One name has many days, and the day that counts is the client's own choice: nothing of this list is
a client's day until somebody asked. The list is short on purpose: the best known days of the names
a club meets (resources/calendars/name_days.toml).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vipdesk.clients.spelling import words_of
from vipdesk.paths import resources


@dataclass(frozen=True, slots=True)
class NameDay:
    """A day of the new style and whose memory it is: 'Анна Кашинская'."""

    month: int
    day: int
    saint: str


def propose_name_days(given: str) -> tuple[NameDay, ...]:
    """The days of a given name in the order of the year; empty for a name not in the list.

    Everyday forms find the church's own: Иван – Иоанн, Юрий – Георгий. ё is as good as е.
    """
    found = words_of(given)
    if not found:
        return ()
    days, forms = _calendar()
    name = forms.get(found[0], found[0])
    return days.get(name, ())


@cache
def _calendar() -> tuple[Mapping[str, tuple[NameDay, ...]], Mapping[str, str]]:
    path = resources() / "calendars" / "name_days.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    days = {
        _key(name): tuple(sorted((_day(*line) for line in lines), key=lambda d: (d.month, d.day)))
        for name, lines in raw["days"].items()
    }
    forms = {_key(form): _key(name) for form, name in raw["forms"].items()}
    return days, forms


def _key(name: str) -> str:
    return words_of(name)[0]


def _day(text: str, saint: str) -> NameDay:
    month, day = text.split("-")
    return NameDay(int(month), int(day), saint)
