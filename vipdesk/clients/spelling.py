"""One name, many spellings: ё and е, two alphabets, the wrong keyboard, word forms.

Index and query go through the same functions, so that Щукин, Shchukin, Schukin and 'Oerby'
(typed on the wrong keyboard) meet. Used for clients here, for events and cards above.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from vipdesk.clients.given_names import same_names
from vipdesk.folding import CYRILLIC, caroned, fold, latin, sound, words_of

__all__ = [
    "cyrillic", "fold", "latin", "note_groups", "one_letter_off", "other_keyboard",
    "query_groups", "sound", "tokens_of", "words_of",
]  # fmt: skip

_EN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_SWAP = str.maketrans(_EN + _RU + '~{}:"<>', _RU + _EN + "ёхъжэбю")
_BACK = (
    ("shch", "щ"), ("sch", "щ"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"),
    ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"), ("yo", "е"), ("ye", "е"), ("ph", "ф"),
    ("x", "кс"), ("iy", "ий"), ("yy", "ый"), ("ey", "ей"), ("ay", "ай"), ("oy", "ой"),
)  # fmt: skip
_BACK_LETTERS = str.maketrans("abvgdeziyjklmnoprstufhcwq", "абвгдезиыйклмнопрстуфхквк")
_LETTERS_OF_SOUNDS = "abdefghiklmnoprstuvz"
_FEWEST_FOR_RUSSIAN, _SHORTEST_RUSSIAN = 4, 3
_FEWEST_FOR_ENGLISH, _SHORTEST_ENGLISH = 5, 4
_SHORTEST_SOUND = 2
_FEWEST_FOR_TYPO = 5
# What a stemmer takes for an ending is how surnames end: Иванов is not every Иван.
_SURNAMES = ("ов", "ев", "ин", "ын")
# 'Юсуповой' is of Юсупова, and of no Юсупов.
_OF_HER = ("овой", "евой", "иной", "ыной")
# Half the world has its mail there: these say nothing of anybody.
_PUBLIC = frozenset({
    "gmail", "googlemail", "yandex", "ya", "mail", "bk", "list", "inbox", "rambler", "icloud", "me",
    "mac", "outlook", "hotmail", "live", "yahoo", "proton", "protonmail", "msn", "aol", "gmx",
})  # fmt: skip


def other_keyboard(text: str) -> str:
    """What the keys give in the other layout: 'Bdfyjd' → 'иванов'."""
    return text.lower().translate(_SWAP)


def cyrillic(word: str) -> str:
    """A folded Latin word as it is mostly written in Russian: 'shchukin' → 'щукин'."""
    for spelling, letter in _BACK:
        word = word.replace(spelling, letter)
    return word.translate(_BACK_LETTERS)


def address_words(address: str) -> str:
    """What an e-mail address is found by: the name, and a domain of one's own."""
    local, _, domain = address.partition("@")
    labels = domain.casefold().split(".")[:-1]
    return " ".join([local, *(label for label in labels if label not in _PUBLIC)])


def tokens_of(texts: Iterable[str]) -> list[str]:
    """Everything by which the words of these texts are found, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for word in words_of(text):
            found[word] = None
            if CYRILLIC.search(word):
                found[latin(word)] = None
            if len(word) >= _SHORTEST_SOUND:
                found[sound(word)] = None
        if (said := caroned(text)) is not None:
            for word in words_of(said):
                found[word] = found[sound(word)] = None
    found.pop("", None)
    return list(found)


def query_groups(text: str) -> list[list[str]]:
    """A typed text as groups of alternatives: every word must match, in any of its readings.

    The first alternative of a group is the word as typed.
    """
    return [[r for r in dict.fromkeys(readings) if r] for readings in _groups(text, _readings)]


def note_groups(text: str) -> list[list[str]]:
    """The same for running text, of which only the words as written are kept."""
    return [[r for r in dict.fromkeys(readings) if r] for readings in _groups(text, _written)]


def one_letter_off(word: str) -> list[str]:
    """How a word may sound with one letter too many, too few, wrong, or two changed places.

    Empty for short words: everything is like a short word.
    """
    key = sound(word)
    if len(key) < _FEWEST_FOR_TYPO or word.isdigit():
        return []
    parts = [(key[:at], key[at:]) for at in range(len(key) + 1)]
    found = {left + right[1:] for left, right in parts if right}
    found |= {left + right[1] + right[0] + right[2:] for left, right in parts if len(right) > 1}
    found |= {left + c + right[1:] for left, right in parts if right for c in _LETTERS_OF_SOUNDS}
    found |= {left + c + right for left, right in parts for c in _LETTERS_OF_SOUNDS}
    return sorted(found - {key})


def _groups(text: str, read: Callable[[str], list[str]]) -> list[list[str]]:
    groups: list[list[str]] = []
    for chunk in text.split():
        if "@" in chunk.strip("@"):
            groups += [read(word) for word in words_of(address_words(chunk))]
            continue
        plain = words_of(chunk)
        swapped = words_of(other_keyboard(chunk))
        if not plain and CYRILLIC.search("".join(swapped)):
            plain, swapped = swapped, []  # ',' and ';' are letters of the other layout
        if len(swapped) != len(plain):
            swapped = []
        said = words_of(caroned(chunk) or "")
        for at, word in enumerate(plain):
            readings = read(word)
            if len(said) == len(plain):
                readings += read(said[at])
            if at < len(swapped) and 1 < len(word) <= len(swapped[at]):
                readings += read(swapped[at])
            groups.append(readings)
    return groups


def _readings(word: str) -> list[str]:
    readings = [word]
    if len(word) >= _SHORTEST_SOUND and not word.isdigit():
        readings.append(sound(word))
    if word.endswith(_OF_HER):
        her = word[:-2] + "а"
        return [*readings, her, sound(her)]
    return [*readings, *_stems(word), *same_names(word)]


def _written(word: str) -> list[str]:
    other = latin(word) if CYRILLIC.search(word) else cyrillic(word)
    return [word, *_stems(word), other, *_stems(other)]


def _stems(word: str) -> list[str]:
    russian = CYRILLIC.search(word) is not None
    if word.endswith(_SURNAMES):
        return []
    if len(word) < (_FEWEST_FOR_RUSSIAN if russian else _FEWEST_FOR_ENGLISH) or word.isdigit():
        return []
    stem = _stem("russian" if russian else "english", word)
    shortest = _SHORTEST_RUSSIAN if russian else _SHORTEST_ENGLISH
    if len(stem) < shortest or not word.startswith(stem):
        return []
    return [stem, *_fleeting(stem)] if russian else [stem]


def _fleeting(stem: str) -> list[str]:
    """Where о or е comes and goes: 'гонок' and 'гонки', 'ребёнка' and 'ребёнок'."""
    if len(stem) > _SHORTEST_RUSSIAN and re.search(r"[^аеиоуыэюя][ое][кцн]$", stem):
        return [stem[:-2] + stem[-1]]
    if re.search(r"[^аеиоуыэюяйь][кц]$", stem):
        return [f"{stem[:-1]}{vowel}{stem[-1]}" for vowel in "ое"]
    return []


@lru_cache(maxsize=4096)
def _stem(language: str, word: str) -> str:
    from Stemmer import Stemmer  # the extension costs nothing until somebody searches

    return str(Stemmer(language).stemWord(word))
