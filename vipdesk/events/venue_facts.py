"""The facts sheet of a place: what a coordinator, and a guest who asks, may be told of it.

Kept as short texts in `venue.facts`; whatever else lies there is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from vipdesk.models import Venue
from vipdesk.wording import Say, say

# In the order of the sheet.
FACTS: Mapping[str, Say] = {
    "materials": say("Materials and furniture"),
    "menu": say("Menu"),
    "ingredients": say("Ingredients"),
    "allergens": say("Kitchen and allergens"),
    "way_in": say("Step-free ways"),
    "parking": say("Arrival and parking"),
}


def facts_of(venue: Venue) -> tuple[tuple[str, str], ...]:
    """(name of the fact, text), in the order of the sheet, empty ones left out."""
    kept = venue.facts or {}
    return tuple((n, text) for n in FACTS if isinstance(text := kept.get(n), str) and text)


def put_facts(venue: Venue, texts: Mapping[str, str]) -> None:
    """Write these facts; an empty text takes one away."""
    facts: dict[str, Any] = dict(venue.facts or {})
    for name, text in texts.items():
        if text:
            facts[name] = text
        else:
            facts.pop(name, None)
    venue.facts = facts
