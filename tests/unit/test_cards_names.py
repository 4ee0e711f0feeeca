"""The name on a card."""

from __future__ import annotations

import pytest

from vipdesk.cards.names import latin_of, suggest_name


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("Щукин Артём", "Shchukin Artem"),
        ("Юлия Подъячева", "Iuliia Podieiacheva"),
        ("Игорь Цой", "Igor Tsoi"),
        ("Анна-Мария Хью", "Anna-Mariia Khiu"),
        ("O'Neill", "O'Neill"),
    ],
)
def test_latin_is_the_passports(name: str, latin: str) -> None:
    assert latin_of(name) == latin


def test_the_clients_own_spelling_wins() -> None:
    assert suggest_name("Юлия", "Жук", "Julia Zhuk").latin == "JULIA ZHUK"


def test_a_patronymic_is_not_shown_to_strangers() -> None:
    assert suggest_name("Анна", "Волкова").name == "Анна Волкова"


def test_a_name_without_cyrillic_has_one_line() -> None:
    proposed = suggest_name("John", "Smith")
    assert (proposed.name, proposed.latin) == ("", "JOHN SMITH")
