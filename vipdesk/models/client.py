"""A client and what belongs to the profile: contact points, preferences, people, facts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared, Versioned
from vipdesk.models.types import currency, minor, money, words
from vipdesk.money import Money
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    Confidence,
    ConsentForm,
    ContactKind,
    FactKind,
    Gender,
    InterestKind,
    PersonKind,
    PreferenceRule,
    Sensitivity,
    Topic,
)


def _client() -> Mapped[UUID]:
    return mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)


class Client(Shared, Versioned):
    """A person in the club.

    A client without a personal manager is an error state that is shown (CL-01), so the
    column may be empty. Birthdays may be partial: a day without a year is common.
    `sort_key` orders names alike on both engines (casefold, ё as е).
    """

    __tablename__ = "client"

    surname: Mapped[str] = mapped_column(String(120), default="")
    given: Mapped[str] = mapped_column(String(120), default="")
    patronymic: Mapped[str] = mapped_column(String(120), default="")
    latin_name: Mapped[str] = mapped_column(String(200), default="")
    title: Mapped[str] = mapped_column(String(60), default="")
    gender: Mapped[Gender | None] = mapped_column(words(Gender))
    address_form: Mapped[AddressForm] = mapped_column(
        words(AddressForm), default=AddressForm.NAME_PATRONYMIC
    )
    formality: Mapped[int] = mapped_column(default=2)  # 0 close, 1 friendly, 2 formal
    languages: Mapped[list[str]] = mapped_column(default=lambda: ["ru"])
    birth_year: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_day: Mapped[int | None]
    company: Mapped[str] = mapped_column(String(200), default="")
    position: Mapped[str] = mapped_column(String(200), default="")
    city: Mapped[str] = mapped_column(String(120), default="")
    time_zone: Mapped[str | None] = mapped_column(String(60))  # IANA; unknown stays unknown
    present_zone: Mapped[str | None] = mapped_column(String(60))  # where the client is now
    present_until: Mapped[datetime | None]
    tier_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.tier.id"), index=True)
    manager_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    deputy_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    member_since: Mapped[date | None]
    left_on: Mapped[date | None]
    cadence_days: Mapped[int | None]  # the client's own; else the tier's
    manner: Mapped[str] = mapped_column(default="")  # distance, talkativeness: read before contact
    official: Mapped[bool] = mapped_column(default=False)  # a public official (gift limits)
    mourning_until: Mapped[date | None]  # holds back cheer
    last_contact_at: Mapped[datetime | None]  # last two-way contact, kept by the interaction verb
    sort_key: Mapped[str] = mapped_column(String(400), default="")
    import_batch_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.import_batch.id"))
    created_at: Mapped[datetime]
    restricted_at: Mapped[datetime | None]  # kept and not used: nothing leaves, nothing is changed
    erased_at: Mapped[datetime | None]  # a nameless shell, so that figures of the past still add up
    merged_into_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.client.id"))  # a shell

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("surname <> '' OR given <> ''", name="named"),
        CheckConstraint("formality BETWEEN 0 AND 2", name="formality"),
        CheckConstraint("birth_month IS NULL OR birth_month BETWEEN 1 AND 12", name="birth_month"),
        CheckConstraint("birth_day IS NULL OR birth_day BETWEEN 1 AND 31", name="birth_day"),
        Index("ix_client_sort_key_id", "sort_key", "id"),
        Index("ix_client_birthday", "birth_month", "birth_day"),
        # Whom to call: each tier of each manager, the longest silence first.
        Index("ix_client_rhythm", "manager_id", "tier_id", "last_contact_at", "created_at"),
        Index("ix_client_deputised", "deputy_id", "tier_id", "last_contact_at", "created_at"),
        Index("ix_client_member_since", "member_since"),  # anniversaries in the club
        Index("ix_client_company", "company"),  # colleagues are proposed
        # Days of whom somebody leads, in the order in which they come.
        Index("ix_client_birthdays", "manager_id", "birth_month", "birth_day", "sort_key"),
        Index("ix_client_jubilees", "manager_id", "member_since"),
        Index("ix_client_own_rhythm", "manager_id", "cadence_days"),
        Index("ix_client_own_deputised", "deputy_id", "cadence_days"),
        {"schema": VIP},
    )


class ImportBatch(Shared):
    """One import: reported and undone as a whole. No file name is kept: it may tell."""

    __tablename__ = "import_batch"

    imported_at: Mapped[datetime]
    imported_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    format: Mapped[str] = mapped_column(String(20))
    added: Mapped[int] = mapped_column(default=0)
    merged: Mapped[int] = mapped_column(default=0)
    rejected: Mapped[int] = mapped_column(default=0)
    made: Mapped[dict[str, Any] | None] = mapped_column(default=None)  # keys, for the way back
    undone_at: Mapped[datetime | None]


class ContactPoint(Shared, Versioned):
    """A phone, an e-mail address, a messenger name, a postal address (vCard TEL, EMAIL, IMPP, ADR).

    `normalised` is E.164 for phones and lower case for e-mail: what two spellings share.
    """

    __tablename__ = "contact_point"

    client_id: Mapped[UUID] = _client()
    kind: Mapped[ContactKind] = mapped_column(words(ContactKind))
    value: Mapped[str]
    normalised: Mapped[str] = mapped_column(index=True)
    label: Mapped[str] = mapped_column(String(40), default="")
    preferred: Mapped[bool] = mapped_column(default=False)

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class ChannelPreference(Shared, Versioned):
    """A rule: this client, this channel, this topic (or any), in these hours of these days.

    Minutes count from midnight in `zone`, or in the client's present zone when it is
    empty; `to_minute` may be 1440 (24:00) and may be less than `from_minute` (overnight).
    `weekdays` is a bit mask, Monday = 1. `via_person_id`: through the assistant.
    `said_as`: key of the record that was merged into this client and under which it was said;
    the wishes of each record bind by themselves (no pointer: a merge must not move it).
    """

    __tablename__ = "channel_preference"

    client_id: Mapped[UUID] = _client()
    channel: Mapped[Channel] = mapped_column(words(Channel))
    topic: Mapped[Topic | None] = mapped_column(words(Topic))
    rule: Mapped[PreferenceRule] = mapped_column(words(PreferenceRule))
    weekdays: Mapped[int] = mapped_column(default=127)
    from_minute: Mapped[int] = mapped_column(default=0)
    to_minute: Mapped[int] = mapped_column(default=1440)
    zone: Mapped[str | None] = mapped_column(String(60))
    via_person_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.person_around.id"))
    valid_until: Mapped[date | None]
    source: Mapped[str] = mapped_column(default="")
    noted_at: Mapped[datetime]
    said_as: Mapped[UUID | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("weekdays BETWEEN 0 AND 127", name="weekdays"),
        CheckConstraint("from_minute BETWEEN 0 AND 1439", name="from_minute"),
        CheckConstraint("to_minute BETWEEN 1 AND 1440", name="to_minute"),
        {"schema": VIP},
    )


class Consent(Shared):
    """An entry of the consent ledger: what was said, by which words, how we know.

    A withdrawal is an entry of its own (`withdrawal`), and the newest entry of a topic
    counts. Entries are only added; a trigger refuses to change what one says.
    `given_at` is when it was said, `noted_at` when it was entered. `withdrawn_at` is how
    desks before 0.2 noted a withdrawal: read, and not written any more.
    """

    __tablename__ = "consent"

    client_id: Mapped[UUID] = _client()
    topic: Mapped[Topic] = mapped_column(words(Topic))
    text_version: Mapped[str] = mapped_column(String(40))
    evidence: Mapped[str] = mapped_column(default="")
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    withdrawal: Mapped[bool] = mapped_column(default=False, server_default=false())
    form: Mapped[ConsentForm | None] = mapped_column(words(ConsentForm))
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    heard_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    document: Mapped[str] = mapped_column(String(200), default="", server_default="")
    noted_at: Mapped[datetime | None]


class PersonAround(Shared, Versioned):
    """Somebody around a client: household, circle, staff, or a friction to keep apart.

    `label_there` reads from the client ('assistant'), `label_back` towards the client
    ('employer'). `other_client_id` when the person is a client too. `may_act`: a
    registered assistant, whose answers count.
    """

    __tablename__ = "person_around"

    client_id: Mapped[UUID] = _client()
    other_client_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    kind: Mapped[PersonKind] = mapped_column(words(PersonKind))
    name: Mapped[str] = mapped_column(String(200), default="")
    label_there: Mapped[str] = mapped_column(String(80), default="")
    label_back: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    may_act: Mapped[bool] = mapped_column(default=False)
    sensitivity: Mapped[Sensitivity] = mapped_column(words(Sensitivity), default=Sensitivity.TEAM)
    strength: Mapped[int] = mapped_column(default=2, server_default="2")  # 1 slight, 3 close
    since: Mapped[date | None]
    until: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class Interest(Shared, Versioned):
    """What draws a client, or what must be provided. `strength` 1 to 3."""

    __tablename__ = "interest"

    client_id: Mapped[UUID] = _client()
    kind: Mapped[InterestKind] = mapped_column(words(InterestKind), default=InterestKind.INTEREST)
    topic: Mapped[str] = mapped_column(String(60), index=True)
    strength: Mapped[int] = mapped_column(default=2)
    note: Mapped[str] = mapped_column(default="")

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        UniqueConstraint("client_id", "kind", "topic"),
        CheckConstraint("strength BETWEEN 1 AND 3", name="strength"),
        {"schema": VIP},
    )


class Fact(Shared, Versioned):
    """Something known about a client: source, who heard it, when, when to ask again."""

    __tablename__ = "fact"

    client_id: Mapped[UUID] = _client()
    kind: Mapped[FactKind] = mapped_column(words(FactKind))
    text: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    heard_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    noted_on: Mapped[date]
    confidence: Mapped[Confidence] = mapped_column(words(Confidence), default=Confidence.HEARD)
    review_on: Mapped[date | None]
    ended_on: Mapped[date | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}


class Purchase(Shared):
    """What a client spent with the company on a day: the value trend of VIP health reads it."""

    __tablename__ = "purchase"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    on_date: Mapped[date]
    product: Mapped[str] = mapped_column(String(80), default="")
    amount_minor: Mapped[int | None] = minor()
    amount_currency: Mapped[str] = currency()
    amount: Mapped[Money | None] = money("amount_minor", "amount_currency")

    __table_args__: Any = (
        Index("ix_purchase_client_id_on_date", "client_id", "on_date"),
        {"schema": VIP},
    )
