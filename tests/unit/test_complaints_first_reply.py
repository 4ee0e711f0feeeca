"""The first reply: put together in both languages, checked before it may leave."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from vipdesk.complaints import first_reply as fr
from vipdesk.complaints import letter_lint as lint
from vipdesk.complaints.first_reply import ReplyFields, Writer
from vipdesk.complaints.letter_lint import Level
from vipdesk.vocabulary import Channel, Gender
from vipdesk.wording import Lang, say

AT = datetime(2026, 11, 26, 15, 0, tzinfo=ZoneInfo("Europe/Moscow"))
SAID_RU = "Меня вчера посадили не за тот стол, хотя мы договорились, и ужин с партнёром пропал"
SAID_EN = (
    "Last night I was not seated at the table we had agreed, my dinner with a partner suffered"
)
MIRROR_RU = "Вчера на дегустации Вас посадили не за тот стол, о котором мы договорились"
MIRROR_EN = "Last night you were not seated at the table we had agreed, and the dinner suffered"

RU = ReplyFields(
    lang=Lang.RU, formality=1, client_key="client", address="Анна Сергеевна",
    client_gender=Gender.FEMALE,
    writer=Writer("Мария Орлова", "Мария", Gender.FEMALE, "+7 916 123-45-67", "08:00-22:00"),
    number="K-7QF4-2", promise_at=AT, city="Москва", reach_by=Channel.PHONE, mirror=MIRROR_RU,
    deputy=Writer("Илья Ким", "Илья", Gender.MALE, "+7 916 765-43-21", ""), client_words=SAID_RU,
)  # fmt: skip
EN = replace(
    RU, lang=Lang.EN, address="Ms Volkova", city="Moscow", mirror=MIRROR_EN, client_words=SAID_EN,
    writer=replace(RU.writer, name="Maria Orlova", first="Maria"),
    deputy=Writer("Ilya Kim", "Ilya", Gender.MALE, "+7 916 765-43-21", ""),
)  # fmt: skip

CASES = [
    replace(
        base, formality=formality, client_key=str(UUID(int=seed)), reach_by=reach, careful=careful
    )
    for base in (RU, EN)
    for formality in (0, 1, 2)
    for seed in range(40)
    for reach in (Channel.PHONE, Channel.IN_PERSON)
    for careful in (False, True)
]


def codes(body: str, fields: ReplyFields, level: Level | None = None, **more) -> set[str]:
    found = lint.check(body, fields, **more).findings
    return {f.code for f in found if level in (None, f.level)}


def test_every_letter_holds_the_four_items_and_nothing_blocks_it() -> None:
    for fields in CASES:
        reply = fr.compose(fields)
        assert reply.missing == ()
        found = lint.check(reply.body, fields)
        assert found.items.all, reply.body
        blocks = {f.code for f in found.blocks}
        assert blocks == ({"lawyer"} if fields.careful else set()), (reply.body, blocks)


def test_every_letter_is_short_and_speaks_as_a_person() -> None:
    for fields in CASES:
        body = fr.compose(fields).body
        found = codes(body, fields, Level.WARN)
        assert found <= {"lawyer", "passive"}, (found, body)
        if fields.lang is Lang.RU:
            assert "passive" not in found, body


def test_the_order_is_the_one_of_a_good_answer() -> None:
    body = fr.compose(RU).body
    places = [
        body.index(part)
        for part in ("Анна Сергеевна", "Вчера на дегустации", "26\u00a0ноября", "Орлова", "7QF4")
    ]
    assert places == sorted(places)
    assert body.split("\n")[-1].endswith(("Мария", "Орлова"))


def test_a_redraw_gives_the_same_letter_and_another_client_another_one() -> None:
    assert fr.compose(RU) == fr.compose(RU)
    bodies = {fr.compose(replace(RU, client_key=str(i))).body for i in range(30)}
    assert len(bodies) == 30


def test_what_this_client_got_within_a_year_is_not_said_again() -> None:
    first = fr.compose(RU)
    used = frozenset(f"{slot}:{i}" for slot, i in first.slots.items())
    second = fr.compose(replace(RU, used=used))
    for slot, fragment in second.slots.items():
        assert f"{slot}:{fragment}" not in used


def test_an_author_who_is_a_man_writes_as_a_man_and_an_unknown_gender_is_not_guessed() -> None:
    man = replace(RU.writer, name="Илья Ким", first="Илья", gender=Gender.MALE)
    unknown = replace(man, gender=None)
    for seed in range(60):
        as_man = fr.compose(replace(RU, writer=man, client_key=str(seed), formality=seed % 3)).body
        assert not re.search(r"\b(сама|позвонила|написала|Ваша)\b", as_man)
        neutral = fr.compose(replace(RU, writer=unknown, client_key=str(seed), formality=seed % 3))
        assert not re.search(r"\b(сама?|позвонила?|написала?)\b|Ваша?\n", neutral.body)
        assert neutral.missing == ()


def test_a_client_of_unknown_gender_is_never_dear_in_the_wrong_form() -> None:
    for seed in range(60):
        body = fr.compose(replace(RU, client_gender=None, formality=2, client_key=str(seed))).body
        assert "Уважаем" not in body


@pytest.mark.parametrize("lang", [Lang.RU, Lang.EN])
def test_each_slot_has_five_wordings_for_each_degree_of_closeness(lang: Lang) -> None:
    for slot, parts in fr.fragments_of(lang).slots.items():
        assert len({p.id for p in parts}) == len(parts)
        for formality in "012":
            fit = [p for p in parts if formality in p.formalities]
            neutral = [p for p in fit if "[" not in p.text and "{dear}" not in p.text]
            assert len(neutral) >= 5, (slot, formality)


def test_without_the_authors_own_sentence_the_letter_is_not_whole() -> None:
    reply = fr.compose(replace(RU, mirror="  "))
    assert reply.missing == ("mirror",)
    assert "mirror_short" in codes(reply.body, replace(RU, mirror=""), Level.BLOCK)


def test_the_own_sentence_must_use_the_clients_words() -> None:
    far = replace(RU, mirror="Мы очень сожалеем обо всём произошедшем этим прекрасным вечером")
    assert "mirror_far" in codes(fr.compose(far).body, far, Level.BLOCK)
    other_language = replace(RU, client_words=SAID_EN)
    assert "mirror_language" in codes(fr.compose(RU).body, other_language, Level.WARN)


def test_what_the_author_did_replaces_the_ready_made_sentence() -> None:
    reply = fr.compose(replace(RU, done="в 21:10 я поговорила с рестораном"))
    assert "В 21:10 я поговорила с рестораном." in reply.body
    assert "done" not in reply.slots


@pytest.mark.parametrize(
    ("phrase", "fields"),
    [
        ("Приносим извинения за доставленные неудобства.", RU),
        ("Ваше обращение очень важно для нас.", RU),
        ("Ответим в кратчайшие сроки.", RU),
        ("Всё рассмотрено в установленном порядке.", RU),
        ("Согласно правилам, столик держат 15 минут.", RU),
        ("Вы должны были позвонить.", RU),
        ("Если Вас что-то обидело, простите.", RU),
        ("We are sorry for any inconvenience.", EN),
        ("Your call is important to us.", EN),
        ("As per our policy, tables are held briefly.", EN),
        ("If you feel that we failed, I am sorry.", EN),
    ],
)
def test_office_phrases_keep_the_letter_here(phrase: str, fields: ReplyFields) -> None:
    body = fr.compose(fields).body + "\n\n" + phrase
    assert "forbidden" in codes(body, fields, Level.BLOCK)


@pytest.mark.parametrize("left", ["{owner}", "[[имя]]", "100 %", "None", "____", "TODO"])
def test_no_placeholder_can_leave(left: str) -> None:
    assert "placeholder" in codes(fr.compose(RU).body + " " + left, RU, Level.BLOCK)


@pytest.mark.parametrize(
    ("item", "part"),
    [("owner", "Орлова"), ("contact", "123-45-67"), ("number", "7QF4"), ("date", "26\u00a0ноября")],
)
def test_a_letter_without_one_of_the_four_items_is_held(item: str, part: str) -> None:
    body = fr.compose(RU).body.replace(part, "…")
    assert item in codes(body, RU, Level.BLOCK)
    assert not getattr(lint.check(body, RU).items, item)


def test_the_date_in_the_letter_must_be_the_promised_one() -> None:
    body = fr.compose(RU).body
    for other in (AT.replace(day=27), AT.replace(hour=16), AT.replace(month=12, day=24)):
        assert "date" in codes(body, replace(RU, promise_at=other), Level.BLOCK)
    typed = "Dear Ms Volkova, on Thursday, November 26 at 15:00 Moscow time I will call."
    assert lint.items_in(typed, EN).date
    assert not lint.items_in(typed.replace("26", "2"), EN).date


def test_a_date_that_may_not_be_promised_holds_the_letter() -> None:
    found = codes(fr.compose(RU).body, RU, Level.BLOCK, promise_fault=say("Nobody works then."))
    assert found == {"promise"}


@pytest.mark.parametrize(
    ("code", "added", "fields"),
    [
        ("contrast", "Мне жаль, но столик был занят.", RU),
        ("contrast", "Мне очень жаль. Однако столик был занят.", RU),
        ("understanding", "Я понимаю Ваше разочарование.", RU),
        ("passive", "Столик был отдан другому гостю.", RU),
        ("we", "Мы разберёмся, наши люди, наш повар: нам стыдно. Мы исправим, мы, мы, мы.", RU),
        ("long", "слово " * 120, RU),
        ("long_sentence", "слово " * 30, RU),
        ("contrast", "I am sorry, but the table was taken.", EN),
        ("understanding", "I understand your frustration.", EN),
        ("cyrillic", "Мария", EN),
    ],
)  # fmt: skip
def test_what_sounds_wrong_is_warned_of(code: str, added: str, fields: ReplyFields) -> None:
    assert code in codes(fr.compose(fields).body + "\n\n" + added, fields, Level.WARN)


@pytest.mark.parametrize(
    ("fields", "added"),
    [(RU, "Вернём 12 500 ₽."), (RU, "вернём 10 тыс. рублей"), (EN, "$500 back")],
)
def test_no_sum_of_money_in_the_first_reply(fields: ReplyFields, added: str) -> None:
    assert "amount" in codes(fr.compose(fields).body + " " + added, fields, Level.BLOCK)


def test_a_letter_in_which_nobody_speaks_is_warned_of() -> None:
    assert "no_person" in codes("Стол перепутали.", RU, Level.WARN)
    assert "abstract" in codes("Всё очень печально.", RU, Level.WARN)
    assert "empty" in codes("  ", RU, Level.BLOCK)


def test_when_a_court_was_mentioned_the_letter_speaks_of_care_and_a_lawyer_reads_it() -> None:
    careful = replace(RU, careful=True)
    body = fr.compose(careful).body
    assert not re.search("ошибк|вин[аы]|подвели", body.replace("извин", ""))
    assert "lawyer" in codes(body, careful, Level.BLOCK)
    read = replace(careful, read_by_lawyer=frozenset({lint.digest(body)}))
    assert "lawyer" not in codes(body, read, Level.BLOCK)
    assert "lawyer" in codes(body.replace("Мария", "Марина"), read, Level.BLOCK)


def test_nearly_the_same_letter_does_not_go_out_twice() -> None:
    body = fr.compose(RU).body
    assert "canned" in codes(body, RU, Level.BLOCK, earlier=[body])
    half = body.split("\n\n")
    other = "\n\n".join(
        [half[0], half[1], "Совсем другой текст о том, что мы сделаем завтра утром."]
    )
    assert "canned" in codes(body, RU, earlier=[other]) or lint.likeness(body, other, RU) <= 0.5
    assert "canned" not in codes(body, RU, earlier=["", "Другое письмо о другом, коротко и ясно."])


@pytest.mark.parametrize(
    ("hours", "ru", "en"),
    [
        ("09:00-21:00", "с 9 до 21", "9 a.m. to 9 p.m."),
        ("8:30–22:15", "с 8:30 до 22:15", "8.30 a.m. to 10.15 p.m."),
        ("00:00-24:00", "круглосуточно", "at any hour"),
        ("по будням", "по будням", "по будням"),
    ],
)
def test_hours_are_said_as_people_say_them(hours: str, ru: str, en: str) -> None:
    assert fr.said_hours(hours, Lang.RU).replace("\u00a0", " ") == ru
    assert fr.said_hours(hours, Lang.EN).replace("\u00a0", " ") == en


def test_moments_are_said_in_both_languages() -> None:
    assert fr.said_date(AT, "Москва", Lang.RU) == "четверга, 26\u00a0ноября, 15:00 (Москва)"
    assert (
        fr.said_date(AT, "Moscow", Lang.EN) == "Thursday 26\u00a0November, 3\u00a0p.m. Moscow time"
    )
    assert fr.said_time(AT.replace(hour=12)) == "noon"
    assert fr.said_time(AT.replace(hour=0)) == "midnight"
    assert fr.said_time(AT.replace(hour=15, minute=30)) == "3.30\u00a0p.m."


def test_a_letter_may_give_a_mail_address_as_the_direct_contact() -> None:
    fields = replace(RU, writer=replace(RU.writer, contact="maria@club.example"))
    assert lint.check(fr.compose(fields).body, fields).items.contact


@pytest.mark.parametrize("number", ["K-CXXX-Q", "K-XXXX-T", "K-XXXW-4", "K-6XXX-6"])
def test_a_number_with_many_x_is_no_gap_in_the_letter(number: str) -> None:
    fields = replace(RU, number=number)
    assert "placeholder" not in codes(fr.compose(fields).body, fields)
