"""Promises, days and contacts as people type them, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.clients.typed_contact import TypedContact, guess_contact
from vipdesk.clients.typed_days import find_when
from vipdesk.clients.typed_promises import MOST, TypedPromise, proposed_due, read_promises
from vipdesk.vocabulary import Channel, Direction, InteractionKind

MOSCOW = ZoneInfo("Europe/Moscow")
# Thursday, 26 November 2026, 13:00.
NOW = datetime(2026, 11, 26, 13, 0, tzinfo=MOSCOW).astimezone(UTC)


def read(note: str, now: datetime = NOW) -> tuple[TypedPromise, ...]:
    return read_promises(note, now, MOSCOW)


def local(promise: TypedPromise) -> str:
    return promise.due_at.astimezone(MOSCOW).strftime("%d.%m.%Y %H:%M")


PLAIN = [
    # Russian: a weekday, a date, a span, an hour.
    ("!обещал прислать каталог до пт", "Прислать каталог", "27.11.2026 18:00"),
    ("!прислать книгу к понедельнику", "Прислать книгу", "30.11.2026 18:00"),
    ("!до сб прислать меню", "Прислать меню", "28.11.2026 18:00"),
    ("!до вторника отправить 5 книг", "Отправить 5 книг", "01.12.2026 18:00"),
    ("!в среду утром позвонить", "Позвонить", "02.12.2026 10:00"),
    ("!до понедельника, 12:00 прислать счёт", "Прислать счёт", "30.11.2026 12:00"),
    ("!прислать договор до 5 декабря", "Прислать договор", "05.12.2026 18:00"),
    ("!прислать договор до 5-го декабря 2027 года", "Прислать договор", "05.12.2027 18:00"),
    ("!прислать до 5 дек. вино", "Прислать вино", "05.12.2026 18:00"),
    ("!до 15.12.2026 прислать план", "Прислать план", "15.12.2026 18:00"),
    ("!до 5.12 в 10:30 прислать план", "Прислать план", "05.12.2026 10:30"),
    ("!прислать план до 5-го числа", "Прислать план", "05.12.2026 18:00"),
    ("!прислать план к 15 числу", "Прислать план", "15.12.2026 18:00"),
    ("!не позднее 10 декабря подобрать дом", "Подобрать дом", "10.12.2026 18:00"),
    ("!цветы к 8 марта", "Цветы", "08.03.2027 18:00"),
    ("!перезвонить к завтрашнему утру", "Перезвонить", "27.11.2026 10:00"),
    ("!перезвонить завтра", "Перезвонить", "27.11.2026 18:00"),
    ("!позвонить завтра к 15:00", "Позвонить", "27.11.2026 15:00"),
    ("!позвонить завтра в 9 утра", "Позвонить", "27.11.2026 09:00"),
    ("!послезавтра к обеду прислать", "Прислать", "28.11.2026 13:00"),
    ("!сегодня вечером отправить", "Отправить", "26.11.2026 18:00"),
    ("!до вечера ответить", "Ответить", "26.11.2026 18:00"),
    ("!до конца дня ответить", "Ответить", "26.11.2026 18:00"),
    ("!прислать счёт до 17:00", "Прислать счёт", "26.11.2026 17:00"),
    ("!прислать счёт до 17.30", "Прислать счёт", "26.11.2026 17:30"),
    ("!прислать счёт к 17 часам", "Прислать счёт", "26.11.2026 17:00"),
    ("!к 6 вечера субботы накрыть стол", "Накрыть стол", "28.11.2026 18:00"),
    ("!через неделю отправить вино", "Отправить вино", "03.12.2026 18:00"),
    ("!через две недели напомнить", "Напомнить", "10.12.2026 18:00"),
    ("!через 3 дня напомнить", "Напомнить", "29.11.2026 18:00"),
    ("!через 3 рабочих дня напомнить", "Напомнить", "01.12.2026 18:00"),
    ("!через месяц напомнить", "Напомнить", "26.12.2026 18:00"),
    ("!через 2 часа перезвонить", "Перезвонить", "26.11.2026 15:00"),
    ("!через полчаса перезвонить", "Перезвонить", "26.11.2026 13:30"),
    ("!через полтора часа перезвонить", "Перезвонить", "26.11.2026 14:30"),
    ("!в течение недели прислать", "Прислать", "03.12.2026 18:00"),
    ("!за два дня подобрать отель", "Подобрать отель", "28.11.2026 18:00"),
    ("!до конца недели прислать смету", "Прислать смету", "27.11.2026 18:00"),
    ("!на следующей неделе прислать смету", "Прислать смету", "04.12.2026 18:00"),
    ("!до конца месяца прислать смету", "Прислать смету", "30.11.2026 18:00"),
    ("!до нового года выбрать подарок", "Выбрать подарок", "31.12.2026 18:00"),
    ("!забронировать стол на 5 декабря до пт", "Забронировать стол на 5 декабря",
     "27.11.2026 18:00"),
    ("!купить 2 билета на 20:00 до завтра", "Купить 2 билета на 20:00", "27.11.2026 18:00"),
    # English.
    ("!send the catalogue by Fri", "Send the catalogue", "27.11.2026 18:00"),
    ("!promised to send the menu by Mon.", "Send the menu", "30.11.2026 18:00"),
    ("!Send it to Dr. Brown by Monday. He liked it.", "Send it to Dr. Brown",
     "30.11.2026 18:00"),
    ("!this Saturday call", "Call", "28.11.2026 18:00"),
    ("!send photos in 3 days", "Send photos", "29.11.2026 18:00"),
    ("!send photos in a week", "Send photos", "03.12.2026 18:00"),
    ("!send photos in two weeks' time", "Send photos", "10.12.2026 18:00"),
    ("!reply within 24 hours", "Reply", "27.11.2026 13:00"),
    ("!in half an hour call", "Call", "26.11.2026 13:30"),
    ("!in 5 business days send the quote", "Send the quote", "03.12.2026 18:00"),
    ("!3 days from now send it", "Send it", "29.11.2026 18:00"),
    ("!call back by 17:00", "Call back", "26.11.2026 17:00"),
    ("!call back by 5 pm", "Call back", "26.11.2026 17:00"),
    ("!call at 5pm tomorrow", "Call", "27.11.2026 17:00"),
    ("!tomorrow morning call him", "Call him", "27.11.2026 10:00"),
    ("!call him by tomorrow noon", "Call him", "27.11.2026 12:00"),
    ("!by EOD send the list", "Send the list", "26.11.2026 18:00"),
    ("!tonight send the list", "Send the list", "26.11.2026 21:00"),
    ("!by the 5th send the list", "Send the list", "05.12.2026 18:00"),
    ("!send it on 5th of December", "Send it", "05.12.2026 18:00"),
    ("!send it by December 5, 2026", "Send it", "05.12.2026 18:00"),
    ("!send it no later than Dec 10 at 10am", "Send it", "10.12.2026 10:00"),
    ("!send it by 2026-12-05", "Send it", "05.12.2026 18:00"),
    ("!send it by 13/12", "Send it", "13.12.2026 18:00"),
    ("!by the end of the week send the quote", "Send the quote", "27.11.2026 18:00"),
    ("!by the end of next week send the quote", "Send the quote", "04.12.2026 18:00"),
    ("!by end of month send the quote", "Send the quote", "30.11.2026 18:00"),
    ("!the day after tomorrow call", "Call", "28.11.2026 18:00"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "text", "due"), PLAIN)
def test_a_plain_promise_is_read_without_a_doubt(typed: str, text: str, due: str) -> None:
    (promise,) = read(typed)
    assert (promise.text, local(promise)) == (text, due)
    assert not promise.proposed
    assert promise.doubt is None


DOUBTFUL = [
    ("!в следующую пятницу позвонить", "04.12.2026 18:00", "27.11.2026"),
    ("!call next Friday", "04.12.2026 18:00", "27.11.2026"),
    ("!до четверга прислать", "26.11.2026 18:00", "03.12.2026"),  # today is Thursday
    ("!send it by 5/12", "05.12.2026 18:00", "12.05.2027"),
    ("!прислать счёт к 5", "26.11.2026 17:00", "05.12.2026"),  # the hour or the day
    ("!завтра в 5 позвонить", "27.11.2026 17:00", "05:00"),
    ("!прислать до 20 ноября", "20.11.2027 18:00", ""),  # it has just passed
    ("!через пару дней позвонить", "28.11.2026 18:00", ""),
    ("!на днях позвонить", "30.11.2026 18:00", ""),
    ("!send the list asap", "30.11.2026 18:00", ""),
    ("!book a table for 5 December", "05.12.2026 18:00", ""),
    ("!call back by 12:00", "27.11.2026 12:00", ""),  # noon is over
]


@pytest.mark.parametrize(("typed", "due", "other"), DOUBTFUL)
def test_what_may_be_read_in_two_ways_says_so(typed: str, due: str, other: str) -> None:
    (promise,) = read(typed)
    assert local(promise) == due
    assert promise.doubt is not None
    shown = promise.doubt.params.get("day") or promise.doubt.params.get("time") or ""
    assert other == (f"{shown:%d.%m.%Y}" if hasattr(shown, "year") else shown)


@pytest.mark.parametrize(
    "typed",
    [
        "!прислать книгу",
        "!до 31.02 прислать",
        "!send 5 books",
        "!sun hat",
        "!прислать до 20.11.2025",
    ],
)
def test_without_a_day_one_is_proposed_never_silence(typed: str) -> None:
    (promise,) = read(typed)
    assert promise.proposed
    assert local(promise) == "27.11.2026 18:00"


def test_the_proposed_day_is_a_working_day() -> None:
    friday = NOW + timedelta(days=1)
    assert proposed_due(friday, MOSCOW).astimezone(MOSCOW).strftime("%a %H:%M") == "Mon 18:00"


@pytest.mark.parametrize(
    "note", ["Отлично! Доволен!", "Обещал до пт", "!!! важно", "Ура ! ", "", "wow!", "a != b"]
)
def test_what_is_not_marked_is_no_promise(note: str) -> None:
    assert read(note) == ()


def test_a_note_may_hold_several_promises_among_its_words() -> None:
    note = "Говорили о яхте. !прислать меню до пт !перезвонить завтра\n- !book by Mon"
    assert [p.text for p in read(note)] == ["Прислать меню", "Перезвонить", "Book"]
    assert len(read("!x\n" * 50)) == MOST


def test_today_said_late_in_the_evening_lasts_until_midnight() -> None:
    (promise,) = read("!прислать сегодня", NOW + timedelta(hours=7))
    assert local(promise) == "26.11.2026 23:59"


def test_the_day_is_the_clients_own() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    late = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)  # already Friday there
    (promise,) = read_promises("!send it tomorrow", late, tokyo)
    assert promise.due_at == datetime(2026, 11, 28, 18, 0, tzinfo=tokyo)


def test_hours_are_counted_over_a_change_of_the_clock() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    night = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)  # 01:30; 02:00 becomes 03:00
    when = find_when("in 2 hours", night, berlin)
    assert when is not None
    assert when.at == night + timedelta(hours=2)


letters = st.text(
    st.sampled_from("!допткнеделизавтра through byfrimon0123456789:./- \n«»'\0ё"), max_size=60
)
zones = st.sampled_from(["Europe/Moscow", "Asia/Kathmandu", "Pacific/Apia", "America/New_York"])
moments = st.datetimes(datetime(2024, 1, 1), datetime(2032, 12, 31)).map(  # noqa: DTZ001
    lambda m: m.replace(tzinfo=UTC)
)
pieces = st.lists(
    st.sampled_from([p[0] for p in PLAIN] + [d[0] for d in DOUBTFUL]), max_size=3
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(letters | pieces, moments, zones)
def test_whatever_is_typed_a_promise_is_ahead_and_has_words(
    note: str, now: datetime, zone: str
) -> None:
    for promise in read_promises(note, now, ZoneInfo(zone)):
        assert promise.due_at > now
        assert promise.text.strip()


PHONE, MAIL, CHAT = Channel.PHONE, Channel.EMAIL, Channel.MESSENGER
KIND = InteractionKind
WORDS = [
    ("Звонил, спрашивал о яхте", KIND.TALK, PHONE),
    ("Созвонились, всё хорошо", KIND.TALK, PHONE),
    ("called about the yacht", KIND.TALK, PHONE),
    ("Long talk on the phone", KIND.TALK, PHONE),
    ("emailed the quote", KIND.MESSAGE, MAIL),
    ("Отправил смету на почту", KIND.MESSAGE, MAIL),
    ("Написала в WhatsApp", KIND.MESSAGE, CHAT),
    ("Ответил в телеграме", KIND.MESSAGE, CHAT),
    ("texted the address", KIND.MESSAGE, Channel.SMS),
    ("Отправил смс", KIND.MESSAGE, Channel.SMS),
    ("Встретились в клубе", KIND.MEETING, Channel.IN_PERSON),
    ("had lunch at Nobu", KIND.MEETING, Channel.IN_PERSON),
    ("Заехала в офис с дочерью", KIND.VISIT, Channel.IN_PERSON),
    ("Подарили альбом", KIND.GIFT, None),
    ("Написала длинно", KIND.MESSAGE, None),
    ("Обсудили школу", KIND.TALK, None),
]


@pytest.mark.parametrize(("note", "kind", "channel"), WORDS)
def test_the_kind_of_contact_is_guessed_from_the_words(
    note: str, kind: InteractionKind, channel: Channel | None
) -> None:
    assert guess_contact(note) == TypedContact(kind, channel)


@pytest.mark.parametrize("note", ["", "Любит орхидеи", "!позвонить завтра", "metro pass"])
def test_without_such_words_nothing_is_guessed(note: str) -> None:
    assert guess_contact(note) is None


def test_who_began_is_heard_and_an_unanswered_call_is_no_exchange() -> None:
    hers = guess_contact("Она звонила утром")
    assert hers is not None
    assert hers.direction is Direction.INBOUND
    missed = guess_contact("Не дозвонился, занято")
    assert missed is not None
    assert missed.two_way is False


@pytest.mark.parametrize(
    ("note", "text", "due"),
    [
        ("!за 2 дня до 5 декабря прислать план", "Прислать план", "03.12.2026 18:00"),
        ("!прислать за неделю до нового года", "Прислать", "24.12.2026 18:00"),
        ("!send the plan 2 days before Tuesday", "Send the plan", "29.11.2026 18:00"),
        ("!позвонить за час до 17:00", "Позвонить", "26.11.2026 16:00"),
        ("!отель на 3 дня до субботы", "Отель на 3 дня", "28.11.2026 18:00"),
        ("!rent a car for 2 days before Saturday", "Rent a car for 2 days", "28.11.2026 18:00"),
    ],
)
def test_so_long_before_a_day_is_before_it(note: str, text: str, due: str) -> None:
    (promise,) = read(note)
    assert (promise.text, local(promise)) == (text, due)


@pytest.mark.parametrize(
    "words",
    [
        "оплатить 3 дня отеля", "забронировать яхту 2 часа", "скидка 10.12 %",
        "прислать 1.5 кг икры", "позвонить после 15:00",
    ],
)  # fmt: skip
def test_what_is_a_quantity_or_a_beginning_is_no_deadline(words: str) -> None:
    (promise,) = read(f"!{words}")
    assert (promise.proposed, promise.text) == (True, words[:1].upper() + words[1:])


@pytest.mark.parametrize("words", ["позвонить после субботы", "call not before Saturday"])
def test_the_first_day_is_asked_about_and_stays_in_the_words(words: str) -> None:
    (promise,) = read(f"!{words}")
    assert promise.doubt is not None
    assert promise.text == words[:1].upper() + words[1:]


def test_of_two_days_the_other_is_a_doubt() -> None:
    (promise,) = read("!через неделю во вторник прислать меню")
    assert promise.doubt is not None


@pytest.mark.parametrize(
    ("words", "text", "due", "other"),
    [
        ("позвонить в пн или вт", "Позвонить", "30.11.2026", "01.12.2026"),
        ("call Mon or Tue", "Call", "30.11.2026", "01.12.2026"),
        ("позвонить в понедельник или во вторник", "Позвонить", "30.11.2026", "01.12.2026"),
        ("прислать с пн по ср", "Прислать", "02.12.2026", "30.11.2026"),
        ("send between Mon and Wed", "Send", "02.12.2026", "30.11.2026"),
        ("прислать 5 или 6 декабря", "Прислать", "05.12.2026", "06.12.2026"),
        ("send on December 5-6", "Send", "06.12.2026", "05.12.2026"),
        ("прислать завтра или послезавтра", "Прислать", "27.11.2026", "28.11.2026"),
        ("прислать через 2–3 дня", "Прислать", "28.11.2026", "29.11.2026"),
        ("send within a week or two", "Send", "03.12.2026", "10.12.2026"),
        ("прислать через неделю-две", "Прислать", "03.12.2026", "10.12.2026"),
        ("call a week on Friday", "Call", "04.12.2026", "27.11.2026"),
        ("позвонить через пятницу", "Позвонить", "04.12.2026", "27.11.2026"),
        ("прислать на этой или следующей неделе", "Прислать", "27.11.2026", "04.12.2026"),
        ("в понедельник через 2 недели прислать", "Прислать", "07.12.2026", "14.12.2026"),
    ],
)
def test_of_two_days_offered_one_is_taken_and_the_other_asked(
    words: str, text: str, due: str, other: str
) -> None:
    (promise,) = read(f"!{words}")
    assert (promise.text, local(promise)[:10]) == (text, due)
    assert promise.doubt is not None
    assert f"{promise.doubt.params['day']:%d.%m.%Y}" == other


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("прислать через неделю в пятницу", "04.12.2026"),
        ("прислать в пятницу через неделю", "04.12.2026"),
        ("через две недели в пятницу прислать", "11.12.2026"),
        ("send in two weeks on Friday", "11.12.2026"),
        ("send on Friday in two weeks", "11.12.2026"),
        ("send in a fortnight on Friday", "11.12.2026"),
        ("прислать не в пятницу, а в субботу", "28.11.2026"),
        ("send not on Friday but on Saturday", "28.11.2026"),
    ],
)
def test_a_day_of_a_later_week_is_that_day_without_a_doubt(words: str, due: str) -> None:
    (promise,) = read(f"!{words}")
    assert (local(promise), promise.doubt) == (f"{due} 18:00", None)


@pytest.mark.parametrize("day", range(23, 30))
def test_a_week_on_from_any_day_is_asked_where_two_weeks_may_be_meant(day: int) -> None:
    """Mon 23 to Sun 29 November: 'in a week on Friday' is 4 December, once the weeks differ."""
    now = datetime(2026, 11, day, 10, tzinfo=MOSCOW).astimezone(UTC)
    (promise,) = read("!прислать через неделю в пятницу", now)
    assert local(promise)[:10] == "04.12.2026"
    assert (promise.doubt is not None) is (day > 27)


@pytest.mark.parametrize(
    "words", ["every Friday", "каждую пятницу", "через неделю после 5 декабря"]
)
def test_what_no_single_day_says_is_asked(words: str) -> None:
    (promise,) = read(f"!звонить {words}")
    assert promise.doubt is not None


def test_a_day_that_is_left_out_is_no_deadline() -> None:
    (promise,) = read("!позвонить в любой день кроме пятницы")
    assert promise.proposed
