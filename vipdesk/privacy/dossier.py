"""The dossier: everything the club holds about one client, from all rooms, as rows.

`collect` reads; `privacy.dossier_json` and `privacy.dossier_pdf` write it down. What the person
making it may not read is not in it and not hinted at: no empty chapter, no count. A dossier
asked for by the client is made whole by the head of VIP service or an executive.

Third persons (GDPR 15 (4); 152-ФЗ 14 (8) 4): of people around only what the client told about
the relation; their telephones, addresses and notes are withheld and marked so. A person to
keep apart and another client of the club stay nameless. Staff stand by name where they led
the client, else by role. Names inside free words cannot be found by a machine: who hands the
dossier over reads it first.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email import message_from_bytes, policy
from enum import IntEnum, StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.exports import Mark, begin_export
from vipdesk.access.merging import list_changes
from vipdesk.clients.names import full_name
from vipdesk.clients.sight import SPECIAL, cares_for, client_of, readable, sees_special
from vipdesk.models import (
    Benefit,
    Event,
    EventOption,
    Fact,
    Guest,
    GuestList,
    Interaction,
    JournalEntry,
    PersonAround,
    Staff,
    Tier,
)
from vipdesk.models.types import UtcDateTime
from vipdesk.privacy.holdings import HOLDINGS, Holding, Section
from vipdesk.privacy.requests import ask_access
from vipdesk.privacy.sight import is_leader, need_care, readable_rows
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import Channel, PersonKind, Role
from vipdesk.wording import Who

SCHEMA = "vipdesk-dossier-1"
"""Version of the JSON; `docs/decisions/privacy.md` documents it."""

Value = str | int | float | bool | None | list[Any] | dict[str, Any]


class DossierFor(StrEnum):
    """Whom a dossier is for; the word stands in the journal as the reason."""

    CLIENT = "client"
    AUTHORITY = "authority"
    INTERNAL = "internal"


_REASONS: Mapping[DossierFor, str] = {
    DossierFor.CLIENT: "asked for by the client",
    DossierFor.AUTHORITY: "asked for by an authority",
    DossierFor.INTERNAL: "internal review",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: column → value as it is held. `withheld`: columns kept back for a third person."""

    table: str
    id: UUID
    values: Mapping[str, Any]
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """All rows of one section, the oldest first."""

    section: Section
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything held. `whole`: made by somebody who may read all of it.

    request_id: the client's own wish, open until the file is written.
    """

    client_id: UUID
    name: Who
    made_for: DossierFor
    mark: Mark
    chapters: tuple[Chapter, ...]
    whole: bool
    request_id: UUID | None = None


def make_dossier(
    desk: Desk, client_id: UUID, *, made_for: DossierFor, channel: Channel | None = None
) -> Dossier:
    """Gather it and leave the entry in the journal; a request of the client is noted.

    It is answered when the file is written: `requests.answer_access(desk, request_id)`.

    Raises `UserError` for who neither leads the client nor answers for privacy.
    """
    need_care(desk, client_id)
    client = client_of(desk, client_id)
    mark = begin_export(
        desk, "export_dossier", reason=_REASONS[made_for], fields=("client", str(client_id))
    )
    asked = None
    if made_for is DossierFor.CLIENT:
        asked = ask_access(desk, client_id, channel=channel)
    name = Who(full_name(client.surname, client.given, client.patronymic), client.latin_name)
    chapters = collect(desk, client_id)
    return Dossier(client_id, name, made_for, mark, chapters, is_leader(desk), asked)


def collect(desk: Desk, client_id: UUID) -> tuple[Chapter, ...]:
    """The chapters this person may read, in their order; an empty one is not there."""
    reader = _Reader(desk, client_id)
    found: dict[Section, list[Entry]] = {}
    for held in HOLDINGS:
        found.setdefault(held.section, []).extend(reader.entries(held))
    rows = [(e.table, e.id) for entries in found.values() for e in entries]
    found[Section.JOURNAL] = reader.journal(rows)
    return tuple(Chapter(s, tuple(found[s])) for s in Section if found.get(s))


class _Reader:
    """Reads rows of one client for one person; names of staff, tiers and events are read once."""

    def __init__(self, desk: Desk, client_id: UUID) -> None:
        self.desk, self.client_id = desk, client_id
        self.cares = cares_for(desk, client_id)
        self.leads = is_leader(desk)
        session = desk.session
        self.staff = {s.id: s for s in session.scalars(select(Staff))}
        self.tiers = {t.id: t for t in session.scalars(select(Tier))}
        listed = (
            select(GuestList.id, Event)
            .join(Event, Event.id == GuestList.event_id)
            .where(
                GuestList.id.in_(select(Guest.guest_list_id).where(Guest.client_id == client_id))
            )
        )
        self.lists = {row.id: row.Event for row in session.execute(listed)}

    def entries(self, held: Holding) -> list[Entry]:
        seen = readable_rows(self.desk, held)
        if seen is None:
            return []
        rows = self.desk.session.scalars(
            select(held.model).where(held.whose(self.client_id), seen).order_by(*_in_time(held))
        )
        return [self._entry(held, row) for row in rows if self._may_read(row)]

    def journal(self, rows: list[tuple[str, UUID]]) -> list[Entry]:
        """Verbs and moments; people who worked on it by their role.

        In a team of shared tables alone, the last twenty of each row: `list_changes`.
        """
        people = {str(key): s for key, s in self.staff.items()}
        people |= {s.login: s for s in self.staff.values() if s.login}
        found: list[tuple[Any, str]]
        if not held_by_database(self.desk.session):
            wanted = select(JournalEntry).where(JournalEntry.object_id.in_({k for _, k in rows}))
            entries = self.desk.session.scalars(wanted.order_by(JournalEntry.seq))
            found = [(entry, entry.object_table) for entry in entries]
        else:
            found = [(e, t) for t, k in rows for e in list_changes(self.desk, t, k)]
            found.sort(key=lambda pair: pair[0].at)
        return [
            Entry(
                "journal_entry",
                UUID(int=number),
                {
                    "at": entry.at,
                    "verb": entry.verb,
                    "object_table": table,
                    "fields": entry.fields,
                    "by": people[entry.actor].role if entry.actor in people else "automatic",
                },
            )
            for number, (entry, table) in enumerate(found)
        ]

    def _may_read(self, row: Any) -> bool:
        if self.leads:
            return True
        if isinstance(row, Fact):
            return row.kind not in SPECIAL or sees_special(self.desk, cares=self.cares)
        if isinstance(row, Interaction):
            mine = row.staff_id == self.desk.actor.id
            return mine or row.sensitivity in readable(self.desk, cares=self.cares)
        if isinstance(row, PersonAround):
            return row.sensitivity in readable(self.desk, cares=self.cares)
        return True

    def _entry(self, held: Holding, row: Any) -> Entry:
        if isinstance(row, PersonAround):
            return self._person(held, row)
        values: dict[str, Any] = {}
        for column in held.shown:
            values[column.removesuffix("_id")] = self._value(column, getattr(row, column), row)
        return Entry(held.table, row.id, values)

    def _person(self, held: Holding, row: PersonAround) -> Entry:
        """Somebody else: the relation is the client's own, the rest is not."""
        there = row.client_id == self.client_id
        nameless = row.kind is PersonKind.FRICTION or row.other_client_id is not None or not there
        withheld = ["phone", "email", "note"] + (["name"] if nameless else [])
        values: dict[str, Any] = {c: getattr(row, c) for c in held.shown}
        values["label_there" if there else "label_back"] = row.label_there if there else ""
        values["relation"] = row.label_there if there else row.label_back
        for column in ("label_there", "label_back", *withheld):
            values.pop(column, None)
        linked = {"name"} if row.other_client_id is not None else set()
        kept_back = tuple(c for c in withheld if getattr(row, c) or c in linked)
        return Entry(held.table, row.id, values, kept_back)

    def _value(self, column: str, value: Any, row: Any) -> Any:
        if isinstance(value, bytes):
            return readable_bytes(value)
        if not isinstance(value, UUID):
            return value
        if column == "tier_id":
            tier = self.tiers.get(value)
            return Who(tier.name_ru, tier.name_en) if tier else None
        if column in ("event_id", "guest_list_id", "benefit_id", "option_id"):
            return self._thing(column, value)
        person = self.staff.get(value)
        if person is None:
            return None
        led = column in ("manager_id", "deputy_id", "owner_id", "author_id")
        return Who.of(person) if led else Role(person.role)

    def _thing(self, column: str, key: UUID) -> Who | None:
        if column == "benefit_id":
            benefit = self.desk.session.get(Benefit, key)
            return Who(benefit.name_ru, benefit.name_en) if benefit else None
        if column == "option_id":
            option = self.desk.session.get(EventOption, key)
            return Who(option.title, option.title_en) if option else None
        event = self.lists.get(key) if column == "guest_list_id" else None
        event = event or self.desk.session.get(Event, key)
        return Who(event.title, event.title_en) if event else None


def _in_time(held: Holding) -> tuple[Any, ...]:
    """The oldest first by the first moment shown: hidden keys are random and say nothing."""
    columns = held.model.__table__.columns
    moments = (c for c in held.shown if isinstance(columns[c].type, UtcDateTime))
    first = next(moments, None)
    return (held.model.id,) if first is None else (getattr(held.model, first), held.model.id)


def readable_bytes(data: bytes) -> str | dict[str, str]:
    """A mail as its text, a text as it is, a PDF and the like in Base64."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode()}
    if "\nContent-Type:" not in text and not text.startswith("Content-Type:"):
        return text
    mail = message_from_bytes(data, policy=policy.default)
    part = mail.get_body(preferencelist=("plain", "html"))
    body = str(part.get_content()) if part is not None else text
    return f"{mail.get('Subject', '')}\n\n{body}".strip()


def plain(value: Any) -> Value:
    """A value as JSON has it: moments in ISO 8601 (UTC), words of the vocabulary as codes."""
    match value:
        case Who():
            return {"name": value.name, "latin": value.latin}
        case IntEnum():
            return int(value)
        case StrEnum():
            return str(value)
        case datetime() | date():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return value  # type: ignore[no-any-return]
