"""The private track. Everything here lives in `vip_private`; nothing shared points at it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, validates

from vipdesk.models.base import PRIVATE, VIP, Hidden, Versioned
from vipdesk.models.types import Graded, currency, minor, money, words
from vipdesk.money import Money
from vipdesk.vocabulary import (
    ActorKind,
    CaseEventKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintCategory,
    ComplaintState,
    FlagKind,
    HoldKind,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
)


def _complaint() -> Mapped[UUID]:
    return mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), index=True)


class Complaint(Hidden, Versioned):
    """A complaint. The client's words are kept as said; a staff summary never replaces them.

    `public_no` is speakable, has a check character and does not count: a running number
    would tell members how many complaints there are.
    """

    __tablename__ = "complaint"

    public_no: Mapped[str] = mapped_column(String(12), unique=True)
    submission_id: Mapped[UUID] = mapped_column(unique=True)  # double submit is one case
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    channel: Mapped[Channel] = mapped_column(words(Channel))
    received_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    registered_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    words_of_client: Mapped[str]
    wish_of_client: Mapped[str]
    reach_by: Mapped[Channel] = mapped_column(words(Channel))
    reach_when: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    place: Mapped[str] = mapped_column(default="")
    category: Mapped[ComplaintCategory] = mapped_column(
        words(ComplaintCategory), default=ComplaintCategory.OTHER
    )
    severity: Mapped[Severity] = mapped_column(Graded(Severity))
    demand: Mapped[bool] = mapped_column(default=False)  # holds a legal demand
    est_loss_minor: Mapped[int | None] = minor()
    est_loss_currency: Mapped[str] = currency()
    est_loss: Mapped[Money | None] = money("est_loss_minor", "est_loss_currency")
    owner_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    about_staff_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    level: Mapped[int] = mapped_column(default=1)
    restricted: Mapped[RestrictedClass] = mapped_column(
        words(RestrictedClass), default=RestrictedClass.NORMAL
    )
    state: Mapped[ComplaintState] = mapped_column(words(ComplaintState), index=True)
    reopen_count: Mapped[int] = mapped_column(default=0)
    policy_version: Mapped[str] = mapped_column(String(20))
    closed_at: Mapped[datetime | None]
    # Of the same track, without keys: the case this one doubles, and the old one it repeats.
    master_id: Mapped[UUID | None]
    repeat_of_id: Mapped[UUID | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("words_of_client <> ''", name="words_of_client"),
        CheckConstraint("severity BETWEEN 1 AND 3", name="severity"),
        CheckConstraint("level BETWEEN 1 AND 3", name="level"),
        Index("ix_complaint_received_at", "received_at"),
        {"schema": PRIVATE},
    )


class CaseEvent(Hidden):
    """An entry of a complaint's own history; only added, never changed."""

    __tablename__ = "case_event"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"))
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    role: Mapped[Role | None] = mapped_column(words(Role))
    actor_kind: Mapped[ActorKind] = mapped_column(words(ActorKind), default=ActorKind.HUMAN)
    kind: Mapped[CaseEventKind] = mapped_column(words(CaseEventKind))
    channel: Mapped[Channel | None] = mapped_column(words(Channel))
    text: Mapped[str] = mapped_column(default="")
    payload: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__: Any = (
        Index("ix_case_event_complaint_id_at", "complaint_id", "at"),
        {"schema": PRIVATE},
    )


class ComplaintClock(Hidden):
    """A deadline that runs. `due_at` is computed once per start, policy, calendar and pauses."""

    __tablename__ = "complaint_clock"

    complaint_id: Mapped[UUID] = _complaint()
    kind: Mapped[ClockKind] = mapped_column(words(ClockKind))
    round: Mapped[int] = mapped_column(default=1)
    started_at: Mapped[datetime]
    due_at: Mapped[datetime]
    stopped_at: Mapped[datetime | None]
    verdict: Mapped[ClockVerdict] = mapped_column(words(ClockVerdict), default=ClockVerdict.RUNNING)
    calendar_version: Mapped[str] = mapped_column(String(40), default="")
    warned: Mapped[int] = mapped_column(default=0, server_default="0")  # percent told so far
    tell_at: Mapped[datetime | None]  # when more of it is told; not known: not reckoned yet

    __table_args__: Any = (
        Index("ix_complaint_clock_verdict_due_at", "verdict", "due_at"),
        # The board by next due walks this one: open clocks in their order.
        Index("ix_complaint_clock_stopped_at_due_at", "stopped_at", "due_at", "complaint_id"),
        # A sweep looks only at clocks of which something is to be told.
        Index("ix_complaint_clock_stopped_at_tell_at", "stopped_at", "tell_at"),
        {"schema": PRIVATE},
    )

    @validates("due_at")
    def _on_moved(self, _name: str, due_at: datetime) -> datetime:
        self.tell_at = None  # a moved deadline is told of at other moments
        return due_at


