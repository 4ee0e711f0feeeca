"""The words of the field as enums, and how each is said to a person.

One word for one thing: the glossary of the product, RFC 5545 for participation,
vCard 4.0 (RFC 6350) for kinds of contact. The value of an enum is what the database
keeps; `label(member)` is what a person reads.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum

from vipdesk.wording import Say


class Role(StrEnum):
    """What a member of the staff does in the club."""

    MANAGER = "manager"
    COORDINATOR = "coordinator"
    HEAD = "head"  # head of VIP service: level 2 of the private track
    EXECUTIVE = "executive"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Gender(StrEnum):
    """Asked once, never guessed from a surname."""

    FEMALE = "female"
    MALE = "male"


class AddressForm(StrEnum):
    """How the client wishes to be addressed."""

    NAME_PATRONYMIC = "name_patronymic"
    FIRST_NAME = "first_name"
    TITLE_SURNAME = "title_surname"


class NameCase(StrEnum):
    """The six cases of a Russian name, in the order schools teach them."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    PREPOSITIONAL = "prepositional"


class NamePart(StrEnum):
    """The parts of a Russian name; each declines in its own way."""

    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"


class DayKind(StrEnum):
    """What a day of the year is to a client, besides the client's own birthday."""

    NAME_DAY = "name_day"
    FAMILY_BIRTHDAY = "family_birthday"
    WEDDING = "wedding"
    MEMBERSHIP = "membership"
    COMPANY = "company"
    MEMORIAL = "memorial"  # holds back cheer on that day
    OTHER = "other"


class Channel(StrEnum):
    """Ways to reach a client."""

    PHONE = "phone"
    EMAIL = "email"
    SMS = "sms"
    MESSENGER = "messenger"
    LETTER = "letter"
    IN_PERSON = "in_person"
    APP = "app"


class ContactKind(StrEnum):
    """Kinds of contact points (vCard 4.0: TEL, EMAIL, IMPP, ADR)."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    ADDRESS = "address"


class PreferenceRule(StrEnum):
    """What a channel preference says."""

    PREFER = "prefer"
    ALLOW = "allow"
    FORBID = "forbid"


class Topic(StrEnum):
    """What an outbound contact is about; consent and preferences are per topic."""

    PERSONAL = "personal"  # the manager's own talk with the client
    INVITATION = "invitation"
    CARD = "card"
    GREETING = "greeting"
    SERVICE = "service"  # answers to what the client asked
    OFFER = "offer"


class ConsentForm(StrEnum):
    """How a client agreed, or took it back."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    SIGNED = "signed"
    WRITTEN = "written"  # an e-mail, a letter, a message of the client's own
    ASSISTANT = "assistant"


class PrivacyRight(StrEnum):
    """Rights a client has over what the club holds (GDPR 15 to 18, 152-ФЗ 14, 20, 21)."""

    ACCESS = "access"
    RECTIFY = "rectify"
    RESTRICT = "restrict"
    LIFT = "lift"  # the restriction is over


class Settled(StrEnum):
    """How a client's wish for a correction ended."""

    CORRECTED = "corrected"
    REMOVED = "removed"  # what was wrong is not kept any more
    REFUSED = "refused"  # it was right; the client is told why


class RestrictionGround(StrEnum):
    """Why data is kept and not used (GDPR 18 (1) a to d; 152-ФЗ 21: blocking)."""

    DISPUTED = "disputed"
    UNLAWFUL = "unlawful"
    CLAIMS = "claims"
    OBJECTION = "objection"


class ErasureGround(StrEnum):
    """Why a client was erased: a code, because the record holds no words."""

    REQUEST = "request"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    NO_LONGER_NEEDED = "no_longer_needed"
    UNLAWFUL = "unlawful"
    RETENTION = "retention"


class PersonKind(StrEnum):
    """Why a person stands around a client."""

    HOUSEHOLD = "household"
    CIRCLE = "circle"
    STAFF = "staff"
    FRICTION = "friction"


