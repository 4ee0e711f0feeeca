"""Birthdays within the week, also partial ones; mourning takes the cheer away, not the line."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from sqlalchemy import and_, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.agenda.lines import DateKind, DateLine
from vipdesk.agenda.rhythm import awake, name_of, named_columns
from vipdesk.models import Client

DATE = "date"


def list_dates(desk: Desk, today: date, *, days: int, limit: int) -> tuple[DateLine, ...]:
    """Birthdays of clients in care from `today` on, the nearest first."""
    week = [today + timedelta(days=n) for n in range(days)]
    near = [
        and_(Client.birth_month == month, Client.birth_day == day)
        for month, day in {keys for one in week for keys in _keys(one)}
    ]
    firsts = [one.month for one in week if one.day == 1]
    if firsts:
        near.append(and_(Client.birth_month.in_(firsts), Client.birth_day.is_(None)))
    query = select(
        Client.id,
        *named_columns(),
        Client.birth_year,
        Client.birth_month,
        Client.birth_day,
        Client.mourning_until,
    ).where(
        in_care_of(desk.actor.id, desk.now),
        Client.left_on.is_(None),
        Client.restricted_at.is_(None),
        or_(*near),
        awake(desk, DATE, Client.id),
    )
    lines = []
    for row in desk.session.execute(query.order_by(Client.sort_key).limit(limit)):
        day = _day_of(week, row.birth_month, row.birth_day)
        known = row.birth_day is not None
        lines.append(
            DateLine(
                client_id=row.id,
                name=name_of(row),
                kind=DateKind.BIRTHDAY if known else DateKind.BIRTH_MONTH,
                day=day,
                turns=day.year - row.birth_year if known and row.birth_year else None,
                mourning=row.mourning_until is not None and day <= row.mourning_until,
                contact=None,
            )
        )
    return tuple(sorted(lines, key=lambda line: line.day))


def _keys(day: date) -> list[tuple[int, int]]:
    """(month, day) celebrated on this day: 29 February on the 28th in other years."""
    keys = [(day.month, day.day)]
    if (day.month, day.day) == (2, 28) and not calendar.isleap(day.year):
        keys.append((2, 29))
    return keys


def _day_of(week: list[date], month: int, day: int | None) -> date:
    wanted = (month, day or 1)
    return next(one for one in week if wanted in _keys(one))
