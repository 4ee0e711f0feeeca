"""Days of clients: birthdays and what else comes back each year, in time to order a gift.

Within the week a day has its line; before that only if something must be ordered for it, from
the first day on which it is time to. Mourning and days of memory take the cheer away, not the
line. Partial dates are shown as far as they are known.

Who leads a hundred thousand clients has three hundred birthdays a day: each kind of day comes
out of an index in its order and no further than it is counted, and only lines that are shown
are built.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, extract, literal, literal_column, or_, select, union_all

from vipdesk.access import Desk
from vipdesk.agenda.lines import DateKind, DateLine
from vipdesk.agenda.rhythm import COUNTED, Led, led_by, name_of, named_columns
from vipdesk.clients.dates import LONGEST_LEAD, MemorialDay, is_memorial, memorial_days
from vipdesk.clients.days import keys_of, next_time
from vipdesk.models import Client, ClientDate, ClubSetting, Snooze, Tier
from vipdesk.vocabulary import DayKind

DATE = "date"
SETTING = "client_dates"
_AHEAD = 30
_FEW = 1_000  # so many clients are looked through; of more, the club's days are


@dataclass(frozen=True, slots=True)
class DatePolicy:
    """The club's own way with days.

    gift_days: how long before a birthday a gift is ordered. gift_rank: for tiers of this rank
    and above (1 is the highest, 0: for nobody). greet_at: the client's own hour for a
    greeting. jubilees: which anniversaries of joining are kept.
    """

    gift_days: int = 14
    gift_rank: int = 1
    greet_at: time = time(10)
    jubilees: tuple[int, ...] = (1, 3, 5, 10, 15, 20, 25, 30, 40, 50)


def date_policy(desk: Desk) -> DatePolicy:
    """The club's, kept as JSON with the names of `DatePolicy` (`greet_hour` for the hour)."""
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == SETTING))
    plain = DatePolicy()
    if not kept:
        return plain
    values = json.loads(kept)
    return DatePolicy(
        min(LONGEST_LEAD, max(0, int(values.get("gift_days", plain.gift_days)))),
        int(values.get("gift_rank", plain.gift_rank)),
        time(int(values.get("greet_hour", plain.greet_at.hour)) % 24),
        tuple(int(n) for n in values.get("jubilees", plain.jubilees)),
    )


def list_dates(desk: Desk, today: date, *, days: int, limit: int) -> tuple[DateLine, ...]:
    """Days of clients in care from `today` on, the nearest first; those to order for come last."""
    return find_dates(desk, today, days=days, most=limit).lines(limit)


class _Found(NamedTuple):
    """A day before its line is made: just enough to order and count it."""

    client_id: UUID
    sort_key: str
    kind: DateKind
    day: date
    key: UUID
    date_id: UUID | None = None
    ahead: bool = False
    whole_month: bool = False  # the day is not known


