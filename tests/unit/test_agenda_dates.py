"""Days where there are many of them, and the week they stand in; on both engines."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import event as sqla_event

from tests import factories as make
from tests.factories_complaints import staff_of
from vipdesk.access import Desk
from vipdesk.agenda.dates import list_dates
from vipdesk.agenda.lines import DateKind
from vipdesk.agenda.rhythm import COUNTED
from vipdesk.agenda.today import today
from vipdesk.agenda.week import week
from vipdesk.models import Client, ClientDate, Staff
from vipdesk.vocabulary import DayKind, Role

MOSCOW = ZoneInfo("Europe/Moscow")  # the fixture's now: Thursday 26 November 2026, 13:00
TODAY = date(2026, 11, 26)


def born(desk: Desk, count: int, month: int, day: int | None) -> None:
    desk.session.add_all(
        Client(
            surname=f"К{number:03d}", given="", sort_key=f"к{number:03d}", birth_month=month,
            birth_day=day, manager_id=desk.actor.id, created_at=desk.now,
        )
        for number in range(count)
    )  # fmt: skip
    desk.session.flush()


def kept(desk: Desk, month: int, day: int, lead: int = 0, **fields: object) -> ClientDate:
    client = make.client(desk, last_contact_at=desk.now, **fields)
    row = ClientDate(
        client_id=client.id, kind=DayKind.WEDDING, month=month, day=day, lead_days=lead
    )
    desk.session.add(row)
    desk.session.flush()
    return row


def test_of_too_many_birthdays_ninety_nine_are_counted_and_each_day_keeps_its_mark(
    desk: Desk,
) -> None:
    born(desk, 130, 11, 26)
    born(desk, 130, 11, 27)
    born(desk, 1, 11, 30)
    seen = today(desk, zone=MOSCOW)
    assert len(seen.dates) == COUNTED
    assert seen.dates_cut
    assert {d.day for d in seen.dates} == {TODAY}
    assert [bool(marks.dates) for marks in seen.week] == [
        True, True, False, False, True, False, False,
    ]  # fmt: skip


def test_a_day_of_the_week_shows_a_few_says_how_many_more_and_opens_whole(desk: Desk) -> None:
    born(desk, 20, 11, 27)
    born(desk, 130, 11, 28)
    friday, saturday = week(desk, zone=MOSCOW).days[4:6]
    assert (len(friday.entries), friday.more, friday.cut) == (12, 8, False)
    assert (len(saturday.entries), saturday.more, saturday.cut) == (12, COUNTED - 12, True)
    friday = week(desk, zone=MOSCOW, whole=date(2026, 11, 27)).days[4]
    assert (len(friday.entries), friday.more) == (20, 0)


def test_a_gathering_ends_when_it_ends(desk: Desk) -> None:
    begins = desk.now + timedelta(hours=3)
    make.event(desk, starts_at=begins, ends_at=begins + timedelta(hours=4, minutes=30))
    (entry,) = [e for day in week(desk, zone=MOSCOW).days for e in day.entries]
    assert entry.ends_at == begins + timedelta(hours=4, minutes=30)


def test_what_is_ordered_for_is_found_over_new_year_and_not_a_day_too_early(desk: Desk) -> None:
    due = kept(desk, 2, 24, 90)  # ninety days from today
    kept(desk, 2, 25, 90)
    near = kept(desk, 1, 5, 40)
    found = list_dates(desk, TODAY, days=7, limit=12)
    assert [d.id for d in found] == [near.id, due.id]
    assert all(d.ahead and d.order_by is not None for d in found)


def test_days_come_nearest_first_over_the_end_of_the_year(desk: Desk) -> None:
    on = date(2026, 12, 29)
    for month, day in ((1, 2), (12, 30), (12, 29), (1, 1)):
        kept(desk, month, day)
    found = list_dates(desk, on, days=7, limit=12)
    assert [d.day.isoformat()[5:] for d in found] == ["12-29", "12-30", "01-01", "01-02"]


def test_whoever_leads_and_stands_in_too_sees_a_day_once(desk: Desk) -> None:
    make.client(desk, birth_month=11, birth_day=27, deputy_id=desk.actor.id)
    assert [d.kind for d in list_dates(desk, TODAY, days=7, limit=12)] == [DateKind.BIRTHDAY]


def test_clients_of_a_colleague_who_is_away_are_found_by_their_days(desk: Desk) -> None:
    away = staff_of(desk, Role.MANAGER)
    desk.session.get_one(Staff, away.id).deputy_id = desk.actor.id
    desk.session.flush()
    make.client(desk, birth_month=11, birth_day=27, manager_id=away.id)
    kept(desk, 11, 28, manager_id=away.id)
    make.client(desk, member_since=date(2021, 11, 29), manager_id=away.id)
    assert [d.day.day for d in list_dates(desk, TODAY, days=7, limit=12)] == [27, 28, 29]


def test_todays_statements_do_not_grow_with_the_lines(desk: Desk) -> None:
    def count() -> int:
        asked = 0

        def note(*_: object) -> None:
            nonlocal asked
            asked += 1

        engine = desk.session.get_bind()
        sqla_event.listen(engine, "before_cursor_execute", note)
        today(desk, zone=MOSCOW)
        sqla_event.remove(engine, "before_cursor_execute", note)
        return asked

    born(desk, 1, 11, 26)
    kept(desk, 11, 27)
    before = count()
    born(desk, 40, 11, 26)
    assert count() <= before <= 40
