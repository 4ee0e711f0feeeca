"""How a later letter leaves, and what it changes in its case once the client has it.

By e-mail through the private outbox and its gate: clocks and promises follow the moment it
really left. By any other channel a person gives it, and records that.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.complaints import course, flags, history, letter_sheets, letters, sight, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.letter_kinds import LATER, LetterKind
from vipdesk.complaints.letters import SentReply
from vipdesk.complaints.offered import offered
from vipdesk.complaints.states import Part, refusal
from vipdesk.errors import Conflict, UserError
from vipdesk.models import Complaint, ComplaintPromise, Letter
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ComplaintState,
    Direction,
    FlagKind,
    PromiseState,
)
from vipdesk.wording import Lang, say

_OWNER = frozenset({Part.OWNER})  # whoever runs the sweep, the owner wrote it


def send_letter(
    desk: Desk,
    complaint_id: UUID,
    *,
    kind: LetterKind,
    channel: Channel,
    body: str,
    typed: Mapping[str, str],
    promise_at: datetime | None = None,
    compensation: str = "",
    lang: Lang | None = None,
    override_reason: str = "",
) -> SentReply:
    """Send or record a letter after the first reply. Raises `UserError` with what keeps it here.

    typed: the author's own parts by slot. promise_at: the new date, for `NEW_DATE`.
    compensation: what was decided, or 'none' and why, for `ANSWER` where nothing else tells it.
    """
    sheet = letter_sheets.letter_sheet(desk, complaint_id, lang=lang)
    complaint = sight.find(desk, complaint_id)
    _refuse(desk, complaint, sheet, kind, compensation)
    fields = letter_sheets.fields_for(sheet, kind, typed, promise_at)
    draft = letter_sheets.write_letter(fields)
    lint = letter_sheets.check_letter(sheet, body, fields)
    if lint.blocks:
        raise UserError(lint.blocks[0].say, field=_field(lint.blocks[0].code, fields.plan.names))
    if draft.missing:
        raise UserError(say("A part of the letter is still empty."), field="body")
    letter = Letter(
        complaint_id=complaint_id, kind=str(kind), lang=str(fields.reply.lang), channel=channel,
        slots={
            "fragments": dict(draft.slots), "typed": dict(typed),
            "mirror": typed.get("mirror", ""), "options": list(fields.options),
            "given": compensation.strip(), "promise_at": fields.reply.promise_at.isoformat(),
            "rewritten": letters.rewritten(draft.slots, draft.parts, body), "settled": False,
        },
        draft=draft.body, body=body, made_at=desk.now, author_id=desk.actor.id,
    )  # fmt: skip
    desk.session.add(letter)
    desk.session.flush()
    desk.note("write_letter", "letter", letter.id, ("body",))
    if channel is Channel.EMAIL:
        return letters.post_letter(desk, complaint, letter, fields.reply, override_reason)
    letter.sent_at = desk.now
    _settle(desk, complaint, letter)
    return SentReply(letter.id, sent=True)


def _field(code: str, names: frozenset[str]) -> str:
    if code.startswith("mirror"):
        return "mirror"
    return code if code in names else {"promise": "due_at"}.get(code, "body")


def _refuse(
    desk: Desk,
    complaint: Complaint,
    sheet: letter_sheets.LetterSheet,
    kind: LetterKind,
    compensation: str,
) -> None:
    if not sheet.mine:
        raise UserError(say("The owner of the case writes its letters."))
    if kind not in sheet.kinds:
        raise UserError(say("This letter does not fit the case as it stands now."))
    if sheet.waits:
        raise Conflict(say("A letter is on its way already: wait until it has left."))
    if kind is LetterKind.UPDATE and (sheet.was is None or sheet.broken):
        raise UserError(say("There is no date to keep to: write with a new date."))
    if kind is LetterKind.ANSWER:
        known = {"compensation_decided": True} if compensation.strip() else {}
        facts = step.facts_of(desk, complaint, answer_given=True, options_offered=2, **known)
        fault = refusal(facts, ComplaintState.ANSWERED, sight.parts_of(desk, complaint))
        if fault is not None:
            raise UserError(fault, field="compensation")


# Once the client has it --------------------------------------------------------------------------


def settle_later(desk: Desk) -> int:
    """Letters that left meanwhile: their clocks stop at that moment. For the jobs."""
    rows = desk.session.execute(
        select(Letter, Complaint)
        .join(Complaint, Letter.complaint_id == Complaint.id)
        .where(Letter.kind.in_([str(k) for k in LATER]), Letter.sent_at.is_not(None))
        .where(Letter.channel == Channel.EMAIL, Complaint.closed_at.is_(None))
    ).all()
    found = [(x, complaint) for x, complaint in rows if x.slots.get("settled") is False]
    for letter, complaint in found:
        _settle(desk, complaint, letter)
    return len(found)


def _settle(desk: Desk, complaint: Complaint, letter: Letter) -> None:
    at = letter.sent_at or desk.now
    letter.slots = {**letter.slots, "settled": True}
    kind = LetterKind(letter.kind)
    if kind is LetterKind.ANSWER and complaint.state is ComplaintState.IN_WORK:
        _answered(desk, complaint, letter, at)
    history.write(
        desk, complaint, CaseEventKind.LETTER, text=letter.body, channel=letter.channel, at=at,
        direction=str(Direction.OUTBOUND), letter=str(letter.id), about=str(kind),
        options=letter.slots.get("options", []), given=letter.slots.get("given", ""),
    )  # fmt: skip
    if kind is LetterKind.NEW_DATE:
        _redated(desk, complaint, letter, at)
    step.told_client(desk, complaint, at)


def _answered(desk: Desk, complaint: Complaint, letter: Letter, at: datetime) -> None:
    known: dict[str, Any] = {"compensation_decided": True} if letter.slots.get("given") else {}
    step.move(
        desk, complaint, ComplaintState.ANSWERED, _OWNER, answer_given=True,
        options_offered=len(offered(desk, complaint.id, letter.slots.get("options", ()))),
        **known,
    )  # fmt: skip
    timekeeping.stop_clocks(desk, complaint, (ClockKind.ANSWER,), at)
    promise = step.open_promise(desk, complaint)
    if promise is None:
        return
    kept = at <= promise.due_at
    promise.state = PromiseState.KEPT if kept else PromiseState.BROKEN
    promise.closed_at = at
    history.write(
        desk, complaint, CaseEventKind.PROMISE, at=at, state=str(promise.state),
        due=promise.due_at.isoformat(),
    )  # fmt: skip
    if not kept:
        flags.raise_flag(desk, complaint, FlagKind.BROKEN_PROMISE, machine=True)


def _redated(desk: Desk, complaint: Complaint, letter: Letter, at: datetime) -> None:
    """The new date is promised from now on; the old one was moved in time, or is broken."""
    due = datetime.fromisoformat(letter.slots["promise_at"])
    old = step.open_promise(desk, complaint)
    in_time = old is not None and old.due_at > at
    if old is not None:
        old.state = PromiseState.RENEGOTIATED if in_time else PromiseState.BROKEN
        old.closed_at = at
        if not in_time:
            flags.raise_flag(desk, complaint, FlagKind.BROKEN_PROMISE, machine=True)
    timekeeping.cancel_clocks(desk, complaint, (ClockKind.ANSWER,), at)
    row = step.make_promise(desk, complaint, old.text if old else "", due, at)
    if old is not None and in_time:
        row.renegotiated_from_id = old.id
    desk.session.flush()
    shifts = desk.session.scalar(
        select(func.count()).where(
            ComplaintPromise.complaint_id == complaint.id,
            ComplaintPromise.state == PromiseState.RENEGOTIATED,
        )
    )
    if (shifts or 0) > 1 and complaint.level < 2:
        course.raise_level(desk, complaint, 2)
