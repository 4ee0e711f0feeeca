"""Benefits of the demonstration club: a catalogue, choices that wait, what was taken, gifts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from uuid import UUID

from vipdesk.demo.chance import Chance
from vipdesk.demo.people import Member, Worker
from vipdesk.demo.rows import Row, Rows
from vipdesk.giving import BenefitKind, GiftWay, OfferState

_K = BenefitKind
# Russian, English, what it is, kind, how many tiers; worth, shop, cost in thousands; pieces.
_CATALOGUE = (
    ("Розыгрыш автомобиля", "Car draw", "Один билет в осеннем розыгрыше внедорожника.",
     _K.EXPERIENCE, 2, 250, 90, 40, 60),
    ("Ложа в опере", "A box at the opera", "Ложа бенуара на двоих, с ужином в антракте.",
     _K.EXPERIENCE, 1, 120, 80, 45, 12),
    ("Консьерж на год", "A concierge for a year", "Один номер на все просьбы, круглосуточно.",
     _K.SERVICE, 1, 300, 180, 60, None),
    ("Зал в аэропорту", "Airport lounge", "Шесть проходов с гостем, в любом городе.",
     _K.ACCESS, 3, 40, 30, 12, None),
    ("Проверка автомобиля", "Car check-up", "Заберём от дома и вернём чистым.",
     _K.SERVICE, 3, 35, 20, 6, 80),
    ("Мастер-класс шеф-повара", "A class with a chef", "Вечер на кухне ресторана, для четверых.",
     _K.LEARNING, 2, 60, 40, 18, 24),
    ("Гольф-клуб на сезон", "Golf club for a season", "Игра по будням и три урока.",
     _K.ACCESS, 1, 220, 150, 70, 10),
    ("Винная полка", "A wine shelf", "Двенадцать бутылок, выбранных под ваш вкус.",
     _K.PRODUCT, 2, 70, 50, 25, 40),
)  # fmt: skip
_GIFTS = ("Альбом по искусству", "Билеты в театр", "Корзина к празднику", "Чай с плантации")
_FROM_CLIENT = ("Книга с дарственной надписью", "Коробка конфет", "Бутылка вина")


class Benefits:
    """Writes the catalogue once, then what members chose."""

    def __init__(
        self, chance: Chance, rows: Rows, tiers: Sequence[UUID], staff: Sequence[Worker]
    ) -> None:
        self._chance, self._rows = chance, rows
        self._tiers, self._staff = tuple(tiers), tuple(staff)
        self._soon: set[int] = set()

    def add(self, members: Sequence[Member]) -> None:
        """The catalogue, and what some members have of it."""
        made = [self._benefit(*line) for line in _CATALOGUE]
        chance = self._chance
        led = [m for m in members if m.manager >= 0]
        own = [m for m in led if m.manager == 0]
        chosen = [*own[:3], *chance.some(led, max(6, len(led) // 12))]
        for number, place in enumerate(dict.fromkeys(m.number for m in chosen)):
            self._offer(members[place], made, waits=number % 3 != 2)
        for member in chance.some(led, len(led) // 6):
            self._gift(member)
        for row in made:
            self._rows.add("benefit", row)
        self._rows.write()

    def _benefit(
        self, ru: str, en: str, about: str, kind: BenefitKind, upto: int, worth: int, shop: int,
        cost: int, stock: int | None,
    ) -> Row:  # fmt: skip
        founded = self._chance.ago(300)
        tiers = [] if upto >= len(self._tiers) else [str(t) for t in self._tiers[:upto]]
        return {
            "id": self._chance.id(founded), "name_ru": ru, "name_en": en, "about": about,
            "kind": kind, "tier_ids": tiers, "perceived_minor": worth * 100_000,
            "retail_minor": shop * 100_000, "cost_minor": cost * 100_000, "stock": stock,
            "per_year": 1, "taken": 0, "created_at": founded,
        }  # fmt: skip

    def _offer(self, member: Member, made: list[Row], *, waits: bool) -> None:
        chance = self._chance
        tier = str(self._tiers[member.tier])
        fits = [b for b in made if not b["tier_ids"] or tier in b["tier_ids"]]
        fits = [b for b in fits if b["stock"] is None or b["taken"] < b["stock"]]
        options = chance.some(fits, min(3, len(fits)))
        opened = chance.ago(chance.between(5, 40))
        by = self._staff[member.manager].id
        days = chance.between(1, 20)
        if waits and member.manager not in self._soon:  # each manager's Today has one
            days = min(days, 5)
            self._soon.add(member.manager)
        ends = chance.as_of + timedelta(days=days)
        offer: Row = {
            "id": chance.id(opened), "client_id": member.id, "title": "", "picks": 1,
            "choose_by": ends.date(), "opened_at": opened, "opened_by_id": by,
            "state": OfferState.OPEN if waits else OfferState.CHOSEN,
            "closed_at": None if waits else chance.ago(2),
            "closed_by_id": None if waits else by,
        }  # fmt: skip
        self._rows.add("benefit_offer", offer)
        for place, option in enumerate(options):
            self._rows.add("benefit_option", {
                "id": chance.id(opened), "offer_id": offer["id"], "client_id": member.id,
                "benefit_id": option["id"], "place": place,
            })  # fmt: skip
        if not waits:
            self._take(member, options[0], offer["id"], by)

    def _take(self, member: Member, benefit: Row, offer_id: UUID, by: UUID) -> None:
        taken = self._chance.ago(2)
        benefit["taken"] += 1
        self._rows.add("benefit_use", {
            "id": self._chance.id(taken), "client_id": member.id, "benefit_id": benefit["id"],
            "offer_id": offer_id, "taken_at": taken, "taken_by_id": by, "used_on": None,
            "cost_minor": benefit["cost_minor"], "retail_minor": benefit["retail_minor"],
            "perceived_minor": benefit["perceived_minor"],
        })  # fmt: skip

    def _gift(self, member: Member) -> None:
        chance = self._chance
        given = chance.hit(0.7)
        day = chance.ago(chance.between(3, 300))
        self._rows.add("gift", {
            "id": chance.id(datetime.combine(day.date(), time(), day.tzinfo)),
            "client_id": member.id, "way": GiftWay.GIVEN if given else GiftWay.RECEIVED,
            "on_date": day.date(), "what": chance.pick(_GIFTS if given else _FROM_CLIENT),
            "value_minor": chance.between(8, 28) * 10_000,
            "staff_id": self._staff[member.manager].id,
        })  # fmt: skip
