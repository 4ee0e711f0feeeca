"""The tab of departments' tasks in a case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.compensating import TaskState
from vipdesk.complaints import departments
from vipdesk.complaints.departments import TaskRow
from vipdesk.ui.widgets import Body, Button, Caption, Card, Strong, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import ComplaintCase
    from vipdesk.ui.context import Context

_STEPS: dict[TaskState, tuple[tuple[str, Say], ...]] = {
    TaskState.OPEN: (("ask_back", say("They ask us…")), ("take_back", say("Take back…"))),
    TaskState.ASKED: (("answer", say("Answer them…")), ("take_back", say("Take back…"))),
    TaskState.DONE: (("reopen", say("Not done after all…")),),
}


class ComplaintDepartments(QWidget, Speaking):
    """Each task with its clock, what it was told and what came of it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.case: ComplaintCase | None = None
        self.card = Card(context, say("Tasks of departments"))
        self._lines = column(gap=16)
        self.give_button = Button(
            context, say("Ask a department…"), kind="primary", icon="plus", on=self.give
        )
        self.card.body.addLayout(row(self.give_button, None))
        self.card.body.addLayout(self._lines)
        inside = QWidget()
        inside.setLayout(column(self.card, None, gap=16))
        whole = column(gap=0)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def show_case(self, case: ComplaintCase) -> None:
        """Read the tasks of this case."""
        self.case = case
        self.give_button.setEnabled(case.state.is_open or str(case.state) == "resolved")
        read = partial(departments.list_tasks, complaint_id=case.id)
        self.context.runner.read(read, self._show, owner=self, topic="departments")

    def _show(self, tasks: tuple[TaskRow, ...]) -> None:
        clear(self._lines)
        if not tasks:
            words = say("No department is asked for anything.")
            self._lines.addWidget(Caption(self.context, words, wrap=True, ink="text2"))
        for task in tasks:
            self._lines.addWidget(self._task(task))

    def _task(self, task: TaskRow) -> QWidget:
        lines, moment = column(gap=4), self.context.format.moment
        lines.addWidget(
            Strong(self.context, say("{department} · {state}", department=task.department,
                                     state=label(task.state)), wrap=True)
        )  # fmt: skip
        lines.addWidget(Body(self.context, task.extract, wrap=True))
        when = (
            say("Done {at}", at=moment(task.done_at)) if task.done_at is not None
            else say("Due {at}", at=moment(task.due_at))
        )  # fmt: skip
        lines.addWidget(
            Caption(self.context, when, wrap=True, ink="danger" if task.late else "text2")
        )
        if task.state is TaskState.ASKED:
            lines.addWidget(Body(self.context, task.question, wrap=True))
        if task.answer:
            lines.addWidget(Body(self.context, task.answer, wrap=True))
        buttons = [
            Button(self.context, words, on=partial(self._step, task, step))
            for step, words in _STEPS.get(task.state, ())
        ]
        if task.state in (TaskState.OPEN, TaskState.ASKED):
            buttons.insert(0, Button(self.context, say("Done…"), on=partial(self._done, task)))
        if buttons:
            lines.addLayout(row(*buttons, None))
        whole = QWidget()
        whole.setLayout(lines)
        return whole

    def give(self) -> None:
        """Ask a department."""
        from vipdesk.ui.dialogs.compensation_dialogs import TaskDialog

        if self.case is not None:
            TaskDialog(self.context, self.case.id, self).open()

    def _step(self, task: TaskRow, step: str) -> None:
        from vipdesk.ui.dialogs.compensation_dialogs import TaskStepDialog

        TaskStepDialog(self.context, task.id, step, self).open()

    def _done(self, task: TaskRow) -> None:
        from vipdesk.ui.dialogs.compensation_dialogs import DoneDialog

        DoneDialog(self.context, task.id, self).open()
