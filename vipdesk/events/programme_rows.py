"""What the programme hands out and takes in: frozen rows, no database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from vipdesk.gathering import EventFormat
from vipdesk.vocabulary import EventKind, EventState, label
from vipdesk.wording import Lang, Say, Who


@dataclass(frozen=True, slots=True)
class EventWords:
    """What a person enters about an event. Moments are aware; texts may be empty.

    format: None is what its kind usually is. sort_id: the club's own word for the kind.
    """

    title: str
    kind: EventKind
    starts_at: datetime
    ends_at: datetime
    capacity: int
    title_en: str = ""
    venue_id: UUID | None = None
    host_id: UUID | None = None
    zone: str = "Europe/Moscow"
    description: str = ""
    description_en: str = ""
    dress: str = ""
    tiers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    answer_by: datetime | None = None
    dress_en: str = ""
    format: EventFormat | None = None
    sort_id: UUID | None = None
    course_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class SessionWords:
    """A part of the programme, as it is entered. `places` 0: as many as the event has."""

    title: str
    starts_at: datetime
    ends_at: datetime
    tutor: str = ""
    level: str = ""
    materials: str = ""
    title_en: str = ""
    places: int = 0


@dataclass(frozen=True, slots=True)
class Answers:
    """How an event's invitations stand. `seats`: people who come, company included."""

    invited: int = 0
    accepted: int = 0
    tentative: int = 0
    declined: int = 0
    waiting: int = 0
    seats: int = 0


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list. Moments are UTC; `zone` is the event's own."""

    id: UUID
    title: str
    title_en: str
    kind: EventKind
    state: EventState
    starts_at: datetime
    ends_at: datetime
    zone: str
    venue: str
    venue_en: str
    capacity: int
    answers: Answers
    format: EventFormat = EventFormat.SEATED
    venue_id: UUID | None = None
    tiers: tuple[str, ...] = ()
    sort: str = ""
    sort_en: str = ""
    course_id: UUID | None = None
    sort_id: UUID | None = None

    def called(self, lang: Lang) -> Say | str:
        """The kind, in the club's own words where it has some."""
        own = self.sort_en if lang is Lang.EN and self.sort_en else self.sort
        return own or label(self.kind)

    def named(self, lang: Lang) -> str:
        """The title in the reader's language, as far as there is one."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title

    def place(self, lang: Lang) -> str:
        """The venue's name in the reader's language."""
        return self.venue_en if lang is Lang.EN and self.venue_en else self.venue


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A part of the programme."""

    id: UUID
    title: str
    tutor: str
    level: str
    materials: str
    starts_at: datetime
    ends_at: datetime
    title_en: str = ""
    places: int = 0

    def words(self) -> SessionWords:
        """As it is entered."""
        return SessionWords(
            self.title, self.starts_at, self.ends_at, self.tutor, self.level, self.materials,
            self.title_en, self.places,
        )  # fmt: skip

    def named(self, lang: Lang) -> str:
        """The title in the reader's language, as far as there is one."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class EventCard:
    """One event with everything a page shows above its guest list."""

    row: EventRow
    description: str
    description_en: str
    dress: str
    venue_id: UUID | None
    address: str
    step_free: bool
    host_id: UUID | None
    host: Who
    tiers: tuple[str, ...]
    topics: tuple[str, ...]
    answer_by: datetime | None
    sequence: int
    version: int
    sessions: tuple[SessionRow, ...]
    next_states: frozenset[EventState]
    dress_en: str = ""
    address_en: str = ""
    format: EventFormat | None = None
    sort_id: UUID | None = None
    facts: tuple[tuple[str, str], ...] = ()

    def dressed(self, lang: Lang) -> str:
        """The dress code in the reader's language, as far as there is one."""
        return self.dress_en if lang is Lang.EN and self.dress_en else self.dress

    def addressed(self, lang: Lang) -> str:
        """The venue's address with its city, in the reader's language as far as there is one."""
        return self.address_en if lang is Lang.EN and self.address_en else self.address

    def words(self) -> EventWords:
        """What `change_event` wants, unchanged: for a form to begin with."""
        row = self.row
        return EventWords(
            row.title,
            row.kind,
            row.starts_at,
            row.ends_at,
            row.capacity,
            row.title_en,
            self.venue_id,
            self.host_id,
            row.zone,
            self.description,
            self.description_en,
            self.dress,
            self.tiers,
            self.topics,
            self.answer_by,
            self.dress_en,
            self.format,
            self.sort_id,
            row.course_id,
        )
