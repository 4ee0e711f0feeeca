"""The dry run of an import: a verdict for every card or row, before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.contact_points import owners_of
from vipdesk.clients.csv_file import read_csv
from vipdesk.clients.incoming import MAX_BYTES, MAX_ROWS, Incoming, IncomingPoint, Reading
from vipdesk.clients.names import full_name, sort_key
from vipdesk.clients.vcard import is_vcard, read_vcard
from vipdesk.clients.xlsx_file import is_workbook, workbook_as_csv
from vipdesk.errors import UserError
from vipdesk.models import Client, Tier
from vipdesk.vocabulary import ContactKind
from vipdesk.wording import Say, say

_BLOCK = 500
# Two people do not share these; an address or a messenger link tells nothing certain.
_TELLING = frozenset({ContactKind.PHONE, ContactKind.EMAIL})
Key = tuple[ContactKind, str]


class ImportVerdict(StrEnum):
    """What would become of a row."""

    ADD = "add"
    MERGE = "merge"
    DUPLICATE = "duplicate"
    REJECTED = "rejected"


VERDICT_SAID = {
    ImportVerdict.ADD: say("Add"),
    ImportVerdict.MERGE: say("Merge"),
    ImportVerdict.DUPLICATE: say("Twice in the file"),
    ImportVerdict.REJECTED: say("Rejected"),
}


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One row with its verdict. `reason` says why it is not simply added.

    number: counted from 1 in the plan (the `id` of a table). client_id, client_name: whom
    a merge goes to. changes: what a merge or an addition would bring or leave out.
    """

    number: int
    incoming: Incoming
    verdict: ImportVerdict
    reason: Say | None = None
    client_id: UUID | None = None
    client_name: str = ""
    changes: tuple[Say, ...] = ()

    @property
    def id(self) -> int:
        """For tables."""
        return self.number


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All rows of a file, each with exactly one verdict."""

    reading: Reading
    rows: tuple[ImportRow, ...]

    def count(self, verdict: ImportVerdict) -> int:
        """How many rows have this verdict."""
        return Counter(r.verdict for r in self.rows)[verdict]

    @property
    def importable(self) -> tuple[ImportRow, ...]:
        """Rows that would be added or merged."""
        taken = {ImportVerdict.ADD, ImportVerdict.MERGE}
        return tuple(r for r in self.rows if r.verdict in taken)


def read_file(data: bytes, *, region: str = "RU", fields: tuple[str, ...] | None = None) -> Reading:
    """Read a vCard, CSV file or workbook, whatever its name: pure, beside the database.

    fields: what each column of a table holds, as a person set it.
    Raises `UserError` for a file that is empty, too large, no text or no list of people.
    """
    if len(data) > MAX_BYTES:
        raise UserError(
            say("The file is larger than {n} MB. Split it into parts.", n=MAX_BYTES // 1024**2)
        )
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UserError(say("This file is empty."))
    if is_workbook(data):
        reading = read_csv(workbook_as_csv(data), region=region, fields=fields)
    elif is_vcard(data):
        reading = read_vcard(data, region=region)
    else:
        reading = read_csv(data, region=region, fields=fields)
    if len(reading.rows) > MAX_ROWS:
        raise UserError(say("The file has more than {n} rows. Split it into parts.", n=MAX_ROWS))
    if not reading.rows:
        raise UserError(say("There is nobody in this file."))
    return reading


def plan_import(desk: Desk, reading: Reading) -> ImportPlan:
    """A verdict for every row: rejected, twice in the file, merge (same phone or e-mail), add."""
    judge = _Judge(desk, reading.rows)
    return ImportPlan(reading, tuple(judge.row(n, i) for n, i in enumerate(reading.rows, 1)))


def dry_run(desk: Desk, data: bytes, *, region: str = "RU") -> ImportPlan:
    """`read_file` and `plan_import` in one."""
    return plan_import(desk, read_file(data, region=region))


def telling(points: tuple[IncomingPoint, ...]) -> list[Key]:
    """The points that tell a person: complete phones and e-mail addresses."""
    return [
        (p.kind, p.normalised)
        for p in points
        if p.kind in _TELLING and (p.kind is ContactKind.EMAIL or p.normalised.startswith("+"))
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """A client as far as the judge needs one."""

    id: UUID
    surname: str
    given: str
    patronymic: str
    values: tuple[tuple[str, object], ...]  # what a merge may fill

    @property
    def name(self) -> str:
        """'Щукин Пётр Ильич'."""
        return full_name(self.surname, self.given, self.patronymic)


FILLED = ("patronymic", "latin_name", "title", "gender", "company", "position", "city", "time_zone")
_LABELS = {
    "patronymic": say("Patronymic"), "latin_name": say("Name in Latin letters"),
    "title": say("Name prefix"), "gender": say("Gender"), "company": say("Company"),
    "position": say("Position"), "city": say("City"), "time_zone": say("Time zone"),
}  # fmt: skip


def names_agree(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two (surname, given) can be one person: alphabets and ё do not matter.

    The given names must agree, or one is missing or an initial of the other; surnames must
    agree or be missing. Spouses who share a phone do not agree.
    """
    surnames, givens = (_sounds(a[0]), _sounds(b[0])), (_sounds(a[1]), _sounds(b[1]))
    if not all(givens):
        return bool(surnames[0]) and surnames[0] == surnames[1]
    if not _same_or_initial(*givens):
        return False
    if not all(surnames):
        return givens[0] == givens[1]
    return surnames[0] == surnames[1]


