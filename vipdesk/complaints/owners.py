"""Whose a complaint is: the client's manager, unless it is about that manager or the line above.

One owner from filing to the end (CH-08). A complaint about the manager goes around the
manager: to the head of VIP service, and if it is about the head, to an executive.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Uuid, bindparam, or_, select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk, StaffRow
from vipdesk.access.office import staff_row
from vipdesk.complaints import history, sight, stems
from vipdesk.complaints.policy import Policy
from vipdesk.errors import UserError
from vipdesk.models import Client, Complaint, Staff
from vipdesk.vocabulary import CaseEventKind, RestrictedClass, Role
from vipdesk.wording import Who, say

_LINE = 5  # how far up the reporting line goes


@dataclass(frozen=True, slots=True)
class About:
    """The member of staff a complaint is about. `sure`: picked, or named by surname or office.

    Only a given name is not sure: another person may be called so.
    """

    staff_id: UUID
    name: Who
    sure: bool


@dataclass(frozen=True, slots=True)
class Ownership:
    """The owner, and whether the case is kept around the client's manager.

    may_deny: the person who files may say that it is not about the manager after all.
    """

    owner: StaffRow
    conflict: bool
    may_deny: bool


def who(desk: Desk, staff_id: UUID | None) -> Who:
    """A member of the staff by name; nobody for None."""
    return Who.of(desk.session.get(Staff, staff_id) if staff_id else None)


def is_senior(desk: Desk, staff_id: UUID | None) -> bool:
    """Whether somebody is the head of VIP service or an executive."""
    staff = desk.session.get(Staff, staff_id) if staff_id else None
    return staff is not None and staff.role in (Role.HEAD, Role.EXECUTIVE)


def manager_and_line(desk: Desk, client: Client) -> list[Staff]:
    """The client's manager, the client's deputy, and those the manager reports to."""
    found: list[Staff] = []
    next_id = client.manager_id
    # At hand for the steps below: mostly nobody else is asked for.
    near = desk.session.scalars(_NEAR, {"manager": next_id, "deputy": client.deputy_id}).all()
    while next_id is not None and len(found) < _LINE:
        staff = desk.session.get(Staff, next_id)
        if staff is None or staff in found:
            break
        found.append(staff)
        next_id = staff.reports_to_id
    deputy = desk.session.get(Staff, client.deputy_id) if client.deputy_id else None
    if deputy is not None and deputy not in found:
        found.append(deputy)
    del near
    return found


_ABOVE = aliased(Staff)
_NEAR = select(Staff).where(
    or_(
        Staff.id.in_((bindparam("manager", type_=Uuid()), bindparam("deputy", type_=Uuid()))),
        Staff.id.in_(select(_ABOVE.reports_to_id).where(_ABOVE.id == bindparam("manager"))),
    )
)


def about(line: list[Staff], text: str, picked_id: UUID | None, policy: Policy) -> About | None:
    """Whom of the client's manager and `manager_and_line` a complaint is about, if of anybody."""
    if picked_id is not None:
        picked = next((s for s in line if s.id == picked_id), None)
        return None if picked is None else About(picked.id, Who.of(picked), sure=True)
    for staff in line:
        latin = staff.latin_name.rpartition(" ")[2]
        if stems.names_person(text, staff.surname, latin):
            return About(staff.id, Who.of(staff), sure=True)
    if not line:
        return None
    manager = line[0]
    if stems.any_mentioned(text, policy.words["manager"]):
        return About(manager.id, Who.of(manager), sure=True)
    if stems.names_person(text, manager.given, manager.latin_name.partition(" ")[0]):
        return About(manager.id, Who.of(manager), sure=False)
    return None


