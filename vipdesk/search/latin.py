"""What was found, named as an English reader reads it: where a Latin or English name is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.models import Client, Event, Venue
from vipdesk.search.hits import Hit

_NAMES: dict[str, Any] = {
    "client": Client.latin_name, "event": Event.title_en, "venue": Venue.name_en,
}  # fmt: skip


def in_latin(desk: Desk, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The same hits in their order; what has no other name keeps the one it has."""
    names: dict[UUID, str] = {}
    for kind, name in _NAMES.items():
        ids = [hit.id for hit in hits if hit.opens == kind and hit.kind != "person"]
        if ids:
            of = name.class_
            names.update(desk.session.execute(select(of.id, name).where(of.id.in_(ids))).all())
    return tuple(
        replace(hit, title=names[hit.id]) if hit.kind != "person" and names.get(hit.id) else hit
        for hit in hits
    )
