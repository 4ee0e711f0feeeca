"""Days of clients: partial ones, 29 February, memory that holds back cheer, lines of Today."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.agenda.dates import list_dates
from vipdesk.agenda.lines import DateKind, DateLine
from vipdesk.agenda.snoozes import snooze
from vipdesk.channels.contact import may_contact
from vipdesk.channels.known import Reason
from vipdesk.clients import dates
from vipdesk.clients.dates import DayFields, MemorialDay, is_memorial, memorial_over
from vipdesk.clients.days import Doubt, celebrated_in, keys_of, next_time, read_day
from vipdesk.clients.incoming import Birthday
from vipdesk.clients.name_days import propose_name_days
from vipdesk.errors import NotFound, UserError
from vipdesk.vocabulary import Channel, DayKind, Role, Topic

TODAY = date(2026, 11, 26)  # the clock of the tests


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15.04.1970", Birthday(1970, 4, 15)),
        ("15.04", Birthday(None, 4, 15)),
        ("15 апреля", Birthday(None, 4, 15)),
        ("3 мая 1980 г.", Birthday(1980, 5, 3)),
        ("Sept 5, 1960", Birthday(1960, 9, 5)),
        ("апрель 1970", Birthday(1970, 4, None)),
        ("04.1970", Birthday(1970, 4, None)),
        ("декабрь", Birthday(None, 12, None)),
        ("1970", Birthday(1970, None, None)),
        ("29 февраля", Birthday(None, 2, 29)),
        ("", Birthday()),
        ("31 апреля", Doubt()),
        ("29.02.2027", Doubt()),
        ("маразм", Doubt()),
        ("15 апреля мая", Doubt()),
    ],
)
def test_a_day_is_read_as_far_as_it_is_known(typed: str, day: Birthday | Doubt) -> None:
    assert read_day(typed) == day


_DAYS = st.dates(date(1999, 1, 1), date(2040, 12, 31))


@given(_DAYS, _DAYS)
def test_every_day_comes_back_within_a_year_and_is_kept_on_its_day(born: date, today: date) -> None:
    on = next_time(born.month, born.day, today)
    assert 0 <= (on - today).days <= 366
    assert (born.month, born.day) in keys_of(on)


def test_29_february_is_kept_on_the_28th_in_other_years() -> None:
    assert celebrated_in(2027, 2, 29) == date(2027, 2, 28)
    assert celebrated_in(2028, 2, 29) == date(2028, 2, 29)
    assert keys_of(date(2028, 2, 28)) == ((2, 28),)


def test_name_days_are_proposed_by_the_everyday_name() -> None:
    assert propose_name_days("Юрий") == propose_name_days("Георгий")
    assert [(d.month, d.day) for d in propose_name_days("Петр")] == [(7, 8), (7, 12)]
    assert propose_name_days("Джон") == ()
    assert propose_name_days("") == ()


# On the client ------------------------------------------------------------------------------------


def test_the_next_day_stands_first_and_a_year_alone_last(desk: Desk) -> None:
    client = make.client(desk).id
    dates.add_client_date(desk, client, DayFields(DayKind.COMPANY, year=1999))
    dates.add_client_date(desk, client, DayFields(DayKind.WEDDING, year=2001, month=6, day=9))
    dates.add_client_date(desk, client, DayFields(DayKind.NAME_DAY, month=12, day=22))
    rows = dates.list_client_dates(desk, client)
    assert [r.fields.kind for r in rows] == [DayKind.NAME_DAY, DayKind.WEDDING, DayKind.COMPANY]
    assert (rows[1].next_on, rows[1].years) == (date(2027, 6, 9), 26)
    assert rows[2].next_on is None


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (DayFields(DayKind.OTHER), "day"),
        (DayFields(DayKind.OTHER, day=5), "day"),
        (DayFields(DayKind.OTHER, year=2027, month=2, day=29), "day"),
        (DayFields(DayKind.OTHER, month=5, lead_days=91), "lead_days"),
        (DayFields(DayKind.OTHER, month=5, title="я" * 121), "title"),
    ],
)
def test_what_is_no_day_is_refused_beside_its_field(
    desk: Desk, wrong: DayFields, field: str
) -> None:
    with pytest.raises(UserError) as caught:
        dates.add_client_date(desk, make.client(desk).id, wrong)
    assert caught.value.field == field


def test_a_day_is_changed_removed_and_put_back(desk: Desk) -> None:
    client = make.client(desk).id
    wedding = DayFields(DayKind.WEDDING, month=6, day=9)
    key = dates.add_client_date(desk, client, wedding)
    saved = dates.change_client_date(
        desk, key, base=wedding, values=DayFields(DayKind.WEDDING, year=2001, month=6, day=9)
    )
    assert saved.after.year == 2001
    back, kept = dates.remove_client_date(desk, key)
    assert (back, dates.list_client_dates(desk, client)) == (client, ())
    with pytest.raises(NotFound):
        dates.remove_client_date(desk, key)
    assert dates.add_client_date(desk, back, kept, date_id=key) == key


# Memory -------------------------------------------------------------------------------------------


def test_the_gate_is_told_the_days_of_memory_of_many_at_once(desk: Desk) -> None:
    anna, petr = make.client(desk).id, make.client(desk, surname="Щукин").id
    dates.add_client_date(
        desk, anna, DayFields(DayKind.MEMORIAL, title="муж", year=2020, month=2, day=29)
    )
    dates.add_client_date(desk, anna, DayFields(DayKind.WEDDING, month=5, day=5))
    dates.add_client_date(
        desk, petr, DayFields(DayKind.MEMORIAL, year=2020)
    )  # no day: holds nothing
    assert dates.memorial_days(desk, (anna, petr)) == {anna: (MemorialDay(2, 29, 2020),)}


def test_a_day_of_memory_comes_back_each_year_and_passes() -> None:
    days = (MemorialDay(2, 29, 2020), MemorialDay(3, 1))
    assert is_memorial(days, date(2027, 2, 28))
    assert not is_memorial(days, date(2028, 2, 28))
    assert not is_memorial((MemorialDay(2, 1, 2020),), date(2019, 2, 1))
    assert memorial_over(days, date(2027, 2, 28)) == date(2027, 3, 2)
    assert memorial_over(days, date(2027, 5, 1)) == date(2027, 5, 1)


def test_on_a_day_of_memory_the_gate_lets_no_greeting_and_no_offer_through(desk: Desk) -> None:
    anna = make.client(desk, present_zone="Asia/Tokyo").id
    for topic in (Topic.GREETING, Topic.OFFER, Topic.INVITATION):
        make.consent(desk, anna, topic)
    dates.add_client_date(desk, anna, DayFields(DayKind.MEMORIAL, year=2020, month=11, day=27))

    def asked(topic: Topic, at: datetime) -> Reason:
        return may_contact(desk, anna, Channel.PHONE, topic, at).code

    in_tokyo = datetime(2026, 11, 27, 3, tzinfo=UTC)  # noon of the 27th there
    assert asked(Topic.GREETING, in_tokyo) is asked(Topic.OFFER, in_tokyo) is Reason.MOURNING
    assert asked(Topic.PERSONAL, in_tokyo) is Reason.FREE
    # The 26th in Tokyo, and the day after: by the client's own calendar.
    assert asked(Topic.GREETING, datetime(2026, 11, 26, 3, tzinfo=UTC)) is Reason.FREE
    assert asked(Topic.GREETING, datetime(2026, 11, 28, 3, tzinfo=UTC)) is Reason.FREE
    held = may_contact(desk, anna, Channel.PHONE, Topic.GREETING, in_tokyo)
    assert held.until is not None
    assert held.until >= datetime(2026, 11, 27, 15, tzinfo=UTC)


# Today --------------------------------------------------------------------------------------------


def lines(desk: Desk, days: int = 7) -> list[DateLine]:
    return list(list_dates(desk, TODAY, days=days, limit=12))


def test_a_day_of_memory_takes_the_cheer_from_a_birthday_on_it(desk: Desk) -> None:
    client = make.client(desk, birth_month=11, birth_day=27).id
    dates.add_client_date(desk, client, DayFields(DayKind.MEMORIAL, title="отец", month=11, day=27))
    seen = lines(desk)
    assert {s.kind for s in seen} == {DateKind.BIRTHDAY, DateKind.MEMORIAL}
    assert all(s.mourning and s.greet_at is None for s in seen)


def test_a_gift_is_ordered_two_weeks_ahead_for_the_highest_tier(desk: Desk) -> None:
    top = make.tier(desk, "platinum").id
    make.client(desk, tier_id=top, birth_month=12, birth_day=10)  # in 14 days
    make.client(desk, surname="Рано", tier_id=top, birth_month=12, birth_day=11)
    make.client(desk, surname="Золото", birth_month=12, birth_day=10)
    (line,) = lines(desk)
    assert (line.ahead, line.day, line.order_by) == (True, date(2026, 12, 10), TODAY)


def test_own_days_have_their_own_lead(desk: Desk) -> None:
    client = make.client(desk).id
    dates.add_client_date(
        desk, client, DayFields(DayKind.WEDDING, year=2001, month=12, day=20, lead_days=30)
    )
    dates.add_client_date(desk, client, DayFields(DayKind.COMPANY, month=12, day=20, lead_days=10))
    (line,) = lines(desk)
    assert (line.kind, line.turns, line.order_by) == (DateKind.WEDDING, 25, date(2026, 11, 20))


def test_a_greeting_is_for_ten_in_the_morning_where_the_client_is(desk: Desk) -> None:
    make.client(
        desk, birth_month=11, birth_day=27, present_zone="Asia/Tokyo",
        present_until=datetime(2026, 12, 1, tzinfo=UTC),
    )  # fmt: skip
    make.client(
        desk, surname="Ярцева", birth_month=11, birth_day=27, present_zone="Asia/Tokyo",
        present_until=datetime(2026, 11, 26, tzinfo=UTC),
    )  # fmt: skip
    away, back = lines(desk)
    assert away.greet_at == datetime(2026, 11, 27, 1, tzinfo=UTC)
    assert back.greet_at == datetime(2026, 11, 27, 7, tzinfo=UTC)


def test_round_years_in_the_club_have_a_line_unless_the_day_is_kept_by_hand(desk: Desk) -> None:
    make.client(desk, member_since=date(2021, 11, 28))
    make.client(desk, surname="Четыре", member_since=date(2022, 11, 28))
    own = make.client(desk, surname="Своя", member_since=date(2021, 11, 28)).id
    dates.add_client_date(desk, own, DayFields(DayKind.MEMBERSHIP, year=2021, month=11, day=30))
    assert [(s.turns, s.day.day) for s in lines(desk)] == [(5, 28), (5, 30)]


def test_a_line_put_off_leaves_the_other_days_of_the_client(desk: Desk) -> None:

    client = make.client(desk, birth_month=11, birth_day=27).id
    dates.add_client_date(desk, client, DayFields(DayKind.NAME_DAY, month=11, day=28))
    birthday, name_day = lines(desk)
    snooze(desk, "date", name_day.key, until=desk.now + timedelta(days=3))
    assert [s.key for s in lines(desk)] == [birthday.key]


def test_a_month_alone_shows_when_it_begins(desk: Desk) -> None:
    client = make.client(desk).id
    dates.add_client_date(desk, client, DayFields(DayKind.FAMILY_BIRTHDAY, "дочь", month=12))
    (line,) = lines(desk)
    assert (line.kind, line.title, line.day) == (
        DateKind.FAMILY_BIRTHDAY, "дочь", date(2026, 12, 1),
    )  # fmt: skip


def test_the_days_of_others_are_theirs(desk: Desk) -> None:
    client = make.client(desk).id
    dates.add_client_date(desk, client, DayFields(DayKind.NAME_DAY, month=11, day=28))
    assert lines(make.as_role(desk, Role.EXECUTIVE)) == []
