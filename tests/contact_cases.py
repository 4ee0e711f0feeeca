"""The contact rules said once more, plainly, and clients at whom they are tried.

`may` is written from the description in docs/decisions/contact.md, not from the gate's code:
where the two differ, one of them is wrong.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from vipdesk.channels.hours import Window
from vipdesk.channels.known import Cap, Known, Policy, Reached, Rule, Via
from vipdesk.vocabulary import Channel, HoldKind, PreferenceRule, Topic

Case = tuple[Known, Policy, Channel, Topic, datetime]

RINGING = ("phone", "sms", "messenger", "app")
ASKED_FOR = ("invitation", "offer", "greeting")
ZONES = (
    "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe",
    "Pacific/Apia",
)  # fmt: skip
PEOPLE = tuple(UUID(int=n) for n in range(1, 4))


# The rules, plainly ---------------------------------------------------------------------------


def may(known: Known, policy: Policy, channel: Channel, topic: Topic, at: datetime) -> bool:
    """Whether a client may be contacted at a moment (UTC)."""
    today = _today(known, at)
    if known.restricted or _unwelcome(known, topic, today) or _too_often(known, policy, topic, at):
        return False
    said = [
        r
        for r in known.rules
        if r.channel == channel
        and (r.topic is None or r.topic == topic)
        and not (r.valid_until is not None and _day_of(known, r, at) > r.valid_until)
    ]
    for r in said:
        if r.rule == "forbid" and (channel == "letter" or _is_forbidden_now(known, r, at)):
            return False
    records = {r.said_as for r in said if r.rule != "forbid"} or {None}
    for record in records:  # what was said to two records that became one binds twice
        wishes = [r for r in said if r.rule != "forbid" and r.said_as == record]
        wishes = [r for r in wishes if r.topic is not None] or wishes
        open_ones = _open(known, policy, channel, topic, wishes, at)
        if open_ones is None:
            return False
        through = [r.via_id for r in open_ones if r.via_id is not None]
        if through and not any(
            p.person_id == through[0]
            and (p.until is None or today <= p.until)
            and _is_reached(p, channel)
            for p in known.people
        ):
            return False
    return True


def _is_reached(person: Via, channel: str) -> bool:
    """Never by the client's own number instead of the assistant's."""
    if channel == "email":
        return person.email != ""
    return channel not in ("phone", "sms", "messenger") or person.phone != ""


def _unwelcome(known: Known, topic: str, today: date) -> bool:
    """By whatever channel: not agreed to, left, on hold, in mourning."""
    if topic in ASKED_FOR:
        if topic not in known.consents or known.hold is not None:
            return True
        if known.left_on is not None and today >= known.left_on:
            return True
    mourns = known.mourning_until is not None and today <= known.mourning_until
    return mourns and topic in ("offer", "greeting")


def _open(
    known: Known, policy: Policy, channel: str, topic: str, wishes: list[Rule], at: datetime
) -> list[Rule] | None:
    """The wishes that hold now; None where it is not the hour."""
    if channel == "letter":
        return wishes
    binds = channel in RINGING or (channel == "email" and topic in (*ASKED_FOR, "card"))
    if not wishes:
        if not binds:
            return []
        here = _here(known, at)
        return [] if here and _inside(policy.hours, at.astimezone(here)) else None
    found = []
    for r in wishes:
        window = r.window
        if _whole_week(window):
            if not binds:
                found.append(r)
                continue
            window = policy.hours
        there = _place(r.zone) if r.zone else _here(known, at)
        if there is not None and _inside(window, at.astimezone(there)):
            found.append(r)
    return found or None


def _is_forbidden_now(known: Known, r: Rule, at: datetime) -> bool:
    if _whole_week(r.window):
        return True
    there = _place(r.zone) if r.zone else _here(known, at)
    if there is None:
        return True  # nobody knows whether it is that hour there
    local = at.astimezone(there)
    if r.window.from_minute == r.window.to_minute:
        return bool(r.window.weekdays & (1 << local.weekday()))
    return _inside(r.window, local)


def _too_often(known: Known, policy: Policy, topic: str, at: datetime) -> bool:
    limits: list[tuple[int, int, tuple[str, ...]]] = []
    own = [c for c in policy.caps if c.topic == topic]
    for c in [c for c in own if c.tier == known.tier and c.tier] or [c for c in own if not c.tier]:
        limits.append((c.most, c.days, (topic,)))
        break
    if topic in ("invitation", "offer"):
        both = [c for c in policy.caps if c.topic is None]
        mine = [c for c in both if c.tier == known.tier and c.tier] or [
            c for c in both if not c.tier
        ]
        most, days = (mine[0].most, mine[0].days) if mine else (policy.cap, policy.cap_days)
        limits.append((most, days, ("invitation", "offer")))
    for most, days, topics in limits:
        since = at - timedelta(days=days)
        if len([r for r in known.reached if r.topic in topics and since < r.at <= at]) >= most:
            return True
    return False


def _place(name: str | None) -> ZoneInfo | None:
    return ZoneInfo(name) if name in ZONES else None


def _here(known: Known, at: datetime) -> ZoneInfo | None:
    travels = known.present_zone and (known.present_until is None or at < known.present_until)
    return _place(known.present_zone if travels else known.zone)


def _today(known: Known, at: datetime) -> date:
    here = _here(known, at)
    return (at.astimezone(here) if here else at - timedelta(hours=12)).date()


def _day_of(known: Known, r: Rule, at: datetime) -> date:
    here = _place(r.zone) or _here(known, at)
    return (at.astimezone(here) if here else at - timedelta(hours=12)).date()


def _whole_week(window: Window) -> bool:
    return (window.weekdays, window.from_minute, window.to_minute) == (127, 0, 1440)


def _inside(window: Window, local: datetime) -> bool:
    begin, end = window.from_minute, window.to_minute
    minute = local.hour * 60 + local.minute
    today = window.weekdays & (1 << local.weekday())
    yesterday = window.weekdays & (1 << ((local.weekday() + 6) % 7))
    if begin < end:
        return bool(today) and begin <= minute < end
    if begin == end:
        return False
    return (bool(today) and minute >= begin) or (bool(yesterday) and minute < end)


# Clients at whom they are tried ---------------------------------------------------------------

_CHANNELS = (Channel.PHONE, Channel.PHONE, Channel.EMAIL, Channel.LETTER, Channel.IN_PERSON,
             Channel.SMS, Channel.MESSENGER, Channel.APP)  # fmt: skip
# Days about changes of the clock, and plain ones.
_DAYS = (date(2026, 11, 26), date(2027, 3, 28), date(2026, 10, 25), date(2027, 3, 14),
         date(2026, 11, 1), date(2027, 4, 4), date(2026, 12, 31), date(2028, 2, 29))  # fmt: skip


def cases(seed: int, count: int) -> list[Case]:
    """Clients with few rules each, asked at the very edges of those rules."""
    dice = Random(seed)
    return [_case(dice) for _ in range(count)]


def _case(dice: Random) -> Case:
    day = dice.choice(_DAYS)
    channel, topic = dice.choice(_CHANNELS), dice.choice(tuple(Topic))
    rules = tuple(_rule(dice, channel, topic, day) for _ in range(dice.choice((0, 0, 1, 1, 2, 3))))
    policy = _policy(dice)
    at = _moment(dice, day)
    known = Known(
        zone=dice.choice((*ZONES, None, "Mars/Olympus")),
        present_zone=dice.choice((None, None, None, *ZONES)),
        present_until=dice.choice((None, _moment(dice, day), at)),
        rules=rules,
        consents=frozenset(t for t in Topic if dice.random() < 0.85),
        people=tuple(
            Via(p, "Вера", *_number_and_address(dice), dice.choice((None, day, day - timedelta(1))))
            for p in PEOPLE
            if dice.random() < 0.6
        ),
        hold=dice.choice((None,) * 9 + tuple(HoldKind)),
        mourning_until=_sometimes(dice, day, 0.25),
        left_on=_sometimes(dice, day, 0.1),
        restricted=dice.random() < 0.03,
        reached=tuple(_reached(dice, at) for _ in range(dice.choice((0, 0, 0, 2, 4, 5, 7)))),
        tier=dice.choice(("", "gold", "platinum")),
    )
    edges = [at, *_edges(known, policy, day)]
    return known, policy, channel, topic, dice.choice(edges)


def _number_and_address(dice: Random) -> tuple[str, str]:
    return (
        "+74950001122" if dice.random() < 0.8 else "",
        "vera@office.example" if dice.random() < 0.8 else "",
    )


def _rule(dice: Random, channel: Channel, topic: Topic, day: date) -> Rule:
    begin, end = dice.choice(
        ((0, 1440), (0, 1440), (600, 720), (1320, 120), (0, 720), (720, 1440), (120, 180),
         (150, 210), (600, 600), (540, 1260), (1439, 1440), (1, 1440))
    )  # fmt: skip
    return Rule(
        dice.choice(tuple(PreferenceRule)),
        channel if dice.random() < 0.85 else dice.choice(_CHANNELS),
        dice.choice((None, topic, topic, dice.choice(tuple(Topic)))),
        Window(dice.choice((127, 127, 1 << day.weekday(), dice.randrange(128))), begin, end),
        dice.choice((None, None, None, *ZONES, "Mars/Olympus")),
        dice.choice((None, None, *PEOPLE)),
        date.max if dice.random() < 0.02 else _sometimes(dice, day, 0.3),
        dice.choice((None, None, None, *PEOPLE[:1])),
    )


def _policy(dice: Random) -> Policy:
    if dice.random() < 0.5:
        return Policy()
    caps = tuple(
        Cap(
            dice.choice((1, 2, 4)),
            dice.choice((7, 30)),
            dice.choice((None, Topic.OFFER, Topic.GREETING, Topic.INVITATION)),
            dice.choice(("", "gold", "platinum")),
        )
        for _ in range(dice.randrange(4))
    )
    return Policy(Window(127, dice.choice((540, 600)), dice.choice((1200, 1260))), caps=caps)


def _moment(dice: Random, day: date) -> datetime:
    start = datetime.combine(day, datetime.min.time(), UTC)
    return start + timedelta(minutes=dice.randrange(-1440, 2880))


def _sometimes(dice: Random, day: date, share: float) -> date | None:
    return day + timedelta(days=dice.choice((-1, 0, 0, 1))) if dice.random() < share else None


def _reached(dice: Random, at: datetime) -> Reached:
    ago: Any = dice.choice((0, 1, 3, 6, 7, 8, 29, 30, 31))
    return Reached(
        dice.choice((Topic.INVITATION, Topic.OFFER, Topic.GREETING)),
        at - timedelta(days=ago, minutes=dice.choice((0, 0, 1))),
    )


def _edges(known: Known, policy: Policy, day: date) -> list[datetime]:
    """Moments at which something begins or ends, and a second before."""
    found: list[datetime] = []
    zones = [ZoneInfo(z) for z in (known.zone, known.present_zone, *(r.zone for r in known.rules))
             if z in ZONES]  # fmt: skip
    windows = [policy.hours, *(r.window for r in known.rules)]
    for place in zones:
        for minute in {0, *(m % 1440 for w in windows for m in (w.from_minute, w.to_minute))}:
            local = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=place)
            for fold in (0, 1):
                moment = local.replace(fold=fold).astimezone(UTC)
                found += [moment, moment - timedelta(seconds=1)]
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)  # where days end last
    found += [noon, noon - timedelta(seconds=1)]
    if known.present_until is not None:
        found += [known.present_until, known.present_until - timedelta(seconds=1)]
    for one in known.reached:
        found += [one.at + timedelta(days=days) for days in (0, 7, 30)]
    return found
