"""Import clients: a file, a verdict for each row before anything is written, a report after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from vipdesk.clients import import_, mapping
from vipdesk.clients.csv_file import Sheet
from vipdesk.clients.import_ import (
    OUTCOME_SAID,
    ImportPlan,
    ImportReport,
    ImportRow,
    ImportVerdict,
    Outcome,
)
from vipdesk.clients.import_plan import VERDICT_SAID
from vipdesk.clients.import_undo import undo_import
from vipdesk.clients.incoming import MAX_BYTES, Reading
from vipdesk.clients.mapping import Mapped
from vipdesk.clients.vcard import is_vcard
from vipdesk.errors import Conflict, UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.import_columns import ColumnsForm
from vipdesk.ui.dialogs.import_words import contacts_of, name_of, said_of
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, Choice, EmptyState, Tone, column, row
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

_TONES = {
    ImportVerdict.ADD: Tone.SUCCESS,
    ImportVerdict.MERGE: Tone.INFO,
    ImportVerdict.DUPLICATE: Tone.WARNING,
    ImportVerdict.REJECTED: Tone.DANGER,
}
_ALL = "all"
_FILES = "*.vcf *.vcard *.csv *.txt *.xlsx *.xls *.ods"


class ImportDialog(Dialog):
    """Choose a file (or drop it), look at the verdicts, read the report."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self.plan: ImportPlan | None = None
        self.report: ImportReport | None = None
        self.left_out: set[int] = set()
        self.mapped: Mapped | None = None
        self._data = b""
        super().__init__(
            context,
            say("Import clients"),
            primary=say("Import"),
            width=860,
            parent=parent,
        )
        self.setAcceptDrops(True)
        self.primary_button.hide()

    def _build(self) -> None:
        context = self.context
        self.choose = EmptyState(
            context,
            say("Drop an address book here, or choose it."),
            icon="import",
            hint=say(
                "vCard from a phone, a workbook, or CSV from Google Contacts or Outlook. "
                "Nothing is saved until you have seen what will become of each row."
            ),
            action=say("Choose a file"),
            on=self.ask_for_file,
        )
        self.server_button = Button(
            context, say("From a server (CardDAV)"), kind="link", on=self.ask_a_server
        )
        self.past_button = Button(context, say("Past imports"), kind="link", on=self.show_past)
        self.columns = ColumnsForm(context)
        self.columns.set_.connect(self.use_columns)
        self.columns.given_up.connect(self._on_columns_left)
        self.columns_button = Button(context, say("Columns"), on=self.ask_for_columns, icon="table")
        self.summary = Caption(context, "", ink="text2", wrap=True)
        self.filter = Choice(context, name=say("Verdict"))
        self.leave_button = Button(context, say("Leave out"), on=self.leave_out, icon="minus")
        self.rejects_button = Button(
            context, say("Save the rejected rows"), icon="export", on=self.ask_for_rejects
        )
        self.report_button = Button(
            context, say("Save the report"), icon="export", on=self.ask_for_report
        )
        self.table = Table(context, say("Rows of the file"), self._columns(), many=True)
        self.table.setMinimumHeight(context.look.px(300))
        tools = row(gap=8)
        tools.addWidget(self.filter, 1)
        for button in (
            self.columns_button, self.leave_button, self.rejects_button, self.report_button,
        ):  # fmt: skip
            tools.addWidget(button)
        rows = QWidget()
        box = column(self.summary, gap=8)
        box.addLayout(tools)
        box.addWidget(self.table, 1)
        rows.setLayout(box)
        self._states = QStackedWidget()
        first = QWidget()
        start = column(gap=8)
        start.addWidget(self.choose, 1)
        start.addLayout(row(None, self.server_button, self.past_button, None, gap=16))
        first.setLayout(start)
        self._first = first
        self._states.addWidget(first)
        self._states.addWidget(self.columns)
        self._states.addWidget(rows)
        self._rows = rows
        self.body.addWidget(self._states, 1)
        self.filter.activated.connect(self._show_rows)
        self.table.chosen.connect(self._on_chosen)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor on what is to be done first, not on Cancel."""
        super().showEvent(event)
        self.choose.primary.setFocus()

    def _on_primary(self) -> None:
        if self.plan is None:
            self.ask_for_file()
        else:
            super()._on_primary()

    def show_past(self) -> None:
        """One sheet at a time: this one makes room for the list of the past ones."""
        from vipdesk.ui.dialogs.past_imports_dialog import PastImportsDialog

        page = self.parentWidget()
        self.reject()
        PastImportsDialog(self.context, page or self).open()

    def _columns(self) -> tuple[Column[ImportRow], ...]:
        return (
            Column(say("Row"), lambda r: str(r.number), width=52, number=True),
            Column(say("Name"), name_of, width=220, stretch=True, strong=True, tip=contacts_of),
            Column(
                say("Verdict"),
                self._verdict_of,
                width=150,
                badge=lambda r: Tone.NEUTRAL if r.number in self.left_out else _TONES[r.verdict],
            ),
            Column(say("Reason"), self._reason_of, width=300, stretch=True, tip=self._reasons_of),
        )

    # The file ----------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """The platform's file dialog."""
        words = self.context.words
        dialog = QFileDialog(self, words("Choose an address book"), "", f"({_FILES})")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def take_file(self, path: Path) -> None:
        """Read and judge a file; an error stays in the dialog."""
        self.show_error("")
        self.choose.say(say("Reading the file …"))
        self.choose.primary.setEnabled(False)
        self.context.runner.background(
            partial(_bytes_of, path), self._on_bytes, owner=self, failed=self._on_unread
        )

    def _on_bytes(self, data: bytes) -> None:
        self._data = data
        if is_vcard(data):
            self._read_file(None)
            return
        self.context.runner.background(
            partial(mapping.columns_of, data), self._on_sheet, owner=self, failed=self._on_unread
        )

    def _on_sheet(self, sheet: Sheet) -> None:
        self.context.runner.read(
            partial(mapping.mapped, sheet=sheet), self._on_mapped, owner=self,
            failed=self._on_unread,
        )  # fmt: skip

    def _on_mapped(self, mapped: Mapped) -> None:
        self.mapped = mapped
        if mapped.names_people:
            self._read_file(mapped.fields if mapped.remembered else None)
        else:
            self.ask_for_columns()

    def ask_for_columns(self) -> None:
        """What each column holds."""
        if self.mapped is not None:
            self.primary_button.hide()
            self.columns.show_columns(self.mapped)
            self._states.setCurrentWidget(self.columns)

    def use_columns(self, fields: tuple[str, ...]) -> None:
        """Read the list so, and remember it."""
        self.show_error("")
        mapped = self.mapped
        if mapped is None:
            return
        self.context.runner.write(
            partial(mapping.remember, names=mapped.sheet.names, fields=fields),
            partial(self._on_remembered, fields), owner=self, failed=self._on_unread,
        )  # fmt: skip

    def _on_remembered(self, fields: tuple[str, ...], _done: object) -> None:
        if self.mapped is not None:
            self.mapped = Mapped(self.mapped.sheet, fields, remembered=True)
        self._read_file(fields)

    def _on_columns_left(self) -> None:
        judged = self.plan is not None
        self._states.setCurrentWidget(self._rows if judged else self._first)
        self.primary_button.setVisible(judged)
        self.choose.primary.setEnabled(True)

    def _read_file(self, fields: tuple[str, ...] | None) -> None:
        self.context.runner.background(
            partial(import_.read_file, self._data, fields=fields), self.judge, owner=self,
            failed=self._on_unread,
        )  # fmt: skip

    def ask_a_server(self) -> None:
        """One sheet at a time: this one comes back with what the server gave."""
        from vipdesk.ui.dialogs.import_server import ServerDialog

        context, page = self.context, self.parentWidget()
        dialog = ServerDialog(context, page)
        self.reject()
        dialog.was_read.connect(_Judge(context, dialog))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file is welcome."""
        if any(u.isLocalFile() for u in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The first file is taken."""
        files = [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take_file(files[0])

    def _on_file(self, name: str) -> None:
        self.take_file(Path(name))

    def judge(self, reading: Reading) -> None:
        """A verdict for each row."""
        judge = partial(import_.plan_import, reading=reading)
        self.context.runner.read(judge, self._on_plan, owner=self, failed=self._on_unread)

    def _on_unread(self, error: Exception) -> bool:
        self.choose.say(say("Drop an address book here, or choose it."))
        self.choose.primary.setEnabled(True)
        if isinstance(error, UserError):
            self.show_error(error.say)
            return True
        return False

    # The verdicts ------------------------------------------------------------------------------

    def _on_plan(self, plan: ImportPlan) -> None:
        self.plan, self.report, self.left_out = plan, None, set()
        self._states.setCurrentWidget(self._rows)
        self.report_button.hide()
        self.columns_button.setVisible(self.mapped is not None)
        self.leave_button.show()
        rejected = plan.count(ImportVerdict.REJECTED)
        self.rejects_button.setVisible(bool(rejected))
        self._offer_filter()
        # Who comes to look, looks for trouble first.
        self.filter.set_value(ImportVerdict.REJECTED if rejected else _ALL)
        self._show_rows()
        self.primary_button.show()
        self._count()
        if plan.reading.unread:
            self.show_error(say("Columns not imported: {names}.", names=plan.reading.unread))
        self.table.setFocus()

    def _offer_filter(self) -> None:
        plan = self.plan
        if plan is None:
            return
        offered: list[tuple[object, Say]] = [(_ALL, say("All rows: {n}", n=len(plan.rows)))]
        for verdict in ImportVerdict:
            if count := plan.count(verdict):
                text = say("{verdict}: {count}", verdict=VERDICT_SAID[verdict], count=count)
                offered.append((verdict, text))
        self.filter.offer(tuple(offered))

    def _show_rows(self, _index: int = 0) -> None:
        if self.plan is None:
            return
        wanted = self.filter.value()
        self.table.show_rows([r for r in self.plan.rows if wanted in (_ALL, r.verdict)])

    def _count(self) -> None:
        plan = self.plan
        if plan is None:
            return
        chosen = self.chosen
        merged = sum(r.number in chosen and r.verdict is ImportVerdict.MERGE for r in plan.rows)
        self.summary.show_text(
            say(
                "To be added: {added}. To be merged with existing clients: {merged}. Not "
                "imported: {rest}, of them rejected, to be saved to a file: {rejected}. "
                "Consent is not imported: ask for it.",
                added=len(chosen) - merged,
                merged=merged,
                rest=len(plan.rows) - len(chosen),
                rejected=plan.count(ImportVerdict.REJECTED),
            )
        )
        self.primary_button.show_text(say("Import {n} people", n=len(chosen)))
        self.primary_button.allow(bool(chosen), say("No row can be imported."))

    @property
    def chosen(self) -> frozenset[int]:
        """Numbers of the rows that would be imported."""
        rows = self.plan.importable if self.plan is not None else ()
        return frozenset(r.number for r in rows) - self.left_out

    def leave_out(self) -> None:
        """Leave the selected rows out, or take them in again."""
        rows = [r for r in self.table.chosen_rows() if r.verdict in _WRITING]
        numbers = {r.number for r in rows}
        if numbers <= self.left_out:
            self.left_out -= numbers
        else:
            self.left_out |= numbers
        self._show_rows()
        self._count()

    def _on_chosen(self, _row: object) -> None:
        rows = [r for r in self.table.chosen_rows() if r.verdict in _WRITING]
        self.leave_button.allow(
            bool(rows) and self.report is None, say("Choose rows that can be imported.")
        )
        out = bool(rows) and all(r.number in self.left_out for r in rows)
        self.leave_button.show_text(say("Put back") if out else say("Leave out"))

    # Carrying out ------------------------------------------------------------------------------

    def submit(self) -> None:
        """Import; then the report stays on the screen."""
        if self.report is not None or self.plan is None:
            self.accept()
            return
        self._wait(waiting=True)
        self.primary_button.show_text(say("Importing …"))
        self.context.runner.write(
            partial(import_.carry_out, plan=self.plan, chosen=self.chosen),
            self._on_imported,
            owner=self,
            said=said_of,
            undo=undo_import,
            failed=self._on_failed,
        )

    def take_error(self, error: UserError) -> bool:
        """If the club changed meanwhile, the rows are judged again at once."""
        self._wait(waiting=False)
        self.show_error(error.say)
        if isinstance(error, Conflict) and self.plan is not None:
            self.judge(self.plan.reading)
        else:
            self._count()
        return True

    def _on_imported(self, report: ImportReport) -> None:
        self._wait(waiting=False)
        self.report = report
        parts = tuple(
            say("{outcome}: {count}", outcome=OUTCOME_SAID[o], count=report.count(o))
            for o in Outcome
            if report.count(o)
        )
        self.summary.show_text(say("Done. {parts}", parts=parts))
        self.primary_button.show_text(say("Close"))
        self.cancel_button.hide()
        self.leave_button.hide()
        self.columns_button.hide()
        self.report_button.show()

    # Files out ---------------------------------------------------------------------------------

    def ask_for_rejects(self) -> None:
        """Where to put the rejected rows."""
        plan = self.plan
        if plan is not None:
            ending = "vcf" if plan.reading.format == "vcard" else "csv"
            self._ask_where(f"rejected.{ending}", self.save_rejects)

    def ask_for_report(self) -> None:
        """Where to put the report."""
        self._ask_where("import-report.csv", self.save_report)

    def save_rejects(self, name: str) -> None:
        """The rejected rows as they stood, to be mended and imported again."""
        from vipdesk.clients.import_report import rejects_file

        if self.plan is not None:
            self._write(name, rejects_file(self.plan)[1])

    def save_report(self, name: str) -> None:
        """What became of each row."""
        from vipdesk.clients.import_report import report_csv

        if self.report is not None:
            self._write(name, report_csv(self.report, self.context.words))

    def _ask_where(self, name: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(self, self.context.words("Save as"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(then)
        dialog.open()

    def _write(self, name: str, content: bytes) -> None:
        try:
            Path(name).write_bytes(content)
        except OSError:
            self.show_error(say("The file cannot be saved there. Choose another place."))
        else:
            self.context.say(say("The file is saved."))

    # Words of rows -----------------------------------------------------------------------------

    def _verdict_of(self, r: ImportRow) -> Say:
        return say("Left out") if r.number in self.left_out else VERDICT_SAID[r.verdict]

    def _reason_of(self, r: ImportRow) -> Say | str:
        reasons: list[Say] = []
        for reason in ((r.reason,) if r.reason else ()) + r.changes:
            if reason not in reasons:
                reasons.append(reason)
        return say("{reasons}", reasons=tuple(reasons)) if reasons else ""

    def _reasons_of(self, r: ImportRow) -> str:
        reasons = ((r.reason,) if r.reason else ()) + r.changes
        shown = dict.fromkeys(self.context.words(s) for s in reasons)
        return "\n".join(shown)


_WRITING = frozenset({ImportVerdict.ADD, ImportVerdict.MERGE})


class _Judge:
    """What a server gave, in a sheet of its own: the one before is gone."""

    def __init__(self, context: Context, dialog: Dialog) -> None:
        self._context, self._page = context, dialog.parentWidget()

    def __call__(self, reading: Reading) -> None:
        if self._page is not None:
            dialog = ImportDialog(self._context, self._page)
            dialog.open()
            dialog.judge(reading)


def _bytes_of(path: Path) -> bytes:
    """In the slow lane: the file may be on a network drive."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UserError(
                say("The file is larger than {n} MB. Split it into parts.", n=MAX_BYTES // 1024**2)
            )
        return path.read_bytes()
    except OSError:
        raise UserError(say("The file cannot be read. Choose another one.")) from None


def open_import(context: Context, parent: QWidget) -> Any:
    """For palette and first run: the dialog, opened."""
    (dialog := ImportDialog(context, parent)).open()
    return dialog
