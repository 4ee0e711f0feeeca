"""Where the club keeps what about a client: one line a table, read by dossier and erasure alike.

A test walks the schema: a table that hangs on a client and is neither here nor in
`ELSEWHERE` with a reason is red. What a line says:

    shown     columns of the dossier, in the reader's order
    on_erase  REMOVE the rows, CLEAR some columns (the row stays for the club's figures), KEEP
    hidden    belongs to the private track: read only through `complaints.sight`
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vipdesk.models import (
    BenefitOffer,
    BenefitOption,
    BenefitUse,
    CaseEvent,
    CasePaper,
    ChannelPreference,
    Client,
    ClientDate,
    ClientMerge,
    ClientPhoto,
    CompensationGrant,
    CompensationOption,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    Consent,
    ContactPoint,
    CreditLine,
    DeclinedLink,
    Delegation,
    DepartmentTask,
    DoorScan,
    Fact,
    Feedback,
    FollowUp,
    Gift,
    Guest,
    Handover,
    HealthSnapshot,
    HoldSource,
    Interaction,
    Interest,
    Introduction,
    Invitation,
    InvitationChoice,
    InviteHold,
    Letter,
    NameForm,
    NotTheSame,
    OffHoursRequest,
    OutboxMessage,
    PersonAround,
    PrivacyRequest,
    PrivateMessage,
    Promise,
    Purchase,
    Reply,
    RootCause,
    Seat,
    SnapshotName,
    StaffRelative,
    StatusCard,
    WaitingEntry,
)
from vipdesk.privacy.whose import (
    Whose,
    answers,
    around,
    distinct,
    introduced,
    itself,
    merged,
    of_case,
    own,
    proposed,
)
from vipdesk.vocabulary import CardState, OutboxState
from vipdesk.wording import Say, say

SHELL_NAME, SHELL_LATIN = "Удалённый клиент", "Erased client"
"""What stands where the name was: the rows of past events and cases still point somewhere."""


class Section(StrEnum):
    """Chapters of the dossier, in its order."""

    PROFILE = "profile"
    CONTACT = "contact"
    PEOPLE = "people"
    FACTS = "facts"
    CONSENTS = "consents"
    REQUESTS = "requests"
    INTERACTIONS = "interactions"
    PROMISES = "promises"
    EVENTS = "events"
    CARDS = "cards"
    PURCHASES = "purchases"
    BENEFITS = "benefits"
    MESSAGES = "messages"
    HEALTH = "health"
    COMPLAINTS = "complaints"
    JOURNAL = "journal"


SECTION_NAMES: Mapping[Section, Say] = {
    Section.PROFILE: say("Profile"),
    Section.CONTACT: say("Contacts and wishes"),
    Section.PEOPLE: say("People around"),
    Section.FACTS: say("What is known"),
    Section.CONSENTS: say("Consents"),
    Section.REQUESTS: say("Requests about own data"),
    Section.INTERACTIONS: say("Talks and notes"),
    Section.PROMISES: say("Promises"),
    Section.EVENTS: say("Events and invitations"),
    Section.CARDS: say("Status cards"),
    Section.PURCHASES: say("Purchases"),
    Section.BENEFITS: say("Benefits and gifts"),
    Section.MESSAGES: say("Messages from the club"),
    Section.HEALTH: say("Assessment of the relationship"),
    Section.COMPLAINTS: say("Complaints"),
    Section.JOURNAL: say("Who worked with this data"),
}


class OnErase(StrEnum):
    """What becomes of a table's rows."""

    REMOVE = "remove"
    CLEAR = "clear"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Holding:
    """One table that holds something about a client."""

    model: Any
    section: Section
    whose: Whose
    shown: tuple[str, ...]
    on_erase: OnErase = OnErase.REMOVE
    cleared: Mapping[str, Any] = field(default_factory=dict)
    why: Say | None = None
    hidden: bool = False

    @property
    def table(self) -> str:
        """The table's name."""
        return str(self.model.__tablename__)


