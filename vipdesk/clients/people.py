"""People around a client: household, circle, staff, those to keep apart; seen from both ends.

An edge stands at one client and is read from both: `label_there` says what the other is to the
client, `label_back` what the client is to the other. What may be read of it is `sight.readable`'s
to say, and what may not be read leaves no trace: not in a count, not in a path, not in a proposal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from dataclasses import fields as dataclass_fields
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, or_, select

from vipdesk.access import Desk, merging
from vipdesk.access.merging import Joined
from vipdesk.clients.names import full_name
from vipdesk.clients.phones import to_e164
from vipdesk.clients.rows import PersonRow
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import client_of, readable, readable_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ChannelPreference, Client, PersonAround
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import Who, say


@dataclass(frozen=True, slots=True)
class PersonFields:
    """Somebody around a client as the form gives it."""

    kind: PersonKind
    name: str = ""
    label_there: str = ""
    label_back: str = ""
    other_client_id: UUID | None = None
    phone: str = ""
    email: str = ""
    may_act: bool = False
    sensitivity: Sensitivity = Sensitivity.TEAM
    since: date | None = None
    until: date | None = None
    note: str = ""
    strength: int = 2


def add_person_around(
    desk: Desk, client_id: UUID, fields: PersonFields, *, person_id: UUID | None = None
) -> UUID:
    """Add somebody: by name, or another client of the club. `may_act`: answers count."""
    client_of(desk, client_id)
    row = PersonAround(id=person_id or new_id(), client_id=client_id)
    _set(row, _checked(desk, client_id, fields))
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_person_around", "person_around", row.id, ("kind", "name", "label_there"))
    keep_found(desk, client_id)
    return row.id


def remove_person_around(desk: Desk, person_id: UUID) -> tuple[UUID, PersonFields]:
    """Take somebody away; (client, fields) come back for the way back (`add_person_around`)."""
    row = desk.session.get(PersonAround, person_id)
    if row is None:
        raise NotFound(say("This person is not here any more."))
    through = select(ChannelPreference.id).where(ChannelPreference.via_person_id == person_id)
    if desk.session.scalar(through) is not None:
        raise UserError(say("The client is reached through this person. Change that wish first."))
    kept = _fields_of(row)
    client_id = row.client_id
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_person_around", "person_around", person_id, ("kind", "name"))
    keep_found(desk, client_id)
    return client_id, kept


def get_person_fields(desk: Desk, person_id: UUID, seen_from: UUID) -> PersonFields:
    """An edge as one of its two clients sees it: the base of the form. Raises `NotFound`."""
    row = desk.session.get(PersonAround, person_id)
    may_read = readable_of(desk, seen_from)
    if row is None or row.sensitivity not in may_read:
        raise NotFound(say("This person is not here any more."))
    return _seen_from(row, seen_from, _fields_of(row))


def change_person_around(
    desk: Desk, person_id: UUID, *, seen_from: UUID, base: PersonFields, values: PersonFields
) -> Joined[PersonFields]:
    """Save the form of an edge, from whichever end it was opened. Raises `Diverged`.

    Who the two are does not change by it: another person is another edge.
    """
    row = desk.session.get(PersonAround, person_id)
    if row is None:
        raise merging.removed(desk, "person_around", person_id, yours=values)
    theirs = _seen_from(row, seen_from, _fields_of(row))
    values = replace(values, other_client_id=theirs.other_client_id)
    joined = merging.join(desk, "person_around", person_id, base=base, yours=values, theirs=theirs)
    own = _seen_from(row, seen_from, joined.after)  # the same turn leads back
    own = _checked(desk, row.client_id, own)
    joined = replace(joined, after=_seen_from(row, seen_from, own))
    changed = merging.changed_fields(joined.before, joined.after)
    if changed:
        _set(row, own)
        desk.session.flush()
        desk.note("change_person_around", "person_around", person_id, changed)
        keep_found(desk, row.client_id)
    return joined


def end_person_around(desk: Desk, person_id: UUID) -> date | None:
    """It is over since yesterday: kept with its dates, at the end of the list and out of paths.

    Returns the end that stood there (None: none), for the way back.
    """
    row = desk.session.get(PersonAround, person_id)
    if row is None:
        raise NotFound(say("This person is not here any more."))
    before = row.until
    yesterday = desk.now.date() - timedelta(days=1)
    row.until = yesterday
    if row.since and row.since > yesterday:
        row.since = yesterday
    desk.session.flush()
    desk.note("change_person_around", "person_around", person_id, ("until",))
    return before


_AROUND = select(PersonAround).where(
    or_(
        PersonAround.client_id == bindparam("client_id"),
        PersonAround.other_client_id == bindparam("client_id"),
    )
)


def list_people_around(
    desk: Desk, client_id: UUID, *, cares: bool | None = None
) -> tuple[PersonRow, ...]:
    """Both directions, one entry a person; who is past (`until`) comes last, frictions too.

    `cares`: `sight.cares_for`, where the caller knows it.
    """
    may_read = readable_of(desk, client_id) if cares is None else readable(desk, cares=cares)
    around = desk.session.scalars(_AROUND, {"client_id": client_id})
    found = [p for p in around if p.sensitivity in may_read]
    others = {p.other_client_id if p.client_id == client_id else p.client_id for p in found}
    ids = [i for i in others if i is not None]
    clients = desk.session.scalars(select(Client).where(Client.id.in_(ids))) if ids else ()
    names = {c.id: Who(full_name(c.surname, c.given, c.patronymic), c.latin_name) for c in clients}
    rows: dict[tuple[object, PersonKind], PersonRow] = {}
    for person in sorted(found, key=lambda p: p.client_id != client_id):
        row = _row(person, client_id, names)
        rows.setdefault((row.client_id or row.id, row.kind), row)
    order = list(PersonKind)
    today = desk.now.date()
    return tuple(
        sorted(
            rows.values(),
            key=lambda r: (bool(r.until and r.until < today), order.index(r.kind), r.who.name),
        )
    )


def _row(person: PersonAround, client_id: UUID, names: dict[UUID, Who]) -> PersonRow:
    there = person.client_id == client_id
    other = person.other_client_id if there else person.client_id
    who = names[other] if other in names else Who(person.name)
    label = person.label_there if there else person.label_back
    return PersonRow(
        person.id, person.kind, who, label, other, person.phone if there else "",
        person.email if there else "", person.may_act and there, person.sensitivity,
        person.since, person.until, person.note if there else "", there, person.strength,
    )  # fmt: skip


def _name_of(desk: Desk, client_id: UUID, fields: PersonFields) -> str:
    if fields.other_client_id is None:
        name = " ".join(fields.name.split())
        if not name:
            raise UserError(say("Write the person’s name."), field="name")
        return name
    if fields.other_client_id == client_id:
        raise UserError(say("A client cannot be in their own circle."), field="other_client_id")
    other = client_of(desk, fields.other_client_id)
    return full_name(other.surname, other.given, other.patronymic)


def _checked(desk: Desk, client_id: UUID, fields: PersonFields) -> PersonFields:
    name = _name_of(desk, client_id, fields)
    if fields.may_act and not (fields.phone.strip() or fields.email.strip()):
        raise UserError(
            say("Who may answer for the client needs a phone or an e-mail address."), field="phone"
        )
    if fields.since and fields.until and fields.until < fields.since:
        raise UserError(say("The end is before the beginning."), field="until")
    if fields.strength not in (1, 2, 3):
        raise UserError(say("How close they are is 1, 2 or 3."), field="strength")
    return replace(
        fields,
        name=name[:200],
        label_there=fields.label_there.strip()[:80],
        label_back=fields.label_back.strip()[:80],
        phone=(to_e164(fields.phone) or fields.phone.strip())[:40],
        email=fields.email.strip()[:200],
        note=fields.note.strip(),
    )


def _fields_of(row: PersonAround) -> PersonFields:
    return PersonFields(**{f.name: getattr(row, f.name) for f in dataclass_fields(PersonFields)})


def _set(row: PersonAround, values: PersonFields) -> None:
    for f in dataclass_fields(PersonFields):
        setattr(row, f.name, getattr(values, f.name))


def _seen_from(row: PersonAround, client_id: UUID, values: PersonFields) -> PersonFields:
    """The values as the client at the other end reads them; from its own end, as they are."""
    if row.client_id == client_id:
        return values
    other = row.client_id if values.other_client_id == client_id else client_id
    return replace(
        values,
        label_there=values.label_back,
        label_back=values.label_there,
        other_client_id=other,
    )
