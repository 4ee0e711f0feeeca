"""Problems: several cases with one cause, what is done about them, what was learned.

Who leads sees all problems; a manager those opened from own cases. None names a client.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, select, true

from vipdesk.access import Desk
from vipdesk.complaints import public_no, sight, stems
from vipdesk.errors import NotFound, UserError
from vipdesk.learning import Mechanism, Origin, ProblemState
from vipdesk.models import Client, Complaint, Lesson, Problem, RootCause, Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, Who, say

TOGETHER, WITHIN = 3, timedelta(days=90)
_WORDS_OF_A_LESSON, _LONG = 5, 300
_SENTENCE = re.compile(r"[.!?…]+(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Cases of one cause that no problem gathers yet. `cases`: how many this person may see."""

    mechanism: Mechanism
    origin: Origin
    cases: int
    last_at: datetime


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """A problem. `cases`: gathered ones that this person may see. `opened_by`: empty, the desk."""

    id: UUID
    title: str
    mechanism: Mechanism | None
    origin: Origin | None
    state: ProblemState
    opened_at: datetime
    solved_at: datetime | None
    opened_by: Who
    cases: int


@dataclass(frozen=True, slots=True)
class LessonRow:
    """One sentence for everybody who works with complaints."""

    id: UUID
    text: str
    published_on: date


def _seen(desk: Desk) -> ColumnElement[bool]:
    return true() if desk.actor.role in sight.SENIOR else Problem.staff_id == desk.actor.id


def propose_problems(desk: Desk) -> tuple[Proposal, ...]:
    """Three and more cases of one cause within ninety days: the most first. For who leads."""
    if desk.actor.role not in sight.SENIOR:
        return ()
    rows = desk.session.execute(
        select(RootCause.mechanism, RootCause.origin, func.count(), func.max(Complaint.received_at))
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(
            sight.visible(desk),
            RootCause.mechanism.is_not(None),
            RootCause.problem_id.is_(None),
            Complaint.received_at >= desk.now - WITHIN,
        )
        .group_by(RootCause.mechanism, RootCause.origin)
        .having(func.count() >= TOGETHER)
    )
    found = [Proposal(m, o, n, at) for m, o, n, at in rows if m is not None and o is not None]
    return tuple(sorted(found, key=lambda p: (-p.cases, p.mechanism, p.origin)))