_CLIENT = (
    "surname", "given", "patronymic", "latin_name", "title", "gender", "address_form",
    "formality", "languages", "birth_year", "birth_month", "birth_day", "company", "position",
    "city", "time_zone", "present_zone", "present_until", "tier_id", "manager_id", "deputy_id",
    "member_since", "left_on", "cadence_days", "manner", "official", "mourning_until",
    "last_contact_at", "restricted_at", "created_at",
)  # fmt: skip
_CLIENT_CLEARED: Mapping[str, Any] = {
    "surname": SHELL_NAME, "given": "", "patronymic": "", "latin_name": SHELL_LATIN,
    "title": "", "gender": None, "formality": 2, "languages": [], "birth_year": None,
    "birth_month": None, "birth_day": None, "company": "", "position": "", "city": "",
    "time_zone": None, "present_zone": None, "present_until": None, "tier_id": None,
    "manager_id": None, "deputy_id": None, "member_since": None, "cadence_days": None,
    "manner": "", "official": False, "mourning_until": None, "last_contact_at": None,
    "sort_key": "", "import_batch_id": None, "restricted_at": None,
}  # fmt: skip
_MESSAGE = (
    "kind", "channel", "topic", "state", "address", "content", "made_at", "sent_at",
    "override_reason", "made_by_id",
)  # fmt: skip
_MESSAGE_CLEARED: Mapping[str, Any] = {
    "content": b"", "address": "", "message_id": None, "override_reason": "", "overruled": "",
    "error_code": "",
}  # fmt: skip

_FIGURES = say("Without any words or names, so that the club’s figures still add up.")
_CASES = say("Without the words, so that the club’s figures on complaints still add up.")

