"""The tab of a case's papers: add by button or drop, look at them here, take one out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from vipdesk.complaints import papers
from vipdesk.errors import UserError
from vipdesk.ui.files import choose_files
from vipdesk.ui.pages.complaint_paper_view import PaperView
from vipdesk.ui.widgets import Body, Button, Caption, Card, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import ComplaintCase
    from vipdesk.complaints.papers import Paper, PaperRow
    from vipdesk.ui.context import Context

_KIB = 1024
_LIST_WIDTH = 268


class ComplaintPapers(QWidget, Speaking):
    """A list on the left, the paper that is looked at on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.case: ComplaintCase | None = None
        self.rows: tuple[PaperRow, ...] = ()
        self._queue: list[tuple[UUID, Path]] = []  # read one after the other, not all in memory
        self._reading = False
        self.setAcceptDrops(True)
        self.card = Card(context, say("Documents"))
        self.card.setFixedWidth(context.look.px(_LIST_WIDTH))
        self.add_button = Button(
            context, say("Add files…"), kind="primary", icon="plus", on=self.choose
        )
        self.add_button.setVisible(context.may("insert", "case_paper"))
        self.told = Caption(context, "", ink="text2", wrap=True)
        self.faults = Caption(context, "", ink="danger", wrap=True)
        self.faults.hide()
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.speak_list()
        self.list.itemClicked.connect(self._on_item)
        self.list.itemActivated.connect(self._on_item)
        self.list.currentItemChanged.connect(self._on_current)
        self.card.add(row(self.add_button, None), self.told, self.faults)
        self.card.body.addWidget(self.list, 1)
        self.view = PaperView(context)
        self.view.save_requested.connect(self.save)
        self.view.remove_requested.connect(self.remove)
        whole = row(self.card, gap=16)
        whole.addWidget(self.view, 1)
        self.setLayout(whole)

    def speak_list(self) -> None:
        """What a screen reader calls the list."""
        self.list.setAccessibleName(self.context.words(say("Documents")))

    def respeak(self) -> None:
        """The other language."""
        self.speak_list()
        self._show(self.rows)

    # Reading -------------------------------------------------------------------------------------

    def show_case(self, case: ComplaintCase) -> None:
        """Read the papers of this case."""
        if self.case is not None and self.case.id != case.id:
            self.view.forget()
        self.case = case
        read = partial(papers.list_papers, complaint_id=case.id)
        self.context.runner.read(read, self._show, owner=self, topic="papers")

    def _show(self, rows: tuple[PaperRow, ...]) -> None:
        self.rows = rows
        self.list.blockSignals(True)
        self.list.clear()
        for paper in rows:
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, paper.id)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, paper.name)
            item.setToolTip(paper.name)
            line = _Line(self.context, paper.name, self._about(paper))
            item.setSizeHint(line.sizeHint())
            self.list.addItem(item)
            self.list.setItemWidget(item, line)
            if self.view.row is not None and paper.id == self.view.row.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self.told.setVisible(bool(rows))
        if self.view.row is not None and self.view.row.id not in {p.id for p in rows}:
            self.view.forget()
        self.told.show_text(
            say("{size} of {most} kept in this case.",
                size=_size(self.context, sum(p.size for p in rows)),
                most=_size(self.context, papers.MOST_OF_CASE))
        )  # fmt: skip
        self.view.invite(there=bool(rows))

    def _about(self, paper: PaperRow) -> Say:
        return say(
            "{size}, {day}, {name}", size=_size(self.context, paper.size),
            day=self.context.format.date(paper.added_at), name=paper.added_by,
        )  # fmt: skip

    # Adding --------------------------------------------------------------------------------------

    def choose(self) -> None:
        """The platform's own dialog."""
        choose_files(self, self.context.words(say("All files (*)")), self.take_files)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this machine are welcome."""
        local = any(url.isLocalFile() for url in event.mimeData().urls())
        if local and self.add_button.isVisibleTo(self):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each file becomes a paper."""
        event.acceptProposedAction()
        self.take_files([u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()])

    def take_files(self, paths: list[str]) -> None:
        """Read them off the disk one after the other, each beside the window's thread."""
        if self.case is None:
            return
        self.faults.show_text("")
        self.faults.hide()
        self._queue += [(self.case.id, Path(path)) for path in paths]
        if not self._reading:
            self._next()

    def _next(self) -> None:
        self._reading = bool(self._queue)
        if not self._queue:
            return
        case_id, path = self._queue.pop(0)
        self.context.runner.background(
            partial(papers.read_file, path), partial(self._keep, case_id), owner=self,
            failed=partial(self._on_fault, path.name),
        )  # fmt: skip

    def _keep(self, case_id: UUID, read: tuple[str, bytes]) -> None:
        name, content = read
        self.context.runner.write(
            partial(papers.add_paper, complaint_id=case_id, name=name, content=content),
            self._on_kept, owner=self, said=say("The document is kept with the case."),
            undo=_drop, failed=partial(self._on_fault, name),
        )  # fmt: skip

    def _on_kept(self, _: UUID) -> None:
        self._next()

    def _on_fault(self, name: str, error: Exception) -> bool:
        """Said beside the list until files are added again: the other files go on."""
        told = isinstance(error, UserError)
        if isinstance(error, UserError):
            line = f"{name}: {self.context.words(error.say)}"
            self.faults.show_text("\n".join(filter(None, (self.faults.text(), line))))
            self.faults.show()
        self._next()
        return told

    # Looking -------------------------------------------------------------------------------------

    def _on_current(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None and self.list.hasFocus():
            self._on_item(item)

    def _on_item(self, item: QListWidgetItem) -> None:
        paper_id = item.data(Qt.ItemDataRole.UserRole)
        found = next((p for p in self.rows if p.id == paper_id), None)
        if found is not None and (self.view.row is None or self.view.row.id != found.id):
            self.open(found)

    def open(self, paper: PaperRow) -> None:
        """Look at a paper: an entry in the journal, so it is a write."""
        self.view.expect(paper)
        self.context.runner.write(
            partial(papers.open_paper, paper_id=paper.id), self.view.show_paper, owner=self,
            failed=self.view.take_failure,
        )  # fmt: skip

    # Taking out ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Save as…, with a reason."""
        from vipdesk.ui.dialogs.paper_dialogs import SavePaperDialog

        if self.view.row is not None:
            SavePaperDialog(self.context, self.view.row, self).open()

    def remove(self) -> None:
        """Out of the case; the message bar offers the way back."""
        if self.view.row is not None:
            self.context.runner.write(
                partial(papers.remove_paper, paper_id=self.view.row.id), None, owner=self,
                said=say("The document is out of the case."), undo=_back,
            )  # fmt: skip


class _Line(QWidget):
    """A document in the list: its name, then how large, when and by whom."""

    def __init__(self, context: Context, name: str, about: Say) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        lines = column(
            Body(context, name, elide=True), Caption(context, about, ink="text2", elide=True),
            gap=0, margin=6,
        )  # fmt: skip
        self.setLayout(lines)


def _drop(desk: Any, paper_id: UUID) -> None:
    papers.remove_paper(desk, paper_id)


def _back(desk: Any, paper: Paper) -> None:
    papers.add_paper(desk, paper.complaint_id, name=paper.name, content=paper.content)


def _size(context: Context, size: int) -> Say:
    if size >= _KIB * _KIB:
        decimals = 1 if size % (_KIB * _KIB) else 0
        return say("{size} MB", size=context.format.number(size / _KIB / _KIB, decimals))
    return say("{size} KB", size=context.format.number(max(1, round(size / _KIB))))
