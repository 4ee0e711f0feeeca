"""Imports of the past: when, who, how many; each can be taken back as a whole, also days later."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients import import_undo
from vipdesk.clients.import_undo import ImportBatchRow
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, EmptyState, Tone, column, row
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context

_FORMATS = {"vcard": "vCard", "csv": "CSV", "xlsx": "Excel", "carddav": "CardDAV"}


class PastImportsDialog(Dialog):
    """The list; taking back is asked twice, for there is no way back from it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self.rows: tuple[ImportBatchRow, ...] = ()
        self._asked: ImportBatchRow | None = None
        super().__init__(context, say("Past imports"), width=860, parent=parent)
        self.cancel_button.show_text(say("Close"))
        self._read()

    def _build(self) -> None:
        context = self.context
        self.empty = EmptyState(context, say("Reading …"), icon="import")
        self.table = Table(context, say("Past imports"), self._columns())
        self.table.setMinimumHeight(context.look.px(280))
        self.hint = Caption(context, "", ink="text2", wrap=True)
        self.undo_button = Button(context, say("Take the import back"), icon="undo", on=self.undo)
        found = QWidget()
        box = column(self.table, gap=8)
        foot = row(gap=16)
        foot.addWidget(self.hint, 1)
        foot.addWidget(self.undo_button)
        box.addLayout(foot)
        found.setLayout(box)
        self.found = found
        self.states = QStackedWidget()
        self.states.addWidget(self.empty)
        self.states.addWidget(found)
        self.body.addWidget(self.states, 1)
        self.table.chosen.connect(self._on_chosen)

    def _columns(self) -> tuple[Column[ImportBatchRow], ...]:
        lang = self.context.settings.lang
        when = self.context.format
        return (
            Column(
                say("When"),
                lambda r: when.moment_short(r.at),
                width=165,
                strong=True,
                tip=lambda r: when.moment(r.at),
            ),
            Column(say("By whom"), lambda r: r.by.shown(lang), width=140, stretch=True),
            Column(say("File"), lambda r: _FORMATS.get(r.format, r.format), width=80),
            Column(say("People added"), lambda r: str(r.added), width=105, number=True),
            Column(say("People merged"), lambda r: str(r.merged), width=115, number=True),
            Column(say("Rows rejected"), lambda r: str(r.rejected), width=105, number=True),
            Column(say("State"), _state, width=105, badge=_tone),
        )

    def _read(self) -> None:
        self.context.runner.read(import_undo.list_imports, self._show, owner=self)

    def _show(self, rows: tuple[ImportBatchRow, ...]) -> None:
        self.rows, self._asked = rows, None
        if not rows:
            self.empty.say(say("Nothing has been imported yet."))
            self.states.setCurrentWidget(self.empty)
            return
        self.states.setCurrentWidget(self.found)
        self.table.show_rows(rows)
        self.table.choose_first()
        self._on_chosen(None)
        self.table.setFocus()

    def _chosen(self) -> ImportBatchRow | None:
        rows = self.table.chosen_rows()
        return rows[0] if rows else None

    def _on_chosen(self, _row: object) -> None:
        self._asked = None
        self.undo_button.show_text(say("Take the import back"))
        one = self._chosen()
        can = one is not None and one.can_undo
        self.undo_button.allow(can, _why_not(one))
        self.hint.show_text("" if can else _why_not(one))

    def undo(self) -> None:
        """First what would go is said; the second press does it."""
        one = self._chosen()
        if one is None or not one.can_undo:
            return
        self.show_error("")
        if self._asked != one:
            self._asked = one
            self.hint.show_text(
                say("{n} added clients go, and what it wrote to others. This is final.",
                    n=one.added)
            )  # fmt: skip
            self.undo_button.show_text(say("Yes, take it back"))
            return
        self.undo_button.allow(False, say("Taking it back …"))
        self.context.runner.write(
            partial(import_undo.undo_import_batch, batch_id=one.id), self._on_undone, owner=self,
            said=say("The import is taken back."),
        )  # fmt: skip

    def take_error(self, error: UserError) -> bool:
        """Why it cannot be, beside the list."""
        self._on_chosen(None)
        self.show_error(error.say)
        return True

    def _on_undone(self, _done: Any) -> None:
        self._read()


def _state(r: ImportBatchRow) -> Say:
    if r.undone_at is not None:
        return say("Undone")
    return say("Stands")


def _tone(r: ImportBatchRow) -> Tone:
    return Tone.NEUTRAL if r.undone_at is not None else Tone.SUCCESS


def _why_not(one: ImportBatchRow | None) -> Say:
    if one is None:
        return say("Choose an import.")
    if one.undone_at is not None:
        return say("This import has already been undone.")
    return say("This import was made before its way back was kept.")
