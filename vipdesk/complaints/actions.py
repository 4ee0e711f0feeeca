"""Corrective actions: who does what by when, and ninety days later whether it worked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true

from vipdesk.access import Desk
from vipdesk.complaints import effect, sight
from vipdesk.complaints.action_lines import CHECK_AFTER
from vipdesk.complaints.effect import RateRatio
from vipdesk.complaints.problems import find_problem
from vipdesk.errors import NotFound, UserError
from vipdesk.learning import ActionKind, Effect, ProblemState
from vipdesk.models import Complaint, CorrectiveAction, Problem, RootCause, Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import Who, say

_LEADS = frozenset({Role.HEAD, Role.EXECUTIVE})


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action. `check_on`: when its effect is due to be checked, None until it is done.

    late: its day has passed and it is not done. interval: of the ratio of rates, once checked.
    """

    id: UUID
    problem_id: UUID
    problem: str
    kind: ActionKind
    text: str
    expected: str
    owner_id: UUID
    owner: Who
    due_on: date
    done_at: datetime | None
    check_on: date | None
    checked_at: datetime | None
    before: int | None
    after: int | None
    interval: RateRatio | None
    effect: Effect | None
    late: bool
    mine: bool

    @property
    def to_check(self) -> bool:
        """Done, and its effect not looked at yet."""
        return self.done_at is not None and self.checked_at is None


def _seen(desk: Desk) -> ColumnElement[bool]:
    if desk.actor.role in sight.SENIOR:
        return true()
    return CorrectiveAction.staff_id == desk.actor.id


