"""Which column of a list holds what: proposed from its header, set by the person, remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.csv_file import Sheet, read_columns
from vipdesk.clients.csv_headers import plain
from vipdesk.clients.xlsx_file import is_workbook, workbook_as_csv
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import ImportMapping
from vipdesk.wording import Say, say

FIELDS: tuple[tuple[str, Say], ...] = (
    ("", say("Not imported")),
    ("surname", say("Surname")), ("given", say("Given name")), ("patronymic", say("Patronymic")),
    ("full", say("Full name")), ("surname_first", say("Full name, surname first")),
    ("latin_name", say("Name in Latin letters")), ("title", say("Name prefix")),
    ("gender", say("Gender")), ("birthday", say("Birthday")), ("anniversary", say("Anniversary")),
    ("phone", say("Phone")), ("email", say("E-mail")), ("messenger", say("Messenger")),
    ("messenger:telegram", say("Telegram")), ("messenger:whatsapp", say("WhatsApp")),
    ("messenger:skype", say("Skype")), ("messenger:viber", say("Viber")),
    ("address", say("Address")), ("city", say("City")), ("time_zone", say("Time zone")),
    ("company", say("Company")), ("position", say("Position")),
    ("languages", say("Languages")), ("tier", say("Tier")),
    ("assistant", say("Assistant")), ("assistant_phone", say("Assistant’s phone")),
    ("spouse", say("Spouse")), ("note", say("Note")),
)  # fmt: skip
_KNOWN = frozenset(name for name, _ in FIELDS)
_NAMES = frozenset({"surname", "given", "full", "surname_first"})


@dataclass(frozen=True, slots=True)
class Mapped:
    """A list with its columns: what each holds, and whether a person said so before."""

    sheet: Sheet
    fields: tuple[str, ...]
    remembered: bool

    @property
    def names_people(self) -> bool:
        """Whether the rows can be imported so."""
        return bool(_NAMES & set(self.fields))


def columns_of(data: bytes) -> Sheet:
    """The columns of a CSV file or workbook. Raises `UserError` for what is neither."""
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise UserError(say("This file is empty."))
    return read_columns(workbook_as_csv(data) if is_workbook(data) else data)


def mapped(desk: Desk, sheet: Sheet) -> Mapped:
    """What this person set for such a header the last time, else what the names propose."""
    kept = desk.session.scalar(
        select(ImportMapping.fields).where(
            ImportMapping.staff_id == desk.actor.id, ImportMapping.head == _head(sheet.names)
        )
    )
    if kept is not None and len(kept) == len(sheet.names):
        return Mapped(sheet, tuple(kept), remembered=True)
    return Mapped(sheet, sheet.fields, remembered=False)


def remember(desk: Desk, names: Sequence[str], fields: Sequence[str]) -> None:
    """Keep what a person set, for the next list with the same header."""
    checked(fields)
    head = _head(names)
    row = desk.session.scalars(
        select(ImportMapping).where(
            ImportMapping.staff_id == desk.actor.id, ImportMapping.head == head
        )
    ).first()
    if row is None:
        row = ImportMapping(id=new_id(), staff_id=desk.actor.id, head=head)
        desk.session.add(row)
    row.fields, row.used_at = list(fields), desk.now
    desk.session.flush()
    desk.note("remember_columns", "import_mapping", row.id, ("fields",))


def checked(fields: Sequence[str]) -> tuple[str, ...]:
    """Fields as they may be used. Raises `UserError` where no column names people."""
    unknown = [f for f in fields if f not in _KNOWN and f not in {"label", "relation", "ignored"}]
    if unknown:
        raise ValueError(f"no such field: {unknown}")
    if not _NAMES & set(fields):
        raise UserError(say("Choose the column that holds the names."))
    return tuple(fields)


def _head(names: Sequence[str]) -> str:
    """A hash: a header may hold a name itself, where a list has none."""
    return hashlib.sha256("|".join(plain(n) for n in names).encode()).hexdigest()
