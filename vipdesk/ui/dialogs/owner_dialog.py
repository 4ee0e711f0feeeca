"""Give a case to another owner: management's, never to whom it is about."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import owners
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.fields import Choice, Field
from vipdesk.vocabulary import label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.access import Desk, StaffRow
    from vipdesk.ui.context import Context


class OwnerDialog(Dialog):
    """Who answers for the case from now on; deadlines and promises stay."""

    def __init__(self, context: Context, case_id: UUID, parent: QWidget) -> None:
        self._case_id = case_id
        super().__init__(
            context, say("Give the case to another owner"), primary=say("Give the case"),
            parent=parent,
            rows=(
                Field(
                    "owner_id", say("New owner"), "choice", required=True,
                    hint=say("Deadlines and promises stay as they are."),
                ),
                Field("reason", say("Why"), "long", lines=2),
            ),
        )  # fmt: skip
        self.primary_button.allow(False, say("One moment…"))
        read = partial(owners.list_new_owners, complaint_id=case_id)
        context.runner.read(read, self._show, owner=self)

    def submit(self) -> None:
        """Give it; the message bar offers the way back."""
        self.write(
            partial(owners.give_complaint, complaint_id=self._case_id, **self.form.values()),
            said=say("The case has another owner."),
            undo=self._back,
        )

    def _back(self, desk: Desk, before: UUID) -> object:
        return owners.give_complaint(desk, self._case_id, owner_id=before)

    def _show(self, people: tuple[StaffRow, ...]) -> None:
        lang = self.context.words.lang
        offered = tuple(
            (s.id, f"{s.name_in(lang)} · {self.context.text(label(s.role))}") for s in people
        )
        choice = self.form.fields["owner_id"].editor
        if isinstance(choice, Choice):
            choice.offer(offered)
            if offered:
                choice.set_value(offered[0][0])
        self.primary_button.allow(bool(offered), say("There is nobody else to give it to."))
