"""Where a court, the press or leaving came up, a lawyer reads a letter before it leaves.

What was read is that text and no other: a letter changed afterwards is read again.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import flags, history, sight, stems, timekeeping
from vipdesk.complaints.letter_lint import digest
from vipdesk.errors import UserError
from vipdesk.models import CaseEvent, Complaint, ComplaintFlag
from vipdesk.vocabulary import CaseEventKind, Channel, FlagKind
from vipdesk.wording import say

_WRITTEN = frozenset({Channel.EMAIL, Channel.MESSENGER, Channel.SMS, Channel.LETTER})


def note_reading(desk: Desk, complaint_id: UUID, *, body: str) -> None:
    """A lawyer has read this text of a letter: the history keeps who says so, and when.

    Raises `NotFound`, `UserError` for an empty text.
    """
    complaint = sight.find(desk, complaint_id)
    if not body.strip():
        raise UserError(say("The letter is empty."), field="body")
    history.write(desk, complaint, CaseEventKind.NOTE, lawyer=digest(body))
    desk.note("note_reading", "complaint", complaint.id, ())


def careful(desk: Desk, complaint: Complaint) -> bool:
    """Whether a court, the press or leaving was mentioned, at filing or in a later word."""
    flag = select(ComplaintFlag.id).where(
        ComplaintFlag.complaint_id == complaint.id, ComplaintFlag.kind == FlagKind.THREAT
    )
    if desk.session.scalar(flag.limit(1)) is not None:
        return True
    event = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.REGISTERED
        )
    ).first()
    return bool(event is not None and event.payload.get("threat"))


def hear(desk: Desk, complaint: Complaint, words: str) -> None:
    """The client's word after filing: what it says of a court raises the same flag as at filing."""
    rules = timekeeping.rules_for(complaint)
    if stems.any_mentioned(words, rules.policy.words["threat"]):
        flags.raise_flag(desk, complaint, FlagKind.THREAT)


def require_reading(desk: Desk, complaint: Complaint, channel: Channel, text: str) -> None:
    """A careful case is answered in writing with what a lawyer has read; a talk is a talk.

    Raises `UserError` on 'text'.
    """
    if channel not in _WRITTEN or not careful(desk, complaint):
        return
    if digest(text) not in readings_of(desk, complaint):
        raise UserError(
            say("A court, the press or leaving came up: let a lawyer read this."), field="text"
        )


def readings_of(desk: Desk, complaint: Complaint) -> frozenset[str]:
    """Digests of the texts a lawyer has read."""
    rows = desk.session.scalars(
        select(CaseEvent.payload).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.NOTE
        )
    )
    return frozenset(str(payload["lawyer"]) for payload in rows if payload.get("lawyer"))
