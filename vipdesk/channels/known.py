"""What the gate looks at and what it answers: frozen rows, no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from vipdesk.channels.hours import EVERY_DAY, LAST_PLACE, Window, zone
from vipdesk.vocabulary import Channel, HoldKind, PreferenceRule, Topic, label
from vipdesk.wording import Say, say

NEEDS_CONSENT = frozenset({Topic.INVITATION, Topic.OFFER, Topic.GREETING})
CHEERFUL = frozenset({Topic.OFFER, Topic.GREETING})
CAPPED = frozenset({Topic.INVITATION, Topic.OFFER})
# Reached by somebody's number or address; a letter and a visit are the client's own.
PERSONS_OWN = frozenset({Channel.PHONE, Channel.SMS, Channel.MESSENGER, Channel.EMAIL})
RINGS = frozenset({Channel.PHONE, Channel.SMS, Channel.MESSENGER, Channel.APP})
ALL_WEEK = Window()
CLUB_HOURS = Window(EVERY_DAY, 9 * 60, 21 * 60)


class Reason(StrEnum):
    """Why the verdict is what it is."""

    FREE = "free"
    RESTRICTED = "restricted"
    NO_CONSENT = "no_consent"
    LEFT = "left"
    ON_HOLD = "on_hold"
    MOURNING = "mourning"
    TOO_OFTEN = "too_often"
    FORBIDDEN = "forbidden"
    ASSISTANT_UNKNOWN = "assistant_unknown"
    ASSISTANT_UNREACHABLE = "assistant_unreachable"
    ZONE_UNKNOWN = "zone_unknown"
    OUTSIDE_OWN_HOURS = "outside_own_hours"
    OUTSIDE_HOURS = "outside_hours"

    @property
    def overridable(self) -> bool:
        """Whether a written reason may overrule it.

        Consent is asked for, a restriction lifted, the assistant's number noted.
        """
        return self not in _FIRM

    @property
    def passes(self) -> bool:
        """Whether time alone may end it; the others end when somebody changes something."""
        return self in _PASSES


_FIRM = frozenset({Reason.FREE, Reason.NO_CONSENT, Reason.RESTRICTED, Reason.ASSISTANT_UNREACHABLE})
_PASSES = frozenset(
    {
        Reason.MOURNING, Reason.TOO_OFTEN, Reason.FORBIDDEN, Reason.ASSISTANT_UNKNOWN,
        Reason.ASSISTANT_UNREACHABLE, Reason.OUTSIDE_OWN_HOURS, Reason.OUTSIDE_HOURS,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Via:
    """The person through whom the client wishes to be reached."""

    person_id: UUID
    name: str
    phone: str = ""
    email: str = ""
    until: date | None = None

    def address(self, channel: Channel) -> str:
        """Where this person is reached by a channel; '' where nothing is on record."""
        return self.email if channel is Channel.EMAIL else self.phone


@dataclass(frozen=True, slots=True)
class Rule:
    """One channel preference of a client. `via_id` names an assistant; see `Known.people`.

    `said_as`: the record, merged since, under which it was said (None: this one).
    """

    rule: PreferenceRule
    channel: Channel
    topic: Topic | None = None
    window: Window = ALL_WEEK
    zone: str | None = None
    via_id: UUID | None = None
    valid_until: date | None = None
    said_as: UUID | None = None


@dataclass(frozen=True, slots=True)
class Reached:
    """A message that left, for the limits."""

    topic: Topic
    at: datetime


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `most` messages in `days`: of a topic, or of `CAPPED` together; to a tier, or to all.

    A tier's own limit replaces the club's.
    """

    most: int
    days: int
    topic: Topic | None = None
    tier: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """All the gate looks at of one client. `tier`: its code. `reached`: messages that left.

    `restricted`: the data is kept and not used, or the client is a nameless shell.
    """

    zone: str | None = None
    present_zone: str | None = None
    present_until: datetime | None = None
    rules: tuple[Rule, ...] = ()
    consents: frozenset[Topic] = frozenset()
    people: tuple[Via, ...] = ()
    hold: HoldKind | None = None
    mourning_until: date | None = None
    left_on: date | None = None
    restricted: bool = False
    reached: tuple[Reached, ...] = ()
    tier: str = ""

    def zone_at(self, at: datetime) -> ZoneInfo | None:
        """Where the client is at a moment: travelling, else at home; None when not known."""
        if self.present_zone and (self.present_until is None or at < self.present_until):
            return zone(self.present_zone)
        return zone(self.zone)

    def date_at(self, at: datetime) -> date:
        """The client's date; with an unknown zone the date where days end last."""
        return at.astimezone(self.zone_at(at) or zone(LAST_PLACE)).date()


@dataclass(frozen=True, slots=True)
class Policy:
    """The club's own defaults, for clients who said nothing."""

    hours: Window = CLUB_HOURS
    cap: int = 4
    cap_days: int = 30
    caps: tuple[Cap, ...] = ()

    def caps_of(self, topic: Topic, tier: str) -> tuple[Cap, ...]:
        """The limits that bind a message: on its own topic, and on invitations and offers."""
        found: list[Cap] = []
        for about in (topic, None):
            if about is None and topic not in CAPPED:
                continue
            named = [c for c in self.caps if c.topic is about and c.tier in (tier, "")]
            named.sort(key=lambda c: c.tier == "")
            if named:
                found.append(named[0])
            elif about is None:
                found.append(Cap(self.cap, self.cap_days))
        return tuple(found)

    @property
    def longest_cap(self) -> int:
        """How many days back the limits look."""
        return max((self.cap_days, *(c.days for c in self.caps)))


@dataclass(frozen=True, slots=True)
class ContactVerdict:
    """The answer. `until`: the next allowed moment (UTC), None if time alone will not bring it.

    `open_until`: when allowed, the moment (UTC) the hours close, None if they do not within
    two days. `via`: speak to this person instead, now or at `until`. `better`: the channel
    the client prefers, when it is another one. `zone`: the IANA zone that was reckoned in.
    """

    allowed: bool
    code: Reason
    reason: Say
    until: datetime | None = None
    open_until: datetime | None = None
    via: Via | None = None
    better: Channel | None = None
    zone: str | None = None

    @property
    def until_there(self) -> datetime | None:
        """`until` on the client's own clock."""
        there = zone(self.zone)
        return self.until.astimezone(there) if self.until and there else self.until

    @property
    def advice(self) -> Say | None:
        """One sentence on a better way, if the client named one."""
        if self.better is None:
            return None
        return say("Prefers: {channel}", channel=label(self.better))
