"""What holds for every client: the gate against its own rules, said once more in plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contact_cases import PEOPLE, ZONES, cases, may
from tools.mutate_gate import mutants, survivors
from vipdesk.channels import gate
from vipdesk.channels.gate import Known, Policy, Reached, Reason, Rule, Via, verdict
from vipdesk.channels.hours import Window
from vipdesk.channels.known import Cap
from vipdesk.channels.overruling import refusals, verdict_beside
from vipdesk.vocabulary import Channel, HoldKind, PreferenceRule, Topic

moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001
    lambda m: m.replace(tzinfo=UTC)
)
# The hours about which clocks in Berlin, New York and on Lord Howe change.
turns = st.builds(
    lambda turn, minutes: turn + timedelta(minutes=minutes),
    st.sampled_from(
        (
            datetime(2027, 3, 28, 1, tzinfo=UTC),
            datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2027, 3, 14, 7, tzinfo=UTC),
            datetime(2026, 11, 1, 6, tzinfo=UTC),
            datetime(2027, 4, 3, 15, tzinfo=UTC),
        )
    ),
    st.integers(-180, 180),
)
instants = moments | turns
days = st.dates(date(2026, 1, 1), date(2028, 1, 31))
zones = st.sampled_from((*ZONES, *ZONES, None))
windows = st.builds(
    Window, st.integers(0, 127), st.integers(0, 1439), st.integers(1, 1440)
) | st.just(Window())
channels = st.sampled_from(Channel)
topics = st.sampled_from(Topic)
rules = st.builds(
    Rule,
    st.sampled_from(PreferenceRule), channels, st.none() | topics, windows, zones,
    st.none() | st.none() | st.sampled_from(PEOPLE), st.none() | days,
    st.none() | st.none() | st.just(PEOPLE[0]),
)  # fmt: skip
people = st.lists(
    st.builds(
        Via,
        st.sampled_from(PEOPLE),
        st.just("Вера"),
        st.sampled_from(("+74950001122", "")),
        st.sampled_from(("vera@office.example", "")),
        st.none() | days,
    ),
    max_size=3,
)
clients = st.builds(
    Known,
    zone=zones,
    present_zone=zones,
    present_until=st.none() | moments,
    rules=st.lists(rules, max_size=4).map(tuple),
    consents=st.just(frozenset(Topic)) | st.frozensets(topics),
    people=people.map(tuple),
    hold=st.none() | st.none() | st.sampled_from(HoldKind),
    mourning_until=st.none() | days,
    left_on=st.none() | st.none() | days,
    restricted=st.sampled_from((False, False, False, True)),
    reached=st.lists(st.builds(Reached, topics, moments), max_size=6).map(tuple),
    tier=st.sampled_from(("", "gold")),
)
caps = st.builds(
    Cap, st.integers(1, 4), st.integers(1, 60), st.none() | topics, st.sampled_from(("", "gold"))
)
policies = st.builds(
    Policy,
    hours=st.builds(Window, st.just(127), st.integers(480, 660), st.integers(1080, 1320)),
    caps=st.lists(caps, max_size=2).map(tuple),
)


@settings(max_examples=400, deadline=None)
@given(clients, policies, channels, topics, instants)
def test_nothing_passes_that_the_rules_forbid_and_nothing_else_is_refused(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> None:
    answer = verdict(known, policy, channel, topic, at)
    assert answer.allowed is may(known, policy, channel, topic, at)


@settings(max_examples=80, deadline=None)
@given(clients, policies, channels, topics, instants)
def test_the_next_allowed_moment_is_allowed_and_none_before_it(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> None:
    answer = verdict(known, policy, channel, topic, at)
    if answer.allowed:
        return
    if answer.until is not None:
        assert answer.until > at
        assert may(known, policy, channel, topic, answer.until)
    end = answer.until or at + timedelta(days=14)
    step = max(timedelta(minutes=1), (end - at) / 1500)
    moment = at
    while moment < end:
        assert not may(known, policy, channel, topic, moment)
        moment += step
    if answer.until is not None:
        assert not may(known, policy, channel, topic, end - timedelta(seconds=1))


@settings(max_examples=80, deadline=None)
@given(clients, policies, channels, topics, instants, st.floats(0, 0.999))
def test_until_the_hours_close_they_are_open(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime, part: float
) -> None:
    answer = verdict(known, policy, channel, topic, at)
    if answer.open_until is not None:
        assert may(known, policy, channel, topic, at + (answer.open_until - at) * part)
        assert not may(known, policy, channel, topic, answer.open_until)


@settings(max_examples=60, deadline=None)
@given(clients, policies, instants, topics)
def test_nobody_is_called_when_nobody_knows_the_hour(
    known: Known, policy: Policy, at: datetime, topic: Topic
) -> None:
    lost = replace(
        known, zone=None, present_zone=None, rules=tuple(replace(r, zone=None) for r in known.rules)
    )
    assert not verdict(lost, policy, Channel.PHONE, topic, at).allowed


def test_at_the_very_edges_of_the_rules_the_gate_says_what_they_say() -> None:
    for case in cases(7, 800):
        assert verdict(*case).allowed is may(*case), case


def test_dropping_any_rule_of_the_gate_is_noticed() -> None:
    assert len(list(mutants())) > 150
    assert survivors() == []


VERA = Via(PEOPLE[0], "Вера", phone="+74950001122")


def _merged(one: Known, other: Known) -> Known:
    """What a merge makes of two records: see `clients.merge` and docs/decisions/contact.md."""
    mourning = [d for d in (one.mourning_until, other.mourning_until) if d is not None]
    apart = tuple(replace(r, said_as=r.said_as or PEOPLE[2]) for r in other.rules)
    return replace(
        one,
        rules=one.rules + apart,
        consents=one.consents & other.consents,
        people=one.people + other.people,
        hold=one.hold or other.hold,
        mourning_until=max(mourning) if mourning else None,
        restricted=one.restricted or other.restricted,
        reached=one.reached + other.reached,
    )


def _beside(one: Known, other: Known) -> Known:
    """The second record: facts are chosen at a merge, wishes are not; its people are its own."""
    facts = ("zone", "present_zone", "present_until", "tier", "left_on")
    own = {p: UUID(int=p.int + 10) for p in PEOPLE}
    return replace(
        other,
        **{name: getattr(one, name) for name in facts},
        rules=tuple(
            replace(r, said_as=None, via_id=own[r.via_id] if r.via_id else None)
            for r in other.rules
        ),
        people=tuple(replace(p, person_id=own[p.person_id]) for p in other.people),
    )


@settings(max_examples=200, deadline=None)
@given(clients, clients, policies, channels, topics, instants)
def test_whatever_was_refused_for_one_of_two_is_refused_for_the_merged_client(
    one: Known, other: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> None:
    other = _beside(one, other)
    merged = verdict(_merged(one, other), policy, channel, topic, at)
    for each in (one, other):
        alone = verdict(each, policy, channel, topic, at)
        # Where one record is silent the club's hours give way to those the other named.
        is_silence = alone.code in (
            Reason.OUTSIDE_HOURS,
            Reason.ZONE_UNKNOWN,
        ) and not gate._parties(each, channel, topic, at)
        assert alone.allowed or is_silence or not merged.allowed


def test_of_two_merged_wishes_the_assistant_of_either_is_the_way() -> None:
    at = datetime(2026, 11, 26, 9, tzinfo=UTC)
    direct = Rule(PreferenceRule.ALLOW, Channel.PHONE)
    through = Rule(PreferenceRule.ALLOW, Channel.PHONE, via_id=PEOPLE[0], said_as=PEOPLE[2])
    known = Known(zone="Europe/Moscow", rules=(direct, through), people=(VERA,))
    found = verdict(known, Policy(), Channel.PHONE, Topic.PERSONAL, at)
    assert found.allowed
    assert found.via == VERA


@settings(max_examples=200, deadline=None)
@given(clients, policies, channels, topics, instants)
def test_what_was_overruled_is_all_that_does_not_count(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> None:
    way = (known, policy, channel, topic, at)
    against = refusals(*way)
    seen: list[Reason] = []
    for refusal in against:
        # The next one stands whatever was written for those before it.
        assert verdict_beside(*way, seen).code is refusal.code
        seen.append(refusal.code)
    last = verdict_beside(*way, seen)
    assert last.allowed or not seen[-1].overridable
    if len(seen) > 1:
        assert verdict_beside(*way, seen[1:]).code is seen[0]


@settings(max_examples=100, deadline=None)
@given(clients, policies, channels, topics, instants)
def test_an_override_of_hours_still_goes_through_the_assistant(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> None:
    hours = {Reason.OUTSIDE_HOURS, Reason.OUTSIDE_OWN_HOURS, Reason.ZONE_UNKNOWN}
    found = verdict_beside(known, policy, channel, topic, at, hours)
    parties = gate._parties(known, channel, topic, at)
    if found.allowed and any(party and all(r.via_id for r in party) for party in parties):
        assert found.via is not None
