"""The course of a complaint: talks, promises, waiting, the answer, the end, and back again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.complaints import (
    business_time,
    clocks,
    escalation,
    flags,
    history,
    legal_reading,
    sight,
    timekeeping,
)
from vipdesk.complaints import steps as step
from vipdesk.complaints.offered import offered
from vipdesk.complaints.states import Part
from vipdesk.errors import Conflict, UserError
from vipdesk.models import CaseEvent, Complaint, ComplaintPause, ComplaintPromise
from vipdesk.vocabulary import (
    ActorKind,
    CaseEventKind,
    Channel,
    ClockKind,
    ComplaintState,
    Direction,
    FlagKind,
    PromiseState,
    Role,
    Severity,
)
from vipdesk.wording import Say, say

_TIMER = frozenset({Part.TIMER})
_CLIENT = frozenset({Part.CLIENT_WORD})
_ENDING = (ClockKind.RESOLUTION, ClockKind.STATUTORY, ClockKind.UPDATE)


class Acceptance(StrEnum):
    """How it is known that the client accepts; silence is none of them."""

    SAID = "said"
    WROTE = "wrote"
    USED = "used"

    @property
    def label(self) -> Say:
        """How a person reads it."""
        return _ACCEPTANCE[self]


_ACCEPTANCE = {
    Acceptance.SAID: say("The client said so"),
    Acceptance.WROTE: say("The client wrote so"),
    Acceptance.USED: say("The client made use of it"),
}


# Talks ------------------------------------------------------------------------------------------


def log_contact(
    desk: Desk,
    complaint_id: UUID,
    *,
    direction: Direction,
    channel: Channel,
    text: str,
    at: datetime | None = None,
    actor_kind: ActorKind = ActorKind.HUMAN,
) -> UUID:
    """Write down a contact. A person's word to the client stops the first clock.

    Only in the history of the case: the client's shared timeline learns nothing. `at` is when
    it happened (UTC), not later than now. The client's own word ends a waiting.
    """
    complaint = sight.find(desk, complaint_id)
    moment = _moment(desk, complaint, at)
    machine = actor_kind is ActorKind.MACHINE
    event = history.write(
        desk, complaint, CaseEventKind.CONTACT, text=step.require_words(text, "text"),
        channel=channel, at=moment, machine=machine, direction=str(direction),
    )  # fmt: skip
    desk.note("log_contact", "case_event", event.id, ("text", "channel"))
    if clocks.human_word(direction, actor_kind):
        step.told_client(desk, complaint, moment)
        if complaint.state is ComplaintState.REGISTERED:
            step.move(desk, complaint, ComplaintState.ACKED, sight.parts_of(desk, complaint))
    if direction is Direction.INBOUND and not machine:
        legal_reading.hear(desk, complaint, text)
    if direction is Direction.INBOUND and complaint.state is ComplaintState.WAIT_CLIENT:
        step.end_pause(desk, complaint, moment)
        step.move(desk, complaint, ComplaintState.IN_WORK, _CLIENT)
    return event.id


def _moment(desk: Desk, complaint: Complaint, at: datetime | None) -> datetime:
    if at is None:
        return desk.now
    if at > desk.now:
        raise UserError(say("This cannot have happened in the future."), field="at")
    return max(at, complaint.received_at)


def add_note(desk: Desk, complaint_id: UUID, *, text: str) -> UUID:
    """A word for those who may see the case; the client hears nothing of it."""
    complaint = sight.find(desk, complaint_id)
    event = history.write(
        desk, complaint, CaseEventKind.NOTE, text=step.require_words(text, "text")
    )
    desk.note("add_case_note", "case_event", event.id, ("text",))
    return event.id


# Promises ---------------------------------------------------------------------------------------


def renegotiate(
    desk: Desk, complaint_id: UUID, *, due_at: datetime, channel: Channel, told: str
) -> UUID:
    """Agree another date with the client, before the promised one is past.

    `told` is what the client was told; it is a contact as well. The second shift takes the
    decision one level up. Raises `UserError` with `field` 'due_at' or 'told'.
    """
    complaint = _own(desk, complaint_id)
    old = step.open_promise(desk, complaint)
    if old is None:
        raise Conflict(say("There is no open promise to move."))
    if old.due_at <= desk.now:
        raise UserError(
            say("The date has passed: this promise is broken. Give the client a new date."),
            field="due_at",
        )
    told = step.require_words(told, "told")
    check_promise(desk, complaint, due_at)
    old.state, old.closed_at = PromiseState.RENEGOTIATED, desk.now
    timekeeping.cancel_clocks(desk, complaint, (ClockKind.ANSWER,), desk.now)
    row = step.make_promise(desk, complaint, old.text, due_at, desk.now)
    row.renegotiated_from_id = old.id
    desk.session.flush()
    log_contact(desk, complaint.id, direction=Direction.OUTBOUND, channel=channel, text=told)
    if _shifts(desk, complaint) > 1:
        raise_level(desk, complaint, 2)
    desk.note("renegotiate_promise", "complaint_promise", row.id, ("due_at",))
    return row.id


def promise_again(
    desk: Desk, complaint_id: UUID, *, due_at: datetime, channel: Channel, told: str
) -> UUID:
    """After a promise was broken, or where none is open: tell the client a new date."""
    complaint = _own(desk, complaint_id)
    if step.open_promise(desk, complaint) is not None:
        raise Conflict(say("A promise is already open: move that one."))
    told = step.require_words(told, "told")
    check_promise(desk, complaint, due_at)
    timekeeping.cancel_clocks(desk, complaint, (ClockKind.ANSWER,), desk.now)
    row = step.make_promise(desk, complaint, told, due_at, desk.now)
    log_contact(desk, complaint.id, direction=Direction.OUTBOUND, channel=channel, text=told)
    return row.id


def check_promise(desk: Desk, complaint: Complaint, due_at: datetime) -> None:
    """Refuse a date that may not be promised. Raises `UserError` with `field` 'due_at'."""
    fault = clocks.promise_fault(
        timekeeping.rules_for(complaint), timekeeping.standing_of(desk, complaint), due_at,
        desk.now, timekeeping.promise_limits(desk, complaint),
    )  # fmt: skip
    if fault is not None:
        raise UserError(fault, field="due_at")


def _shifts(desk: Desk, complaint: Complaint) -> int:
    count = (
        select(func.count())
        .select_from(ComplaintPromise)
        .where(
            ComplaintPromise.complaint_id == complaint.id,
            ComplaintPromise.state == PromiseState.RENEGOTIATED,
        )
    )
    return desk.session.scalar(count) or 0


def raise_level(desk: Desk, complaint: Complaint, level: int) -> None:
    """The decision moves up; the owner before the client stays the same (CH-08)."""
    if complaint.level >= level:
        return
    escalation.move_up(desk, complaint, level)


# Waiting for the client -------------------------------------------------------------------------


def wait_for_client(
    desk: Desk, complaint_id: UUID, *, question: str, channel: Channel, next_contact_at: datetime
) -> None:
    """Ask the client something and wait: only the resolution clock stands still meanwhile.

    next_contact_at: when we ask again, at most three working days away (`field`).
    """
    complaint = _own(desk, complaint_id)
    question = step.require_words(question, "question")
    rules = timekeeping.rules_for(complaint)
    latest = business_time.add_days(
        rules.calendar.schedule("business"), desk.now, rules.policy.wait_days
    ).at
    if not desk.now < next_contact_at <= latest:
        raise UserError(
            say("Ask again within {n} business days, not later.", n=rules.policy.wait_days),
            field="next_contact_at",
        )
    step.move(
        desk, complaint, ComplaintState.WAIT_CLIENT, sight.parts_of(desk, complaint),
        question_sent=True, next_contact_set=True,
    )  # fmt: skip
    log_contact(desk, complaint.id, direction=Direction.OUTBOUND, channel=channel, text=question)
    pause = ComplaintPause(
        complaint_id=complaint.id, from_at=desk.now, next_contact_at=next_contact_at,
        reason=question,
    )  # fmt: skip
    desk.session.add(pause)
    desk.session.flush()
    desk.note("wait_for_client", "complaint", complaint.id, ("state",))


def stop_waiting(desk: Desk, complaint_id: UUID) -> None:
    """The owner goes on without the client's word."""
    complaint = _own(desk, complaint_id)
    step.move(desk, complaint, ComplaintState.IN_WORK, sight.parts_of(desk, complaint))
    step.end_pause(desk, complaint, desk.now)