def owner_of(desk: Desk, client: Client, about: About | None, *, denied: bool) -> Ownership:
    """Who gets a complaint. Raises `UserError` where nobody could.

    Only an unsure guess may be denied, and never by the person it is about.
    """
    may_deny = about is not None and not about.sure and about.staff_id != desk.actor.id
    if about is not None and not (denied and may_deny):
        around = _senior_but(desk, {about.staff_id, client.manager_id})
        if around is not None:
            return Ownership(staff_row(around), conflict=True, may_deny=may_deny)
    return Ownership(_usual_owner(desk, client), conflict=False, may_deny=may_deny)


def list_new_owners(desk: Desk, complaint_id: UUID) -> tuple[StaffRow, ...]:
    """Whom a case may be given to, the client's manager and deputy first.

    Heads and executives, and who leads the client: another manager would own a case without
    seeing its client. Never whom it is about; a case kept around the manager stays with heads
    and executives. Empty for who may not give cases. Raises `NotFound`.
    """
    complaint = sight.find(desk, complaint_id)
    if desk.actor.role not in sight.SENIOR:
        return ()
    return tuple(staff_row(s) for s in _fit(desk, complaint) if s.id != complaint.owner_id)


def give_complaint(desk: Desk, complaint_id: UUID, *, owner_id: UUID, reason: str = "") -> UUID:
    """Another owner from now on; clocks and promises stay as they are. For management.

    Returns the owner before. Raises `NotFound`, `UserError` on 'owner_id'.
    """
    complaint = sight.find(desk, complaint_id)
    if desk.actor.role not in sight.SENIOR:
        raise UserError(say("Only a head or an executive gives a case to somebody else."))
    before = complaint.owner_id
    if owner_id not in {s.id for s in _fit(desk, complaint)}:
        raise UserError(
            say("This case cannot be given to this person. Choose another."), field="owner_id"
        )
    if owner_id == before:
        return before
    complaint.owner_id = owner_id
    desk.session.flush()
    history.write(
        desk, complaint, CaseEventKind.OWNER, text=reason.strip(), was=str(before),
        to=str(owner_id),
    )  # fmt: skip
    desk.note("give_complaint", "complaint", complaint.id, ("owner_id",))
    return before


def _fit(desk: Desk, complaint: Complaint) -> list[Staff]:
    client = desk.session.get(Client, complaint.client_id)
    near: list[UUID | None] = [client.manager_id, client.deputy_id] if client else []
    roles = (*sight.SENIOR, Role.MANAGER)
    if complaint.restricted is RestrictedClass.CONFLICT:
        roles = tuple(sight.SENIOR)
    found = desk.session.scalars(
        select(Staff)
        .where(Staff.left_at.is_(None), Staff.role.in_(roles))
        .order_by(Staff.surname, Staff.given)
    )
    fit = [
        s for s in found
        if s.id != complaint.about_staff_id and (s.role in sight.SENIOR or s.id in near)
    ]  # fmt: skip
    return sorted(fit, key=lambda s: s.id not in near)


def _usual_owner(desk: Desk, client: Client) -> StaffRow:
    for staff_id in (client.manager_id, client.deputy_id):
        staff = desk.session.get(Staff, staff_id) if staff_id else None
        if staff is not None and staff.left_at is None:
            return staff_row(staff)
    if desk.actor.role in (Role.MANAGER, Role.HEAD, Role.EXECUTIVE):
        return desk.actor
    senior = _senior_but(desk, set())
    if senior is None:
        raise UserError(
            say("Nobody could take this complaint: give the client a personal manager first."),
            field="client_id",
        )
    return staff_row(senior)


def _senior_but(desk: Desk, but: set[UUID | None]) -> Staff | None:
    """The head of VIP service, else an executive; somebody present before somebody absent."""
    rows = desk.session.scalars(
        select(Staff).where(Staff.role.in_((Role.HEAD, Role.EXECUTIVE)), Staff.left_at.is_(None))
    )
    fit = [s for s in rows if s.id not in but]

    def order(staff: Staff) -> tuple[bool, bool, str]:
        absent = staff.absent_until is not None and staff.absent_until > desk.now
        return absent, staff.role is not Role.HEAD, staff.surname

    return min(fit, key=order, default=None)
