"""The steps of a case as small sheets: a contact, a wait, an answer, the end and back again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import course, holds, legal_reading
from vipdesk.complaints.course import Acceptance
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Field
from vipdesk.vocabulary import Channel, Direction, HoldKind, Severity, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import HoldRow
    from vipdesk.complaints.holds import HoldSuggestion
    from vipdesk.ui.context import Context

Rows = tuple[Field | tuple[Field, ...], ...]
_WAYS = (
    Channel.PHONE,
    Channel.IN_PERSON,
    Channel.EMAIL,
    Channel.MESSENGER,
    Channel.SMS,
    Channel.LETTER,
)


def channel_field() -> Field:
    """By which way."""
    return Field("channel", say("Channel"), "choice", choices=tuple((c, label(c)) for c in _WAYS))


class StepDialog(Dialog):
    """A step: its fields and the verb they are given to. The draft lies among the hidden rows."""

    heading: Say
    primary: Say
    said: Say

    def __init__(self, context: Context, case_id: UUID, parent: QWidget) -> None:
        self._case_id = case_id
        super().__init__(
            context, self.heading, primary=self.primary, rows=self.fields(context),
            draft=f"complaint.{type(self).__name__}:{case_id}", parent=parent,
        )  # fmt: skip

    def fields(self, context: Context) -> Rows:
        """What is asked."""
        raise NotImplementedError

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """What is done with it."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do it."""
        self.write(self.verb(self.form.values()), said=self.said)

    def aware(self, typed: datetime) -> datetime:
        """A moment as it was typed, in the zone of the desk."""
        zone = self.context.format.local(self.context.now()).tzinfo
        return typed.replace(tzinfo=zone)


