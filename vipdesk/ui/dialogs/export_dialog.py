"""Data leaves the desk: what for, as which file, why; who stays out is said before."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vipdesk.access.exports import ExportForm, checked_reason, save_file
from vipdesk.channels.mailing import left_out_whole, withheld
from vipdesk.clients import export as clients
from vipdesk.clients.export import ExportCount
from vipdesk.clients.registry import ClientFilter
from vipdesk.errors import UserError
from vipdesk.privacy import journal
from vipdesk.privacy.journal import JournalExport, JournalFilter
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Topic
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from vipdesk.ui.context import Context
    from vipdesk.wording import Words

LARGE = 50
"""A list longer than this is taken only after its length was typed (02: large export)."""

_FORMS = (
    (ExportForm.XLSX, say("Excel workbook (.xlsx)")),
    (ExportForm.CSV, say("Table (.csv)")),
    (ExportForm.VCARD, say("Cards (vCard 4.0)")),
    (ExportForm.VCARD_3, say("Cards for phones (vCard 3.0)")),
)
_REASON = Field(
    "reason",
    say("Why it is needed"),
    required=True,
    hint=say("For example: envelopes for the concert on 12 May"),
    help=say("Kept in the journal and in the file for good. No names of clients here."),
)


_REASON_OF_TRACK = replace(_REASON, hint=say("For example: for the meeting with the director"))


class _ExportDialog(Dialog):
    """Form and reason, then a place for the file: the journal first, then the file."""

    saved = Signal(str)

    def _ask_place(self, name: str, form: ExportForm) -> None:
        """The system's own dialog; `.open()`, never a loop of its own."""
        dialog = QFileDialog(self, "VIP Desk", str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form.suffix)
        dialog.selectFile(f"{name} {self.context.format.today().isoformat()}.{form.suffix}")
        dialog.fileSelected.connect(self.write_to)
        dialog.open()

    def submit(self) -> None:
        """The reason is checked before a place is asked for."""
        values = self.form.values()
        try:
            checked_reason(values["reason"])
            self._check(values)
        except UserError as error:
            self.take_error(error)
            return
        self._ask_place(self._name(), values["form"])

    def _check(self, values: dict[str, Any]) -> None:
        """What else must be right."""

    def _name(self) -> str:
        """The beginning of the file's name: no names of people."""
        raise NotImplementedError

    def write_to(self, path: str) -> None:
        """Take the rows, with the entry in the journal, and write the file."""
        raise NotImplementedError