def end_waiting(desk: Desk) -> int:
    """End the waits whose day has come; for the jobs. Returns how many."""
    rows = desk.session.execute(
        select(ComplaintPause, Complaint)
        .join(Complaint, ComplaintPause.complaint_id == Complaint.id)
        .where(ComplaintPause.to_at.is_(None), ComplaintPause.next_contact_at <= desk.now)
    ).all()
    for pause, complaint in rows:
        at = pause.next_contact_at or desk.now
        if complaint.state is ComplaintState.WAIT_CLIENT:
            step.move(desk, complaint, ComplaintState.IN_WORK, _TIMER, machine=True)
        step.end_pause(desk, complaint, at)
    return len(rows)


# The answer and the end -------------------------------------------------------------------------


def sign_answer(desk: Desk, complaint_id: UUID, *, text: str = "") -> None:
    """An executive signs that a grave answer may leave. Raises `UserError` for other roles."""
    complaint = sight.find(desk, complaint_id)
    if desk.actor.role is not Role.EXECUTIVE:
        raise UserError(say("Only an executive signs the answer of a grave case."))
    history.write(
        desk, complaint, CaseEventKind.NOTE, text=text.strip(), signed=complaint.reopen_count + 1
    )
    desk.note("sign_answer", "complaint", complaint.id, ())


