"""Days of clients: birthdays and what else comes back each year, in time to order a gift.

Within the week a day has its line; before that only if something must be ordered for it, from
the first day on which it is time to. Mourning and days of memory take the cheer away, not the
line. Partial dates are shown as far as they are known.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.agenda.lines import DateKind, DateLine
from vipdesk.agenda.rhythm import name_of, named_columns
from vipdesk.clients.dates import LONGEST_LEAD
from vipdesk.clients.days import keys_of, next_time
from vipdesk.models import Client, ClientDate, ClubSetting, Snooze, Tier
from vipdesk.vocabulary import DayKind

DATE = "date"
SETTING = "client_dates"


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
    policy = date_policy(desk)
    put_off = _put_off(desk)
    found = [
        *_birthdays(desk, today, days, policy),
        *_own_days(desk, today, days),
        *_joined(desk, today, days, policy),
    ]
    lines = [f for f in found if f.key not in put_off]
    lines.sort(key=lambda f: (f.line.ahead, f.line.day, f.sort_key))
    # Days of memory of the week are among the lines, also those that were put off.
    memory = {(f.line.client_id, f.line.day) for f in found if f.line.kind is DateKind.MEMORIAL}
    return tuple(_finished(f, memory, policy) for f in lines[:limit])


@dataclass(frozen=True, slots=True)
class _Found:
    line: DateLine
    sort_key: str
    mourning_until: date | None
    zones: tuple[str | None, str | None, datetime | None]

    @property
    def key(self) -> UUID:
        return self.line.key


def _put_off(desk: Desk) -> frozenset[UUID]:
    """Lines this person has put off: few, so they are read whole."""
    wanted = select(Snooze.object_id).where(
        Snooze.staff_id == desk.actor.id, Snooze.kind == DATE, Snooze.until > desk.now
    )
    return frozenset(desk.session.scalars(wanted))


def _columns() -> tuple[Any, ...]:
    return (
        Client.id, *named_columns(), Client.sort_key, Client.mourning_until, Client.time_zone,
        Client.present_zone, Client.present_until,
    )  # fmt: skip


def _in_care(desk: Desk) -> ColumnElement[bool]:
    return and_(
        in_care_of(desk.actor.id, desk.now),
        Client.left_on.is_(None),
        Client.restricted_at.is_(None),
    )


def _line(row: Any, kind: DateKind, day: date, **more: Any) -> _Found:
    line = DateLine(
        client_id=row.id, name=name_of(row), kind=kind, day=day, turns=more.pop("turns", None),
        mourning=False, contact=None, **more,
    )  # fmt: skip
    zones = (row.time_zone, row.present_zone, row.present_until)
    return _Found(line, row.sort_key, row.mourning_until, zones)


def _near(
    month: ColumnElement[Any], day: ColumnElement[Any], first: date, days: int
) -> ColumnElement[bool]:
    """Whether a day of the year is kept within `days` from the first; 29 February too."""
    window = [first + timedelta(days=n) for n in range(days)]
    keys = sorted({key for one in window for key in keys_of(one)})
    by_month: dict[int, list[int]] = {}
    for of_month, of_day in keys:
        by_month.setdefault(of_month, []).append(of_day)
    return or_(*(and_(month == m, day.in_(of)) for m, of in by_month.items()))


def _firsts(first: date, days: int) -> dict[int, date]:
    """Months that begin within the window, by number."""
    window = (first + timedelta(days=n) for n in range(days))
    return {one.month: one for one in window if one.day == 1}


# Birthdays ----------------------------------------------------------------------------------------


def _birthdays(desk: Desk, today: date, days: int, policy: DatePolicy) -> Iterable[_Found]:
    month, day = Client.birth_month.expression, Client.birth_day.expression
    near = [_near(month, day, today, days)]
    firsts = _firsts(today, days)
    if firsts:
        near.append(and_(month.in_(list(firsts)), day.is_(None)))
    if policy.gift_rank and policy.gift_days >= days:
        ahead = _near(month, day, today + timedelta(days=days), policy.gift_days - days + 1)
        near.append(and_(Tier.rank <= policy.gift_rank, ahead))
    wanted = (
        select(*_columns(), Client.birth_year, month.label("month"), day.label("day"), Tier.rank)
        .join(Tier, Tier.id == Client.tier_id, isouter=True)
        .where(_in_care(desk), or_(*near))
    )
    for row in desk.session.execute(wanted):
        if row.day is None:
            yield _line(row, DateKind.BIRTH_MONTH, firsts[row.month])
            continue
        on = next_time(row.month, row.day, today)
        gift = policy.gift_rank and row.rank is not None and row.rank <= policy.gift_rank
        yield _line(
            row,
            DateKind.BIRTHDAY,
            on,
            turns=(on.year - row.birth_year or None) if row.birth_year else None,
            order_by=_order_by(on, policy.gift_days if gift else 0, today),
            ahead=on >= today + timedelta(days=days),
        )


def _order_by(on: date, lead: int, today: date) -> date | None:
    """The day to order by, once it is time to; None before and where nothing is ordered."""
    by = on - timedelta(days=lead)
    return by if lead and by <= today < on else None


# Days kept by hand --------------------------------------------------------------------------------


def _own_days(desk: Desk, today: date, days: int) -> Iterable[_Found]:
    month, day = ClientDate.month.expression, ClientDate.day.expression
    firsts = _firsts(today, days)
    near = [
        _near(month, day, today, days),
        and_(
            ClientDate.lead_days >= days,
            _near(month, day, today + timedelta(days=days), LONGEST_LEAD - days + 1),
        ),
    ]
    if firsts:
        near.append(and_(month.in_(list(firsts)), day.is_(None), ClientDate.year.is_(None)))
    wanted = (
        select(
            *_columns(), ClientDate.id.label("date_id"), ClientDate.kind,
            ClientDate.title.label("whose"),
            ClientDate.year, month.label("month"), day.label("day"), ClientDate.lead_days,
        )
        .join(Client, Client.id == ClientDate.client_id)
        .where(_in_care(desk), or_(*near))
    )  # fmt: skip
    for row in desk.session.execute(wanted):
        on = next_time(row.month, row.day, today) if row.day else firsts[row.month]
        beyond = on >= today + timedelta(days=days)
        order_by = _order_by(on, row.lead_days, today)
        if beyond and order_by is None:
            continue
        yield _line(
            row,
            DateKind(row.kind.value),
            on,
            turns=(on.year - row.year or None) if row.year and row.day else None,
            id=row.date_id,
            title=row.whose,
            order_by=order_by,
            ahead=beyond,
        )


def _begun(today: date, days: int, policy: DatePolicy) -> list[date]:
    """The very days whose jubilee is near: an index finds them, nobody else is looked at.

    Who joined on 29 February has the day on the 28th in other years (`next_time`).
    """
    found = set()
    for on in (today + timedelta(days=n) for n in range(-1, days + 1)):
        for years in policy.jubilees:
            for day in {on.day, 29} if (on.month, on.day) == (2, 28) else {on.day}:
                with suppress(ValueError):
                    found.add(date(on.year - years, on.month, day))
    return sorted(found)


def _joined(desk: Desk, today: date, days: int, policy: DatePolicy) -> Iterable[_Found]:
    """Round anniversaries in the club, unless somebody keeps that day by hand."""
    since = Client.member_since.expression
    by_hand = select(ClientDate.client_id).where(ClientDate.kind == DayKind.MEMBERSHIP)
    wanted = select(*_columns(), since.label("since")).where(
        _in_care(desk),
        Client.member_since.in_(_begun(today, days, policy)),
        Client.id.not_in(by_hand),
    )
    for row in desk.session.execute(wanted):
        on = next_time(row.since.month, row.since.day, today)
        if not today <= on < today + timedelta(days=days):
            continue
        years = on.year - row.since.year
        if years in policy.jubilees:
            key = uuid5(row.id, DateKind.MEMBERSHIP.value)
            yield _line(row, DateKind.MEMBERSHIP, on, turns=years, id=key)


# The end ------------------------------------------------------------------------------------------


def _finished(found: _Found, memory: Collection[tuple[UUID, date]], policy: DatePolicy) -> DateLine:
    line = found.line
    mourns = found.mourning_until is not None and line.day <= found.mourning_until
    mourns = mourns or (line.client_id, line.day) in memory
    whole = line.kind is not DateKind.BIRTH_MONTH and not mourns
    return replace(
        line, mourning=mourns, greet_at=_greet_at(line.day, found, policy) if whole else None
    )


def _greet_at(day: date, found: _Found, policy: DatePolicy) -> datetime | None:
    """The hour of greeting where the client is on that day: travel counts."""
    home, present, until = found.zones
    for zone in (present, home):
        if not zone:
            continue
        at = datetime.combine(day, policy.greet_at, ZoneInfo(zone)).astimezone(UTC)
        if zone == home or until is None or at < until:
            return at
    return None
