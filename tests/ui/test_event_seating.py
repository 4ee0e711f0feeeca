"""The seating tab: tables and guests by mouse and keys, the engine in its process, papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests import factories_events
from tests import factories_seating as make
from tests.ui.events_for_tests import idle, opened, sheet, write
from vipdesk.access import Desk
from vipdesk.events.seating import plan
from vipdesk.events.seating.engine import Effort
from vipdesk.events.seating.room import PieceKind, chairs
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.seating_dialogs import NewRoomDialog, RulesDialog, TableDialog
from vipdesk.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from vipdesk.ui.pages.event_seating import SeatingTab
from vipdesk.ui.pages.event_seating_room import RoomView, guest_data


@pytest.fixture
def tab_of(qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Opens the tab; `worker` False: nobody waits for a process here."""

    def shown(event_id: Any, *, worker: bool = False) -> SeatingTab:
        if not worker:
            monkeypatch.setattr("vipdesk.events.seating.worker.Worker.begin_warm", _rest)
        page = opened(qtbot, club, event_id, "seating")
        made = page.tab("seating")
        assert isinstance(made, SeatingTab)
        idle(qtbot, club)
        tabs.append(made)
        pages.append(page)  # else it would be gone with this function
        return made

    tabs: list[SeatingTab] = []
    pages: list[Any] = []
    yield shown
    for made in tabs:
        made.worker.close()


def _rest(_worker: object) -> None:
    """A process takes a second to start."""


def seating(club: Context, tab: SeatingTab) -> plan.Seating:
    event_id = tab._event_id
    assert event_id is not None
    return write(club, lambda desk: plan.get_seating(desk, event_id))


def four(desk: Desk) -> Any:
    """Four guests, two of them to be kept apart, two tables, nobody seated."""
    event_id, ids = make.dinner(desk, 4)
    factories_events.friction(desk, ids[0], ids[1])
    make.tables(desk, event_id, 2, 4)
    return event_id, ids


def where(view: RoomView, table: int, chair: int) -> QPoint:
    piece = view.room.table(table)
    assert piece is not None
    found = chairs(piece)[chair - 1]
    return view.to_screen(found.x, found.y).toPoint()


def drag(view: RoomView, here: QPoint, there: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, pos=here)
    QTest.mouseMove(view, there)
    QTest.mouseRelease(view, left, pos=there)


