"""What belongs to a profile: contact points, wishes, consents, people around, interests, facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from vipdesk.clients.names import sort_key
from vipdesk.clients.search_entry import KIND, client_entry
from vipdesk.demo.chance import Chance, Weighted
from vipdesk.demo.people import (
    CADENCE,
    Member,
    Name,
    Names,
    Worker,
    address_part,
    company,
    gender,
    street_address,
    telephone,
    town,
)
from vipdesk.demo.pools import Phrases, fill
from vipdesk.demo.rows import Rows
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    Confidence,
    ContactKind,
    FactKind,
    InterestKind,
    PersonKind,
    PreferenceRule,
    Sensitivity,
    Topic,
)
from vipdesk.wording import Lang

_ABSENT_SHARE = 0.015
_CONSENTS = ((Topic.INVITATION, 1.0), (Topic.GREETING, 0.85), (Topic.OFFER, 0.45))
_CONTACT_OF = {
    Channel.PHONE: ContactKind.PHONE,
    Channel.SMS: ContactKind.PHONE,
    Channel.MESSENGER: ContactKind.MESSENGER,
    Channel.EMAIL: ContactKind.EMAIL,
    Channel.LETTER: ContactKind.ADDRESS,
}
# Minutes from midnight: when a client likes to be rung.
_HOURS = ((600, 1200), (660, 1140), (540, 720), (1080, 1260), (720, 1080), (840, 1260))
_FACTS = Weighted(
    [
        (("preference", FactKind.PREFERENCE), 30.0),
        (("family_fact", FactKind.FAMILY), 24.0),
        (("work_fact", FactKind.WORK), 16.0),
        (("travel", FactKind.TRAVEL), 12.0),
        (("gift_fact", FactKind.GIFT), 10.0),
        (("taboo", FactKind.TABOO), 8.0),
    ]
)
_CONFIDENCE = Weighted(
    [(Confidence.CONFIRMED, 45.0), (Confidence.HEARD, 40.0), (Confidence.GUESS, 15.0)]
)
_DAY = timedelta(days=1)


@dataclass(slots=True)
class _Found:
    """What one member is found by, gathered while the profile is written."""

    fields: dict[str, str] = field(default_factory=dict)
    points: list[tuple[ContactKind, str, str]] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    interests: list[str] = field(default_factory=list)

    def of(self, kind: ContactKind, *, normalised: bool = False) -> list[str]:
        """The contact points of a kind."""
        return [n if normalised else v for k, v, n in self.points if k is kind]


class Profiles:
    """Writes the profile of one member after the other."""

    def __init__(
        self, chance: Chance, rows: Rows, phrases: Phrases, lang: Lang, staff: list[Worker]
    ) -> None:
        self._chance = chance
        self._rows = rows
        self._lang = lang
        self._staff = staff
        self._names = Names(chance)
        self._words: Mapping[str, Any] = phrases.profile
        self._found: dict[UUID, _Found] = {}

    def add(
        self, member: Member, tiers: list[UUID], *, born: tuple[int, int] | None = None
    ) -> None:
        """The client's own row and everything around it. `born`: month and day, if given."""
        since = datetime.combine(member.since, datetime.min.time(), self._chance.as_of.tzinfo)
        self._found[member.id] = _Found()
        self._contact_points(member, since)
        self._people(member, since)
        self._preferences(member, since)
        self._consents(member, since)
        self._interests(member, since)
        self._facts(member)
        self._client(member, tiers, since, born)

    def _client(
        self, member: Member, tiers: list[UUID], since: datetime, born: tuple[int, int] | None
    ) -> None:
        chance, name = self._chance, member.name
        month, day = born or (chance.between(1, 12), chance.between(1, 28))
        known = born is not None or chance.hit(0.93)
        zone_known = chance.hit(1 - _ABSENT_SHARE)
        away = chance.hit(0.03)
        manager = self._staff[member.manager].id if member.manager >= 0 else None
        found = self._found[member.id]
        found.fields = {
            "surname": name.surname, "given": name.given, "patronymic": name.patronymic,
            "latin_name": name.latin, "position": self._position(member),
            "company": company(chance, self._lang) if chance.hit(0.75) else "",
            "city": town(member.place, self._lang),
        }  # fmt: skip
        self._rows.add(
            "client",
            {
                "id": member.id, **found.fields,
                "title": "Dr" if member.lang is Lang.EN and chance.hit(0.05) else "",
                "gender": gender(name), "address_form": self._address_form(member),
                "formality": chance.between(0, 2) if chance.hit(0.6) else 2,
                "languages": member.languages,
                "birth_year": self._birth_year(member.age, month, day),
                "birth_month": month if known else None,
                "birth_day": day if known else None,
                "time_zone": member.zone if zone_known else None,
                "present_zone": "Asia/Dubai" if away else None,
                "present_until": chance.as_of + 9 * _DAY if away else None,
                "tier_id": tiers[member.tier], "manager_id": manager,
                "deputy_id": self._deputy(member), "member_since": member.since,
                "cadence_days": member.cadence if member.cadence not in CADENCE else None,
                "manner": self._manner(member), "official": chance.hit(0.02),
                "mourning_until": member.mourning, "last_contact_at": member.last_contact,
                "sort_key": sort_key(name.surname, name.given, name.patronymic),
                "created_at": since,
            },
        )  # fmt: skip

    def _birth_year(self, age: int, month: int, day: int) -> int | None:
        if not self._chance.hit(0.8):
            return None
        today = self._chance.as_of
        return today.year - age - ((month, day) > (today.month, today.day))

    def _address_form(self, member: Member) -> AddressForm:
        if member.name.patronymic:
            return AddressForm.NAME_PATRONYMIC if self._chance.hit(0.82) else AddressForm.FIRST_NAME
        return AddressForm.TITLE_SURNAME if self._chance.hit(0.6) else AddressForm.FIRST_NAME

    def _position(self, member: Member) -> str:
        if not self._chance.hit(0.7):
            return ""
        key = "position_f" if member.name.woman else "position_m"
        position: str = self._chance.pick(self._words[key])
        return position

    def _deputy(self, member: Member) -> UUID | None:
        if member.manager < 0 or not self._chance.hit(0.5):
            return None
        other = self._staff[(member.manager + 1) % len(self._staff)]
        return other.id if other.role is self._staff[member.manager].role else None

    def _manner(self, member: Member) -> str:
        if not self._chance.hit(0.7):
            return ""
        return fill(self._chance.pick(self._words["manner"]), woman=member.name.woman)

    def _contact_points(self, member: Member, since: datetime) -> None:
        chance, labels = self._chance, self._words["labels"]
        wanted = _CONTACT_OF[member.channel]
        nick = f"{address_part(member.name).replace('.', '_')}{member.number % 1000 or ''}"
        points = [(ContactKind.PHONE, member.phone, _digits(member.phone), labels[0])]
        if wanted is ContactKind.EMAIL or chance.hit(0.85):
            points.append(
                (ContactKind.EMAIL, member.email, member.email, labels[chance.between(0, 1)])
            )
        if wanted is ContactKind.MESSENGER or chance.hit(0.25):
            points.append((ContactKind.MESSENGER, f"@{nick}", f"messenger:{nick}", "messenger"))
        if wanted is ContactKind.ADDRESS or chance.hit(0.45):
            address = street_address(chance, self._words, member.place, self._lang)
            points.append((ContactKind.ADDRESS, address, address.casefold(), labels[2]))
        if chance.hit(0.2):
            office = telephone(chance, member.place)
            points.append((ContactKind.PHONE, office, _digits(office), labels[1]))
        preferred, found = True, self._found[member.id]
        for kind, value, normalised, label in points:
            found.points.append((kind, value, normalised))
            self._rows.add(
                "contact_point",
                {
                    "id": chance.id(since), "client_id": member.id, "kind": kind, "value": value,
                    "normalised": normalised, "label": label,
                    "preferred": preferred and kind is wanted,
                },
            )  # fmt: skip
            preferred = preferred and kind is not wanted

    def _preferences(self, member: Member, since: datetime) -> None:
        chance = self._chance
        if chance.hit(0.7):
            start, end = chance.pick(_HOURS) if member.channel is not Channel.LETTER else (0, 1440)
            self._rule(member, member.channel, PreferenceRule.PREFER, since, start, end)
        if chance.hit(0.18):
            never = chance.pick([c for c in _CONTACT_OF if c is not member.channel])
            self._rule(member, never, PreferenceRule.FORBID, since)
        if chance.hit(0.06) and member.channel is not Channel.LETTER:
            self._rule(member, Channel.LETTER, PreferenceRule.PREFER, since, topic=Topic.INVITATION)

    def _rule(
        self, member: Member, channel: Channel, rule: PreferenceRule, since: datetime,
        start: int = 0, end: int = 1440, *, topic: Topic | None = None,
    ) -> None:  # fmt: skip
        chance = self._chance
        rings = channel in (Channel.PHONE, Channel.SMS)
        via = member.assistant if rule is PreferenceRule.PREFER and rings else None
        self._rows.add(
            "channel_preference",
            {
                "id": chance.id(since), "client_id": member.id, "channel": channel, "topic": topic,
                "rule": rule, "weekdays": 127 if chance.hit(0.7) else 31, "from_minute": start,
                "to_minute": end, "via_person_id": via if chance.hit(0.6) else None,
                "source": self._words["hours"], "noted_at": self._later_than(since),
            },
        )  # fmt: skip

    def _consents(self, member: Member, since: datetime) -> None:
        chance = self._chance
        for topic, share in _CONSENTS:
            if not member.has_consent or not chance.hit(share):
                continue
            given = self._later_than(since)
            withdrawn = topic is not Topic.INVITATION and chance.hit(0.05)
            self._rows.add(
                "consent",
                {
                    "id": chance.id(given), "client_id": member.id, "topic": topic,
                    "text_version": "2025-1" if given.year < 2026 else "2026-1",
                    "evidence": self._words["consent"], "given_at": given,
                    "withdrawn_at": self._later_than(given) if withdrawn else None,
                },
            )  # fmt: skip

    def _people(self, member: Member, since: datetime) -> None:
        chance, words = self._chance, self._words
        if chance.hit(0.22):
            woman = chance.hit(0.75)
            name = self._names.russian(chance.between(25, 50), woman=woman)
            member.assistant = self._person(
                member, PersonKind.STAFF, name, chance.pick(words["assistant"]),
                words["assistant_back"], since, may_act=chance.hit(0.7), mail=True,
            )  # fmt: skip
        if chance.hit(0.12):
            driver = self._names.russian(chance.between(30, 58), woman=False)
            self._person(
                member, PersonKind.STAFF, driver, words["driver"], words["driver_back"], since
            )
        if chance.hit(0.3):
            girl = chance.hit(0.5)
            child = self._names.relative(member.name, woman=girl, age=20)
            there = words["daughter" if girl else "son"]
            back = words["mother" if member.name.woman else "father"]
            self._person(member, PersonKind.HOUSEHOLD, child, there, back, since, phone=False)

    def _person(
        self, member: Member, kind: PersonKind, name: Name, there: str, back: str,
        since: datetime, *, may_act: bool = False, mail: bool = False, phone: bool = True,
    ) -> UUID:  # fmt: skip
        chance = self._chance
        known = chance.id(since)
        self._found[member.id].people.append(f"{name.given} {name.surname}")
        self._rows.add(
            "person_around",
            {
                "id": known, "client_id": member.id, "kind": kind,
                "name": f"{name.given} {name.surname}", "label_there": there, "label_back": back,
                "phone": telephone(chance, "moscow") if phone else "",
                "email": f"{address_part(name)}{member.number}@office.example" if mail else "",
                "may_act": may_act, "since": self._later_than(since).date(),
            },
        )  # fmt: skip
        return known

    def tie(self, one: Member, other: Member, kind: PersonKind) -> None:
        """Two members who know each other: a couple, a circle, or people to keep apart."""
        chance, words = self._chance, self._words
        if kind is PersonKind.HOUSEHOLD:
            there, back, note = _couple(words, other.name), _couple(words, one.name), ""
        elif kind is PersonKind.FRICTION:
            there, back = chance.pick(words["friction"]), words["friction_back"]
            note = chance.pick(words["friction_note"])
        else:
            there, back, note = chance.pick(words["circle"]), words["circle_back"], ""
        grave = kind is PersonKind.FRICTION
        if not grave:
            self._found[one.id].people.append(f"{other.name.given} {other.name.surname}")
        since = chance.ago(chance.between(100, 500))
        self._rows.add(
            "person_around",
            {
                "id": chance.id(since), "client_id": one.id, "other_client_id": other.id,
                "kind": kind, "name": f"{other.name.given} {other.name.surname}",
                "label_there": there, "label_back": back, "note": note, "since": since.date(),
                "sensitivity": Sensitivity.MANAGER if grave else Sensitivity.TEAM,
            },
        )  # fmt: skip

    def _interests(self, member: Member, since: datetime) -> None:
        chance, topics = self._chance, self._words["topics"]
        found = self._found[member.id]
        for topic in member.topics:
            found.interests.append(topics[topic])
            self._rows.add(
                "interest",
                {
                    "id": chance.id(since), "client_id": member.id, "topic": topics[topic],
                    "kind": InterestKind.INTEREST, "strength": chance.between(1, 3),
                },
            )  # fmt: skip
        if chance.hit(0.25):
            found.interests.append(chance.pick(self._words["need"]))
            self._rows.add(
                "interest",
                {
                    "id": chance.id(since), "client_id": member.id, "kind": InterestKind.NEED,
                    "topic": found.interests[-1], "strength": 3,
                },
            )  # fmt: skip

    def _facts(self, member: Member) -> None:
        chance, seen = self._chance, set[str]()
        for _ in range(chance.between(0, 4)):
            key, kind = _FACTS.pick(chance)
            line: str = chance.pick(self._words[key])
            if line in seen:
                continue
            seen.add(line)
            noted = chance.ago(chance.random() * 700)
            asked_again = noted + chance.between(9, 24) * 30 * _DAY
            heard = self._staff[member.manager].id if member.manager >= 0 else None
            self._rows.add(
                "fact",
                {
                    "id": chance.id(noted), "client_id": member.id, "kind": kind,
                    "text": fill(line, woman=member.name.woman, age=chance.between(5, 16)),
                    "source": chance.pick(self._words["source"]), "heard_by_id": heard,
                    "noted_on": noted.date(), "confidence": _CONFIDENCE.pick(chance),
                    "review_on": asked_again.date() if chance.hit(0.6) else None,
                },
            )  # fmt: skip

    def write_entries(self) -> None:
        """What the members of this batch are found by, made by the clients' own function."""
        for client_id, found in self._found.items():
            entry = client_entry(
                **found.fields,
                phones=found.of(ContactKind.PHONE, normalised=True),
                emails=found.of(ContactKind.EMAIL),
                messengers=found.of(ContactKind.MESSENGER),
                people=found.people,
                interests=found.interests,
            )
            self._rows.add_entry(
                {
                    "kind": KIND, "object_id": client_id, "title": entry.title,
                    "detail": entry.detail, "tokens": " ".join(entry.tokens),
                    "tails": " ".join(entry.tails),
                }
            )  # fmt: skip
        self._found.clear()

    def _later_than(self, since: datetime) -> datetime:
        span = (self._chance.as_of - since).total_seconds()
        return since + timedelta(seconds=max(0.0, span) * self._chance.random() * 0.5)


def _couple(words: Mapping[str, Any], name: Name) -> str:
    spouse: str = words["spouse_f" if name.woman else "spouse_m"]
    return spouse


def _digits(phone: str) -> str:
    return "+" + "".join(c for c in phone if c.isdigit())
