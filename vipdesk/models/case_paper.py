"""Papers of a complaint: scans, pictures and mails."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import PRIVATE, VIP, Hidden


class CasePaper(Hidden):
    """A paper of a case, only added or taken away. Never a loose file: the store keeps the bytes.

    In a vault they are encrypted with everything else; on a team's server they hide with the
    case. `size` in bytes: a list is read without the content; 0 where it was erased.
    """

    __tablename__ = "case_paper"

    complaint_id: Mapped[UUID] = mapped_column(ForeignKey(f"{PRIVATE}.complaint.id"), index=True)
    name: Mapped[str] = mapped_column(String(200))
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    added_at: Mapped[datetime]
    added_by_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.staff.id"))

    __table_args__: Any = (
        CheckConstraint("length(content) <= 10485760", name="content"),
        {"schema": PRIVATE},
    )
