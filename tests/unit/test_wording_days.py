"""Days are written as the CLDR writes them, without reading its data at the start."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from vipdesk.paths import resources
from vipdesk.wording import Lang, Words

YEAR = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


@pytest.fixture(params=[(Lang.RU, "ru"), (Lang.EN, "en_GB")], ids=["ru", "en"])
def both(request):
    lang, locale = request.param
    return Words(lang, resources() / "i18n"), locale


def test_days_are_as_in_the_cldr(both):
    words, locale = both
    for day in YEAR:
        assert words.day(day) == format_date(day, "d MMMM y", locale)
        assert words.day(day, year=False) == format_date(day, "d MMMM", locale)
        assert words.day(day, weekday=True) == format_date(day, "EEEE, d MMMM y", locale)
        assert words.day_short(day) == format_date(day, "d MMM y", locale)


def test_moments_are_as_in_the_cldr_and_in_their_own_zone(both):
    words, locale = both
    zone = ZoneInfo("Asia/Tokyo")
    for day in YEAR:
        moment = datetime(day.year, day.month, day.day, 7, 5, tzinfo=zone)
        for pattern, weekday in (("EEE, d MMMM, HH:mm", True), ("d MMMM, HH:mm", False)):
            expected = format_datetime(moment, pattern, tzinfo=zone, locale=locale)
            assert words.moment(moment, weekday=weekday) == expected


def test_a_great_count_is_grouped_as_in_the_cldr_and_a_year_is_not(both):
    words, locale = both
    for count in (10_000, 100_000, 1_234_567):
        assert words("{n}", n=count) == format_decimal(count, locale=locale)
    assert words("{n} {year}", n=9_999, year=12_026) == "9999 12026"


def test_writing_a_day_does_not_import_babel():
    script = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from vipdesk.wording import Lang, Words;"
        "Words(Lang.RU, Path('.')).day(date(2026, 11, 22)); assert 'babel' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
