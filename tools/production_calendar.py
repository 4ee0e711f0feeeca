"""The Russian production calendar by year, as the calendar files write it.

    python tools/production_calendar.py 2028 [2029 …]

Prints days off and worked Saturdays out of the `holidays` library (a tool of development only),
to be read by a person, compared with the government's decree and put into a new version of
resources/calendars. A year whose decree is not out yet has no transferred days: the tool says so.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta

_WEEK = 5  # Monday to Friday


def year_of(year: int) -> tuple[list[str], list[str]]:
    """(days off beyond Saturdays and Sundays, and holidays on them; worked Saturdays)."""
    import holidays

    known = holidays.country_holidays("RU", years=year)
    off: list[date] = []
    worked: list[date] = []
    day = date(year, 1, 1)
    while day.year == year:
        weekend, works = day.weekday() >= _WEEK, known.is_working_day(day)
        if weekend and works:
            worked.append(day)
        elif day in known or (not weekend and not works):
            off.append(day)
        day += timedelta(days=1)
    return _spans(off), [d.strftime("%m-%d") for d in worked]


def _spans(days: list[date]) -> list[str]:
    """'01-01..01-08' for days in a row."""
    spans: list[list[date]] = []
    for day in days:
        if spans and day - spans[-1][-1] == timedelta(days=1):
            spans[-1].append(day)
        else:
            spans.append([day])
    return [f"{s[0]:%m-%d}..{s[-1]:%m-%d}" if len(s) > 1 else f"{s[0]:%m-%d}" for s in spans]


def main() -> int:
    """Print the years asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("years", type=int, nargs="+")
    chosen = parser.parse_args()
    for year in chosen.years:
        off, worked = year_of(year)
        print(f"{year} = {off!r}".replace("'", '"'))
        print(f"{year} = {worked!r}  # working days".replace("'", '"'))
        if not worked and len(off) == len(_spans_of_law(year)):
            print(f"# {year}: only the holidays of the law; is the decree on transfers out?")
    return 0


def _spans_of_law(year: int) -> list[str]:
    """The holidays of the Labour Code, article 112, without transfers."""
    fixed = [date(year, 1, d) for d in range(1, 9)]
    fixed += [date(year, m, d) for m, d in ((2, 23), (3, 8), (5, 1), (5, 9), (6, 12), (11, 4))]
    return _spans(fixed)


if __name__ == "__main__":
    sys.exit(main())