class Days:
    """What was found, in order; lines are made of what is shown."""

    def __init__(
        self,
        desk: Desk,
        today: date,
        policy: DatePolicy,
        found: Iterable[_Found],
        busy: frozenset[date] = frozenset(),
    ) -> None:
        """`busy`: days that hold something, though it was cut off."""
        self._desk, self._today, self._policy = desk, today, policy
        self.found = sorted(found, key=lambda f: (f.ahead, f.day, f.sort_key, f.key))
        self._busy = busy

    def without(self, keys: Collection[UUID]) -> Days:
        """The same without these lines."""
        left = (f for f in self.found if f.key not in keys)
        return Days(self._desk, self._today, self._policy, left, self._busy)

    def counts(self) -> Mapping[date, int]:
        """How many lines each day has, as far as they were looked for: on each at least one."""
        return Counter(dict.fromkeys(self._busy, 1)) | Counter(
            f.day for f in self.found if not f.ahead
        )

    def lines(self, limit: int) -> tuple[DateLine, ...]:
        """The first lines."""
        return self._made(self.found[:limit])

    def lines_of_each_day(self, limit: int, whole: Mapping[date, int]) -> tuple[DateLine, ...]:
        """The first lines of each day, of some more; what is ordered for is left out."""
        seen: Counter[date] = Counter()
        chosen = []
        for one in self.found:
            seen[one.day] += 1
            if not one.ahead and seen[one.day] <= whole.get(one.day, limit):
                chosen.append(one)
        return self._made(chosen)

    def _made(self, chosen: list[_Found]) -> tuple[DateLine, ...]:
        if not chosen:
            return ()
        desk, clients = self._desk, {f.client_id for f in chosen}
        rows = {row.id: row for row in _by_ids(desk, select(*_columns()), Client.id, clients)}
        own = {row.id: row for row in _by_ids(
            desk, select(ClientDate.id, ClientDate.title, ClientDate.year, ClientDate.lead_days),
            ClientDate.id, {f.date_id for f in chosen if f.date_id is not None},
        )}  # fmt: skip
        memory = memorial_days(desk, clients)
        return tuple(
            self._line(f, rows[f.client_id], own.get(f.date_id), memory.get(f.client_id, ()))
            for f in chosen
            if f.client_id in rows
        )

    def _line(self, found: _Found, row: Any, own: Any, memory: Iterable[MemorialDay]) -> DateLine:
        on, policy = found.day, self._policy
        mourns = row.mourning_until is not None and on <= row.mourning_until
        mourns = mourns or is_memorial(memory, on)
        whole = found.kind is not DateKind.BIRTH_MONTH and not mourns
        year, lead = row.birth_year, 0
        if found.kind is DateKind.BIRTHDAY:
            gift = policy.gift_rank and row.rank is not None and row.rank <= policy.gift_rank
            lead = policy.gift_days if gift else 0
        elif found.kind is DateKind.MEMBERSHIP and own is None:
            year = row.member_since.year
        elif own is not None:
            year, lead = own.year, own.lead_days
        if found.kind is DateKind.BIRTH_MONTH or (own is not None and found.whole_month):
            year = None
        return DateLine(
            client_id=row.id, name=name_of(row), kind=found.kind, day=on,
            turns=(on.year - year or None) if year else None,
            mourning=mourns, contact=None,
            id=found.key if found.key != row.id else None,
            title=own.title if own is not None else "",
            order_by=_order_by(on, lead, self._today), ahead=found.ahead,
            greet_at=_greet_at(on, row, policy) if whole else None,
        )  # fmt: skip


def find_dates(
    desk: Desk,
    today: date,
    *,
    days: int,
    most: int = COUNTED + 1,
    each_day: bool = False,
    led: list[Led] | None = None,
    put_off: Collection[UUID] | None = None,
    as_of: date | None = None,
) -> Days:
    """Days of clients in care from `today` on.

    most: lines of a kind, of today and then of the days after it, or of each day. led, put_off:
    where the caller knows them already. as_of: the day by which gifts are ordered, if another.
    """
    policy = date_policy(desk)
    if put_off is None:
        put_off = _put_off(desk)
    if led is None:
        led = led_by(desk)
    window = _Window(today, days, most + len(put_off), each_day)
    found = (
        *_birthdays(desk, window, policy, led),
        *_own_days(desk, window, led),
        *_joined(desk, window, policy, led),
    )
    cut = not each_day and sum(today < f.day < window.end for f in found) >= most
    busy = _busy(desk, window, led) if cut else frozenset()
    left = (f for f in found if f.key not in put_off)
    return Days(desk, as_of or today, policy, left, busy)


def _busy(desk: Desk, window: _Window, led: list[Led]) -> frozenset[date]:
    """Days with a birthday: one look into an index for each."""
    each = [window.today + timedelta(days=n) for n in range(1, window.days)]
    month, day = Client.birth_month.expression, Client.birth_day.expression
    asked = [
        or_(
            *(
                select(Client.id)
                .where(one.condition, _in_club(), month == m, day == d)
                .exists()
                for one in led if one.leads
                for m, d in keys_of(on)
            )
        ).label(f"day_{number}")
        for number, on in enumerate(each)
    ]  # fmt: skip
    row = desk.session.execute(select(*asked)).one()
    return frozenset(on for on, is_busy in zip(each, row, strict=True) if is_busy)


def _put_off(desk: Desk) -> frozenset[UUID]:
    """Lines this person has put off: few, so they are read whole."""
    wanted = select(Snooze.object_id).where(
        Snooze.staff_id == desk.actor.id, Snooze.kind == DATE, Snooze.until > desk.now
    )
    return frozenset(desk.session.scalars(wanted))


def _columns() -> tuple[Any, ...]:
    rank = select(Tier.rank).where(Tier.id == Client.tier_id).scalar_subquery()
    return (
        Client.id, *named_columns(), Client.mourning_until, Client.time_zone,
        Client.present_zone, Client.present_until, Client.birth_year, Client.member_since,
        rank.label("rank"),
    )  # fmt: skip


