"""What every step of a case shares: what is known, the move itself, the word to the client."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import history, timekeeping
from vipdesk.complaints.flags import TOP_RANK
from vipdesk.complaints.states import Facts, Part, refusal
from vipdesk.errors import UserError
from vipdesk.models import CaseEvent, Complaint, ComplaintPause, ComplaintPromise, Letter
from vipdesk.vocabulary import (
    ActorKind,
    CaseEventKind,
    ClockKind,
    ComplaintState,
    Direction,
    PromiseState,
)
from vipdesk.wording import say

FIRST_REPLY = "first_reply"


def facts_of(desk: Desk, complaint: Complaint, **known: Any) -> Facts:
    """What is known of a complaint now; `known` adds what the step itself brings."""
    rank = timekeeping.rank_of(desk, complaint.client_id)
    rules = timekeeping.rules_for(complaint)
    closed = complaint.closed_at
    values: dict[str, Any] = {
        "state": complaint.state,
        "severity": complaint.severity,
        "restricted": complaint.restricted,
        "top_tier": rank == TOP_RANK,
        "human_contact": _has_contact(desk, complaint),
        "first_reply_sent": first_reply(desk, complaint, sent_only=True) is not None,
        "signed_by_executive": is_signed(desk, complaint),
        "days_since_close": (desk.now - closed).days if closed else 0,
        "reopen_days": rules.policy.reopen_days,
        **(_offered(desk, complaint) if complaint.state is ComplaintState.IN_WORK else {}),
        **(_after(desk, complaint) if complaint.state is ComplaintState.RESOLVED else {}),
    }
    return Facts(**{**values, **known})


def _offered(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """Whether something is offered or given, before the case is answered."""
    from vipdesk.complaints import compensation

    return {"compensation_decided": compensation.decided(desk, complaint.id)}


def _after(desk: Desk, complaint: Complaint) -> dict[str, Any]:
    """What the other sides of a case know when it is to be closed."""
    # Late: those rooms build on the steps themselves.
    from vipdesk.complaints import causes, compensation, departments, follow_up

    return {
        "compensation_delivered": compensation.delivered(desk, complaint.id),
        "sole_approver": compensation.sole_approver(desk, complaint.id),
        "open_tasks": departments.open_tasks(desk, complaint.id),
        "follow_up_done": follow_up.result(desk, complaint.id) is not None,
        "cause_coded": causes.coded(desk, complaint.id),
    }


def _has_contact(desk: Desk, complaint: Complaint) -> bool:
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id,
            CaseEvent.kind.in_((CaseEventKind.CONTACT, CaseEventKind.LETTER)),
            CaseEvent.actor_kind == ActorKind.HUMAN,
        )
    )
    return any(row.payload.get("direction") == Direction.OUTBOUND for row in rows)


def is_signed(desk: Desk, complaint: Complaint) -> bool:
    """Whether an executive signed the answer of the present round."""
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.NOTE
        )
    )
    return any(row.payload.get("signed") == complaint.reopen_count + 1 for row in rows)


def first_reply(desk: Desk, complaint: Complaint, *, sent_only: bool = False) -> Letter | None:
    """The first reply, sent or on its way."""
    query = select(Letter).where(Letter.complaint_id == complaint.id, Letter.kind == FIRST_REPLY)
    if sent_only:
        query = query.where(Letter.sent_at.is_not(None))
    return desk.session.scalars(query.order_by(Letter.made_at.desc())).first()


def move(
    desk: Desk,
    complaint: Complaint,
    target: ComplaintState,
    parts: frozenset[Part],
    *,
    machine: bool = False,
    text: str = "",
    **known: Any,
) -> None:
    """Move a complaint on, if its table and guards allow. Raises `UserError` with the sentence."""
    fault = refusal(facts_of(desk, complaint, **known), target, parts)
    if fault is not None:
        raise UserError(fault)
    source, complaint.state = complaint.state, target
    desk.session.flush()
    history.write(
        desk, complaint, CaseEventKind.STATE, machine=machine, text=text, to=str(target),
        source=str(source),
    )  # fmt: skip
    desk.note("move_complaint", "complaint", complaint.id, ("state",))


def told_client(desk: Desk, complaint: Complaint, at: datetime) -> None:
    """A person of ours spoke to the client: the first word is out, the next one gets its date."""
    timekeeping.stop_clocks(desk, complaint, (ClockKind.ACK,), at)
    if not complaint.state.is_open:
        return
    running = timekeeping.stop_clocks(desk, complaint, (ClockKind.UPDATE,), at)
    if running or complaint.state not in (ComplaintState.REGISTERED, ComplaintState.ACKED):
        timekeeping.start_clock(desk, complaint, ClockKind.UPDATE, at)


def open_promise(desk: Desk, complaint: Complaint) -> ComplaintPromise | None:
    """The answer promised and not given yet."""
    return desk.session.scalars(
        select(ComplaintPromise)
        .where(
            ComplaintPromise.complaint_id == complaint.id,
            ComplaintPromise.state == PromiseState.OPEN,
        )
        .order_by(ComplaintPromise.due_at)
    ).first()


def make_promise(
    desk: Desk, complaint: Complaint, text: str, due_at: datetime, made_at: datetime
) -> ComplaintPromise:
    """Write down what was promised, and start its clock."""
    row = ComplaintPromise(
        complaint_id=complaint.id, text=text, made_at=made_at, due_at=due_at,
        state=PromiseState.OPEN,
    )  # fmt: skip
    desk.session.add(row)
    timekeeping.start_clock(desk, complaint, ClockKind.ANSWER, made_at, due_at=due_at)
    history.write(
        desk, complaint, CaseEventKind.PROMISE, text=text, at=made_at, due=due_at.isoformat()
    )
    desk.note("make_promise", "complaint_promise", row.id, ("text", "due_at"))
    return row


def end_pause(desk: Desk, complaint: Complaint, at: datetime) -> ComplaintPause | None:
    """The client spoke, or we stopped waiting: the resolution clock goes on from here."""
    pause = timekeeping.open_pause(desk, complaint.id)
    if pause is None:
        return None
    pause.to_at = max(at, pause.from_at)
    desk.session.flush()
    timekeeping.recompute(desk, complaint, ClockKind.RESOLUTION)
    return pause


def require_words(text: str, field: str) -> str:
    """What was typed, without spaces around. Raises `UserError` where nothing was."""
    if not text.strip():
        raise UserError(say("Write a few words here."), field=field)
    return text.strip()
