"""What would embarrass the club, each line with the buttons that mend it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import guest_lists
from vipdesk.events.tact import Mend
from vipdesk.ui.context import Link
from vipdesk.ui.widgets import Body, Button, Caption, column, hairline, row
from vipdesk.ui.widgets.card import clear
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.tact_check import TactRow
    from vipdesk.ui.context import Context

MENDS = {
    Mend.LEAVE_OUT: say("Leave out"),
    Mend.TOGETHER: say("One invitation"),
    Mend.CHANGE_HOST: say("Change the event"),
    Mend.OPEN_GUEST: say("Open the client"),
}


class TactLines(QWidget):
    """The findings of one event. `mended`: something was left out, read anew.

    `wide`: the buttons stand beside the words, else under them.
    """

    def __init__(
        self, context: Context, mended: Callable[[], object] | None = None, *, wide: bool = False
    ) -> None:
        super().__init__()
        self._context, self._mended, self._wide = context, mended, wide
        self._event_id: UUID | None = None
        self.left_out: set[UUID] = set()
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def show_rows(self, event_id: UUID, rows: tuple[TactRow, ...]) -> None:
        """Show these; one sentence where there is nothing to mend."""
        self._event_id = event_id
        clear(self._lines)
        for found in rows:
            self._lines.addWidget(self._line(found))
            self._lines.addWidget(hairline())
        if not rows:
            told = say("Nothing would embarrass the club.")
            self._lines.addWidget(Caption(self._context, told, ink="text2", wrap=True))

    def _line(self, found: TactRow) -> QWidget:
        line, buttons = QWidget(), row(gap=8)
        for mend in found.mends:
            button = Button(self._context, MENDS[mend], on=partial(self.mend, found, mend))
            buttons.addWidget(button)
        words = Body(self._context, found.said, wrap=True)
        if self._wide:
            whole = row(gap=12)
            whole.addWidget(words, 1)
            whole.addLayout(buttons)
            line.setLayout(whole)
        else:
            buttons.addStretch(1)
            line.setLayout(column(words, buttons, gap=4))
        return line

    def mend(self, found: TactRow, how: Mend) -> None:
        """What a button does."""
        if self._event_id is None:
            return
        if how is Mend.CHANGE_HOST:
            self._change_event(self._event_id)
        elif how is Mend.OPEN_GUEST and found.last is not None:
            self._context.open(Link("client", found.last))
        elif found.last is not None:
            first = found.about[0] if how is Mend.TOGETHER else None
            self._context.runner.write(
                partial(_leave_out, event_id=self._event_id, last=found.last, first=first),
                self._on_done, owner=self, said=say("Left out."),
                undo=partial(_put_back, self._event_id),
            )  # fmt: skip

    def _change_event(self, event_id: UUID) -> None:
        from vipdesk.events import programme

        read = partial(programme.get_event, event_id=event_id)
        self._context.runner.read(read, self._on_event, owner=self)

    def _on_event(self, card: Any) -> None:
        from vipdesk.ui.dialogs.event_dialog import EventDialog

        EventDialog(self._context, card=card, parent=self).open()

    def _on_done(self, done: tuple[UUID, UUID | None, int]) -> None:
        self.left_out.add(done[0])
        if self._mended is not None:
            self._mended()


def _leave_out(
    desk: Any, event_id: UUID, last: UUID, first: UUID | None
) -> tuple[UUID, UUID | None, int]:
    """Out by hand; of a couple the other one may bring a companion instead."""
    before = 0
    if first is not None:
        before = guest_lists.change_allowance(desk, event_id=event_id, client_id=first, allowance=1)
    guest_lists.veto(desk, event_id=event_id, client_ids=[last])
    return last, first, before


def _put_back(event_id: UUID, desk: Any, done: tuple[UUID, UUID | None, int]) -> None:
    last, first, before = done
    guest_lists.unplace(desk, event_id=event_id, client_ids=[last])
    if first is not None:
        guest_lists.change_allowance(desk, event_id=event_id, client_id=first, allowance=before)
