"""Carrying out an import: all or nothing, with a report, and the way back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import select, text

from vipdesk.access import Desk
from vipdesk.access.safeguard import safeguarded
from vipdesk.clients.import_plan import (
    FILLED,
    ImportPlan,
    ImportRow,
    ImportVerdict,
    dry_run,
    plan_import,
    read_file,
    tiers_by_name,
)
from vipdesk.clients.incoming import Birthday, Incoming, Reading
from vipdesk.clients.names import sort_key
from vipdesk.clients.search_entry import KIND, client_entry, keep_found
from vipdesk.errors import Conflict, UserError
from vipdesk.ids import new_id
from vipdesk.models import (
    Client,
    ClientDate,
    ClientPhoto,
    ContactPoint,
    ImportBatch,
    Interaction,
    PersonAround,
    SearchEntry,
)
from vipdesk.store import search_index
from vipdesk.vocabulary import ContactKind, Direction, InteractionKind, Role, Sensitivity
from vipdesk.wording import Say, say

__all__ = [
    "ImportPlan", "ImportReport", "ImportRow", "ImportVerdict", "Outcome", "ReportRow",
    "carry_out", "dry_run", "plan_import", "read_file",
]  # fmt: skip
_BATCH = 1000
_BIRTH = ("birth_year", "birth_month", "birth_day")


class Outcome(StrEnum):
    """What became of a row."""

    ADDED = "added"
    MERGED = "merged"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"
    LEFT_OUT = "left_out"  # the person at the desk did not choose it


OUTCOME_SAID = {
    Outcome.ADDED: say("Added"),
    Outcome.MERGED: say("Merged"),
    Outcome.DUPLICATE: say("Twice in the file"),
    Outcome.REJECTED: say("Rejected"),
    Outcome.LEFT_OUT: say("Not chosen"),
}
_OUTCOMES = {
    ImportVerdict.ADD: Outcome.ADDED, ImportVerdict.MERGE: Outcome.MERGED,
    ImportVerdict.DUPLICATE: Outcome.DUPLICATE, ImportVerdict.REJECTED: Outcome.REJECTED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A row of the report: where it stood in the file, who it is, what became of it."""

    number: int
    first_line: int
    last_line: int
    name: str
    outcome: Outcome
    remarks: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did; every row of the file is in it once."""

    batch_id: UUID
    rows: tuple[ReportRow, ...]
    added_ids: tuple[UUID, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many rows came out so."""
        return Counter(r.outcome for r in self.rows)[outcome]


@safeguarded("import")
def carry_out(desk: Desk, plan: ImportPlan, chosen: Collection[int] | None = None) -> ImportReport:
    """Import the rows that the dry run would add or merge; of them only `chosen` (row numbers).

    A personal manager who imports becomes the manager of new clients; otherwise they have
    none, which the list shows. No channel preference and no consent is made up. Raises
    `Conflict` if the club has changed since the dry run, and nothing is written.
    """
    taken = [r for r in plan.importable if chosen is None or r.number in chosen]
    if not taken:
        raise UserError(say("None of the chosen rows can be imported."))
    _one_at_a_time(desk)
    _check_unchanged(desk, plan, taken)
    batch = ImportBatch(
        id=new_id(), imported_at=desk.now, imported_by_id=desk.actor.id,
        format=plan.reading.format, rejected=plan.count(ImportVerdict.REJECTED),
    )  # fmt: skip
    desk.session.add(batch)
    desk.session.flush()
    writer = _Writer(desk, batch.id)
    writer.add([r for r in taken if r.verdict is ImportVerdict.ADD])
    for row in taken:
        if row.verdict is ImportVerdict.MERGE:
            writer.merge(row)
    batch.added = len(writer.added)
    batch.merged = sum(r.verdict is ImportVerdict.MERGE for r in taken)
    batch.made = writer.made()
    desk.session.flush()
    desk.note("import_clients", "import_batch", batch.id, ("added", "merged", "rejected"))
    numbers = {r.number for r in taken}
    return ImportReport(
        batch.id,
        tuple(_reported(r, numbers, writer.doubts.get(r.number, ())) for r in plan.rows),
        tuple(writer.added),
    )


# Writing ---------------------------------------------------------------------------------------


