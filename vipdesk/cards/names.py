"""The name on a card: Cyrillic as the club writes it, Latin as in the passport.

A club that knows how a client spells the name in Latin letters keeps that spelling; it
always wins over the proposal (`clients.latin_name`).
"""

from __future__ import annotations

from dataclasses import dataclass

from vipdesk.clients.latin_name import latin_of

LONGEST = 80


@dataclass(frozen=True, slots=True)
class NameOnCard:
    """What stands on the card in both alphabets."""

    name: str
    latin: str


def suggest_name(given: str, surname: str, latin_name: str = "") -> NameOnCard:
    """The proposal that the request dialog shows: 'Анна Каренина' and 'ANNA KARENINA'.

    Patronymics are left out: a card is shown to strangers. A client without Cyrillic
    letters in the name has the Latin line alone.
    """
    name = " ".join(f"{given} {surname}".split())[:LONGEST]
    latin = (latin_name.strip() or latin_of(name)).upper()[:LONGEST]
    return NameOnCard("" if latin == name.upper() and name.isascii() else name, latin)