def answer(
    desk: Desk,
    complaint_id: UUID,
    *,
    channel: Channel,
    text: str,
    options: Sequence[str],
    compensation: str,
) -> None:
    """The detailed answer as the client got it: the promise is judged by it.

    options: what the client may choose from. compensation: what was decided, or 'none' and
    why. A grave case and one around the manager need an executive's signature first; where a
    court, the press or leaving came up, a lawyer has read what went in writing (field 'text').
    """
    complaint = _own(desk, complaint_id)
    legal_reading.require_reading(desk, complaint, channel, text)
    named = tuple(o.strip() for o in options if o.strip())
    known: dict[str, Any] = {"compensation_decided": True} if compensation.strip() else {}
    step.move(
        desk, complaint, ComplaintState.ANSWERED, sight.parts_of(desk, complaint),
        answer_given=bool(text.strip()),
        options_offered=len(offered(desk, complaint.id, named)),
        **known,
    )  # fmt: skip
    history.write(
        desk, complaint, CaseEventKind.LETTER, text=text.strip(), channel=channel,
        direction=str(Direction.OUTBOUND), options=list(named), given=compensation.strip(),
    )  # fmt: skip
    timekeeping.stop_clocks(desk, complaint, (ClockKind.ANSWER,), desk.now)
    step.told_client(desk, complaint, desk.now)
    _judge_promise(desk, complaint)
    desk.note("answer_complaint", "complaint", complaint.id, ("state",))


def _judge_promise(desk: Desk, complaint: Complaint) -> None:
    promise = step.open_promise(desk, complaint)
    if promise is None:
        return
    kept = desk.now <= promise.due_at
    promise.state = PromiseState.KEPT if kept else PromiseState.BROKEN
    promise.closed_at = desk.now
    desk.session.flush()
    history.write(
        desk, complaint, CaseEventKind.PROMISE, state=str(promise.state),
        due=promise.due_at.isoformat(),
    )  # fmt: skip
    if not kept:
        flags.raise_flag(desk, complaint, FlagKind.BROKEN_PROMISE, machine=True)


def not_content(desk: Desk, complaint_id: UUID, *, words: str) -> None:
    """The answer did not do: another round. The second takes the decision up, the third higher."""
    complaint = sight.find(desk, complaint_id)
    words = step.require_words(words, "words")
    parts = sight.parts_of(desk, complaint) | _CLIENT
    history.write(
        desk, complaint, CaseEventKind.CONTACT, text=words, direction=str(Direction.INBOUND)
    )
    legal_reading.hear(desk, complaint, words)
    step.move(desk, complaint, ComplaintState.IN_WORK, parts)
    raise_level(desk, complaint, min(3, _rounds(desk, complaint)))


def _rounds(desk: Desk, complaint: Complaint) -> int:
    """How many answers the client has had."""
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.STATE
        )
    )
    return sum(1 for row in rows if row.payload.get("to") == ComplaintState.ANSWERED)


