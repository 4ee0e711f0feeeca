"""Colleagues: added, changed, deputised for, let go.

In a vault anybody may keep the list: roles there are a convenience. In a team the database lets
only its administrator (`vipdesk team …`) write it; everybody reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, or_, select

from vipdesk.access.desk import Desk, StaffRow
from vipdesk.access.office import staff_row
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Staff
from vipdesk.store.store import changed
from vipdesk.vocabulary import Gender, Role
from vipdesk.wording import say

_LIMITS = {
    "surname": 120, "given": 120, "patronymic": 120, "latin_name": 200, "email": 200, "phone": 40,
}  # fmt: skip
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")
_LINE = 20  # a reporting line is shorter than this, or it is a ring


@dataclass(frozen=True, slots=True)
class ColleagueFields:
    """What the form of a colleague edits. `reachable`: '09:00-21:00', the working hours."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    latin_name: str = ""
    gender: Gender | None = None
    role: Role = Role.MANAGER
    email: str = ""
    phone: str = ""
    reports_to_id: UUID | None = None


_NAMES = tuple(f.name for f in fields(ColleagueFields))


@dataclass(frozen=True, slots=True)
class ColleagueRow:
    """A colleague in the list. `clients`: how many present clients they lead.

    `login` is the database role in a team, '' in a vault. `deputy_id` stands in until
    `absent_until`.
    """

    id: UUID
    version: int
    staff: StaffRow
    fields: ColleagueFields
    login: str
    clients: int
    deputy_id: UUID | None
    absent_until: datetime | None
    left_at: datetime | None


@dataclass(frozen=True, slots=True)
class Absence:
    """Who stood in for somebody, and until when, before a change of it."""

    staff_id: UUID
    deputy_id: UUID | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class LetGo:
    """What `let_go` ended, for the way back (`take_back`): of the person, of others, of clients."""

    absence: Absence
    stood_in_for: tuple[UUID, ...]
    reported: tuple[UUID, ...]
    clients: tuple[UUID, ...]


def list_colleagues(desk: Desk, *, with_left: bool = False) -> tuple[ColleagueRow, ...]:
    """Everybody who works here, by surname; then who left and still leads clients.

    with_left: everybody who left.
    """
    led = (
        select(Client.manager_id, func.count().label("led"))
        .where(Client.left_on.is_(None))
        .group_by(Client.manager_id)
        .subquery()
    )
    wanted = select(Staff, led.c.led).outerjoin(led, led.c.manager_id == Staff.id)
    if not with_left:
        wanted = wanted.where(or_(Staff.left_at.is_(None), led.c.led.is_not(None)))
    rows = desk.session.execute(
        wanted.order_by(Staff.left_at.is_not(None), Staff.surname, Staff.given)
    )
    return tuple(_row(staff, count or 0) for staff, count in rows)


def add_colleague(
    desk: Desk, values: ColleagueFields, *, staff_id: UUID | None = None, login: str | None = None
) -> UUID:
    """Add somebody to the staff. Raises `UserError` with the field's name."""
    values = _checked(desk, values, None)
    row = Staff(id=staff_id or new_id(), login=login)
    _set(row, values)
    desk.session.add(row)
    desk.session.flush()
    filled = tuple(n for n in _NAMES if getattr(values, n) not in ("", None))
    desk.note("add_colleague", "staff", row.id, filled)
    return row.id


def remove_colleague(desk: Desk, staff_id: UUID) -> None:
    """Take back somebody just added: the way back of `add_colleague`."""
    row = _find(desk, staff_id)
    if row.id == desk.actor.id or _led(desk, staff_id):
        raise UserError(say("This person has worked here already. Note the leaving instead."))
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_colleague", "staff", staff_id)


def change_colleague(
    desk: Desk, staff_id: UUID, *, version: int, values: ColleagueFields
) -> tuple[int, ColleagueFields]:
    """Save the form. `Conflict` if somebody saved since `version` was read.

    Returns the new version and what was there, so that it can be undone.
    """
    row = _find(desk, staff_id)
    if row.version != version:
        raise Conflict(
            say("Somebody else changed this at the same time. Look at it again, then save.")
        )
    before = _fields_of(row)
    values = _checked(desk, values, staff_id)
    edited = tuple(n for n in _NAMES if getattr(before, n) != getattr(values, n))
    if edited:
        _set(row, values)
        desk.session.flush()
        desk.note("change_colleague", "staff", staff_id, edited)
    return row.version, before


def deputise(
    desk: Desk, staff_id: UUID, *, deputy_id: UUID | None, until: datetime | None
) -> Absence:
    """Somebody stands in for a colleague until a moment; None for both: the colleague is back.

    Returns what was there; `restore_absence` is the way back. Raises `UserError` on
    'deputy_id' or 'until'.
    """
    row = _find(desk, staff_id)
    before = Absence(staff_id, row.deputy_id, row.absent_until)
    if deputy_id is None:
        until = None
    elif deputy_id == staff_id:
        raise UserError(say("Nobody can stand in for themselves."), field="deputy_id")
    else:
        deputy = desk.session.get(Staff, deputy_id)
        if deputy is None or deputy.left_at is not None:
            raise UserError(say("Choose somebody who works here."), field="deputy_id")
        if until is None or until <= desk.now:
            raise UserError(say("Choose a day that is still to come."), field="until")
    return _put_absence(desk, row, Absence(staff_id, deputy_id, until), before)