def _by_ids(desk: Desk, wanted: Any, column: Any, ids: Collection[UUID | None]) -> Iterator[Any]:
    known = sorted(i for i in ids if i is not None)
    for start in range(0, len(known), 500):
        yield from desk.session.execute(wanted.where(column.in_(known[start : start + 500])))


@dataclass(frozen=True, slots=True)
class _Window:
    """The days looked at, and how many lines of a kind are looked for."""

    today: date
    days: int
    room: int
    each_day: bool = False

    @property
    def spans(self) -> list[tuple[date, int]]:
        """First day and number of days: `room` lines of each are looked for."""
        if self.each_day:
            return [(self.today + timedelta(days=n), 1) for n in range(self.days)]
        rest = (self.today + timedelta(days=1), self.days - 1)
        return [(self.today, 1), *([rest] if self.days > 1 else [])]

    @property
    def end(self) -> date:
        return self.today + timedelta(days=self.days)

    @property
    def firsts(self) -> dict[int, date]:
        """Months that begin within the window, by number."""
        each = (self.today + timedelta(days=n) for n in range(self.days))
        return {one.month: one for one in each if one.day == 1}


def _by_month(first: date, days: int) -> dict[int, list[int]]:
    """Days of the year kept within `days` from the first, by month; 29 February too."""
    found: dict[int, list[int]] = {}
    for one in (first + timedelta(days=n) for n in range(days)):
        for month, day in keys_of(one):
            if day not in found.setdefault(month, []):
                found[month].append(day)
    return found


def _in_club() -> ColumnElement[bool]:
    return and_(Client.left_on.is_(None), Client.restricted_at.is_(None))


def _all(desk: Desk, parts: list[Any]) -> Iterable[Any]:
    """Several short reads in one. SQLite wants an order and a limit inside a union wrapped."""
    if not parts:
        return ()
    return desk.session.execute(union_all(*(select(p.subquery()) for p in parts)))


def _unique(found: Iterable[_Found]) -> Iterator[_Found]:
    """Who is led by one and deputised to another is found twice."""
    seen: set[tuple[UUID, DateKind, date]] = set()
    for one in found:
        mark = (one.key, one.kind, one.day)
        if mark not in seen:
            seen.add(mark)
            yield one


# Birthdays ----------------------------------------------------------------------------------------


def _birthdays(desk: Desk, window: _Window, policy: DatePolicy, led: list[Led]) -> Iterator[_Found]:
    month, day = Client.birth_month.expression, Client.birth_day.expression
    parts = []
    for one in led:
        # An index holds whom somebody leads by the day of birth; deputies have few.
        m = month if one.leads else month + 0
        wanted = select(Client.id, Client.sort_key, month.label("month"), day.label("day")).where(
            one.condition, _in_club()
        )
        order = (day, Client.sort_key)
        for span in window.spans:
            for number, of in _by_month(*span).items():
                near = wanted.where(m == number, day >= min(of), day <= max(of))
                parts.append(near.order_by(*order).limit(window.room))
        if window.firsts:
            unknown = wanted.where(m.in_(list(window.firsts)), day.is_(None))
            parts.append(unknown.order_by(Client.sort_key).limit(window.room))
        if policy.gift_rank and policy.gift_days >= window.days:
            top = select(Tier.id).where(Tier.rank <= policy.gift_rank)
            ahead = _by_month(window.end, policy.gift_days - window.days + 1)
            for number, of in ahead.items():
                near = wanted.where(
                    m == number, day >= min(of), day <= max(of), Client.tier_id.in_(top)
                )
                parts.append(near.order_by(*order).limit(_AHEAD))

    def made() -> Iterator[_Found]:
        for row in _all(desk, parts):
            if row.day is None:
                on, kind = window.firsts[row.month], DateKind.BIRTH_MONTH
            else:
                on, kind = next_time(row.month, row.day, window.today), DateKind.BIRTHDAY
            yield _Found(row.id, row.sort_key, kind, on, row.id, ahead=on >= window.end)

    return _unique(made())


def _order_by(on: date, lead: int, today: date) -> date | None:
    """The day to order by, once it is time to; None before and where nothing is ordered."""
    by = on - timedelta(days=lead)
    return by if lead and by <= today < on else None


# Days kept by hand --------------------------------------------------------------------------------


