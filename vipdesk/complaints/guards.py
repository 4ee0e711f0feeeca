"""What keeps compensation honest. It looks at our process, never at the client as a suspect."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import sqrt
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.compensating import Authority, GrantState
from vipdesk.complaints import authority, relatives, sight
from vipdesk.errors import UserError
from vipdesk.models import (
    CompensationGrant,
    CompensationItem,
    CompensationOption,
    Complaint,
    ContactPoint,
    Staff,
)
from vipdesk.money import Money
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, Who, say

USUAL_REST = 30  # days, for what is not of the catalogue
FEWEST = 10  # grants of one person before anything is said of a share
PATTERN = 3  # compensated cases of a client in twelve months
SAMPLE_SHARE, NEAR_LIMIT = 0.05, 0.8
_LIVE = (GrantState.RESERVED, GrantState.COMMITTED, GrantState.SETTLED)


def rest_note(
    desk: Desk, complaint: Complaint, item_id: UUID | None, title: str
) -> tuple[Say, ...]:
    """Whether the client had the same within its days of rest."""
    item = desk.session.get(CompensationItem, item_id) if item_id else None
    days = item.rest_days if item is not None else USUAL_REST
    same = (
        CompensationOption.item_id == item_id
        if item_id is not None
        else CompensationOption.title == title.strip()
    )
    last = desk.session.scalar(
        select(func.max(CompensationGrant.offered_at))
        .join(CompensationOption, CompensationOption.grant_id == CompensationGrant.id)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), CompensationGrant.client_id == complaint.client_id, same,
            CompensationOption.chosen, CompensationGrant.state.in_(_LIVE),
            CompensationGrant.offered_at > desk.now - timedelta(days=days),
        )
    )  # fmt: skip
    if last is None:
        return ()
    return (say("“{title}” was given to this client less than {n} days ago.", title=title, n=days),)


def require_rest(
    desk: Desk, complaint: Complaint, things: Sequence[tuple[UUID | None, str]], *, again: bool
) -> None:
    """Ask before the same is given twice within its days of rest."""
    if again:
        return
    for item_id, title in things:
        for note in rest_note(desk, complaint, item_id, title):
            raise UserError(note, field="again")


def require_stranger(desk: Desk, client_id: UUID) -> None:
    """Nobody gives to an account of their own, nor to a relative's.

    The same address or number is one's own; a relative is who was declared.
    """
    me = desk.actor
    digits = "+" + "".join(c for c in me.phone if c.isdigit())
    own = {x for x in (me.email.strip().lower(), digits if len(digits) > 1 else "") if x}
    points = select(ContactPoint.normalised).where(ContactPoint.client_id == client_id)
    if own & set(desk.session.scalars(points)):
        raise UserError(say("This account is your own: a colleague decides on it."))
    if relatives.is_relative(desk, client_id):
        raise UserError(say("You declared this client as a relative: a colleague decides on it."))


def require_new_number(desk: Desk, number: str) -> None:
    """A voucher's number is given once."""
    if not number:
        return
    there = select(CompensationGrant.id).where(CompensationGrant.number == number)
    if desk.session.scalar(there) is not None:
        raise UserError(say("A voucher with this number was given already."), field="number")


def lowest_level(worth: int, loss: int | None) -> Authority:
    """Above 120 % of the loss an executive decides; above 150 % nobody does. Pure."""
    if not loss or worth * 100 <= loss * authority.SOFT_PERCENT:
        return Authority.FRONT
    if worth * 100 > loss * authority.HARD_PERCENT:
        raise UserError(
            say("More than one and a half times the loss gains nothing: offer less."),
            field="options",
        )
    return Authority.EXECUTIVE


def band_notes(worth: int, loss: int | None) -> tuple[Say, ...]:
    """Where the worth lies beside the loss: 80 to 100 % does most. Pure."""
    if not loss:
        return ()
    share = round(worth * 100 / loss)
    if share < 80:
        return (say("{share} % of the loss: the usual band is 80 to 100 %.", share=share),)
    if share > authority.SOFT_PERCENT:
        return (say("{share} % of the loss: an executive decides above 120 %.", share=share),)
    if share > 100:
        return (say("{share} % of the loss: above the usual band of 80 to 100 %.", share=share),)
    return ()


def pattern(desk: Desk, client_id: UUID) -> int | None:
    """For the head alone: how many cases of a client were compensated in twelve months, from three.

    It refuses nothing and is never written to the client.
    """
    if desk.actor.role is not Role.HEAD:
        return None
    n = desk.session.scalar(
        select(func.count(func.distinct(CompensationGrant.complaint_id)))
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), CompensationGrant.client_id == client_id,
            CompensationGrant.outside.is_(False), CompensationGrant.state.in_(_LIVE),
            CompensationGrant.offered_at > desk.now - authority.YEAR,
        )
    )  # fmt: skip
    return n if n is not None and n >= PATTERN else None


