"""What is known of people as people: days to keep in mind, names by hand, acquaintances wished for.

A source of chance of its own: whatever is made here, the rest of the club stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from vipdesk.clients.name_days import propose_name_days
from vipdesk.clients.relations import Meaning
from vipdesk.demo.chance import Chance
from vipdesk.demo.people import Member, Worker
from vipdesk.demo.pools import side
from vipdesk.demo.rows import Rows
from vipdesk.vocabulary import DayKind, NameCase, NamePart, PersonKind
from vipdesk.wording import Lang

_Pair = tuple[str, str]  # Russian, English: what the staff write

_RELATIONS: tuple[tuple[PersonKind, _Pair, _Pair], ...] = (
    (PersonKind.HOUSEHOLD, ("дальняя родня", "distant relative"),
     ("дальняя родня", "distant relative")),
    (PersonKind.CIRCLE, ("соседи по даче", "neighbours in the country"),
     ("соседи по даче", "neighbours in the country")),
    (PersonKind.CIRCLE, ("играют в теннис", "play tennis together"),
     ("играют в теннис", "play tennis together")),
    (PersonKind.CIRCLE, ("научный руководитель", "thesis adviser"),
     ("защита диссертации", "wrote the thesis under them")),
)  # fmt: skip
_MEMORIALS: tuple[_Pair, ...] = (
    ("День памяти отца", "In memory of the father"),
    ("День памяти матери", "In memory of the mother"),
)
_MEMORIAL_NOTE: _Pair = (
    "В этот день не звоним и не поздравляем.",
    "No calls and no greetings on this day.",
)
_COMPANY: _Pair = ("День основания компании", "The day the company was founded")
_CHILD: _Pair = ("День рождения дочери", "The daughter’s birthday")
_DAUGHTER: _Pair = ("Варвара", "Varvara")
_WANTED: tuple[_Pair, ...] = (
    ("коллекционеры старинных карт", "collectors of old maps"),
    ("виноделы, у которых можно побывать на урожае", "winemakers who welcome guests at harvest"),
    ("кто выбирал школу в Швейцарии", "somebody who chose a school in Switzerland"),
    ("архитекторы, работающие с деревом", "architects who build in wood"),
    ("соперник для шахмат по вечерам", "an opponent for chess in the evening"),
)
_OUTCOMES: tuple[_Pair, ...] = (
    ("Вместе ужинали после концерта, обменялись телефонами.",
     "They dined after the concert and exchanged numbers."),
    ("Играют по четвергам.", "They play on Thursdays."),
)  # fmt: skip


class Circles:
    """Writes days, forms of names, own kinds of relation, and introductions."""

    def __init__(self, chance: Chance, rows: Rows, lang: Lang, staff: Sequence[Worker]) -> None:
        self._chance, self._rows, self._side = chance, rows, side(lang)
        self._staff = tuple(staff)

    def add(self, members: Sequence[Member], couples: Sequence[tuple[Member, Member]]) -> None:
        """The first manager's own clients have most of it: theirs is the desk that is shown."""
        chance = self._chance
        led = [m for m in members if m.manager >= 0]
        own = [m for m in led if m.manager == 0]
        some = list({m.number: m for m in (*own[:8], *chance.some(led, len(led) // 5))}.values())
        for one, other in couples:
            self._wedding(one, other)
        for number, member in enumerate(some):
            self._days(member, number)
        for member in [m for m in some if m.lang is Lang.RU][:6]:
            self._undeclined(member)
        self._relations(some)
        self._declined(some, couples)
        self._introductions(some)
        self._rows.write()

    def _said(self, pair: _Pair) -> str:
        return pair[self._side]

    def _by(self, member: Member) -> UUID:
        return self._staff[max(member.manager, 0)].id

    # Days ----------------------------------------------------------------------------------------

    def _day(
        self, member: Member, kind: DayKind, month: int, day: int, *, year: int | None = None,
        title: str = "", lead: int = 0, note: str = "",
    ) -> None:  # fmt: skip
        self._rows.add(
            "client_date",
            {
                "id": self._chance.id(self._noted()), "client_id": member.id, "kind": kind,
                "title": title, "year": year, "month": month, "day": day, "lead_days": lead,
                "note": note,
            },
        )  # fmt: skip

    def _noted(self) -> datetime:
        return self._chance.ago(self._chance.between(20, 500))

    def _wedding(self, one: Member, other: Member) -> None:
        """One day for both; one of them in the coming fortnight now and then."""
        chance = self._chance
        soon = chance.as_of + timedelta(days=chance.between(2, 14))
        month, day = (soon.month, min(soon.day, 28)) if chance.hit(0.2) else (
            chance.between(5, 10), chance.between(1, 28),
        )  # fmt: skip
        year = chance.as_of.year - chance.between(2, max(3, min(one.age, other.age) - 22))
        for member in (one, other):
            self._day(member, DayKind.WEDDING, month, day, year=year, lead=7)

    def _days(self, member: Member, number: int) -> None:
        chance = self._chance
        proposed = propose_name_days(member.name.given)
        if proposed and number % 2 == 0:
            saint = chance.pick(proposed)
            self._day(member, DayKind.NAME_DAY, saint.month, saint.day, title=saint.saint)
        if number % 7 == 1:
            soon = chance.as_of + timedelta(days=chance.between(3, 60))
            self._day(
                member, DayKind.MEMORIAL, soon.month, min(soon.day, 28),
                year=chance.as_of.year - chance.between(1, 9),
                title=self._said(chance.pick(_MEMORIALS)), note=self._said(_MEMORIAL_NOTE),
            )  # fmt: skip
        if number % 5 == 2:
            self._day(
                member, DayKind.COMPANY, chance.between(1, 12), chance.between(1, 28),
                year=chance.as_of.year - chance.between(4, 25), title=self._said(_COMPANY), lead=3,
            )  # fmt: skip
        if number % 6 == 3:
            self._day(
                member, DayKind.FAMILY_BIRTHDAY, chance.between(1, 12), chance.between(1, 28),
                title=self._said(_CHILD), lead=5,
            )  # fmt: skip

    # Names and relations -------------------------------------------------------------------------

    def _undeclined(self, member: Member) -> None:
        """A family that does not decline its name: written by hand, and locked."""
        for case in (NameCase.GENITIVE, NameCase.DATIVE):
            self._rows.add(
                "name_form",
                {
                    "id": self._chance.id(self._noted()), "client_id": member.id,
                    "name_case": case, "part": NamePart.SURNAME, "text": member.name.surname,
                    "written_for": member.name.surname,
                },
            )  # fmt: skip

    def _relations(self, some: Sequence[Member]) -> None:
        chance = self._chance
        for number, (kind, there, back) in enumerate(_RELATIONS):
            since = self._noted()
            labels = {"label_there": self._said(there), "label_back": self._said(back)}
            self._rows.add("relation_type", {"id": chance.id(since), "kind": kind, **labels})
            for one, other in _pairs(some, number, 2):
                self._rows.add(
                    "person_around",
                    {
                        "id": chance.id(since), "client_id": one.id, "other_client_id": other.id,
                        "kind": kind, "name": f"{other.name.given} {other.name.surname}",
                        "since": since.date(), **labels,
                    },
                )  # fmt: skip

    def _declined(self, some: Sequence[Member], couples: Sequence[tuple[Member, Member]]) -> None:
        """Proposals that somebody said no to. And children of couples, for new proposals."""
        chance = self._chance
        for one, other in _pairs(some, len(_RELATIONS), 3):
            at = chance.ago(chance.between(3, 90))
            self._rows.add(
                "declined_link",
                {
                    "id": chance.id(at), "client_id": one.id, "other_client_id": other.id,
                    "label_there": Meaning.COLLEAGUE, "declined_by_id": self._by(one),
                    "declined_at": at,
                },
            )  # fmt: skip
        for one, other in couples[:4]:
            since = self._noted()
            mother = one if one.name.woman else other
            self._rows.add(
                "person_around",
                {
                    "id": chance.id(since), "client_id": mother.id, "kind": PersonKind.HOUSEHOLD,
                    "name": f"{self._said(_DAUGHTER)} {mother.name.surname}",
                    "label_there": Meaning.CHILD, "label_back": Meaning.PARENT,
                    "since": since.date(),
                },
            )  # fmt: skip

    # Introductions -------------------------------------------------------------------------------

    def _introductions(self, some: Sequence[Member]) -> None:
        """Each stage once and again: a wish, one side agreed, both agreed, introduced."""
        for number, (one, other) in enumerate(_pairs(some, len(_RELATIONS) + 1, 10)):
            self._introduction(one, other, number)

    def _introduction(self, one: Member, other: Member, number: int) -> None:
        chance, stage = self._chance, number % 4
        at = chance.ago(chance.between(40, 200))
        agreed = at.date() + timedelta(days=chance.between(1, 9))
        met = stage == 3
        self._rows.add(
            "introduction",
            {
                "id": chance.id(at), "client_id": one.id,
                "other_client_id": other.id if stage else None,
                "wanted": self._said(_WANTED[number % len(_WANTED)]),
                "client_agreed_on": agreed if stage else None,
                "other_agreed_on": agreed + timedelta(days=4) if stage > 1 else None,
                "introduced_on": agreed + timedelta(days=11) if met else None,
                "by_id": self._by(one) if met else None,
                "outcome": self._said(_OUTCOMES[number // 4 % len(_OUTCOMES)]) if met else "",
                "noted_by_id": self._by(one), "noted_at": at,
            },
        )  # fmt: skip


def _pairs(some: Sequence[Member], turn: int, count: int) -> list[tuple[Member, Member]]:
    """Pairs of different members, other ones at each turn."""
    size = len(some)
    if size < 2:
        return []
    made = [(some[n % size], some[(n + turn + 2) % size]) for n in range(min(count, size))]
    return [(one, other) for one, other in made if one.id != other.id]
