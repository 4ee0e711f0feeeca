"""The budget of an event as a picture and lines, and its files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import budget, event_files
from vipdesk.money import Money
from vipdesk.ui.files import choose_file, save_as
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    IconButton,
    Ring,
    Strong,
    column,
    hairline,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.budget import Budget, CostRow
    from vipdesk.events.event_files import FileRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.event_tabs import EventWhole

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """What the tab reads."""

    event_id: UUID
    budget: Budget
    files: tuple[FileRow, ...]


def read_kept(desk: Any, event_id: UUID) -> Kept:
    """Of one event; the files without their bytes."""
    return Kept(event_id, budget.get_budget(desk, event_id), event_files.list_files(desk, event_id))


class EventBudget(QWidget, Speaking):
    """What it may cost and what it costs, line by line; contracts and menus beside."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._whole: EventWhole | None = None
        self.kept: Kept | None = None
        may = context.may("insert", "event_cost")
        self.money = Card(context, say("Budget"))
        self.ring = Ring(context, size=72)
        self.sum = Strong(context, "", wrap=True)
        self.per_guest = Caption(context, "", ink="text2", wrap=True)
        self.new_button = Button(context, say("New line…"), icon="plus", on=self._on_new)
        self.limit_button = Button(context, say("Limit…"), on=self._on_limit)
        top = row(self.ring, gap=16)
        top.addLayout(column(None, self.sum, self.per_guest, None, gap=2), 1)
        self._lines = column(gap=4)
        self.money.add(top, 4, self._lines, row(self.new_button, self.limit_button, None))
        self.files = Card(context, say("Files"))
        self._files = column(gap=4)
        self.file_button = Button(context, say("Add a file…"), icon="plus", on=self._on_file)
        self.files.add(self._files, row(self.file_button, None))
        for button in (self.new_button, self.limit_button, self.file_button):
            button.setVisible(may)
        inside = QWidget()
        both = row(gap=16)
        both.addLayout(column(self.money, None), 3)
        both.addLayout(column(self.files, None), 2)
        both.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside), 1)
        self.setLayout(box)

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._whole = whole
        read = partial(read_kept, event_id=whole.card.row.id)
        self.context.runner.read(read, self._show, owner=self, topic="budget")

    def respeak(self) -> None:
        """The other language."""
        if self.kept is not None:
            self._show(self.kept)

    # Showing ----------------------------------------------------------------------------------

    def _show(self, kept: Kept) -> None:
        if self._whole is None or kept.event_id != self._whole.card.row.id:
            return
        self.kept = kept
        self._show_sums(kept.budget)
        clear(self._lines)
        for line in kept.budget.lines:
            self._lines.addWidget(_CostLine(self, line))
            self._lines.addWidget(hairline())
        if not kept.budget.lines:
            self._lines.addWidget(Caption(self.context, say("No line yet."), ink="text2"))
        clear(self._files)
        for file in kept.files:
            self._files.addWidget(_FileLine(self, file))
        if not kept.files:
            told = say("A contract, a menu, a plan of the house: at most 10 MB each.")
            self._files.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def _show_sums(self, found: Budget) -> None:
        money = self.context.format.money
        limit, expected = found.limit, found.expected
        part = expected.minor / limit.minor if limit is not None and limit.minor else None
        figure = f"{round(part * 100)} %" if part is not None else "–"
        if limit is None:
            told = say("{sum} expected, no limit is set", sum=money(expected))
        elif found.over:
            told = say("{sum} expected: over the limit of {limit}", sum=money(expected),
                       limit=money(limit))  # fmt: skip
        else:
            told = say("{sum} expected of {limit}", sum=money(expected), limit=money(limit))
        self.ring.show_part(part, figure, told, ink="danger" if found.over else "accent")
        self.sum.show_text(told)
        seats = self._whole.card.row.answers.seats if self._whole else 0
        if seats:
            each = Money(expected.minor // seats, expected.currency)
            self.per_guest.show_text(
                say("{sum} for each of {n} people who come", sum=money(each), n=seats)
            )
        else:
            self.per_guest.show_text(say("Planned {planned}, paid {paid}",
                                         planned=money(found.planned),
                                         paid=money(found.actual)))  # fmt: skip

    # Doing ------------------------------------------------------------------------------------

    def _on_new(self) -> None:
        self.ask(None)

    def ask(self, cost: CostRow | None) -> None:
        """The sheet of one line."""
        from vipdesk.ui.dialogs.event_parts_dialogs import CostDialog

        if self._whole is not None:
            CostDialog(self.context, self._whole.card.row.id, self, cost).open()

    def _on_limit(self) -> None:
        from vipdesk.ui.dialogs.event_parts_dialogs import LimitDialog

        if self.kept is not None:
            LimitDialog(self.context, self.kept.event_id, self.kept.budget.limit, self).open()

    def _on_file(self) -> None:
        choose_file(self, self.context.words(say("All files (*)")), self.take_file)

    def take_file(self, path: str) -> None:
        """Keep a file of this machine."""
        if self.kept is not None:
            keep = partial(_keep_file, event_id=self.kept.event_id, path=Path(path))
            self.context.runner.write(
                keep, None, owner=self, said=say("The file is kept with the event."),
                undo=_drop_file,
            )  # fmt: skip

    def save_file(self, file: FileRow) -> None:
        """A copy where the person wants it."""
        save_as(self, file.name, partial(_save_to, self.context, self, file.id))


class _CostLine(QWidget):
    """A line of the budget."""

    def __init__(self, tab: EventBudget, cost: CostRow) -> None:
        super().__init__()
        self._tab, self._cost = tab, cost
        context, money = tab.context, tab.context.format.money
        line = row(gap=12)
        line.addWidget(Body(context, cost.title, elide=True), 3)
        planned = money(cost.planned) if cost.planned else "–"
        told = Caption(context, say("Planned {amount}", amount=planned))
        paid = say("Paid {amount}", amount=money(cost.actual)) if cost.actual else say("Not paid")
        over = bool(cost.actual and cost.planned and cost.actual.minor > cost.planned.minor)
        given = Caption(context, paid, ink="danger" if over else "text2")
        for words in (told, given):
            words.setMinimumWidth(context.look.px(128))
            line.addWidget(words)
        if context.may("update", "event_cost"):
            line.addWidget(IconButton(context, "edit", say("Change the line"), on=self._on_edit))
            line.addWidget(IconButton(context, "trash", say("Remove the line"), on=self._on_remove))
        self.setLayout(line)

    def _on_edit(self) -> None:
        self._tab.ask(self._cost)

    def _on_remove(self) -> None:
        self._tab.context.runner.write(
            partial(budget.remove_cost, cost_id=self._cost.id), None, owner=self._tab,
            said=say("The line is out of the budget."), undo=_cost_back,
        )  # fmt: skip


class _FileLine(QWidget):
    """A file: its name saves a copy."""

    def __init__(self, tab: EventBudget, file: FileRow) -> None:
        super().__init__()
        self._tab, self._file = tab, file
        context = tab.context
        line = row(gap=8)
        name = Body(context, file.name, elide=True)
        line.addWidget(name, 1)
        line.addWidget(Caption(context, _size(context, file.size)))
        line.addWidget(IconButton(context, "export", say("Save a copy"), on=self._on_save))
        if context.may("delete", "event_file"):
            line.addWidget(IconButton(context, "trash", say("Remove the file"), on=self._on_remove))
        self.setLayout(line)

    def _on_save(self) -> None:
        self._tab.save_file(self._file)

    def _on_remove(self) -> None:
        self._tab.context.runner.write(
            partial(event_files.remove_file, file_id=self._file.id), None, owner=self._tab,
            said=say("The file is gone."), undo=_file_back,
        )  # fmt: skip


def _size(context: Context, size: int) -> Any:
    if size >= _KIB * _KIB:
        return say("{size} MB", size=context.format.number(size / _KIB / _KIB, 1))
    return say("{size} KB", size=context.format.number(max(1, round(size / _KIB))))


def _keep_file(desk: Any, event_id: UUID, path: Path) -> UUID:
    name, content = event_files.read_file(path)
    return event_files.add_file(desk, event_id=event_id, name=name, content=content)


def _drop_file(desk: Any, file_id: UUID) -> None:
    event_files.remove_file(desk, file_id)


def _file_back(desk: Any, taken: Any) -> None:
    event_id, name, content = taken
    event_files.add_file(desk, event_id=event_id, name=name, content=content)


def _cost_back(desk: Any, taken: Any) -> None:
    event_id, words = taken
    budget.add_cost(desk, event_id=event_id, words=words)


def _save_to(context: Context, owner: QWidget, file_id: UUID, path: str) -> None:
    context.runner.read(
        partial(_written, file_id=file_id, path=Path(path)), partial(_saved, context), owner=owner
    )


def _written(desk: Any, file_id: UUID, path: Path) -> bool:
    try:
        path.write_bytes(event_files.get_file(desk, file_id)[1])
    except OSError:
        return False
    return True


def _saved(context: Context, done: bool) -> None:  # noqa: FBT001 the answer
    if done:
        context.say(say("The copy is saved."))
    else:
        context.problem(say("The copy cannot be written there. Choose another place."))
