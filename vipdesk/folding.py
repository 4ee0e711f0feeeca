"""Text as it is compared: case, accents and ё folded; one key for the spellings of a name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("", "", "'’ʼ`´")
_HAS_APOSTROPHE = re.compile("['’ʼ`´]")
# Mostly there is nothing to take off: й is one letter here.
_PLAIN = re.compile(r"[\x00-\x7fа-яіїєґў№«»–—]*")
CYRILLIC = re.compile(r"[а-яіїєґў]")
_TO_LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziyklmnoprstufye", strict=True)),
        "ё": "e", "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "",
        "ь": "", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    }
)  # fmt: skip
_STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "a", "œ": "o"})
# Spellings of one sound, longest first; capitals stand for sounds of two letters.
_SOUNDS = (
    ("shch", "S"), ("tsch", "C"), ("sch", "S"), ("tch", "C"), ("dzh", "J"), ("sh", "S"),
    ("ch", "C"), ("zh", "J"), ("kh", "h"), ("ts", "T"), ("tz", "T"), ("ph", "f"),
    ("th", "t"), ("ck", "k"),
    ("x", "ks"), ("w", "v"), ("q", "k"), ("j", "y"),
)  # fmt: skip
_LETTERS = str.maketrans({"S": "sh", "C": "ch", "J": "zh", "T": "ts"})
# What a caron says before it is taken off: Ščukin is Shchukin.
_CARONS = str.maketrans({"š": "sh", "č": "ch", "ž": "zh"})
_YO = re.compile(r"(?:(?<=[^aeiouy])|^)[yi]o")
_YO_HISSED = re.compile(r"(?<=[SCJ])o")
_GLIDE = re.compile(r"[yi]+(?=[aeou])")
_SOFT_C = re.compile(r"c(?=[eiyv])")
_HARD_C = re.compile(r"c")
_TWICE = re.compile(r"(.)\1+")
_UMLAUT = re.compile(r"([aou])e")


def fold(text: str) -> str:
    """Case, accents and ё folded: 'Ёлкин' → 'елкин', 'Müller' → 'muller'. й stays й."""
    low = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    if _HAS_APOSTROPHE.search(low):
        low = low.translate(_APOSTROPHES)
    if _PLAIN.fullmatch(low):
        return low
    low = low.translate(_STROKES)
    return "".join(
        c if CYRILLIC.match(c) else "".join(
            d for d in unicodedata.normalize("NFD", c) if not unicodedata.combining(d)
        )
        for c in low
    )  # fmt: skip


def words_of(text: str) -> list[str]:
    """The folded words of a text."""
    return _WORD.findall(fold(text))


def caroned(text: str) -> str | None:
    """The text with š, č, ž written out, where there are any: 'Ščukin' → 'shchukin'."""
    low = unicodedata.normalize("NFC", text).casefold()
    said = low.translate(_CARONS)
    return said if said != low else None


def latin(word: str) -> str:
    """A folded word in Latin letters, as it is mostly typed: 'щукин' → 'shchukin'."""
    return word.translate(_TO_LATIN)


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """A key that usual spellings of a name share: 'shukin' of Щукин, Shchukin, Schukin."""
    key = latin(word)
    for spelling, one in _SOUNDS:
        key = key.replace(spelling, one)
    key = _HARD_C.sub("k", _SOFT_C.sub("T", key))
    # ё was folded to е: Fyodor, Semyon, Pugachova.
    key = _YO_HISSED.sub("e", _YO.sub("e", key))
    key = _GLIDE.sub("", key).replace("y", "i")
    key = _UMLAUT.sub(r"\1", key)
    key = _TWICE.sub(r"\1", key)
    return key.translate(_LETTERS)
