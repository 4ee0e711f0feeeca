"""Words by their stems: case forms, names, phrases."""

from __future__ import annotations

import pytest

from vipdesk.complaints import stems


def test_case_forms_share_their_stems() -> None:
    said = "Вчера на дегустации меня посадили не за тот стол"
    mirrored = "Вас посадили за чужой стол во время вчерашней дегустации"
    shared = stems.content_stems(said) & stems.content_stems(mirrored)
    assert {"посад", "стол", "дегустац"} <= shared


def test_function_words_carry_no_meaning() -> None:
    assert stems.content_stems("это было так и не было") == frozenset()
    assert stems.content_stems("it was not so") == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Орлова опять не перезвонила",
        "я просил Орлову",
        "говорил с Орловой",
        "письмо от М. Орловой",
        "Ms Orlova's answer never came",
    ],
)
def test_a_surname_is_found_in_any_case_form(text: str) -> None:
    assert stems.names_person(text, "Орлова", "Orlova")


@pytest.mark.parametrize(
    ("text", "surname"),
    [("спросите Белого", "Белый"), ("виноват Ким", "Ким"), ("у Кима нет времени", "Ким"),
     ("с Соколовым", "Соколов"), ("о Никитиной", "Никитина"), ("к Ильину", "Ильин"),
     ("о Чайковском", "Чайковский"), ("с Достоевской", "Достоевская")],
)  # fmt: skip
def test_surnames_of_all_kinds_are_found(text: str, surname: str) -> None:
    assert stems.names_person(text, surname)


def test_another_word_is_not_a_name() -> None:
    assert not stems.names_person("на столе стоял орлан", "Орлова")
    assert not stems.names_person("кимоно не подошло", "Ким")


def test_a_phrase_needs_its_words_near_each_other() -> None:
    assert stems.any_mentioned("это мой персональный менеджер виноват", ["мой менеджер"])
    assert not stems.any_mentioned("мой стол был занят, менеджер ресторана ушёл", ["мой менеджер"])
    assert not stems.any_mentioned("ничего", [""])
