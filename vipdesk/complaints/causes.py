"""Why it happened: the cause of a case on two axes, with the whys that led there.

'Human error' alone is no root: where a person's doing is named, at least one why must say how
it could happen. A cause that nobody found is said so, and a problem is open for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import history, sight, stems, timekeeping
from vipdesk.complaints.states import Part
from vipdesk.errors import UserError
from vipdesk.learning import Mechanism, Origin, ProblemState, Surety
from vipdesk.models import Complaint, Problem, RootCause
from vipdesk.vocabulary import CaseEventKind, ClockKind, ComplaintState
from vipdesk.wording import say

MOST_WHYS = 5
_WORDS_OF_A_WHY = 3
_BLAME = (
    "человеческий фактор", "человеческая ошибка", "ошибка сотрудника", "вина сотрудника",
    "невнимательность", "невнимателен", "забыл", "забыла", "забыли", "халатность",
    "безответственность",
    "human error", "human factor", "careless", "carelessness", "forgot", "inattention",
    "negligence",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A cause as it is typed. `whys`: answers to 'why could it happen', the first one nearest."""

    mechanism: Mechanism
    origin: Origin
    whys: Sequence[str]
    surety: Surety = Surety.PROBABLE


@dataclass(frozen=True, slots=True)
class CauseRow:
    """The cause of a case. Both axes None: looked for and not found. `coded_at` is UTC."""

    complaint_id: UUID
    mechanism: Mechanism | None
    origin: Origin | None
    surety: Surety
    whys: tuple[str, ...]
    problem_id: UUID | None
    coded_at: datetime


def find_cause(desk: Desk, complaint_id: UUID) -> CauseRow | None:
    """The cause as it is named now. Raises `NotFound` for a hidden case."""
    sight.find(desk, complaint_id)
    row = _row(desk, complaint_id)
    return None if row is None else _cause_row(row)


def coded(desk: Desk, complaint_id: UUID) -> bool:
    """Whether the cause is named, or 'not found' with an open problem. For the guard."""
    return _row(desk, complaint_id) is not None


def _row(desk: Desk, complaint_id: UUID) -> RootCause | None:
    return desk.session.scalars(
        select(RootCause).where(RootCause.complaint_id == complaint_id)
    ).first()


def _cause_row(row: RootCause) -> CauseRow:
    return CauseRow(
        row.complaint_id, row.mechanism, row.origin, row.surety, tuple(row.whys), row.problem_id,
        row.coded_at,
    )  # fmt: skip


def code_cause(desk: Desk, complaint_id: UUID, found: Found) -> CauseRow:
    """Name the cause, or name another. Raises `UserError` (field 'whys', 'origin')."""
    complaint = _mine(desk, complaint_id)
    whys = [" ".join(w.split()) for w in found.whys if w.strip()]
    _check_whys(whys, found.origin)
    row = _row(desk, complaint_id) or RootCause(complaint_id=complaint_id)
    row.mechanism, row.origin, row.surety = found.mechanism, found.origin, found.surety
    row.whys = whys
    return _keep(desk, complaint, row)


def cause_not_found(desk: Desk, complaint_id: UUID, *, looked: str, title: str) -> CauseRow:
    """It was looked for and not found: a problem is opened, so that somebody goes on looking.

    looked: where it was looked for. title: what the problem is called; without names.
    """
    complaint = _mine(desk, complaint_id)
    if len(stems.tokens(looked)) < _WORDS_OF_A_WHY:
        raise UserError(say("Say where you looked for the cause."), field="whys")
    if not title.strip():
        raise UserError(say("Name the problem, without names of people."), field="title")
    row = _row(desk, complaint_id) or RootCause(complaint_id=complaint_id)
    problem = desk.session.get(Problem, row.problem_id) if row.problem_id else None
    if problem is None or problem.state is not ProblemState.OPEN:
        problem = Problem(
            staff_id=desk.actor.id, title=title.strip()[:200], state=ProblemState.OPEN,
            opened_at=desk.now,
        )  # fmt: skip
        desk.session.add(problem)
        desk.session.flush()
        desk.note("open_problem", "problem", problem.id, ("title",))
    row.mechanism = row.origin = None
    row.surety, row.whys, row.problem_id = Surety.GUESS, [looked.strip()], problem.id
    return _keep(desk, complaint, row)


def _keep(desk: Desk, complaint: Complaint, row: RootCause) -> CauseRow:
    row.coded_by_id, row.coded_at = desk.actor.id, desk.now
    desk.session.add(row)
    desk.session.flush()
    codes = (str(row.mechanism), str(row.origin)) if row.origin else ("not_found", "")
    history.write(
        desk, complaint, CaseEventKind.NOTE, text="\n".join(row.whys), mechanism=codes[0],
        origin=codes[1],
    )  # fmt: skip
    timekeeping.stop_clocks(desk, complaint, (ClockKind.RCA,), desk.now)
    desk.note("code_cause", "root_cause", row.id, ("mechanism", "origin", "surety", "whys"))
    return _cause_row(row)


def _check_whys(whys: list[str], origin: Origin) -> None:
    if not whys:
        raise UserError(say("Ask at least once why it could happen."), field="whys")
    if len(whys) > MOST_WHYS:
        raise UserError(say("Five whys are enough: the last one is the root."), field="whys")
    short = next((w for w in whys if len(stems.tokens(w)) < _WORDS_OF_A_WHY), None)
    if short is not None:
        raise UserError(say("Answer each why with a whole sentence."), field="whys")
    if blames_only(whys) or (origin.human and len(whys) < 2):
        raise UserError(
            say("A person’s mistake is not a root: ask why it could happen."), field="whys"
        )


def blames_only(whys: Sequence[str]) -> bool:
    """Whether the last why stops at somebody's mistake. Pure."""
    return bool(whys) and stems.any_mentioned(whys[-1], _BLAME)


def _mine(desk: Desk, complaint_id: UUID) -> Complaint:
    complaint = sight.find(desk, complaint_id)
    if not {Part.OWNER, Part.HEAD, Part.EXECUTIVE} & sight.parts_of(desk, complaint):
        raise UserError(say("The owner of the case names its cause."))
    if complaint.state in (ComplaintState.VOID, ComplaintState.DUPLICATE):
        raise UserError(say("This case has no cause of its own."))
    return complaint
