"""The board of the private track: what is due next stands first; the queue of management above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from vipdesk.clients.names import display_name
from vipdesk.complaints import board, escalation, export, flags, queue
from vipdesk.complaints.board import BoardFilter, BoardList
from vipdesk.complaints.cases import ComplaintRow
from vipdesk.complaints.queue import Waiting
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.dialogs.export_dialog import TrackExportDialog
from vipdesk.ui.pages.complaint_cards import clock_ink, clock_picture, severity_tone
from vipdesk.ui.pages.complaints_queue import QueueCard
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Badge, Button, Choice, EmptyState, IconButton, SearchField, Tone, row
from vipdesk.vocabulary import RestrictedClass, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Text


@dataclass(frozen=True, slots=True)
class Board:
    """What the page reads at once: the first rows and who waits for a decision."""

    rows: tuple[ComplaintRow, ...]
    queue: tuple[Waiting, ...]


def read_board(desk: Any, *, wanted: BoardFilter) -> Board:
    """The rows due next, the flags nobody has seen and what waits for a decision."""
    return Board(board.first_part(desk, wanted), queue.list_queue(desk))


def _whole(desk: Any, *, wanted: BoardFilter) -> BoardList:
    return board.open_board(desk, wanted)


def _part(
    desk: Any, *, opened: BoardList, offset: int
) -> tuple[BoardList, int, tuple[ComplaintRow | None, ...]]:
    return opened, offset, board.read_part(desk, opened, offset)


class ComplaintsPage(Page):
    """The private track of this person."""

    section = "complaints"
    title = say("Complaints")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "complaint_clock", "complaint_flag", "complaint_pause", "case_event",
        "client",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self._opened: BoardList | None = None
        self._first: tuple[ComplaintRow, ...] = ()
        self.add_action(Badge(context, say("Confidential"), Tone.PRIVATE))
        self.new_button = Button(
            context, say("New complaint"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(
            Button(context, say("Problems and lessons"), icon="document", on=self._on_problems)
        )
        self.add_action(Button(context, say("Statistics"), on=self._on_statistics))
        self.add_action(self.new_button)
        self.flags_card = self.queue = QueueCard(context)
        self.search = SearchField(context, say("Find by number or client"))
        self.which = Choice(
            context,
            ((True, say("Open complaints")), (False, say("All complaints"))),
            name=say("Which complaints"),
        )
        self.table = Table(context, say("Complaints"), self._columns())
        self.body.addWidget(self.flags_card)
        top = row(gap=8)
        top.addWidget(self.search, 1)
        top.addWidget(self.which)
        top.addWidget(IconButton(context, "export", say("Export complaints"), on=self.export_here))
        self.which.setFixedWidth(context.look.px(160))
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.nothing = EmptyState(
            context, _NO_MATCH, icon="search",
            action=say("Show all complaints"), on=self._on_show_all,
        )  # fmt: skip
        self.body.addWidget(self.nothing, 1)
        self.nothing.hide()
        self.empty = EmptyState(
            context, _NONE_OPEN, icon="lock",
            hint=say("When a client is unhappy, write it down here: five fields are enough."),
            action=say("New complaint"), on=self.new_here,
        )  # fmt: skip
        self.hidden = EmptyState(
            context, say("Complaints are hidden while somebody else looks at the screen."),
            icon="eye-off",
        )  # fmt: skip

    def _columns(self) -> tuple[Column[ComplaintRow], ...]:
        return (
            Column(
                say("Next"), self._left, width=240, second=_clock_name, strong=True,
                icon=lambda r: clock_picture(r.clock), ink=lambda r: clock_ink(r.clock),
                sort=lambda r: (r.clock is None, r.clock.due_at if r.clock else r.received_at),
            ),
            Column(
                say("Client"), self._client, width=176, stretch=True, strong=True,
                second=lambda r: r.number, sort=self._client, tip=self._client,
            ),
            Column(
                say("Severity"), lambda r: label(r.severity), width=104,
                badge=lambda r: severity_tone(r.severity), sort=lambda r: int(r.severity),
            ),
            Column(say("State"), lambda r: label(r.state), width=152, second=_around),
            Column(
                say("Owner"), lambda r: r.owner_name, width=136, stretch=True,
                sort=lambda r: r.owner_name.shown(self.words.lang), tip=lambda r: r.owner_name,
            ),
            Column(
                say("Flags"), _flags_said, width=104, firm=True,
                icon=lambda r: "flag" if r.unseen else "", tip=_flags_tip,
            ),
        )  # fmt: skip

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.installEventFilter(self)
        self.which.edited.connect(self.reload)
        self.table.opened.connect(self._on_opened)
        self.queue.seen.connect(self._on_seen)
        self.queue.decided.connect(self._on_decided)
        self.queue.open_requested.connect(self._on_case)

    def _on_problems(self) -> None:
        self.context.open(Link("problems"))

    def _on_statistics(self) -> None:
        self.context.open(Link("complaint_statistics"))

    @property
    def wanted(self) -> BoardFilter:
        """Which cases the page is asked for."""
        return BoardFilter(live_only=self.which.value() is True, text=self.search.text())

    def reload(self) -> None:
        """Read the first rows and the queue; the whole order only where there is more."""
        self.load(partial(read_board, wanted=self.wanted), self._show)

    def _show(self, found: Board) -> None:
        self._opened = None
        if self.context.presenting:
            self.show_subtitle("")
            self.show_empty(self.hidden)
            return
        n = len(found.rows)
        self.queue.show_queue(found.queue)
        if n < board.PART:
            self.table.show_rows(found.rows)
            self.show_subtitle(say("{n} complaints", n=n) if n else "")
        else:
            self._first = found.rows
            if self.table.rows.listed is None:  # what is due next is on the screen at once
                self.table.show_rows(found.rows)
            self.context.runner.read(
                partial(_whole, wanted=self.wanted), self._on_whole, owner=self, topic="whole"
            )
        plain = not self.search.text() and self.which.value() is True
        if not found.rows and not found.queue and plain:
            self.show_empty(self.empty)
        self.table.setVisible(bool(found.rows))
        self.nothing.setVisible(not found.rows)
        self.nothing.sentence.show_text(_NONE_OPEN if plain else _NO_MATCH)

    def _on_show_all(self) -> None:
        self.search.setText("")
        self.which.set_value(False)
        self.reload()

    def _on_whole(self, opened: BoardList) -> None:
        if self.context.presenting or opened.filter != self.wanted:
            return
        self._opened = opened
        self.show_subtitle(say("{n} complaints", n=opened.total))
        self.table.show_list(opened, self._ask, part=board.PART, first=self._first)

    def _ask(self, offset: int) -> None:
        if self._opened is not None:
            self.context.runner.read(
                partial(_part, opened=self._opened, offset=offset),
                self._on_part, owner=self, topic=f"part {offset}",
            )  # fmt: skip

    def _on_part(self, found: tuple[BoardList, int, tuple[ComplaintRow | None, ...]]) -> None:
        opened, offset, rows = found
        if opened is self._opened:
            self.table.fill(offset, rows)

    # The queue -----------------------------------------------------------------------------------

    def _on_seen(self, flag_id: UUID, instruction: str) -> None:
        self.write(
            partial(flags.acknowledge, flag_id=flag_id, instruction=instruction),
            said=say("Marked as seen."),
        )

    def _on_decided(self, notice_id: UUID, decision: str) -> None:
        self.write(
            partial(escalation.decide, notice_id=notice_id, decision=decision),
            said=say("Your decision is written down."),
        )

    def _on_case(self, complaint_id: UUID) -> None:
        self.context.open(Link("complaint", complaint_id))

    # Doing ---------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N: the intake sheet."""
        ComplaintDialog(self.context, self).open()
        return True

    def export_here(self) -> None:
        """What the page shows, as a file."""
        TrackExportDialog(
            self.context, say("Export complaints"),
            partial(export.export_board, wanted=self.wanted), export.board_file, self,
        ).open()  # fmt: skip

    def find_here(self) -> bool:
        """Ctrl+F: the search field."""
        self.search.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search field into the list."""
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
            and self.table.count
        ):
            self.table.setFocus()
            self.table.choose_first()
            return True
        return super().eventFilter(watched, event)

    def _on_searched(self, _text: str) -> None:
        self.reload()

    def _on_opened(self, chosen: ComplaintRow) -> None:
        self.context.open(Link("complaint", chosen.id))

    # Words of cells ------------------------------------------------------------------------------

    def _client(self, shown: ComplaintRow) -> str:
        return display_name(shown.name, self.words.lang)

    def _left(self, shown: ComplaintRow) -> Text:
        if shown.clock is None:
            return say("nothing is due")
        if shown.clock.paused:
            return say("clock stopped")
        return self.context.format.left(shown.clock.due_at)


_NO_MATCH = say("No complaint matches.")
_NONE_OPEN = say("No complaint is open.")


def _clock_name(shown: ComplaintRow) -> Text:
    return label(shown.clock.kind) if shown.clock else ""


def _around(shown: ComplaintRow) -> Text:
    return label(shown.restricted) if shown.restricted is RestrictedClass.CONFLICT else ""


def _flags_said(shown: ComplaintRow) -> Text:
    if not shown.flags:
        return ""
    if shown.unseen:
        return say("{n} unseen", n=shown.unseen)
    return say("seen")


def _flags_tip(shown: ComplaintRow) -> Text:
    return say("{flags}", flags=tuple(label(f) for f in shown.flags)) if shown.flags else ""
