"""Departments that do something for a case: each told only what it needs, each with its clock.

The extract is written by the owner and is never the client's words. A clock stands only while the
department has asked the requester something.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.compensating import TaskState
from vipdesk.complaints import business_time, clocks, history, sight, stems, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.survival import TOO_FEW
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import Complaint, DepartmentTask
from vipdesk.vocabulary import CaseEventKind, ClockKind, ClockVerdict, Role
from vipdesk.wording import say

BORROWED = 8  # so many words in a row of the client's are quoted, not an extract
_LIVE = (TaskState.OPEN, TaskState.ASKED)


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task. `late`: past its due time, not done; it stands still while the department asks."""

    id: UUID
    complaint_id: UUID
    department: str
    extract: str
    state: TaskState
    given_at: datetime
    due_at: datetime
    done_at: datetime | None
    question: str
    answer: str
    quality: int | None
    reopened: int
    late: bool


def give_task(desk: Desk, complaint_id: UUID, *, department: str, extract: str) -> UUID:
    """Ask a department for something. Raises `UserError` (field 'department', 'extract')."""
    complaint = sight.find(desk, complaint_id)
    if complaint.closed_at is not None:
        raise UserError(say("This case is closed: open it again first."))
    department = " ".join(step.require_words(department, "department").split())[:80]
    extract = step.require_words(extract, "extract")
    if quotes(complaint.words_of_client, extract):
        raise UserError(
            say("Say what is to be done in your own words: the client’s are not passed on."),
            field="extract",
        )
    rules, standing = timekeeping.rules_for(complaint), timekeeping.standing_of(desk, complaint)
    due = clocks.due(rules, ClockKind.OLA, standing, desk.now).at
    task = DepartmentTask(
        complaint_id=complaint.id, department=department, extract=extract, staff_id=desk.actor.id,
        state=TaskState.OPEN, given_at=desk.now, due_at=due, first_due_at=due,
    )  # fmt: skip
    desk.session.add(task)
    desk.session.flush()
    timekeeping.start_clock(desk, complaint, ClockKind.OLA, desk.now, due_at=due)
    history.write(desk, complaint, CaseEventKind.NOTE, text=department, task="given")
    desk.note("give_task", "department_task", task.id, ("department", "extract", "due_at"))
    return task.id


def quotes(said: str, extract: str) -> bool:
    """Whether an extract repeats the client's words: eight of them in a row. Pure."""
    theirs, ours = stems.tokens(said), stems.tokens(extract)
    runs = {tuple(theirs[i : i + BORROWED]) for i in range(len(theirs) - BORROWED + 1)}
    return any(tuple(ours[i : i + BORROWED]) in runs for i in range(len(ours) - BORROWED + 1))


def ask_back(desk: Desk, task_id: UUID, *, question: str) -> None:
    """The department asked us: its clock stands from now on."""
    task, complaint = _find(desk, task_id, TaskState.OPEN)
    task.question = step.require_words(question, "question")
    task.state, task.asked_at = TaskState.ASKED, desk.now
    _stop(desk, task, ClockVerdict.CANCELLED)
    history.write(desk, complaint, CaseEventKind.NOTE, text=task.question, task="asked")
    desk.note("ask_back", "department_task", task.id, ("state", "question"))


def answer_question(desk: Desk, task_id: UUID, *, text: str) -> None:
    """We answered: the clock goes on with the working time that was left."""
    task, complaint = _find(desk, task_id, TaskState.ASKED)
    text = step.require_words(text, "text")
    asked = task.asked_at or desk.now
    rules, standing = timekeeping.rules_for(complaint), timekeeping.standing_of(desk, complaint)
    schedule = rules.calendar.schedule(clocks.limit_of(rules, ClockKind.OLA, standing).schedule)
    left = business_time.minutes_between(schedule, asked, task.due_at) if task.due_at > asked else 0
    if left:
        task.due_at = business_time.add_minutes(schedule, desk.now, round(left))
    task.state, task.asked_at = TaskState.OPEN, None
    desk.session.flush()
    clock = timekeeping.start_clock(desk, complaint, ClockKind.OLA, desk.now, due_at=task.due_at)
    if not left:
        clock.verdict = ClockVerdict.MISSED  # what was late before the question stays late
    history.write(desk, complaint, CaseEventKind.NOTE, text=text, task="answered")
    desk.note("answer_department", "department_task", task.id, ("state", "due_at"))


def finish_task(desk: Desk, task_id: UUID, *, answer: str, quality: int | None = None) -> None:
    """The department did it. quality: 1 to 5, by who asked (field)."""
    task, complaint = _find(desk, task_id, *_LIVE)
    if quality is not None and not 1 <= quality <= 5:
        raise UserError(say("Quality is a number from 1 to 5."), field="quality")
    task.answer = step.require_words(answer, "answer")
    task.state, task.done_at, task.quality = TaskState.DONE, desk.now, quality
    _stop(desk, task)
    history.write(desk, complaint, CaseEventKind.NOTE, text=task.answer, task="done")
    desk.note("finish_task", "department_task", task.id, ("state", "done_at", "quality"))


def reopen_task(desk: Desk, task_id: UUID, *, reason: str) -> None:
    """It was not done after all: the same limit again, from now; counted as opened again."""
    task, complaint = _find(desk, task_id, TaskState.DONE)
    if complaint.closed_at is not None:
        raise UserError(say("This case is closed: open it again first."))
    reason = step.require_words(reason, "reason")
    rules, standing = timekeeping.rules_for(complaint), timekeeping.standing_of(desk, complaint)
    task.due_at = clocks.due(rules, ClockKind.OLA, standing, desk.now).at
    task.state, task.done_at, task.quality = TaskState.OPEN, None, None
    task.reopened += 1
    desk.session.flush()
    timekeeping.start_clock(desk, complaint, ClockKind.OLA, desk.now, due_at=task.due_at)
    history.write(desk, complaint, CaseEventKind.NOTE, text=reason, task="reopened")
    desk.note("reopen_task", "department_task", task.id, ("state", "due_at", "reopened"))