def _same_or_initial(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) <= 2 and long.startswith(short))


def _sounds(name: str) -> str:
    return " ".join(spelling.sound(w) for w in spelling.words_of(name))


class _Judge:
    """Knows the club and the file, and judges row by row."""

    def __init__(self, desk: Desk, rows: tuple[Incoming, ...]) -> None:
        good = [r for r in rows if r.problem is None]
        self._owners = owners_of(desk, (k for r in good for k in telling(r.points)))
        ids = {i for owners in self._owners.values() for i in owners}
        self._clients = _clients_of(desk, ids)
        self._namesakes = _namesakes(desk, good)
        self._tiers = tiers_by_name(desk)
        self._first: dict[Key, tuple[int, Incoming]] = {}
        self._bare: dict[str, int] = {}

    def row(self, number: int, incoming: Incoming) -> ImportRow:
        """The verdict of one row; rows must come in the order of the file."""
        if incoming.problem is not None:
            return ImportRow(number, incoming, ImportVerdict.REJECTED, incoming.problem)
        twice = self._twice(number, incoming)
        if twice is not None:
            return twice
        same, shared = self._owners_of(incoming)
        if len(same) > 1:
            names = tuple(sorted(c.name for c in same))
            reason = say("Belongs to several clients: {names}. Merge them first.", names=names)
            return ImportRow(number, incoming, ImportVerdict.REJECTED, reason)
        if same:
            return self._merge(number, incoming, same[0])
        remarks = [*incoming.remarks, *self._doubts(incoming, shared)]
        doubt = remarks[0] if remarks else None
        return ImportRow(number, incoming, ImportVerdict.ADD, doubt, changes=tuple(remarks))

    def _twice(self, number: int, incoming: Incoming) -> ImportRow | None:
        keys = telling(incoming.points)
        for key in keys:
            earlier = self._first.get(key)
            if earlier is not None and _agree(incoming, earlier[1]):
                reason = say("The same person as in row {row}.", row=earlier[0])
                return ImportRow(number, incoming, ImportVerdict.DUPLICATE, reason)
        if not keys:
            name = sort_key(incoming.surname, incoming.given, incoming.patronymic)
            if name in self._bare:
                reason = say("The same name as in row {row}.", row=self._bare[name])
                return ImportRow(number, incoming, ImportVerdict.DUPLICATE, reason)
            self._bare[name] = number
        for key in keys:
            self._first.setdefault(key, (number, incoming))
        return None

    def _owners_of(self, incoming: Incoming) -> tuple[list[Known], list[tuple[str, Known]]]:
        """Clients who are this person; and (value, client) of others who share a contact."""
        same: dict[UUID, Known] = {}
        shared: list[tuple[str, Known]] = []
        for key in telling(incoming.points):
            for owner in self._owners.get(key, ()):
                client = self._clients[owner]
                if names_agree((incoming.surname, incoming.given), (client.surname, client.given)):
                    same[owner] = client
                else:
                    shared.append((key[1], client))
        return list(same.values()), shared

    def _doubts(self, incoming: Incoming, shared: list[tuple[str, Known]]) -> list[Say]:
        doubts = [
            say("{value} belongs to {name} too: are they one person?", value=v, name=c.name)
            for v, c in shared
        ]
        for key in telling(incoming.points):
            earlier, other = self._first[key]
            if other is not incoming:
                doubts.append(say("{value} is in row {row} too.", value=key[1], row=earlier))
        if incoming.tier and incoming.tier.casefold() not in self._tiers:
            doubts.append(
                say("“{text}” is not one of the club’s tiers: left out.", text=incoming.tier)
            )
        name = sort_key(incoming.surname, incoming.given, incoming.patronymic)
        if name in self._namesakes:
            doubts.append(say("The club already has a client of this name."))
        return doubts

    def _merge(self, number: int, incoming: Incoming, client: Known) -> ImportRow:
        changes: list[Say] = []
        own = dict(client.values)
        for point in incoming.points:
            key = (point.kind, point.normalised)
            if client.id not in self._owners.get(key, set()):
                changes.append(say("adds {value}", value=point.value))
        for name in FILLED:
            here, there = own[name], getattr(incoming, name)
            if there and not here:
                changes.append(say("fills in {field}", field=_LABELS[name]))
            elif there and here != there:
                changes.append(say("keeps {field}: “{value}”", field=_LABELS[name], value=here))
        if incoming.photo:
            changes.append(say("brings a photo, if there is none"))
        if incoming.days:
            changes.append(say("brings days to remember: {n}", n=len(incoming.days)))
        reason = say("The phone or e-mail is {name}’s.", name=client.name)
        return ImportRow(
            number, incoming, ImportVerdict.MERGE, reason, client.id, client.name,
            (*changes, *incoming.remarks),
        )  # fmt: skip