class _Writer:
    """Writes in blocks: a row at a time would take minutes for fifty thousand."""

    def __init__(self, desk: Desk, batch_id: UUID) -> None:
        self._desk, self._batch_id = desk, batch_id
        self._tiers = tiers_by_name(desk)
        self.added: list[UUID] = []
        self.points: list[UUID] = []
        self.people: list[UUID] = []
        self.notes: list[UUID] = []
        self.days: list[UUID] = []
        self.photos: list[UUID] = []
        self.filled: list[tuple[UUID, str, str]] = []
        self.doubts: dict[int, tuple[Say, ...]] = {}

    def made(self) -> dict[str, Any]:
        """Keys of what was written, and what was filled in, for the way back."""
        lists = {
            "added": self.added, "contact_point": self.points, "person_around": self.people,
            "interaction": self.notes, "client_date": self.days, "client_photo": self.photos,
        }  # fmt: skip
        found: dict[str, Any] = {name: [str(i) for i in ids] for name, ids in lists.items()}
        found["filled"] = [[str(i), name, value] for i, name, value in self.filled]
        return found

    def add(self, wanted: list[ImportRow]) -> None:
        """New clients with everything around them."""
        session = self._desk.session
        for rows in _parts(wanted):
            part = [r.incoming for r in rows]
            clients = [self._client(row) for row in part]
            session.add_all(clients)
            session.flush()
            for client, row in zip(clients, part, strict=True):
                session.add_all(_points(client.id, row))
                session.add_all(_people(client.id, row))
                session.add_all(_days(client.id, row))
                if row.note:
                    session.add(self._note(client.id, row))
            session.flush()
            for client, judged in zip(clients, rows, strict=True):
                self._photo(client.id, judged)
            self._index(clients, part)
            self.added += [c.id for c in clients]

    def merge(self, row: ImportRow) -> None:
        """What is new goes to the client who is here; nothing that is known is overwritten."""
        desk, incoming = self._desk, row.incoming
        if row.client_id is None:
            raise ValueError("a merge without a client")
        client = desk.session.get_one(Client, row.client_id)
        changed = self._fill(client, incoming)
        have = desk.session.execute(
            select(ContactPoint.kind, ContactPoint.normalised).where(
                ContactPoint.client_id == client.id
            )
        ).all()
        points = [p for p in _points(client.id, incoming) if (p.kind, p.normalised) not in have]
        for point in points:
            point.preferred = False  # which one to use was decided here
        names = set(
            desk.session.scalars(
                select(PersonAround.name).where(PersonAround.client_id == client.id)
            )
        )
        people = [p for p in _people(client.id, incoming) if p.name not in names]
        notes = [self._note(client.id, incoming)] if self._is_new_note(client.id, incoming) else []
        known = {
            (kind, month, day)
            for kind, month, day in desk.session.execute(
                select(ClientDate.kind, ClientDate.month, ClientDate.day).where(
                    ClientDate.client_id == client.id
                )
            )
        }
        days = [d for d in _days(client.id, incoming) if (d.kind, d.month, d.day) not in known]
        desk.session.add_all([*points, *people, *notes, *days])
        desk.session.flush()
        has_photo = select(ClientPhoto.id).where(ClientPhoto.client_id == client.id)
        if desk.session.scalar(has_photo) is None:
            self._photo(client.id, row)
        self.days += [d.id for d in days]
        self.points += [p.id for p in points]
        self.people += [p.id for p in people]
        self.notes += [n.id for n in notes]
        desk.note(
            "merge_imported", "client", client.id, (*changed, *(["points"] if points else []))
        )
        keep_found(desk, client.id)

    def _photo(self, client_id: UUID, row: ImportRow) -> None:
        if not row.incoming.photo:
            return
        from vipdesk.clients.photo import draw_photo

        try:
            image = draw_photo(row.incoming.photo)
        except UserError as error:
            self.doubts[row.number] = (error.say,)
            return
        photo = ClientPhoto(id=new_id(), client_id=client_id, image=image, noted_at=self._desk.now)
        self._desk.session.add(photo)
        self._desk.session.flush()
        self.photos.append(photo.id)

    def _client(self, row: Incoming) -> Client:
        is_manager = self._desk.actor.role is Role.MANAGER
        cyrillic = any("а" <= c <= "я" for c in row.name.lower())
        return Client(
            id=new_id(), surname=row.surname, given=row.given, patronymic=row.patronymic,
            latin_name=row.latin_name, title=row.title, gender=row.gender,
            languages=list(row.languages) or ["ru" if cyrillic else "en"],
            birth_year=row.birthday.year, birth_month=row.birthday.month,
            birth_day=row.birthday.day, company=row.company, position=row.position,
            city=row.city, time_zone=row.time_zone, tier_id=self._tiers.get(row.tier.casefold()),
            manager_id=self._desk.actor.id if is_manager else None,
            sort_key=sort_key(row.surname, row.given, row.patronymic),
            import_batch_id=self._batch_id, created_at=self._desk.now,
        )  # fmt: skip

    def _fill(self, client: Client, row: Incoming) -> list[str]:
        changed = []
        for name in FILLED:
            value = getattr(row, name)
            if value and not getattr(client, name):
                setattr(client, name, value)
                changed.append(name)
        if row.birthday and not (client.birth_year or client.birth_month or client.birth_day):
            for name, value in zip(_BIRTH, _birth(row.birthday), strict=True):
                if value is not None:
                    setattr(client, name, value)
                    changed.append(name)
        if "patronymic" in changed:
            client.sort_key = sort_key(client.surname, client.given, client.patronymic)
        self.filled += [(client.id, name, str(getattr(client, name))) for name in changed]
        return changed

    def _is_new_note(self, client_id: UUID, row: Incoming) -> bool:
        if not row.note:
            return False
        same = select(Interaction.id).where(
            Interaction.client_id == client_id, Interaction.text == row.note
        )
        return self._desk.session.scalar(same) is None

    def _note(self, client_id: UUID, row: Incoming) -> Interaction:
        # Notes of a private address book are for the manager's eyes until they say otherwise.
        return Interaction(
            id=new_id(), client_id=client_id, staff_id=self._desk.actor.id,
            kind=InteractionKind.NOTE, direction=Direction.OUTBOUND, at=self._desk.now,
            text=row.note, sensitivity=Sensitivity.MANAGER,
        )  # fmt: skip

    def _index(self, clients: list[Client], rows: list[Incoming]) -> None:
        entries = []
        for client, row in zip(clients, rows, strict=True):
            of_kind = _by_kind(row)
            made = client_entry(
                surname=row.surname, given=row.given, patronymic=row.patronymic,
                latin_name=row.latin_name, company=row.company, position=row.position,
                city=row.city, phones=of_kind(ContactKind.PHONE),
                emails=of_kind(ContactKind.EMAIL), messengers=of_kind(ContactKind.MESSENGER),
                people=[p.name for p in row.people],
            )  # fmt: skip
            entries.append(
                SearchEntry(
                    kind=KIND, object_id=client.id, title=made.title, detail=made.detail,
                    tokens=" ".join(made.tokens), tails=" ".join(made.tails),
                )
            )  # fmt: skip
        session = self._desk.session
        session.add_all(entries)
        session.flush()
        search_index.index_rows(session, [(e.rowid, e.tokens, e.tails) for e in entries])


