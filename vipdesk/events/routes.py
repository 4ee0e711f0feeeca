"""By which channel a guest is invited: the guest's own wish, if there is an address for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.models import ChannelPreference, ContactPoint
from vipdesk.vocabulary import Channel, ContactKind, PreferenceRule, Topic

# Without a wish: a mail waits politely, a call does not, a letter takes days.
_ORDER = (Channel.EMAIL, Channel.PHONE, Channel.MESSENGER, Channel.SMS, Channel.LETTER)
_NEEDS = {
    Channel.EMAIL: ContactKind.EMAIL,
    Channel.PHONE: ContactKind.PHONE,
    Channel.SMS: ContactKind.PHONE,
    Channel.MESSENGER: ContactKind.MESSENGER,
    Channel.LETTER: ContactKind.ADDRESS,
    # A word in person is said by somebody who calls first; the app is not ours to write to.
    Channel.IN_PERSON: ContactKind.PHONE,
}
# What a route asks of a wish: rows of these columns, for whole objects of thousands are slow.
_RULE = (
    ChannelPreference.client_id, ChannelPreference.channel, ChannelPreference.topic,
    ChannelPreference.rule, ChannelPreference.weekdays, ChannelPreference.from_minute,
    ChannelPreference.to_minute, ChannelPreference.via_person_id,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Route:
    """A channel and its address; an empty address where nothing is on record."""

    channel: Channel
    address: str


def routes(
    desk: Desk, client_ids: Iterable[UUID], *, only: Channel | None = None
) -> dict[UUID, Route]:
    """The route of each client, in two queries; `only`: by this channel, whatever they wish."""
    ids = list(dict.fromkeys(client_ids))
    if not ids:
        return {}
    points: dict[UUID, dict[ContactKind, str]] = defaultdict(dict)
    rows = desk.session.execute(
        select(ContactPoint.client_id, ContactPoint.kind, ContactPoint.value)
        .where(ContactPoint.client_id.in_(ids))
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
    )
    for client_id, kind, value in rows:
        points[client_id].setdefault(kind, value)
    if only is not None:
        return {i: Route(only, points[i].get(_NEEDS[only], "")) for i in ids}
    rules: dict[UUID, list[Any]] = defaultdict(list)
    wishes = desk.session.execute(
        select(*_RULE)
        .where(
            ChannelPreference.client_id.in_(ids),
            or_(ChannelPreference.topic.is_(None), ChannelPreference.topic == Topic.INVITATION),
            or_(
                ChannelPreference.valid_until.is_(None),
                ChannelPreference.valid_until >= desk.now.date(),
            ),
        )
        .order_by(ChannelPreference.noted_at.desc())
    )
    for rule in wishes:
        rules[rule.client_id].append(rule)
    return {i: _route(rules[i], points[i]) for i in ids}


def _route(rules: Sequence[Any], points: dict[ContactKind, str]) -> Route:
    # A rule about invitations weighs more than one about anything.
    ranked = sorted(rules, key=lambda r: r.topic is None)
    never = {r.channel for r in ranked if r.rule is PreferenceRule.FORBID and _whole_week(r)}
    preferred = [r.channel for r in ranked if r.rule is PreferenceRule.PREFER]
    allowed = [r.channel for r in ranked if r.rule is PreferenceRule.ALLOW]
    wished = [c for c in (*preferred, *allowed) if c not in never and c in _NEEDS]
    for channel in (*wished, *(c for c in _ORDER if c not in never)):
        if _NEEDS[channel] in points:
            return Route(_spoken(channel), points[_NEEDS[channel]])
    through = next((r.channel for r in ranked if r.via_person_id and r.channel not in never), None)
    return Route(_spoken(through or (wished[0] if wished else Channel.PHONE)), "")


def _spoken(channel: Channel) -> Channel:
    return Channel.PHONE if channel is Channel.IN_PERSON else channel


def _whole_week(rule: Any) -> bool:
    return bool(rule.weekdays == 127 and rule.from_minute == 0 and rule.to_minute == 1440)
