"""Card numbers: ten random digits and two check digits, in groups of four.

The check is ISO/IEC 7064 MOD 97-10 (the one of IBAN), not Luhn, for two reasons. A card
number is dictated over the phone: MOD 97-10 finds every wrong digit and every swap of two
digits, and 99 % of anything worse, where Luhn misses 09 for 90. And a number that passes
Luhn looks like a bank card to mail filters and to people.

The ten digits are random: a running number would tell a member how many others there are.
"""

from __future__ import annotations

import random
import secrets

DIGITS = 12
_BODY = 10


def check_digits(body: str) -> str:
    """The two check digits of a body of digits (ISO/IEC 7064 MOD 97-10: the whole ≡ 1)."""
    return f"{98 - int(body + '00') % 97:02d}"


def new_number(choose: random.Random | None = None) -> str:
    """A new number of twelve digits; `choose` makes it repeatable (demonstration club)."""
    source = choose or secrets.SystemRandom()
    body = f"{source.randrange(10 ** (_BODY - 1), 10**_BODY)}"
    return body + check_digits(body)


def is_number(text: str) -> bool:
    """Whether twelve digits, however spaced, carry the right check digits."""
    digits = plain(text)
    return len(digits) == DIGITS and digits.isdecimal() and int(digits) % 97 == 1


def plain(text: str) -> str:
    """As it is kept: without the spaces and hyphens of people."""
    return "".join(c for c in text if c not in " -–\u00a0\u2009")


def grouped(number: str) -> str:
    """As it is read: '4827 1930 5563'."""
    return " ".join(number[i : i + 4] for i in range(0, len(number), 4))
