"""'May I contact now?': one verdict for every way out of the club. Pure: no database, no clock.

The order of the questions, the first 'no' answers:
0. Restriction: the client's data is kept and not used, or is erased. Nothing leaves.
1. Consent (invitation, offer, greeting need one on record; personal, service and card do not).
2. A client who left, or an invite hold: no invitations, offers or greetings.
3. Mourning: no greetings, no offers, up to and including its last day.
4. Too often: the club's limits (`Policy.caps_of`): so many invitations and offers in so many
   days, and what it set for a topic or a tier.
5. The client's own rules. A 'never' always wins, whether for one topic or for all. Among
   'preferred' and 'allowed', rules for this very topic replace those for any topic. A rule
   over the whole week says 'by phone', not 'at 3 a.m.': it names no hours (who means it
   notes 00:00–12:00 and 12:00–24:00). Two records merged into one client each keep their
   own wishes (`Rule.said_as`): both must allow it.
6. Hours, in the zone of the rule, else where the client is now:
   - phone, SMS, messenger, app: the client's own hours, else the club's. Always.
   - e-mail: invitations, offers, greetings and cards likewise, because a telephone by the
     bed rings for them too; service and personal mail only in hours the client set.
   - in person: only in hours the client set.
   - letter: none. A letter wakes nobody; a rule with hours counts without its hours.

What is not known is a 'no': without a zone nobody can say that it is not night there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from vipdesk.channels.hours import DAY, LAST_PLACE, Window, boundaries, clock_face, zone
from vipdesk.channels.known import (
    ALL_WEEK,
    CAPPED,
    CHEERFUL,
    NEEDS_CONSENT,
    PERSONS_OWN,
    RINGS,
    Cap,
    ContactVerdict,
    Known,
    Policy,
    Reached,
    Reason,
    Rule,
    Via,
)
from vipdesk.vocabulary import Channel, PreferenceRule, Topic, label
from vipdesk.wording import Say, say

__all__ = [
    "CAPPED",
    "UNREACHABLE",
    "Cap",
    "ContactVerdict",
    "Known",
    "Policy",
    "Reached",
    "Reason",
    "Rule",
    "Via",
    "is_never",
    "is_through_somebody",
    "reason_for",
    "sentence_of",
    "verdict",
]  # fmt: skip

# Patterns repeat weekly; a second week because a window may fall into a skipped hour.
_SEARCH_DAYS = 15


def verdict(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> ContactVerdict:
    """Whether this client may be contacted by this channel on this topic at this moment (UTC)."""
    code, via = _judge(known, policy, channel, topic, at)
    there = known.zone_at(at)
    until = open_until = None
    if code is Reason.FREE and _needs_hours(known, channel, topic, at):
        open_until = _closing(known, policy, channel, topic, at)
    elif code.passes:
        until = _next_allowed(known, policy, channel, topic, at)
    if code is not Reason.FREE:
        via = _whom_then(known, policy, channel, topic, at, until)
    return ContactVerdict(
        allowed=code is Reason.FREE,
        code=code,
        reason=_sentence(code, known, policy, channel, topic, at, via),
        until=until,
        open_until=open_until,
        via=via,
        better=_better(known, channel, topic, at),
        zone=there.key if there else None,
    )


def reason_for(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> tuple[Reason, Via | None]:
    """The reason of the verdict and through whom, without the search for the next moment."""
    return _judge(known, policy, channel, topic, at)


def sentence_of(
    code: Reason, known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> Say:
    """A reason in words, for who asked `reason_for`."""
    return _sentence(code, known, policy, channel, topic, at, None)


def is_through_somebody(known: Known, channel: Channel, topic: Topic, at: datetime) -> bool:
    """Whether a standing wish, whatever its hours, names somebody to go through."""
    parties = _parties(known, channel, topic, at)
    return any(rule.via_id is not None for party in parties for rule in party)


def is_never(known: Known, channel: Channel, topic: Topic, at: datetime) -> bool:
    """Whether a standing 'never' closes a channel at every hour."""
    rules = _standing(known, channel, topic, at, PreferenceRule.FORBID)
    return any(rule.window.is_always or channel is Channel.LETTER for rule in rules)


# The questions --------------------------------------------------------------------------------


def _judge(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> tuple[Reason, Via | None]:
    held_back = Reason.RESTRICTED if known.restricted else _held_back(known, policy, topic, at)
    if held_back is not None:
        return held_back, None
    if channel is Channel.LETTER:
        return _judge_letter(known, topic, at)
    return _judge_hours(known, policy, channel, topic, at)


def _held_back(known: Known, policy: Policy, topic: Topic, at: datetime) -> Reason | None:
    """Reasons that do not depend on the channel."""
    if topic in NEEDS_CONSENT:
        if topic not in known.consents:
            return Reason.NO_CONSENT
        if known.left_on and known.date_at(at) >= known.left_on:
            return Reason.LEFT
        if known.hold is not None:
            return Reason.ON_HOLD
    if topic in CHEERFUL and known.mourning_until and known.date_at(at) <= known.mourning_until:
        return Reason.MOURNING
    if _full(known, policy, topic, at) is not None:
        return Reason.TOO_OFTEN
    return None


def _full(known: Known, policy: Policy, topic: Topic, at: datetime) -> Cap | None:
    """The first limit that is reached."""
    for cap in policy.caps_of(topic, known.tier):
        if _counted(known, cap, at) >= cap.most:
            return cap
    return None


def _counted(known: Known, cap: Cap, at: datetime) -> int:
    since = at - timedelta(days=cap.days)
    return sum(
        since < one.at <= at and (one.topic is cap.topic if cap.topic else one.topic in CAPPED)
        for one in known.reached
    )


def _judge_letter(known: Known, topic: Topic, at: datetime) -> tuple[Reason, Via | None]:
    if any(_standing(known, Channel.LETTER, topic, at, PreferenceRule.FORBID)):
        return Reason.FORBIDDEN, None
    return _strictest(
        _by_one_way(known, party, Channel.LETTER, at)
        for party in _parties(known, Channel.LETTER, topic, at)
    )


def _judge_hours(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> tuple[Reason, Via | None]:
    there = known.zone_at(at)
    for rule in _standing(known, channel, topic, at, PreferenceRule.FORBID):
        place = zone(rule.zone) if rule.zone else there
        if place is None and not rule.window.is_always:
            return Reason.ZONE_UNKNOWN, None
        if place is None or _forbids(rule.window, at.astimezone(place)):
            return Reason.FORBIDDEN, None
    parties = _parties(known, channel, topic, at)
    if parties:
        return _strictest(_judge_own(known, policy, channel, topic, at, party) for party in parties)
    hours = _hours_of(None, policy, channel, topic)
    if hours.is_always:
        return Reason.FREE, None
    if there is None:
        return Reason.ZONE_UNKNOWN, None
    return (Reason.FREE if hours.covers(at.astimezone(there)) else Reason.OUTSIDE_HOURS), None


def _judge_own(
    known: Known,
    policy: Policy,
    channel: Channel,
    topic: Topic,
    at: datetime,
    welcome: list[Rule],
) -> tuple[Reason, Via | None]:
    """The client named hours or a person for this channel."""
    unknown = False
    open_now: list[Rule] = []
    for rule in welcome:
        hours = _hours_of(rule, policy, channel, topic)
        place = zone(rule.zone) if rule.zone else known.zone_at(at)
        if place is None and not hours.is_always:
            unknown = True
        elif place is None or hours.covers(at.astimezone(place)):
            open_now.append(rule)
    if not open_now:
        named = any(not rule.window.is_always for rule in welcome)
        outside = Reason.OUTSIDE_OWN_HOURS if named else Reason.OUTSIDE_HOURS
        return (Reason.ZONE_UNKNOWN if unknown else outside), None
    return _by_one_way(known, open_now, channel, at)


def _by_one_way(
    known: Known, open_now: list[Rule], channel: Channel, at: datetime
) -> tuple[Reason, Via | None]:
    """The assistant first: it is the more careful of two open ways."""
    for rule in open_now:
        if rule.via_id is not None:
            return _through(known, rule, channel, at)
    return Reason.FREE, None


def _strictest(answers: Iterable[tuple[Reason, Via | None]]) -> tuple[Reason, Via | None]:
    """Of the wishes of two records that became one each must allow it; through whom any says."""
    found = list(answers)
    for answer in found:
        if answer[0] is not Reason.FREE:
            return answer
    return next((a for a in found if a[1] is not None), (Reason.FREE, None))


def _whom_then(
    known: Known,
    policy: Policy,
    channel: Channel,
    topic: Topic,
    at: datetime,
    until: datetime | None,
) -> Via | None:
    """Through whom once it may be: what waits, or is overruled, is addressed to them now."""
    if known.restricted:
        return None
    if until is not None:
        return _judge(known, policy, channel, topic, until)[1]
    rules = [rule for party in _parties(known, channel, topic, at) for rule in party]
    ways = (_through(known, rule, channel, at)[1] for rule in rules if rule.via_id is not None)
    return next((via for via in ways if via is not None), None)


def _hours_of(rule: Rule | None, policy: Policy, channel: Channel, topic: Topic) -> Window:
    """A rule's own hours; where none are named the club's, if the channel rings, else any."""
    if rule is not None and not rule.window.is_always:
        return rule.window
    return policy.hours if _club_hours(channel, topic) else ALL_WEEK


def _through(known: Known, rule: Rule, channel: Channel, at: datetime) -> tuple[Reason, Via | None]:
    """The person named; one without a number is nobody's way, least of all the client's own."""
    there = [
        person
        for person in known.people
        if person.person_id == rule.via_id
        and (person.until is None or known.date_at(at) <= person.until)
    ]
    if not there:
        return Reason.ASSISTANT_UNKNOWN, None
    if channel not in PERSONS_OWN:
        return Reason.FREE, there[0]
    for person in there:
        if person.address(channel):
            return Reason.FREE, person
    return Reason.ASSISTANT_UNREACHABLE, there[0]


def _standing(
    known: Known, channel: Channel, topic: Topic, at: datetime, *kinds: PreferenceRule
) -> Iterator[Rule]:
    """Rules that speak of this channel and topic and are still valid."""
    for rule in known.rules:
        if rule.channel is not channel or rule.rule not in kinds:
            continue
        if rule.topic not in (None, topic):
            continue
        if rule.valid_until is not None and _rule_date(known, rule, at) > rule.valid_until:
            continue
        yield rule


def _rule_date(known: Known, rule: Rule, at: datetime) -> date:
    place = zone(rule.zone) or known.zone_at(at) or zone(LAST_PLACE)
    return at.astimezone(place).date()


def _parties(known: Known, channel: Channel, topic: Topic, at: datetime) -> list[list[Rule]]:
    """'Preferred' and 'allowed' by record: those of this very topic, else those of any topic."""
    parties: dict[UUID | None, list[Rule]] = {}
    for rule in _standing(known, channel, topic, at, PreferenceRule.PREFER, PreferenceRule.ALLOW):
        parties.setdefault(rule.said_as, []).append(rule)
    return [[r for r in party if r.topic is not None] or party for party in parties.values()]


def _forbids(window: Window, local: datetime) -> bool:
    if window.from_minute == window.to_minute:  # a slip of the pen: read it the careful way
        return bool(window.weekdays >> local.weekday() & 1)
    return window.covers(local)


def _club_hours(channel: Channel, topic: Topic) -> bool:
    """Whether the club's own hours bind where the client named none."""
    if channel is Channel.EMAIL:
        return topic not in (Topic.SERVICE, Topic.PERSONAL)
    return channel in RINGS


