"""Russian names in the six cases. Pure: words in, words out; nothing is read and nothing stored.

The rules are pytrovich's (the petrovich rules, MIT; docs/decisions/names.md), imported when the
first name is declined. Around it stands what those rules do not know: particles and foreign
spellings that never move, and a few words they get wrong. What a person wrote by hand
(`clients.name_forms`) is above all of it.

A name is declined only for a known gender: 'Ким Чен' is moved for a man and stays for a woman.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from vipdesk.clients.full_name import FullName, is_patronymic
from vipdesk.vocabulary import Gender, NameCase, NamePart

CASES = tuple(NameCase)
_OBLIQUE = CASES[1:]  # the order in which petrovich keeps its endings
_TURKIC = {"оглы", "оглу", "кызы", "гызы", "улы", "уулу"}
# Parts of a double or compound surname that never move: Сент-Экзюпери, Кара-Мурза, ван дер Вельде.
_UNMOVED_PIECES = {
    "сент", "сен", "сан", "санта", "тер", "кара", "хан", "эль", "аль", "аш", "ар", "бен", "бин",
    "ибн", "мак", "фон", "ван", "дер", "ден", "де", "да", "ди", "ду", "дю", "дос", "ла", "ле",
    "лос", "цу", "цур", "шах", "бонч",
}  # fmt: skip
# French names on a stressed -а, -я (Розенталь, § 149): they look Russian and do not move. As given
# names they are men's: 'Тома' for a woman is a Russian short name and moves.
_FIRST_UNMOVED = _UNMOVED_PIECES | {"жан"}  # Жан-Жака Руссо
_UNMOVED = {"золя", "николя", "дега", "люка", "тома", "петипа", "дюма", "гамарра", "бенуа", "моруа"}
# Words that the rules get wrong: masculine, in the order of `_OBLIQUE`.
_OWN = {
    "соловей": ("соловья", "соловью", "соловья", "соловьём", "соловье"),
    "орёл": ("орла", "орлу", "орла", "орлом", "орле"),
    "орел": ("орла", "орлу", "орла", "орлом", "орле"),
    "стрелец": ("стрельца", "стрельцу", "стрельца", "стрельцом", "стрельце"),
    "прибой": ("прибоя", "прибою", "прибоя", "прибоем", "прибое"),
    "лев": ("льва", "льву", "льва", "львом", "льве"),
}


@dataclass(frozen=True, slots=True)
class Forms:
    """A name in one case."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""

    def part(self, part: NamePart) -> str:
        """One part of it."""
        return str(getattr(self, part.value))


def decline(name: FullName, gender: Gender, case: NameCase) -> Forms:
    """The parts of a name in a case. Latin letters stay as they are."""
    return Forms(
        decline_part(name.surname, NamePart.SURNAME, gender, case),
        decline_part(name.given, NamePart.GIVEN, gender, case),
        decline_part(name.patronymic, NamePart.PATRONYMIC, gender, case),
    )


def decline_part(text: str, part: NamePart, gender: Gender, case: NameCase) -> str:
    """'Салтыков-Щедрин' → 'Салтыкова-Щедрина'; 'Вели оглы' and 'де Сад' keep what never moves."""
    if case is NameCase.NOMINATIVE or not text:
        return text
    words = text.split(" ")
    if part is NamePart.PATRONYMIC:
        if words[-1].casefold() in _TURKIC or words[-1].casefold().endswith(("-оглы", "-кызы")):
            return text
        if not is_patronymic(words[-1]):
            part = NamePart.GIVEN  # a middle name
    among = part is NamePart.SURNAME and len(words) > 1
    return " ".join(w if among and _is_particle(w) else _word(w, part, gender, case) for w in words)


def with_preposition(preposition: str, words: str) -> str:
    """'с' → 'со Щукиным', 'о' → 'об Анне', 'к' → 'ко Льву': the preposition takes its full form.

    'с' before с, з, ш, ж and a second consonant, and before щ (Розенталь, § 198).
    """
    low = words.lower()
    first, second = low[:1], low[1:2]
    hard = second not in "аеёиоуыэюяйьъ"
    match preposition:
        case "с" if first == "щ" or (first in "сзшж" and hard) or low.startswith("льв"):
            return f"со {words}"
        case "о" if first in "аиоуэ":
            return f"об {words}"
        case "к" | "в" if low.startswith("льв"):
            return f"{preposition}о {words}"
    return f"{preposition} {words}"


def is_russian(text: str) -> bool:
    """Whether it is written in Russian letters throughout: what is not is never declined."""
    letters = [c for c in text.lower() if c.isalpha()]
    return bool(letters) and all("а" <= c <= "я" or c == "ё" for c in letters)


def _is_particle(word: str) -> bool:
    return word.islower() or word.casefold() in _UNMOVED_PIECES


def _word(word: str, part: NamePart, gender: Gender, case: NameCase) -> str:
    if not is_russian(word):
        return word
    pieces = word.split("-")
    last = len(pieces) - 1
    moved = [
        piece
        if place < last and piece.casefold() in _FIRST_UNMOVED
        else _piece(piece, part, gender, case)
        for place, piece in enumerate(pieces)
    ]
    return "-".join(moved)


def _piece(piece: str, part: NamePart, gender: Gender, case: NameCase) -> str:
    low = piece.casefold()
    if len(piece) == 1:
        return piece  # an initial
    if low in _UNMOVED and (part is NamePart.SURNAME or gender is Gender.MALE):
        return piece
    at = _OBLIQUE.index(case)
    if gender is Gender.MALE:
        if part is NamePart.SURNAME and low in _OWN:
            return _cased(_OWN[low][at], piece)
        if part is NamePart.GIVEN and low.endswith("ия") and len(low) > len("ия"):
            return piece[:-1] + _cased(("и", "и", "ю", "ей", "и")[at], piece[-1])  # Илия, Гия
    maker, kinds, genders, cases = _rules()
    made: str = maker.make(kinds[part], genders[gender], cases[case], piece)
    return made.upper() if piece.isupper() and len(piece) > 1 else made


def _cased(made: str, like: str) -> str:
    if like.isupper():
        return made.upper()
    return made[0].upper() + made[1:] if like[:1].isupper() else made


@cache
def _rules() -> tuple[Any, dict[NamePart, Any], dict[Gender, Any], dict[NameCase, Any]]:
    """The rules, read: 25 ms and 3 MB, so only when a name is declined."""
    from pytrovich import enums
    from pytrovich.maker import PetrovichDeclinationMaker

    return (
        PetrovichDeclinationMaker(),
        {
            NamePart.SURNAME: enums.NamePart.LASTNAME,
            NamePart.GIVEN: enums.NamePart.FIRSTNAME,
            NamePart.PATRONYMIC: enums.NamePart.MIDDLENAME,
        },
        {Gender.MALE: enums.Gender.MALE, Gender.FEMALE: enums.Gender.FEMALE},
        {case: getattr(enums.Case, case.name) for case in _OBLIQUE},
    )
