"""Names: how a client is listed, sorted and addressed, in Russian and in English.

Gender is never guessed from a name: where it is not known, the forms that need it are avoided.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vipdesk.clients import spelling
from vipdesk.vocabulary import AddressForm, Gender, NameCase, NamePart
from vipdesk.wording import Lang, Say, Who, say


@dataclass(frozen=True, slots=True)
class LockedForm:
    """A part of a name in a case as somebody wrote it, and the nominative it was written for."""

    name_case: NameCase
    part: NamePart
    text: str
    written_for: str


class NameStyle(StrEnum):
    """How much of a name a sentence holds."""

    FULL = "full"  # Щукину Петру Ильичу
    SHORT = "short"  # Петру Щукину
    SURNAME = "surname"  # Щукину
    ADDRESS = "address"  # as the client wishes to be addressed: Петру Ильичу, г-ну Щукину


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name and the client's wish how to use them.

    `locked`: forms written by hand, where whoever made this read them (`clients.name_forms`).
    """

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    latin_name: str = ""
    title: str = ""
    gender: Gender | None = None
    form: AddressForm = AddressForm.NAME_PATRONYMIC
    locked: tuple[LockedForm, ...] = ()


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
        given, *rest = name.latin_name.split()
        return _surname_among(rest, len(name.surname.split())) or given, given
    return name.surname, name.given


_PARTICLES = frozenset(
    {"abu", "al", "ap", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos",
     "du", "el", "ibn", "la", "le", "st", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur"}
)  # fmt: skip


def _surname_among(words: list[str], count: int) -> str:
    """The last words of a Latin name, as many as the surname has: 'Al Rashidi', 'van der Berg'."""
    start = len(words) - max(count, 1)
    while start > 0 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[max(start, 0) :])


def _is_cyrillic(word: str) -> bool:
    return any("а" <= c <= "я" or c == "ё" for c in word.lower())


# In the cases -------------------------------------------------------------------------------------

_MR = dict(zip(NameCase, ("г-н", "г-на", "г-ну", "г-на", "г-ном", "г-не"), strict=True))
_MS = dict(zip(NameCase, ("г-жа", "г-жи", "г-же", "г-жу", "г-жой", "г-же"), strict=True))


def in_case(
    name: Name, case: NameCase, style: NameStyle = NameStyle.FULL, *, preposition: str = ""
) -> Who | None:
    """A name for a place in a sentence: 'Щукину Петру Ильичу'; for an English reader as in lists.

    None where it cannot be declined (the gender is not known, or the name is written in Latin
    letters): the caller then has a sentence that does with the nominative, 'Позвонить: …'.
    preposition: 'с', 'о', 'к', … is put before it in the form the name asks for.
    """
    if style is NameStyle.ADDRESS and case is not NameCase.NOMINATIVE and _is_bare(name):
        style = NameStyle.FULL
    text = _declined(name, case, style)
    if text is None:
        return None
    if preposition:
        from vipdesk.clients.declension import with_preposition

        text = with_preposition(preposition, text)
    return Who(text, display_name(name, Lang.EN))


def addressee(name: Name, lang: Lang) -> str:
    """The first line of an address: 'Щукину Петру Ильичу', as Russian letters have it.

    In the nominative where the name cannot be declined; 'Petr Shchukin' in English.
    """
    whom = in_case(name, NameCase.DATIVE) if lang is Lang.RU else None
    return whom.name if whom else display_name(name, lang)


def _is_bare(name: Name) -> bool:
    """Whether the address is 'name and surname' or a word that nobody here can decline."""
    titled = name.form is AddressForm.TITLE_SURNAME or not name.given
    return titled and bool(name.title) and not name.title.endswith(".")


def _declined(name: Name, case: NameCase, style: NameStyle) -> str | None:
    parts = _parts(name, style)
    made = [part_in_case(name, part, case) for part in parts]
    if not made or None in made:
        return None
    words = " ".join(word for word in made if word)
    if style is not NameStyle.ADDRESS or NamePart.SURNAME not in parts or len(parts) > 1:
        return words
    if name.title:
        return f"{name.title} {words}"
    if name.gender is None:
        return None
    return f"{(_MS if name.gender is Gender.FEMALE else _MR)[case]} {words}"


def _parts(name: Name, style: NameStyle) -> tuple[NamePart, ...]:
    order: tuple[NamePart, ...] = (NamePart.SURNAME, NamePart.GIVEN, NamePart.PATRONYMIC)
    if style is NameStyle.SHORT:
        order = (NamePart.GIVEN, NamePart.SURNAME)
    elif style is NameStyle.SURNAME and name.surname:
        order = (NamePart.SURNAME,)
    elif style is NameStyle.ADDRESS and name.given and name.form is not AddressForm.TITLE_SURNAME:
        order = (NamePart.GIVEN, NamePart.PATRONYMIC)
        if name.form is AddressForm.FIRST_NAME or not _is_cyrillic(name.patronymic):
            order = (NamePart.GIVEN,)
    elif style is NameStyle.ADDRESS and name.surname:
        order = (NamePart.SURNAME,)
    return tuple(part for part in order if getattr(name, part.value))


def part_in_case(name: Name, part: NamePart, case: NameCase) -> str | None:
    """One part of a name: as somebody wrote it, else by the rules, else None."""
    text: str = getattr(name, part.value)
    if case is NameCase.NOMINATIVE or not text:
        return text
    for form in name.locked:
        if (form.name_case, form.part, form.written_for) == (case, part, text):
            return form.text
    return proposed_part(name, part, case)


def proposed_part(name: Name, part: NamePart, case: NameCase) -> str | None:
    """What the rules say, whatever was written by hand; None for an unknown gender."""
    from vipdesk.clients.declension import decline_part, is_russian

    text: str = getattr(name, part.value)
    if name.gender is None or not is_russian(text):
        return None
    return decline_part(text, part, name.gender, case)
