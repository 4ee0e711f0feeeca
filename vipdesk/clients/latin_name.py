"""The Latin spelling of a Russian name, as a passport has it: a proposal, never stored by itself.

Transliteration by ICAO Doc 9303 part 3 § 6, which Russian passports follow since 2014 (orders of
ФМС No. 211 of 2014 and МВД No. 889 of 2020). Older passports spell otherwise, and people keep the
spelling of their first one: what was typed stays as it was typed.
"""

from __future__ import annotations

# Each pair: the Russian letter and what stands for it; a soft sign for nothing.
_PAIRS = (
    "аa бb вv гg дd еe ёe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch "
    "ъie ыy ь эe юiu яia єie іi їi ґg ўu"
)
_ICAO = {pair[0]: pair[1:] for pair in _PAIRS.split()}


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


def proposed_latin(surname: str, given: str) -> str:
    """'Artem Shchukin': given name first and no patronymic, as on the card and in English lists.

    '' where the name has no Russian letters: it is Latin already.
    """
    name = " ".join(f"{given} {surname}".split())
    latin = latin_of(name)
    return "" if latin == name else latin