class ContactDialog(StepDialog):
    """A call, a message, a talk: who spoke, and what was said."""

    heading = say("Log a contact")
    primary = say("Save")
    said = say("Contact saved in the case.")

    def fields(self, context: Context) -> Rows:
        """Direction, channel, words."""
        ways = tuple((d, label_of(d)) for d in (Direction.OUTBOUND, Direction.INBOUND))
        return (
            (Field("direction", say("Who spoke"), "choice", choices=ways), channel_field()),
            Field("text", say("What was said"), "long", required=True, lines=4),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Log it."""
        return partial(course.log_contact, complaint_id=self._case_id, **typed)


def label_of(direction: Direction) -> Say:
    """Who spoke to whom."""
    return say("We to the client") if direction is Direction.OUTBOUND else say("The client to us")


class WaitDialog(StepDialog):
    """A question to the client; only the resolution clock stands still meanwhile."""

    heading = say("Wait for the client")
    primary = say("Wait")
    said = say("Waiting for the client.")

    def fields(self, context: Context) -> Rows:
        """The question, the way, the day we ask again."""
        return (
            Field("question", say("What you asked"), "long", required=True),
            (channel_field(), Field("next_contact_at", say("Ask again"), "moment")),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Wait."""
        typed["next_contact_at"] = self.aware(typed["next_contact_at"])
        return partial(course.wait_for_client, complaint_id=self._case_id, **typed)


class PromiseDialog(StepDialog):
    """Another date, told to the client before the promised one is past."""

    heading = say("Move the promised date")
    primary = say("Promise")
    said = say("The new date is promised.")

    def fields(self, context: Context) -> Rows:
        """The date, and what the client was told."""
        return (
            (Field("due_at", say("Answer by"), "moment"), channel_field()),
            Field("told", say("What you told the client"), "long", required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Renegotiate."""
        typed["due_at"] = self.aware(typed["due_at"])
        return partial(course.renegotiate, complaint_id=self._case_id, **typed)


class NewPromiseDialog(PromiseDialog):
    """A new date where none is open: the old promise was broken, or answered."""

    heading = say("Promise a date")

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Promise."""
        typed["due_at"] = self.aware(typed["due_at"])
        return partial(course.promise_again, complaint_id=self._case_id, **typed)


class AnswerDialog(StepDialog):
    """The detailed answer as the client got it, with options and what was decided."""

    heading = say("The answer")
    primary = say("The client has it")
    said = say("The answer is in the case.")

    def __init__(
        self, context: Context, case_id: UUID, parent: QWidget, *, careful: bool = False
    ) -> None:
        self._careful = careful
        super().__init__(context, case_id, parent)

    def fields(self, context: Context) -> Rows:
        """Words, who read them where a court was spoken of, options, compensation."""
        read = Field(
            "read", say("A lawyer has read the answer as it stands"), "check", value=False,
            help=say("Needed for an answer in writing: a court, the press or leaving came up."),
        )  # fmt: skip
        return (
            channel_field(),
            Field("text", say("The answer"), "long", required=True, lines=5),
            *((read,) if self._careful else ()),
            Field("options", say("Options offered, one per line"), "long", required=True),
            Field("compensation", say("Compensation, or none and why"), required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Answer."""
        typed["options"] = tuple(typed["options"].splitlines())
        read = bool(typed.pop("read", False))
        return partial(_answer, complaint_id=self._case_id, read=read, **typed)


def _answer(desk: Any, complaint_id: UUID, *, read: bool, text: str, **typed: Any) -> None:
    """The reading and the answer in one transaction."""
    if read:
        legal_reading.note_reading(desk, complaint_id, body=text)
    course.answer(desk, complaint_id, text=text, **typed)


class ResolveDialog(StepDialog):
    """The client accepts: how that is known."""

    heading = say("The client accepts")
    primary = say("Resolved")
    said = say("Resolved. A follow-up talk is due in a week.")

    def fields(self, context: Context) -> Rows:
        """How it is known."""
        known = tuple((a, a.label) for a in Acceptance)
        return (
            Field("acceptance", say("How you know"), "choice", choices=known),
            Field("words", say("The client’s words"), "long"),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Resolve."""
        return partial(course.resolve, complaint_id=self._case_id, **typed)


class CloseDialog(StepDialog):
    """The end, when nothing is owed any more."""

    heading = say("Close the case")
    primary = say("Close the case")
    said = say("The case is closed.")

    def fields(self, context: Context) -> Rows:
        """A last word; talk and cause stand in the case already."""
        return (Field("words", say("A last word for those who may see the case"), "long"),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Close."""
        return partial(course.close, complaint_id=self._case_id, **typed)


class NotContentDialog(StepDialog):
    """The answer did not do."""

    heading = say("The client is not satisfied")
    primary = say("Another round")
    said = say("In progress again.")

    def fields(self, context: Context) -> Rows:
        """The client's words."""
        return (Field("words", say("The client’s words"), "long", required=True),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Another round."""
        return partial(course.not_content, complaint_id=self._case_id, **typed)


class ReopenDialog(NotContentDialog):
    """The client comes back to it."""

    heading = say("Open the case again")
    primary = say("Open again")

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Reopen."""
        return partial(course.reopen, complaint_id=self._case_id, **typed)


class HoldDialog(StepDialog):
    """Hold invitations, with no reason told to anybody; what stands is only made stricter."""

    heading = say("Hold invitations")
    primary = say("Hold")
    said = say("Invitations are held. Nobody learns why.")

    def __init__(
        self, context: Context, case_id: UUID, parent: QWidget, hold: HoldRow | None,
        suggested: HoldSuggestion | None,
    ) -> None:  # fmt: skip
        self._hold, self._suggested = hold, suggested
        super().__init__(context, case_id, parent)

    def fields(self, context: Context) -> Rows:
        """What is held, and when somebody looks again."""
        found = self._suggested or self._hold
        kind = found.kind if found is not None and found.kind else HoldKind.ASK_MANAGER
        day = context.format.today() + timedelta(days=30)
        if found is not None and found.review_on is not None:
            day = context.format.local(found.review_on).date()
        return (
            Field("kind", say("Guest lists show"), "choice", value=kind, required=True,
                  choices=tuple((k, label(k)) for k in HoldKind)),
            Field("review_on", say("Look again on"), "date", value=day, required=True,
                  help=say("A hold that stands is only made stricter and longer here. To end it, "
                           "release it.")),
        )  # fmt: skip

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Set it."""
        return partial(holds.set_hold, complaint_id=self._case_id, **typed)


class SeverityDialog(StepDialog):
    """Anybody may raise it; only the head lowers it."""

    heading = say("Change the severity")
    primary = say("Change")
    said = say("The severity is changed and the deadlines follow.")

    def fields(self, context: Context) -> Rows:
        """Grade and reason."""
        grades = tuple((s, label(s)) for s in Severity)
        return (
            Field("severity", say("Severity"), "choice", choices=grades),
            Field("reason", say("Why"), required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Change it."""
        return partial(course.change_severity, complaint_id=self._case_id, **typed)
