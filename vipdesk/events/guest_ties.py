"""What is between the names of a list, read for all of them at once.

Of a friction a coordinator learns only that there is one, and whom it is with.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import or_, select, text

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.folding import fold
from vipdesk.models import Event, Guest, GuestList, Introduction, PersonAround
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import PersonKind, Role

LATELY = timedelta(days=365)  # whose company is remembered
FEW = 60  # who was at a larger gathering was not company
_SPOUSES = frozenset(
    fold(word)
    for word in (
        "муж", "жена", "супруг", "супруга", "husband", "wife", "spouse", "partner", "партнёр",
        "партнёрша", "гражданский муж", "гражданская жена",
    )
)  # fmt: skip


# Who sees every guest: counting seats with a part of the guests would overbook.
_COUNTERS = frozenset({Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE})


def sees_all(desk: Desk) -> bool:
    """Whether this person sees every guest of an event; in a team a manager sees the own ones."""
    return desk.actor.role in _COUNTERS or (
        desk.actor.role is Role.MANAGER and not held_by_database(desk.session)
    )


def frictions(desk: Desk, ids: list[UUID]) -> dict[UUID, list[UUID]]:
    """Whom each client is to be kept apart from, both ways."""
    found: dict[UUID, list[UUID]] = defaultdict(list)
    today = desk.now.date()
    if desk.actor.role is Role.COORDINATOR and held_by_database(desk.session):
        pairs = text("SELECT one, other, until FROM vip_api.frictions(:ids)")
        rows = desk.session.execute(pairs, {"ids": ids}).all()
    else:
        rows = desk.session.execute(
            select(PersonAround.client_id, PersonAround.other_client_id, PersonAround.until).where(
                PersonAround.kind == PersonKind.FRICTION,
                PersonAround.other_client_id.is_not(None),
                or_(PersonAround.client_id.in_(ids), PersonAround.other_client_id.in_(ids)),
            )
        ).all()
    for one, other, until in rows:
        if other is not None and (until is None or until >= today):
            found[one].append(other)
            found[other].append(one)
    return found


def wishes(desk: Desk, ids: list[UUID]) -> dict[UUID, set[UUID]]:
    """Who would like to meet whom, both ways: an introduction pleases both."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    if desk.actor.role is Role.COORDINATOR and held_by_database(desk.session):
        asked = text("SELECT one, other FROM vip_api.wished_introductions(:ids)")
        rows = desk.session.execute(asked, {"ids": ids}).all()
    elif not desk.actor.may(Verb.SELECT, "introduction") and held_by_database(desk.session):
        return found
    else:
        rows = desk.session.execute(
            select(Introduction.client_id, Introduction.other_client_id).where(
                Introduction.client_id.in_(ids),
                Introduction.other_client_id.in_(ids),
                Introduction.introduced_on.is_(None),
                Introduction.ended_at.is_(None),
            )
        ).all()
    for one, other in rows:
        if other is not None and one != other:
            found[one].add(other)
            found[other].add(one)
    return found


def spouses(desk: Desk, ids: list[UUID]) -> frozenset[frozenset[UUID]]:
    """Couples of whom both are among the names."""
    here = set(ids)
    rows = desk.session.execute(
        select(
            PersonAround.client_id,
            PersonAround.other_client_id,
            PersonAround.label_there,
            PersonAround.label_back,
        ).where(
            PersonAround.kind == PersonKind.HOUSEHOLD,
            PersonAround.client_id.in_(ids),
            PersonAround.other_client_id.is_not(None),
            or_(PersonAround.until.is_(None), PersonAround.until >= desk.now.date()),
        )
    )
    return frozenset(
        frozenset({one, other})
        for one, other, there, back in rows
        if other in here and one != other and _SPOUSES & {fold(there), fold(back)}
    )


def company_of(desk: Desk, ids: Iterable[UUID]) -> dict[UUID, frozenset[UUID]]:
    """With whom each client was at a small gathering within a year."""
    rows = desk.session.execute(
        select(GuestList.event_id, Guest.client_id)
        .join(GuestList, GuestList.id == Guest.guest_list_id)
        .join(Event, Event.id == GuestList.event_id)
        .where(
            Guest.client_id.in_(list(ids)),
            Guest.attended.is_(True),
            Event.starts_at < desk.now,
            Event.starts_at >= desk.now - LATELY,
        )
    )
    gatherings: dict[UUID, set[UUID]] = defaultdict(set)
    for event_id, client_id in rows:
        gatherings[event_id].add(client_id)
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for came in gatherings.values():
        if len(came) <= FEW:
            for one in came:
                found[one] |= came
    return {i: frozenset(others - {i}) for i, others in found.items()}
