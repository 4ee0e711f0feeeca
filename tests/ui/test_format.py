"""Values as a person reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from vipdesk.clock import SetClock
from vipdesk.money import Money
from vipdesk.paths import resources
from vipdesk.ui.format import Format, LocalWords
from vipdesk.wording import Lang, say

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")


def shown(lang: Lang = Lang.EN, *, presenting: bool = False) -> Format:
    words = LocalWords(lang, resources() / "i18n", zone=MOSCOW)
    return Format(words, SetClock(NOW), MOSCOW, presenting=presenting)


@pytest.mark.parametrize(
    ("days", "en", "ru"),
    [
        (1, "tomorrow 13:00", "завтра, 13:00"),
        (5, "1 Dec, 13:00", "1 дек., 13:00"),
        (60, "25 Jan, 13:00", "25 янв., 13:00"),
        (400, "31 Dec 2027, 13:00", "31 дек. 2027, 13:00"),
    ],
)
def test_in_a_narrow_place_a_moment_is_short(days: int, en: str, ru: str) -> None:
    moment = NOW + timedelta(days=days)
    assert shown().moment_short(moment) == en
    assert shown(Lang.RU).moment_short(moment) == ru


@pytest.mark.parametrize(
    ("hours", "en", "ru"),
    [
        (2, "today 15:00", "сегодня, 15:00"),
        (24, "tomorrow 13:00", "завтра, 13:00"),
        (-24, "yesterday 13:00", "вчера, 13:00"),
        (24 * 5, "Tue, 1 December, 13:00", "вт, 1 декабря, 13:00"),
        (24 * 60, "25 Jan 2027, 13:00", "25 янв. 2027, 13:00"),
    ],
)
def test_a_moment_is_told_from_here_and_now(hours: int, en: str, ru: str) -> None:
    moment = NOW + timedelta(hours=hours)
    assert shown().moment(moment) == en
    assert shown(Lang.RU).moment(moment) == ru


def test_days_are_told_near_and_dated_far() -> None:
    today = date(2026, 11, 26)
    told = [shown().day(today + timedelta(days=n)) for n in (0, 1, -1, 3, -4, 30)]
    assert told == ["today", "tomorrow", "yesterday", "in 3 days", "4 days ago", "26 Dec 2026"]


def test_russian_plurals_of_days() -> None:
    today = date(2026, 11, 26)
    told = [shown(Lang.RU).day(today + timedelta(days=n)) for n in (2, 5)]
    assert told == ["через 2 дня", "через 5 дней"]


def test_how_long_ago() -> None:
    told = [shown().ago(NOW - timedelta(minutes=m)) for m in (0, 5, 125, 600)]
    assert told == ["just now", "5 min ago", "2 h ago", "today 03:00"]


def test_how_long_is_left() -> None:
    told = [shown().left(NOW + timedelta(minutes=m)) for m in (130, 60 * 72, -15, 60)]
    assert told == ["2 h 10 min left", "3 days left", "15 min late", "1 h left"]


def test_a_utc_moment_in_a_sentence_is_shown_in_local_time() -> None:
    sentence = say("{when}", when=NOW)  # a value in a sentence, not a sentence of ours
    assert "13:00" in shown().words(sentence)


def test_a_clients_moment_keeps_the_clients_zone() -> None:
    there = NOW.astimezone(ZoneInfo("Asia/Vladivostok"))
    assert "20:00" in shown().words(say("{when}", when=there))


def test_money_and_numbers() -> None:
    assert "12,500" in shown().money(Money.of(12500))
    assert shown().number(1234.5, 1) == "1,234.5"
    assert shown(Lang.RU).money(Money.of(5500)) == "5\xa0500\xa0₽"


def test_phones_are_international_and_hidden_while_presenting() -> None:
    assert shown().phone("+74951234567") == "+7 495 123-45-67"
    assert shown(presenting=True).phone("+74951234567") == "+• ••• •••-••-67"
    assert shown().phone("no number") == "no number"
    assert shown().phone("8 903 123-45-67") == "+7 903 123-45-67"
    assert shown().phone("7 (903) 123 45 67") == "+7 903 123-45-67"
    assert shown().time(NOW) == "13:00"