HOLDINGS: tuple[Holding, ...] = (
    Holding(
        Client, Section.PROFILE, itself, _CLIENT, OnErase.CLEAR, _CLIENT_CLEARED,
        why=say("A row without a name, for the figures that point to it."),
    ),
    Holding(
        NameForm, Section.PROFILE, own(NameForm), ("name_case", "part", "text", "written_for"),
    ),
    Holding(
        ClientDate, Section.PROFILE, own(ClientDate),
        ("kind", "title", "year", "month", "day", "lead_days", "note"),
    ),
    Holding(ClientPhoto, Section.PROFILE, own(ClientPhoto), ("image", "noted_at")),
    Holding(
        Handover, Section.PROFILE, own(Handover), ("at", "from_id", "to_id", "note"),
    ),
    Holding(
        Delegation, Section.PROFILE, own(Delegation),
        ("at", "from_id", "to_id", "note", "answer"),
    ),
    Holding(
        ContactPoint, Section.CONTACT, own(ContactPoint),
        ("kind", "value", "label", "preferred"),
    ),
    Holding(
        ChannelPreference, Section.CONTACT, own(ChannelPreference),
        ("channel", "topic", "rule", "weekdays", "from_minute", "to_minute", "zone",
         "valid_until", "source", "noted_at"),
    ),
    Holding(InviteHold, Section.CONTACT, own(InviteHold), ("kind", "review_on")),
    Holding(
        PersonAround, Section.PEOPLE, around,
        ("kind", "name", "label_there", "label_back", "phone", "email", "may_act", "since",
         "until", "strength", "note"),
    ),
    Holding(
        Introduction, Section.PEOPLE, introduced,
        ("wanted", "client_agreed_on", "other_agreed_on", "introduced_on", "by_id", "through",
         "outcome", "ended_at"),
    ),
    Holding(
        DeclinedLink, Section.PEOPLE, proposed, ("name", "label_there", "declined_at"),
    ),
    Holding(
        ClientMerge, Section.PROFILE, merged, ("former_name", "merged_at", "undone_at"),
    ),
    Holding(NotTheSame, Section.PROFILE, distinct, ("said_at",)),
    Holding(
        Fact, Section.FACTS, own(Fact),
        ("kind", "text", "source", "heard_by_id", "noted_on", "confidence", "review_on",
         "ended_on"),
    ),
    Holding(Interest, Section.FACTS, own(Interest), ("kind", "topic", "strength", "note")),
    Holding(
        Consent, Section.CONSENTS, own(Consent),
        ("topic", "withdrawal", "given_at", "withdrawn_at", "text_version", "form", "channel",
         "heard_by_id", "evidence", "document", "noted_at"),
        OnErase.CLEAR, {"evidence": "", "document": "", "heard_by_id": None},
        why=say("What was agreed to and when, without the evidence: the club must be able to "
                "show that it asked."),
    ),
    Holding(
        PrivacyRequest, Section.REQUESTS, own(PrivacyRequest),
        ("right", "channel", "asked_at", "due_on", "ground", "asked_fields", "changed_fields",
         "done_at"),
        OnErase.KEEP,
        why=say("Dates and names of fields alone: how the club answered."),
    ),
    Holding(
        Interaction, Section.INTERACTIONS, own(Interaction),
        ("at", "kind", "channel", "direction", "two_way", "text", "staff_id"),
    ),
    Holding(
        Promise, Section.PROMISES, own(Promise),
        ("text", "made_at", "due_at", "state", "closed_at", "owner_id"),
    ),
    Holding(
        Guest, Section.EVENTS, own(Guest),
        ("guest_list_id", "place", "allowance", "reason", "attended", "party_came", "door_note"),
        OnErase.CLEAR, {"reason": "", "door_note": ""}, why=_FIGURES,
    ),
    Holding(
        Invitation, Section.EVENTS, own(Invitation),
        ("event_id", "channel", "state", "wave", "allowance", "sent_at", "partstat", "party",
         "answered_at"),
        OnErase.CLEAR, {}, why=_FIGURES,
    ),
    Holding(
        InvitationChoice, Section.EVENTS, own(InvitationChoice), ("option_id", "chosen_at"),
    ),
    Holding(Seat, Section.EVENTS, own(Seat), ("event_id", "table_no", "seat_no")),
    Holding(DoorScan, Section.EVENTS, own(DoorScan), ("event_id", "place", "deed", "at")),
    Holding(
        Feedback, Section.EVENTS, own(Feedback),
        ("event_id", "thanked_at", "asked_at", "answered_at", "score", "words"),
    ),
    Holding(
        WaitingEntry, Section.EVENTS, own(WaitingEntry),
        ("event_id", "party", "state", "place", "reason", "added_at", "offered", "offered_at"),
    ),
    Holding(
        CreditLine, Section.EVENTS, own(CreditLine), ("event_id", "earned", "spent", "settled_at"),
    ),
    Holding(
        SnapshotName, Section.EVENTS, own(SnapshotName),
        ("event_id", "included", "sent", "layer"),
    ),
    Holding(
        Reply, Section.EVENTS, answers,
        ("source", "received_at", "attendee", "partstat", "party", "verdict", "note", "raw"),
        OnErase.CLEAR,
        {"raw": None, "attendee": "", "note": "", "message_id": None},
        why=say("That an answer came, and the checksum of its mail, so that the same mail is "
                "not taken in again."),
    ),
    Holding(
        StatusCard, Section.CARDS, own(StatusCard),
        ("number", "tier_id", "name_on_card", "latin_on_card", "state", "issued_on",
         "expires_on", "handed_over_at", "handed_to", "reason"),
        OnErase.CLEAR,
        {"name_on_card": "", "latin_on_card": "", "handed_to": "", "reason": "",
         "state": CardState.VOID},
        why=say("The number alone, void: a card that turns up at the door is refused."),
    ),
    Holding(
        Purchase, Section.PURCHASES, own(Purchase),
        ("on_date", "product", "amount_minor", "amount_currency"),
    ),
    Holding(
        BenefitOffer, Section.BENEFITS, own(BenefitOffer),
        ("title", "picks", "state", "opened_at", "choose_by", "closed_at"),
    ),
    Holding(BenefitOption, Section.BENEFITS, own(BenefitOption), ("benefit_id",)),
    Holding(
        BenefitUse, Section.BENEFITS, own(BenefitUse),
        ("benefit_id", "taken_at", "used_on", "returned_at", "retail_minor", "currency", "reason"),
        OnErase.CLEAR, {"reason": "", "offer_id": None}, why=_FIGURES,
    ),
    Holding(
        Gift, Section.BENEFITS, own(Gift),
        ("way", "on_date", "what", "occasion", "value_minor", "currency", "reason"),
    ),
    Holding(
        OffHoursRequest, Section.BENEFITS, own(OffHoursRequest),
        ("what", "wanted_at", "place", "state", "asked_at", "closed_at", "cost_minor",
         "currency", "reason"),
    ),
    Holding(
        OutboxMessage, Section.MESSAGES, own(OutboxMessage), _MESSAGE, OnErase.CLEAR,
        _MESSAGE_CLEARED, why=_FIGURES,
    ),
    Holding(
        HealthSnapshot, Section.HEALTH, own(HealthSnapshot),
        ("at", "formula_version", "score", "coverage", "band", "parts"), hidden=True,
    ),
    Holding(
        Complaint, Section.COMPLAINTS, own(Complaint),
        ("public_no", "channel", "received_at", "registered_at", "words_of_client",
         "wish_of_client", "reach_by", "reach_when", "summary", "place", "category", "severity",
         "demand", "est_loss_minor", "est_loss_currency", "owner_id", "level", "state",
         "reopen_count", "closed_at"),
        OnErase.CLEAR,
        {"words_of_client": "–", "wish_of_client": "", "reach_when": "", "summary": "",
         "place": ""},
        why=_CASES, hidden=True,
    ),
    Holding(
        CaseEvent, Section.COMPLAINTS, of_case(CaseEvent),
        ("at", "kind", "channel", "actor_kind", "text", "payload", "staff_id"),
        OnErase.CLEAR, {"text": "", "payload": {}}, why=_CASES, hidden=True,
    ),
    Holding(
        ComplaintPromise, Section.COMPLAINTS, of_case(ComplaintPromise),
        ("text", "made_at", "due_at", "state", "closed_at"),
        OnErase.CLEAR, {"text": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        ComplaintClock, Section.COMPLAINTS, of_case(ComplaintClock),
        ("kind", "round", "started_at", "due_at", "stopped_at", "verdict"),
        OnErase.KEEP, why=_CASES, hidden=True,
    ),
    Holding(
        ComplaintPause, Section.COMPLAINTS, of_case(ComplaintPause),
        ("from_at", "to_at", "next_contact_at", "reason"),
        OnErase.CLEAR, {"reason": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        ComplaintFlag, Section.COMPLAINTS, of_case(ComplaintFlag),
        ("kind", "raised_at", "seen_at", "instruction"),
        OnErase.CLEAR, {"instruction": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        Letter, Section.COMPLAINTS, of_case(Letter),
        ("kind", "lang", "channel", "body", "draft", "slots", "made_at", "sent_at",
         "author_id"),
        OnErase.CLEAR, {"slots": {}, "draft": "", "body": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        FollowUp, Section.COMPLAINTS, of_case(FollowUp),
        ("round", "state", "channel", "tried_at", "closed_at", "solved", "csat", "ces", "worth",
         "said"),
        OnErase.CLEAR, {"said": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        RootCause, Section.COMPLAINTS, of_case(RootCause),
        ("mechanism", "origin", "surety", "whys", "coded_at"),
        OnErase.CLEAR, {"whys": []}, why=_CASES, hidden=True,
    ),
    Holding(
        CompensationGrant, Section.COMPLAINTS, of_case(CompensationGrant),
        ("state", "reserved_minor", "currency", "reason", "offered_at", "accepted_at",
         "delivered_at", "delivered_how"),
        OnErase.CLEAR, {"reason": "", "delivered_how": "", "number": None}, why=_CASES,
        hidden=True,
    ),
    Holding(
        CompensationOption, Section.COMPLAINTS, of_case(CompensationOption),
        ("kind", "title", "title_en", "chosen"), OnErase.CLEAR, {"title": "", "title_en": ""},
        why=_CASES, hidden=True,
    ),
    Holding(
        StaffRelative, Section.PEOPLE, own(StaffRelative), ("staff_id", "declared_at"),
        hidden=True,
    ),
    Holding(
        DepartmentTask, Section.COMPLAINTS, of_case(DepartmentTask),
        ("department", "extract", "given_at", "done_at", "answer"),
        OnErase.CLEAR, {"extract": "–", "question": "", "answer": ""}, why=_CASES, hidden=True,
    ),
    Holding(
        CasePaper, Section.COMPLAINTS, of_case(CasePaper), ("name", "size", "added_at"),
        OnErase.CLEAR, {"name": "", "size": 0, "content": b""}, why=_CASES, hidden=True,
    ),
    Holding(
        HoldSource, Section.COMPLAINTS, of_case(HoldSource),
        ("lift_after", "lifted_at"), hidden=True,
    ),
    Holding(
        PrivateMessage, Section.COMPLAINTS, own(PrivateMessage), _MESSAGE, OnErase.CLEAR,
        _MESSAGE_CLEARED, why=_CASES, hidden=True,
    ),
)  # fmt: skip

WAITING = frozenset(
    {OutboxState.HELD, OutboxState.QUEUED, OutboxState.CLAIMED, OutboxState.TO_DO,
     OutboxState.FAILED, OutboxState.REVIEW}
)  # fmt: skip
"""States of a message that could still leave: erased and restricted clients have none."""

ELSEWHERE: Mapping[str, str] = {
    "draft": "typed and not saved: erased with the client by the keys inside, not in the dossier",
    "private_draft": "as `draft`",
    "search_note": "made from talks, facts and promises and gone with them; it says nothing more",
    "search_entry": "made from the profile and erased with it; it says nothing more",
    "snooze": "a member of the staff put a line aside; erased with the client",
    "journal_entry": "verbs and names of fields: in the dossier by its object keys, kept for good",
    "erasure_record": "made by the erasure itself; holds an opaque key and a code",
}
"""Tables with keys of clients in them that are no chapter of the dossier, and why."""


def holding(table: str) -> Holding:
    """The line of a table."""
    return next(h for h in HOLDINGS if h.table == table)
