"""May I contact now? The verdict, over frozen inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from vipdesk.channels.gate import (
    Cap,
    ContactVerdict,
    Known,
    Policy,
    Reached,
    Reason,
    Rule,
    Via,
    verdict,
)
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
    often = tuple(Reached(Topic.INVITATION, AT_NOON - timedelta(days=d)) for d in (1, 5, 9, 20, 40))
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


def test_a_limit_may_be_set_for_a_topic_and_for_a_tier() -> None:
    policy = Policy(caps=(Cap(1, 7, Topic.OFFER), Cap(2, 7, Topic.OFFER, "gold")))
    week = (Reached(Topic.OFFER, AT_NOON - timedelta(days=1)),)
    plain, gold = replace(HOME, reached=week), replace(HOME, reached=week, tier="gold")
    refused = verdict(plain, policy, Channel.PHONE, Topic.OFFER, AT_NOON)
    assert (refused.code, refused.until) == (Reason.TOO_OFTEN, AT_NOON + timedelta(days=6))
    assert refused.reason.params == {"n": 1, "days": 7}
    assert verdict(gold, policy, Channel.PHONE, Topic.OFFER, AT_NOON).allowed
    assert verdict(plain, policy, Channel.PHONE, Topic.INVITATION, AT_NOON).allowed
