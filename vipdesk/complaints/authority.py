"""Who may give how much, in cost: the limits of the four levels and the room left under them.

The same sums are held by the database of a team in the table's own trigger (`hold_limits`), which
counts one grant after another; here they are said beforehand, in words. The client's own money
back is outside every limit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.compensating import Authority, GrantState
from vipdesk.complaints import sight
from vipdesk.errors import Conflict, UserError
from vipdesk.models import (
    CompensationGrant,
    CompensationLimit,
    Complaint,
    Handover,
    Purchase,
)
from vipdesk.money import Money
from vipdesk.vocabulary import RestrictedClass, Role
from vipdesk.wording import Say, say

YEAR = timedelta(days=365)
NEW_MANAGER_DAYS = 30  # limits are halved for so long after a client changed hands
HARD_PERCENT, SOFT_PERCENT = 150, 120  # of the loss
_MOST = {
    Role.MANAGER: Authority.MANAGER,
    Role.HEAD: Authority.HEAD,
    Role.EXECUTIVE: Authority.EXECUTIVE,
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a level may give by itself, in minor units of cost; None: no limit of that sort.

    worth_percent: of what the client spent in a year, never below `floor`, at most `per_case`.
    """

    level: Authority
    per_case: int | None = None
    per_client: int | None = None  # in twelve months
    per_client_times: int | None = None
    per_month: int | None = None  # by one of the staff
    worth_percent: int | None = None
    floor: int | None = None
    version: int = 0


# Until the club says otherwise; `hold_limits` knows the same numbers.
DEFAULTS: tuple[Limits, ...] = (
    Limits(Authority.FRONT, 500_000, per_client_times=2, per_month=4_000_000),
    Limits(
        Authority.MANAGER, 3_000_000, 6_000_000, per_month=15_000_000, worth_percent=1,
        floor=1_000_000,
    ),
    Limits(Authority.HEAD, 15_000_000, 30_000_000),
    Limits(Authority.EXECUTIVE),
)  # fmt: skip


def most_of(role: Role) -> Authority | None:
    """The highest level a role decides at; None for who gives nothing."""
    return _MOST.get(role)


def list_limits(desk: Desk) -> tuple[Limits, ...]:
    """The limits in force, by level."""
    rows = {row.level: row for row in desk.session.scalars(select(CompensationLimit))}
    return tuple(_limits(rows[d.level]) if d.level in rows else d for d in DEFAULTS)


def _limits(row: CompensationLimit) -> Limits:
    return Limits(
        row.level, row.per_case_minor, row.per_client_minor, row.per_client_times,
        row.per_month_minor, row.worth_percent, row.floor_minor, row.version,
    )  # fmt: skip


def change_limits(desk: Desk, wanted: Limits) -> None:
    """Set the limits of a level from now on; what was given stays. By head or executive.

    wanted.version: as it was read. Raises `UserError`, `Conflict`.
    """
    if not may(desk.actor.role, Verb.UPDATE, "compensation_limit"):
        raise UserError(say("Only the head of VIP service or an executive changes the limits."))
    numbers = (
        wanted.per_case, wanted.per_client, wanted.per_client_times, wanted.per_month,
        wanted.worth_percent, wanted.floor,
    )  # fmt: skip
    if any(n is not None and n < 0 for n in numbers):
        raise UserError(say("Enter zero or more."))
    row = desk.session.scalars(
        select(CompensationLimit).where(CompensationLimit.level == wanted.level)
    ).first()
    if (row.version if row else 0) != wanted.version:
        raise Conflict(say("Somebody changed the limits in the meantime. Look at them again."))
    row = row or CompensationLimit(level=wanted.level)
    row.per_case_minor, row.per_client_minor = wanted.per_case, wanted.per_client
    row.per_client_times, row.per_month_minor = wanted.per_client_times, wanted.per_month
    row.worth_percent, row.floor_minor = wanted.worth_percent, wanted.floor
    desk.session.add(row)
    desk.session.flush()
    desk.note("change_compensation_limit", "compensation_limit", row.id, ("per_case_minor",))


@dataclass(frozen=True, slots=True)
class Room:
    """What a level may still give in a case. `left`: the tightest sum, None without a limit.

    refusal: why a grant of the asked sum is not possible at this level; None when it is.
    """

    level: Authority
    left: Money | None
    cap: Money | None  # per case
    refusal: Say | None


