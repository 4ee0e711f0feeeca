"""A paper of a case leaves the desk: why, and where to."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vipdesk.access.exports import checked_reason, save_file
from vipdesk.complaints import papers
from vipdesk.complaints.papers import Paper, PaperRow
from vipdesk.errors import UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.files import save_as
from vipdesk.ui.widgets import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class SavePaperDialog(Dialog):
    """The reason first, then a place, then the entry in the journal, then the file."""

    def __init__(self, context: Context, paper: PaperRow, parent: QWidget) -> None:
        self._paper = paper
        super().__init__(
            context, say("Save a document as a file"), primary=say("Save as…"), parent=parent,
            rows=(
                Field(
                    "reason", say("Why it is needed"), required=True,
                    hint=say("For example: for the club’s lawyer"),
                    help=say("Kept in the journal and in the case for good. Outside the desk "
                             "the file is no longer protected."),
                ),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """The reason is checked before a place is asked for."""
        try:
            checked_reason(self.form.values()["reason"])
        except UserError as error:
            self.take_error(error)
            return
        save_as(self, self._paper.name, self.write_to)

    def write_to(self, path: str) -> None:
        """Note it, then write the file beside the desk's worker."""
        take = partial(
            papers.save_paper, paper_id=self._paper.id, reason=self.form.values()["reason"]
        )
        self.write(take, partial(_put, self.context, Path(path)))


def _put(context: Context, path: Path, paper: Paper) -> None:
    context.runner.background(
        partial(save_file, path, paper.content), partial(_said, context), owner=context
    )


def _said(context: Context, _: None) -> None:
    context.say(say("The document is saved."))