def _by_kind(row: Incoming) -> Callable[[ContactKind], list[str]]:
    def of_kind(kind: ContactKind) -> list[str]:
        is_phone = kind is ContactKind.PHONE
        return [p.normalised if is_phone else p.value for p in row.points if p.kind is kind]

    return of_kind


def _points(client_id: UUID, row: Incoming) -> list[ContactPoint]:
    return [
        ContactPoint(
            id=new_id(), client_id=client_id, kind=p.kind, value=p.value,
            normalised=p.normalised, label=p.label, preferred=p.preferred,
        )
        for p in row.points
    ]  # fmt: skip


def _people(client_id: UUID, row: Incoming) -> list[PersonAround]:
    return [
        PersonAround(
            id=new_id(), client_id=client_id, kind=p.kind, name=p.name, label_there=p.label,
            phone=p.phone,
        )
        for p in row.people
    ]  # fmt: skip


def _days(client_id: UUID, row: Incoming) -> list[ClientDate]:
    return [
        ClientDate(
            id=new_id(), client_id=client_id, kind=d.kind, title=d.title, year=d.day.year,
            month=d.day.month, day=d.day.day,
        )
        for d in row.days
    ]  # fmt: skip


def _birth(day: Birthday) -> tuple[int | None, int | None, int | None]:
    return day.year, day.month, day.day


def _one_at_a_time(desk: Desk) -> None:
    """The second of two imports waits, and then sees what the first has written."""
    if desk.session.get_bind().dialect.name == "postgresql":
        desk.session.execute(text("SELECT pg_advisory_xact_lock(8456310)"))


def _check_unchanged(desk: Desk, plan: ImportPlan, taken: list[ImportRow]) -> None:
    now = plan_import(desk, Reading(plan.reading.format, _all_incoming(plan), ""))
    verdicts = {r.number: (r.verdict, r.client_id) for r in now.rows}
    if any(verdicts[r.number] != (r.verdict, r.client_id) for r in taken):
        raise Conflict(say("The club has changed since the file was checked. Check it again."))


def _all_incoming(plan: ImportPlan) -> tuple[Incoming, ...]:
    return tuple(r.incoming for r in plan.rows)


def _reported(row: ImportRow, taken: set[int], doubts: tuple[Say, ...] = ()) -> ReportRow:
    outcome = _OUTCOMES[row.verdict]
    if outcome in {Outcome.ADDED, Outcome.MERGED} and row.number not in taken:
        outcome = Outcome.LEFT_OUT
    remarks = row.changes or ((row.reason,) if row.reason else ())
    if row.verdict is ImportVerdict.MERGE and row.reason:
        remarks = (row.reason, *row.changes)
    incoming = row.incoming
    return ReportRow(
        row.number, incoming.first_line, incoming.last_line, incoming.name, outcome,
        (*remarks, *doubts),
    )  # fmt: skip


def _parts(items: Collection[Any]) -> Iterable[list[Any]]:
    listed = list(items)
    for at in range(0, len(listed), _BATCH):
        yield listed[at : at + _BATCH]
