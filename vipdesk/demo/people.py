"""Who is in the club: staff and members with names that agree in gender, homes and contacts."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from vipdesk.clients.latin_name import latin_of
from vipdesk.demo.chance import Chance, Weighted
from vipdesk.demo.pools import fill, pool, side
from vipdesk.vocabulary import Channel, Gender, Role
from vipdesk.wording import Lang

ABROAD_SHARE = 0.3
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "dj", "ø": "o", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the owner's own writing, and in Latin letters as in the passport."""

    surname: str
    given: str
    patronymic: str
    latin: str
    woman: bool


@dataclass(slots=True)
class Worker:
    """A member of the staff."""

    id: UUID
    role: Role
    name: Name
    email: str
    phone: str


@dataclass(slots=True)
class Member:
    """A client in the making: what the later steps need to know."""

    id: UUID
    number: int
    name: Name
    place: str  # a key of places.toml
    zone: str
    lang: Lang  # what the client writes and speaks with us
    languages: list[str]
    age: int
    tier: int  # 0 platinum, 1 gold, 2 silver
    manager: int  # index of the staff, -1 for nobody
    persona: str
    channel: Channel
    since: date
    phone: str
    email: str
    topics: list[int] = field(default_factory=list)
    assistant: UUID | None = None
    has_consent: bool = True
    cadence: int = 45
    mourning: date | None = None
    last_contact: datetime | None = None


