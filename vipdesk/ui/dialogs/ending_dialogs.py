"""The rarer steps of a case as small sheets: raised by hand, withdrawn, ended, a slip, a twin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.complaints import endings, escalation, links
from vipdesk.ui.dialogs.case_dialogs import Rows, StepDialog, channel_field
from vipdesk.ui.widgets import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.complaints.links import Twin
    from vipdesk.ui.context import Context


class EscalateDialog(StepDialog):
    """Anybody who sees the case may ask for a decision one level up."""

    heading = say("Ask for a decision one level up")
    primary = say("Move it up")
    said = say("Moved up. The case stays with its owner.")

    def fields(self, context: Context) -> Rows:
        """The reason."""
        return (Field("reason", say("What has to be decided, and why"), "long", required=True),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Move it up."""
        return partial(escalation.escalate, complaint_id=self._case_id, **typed)


class DecideDialog(StepDialog):
    """What was moved up is decided; the owner tells the client."""

    heading = say("Decide what was moved up")
    primary = say("Decided")
    said = say("The decision is in the case.")

    def __init__(self, context: Context, notice_id: UUID, parent: QWidget) -> None:
        super().__init__(context, notice_id, parent)

    def fields(self, context: Context) -> Rows:
        """The decision."""
        return (Field("decision", say("The decision, for the owner to act on"), "long",
                      required=True),)  # fmt: skip

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Decide."""
        return partial(escalation.decide, notice_id=self._case_id, **typed)


class WithdrawDialog(StepDialog):
    """The client takes it back."""

    heading = say("The client withdraws it")
    primary = say("Withdrawn")
    said = say("The case is withdrawn; its history stays.")

    def fields(self, context: Context) -> Rows:
        """The client's statement, and how it came."""
        return (
            channel_field(),
            Field("statement", say("The client’s words"), "long", required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Withdraw."""
        return partial(endings.withdraw, complaint_id=self._case_id, **typed)


class UnresolvedDialog(StepDialog):
    """Without agreement, once the final position has reached the client."""

    heading = say("End without agreement")
    primary = say("End it")
    said = say("The case is ended without agreement. The cause is still looked for.")

    def fields(self, context: Context) -> Rows:
        """The letter itself is written under Letters; here it is only added to."""
        return (Field("note", say("For the record, if anything is to be added"), "long"),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """End it."""
        return partial(endings.end_unresolved, complaint_id=self._case_id, **typed)


class ReclassifyDialog(StepDialog):
    """It is no complaint."""

    heading = say("This is no complaint")
    primary = say("Reclassify")
    said = say("Reclassified. Reports count it as such.")

    def fields(self, context: Context) -> Rows:
        """The reason."""
        return (Field("reason", say("Why"), "long", required=True),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Reclassify."""
        return partial(endings.reclassify, complaint_id=self._case_id, **typed)


class VoidDialog(ReclassifyDialog):
    """It was entered by mistake; the number stays."""

    heading = say("Entered by mistake")
    primary = say("Make it void")
    said = say("The case is void. Its number stays as a trace.")

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Make it void."""
        return partial(endings.void, complaint_id=self._case_id, **typed)


class DuplicateDialog(StepDialog):
    """The same matter was filed before."""

    heading = say("The same matter was filed before")
    primary = say("Join them")
    said = say("Joined. The earlier promise holds.")

    def __init__(
        self, context: Context, case_id: UUID, parent: QWidget, twins: tuple[Twin, ...]
    ) -> None:
        self._twins = twins
        super().__init__(context, case_id, parent)

    def fields(self, context: Context) -> Rows:
        """Which of the client's open cases goes on."""
        at = context.format.moment
        choices = tuple(
            (t.id, say("{number} · {at}", number=t.number, at=at(t.received_at)))
            for t in self._twins
        )
        return (Field("master_id", say("The case that goes on"), "choice", choices=choices),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Join them."""
        return partial(links.mark_duplicate, complaint_id=self._case_id, **typed)


class AgainDialog(StepDialog):
    """An old case comes back as a new one."""

    heading = say("File it again")
    primary = say("File")
    said = say("Filed as a new complaint, linked to the old one.")

    def fields(self, context: Context) -> Rows:
        """The client's words."""
        return (
            channel_field(),
            Field("words", say("The client’s words"), "long", required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """File it."""
        return partial(links.file_again, complaint_id=self._case_id, **typed)
