"""Why complaints happen, and what is done about it: causes, problems, actions, lessons.

A cause belongs to a case and hides with it. A problem, an action and a lesson name no client
and no case: they are the club's own.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.learning import ActionKind, Effect, Mechanism, Origin, ProblemState, Surety
from vipdesk.models.base import PRIVATE, VIP, Hidden, Versioned
from vipdesk.models.types import words


class Problem(Hidden, Versioned):
    """Several cases with one cause, or a cause nobody found yet. `staff_id`: who opened it."""

    __tablename__ = "problem"

    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    title: Mapped[str] = mapped_column(String(200))
    mechanism: Mapped[Mechanism | None] = mapped_column(words(Mechanism))
    origin: Mapped[Origin | None] = mapped_column(words(Origin))
    state: Mapped[ProblemState] = mapped_column(words(ProblemState), default=ProblemState.OPEN)
    opened_at: Mapped[datetime]
    solved_at: Mapped[datetime | None]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("title <> ''", name="title"),
        {"schema": PRIVATE},
    )


class RootCause(Hidden, Versioned):
    """The cause of one case on two axes, with the whys that led there. Both axes, or neither:

    none means that it was looked for and not found, and then a problem is open.
    """

    __tablename__ = "root_cause"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), unique=True)
    mechanism: Mapped[Mechanism | None] = mapped_column(words(Mechanism))
    origin: Mapped[Origin | None] = mapped_column(words(Origin))
    surety: Mapped[Surety] = mapped_column(words(Surety), default=Surety.GUESS)
    whys: Mapped[list[str]] = mapped_column(default=list)
    problem_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{PRIVATE}.problem.id"), index=True)
    coded_by_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    coded_at: Mapped[datetime]

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("(mechanism IS NULL) = (origin IS NULL)", name="axes"),
        CheckConstraint("origin IS NOT NULL OR problem_id IS NOT NULL", name="found"),
        Index("ix_root_cause_mechanism_origin", "mechanism", "origin"),
        {"schema": PRIVATE},
    )


class CorrectiveAction(Hidden, Versioned):
    """What is done about a problem, and whether it worked: counted before and ninety days after.

    `staff_id` does it. Counts are of cases; days are how long each was counted.
    """

    __tablename__ = "corrective_action"

    problem_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.problem.id"), index=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"), index=True)
    kind: Mapped[ActionKind] = mapped_column(words(ActionKind))
    text: Mapped[str]
    expected: Mapped[str]
    due_on: Mapped[date]
    made_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    checked_at: Mapped[datetime | None]
    before_count: Mapped[int | None]
    before_days: Mapped[int | None]
    after_count: Mapped[int | None]
    after_days: Mapped[int | None]
    effect: Mapped[Effect | None] = mapped_column(words(Effect))

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("text <> ''", name="text"),
        CheckConstraint("expected <> ''", name="expected"),
        Index("ix_corrective_action_done_at_due_on", "done_at", "due_on"),
        {"schema": PRIVATE},
    )


class Lesson(Hidden):
    """One sentence for everybody who works with complaints; it names nobody and no case."""

    __tablename__ = "lesson"

    problem_id: Mapped[UUID | None] = mapped_column(ForeignKey(f"{PRIVATE}.problem.id"))
    text: Mapped[str] = mapped_column(String(300))
    published_on: Mapped[date]

    __table_args__: Any = (
        CheckConstraint("text <> ''", name="text"),
        {"schema": PRIVATE},
    )
