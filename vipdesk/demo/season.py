"""A year of events and the weeks ahead: venues, guest lists, invitations, replies, who came."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from vipdesk.clients import spelling
from vipdesk.demo.after import After
from vipdesk.demo.chance import Chance, Weighted
from vipdesk.demo.people import Member, Worker, town
from vipdesk.demo.pools import Phrases, pool, side
from vipdesk.demo.programme import Planned, Programme
from vipdesk.demo.rows import Rows
from vipdesk.demo.seating import lay_tables
from vipdesk.events.programme import SEARCH_KIND
from vipdesk.paths import resources
from vipdesk.vocabulary import (
    Channel,
    EventKind,
    EventState,
    GuestPlace,
    InvitationState,
    OutboxKind,
    OutboxState,
    PartStat,
    ReplySource,
    Role,
    Topic,
    Verdict,
)
from vipdesk.wording import Lang, Words

_DAY = timedelta(days=1)
_MOSCOW = "Europe/Moscow"
_CALLS = 3  # invitations of an event that still wait for a telephone call
# Days from today and the state: one was yesterday, one is next week, the season goes on.
_AHEAD = (
    (-1, EventState.HELD), (6, EventState.INVITING), (11, EventState.INVITING),
    (19, EventState.INVITING), (27, EventState.PLANNED), (38, EventState.PLANNED),
    (52, EventState.DRAFT),
)  # fmt: skip
_NEXT = 6  # the event of next week stays where it is
_WEEKEND = frozenset({"sport", "trip", "family", "test_drive"})  # on the Saturday nearest
_OVER = frozenset({EventState.HELD, EventState.REVIEWED})
_INVITED = frozenset({*_OVER, EventState.INVITING, EventState.CANCELLED})
_SOURCE = {
    Channel.EMAIL: ReplySource.EMAIL,
    Channel.PHONE: ReplySource.PHONE,
    Channel.SMS: ReplySource.SMS,
    Channel.MESSENGER: ReplySource.MESSENGER,
    Channel.LETTER: ReplySource.LETTER,
}


# How a client of that persona answers: yes, no, perhaps, silence.
def _answers(yes: float, no: float, perhaps: float, silence: float) -> Weighted[PartStat]:
    return Weighted(
        [
            (PartStat.ACCEPTED, yes),
            (PartStat.DECLINED, no),
            (PartStat.TENTATIVE, perhaps),
            (PartStat.NEEDS_ACTION, silence),
        ]
    )


_ANSWERS = {
    "steady": _answers(46, 30, 5, 19),
    "warm": _answers(66, 22, 4, 8),
    "new": _answers(55, 22, 8, 15),
    "fading": _answers(22, 36, 4, 38),
    "silent": _answers(6, 20, 1, 73),
}


@dataclass(slots=True)
class _Gathering:
    """An event in the making."""

    id: UUID
    model: dict[str, Any]
    state: EventState
    starts: datetime
    capacity: int
    seats: int  # still free
    list_id: UUID
    invited_at: datetime
    asked: bool = False
    calls: int = 0
    accepted: list[tuple[UUID, UUID]] = field(default_factory=list)


class Season:
    """Writes the year's events for a club whose members are known."""

    def __init__(
        self, chance: Chance, rows: Rows, phrases: Phrases, lang: Lang, staff: list[Worker]
    ) -> None:
        self._chance = chance
        self._rows = rows
        self._phrases = phrases
        self._side = side(lang)
        self._lang = lang
        self._words = Words(lang, resources() / "i18n")
        self._hosts = [w for w in staff if w.role is Role.COORDINATOR]
        self._data = pool("season")
        self._topics: list[str] = list(phrases.profile["topics"])
        self._venues: list[UUID] = []
        self._told: dict[int, int] = defaultdict(int)
        # A source of its own: whatever is planned with, the season stays as it was.
        self._programme = Programme(Chance("programme", chance.as_of), rows, lang)
        self._sorts = self._programme.sorts()
        self._after = After(Chance("after", chance.as_of), rows, lang)

    def add(self, members: Sequence[Member], tiers: Sequence[str]) -> None:
        """Venues and events; a larger club has more and larger ones."""
        self._add_venues()
        past = max(24, min(120, len(members) // 60))
        plan = [(-_spread(n, past), EventState.REVIEWED) for n in range(past)]
        plan[past // 3] = (plan[past // 3][0], EventState.CANCELLED)
        fans = _by_topic(members)
        last: dict[str, Any] = {}
        planned: list[Planned] = []
        for days, state in (*plan, *_AHEAD):
            last = self._next_model(days, last)
            gathering = self._event(last, days, state, tiers, larger=len(members) > 3000)
            self._guests(gathering, self._candidates(last, members, fans, gathering.capacity))
            planned.append(
                Planned(
                    gathering.id, last["kind"], last["titled"][0], state, gathering.starts,
                    gathering.capacity, tuple(gathering.accepted),
                )
            )  # fmt: skip
        self._programme.add(planned)
        lay_tables(self._rows, self._chance, planned)

    def _add_venues(self) -> None:
        made, facts = self._chance.ago(900), self._programme.facts()
        for name, name_en, place, address, address_en, capacity, step_free in self._data["venues"]:
            self._venues.append(self._chance.id(made))
            self._rows.add(
                "venue",
                {
                    "id": self._venues[-1], "name": name, "name_en": name_en,
                    "address": (address, address_en)[self._side], "city": town(place, self._lang),
                    "address_en": ", ".join((address_en, town(place, Lang.EN))),
                    "zone": _MOSCOW, "capacity": capacity, "step_free": step_free,
                    "facts": facts.get(len(self._venues) - 1, {}),
                },
            )  # fmt: skip

    def _next_model(self, days: int, last: dict[str, Any]) -> dict[str, Any]:
        """A kind that fits the month and is not the one before."""
        month = (self._chance.as_of + days * _DAY).month
        fitting = [
            (number, m)
            for number, m in enumerate(self._data["event"])
            if m["kind"] != last.get("kind")
            and month in m.get("months", range(1, 13))
            and (days != _NEXT or m["kind"] not in _WEEKEND)
        ]
        # Told share of its titles: no title comes twice before every title came once.
        share = {number: self._told[number] / len(m["title"]) for number, m in fitting}
        least = min(share.values())
        number, model = self._chance.pick([f for f in fitting if share[f[0]] == least])
        self._told[number] += 1
        titles: list[list[str]] = model["title"]
        titled: dict[str, Any] = {**model, "titled": titles[(self._told[number] - 1) % len(titles)]}
        return titled

    def _event(
        self,
        model: dict[str, Any],
        days: int,
        state: EventState,
        tiers: Sequence[str],
        *,
        larger: bool,
    ) -> _Gathering:
        chance = self._chance
        day = chance.as_of + days * _DAY
        venue = chance.pick(model["venues"])
        if model["kind"] in _WEEKEND:
            day += (
                ((8 - day.weekday()) % 7 - 3) * _DAY
                if days > 0
                else -((day.weekday() + 2) % 7) * _DAY
            )
        starts = chance.local(day, _MOSCOW, model["hour"])
        capacity = model["capacity"] * (2 if larger else 1)
        made = starts - 60 * _DAY if days < 40 else chance.as_of - 5 * _DAY
        made = min(made, chance.as_of - 3 * _DAY)
        title, title_en = model["titled"]
        text, text_en = model["text"]
        gathering = _Gathering(
            chance.id(made), model, state, starts, capacity, capacity, chance.id(made),
            min(starts - 24 * _DAY, chance.as_of - 5 * _DAY),
        )  # fmt: skip
        self._rows.add(
            "event",
            {
                "id": gathering.id, "title": title, "title_en": title_en,
                "kind": EventKind(model["kind"]), "state": state,
                "venue_id": self._venues[venue],
                "host_id": chance.pick(self._hosts).id, "starts_at": starts,
                "ends_at": starts + timedelta(minutes=model["minutes"]), "zone": _MOSCOW,
                "capacity": capacity, "description": text, "description_en": text_en,
                "dress": model["dress"][self._side], "dress_en": model["dress"][1],
                "tiers": list(tiers[:2]) if chance.hit(0.25) else [],
                "topics": [self._topics[t] for t in model["topics"]],
                "sequence": 1 if state is EventState.CANCELLED or chance.hit(0.1) else 0,
                "answer_by": starts - 4 * _DAY,
                "budget_minor": capacity * chance.between(6, 19) * 100_000,
                "sort_id": self._sorts.get(model["titled"][0]),
                "lessons": self._after.lessons() if state in _OVER else "",
            },
        )  # fmt: skip
        self._entry(gathering, self._data["venues"][venue][0])
        self._sessions(gathering)
        self._rows.add(
            "guest_list",
            {
                "id": gathering.list_id, "event_id": gathering.id,
                "criteria": {"topics": [self._topics[t] for t in model["topics"]]},
                "frozen_at": gathering.invited_at if state in _INVITED else None,
            },
        )  # fmt: skip
        return gathering

    def _entry(self, gathering: _Gathering, venue: str) -> None:
        """As the events' own verb keeps it."""
        title, title_en = gathering.model["titled"]
        tokens = spelling.tokens_of([title, title_en, venue, gathering.model["kind"]])
        self._rows.add_entry(
            {
                "kind": SEARCH_KIND, "object_id": gathering.id, "title": title, "detail": venue,
                "tokens": " ".join(tokens), "tails": "",
            }
        )  # fmt: skip

    def _sessions(self, gathering: _Gathering) -> None:
        begins = gathering.starts
        for title, title_en, tutor, minutes in gathering.model.get("sessions", ()):
            ends = begins + timedelta(minutes=minutes)
            self._rows.add(
                "event_session",
                {
                    "id": self._chance.id(begins), "event_id": gathering.id,
                    "title": (title, title_en)[self._side], "title_en": title_en, "tutor": tutor,
                    "starts_at": begins, "ends_at": ends,
                },
            )  # fmt: skip
            begins = ends + timedelta(minutes=15)

    def _candidates(
        self, model: dict[str, Any], members: Sequence[Member],
        fans: dict[int, list[Member]], capacity: int,
    ) -> list[Member]:  # fmt: skip
        chance = self._chance
        wanted = min(int(capacity * 1.8) + 4, max(8, len(members) // 4))
        keen = [m for t in model["topics"] for m in fans[t]]
        chosen = {m.number: m for m in chance.some(keen, int(wanted * 0.7))}
        while len(chosen) < min(wanted, len(members) // 2):
            other = chance.pick(members)
            chosen.setdefault(other.number, other)
        return [m for m in chosen.values() if m.has_consent and m.mourning is None]

    def _guests(self, gathering: _Gathering, candidates: list[Member]) -> None:
        reply = self._data["reply"]
        for number, member in enumerate(candidates):
            veto = number % 23 == 22
            hand = not veto and self._chance.hit(0.15)
            place = (
                GuestPlace.VETO if veto else GuestPlace.HAND_PICK if hand else GuestPlace.CRITERIA
            )
            reasons = reply[f"{'veto' if veto else 'hand' if hand else 'criteria'}_reason"]
            allowance = 1 if self._chance.hit(0.6) else 0
            guest: dict[str, Any] = {
                "id": self._chance.id(gathering.invited_at), "guest_list_id": gathering.list_id,
                "client_id": member.id, "place": place, "allowance": allowance,
                "reason": reasons[self._side], "attended": None, "party_came": 0,
            }  # fmt: skip
            if not veto and gathering.state in _INVITED:
                answer, party = self._invitation(gathering, member, allowance)
                if answer is PartStat.ACCEPTED and gathering.state in _OVER:
                    guest["attended"] = came = self._chance.hit(0.9)
                    guest["party_came"] = party if came else 0
                    if came:
                        self._after.came(gathering.id, gathering.starts, member.id, party)
            self._rows.add("guest", guest)

    def _invitation(
        self, gathering: _Gathering, member: Member, allowance: int
    ) -> tuple[PartStat, int]:
        chance = self._chance
        wave = 1 if chance.hit(0.8) else 2
        sent = gathering.invited_at + timedelta(hours=chance.between(2, 30) + 48 * (wave - 1))
        answer, answered = self._answer(gathering, member, sent)
        party = 2 if allowance and answer is PartStat.ACCEPTED and chance.hit(0.45) else 1
        if answer is PartStat.ACCEPTED and gathering.seats < party:
            answer, answered, party = PartStat.NEEDS_ACTION, None, 1
        if answer is PartStat.ACCEPTED:
            gathering.seats -= party
        bounced = member.channel is Channel.EMAIL and answered is None and chance.hit(0.04)
        state = InvitationState.BOUNCED if bounced else InvitationState.SENT
        sent_at: datetime | None = sent
        if gathering.state is EventState.CANCELLED:
            state = InvitationState.CANCELLED
        key = chance.id(sent)
        if answer is PartStat.ACCEPTED:
            gathering.accepted.append((key, member.id))
        to_call = self._is_to_call(gathering, member, answered)
        if to_call:
            state, sent_at = InvitationState.QUEUED, None
        self._rows.add(
            "invitation",
            {
                "id": key, "event_id": gathering.id, "client_id": member.id,
                "uid": str(chance.private_id()), "token": f"{chance.rng.getrandbits(100):025x}",
                "channel": member.channel, "state": state, "wave": wave, "allowance": allowance,
                "sent_at": sent_at, "partstat": answer, "party": party, "answered_at": answered,
            },
        )  # fmt: skip
        if to_call:
            self._call(gathering, member, key)
        elif answered is not None:
            self._reply(member, key, answer, party, answered)
        elif gathering.state is EventState.INVITING and (not gathering.asked or chance.hit(0.08)):
            gathering.asked = True
            self._question(member, key, max(sent, chance.ago(2)))
        return answer, party

    def _is_to_call(self, gathering: _Gathering, member: Member, answered: datetime | None) -> bool:
        """Some guests who are invited by telephone still wait for the call."""
        wanted = (
            gathering.state is EventState.INVITING
            and answered is None
            and member.channel is Channel.PHONE
            and gathering.calls < _CALLS
        )
        gathering.calls += wanted
        return wanted

    def _call(self, gathering: _Gathering, member: Member, invitation: UUID) -> None:
        """The call in the outbox: what to say, to whom, as a thing to do."""
        made = self._chance.ago(0.3)
        when = self._words.moment(gathering.starts.astimezone(ZoneInfo(_MOSCOW)))
        script: str = self._data["reply"]["call_script"][self._side]
        text = script.format(title=gathering.model["titled"][self._side], when=when)
        self._rows.add(
            "outbox_message",
            {
                "id": self._chance.id(made), "kind": OutboxKind.CALL_TASK,
                "channel": Channel.PHONE, "topic": Topic.INVITATION, "state": OutboxState.TO_DO,
                "address": "+" + "".join(c for c in member.phone if c.isdigit()),
                "content": text.encode(), "made_at": made, "not_before": made,
                "client_id": member.id, "invitation_id": invitation,
                "made_by_id": self._chance.pick(self._hosts).id,
            },
        )  # fmt: skip

    def _question(self, member: Member, invitation: UUID, at: datetime) -> None:
        """An answer in plain words that a person must look at."""
        chance = self._chance
        message = f"<{chance.rng.getrandbits(96):024x}@mail.example>"
        self._rows.add(
            "reply",
            {
                "id": chance.id(at), "invitation_id": invitation, "source": ReplySource.EMAIL,
                "received_at": at + timedelta(minutes=chance.between(5, 600)),
                "message_id": message, "attendee": member.email,
                "raw_sha256": hashlib.sha256(message.encode()).hexdigest(),
                "partstat": None, "verdict": Verdict.REVIEW, "reason": "plain_text",
                "note": chance.pick(self._data["reply"]["ask"])[side(member.lang)],
            },
        )  # fmt: skip

    def _answer(
        self, gathering: _Gathering, member: Member, sent: datetime
    ) -> tuple[PartStat, datetime | None]:
        answer = _ANSWERS[member.persona].pick(self._chance)
        if answer is PartStat.NEEDS_ACTION:
            return answer, None
        hours = 2 + 150 * self._chance.random() ** 2
        answered = sent + timedelta(hours=hours)
        if answered >= min(self._chance.as_of, gathering.starts):
            return PartStat.NEEDS_ACTION, None
        return answer, answered

    def _reply(
        self, member: Member, invitation: UUID, answer: PartStat, party: int, at: datetime
    ) -> None:
        chance = self._chance
        by_assistant = member.assistant is not None and chance.hit(0.4)
        source = ReplySource.ASSISTANT if by_assistant else _SOURCE[member.channel]
        mail = source is ReplySource.EMAIL
        key = {PartStat.ACCEPTED: "yes", PartStat.DECLINED: "no"}.get(answer, "maybe")
        message = f"<{chance.rng.getrandbits(96):024x}@mail.example>" if mail else None
        self._rows.add(
            "reply",
            {
                "id": chance.id(at), "invitation_id": invitation, "source": source,
                "received_at": at, "message_id": message,
                "raw_sha256": hashlib.sha256(message.encode()).hexdigest() if message else None,
                "attendee": member.email if mail else "", "partstat": answer, "party": party,
                "dtstamp": at if mail else None, "verdict": Verdict.APPLY,
                "reason": "answer" if mail else "word",  # events.reply_reasons
                "note": chance.pick(self._data["reply"][key])[side(member.lang)],
                "recorded_by_id": None if mail else chance.pick(self._hosts).id,
            },
        )  # fmt: skip


def _spread(number: int, count: int) -> int:
    """Days ago of the n-th of `count` events, over a year, the last a week ago."""
    return 365 - round(number * 357 / count)


def _by_topic(members: Sequence[Member]) -> dict[int, list[Member]]:
    fans: dict[int, list[Member]] = defaultdict(list)
    for member in members:
        for topic in member.topics:
            fans[topic].append(member)
    return fans
