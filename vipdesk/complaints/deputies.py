"""Who is told of a case at each level, and who stands in for somebody who is away.

Level 1 is the owner (and the one who backs the owner up), level 2 the heads of VIP service,
level 3 the executives. Nobody is told of a case that they may not see, and never the person it
is about: then the deputy, and where there is none, the next level up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.complaints import sight
from vipdesk.models import Client, Complaint, Staff
from vipdesk.vocabulary import Role

HIGHEST = 3
_LEVELS = {2: Role.HEAD, 3: Role.EXECUTIVE}
_CHAIN = 5  # how many deputies of deputies are asked


def is_away(desk: Desk, staff: Staff) -> bool:
    """Absent by the calendar of absences, or gone for good."""
    absent = staff.absent_until is not None and staff.absent_until > desk.now
    return absent or staff.left_at is not None


def present(desk: Desk, complaint: Complaint, staff: Staff | None) -> Staff | None:
    """The person, or the nearest deputy who is there and may see the case; None without one."""
    asked: set[UUID] = set()
    while staff is not None and staff.id not in asked and len(asked) < _CHAIN:
        asked.add(staff.id)
        if not is_away(desk, staff) and sight.knows(desk, complaint, staff):
            return staff
        staff = desk.session.get(Staff, staff.deputy_id) if staff.deputy_id else None
    return None


def recipients(desk: Desk, complaint: Complaint, level: int) -> tuple[Staff, ...]:
    """Who is told at a level, never empty while anybody may see the case at all.

    A level at which nobody is there gives way to the next one up, and the highest to the one
    below it.
    """
    order = [*range(level, HIGHEST + 1), *range(level - 1, 0, -1)]
    for asked in order:
        found = _unique(present(desk, complaint, s) for s in _of_level(desk, complaint, asked))
        if found:
            return found
    return ()


def with_backup(desk: Desk, complaint: Complaint) -> tuple[Staff, ...]:
    """The owner, and who backs the owner up: the deputy, the client's manager or deputy."""
    owner = desk.session.get_one(Staff, complaint.owner_id)
    client = desk.session.get_one(Client, complaint.client_id)
    others = (owner.deputy_id, client.deputy_id, client.manager_id)
    backups = (desk.session.get(Staff, i) for i in others if i is not None and i != owner.id)
    backup = next((s for s in (present(desk, complaint, b) for b in backups) if s), None)
    return _unique((*recipients(desk, complaint, 1), backup))


_PRESENT = (
    select(Staff)
    .where(Staff.role == bindparam("role"), Staff.left_at.is_(None))
    .order_by(Staff.surname, Staff.given)
)


def _of_level(desk: Desk, complaint: Complaint, level: int) -> Sequence[Staff]:
    if level not in _LEVELS:
        return [desk.session.get_one(Staff, complaint.owner_id)]
    return desk.session.scalars(_PRESENT, {"role": _LEVELS[level]}).all()


def _unique(people: Iterable[Staff | None]) -> tuple[Staff, ...]:
    found: dict[UUID, Staff] = {p.id: p for p in people if p is not None}
    return tuple(found.values())