def add_action(
    desk: Desk,
    problem_id: UUID,
    *,
    kind: ActionKind,
    text: str,
    expected: str,
    owner_id: UUID,
    due_on: date,
) -> ActionRow:
    """Somebody does something about a problem. For who leads.

    Raises `UserError` with `field` 'text', 'expected', 'owner' or 'due_on'.
    """
    if desk.actor.role not in _LEADS:
        raise UserError(say("The head of VIP service gives corrective actions."))
    problem = find_problem(desk, problem_id)
    if problem.state is not ProblemState.OPEN:
        raise UserError(say("This problem is solved: open it anew first."))
    if not text.strip():
        raise UserError(say("Say what is to be done."), field="text")
    if not expected.strip():
        raise UserError(
            say("Say what you expect to change: it is checked later."), field="expected"
        )
    if due_on < desk.now.date():
        raise UserError(say("Choose a day that is still to come."), field="due_on")
    owner = desk.session.get(Staff, owner_id)
    if owner is None or owner.left_at is not None or owner.role not in sight.WORKS_HERE:
        raise UserError(say("Choose somebody who works with complaints."), field="owner")
    row = CorrectiveAction(
        problem_id=problem_id, staff_id=owner_id, kind=kind, text=text.strip(),
        expected=expected.strip(), due_on=due_on, made_at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_action", "corrective_action", row.id, ("text", "due_on"))
    return _one(desk, row.id)


def list_doers(desk: Desk) -> tuple[tuple[UUID, Who], ...]:
    """Who may be given an action: who works with complaints and is still here, by surname."""
    rows = desk.session.scalars(
        select(Staff)
        .where(Staff.left_at.is_(None), Staff.role.in_(sight.WORKS_HERE))
        .order_by(Staff.surname, Staff.given)
    )
    return tuple((row.id, Who.of(row)) for row in rows)


def finish_action(desk: Desk, action_id: UUID) -> ActionRow:
    """It is done; its effect is checked ninety days from now."""
    row = _find(desk, action_id)
    if desk.actor.role not in _LEADS and row.staff_id != desk.actor.id:
        raise UserError(say("Who does it says that it is done."))
    if row.done_at is None:
        row.done_at = desk.now
        desk.session.flush()
        desk.note("finish_action", "corrective_action", row.id, ("done_at",))
    return _one(desk, action_id)


def check_effect(desk: Desk, action_id: UUID) -> ActionRow:
    """Count the cause ninety days before and after, and say what that shows. For who leads.

    Raises `UserError` before the ninety days are over, and where the cause is not known.
    """
    if desk.actor.role not in _LEADS:
        raise UserError(say("The head of VIP service checks the effect."))
    row = _find(desk, action_id)
    if row.done_at is None:
        raise UserError(say("First it has to be done."))
    if desk.now < row.done_at + CHECK_AFTER:
        on = (row.done_at + CHECK_AFTER).date()
        raise UserError(say("The effect shows after 90 days: check it on {day}.", day=on))
    problem = desk.session.get_one(Problem, row.problem_id)
    if problem.mechanism is None or problem.origin is None:
        raise UserError(say("Name the cause of the problem first: it is what is counted."))
    days = CHECK_AFTER.days
    row.before_count = _count(desk, problem, row.done_at - CHECK_AFTER, row.done_at)
    row.after_count = _count(desk, problem, row.done_at, row.done_at + CHECK_AFTER)
    row.before_days = row.after_days = days
    row.effect = effect.verdict(row.before_count, days, row.after_count, days)
    row.checked_at = desk.now
    desk.session.flush()
    desk.note("check_effect", "corrective_action", row.id, ("effect",))
    return _one(desk, action_id)


def _count(desk: Desk, problem: Problem, since: datetime, until: datetime) -> int:
    """Complaints of the problem's cause received in [since, until) that this person may see."""
    found = (
        select(func.count())
        .select_from(RootCause)
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(
            sight.visible(desk),
            RootCause.mechanism == problem.mechanism,
            RootCause.origin == problem.origin,
            Complaint.received_at >= since,
            Complaint.received_at < until,
        )
    )
    return desk.session.scalar(found) or 0


def list_actions(
    desk: Desk, *, problem_id: UUID | None = None, open_only: bool = False
) -> tuple[ActionRow, ...]:
    """The actions this person may see, the next due first. open_only: not checked yet."""
    if not sight.works_here(desk.actor.role):
        return ()
    query = (
        select(CorrectiveAction, Staff, Problem.title)
        .join(Staff, CorrectiveAction.staff_id == Staff.id)
        .outerjoin(Problem, CorrectiveAction.problem_id == Problem.id)
        .where(_seen(desk))
    )
    if problem_id is not None:
        query = query.where(CorrectiveAction.problem_id == problem_id)
    if open_only:
        query = query.where(CorrectiveAction.checked_at.is_(None))
    rows = [_action_row(desk, *row) for row in desk.session.execute(query)]
    return tuple(sorted(rows, key=lambda a: (a.checked_at is not None, a.check_on or a.due_on)))


def _action_row(desk: Desk, row: CorrectiveAction, owner: Staff, problem: str | None) -> ActionRow:
    interval = None
    if row.checked_at is not None and row.before_days and row.after_days:
        interval = effect.rate_ratio(
            row.before_count or 0, row.before_days, row.after_count or 0, row.after_days
        )
    return ActionRow(
        id=row.id, problem_id=row.problem_id, problem=problem or "", kind=row.kind, text=row.text,
        expected=row.expected, owner_id=row.staff_id, owner=Who.of(owner), due_on=row.due_on,
        done_at=row.done_at,
        check_on=(row.done_at + CHECK_AFTER).astimezone(UTC).date() if row.done_at else None,
        checked_at=row.checked_at, before=row.before_count, after=row.after_count,
        interval=interval, effect=row.effect,
        late=row.done_at is None and row.due_on < desk.now.date(),
        mine=row.staff_id == desk.actor.id,
    )  # fmt: skip


def _find(desk: Desk, action_id: UUID) -> CorrectiveAction:
    row = desk.session.scalars(
        select(CorrectiveAction).where(CorrectiveAction.id == action_id, _seen(desk))
    ).first()
    if row is None:
        raise NotFound(say("There is no such action."))
    return row


def _one(desk: Desk, action_id: UUID) -> ActionRow:
    return next(a for a in list_actions(desk) if a.id == action_id)
