"""May I contact now? The verdict, over frozen inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.channels.gate import ContactVerdict, Known, Policy, Reason, Rule, Via, verdict
from vipdesk.channels.hours import Window
from vipdesk.vocabulary import Channel, HoldKind, PreferenceRule, Topic

MOSCOW = ZoneInfo("Europe/Moscow")
AT_NOON = datetime(2026, 11, 26, 12, 0, tzinfo=MOSCOW).astimezone(UTC)  # a Thursday
AT_NIGHT = datetime(2026, 11, 26, 3, 0, tzinfo=MOSCOW).astimezone(UTC)
POLICY = Policy()
HOME = Known(zone="Europe/Moscow", consents=frozenset(Topic))
TEN_TO_TWELVE = Window(from_minute=600, to_minute=720)


def rule(kind: PreferenceRule, channel: Channel = Channel.PHONE, **values: object) -> Rule:
    return Rule(kind, channel, **values)  # type: ignore[arg-type]


def moscow(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=MOSCOW).astimezone(UTC)  # type: ignore[arg-type, misc]


def ask(
    known: Known,
    at: datetime = AT_NOON,
    channel: Channel = Channel.PHONE,
    topic: Topic = Topic.PERSONAL,
) -> ContactVerdict:
    return verdict(known, POLICY, channel, topic, at)


def test_a_client_who_said_nothing_is_called_in_the_clubs_hours() -> None:
    answer = ask(HOME)
    assert answer.allowed
    assert answer.open_until == moscow(2026, 11, 26, 21)


def test_at_night_nobody_is_called_and_the_next_hour_is_named() -> None:
    answer = ask(HOME, AT_NIGHT)
    assert answer.code is Reason.OUTSIDE_HOURS
    assert answer.until == moscow(2026, 11, 26, 9)
    assert answer.reason.params["time"] == "03:00"


@pytest.mark.parametrize("channel", [Channel.PHONE, Channel.SMS, Channel.MESSENGER, Channel.APP])
def test_without_a_zone_nothing_rings(channel: Channel) -> None:
    answer = ask(replace(HOME, zone=None), channel=channel)
    assert (answer.allowed, answer.code, answer.until) == (False, Reason.ZONE_UNKNOWN, None)


def test_a_zone_that_does_not_exist_is_an_unknown_zone() -> None:
    assert ask(replace(HOME, zone="Mars/Olympus")).code is Reason.ZONE_UNKNOWN


@pytest.mark.parametrize("topic", [Topic.INVITATION, Topic.OFFER, Topic.GREETING])
def test_without_consent_no_invitation_offer_or_greeting(topic: Topic) -> None:
    answer = ask(replace(HOME, consents=frozenset()), channel=Channel.LETTER, topic=topic)
    assert answer.code is Reason.NO_CONSENT
    assert not answer.code.overridable


@pytest.mark.parametrize("topic", [Topic.PERSONAL, Topic.SERVICE, Topic.CARD])
def test_personal_service_and_card_need_no_consent(topic: Topic) -> None:
    assert ask(replace(HOME, consents=frozenset()), topic=topic).allowed


def test_consent_is_per_topic() -> None:
    known = replace(HOME, consents=frozenset({Topic.INVITATION}))
    assert ask(known, topic=Topic.INVITATION).allowed
    assert not ask(known, topic=Topic.OFFER).allowed


def test_an_invitation_by_mail_waits_for_the_morning_but_an_answer_leaves_at_once() -> None:
    mail = Channel.EMAIL
    assert ask(HOME, AT_NIGHT, mail, Topic.INVITATION).until == moscow(2026, 11, 26, 9)
    assert ask(HOME, AT_NIGHT, mail, Topic.SERVICE).allowed
    assert ask(replace(HOME, zone=None), AT_NIGHT, mail, Topic.SERVICE).allowed
    assert ask(replace(HOME, zone=None), AT_NOON, mail, Topic.INVITATION).code is (
        Reason.ZONE_UNKNOWN
    )


def test_own_hours_for_mail_bind_service_mail_too() -> None:
    own = rule(PreferenceRule.ALLOW, Channel.EMAIL, window=TEN_TO_TWELVE)
    known = replace(HOME, rules=(own,))
    assert ask(known, AT_NOON, Channel.EMAIL, Topic.SERVICE).code is Reason.OUTSIDE_OWN_HOURS


def test_a_letter_by_post_has_no_hours_and_needs_no_zone() -> None:
    assert ask(replace(HOME, zone=None), AT_NIGHT, Channel.LETTER, Topic.INVITATION).allowed


def test_a_letter_forbidden_in_some_hours_is_forbidden() -> None:
    known = replace(
        HOME, rules=(rule(PreferenceRule.FORBID, Channel.LETTER, window=TEN_TO_TWELVE),)
    )
    assert ask(known, channel=Channel.LETTER).code is Reason.FORBIDDEN


def test_own_hours_replace_the_clubs() -> None:
    late = Window(from_minute=22 * 60, to_minute=24 * 60)
    known = replace(HOME, rules=(rule(PreferenceRule.PREFER, window=late),))
    answer = ask(known)
    assert answer.until == moscow(2026, 11, 26, 22)
    assert answer.reason.params["hours"] == ("22:00–24:00",)
    assert ask(known, moscow(2026, 11, 26, 23, 59)).allowed
    assert not ask(known, moscow(2026, 11, 27, 0, 0)).allowed


def test_by_phone_on_all_days_does_not_mean_at_three_in_the_morning() -> None:
    known = replace(HOME, rules=(rule(PreferenceRule.PREFER),))
    assert ask(known, AT_NIGHT).code is Reason.OUTSIDE_HOURS


def test_who_wants_to_be_called_at_any_hour_can_say_so() -> None:
    halves = (Window(from_minute=0, to_minute=720), Window(from_minute=720, to_minute=1440))
    known = replace(HOME, rules=tuple(rule(PreferenceRule.ALLOW, window=w) for w in halves))
    assert ask(known, AT_NIGHT).allowed


def test_an_overnight_window_belongs_to_the_day_it_began() -> None:
    friday_night = Window(1 << 4, 22 * 60, 2 * 60)
    known = replace(HOME, rules=(rule(PreferenceRule.ALLOW, window=friday_night),))
    assert ask(known, moscow(2026, 11, 28, 1, 30)).allowed  # Saturday, 01:30
    assert not ask(known, moscow(2026, 11, 27, 1, 30)).allowed  # Friday, 01:30
    assert ask(known).until == moscow(2026, 11, 27, 22)


def test_hours_follow_the_traveller() -> None:
    known = replace(HOME, present_zone="America/New_York", present_until=moscow(2026, 11, 28, 10))
    noon = ask(known)  # 04:00 in New York
    assert (noon.code, noon.zone) == (Reason.OUTSIDE_HOURS, "America/New_York")
    assert noon.until == datetime(2026, 11, 26, 14, 0, tzinfo=UTC)
    assert ask(known, moscow(2026, 11, 28, 12)).zone == "Europe/Moscow"


def test_the_end_of_a_journey_may_be_the_next_allowed_moment() -> None:
    known = replace(HOME, present_zone="America/New_York", present_until=moscow(2026, 11, 26, 13))
    assert ask(known).until == moscow(2026, 11, 26, 13)


def test_a_rule_in_its_own_zone_needs_no_other() -> None:
    tokyo = rule(PreferenceRule.ALLOW, window=TEN_TO_TWELVE, zone="Asia/Tokyo")
    known = replace(HOME, zone=None, rules=(tokyo,))
    assert ask(known, datetime(2026, 11, 26, 1, 30, tzinfo=UTC)).allowed
    assert ask(known).until == datetime(2026, 11, 27, 1, 0, tzinfo=UTC)


def test_never_wins_over_allowed() -> None:
    known = replace(
        HOME,
        rules=(rule(PreferenceRule.FORBID), rule(PreferenceRule.ALLOW, topic=Topic.SERVICE)),
    )
    answer = ask(known, topic=Topic.SERVICE)
    assert (answer.code, answer.until) == (Reason.FORBIDDEN, None)


def test_forbidden_hours_end() -> None:
    known = replace(HOME, rules=(rule(PreferenceRule.FORBID, window=Window(127, 660, 780)),))
    assert ask(known).until == moscow(2026, 11, 26, 13)
    assert ask(known, moscow(2026, 11, 26, 10)).open_until == moscow(2026, 11, 26, 11)


def test_forbidden_with_empty_hours_is_read_the_careful_way() -> None:
    known = replace(HOME, rules=(rule(PreferenceRule.FORBID, window=Window(127, 600, 600)),))
    assert ask(known).code is Reason.FORBIDDEN


def test_forbidden_hours_without_a_zone_are_unknown() -> None:
    known = replace(
        HOME,
        zone=None,
        rules=(rule(PreferenceRule.FORBID, Channel.EMAIL, window=TEN_TO_TWELVE),),
    )
    assert ask(known, channel=Channel.EMAIL, topic=Topic.SERVICE).code is Reason.ZONE_UNKNOWN


def test_a_rule_ends_with_its_last_day() -> None:
    known = replace(HOME, rules=(rule(PreferenceRule.FORBID, valid_until=date(2026, 11, 30)),))
    assert ask(known).until == moscow(2026, 12, 1, 9)


def test_a_rule_for_this_topic_replaces_the_rules_for_any() -> None:
    known = replace(
        HOME,
        rules=(
            rule(PreferenceRule.ALLOW, window=TEN_TO_TWELVE),
            rule(PreferenceRule.ALLOW, topic=Topic.INVITATION, window=Window(127, 18 * 60, 1200)),
        ),
    )
    assert ask(known, topic=Topic.INVITATION).until == moscow(2026, 11, 26, 18)


@pytest.mark.parametrize("topic", [Topic.OFFER, Topic.GREETING])
def test_mourning_holds_back_cheer(topic: Topic) -> None:
    known = replace(HOME, mourning_until=date(2026, 12, 10))
    answer = ask(known, topic=topic)
    assert answer.code is Reason.MOURNING
    assert answer.until == moscow(2026, 12, 11, 9)


def test_mourning_does_not_hold_back_a_personal_talk() -> None:
    assert ask(replace(HOME, mourning_until=date(2026, 12, 10))).allowed


def test_a_hold_stops_invitations_and_says_nothing_more() -> None:
    known = replace(HOME, hold=HoldKind.ASK_MANAGER)
    answer = ask(known, topic=Topic.INVITATION)
    assert (answer.code, answer.reason.params) == (Reason.ON_HOLD, {})
    assert ask(known, topic=Topic.SERVICE).allowed


def test_who_left_gets_no_invitation_but_an_answer() -> None:
    known = replace(HOME, left_on=date(2026, 11, 1))
    assert ask(known, topic=Topic.INVITATION).code is Reason.LEFT
    assert ask(known, topic=Topic.SERVICE).allowed


def test_not_too_often() -> None:
    often = tuple(AT_NOON - timedelta(days=d) for d in (1, 5, 9, 20, 40))
    known = replace(HOME, reached=often)
    answer = ask(known, topic=Topic.INVITATION, channel=Channel.EMAIL)
    assert (answer.code, answer.reason.params["n"]) == (Reason.TOO_OFTEN, 4)
    assert answer.until == AT_NOON + timedelta(days=10)
    assert ask(known, topic=Topic.GREETING, channel=Channel.EMAIL).allowed


def test_through_the_assistant_if_so_wished() -> None:
    vera = Via(uuid4(), "Вера", phone="+74951234567")
    known = replace(
        HOME, people=(vera,), rules=(rule(PreferenceRule.ALLOW, via_id=vera.person_id),)
    )
    assert ask(known).via is vera
    assert ask(known).reason.params == {"person": "Вера"}


def test_an_assistant_who_went_cannot_be_gone_around() -> None:
    gone = Via(uuid4(), "Вера", until=date(2026, 1, 31))
    for people in ((), (gone,)):
        known = replace(
            HOME, people=people, rules=(rule(PreferenceRule.ALLOW, via_id=gone.person_id),)
        )
        assert ask(known).code is Reason.ASSISTANT_UNKNOWN


def test_the_preferred_channel_is_advised() -> None:
    known = replace(HOME, rules=(rule(PreferenceRule.PREFER, Channel.LETTER),))
    answer = ask(known)
    assert (answer.allowed, answer.better) == (True, Channel.LETTER)
    assert answer.advice is not None
    assert ask(known, channel=Channel.LETTER).advice is None


def test_hours_that_the_clock_skips_open_at_the_change() -> None:
    # Berlin, 28 March 2027: 02:00 becomes 03:00.
    skipped = rule(PreferenceRule.ALLOW, window=Window(127, 150, 210))
    known = replace(HOME, zone="Europe/Berlin", rules=(skipped,))
    answer = ask(known, datetime(2027, 3, 28, 0, 30, tzinfo=UTC))
    assert answer.until == datetime(2027, 3, 28, 1, 0, tzinfo=UTC)


def test_hours_that_the_clock_repeats_are_open_twice() -> None:
    # Berlin, 25 October 2026: 03:00 becomes 02:00.
    twice = rule(PreferenceRule.ALLOW, window=Window(127, 120, 150))
    known = replace(HOME, zone="Europe/Berlin", rules=(twice,))
    assert ask(known, datetime(2026, 10, 25, 0, 10, tzinfo=UTC)).allowed
    between = ask(known, datetime(2026, 10, 25, 0, 40, tzinfo=UTC))
    assert between.until == datetime(2026, 10, 25, 1, 0, tzinfo=UTC)


# What holds for every client -------------------------------------------------------------------

ZONES = (
    "Europe/Moscow",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001
    lambda m: m.replace(tzinfo=UTC)
)
days = st.dates(date(2026, 1, 1), date(2028, 1, 31))
zones = st.sampled_from((*ZONES, None))
windows = st.builds(
    Window, st.integers(0, 127), st.integers(0, 1439), st.integers(1, 1440)
) | st.just(Window())
rules = st.builds(
    Rule,
    st.sampled_from(PreferenceRule),
    st.sampled_from((Channel.PHONE, Channel.EMAIL)),
    st.sampled_from((None, Topic.PERSONAL, Topic.INVITATION)),
    windows,
    zones,
    st.none(),
    st.none() | days,
)
clients = st.builds(
    Known,
    zones,
    zones,
    st.none() | moments,
    st.lists(rules, max_size=4).map(tuple),
    st.just(frozenset(Topic)) | st.frozensets(st.sampled_from(Topic)),
    st.just(()),
    st.none() | st.none() | st.sampled_from(HoldKind),
    st.none() | days,
    st.none() | st.none() | days,
    st.lists(moments, max_size=6).map(tuple),
)
channels = st.sampled_from((Channel.PHONE, Channel.EMAIL, Channel.LETTER))
topics = st.sampled_from((Topic.PERSONAL, Topic.INVITATION, Topic.GREETING))


@settings(max_examples=150, deadline=None)
@given(clients, channels, topics, moments)
def test_the_next_allowed_moment_is_allowed(
    known: Known, channel: Channel, topic: Topic, at: datetime
) -> None:
    until = verdict(known, POLICY, channel, topic, at).until
    if until is not None:
        assert until > at
        assert verdict(known, POLICY, channel, topic, until).allowed


@settings(max_examples=300, deadline=None)
@given(clients, channels, topics, moments, st.floats(0, 0.999))
def test_before_the_next_allowed_moment_nothing_is_allowed(
    known: Known, channel: Channel, topic: Topic, at: datetime, part: float
) -> None:
    answer = verdict(known, POLICY, channel, topic, at)
    end = answer.until or at + timedelta(days=14)
    if not answer.allowed:
        assert not verdict(known, POLICY, channel, topic, at + (end - at) * part).allowed


@settings(max_examples=100, deadline=None)
@given(clients, channels, topics, moments, st.floats(0, 0.999))
def test_until_the_hours_close_they_are_open(
    known: Known, channel: Channel, topic: Topic, at: datetime, part: float
) -> None:
    answer = verdict(known, POLICY, channel, topic, at)
    if answer.open_until is not None:
        inside = at + (answer.open_until - at) * part
        assert verdict(known, POLICY, channel, topic, inside).allowed
        assert not verdict(known, POLICY, channel, topic, answer.open_until).allowed


@settings(max_examples=150, deadline=None)
@given(clients, channels, topics, moments)
def test_nothing_is_allowed_inside_a_standing_never(
    known: Known, channel: Channel, topic: Topic, at: datetime
) -> None:
    if not verdict(known, POLICY, channel, topic, at).allowed:
        return
    for one in known.rules:
        place = ZoneInfo(one.zone) if one.zone else known.zone_at(at)
        if (
            one.rule is PreferenceRule.FORBID
            and one.channel is channel
            and one.topic in (None, topic)
            and place is not None
            and (one.valid_until is None or at.astimezone(place).date() <= one.valid_until)
        ):
            assert not one.window.covers(at.astimezone(place))


@settings(max_examples=100, deadline=None)
@given(clients, channels, moments)
def test_nothing_that_needs_consent_goes_without(
    known: Known, channel: Channel, at: datetime
) -> None:
    bare = replace(known, consents=frozenset())
    for topic in (Topic.INVITATION, Topic.OFFER, Topic.GREETING):
        assert not verdict(bare, POLICY, channel, topic, at).allowed


@settings(max_examples=60, deadline=None)
@given(clients, moments, topics)
def test_nobody_is_called_when_nobody_knows_the_hour(
    known: Known, at: datetime, topic: Topic
) -> None:
    lost = replace(
        known, zone=None, present_zone=None, rules=tuple(replace(r, zone=None) for r in known.rules)
    )
    assert not verdict(lost, POLICY, Channel.PHONE, topic, at).allowed
