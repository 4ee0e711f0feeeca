"""Names: how a client is listed, sorted and addressed, in Russian and in English.

Gender is never guessed from a name: where it is not known, the forms that need it are avoided.
"""

from __future__ import annotations

from dataclasses import dataclass

from vipdesk.clients import spelling
from vipdesk.vocabulary import AddressForm, Gender
from vipdesk.wording import Lang, Say, say


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name and the client's wish how to use them."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    latin_name: str = ""
    title: str = ""
    gender: Gender | None = None
    form: AddressForm = AddressForm.NAME_PATRONYMIC


def sort_key(surname: str, given: str, patronymic: str = "") -> str:
    """Orders names alike on both engines: folded, ё as е, surname first; 400 letters at most."""
    return " ".join(spelling.words_of(f"{surname} {given} {patronymic}"))[:400]


def full_name(surname: str, given: str, patronymic: str = "") -> str:
    """'Щукин Пётр Ильич': as in lists and on paper."""
    return " ".join(p for p in (surname, given, patronymic) if p)


def display_name(name: Name, lang: Lang) -> str:
    """A client in a list: 'Щукин Пётр Ильич'; for an English reader 'Petr Shchukin' if it is known.

    The Latin spelling is the passport's; nothing is transliterated here.
    """
    if lang is Lang.EN and name.latin_name:
        return name.latin_name
    if lang is Lang.EN and name.surname.isascii() and name.given.isascii():
        return " ".join(p for p in (name.given, name.surname) if p)
    return full_name(name.surname, name.given, name.patronymic)


def short_name(surname: str, given: str) -> str:
    """'Пётр Щукин'."""
    return " ".join(p for p in (given, surname) if p)


def initials(surname: str, given: str) -> str:
    """Two letters for the monogram."""
    return (given[:1] + surname[:1]).upper()


def address(name: Name, lang: Lang) -> Say:
    """How to address the client aloud: 'Пётр Ильич', 'Mr Shchukin', 'Anna', 'Dr. Müller'.

    To be rendered with words of the same language. In English the patronymic is not used in
    address: who wishes it wishes to be addressed formally.
    """
    surname, given = _in_letters_of(name, lang)
    patronymic = name.patronymic if lang is Lang.RU else ""
    match name.form:
        case AddressForm.FIRST_NAME if given:
            return say("{name}", name=given)
        case AddressForm.NAME_PATRONYMIC if lang is Lang.RU and given:
            # A middle name (no patronymic) is not used in address.
            spoken = f"{given} {patronymic}" if _is_cyrillic(patronymic) else given
            return say("{name}", name=spoken)
    return _titled(name, surname, given)


def greeting(name: Name, lang: Lang) -> Say:
    """The first line of a letter: 'Уважаемый Пётр Ильич!', 'Dear Mr Shchukin,'.

    Where the gender is not known the Russian line does without it: 'Здравствуйте, …!'.
    """
    spoken = address(name, lang)
    match name.gender:
        case Gender.MALE:
            return say("Dear {name}, (to a man)", name=spoken)
        case Gender.FEMALE:
            return say("Dear {name}, (to a woman)", name=spoken)
    return say("Dear {name}, (to anybody)", name=spoken)


def _titled(name: Name, surname: str, given: str) -> Say:
    if not surname:
        return say("{name}", name=given)
    if name.title:
        return say("{title} {name}", title=name.title, name=surname)
    match name.gender:
        case Gender.MALE:
            return say("Mr {name}", name=surname)
        case Gender.FEMALE:
            return say("Ms {name}", name=surname)
    return say("{name}", name=short_name(surname, given))


def _in_letters_of(name: Name, lang: Lang) -> tuple[str, str]:
    """Surname and given name in the letters of the language, as far as they are known."""
    if lang is Lang.EN and name.latin_name:
        given, _, surname = name.latin_name.strip().partition(" ")
        return surname.rpartition(" ")[2] or given, given
    return name.surname, name.given


def _is_cyrillic(word: str) -> bool:
    return any("а" <= c <= "я" or c == "ё" for c in word.lower())