def tiers_by_name(desk: Desk) -> dict[str, UUID]:
    """A tier by any of its names, as a list may write it."""
    return {
        name.casefold(): tier.id
        for tier in desk.session.scalars(select(Tier))
        for name in (tier.code, tier.name_ru, tier.name_en)
    }


def _agree(a: Incoming, b: Incoming) -> bool:
    return names_agree((a.surname, a.given), (b.surname, b.given))


def _clients_of(desk: Desk, ids: set[UUID]) -> dict[UUID, Known]:
    found: dict[UUID, Known] = {}
    wanted = list(ids)
    for at in range(0, len(wanted), _BLOCK):
        block = wanted[at : at + _BLOCK]
        for c in desk.session.scalars(select(Client).where(Client.id.in_(block))):
            values = tuple((n, getattr(c, n)) for n in FILLED)
            found[c.id] = Known(c.id, c.surname, c.given, c.patronymic, values)
    return found


def _namesakes(desk: Desk, rows: list[Incoming]) -> frozenset[str]:
    names = list({sort_key(r.surname, r.given, r.patronymic) for r in rows})
    found: set[str] = set()
    for at in range(0, len(names), _BLOCK):
        block = names[at : at + _BLOCK]
        found.update(
            desk.session.scalars(select(Client.sort_key).where(Client.sort_key.in_(block)))
        )
    return frozenset(found)
