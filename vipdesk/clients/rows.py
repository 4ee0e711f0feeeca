"""Frozen rows of the room: what pages and other rooms get to know of a client."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from vipdesk.access import StaffRow
from vipdesk.clients.names import Name, display_name
from vipdesk.models import Tier
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    Confidence,
    ContactKind,
    FactKind,
    Gender,
    HoldKind,
    InterestKind,
    PersonKind,
    PreferenceRule,
    PromiseState,
    Sensitivity,
    Topic,
)
from vipdesk.wording import Lang, Who


@dataclass(frozen=True, slots=True)
class TierRow:
    """A tier of the club; rank 1 is the highest, `metal` names its colours."""

    id: UUID
    code: str
    name_ru: str
    name_en: str
    rank: int
    metal: str
    cadence_days: int

    def name(self, lang: Lang) -> str:
        """In the reader's language."""
        return self.name_ru if lang is Lang.RU else self.name_en

    @classmethod
    def of(cls, tier: Tier) -> TierRow:
        """From the database."""
        return cls(
            tier.id, tier.code, tier.name_ru, tier.name_en, tier.rank, tier.metal,
            tier.cadence_days,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class PointRow:
    """A contact point. `normalised`: E.164 or lower case."""

    id: UUID
    kind: ContactKind
    value: str
    normalised: str
    label: str
    preferred: bool


@dataclass(frozen=True, slots=True)
class PreferenceRow:
    """A rule of a channel; see `models.ChannelPreference` for minutes and weekdays."""

    id: UUID
    channel: Channel
    topic: Topic | None
    rule: PreferenceRule
    weekdays: int
    from_minute: int
    to_minute: int
    zone: str | None
    via_person_id: UUID | None
    via: str
    valid_until: date | None
    source: str
    noted_at: datetime
    said_as: UUID | None = None  # the record, merged since, under which it was said


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """An entry of the consent ledger."""

    id: UUID
    topic: Topic
    text_version: str
    evidence: str
    given_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody around the client, seen from the client.

    `there`: the row stands at the client itself; otherwise the other client named this one,
    and `label` reads backwards. `client_id` is set when the person is a client too.
    """

    id: UUID
    kind: PersonKind
    who: Who
    label: str
    client_id: UUID | None
    phone: str
    email: str
    may_act: bool
    sensitivity: Sensitivity
    since: date | None
    until: date | None
    note: str
    there: bool
    strength: int = 2  # 1 slight, 2 usual, 3 close


@dataclass(frozen=True, slots=True)
class InterestRow:
    """What draws the client (or must be provided); strength 1 to 3."""

    id: UUID
    kind: InterestKind
    topic: str
    strength: int
    note: str


class Freshness(StrEnum):
    """How far a fact can be trusted by its age."""

    FRESH = "fresh"
    AGING = "aging"
    STALE = "stale"  # its time to be asked again has come


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact with its origin and its age in days."""

    id: UUID
    kind: FactKind
    text: str
    source: str
    heard_by: Who
    noted_on: date
    confidence: Confidence
    review_on: date
    age_days: int
    freshness: Freshness


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise to a client."""

    id: UUID
    client_id: UUID
    text: str
    owner: Who
    owner_id: UUID
    made_at: datetime
    due_at: datetime
    state: PromiseState
    closed_at: datetime | None
    is_late: bool
    version: int


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event the client was invited to; `answer`: PartStat; `came`: seen at the door."""

    id: UUID
    title: str
    title_en: str
    starts_at: datetime
    zone: str
    answer: str
    came: bool | None


@dataclass(frozen=True, slots=True)
class HoldRow:
    """'Do not invite' or 'ask the manager', and until when: never why."""

    kind: HoldKind
    review_on: datetime | None


@dataclass(frozen=True, slots=True)
class ClientFields:
    """What the form of a client edits."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""
    latin_name: str = ""
    title: str = ""
    gender: Gender | None = None
    address_form: AddressForm = AddressForm.NAME_PATRONYMIC
    formality: int = 2
    languages: tuple[str, ...] = ("ru",)
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    company: str = ""
    position: str = ""
    city: str = ""
    time_zone: str | None = None
    tier_id: UUID | None = None
    manager_id: UUID | None = None
    deputy_id: UUID | None = None
    member_since: date | None = None
    cadence_days: int | None = None
    manner: str = ""
    official: bool = False
    mourning_until: date | None = None


@dataclass(frozen=True, slots=True)
class ClientCard:
    """Everything the client's page shows, but for the timeline and the events."""

    id: UUID
    version: int
    fields: ClientFields
    tier: TierRow | None
    manager: StaffRow | None
    deputy: StaffRow | None
    present_zone: str | None
    present_until: datetime | None
    left_on: date | None
    restricted_at: datetime | None  # since then the data is kept and not used
    last_contact_at: datetime | None
    cadence_days: int | None  # the client's own, else the tier's
    hold: HoldRow | None
    points: tuple[PointRow, ...]
    preferences: tuple[PreferenceRow, ...]
    consents: tuple[ConsentRow, ...]
    people: tuple[PersonRow, ...]
    interests: tuple[InterestRow, ...]
    facts: tuple[FactRow, ...]
    promises: tuple[PromiseRow, ...]  # open ones, the first due first
    sees_special: bool  # whether this person may read health, diet and faith

    @property
    def name(self) -> Name:
        """For `names.address` and the like."""
        f = self.fields
        return Name(
            f.surname, f.given, f.patronymic, f.latin_name, f.title, f.gender, f.address_form
        )

    def display(self, lang: Lang) -> str:
        """The name as the heading shows it."""
        return display_name(self.name, lang)

    def zone_at(self, moment: datetime) -> str | None:
        """The client's zone at a moment: where the client is, else at home; None: not known."""
        if self.present_zone and (self.present_until is None or moment < self.present_until):
            return self.present_zone
        return self.fields.time_zone
