"""The list of clients as a file: only whom this person sees, only who agreed, with a reason.

What a file is for decides who is in it, and the contact gate says so, as it does of each
message (`gate` is `channels.mailing.withheld`; this room lies below that one). For work of
one's own (a phone book) the answer 'no' counts besides, silence does not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, select

from vipdesk.access import Desk
from vipdesk.access.exports import (
    ExportForm,
    Mark,
    begin_export,
    csv_file,
    one_line,
    xlsx_file,
)
from vipdesk.clients.names import Name
from vipdesk.clients.registry import ClientFilter, chosen
from vipdesk.errors import UserError
from vipdesk.models import (
    Client,
    ClientDate,
    Consent,
    ContactPoint,
    Tier,
)
from vipdesk.vocabulary import ContactKind, DayKind, Topic
from vipdesk.wording import Lang, Say, Words, say

COUNTED_AT_ONCE = 2000
"""So many are judged between two other reads of the desk."""
PURPOSES = (Topic.INVITATION, Topic.GREETING, Topic.OFFER, Topic.PERSONAL)
_BIRTHDAYS = frozenset({Topic.GREETING, Topic.PERSONAL})
_CONGRATULATED = frozenset({DayKind.NAME_DAY, DayKind.WEDDING, DayKind.MEMBERSHIP, DayKind.COMPANY})
_KINDS = (ContactKind.PHONE, ContactKind.EMAIL, ContactKind.MESSENGER, ContactKind.ADDRESS)


class LeftOut(StrEnum):
    """Why a client is in no file for a purpose."""

    NO_CONSENT = "no_consent"
    RESTRICTED = "restricted"
    HELD_BACK = "held_back"  # on hold, in mourning, gone, or written to often lately


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the gate keeps out: the whole client, or some kinds of contact points."""

    whole: LeftOut | None = None
    kinds: frozenset[ContactKind] = frozenset()


Gate = Callable[[Desk, Sequence[UUID], Topic], Mapping[UUID, Withheld]]
"""Asked for every file; clients it does not mention are free."""


@dataclass(frozen=True, slots=True)
class Point:
    """A way to reach the client. Phones are E.164 where they are whole."""

    kind: ContactKind
    value: str
    label: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class Day:
    """A day that comes back, a part of it perhaps not known. `title`: whose or what it is."""

    kind: DayKind
    title: str
    year: int | None
    month: int | None
    day: int | None


@dataclass(frozen=True, slots=True)
class Exported:
    """A client in the file. `birthday`: 'YYYY-MM-DD', or '--MM-DD' without a year, or ''.

    days: for cards; a table has no place for so many.
    """

    id: UUID
    name: Name
    company: str
    position: str
    city: str
    tier_ru: str
    tier_en: str
    birthday: str
    points: tuple[Point, ...]
    days: tuple[Day, ...] = ()

    def values(self, kind: ContactKind) -> tuple[str, ...]:
        """All of a kind, the preferred first; messengers as 'telegram:name'."""
        found = [p for p in self.points if p.kind is kind]
        if kind is ContactKind.MESSENGER:
            return tuple(f"{scheme(p.label)}:{p.value}" for p in found)
        return tuple(p.value for p in found)


@dataclass(frozen=True, slots=True)
class ExportCount:
    """Who would be in the file, and how many are left out because of what."""

    taken: int
    no_consent: int
    restricted: int
    held_back: int  # on hold, in mourning, gone, or written to often lately

    def __add__(self, other: ExportCount) -> ExportCount:
        return ExportCount(
            self.taken + other.taken, self.no_consent + other.no_consent,
            self.restricted + other.restricted, self.held_back + other.held_back,
        )  # fmt: skip

    @property
    def left_out(self) -> int:
        """All of them."""
        return self.no_consent + self.restricted + self.held_back


@dataclass(frozen=True, slots=True)
class ClientExport:
    """What was taken for a file, with its watermark."""

    mark: Mark
    purpose: Topic
    people: tuple[Exported, ...]
    count: ExportCount


def count_export(desk: Desk, wanted: ClientFilter, *, purpose: Topic, gate: Gate) -> ExportCount:
    """How many would be taken and left out: shown before the reason is asked."""
    condition = chosen(desk, wanted)
    return _choose(desk, condition, _ids(desk, condition), purpose, gate)[1]


def ids_to_export(desk: Desk, wanted: ClientFilter) -> tuple[UUID, ...]:
    """Whom a filter finds, for `count_export_part`: a hundred thousand are judged in pieces."""
    return tuple(_ids(desk, chosen(desk, wanted)))


def count_export_part(
    desk: Desk, ids: Sequence[UUID], *, purpose: Topic, gate: Gate
) -> ExportCount:
    """Count a piece of them, at most `COUNTED_AT_ONCE`; `+` adds the pieces up."""
    return _choose(desk, Client.id.in_(ids), ids, purpose, gate)[1]


