"""Days of a client: name day, anniversaries, birthdays in the family, days of memory.

A day of memory holds back cheer: on it nothing is congratulated and nothing offered, each year
anew, besides the time of mourning that `Client.mourning_until` ends. The client's own birthday
and the day of joining stand in `Client`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk, merging
from vipdesk.access.merging import Joined
from vipdesk.clients.days import Doubt, is_no_day, keys_of, next_time, read_day
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ClientDate
from vipdesk.vocabulary import DayKind
from vipdesk.wording import say

LONGEST_LEAD = 90
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class DayFields:
    """A day as the form gives it. Any of year, month and day may be unknown.

    lead_days: how long before it something has to be ordered; 0: nothing has.
    """

    kind: DayKind
    title: str = ""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    lead_days: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day with when it comes next: None where only the year or the month is known.

    `years`: how many it will be then, None if the year is not known.
    """

    id: UUID
    client_id: UUID
    fields: DayFields
    next_on: date | None
    years: int | None


def typed_day(text: str) -> tuple[int | None, int | None, int | None]:
    """(year, month, day) out of what was typed: '15.04', 'апрель 1970', '1970'.

    Raises `UserError` on 'day' where it is no date.
    """
    found = read_day(text)
    if isinstance(found, Doubt):
        raise UserError(
            say("Write the day as 15.04.1970; 15.04, April 1970 or 1970 will do too."), field="day"
        )
    return found.year, found.month, found.day


def add_client_date(
    desk: Desk, client_id: UUID, values: DayFields, *, date_id: UUID | None = None
) -> UUID:
    """Keep a day in mind. Raises `NotFound`, and `UserError` beside its field."""
    client_of(desk, client_id)
    values = _checked(values)
    row = ClientDate(id=date_id or new_id(), client_id=client_id)
    _set(row, values)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_client_date", "client_date", row.id, _filled(values))
    return row.id


def change_client_date(
    desk: Desk, date_id: UUID, *, base: DayFields, values: DayFields
) -> Joined[DayFields]:
    """Save the form; `base` is what it was opened with. Raises `Diverged` where both changed it."""
    row = desk.session.get(ClientDate, date_id)
    if row is None:
        raise merging.removed(desk, "client_date", date_id, yours=values)
    joined = merging.join(
        desk, "client_date", date_id, base=base, yours=_checked(values), theirs=_fields_of(row),
        together=(("year", "month", "day"),),
    )  # fmt: skip
    joined = replace(joined, after=_checked(joined.after))
    changed = merging.changed_fields(joined.before, joined.after)
    if changed:
        _set(row, joined.after)
        desk.session.flush()
        desk.note("change_client_date", "client_date", date_id, changed)
    return joined


def remove_client_date(desk: Desk, date_id: UUID) -> tuple[UUID, DayFields]:
    """Forget a day; (client, fields) come back for the way back (`add_client_date`)."""
    row = desk.session.get(ClientDate, date_id)
    if row is None:
        raise NotFound(say("This day is not here any more."))
    kept = row.client_id, _fields_of(row)
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_client_date", "client_date", date_id, ("kind",))
    return kept


def list_client_dates(desk: Desk, client_id: UUID) -> tuple[DayRow, ...]:
    """The next one first; days that never come (a year alone) last."""
    wanted = select(ClientDate).where(ClientDate.client_id == client_id)
    today = desk.now.date()
    rows = [day_row(row, today) for row in desk.session.scalars(wanted.order_by(ClientDate.id))]
    return tuple(sorted(rows, key=lambda r: (r.next_on is None, r.next_on or today)))


def day_row(row: ClientDate, today: date) -> DayRow:
    """A row with its next time from a day on, that day included."""
    values = _fields_of(row)
    coming = next_time(values.month, values.day, today) if values.month and values.day else None
    years = coming.year - values.year if coming and values.year else None
    return DayRow(row.id, row.client_id, values, coming, years or None)


# What holds back cheer ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MemorialDay:
    """A day of memory that comes back each year, from `since_year` on (None: always)."""

    month: int
    day: int
    since_year: int | None = None

    def falls_on(self, local: date) -> bool:
        """Whether this is the day, in the client's own calendar; 29 February is kept on the 28th
        in other years.
        """
        begun = self.since_year is None or local.year >= self.since_year
        return begun and (self.month, self.day) in keys_of(local)


def memorial_days(desk: Desk, client_ids: Iterable[UUID]) -> dict[UUID, tuple[MemorialDay, ...]]:
    """Days of memory of many clients in one query; who has none is left out.

    For the contact gate: on such a day no greeting and no offer, by the client's local date
    (`is_memorial`). A day of memory without day or month holds nothing back.
    """
    ids = list(client_ids)
    found: dict[UUID, list[MemorialDay]] = defaultdict(list)
    for start in range(0, len(ids), 500):
        wanted = select(
            ClientDate.client_id, ClientDate.month, ClientDate.day, ClientDate.year
        ).where(
            ClientDate.client_id.in_(ids[start : start + 500]),
            ClientDate.kind == DayKind.MEMORIAL,
            ClientDate.month.is_not(None),
            ClientDate.day.is_not(None),
        )
        for row in desk.session.execute(wanted.order_by(ClientDate.id)):
            if row.month is not None and row.day is not None:
                found[row.client_id].append(MemorialDay(row.month, row.day, row.year))
    return {client_id: tuple(days) for client_id, days in found.items()}


def is_memorial(days: Iterable[MemorialDay], local: date) -> bool:
    """Whether one of these days falls on the client's local date."""
    return any(day.falls_on(local) for day in days)


def memorial_over(days: Iterable[MemorialDay], local: date) -> date:
    """The first day from `local` on that is no day of memory: when cheer may come again."""
    known = tuple(days)
    year = (local + timedelta(days=n) for n in range(367))
    return next((one for one in year if not is_memorial(known, one)), local)


# Inside -------------------------------------------------------------------------------------------


def _checked(values: DayFields) -> DayFields:
    title = " ".join(values.title.split())
    if len(title) > _LONGEST:
        raise UserError(say("At most {n} characters.", n=_LONGEST), field="title")
    if not 0 <= values.lead_days <= LONGEST_LEAD:
        raise UserError(
            say("Between 0 and {most} days ahead.", most=LONGEST_LEAD), field="lead_days"
        )
    if not (values.year or values.month):
        raise UserError(say("Write the day, the month or the year."), field="day")
    if values.day and not values.month:
        raise UserError(say("Write the month too."), field="day")
    _check_day(values)
    if values.kind is DayKind.MEMORIAL:
        values = replace(values, lead_days=0)  # nothing is ordered for it
    return replace(values, title=title, note=values.note.strip())


def _check_day(values: DayFields) -> None:
    if is_no_day(values.year, values.month, values.day):
        raise UserError(say("There is no such day. Check day, month and year."), field="day")


def _fields_of(row: ClientDate) -> DayFields:
    return DayFields(**{f.name: getattr(row, f.name) for f in fields(DayFields)})


def _set(row: ClientDate, values: DayFields) -> None:
    for f in fields(DayFields):
        setattr(row, f.name, getattr(values, f.name))


def _filled(values: DayFields) -> tuple[str, ...]:
    plain: Any = DayFields(values.kind)
    return tuple(
        f.name
        for f in fields(DayFields)
        if f.name == "kind" or getattr(values, f.name) != getattr(plain, f.name)
    )