class ClientExportDialog(_ExportDialog):
    """The clients of a list as a file."""

    def __init__(self, context: Context, wanted: ClientFilter, parent: QWidget) -> None:
        self._wanted = wanted
        self._count: ExportCount | None = None
        purposes = tuple((p, clients.purpose_words(p)) for p in clients.PURPOSES)
        super().__init__(
            context,
            say("Export clients"),
            primary=say("Save the file"),
            parent=parent,
            rows=(
                (
                    Field("purpose", say("What for"), "choice", choices=purposes, required=True,
                          value=clients.PURPOSES[0]),
                    Field("form", say("Kind of file"), "choice", choices=_FORMS, required=True,
                          value=ExportForm.XLSX),
                ),
                _REASON,
                Field("typed", say("Type the number of clients"),
                      help=say("A long list leaves the desk only after a second thought.")),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        self.taken = Body(self.context, "", wrap=True)
        self.left_out = Caption(self.context, "", ink="text2", wrap=True)
        self.body.insertWidget(0, self.taken)
        self.body.insertWidget(1, self.left_out)
        self.form.fields["typed"].hide()
        self.form.fields["purpose"].editor.edited.connect(self._count_again)
        self._count_again()

    def _count_again(self) -> None:
        """In pieces: the desk does other reads between them, and the dialog says how far it is."""
        self._count = None  # of the purpose before: nothing is saved on its word
        self.primary_button.setEnabled(False)
        self.taken.show_text(say("Counting …"))
        self.left_out.hide()
        purpose: Topic = self.form.values()["purpose"]
        self.context.runner.read(
            partial(clients.ids_to_export, wanted=self._wanted),
            partial(self._count_part, purpose, ExportCount(0, 0, 0, 0), 0),
            owner=self,
            topic="count",
        )

    def _count_part(
        self, purpose: Topic, so_far: ExportCount, done: int, ids: tuple[UUID, ...]
    ) -> None:
        if purpose != self.form.values()["purpose"]:
            return  # another count has begun
        if done >= len(ids):
            self._show_count(so_far)
            return
        if done:
            self.taken.show_text(say("Counting: {done} of {count}", done=done, count=len(ids)))
        upto = done + clients.COUNTED_AT_ONCE
        self.context.runner.read(
            partial(
                clients.count_export_part, ids=ids[done:upto], purpose=purpose, gate=left_out_whole
            ),
            lambda part: self._count_part(purpose, so_far + part, upto, ids),
            owner=self,
            topic="count",
        )

    def _show_count(self, count: ExportCount) -> None:
        self._count = count
        self.taken.show_text(say("{n} clients go into the file.", n=count.taken))
        reasons = [self.context.text(s) for s in clients.left_out_words(count)]
        self.left_out.setVisible(bool(reasons))
        if reasons:
            self.left_out.show_text(say("Left out: {reasons}.", reasons=tuple(reasons)))
        self.form.fields["typed"].setVisible(count.taken > LARGE)
        self.primary_button.setEnabled(count.taken > 0)

    def _check(self, values: dict[str, Any]) -> None:
        count = self._count
        if count is None or count.taken <= LARGE:
            return
        if "".join(str(values["typed"]).split()) != str(count.taken):
            raise UserError(
                say("Type {count} to confirm the length of the list.", count=count.taken),
                field="typed",
            )

    def _name(self) -> str:
        return self.words("Clients")

    @property
    def words(self) -> Words:
        """The reader's words."""
        return self.context.words

    def write_to(self, path: str) -> None:
        """Take the clients and write."""
        values = self.form.values()
        purpose: Topic = values["purpose"]
        form: ExportForm = values["form"]
        then = partial(_write, self.context, Path(path), form, clients.export_file)
        self.write(
            partial(
                clients.export_clients, wanted=self._wanted, purpose=purpose, form=form,
                reason=values["reason"], gate=withheld,
            ),
            then,
        )  # fmt: skip


class JournalExportDialog(_ExportDialog):
    """The entries of a filter as a file."""

    def __init__(self, context: Context, wanted: JournalFilter, parent: QWidget) -> None:
        self._wanted = wanted
        super().__init__(
            context,
            say("Export the journal"),
            primary=say("Save the file"),
            parent=parent,
            rows=(
                Field("form", say("Kind of file"), "choice", choices=_FORMS[:2], required=True,
                      value=ExportForm.XLSX),
                _REASON,
            ),
        )  # fmt: skip

    def _name(self) -> str:
        return self.context.words("Journal")

    def write_to(self, path: str) -> None:
        """Take the entries and write."""
        values = self.form.values()
        form: ExportForm = values["form"]
        then = partial(_write, self.context, Path(path), form, journal.journal_file)
        self.write(
            partial(
                journal.export_journal, wanted=self._wanted, form=form, reason=values["reason"]
            ),
            then,
        )


class TrackExportDialog(_ExportDialog):
    """The board or the statistics of the private track. `take` is `complaints.export`'s verb."""

    def __init__(
        self,
        context: Context,
        title: Say,
        take: Callable[..., Any],
        make: Callable[[Any, ExportForm, Words], bytes],
        parent: QWidget,
    ) -> None:
        self._take, self._make = take, make
        super().__init__(
            context, title, primary=say("Save the file"), parent=parent,
            rows=(
                Field("form", say("Kind of file"), "choice", choices=_FORMS[:2], required=True,
                      value=ExportForm.XLSX),
                _REASON_OF_TRACK,
            ),
        )  # fmt: skip

    def _name(self) -> str:
        return "VIP Desk"  # the file's name does not say what it holds

    def write_to(self, path: str) -> None:
        """Take the rows and write."""
        values = self.form.values()
        form: ExportForm = values["form"]
        then = partial(_write, self.context, Path(path), form, self._make)
        self.write(partial(self._take, form=form, reason=values["reason"]), then)


def _write(
    context: Context,
    path: Path,
    form: ExportForm,
    make: Callable[[Any, ExportForm, Words], bytes],
    taken: Any,
) -> None:
    """Slow work beside the desk's worker; the dialog is gone by then, so the context owns it."""
    context.runner.background(
        partial(_save, path, form, make, taken, context.words),
        partial(_said, context),
        owner=context,
    )


def _save(
    path: Path,
    form: ExportForm,
    make: Callable[[Any, ExportForm, Words], bytes],
    taken: Any,
    words: Words,
) -> Any:
    save_file(path, make(taken, form, words))
    return taken


def _said(context: Context, taken: Any) -> None:
    if isinstance(taken, JournalExport) and taken.cut:
        context.say(
            say("The newest {count} entries are saved: choose a shorter time for the rest.",
                count=len(taken.rows)), tone="warning",
        )  # fmt: skip
        return
    sentence: Say = say(
        "The file is saved. Its number in the journal: {number}.", number=taken.mark.number
    )
    context.say(sentence, tone="success")