def _needs_hours(known: Known, channel: Channel, topic: Topic, at: datetime) -> bool:
    if channel is Channel.LETTER:
        return False
    kinds = tuple(PreferenceRule)
    return _club_hours(channel, topic) or any(_standing(known, channel, topic, at, *kinds))


def _better(known: Known, channel: Channel, topic: Topic, at: datetime) -> Channel | None:
    preferred = [
        rule
        for rule in known.rules
        if rule.rule is PreferenceRule.PREFER
        and rule.topic in (None, topic)
        and (rule.valid_until is None or _rule_date(known, rule, at) <= rule.valid_until)
    ]
    preferred.sort(key=lambda rule: rule.topic is None)
    if not preferred or any(rule.channel is channel for rule in preferred):
        return None
    return preferred[0].channel


# The next moment ------------------------------------------------------------------------------


def _next_allowed(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> datetime | None:
    """The first moment after `at` that is allowed.

    The verdict changes only at boundaries, and every boundary is a whole minute: of a
    window, a midnight, a change of the clock, the end of a journey or of the cap.
    """
    for moment in _turns(known, policy, channel, topic, _days_to_search(known, policy, at)):
        if moment > at and _judge(known, policy, channel, topic, moment)[0] is Reason.FREE:
            return moment
    return None


def _closing(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> datetime | None:
    days = [at.date() + timedelta(days=apart) for apart in range(3)]
    for moment in _turns(known, policy, channel, topic, days):
        if moment > at and _judge(known, policy, channel, topic, moment)[0] is not Reason.FREE:
            return moment
    return None


def _turns(
    known: Known, policy: Policy, channel: Channel, topic: Topic, days: list[date]
) -> Iterator[datetime]:
    """Boundaries that fall into these days of UTC, in order."""
    made: dict[date, set[datetime]] = {}
    for day in days:
        found: set[datetime] = set()
        for apart in (-1, 0, 1):  # a local day reaches into its neighbours
            local_day = day + timedelta(days=apart)
            if local_day not in made:
                made[local_day] = set(_boundaries(known, policy, channel, topic, local_day))
            found |= {moment for moment in made[local_day] if moment.date() == day}
        yield from sorted(found)


def _days_to_search(known: Known, policy: Policy, at: datetime) -> list[date]:
    """Two weeks after now and after each date at which something ends, in order."""
    turns = [at.date()]
    turns += [d for d in (known.mourning_until, *(r.valid_until for r in known.rules)) if d]
    turns += [m.date() for m in _single_moments(known, policy)]
    days = {
        turn + timedelta(days=apart)
        for turn in turns
        for apart in range(-2, _SEARCH_DAYS)
        if turn.year < date.max.year
    }
    return sorted(day for day in days if day >= at.date())


def _single_moments(known: Known, policy: Policy) -> list[datetime]:
    spans = {policy.cap_days, *(cap.days for cap in policy.caps)}
    ends = [one.at + timedelta(days=days) for one in known.reached for days in spans]
    return ends + ([known.present_until] if known.present_until else [])


def _boundaries(
    known: Known, policy: Policy, channel: Channel, topic: Topic, day: date
) -> Iterator[datetime]:
    yield from (m.astimezone(UTC) for m in _single_moments(known, policy) if _near(m, day))
    minutes = {0, policy.hours.from_minute, policy.hours.to_minute}
    names = {known.zone, known.present_zone, LAST_PLACE}
    for rule in known.rules:
        if rule.channel is channel and rule.topic in (None, topic):
            minutes |= {rule.window.from_minute, rule.window.to_minute}
            names.add(rule.zone)
    zones = [place for name in names if (place := zone(name))]
    yield from boundaries(day, minutes - {DAY}, zones)


def _near(moment: datetime, day: date) -> bool:
    return abs((moment.date() - day).days) <= 1


# The sentence ---------------------------------------------------------------------------------


def _sentence(
    code: Reason,
    known: Known,
    policy: Policy,
    channel: Channel,
    topic: Topic,
    at: datetime,
    via: Via | None,
) -> Say:
    said = _FIXED.get(code, _FIXED[Reason.FREE])
    match code:
        case Reason.FREE if via is not None:
            said = say("May be contacted through {person}.", person=via.name)
        case Reason.MOURNING:
            until = known.mourning_until
            said = say("In mourning until {day}: no greetings and no offers.", day=until)
        case Reason.TOO_OFTEN:
            said = _too_often(known, policy, topic, at)
        case Reason.OUTSIDE_OWN_HOURS:
            rules = [r for party in _parties(known, channel, topic, at) for r in party]
            hours = tuple(dict.fromkeys(str(_hours_of(r, policy, channel, topic)) for r in rules))
            said = say("Outside the hours this client named: {hours}.", hours=hours)
        case Reason.OUTSIDE_HOURS:
            time = _there(known, at)
            said = say("It is {time} where the client is: outside the club’s hours.", time=time)
        case Reason.FORBIDDEN:
            said = say(
                "The client does not wish to be contacted by: {channel}", channel=label(channel)
            )
    return said


def _too_often(known: Known, policy: Policy, topic: Topic, at: datetime) -> Say:
    cap = _full(known, policy, topic, at)
    if cap is None:
        return _FIXED[Reason.FREE]
    n = _counted(known, cap, at)
    if cap.topic is None:
        return say("Already {n} invitations and offers in {days} days.", n=n, days=cap.days)
    return say("Already {n} messages on this in {days} days.", n=n, days=cap.days)


def _there(known: Known, at: datetime) -> str:
    local = at.astimezone(known.zone_at(at))
    return clock_face(local.hour * 60 + local.minute)


UNREACHABLE = say(
    "The client wishes to be reached through an assistant of whom neither number nor address "
    "is on record. Add it to the people around the client."
)
_FIXED: dict[Reason, Say] = {
    Reason.FREE: say("May be contacted now."),
    Reason.RESTRICTED: say("The client’s data is restricted: it is kept and not used."),
    Reason.NO_CONSENT: say("No consent for this is on record. Ask the client and note the answer."),
    Reason.LEFT: say("The client left the club."),
    Reason.ON_HOLD: say("On hold: ask the personal manager first."),
    Reason.ASSISTANT_UNKNOWN: say(
        "The client wishes to be reached through an assistant who is no longer on record."
    ),
    Reason.ASSISTANT_UNREACHABLE: UNREACHABLE,
    Reason.ZONE_UNKNOWN: say(
        "The client’s time zone is not known: it may be night there. Set the time zone."
    ),
}