def open_problem(
    desk: Desk, *, title: str, mechanism: Mechanism | None = None, origin: Origin | None = None
) -> ProblemRow:
    """Open a problem; with both axes it gathers the cases of that cause. For who leads."""
    _lead(desk)
    if not title.strip():
        raise UserError(say("Name the problem, without names of people."), field="title")
    row = Problem(
        staff_id=desk.actor.id, title=title.strip()[:200], mechanism=mechanism, origin=origin,
        state=ProblemState.OPEN, opened_at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("open_problem", "problem", row.id, ("title",))
    if mechanism is not None and origin is not None:
        gather(desk, row.id)
    return get_problem(desk, row.id)


def gather(desk: Desk, problem_id: UUID) -> int:
    """Take in the cases of the problem's cause that belong to none yet. Returns how many."""
    problem = find_problem(desk, problem_id)
    if problem.mechanism is None or problem.origin is None:
        raise UserError(say("Name the cause of the problem first."), field="mechanism")
    causes = desk.session.scalars(
        select(RootCause)
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(
            sight.visible(desk), RootCause.mechanism == problem.mechanism,
            RootCause.origin == problem.origin, RootCause.problem_id.is_(None),
        )
    ).all()  # fmt: skip
    for cause in causes:
        cause.problem_id = problem_id
    desk.session.flush()
    if causes:
        desk.note("gather_causes", "problem", problem_id, ())
    return len(causes)


def change_problem(
    desk: Desk, problem_id: UUID, *, title: str, mechanism: Mechanism | None, origin: Origin | None
) -> ProblemRow:
    """Another name, or the cause once it is known."""
    problem = find_problem(desk, problem_id)
    if not title.strip():
        raise UserError(say("Name the problem, without names of people."), field="title")
    if (mechanism is None) != (origin is None):
        raise UserError(say("Choose both what went wrong and where it came from."), field="origin")
    problem.title, problem.mechanism, problem.origin = title.strip()[:200], mechanism, origin
    desk.session.flush()
    desk.note("change_problem", "problem", problem_id, ("title", "mechanism", "origin"))
    return get_problem(desk, problem_id)


def solve_problem(desk: Desk, problem_id: UUID) -> None:
    """It does not come any more. Raises `UserError` while an action still has to be checked."""
    from vipdesk.complaints.actions import list_actions

    _lead(desk)
    problem = find_problem(desk, problem_id)
    if any(a.checked_at is None for a in list_actions(desk, problem_id=problem_id)):
        raise UserError(say("First check the effect of its actions."))
    problem.state, problem.solved_at = ProblemState.SOLVED, desk.now
    desk.session.flush()
    desk.note("solve_problem", "problem", problem_id, ("state",))


def find_problem(desk: Desk, problem_id: UUID) -> Problem:
    """The problem, for this room's verbs. Raises `NotFound`, also for one that is hidden."""
    row = desk.session.scalars(select(Problem).where(Problem.id == problem_id, _seen(desk))).first()
    if row is None:
        raise NotFound(say("There is no such problem."))
    return row


def get_problem(desk: Desk, problem_id: UUID) -> ProblemRow:
    """One problem. Raises `NotFound`."""
    find_problem(desk, problem_id)
    return next(p for p in list_problems(desk, open_only=False) if p.id == problem_id)


def list_problems(desk: Desk, *, open_only: bool = True) -> tuple[ProblemRow, ...]:
    """The problems this person may see, open ones first, the newest first."""
    if not sight.works_here(desk.actor.role):
        return ()
    query = select(Problem, Staff).outerjoin(Staff, Problem.staff_id == Staff.id).where(_seen(desk))
    if open_only:
        query = query.where(Problem.state == ProblemState.OPEN)
    counts = _counts(desk)
    rows = [
        ProblemRow(
            p.id, p.title, p.mechanism, p.origin, p.state, p.opened_at, p.solved_at,
            Who.of(staff), counts[p.id],
        )
        for p, staff in desk.session.execute(query)
    ]  # fmt: skip
    return tuple(
        sorted(rows, key=lambda p: (p.state is not ProblemState.OPEN, -p.opened_at.timestamp()))
    )


def _counts(desk: Desk) -> dict[UUID, int]:
    rows = desk.session.execute(
        select(RootCause.problem_id, func.count())
        .join(Complaint, RootCause.complaint_id == Complaint.id)
        .where(sight.visible(desk), RootCause.problem_id.is_not(None))
        .group_by(RootCause.problem_id)
    )
    return defaultdict(int, {key: n for key, n in rows if key is not None})


# Lessons ----------------------------------------------------------------------------------------


def publish_lesson(desk: Desk, *, text: str, problem_id: UUID | None = None) -> LessonRow:
    """One sentence for everybody who works with complaints. It names nobody and no case.

    Raises `UserError` (field 'text') for a sentence with a name of the club's staff, a number of
    a case, or more than one sentence.
    """
    _lead(desk)
    said = " ".join(text.split())
    fault = _lesson_fault(desk, said, problem_id)
    if fault is not None:
        raise UserError(fault, field="text")
    row = Lesson(problem_id=problem_id, text=said, published_on=desk.now.date())
    desk.session.add(row)
    desk.session.flush()
    desk.note("publish_lesson", "lesson", row.id, ("text",))
    return LessonRow(row.id, row.text, row.published_on)


def withdraw_lesson(desk: Desk, lesson_id: UUID) -> None:
    """Take a lesson back."""
    _lead(desk)
    row = desk.session.get(Lesson, lesson_id)
    if row is not None:
        desk.session.delete(row)
        desk.session.flush()
        desk.note("withdraw_lesson", "lesson", lesson_id, ())


def list_lessons(desk: Desk) -> tuple[LessonRow, ...]:
    """The lessons, newest first; nothing for who does not work with complaints."""
    if not sight.works_here(desk.actor.role):
        return ()
    rows = desk.session.scalars(select(Lesson).order_by(Lesson.published_on.desc(), Lesson.id))
    return tuple(LessonRow(x.id, x.text, x.published_on) for x in rows)


def _lesson_fault(desk: Desk, text: str, problem_id: UUID | None) -> Say | None:
    if len(stems.tokens(text)) < _WORDS_OF_A_LESSON:
        return say("Write a whole sentence.")
    if len([x for x in _SENTENCE.split(text) if x.strip()]) > 1 or len(text) > _LONG:
        return say("One short sentence: what we do differently now.")
    if any(public_no.read_back(word) for word in text.split()):
        return say("A lesson names no case: leave the number out.")
    staff = desk.session.execute(select(Staff.surname, Staff.given)).all()
    clients = desk.session.execute(
        select(Client.surname, Client.given)
        .join(Complaint, Complaint.client_id == Client.id)
        .join(RootCause, RootCause.complaint_id == Complaint.id)
        .where(RootCause.problem_id == problem_id)
    ).all()
    if stems.names_person(text, *(name for row in (*staff, *clients) for name in row if name)):
        return say("A lesson names nobody: leave the name out.")
    return None


def _lead(desk: Desk) -> None:
    if desk.actor.role not in (Role.HEAD, Role.EXECUTIVE):
        raise UserError(say("The head of VIP service leads problems and lessons."))
