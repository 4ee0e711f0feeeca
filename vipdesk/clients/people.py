"""People around a client: household, circle, staff, those to keep apart; seen from both ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.clients.names import full_name
from vipdesk.clients.phones import to_e164
from vipdesk.clients.rows import PersonRow
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import cares_for, client_of, readable
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ChannelPreference, Client, PersonAround
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import Say, Who, say

# Words that address books use for relations; other words are the person's own and stay.
_KNOWN = {
    "spouse": say("Spouse"), "husband": say("Husband"), "wife": say("Wife"),
    "partner": say("Partner"), "child": say("Child"), "son": say("Son"),
    "daughter": say("Daughter"), "parent": say("Parent"), "mother": say("Mother"),
    "father": say("Father"), "brother": say("Brother"), "sister": say("Sister"),
    "assistant": say("Assistant"), "secretary": say("Assistant"), "driver": say("Driver"),
    "bodyguard": say("Bodyguard"), "friend": say("Friend"), "employer": say("Employer"),
}  # fmt: skip


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


def label_of(word: str) -> Say | str:
    """A relation as a person reads it: known words in the reader's language, others as written."""
    return _KNOWN.get(word.strip().lower(), word)


def add_person_around(
    desk: Desk, client_id: UUID, fields: PersonFields, *, person_id: UUID | None = None
) -> UUID:
    """Add somebody: by name, or another client of the club. `may_act`: answers count."""
    client_of(desk, client_id)
    name = _name_of(desk, client_id, fields)
    if fields.may_act and not (fields.phone.strip() or fields.email.strip()):
        raise UserError(
            say("Who may answer for the client needs a phone or an e-mail address."), field="phone"
        )
    if fields.since and fields.until and fields.until < fields.since:
        raise UserError(say("The end is before the beginning."), field="until")
    row = PersonAround(
        id=person_id or new_id(), client_id=client_id, other_client_id=fields.other_client_id,
        kind=fields.kind, name=name[:200], label_there=fields.label_there.strip()[:80],
        label_back=fields.label_back.strip()[:80],
        phone=(to_e164(fields.phone) or fields.phone.strip())[:40],
        email=fields.email.strip()[:200],
        may_act=fields.may_act, sensitivity=fields.sensitivity, since=fields.since,
        until=fields.until, note=fields.note.strip(),
    )  # fmt: skip
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
    kept = PersonFields(
        row.kind, row.name, row.label_there, row.label_back, row.other_client_id, row.phone,
        row.email, row.may_act, row.sensitivity, row.since, row.until, row.note,
    )  # fmt: skip
    client_id = row.client_id
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_person_around", "person_around", person_id, ("kind", "name"))
    keep_found(desk, client_id)
    return client_id, kept


def list_people_around(desk: Desk, client_id: UUID) -> tuple[PersonRow, ...]:
    """Both directions, one entry a person; who is past (`until`) comes last, frictions too."""
    may_read = readable(desk, cares=cares_for(desk, client_id))
    wanted = select(PersonAround).where(
        or_(PersonAround.client_id == client_id, PersonAround.other_client_id == client_id)
    )
    found = [p for p in desk.session.scalars(wanted) if p.sensitivity in may_read]
    others = {p.other_client_id if p.client_id == client_id else p.client_id for p in found}
    clients = desk.session.scalars(
        select(Client).where(Client.id.in_([i for i in others if i is not None]))
    )
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
        person.since, person.until, person.note if there else "", there,
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