def room(desk: Desk, complaint: Complaint, level: Authority, cost: int = 0) -> Room:
    """The room of a level in a case for a grant that costs `cost` (minor units)."""
    limits = next(x for x in list_limits(desk) if x.level is level)
    cap, per_client = _cap(desk, complaint, limits), limits.per_client
    if halved(desk, complaint.client_id) and level <= Authority.MANAGER:
        cap = None if cap is None else cap // 2
        per_client = None if per_client is None else per_client // 2
    case_left = _left(cap, _given(desk, CompensationGrant.complaint_id == complaint.id))
    client_given, times = _of_client(desk, complaint, level)
    client_left = _left(per_client, client_given)
    month_left = _left(limits.per_month, _of_month(desk, level))
    sums = [x for x in (case_left, client_left, month_left) if x is not None]
    refusal: Say | None = None
    if case_left is not None and cost > case_left:
        refusal = say("Above the limit of a case: {left} is left.", left=Money(max(case_left, 0)))
    elif limits.per_client_times is not None and times >= limits.per_client_times:
        refusal = say(
            "This client had {n} such gestures in twelve months already.", n=limits.per_client_times
        )
    elif client_left is not None and cost > client_left:
        refusal = say(
            "Above the limit of a client in twelve months: {left} is left.",
            left=Money(max(client_left, 0)),
        )
    elif month_left is not None and cost > month_left:
        refusal = say(
            "Above your limit of a month: {left} is left.", left=Money(max(month_left, 0))
        )
    return Room(
        level, Money(max(0, min(sums))) if sums else None, None if cap is None else Money(cap),
        refusal,
    )  # fmt: skip


def level_for(desk: Desk, complaint: Complaint, cost: int, *, catalogue: bool, at: int = 0) -> Room:
    """The lowest level that may give it, of those this person has; its refusal says who else may.

    catalogue: everything is from the catalogue (level 0 gives nothing else). at: the lowest level
    that is considered.
    """
    most = most_of(desk.actor.role)
    if most is None:
        raise UserError(say("Compensation is not yours to give: ask the owner of the case."))
    found: Room | None = None
    for level in Authority:
        if level < at or level > most or (level is Authority.FRONT and not catalogue):
            continue
        found = room(desk, complaint, level, cost)
        if found.refusal is None:
            return found
    if found is None:
        found = Room(most, None, None, say("An executive decides on this one."))
    return found


def halved(desk: Desk, client_id: UUID) -> bool:
    """Whether the client changed hands within the last thirty days."""
    since = desk.now - timedelta(days=NEW_MANAGER_DAYS)
    recent = select(Handover.id).where(
        Handover.client_id == client_id, Handover.at > since, Handover.undone_at.is_(None),
        Handover.from_id.is_not(None),
    )  # fmt: skip
    return desk.session.scalar(recent.limit(1)) is not None


def _cap(desk: Desk, complaint: Complaint, limits: Limits) -> int | None:
    cap = limits.per_case
    if limits.worth_percent is not None:
        spent = desk.session.scalar(
            select(func.sum(Purchase.amount_minor)).where(
                Purchase.client_id == complaint.client_id,
                Purchase.on_date > (desk.now - YEAR).date(),
            )
        )
        by_worth = max(limits.floor or 0, int(spent or 0) * limits.worth_percent // 100)
        cap = by_worth if cap is None else min(cap, by_worth)
    if limits.level is Authority.EXECUTIVE and complaint.est_loss_minor:
        top = complaint.est_loss_minor * HARD_PERCENT // 100
        cap = top if cap is None else min(cap, top)
    return cap


def _left(limit: int | None, given: int) -> int | None:
    return None if limit is None else limit - given


_COUNTS = (
    CompensationGrant.outside.is_(False), CompensationGrant.state != GrantState.RELEASED,
)  # fmt: skip


def _given(desk: Desk, *where: object) -> int:
    total = select(func.sum(CompensationGrant.reserved_minor)).where(*_COUNTS, *where)  # type: ignore[arg-type]
    return int(desk.session.scalar(total) or 0)


def _of_client(desk: Desk, complaint: Complaint, level: Authority) -> tuple[int, int]:
    rows = (
        select(CompensationGrant.reserved_minor, CompensationGrant.level)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            *_COUNTS, CompensationGrant.client_id == complaint.client_id,
            CompensationGrant.level <= level, CompensationGrant.offered_at > desk.now - YEAR,
        )
    )  # fmt: skip
    if level <= Authority.MANAGER:
        # What a manager may not see is not counted for one: a refusal would tell of it.
        rows = rows.where(Complaint.restricted == RestrictedClass.NORMAL)
    found = desk.session.execute(rows).all()
    return sum(minor for minor, _ in found), sum(at == level for _, at in found)


def month_of(moment: datetime) -> datetime:
    """The first moment of its month, UTC."""
    return moment.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def _of_month(desk: Desk, level: Authority) -> int:
    return _given(
        desk, CompensationGrant.staff_id == desk.actor.id, CompensationGrant.level <= level,
        CompensationGrant.offered_at >= month_of(desk.now),
    )  # fmt: skip


def set_loss(desk: Desk, complaint_id: UUID, loss: Money) -> None:
    """What the client lost by our estimate: level 1 and above need it. Raises `UserError`."""
    complaint = sight.find(desk, complaint_id)
    if loss.minor < 0:
        raise UserError(say("Enter zero or more."), field="loss")
    complaint.est_loss = loss
    desk.session.flush()
    desk.note("estimate_loss", "complaint", complaint.id, ("est_loss_minor",))