def restore_absence(desk: Desk, before: Absence) -> Absence:
    """The way back of `deputise`."""
    row = _find(desk, before.staff_id)
    return _put_absence(desk, row, before, Absence(row.id, row.deputy_id, row.absent_until))


def end_absences(desk: Desk) -> int:
    """Who was away until a moment that has passed is back: nobody stands in any more."""
    back = desk.session.scalars(
        select(Staff).where(Staff.deputy_id.is_not(None), Staff.absent_until <= desk.now)
    ).all()
    for row in back:
        row.deputy_id, row.absent_until = None, None
        desk.session.flush()
        desk.note("end_absence", "staff", row.id, ("deputy_id", "absent_until"))
    return len(back)


def let_go(desk: Desk, staff_id: UUID) -> LetGo:
    """Somebody works here no longer; history keeps the name. Nobody reports to them any more.

    Refused for oneself, and while they lead clients: those are handed over first.
    """
    row = _find(desk, staff_id)
    if staff_id == desk.actor.id:
        raise UserError(say("You are at work yourself. Another colleague can note your leaving."))
    led = _led(desk, staff_id)
    if led:
        raise UserError(
            say("{n} clients are still led by this person. Hand them over first.", n=led)
        )
    stood_in = desk.session.scalars(select(Staff).where(Staff.deputy_id == staff_id)).all()
    reported = desk.session.scalars(select(Staff).where(Staff.reports_to_id == staff_id)).all()
    clients = desk.session.scalars(select(Client).where(Client.deputy_id == staff_id)).all()
    absence = Absence(staff_id, row.deputy_id, row.absent_until)
    for other in stood_in:
        other.deputy_id = None
    for client in clients:
        client.deputy_id = None
    for other in reported:
        other.reports_to_id = row.reports_to_id
    row.left_at = desk.now
    row.deputy_id, row.absent_until = None, None
    desk.session.flush()
    desk.note("let_go", "staff", staff_id, ("left_at",))
    return LetGo(absence, *(tuple(r.id for r in rows) for rows in (stood_in, reported, clients)))


def take_back(desk: Desk, done: LetGo) -> None:
    """The way back of `let_go`."""
    row = desk.session.get(Staff, done.absence.staff_id)
    if row is None:
        raise NotFound(say("This person is not here any more."))
    row.left_at = None
    row.deputy_id, row.absent_until = done.absence.deputy_id, done.absence.until
    for other_id in done.stood_in_for:
        other = desk.session.get_one(Staff, other_id)
        other.deputy_id = other.deputy_id or row.id
    for other_id in done.reported:
        desk.session.get_one(Staff, other_id).reports_to_id = row.id
    for client_id in done.clients:
        client = desk.session.get(Client, client_id)
        if client is not None and client.deputy_id is None and client.manager_id != row.id:
            client.deputy_id = row.id
    desk.session.flush()
    desk.note("take_colleague_back", "staff", row.id, ("left_at",))


# Inside --------------------------------------------------------------------------------------


def _row(s: Staff, clients: int) -> ColleagueRow:
    return ColleagueRow(
        s.id, s.version, staff_row(s), _fields_of(s), s.login or "", clients, s.deputy_id,
        s.absent_until, s.left_at,
    )  # fmt: skip


def _fields_of(s: Staff) -> ColleagueFields:
    return ColleagueFields(**{name: getattr(s, name) for name in _NAMES})


def _set(row: Staff, values: ColleagueFields) -> None:
    for name in _NAMES:
        setattr(row, name, getattr(values, name))


def _find(desk: Desk, staff_id: UUID) -> Staff:
    row = desk.session.get(Staff, staff_id)
    if row is None or row.left_at is not None:
        raise NotFound(say("This person is not here any more."))
    return row


def _led(desk: Desk, staff_id: UUID) -> int:
    return desk.session.scalar(select(func.count()).where(Client.manager_id == staff_id)) or 0


def _put_absence(desk: Desk, row: Staff, now: Absence, before: Absence) -> Absence:
    if now != before:
        row.deputy_id, row.absent_until = now.deputy_id, now.until
        desk.session.flush()
        desk.note("deputise", "staff", row.id, ("deputy_id", "absent_until"))
        # Whose clients one sees has changed: lists of clients look again.
        changed(desk.session, "client", row.id)
    return before


def _checked(desk: Desk, values: ColleagueFields, staff_id: UUID | None) -> ColleagueFields:
    texts = {n: " ".join(getattr(values, n).split()) for n in _LIMITS}
    values = replace(values, **texts)  # type: ignore[arg-type]
    for name in ("surname", "given"):
        if not texts[name]:
            raise UserError(say("Please fill this in."), field=name)
    for name, limit in _LIMITS.items():
        if len(texts[name]) > limit:
            raise UserError(say("Enter {limit} characters at most.", limit=limit), field=name)
    if values.email and not _ADDRESS.fullmatch(values.email):
        raise UserError(say("This is not an e-mail address."), field="email")
    _check_line(desk, values.reports_to_id, staff_id)
    return values


def _check_line(desk: Desk, above: UUID | None, staff_id: UUID | None) -> None:
    """The reporting line ends at the top: nobody reports to themselves, however far around."""
    for _ in range(_LINE):
        if above is None:
            return
        boss = desk.session.get(Staff, above)
        if boss is None or boss.left_at is not None:
            raise UserError(say("Choose somebody who works here."), field="reports_to_id")
        if boss.id == staff_id:
            break
        above = boss.reports_to_id
    raise UserError(
        say("This person already reports to the one you edit. Choose another."),
        field="reports_to_id",
    )
