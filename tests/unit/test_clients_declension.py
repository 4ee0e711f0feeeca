"""Names in the six cases: a table of hard ones, what never moves, and properties of any name."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.clients.declension import CASES, decline, decline_part, with_preposition
from vipdesk.clients.full_name import FullName
from vipdesk.clients.latin_name import latin_of, proposed_latin
from vipdesk.clients.names import LockedForm, Name, NameStyle, in_case
from vipdesk.vocabulary import AddressForm, Gender, NameCase, NamePart
from vipdesk.wording import Lang

GENDERS = {"m": Gender.MALE, "f": Gender.FEMALE}
PARTS = {"s": NamePart.SURNAME, "g": NamePart.GIVEN, "p": NamePart.PATRONYMIC}
DATIVE, GENITIVE, INSTRUMENTAL = NameCase.DATIVE, NameCase.GENITIVE, NameCase.INSTRUMENTAL


def table() -> list[dict[str, str]]:
    path = Path(__file__).parents[1] / "data" / "declension.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


@pytest.mark.parametrize("row", table(), ids=lambda r: f"{r['gender']}-{r['nominative']}")
def test_a_name_of_the_table(row: dict[str, str]) -> None:
    part, gender = PARTS[row["part"]], GENDERS[row["gender"]]
    made = {c.value: decline_part(row["nominative"], part, gender, c) for c in CASES}
    assert made == {c.value: row[c.value] for c in CASES}


def test_the_table_is_worth_its_name() -> None:
    assert len(table()) >= 80


def test_a_full_name_moves_part_by_part() -> None:
    made = decline(FullName("Салтыков-Щедрин", "Михаил", "Евграфович"), Gender.MALE, DATIVE)
    assert (made.surname, made.given, made.patronymic) == (
        "Салтыкову-Щедрину", "Михаилу", "Евграфовичу",
    )  # fmt: skip


def test_capitals_stay_capitals() -> None:
    assert decline_part("ИВАНОВ", NamePart.SURNAME, Gender.MALE, DATIVE) == "ИВАНОВУ"
    assert decline_part("СОЛОВЕЙ", NamePart.SURNAME, Gender.MALE, DATIVE) == "СОЛОВЬЮ"


_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_WORDS = st.text(_LETTERS, min_size=1, max_size=14).map(str.capitalize)
_NAMES = st.lists(_WORDS, min_size=1, max_size=3).map("-".join) | st.lists(
    _WORDS, min_size=1, max_size=3
).map(" ".join)


@given(
    _NAMES, st.sampled_from(tuple(NamePart)), st.sampled_from(tuple(Gender)), st.sampled_from(CASES)
)
def test_whatever_the_word_it_keeps_its_shape(
    text: str, part: NamePart, gender: Gender, case: NameCase
) -> None:
    made = decline_part(text, part, gender, case)
    assert made
    assert (made.count(" "), made.count("-")) == (text.count(" "), text.count("-"))
    assert made[0] == text[0]
    if case is NameCase.NOMINATIVE:
        assert made == text


@given(st.text(max_size=20), st.sampled_from(tuple(NamePart)), st.sampled_from(CASES))
def test_no_text_breaks_it(text: str, part: NamePart, case: NameCase) -> None:
    decline_part(text, part, Gender.FEMALE, case)


@given(st.text("abcdefgh -'", max_size=20), st.sampled_from(CASES))
def test_latin_letters_never_move(text: str, case: NameCase) -> None:
    assert decline_part(text, NamePart.SURNAME, Gender.MALE, case) == text


@pytest.mark.parametrize(
    ("preposition", "words", "together"),
    [
        ("с", "Щукиным", "со Щукиным"),
        ("с", "Степановым", "со Степановым"),
        ("с", "Светланой Ивановной", "со Светланой Ивановной"),
        ("с", "Семёном", "с Семёном"),
        ("с", "Анной", "с Анной"),
        ("о", "Анне", "об Анне"),
        ("о", "Юрии", "о Юрии"),
        ("о", "Петре", "о Петре"),
        ("к", "Льву", "ко Льву"),
        ("у", "Льва", "у Льва"),
    ],
)
def test_a_preposition_takes_its_full_form(preposition: str, words: str, together: str) -> None:
    assert with_preposition(preposition, words) == together


PETR = Name("Щукин", "Пётр", "Ильич", "Petr Shchukin", gender=Gender.MALE)


def shown(name: Name, case: NameCase, style: NameStyle, lang: Lang = Lang.RU) -> str:
    who = in_case(name, case, style)
    assert who is not None
    return who.shown(lang)


def test_a_sentence_holds_as_much_of_the_name_as_it_needs() -> None:
    assert shown(PETR, DATIVE, NameStyle.FULL) == "Щукину Петру Ильичу"
    assert shown(PETR, DATIVE, NameStyle.SHORT) == "Петру Щукину"
    assert shown(PETR, DATIVE, NameStyle.SURNAME) == "Щукину"
    assert shown(PETR, DATIVE, NameStyle.ADDRESS) == "Петру Ильичу"
    assert shown(PETR, DATIVE, NameStyle.ADDRESS, Lang.EN) == "Petr Shchukin"


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        (Name("Щукин", "Пётр", "Ильич", gender=Gender.MALE, form=AddressForm.FIRST_NAME), "Петру"),
        (Name("Дзюба", "Анна", gender=Gender.FEMALE, form=AddressForm.TITLE_SURNAME), "г-же Дзюбе"),
        (Name("Ким", "", gender=Gender.MALE), "г-ну Киму"),
        (Name("Ли", "Анна", title="проф.", gender=Gender.FEMALE, form=AddressForm.TITLE_SURNAME),
         "проф. Ли"),
        # A title in full is a word of its own, and nobody here declines it.
        (Name("Петров", "Иван", title="доктор", gender=Gender.MALE,
              form=AddressForm.TITLE_SURNAME), "Петрову Ивану"),
        (Name("Грин", "Джон", "Роберт", gender=Gender.MALE), "Джону Роберту"),
    ],
)  # fmt: skip
def test_the_wish_how_to_be_addressed_holds_in_the_cases(name: Name, spoken: str) -> None:
    assert shown(name, DATIVE, NameStyle.ADDRESS) == spoken


def test_without_a_gender_nothing_is_declined() -> None:
    assert in_case(Name("Петрова", "Анна", "Сергеевна"), DATIVE) is None


def test_a_name_in_latin_letters_is_not_declined() -> None:
    assert in_case(Name("Smith", "John", gender=Gender.MALE), DATIVE) is None


def test_what_was_written_by_hand_wins_and_needs_no_gender() -> None:
    locked = (
        LockedForm(DATIVE, NamePart.SURNAME, "Щербине", "Щербина"),
        LockedForm(DATIVE, NamePart.GIVEN, "Анне", "Анна"),
    )
    name = Name("Щербина", "Анна", locked=locked)
    assert shown(name, DATIVE, NameStyle.FULL) == "Щербине Анне"
    assert in_case(name, GENITIVE) is None


def test_a_form_of_an_earlier_surname_is_not_used() -> None:
    locked = (LockedForm(DATIVE, NamePart.SURNAME, "Щербине", "Щербина"),)
    name = Name("Орлова", "Анна", gender=Gender.FEMALE, locked=locked)
    assert shown(name, DATIVE, NameStyle.SURNAME) == "Орловой"


def test_a_sentence_may_ask_for_a_preposition() -> None:
    who = in_case(PETR, INSTRUMENTAL, NameStyle.SURNAME, preposition="с")
    assert who is not None
    assert (who.name, who.latin) == ("со Щукиным", "Petr Shchukin")


# The Latin spelling -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("surname", "given", "latin"),
    [
        ("Щукин", "Артём", "Artem Shchukin"),
        ("Юрьев", "Илья", "Ilia Iurev"),
        ("Объедков", "Эдуард", "Eduard Obieedkov"),
        ("Цой", "Жанна", "Zhanna Tsoi"),
        ("Салтыков-Щедрин", "Михаил", "Mikhail Saltykov-Shchedrin"),
        ("Smith", "John", ""),
    ],
)
def test_the_passports_spelling_is_proposed(surname: str, given: str, latin: str) -> None:
    assert proposed_latin(surname, given) == latin


@given(_NAMES)
def test_a_proposal_has_no_russian_letter_left(text: str) -> None:
    assert not any("а" <= c <= "я" or c == "ё" for c in latin_of(text).lower())
