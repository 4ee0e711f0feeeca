"""An override is for the reasons that were seen: another one asks anew. Pure.

What was overruled is put aside of what the gate looks at, and the gate is asked again. So a
reason that stood behind the one that was seen, or came later, still refuses.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from vipdesk.channels.gate import reason_for, sentence_of, verdict
from vipdesk.channels.known import ALL_WEEK, ContactVerdict, Known, Policy, Reason, Rule
from vipdesk.vocabulary import Channel, PreferenceRule, Topic
from vipdesk.wording import Say


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason not to, in words."""

    code: Reason
    said: Say


def refusals(
    known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime
) -> tuple[Refusal, ...]:
    """Every reason that stands now, in the gate's order; none where the client may be contacted.

    One that cannot be overruled is the last: what stands behind it does not matter.
    """
    found: list[Refusal] = []
    while True:
        code, _ = reason_for(known, policy, channel, topic, at)
        if code is Reason.FREE or any(r.code is code for r in found):
            return tuple(found)
        found.append(Refusal(code, sentence_of(code, known, policy, channel, topic, at)))
        if not code.overridable:
            return tuple(found)
        known, policy = _without(code, known, policy, channel, at)


def verdict_beside(
    known: Known,
    policy: Policy,
    channel: Channel,
    topic: Topic,
    at: datetime,
    overruled: Collection[Reason],
) -> ContactVerdict:
    """The gate's answer when these reasons do not count."""
    left = {code for code in overruled if code.overridable}
    answer = verdict(known, policy, channel, topic, at)
    while not answer.allowed and answer.code in left:
        left.discard(answer.code)
        known, policy = _without(answer.code, known, policy, channel, at)
        answer = verdict(known, policy, channel, topic, at)
    return answer


def kept(codes: Collection[Reason]) -> str:
    """As a message keeps them."""
    return " ".join(sorted(codes))


def read(text: str) -> frozenset[Reason]:
    """The inverse of `kept`; what a later version wrote is not known here and does not count."""
    known = set(Reason)
    return frozenset(Reason(word) for word in text.split() if word in known)


def _without(
    code: Reason, known: Known, policy: Policy, channel: Channel, at: datetime
) -> tuple[Known, Policy]:
    """What the gate would look at if there were no such reason."""
    match code:
        case Reason.LEFT:
            known = replace(known, left_on=None)
        case Reason.ON_HOLD:
            known = replace(known, hold=None)
        case Reason.MOURNING:
            known = replace(known, mourning_until=None)
        case Reason.TOO_OFTEN:
            known = replace(known, reached=())
            policy = replace(policy, cap=max(1, policy.cap), caps=tuple(
                replace(cap, most=max(1, cap.most)) for cap in policy.caps
            ))  # fmt: skip
        case Reason.FORBIDDEN:
            known = replace(known, rules=tuple(r for r in known.rules if not _bars(r, channel)))
        case Reason.OUTSIDE_OWN_HOURS:
            known = _at_any_hour(known, channel)
        case Reason.OUTSIDE_HOURS:
            policy = replace(policy, hours=ALL_WEEK)
        case Reason.ZONE_UNKNOWN:
            known = _at_any_hour(known, channel)
            rules = (r for r in known.rules if r.window.is_always or not _bars(r, channel))
            known, policy = replace(known, rules=tuple(rules)), replace(policy, hours=ALL_WEEK)
        case Reason.ASSISTANT_UNKNOWN:
            there = {
                p.person_id for p in known.people if p.until is None or known.date_at(at) <= p.until
            }
            known = replace(known, rules=tuple(
                r if r.via_id in there or r.channel is not channel else replace(r, via_id=None)
                for r in known.rules
            ))  # fmt: skip
    return known, policy


def _bars(rule: Rule, channel: Channel) -> bool:
    return rule.rule is PreferenceRule.FORBID and rule.channel is channel


def _at_any_hour(known: Known, channel: Channel) -> Known:
    """Wishes without their hours: whom to go through, they still say."""
    return replace(known, rules=tuple(
        replace(r, window=ALL_WEEK)
        if r.channel is channel and r.rule is not PreferenceRule.FORBID
        else r
        for r in known.rules
    ))  # fmt: skip