def export_clients(
    desk: Desk, wanted: ClientFilter, *, purpose: Topic, form: ExportForm, reason: str, gate: Gate
) -> ClientExport:
    """Take the clients of a filter for a file; the journal keeps who, when, why and what.

    Raises `UserError` on 'reason', or where nobody may be taken.
    """
    condition = chosen(desk, wanted)
    taken, count = _choose(desk, condition, _ids(desk, condition), purpose, gate)
    if not taken:
        raise UserError(say("Nobody of these clients may be in such a file."))
    fields = (form, purpose, *(str(k) for k in _KINDS), f"rows={count.taken}")
    mark = begin_export(desk, "export_clients", reason=reason, fields=fields)
    return ClientExport(mark, purpose, _people(desk, condition, purpose, taken), count)


def export_file(export: ClientExport, form: ExportForm, words: Words) -> bytes:
    """The bytes of the file in the reader's language. No database is asked."""
    if form in {ExportForm.VCARD, ExportForm.VCARD_3}:
        from vipdesk.clients.export_card import card

        old = form is ExportForm.VCARD_3
        return "".join(card(p, export.mark, words, old=old) for p in export.people).encode()
    header, rows = _table(export, words)
    if form is ExportForm.XLSX:
        return xlsx_file(header, rows, export.mark, words, words("Clients"))
    return csv_file(header, rows, export.mark, words)


# Who --------------------------------------------------------------------------------------------


def _ids(desk: Desk, condition: ColumnElement[bool]) -> list[UUID]:
    wanted = select(Client.id).where(condition).order_by(Client.sort_key, Client.id)
    return list(desk.session.scalars(wanted))


def _choose(
    desk: Desk, condition: ColumnElement[bool], ids: Sequence[UUID], purpose: Topic, gate: Gate
) -> tuple[dict[UUID, frozenset[ContactKind]], ExportCount]:
    """Who is taken, with the kinds of points that are not, and how many are left out why."""
    refused = _refused(desk, condition, purpose)
    kept_out = gate(desk, ids, purpose)
    taken: dict[UUID, frozenset[ContactKind]] = {}
    counts = dict.fromkeys(LeftOut, 0)
    for client_id in ids:
        found = kept_out.get(client_id, Withheld())
        if found.whole is not None:
            counts[found.whole] += 1
        elif client_id in refused:
            counts[LeftOut.NO_CONSENT] += 1
        else:
            taken[client_id] = found.kinds
    return taken, ExportCount(
        len(taken), counts[LeftOut.NO_CONSENT], counts[LeftOut.RESTRICTED],
        counts[LeftOut.HELD_BACK],
    )  # fmt: skip


def _refused(desk: Desk, condition: ColumnElement[bool], purpose: Topic) -> set[UUID]:
    """Who said no to this purpose last: the newest entry of the ledger counts."""
    among = select(Client.id).where(condition)
    rows = desk.session.execute(
        select(Consent.client_id, Consent.withdrawal, Consent.withdrawn_at)
        .where(Consent.topic == purpose, Consent.client_id.in_(among))
        .order_by(Consent.given_at, Consent.id)
    )
    last = {client_id: no or withdrawn is not None for client_id, no, withdrawn in rows}
    return {client_id for client_id, no in last.items() if no}


def _people(
    desk: Desk,
    condition: ColumnElement[bool],
    purpose: Topic,
    taken: Mapping[UUID, frozenset[ContactKind]],
) -> tuple[Exported, ...]:
    points = _points(desk, condition, taken)
    days = _days(desk, condition, purpose) if purpose in _BIRTHDAYS else {}
    rows = desk.session.execute(
        select(Client, Tier)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .where(condition)
        .order_by(Client.sort_key, Client.id)
        .execution_options(yield_per=2000)
    )
    found = []
    for client, tier in rows:
        if client.id not in taken:
            continue
        c = client
        name = Name(
            c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form
        )
        found.append(
            Exported(
                c.id, name, c.company, c.position, c.city, tier.name_ru if tier else "",
                tier.name_en if tier else "", _birthday(c) if purpose in _BIRTHDAYS else "",
                tuple(points.get(c.id, ())), tuple(days.get(c.id, ())),
            )
        )  # fmt: skip
    return tuple(found)


def _points(
    desk: Desk, condition: ColumnElement[bool], taken: Mapping[UUID, frozenset[ContactKind]]
) -> dict[UUID, list[Point]]:
    among = select(Client.id).where(condition)
    c = ContactPoint
    rows = desk.session.execute(
        select(c.client_id, c.kind, c.value, c.normalised, c.label, c.preferred)
        .where(c.client_id.in_(among))
        .order_by(c.client_id, c.preferred.desc(), c.id)
    )
    found: dict[UUID, list[Point]] = {}
    for client_id, kind, value, normalised, label, preferred in rows:
        if client_id not in taken or kind in taken[client_id]:
            continue
        whole = kind is ContactKind.PHONE and normalised.startswith("+") and "ext" not in value
        point = Point(kind, normalised if whole else one_line(value), label, preferred)
        found.setdefault(client_id, []).append(point)
    return found


