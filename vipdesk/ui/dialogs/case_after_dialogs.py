"""Sheets of what comes after a case: the talk, the cause, problems, actions, lessons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import actions, causes, follow_up, problems
from vipdesk.complaints.causes import Found
from vipdesk.complaints.follow_up import Said
from vipdesk.learning import ActionKind, Mechanism, Origin, Solved, Surety
from vipdesk.ui.dialogs.case_dialogs import StepDialog
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Field
from vipdesk.vocabulary import Channel, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

Rows = tuple[Field | tuple[Field, ...], ...]
_WAYS = tuple(
    (c, label(c))
    for c in (Channel.PHONE, Channel.IN_PERSON, Channel.MESSENGER, Channel.EMAIL, Channel.LETTER)
)


def _scale(name: str, words: Say, most: int) -> Field:
    steps: tuple[tuple[object, Text], ...] = ((None, say("Not asked")),)
    return Field(
        name, words, "choice", choices=(*steps, *((n, str(n)) for n in range(1, most + 1)))
    )


def _choices(enum: Any) -> tuple[tuple[object, Text], ...]:
    return tuple((member, label(member)) for member in enum)


class TalkDialog(StepDialog):
    """What the client said a week later."""

    heading = say("The talk a week later")
    primary = say("Save")
    said = say("The talk is in the case.")

    def fields(self, context: Context) -> Rows:
        """Solved, three numbers, the client's words."""
        return (
            (
                Field("solved", say("Is it solved?"), "choice", choices=_choices(Solved),
                      value=Solved.YES),
                Field("channel", say("Channel"), "choice", choices=_WAYS, value=Channel.PHONE),
            ),
            (
                _scale("csat", say("How content, 1 to 5"), 5),
                _scale("ces", say("How easy it was, 1 to 7"), 7),
            ),
            _scale("worth", say("Worth of what was given, 1 to 5"), 5),
            Field("words", say("In the client’s words"), "long", lines=4),
        )  # fmt: skip

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Note it."""
        channel = typed.pop("channel")
        return partial(
            follow_up.note_follow_up, complaint_id=self._case_id, channel=channel,
            said=Said(**typed),
        )  # fmt: skip


class NoTalkDialog(StepDialog):
    """The client wished no talk."""

    heading = say("No talk wished")
    primary = say("Save")
    said = say("It is noted that the client wishes no talk.")

    def fields(self, context: Context) -> Rows:
        """How it was said."""
        return (Field("words", say("How the client said it"), "long", required=True),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Note it."""
        return partial(follow_up.decline_follow_up, complaint_id=self._case_id, **typed)


class CauseDialog(StepDialog):
    """The cause on two axes, and why it could happen."""

    heading = say("Name the cause")
    primary = say("Save")
    said = say("The cause is named.")

    def fields(self, context: Context) -> Rows:
        """Both axes, the whys, how sure."""
        return (
            (
                Field("mechanism", say("What went wrong"), "choice", choices=_choices(Mechanism)),
                Field("origin", say("Where it came from"), "choice", choices=_choices(Origin)),
            ),
            Field("whys", say("Why could it happen? One why a line, the last is the root"), "long",
                  lines=5, required=True),
            Field("surety", say("How certain"), "choice", choices=_choices(Surety),
                  value=Surety.PROBABLE),
        )  # fmt: skip

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Name it."""
        found = Found(
            typed["mechanism"], typed["origin"], tuple(typed["whys"].splitlines()),
            typed["surety"],
        )  # fmt: skip
        return partial(causes.code_cause, complaint_id=self._case_id, found=found)


class NotFoundDialog(StepDialog):
    """Looked for and not found: a problem stays open."""

    heading = say("The cause is not found")
    primary = say("Open a problem")
    said = say("A problem is open: somebody goes on looking.")

    def fields(self, context: Context) -> Rows:
        """Where it was looked for, and what the problem is called."""
        return (
            Field("title", say("What the problem is called, without names"), required=True),
            Field("whys", say("Where you looked"), "long", required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Say so."""
        return partial(
            causes.cause_not_found, complaint_id=self._case_id, looked=typed["whys"],
            title=typed["title"],
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody an action may be given to."""

    id: UUID
    name: str


class ProblemDialog(Dialog):
    """A problem: its name and its cause."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        mechanism: Mechanism | None = None,
        origin: Origin | None = None,
    ) -> None:
        none: tuple[tuple[object, Text], ...] = ((None, say("Not known yet")),)
        super().__init__(
            context, say("Open a problem"), primary=say("Open"), parent=parent,
            rows=(
                Field("title", say("What the problem is called, without names"), required=True),
                (
                    Field("mechanism", say("What went wrong"), "choice", value=mechanism,
                          choices=(*none, *_choices(Mechanism))),
                    Field("origin", say("Where it came from"), "choice", value=origin,
                          choices=(*none, *_choices(Origin))),
                ),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Open it."""
        self.write(
            partial(problems.open_problem, **self.form.values()), said=say("The problem is open.")
        )


class ActionDialog(Dialog):
    """What is done about a problem: who, what, by when, and what it should change."""

    def __init__(
        self,
        context: Context,
        problem_id: UUID,
        colleagues: tuple[Colleague, ...],
        parent: QWidget,
    ) -> None:
        self._problem_id = problem_id
        people = tuple((c.id, c.name) for c in colleagues)
        day = context.format.local(context.now()).date() + timedelta(days=14)
        super().__init__(
            context, say("A corrective action"), primary=say("Save"), parent=parent,
            draft=f"complaint.action:{problem_id}",
            rows=(
                Field("text", say("What is to be done"), "long", required=True),
                Field("expected", say("What you expect to change"), required=True),
                (
                    Field("kind", say("What it does"), "choice", choices=_choices(ActionKind),
                          value=ActionKind.PREVENT),
                    Field("owner", say("Who does it"), "choice", choices=people),
                    Field("due_on", say("By"), "date", value=day, required=True),
                ),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Give it."""
        typed = self.form.values()
        owner = typed.pop("owner")
        self.write(
            partial(actions.add_action, problem_id=self._problem_id, owner_id=owner, **typed),
            said=say("The action is on its owner’s list; its effect is checked 90 days after."),
        )


class LessonDialog(Dialog):
    """One sentence for everybody who works with complaints."""

    def __init__(self, context: Context, problem_id: UUID | None, parent: QWidget) -> None:
        self._problem_id = problem_id
        super().__init__(
            context, say("Publish a lesson"), primary=say("Publish"), parent=parent,
            rows=(
                Field("text", say("One sentence: what we do differently now"), "long",
                      required=True, help=say("It names nobody and no case.")),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Publish it."""
        self.write(
            partial(
                problems.publish_lesson, problem_id=self._problem_id, **self.form.values()
            ),
            said=say("The lesson is published."), undo=_unpublish,
        )  # fmt: skip


def _unpublish(desk: Any, lesson: problems.LessonRow) -> None:
    problems.withdraw_lesson(desk, lesson.id)