# For quality ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class UsedRow:
    """What one of the staff gave this month, and the limit of a month; None: without one."""

    staff_id: UUID
    by: Who
    given: Money
    limit: Money | None

    @property
    def share(self) -> float | None:
        """Of the limit."""
        if self.limit is None or not self.limit.minor:
            return None
        return self.given.minor / self.limit.minor


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one of the staff gave. `low`, `high`: the funnel, None below ten cases."""

    staff_id: UUID
    by: Who
    cases: int
    grants: int
    given: Money
    low: float | None
    high: float | None

    @property
    def outside(self) -> bool:
        """Whether the share lies outside what chance explains."""
        if self.low is None or self.high is None or not self.cases:
            return False
        return not self.low <= self.grants / self.cases <= self.high


def months_used(desk: Desk) -> tuple[UsedRow, ...]:
    """What each of the staff gave this month within level 1, beside the limit of a month.

    By head and executive; oneself alone for a manager. What is the client's own is not counted.
    """
    if not sight.works_here(desk.actor.role):
        return ()
    query = (
        select(CompensationGrant.staff_id, func.sum(CompensationGrant.reserved_minor))
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), CompensationGrant.level <= Authority.MANAGER,
            CompensationGrant.outside.is_(False), CompensationGrant.state.in_(_LIVE),
            CompensationGrant.offered_at >= authority.month_of(desk.now),
        )
        .group_by(CompensationGrant.staff_id)
    )  # fmt: skip
    if desk.actor.role not in sight.SENIOR:
        query = query.where(CompensationGrant.staff_id == desk.actor.id)
    caps = {x.level: x.per_month for x in authority.list_limits(desk)}
    cap = caps[Authority.MANAGER]
    people = {s.id: s for s in desk.session.scalars(select(Staff))}
    rows = [
        UsedRow(staff_id, Who.of(people.get(staff_id)), Money(int(given)),
                None if cap is None else Money(cap))
        for staff_id, given in desk.session.execute(query)
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda r: -r.given.minor))


def shares(desk: Desk, *, since: datetime) -> tuple[ShareRow, ...]:
    """Cases compensated by each owner since a moment, with funnel limits of three deviations.

    By head and executive; limits are said only from ten cases on.
    """
    if desk.actor.role not in sight.SENIOR:
        return ()
    owned = {
        row[0]: row[1] for row in desk.session.execute(
            select(Complaint.owner_id, func.count())
            .where(sight.visible(desk), Complaint.received_at >= since)
            .group_by(Complaint.owner_id)
        )
    }  # fmt: skip
    rows = desk.session.execute(
        select(
            CompensationGrant.staff_id,
            func.count(func.distinct(CompensationGrant.complaint_id)),
            func.sum(CompensationGrant.reserved_minor),
        )
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), Complaint.received_at >= since,
            CompensationGrant.state.in_(_LIVE), CompensationGrant.outside.is_(False),
        )
        .group_by(CompensationGrant.staff_id)
    ).all()  # fmt: skip
    people = {s.id: s for s in desk.session.scalars(select(Staff))}
    total = sum(n for _, n, _ in rows) / max(1, sum(owned.values()))
    found = []
    for staff_id, n, given in rows:
        cases = max(owned.get(staff_id, 0), n)
        low, high = funnel(total, cases) if n >= FEWEST else (None, None)
        found.append(
            ShareRow(staff_id, Who.of(people.get(staff_id)), cases, n, Money(int(given)), low, high)
        )
    return tuple(sorted(found, key=lambda r: -r.given.minor))


def funnel(share: float, n: int) -> tuple[float, float]:
    """Three standard deviations of a share over n cases. Pure."""
    wide = 3 * sqrt(max(0.0, share * (1 - share)) / n)
    return max(0.0, share - wide), min(1.0, share + wide)


def draw_sample(desk: Desk, month: datetime, chance: random.Random) -> int:
    """Mark last month's grants for a look: all above 80 % of a limit, and 5 % of the others.

    By head and executive; returns how many. A second draw of a month adds nothing.
    """
    if desk.actor.role not in sight.SENIOR:
        return 0
    first = authority.month_of(month)
    after = authority.month_of(first + timedelta(days=32))
    grants = desk.session.scalars(
        select(CompensationGrant)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), CompensationGrant.offered_at >= first,
            CompensationGrant.offered_at < after, CompensationGrant.state.in_(_LIVE),
        )
        .order_by(CompensationGrant.id)
    ).all()  # fmt: skip
    if any(g.sampled for g in grants):
        return 0
    caps = {x.level: x.per_case for x in authority.list_limits(desk)}
    near = [g for g in grants if _near(g, caps[g.level])]
    others = [g for g in grants if g not in near]
    drawn = chance.sample(others, min(len(others), -(-len(others) * 5 // 100)))
    for g in (*near, *drawn):
        g.sampled = True
    desk.session.flush()
    found = len(near) + len(drawn)
    if found:
        desk.note("draw_sample", "compensation_grant", None, ("sampled",))
    return found


def draw_last_month(desk: Desk, chance: random.Random | None = None) -> int:
    """The sample of the month that has ended; for the jobs, which ask every day."""
    month = authority.month_of(desk.now) - timedelta(days=1)
    return draw_sample(desk, month, chance or random.SystemRandom())


@dataclass(frozen=True, slots=True)
class SampleRow:
    """A grant chosen for a look. near: above 80 % of its limit; else it was drawn by lot."""

    complaint_id: UUID
    number: str
    by: Who
    level: Authority
    given: Money
    offered_at: datetime
    near: bool


def list_sample(desk: Desk, *, since: datetime) -> tuple[SampleRow, ...]:
    """What was chosen for a look among grants since a moment, the latest first. By who leads."""
    if desk.actor.role not in sight.SENIOR:
        return ()
    caps = {x.level: x.per_case for x in authority.list_limits(desk)}
    rows = desk.session.execute(
        select(CompensationGrant, Complaint.public_no, Staff)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .join(Staff, Staff.id == CompensationGrant.staff_id)
        .where(
            sight.visible(desk), CompensationGrant.sampled,
            CompensationGrant.offered_at >= since,
        )
        .order_by(CompensationGrant.offered_at.desc())
    )  # fmt: skip
    return tuple(
        SampleRow(g.complaint_id, number, Who.of(staff), g.level, g.reserved, g.offered_at,
                  _near(g, caps[g.level]))
        for g, number, staff in rows
    )  # fmt: skip


def _near(grant: CompensationGrant, cap: int | None) -> bool:
    return not grant.outside and cap is not None and grant.reserved_minor > cap * NEAR_LIMIT