def _days(desk: Desk, condition: ColumnElement[bool], purpose: Topic) -> dict[UUID, list[Day]]:
    """For greetings what is congratulated on; an address book of one's own has all of them."""
    among, d = select(Client.id).where(condition), ClientDate
    wanted = select(d.client_id, d.kind, d.title, d.year, d.month, d.day).where(
        d.client_id.in_(among)
    )
    if purpose is not Topic.PERSONAL:
        wanted = wanted.where(d.kind.in_(_CONGRATULATED))
    found: dict[UUID, list[Day]] = {}
    for row in desk.session.execute(wanted.order_by(d.client_id, d.id)):
        day = Day(row.kind, row.title, row.year, row.month, row.day)
        found.setdefault(row.client_id, []).append(day)
    return found


def _birthday(c: Client) -> str:
    if not c.birth_month or not c.birth_day:
        return ""
    year = f"{c.birth_year:04}-" if c.birth_year else "--"
    return f"{year}{c.birth_month:02}-{c.birth_day:02}"


def _spreadsheet_day(birthday: str) -> str:
    """'--04-05' begins as a formula does: '05.04.' is a day without a year to people too."""
    return f"{birthday[5:7]}.{birthday[2:4]}." if birthday.startswith("--") else birthday


# As a table -------------------------------------------------------------------------------------

_COLUMNS: tuple[tuple[Say, Callable[[Exported, Lang], str]], ...] = (
    (say("Surname"), lambda p, _: p.name.surname),
    (say("Given name"), lambda p, _: p.name.given),
    (say("Patronymic"), lambda p, _: p.name.patronymic),
    (say("Latin name"), lambda p, _: p.name.latin_name),
    (say("Name prefix"), lambda p, _: p.name.title),
    (say("Company"), lambda p, _: p.company),
    (say("Position"), lambda p, _: p.position),
    (say("City"), lambda p, _: p.city),
    (say("Tier"), lambda p, lang: p.tier_ru if lang is Lang.RU else p.tier_en),
    (say("Birthday"), lambda p, _: _spreadsheet_day(p.birthday)),
)
_NUMBERED = {
    ContactKind.PHONE: say("Phone"),
    ContactKind.EMAIL: say("E-mail"),
    ContactKind.MESSENGER: say("Messenger"),
    ContactKind.ADDRESS: say("Address"),
}


def _table(export: ClientExport, words: Words) -> tuple[list[str], list[list[str]]]:
    """A header that our own import reads back, and a row for each client."""
    people = export.people
    plain = [
        (words(title), value)
        for title, value in _COLUMNS
        if export.purpose in _BIRTHDAYS or title != _COLUMNS[-1][0]
    ]
    most = {k: max((len(p.values(k)) for p in people), default=0) for k in _KINDS}
    header = [title for title, _ in plain]
    for kind in _KINDS:
        title = words(_NUMBERED[kind])
        header += [title if n == 1 else f"{title} {n}" for n in range(1, most[kind] + 1)]
    rows = []
    for p in people:
        row = [value(p, words.lang) for _, value in plain]
        for kind in _KINDS:
            values = p.values(kind)
            row += [*values, *[""] * (most[kind] - len(values))]
        rows.append(row)
    return header, rows


def scheme(label: str) -> str:
    """A scheme of a URI (RFC 3986) out of a messenger's name."""
    name = "".join(c for c in label.lower() if c.isascii() and c.isalnum())
    return name if name[:1].isalpha() else "im"


# Words --------------------------------------------------------------------------------------------


def purpose_words(purpose: Topic) -> Say:
    """What a file is for, as the dialog offers it."""
    return _PURPOSES[purpose]


_PURPOSES: dict[Topic, Say] = {
    Topic.INVITATION: say("Invitations on paper"),
    Topic.GREETING: say("Greetings"),
    Topic.OFFER: say("Offers"),
    Topic.PERSONAL: say("My own phone book"),
}


def left_out_words(count: ExportCount) -> tuple[Say, ...]:
    """Why some stay out, a sentence for each reason."""
    said: Sequence[tuple[int, Say]] = (
        (count.no_consent, say("{n} have not agreed to this", n=count.no_consent)),
        (
            count.held_back,
            say("{n} are held back: hold, mourning, gone, or often lately", n=count.held_back),
        ),
        (count.restricted, say("{n} may only be kept, not used", n=count.restricted)),
    )
    return tuple(sentence for n, sentence in said if n)
