"""Two complaints of one client: the same matter filed twice, or an old one taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import endings, history, intake, sight, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.intake import Filed, Intake
from vipdesk.errors import Conflict, UserError
from vipdesk.models import Complaint
from vipdesk.vocabulary import CaseEventKind, Channel, ClockKind, ComplaintState
from vipdesk.wording import say

_OPEN = tuple(s for s in ComplaintState if s.is_open)


@dataclass(frozen=True, slots=True)
class Twin:
    """Another open complaint of the same client."""

    id: UUID
    number: str
    received_at: datetime
    words: str


def list_twins(desk: Desk, complaint_id: UUID) -> tuple[Twin, ...]:
    """The open complaints of the same client that this one may double, the oldest first."""
    complaint = sight.find(desk, complaint_id)
    rows = desk.session.scalars(
        select(Complaint)
        .where(
            sight.visible(desk),
            Complaint.client_id == complaint.client_id,
            Complaint.id != complaint.id,
            Complaint.state.in_(_OPEN),
        )
        .order_by(Complaint.received_at)
    )
    return tuple(Twin(r.id, r.public_no, r.received_at, r.words_of_client) for r in rows)


def mark_duplicate(desk: Desk, complaint_id: UUID, *, master_id: UUID) -> None:
    """The same matter was filed before: the other case goes on, with the earlier promise.

    Both must be of one client and the other one open (`UserError` on 'master_id').
    """
    complaint = sight.find(desk, complaint_id)
    if master_id not in {twin.id for twin in list_twins(desk, complaint_id)}:
        raise UserError(say("Choose the other complaint of the same client."), field="master_id")
    master = sight.find(desk, master_id)
    promise = step.open_promise(desk, complaint)
    due, text = (None, "") if promise is None else (promise.due_at, promise.text)
    step.move(
        desk, complaint, ComplaintState.DUPLICATE, sight.parts_of(desk, complaint),
        same_client_master=True,
    )  # fmt: skip
    complaint.master_id = master.id
    endings.end_as_duplicate(desk, complaint)
    if due is not None and due > desk.now:
        _take_over(desk, master, due, text)
    history.write(desk, master, CaseEventKind.NOTE, text=complaint.words_of_client, joined=True)
    desk.note("mark_duplicate", "complaint", complaint.id, ("state", "master_id"))


def _take_over(desk: Desk, master: Complaint, due: datetime, text: str) -> None:
    """The client was promised both dates: the earlier one binds."""
    standing = step.open_promise(desk, master)
    if standing is None:
        step.make_promise(desk, master, text, due, desk.now)
        return
    if standing.due_at <= due:
        return
    standing.due_at = due
    for clock in timekeeping.open_clocks(desk, master.id, ClockKind.ANSWER):
        clock.due_at = due
    desk.session.flush()
    history.write(desk, master, CaseEventKind.PROMISE, due=due.isoformat(), state="renegotiated")


def file_again(
    desk: Desk,
    complaint_id: UUID,
    *,
    words: str,
    channel: Channel,
    submission_id: UUID | None = None,
) -> Filed:
    """The client comes back to a case closed too long ago: a new one, linked to it and flagged.

    Raises `Conflict` while the old one may still be opened again.
    """
    old = sight.find(desk, complaint_id)
    words = step.require_words(words, "words")
    days = timekeeping.rules_for(old).policy.reopen_days
    if old.closed_at is None or (desk.now - old.closed_at).days <= days:
        raise Conflict(say("This case can still be opened again: do that."))
    return intake.file_complaint(
        desk,
        Intake(
            submission_id or uuid4(), old.client_id, channel, words, old.wish_of_client,
            old.reach_by, old.reach_when, category=old.category,
            about_staff_id=old.about_staff_id, repeat_of_id=old.id,
        ),
    )  # fmt: skip
