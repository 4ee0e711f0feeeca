"""One's own agenda by days: a week on the screen, and what goes into one's own calendar.

Promises, days of clients and gatherings have a day of their own; talks by rhythm have not, they
stand on Today until they took place. The private track is never in it: a calendar is shown on
telephones and to assistants.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.agenda import coming
from vipdesk.agenda.dates import find_dates, list_dates
from vipdesk.agenda.lines import DateLine, EventLine
from vipdesk.agenda.rhythm import COUNTED, name_of, named_columns
from vipdesk.channels.contact import known_of, policy_of
from vipdesk.channels.gate import ContactVerdict, verdict
from vipdesk.clients.names import Name
from vipdesk.models import Client, Promise
from vipdesk.vocabulary import Channel, PromiseState, Topic

DAYS = 7
_PROMISES, _DATES, _EVENTS = 300, 300, 100
_OF_A_DAY = 12


class EntryKind(StrEnum):
    """What an entry of the agenda is."""

    PROMISE = "promise"
    DATE = "date"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a day. `uid` stays the same as long as it is the same thing.

    key: of the promise, the client's day or the event. client_id, name: None for a gathering.
    day: on the desk's clock. starts_at, ends_at (UTC): None where it lasts all day. text: the
    promise or the gathering. date, event: the whole line, for its words.
    """

    uid: UUID
    kind: EntryKind
    key: UUID
    client_id: UUID | None
    name: Name | None
    day: date
    starts_at: datetime | None
    ends_at: datetime | None
    text: str = ""
    overdue: bool = False
    contact: ContactVerdict | None = None
    date: DateLine | None = None
    event: EventLine | None = None


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day and what it holds: what lasts all day first, then by the clock.

    more: days of clients left out for length. cut: there are more than are counted.
    """

    day: date
    entries: tuple[Entry, ...]
    more: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday, as ISO 8601 has it."""

    today: date
    days: tuple[WeekDay, ...]


def week(
    desk: Desk, *, of: date | None = None, zone: tzinfo | None = None, whole: date | None = None
) -> Week:
    """The week with this day in it (None: the present one), on the clock of `zone`.

    whole: the day of which all clients' days are wanted, as far as they are counted.
    """
    today = desk.now.astimezone(zone).date()
    day = of or today
    monday = day - timedelta(days=day.weekday())
    found = find_dates(desk, monday, days=DAYS, each_day=True, as_of=today)
    counts = found.counts()
    dates = found.lines_of_each_day(_OF_A_DAY, whole={whole: COUNTED} if whole else {})
    entries = _with_contact(desk, _entries(desk, monday, DAYS, zone, dates))
    return Week(
        today,
        tuple(
            _day(one, entries, counts.get(one, 0))
            for one in (monday + timedelta(days=n) for n in range(DAYS))
        ),
    )


def _day(day: date, entries: tuple[Entry, ...], dates: int) -> WeekDay:
    mine = tuple(e for e in entries if e.day == day)
    left = min(dates, COUNTED) - sum(e.kind is EntryKind.DATE for e in mine)
    return WeekDay(day, mine, max(0, left), dates > COUNTED)


def list_entries(
    desk: Desk, first: date, *, days: int, zone: tzinfo | None = None
) -> tuple[Entry, ...]:
    """What this person has on these days, in order. What is overdue stays on its own day."""
    dates = list_dates(desk, first, days=days, limit=_DATES)
    return _entries(desk, first, days, zone, dates)


def _entries(
    desk: Desk, first: date, days: int, zone: tzinfo | None, dates: tuple[DateLine, ...]
) -> tuple[Entry, ...]:
    start, end = _midnight(first, zone), _midnight(first + timedelta(days=days), zone)
    found = [
        *_promises(desk, start, end, zone),
        *(_of_date(d) for d in dates if not d.ahead),
        *(
            _of_event(e, zone)
            for e in coming.list_events(desk, until=end, limit=_EVENTS)
            if e.starts_at >= start
        ),
    ]
    begin = datetime.min.replace(tzinfo=UTC)
    return tuple(sorted(found, key=lambda e: (e.day, e.starts_at or begin, e.uid)))


def _promises(desk: Desk, start: datetime, end: datetime, zone: tzinfo | None) -> list[Entry]:
    query = (
        select(Promise.id, Promise.client_id, Promise.text, Promise.due_at, *named_columns())
        .join(Client, Client.id == Promise.client_id)
        .where(
            Promise.state == PromiseState.OPEN,
            Promise.due_at >= start,
            Promise.due_at < end,
            or_(Promise.owner_id == desk.actor.id, in_care_of(desk.actor.id, desk.now)),
        )
        .order_by(Promise.due_at, Promise.id)
        .limit(_PROMISES)
    )
    return [
        Entry(
            uid=r.id, kind=EntryKind.PROMISE, key=r.id, client_id=r.client_id, name=name_of(r),
            day=r.due_at.astimezone(zone).date(), starts_at=r.due_at, ends_at=r.due_at,
            text=r.text, overdue=r.due_at < desk.now,
        )
        for r in desk.session.execute(query)
    ]  # fmt: skip


def _of_date(line: DateLine) -> Entry:
    """A day that comes back each year is another entry each year."""
    return Entry(
        uid=uuid5(NAMESPACE_OID, f"{line.key} {line.kind} {line.day.isoformat()}"),
        kind=EntryKind.DATE, key=line.key, client_id=line.client_id, name=line.name,
        day=line.day, starts_at=None, ends_at=None, date=line,
    )  # fmt: skip


def _of_event(line: EventLine, zone: tzinfo | None) -> Entry:
    return Entry(
        uid=line.id, kind=EntryKind.EVENT, key=line.id, client_id=None, name=None,
        day=line.starts_at.astimezone(zone).date(), starts_at=line.starts_at,
        ends_at=line.ends_at or line.starts_at, text=line.title, event=line,
    )  # fmt: skip


def _with_contact(desk: Desk, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Whether one may call now, as on Today; asked only for what is due today."""
    due = {e.client_id for e in entries if e.client_id and e.starts_at and e.starts_at >= desk.now}
    policy = policy_of(desk)
    known = known_of(desk, due, desk.now, policy)

    def ask(entry: Entry) -> ContactVerdict | None:
        found = known.get(entry.client_id) if entry.client_id else None
        if found is None or entry.kind is not EntryKind.PROMISE:
            return None
        return verdict(found, policy, Channel.PHONE, Topic.PERSONAL, desk.now)

    return tuple(replace(e, contact=ask(e)) for e in entries)


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    local = datetime.combine(day, time(), zone) if zone else datetime.combine(day, time())
    return local.astimezone(UTC)
