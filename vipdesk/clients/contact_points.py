"""Phones, e-mail and postal addresses, messenger names of a client."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, select, update

from vipdesk.access import Desk
from vipdesk.clients import points
from vipdesk.clients.incoming import IncomingPoint, one_line
from vipdesk.clients.rows import PointRow
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ContactPoint
from vipdesk.vocabulary import ContactKind
from vipdesk.wording import say


@dataclass(frozen=True, slots=True)
class PointFields:
    """A contact point as a person types it."""

    kind: ContactKind
    value: str
    label: str = ""
    preferred: bool = False


def checked_point(fields: PointFields) -> IncomingPoint:
    """A typed point, normalised. Raises `UserError` on 'value' for what cannot be used."""
    label, preferred = fields.label, fields.preferred
    match fields.kind:
        case ContactKind.PHONE:
            point, remark = points.phone(fields.value, label=label, preferred=preferred)
            if point is None or remark is not None:
                raise UserError(
                    say("Write the whole phone number, for example +7 916 123-45-67."),
                    field="value",
                )
        case ContactKind.EMAIL:
            point, _remark = points.email(fields.value, label=label, preferred=preferred)
            if point is None:
                raise UserError(
                    say("Write a whole e-mail address, for example name@company.ru."),
                    field="value",
                )
        case ContactKind.MESSENGER:
            point, _remark = points.messenger(fields.value, label)
        case ContactKind.ADDRESS:
            street = one_line(fields.value)
            point = points.address(("", "", street, "", "", "", ""), label=label)
    if point is None:
        raise UserError(say("Write the contact, or leave the line out."), field="value")
    return point


def add_contact_point(
    desk: Desk, client_id: UUID, fields: PointFields, *, point_id: UUID | None = None
) -> UUID:
    """Add a point. The client's own second spelling of one number is refused."""
    client_of(desk, client_id)
    point = checked_point(fields)
    taken = select(ContactPoint.id).where(
        ContactPoint.client_id == client_id,
        ContactPoint.kind == point.kind,
        ContactPoint.normalised == point.normalised,
    )
    if desk.session.scalar(taken) is not None:
        raise UserError(say("This contact is already on the client’s list."), field="value")
    if point.preferred:
        _only_one_preferred(desk, client_id, point.kind)
    row = put_point(desk, client_id, point, point_id)
    desk.note("add_contact_point", "contact_point", row.id, ("kind", "value"))
    keep_found(desk, client_id)
    return row.id


def put_point(
    desk: Desk, client_id: UUID, point: IncomingPoint, point_id: UUID | None = None
) -> ContactPoint:
    """Write a checked point: for verbs that write many and keep journal and search themselves."""
    row = ContactPoint(
        id=point_id or new_id(), client_id=client_id, kind=point.kind, value=point.value,
        normalised=point.normalised, label=point.label[:40], preferred=point.preferred,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    return row


def prefer_contact_point(desk: Desk, point_id: UUID) -> None:
    """The one to use of its kind."""
    row = _point(desk, point_id)
    _only_one_preferred(desk, row.client_id, row.kind)
    row.preferred = True
    desk.session.flush()
    desk.note("prefer_contact_point", "contact_point", point_id, ("preferred",))


def remove_contact_point(desk: Desk, point_id: UUID) -> PointRow:
    """Take a point away; the row comes back for the way back (`add_contact_point`)."""
    row = _point(desk, point_id)
    kept, client_id = point_row(row), row.client_id
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_contact_point", "contact_point", point_id, ("kind", "value"))
    keep_found(desk, client_id)
    return kept


# Made once: putting a statement together costs as much as asking it (`docs/decisions/speed.md`).
_OF_CLIENT = (
    select(ContactPoint)
    .where(ContactPoint.client_id == bindparam("client_id"))
    .order_by(ContactPoint.id)
)


def list_contact_points(desk: Desk, client_id: UUID) -> tuple[PointRow, ...]:
    """By kind, the preferred first."""
    order = list(ContactKind)
    rows = [point_row(p) for p in desk.session.scalars(_OF_CLIENT, {"client_id": client_id})]
    return tuple(sorted(rows, key=lambda p: (order.index(p.kind), not p.preferred)))


def owners_of(
    desk: Desk, wanted: Iterable[tuple[ContactKind, str]]
) -> dict[tuple[ContactKind, str], set[UUID]]:
    """Who has these phones and addresses: (kind, normalised) → clients. In blocks of 500."""
    keys = list(dict.fromkeys(wanted))
    found: dict[tuple[ContactKind, str], set[UUID]] = {}
    for at in range(0, len(keys), 500):
        block = set(keys[at : at + 500])
        rows = desk.session.execute(
            select(ContactPoint.kind, ContactPoint.normalised, ContactPoint.client_id).where(
                ContactPoint.normalised.in_([n for _, n in block])
            )
        )
        for kind, normalised, client_id in rows:
            if (kind, normalised) in block:
                found.setdefault((kind, normalised), set()).add(client_id)
    return found


def point_row(p: ContactPoint) -> PointRow:
    """A frozen row."""
    return PointRow(p.id, p.kind, p.value, p.normalised, p.label, p.preferred)


def _only_one_preferred(desk: Desk, client_id: UUID, kind: ContactKind) -> None:
    desk.session.execute(
        update(ContactPoint)
        .where(ContactPoint.client_id == client_id, ContactPoint.kind == kind)
        .values(preferred=False)
    )


def _point(desk: Desk, point_id: UUID) -> ContactPoint:
    row = desk.session.get(ContactPoint, point_id)
    if row is None:
        raise NotFound(say("This contact is not here any more."))
    return row
