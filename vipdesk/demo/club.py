"""The whole club from a seed: staff, members and their lives, events, complaints, cards."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from vipdesk.access import journal
from vipdesk.demo.benefits import Benefits
from vipdesk.demo.cases import Cases
from vipdesk.demo.chance import Chance
from vipdesk.demo.circles import Circles
from vipdesk.demo.off_hours import OffHours
from vipdesk.demo.people import NOBODYS, Member, People, Worker, make_staff, staff_rows
from vipdesk.demo.pools import Phrases
from vipdesk.demo.profile import Profiles
from vipdesk.demo.rhythm import Rhythms
from vipdesk.demo.rows import Rows
from vipdesk.demo.season import Season
from vipdesk.demo.status_cards import Cards
from vipdesk.store import note_index
from vipdesk.vocabulary import PersonKind, Role
from vipdesk.wording import Lang

TIERS = (
    ("platinum", "Платина", "Platinum", 21, 1.6),
    ("gold", "Золото", "Gold", 45, 1.2),
    ("silver", "Серебро", "Silver", 60, 1.0),
)
CLUB = {
    Lang.RU: {
        "club_name": "Клуб «Литера»", "club_phone": "+7 495 000-00-00",
        "club_address": "119034, Москва, Пречистенский пер., д. 0",
    },
    Lang.EN: {
        "club_name": "The Litera Club", "club_phone": "+7 495 000-00-00",
        "club_address": "0 Prechistensky Lane, Moscow 119034",
    },
}  # fmt: skip
_AT_ONCE = 4000  # members kept in memory before they are written
_BIRTHDAYS = (0, 0, 1, 2, 4, 5, 6)  # days from today on which somebody has a birthday
_COUPLES = 0.06


@dataclass(frozen=True, slots=True)
class Club:
    """What was made. `staff` is by role; the first manager is the one to sit down as."""

    staff: Mapping[Role, tuple[UUID, ...]]
    clients: int
    rows: Mapping[str, int]

    @property
    def manager_id(self) -> UUID:
        """The personal manager whose desk the demonstration opens."""
        return self.staff[Role.MANAGER][0]


def generate(
    session: Session, *, seed: int, clients: int, as_of: datetime, lang: Lang = Lang.RU
) -> Club:
    """Fill an empty database with a club of `clients` members seen at `as_of`.

    `lang` is what the staff write in; clients' own words stay in the clients' languages.
    The same arguments make the same club. The caller commits. `clients` is at least 40.
    """
    if clients < 40:
        raise ValueError("a club has 40 members at least")
    maker = _Maker(session, Chance(f"{seed}/{clients}/{lang}", as_of), clients, lang)
    return maker.make()


class _Maker:
    def __init__(self, session: Session, chance: Chance, clients: int, lang: Lang) -> None:
        self._session = session
        self._chance = chance
        self._clients = clients
        self._lang = lang
        self._rows = Rows(session)
        self._phrases = Phrases(lang)
        self._staff: list[Worker] = []
        self._tiers: list[UUID] = []
        self._couples: list[tuple[Member, Member]] = []
        self._wed: list[tuple[Member, Member]] = []

    def make(self) -> Club:
        """Staff and tiers, members by the thousand, then what needs them all."""
        self._tiers_and_staff()
        members = self._members()
        codes = [code for code, *_ in TIERS]
        Season(self._chance, self._rows, self._phrases, self._lang, self._staff).add(members, codes)
        Cases(self._chance, self._rows, self._lang, self._staff).add(members)
        # A source of its own: whatever is given, the rest of the club stays as it was.
        gifts = Chance(f"benefits/{len(members)}", self._chance.as_of)
        Benefits(gifts, self._rows, self._tiers, self._staff).add(members)
        nights = Chance(f"off hours/{len(members)}", self._chance.as_of)
        OffHours(nights, self._rows, self._lang, self._staff).add(members)
        near = Chance(f"circles/{len(members)}", self._chance.as_of)
        Circles(near, self._rows, self._lang, self._staff).add(members, self._wed)
        self._rows.write()
        note_index.fill(self._session.connection())
        self._rows.analyse()
        self._session.expire_all()
        journal.write(
            self._session, at=self._chance.as_of, actor="demo", verb="demo.generated",
            table="client", object_id=None,
        )  # fmt: skip
        return Club(self._by_role(), len(members), dict(self._rows.written))

    def _by_role(self) -> dict[Role, tuple[UUID, ...]]:
        roles = dict.fromkeys(w.role for w in self._staff)
        return {role: tuple(w.id for w in self._staff if w.role is role) for role in roles}

    def _tiers_and_staff(self) -> None:
        founded = self._chance.ago(2500)
        for rank, (code, ru, en, cadence, share) in enumerate(TIERS, start=1):
            self._tiers.append(self._chance.id(founded))
            self._rows.add(
                "tier",
                {
                    "id": self._tiers[-1], "code": code, "name_ru": ru, "name_en": en, "rank": rank,
                    "metal": code, "cadence_days": cadence, "seat_share": share,
                },
            )  # fmt: skip
        for name, value in CLUB[self._lang].items():
            row = {"id": self._chance.id(founded), "name": name, "value": json.dumps(value)}
            self._rows.add("club_setting", row)
        self._staff = make_staff(self._chance, self._clients)
        for row in staff_rows(self._staff):
            self._rows.add("staff", row)

    def _members(self) -> list[Member]:
        managers = [i for i, w in enumerate(self._staff) if w.role is Role.MANAGER]
        leaders = [i for i, w in enumerate(self._staff) if w.role is Role.EXECUTIVE]
        people = People(self._chance, managers, leaders)
        issuer = next(w.id for w in self._staff if w.role is Role.ADMINISTRATOR)
        crew = _Crew(
            Profiles(self._chance, self._rows, self._phrases, self._lang, self._staff),
            Rhythms(self._chance, self._rows, self._phrases, self._staff),
            Cards(self._chance, self._rows, self._tiers, issuer),
        )
        members: list[Member] = []
        while len(members) < self._clients:
            begun = len(members)
            self._batch(people, members, min(begun + _AT_ONCE, self._clients))
            fresh = members[begun:]
            for member in fresh:
                self._life(crew, member)
            self._due_today(crew, fresh)
            self._ties(crew, fresh)
            crew.profiles.write_entries()
            self._rows.write()
        return members

    def _batch(self, people: People, members: list[Member], upto: int) -> None:
        while len(members) < upto:
            member = people.member(len(members))
            members.append(member)
            married = member.number != NOBODYS and len(members) < upto
            if married and len(members) != NOBODYS and self._chance.hit(_COUPLES):
                members.append(people.spouse(member, len(members)))
                self._couples.append((member, members[-1]))

    def _life(self, crew: _Crew, member: Member) -> None:
        chance = self._chance
        if chance.hit(0.008):
            member.mourning = (chance.as_of + timedelta(days=chance.between(5, 40))).date()
        crew.rhythms.add(member)
        born = None
        if member.number % 300 < len(_BIRTHDAYS):
            day = chance.as_of + timedelta(days=_BIRTHDAYS[member.number % 300])
            born = (day.month, day.day)
        crew.profiles.add(member, self._tiers, born=born)
        crew.cards.add(member)

    def _due_today(self, crew: _Crew, members: list[Member]) -> None:
        """Some promises due in these days, so that a club just made has work in it."""
        chance = self._chance
        # A third of it at the first manager's desk, which the demonstration opens.
        own = chance.some([m for m in members if m.manager == 0], 6)
        busy = [*own, *chance.some(members, max(12, len(members) // 60))]
        for number, member in enumerate(busy):
            day = chance.as_of + timedelta(days=(-1, 0, 0, 1, 2, 3)[number % 6])
            crew.rhythms.promise_due(member, chance.local(day, "Europe/Moscow", 12 + number % 7))

    def _ties(self, crew: _Crew, members: list[Member]) -> None:
        chance = self._chance
        for one, other in self._couples:
            crew.profiles.tie(one, other, PersonKind.HOUSEHOLD)
        self._wed += self._couples
        self._couples.clear()
        for kind, share in ((PersonKind.CIRCLE, 0.12), (PersonKind.FRICTION, 0.025)):
            for _ in range(int(len(members) * share) + 1):
                one, other = chance.some(members, 2)
                crew.profiles.tie(one, other, kind)


@dataclass(frozen=True, slots=True)
class _Crew:
    profiles: Profiles
    rhythms: Rhythms
    cards: Cards
