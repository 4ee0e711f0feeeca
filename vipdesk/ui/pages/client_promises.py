"""The promises tab of a client: the ledger of what was promised, and how each ended."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients import promises
from vipdesk.ui.pages.client_words import promise_tone, promise_words
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, EmptyState, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import PromiseState
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard, PromiseRow
    from vipdesk.ui.context import Context


class ClientPromises(QWidget, Speaking):
    """Kept, another day, no longer needed, not kept: for the chosen open promise."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.table = Table(
            context,
            say("Promises"),
            (
                Column(
                    say("Promise"), lambda p: p.text, width=280, stretch=True, tip=lambda p: p.text
                ),
                Column(say("Until"), lambda p: context.format.moment(p.due_at), width=170),
                Column(say("State"), promise_words, width=130, badge=promise_tone),
                Column(say("Owner"), lambda p: p.owner.shown(context.settings.lang), width=150),
            ),
        )
        self.kept_button = Button(context, say("Kept"), icon="check", on=self._on_kept)
        self.moved_button = Button(context, say("Another day"), icon="calendar", on=self._on_moved)
        self.released_button = Button(context, say("No longer needed"), on=self._on_released)
        self.broken_button = Button(context, say("Not kept"), on=self._on_broken)
        self.empty = EmptyState(
            context, say("Nothing was promised to this client yet."), icon="promise"
        )
        self.empty.hide()
        self._on_chosen(None)
        self.tools = QWidget()
        tools = row(
            self.kept_button, self.moved_button, self.released_button, self.broken_button, None
        )
        box = column(gap=8)
        self.tools.setLayout(tools)
        tools.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.tools)
        box.addWidget(self.table, 1)
        box.addWidget(self.empty, 1)
        self.setLayout(box)
        self.table.chosen.connect(self._on_chosen)

    def show_client(self, card: ClientCard) -> None:
        """Read the ledger."""
        self.card = card
        read = partial(promises.list_promises, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="promises")

    def _show(self, found: tuple[PromiseRow, ...]) -> None:
        self.table.show_rows(found)
        for widget in (self.tools, self.table):
            widget.setVisible(bool(found))
        self.empty.setVisible(not found)
        if found and self.table.chosen_row() is None:
            self.table.choose_first()
        self._on_chosen(self.table.chosen_row())

    def _on_kept(self) -> None:
        self._close(promises.keep_promise, say("Promise kept."))

    def _on_broken(self) -> None:
        self._close(promises.break_promise, say("Noted as not kept."))

    def _on_released(self) -> None:
        self._close(promises.release_promise, say("The promise is no longer needed."))

    def _on_moved(self) -> None:
        from vipdesk.ui.dialogs.profile_dialogs import PromiseDialog

        chosen = self.table.chosen_row()
        if chosen is not None and self.card is not None:
            PromiseDialog(self.context, self.card.id, self, moved=chosen).open()

    def _close(self, verb: Callable[..., UUID], said: Say) -> None:
        chosen = self.table.chosen_row()
        if chosen is not None:
            self.context.runner.write(
                partial(verb, promise_id=chosen.id),
                owner=self,
                said=said,
                undo=promises.reopen_promise,
            )

    def _on_chosen(self, chosen: Any) -> None:
        is_open = chosen is not None and chosen.state is PromiseState.OPEN
        reason = say("Choose an open promise.")
        for button in (self.kept_button, self.released_button, self.broken_button):
            button.allow(is_open, reason)
        late = is_open and chosen.is_late
        self.moved_button.allow(
            is_open and not late,
            say("The day has passed: kept or not kept.") if late else reason,
        )
