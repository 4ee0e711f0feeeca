"""Who may see a complaint, in one condition; and what somebody is to one.

A complaint that may not be seen is answered like one that is not there. The person it is
about never sees it, whatever the role; a personal manager sees those of clients in care
unless they are kept around the manager.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.access.team_door import NARROWED
from vipdesk.complaints.states import Part
from vipdesk.errors import NotFound
from vipdesk.models import Client, Complaint, Staff
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import RestrictedClass, Role
from vipdesk.wording import say

SENIOR = frozenset({Role.HEAD, Role.EXECUTIVE})
WORKS_HERE = SENIOR | {Role.MANAGER}


def works_here(role: Role) -> bool:
    """Whether the private track exists for a role at all."""
    return role in WORKS_HERE


def visible(desk: Desk) -> ColumnElement[bool]:
    """The complaints this person may see."""
    me = desk.actor.id
    not_about_me = or_(Complaint.about_staff_id.is_(None), Complaint.about_staff_id != me)
    if desk.actor.role in SENIOR:
        return not_about_me
    if desk.actor.role is not Role.MANAGER:
        return false()
    in_care = select(Client.id).where(in_care_of(me, desk.now))
    own = and_(Complaint.restricted == RestrictedClass.NORMAL, Complaint.client_id.in_(in_care))
    return and_(not_about_me, or_(Complaint.owner_id == me, own))


@contextmanager
def only(desk: Desk, cases: Iterable[UUID]) -> Iterator[None]:
    """Work on these complaints alone: within, a team's database shows no other's rows.

    It makes each look and each change as dear as these cases are, not as the whole track is.
    What else was changed is written before; nothing about other cases may be asked for within.
    """
    if not held_by_database(desk.session):
        yield
        return
    desk.session.flush()
    before = desk.session.info.get(NARROWED, "")
    _narrow(desk, f"{{{','.join(str(case) for case in cases)}}}")
    try:
        yield
        desk.session.flush()
    except BaseException:
        with suppress(SQLAlchemyError):  # a transaction that failed forgets it by itself
            _narrow(desk, before)
        raise
    _narrow(desk, before)


_NARROW = text("SELECT set_config(:name, :cases, true)")


def _narrow(desk: Desk, cases: str) -> None:
    desk.session.info[NARROWED] = cases
    desk.session.execute(_NARROW, {"name": NARROWED, "cases": cases})


def find(desk: Desk, complaint_id: UUID) -> Complaint:
    """The complaint, for this room's verbs. Raises `NotFound`, also for one that is hidden."""
    with only(desk, (complaint_id,)):
        row = desk.session.scalars(
            select(Complaint).where(Complaint.id == complaint_id, visible(desk))
        ).first()
    if row is None:
        raise NotFound(say("There is no such complaint."))
    return row


_SEES = text("SELECT vip_api.sees_case(:case)")


def sees(desk: Desk, complaint_id: UUID) -> bool:
    """Whether this person may see it."""
    if works_here(desk.actor.role) and held_by_database(desk.session):
        return bool(desk.session.scalar(_SEES, {"case": complaint_id}))
    seen = select(Complaint.id).where(Complaint.id == complaint_id, visible(desk))
    return desk.session.scalar(seen) is not None


def sees_row(desk: Desk, complaint: Complaint) -> bool:
    """The same of a complaint at hand; asks the database only about a client in care."""
    me = desk.actor
    if complaint.about_staff_id == me.id or not works_here(me.role):
        return False
    if me.role in SENIOR or complaint.owner_id == me.id:
        return True
    return sees(desk, complaint.id)


def knows(
    desk: Desk, complaint: Complaint, staff: Staff, carers: frozenset[UUID] | None = None
) -> bool:
    """Whether somebody else may see a complaint: the same rule as `visible`, turned round.

    carers: `carers_of` its client, where many are asked about.
    """
    if staff.id == complaint.about_staff_id or staff.role not in WORKS_HERE:
        return False
    if staff.role in SENIOR or staff.id == complaint.owner_id:
        return True
    if complaint.restricted is not RestrictedClass.NORMAL:
        return False
    known = carers_of(desk, complaint.client_id) if carers is None else carers
    return staff.id in known


def carers_of(desk: Desk, client_id: UUID) -> frozenset[UUID]:
    """Who leads the client, or stands in for who does."""
    asked = aliased(Staff)
    led = select(Client.id).where(Client.id == client_id, in_care_of(asked.id, desk.now))
    found = select(asked.id).where(asked.role.in_(WORKS_HERE), led.exists())
    return frozenset(desk.session.scalars(found))


def parts_of(desk: Desk, complaint: Complaint) -> frozenset[Part]:
    """What the person at work is to a complaint that they see."""
    parts = {Part.STAFF}
    if complaint.owner_id == desk.actor.id:
        parts.add(Part.OWNER)
    if desk.actor.role is Role.HEAD:
        parts.add(Part.HEAD)
    if desk.actor.role is Role.EXECUTIVE:
        parts.add(Part.EXECUTIVE)
    if desk.actor.role is Role.MANAGER:
        parts.add(Part.MANAGER)
    return frozenset(parts)
