"""A name written as one string, taken apart: Russian and Western orders."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PATRONYMIC = re.compile(
    r"(?:ович|евич|ьич|ич|овна|евна|ична|ovich|evich|ovna|evna|ichna)$", re.IGNORECASE
)
_TURKIC = {"оглы", "кызы", "оглу", "ogly", "kyzy", "oglu"}
_SURNAME = re.compile(
    r"(?:ов|ев|ёв|ин|ын|ова|ева|ёва|ина|ына|ский|цкий|ская|цкая|ской|енко|чук|юк|ян|дзе|швили|ых|их)$",
    re.IGNORECASE,
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class FullName:
    """The parts of a name; `patronymic` also holds Western middle names."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""


def is_patronymic(word: str) -> bool:
    """Whether a word is formed as a Russian patronymic, in either alphabet."""
    return len(word) > _SHORTEST + 1 and bool(_PATRONYMIC.search(word))


def split_full_name(text: str, *, surname_first: bool = False) -> FullName:
    """'Щукин Пётр Ильич', 'Пётр Ильич Щукин', 'Anna Smith', 'Smith, Anna' → parts.

    The patronymic shows the order; without one, a Russian surname ending on the first word
    alone does, or `surname_first` (a column of that order); else the given name comes first,
    as in a formatted name (RFC 6350 §6.2.1).
    """
    if "," in text:
        surname, _, rest = text.partition(",")
        given, _, middle = rest.strip().partition(" ")
        return FullName(surname.strip(), given, middle.strip())
    words = text.split()
    if len(words) < 3:
        return _short(words, surname_first=surname_first)
    return _long(words, surname_first=surname_first)


def _short(words: list[str], *, surname_first: bool) -> FullName:
    first, second = (*words, "", "")[:2]
    if not second:
        return FullName(given=first)
    if is_patronymic(second):
        return FullName(given=first, patronymic=second)
    if surname_first or (_SURNAME.search(first) and not _SURNAME.search(second)):
        return FullName(first, second)
    return FullName(second, first)


def _long(words: list[str], *, surname_first: bool) -> FullName:
    if len(words) > 3 and words[-1].casefold() in _TURKIC:  # Алиев Али Вели оглы
        return FullName(words[0], " ".join(words[1:-2]), " ".join(words[-2:]))
    first, *between, last = words
    if is_patronymic(last):
        return FullName(first, " ".join(between), last)
    if is_patronymic(words[1]):
        return FullName(" ".join(words[2:]), first, words[1])
    if surname_first:
        return FullName(first, words[1], " ".join(words[2:]))
    return FullName(last, first, " ".join(between))


def part_patronymic(given: str, patronymic: str) -> tuple[str, str]:
    """Phones keep 'Иван Иванович' in the given name: part the two if there is no patronymic."""
    first, _, second = given.partition(" ")
    if not patronymic and is_patronymic(second):
        return first, second
    return given, patronymic
