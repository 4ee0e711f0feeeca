"""Status cards: who has one, what expires soon, what was replaced."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from vipdesk.cards.names import suggest_name
from vipdesk.cards.number import grouped, new_number
from vipdesk.demo.chance import Chance
from vipdesk.demo.people import Member
from vipdesk.demo.rows import Rows
from vipdesk.vocabulary import CardState

_DAY = timedelta(days=1)
_YEARS = 2


class Cards:
    """Writes the card of one member after the other."""

    def __init__(self, chance: Chance, rows: Rows, tiers: list[UUID], issuer: UUID) -> None:
        self._chance = chance
        self._rows = rows
        self._tiers = tiers
        self._issuer = issuer
        self._numbers: set[str] = set()

    def add(self, member: Member) -> None:
        """The present card; for some also the one it replaced."""
        chance = self._chance
        if not chance.hit(0.93):
            return
        age = (chance.as_of.date() - member.since).days
        issued = member.since + timedelta(days=min(age, chance.between(3, 20)))
        while (chance.as_of.date() - issued).days > _YEARS * 365:
            issued += _YEARS * 365 * _DAY
        card = self._card(member, issued, self._state((chance.as_of.date() - issued).days))
        if chance.hit(0.04) and age > 200:
            before = self._card(member, issued - 150 * _DAY, CardState.REPLACED)
            self._rows.add("status_card", before)
            card["replaces_id"] = before["id"]
        self._rows.add("status_card", card)

    def _state(self, days: int) -> CardState:
        chance = self._chance
        if days <= 6:
            return chance.pick((CardState.DRAFT, CardState.APPROVED, CardState.ISSUED))
        if days <= 30 and chance.hit(0.4):
            return CardState.ISSUED
        return CardState.ACTIVE

    def _card(self, member: Member, issued: Any, state: CardState) -> dict[str, Any]:
        chance = self._chance
        name = suggest_name(member.name.given, member.name.surname, member.name.latin)
        number = self._number()
        at = chance.as_of - (chance.as_of.date() - issued)
        given_out = state in (CardState.ACTIVE, CardState.REPLACED)
        made = state not in (CardState.DRAFT, CardState.APPROVED)
        key = chance.id(at)
        self._rows.add_entry(
            {
                "kind": "card", "object_id": key, "title": grouped(number),
                "detail": name.name or name.latin, "tokens": f"{number} {grouped(number)}",
                "tails": number,
            }
        )  # fmt: skip
        return {
            "id": key, "client_id": member.id, "tier_id": self._tiers[member.tier],
            "number": number, "name_on_card": name.name or name.latin,
            "latin_on_card": name.latin, "state": state, "issued_on": issued if made else None,
            "expires_on": issued + _YEARS * 365 * _DAY,
            "issued_by_id": self._issuer if made else None,
            "handed_over_at": min(at + 4 * _DAY, chance.as_of) if given_out else None,
        }  # fmt: skip

    def _number(self) -> str:
        while (number := new_number(self._chance.rng)) in self._numbers:
            pass
        self._numbers.add(number)
        return number
