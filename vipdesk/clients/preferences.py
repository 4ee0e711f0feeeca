"""How and when a client wishes to be reached, and what the client agreed to.

Rules are noted here and obeyed in `channels.gate`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID
from zoneinfo import available_timezones

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.rows import PreferenceRow
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ChannelPreference, PersonAround
from vipdesk.vocabulary import Channel, PreferenceRule, Topic
from vipdesk.wording import say


@dataclass(frozen=True, slots=True)
class PreferenceFields:
    """A rule as the form gives it; minutes from midnight, weekdays as a bit mask (Monday 1)."""

    channel: Channel
    rule: PreferenceRule
    topic: Topic | None = None
    weekdays: int = 127
    from_minute: int = 0
    to_minute: int = 1440
    zone: str | None = None
    via_person_id: UUID | None = None
    valid_until: date | None = None
    source: str = ""


def add_preference(
    desk: Desk, client_id: UUID, fields: PreferenceFields, *, preference_id: UUID | None = None
) -> UUID:
    """Note a rule, with who said so in `source`."""
    client_of(desk, client_id)
    _check(desk, client_id, fields)
    row = ChannelPreference(
        id=preference_id or new_id(), client_id=client_id, channel=fields.channel,
        rule=fields.rule, topic=fields.topic, weekdays=fields.weekdays,
        from_minute=fields.from_minute, to_minute=fields.to_minute, zone=fields.zone,
        via_person_id=fields.via_person_id, valid_until=fields.valid_until,
        source=fields.source.strip(), noted_at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_preference", "channel_preference", row.id, ("channel", "rule", "hours"))
    return row.id


def remove_preference(desk: Desk, preference_id: UUID) -> PreferenceFields:
    """Take a rule away; its fields come back for the way back (`add_preference`)."""
    row = desk.session.get(ChannelPreference, preference_id)
    if row is None:
        raise NotFound(say("This wish is not here any more."))
    kept = PreferenceFields(
        row.channel, row.rule, row.topic, row.weekdays, row.from_minute, row.to_minute, row.zone,
        row.via_person_id, row.valid_until, row.source,
    )  # fmt: skip
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_preference", "channel_preference", preference_id, ("channel", "rule"))
    return kept


_OF_CLIENT = (
    select(ChannelPreference, PersonAround.name)
    .outerjoin(PersonAround, PersonAround.id == ChannelPreference.via_person_id)
    .where(ChannelPreference.client_id == bindparam("client_id"))
    .order_by(ChannelPreference.noted_at)
)


def list_preferences(desk: Desk, client_id: UUID) -> tuple[PreferenceRow, ...]:
    """All rules, by channel; past ones too (the gate knows the day)."""
    order = list(Channel)
    rows = [
        PreferenceRow(
            p.id, p.channel, p.topic, p.rule, p.weekdays, p.from_minute, p.to_minute, p.zone,
            p.via_person_id, via or "", p.valid_until, p.source, p.noted_at, p.said_as,
        )
        for p, via in desk.session.execute(_OF_CLIENT, {"client_id": client_id})
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda p: order.index(p.channel)))


class Hour(StrEnum):
    """What an hour of the week is to the client."""

    PREFERRED = "preferred"
    ALLOWED = "allowed"
    USUAL = "usual"  # nobody said anything: the club's own hours
    CLOSED = "closed"
    FORBIDDEN = "forbidden"


def week_of(
    rules: Iterable[PreferenceRow],
    channel: Channel,
    today: date,
    *,
    usual: tuple[int, int] = (9, 21),
) -> tuple[tuple[Hour, ...], ...]:
    """The week as a picture: seven days from Monday, 24 hours each, on the client's clock.

    A 'never' wins; where hours are named, the others are closed; else the club's `usual`
    hours. The verdict for a message is `channels.gate`'s, which also knows topics and days.
    """
    present = [
        r
        for r in rules
        if r.channel is channel and (r.valid_until is None or r.valid_until >= today)
    ]
    never = [r for r in present if r.rule is PreferenceRule.FORBID]
    wishes = [r for r in present if r.rule is not PreferenceRule.FORBID]
    records = dict.fromkeys(r.said_as for r in wishes)
    parties = [never + [r for r in wishes if r.said_as == one] for one in records] or [never]
    return tuple(
        tuple(
            _strictest([_hour(party, day, hour, usual) for party in parties]) for hour in range(24)
        )
        for day in range(7)
    )


def _strictest(hours: list[Hour]) -> Hour:
    """Of the wishes of two records that became one both must allow the hour."""
    return next((h for h in _BY_STRICTNESS if h in hours), Hour.USUAL)


_BY_STRICTNESS = (Hour.FORBIDDEN, Hour.CLOSED, Hour.PREFERRED, Hour.ALLOWED)


def _hour(rules: list[PreferenceRow], day: int, hour: int, usual: tuple[int, int]) -> Hour:
    named = any(
        r.rule is not PreferenceRule.FORBID and (r.from_minute, r.to_minute) != (0, 1440)
        for r in rules
    )
    said = {r.rule for r in rules if _covers(r, day, hour * 60)}
    if PreferenceRule.FORBID in said:
        return Hour.FORBIDDEN
    is_usual = usual[0] <= hour < usual[1]
    if not named and not is_usual:
        return Hour.CLOSED
    if PreferenceRule.PREFER in said:
        return Hour.PREFERRED
    if PreferenceRule.ALLOW in said:
        return Hour.ALLOWED
    return Hour.CLOSED if named else Hour.USUAL


def _covers(rule: PreferenceRow, day: int, minute: int) -> bool:
    """Whether a rule covers the hour that begins at `minute`; overnight belongs to its evening."""
    today, yesterday = rule.weekdays >> day & 1, rule.weekdays >> (day - 1) % 7 & 1
    begin, end = rule.from_minute, rule.to_minute
    if begin < end:
        return bool(today) and begin < minute + 60 and minute < end
    return bool(today and minute + 60 > begin) or bool(yesterday and minute < end)


def _check(desk: Desk, client_id: UUID, fields: PreferenceFields) -> None:
    if not 1 <= fields.weekdays <= 127:
        raise UserError(say("Choose at least one day of the week."), field="weekdays")
    if not (0 <= fields.from_minute <= 1439 and 1 <= fields.to_minute <= 1440):
        raise UserError(say("Hours run from 00:00 to 24:00."), field="hours")
    if fields.from_minute == fields.to_minute:
        raise UserError(say("The hours begin and end at the same time."), field="hours")
    if fields.zone and fields.zone not in available_timezones():
        raise UserError(say("Choose a time zone from the list."), field="zone")
    if fields.via_person_id is not None:
        person = desk.session.get(PersonAround, fields.via_person_id)
        if person is None or person.client_id != client_id:
            raise UserError(say("Choose somebody around this client."), field="via_person_id")
