"""Working time: the golden cases, the Russian production calendar, properties."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.complaints import business_time as bt
from vipdesk.complaints.business_time import Schedule, Window
from vipdesk.paths import resources

MOSCOW = ZoneInfo("Europe/Moscow")
BERLIN = ZoneInfo("Europe/Berlin")
CALENDARS = resources() / "calendars"
GOLDEN = bt.calendar_in(CALENDARS, "golden")
CLUB = bt.calendar_in(CALENDARS, "ru-club-1")


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def week_of(*windows: str, zone: ZoneInfo = MOSCOW) -> Schedule:
    return Schedule("made", zone, (tuple(Window.of(w) for w in windows),) * 7, {})


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2026-10-30 17:50", "2026-11-02 09:50"),  # over a weekend
        ("2026-10-27 12:30", "2026-10-27 14:30"),  # over lunch
        ("2026-11-03 17:30", "2026-11-05 09:30"),  # over a holiday
        ("2026-10-31 10:00", "2026-11-02 10:00"),  # filed on a Saturday
    ],
)
def test_sixty_business_minutes_skip_what_is_closed(start: str, due: str) -> None:
    assert bt.add_minutes(GOLDEN.schedule("business"), moscow(start), 60) == moscow(due)


def test_a_day_round_the_clock_loses_no_minute_at_midnight() -> None:
    always = GOLDEN.schedule("always")
    assert bt.add_minutes(always, moscow("2026-11-03 23:50"), 20) == moscow("2026-11-04 00:10")


@pytest.mark.parametrize(
    ("start", "due", "hours"),
    [
        ("2026-10-25 00:30", "2026-10-25 02:30", 1),  # clocks go back
        ("2026-03-29 00:30", "2026-03-29 04:30", 2),  # clocks go forward
    ],
)
def test_berlin_counts_elapsed_minutes_when_the_clocks_change(
    start: str, due: str, hours: int
) -> None:
    begin = datetime.fromisoformat(start).replace(tzinfo=BERLIN)
    found = bt.add_minutes(GOLDEN.schedule("berlin"), begin, 180)
    assert found.replace(tzinfo=None) == datetime.fromisoformat(due)
    assert found.utcoffset() == timedelta(hours=hours)


def test_time_spent_waiting_for_the_client_does_not_count() -> None:
    waiting = (moscow("2026-10-26 12:00"), moscow("2026-10-28 15:00"))
    due = bt.add_minutes(GOLDEN.schedule("business"), moscow("2026-10-26 10:00"), 480, [waiting])
    assert due == moscow("2026-10-29 12:00")


def test_ten_legal_days_end_on_a_working_day_and_our_promise_does_not_lean_on_that() -> None:
    legal = bt.legal_days(GOLDEN.schedule("business"), date(2026, 10, 21), 10)
    assert legal.counted == date(2026, 10, 31)
    assert legal.last == date(2026, 11, 2)
    assert legal.ours == date(2026, 10, 30)


def test_over_the_new_year_the_shifted_legal_day_is_all_there_is() -> None:
    legal = bt.legal_days(CLUB.schedule("business"), date(2025, 12, 31), 10)
    assert legal.last == date(2026, 1, 12)
    assert legal.ours == legal.last


def test_working_days_count_from_the_next_day_and_name_the_holidays_met() -> None:
    counted = bt.add_days(GOLDEN.schedule("business"), moscow("2026-11-02 11:00"), 3)
    assert counted.at == moscow("2026-11-06 18:00")
    assert counted.days_off == (date(2026, 11, 4),)


def test_a_working_saturday_counts_as_a_day() -> None:
    business = CLUB.schedule("business")
    assert bt.add_days(business, moscow("2025-10-31 12:00"), 1).at == moscow("2025-11-01 18:00")
    minutes = bt.minutes_between(business, moscow("2025-10-31 18:00"), moscow("2025-11-05 00:00"))
    assert minutes == 480


def test_a_working_day_covered_by_a_pause_does_not_count() -> None:
    pause = (moscow("2026-10-27 00:00"), moscow("2026-10-28 00:00"))
    due = bt.add_days(GOLDEN.schedule("business"), moscow("2026-10-26 10:00"), 1, [pause])
    assert due.at == moscow("2026-10-28 18:00")


def test_an_overnight_window_reaches_into_the_next_day() -> None:
    night = GOLDEN.schedule("night")
    assert bt.add_minutes(night, moscow("2026-11-05 03:00"), 240) == moscow("2026-11-05 23:00")
    assert bt.is_open(night, moscow("2026-11-05 05:59"))
    assert not bt.is_open(night, moscow("2026-11-05 12:00"))


def test_the_close_of_a_window_is_still_a_real_working_time() -> None:
    business = GOLDEN.schedule("business")
    assert bt.is_open(business, moscow("2026-11-05 18:00"))
    assert not bt.is_open(business, moscow("2026-11-05 13:30"))
    assert not bt.is_open(business, moscow("2026-11-04 11:00"))


def test_a_window_that_opens_in_the_missing_hour_opens_at_the_change() -> None:
    schedule = week_of("02:30-06:00", zone=BERLIN)
    midnight = datetime(2026, 3, 29, tzinfo=BERLIN)
    assert bt.add_minutes(schedule, midnight, 60).astimezone(UTC) == datetime(
        2026, 3, 29, 2, 0, tzinfo=UTC
    )


def test_a_schedule_that_never_opens_is_refused_not_searched_for_ever() -> None:
    never = Schedule("never", MOSCOW, ((),) * 7, {})
    with pytest.raises(ValueError, match="never opens"):
        bt.add_minutes(never, moscow("2026-11-05 10:00"), 1)
    with pytest.raises(ValueError, match="never opens"):
        bt.add_days(never, moscow("2026-11-05 10:00"), 1)
    with pytest.raises(ValueError, match="never opens"):
        bt.next_working_day(never, date(2026, 11, 5))
    with pytest.raises(ValueError, match="never opens"):
        bt.last_working_day(never, date(2026, 11, 5))


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 11, 5)  # noqa: DTZ001 the point of the test
    with pytest.raises(ValueError, match="without a zone"):
        bt.add_minutes(CLUB.schedule("business"), naive, 1)


@pytest.mark.parametrize("text", ["25:00-26:00", "24:00-25:00", "09:70-10:00"])
def test_a_window_that_is_no_time_of_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Window.of(text)


def test_a_day_both_off_and_working_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(
        'version = "bad"\nzone = "Europe/Moscow"\n[days_off]\n2026 = ["11-04"]\n'
        '[working_days]\n2026 = ["11-04"]\n[schedules.always]\ndaily = ["00:00-24:00"]\n'
    )
    with pytest.raises(ValueError, match="both off and working"):
        bt.read_calendar(file)


def test_the_club_calendar_follows_the_russian_production_calendar() -> None:
    import holidays

    known = holidays.country_holidays("RU", years=sorted(CLUB.years))
    business = CLUB.schedule("business")
    day = date(min(CLUB.years), 1, 1)
    while day.year <= max(CLUB.years):
        assert business.works_on(day) == known.is_working_day(day), day
        day += timedelta(days=1)
    assert CLUB.knows(date(2026, 5, 9))
    assert not CLUB.knows(date(2028, 5, 9))


moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001 the strategy adds the zone
    datetime(2026, 12, 1),  # noqa: DTZ001
    timezones=st.sampled_from([MOSCOW, BERLIN, UTC]),
)
schedules = st.sampled_from(
    [*GOLDEN.schedules.values(), CLUB.schedule("business"), CLUB.schedule("extended")]
)


@settings(deadline=None, max_examples=60)
@given(moments, schedules, st.integers(1, 5000))
def test_what_was_added_is_what_is_between(at: datetime, schedule: Schedule, minutes: int) -> None:
    at = at.replace(microsecond=0)
    due = bt.add_minutes(schedule, at, minutes)
    assert due > at
    assert bt.is_open(schedule, due)
    assert bt.minutes_between(schedule, at, due) == pytest.approx(minutes)


@settings(deadline=None, max_examples=40)
@given(moments, schedules, st.integers(1, 600), st.integers(1, 600))
def test_adding_in_two_steps_is_adding_at_once(
    at: datetime, schedule: Schedule, first: int, second: int
) -> None:
    at = at.replace(microsecond=0)
    there = bt.add_minutes(schedule, bt.add_minutes(schedule, at, first), second)
    assert there == bt.add_minutes(schedule, at, first + second)


@settings(deadline=None, max_examples=40)
@given(moments, schedules, st.integers(1, 600), st.integers(0, 4000), st.integers(1, 4000))
def test_a_pause_never_brings_a_deadline_nearer(
    at: datetime, schedule: Schedule, minutes: int, after: int, long: int
) -> None:
    at = at.replace(microsecond=0)
    pause = (at + timedelta(minutes=after), at + timedelta(minutes=after + long))
    plain = bt.add_minutes(schedule, at, minutes)
    paused = bt.add_minutes(schedule, at, minutes, [pause])
    assert paused >= plain
    assert bt.minutes_between(schedule, at, paused, [pause]) == pytest.approx(minutes)


EDGES = (
    datetime(2026, 12, 31, 20, 10),  # noqa: DTZ001 the test adds the zone
    datetime(2026, 3, 28, 23, 0),  # noqa: DTZ001 Berlin's clocks go forward that night
    datetime(2026, 10, 24, 20, 0),  # noqa: DTZ001 and back
    datetime(2028, 2, 29, 21, 30),  # noqa: DTZ001 a leap year
)
WINDOWS = st.lists(
    st.sampled_from(["00:00-24:00", "22:00-06:00", "05:00-09:30", "09:00-13:00", "14:00-24:00"]),
    min_size=1, max_size=3, unique=True,
)  # fmt: skip


@settings(deadline=None, max_examples=80)
@given(
    st.sampled_from(EDGES), st.sampled_from([MOSCOW, BERLIN]), WINDOWS, st.integers(500, 4000),
    st.integers(0, 3000), st.integers(0, 1500),
)  # fmt: skip
def test_what_is_between_is_every_open_minute_counted_by_itself(
    start: datetime, zone: ZoneInfo, windows: list[str], length: int, waits: int, waited: int
) -> None:
    schedule = week_of(*windows, zone=zone)
    begin = start.replace(tzinfo=zone).astimezone(UTC)
    end = begin + timedelta(minutes=length)
    pause = (begin + timedelta(minutes=waits), begin + timedelta(minutes=waits + waited))
    middles = (begin + timedelta(minutes=m, seconds=30) for m in range(length))
    counted = sum(
        bt.is_open(schedule, m) for m in middles if waited == 0 or not pause[0] <= m < pause[1]
    )
    assert bt.minutes_between(schedule, begin, end, [pause]) == counted
    if counted:
        due = bt.add_minutes(schedule, begin, counted, [pause])
        assert due <= end
        assert bt.minutes_between(schedule, begin, due, [pause]) == counted