class Names:
    """Makes names. Russian ones agree in gender; those from abroad keep their own spelling."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._ru = pool("names")["ru"]
        self._abroad = Weighted([(a, a["weight"]) for a in pool("names")["abroad"]])

    def russian(self, age: int, *, woman: bool) -> Name:
        """A name of that generation."""
        generation = "old" if age >= 62 else "mid" if age >= 42 else "young"
        given = self._chance.pick(self._ru[f"{'women' if woman else 'men'}_{generation}"])
        surname = _of(self._chance.pick(self._ru["surnames"]), woman=woman)
        patronymic = _of(self._chance.pick(self._ru["fathers"]), woman=woman)
        return Name(surname, given, patronymic, f"{latin_of(given)} {latin_of(surname)}", woman)

    def abroad(self, *, woman: bool) -> tuple[Name, list[str], str]:
        """A name from abroad, its languages, and a home (a key of places.toml)."""
        nation: dict[str, Any] = self._abroad.pick(self._chance)
        given = self._chance.pick(nation[_SIDES[woman]])
        surname = _of(self._chance.pick(nation["surnames"]), woman=woman)
        latin = passport_latin(f"{given} {surname}")
        name = Name(surname, given, "", latin, woman)
        return name, list(nation["languages"]), self._chance.pick(nation["homes"])

    def relative(self, name: Name, *, woman: bool, age: int) -> Name:
        """Somebody of the same family: the surname in its other form, names of the same people."""
        if name.patronymic:
            pair = self._pair(self._ru["surnames"], name.surname)
            other = self.russian(age, woman=woman)
            surname = _of(pair, woman=woman)
            latin = f"{latin_of(other.given)} {latin_of(surname)}"
            return Name(surname, other.given, other.patronymic, latin, woman)
        for nation in pool("names")["abroad"]:
            pair = self._pair(nation["surnames"], name.surname)
            if pair:
                given, surname = self._chance.pick(nation[_SIDES[woman]]), _of(pair, woman=woman)
                return Name(surname, given, "", passport_latin(f"{given} {surname}"), woman)
        raise ValueError("a surname of no list")

    @staticmethod
    def _pair(surnames: list[str], surname: str) -> str:
        return next((pair for pair in surnames if surname in pair.split("|")), "")


_SIDES = ("men", "women")


def _of(pair: str, *, woman: bool) -> str:
    man, _, of_woman = pair.partition("|")
    return of_woman if woman and of_woman else man


def passport_latin(name: str) -> str:
    """Latin letters without marks (ICAO Doc 9303 part 3 §6): Müller → Mueller, Éva → Eva."""
    if any("а" <= letter <= "я" or letter == "ё" for letter in name.casefold()):
        return latin_of(name)
    plain = name.translate(_GERMAN).translate(_LETTERS)
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def telephone(chance: Chance, place: str) -> str:
    """A number in a range nobody has."""
    pattern: str = pool("places")[place]["phone"]
    return "".join(str(chance.between(0, 9)) if c == "#" else c for c in pattern)


def address_part(name: Name) -> str:
    """What stands before the @: 'anna.volkova'."""
    return ".".join("".join(c for c in w if c.isalnum()) for w in name.latin.lower().split())


_MAIL = ("mail.example", "post.example", "inbox.example", "letters.example", "home.example")
_TIERS = Weighted([(0, 10.0), (1, 28.0), (2, 62.0)])
_PERSONAS = Weighted(
    [("steady", 70.0), ("fading", 11.0), ("silent", 5.0), ("new", 7.0), ("warm", 7.0)]
)
_CHANNELS = Weighted(
    [
        (Channel.PHONE, 38.0),
        (Channel.MESSENGER, 24.0),
        (Channel.EMAIL, 24.0),
        (Channel.LETTER, 7.0),
        (Channel.SMS, 7.0),
    ]
)
CADENCE = (21, 45, 60)  # days, by tier


class People:
    """Makes members one after the other."""

    def __init__(self, chance: Chance, managers: list[int], leaders: list[int]) -> None:
        self._chance = chance
        self._names = Names(chance)
        self._managers = managers
        self._leaders = leaders
        places = pool("places")
        self._homes = Weighted([(k, p["weight"]) for k, p in places.items() if "weight" in p])
        self._zones = {key: place["zone"] for key, place in places.items()}

    def member(self, number: int) -> Member:
        """The next member; `number` counts from 0 and keeps e-mail addresses apart."""
        chance = self._chance
        woman, age = chance.hit(0.47), 38 + int(chance.random() * chance.random() * 42)
        if chance.hit(ABROAD_SHARE):
            name, languages, place = self._names.abroad(woman=woman)
            lang = Lang.RU if languages[0] == "ru" else Lang.EN
        else:
            name, languages, lang = self._names.russian(age, woman=woman), ["ru"], Lang.RU
            place = self._homes.pick(chance)
            if chance.hit(0.3):
                languages.append("en")
        tier, persona = _TIERS.pick(chance), _PERSONAS.pick(chance)
        since = chance.ago(
            chance.between(20, 80) if persona == "new" else chance.between(120, 2400)
        )
        member = Member(
            id=chance.id(since), number=number, name=name, place=place, zone=self._zones[place],
            lang=lang, languages=languages, age=age, tier=tier, manager=self._manager(number, tier),
            persona=persona, channel=_CHANNELS.pick(chance), since=since.date(),
            phone=telephone(chance, place),
            email=f"{address_part(name)}{number or ''}@{chance.pick(_MAIL)}",
        )  # fmt: skip
        return self._with_habits(member)

    def spouse(self, of: Member, number: int) -> Member:
        """The wife or husband of a member, a member too: same home, own rhythm."""
        other = self.member(number)
        woman = not of.name.woman
        age = max(36, of.age + self._chance.between(-6, 6))
        other.name = self._names.relative(of.name, woman=woman, age=age)
        other.age, other.place, other.zone, other.lang = age, of.place, of.zone, of.lang
        other.languages = list(of.languages)
        other.tier, other.manager = of.tier, of.manager
        other.phone = telephone(self._chance, of.place)
        other.email = f"{address_part(other.name)}{number}@{self._chance.pick(_MAIL)}"
        return self._with_habits(other)

    def helper_name(self, *, woman: bool) -> Name:
        """Somebody who works for a member."""
        return self._names.russian(self._chance.between(26, 55), woman=woman)

    def _manager(self, number: int, tier: int) -> int:
        if number == NOBODYS:
            return -1
        if tier == 0 and self._leaders and self._chance.hit(0.06):
            return self._chance.pick(self._leaders)  # CL-02: led by top management in person
        return self._chance.pick(self._managers)

    def _with_habits(self, member: Member) -> Member:
        chance, usual = self._chance, CADENCE[member.tier]
        member.cadence = usual if chance.hit(0.8) else int(usual * chance.rng.uniform(0.6, 1.6))
        member.topics = chance.some(range(30), chance.between(2, 5))
        member.has_consent = chance.hit(0.92)
        return member


NOBODYS = 17
"""The one member without a personal manager: the error state of CL-01 is there to be seen."""


def make_staff(chance: Chance, clients: int) -> list[Worker]:
    """Managers for the size of the club, and one or two of each other role."""
    names = Names(chance)
    managers = max(5, min(8, clients // 45)) if clients <= 1000 else -(-clients // 150)
    roles = (
        [Role.MANAGER] * managers
        + [Role.COORDINATOR] * 2
        + [Role.HEAD]
        + [Role.EXECUTIVE] * 2
        + [Role.ADMINISTRATOR]
    )
    staff, used = [], set()
    joined = chance.ago(1500)
    for number, role in enumerate(roles):
        name = names.russian(chance.between(29, 58), woman=chance.hit(0.6))
        while name.surname[:6] in used and number < 60:
            name = names.russian(chance.between(29, 58), woman=name.woman)
        used.add(name.surname[:6])
        email = f"{address_part(name)}{number if number >= 60 else ''}@club.example"
        # One after the other: whoever came first has the lowest key, and sits down first.
        came = joined + timedelta(days=number)
        staff.append(Worker(chance.id(came), role, name, email, telephone(chance, "moscow")))
    return staff


def staff_rows(staff: list[Worker]) -> list[dict[str, Any]]:
    """The rows of the staff table: everybody's deputy is the next of the same role."""
    by_role: dict[Role, list[Worker]] = {}
    for worker in staff:
        by_role.setdefault(worker.role, []).append(worker)
    head = by_role[Role.HEAD][0]
    rows = []
    for worker in staff:
        peers = by_role[worker.role]
        after = peers[(peers.index(worker) + 1) % len(peers)]
        rows.append(
            {
                "id": worker.id,
                "role": worker.role,
                "surname": worker.name.surname,
                "given": worker.name.given,
                "patronymic": worker.name.patronymic,
                "latin_name": worker.name.latin,
                "gender": gender(worker.name),
                "email": worker.email,
                "phone": worker.phone,
                "reachable": "09:00-21:00",
                "deputy_id": after.id if after is not worker else None,
                "reports_to_id": head.id
                if worker.role in (Role.MANAGER, Role.COORDINATOR)
                else None,
            }
        )
    return rows


def gender(name: Name) -> Gender:
    """As the client told us."""
    return Gender.FEMALE if name.woman else Gender.MALE


def company(chance: Chance, lang: Lang) -> str:
    """A firm that does not exist."""
    firms = pool("names")["companies"]
    form: str = chance.pick(firms["ru_forms" if lang is Lang.RU else "en_forms"])
    return form.format(chance.pick(firms["ru" if lang is Lang.RU else "en"]))


def town(place: str, lang: Lang) -> str:
    """The town's name in the language of the staff."""
    name: str = pool("places")[place][("ru", "en")[side(lang)]]
    return name


def street_address(chance: Chance, words: Any, place: str, lang: Lang) -> str:
    """A postal address that does not exist."""
    house = fill(words["house"], woman=False, n=chance.between(1, 48), m=chance.between(2, 160))
    return f"{town(place, lang)}, {chance.pick(words['street'])}, {house}"
