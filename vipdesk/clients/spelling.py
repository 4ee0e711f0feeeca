"""One name, many spellings: ё and е, two alphabets, the wrong keyboard, word forms.

Index and query go through the same functions, so that Щукин, Shchukin, Schukin and 'Oerby'
(typed on the wrong keyboard) meet. Used for clients here, for events and cards above.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
# Mostly there is nothing to take off: й is one letter here.
_PLAIN = re.compile(r"[\x00-\x7fа-яіїєґў№«»–—]*")
_CYRILLIC = re.compile(r"[а-яіїєґў]")
_TO_LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
        "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
        "ь": "", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    }
)  # fmt: skip
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o"})
_EN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RU = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_SWAP = str.maketrans(_EN + _RU + '~{}:"<>', _RU + _EN + "ёхъжэбю")
# Spellings of one sound, longest first; capitals stand for sounds of two letters.
_SOUNDS = (
    ("shch", "S"), ("sch", "S"), ("tch", "C"), ("dzh", "J"), ("sh", "S"), ("ch", "C"),
    ("zh", "J"), ("kh", "h"), ("ts", "T"), ("tz", "T"), ("ph", "f"), ("th", "t"), ("ck", "k"),
    ("x", "ks"), ("w", "v"), ("q", "k"), ("j", "y"),
)  # fmt: skip
_LETTERS = str.maketrans({"S": "sh", "C": "ch", "J": "zh", "T": "ts"})
_GLIDE = re.compile(r"[yi]+(?=[aeou])")
_HARD_C = re.compile(r"c(?![eiy])")
_TWICE = re.compile(r"(.)\1+")
_UMLAUT = re.compile(r"([aou])e")
_FEWEST_FOR_STEM = 5
_SHORTEST_STEM = 4
_SHORTEST_SOUND = 2


def fold(text: str) -> str:
    """Case, accents and ё folded: 'Ёлкин' → 'елкин', 'Müller' → 'muller'. й stays й."""
    low = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    low = low.replace("ё", "е").translate(_STROKES)
    if _PLAIN.fullmatch(low):
        return low
    return "".join(
        c if _CYRILLIC.match(c) else "".join(
            d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d)
        )
        for c in low
    )  # fmt: skip


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def latin(word: str) -> str:
    """A folded word in Latin letters, as it is mostly typed: 'щукин' → 'shchukin'."""
    return word.translate(_TO_LATIN)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A key that usual spellings of a name share: 'shukin' of Щукин, Shchukin, Schukin."""
    key = latin(word)
    for spelling, one in _SOUNDS:
        key = key.replace(spelling, one)
    key = _HARD_C.sub("k", key)
    key = _GLIDE.sub("", key).replace("y", "i")
    key = _UMLAUT.sub(r"\1", key)
    key = _TWICE.sub(r"\1", key)
    return key.translate(_LETTERS)


def other_keyboard(text: str) -> str:
    """What the keys give in the other layout: 'Bdfyjd' → 'иванов'."""
    return text.lower().translate(_SWAP)


def tokens_of(texts: Iterable[str]) -> list[str]:
    """Everything by which the words of these texts are found, each once, in order."""
    found: dict[str, None] = {}
    for text in texts:
        for word in words_of(text):
            found[word] = None
            if _CYRILLIC.search(word):
                found[latin(word)] = None
            if len(word) >= _SHORTEST_SOUND:
                found[sound(word)] = None
    found.pop("", None)
    return list(found)


def query_groups(text: str) -> list[list[str]]:
    """A typed text as groups of alternatives: every word must match, in any of its readings.

    The first alternative of a group is the word as typed.
    """
    groups: list[list[str]] = []
    for chunk in text.split():
        plain = words_of(chunk)
        swapped = words_of(other_keyboard(chunk))
        if not plain and _CYRILLIC.search("".join(swapped)):
            plain, swapped = swapped, []  # ',' and ';' are letters of the other layout
        if len(swapped) != len(plain):
            swapped = []
        for at, word in enumerate(plain):
            readings = _readings(word)
            if at < len(swapped) and len(word) > 1:
                readings += _readings(swapped[at])
            groups.append([r for r in dict.fromkeys(readings) if r])
    return groups


def _readings(word: str) -> list[str]:
    readings = [word]
    if len(word) >= _SHORTEST_SOUND and not word.isdigit():
        readings.append(sound(word))
    if len(word) >= _FEWEST_FOR_STEM and _CYRILLIC.search(word):
        stem = _stem(word)
        if len(stem) >= _SHORTEST_STEM:
            readings.append(stem)
    return readings


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    from Stemmer import Stemmer  # the extension costs nothing until somebody searches

    return str(Stemmer("russian").stemWord(word))
