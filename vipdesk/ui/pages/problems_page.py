"""Problems behind complaints: proposals, what is done about each, whether it worked, lessons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import actions, problems
from vipdesk.complaints.actions import ActionRow
from vipdesk.complaints.problems import LessonRow, ProblemRow, Proposal
from vipdesk.complaints.sight import SENIOR
from vipdesk.learning import Effect, ProblemState
from vipdesk.ui.dialogs.case_after_dialogs import Colleague
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Badge, Body, Button, Caption, Card, Tone, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import label
from vipdesk.wording import Say, Who, say

_TONES = {Effect.WORKED: Tone.SUCCESS, Effect.NO: Tone.DANGER, Effect.NOT_SHOWN: Tone.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Board:
    """What the page reads at once."""

    proposals: tuple[Proposal, ...]
    problems: tuple[ProblemRow, ...]
    actions: tuple[ActionRow, ...]
    lessons: tuple[LessonRow, ...]
    colleagues: tuple[tuple[UUID, Who], ...]


def read_board(desk: Any) -> Board:
    """Everything of this person."""
    return Board(
        problems.propose_problems(desk), problems.list_problems(desk, open_only=False),
        actions.list_actions(desk), problems.list_lessons(desk),
        actions.list_doers(desk),
    )  # fmt: skip


class ProblemsPage(Page):
    """Causes that come again, and what becomes of them."""

    section = "complaints"
    title = say("Problems and lessons")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "root_cause", "problem", "corrective_action", "lesson",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.board: Board | None = None
        self.add_action(Badge(context, say("Confidential"), Tone.PRIVATE))
        self.open_button = Button(
            context, say("Open a problem…"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(self.open_button)
        self.proposed = Card(context, say("Cases of one cause"))
        self._proposals = column(gap=8)
        self.proposed.body.addLayout(self._proposals)
        self.table = Table(
            context, say("Problems"),
            (
                Column(say("Problem"), lambda r: r.title, width=260, stretch=True, strong=True,
                       second=_cause, tip=_cause),
                Column(say("Cases"), lambda r: str(r.cases), width=80, number=True),
                Column(say("State"), lambda r: label(r.state), width=150,
                       badge=lambda r: Tone.SUCCESS if r.state is ProblemState.SOLVED
                       else Tone.WARNING),
                Column(say("Opened"), lambda r: context.format.moment(r.opened_at), width=150),
            ),
        )  # fmt: skip
        self.action_table = Table(
            context, say("Corrective actions"),
            (
                Column(say("Action"), lambda r: r.text, width=260, stretch=True, strong=True,
                       second=lambda r: r.expected, tip=lambda r: r.problem),
                Column(say("Owner"), lambda r: r.owner.shown(context.words.lang), width=140),
                Column(say("Due"), self._when, width=190, second=lambda r: label(r.kind)),
                Column(say("Effect"), _effect, width=150, badge=_tone, tip=_interval),
            ),
        )  # fmt: skip
        self.action_button = Button(context, say("Add an action…"), on=self.add_corrective)
        self.done_button = Button(context, say("Done"), icon="check", on=self.finish)
        self.check_button = Button(context, say("Check the effect"), on=self.check)
        self.solved_button = Button(context, say("Problem solved"), on=self.solve)
        self.lesson_button = Button(context, say("Publish a lesson…"), on=self.publish)
        self.lessons = Card(context, say("Lessons"))
        self._lessons = column(gap=6)
        self.lessons.body.addLayout(self._lessons)
        self.none = Caption(context, "", ink="text2", wrap=True)
        inside = QWidget()
        inside.setLayout(
            column(
                self.proposed, self.none, self.table,
                row(self.action_button, self.solved_button, self.lesson_button, None),
                self.action_table, row(self.done_button, self.check_button, None), self.lessons,
                None,
                gap=16,
            )
        )  # fmt: skip
        self.table.setMinimumHeight(context.look.px(170))
        self.action_table.setMinimumHeight(context.look.px(150))
        self.body.addWidget(scrolled(inside), 1)

    def _connect(self) -> None:
        self.table.chosen.connect(self._allow)
        self.action_table.chosen.connect(self._allow)

    def reload(self) -> None:
        """Read everything."""
        self.load(read_board, self._show)

    def _show(self, board: Board) -> None:
        self.board = board
        leads = self._leads()
        clear(self._proposals)
        self.proposed.setVisible(bool(board.proposals))
        for p in board.proposals:
            said = say(
                "{n} cases in 90 days: {mechanism}, {origin}", n=p.cases,
                mechanism=label(p.mechanism), origin=label(p.origin),
            )  # fmt: skip
            button = Button(
                self.context, say("Open a problem…"), on=partial(self._open, p),
            )  # fmt: skip
            line = row(gap=8)
            line.addWidget(Body(self.context, said, wrap=True), 1)
            line.addWidget(button)
            self._proposals.addLayout(line)
        self.none.setVisible(not board.problems)
        self.none.show_text(
            say("No problem is open: three cases of one cause within 90 days make one.")
        )
        self.table.setVisible(bool(board.problems))
        self.action_table.setVisible(bool(board.actions))
        self.table.show_rows(board.problems)
        self.action_table.show_rows(board.actions)
        self.lessons.setVisible(bool(board.lessons))
        clear(self._lessons)
        for lesson in board.lessons:
            self._lessons.addWidget(Body(self.context, lesson.text, wrap=True))
        for shown in (self.open_button, self.action_button, self.solved_button,
                      self.lesson_button, self.check_button):  # fmt: skip
            shown.setVisible(leads)
        self.done_button.setVisible(bool(board.actions))
        self.check_button.setVisible(leads and bool(board.actions))
        for shown in (self.action_button, self.solved_button):
            shown.setVisible(leads and bool(board.problems))
        if board.problems and self.table.chosen_row() is None:
            self.table.choose_first()
        self._allow()

    def _leads(self) -> bool:
        staff = self.context.staff
        return staff is not None and staff.role in SENIOR

    def _allow(self, _chosen: object = None) -> None:
        problem, action = self.table.chosen_row(), self.action_table.chosen_row()
        open_ = problem is not None and problem.state is ProblemState.OPEN
        for button in (self.action_button, self.solved_button):
            button.allow(open_, say("Choose an open problem."))
        undone = action is not None and action.done_at is None and (action.mine or self._leads())
        self.done_button.allow(undone, say("Choose an action that is not done yet."))
        ready = action is not None and action.to_check
        self.check_button.allow(ready, say("Choose an action that is done."))

    def _when(self, action: ActionRow) -> Say:
        day = self.context.words.day
        if action.checked_at is not None:
            return say("Checked {day}", day=day(action.checked_at.date()))
        if action.check_on is not None:
            return say("Effect due {day}", day=day(action.check_on))
        return (
            say("Late: {day}", day=day(action.due_on))
            if action.late
            else say("By {day}", day=day(action.due_on))
        )

    # What is done --------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N: open a problem."""
        if self._leads():
            from vipdesk.ui.dialogs.case_after_dialogs import ProblemDialog

            ProblemDialog(self.context, self).open()
        return self._leads()

    def _open(self, proposal: Proposal) -> None:
        from vipdesk.ui.dialogs.case_after_dialogs import ProblemDialog

        ProblemDialog(
            self.context, self, mechanism=proposal.mechanism, origin=proposal.origin
        ).open()

    def add_corrective(self) -> None:
        """Give somebody an action for the chosen problem."""
        from vipdesk.ui.dialogs.case_after_dialogs import ActionDialog

        chosen = self.table.chosen_row()
        if chosen is None or self.board is None:
            return
        people = tuple(
            Colleague(key, who.shown(self.words.lang)) for key, who in self.board.colleagues
        )
        ActionDialog(self.context, chosen.id, people, self).open()

    def finish(self) -> None:
        """The chosen action is done."""
        chosen = self.action_table.chosen_row()
        if chosen is not None:
            self.write(
                partial(actions.finish_action, action_id=chosen.id),
                said=say("Done; its effect is checked in 90 days."),
            )

    def check(self) -> None:
        """Count before and after."""
        chosen = self.action_table.chosen_row()
        if chosen is not None:
            self.write(
                partial(actions.check_effect, action_id=chosen.id),
                said=lambda a: label(a.effect),
            )

    def solve(self) -> None:
        """The chosen problem does not come any more."""
        chosen = self.table.chosen_row()
        if chosen is not None:
            self.write(
                partial(problems.solve_problem, problem_id=chosen.id),
                said=say("The problem is solved."),
            )

    def publish(self) -> None:
        """A sentence for everybody who works with complaints."""
        from vipdesk.ui.dialogs.case_after_dialogs import LessonDialog

        chosen = self.table.chosen_row()
        LessonDialog(self.context, chosen.id if chosen else None, self).open()


def _cause(problem: ProblemRow) -> Say:
    if problem.mechanism is None or problem.origin is None:
        return say("The cause is not known yet")
    return say(
        "{mechanism} · {origin}", mechanism=label(problem.mechanism), origin=label(problem.origin)
    )


def _effect(action: ActionRow) -> Say | str:
    return label(action.effect) if action.effect is not None else "–"


def _tone(action: ActionRow) -> Tone | None:
    return None if action.effect is None else _TONES[action.effect]


def _interval(action: ActionRow) -> Say | str:
    """'7 before, 1 after; the rate is 0.0 to 0.9 of what it was (exact, 95 %)'."""
    found = action.interval
    if found is None:
        return ""
    high = "∞" if found.high == float("inf") else f"{found.high:.2f}"
    return say(
        "{before} before, {after} after in 90 days each; rate ratio {low} to {high}, 95 % exact",
        before=action.before or 0, after=action.after or 0, low=f"{found.low:.2f}", high=high,
    )  # fmt: skip
