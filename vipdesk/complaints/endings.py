"""The other ends of a complaint: without agreement, withdrawn, no complaint at all, a slip.

Nothing is ever deleted. A case entered by mistake stays with its number and the reason; it is
counted nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import flags, history, letter_sheets, sight, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.letter_kinds import LetterKind
from vipdesk.complaints.offered import offered
from vipdesk.models import CaseEvent, Complaint, ComplaintFlag, ComplaintPromise
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ComplaintState,
    Direction,
    PromiseState,
    Severity,
)

_ALL = tuple(ClockKind)


def end_unresolved(desk: Desk, complaint_id: UUID, *, note: str = "") -> None:
    """No agreement, after the letter with the final position and the way outside was sent.

    By the head of VIP service; a grave case or one of the highest tier by an executive alone.
    The letter must have left since the last answer. Needs at least two different options offered,
    counting those of earlier answers and of the ledger. note: for the history. The cause is
    still looked for.
    Raises `UserError`, `NotFound`.
    """
    complaint = sight.find(desk, complaint_id)
    sent = letter_sheets.was_sent(
        desk, complaint.id, LetterKind.FINAL, since=_answered_at(desk, complaint)
    )
    step.move(
        desk, complaint, ComplaintState.CLOSED_UNRESOLVED, sight.parts_of(desk, complaint),
        text=note.strip(), final_position_sent=sent,
        options_offered=len(offered(desk, complaint.id)),
    )  # fmt: skip
    complaint.closed_at = desk.now
    ends = (ClockKind.RESOLUTION, ClockKind.STATUTORY, ClockKind.ANSWER, ClockKind.UPDATE)
    timekeeping.stop_clocks(desk, complaint, ends, desk.now)
    _end_promises(desk, complaint, PromiseState.RELEASED)
    timekeeping.start_clock(desk, complaint, ClockKind.RCA, desk.now)
    desk.note("end_unresolved", "complaint", complaint.id, ("state", "closed_at"))


def _answered_at(desk: Desk, complaint: Complaint) -> datetime | None:
    """When the present answer was given: a final position of an earlier round is none of it."""
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.STATE
        )
    )
    answered = str(ComplaintState.ANSWERED)
    return max((row.at for row in rows if row.payload.get("to") == answered), default=None)


def withdraw(desk: Desk, complaint_id: UUID, *, channel: Channel, statement: str) -> None:
    """The client takes it back, in words that are written down. Never for a grave case.

    The cause of a serious one is looked for all the same.
    """
    complaint = sight.find(desk, complaint_id)
    statement = step.require_words(statement, "statement")
    step.move(
        desk, complaint, ComplaintState.WITHDRAWN, sight.parts_of(desk, complaint),
        statement_logged=True,
    )  # fmt: skip
    history.write(
        desk, complaint, CaseEventKind.CONTACT, text=statement, channel=channel,
        direction=str(Direction.INBOUND),
    )  # fmt: skip
    _end(desk, complaint, PromiseState.RELEASED)
    if complaint.severity is not Severity.S3:
        timekeeping.start_clock(desk, complaint, ClockKind.RCA, desk.now)
    desk.note("withdraw_complaint", "complaint", complaint.id, ("state", "closed_at"))


def reclassify(desk: Desk, complaint_id: UUID, *, reason: str) -> None:
    """It is no complaint: a question, a wish, thanks. By the head, with a reason, and counted."""
    _strike(desk, complaint_id, ComplaintState.RECLASSIFIED, reason, "reclassify_complaint")


def void(desk: Desk, complaint_id: UUID, *, reason: str) -> None:
    """Entered by mistake. By the head, with a reason; the number stays as a tombstone."""
    _strike(desk, complaint_id, ComplaintState.VOID, reason, "void_complaint")


def _strike(desk: Desk, complaint_id: UUID, target: ComplaintState, reason: str, verb: str) -> None:
    complaint = sight.find(desk, complaint_id)
    reason = step.require_words(reason, "reason")
    step.move(desk, complaint, target, sight.parts_of(desk, complaint), text=reason, reason=True)
    _end(desk, complaint, PromiseState.RELEASED)
    for flag in _unseen(desk, complaint):
        flag.seen_at, flag.seen_by_id = desk.now, desk.actor.id
    desk.session.flush()
    desk.note(verb, "complaint", complaint.id, ("state", "closed_at"))


def _unseen(desk: Desk, complaint: Complaint) -> Sequence[ComplaintFlag]:
    return desk.session.scalars(
        select(ComplaintFlag).where(
            ComplaintFlag.complaint_id == complaint.id, ComplaintFlag.seen_at.is_(None)
        )
    ).all()


def _end(desk: Desk, complaint: Complaint, promises: PromiseState) -> None:
    """Nothing is due any more; a missed clock and a broken promise stay what they are."""
    complaint.closed_at = desk.now
    step.end_pause(desk, complaint, desk.now)
    timekeeping.cancel_clocks(desk, complaint, _ALL, desk.now)
    _end_promises(desk, complaint, promises)


def _end_promises(desk: Desk, complaint: Complaint, state: PromiseState) -> None:
    rows = desk.session.scalars(
        select(ComplaintPromise).where(
            ComplaintPromise.complaint_id == complaint.id,
            ComplaintPromise.state == PromiseState.OPEN,
        )
    )
    for row in rows:
        late = row.due_at < desk.now
        row.state, row.closed_at = (PromiseState.BROKEN if late else state), desk.now
        if late:
            flags.raise_broken(desk, complaint)
    desk.session.flush()


def end_as_duplicate(desk: Desk, complaint: Complaint) -> None:
    """For `links`: what was due here is due in the other case now."""
    _end(desk, complaint, PromiseState.RENEGOTIATED)