class Sensitivity(StrEnum):
    """Who may read an entry."""

    TEAM = "team"
    MANAGER = "manager"
    MANAGEMENT = "management"


class Confidence(StrEnum):
    """How sure a fact is."""

    CONFIRMED = "confirmed"
    HEARD = "heard"
    GUESS = "guess"


class FactKind(StrEnum):
    """What a fact is about. Health, diet and faith are special: they have their own right."""

    PREFERENCE = "preference"
    FAMILY = "family"
    WORK = "work"
    TRAVEL = "travel"
    GIFT = "gift"
    TABOO = "taboo"
    HEALTH = "health"
    DIET = "diet"
    FAITH = "faith"


class InterestKind(StrEnum):
    """An interest is what draws a client; a need is what must be provided.

    MEET: whom a client wishes to meet, by name or by what they do (CL-12).
    """

    INTEREST = "interest"
    NEED = "need"
    MEET = "meet"


class InteractionKind(StrEnum):
    """What happened between the club and a client."""

    TALK = "talk"
    MEETING = "meeting"
    MESSAGE = "message"
    VISIT = "visit"
    GIFT = "gift"
    NOTE = "note"
    MAILING = "mailing"  # sent to many: never counts as contact


class Direction(StrEnum):
    """Who began."""

    INBOUND = "inbound"
    OUTBOUND = "outbound"


class PromiseState(StrEnum):
    """Of a promise: renegotiated only before it was due."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"
    RENEGOTIATED = "renegotiated"
    RELEASED = "released"  # the client said it is no longer needed


class EventKind(StrEnum):
    """Kinds of gatherings; a club may add its own words for them."""

    TASTING = "tasting"
    TEST_DRIVE = "test_drive"
    SPORT = "sport"
    MASTERCLASS = "masterclass"
    CONCERT = "concert"
    DINNER = "dinner"
    TRIP = "trip"
    TALK = "talk"
    FAMILY = "family"
    CHARITY = "charity"


class EventState(StrEnum):
    """Life of an event."""

    DRAFT = "draft"
    PLANNED = "planned"
    INVITING = "inviting"
    CLOSED = "closed"
    HELD = "held"
    REVIEWED = "reviewed"
    CANCELLED = "cancelled"


class GuestPlace(StrEnum):
    """Which layer put a client on or off a guest list."""

    CRITERIA = "criteria"
    HAND_PICK = "hand_pick"
    VETO = "veto"


class PartStat(StrEnum):
    """Participation status (RFC 5545 §3.2.12)."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"


class InvitationState(StrEnum):
    """Life of an invitation on our side."""

    DRAFT = "draft"
    HELD = "held"  # may not be sent now
    QUEUED = "queued"
    SENT = "sent"
    BOUNCED = "bounced"
    CANCELLED = "cancelled"


class ReplySource(StrEnum):
    """By what way a reply came."""

    EMAIL = "email"
    PHONE = "phone"
    LETTER = "letter"
    ASSISTANT = "assistant"
    IN_PERSON = "in_person"
    SMS = "sms"
    MESSENGER = "messenger"


class Verdict(StrEnum):
    """What the reply pipeline decided."""

    APPLY = "apply"
    REVIEW = "review"
    IGNORE = "ignore"
    QUARANTINE = "quarantine"


class CardState(StrEnum):
    """Life of a status card; the last three are final."""

    DRAFT = "draft"
    APPROVED = "approved"
    ISSUED = "issued"
    ACTIVE = "active"
    REPLACED = "replaced"
    VOID = "void"
    EXPIRED = "expired"


class OutboxState(StrEnum):
    """Life of an outbox message. `review`: it may or may not have left, never resent blindly."""

    HELD = "held"
    QUEUED = "queued"
    CLAIMED = "claimed"
    TO_DO = "to_do"  # a person does it: a call, a letter to post, a message to send
    SENT = "sent"
    FAILED = "failed"
    REVIEW = "review"
    CANCELLED = "cancelled"


