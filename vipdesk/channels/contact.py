"""'May I contact now?' for the clients of the club: reads what the gate asks for."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select

from vipdesk.access import Desk
from vipdesk.channels.gate import verdict
from vipdesk.channels.hours import EVERY_DAY, Window
from vipdesk.channels.known import (
    CAPPED,
    CHEERFUL,
    NEEDS_CONSENT,
    Cap,
    ContactVerdict,
    Known,
    Policy,
    Reached,
    Reason,
    Rule,
    Via,
)
from vipdesk.channels.overruling import Refusal, refusals, verdict_beside
from vipdesk.clients.consents import standing_of
from vipdesk.clients.dates import MemorialDay, is_memorial, memorial_days, memorial_over
from vipdesk.errors import NotFound
from vipdesk.models import (
    ChannelPreference,
    Client,
    ClubSetting,
    InviteHold,
    OutboxMessage,
    PersonAround,
    Tier,
)
from vipdesk.vocabulary import Channel, HoldKind, OutboxState, Topic
from vipdesk.wording import say

POLICY_SETTING = "contact_policy"


def may_contact(
    desk: Desk, client_id: UUID, channel: Channel, topic: Topic, at: datetime | None = None
) -> ContactVerdict:
    """Whether this client may be contacted, now or at a moment. Raises `NotFound`."""
    answers = may_contact_each(desk, (client_id,), channel, topic, at)
    if client_id not in answers:
        raise NotFound(say("This client is not here any more."))
    return answers[client_id]


def may_contact_each(
    desk: Desk,
    client_ids: Iterable[UUID],
    channel: Channel,
    topic: Topic,
    at: datetime | None = None,
    *,
    overruled: Collection[Reason] = (),
) -> dict[UUID, ContactVerdict]:
    """The verdict for many clients, in six queries for all of them; unknown ids are left out.

    overruled: reasons that do not count, because somebody wrote why. Of a long list most are
    alike in all the gate looks at: it is asked once for those.
    """
    moment = at or desk.now
    policy = policy_of(desk)
    known = known_of(desk, client_ids, moment, policy)
    asked: dict[Known, ContactVerdict] = {}
    found: dict[UUID, ContactVerdict] = {}
    for client_id, one in known.items():
        answer = asked.get(one)
        if answer is None:
            answer = asked[one] = verdict_beside(one, policy, channel, topic, moment, overruled)
        found[client_id] = answer
    return found


def ask_ways(
    desk: Desk, client_id: UUID, ways: Iterable[tuple[Channel, Topic]]
) -> dict[tuple[Channel, Topic], tuple[ContactVerdict, tuple[Refusal, ...]]]:
    """For each way the verdict, and every reason against it: what an override has to be for.

    Raises `NotFound`.
    """
    policy = policy_of(desk)
    known = known_of(desk, (client_id,), desk.now, policy).get(client_id)
    if known is None:
        raise NotFound(say("This client is not here any more."))
    return {
        way: (verdict(known, policy, *way, desk.now), refusals(known, policy, *way, desk.now))
        for way in ways
    }


_POLICY = select(ClubSetting.value).where(ClubSetting.name == POLICY_SETTING)


def policy_of(desk: Desk) -> Policy:
    """The club's own hours and limits, kept as JSON with the names used below, or the defaults"""
    kept = desk.session.scalar(_POLICY)
    if not kept:
        return Policy()
    plain = Policy()
    values = json.loads(kept)
    return Policy(
        Window(
            EVERY_DAY,
            int(values.get("from_minute", plain.hours.from_minute)),
            int(values.get("to_minute", plain.hours.to_minute)),
        ),
        int(values.get("cap", plain.cap)),
        int(values.get("cap_days", plain.cap_days)),
        tuple(_cap(kept) for kept in values.get("caps", ())),
    )


def _cap(kept: dict[str, Any]) -> Cap:
    """{"most": 2, "days": 30, "topic": "offer", "tier": "gold"}; the last two may be left out."""
    topic = kept.get("topic")
    return Cap(
        int(kept["most"]), int(kept["days"]), Topic(topic) if topic else None, kept.get("tier", "")
    )


