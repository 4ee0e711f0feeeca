"""Phone numbers as people write them, and E.164, by which two spellings are one."""

from __future__ import annotations

import re
from functools import lru_cache

_DIGITS = re.compile(r"\d")
_SCIENTIFIC = re.compile(r"^\d[.,]\d+e\+?\d+$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def to_e164(value: str, region: str = "RU") -> str | None:
    """'8 (916) 123-45-67' → '+79161234567'; None for what is no valid number.

    `region` (ISO 3166) is where numbers without a country code belong. Numbers with the
    country code but without '+' are understood.
    """
    import phonenumbers

    digits = "".join(_DIGITS.findall(value))
    if not 5 <= len(digits) <= 18:
        return None
    for text, home in ((value, region), ("+" + digits, None)):
        try:
            number = phonenumbers.parse(text, home)
        except phonenumbers.NumberParseException:
            continue
        # A country code written out is believed: numbering plans change faster than tables.
        explicit = text is value and value.startswith("+")
        if phonenumbers.is_valid_number(number) or (
            explicit and phonenumbers.is_possible_number(number)
        ):
            shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            return str(shown)
    return None


def digits_of(value: str) -> str:
    """Only the digits, for numbers that are no valid phones and for tails."""
    return "".join(_DIGITS.findall(value))


def is_mangled(value: str) -> bool:
    """Whether a spreadsheet turned the number into '7,91612E+10': its end is lost."""
    return bool(_SCIENTIFIC.match(value.strip()))
