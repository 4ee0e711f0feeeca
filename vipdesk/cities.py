"""Cities of time zones, and a clock named by its city: 'Moscow time', «по Москве».

No database, no Qt; Babel is imported at the first question.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from vipdesk.folding import fold, sound, words_of
from vipdesk.wording import Lang

# «По Москве» wants the dative, which no catalogue of cities has.
_BY_CLOCK = {
    "Europe/Kaliningrad": "Калининграду", "Europe/Moscow": "Москве", "Europe/Samara": "Самаре",
    "Europe/Saratov": "Саратову", "Europe/Volgograd": "Волгограду", "Europe/Astrakhan": "Астрахани",
    "Europe/Minsk": "Минску", "Europe/Istanbul": "Стамбулу", "Europe/London": "Лондону",
    "Europe/Paris": "Парижу", "Europe/Berlin": "Берлину", "Europe/Rome": "Риму",
    "Europe/Madrid": "Мадриду", "Europe/Zurich": "Цюриху", "Europe/Vienna": "Вене",
    "Europe/Prague": "Праге", "Europe/Athens": "Афинам", "Europe/Belgrade": "Белграду",
    "Asia/Yekaterinburg": "Екатеринбургу", "Asia/Omsk": "Омску", "Asia/Novosibirsk": "Новосибирску",
    "Asia/Krasnoyarsk": "Красноярску", "Asia/Irkutsk": "Иркутску", "Asia/Yakutsk": "Якутску",
    "Asia/Vladivostok": "Владивостоку", "Asia/Magadan": "Магадану", "Asia/Kamchatka": "Камчатке",
    "Asia/Almaty": "Алма-Ате", "Asia/Tashkent": "Ташкенту", "Asia/Tbilisi": "Тбилиси",
    "Asia/Yerevan": "Еревану", "Asia/Baku": "Баку", "Asia/Dubai": "Дубаю",
    "Asia/Jerusalem": "Иерусалиму", "Asia/Shanghai": "Шанхаю", "Asia/Hong_Kong": "Гонконгу",
    "Asia/Tokyo": "Токио", "Asia/Singapore": "Сингапуру", "Asia/Bangkok": "Бангкоку",
    "America/New_York": "Нью-Йорку", "America/Los_Angeles": "Лос-Анджелесу",
}  # fmt: skip


def city_of(zone: str, lang: Lang) -> str:
    """The city of an IANA zone in a language: 'Москва', 'Moscow'."""
    from babel import Locale
    from babel.core import get_global

    # The CLDR keeps a city under one of its names, often an older one: Asia/Calcutta.
    aliases: Any = get_global("zone_aliases")
    usual: str = aliases.get(zone, zone)
    others = sorted(old for old, new in aliases.items() if new == usual)
    known = Locale.parse(str(lang)).time_zones
    for name in (zone, usual, *others):
        if "city" in known.get(name, {}):
            return str(known[name]["city"])
    return usual.rpartition("/")[2].replace("_", " ")


def clock_of(zone: str, lang: Lang) -> str:
    """Whose clock a time is told by: 'Moscow time', «по Москве», «время: Калькутта».

    '' for a zone without a city of its own (UTC, Etc/GMT+5) and for an unknown one.
    """
    if not _is_place(zone):
        return ""
    if lang is Lang.RU:
        dative = _BY_CLOCK.get(zone)
        return f"по\u00a0{dative}" if dative else f"время: {city_of(zone, lang)}"
    return f"{city_of(zone, lang)} time"


def _is_place(zone: str) -> bool:
    region, _, place = zone.partition("/")
    if not place or region in ("Etc", "SystemV"):
        return False
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zones_named(wanted: str, lang: Lang) -> list[tuple[str, str]]:
    """(zone, city) of IANA zones whose city's name in a language begins with `wanted`."""
    from babel import Locale

    known = Locale.parse(str(lang)).time_zones
    named = [(zone, str(said["city"])) for zone, said in known.items() if "city" in said]
    asked = wanted.strip().casefold().replace("ё", "е")
    return sorted(
        (pair for pair in named if pair[1].casefold().replace("ё", "е").startswith(asked)),
        key=lambda pair: pair[1],
    )


# Cities without a zone of their own whose names no key of spellings brings together.
_ALIKE = (
    ("Санкт-Петербург", "Петербург", "СПб", "Saint Petersburg", "St. Petersburg", "St Petersburg"),
    ("Нижний Новгород", "Nizhny Novgorod", "Nizhniy Novgorod"),
)


def same_city(one: str, other: str) -> bool:
    """Whether two names are of one city: 'Москва' and 'Moscow', 'Казань' and 'Kazan'."""
    return bool(_names_of(one) & _names_of(other))


@lru_cache(maxsize=512)
def _names_of(city: str) -> frozenset[str]:
    name = fold(city.strip())
    known: frozenset[str] = next((names for names in _named() if name in names), frozenset())
    return known | {name, " ".join(map(sound, words_of(city)))}


@lru_cache(maxsize=1)
def _named() -> tuple[frozenset[str], ...]:
    """Each city of a zone, and of the few beside them, under all its names, folded."""
    from babel import Locale

    zones = map(str, Locale.parse("ru").time_zones)
    found = [frozenset(fold(city_of(zone, lang)) for lang in Lang) for zone in zones]
    return (*found, *(frozenset(map(fold, names)) for names in _ALIKE))
