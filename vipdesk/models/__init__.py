"""SQLAlchemy classes: tables, keys, constraints, names. No behaviour beyond invariants.

Must not: query, commit, format, know a screen. ORM objects never leave the rooms that
use them; rooms hand out frozen rows and ids.
"""

from vipdesk.models.base import API, AUDIT, PRIVATE, SCHEMAS, VIP, Base
from vipdesk.models.benefit import Benefit, BenefitOffer, BenefitOption, BenefitUse, Gift
from vipdesk.models.card import StatusCard
from vipdesk.models.case_paper import CasePaper
from vipdesk.models.cause import CorrectiveAction, Lesson, Problem, RootCause
from vipdesk.models.client import (
    ChannelPreference,
    Client,
    Consent,
    ContactPoint,
    Fact,
    ImportBatch,
    Interest,
    PersonAround,
    Purchase,
)
from vipdesk.models.client_date import ClientDate
from vipdesk.models.client_merge import ClientMerge, ImportMapping, NotTheSame
from vipdesk.models.client_name import NameForm
from vipdesk.models.client_photo import ClientPhoto
from vipdesk.models.compensation import (
    CompensationGrant,
    CompensationItem,
    CompensationLimit,
    CompensationOption,
    StaffRelative,
)
from vipdesk.models.complaint import (
    CaseEvent,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    HealthSnapshot,
    HoldSource,
    Letter,
    PrivateDraft,
)
from vipdesk.models.credit import CreditLine
from vipdesk.models.delegation import Delegation
from vipdesk.models.department import DepartmentTask
from vipdesk.models.door import DoorPass, DoorScan
from vipdesk.models.event import (
    Event,
    EventSession,
    Guest,
    GuestList,
    Invitation,
    InviteHold,
    Reply,
    Venue,
)
from vipdesk.models.event_plan import (
    EventCost,
    EventCourse,
    EventFile,
    EventOption,
    EventSort,
    EventTemplate,
    InvitationChoice,
)
from vipdesk.models.feedback import Feedback
from vipdesk.models.follow_up import FollowUp
from vipdesk.models.interaction import Draft, Handover, Interaction, Promise, Snooze
from vipdesk.models.introduction import Introduction
from vipdesk.models.journal import JournalEntry, SearchEntry
from vipdesk.models.list_snapshot import ListSnapshot, SnapshotName
from vipdesk.models.mailbox import Mailbox
from vipdesk.models.occurrence import Occurrence
from vipdesk.models.off_hours import OffHoursRequest
from vipdesk.models.outbox import MailAccount, OutboxMessage, PrivateMessage
from vipdesk.models.privacy import ErasureRecord, PrivacyRequest
from vipdesk.models.relation import DeclinedLink, RelationType
from vipdesk.models.saved_view import SavedView
from vipdesk.models.search_note import SearchNote
from vipdesk.models.seating import Seat, SeatPlan
from vipdesk.models.staff import ClubSetting, Staff, Tier
from vipdesk.models.waiting import WaitingEntry

__all__ = [
    "API",
    "AUDIT",
    "PRIVATE",
    "SCHEMAS",
    "VIP",
    "Base",
    "Benefit",
    "BenefitOffer",
    "BenefitOption",
    "BenefitUse",
    "CaseEvent",
    "CasePaper",
    "ChannelPreference",
    "Client",
    "ClientDate",
    "ClientMerge",
    "ClientPhoto",
    "ClubSetting",
    "CompensationGrant",
    "CompensationItem",
    "CompensationLimit",
    "CompensationOption",
    "Complaint",
    "ComplaintClock",
    "ComplaintFlag",
    "ComplaintPause",
    "ComplaintPromise",
    "Consent",
    "ContactPoint",
    "CorrectiveAction",
    "CreditLine",
    "DeclinedLink",
    "Delegation",
    "DepartmentTask",
    "DoorPass",
    "DoorScan",
    "Draft",
    "ErasureRecord",
    "Event",
    "EventCost",
    "EventCourse",
    "EventFile",
    "EventOption",
    "EventSession",
    "EventSort",
    "EventTemplate",
    "Fact",
    "Feedback",
    "FollowUp",
    "Gift",
    "Guest",
    "GuestList",
    "Handover",
    "HealthSnapshot",
    "HoldSource",
    "ImportBatch",
    "ImportMapping",
    "Interaction",
    "Interest",
    "Introduction",
    "Invitation",
    "InvitationChoice",
    "InviteHold",
    "JournalEntry",
    "Lesson",
    "Letter",
    "ListSnapshot",
    "MailAccount",
    "Mailbox",
    "NameForm",
    "NotTheSame",
    "Occurrence",
    "OffHoursRequest",
    "OutboxMessage",
    "PersonAround",
    "PrivacyRequest",
    "PrivateDraft",
    "PrivateMessage",
    "Problem",
    "Promise",
    "Purchase",
    "RelationType",
    "Reply",
    "RootCause",
    "SavedView",
    "SearchEntry",
    "SearchNote",
    "Seat",
    "SeatPlan",
    "SnapshotName",
    "Snooze",
    "Staff",
    "StaffRelative",
    "StatusCard",
    "Tier",
    "Venue",
    "WaitingEntry",
]
