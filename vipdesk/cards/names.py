"""The name on a card: Cyrillic as the club writes it, Latin as in the passport.

Transliteration by ICAO Doc 9303 part 3 §6 (Russian passports since 2014). A club that knows
how a client spells the name in Latin letters keeps that spelling; it always wins.
"""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 80

# Each pair: the Russian letter and what stands for it; a soft sign for nothing.
_PAIRS = (
    "аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch "
    "ъie ыy ь эe юiu яia єie іi їi ґg ўu"
)
_ICAO = {pair[0]: pair[1:] for pair in _PAIRS.split()}


@dataclass(frozen=True, slots=True)
class NameOnCard:
    """What stands on the card in both alphabets."""

    name: str
    latin: str


def latin_of(name: str) -> str:
    """'Щукин Артём' → 'Shchukin Artem'. What is not Cyrillic stays."""
    out = []
    for letter in name:
        low = letter.lower()
        if low not in _ICAO:
            out.append(letter)
            continue
        latin = _ICAO[low]
        out.append(latin.capitalize() if letter != low else latin)
    return "".join(out)


def suggest_name(given: str, surname: str, latin_name: str = "") -> NameOnCard:
    """The proposal that the request dialog shows: 'Анна Каренина' and 'ANNA KARENINA'.

    Patronymics are left out: a card is shown to strangers. A client without Cyrillic
    letters in the name has the Latin line alone.
    """
    name = " ".join(f"{given} {surname}".split())[:LONGEST]
    latin = (latin_name.strip() or latin_of(name)).upper()[:LONGEST]
    return NameOnCard("" if latin == name.upper() and name.isascii() else name, latin)
