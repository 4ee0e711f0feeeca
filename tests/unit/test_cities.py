"""A clock named by its city, in the reader's language."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from vipdesk.cities import _BY_CLOCK, city_of, clock_of, same_city
from vipdesk.wording import Lang


@pytest.mark.parametrize(
    ("zone", "ru", "en"),
    [
        ("Europe/Moscow", "по\u00a0Москве", "Moscow time"),
        ("Asia/Vladivostok", "по\u00a0Владивостоку", "Vladivostok time"),
        ("Asia/Kolkata", "время: Калькутта", "Kolkata time"),
        ("America/Argentina/Buenos_Aires", "время: Буэнос-Айрес", "Buenos Aires time"),
        ("Etc/GMT+5", "", ""),
        ("UTC", "", ""),
        ("Mars/Olympus", "", ""),
        ("", "", ""),
    ],
)
def test_a_clock_is_told_by_its_city(zone: str, ru: str, en: str) -> None:
    assert clock_of(zone, Lang.RU) == ru
    assert clock_of(zone, Lang.EN) == en


def test_a_city_is_named_in_the_language() -> None:
    assert city_of("Europe/Moscow", Lang.RU) == "Москва"
    assert city_of("Asia/Dubai", Lang.EN) == "Dubai"


def test_the_clocks_with_a_dative_are_zones_there_are() -> None:
    assert set(_BY_CLOCK) <= available_timezones()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Москва", "Moscow", True),
        ("Санкт-Петербург", "St. Petersburg", True),
        ("Казань", "Kazan", True),
        (" москва ", "Москва", True),
        ("Москва", "Казань", False),
        ("Сочи", "Омск", False),
    ],
)
def test_a_city_is_the_same_in_either_script(one: str, other: str, *, same: bool) -> None:
    assert same_city(one, other) is same
