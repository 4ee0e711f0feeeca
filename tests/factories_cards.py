"""Rows for tests of cards."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from tests.factories import as_role
from vipdesk.access import Desk
from vipdesk.cards import issue
from vipdesk.cards.face import CardFace
from vipdesk.cards.number import new_number
from vipdesk.cards.registry import CardRow
from vipdesk.cards.signature import CardKey, code_for
from vipdesk.store.sealing import Sealer
from vipdesk.vocabulary import CardState, Role

KEY = CardKey(bytes(range(32)))
NUMBER = new_number(random.Random(7))


def face(**fields: Any) -> CardFace:
    """An issued gold card."""
    until = date(2028, 11, 30)
    values: dict[str, Any] = {
        "metal": "gold",
        "club": "Клуб «Меридиан»",
        "tier": "Золото",
        "name": "Артём Щукин",
        "latin": "ARTEM SHCHUKIN",
        "number": NUMBER,
        "member_since": date(2019, 4, 1),
        "expires_on": until,
        "code": code_for(NUMBER, "gold", until, KEY),
        "phone": "+7 495 000-00-00",
    }
    return CardFace(**{**values, **fields})


def with_vault_key(desk: Desk) -> Desk:
    """The desk of somebody whose vault can seal (as the office gives it)."""
    return replace(desk, seals=lambda purpose: Sealer(b"\x07" * 32, purpose))


def card(
    desk: Desk, client_id: UUID, state: CardState = CardState.ACTIVE, **fields: Any
) -> CardRow:
    """A card taken to a state by the verbs themselves."""
    head = as_role(desk, Role.HEAD)
    row = issue.request_card(desk, client_id, **fields)
    if state is CardState.DRAFT:
        return row
    row = issue.approve_card(head, row.id)
    if state is CardState.APPROVED:
        return row
    row = issue.issue_card(desk, row.id, signer=KEY)
    if state is CardState.ISSUED:
        return row
    return issue.hand_over_card(desk, row.id)
