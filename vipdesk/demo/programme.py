"""What the demonstration club's season is planned with: kinds, facts, choices, costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vipdesk.demo.chance import Chance
from vipdesk.demo.pools import pool, side
from vipdesk.demo.rows import Rows
from vipdesk.gathering import EventFormat
from vipdesk.vocabulary import EventKind, EventState
from vipdesk.wording import Lang

_THOUSAND = 100_000  # roubles in kopecks
_PAID = frozenset({EventState.HELD, EventState.REVIEWED})
_LATELY = timedelta(days=120)  # older budgets are closed and put away


@dataclass(frozen=True, slots=True)
class Planned:
    """An event of the season, for what hangs on it."""

    id: UUID
    kind: str
    title: str  # Russian
    state: EventState
    starts: datetime
    capacity: int
    accepted: tuple[tuple[UUID, UUID], ...]  # invitation, client


class Programme:
    """Writes what belongs to the season's events."""

    def __init__(self, chance: Chance, rows: Rows, lang: Lang) -> None:
        self._chance, self._rows, self._side = chance, rows, side(lang)
        self._data = pool("programme")
        self._made = chance.ago(400)

    def sorts(self) -> dict[str, UUID]:
        """The club's own kinds, and which titles go by them."""
        keys = []
        for category, name, name_en, form in self._data["kinds"]:
            keys.append(self._chance.id(self._made))
            self._rows.add(
                "event_sort",
                {
                    "id": keys[-1], "category": EventKind(category),
                    "name": (name, name_en)[self._side], "name_en": name_en,
                    "format": EventFormat(form), "given": False,
                },
            )  # fmt: skip
        return {title: keys[at] for title, at in self._data["called"].items()}

    def facts(self) -> dict[int, dict[str, str]]:
        """The facts sheet of each place, by its number."""
        found: dict[int, dict[str, str]] = defaultdict(dict)
        for at, name, *texts in self._data["facts"]:
            found[at][name] = texts[self._side]
        return found

    def add(self, events: Sequence[Planned]) -> None:
        """Choices for what is ahead, budgets for that and the last months, one template."""
        for event in events:
            ahead = event.starts > self._chance.as_of
            if ahead:
                self._options(event)
            if ahead or event.starts > self._chance.as_of - _LATELY:
                self._costs(event)
        self._template()

    def _options(self, event: Planned) -> None:
        keys = []
        for at, line in enumerate(self._data["options"].get(event.kind, ())):
            question, question_en, title, title_en, places = line
            keys.append(self._chance.id(self._chance.ago(30)))
            self._rows.add(
                "event_option",
                {
                    "id": keys[-1], "event_id": event.id,
                    "question": (question, question_en)[self._side], "question_en": question_en,
                    "title": (title, title_en)[self._side], "title_en": title_en,
                    "places": 0 if places and places < event.capacity / 3 else places,
                    "position": at,
                },
            )  # fmt: skip
        room = dict.fromkeys(keys, 0)
        for invitation, client in event.accepted if keys else ():
            if not self._chance.hit(0.8):
                continue
            key = self._chance.pick(keys)
            room[key] += 2  # as if nobody came alone: never more than its places
            if room[key] > _least_places(self._data["options"][event.kind], keys.index(key)):
                continue
            when = self._chance.ago(self._chance.between(1, 4))
            self._rows.add(
                "invitation_choice",
                {
                    "id": self._chance.id(when), "invitation_id": invitation, "option_id": key,
                    "client_id": client, "chosen_at": when,
                },
            )  # fmt: skip

    def _costs(self, event: Planned) -> None:
        for at, line in enumerate(self._data["cost"]):
            planned = event.capacity * line["seat"] * _THOUSAND
            paid = planned * self._chance.between(90, 112) // 100
            known = event.state in _PAID or (at == 0 and event.state is EventState.INVITING)
            self._rows.add(
                "event_cost",
                {
                    "id": self._chance.id(self._chance.ago(40)), "event_id": event.id,
                    "title": line["title"][self._side], "planned_minor": planned,
                    "actual_minor": paid if known else None, "position": at,
                },
            )  # fmt: skip

    def _template(self) -> None:
        title, title_en = self._data["template"]
        plan: dict[str, Any] = {
            "title": title, "title_en": title_en, "kind": str(EventKind.DINNER), "capacity": 22,
            "lasts": 3 * 3600, "zone": "Europe/Moscow",
            "options": [
                {"question": q, "question_en": q_en, "title": t, "title_en": t_en, "places": n}
                for q, q_en, t, t_en, n in self._data["options"]["dinner"]
            ],
            "costs": [
                {"title": c["title"][self._side], "planned": 22 * c["seat"] * _THOUSAND}
                for c in self._data["cost"]
            ],
        }  # fmt: skip
        self._rows.add(
            "event_template",
            {
                "id": self._chance.id(self._made), "name": (title, title_en)[self._side],
                "plan": plan,
            },
        )  # fmt: skip


def _least_places(lines: Sequence[Sequence[Any]], at: int) -> int:
    return int(lines[at][4]) or 10_000
