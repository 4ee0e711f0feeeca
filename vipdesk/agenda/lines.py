"""The frozen lines of Today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from vipdesk.channels.gate import ContactVerdict
from vipdesk.channels.waiting import WaitingRow
from vipdesk.clients.names import Name
from vipdesk.complaints.action_lines import ActionDue
from vipdesk.complaints.due import DueRow
from vipdesk.vocabulary import EventKind, OutboxState
from vipdesk.wording import Say, Who

if TYPE_CHECKING:
    from vipdesk.agenda.choices import ChoiceLine
    from vipdesk.agenda.off_hours import OffHoursLine
    from vipdesk.clients.handover_rows import ReceivedRow


class When(StrEnum):
    """How near a promise is."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"


class DateKind(StrEnum):
    """What a day of the year is to a client."""

    BIRTHDAY = "birthday"
    BIRTH_MONTH = "birth_month"  # the day is not known
    NAME_DAY = "name_day"
    FAMILY_BIRTHDAY = "family_birthday"
    WEDDING = "wedding"
    MEMBERSHIP = "membership"
    COMPANY = "company"
    MEMORIAL = "memorial"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise to a client. `owner`: the colleague who gave it, nobody if it is one's own."""

    id: UUID
    client_id: UUID
    name: Name
    text: str
    due_at: datetime
    when: When
    owner: Who
    contact: ContactVerdict | None


@dataclass(frozen=True, slots=True)
class CallLine:
    """A client not heard for longer than the rhythm. `never`: no talk is on record.

    gap_days: the longest silence; beyond it the talk is late.
    """

    client_id: UUID
    name: Name
    tier_ru: str
    tier_en: str
    days: int
    cadence_days: int
    never: bool
    contact: ContactVerdict | None
    gap_days: int = 0

    @property
    def late(self) -> bool:
        """Whether the longest silence is over."""
        return bool(self.gap_days) and self.days > self.gap_days


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day of a client within the week, or one that something must be ordered for.

    turns: the age, or how many years; None if the year is not known. mourning: no
    congratulations; the line is there so that nobody sends any by habit. id: what the line is
    put off by. title: whose day it is, or which. order_by: the last day to order a gift, None
    if nothing is ordered. ahead: the day is beyond the week, and the gift is what is due.
    greet_at: ten in the morning where the client is then (UTC), None where the zone is unknown.
    """

    client_id: UUID
    name: Name
    kind: DateKind
    day: date
    turns: int | None
    mourning: bool
    contact: ContactVerdict | None
    id: UUID | None = None
    title: str = ""
    order_by: date | None = None
    ahead: bool = False
    greet_at: datetime | None = None

    @property
    def key(self) -> UUID:
        """What tells lines apart: several days of one client are several lines."""
        return self.id or self.client_id


@dataclass(frozen=True, slots=True)
class EventLine:
    """A gathering within the week. `coming`: guests with their parties; `silent`: no answer yet."""

    id: UUID
    title: str
    title_en: str
    kind: EventKind
    starts_at: datetime
    place: str
    place_en: str
    invited: int
    coming: int
    silent: int
    capacity: int
    ends_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskedLine:
    """A line that a colleague was asked to take. `of_me`: the person at work was asked.

    kind, object_id: the line's. client_id, name: None where this person may not see the client;
    `called` is what the asker told. other: who asked, or who was asked. done: None while it is
    open, False: given back.
    """

    id: UUID
    kind: str
    object_id: UUID
    client_id: UUID | None
    name: Name | None
    called: Who
    other: Who
    of_me: bool
    note: str
    at: datetime
    due_at: datetime | None
    answer: str
    done: bool | None
    contact: ContactVerdict | None


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A form left half-written. `key` is the form's own, `title` whom or what it is about."""

    key: str
    title: str
    saved_at: datetime
    private: bool


@dataclass(frozen=True, slots=True)
class DayMarks:
    """One day of the week strip."""

    day: date
    promises: int
    dates: int
    events: int


@dataclass(frozen=True, slots=True)
class Today:
    """Everything for one page. `*_more`: how many lines were left out for length.

    `clocks` is None for who does not work on the private track: not even empty.
    """

    day: date
    promises: tuple[PromiseLine, ...]
    promises_more: int
    calls: tuple[CallLine, ...]
    calls_more: int
    dates: tuple[DateLine, ...]
    events: tuple[EventLine, ...]
    replies: int
    outbox: tuple[WaitingRow, ...]
    waiting: dict[OutboxState, int]
    mail_account: bool
    clocks: tuple[DueRow, ...] | None
    without_manager: int
    week: tuple[DayMarks, ...]
    received: tuple[ReceivedRow, ...] = ()  # clients handed over to this person, not seen yet
    asked: tuple[AskedLine, ...] = ()  # of this person by colleagues, and the other way round
    drafts: tuple[DraftLine, ...] = ()
    choices: tuple[ChoiceLine, ...] = ()  # benefits that were not chosen yet
    off_hours: tuple[OffHoursLine, ...] = ()  # asked for outside the usual hours
    actions: tuple[ActionDue, ...] = ()  # corrective actions due, effects to be checked
    dates_cut: bool = False  # today alone has more than are counted
    calendar: Say | None = None  # a year that begins soon and whose days off are not known

    @property
    def is_empty(self) -> bool:
        """Whether nothing is due."""
        return not (
            self.promises
            or self.calls
            or self.dates
            or self.events
            or self.replies
            or self.waiting
            or self.clocks
            or self.without_manager
            or self.received
            or self.asked
            or self.calendar
            or self.drafts
            or self.off_hours
            or self.choices
            or self.actions
        )
