"""Where a court, the press or leaving came up, a lawyer reads a letter before it leaves.

What was read is that text and no other: a letter changed afterwards is read again.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import history, sight
from vipdesk.complaints.letter_lint import digest
from vipdesk.errors import UserError
from vipdesk.models import CaseEvent, Complaint
from vipdesk.vocabulary import CaseEventKind
from vipdesk.wording import say


def note_reading(desk: Desk, complaint_id: UUID, *, body: str) -> None:
    """A lawyer has read this text of a letter: the history keeps who says so, and when.

    Raises `NotFound`, `UserError` for an empty text.
    """
    complaint = sight.find(desk, complaint_id)
    if not body.strip():
        raise UserError(say("The letter is empty."), field="body")
    history.write(desk, complaint, CaseEventKind.NOTE, lawyer=digest(body))
    desk.note("note_reading", "complaint", complaint.id, ())


def readings_of(desk: Desk, complaint: Complaint) -> frozenset[str]:
    """Digests of the texts a lawyer has read."""
    rows = desk.session.scalars(
        select(CaseEvent.payload).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.NOTE
        )
    )
    return frozenset(str(payload["lawyer"]) for payload in rows if payload.get("lawyer"))
