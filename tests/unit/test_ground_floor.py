"""The ground floor: wording, money, ids, clock, settings, paths, log, changes."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from vipdesk import log, settings
from vipdesk.changes import Changes
from vipdesk.clock import SetClock, SystemClock
from vipdesk.errors import UserError
from vipdesk.ids import new_id, new_private_id
from vipdesk.money import Money
from vipdesk.paths import Paths, resources
from vipdesk.vocabulary import Band, FlagKind, label
from vipdesk.wording import Lang, Words, say

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru"><context><name>x</name>
<message numerus="yes"><source>{n} promises</source><translation>
<numerusform>{n} обещание</numerusform><numerusform>{n} обещания</numerusform>
<numerusform>{n} обещаний</numerusform></translation></message>
<message><source>Call {who}</source><translation>Позвоните: {who}</translation></message>
<message><source>Later</source><translation type="unfinished">Поз</translation></message>
</context></TS>"""


@pytest.fixture
def russian(tmp_path: Path) -> Words:
    (tmp_path / "x_ru.ts").write_text(TS, encoding="utf-8")
    return Words(Lang.RU, tmp_path)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (1, "1 обещание"),
        (2, "2 обещания"),
        (5, "5 обещаний"),
        (11, "11 обещаний"),
        (21, "21 обещание"),
        (112, "112 обещаний"),
        (0, "0 обещаний"),
    ],
)
def test_russian_plurals_follow_the_number(russian: Words, n: int, said: str) -> None:
    assert russian(say("{n} promises", n=n)) == said


def test_a_sentence_inside_a_sentence_is_rendered_too(russian: Words) -> None:
    assert russian("Call {who}", who=say("{n} promises", n=2)) == "Позвоните: 2 обещания"


def test_an_unfinished_translation_is_not_shown(russian: Words) -> None:
    assert russian("Later") == "Later"


def test_braces_in_a_value_are_not_taken_for_places(russian: Words) -> None:
    assert russian("Call {who}", who="{n}") == "Позвоните: {n}"


def test_the_pseudo_locale_is_a_third_longer_and_keeps_places(tmp_path: Path) -> None:
    words = Words(Lang.EN, tmp_path, pseudo=True)
    assert "Anna" in words("Call {who} about the masterclass", who="Anna")
    assert len(words("Call about the masterclass")) >= len("Call about the masterclass") * 1.35


def test_dates_and_money_are_written_as_the_reader_writes_them(ru: Words, en: Words) -> None:
    day = date(2026, 11, 26)
    assert ru.day(day) == "26 ноября 2026"
    assert en.day(day, weekday=True) == "Thursday, 26 November 2026"
    moment = datetime(2026, 11, 26, 15, 0, tzinfo=ZoneInfo("Europe/Moscow"))
    assert ru.moment(moment) == "чт, 26 ноября, 15:00"
    assert en.moment(moment) == "Thu, 26 November, 15:00"
    assert en.money(Money.of(12500, "EUR")) == "€12,500"
    assert en.money(Money.of(12500)) == "₽12,500"
    assert ru.money(Money.of("12500.50")).replace("\xa0", " ") == "12 500,5 ₽"
    assert ru.number(1234.5, 1).replace("\xa0", " ") == "1 234,5"


def test_two_enums_with_one_value_keep_their_own_labels() -> None:
    assert label(FlagKind.AT_RISK) != label(Band.AT_RISK)


def test_money_is_never_a_float_and_currencies_do_not_mix() -> None:
    assert Money.of("10.50") + Money.of(1) - Money.of("0.50") == Money(1100)
    with pytest.raises(ValueError):
        Money.of("0.001")
    with pytest.raises(ValueError):
        Money(1, "EUR") + Money(1, "RUB")


def test_shared_keys_are_in_order_of_time_and_hidden_ones_are_random() -> None:
    first, second = new_id(), new_private_id()
    assert (first.version, second.version) == (7, 4)
    assert first.variant == "specified in RFC 4122"
    milliseconds = first.int >> 80
    assert abs(milliseconds / 1000 - datetime.now(UTC).timestamp()) < 5


def test_a_clock_is_set_and_moved_and_never_naive() -> None:
    clock = SetClock(datetime(2026, 1, 1, tzinfo=UTC))
    clock.move(timedelta(hours=2))
    assert clock.now() == datetime(2026, 1, 1, 2, tzinfo=UTC)
    assert SystemClock().now().tzinfo is UTC
    with pytest.raises(ValueError):
        SetClock(datetime(2026, 1, 1))  # noqa: DTZ001


def test_settings_come_back_as_they_were_saved(tmp_path: Path) -> None:
    path = tmp_path / "a" / "settings.toml"
    wanted = settings.Settings(
        lang=Lang.EN, theme=settings.Theme.DARK, text_percent=115, vault='C:\\x "y"'
    )
    settings.save(path, wanted)
    assert settings.load(path) == wanted
    assert [p.name for p in path.parent.iterdir()] == ["settings.toml"]


def test_the_first_language_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
    assert settings.Settings().lang is Lang.RU
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert settings.Settings().lang is Lang.EN


@pytest.mark.loud
@pytest.mark.parametrize(
    "text", ["", "not toml ===", 'lang = "xx"\ntext_percent = "big"', "lang = 5"]
)
def test_settings_that_cannot_be_read_are_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert settings.load(path) == settings.Settings()


def test_the_log_cannot_hold_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "log" / "vipdesk.log"
    log.start(path)
    try:
        log.info("client.opened", id=new_id(), ms=1.25, name="Анна Волкова", ok=True, n=3)
        log.failure("test.failed", UserError(say("To {who}", who="anna@client.example")), code="x1")
    finally:
        log.stop()
    written = path.read_text(encoding="utf-8")
    assert "client.opened" in written
    assert "UserError" in written
    assert "Волкова" not in written
    assert "anna@" not in written
    assert not logging.getLogger("vipdesk").handlers


def test_changes_add_up() -> None:
    one, two = UUID(int=1), UUID(int=2)
    both = Changes(frozenset({("client", one)})) | Changes(frozenset({("event", two)}))
    assert both.touches("event")
    assert both.ids("client") == {one}
    assert not Changes()


def test_resources_are_found_and_folders_are_the_persons_own(tmp_path: Path) -> None:
    assert (resources() / "i18n").is_dir()
    paths = Paths.under(tmp_path)
    assert paths.vault != paths.demo_vault
    assert Paths.of_person().settings.name == "settings.toml"