def drop(view: RoomView, person: Any, at: QPoint) -> None:
    data = guest_data(*person)
    view.dropEvent(
        QDropEvent(
            QPointF(at), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip


def test_tables_are_laid_moved_turned_and_brought_back(
    qtbot: QtBot, club: Context, tab_of: Any
) -> None:
    event_id, _ = write(club, lambda d: make.dinner(d, 3))
    tab = tab_of(event_id)
    assert tab.stack.currentWidget() is tab.empty
    assert not tab.seat_button.isEnabled()
    tab.empty.primary.click()
    dialog = sheet(tab, NewRoomDialog)
    dialog.form.fields["count"].set_value(3)
    dialog.primary_button.click()
    idle(qtbot, club)
    assert [t.number for t in seating(club, tab).room.tables] == [1, 2, 3]
    tab.tables_button.click()
    view = tab.view
    table = view.room.tables[0]
    middle = view.to_screen(table.x, table.y).toPoint()
    drag(view, middle, middle + QPoint(60, 40))
    idle(qtbot, club)
    moved = seating(club, tab).room.tables[0]
    assert moved.x > table.x
    assert moved.x % 25 == moved.y % 25 == 0
    view.setFocus()
    with qtbot.waitSignal(club.said) as said:
        QTest.keyClick(view, Qt.Key.Key_Right)
    idle(qtbot, club)
    assert seating(club, tab).room.tables[0].x == moved.x + 25
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, club)
    assert seating(club, tab).room.tables[0].turn == 15
    tab.long_button.click()
    idle(qtbot, club)
    assert len(seating(club, tab).room.tables) == 4
    QTest.keyClick(view, Qt.Key.Key_Delete)  # what was added is in hand
    idle(qtbot, club)
    assert len(seating(club, tab).room.tables) == 3
    assert said.args is not None
    said.args[0].undo()
    idle(qtbot, club)
    assert seating(club, tab).room.tables[0].x == moved.x


def test_stages_and_entrances_are_placed_and_moved(
    qtbot: QtBot, club: Context, tab_of: Any
) -> None:
    event_id, _ = write(club, four)
    tab = tab_of(event_id)
    tab.tables_button.click()
    before = len(seating(club, tab).room.pieces)
    tab.door_button.click()
    idle(qtbot, club)
    entrance = seating(club, tab).room.pieces[-1]
    assert entrance.kind is PieceKind.DOOR
    assert entrance.x == 15  # the wall below has one
    QTest.keyClick(tab.view, Qt.Key.Key_Up)
    idle(qtbot, club)
    assert seating(club, tab).room.pieces[-1].y == entrance.y - 25
    tab.stage_button.click()
    idle(qtbot, club)
    assert [p.kind for p in seating(club, tab).room.pieces[before:]] == [
        PieceKind.DOOR, PieceKind.STAGE,
    ]  # fmt: skip
    assert len(seating(club, tab).room.tables) == 2


def test_a_guest_is_dropped_on_a_chair_and_a_broken_rule_is_shown(
    qtbot: QtBot, club: Context, tab_of: Any
) -> None:
    event_id, ids = write(club, four)
    tab = tab_of(event_id)
    assert tab.side.waiting.count() == 4
    view = tab.view
    drop(view, (ids[0], 0), where(view, 1, 1))
    idle(qtbot, club)
    drop(view, (ids[1], 0), view.to_screen(view.room.tables[0].x, view.room.tables[0].y).toPoint())
    idle(qtbot, club)
    now = seating(club, tab)
    assert now.table_of == {ids[0]: 1, ids[1]: 1}
    assert len(now.breaks) == 1
    assert view.troubled == {1}
    assert view.sitters[1, 1].trouble
    assert view.sitters[1, 1].locked
    assert tab.side.waiting.count() == 2
    drag(view, where(view, 1, 1), where(view, 2, 3))
    idle(qtbot, club)
    assert seating(club, tab).table_of == {ids[0]: 2, ids[1]: 1}
    assert not view.troubled
    assert tab.side.count.text() == "Seated: 2 of 4"


def test_guests_are_moved_by_the_keyboard_alone(qtbot: QtBot, club: Context, tab_of: Any) -> None:
    event_id, ids = write(club, four)
    tab = tab_of(event_id)
    tab.side.place_button.click()
    idle(qtbot, club)
    first = seating(club, tab).seats[0]
    assert first.client_id == ids[0]
    view = tab.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.spot == (1, 1)
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.spot not in {None, (1, 1)}
    there = view.spot
    QTest.keyClick(view, Qt.Key.Key_Space)
    idle(qtbot, club)
    (seat,) = seating(club, tab).seats
    assert (seat.table_no, seat.seat_no) == there
    assert seat.locked
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    idle(qtbot, club)
    assert not seating(club, tab).seats[0].locked
    QTest.keyClick(view, Qt.Key.Key_Delete)
    idle(qtbot, club)
    assert not seating(club, tab).seats
    keys = ShortcutsDialog(club, (), tab)
    told = {label.text() for label in keys.findChildren(QLabel)}
    assert {"Seating: from chair to chair", "Tables: turn"} <= told


def test_the_engine_seats_in_its_own_process_and_says_what_contradicts(
    qtbot: QtBot, club: Context, tab_of: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id, ids = write(club, four)
    tab = tab_of(event_id, worker=True)
    monkeypatch.setattr(Effort, "for_guests", lambda _n: Effort(2_000, 1, 4, 5.0))
    tab.seat_button.click()
    assert tab.side.running
    qtbot.waitUntil(lambda: not tab.side.running, timeout=30_000)
    idle(qtbot, club)
    table = seating(club, tab).table_of
    assert set(table) == set(ids)
    assert table[ids[0]] != table[ids[1]]
    assert tab.seat_button.text() == "Seat anew"
    tab.side.show_guest(ids[2])
    tab.side.better_requested.emit(table[ids[2]])
    qtbot.waitUntil(lambda: not tab.side.running, timeout=10_000)
    idle(qtbot, club)

    def impossible(desk: Desk) -> None:
        for number, client_id in enumerate(ids[:2]):
            plan.move_seat(
                desk, event_id=event_id, client_id=client_id, place=0, table_no=1,
                seat_no=1 + number, version=plan.get_seating(desk, event_id).version,
            )  # fmt: skip

    write(club, impossible)
    tab._read()
    idle(qtbot, club)
    tab.seat_button.click()
    qtbot.waitUntil(lambda: not tab.side.running, timeout=10_000)
    told = tab.side._told
    assert told is not None
    assert len(told.rules) == 2
    assert club.text(told.rules[0]).startswith(("To be kept apart", "Locked"))


def test_rules_and_tables_have_their_sheets(qtbot: QtBot, club: Context, tab_of: Any) -> None:
    event_id, _ = write(club, four)
    tab = tab_of(event_id)
    tab.rules_button.click()
    rules = sheet(tab, RulesDialog)
    rules.form.fields["least"].set_value(2)
    rules.primary_button.click()
    idle(qtbot, club)
    assert seating(club, tab).rules.least == 2
    tab.tables_button.click()
    tab.view.choose_piece(2)
    tab.edit_button.click()
    table = sheet(tab, TableDialog)
    table.form.fields["number"].set_value(2)
    table.primary_button.click()
    assert table.error.text() == "Another table has this number."
    table.form.fields["number"].set_value(8)
    table.form.fields["seats"].set_value(7)
    table.primary_button.click()
    idle(qtbot, club)
    assert {(t.number, t.seats) for t in seating(club, tab).room.tables} == {(8, 7), (2, 4)}
    tab.guests_button.click()
    tab._on_hosts()
    idle(qtbot, club)
    assert all(t.host for t in seating(club, tab).room.tables)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_chosen_guest_says_why_and_papers_are_saved(
    qtbot: QtBot, club: Context, tab_of: Any, tmp_path: Path
) -> None:
    event_id, ids = write(club, four)
    tab = tab_of(event_id)
    drop(tab.view, (ids[0], 0), where(tab.view, 1, 2))
    idle(qtbot, club)
    tab.view._choose_spot((1, 2))
    assert not tab.side.guest.isHidden()
    tab.side._on_lock()
    idle(qtbot, club)
    assert not seating(club, tab).seats[0].locked
    for kind in ("cards", "plan", "faces"):
        path = tmp_path / f"{kind}.pdf"
        with qtbot.waitSignal(club.said):
            tab.save_paper(kind, str(path))
        assert path.read_bytes().startswith(b"%PDF")
    idle(qtbot, club)
    for button, lines in ((tab.papers_button, 3), (tab.more_button, 1)):
        button.click()
        menu = next(m for m in tab.findChildren(QMenu) if m.isVisible())
        assert len(menu.actions()) == lines
        menu.close()
    tab.side._on_unseat()
    idle(qtbot, club)
    assert not seating(club, tab).seats
