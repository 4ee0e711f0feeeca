"""Requests outside the usual hours in the demonstration club."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from vipdesk.demo.chance import Chance
from vipdesk.demo.people import Member, Worker
from vipdesk.demo.rows import Row, Rows
from vipdesk.giving import OffHoursState
from vipdesk.vocabulary import Channel, Direction, InteractionKind, Sensitivity
from vipdesk.wording import Lang

_S = OffHoursState
# Russian and English: what, where, why not; thousands of roubles.
_ASKED = (
    ("Курьер с договором", "A courier with the contract", "Шереметьево, терминал B",
     "Sheremetyevo, terminal B", "", "", 6),
    ("Открыть салон после закрытия", "Open the salon after closing", "Салон на Тверской",
     "The salon in Tverskaya street", "", "", 18),
    ("Врач к гостю в гостиницу", "A doctor for a guest at the hotel", "Гостиница «Метрополь»",
     "Hotel Metropol", "", "", 25),
    ("Ночная доставка ключей", "The keys by night", "Барвиха", "Barvikha",
     "Склад закрыт до утра, клиент согласился на 8:00",
     "The store is shut until morning, the client agreed to 8 a.m.", 4),
)  # fmt: skip


class OffHours:
    """Writes a few requests, some open, some closed."""

    def __init__(self, chance: Chance, rows: Rows, lang: Lang, staff: Sequence[Worker]) -> None:
        self._chance, self._rows, self._ru = chance, rows, lang is Lang.RU
        self._staff = tuple(staff)

    def add(self, members: Sequence[Member]) -> None:
        """Two open ones of the first manager, the rest spread over the club."""
        led = [m for m in members if m.manager >= 0]
        own = [m for m in led if m.manager == 0][:2]
        for member, state in zip(own, (_S.ACCEPTED, _S.ASKED), strict=False):
            self._request(member, state)
        for number, member in enumerate(self._chance.some(led, min(40, len(led) // 15))):
            self._request(member, _S.DECLINED if number % 4 == 3 else _S.DONE)
        for member in self._chance.some(led, min(400, len(led) // 3)):
            self._waits(member)
        self._rows.write()

    def _waits(self, member: Member) -> None:
        """A message or a missed call of a working morning, and when we answered, mostly in time."""
        chance = self._chance
        day = chance.ago(chance.between(3, 80))
        at = chance.local(day, "Europe/Moscow", 10 + chance.between(0, 50) / 60)
        called = chance.hit(0.4)
        after = timedelta(minutes=chance.between(15, 90) if chance.hit(0.9) else 3000)
        ru = self._ru
        words = (
            ("Пропущенный звонок", "Перезвонили: вопрос решён")
            if called else ("Просит прислать программу вечера", "Отправили программу")
        ) if ru else (
            ("A missed call", "Called back: settled")
            if called else ("Asks for the evening’s programme", "Sent the programme")
        )  # fmt: skip
        for place, moment in enumerate((at, at + after)):
            if moment < chance.as_of:
                self._rows.add("interaction", {
                    "id": chance.id(moment), "client_id": member.id, "at": moment,
                    "kind": InteractionKind.TALK if called else InteractionKind.MESSAGE,
                    "channel": Channel.PHONE if called else Channel.EMAIL, "two_way": False,
                    "direction": Direction.OUTBOUND if place else Direction.INBOUND,
                    "staff_id": self._staff[member.manager].id, "text": words[place],
                    "sensitivity": Sensitivity.TEAM,
                })  # fmt: skip

    def _request(self, member: Member, state: OffHoursState) -> None:
        chance = self._chance
        refused = state is _S.DECLINED
        choice = _ASKED[3] if refused else chance.pick(_ASKED[:3])
        closed = state in (_S.DONE, _S.DECLINED)
        asked = chance.ago(chance.between(3, 120) if closed else 0)
        by = self._staff[member.manager].id
        row: Row = {
            "id": chance.id(asked), "client_id": member.id, "what": choice[0 if self._ru else 1],
            "place": choice[2 if self._ru else 3],
            "reason": choice[4 if self._ru else 5] if refused else "",
            "wanted_at": asked + timedelta(hours=chance.between(6, 14)), "owner_id": by,
            "asked_at": asked, "asked_by_id": by, "state": state,
            "cost_minor": choice[6] * 100_000 if state is _S.DONE else None, "currency": "RUB",
            "closed_at": asked + timedelta(hours=15) if closed else None,
        }  # fmt: skip
        self._rows.add("off_hours_request", row)
