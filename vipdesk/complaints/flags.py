"""Flags: senior management sees a complaint at once. The decision stays where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.complaints import business_time, deputies, history, sight
from vipdesk.complaints.policy import Rules
from vipdesk.errors import Conflict, NotFound
from vipdesk.ids import new_private_id
from vipdesk.models import Client, Complaint, ComplaintFlag, HealthSnapshot, Staff, Tier
from vipdesk.vocabulary import (
    Band,
    CaseEventKind,
    ComplaintState,
    FlagKind,
    Role,
    Severity,
)
from vipdesk.wording import say

TOP_RANK = 1
SEEN_MINUTES = 240  # of the extended hours, where the case is grave or of the highest tier
_NOT_COUNTED = (ComplaintState.VOID, ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED)


def raise_flag(desk: Desk, complaint: Complaint, kind: FlagKind, *, machine: bool = False) -> bool:
    """Raise a flag once: an unseen one of the same kind is not doubled. True if it was raised."""
    there = select(ComplaintFlag.id).where(
        ComplaintFlag.complaint_id == complaint.id,
        ComplaintFlag.kind == kind,
        ComplaintFlag.seen_at.is_(None),
    )
    if desk.session.scalar(there) is not None:
        return False
    row = ComplaintFlag(complaint_id=complaint.id, kind=kind, raised_at=desk.now)
    desk.session.add(row)
    row.to_id, row.seen_due_at = _address(desk, complaint, desk.now)
    history.write(desk, complaint, CaseEventKind.FLAG, machine=machine, flag=str(kind))
    desk.note("raise_flag", "complaint_flag", row.id, ("kind",))
    return True


def _address(desk: Desk, complaint: Complaint, since: datetime) -> tuple[UUID | None, datetime]:
    """To whom a flag goes first, and by when it has to be seen."""
    # Late: the rules read the clocks, which no flag needs.
    from vipdesk.complaints import timekeeping

    urgent = complaint.severity is Severity.S1 or rank_of(desk, complaint) == TOP_RANK
    due = _seen_due(timekeeping.rules_for(complaint), since, urgent=urgent)
    return _first_told(desk, complaint), due


def _first_told(desk: Desk, complaint: Complaint) -> UUID | None:
    people = deputies.recipients(desk, complaint, deputies.HIGHEST)
    return people[0].id if people else None


def _seen_due(rules: Rules, since: datetime, *, urgent: bool) -> datetime:
    if urgent:
        return business_time.add_minutes(rules.calendar.schedule("extended"), since, SEEN_MINUTES)
    return business_time.add_days(rules.calendar.schedule("business"), since, 1).at


def rank_of(desk: Desk, complaint: Complaint) -> int | None:
    """The rank of the client's tier."""
    return desk.session.scalar(
        select(Tier.rank)
        .join(Client, Client.tier_id == Tier.id)
        .where(Client.id == complaint.client_id)
    )


def climb_unseen(desk: Desk) -> int:
    """Flags nobody saw in time go to the deputy; for the jobs. Returns how many.

    A flag that was raised elsewhere (the database files for a team) is addressed first.
    """
    rows = desk.session.execute(
        select(ComplaintFlag, Complaint)
        .join(Complaint, ComplaintFlag.complaint_id == Complaint.id)
        .where(
            sight.visible(desk), ComplaintFlag.seen_at.is_(None), ComplaintFlag.climbed_at.is_(None)
        )
    ).all()
    climbed = 0
    for flag, complaint in rows:
        if flag.seen_due_at is None or flag.seen_due_at < desk.now:
            with sight.only(desk, (complaint.id,)):
                climbed += _climb(desk, flag, complaint)
    return climbed


def _climb(desk: Desk, flag: ComplaintFlag, complaint: Complaint) -> bool:
    if flag.seen_due_at is None:
        flag.to_id, flag.seen_due_at = _address(desk, complaint, flag.raised_at)
    if flag.seen_due_at >= desk.now:
        return False
    flag.to_id, flag.climbed_at = _deputy_of(desk, complaint, flag.to_id), desk.now
    history.write(
        desk, complaint, CaseEventKind.FLAG, machine=True, flag=str(flag.kind), climbed=True
    )
    desk.note("climb_flag", "complaint_flag", flag.id, ("to_id", "climbed_at"))
    return True


def _deputy_of(desk: Desk, complaint: Complaint, staff_id: UUID | None) -> UUID | None:
    """The deputy of who did not look; else another executive, else a head."""
    first = desk.session.get(Staff, staff_id) if staff_id else None
    deputy = desk.session.get(Staff, first.deputy_id) if first and first.deputy_id else None
    found = deputies.present(desk, complaint, deputy)
    if found is not None and found.role in sight.SENIOR and found.id != staff_id:
        return found.id
    others = [
        s.id for level in (deputies.HIGHEST, 2)
        for s in deputies.recipients(desk, complaint, level) if s.id != staff_id
    ]  # fmt: skip
    return others[0] if others else staff_id


def raise_broken(desk: Desk, complaint: Complaint) -> bool:
    """A promise was not kept."""
    return raise_flag(desk, complaint, FlagKind.BROKEN_PROMISE, machine=True)


