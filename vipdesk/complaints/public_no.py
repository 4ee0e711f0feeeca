"""The number of a complaint that a client hears: short, speakable, and it counts nothing. Pure.

'K-7QF4-2': a letter that says what it is, four random symbols, a check symbol. The
alphabet has no vowels (no words come out), no 0/O, 1/I/L, 5/S, 2/Z, 6/G, 8/B pairs, and 17
symbols: a prime, so that a weighted sum finds every single wrong symbol and every swap of
two (as ISBN-10 does with 11). The prefix is not in it, so that it may be left out when typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable

ALPHABET = "23456789CFHMPQTWX"
AWAY_LENGTH = 7
_PREFIX = "K"
_PRIME = len(ALPHABET)

# What a hand on a Russian layout, or an eye that reads Cyrillic, types for our symbols; and
# symbols outside the alphabet that look like one inside.
_LOOKS = str.maketrans(
    {
        "С": "C", "Н": "H", "К": "K", "М": "M", "Р": "P", "Т": "T", "Х": "X",
        "Ф": "F", "Й": "Q", "З": "3", "В": "8", "B": "8", "S": "5", "Z": "2", "G": "6", "Б": "6",
    }
)  # fmt: skip
_NOISE = re.compile(r"[\s\-–—_.№#]+")


def check_symbol(body: str) -> str:
    """The symbol that makes the weighted sum of the whole divisible by 17."""
    total = sum((place + 2) * ALPHABET.index(c) for place, c in enumerate(body))
    return ALPHABET[-total % _PRIME]


def new_number(choice: Callable[[str], str], *, length: int = 4) -> str:
    """A fresh number; `choice` draws one symbol (secrets.choice outside tests)."""
    body = "".join(choice(ALPHABET) for _ in range(length))
    return f"{_PREFIX}-{body}-{check_symbol(body)}"


def away_number(choice: Callable[[str], str]) -> str:
    """A number drawn without the database: so long that no other desk has drawn it.

    Seven symbols are 410 million numbers; those drawn beside the database are shorter.
    """
    return new_number(choice, length=AWAY_LENGTH)


def read_back(typed: str) -> str | None:
    """The number that was typed or dictated, in its one spelling; None if it is not one.

    Case, spaces, dashes, the prefix and Cyrillic look-alikes do not matter.
    """
    text = _NOISE.sub("", typed.upper()).translate(_LOOKS)
    text = text.removeprefix(_PREFIX)
    if len(text) not in (5, 6, AWAY_LENGTH + 1) or any(c not in ALPHABET for c in text):
        return None
    body, check = text[:-1], text[-1]
    return f"{_PREFIX}-{body}-{check}" if check_symbol(body) == check else None
