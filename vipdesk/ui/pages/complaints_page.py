"""The board of the private track: what is due next stands first; flags for management above."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vipdesk.clients.names import display_name
from vipdesk.complaints import cases, flags
from vipdesk.complaints.cases import ComplaintRow
from vipdesk.complaints.flags import FlagRow
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.pages.complaint_cards import clock_ink, clock_picture, severity_tone
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Badge,
    Button,
    Caption,
    Card,
    Choice,
    EmptyState,
    Label,
    SearchField,
    Strong,
    Tone,
    row,
)
from vipdesk.vocabulary import RestrictedClass, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

_FEW_FLAGS = 3


@dataclass(frozen=True, slots=True)
class Board:
    """What the page reads at once."""

    rows: tuple[ComplaintRow, ...]
    flags: tuple[FlagRow, ...]


def read_board(desk: object, *, live_only: bool, text: str) -> Board:
    """The rows and the flags nobody has seen."""
    rows = cases.list_complaints(desk, live_only=live_only, text=text)  # type: ignore[arg-type]
    return Board(rows, flags.list_flags(desk))  # type: ignore[arg-type]


class ComplaintsPage(Page):
    """The private track of this person."""

    section = "complaints"
    title = say("Complaints")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "complaint_clock", "complaint_flag", "complaint_pause", "client",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self._flag_ids: tuple[UUID, ...] = ()
        self.add_action(Badge(context, say("Confidential"), Tone.PRIVATE))
        self.new_button = Button(
            context, say("New complaint"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(
            Button(context, say("Problems and lessons"), icon="document", on=self._on_problems)
        )
        self.add_action(self.new_button)
        self.flags_card = Card(context, say("For management"), tone="private")
        self.flags_card.hide()
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
        self.which.setFixedWidth(context.look.px(160))
        self.body.addLayout(top)
        self.body.addWidget(self.table, 1)
        self.empty = EmptyState(
            context, say("No complaint is open."), icon="lock",
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
                say("Next"), self._left, width=212, second=_clock_name, strong=True,
                icon=lambda r: clock_picture(r.clock), ink=lambda r: clock_ink(r.clock),
                sort=lambda r: (r.clock is None, r.clock.due_at if r.clock else r.received_at),
            ),
            Column(
                say("Client"), self._client, width=176, stretch=True, strong=True,
                second=lambda r: r.number, sort=self._client,
            ),
            Column(
                say("Severity"), lambda r: label(r.severity), width=112,
                badge=lambda r: severity_tone(r.severity), sort=lambda r: int(r.severity),
            ),
            Column(say("State"), lambda r: label(r.state), width=164, second=_around),
            Column(
                say("Owner"), lambda r: r.owner_name, width=136, stretch=True,
                sort=lambda r: r.owner_name.shown(self.words.lang), tip=lambda r: r.owner_name,
            ),
            Column(
                say("Flags"), _flags_said, width=108,
                icon=lambda r: "flag" if r.unseen else "", tip=_flags_tip,
            ),
        )  # fmt: skip

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.which.edited.connect(self.reload)
        self.table.opened.connect(self._on_opened)

    def _on_problems(self) -> None:
        self.context.open(Link("problems"))

    def reload(self) -> None:
        """Read the board and the flags."""
        self.load(
            partial(read_board, live_only=self.which.value() is True, text=self.search.text()),
            self._show,
        )

    def _show(self, board: Board) -> None:
        if self.context.presenting:
            self.show_subtitle("")
            self.show_empty(self.hidden)
            return
        self.table.show_rows(board.rows)
        self.show_subtitle(say("{n} complaints", n=len(board.rows)) if board.rows else "")
        self._show_flags(board.flags)
        plain = not self.search.text() and self.which.value() is True
        if not board.rows and not board.flags and plain:
            self.show_empty(self.empty)

    # Flags ---------------------------------------------------------------------------------------

    def _show_flags(self, rows: tuple[FlagRow, ...]) -> None:
        """Rebuilt only when other flags stand there: an instruction half typed is kept."""
        self.flags_card.setVisible(bool(rows))
        ids = tuple(r.id for r in rows)
        if ids == self._flag_ids:
            return
        self._flag_ids = ids
        self.flags_card.clear()
        for flag in rows[:_FEW_FLAGS]:
            made = FlagLine(self.context, flag)
            made.seen.connect(self._on_seen)
            made.open_requested.connect(self._on_flag_opened)
            self.flags_card.add(made)
        if len(rows) > _FEW_FLAGS:
            more = say("and {n} more", n=len(rows) - _FEW_FLAGS)
            self.flags_card.add(Caption(self.context, more, ink="text2"))

    def _on_seen(self, flag_id: UUID, instruction: str) -> None:
        self.write(
            partial(flags.acknowledge, flag_id=flag_id, instruction=instruction),
            said=say("Marked as seen."),
        )

    def _on_flag_opened(self, complaint_id: UUID) -> None:
        self.context.open(Link("complaint", complaint_id))

    # Doing ---------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N: the intake sheet."""
        ComplaintDialog(self.context, self).open()
        return True

    def find_here(self) -> bool:
        """Ctrl+F: the search field."""
        self.search.setFocus()
        return True

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


class FlagLine(QWidget):
    """One flag: why, which case, since when; an instruction, and 'seen'."""

    seen = Signal(object, str)
    open_requested = Signal(object)

    def __init__(self, context: Context, flag: FlagRow) -> None:
        super().__init__()
        self._flag = flag
        name = display_name(flag.name, context.words.lang)
        since = context.format.ago(flag.raised_at)
        self.instruction = QLineEdit()
        self.instruction.setPlaceholderText(context.words("One instruction, if you like"))
        self.instruction.setAccessibleName(
            context.words("Instruction for {number}", number=flag.number)
        )
        self.instruction.returnPressed.connect(self._on_seen)
        self.open_button = Button(context, flag.number, kind="link", on=self._on_open)
        self.seen_button = Button(context, say("Seen"), icon="eye", on=self._on_seen)
        who = row(gap=8)
        who.addWidget(Badge(context, label(flag.kind), Tone.PRIVATE, icon="flag"))
        who.addWidget(self.open_button)
        who.addWidget(Strong(context, name, elide=True), 1)
        who.addWidget(Label(context, since, kind="caption", ink="text2"))
        box = row(gap=12)
        box.addLayout(who, 1)
        self.instruction.setFixedWidth(context.look.px(232))
        box.addWidget(self.instruction)
        box.addWidget(self.seen_button)
        self.setLayout(box)

    def _on_seen(self) -> None:
        self.seen.emit(self._flag.id, self.instruction.text())

    def _on_open(self) -> None:
        self.open_requested.emit(self._flag.complaint_id)