class OutboxKind(StrEnum):
    """What an outbox message is."""

    MAIL = "mail"
    CALL_TASK = "call_task"
    TEXT = "text"  # SMS or messenger, by deep link
    LETTER = "letter"


class HoldKind(StrEnum):
    """The only words a coordinator ever sees of a reason that is not theirs to know."""

    NO_INVITE = "no_invite"
    ASK_MANAGER = "ask_manager"


class Severity(IntEnum):
    """How grave a complaint is.

    S1 safety, leak, misconduct, legal or media threat, leaving; S2 broken promise, money,
    spoiled occasion; S3 the rest.
    """

    S1 = 1
    S2 = 2
    S3 = 3


class ComplaintState(StrEnum):
    """States of the private track."""

    REGISTERED = "registered"
    ACKED = "acked"
    IN_WORK = "in_work"
    WAIT_CLIENT = "wait_client"
    ANSWERED = "answered"
    RESOLVED = "resolved"
    CLOSED = "closed"
    CLOSED_UNRESOLVED = "closed_unresolved"
    WITHDRAWN = "withdrawn"
    DUPLICATE = "duplicate"
    RECLASSIFIED = "reclassified"
    VOID = "void"

    @property
    def is_open(self) -> bool:
        """Whether somebody still owes the client something."""
        return self in _OPEN_COMPLAINT


class ComplaintCategory(StrEnum):
    """What the client felt (not why it happened, nor who mends it)."""

    NEGLECT = "neglect"
    PROMISE = "promise"
    QUALITY = "quality"
    MONEY = "money"
    MANNER = "manner"
    PRIVACY = "privacy"
    SAFETY = "safety"
    EVENT = "event"
    OTHER = "other"


class RestrictedClass(StrEnum):
    """Who is kept away from a complaint. `conflict`: it is about the client's own manager."""

    NORMAL = "normal"
    CONFLICT = "conflict"


class CaseEventKind(StrEnum):
    """Entries of a complaint's own history."""

    REGISTERED = "registered"
    CONTACT = "contact"
    STATE = "state"
    PROMISE = "promise"
    LETTER = "letter"
    FLAG = "flag"
    ESCALATION = "escalation"
    NOTE = "note"
    SEVERITY = "severity"
    OWNER = "owner"


class ClockKind(StrEnum):
    """Clocks of a complaint (05 §4)."""

    ACK = "ack"
    FIRST = "first"
    ANSWER = "answer"
    UPDATE = "update"
    RESOLUTION = "resolution"
    STATUTORY = "statutory"
    OLA = "ola"  # a department's task
    COMP_DELIVERY = "comp_delivery"
    FOLLOW_UP = "follow_up"
    RCA = "rca"  # the cause is found


class ClockVerdict(StrEnum):
    """Once missed, always missed."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    CANCELLED = "cancelled"


class FlagKind(StrEnum):
    """Why senior management sees a complaint at once."""

    SEVERE = "severe"
    TOP_TIER = "top_tier"
    ABOUT_MANAGER = "about_manager"
    REPEAT = "repeat"
    BROKEN_PROMISE = "broken_promise"
    THREAT = "threat"
    AT_RISK = "at_risk"
    SYSTEMIC = "systemic"
    COSTLY = "costly"  # compensation above what the head may give
    UNDELIVERED = "undelivered"


class Band(StrEnum):
    """Bands of VIP health."""

    STEADY = "steady"
    WATCH = "watch"
    AT_RISK = "at_risk"
    UNKNOWN = "unknown"


class ActorKind(StrEnum):
    """A machine's message never stops a clock."""

    HUMAN = "human"
    MACHINE = "machine"


_OPEN_COMPLAINT = frozenset(
    {
        ComplaintState.REGISTERED,
        ComplaintState.ACKED,
        ComplaintState.IN_WORK,
        ComplaintState.WAIT_CLIENT,
        ComplaintState.ANSWERED,
    }
)


def label(member: StrEnum | IntEnum) -> Say:
    """How a person reads this word."""
    from vipdesk import labels  # it needs these enums first

    return labels.LABELS[type(member), member.value]
