"""Who may be in the club twice: pairs with the reason, merged or told apart."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.clients import duplicates
from vipdesk.clients.duplicates import CERTAIN, LIKELY, Crowd, Duplicate, Duplicates
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Button, Caption, EmptyState, Tone, column, row
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class DuplicatesDialog(Dialog):
    """Looks in the background, then shows the pairs, the most alike first."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        self.pairs: list[Duplicate] = []
        self._stop = Event()
        super().__init__(context, say("Find duplicates"), width=860, parent=parent)
        self.cancel_button.show_text(say("Close"))
        context.runner.read(duplicates.read_crowd, self._on_crowd, owner=self)

    def _build(self) -> None:
        context = self.context
        self.waiting = EmptyState(context, say("Comparing the clients …"), icon="search")
        self.summary = Caption(context, "", ink="text2", wrap=True)
        self.table = Table(
            context,
            say("Pairs that may be one person"),
            (
                Column(say("Client"), lambda d: d.first.name, width=210, stretch=True,
                       strong=True, tip=lambda d: d.first.detail),
                Column(say("And"), lambda d: d.second.name, width=210, stretch=True,
                       strong=True, tip=lambda d: d.second.detail),
                Column(say("Likeness"), _likeness, width=150, badge=_tone),
                Column(say("Why"), _why, width=240, stretch=True),
            ),
        )  # fmt: skip
        self.table.setMinimumHeight(context.look.px(300))
        self.merge_button = Button(context, say("Compare and merge"), on=self.merge_chosen)
        self.apart_button = Button(context, say("Two people, not one"), on=self.tell_apart)
        found = QWidget()
        box = column(self.summary, gap=8)
        box.addWidget(self.table, 1)
        box.addLayout(row(None, self.apart_button, self.merge_button, gap=8))
        found.setLayout(box)
        self.states = QStackedWidget()
        self.states.addWidget(self.waiting)
        self.states.addWidget(found)
        self.found = found
        self.body.addWidget(self.states, 1)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)

    def done(self, result: int) -> None:
        """Closed: whoever is still comparing stops."""
        self._stop.set()
        super().done(result)

    def _on_crowd(self, crowd: Crowd) -> None:
        compare = partial(duplicates.compare, crowd, is_cancelled=self._stop.is_set)
        self.context.runner.background(compare, self._on_found, owner=self)

    def _on_found(self, found: Duplicates) -> None:
        self.pairs = list(found.pairs)
        if not self.pairs:
            self.waiting.say(say("Nobody is here twice, as far as names, phones and days tell."))
            return
        self.summary.show_text(
            say("{n} pairs may be one person. Nothing is merged by itself.", n=len(self.pairs))
        )
        self.states.setCurrentWidget(self.found)
        self._show()
        self.table.setFocus()

    def _show(self) -> None:
        self.table.show_rows(self.pairs)
        self.table.choose_first()
        self._on_chosen(None)

    def _chosen(self) -> Duplicate | None:
        rows = self.table.chosen_rows()
        return rows[0] if rows else None

    def _on_chosen(self, _row: object) -> None:
        there = self._chosen() is not None
        for button in (self.merge_button, self.apart_button):
            button.allow(there, say("Choose a pair."))

    def _on_opened(self, _row: object) -> None:
        self.merge_chosen()

    def merge_chosen(self) -> None:
        """One sheet at a time: this one makes room, and comes back when two are one."""
        pair = self._chosen()
        if pair is None:
            return
        from vipdesk.ui.dialogs.merge_dialog import MergeDialog

        context, page = self.context, self.parentWidget()
        dialog = MergeDialog(context, pair.first.id, pair.second.id, page)
        self.reject()
        dialog.merged.connect(_Again(context, dialog))
        dialog.open()

    def tell_apart(self) -> None:
        """Two people: not proposed again."""
        pair = self._chosen()
        if pair is None:
            return
        self.context.runner.write(
            partial(duplicates.say_not_the_same, one_id=pair.first.id, other_id=pair.second.id),
            self._on_apart, owner=self, said=say("Two people. They are not proposed again."),
            undo=duplicates.undo_not_the_same,
        )  # fmt: skip

    def _on_apart(self, pair: tuple[object, object]) -> None:
        self.pairs = [d for d in self.pairs if set(d.id) != set(pair)]
        if self.pairs:
            self._show()
        else:
            self.waiting.say(say("Nobody is here twice, as far as names, phones and days tell."))
            self.states.setCurrentWidget(self.waiting)


class _Again:
    """After a merge the rest of the pairs is shown again."""

    def __init__(self, context: Context, dialog: Dialog) -> None:
        self._context, self._page = context, dialog.parentWidget()

    def __call__(self, _client_id: object) -> None:
        """Open the list anew, when the sheet before is gone."""
        page = self._page
        if page is not None:
            QTimer.singleShot(0, page, partial(open_duplicates, self._context, page))


def open_duplicates(context: Context, parent: QWidget) -> DuplicatesDialog:
    """For pages and the palette."""
    dialog = DuplicatesDialog(context, parent)
    dialog.open()
    return dialog


def _likeness(pair: Duplicate) -> Say:
    if pair.score >= CERTAIN:
        return say("Almost certain")
    return say("Likely") if pair.score >= LIKELY else say("Possible")


def _tone(pair: Duplicate) -> Tone:
    if pair.score >= CERTAIN:
        return Tone.WARNING
    return Tone.INFO if pair.score >= LIKELY else Tone.NEUTRAL


def _why(pair: Duplicate) -> Say:
    return say("{reasons}", reasons=pair.reasons)