class ComplaintPause(Hidden):
    """A time in which we wait for the client; only the resolution clock stands still."""

    __tablename__ = "complaint_pause"

    complaint_id: Mapped[UUID] = _complaint()
    from_at: Mapped[datetime]
    to_at: Mapped[datetime | None]
    next_contact_at: Mapped[datetime | None]  # when we ask again if the client stays silent
    reason: Mapped[str] = mapped_column(default="")


class ComplaintPromise(Hidden):
    """The dated answer we promised: kept, broken, or renegotiated before it was due."""

    __tablename__ = "complaint_promise"

    complaint_id: Mapped[UUID] = _complaint()
    text: Mapped[str]
    made_at: Mapped[datetime]
    due_at: Mapped[datetime]
    state: Mapped[PromiseState] = mapped_column(words(PromiseState), default=PromiseState.OPEN)
    closed_at: Mapped[datetime | None]
    renegotiated_from_id: Mapped[UUID | None] = mapped_column(
        ForeignKey(f"{PRIVATE}.complaint_promise.id")
    )


class ComplaintFlag(Hidden):
    """Visibility to senior management, at once. The decision stays where it is."""

    __tablename__ = "complaint_flag"

    complaint_id: Mapped[UUID] = _complaint()
    kind: Mapped[FlagKind] = mapped_column(words(FlagKind))
    raised_at: Mapped[datetime]
    seen_at: Mapped[datetime | None]
    seen_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    instruction: Mapped[str] = mapped_column(default="")
    to_id: Mapped[UUID | None]  # who has to see it; the deputy, once it climbed
    seen_due_at: Mapped[datetime | None]
    climbed_at: Mapped[datetime | None]


class HoldSource(Hidden):
    """Which complaint asked for an invite hold: from the hidden side only."""

    __tablename__ = "hold_source"

    complaint_id: Mapped[UUID] = _complaint()
    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)
    lift_after: Mapped[datetime | None]
    lifted_at: Mapped[datetime | None]
    # The hold that stood before for another reason: it comes back when ours is lifted.
    other_kind: Mapped[HoldKind | None] = mapped_column(words(HoldKind))
    other_review_on: Mapped[datetime | None]


class PrivateDraft(Hidden):
    """A complaint typed but not saved yet: the shared `draft` must not hold a grievance."""

    __tablename__ = "private_draft"

    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    form: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[UUID | None]
    values: Mapped[dict[str, Any]] = mapped_column(default=dict)
    saved_at: Mapped[datetime]

    __table_args__: Any = (
        Index("ix_private_draft_staff_id_form", "staff_id", "form", "object_id"),
        {"schema": PRIVATE},
    )


class Letter(Hidden):
    """A letter of the private track: the draft of the engine and what the author made of it."""

    __tablename__ = "letter"

    complaint_id: Mapped[UUID] = _complaint()
    kind: Mapped[str] = mapped_column(String(24))
    lang: Mapped[str] = mapped_column(String(5))
    channel: Mapped[Channel] = mapped_column(words(Channel))
    slots: Mapped[dict[str, Any]] = mapped_column(default=dict)
    draft: Mapped[str]
    body: Mapped[str]
    made_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))


class HealthSnapshot(Hidden):
    """A client's health as it was computed: what moved is the difference of two of these."""

    __tablename__ = "health_snapshot"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    at: Mapped[datetime]
    formula_version: Mapped[str] = mapped_column(String(20))
    score: Mapped[float | None]
    coverage: Mapped[float]
    band: Mapped[str] = mapped_column(String(24))
    parts: Mapped[dict[str, Any]]

    __table_args__: Any = (
        Index("ix_health_snapshot_client_id_at", "client_id", "at"),
        Index("ix_health_snapshot_at", "at"),
        {"schema": PRIVATE},
    )
