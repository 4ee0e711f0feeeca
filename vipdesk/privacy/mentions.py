"""Where others' entries name a client in free words: a machine finds them, a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.clients.sight import SPECIAL, cares_for, readable, sees_special
from vipdesk.models import Client, Fact, Interaction, Interest, PersonAround, Promise

_MOST = 100
# Words shorter than this would find half the club.
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """An entry of another client with this client's surname in it."""

    table: str
    row_id: UUID
    client_id: UUID


def mentions_of(desk: Desk, client: Client) -> tuple[Mention, ...]:
    """At most a hundred, only what this person may read.

    The surname without its ending is looked for as it was written: Russian changes endings.
    """
    if len(client.surname) < _SHORTEST:
        return ()
    stem = client.surname[:-1] if len(client.surname) > _SHORTEST else client.surname
    found: list[Mention] = []
    for model, texts in _TEXTS:
        named = or_(*(t.contains(stem, autoescape=True) for t in texts))
        wanted = select(model).where(named, model.client_id != client.id).order_by(model.id)
        # Cut after the rights, not before: what one may not read must not hide what one may.
        rows = desk.session.scalars(wanted.execution_options(yield_per=_MOST))
        readable_rows = (r for r in rows if _may_read(desk, r))
        found += [
            Mention(model.__tablename__, r.id, r.client_id) for r in islice(readable_rows, _MOST)
        ]
        rows.close()
    return tuple(found[:_MOST])


def _may_read(desk: Desk, row: Any) -> bool:
    cares = cares_for(desk, row.client_id)
    if isinstance(row, Fact):
        return row.kind not in SPECIAL or sees_special(desk, cares=cares)
    if isinstance(row, Interaction | PersonAround):
        return row.sensitivity in readable(desk, cares=cares)
    return True


_TEXTS: tuple[tuple[Any, tuple[Any, ...]], ...] = (
    (Interaction, (Interaction.text,)),
    (Fact, (Fact.text, Fact.source)),
    (Promise, (Promise.text,)),
    (PersonAround, (PersonAround.name, PersonAround.note)),
    (Interest, (Interest.note,)),
)
