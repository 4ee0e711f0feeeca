"""The printed recovery key: eight groups of five letters that can be read over the telephone.

Crockford's base 32 (no I, L, O, U). Each group holds four letters of data (20 bits, 160 in
all) and one check letter over GF(32) that depends on the group's place: a wrong letter, two
letters swapped or two groups swapped are found, and the sentence names the group.
"""

from __future__ import annotations

import secrets
import unicodedata

from vipdesk.errors import UserError
from vipdesk.wording import say

GROUPS = 8
_DATA_LETTERS = 4
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VALUE = {letter: value for value, letter in enumerate(_ALPHABET)}
# Read as their look-alikes: the letters Crockford leaves out, and the Russian ones, because
# the keyboard is often still in Russian when the key is typed from paper.
_ALIKE = str.maketrans("OILАВЕКМНОРСТХУ", "011ABEKMH0PCTXY")
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, primitive over GF(2)


def new_recovery_key() -> str:
    """A fresh key of 160 random bits as it is printed: 'XXXXX-XXXXX-…', eight groups."""
    return printed(secrets.token_bytes(GROUPS * _DATA_LETTERS * 5 // 8))


def is_recovery_key(typed: str) -> bool:
    """Whether this is a well-formed key, with all its check letters right."""
    try:
        secret_of(typed)
    except UserError:
        return False
    return True


def printed(secret: bytes) -> str:
    """20 bytes as the groups that are printed."""
    number = int.from_bytes(secret, "big")
    count = GROUPS * _DATA_LETTERS
    values = [number >> 5 * (count - 1 - i) & 31 for i in range(count)]
    groups = [values[i * _DATA_LETTERS : (i + 1) * _DATA_LETTERS] for i in range(GROUPS)]
    return "-".join(
        "".join(_ALPHABET[v] for v in [*group, _check(place, group)])
        for place, group in enumerate(groups)
    )


def secret_of(typed: str) -> bytes:
    """The 20 bytes behind a typed key; case, spaces and dashes do not matter.

    Raises `UserError` that names the group which is mistyped.
    """
    letters = _letters(typed)
    size = _DATA_LETTERS + 1
    if len(letters) != GROUPS * size:
        raise UserError(
            say(
                "The recovery key has {whole} letters and digits, and {typed} were typed. "
                "Type all eight groups as they are printed.",
                whole=GROUPS * size,
                typed=len(letters),
            ),
            field="recovery_key",
        )
    number = 0
    for place in range(GROUPS):
        values = [_VALUE.get(letter, -1) for letter in letters[place * size : (place + 1) * size]]
        if -1 in values or _check(place, values[:-1]) != values[-1]:
            raise UserError(
                say(
                    "Group {group} of the recovery key is mistyped. "
                    "Compare it with the printed key.",
                    group=place + 1,
                ),
                field="recovery_key",
            )
        for value in values[:-1]:
            number = number << 5 | value
    return number.to_bytes(GROUPS * _DATA_LETTERS * 5 // 8, "big")


def _letters(typed: str) -> str:
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_ALIKE)
    return "".join(letter for letter in folded if letter.isalnum())


def _check(place: int, values: list[int]) -> int:
    """A weighted sum over GF(32); `place` makes a group valid only where it stands."""
    total = place
    for weight, value in enumerate(values, start=1):
        total ^= _times_alpha(value, weight)
    return total


def _times_alpha(value: int, power: int) -> int:
    for _ in range(power):
        value <<= 1
        if value & 32:
            value ^= _POLYNOMIAL
    return value
