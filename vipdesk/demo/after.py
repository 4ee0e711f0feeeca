"""What follows events of the demonstration club: check-ins at the door, thanks, two answers."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from vipdesk.demo.chance import Chance
from vipdesk.demo.rows import Rows
from vipdesk.gathering import DoorDeed
from vipdesk.vocabulary import Channel
from vipdesk.wording import Lang

_SCORES = (5, 5, 5, 4, 4, 4, 3, 2)
_CHANNELS = (Channel.PHONE, Channel.EMAIL, Channel.IN_PERSON)
_SAID = {
    Lang.RU: (
        "Музыка была громковата, разговаривать трудно.", "Больше времени у столов, меньше речей.",
        "Всё прекрасно, спасибо за соседей по столу.", "Начните на полчаса раньше.",
        "Хотелось бы ещё раз, но в меньшем кругу.",
    ),
    Lang.EN: (
        "The music was rather loud for a talk.", "More time at the tables, fewer speeches.",
        "All was lovely, thank you for my neighbours.", "Begin half an hour earlier.",
        "Gladly again, in a smaller circle.",
    ),
}  # fmt: skip
_LESSONS = {
    Lang.RU: ("Начать на полчаса раньше; одна речь вместо трёх.",
              "Музыкантов – в дальний угол, второй гардеробщик у входа.",
              "Посадить коллекционеров вместе: искали друг друга весь вечер."),
    Lang.EN: ("Begin half an hour earlier; one speech instead of three.",
              "Musicians into the far corner, a second person at the cloakroom.",
              "Seat the collectors together: they looked for each other all evening."),
}  # fmt: skip


class After:
    """Writes what came of each guest who was there."""

    def __init__(self, chance: Chance, rows: Rows, lang: Lang) -> None:
        """`chance`: a source of its own, so that the season stays as it was."""
        self._chance, self._rows, self._lang = chance, rows, lang

    def lessons(self) -> str:
        """What to do differently after one event."""
        return self._chance.pick(_LESSONS[self._lang])

    def came(self, event_id: UUID, starts: datetime, client_id: UUID, party: int) -> None:
        """The scans of a party; for some, thanks and an answer some days later."""
        chance = self._chance
        at = starts + timedelta(minutes=chance.between(-20, 25))
        for place in range(party):
            self._rows.add(
                "door_scan",
                {
                    "id": chance.id(at), "event_id": event_id, "client_id": client_id,
                    "place": place, "deed": DoorDeed.IN, "undoes": None,
                    "desk_no": chance.between(1, 2), "at": at, "words": "",
                },
            )  # fmt: skip
        thanked = starts + timedelta(hours=18)
        if thanked > chance.as_of or not chance.hit(0.8):
            return
        said = chance.hit(0.5)
        answered = thanked + timedelta(hours=chance.between(2, 60))
        said = said and answered < chance.as_of
        words = chance.pick(_SAID[self._lang]) if said and chance.hit(0.5) else ""
        self._rows.add(
            "feedback",
            {
                "id": chance.id(thanked), "event_id": event_id, "client_id": client_id,
                "thanked_at": thanked, "asked_at": thanked,
                "channel": chance.pick(_CHANNELS) if said else None,
                "answered_at": answered if said else None,
                "score": chance.pick(_SCORES) if said else None, "words": words,
            },
        )  # fmt: skip
