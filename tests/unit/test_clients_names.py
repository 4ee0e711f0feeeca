"""Names: lists, order, address in two languages; spellings that meet."""

import pytest

from vipdesk.clients import spelling
from vipdesk.clients.full_name import FullName, split_full_name
from vipdesk.clients.names import Name, address, display_name, greeting, initials, sort_key
from vipdesk.clients.phones import to_e164
from vipdesk.vocabulary import AddressForm, Gender
from vipdesk.wording import Lang, Words

PETR = Name("Щукин", "Пётр", "Ильич", "Petr Shchukin", gender=Gender.MALE)
ANNA = Name("Smith", "Anna", "Grace", form=AddressForm.FIRST_NAME)


def test_a_list_shows_the_name_in_the_readers_letters() -> None:
    assert display_name(PETR, Lang.RU) == "Щукин Пётр Ильич"
    assert display_name(PETR, Lang.EN) == "Petr Shchukin"
    assert display_name(ANNA, Lang.EN) == "Anna Smith"


def test_yo_sorts_as_ye_and_case_does_not_matter() -> None:
    assert sort_key("Ёлкин", "Иван") == "елкин иван"
    assert sort_key("ёлкин", "иван") < sort_key("Жуков", "Ан")


def test_a_client_is_addressed_by_the_wish(ru: Words, en: Words) -> None:
    assert ru(address(PETR, Lang.RU)) == "Пётр Ильич"
    assert en(address(ANNA, Lang.EN)) == "Anna"


def test_a_middle_name_is_no_patronymic(ru: Words) -> None:
    name = Name("Smith", "Anna", "Grace")
    assert ru(address(name, Lang.RU)) == "Anna"


def test_gender_is_never_guessed(en: Words) -> None:
    name = Name("Smith", "Anna", form=AddressForm.TITLE_SURNAME)
    assert en(address(name, Lang.EN)) == "Anna Smith"


def test_a_title_replaces_mr_and_ms(en: Words) -> None:
    name = Name("Müller", "Thomas", title="Dr.", form=AddressForm.TITLE_SURNAME)
    assert en(address(name, Lang.EN)) == "Dr. Müller"


def test_in_english_the_patronymic_is_a_wish_for_formality(en: Words) -> None:
    assert en(address(PETR, Lang.EN)) == "Mr Shchukin"


def test_a_letter_begins_by_name_also_without_a_gender(ru: Words, en: Words) -> None:
    assert ru(greeting(PETR, Lang.RU)) == "Уважаемый Пётр Ильич!"
    unknown = Name("Щукина", "Анна", "Ильинична")
    assert ru(greeting(unknown, Lang.RU)) == "Здравствуйте, Анна Ильинична!"
    assert en(greeting(PETR, Lang.EN)) == "Dear Mr Shchukin,"


def test_the_monogram_has_two_letters() -> None:
    assert initials("Щукин", "Пётр") == "ПЩ"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Щукин Пётр Ильич", FullName("Щукин", "Пётр", "Ильич")),
        ("Пётр Ильич Щукин", FullName("Щукин", "Пётр", "Ильич")),
        ("Пётр Ильич", FullName("", "Пётр", "Ильич")),
        ("Алиев Али Вели оглы", FullName("Алиев", "Али", "Вели оглы")),
        ("Anna Grace Smith", FullName("Smith", "Anna", "Grace")),
        ("Чайковский Модест", FullName("Чайковский", "Модест")),
        ("Мария", FullName("", "Мария")),
        ("", FullName()),
    ],
)
def test_a_name_in_one_string_is_taken_apart(text: str, parts: FullName) -> None:
    assert split_full_name(text) == parts


@pytest.mark.parametrize(
    "spellings",
    [
        ("Щукин", "Shchukin", "Schukin", "Shukin"),
        ("Чайковский", "Tchaikovsky", "Chaykovskiy", "Chaikovskii"),
        ("Мария", "Maria", "Mariya", "Marija"),
        ("Юрий", "Yuri", "Iurii", "Yuriy"),
        ("Мюллер", "Müller", "Mueller"),
        ("Алексей", "Aleksey", "Alexei", "Alexey"),
        ("Ксения", "Xenia", "Kseniia"),
        ("Цой", "Tsoi", "Tsoy"),
    ],
)
def test_spellings_of_one_name_meet(spellings: tuple[str, ...]) -> None:
    sounds = {spelling.sound(w) for text in spellings for w in spelling.words_of(text)}
    assert len(sounds) == 1


def test_the_wrong_keyboard_is_one_of_the_readings() -> None:
    (group,) = spelling.query_groups("Bdfyjd")
    assert "иванов" in group
    (group,) = spelling.query_groups(",tkjd")
    assert "белов" in group


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("8 (916) 123-45-67", "+79161234567"),
        ("+7 916 123 45 67", "+79161234567"),
        ("9161234567", "+79161234567"),
        ("79161234567", "+79161234567"),
        ("+44 7700 900123", "+447700900123"),
        ("375 29 123-45-67", "+375291234567"),
        ("12", None),
        ("абв", None),
    ],
)
def test_numbers_as_people_write_them(typed: str, number: str | None) -> None:
    assert to_e164(typed) == number


@pytest.mark.parametrize(
    ("surname", "latin", "spoken"),
    [
        ("Аль Рашиди", "Dana Al Rashidi", "Ms Al Rashidi"),
        ("Рашиди", "Dana Al Rashidi", "Ms Al Rashidi"),
        ("ван дер Берг", "Dana van der Berg", "Ms van der Berg"),
        ("Щукина", "Vera Petrovna Shchukina", "Ms Shchukina"),
        ("Мадонна", "Madonna", "Ms Madonna"),
    ],
)
def test_a_surname_of_several_words_is_spoken_whole(
    en: Words, surname: str, latin: str, spoken: str
) -> None:
    name = Name(
        surname, "Дана", latin_name=latin, gender=Gender.FEMALE, form=AddressForm.TITLE_SURNAME
    )
    assert en(address(name, Lang.EN)) == spoken