def known_of(
    desk: Desk,
    client_ids: Iterable[UUID],
    at: datetime,
    policy: Policy,
    *,
    only: Topic | None = None,
) -> dict[UUID, Known]:
    """What is on record of these clients, as the gate wants it.

    only: nothing else will be asked about, and what cannot matter to it is not read.
    """
    ids = list(dict.fromkeys(client_ids))
    if not ids:
        return {}
    rules = _rules(desk, ids)
    wished = only is None or only in NEEDS_CONSENT
    consents = standing_of(desk, ids, at) if wished else {}
    through = any(rule.via_id is not None for found in rules.values() for rule in found)
    people = _people(desk, ids) if through else defaultdict(list)
    holds = _holds(desk, ids) if wished else {}
    reached: dict[UUID, list[Reached]] = defaultdict(list)
    if only is None or only in CAPPED or any(cap.topic is only for cap in policy.caps):
        reached = _reached(desk, ids, at - timedelta(days=policy.longest_cap), policy)
    memory = memorial_days(desk, ids) if only is None or only in CHEERFUL else {}
    rows = desk.session.execute(_CLIENTS, {"ids": ids})
    found = {
        row.id: Known(
            zone=row.time_zone,
            present_zone=row.present_zone,
            present_until=row.present_until,
            rules=tuple(rules[row.id]),
            consents=consents.get(row.id, frozenset()),
            people=tuple(people[row.id]),
            hold=holds.get(row.id),
            mourning_until=row.mourning_until,
            left_on=row.left_on,
            restricted=(row.restricted_at or row.erased_at or row.merged_into_id) is not None,
            reached=tuple(reached[row.id]),
            tier=row.code or "",
        )
        for row in rows
    }
    return {i: _remembering(known, memory.get(i, ()), at) for i, known in found.items()}


_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CLIENTS = (
    select(
        Client.id,
        Client.time_zone,
        Client.present_zone,
        Client.present_until,
        Client.mourning_until,
        Client.left_on,
        Client.restricted_at,
        Client.erased_at,
        Client.merged_into_id,
        Tier.code,
    )
    .outerjoin(Tier, Tier.id == Client.tier_id)
    .where(Client.id.in_(_IDS))
)
_WISH = (  # columns, not objects: a long guest list asks for thousands
    ChannelPreference.client_id, ChannelPreference.rule, ChannelPreference.channel,
    ChannelPreference.topic, ChannelPreference.weekdays, ChannelPreference.from_minute,
    ChannelPreference.to_minute, ChannelPreference.zone, ChannelPreference.via_person_id,
    ChannelPreference.valid_until, ChannelPreference.said_as,
)  # fmt: skip
_WISHES = (
    select(*_WISH)
    .where(ChannelPreference.client_id.in_(_IDS))
    .order_by(ChannelPreference.noted_at.desc())
)


def _remembering(known: Known, days: Sequence[MemorialDay], at: datetime) -> Known:
    """On a day of memory, by the client's calendar, it is as in mourning until it is over."""
    today = known.date_at(at)
    if not is_memorial(days, today):
        return known
    last = memorial_over(days, today) - timedelta(days=1)
    return replace(known, mourning_until=max(known.mourning_until or last, last))


def _rules(desk: Desk, ids: list[UUID]) -> dict[UUID, list[Rule]]:
    found: dict[UUID, list[Rule]] = defaultdict(list)
    for row in desk.session.execute(_WISHES, {"ids": ids}):
        window = Window(row.weekdays, row.from_minute, row.to_minute)
        found[row.client_id].append(
            Rule(
                row.rule,
                row.channel,
                row.topic,
                window,
                row.zone or None,
                row.via_person_id,
                row.valid_until,
                row.said_as,
            )
        )
    return found


def _people(desk: Desk, ids: list[UUID]) -> dict[UUID, list[Via]]:
    found: dict[UUID, list[Via]] = defaultdict(list)
    through = select(ChannelPreference.via_person_id).where(
        ChannelPreference.client_id.in_(ids), ChannelPreference.via_person_id.is_not(None)
    )
    query = select(PersonAround).where(
        PersonAround.client_id.in_(ids), PersonAround.id.in_(through)
    )
    for row in desk.session.scalars(query):
        found[row.client_id].append(Via(row.id, row.name, row.phone, row.email, row.until))
    return found


def _holds(desk: Desk, ids: list[UUID]) -> dict[UUID, HoldKind]:
    query = select(InviteHold.client_id, InviteHold.kind).where(InviteHold.client_id.in_(ids))
    return {row.client_id: row.kind for row in desk.session.execute(query)}


def _reached(
    desk: Desk, ids: list[UUID], since: datetime, policy: Policy
) -> dict[UUID, list[Reached]]:
    found: dict[UUID, list[Reached]] = defaultdict(list)
    counted = CAPPED | {cap.topic for cap in policy.caps if cap.topic}
    query = select(OutboxMessage.client_id, OutboxMessage.topic, OutboxMessage.sent_at).where(
        OutboxMessage.client_id.in_(ids),
        OutboxMessage.state == OutboxState.SENT,
        OutboxMessage.topic.in_(counted),
        OutboxMessage.sent_at > since,
    )
    for client_id, topic, sent_at in desk.session.execute(query):
        if sent_at is not None:
            found[client_id].append(Reached(topic, sent_at))
    return found
