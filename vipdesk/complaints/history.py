"""The own history of a complaint: entries are added, never changed, and read as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.ids import new_private_id
from vipdesk.models import CaseEvent, Complaint, Staff
from vipdesk.vocabulary import (
    ActorKind,
    CaseEventKind,
    Channel,
    ComplaintState,
    Direction,
    FlagKind,
    Severity,
    label,
)
from vipdesk.wording import Say, Who, say


def write(
    desk: Desk,
    complaint: Complaint,
    kind: CaseEventKind,
    *,
    text: str = "",
    channel: Channel | None = None,
    at: datetime | None = None,
    machine: bool = False,
    **payload: Any,
) -> CaseEvent:
    """Add an entry. `payload` holds codes and moments, not sentences.

    Its `seq` keeps the order of entries of one moment: keys here are random on purpose.
    """
    before = select(func.count()).where(CaseEvent.complaint_id == complaint.id)
    row = CaseEvent(
        complaint_id=complaint.id,
        at=at or desk.now,
        staff_id=None if machine else desk.actor.id,
        role=None if machine else desk.actor.role,
        actor_kind=ActorKind.MACHINE if machine else ActorKind.HUMAN,
        kind=kind,
        channel=channel,
        text=text,
        payload={**payload, "seq": desk.session.scalar(before) or 0},
    )
    desk.session.add(row)
    desk.session.flush()
    return row


def values(
    desk: Desk,
    complaint: Complaint,
    kind: CaseEventKind,
    seq: int,
    channel: Channel | None = None,
    **payload: Any,
) -> dict[str, Any]:
    """The row of an entry by the person at work, at a place that is known."""
    return {
        "id": new_private_id(), "complaint_id": complaint.id, "at": desk.now,
        "staff_id": desk.actor.id, "role": desk.actor.role, "actor_kind": ActorKind.HUMAN,
        "kind": kind, "channel": channel, "text": "", "payload": {**payload, "seq": seq},
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An entry as it is read: when, who (empty: the desk itself), what, and the words of it."""

    id: UUID
    at: datetime
    who: Who
    kind: CaseEventKind
    said: Say
    text: str


def list_history(desk: Desk, complaint_id: UUID) -> tuple[HistoryRow, ...]:
    """The history, newest first. Whether it may be read is asked by the caller."""
    rows = desk.session.execute(
        select(CaseEvent, Staff)
        .outerjoin(Staff, CaseEvent.staff_id == Staff.id)
        .where(CaseEvent.complaint_id == complaint_id)
    ).all()
    rows = sorted(rows, key=lambda r: (r[0].at, r[0].payload.get("seq", 0)), reverse=True)
    return tuple(
        HistoryRow(
            event.id, event.at, Who.of(staff), event.kind, _said(event),
            event.text,
        )
        for event, staff in rows
    )  # fmt: skip


def _said(event: CaseEvent) -> Say:
    payload: Mapping[str, Any] = event.payload
    match event.kind:
        case CaseEventKind.CONTACT:
            return _contact(event, payload)
        case CaseEventKind.STATE | CaseEventKind.SEVERITY if "to" in payload:
            return _changed(event.kind, payload)
        case CaseEventKind.FLAG if "flag" in payload:
            return _flag(payload)
        case CaseEventKind.ESCALATION:
            return _escalation(payload)
        case CaseEventKind.PROMISE if "due" in payload:
            return _promise(payload)
    note = "lawyer" if "lawyer" in payload else payload.get("paper", "")
    return _NOTES.get(note, label(event.kind))


_NOTES = {
    "lawyer": say("A lawyer has read the letter"),
    "added": say("A document was added"),
    "removed": say("A document was removed"),
    "saved": say("A document was saved as a file"),
}


def _changed(kind: CaseEventKind, payload: Mapping[str, Any]) -> Say:
    if kind is CaseEventKind.STATE:
        return say("State: {state}", state=label(ComplaintState(payload["to"])))
    return say("Severity: {severity}", severity=label(Severity(payload["to"])))


def _contact(event: CaseEvent, payload: Mapping[str, Any]) -> Say:
    channel = label(event.channel) if event.channel else label(event.kind)
    if event.actor_kind is ActorKind.MACHINE:
        return say("{channel}: an automatic message to the client", channel=channel)
    if payload.get("direction") == Direction.INBOUND:
        return say("{channel}: from the client", channel=channel)
    return say("{channel}: to the client", channel=channel)


def _flag(payload: Mapping[str, Any]) -> Say:
    flag = label(FlagKind(payload["flag"]))
    if payload.get("climbed"):
        return say("Not seen in time, passed to the deputy: {flag}", flag=flag)
    if payload.get("seen"):
        return say("Seen by management: {flag}", flag=flag)
    return say("Flag to management: {flag}", flag=flag)


def _escalation(payload: Mapping[str, Any]) -> Say:
    if "answers" in payload:
        return say("Decided at level {level}", level=payload.get("level", 1))
    if payload.get("by_hand"):
        return say("Raised by hand to level {level}", level=payload["level"])
    if "level" in payload:
        return say("The decision lies at level {level} now", level=payload["level"])
    return say("Told that {share} % of the time is over", share=payload.get("share", 0))


def _promise(payload: Mapping[str, Any]) -> Say:
    due = datetime.fromisoformat(payload["due"])
    match payload.get("state"):
        case "kept":
            return say("Promise kept, it was due {due}", due=due)
        case "broken":
            return say("Promise broken, it was due {due}", due=due)
        case "renegotiated":
            return say("A new date was agreed: {due}", due=due)
    return say("An answer was promised by {due}", due=due)