def _own_days(desk: Desk, window: _Window, led: list[Led]) -> Iterator[_Found]:
    parts = []
    for one in led:
        few = not one.leads or _leads_few(desk, one)
        parts += list(_own_parts(window, one, few=few))

    def made() -> Iterator[_Found]:
        for row in _all(desk, parts):
            whole = row.day is None
            on = window.firsts[row.month] if whole else next_time(row.month, row.day, window.today)
            beyond = on >= window.end
            if beyond and _order_by(on, row.lead_days, window.today) is None:
                continue
            yield _Found(
                row.client_id, row.sort_key, DateKind(row.kind.value), on, row.id, row.id,
                ahead=beyond, whole_month=whole,
            )  # fmt: skip

    return _unique(made())


def _leads_few(desk: Desk, led: Led) -> bool:
    """Then their days are looked through; else those of the whole club, by the calendar."""
    one = select(Client.id).where(led.condition).limit(1).offset(_FEW)
    return desk.session.scalar(one) is None


def _own_parts(window: _Window, led: Led, *, few: bool) -> Iterator[Any]:
    month, day = ClientDate.month.expression, ClientDate.day.expression
    # An expression is no part of an index: the way leads from the clients to their days.
    m = month + 0 if few else month
    wanted = (
        select(
            ClientDate.id, ClientDate.client_id, Client.sort_key, ClientDate.kind,
            month.label("month"), day.label("day"), ClientDate.lead_days,
        )
        .join(Client, Client.id == ClientDate.client_id)
        .where(led.condition, _in_club())
    )  # fmt: skip
    after = _after(window.today, month, day)
    for span in window.spans:
        near = or_(*(and_(m == n, day.in_(of)) for n, of in _by_month(*span).items()))
        yield wanted.where(near).order_by(after, Client.sort_key).limit(window.room)
    if window.firsts:
        unknown = wanted.where(m.in_(list(window.firsts)), day.is_(None), ClientDate.year.is_(None))
        yield unknown.order_by(Client.sort_key).limit(window.room)
    if window.days < LONGEST_LEAD:
        # Never more than the days between, so that none is left out; looked at again one by one.
        between = ((month - window.today.month + 12) % 12) * 30 + day - window.today.day - 3
        far = _by_month(window.end, LONGEST_LEAD - window.days + 1)
        due = and_(
            ClientDate.lead_days > literal_column("0"),  # literally so: for its index
            ClientDate.lead_days >= window.days,
            ClientDate.lead_days >= between,
            or_(*(and_(m == n, day >= min(of), day <= max(of)) for n, of in far.items())),
        )
        yield wanted.where(due).order_by(after, Client.sort_key).limit(_AHEAD * 4)


def _after(today: date, month: Any, day: Any) -> Any:
    """The order in which days of the year come from today on, over New Year too."""
    first = today.month * 100 + today.day
    return (month * 100 + day - first + literal(1300)) % literal(1300)


def _begun(first: date, days: int, policy: DatePolicy) -> list[date]:
    """The very days whose jubilee is near: an index finds them, nobody else is looked at."""
    found = set()
    for on in (first + timedelta(days=n) for n in range(days)):
        for years in policy.jubilees:
            for month, day in keys_of(on):
                with suppress(ValueError):
                    found.add(date(on.year - years, month, day))
    return sorted(found)


def _joined(desk: Desk, window: _Window, policy: DatePolicy, led: list[Led]) -> Iterator[_Found]:
    """Round anniversaries in the club, unless somebody keeps that day by hand."""
    by_hand = select(ClientDate.id).where(
        ClientDate.client_id == Client.id, ClientDate.kind == DayKind.MEMBERSHIP
    )
    since = Client.member_since.expression
    after = _after(window.today, extract("month", since), extract("day", since))
    parts = [
        select(Client.id, Client.sort_key, since.label("since"))
        .where(one.condition, _in_club(), since.in_(_begun(*span, policy)), ~by_hand.exists())
        .order_by(after, Client.sort_key)
        .limit(window.room)
        for one in led
        for span in window.spans
    ]

    def made() -> Iterator[_Found]:
        for row in _all(desk, parts):
            on = next_time(row.since.month, row.since.day, window.today)
            key = uuid5(row.id, DateKind.MEMBERSHIP.value)
            yield _Found(row.id, row.sort_key, DateKind.MEMBERSHIP, on, key)

    return _unique(made())


# The end ------------------------------------------------------------------------------------------


def _greet_at(day: date, row: Any, policy: DatePolicy) -> datetime | None:
    """The hour of greeting where the client is on that day: travel counts."""
    home, present, until = row.time_zone, row.present_zone, row.present_until
    for zone in (present, home):
        if not zone:
            continue
        at = datetime.combine(day, policy.greet_at, ZoneInfo(zone)).astimezone(UTC)
        if zone == home or until is None or at < until:
            return at
    return None
