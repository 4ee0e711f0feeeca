"""The seating of an event: the plan with its guests, the engine, the papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from vipdesk.changes import Changes
from vipdesk.events.seating import plan, words
from vipdesk.events.seating.engine import Seated
from vipdesk.events.seating.room import Piece, PieceKind, nearest, new_fixture, new_table
from vipdesk.events.seating.rules import keep_company
from vipdesk.events.seating.worker import Outcome, Worker
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.event_seating_deeds import (
    RoomBack,
    SeatsBack,
    draw_paper,
    give_hosts,
    read_seating,
)
from vipdesk.ui.pages.event_seating_picture import Mode
from vipdesk.ui.pages.event_seating_room import RoomView
from vipdesk.ui.pages.event_seating_side import SeatingSide, sitters
from vipdesk.ui.widgets import Button, EmptyState, IconButton, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.seating.plan import RoomSource, Seating
    from vipdesk.events.seating.room import Room
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.event_tabs import EventWhole

_TABLES = ("seat", "seat_plan", "person_around", "introduction", "interest", "invitation", "reply")
_LISTEN_MS = 15


class SeatingTab(QWidget, Speaking):
    """Plan, guests, engine."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self._event_id: UUID | None = None
        self._seating: Seating | None = None
        self._sources: tuple[RoomSource, ...] = ()
        self._step_free = False
        self._writing = False
        self.worker = Worker()
        self._after: Callable[[Outcome], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LISTEN_MS)
        self._timer.timeout.connect(self._on_listen)
        self._build()
        context.changed.connect(self._on_changed)
        context.locking.connect(self.worker.close)
        self.destroyed.connect(self.worker.close)

    def _build(self) -> None:
        context = self.context
        self.guests_button = Button(context, say("Guests"), kind="tab", on=self._on_guests)
        self.tables_button = Button(context, say("Tables"), kind="tab", on=self._on_tables)
        for button in (self.guests_button, self.tables_button):
            button.setCheckable(True)
        self.rules_button = Button(context, say("Rules"), icon="filter", on=self._on_rules)
        self.papers_button = Button(context, say("Papers"), icon="print", on=self._on_papers)
        self.more_button = IconButton(context, "more", say("More"), on=self._on_more)
        self.seat_button = Button(
            context, say("Seat the guests"), kind="primary", icon="seat", on=self._on_seat
        )
        self.lay_button = Button(context, say("Lay the tables"), icon="table", on=self._on_lay)
        self.round_button = Button(context, say("Round table"), icon="plus", on=self._on_round)
        self.long_button = Button(context, say("Long table"), icon="plus", on=self._on_long)
        self.stage_button = IconButton(context, "music", say("Stage"), on=self._on_stage)
        self.door_button = IconButton(context, "door", say("Entrance"), on=self._on_entrance)
        self.left_button = IconButton(context, "undo", say("Turn left"), on=self._on_left)
        self.turn_button = IconButton(context, "refresh", say("Turn right"), on=self._on_right)
        self.edit_button = IconButton(context, "edit", say("Table…"), on=self._on_edit)
        self.trash_button = IconButton(context, "trash", say("Take out"), on=self._on_trash)
        tools = row(self.guests_button, self.tables_button, 8, gap=6)
        for widget in (*self._for_guests(), *self._for_tables()):
            tools.addWidget(widget)
        tools.insertStretch(3, 1)
        self.view = RoomView(context)
        self.side = SeatingSide(context)
        self.empty = EmptyState(
            context, say("No tables are laid yet."), icon="seat",
            hint=say("Begin with tables in rows, or copy the room of an earlier event."),
            action=say("Lay the tables"), on=self._on_lay,
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.empty)
        middle = row(gap=12)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.side)
        box = column(tools, gap=8)
        box.addLayout(middle, 1)
        self.setLayout(box)
        self._connect()
        self._set_mode(Mode.GUESTS)

    def _for_guests(self) -> tuple[QWidget, ...]:
        return (self.rules_button, self.papers_button, self.more_button, self.seat_button)

    def _for_tables(self) -> tuple[QWidget, ...]:
        return (
            self.lay_button, self.round_button, self.long_button, self.stage_button,
            self.door_button, self.left_button, self.turn_button, self.edit_button,
            self.trash_button,
        )  # fmt: skip

    def _connect(self) -> None:
        self.view.guest_moved.connect(self._on_moved)
        self.view.guest_chosen.connect(self._on_chosen)
        self.view.piece_chosen.connect(self._on_piece)
        self.view.piece_opened.connect(self._on_opened)
        self.view.room_changed.connect(self._on_room)
        self.view.unseat_requested.connect(self._on_unseat)
        self.view.lock_requested.connect(self._on_lock)
        self.side.lock_requested.connect(self._on_lock)
        self.side.unseat_requested.connect(self._on_unseat)
        self.side.client_shown.connect(self.view.choose_client)
        self.side.better_requested.connect(self._on_better)
        self.side.cancel_requested.connect(self.worker.cancel)
        self.side.place_requested.connect(self._on_place)

    # Reading ----------------------------------------------------------------------------------

    def show_event(self, whole: EventWhole) -> None:
        """Another event, or the same one anew."""
        if self._event_id != whole.card.row.id:
            self._stop()
            self._seating = None
        self._event_id, self._step_free = whole.card.row.id, whole.card.step_free
        self._read()

    def respeak(self) -> None:
        """Names in the other letters."""
        self._read()

    def _read(self) -> None:
        if self._event_id is not None:
            read = partial(read_seating, event_id=self._event_id, lang=self.context.words.lang)
            self.context.runner.read(read, self._show, owner=self, topic="seating")

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*_TABLES) and self.isVisible():
            self._read()

    def _show(self, found: tuple[Seating, tuple[RoomSource, ...]]) -> None:
        seating, self._sources = found
        self._seating, self._writing = seating, False
        laid = bool(seating.room.pieces)
        self.stack.setCurrentWidget(self.view if laid else self.empty)
        may = self.context.may("update", "seat_plan")
        self.view.can_change = may
        troubled = {b.table for b in seating.breaks if b.table}
        self.view.show_room(seating.room, sitters(seating, self.context.words), troubled)
        self.side.show_seating(seating, can_change=may)
        self.empty.primary.setEnabled(may)
        self._show_tools()
        if laid and may and seating.facts.parties and self.worker.free:
            self._begin(self.worker.begin_warm, None)

    def _show_tools(self) -> None:
        seating, may = self._seating, self.context.may("update", "seat_plan")
        if seating is None:
            return
        seated = bool(seating.seats)
        late = seated and bool(seating.stale or seating.unseated)
        self.seat_button.show_text(
            say("Fit in the changes") if late
            else say("Seat anew") if seated
            else say("Seat the guests")
        )  # fmt: skip
        can = may and bool(seating.room.tables) and bool(seating.facts.parties)
        self.seat_button.allow(
            can and not self.side.running,
            say("Lay tables first; only guests who have accepted are seated."),
        )
        for button in (self.rules_button, *self._for_tables()[:5]):
            button.setEnabled(may)
        self.papers_button.allow(seated, say("Nobody is seated yet."))
        chosen = may and self.view.piece >= 0
        for piece_button in (self.left_button, self.turn_button, self.trash_button):
            piece_button.setEnabled(chosen)
        self.edit_button.setEnabled(chosen and self._piece().is_table)

    def _piece(self) -> Piece:
        return self.view.room.pieces[self.view.piece]

    # Modes ------------------------------------------------------------------------------------

    def _set_mode(self, mode: Mode) -> None:
        self.view.set_mode(mode)
        self.guests_button.setChecked(mode is Mode.GUESTS)
        self.tables_button.setChecked(mode is Mode.ROOM)
        for widget in self._for_guests():
            widget.setVisible(mode is Mode.GUESTS)
        for widget in self._for_tables():
            widget.setVisible(mode is Mode.ROOM)
        self._show_tools()

    def _on_guests(self) -> None:
        self._set_mode(Mode.GUESTS)

    def _on_tables(self) -> None:
        self._set_mode(Mode.ROOM)

    # The room ---------------------------------------------------------------------------------

    def _on_lay(self) -> None:
        from vipdesk.ui.dialogs.seating_dialogs import NewRoomDialog

        if self._seating is not None:
            people = sum(p.size for p in self._seating.facts.parties)
            NewRoomDialog(
                self.context, self._seating, self._sources, people, self._lay, self,
                step_free=self._step_free,
            ).open()  # fmt: skip

    def _lay(self, verb: Callable[..., Any]) -> None:
        self._write(verb, undo=RoomBack(self._event_id))

    def _on_room(self, room: Room) -> None:
        if self._seating is not None and not self._writing:
            change = partial(
                plan.change_room, event_id=self._seating.event_id, room=room,
                version=self._seating.version,
            )  # fmt: skip
            self._write(change, said=say("The plan is changed."), undo=RoomBack(self._event_id))

    def _on_round(self) -> None:
        self._add(PieceKind.ROUND)

    def _on_long(self) -> None:
        self._add(PieceKind.LONG)

    def _add(self, kind: PieceKind) -> None:
        if self._seating is not None:
            seats = next((t.seats for t in self._seating.room.tables if t.kind is kind), 10)
            self.view.add_piece(
                new_table(
                    self.view.room, kind, seats, heads=kind is PieceKind.LONG,
                    step_free=self._step_free,
                )
            )  # fmt: skip

    def _on_stage(self) -> None:
        self.view.add_piece(new_fixture(self.view.room, PieceKind.STAGE))

    def _on_entrance(self) -> None:
        self.view.add_piece(new_fixture(self.view.room, PieceKind.DOOR))

    def _on_left(self) -> None:
        self.view.turn_piece(-15)

    def _on_right(self) -> None:
        self.view.turn_piece(15)

    def _on_trash(self) -> None:
        self.view.remove_piece()

    def _on_edit(self) -> None:
        self._on_opened(self.view.piece)

    def _on_piece(self, _index: int) -> None:
        self._show_tools()

    def _on_opened(self, index: int) -> None:
        from vipdesk.ui.dialogs.seating_dialogs import TableDialog

        if self._seating is not None and self._seating.room.pieces[index].is_table:
            TableDialog(self.context, self._seating, index, self._on_room, self).open()

    def _on_rules(self) -> None:
        from vipdesk.ui.dialogs.seating_dialogs import RulesDialog

        if self._seating is not None:
            RulesDialog(self.context, self._seating, self).open()

    # Guests by hand ---------------------------------------------------------------------------

    def _on_chosen(self, client_id: UUID | None) -> None:
        self.side.show_guest(client_id)

    def _on_moved(self, person: tuple[UUID, int], spot: tuple[int, int]) -> None:
        seating = self._seating
        if seating is None or self._writing:
            return
        move = partial(
            plan.move_seat, event_id=seating.event_id, client_id=person[0], place=person[1],
            table_no=spot[0], seat_no=spot[1], version=seating.version,
        )  # fmt: skip
        self.side.show_guest(person[0])
        self._write(move, said=say("Moved."), undo=SeatsBack(seating.event_id))

    def _on_place(self, person: tuple[UUID, int]) -> None:
        """Somebody who waits, by keyboard: to the table with the most free chairs."""
        spots = [s for t in self.view.room.tables if (s := self.view.free_chair(t)) is not None]
        if not spots:
            self.context.problem(say("No chair is free. Add a table or chairs."))
            return
        taken = [table for table, _ in self.view.sitters]
        self._on_moved(person, min(spots, key=lambda s: (taken.count(s[0]), s)))

    def _on_lock(self, client_id: UUID, locked: bool) -> None:  # noqa: FBT001 a signal
        if self._seating is not None:
            lock = partial(
                plan.lock_seats, event_id=self._seating.event_id, client_ids=(client_id,),
                locked=locked, version=self._seating.version,
            )  # fmt: skip
            self._write(lock, undo=SeatsBack(self._seating.event_id))

    def _on_unseat(self, client_id: UUID) -> None:
        if self._seating is not None:
            unseat = partial(
                plan.unseat, event_id=self._seating.event_id, client_ids=(client_id,),
                version=self._seating.version,
            )  # fmt: skip
            self._write(unseat, said=say("Moved."), undo=SeatsBack(self._seating.event_id))

    def _write(self, verb: Callable[..., Any], *, said: Any = None, undo: Any = None) -> None:
        self._writing = True
        self.context.runner.write(
            verb, owner=self, said=said or say("Saved."), undo=undo, failed=self._on_failed
        )

    def _on_failed(self, _error: Exception) -> bool:
        """The bar says it; the plan is shown as it is."""
        self._read()
        return False

    # The engine -------------------------------------------------------------------------------

    def _on_seat(self) -> None:
        """From scratch, or with few moves where most sit already; locked guests stay."""
        seating = self._seating
        if seating is not None:
            late = bool(seating.seats) and bool(seating.stale or seating.unseated)
            problem = seating.built.problem
            if late:
                problem = keep_company(seating.built, seating.at)
            self._run(partial(self.worker.begin_seat, problem))

    def _on_better(self, table: int) -> None:
        """This table and two others anew."""
        seating = self._seating
        if seating is not None and table in seating.built.tables:
            index = seating.built.tables.index
            tables = [index(n) for n in nearest(seating.room, table)]
            self._run(partial(self.worker.begin_reseat, seating.built.problem, seating.at, tables))

    def _run(self, begin: Callable[[], None]) -> None:
        if self._after is None:
            self.side.show_running(0.0)
            self._show_tools()
            self._begin(begin, self._on_outcome)

    def _begin(self, begin: Callable[[], None], after: Callable[[Outcome], None] | None) -> None:
        begin()
        self._after = after
        self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        if not self.worker.free:
            self.worker.close()
        self._after = None
        self.side.show_running(None)

    def _on_listen(self) -> None:
        for word, value in self.worker.hear():
            if word == "best" and isinstance(value, Seated):
                self.side.show_running(value.part)
            elif word == "failed":
                self._after = None
                self.side.show_running(None)
                self.context.problem(say("The seating stopped. Start it again."))
            elif word == "done":
                self._finish(value)
        if self.worker.free:
            self._timer.stop()
            self._show_tools()

    def _finish(self, value: object) -> None:
        if self._after is not None and isinstance(value, Outcome):
            after, self._after = self._after, None
            self.side.show_running(None)
            after(value)

    def _on_outcome(self, outcome: Outcome) -> None:
        seating = self._seating
        if seating is None:
            return
        if outcome.seated is None:
            self.side.show_contradiction(
                words.contradiction(
                    outcome.clashes, seating.built, seating.facts, seating.rules,
                    self.context.words.lang,
                )
            )  # fmt: skip
            return
        seat = partial(
            plan.seat_guests, event_id=seating.event_id, version=seating.version,
            table_of=seating.built.table_of(outcome.seated.at), score=outcome.seated.score,
        )  # fmt: skip
        self._write(seat, said=say("The guests are seated."), undo=SeatsBack(seating.event_id))

    # More -------------------------------------------------------------------------------------

    def _on_more(self) -> None:
        lines = ((say("Give each table a host"), self._on_hosts),)
        self._pop_up(self.more_button, lines, enabled=self.context.may("update", "seat_plan"))

    def _on_hosts(self) -> None:
        if self._seating is not None:
            give = partial(give_hosts, event_id=self._seating.event_id,
                           version=self._seating.version)  # fmt: skip
            self._write(give, undo=RoomBack(self._event_id))

    def _on_papers(self) -> None:
        lines = (
            (say("Place cards"), self._on_cards),
            (say("Plan of the tables"), self._on_plan),
            (say("Facesheet for the hosts"), self._on_faces),
        )
        self._pop_up(self.papers_button, lines)

    def _pop_up(
        self, button: QWidget, lines: Sequence[tuple[Say, Callable[[], None]]], *,
        enabled: bool = True,
    ) -> None:  # fmt: skip
        """Under its button, with its lines from the first: an empty menu is never seen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for title, slot in lines:
            line = menu.addAction(self.context.words(title))
            line.triggered.connect(slot)
            line.setEnabled(enabled)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_cards(self) -> None:
        self._ask_file("cards")

    def _on_plan(self) -> None:
        self._ask_file("plan")

    def _on_faces(self) -> None:
        self._ask_file("faces")

    def _ask_file(self, kind: str) -> None:
        from vipdesk.events.seating.papers import paper_name

        save_as(self, paper_name(kind, self.context.words.lang), partial(self.save_paper, kind))

    def save_paper(self, kind: str, path: str) -> None:
        """Read, draw beside the desk, write."""
        from vipdesk.events.seating import papers

        if self._event_id is None:
            return
        read = partial(papers.read_paper, event_id=self._event_id, words=self.context.words)
        self.context.runner.write(read, partial(self._draw, kind, Path(path)), owner=self)

    def _draw(self, kind: str, path: Path, paper: Any) -> None:
        draw = partial(draw_paper, kind, paper, self.context.words, path)
        self.context.runner.background(draw, self._on_drawn, owner=self)

    def _on_drawn(self, _result: object) -> None:
        self.context.say(say("Saved as a file."))
