"""How hard a passphrase is to guess, roughly: a help while typing, not the rule.

The rule is `Doors.check_passphrase`. The estimate counts the bits of the alphabet used over
the letters that bring something new, as NIST SP 800-63B advises length over kinds of letters.
"""

from __future__ import annotations

import math
import string
from enum import IntEnum

from vipdesk.wording import Say, say


class Strength(IntEnum):
    """Four steps, each with its word."""

    WEAK = 1
    FAIR = 2
    GOOD = 3
    STRONG = 4


_WORDS = {
    Strength.WEAK: say("Too easy to guess"),
    Strength.FAIR: say("Fair: one more word makes it good"),
    Strength.GOOD: say("Good"),
    Strength.STRONG: say("Strong"),
}
_STEPS = ((50.0, Strength.WEAK), (65.0, Strength.FAIR), (90.0, Strength.GOOD))


def words_for(strength: Strength) -> Say:
    """The word of a step."""
    return _WORDS[strength]


def of(passphrase: str) -> Strength:
    """The step a passphrase reaches."""
    bits = _bits(passphrase)
    return next((step for limit, step in _STEPS if bits < limit), Strength.STRONG)


def _bits(passphrase: str) -> float:
    alphabet = 0
    for letters, size in (
        (string.ascii_lowercase, 26),
        (string.ascii_uppercase, 26),
        (string.digits, 10),
    ):
        if any(c in letters for c in passphrase):
            alphabet += size
    if any(c not in string.ascii_letters + string.digits for c in passphrase):
        alphabet += 33
    fresh = 0.0
    for before, letter in zip(" " + passphrase, passphrase, strict=False):
        step = abs(ord(letter) - ord(before))
        # A repeated or next letter ('aaa', '123') is hardly a choice.
        fresh += 0.25 if step <= 1 else 1.0
    distinct = len(set(passphrase.casefold()))
    return min(fresh, distinct * 2.0) * math.log2(max(2, alphabet))