def take_back(desk: Desk, task_id: UUID, *, reason: str) -> None:
    """The task is no longer asked for; it is counted for nobody."""
    task, complaint = _find(desk, task_id, *_LIVE)
    reason = step.require_words(reason, "reason")
    _stop(desk, task, ClockVerdict.CANCELLED)
    task.state = TaskState.TAKEN_BACK
    desk.session.flush()
    history.write(desk, complaint, CaseEventKind.NOTE, text=reason, task="taken_back")
    desk.note("take_back_task", "department_task", task.id, ("state",))


def _stop(desk: Desk, task: DepartmentTask, verdict: ClockVerdict | None = None) -> None:
    """Stop this task's clock; another task of the case keeps its own."""
    desk.session.flush()
    for row in timekeeping.open_clocks(desk, task.complaint_id, ClockKind.OLA):
        if row.due_at == task.due_at:
            judged = clocks.judged(row.due_at, desk.now, row.verdict)
            late = judged is ClockVerdict.MISSED
            row.verdict = judged if late or verdict is None else verdict
            row.stopped_at = desk.now
            break
    desk.session.flush()


# Reading ----------------------------------------------------------------------------------------


def open_tasks(desk: Desk, complaint_id: UUID) -> int:
    """How many tasks of a case are not done. For the guard of closing."""
    rows = select(DepartmentTask.id).where(
        DepartmentTask.complaint_id == complaint_id, DepartmentTask.state.in_(_LIVE)
    )
    return len(desk.session.scalars(rows).all())


def list_tasks(desk: Desk, complaint_id: UUID) -> tuple[TaskRow, ...]:
    """The tasks of a case, the nearest due first. Raises `NotFound` for a hidden case."""
    sight.find(desk, complaint_id)
    rows = desk.session.scalars(
        select(DepartmentTask)
        .where(DepartmentTask.complaint_id == complaint_id)
        .order_by(DepartmentTask.due_at)
    )
    return tuple(
        TaskRow(
            t.id, t.complaint_id, t.department, t.extract, t.state, t.given_at, t.due_at,
            t.done_at, t.question, t.answer, t.quality, t.reopened,
            t.state in _LIVE and (t.asked_at or desk.now) > t.due_at,
        )
        for t in rows
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OnTimeRow:
    """A department's record. `on_time` of `judged`: done, or late already; open ones not yet due
    are only in `open`. `quality`: the mean, None without marks. clients: whose tasks these are.
    """

    department: str
    judged: int
    on_time: int
    open: int
    reopened: int
    median_over: timedelta | None  # of the late ones
    quality: float | None
    clients: int = 0


def on_time_table(desk: Desk, *, since: datetime) -> tuple[OnTimeRow, ...]:
    """Departments by how often they were on time, of cases this person sees; worst first."""
    if not sight.works_here(desk.actor.role):
        return ()
    found: dict[str, list[DepartmentTask]] = {}
    clients: dict[str, set[UUID]] = {}
    tasks = desk.session.execute(
        select(DepartmentTask, Complaint.client_id)
        .join(Complaint, Complaint.id == DepartmentTask.complaint_id)
        .where(
            sight.visible(desk), DepartmentTask.given_at >= since,
            DepartmentTask.state != TaskState.TAKEN_BACK,
        )
    )  # fmt: skip
    for t, client_id in tasks:
        found.setdefault(t.department, []).append(t)
        clients.setdefault(t.department, set()).add(client_id)
    rows = [
        replace(_record(name, mine, desk.now), clients=len(clients[name]))
        for name, mine in found.items()
    ]
    return tuple(
        sorted(rows, key=lambda r: (r.on_time / r.judged if r.judged else 2, r.department))
    )


def told_table(desk: Desk, *, since: datetime) -> tuple[tuple[OnTimeRow, ...], int]:
    """The same for a report: below the executives no row of fewer than five clients.

    Returns the rows and how many are not told.
    """
    rows = on_time_table(desk, since=since)
    least = 1 if desk.actor.role is Role.EXECUTIVE else TOO_FEW
    told = tuple(r for r in rows if r.clients >= least)
    return told, len(rows) - len(told)


def _record(name: str, tasks: Sequence[DepartmentTask], now: datetime) -> OnTimeRow:
    over = sorted(
        (t.done_at or t.asked_at or now) - t.due_at
        for t in tasks
        if (t.done_at or t.asked_at or now) > t.due_at
    )
    done = sum(t.state is TaskState.DONE for t in tasks)
    late_open = sum(t.state is not TaskState.DONE and (t.asked_at or now) > t.due_at for t in tasks)
    marks = [t.quality for t in tasks if t.quality is not None]
    judged = done + late_open
    return OnTimeRow(
        name, judged, judged - len(over), len(tasks) - done, sum(t.reopened for t in tasks),
        over[len(over) // 2] if over else None, sum(marks) / len(marks) if marks else None,
    )  # fmt: skip


def _find(desk: Desk, task_id: UUID, *states: TaskState) -> tuple[DepartmentTask, Complaint]:
    found = desk.session.execute(
        select(DepartmentTask, Complaint)
        .join(Complaint, Complaint.id == DepartmentTask.complaint_id)
        .where(DepartmentTask.id == task_id, sight.visible(desk))
    ).first()
    if found is None:
        raise NotFound(say("There is no such task."))
    if found[0].state not in states:
        raise Conflict(say("This task has gone further in the meantime. Look at it again."))
    return found[0], found[1]