def resolve(desk: Desk, complaint_id: UUID, *, acceptance: Acceptance, words: str = "") -> None:
    """The client accepts, and it is known how."""
    complaint = _own(desk, complaint_id)
    step.move(
        desk, complaint, ComplaintState.RESOLVED, sight.parts_of(desk, complaint),
        text=words.strip(), acceptance_known=True,
    )  # fmt: skip
    history.write(desk, complaint, CaseEventKind.NOTE, accepted=str(acceptance))
    timekeeping.stop_clocks(desk, complaint, (ClockKind.RESOLUTION, ClockKind.STATUTORY), desk.now)
    timekeeping.cancel_clocks(desk, complaint, (ClockKind.UPDATE,), desk.now)
    for kind in (ClockKind.FOLLOW_UP, ClockKind.RCA):
        timekeeping.start_clock(desk, complaint, kind, desk.now)
    desk.note("resolve_complaint", "complaint", complaint.id, ("state",))


def close(desk: Desk, complaint_id: UUID, *, words: str = "") -> None:
    """The end. The talk afterwards is held or not wished, the cause named or a problem open,
    nothing is owed by us or by a department: raises `UserError` that says what is missing.
    """
    complaint = sight.find(desk, complaint_id)
    step.move(desk, complaint, ComplaintState.CLOSED, sight.parts_of(desk, complaint))
    complaint.closed_at = desk.now
    if words.strip():
        history.write(desk, complaint, CaseEventKind.NOTE, text=words.strip())
    timekeeping.stop_clocks(desk, complaint, (ClockKind.FOLLOW_UP, ClockKind.RCA), desk.now)
    timekeeping.cancel_clocks(desk, complaint, _ENDING, desk.now)
    desk.note("close_complaint", "complaint", complaint.id, ("state", "closed_at"))


def reopen(desk: Desk, complaint_id: UUID, *, words: str) -> None:
    """The client comes back to it: a new round of clocks; old verdicts stay as they are."""
    complaint = sight.find(desk, complaint_id)
    words = step.require_words(words, "words")
    step.move(desk, complaint, ComplaintState.IN_WORK, sight.parts_of(desk, complaint), text=words)
    old = (ClockKind.FOLLOW_UP, ClockKind.RCA)
    timekeeping.cancel_clocks(desk, complaint, old, desk.now)
    complaint.reopen_count += 1
    complaint.closed_at = None
    desk.session.flush()
    for kind in (ClockKind.RESOLUTION, ClockKind.UPDATE):
        timekeeping.start_clock(desk, complaint, kind, desk.now)
    flags.raise_flag(desk, complaint, FlagKind.REPEAT)
    legal_reading.hear(desk, complaint, words)
    desk.note("reopen_complaint", "complaint", complaint.id, ("state", "reopen_count"))


# Severity ---------------------------------------------------------------------------------------


def change_severity(desk: Desk, complaint_id: UUID, *, severity: Severity, reason: str) -> None:
    """Anybody who sees the case may raise it; only the head may lower it. Clocks follow."""
    complaint = sight.find(desk, complaint_id)
    reason = step.require_words(reason, "reason")
    if severity is complaint.severity:
        return
    if severity > complaint.severity and desk.actor.role is not Role.HEAD:
        raise UserError(
            say("Only the head of VIP service may lower the severity."), field="severity"
        )
    complaint.severity = severity
    desk.session.flush()
    history.write(desk, complaint, CaseEventKind.SEVERITY, text=reason, to=int(severity))
    timekeeping.recompute(desk, complaint, ClockKind.ACK, ClockKind.FIRST, ClockKind.RESOLUTION)
    if severity is Severity.S1:
        flags.raise_flag(desk, complaint, FlagKind.SEVERE)
    desk.note("change_severity", "complaint", complaint.id, ("severity",))


def _own(desk: Desk, complaint_id: UUID) -> Complaint:
    """A complaint this person owns. Raises `NotFound` for a hidden one."""
    complaint = sight.find(desk, complaint_id)
    if Part.OWNER not in sight.parts_of(desk, complaint):
        raise UserError(say("This step is not yours to take: ask the owner of the case."))
    return complaint