def raise_at_filing(
    desk: Desk,
    complaint: Complaint,
    rules: Rules,
    *,
    rank: int | None,
    threat: bool,
    about_manager: bool,
) -> list[dict[str, Any]]:
    """The rows of the flags a new complaint deserves. about_manager: the client's or above.

    A new complaint has none yet, so nothing is asked for. The caller writes them, and their
    history and journal.
    """
    wanted = {
        FlagKind.SEVERE: complaint.severity is Severity.S1,
        FlagKind.TOP_TIER: rank == TOP_RANK,
        FlagKind.ABOUT_MANAGER: about_manager,
        FlagKind.THREAT: threat,
        FlagKind.REPEAT: complaint.repeat_of_id is not None or _is_repeat(desk, complaint, rules),
        FlagKind.AT_RISK: _was_at_risk(desk, complaint.client_id),
    }
    kinds = [kind for kind, due in wanted.items() if due]
    if not kinds:
        return []
    urgent = complaint.severity is Severity.S1 or rank == TOP_RANK
    to_id, due_at = _first_told(desk, complaint), _seen_due(rules, desk.now, urgent=urgent)
    return [
        {
            "id": new_private_id(), "complaint_id": complaint.id, "kind": kind,
            "raised_at": desk.now, "instruction": "", "to_id": to_id, "seen_due_at": due_at,
        }
        for kind in kinds
    ]  # fmt: skip


_BEFORE = (
    select(Complaint.id)
    .where(
        Complaint.client_id == bindparam("client_id"),
        Complaint.id != bindparam("complaint_id"),
        Complaint.received_at >= bindparam("since"),
        Complaint.state.not_in(_NOT_COUNTED),
    )
    .limit(1)
)
_LAST_BAND = (
    select(HealthSnapshot.band)
    .where(HealthSnapshot.client_id == bindparam("client_id"))
    .order_by(HealthSnapshot.at.desc())
    .limit(1)
)


def _is_repeat(desk: Desk, complaint: Complaint, rules: Rules) -> bool:
    since = complaint.received_at - timedelta(days=rules.policy.repeat_days)
    of = {"client_id": complaint.client_id, "complaint_id": complaint.id, "since": since}
    return desk.session.scalar(_BEFORE, of) is not None


def _was_at_risk(desk: Desk, client_id: UUID) -> bool:
    """Whether the client's last known health was red."""
    return desk.session.scalar(_LAST_BAND, {"client_id": client_id}) == Band.AT_RISK


@dataclass(frozen=True, slots=True)
class FlagRow:
    """A flag in an executive's queue."""

    id: UUID
    complaint_id: UUID
    number: str
    client_id: UUID
    name: Name
    kind: FlagKind
    severity: Severity
    raised_at: datetime
    seen_at: datetime | None
    instruction: str
    seen_due_at: datetime | None = None
    to_me: bool = False
    climbed: bool = False


def list_flags(desk: Desk, *, unseen_only: bool = True) -> tuple[FlagRow, ...]:
    """The flags for senior management, oldest unseen first; nothing for other roles."""
    if desk.actor.role not in sight.SENIOR:
        return ()
    query = (
        select(ComplaintFlag, Complaint, Client)
        .join(Complaint, ComplaintFlag.complaint_id == Complaint.id)
        .join(Client, Complaint.client_id == Client.id)
        .where(sight.visible(desk))
        .order_by(ComplaintFlag.raised_at)
    )
    if unseen_only:
        query = query.where(ComplaintFlag.seen_at.is_(None))
    return tuple(
        FlagRow(
            flag.id, complaint.id, complaint.public_no, client.id, name_of(client), flag.kind,
            complaint.severity, flag.raised_at, flag.seen_at, flag.instruction,
            flag.seen_due_at, flag.to_id == desk.actor.id, flag.climbed_at is not None,
        )
        for flag, complaint, client in desk.session.execute(query)
    )  # fmt: skip


def name_of(client: Client) -> Name:
    """The client's name in its parts, to be shown in the reader's language."""
    return Name(
        client.surname, client.given, client.patronymic, client.latin_name, client.title,
        client.gender, client.address_form,
    )  # fmt: skip


def acknowledge(desk: Desk, flag_id: UUID, *, instruction: str = "") -> UUID:
    """Senior management has seen it, and may give one instruction.

    Raises `NotFound` for a flag this person may not see, `Conflict` for one seen already.
    """
    flag, complaint = _flag(desk, flag_id)
    if flag.seen_at is not None:
        raise Conflict(say("Somebody has seen this flag already."))
    flag.seen_at, flag.seen_by_id = desk.now, desk.actor.id
    flag.instruction = instruction.strip()
    desk.session.flush()
    history.write(
        desk, complaint, CaseEventKind.FLAG, text=flag.instruction, flag=str(flag.kind), seen=True
    )
    desk.note("acknowledge_flag", "complaint_flag", flag.id, ("seen_at", "instruction"))
    return flag.id


def _flag(desk: Desk, flag_id: UUID) -> tuple[ComplaintFlag, Complaint]:
    found = None
    if desk.actor.role in (Role.HEAD, Role.EXECUTIVE):
        found = desk.session.execute(
            select(ComplaintFlag, Complaint)
            .join(Complaint, ComplaintFlag.complaint_id == Complaint.id)
            .where(ComplaintFlag.id == flag_id, sight.visible(desk))
        ).first()
    if found is None:
        raise NotFound(say("There is no such flag."))
    return found[0], found[1]
