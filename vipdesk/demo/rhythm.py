"""A year and a half with each client: talks in the client's own rhythm, promises, purchases."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vipdesk.demo.chance import Chance, Weighted
from vipdesk.demo.people import Member, Worker
from vipdesk.demo.pools import Phrases
from vipdesk.demo.rows import Rows
from vipdesk.vocabulary import Channel, Direction, InteractionKind, PromiseState, Sensitivity

SPAN_DAYS = 545
_DAY = timedelta(days=1)
_KINDS = Weighted(
    [
        (InteractionKind.TALK, 40.0),
        (InteractionKind.MESSAGE, 27.0),
        (InteractionKind.MEETING, 12.0),
        (InteractionKind.VISIT, 6.0),
        (InteractionKind.GIFT, 4.0),
        (InteractionKind.NOTE, 5.0),
        (InteractionKind.MAILING, 6.0),
    ]
)
_TEXT_OF = {kind: kind.value for kind in InteractionKind} | {InteractionKind.GIFT: "gift_text"}
_TALKS = frozenset({InteractionKind.TALK, InteractionKind.MEETING, InteractionKind.VISIT})
_PLACE_OF = {
    InteractionKind.MEETING: Channel.IN_PERSON,
    InteractionKind.VISIT: Channel.IN_PERSON,
    InteractionKind.MAILING: Channel.EMAIL,
}
# How the time between two talks grows towards today, and how long the last silence is, in
# rhythms of the client's own.
_SLOWER = {"steady": 1.0, "warm": 0.75, "new": 0.8, "fading": 2.1, "silent": 1.2}
_SILENCE = {"steady": 0.0, "warm": 0.0, "new": 0.0, "fading": 0.9, "silent": 3.2}
_KEPT, _RELEASED, _RENEGOTIATED = 0.9, 0.93, 0.97
_PRICES = ((90_000, 900_000), (40_000, 320_000), (12_000, 110_000))  # roubles, by tier
_TREND = {"steady": 1.0, "warm": 1.5, "new": 1.0, "fading": 0.45, "silent": 0.35}


class Rhythms:
    """Writes what happened with one member after the other."""

    def __init__(self, chance: Chance, rows: Rows, phrases: Phrases, staff: list[Worker]) -> None:
        self._chance = chance
        self._rows = rows
        self._phrases = phrases
        self._staff = staff
        self._products: list[str] = list(phrases.profile["product"])

    def add(self, member: Member) -> None:
        """All contacts, promises and purchases of a member; keeps the last two-way contact."""
        moments = self._moments(member)
        for moment in moments:
            self._contact(member, moment, last=moment is moments[-1])
        self._purchases(member)

    def _moments(self, member: Member) -> list[datetime]:
        """From the last contact back: the rhythm was quicker (or slower) in the past."""
        chance, persona = self._chance, member.persona
        slower = _SLOWER[persona]
        # A little quicker than agreed: most clients are not due, or nobody could keep up.
        pace = member.cadence * 0.85
        back = pace * (_SILENCE[persona] + chance.random() * min(1.0, slower))
        first = min(SPAN_DAYS, (chance.as_of.date() - member.since).days)
        found = []
        while back < first:
            found.append(self._hour(member, back))
            near = 1 - back / SPAN_DAYS  # 1 today, 0 at the beginning
            usual = pace * (1 + (slower - 1) * near)
            back += max(0.5, chance.rng.gammavariate(6, usual / 6))
        found.reverse()
        return found

    def _hour(self, member: Member, back: float) -> datetime:
        """A decent hour of that day where the client is, never in the future."""
        chance = self._chance
        day = chance.as_of - timedelta(days=back)
        if day.weekday() >= 5 and chance.hit(0.75):
            day -= (day.weekday() - 4) * _DAY
        moment = chance.local(day, member.zone, 9.7 + chance.random() * chance.random() * 11)
        return moment if moment < chance.as_of else moment - _DAY

    def _contact(self, member: Member, moment: datetime, *, last: bool) -> None:
        chance = self._chance
        kind = InteractionKind.TALK if last else _KINDS.pick(chance)
        two_way = kind in _TALKS or (kind is InteractionKind.MESSAGE and chance.hit(0.75))
        inbound = two_way and chance.hit(0.35)
        staff = self._who(member)
        key = chance.id(moment)
        self._rows.add(
            "interaction",
            {
                "id": key, "client_id": member.id, "kind": kind, "at": moment, "two_way": two_way,
                "staff_id": None if kind is InteractionKind.MAILING else staff,
                "channel": self._channel(member, kind),
                "direction": Direction.INBOUND if inbound else Direction.OUTBOUND,
                "text": self._text(member, kind),
                "sensitivity": Sensitivity.MANAGER if chance.hit(0.04) else Sensitivity.TEAM,
            },
        )  # fmt: skip
        if not two_way:
            return
        if member.last_contact is None or moment > member.last_contact:
            member.last_contact = moment
        if staff is not None and chance.hit(0.13):
            self._promise(member, staff, key, moment)

    def _who(self, member: Member) -> UUID | None:
        if member.manager < 0:
            return None
        chosen = member.manager
        if self._chance.hit(0.06):
            chosen = (chosen + 1) % len(self._staff)
        return self._staff[chosen].id

    def _channel(self, member: Member, kind: InteractionKind) -> Channel | None:
        if kind is InteractionKind.NOTE:
            return None
        if kind in _PLACE_OF:
            return _PLACE_OF[kind]
        if kind is InteractionKind.GIFT:
            return Channel.LETTER
        if kind is InteractionKind.TALK:
            return Channel.PHONE
        written = member.channel if member.channel is not Channel.PHONE else Channel.EMAIL
        return written if self._chance.hit(0.8) else Channel.EMAIL

    def _text(self, member: Member, kind: InteractionKind) -> str:
        text = self._phrases.make(_TEXT_OF[kind], self._chance, woman=member.name.woman)
        if kind in _TALKS and self._chance.hit(0.45):
            return f"{text} {self._phrases.make('tail', self._chance)}"
        return text

    def _promise(self, member: Member, staff: UUID, talk: UUID, made: datetime) -> None:
        chance = self._chance
        due = self._due(member, made, chance.between(1, 10))
        row: dict[str, Any] = {
            "id": chance.id(made), "client_id": member.id, "owner_id": staff, "made_by_id": staff,
            "interaction_id": talk, "text": self._phrases.make("promise", chance), "made_at": made,
            "due_at": due,
        }  # fmt: skip
        if due >= chance.as_of:
            self._rows.add("promise", row)
            return
        outcome = chance.random()
        if outcome < _KEPT:
            row |= {"state": PromiseState.KEPT, "closed_at": made + (due - made) * chance.random()}
        elif outcome < _RELEASED:
            row |= {"state": PromiseState.RELEASED, "closed_at": made + (due - made) * 0.5}
        elif outcome < _RENEGOTIATED:
            self._renegotiated(member, row, made, due)
            return
        elif (chance.as_of - due) < 4 * _DAY:
            pass  # overdue and open: it must be seen
        else:
            row |= {"state": PromiseState.BROKEN, "closed_at": due + chance.between(1, 3) * _DAY}
        self._rows.add("promise", row)

    def _renegotiated(
        self, member: Member, row: dict[str, Any], made: datetime, due: datetime
    ) -> None:
        chance = self._chance
        told = made + (due - made) * 0.7
        again = self._due(member, due, chance.between(2, 6))
        row |= {"state": PromiseState.RENEGOTIATED, "closed_at": told}
        self._rows.add("promise", row)
        kept = again < chance.as_of
        self._rows.add(
            "promise",
            row
            | {
                "id": chance.id(told), "made_at": told, "due_at": again,
                "renegotiated_from_id": row["id"],
                "state": PromiseState.KEPT if kept else PromiseState.OPEN,
                "closed_at": again - _DAY / 2 if kept else None,
            },
        )  # fmt: skip

    def _due(self, member: Member, made: datetime, days: int) -> datetime:
        day = made + days * _DAY
        if day.weekday() >= 5:
            day += (7 - day.weekday()) * _DAY
        return self._chance.local(day, member.zone, self._chance.pick((12, 15, 16, 18)))

    def promise_due(self, member: Member, due: datetime) -> None:
        """An open promise due at that moment: today must not be empty."""
        staff = self._who(member)
        if staff is None:
            return
        made = min(due, self._chance.as_of) - self._chance.between(1, 6) * _DAY
        self._rows.add(
            "promise",
            {
                "id": self._chance.id(made), "client_id": member.id, "owner_id": staff,
                "made_by_id": staff, "made_at": made, "due_at": due,
                "text": self._phrases.make("promise", self._chance),
            },
        )  # fmt: skip

    def _purchases(self, member: Member) -> None:
        chance = self._chance
        low, high = _PRICES[member.tier]
        for _ in range(chance.between(0, 3) + 2 * (2 - member.tier) + chance.between(0, 3)):
            day = chance.ago(
                chance.random() * min(760, (chance.as_of.date() - member.since).days + 1)
            )
            recent = (chance.as_of - day).days < 180
            amount = low + (high - low) * chance.random() ** 2
            amount *= _TREND[member.persona] if recent else 1.0
            self._rows.add(
                "purchase",
                {
                    "id": chance.id(day), "client_id": member.id, "on_date": day.date(),
                    "product": chance.pick(self._products),
                    "amount_minor": int(amount / 500) * 50_000, "amount_currency": "RUB",
                },
            )  # fmt: skip
