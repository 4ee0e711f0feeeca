"""Departments that do something for a case, each told only what it needs."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.compensating import TaskState
from vipdesk.models.base import PRIVATE, VIP, Hidden, Versioned
from vipdesk.models.types import words


class DepartmentTask(Hidden, Versioned):
    """A task with a clock of its own. `extract` is written by the owner: never the client's words.

    asked_at: the department asked the requester, and its clock stands since then. paused_s: how
    many seconds it stood before. quality: 1–5, by who asked.
    """

    __tablename__ = "department_task"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), index=True)
    department: Mapped[str] = mapped_column(String(80))
    extract: Mapped[str]
    staff_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))
    state: Mapped[TaskState] = mapped_column(words(TaskState), default=TaskState.OPEN)
    given_at: Mapped[datetime]
    due_at: Mapped[datetime]
    first_due_at: Mapped[datetime]
    asked_at: Mapped[datetime | None]
    question: Mapped[str] = mapped_column(default="")
    done_at: Mapped[datetime | None]
    answer: Mapped[str] = mapped_column(default="")
    quality: Mapped[int | None]
    reopened: Mapped[int] = mapped_column(default=0)

    __mapper_args__: Any = {"version_id_col": Versioned.version}
    __table_args__: Any = (
        CheckConstraint("extract <> ''", name="extract"),
        CheckConstraint("department <> ''", name="department"),
        CheckConstraint("quality IS NULL OR quality BETWEEN 1 AND 5", name="quality"),
        Index("ix_department_task_department_given_at", "department", "given_at"),
        {"schema": PRIVATE},
    )
