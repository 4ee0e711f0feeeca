"""The door's window, and the tabs Door and After, as somebody at work sees them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests import factories
from tests.factories_door import EVENING, door_list, evening, guests
from tests.ui.events_for_tests import idle, opened, sheet, write
from vipdesk.access import Desk
from vipdesk.cards.number import new_number
from vipdesk.cards.signature import CardKey, code_for
from vipdesk.clock import SetClock
from vipdesk.events import after, door_sync
from vipdesk.events.door import DoorDesk
from vipdesk.events.door_list import ENDING, DoorList, new_code, read_head, seal_list
from vipdesk.events.door_log import take_place
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.after_dialogs import AfterGuestDialog, LessonsDialog, ThankDialog
from vipdesk.ui.dialogs.door_dialogs import (
    DoorNoteDialog,
    OpenDoorDialog,
    TakeLogsDialog,
    UnknownDialog,
)
from vipdesk.ui.door_kiosk import DoorKiosk
from vipdesk.ui.ticking import Ticking
from vipdesk.ui.widgets import Button
from vipdesk.vocabulary import Topic


def kiosk_on(qtbot: QtBot, context: Context, folder: Path, listed: DoorList) -> DoorKiosk:
    code = new_code()
    place = take_place(folder, seal_list(listed, code), code, desk_no=1, now=EVENING)
    made = DoorKiosk(context, place)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def kiosk(qtbot: QtBot, context: Context, tmp_path: Path) -> Iterator[DoorKiosk]:
    seats = ((0, 4, 2), (1, 4, 3))
    listed = guests(party=2, allowance=1, seats=seats, host="Мария Орлова", host_en="Maria Orlova",
                    address_en="Mr Shchukin", note="Coat to the cloakroom", birthday="11-27",
                    first_time=True, greet=True, tier_en="Gold")  # fmt: skip
    many = guests([(f"Иванов {n}", "") for n in "АБВГ"], party=0)
    made = kiosk_on(qtbot, context, tmp_path, door_list((*listed, *many), capacity=10))
    yield made
    made.place.close()


def hits(kiosk: DoorKiosk) -> list[Button]:
    found = (kiosk._hits.itemAt(n) for n in range(kiosk._hits.count()))
    return [i.widget() for i in found if i is not None and isinstance(i.widget(), Button)]


def labels(kiosk: DoorKiosk) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(w.text() for w in kiosk.findChildren(QLabel) if w.isVisible())


def test_nobody_is_shown_before_three_letters_and_never_more_than_three(kiosk: DoorKiosk) -> None:
    kiosk.search.setText("ив")
    assert hits(kiosk) == []
    assert kiosk.hint.text() == "Type at least three letters."
    kiosk.search.setText("ива")
    assert len(hits(kiosk)) == 3
    assert kiosk.hint.text() == "2 more fit: type on."
    kiosk.search.setText("ююю")
    assert "Nobody" in kiosk.hint.text()
    assert "Щукин" not in labels(kiosk)


def test_a_guest_shows_table_host_and_what_to_say_and_comes_in(kiosk: DoorKiosk) -> None:
    QTest.keyClicks(kiosk.search, "shch")
    QTest.keyClick(kiosk.search, Qt.Key.Key_Return)
    shown = labels(kiosk)
    for words in (
        "table 4, chairs 2, 3", "Maria Orlova", "Mr Shchukin", "Coat to the cloakroom",
        "Birthday on 27 November", "for the first time", "Expected: 2 people.",
    ):  # fmt: skip
        assert words in shown
    QTest.keyClick(kiosk.guest.primary, Qt.Key.Key_Return)
    assert kiosk.inside.text() == "2"
    assert kiosk.done.text() == "Petr Shchukin: 2 people are in."
    kiosk.undo_button.click()
    assert kiosk.inside.text() == "0"
    kiosk.show_guest(kiosk.door.listed.guests[0].id)
    kiosk.guest.companions.set_value(0)
    kiosk.guest.primary.click()
    kiosk.show_guest(kiosk.door.listed.guests[0].id)
    assert not kiosk.guest.primary.isVisible()
    kiosk.guest.late_button.click()
    assert kiosk.inside.text() == "2"
    kiosk.show_guest(kiosk.door.listed.guests[0].id)
    kiosk.guest.back_button.click()
    assert kiosk.inside.text() == "0"


def test_a_card_read_on_russian_keys_opens_its_guest(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    key, _ = CardKey.new()
    number, day = new_number(), EVENING.date()
    listed = guests([("Щукин Пётр", "Petr Shchukin")], cards=(number,))
    made = kiosk_on(
        qtbot, context, tmp_path, door_list(listed, keys=((key.key_id, key.public.hex()),))
    )
    back = str.maketrans("QWERTYUIOPASDFGHJKLZXCVBNM:./$", "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬЖю.;")
    code = code_for(number, "GOLD", day + timedelta(days=9), key)
    made.search.setText(code.translate(back))
    assert hits(made) == []
    QTest.keyClick(made.search, Qt.Key.Key_Return)
    assert made.guest.isVisible()
    assert made.search.text() == ""
    made.search.setText(code.replace("GOLD", "PLAT"))
    QTest.keyClick(made.search, Qt.Key.Key_Return)
    assert "not genuine" in made.done.text()
    made.place.close()


def test_a_full_room_asks_for_the_hosts_word(kiosk: DoorKiosk) -> None:
    last = kiosk.door.listed.guests[-1].id
    while kiosk.door.spare():
        kiosk.door.let_walk_in("Гость", EVENING)
    kiosk.show_guest(last)
    kiosk.guest.primary.click()
    assert "No free place" in kiosk.done.text()
    assert kiosk.guest.primary.text() == "Let in, the host agreed"
    kiosk.guest.primary.click()
    assert kiosk.door.look(last).here == (0,)


def test_somebody_unknown_waits_for_the_host(qtbot: QtBot, kiosk: DoorKiosk) -> None:
    kiosk.unknown.click()
    dialog = sheet(kiosk, UnknownDialog)
    dialog.form.fields["name"].editor.setText("Пётр Белов")
    dialog.primary_button.click()
    assert kiosk.door.counts().waiting == 1
    kiosk.unknown.click()
    dialog = sheet(kiosk, UnknownDialog)
    (button,) = [b for b in dialog.findChildren(Button) if b.text() == "The host agreed"]
    button.click()
    assert kiosk.done.text() == "Пётр Белов is in, with the host’s word."
    assert kiosk.inside.text() == "1"


def test_two_laptops_meet_in_a_folder(
    qtbot: QtBot, kiosk: DoorKiosk, context: Context, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    kiosk.meet(str(stick))
    idle(qtbot, context)
    assert kiosk.done.text() == "0 check-ins of other desks were taken in."
    kiosk.meet(str(tmp_path / "nowhere"))
    idle(qtbot, context)


# The tabs -----------------------------------------------------------------------------------


def test_the_door_is_sealed_opened_here_and_told_to_the_office(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    event_id = write(club, evening)
    page = opened(qtbot, club, event_id, "door")
    tab: Any = page.tab("door")
    idle(qtbot, club)
    tab.folder = tmp_path / "doors"
    tab.seal_to(str(tmp_path / "list.vipdoor"))
    idle(qtbot, club)
    assert (tmp_path / "list.vipdoor").read_bytes()
    tab.open_button.click()
    dialog = sheet(tab, OpenDoorDialog)
    dialog.primary_button.click()
    qtbot.waitUntil(lambda: tab.kiosk is not None, timeout=10_000)
    window = tab.kiosk
    window.show_guest(window.door.listed.guests[0].id)
    window.guest.primary.click()
    window._on_tick()
    idle(qtbot, club)
    window.show_guest(window.door.listed.guests[1].id)
    window.guest.primary.click()
    window.close()  # before the next exchange was due
    idle(qtbot, club)
    assert tab.door.after.people == 4
    tab.table.opened.emit(tab.door.after.guests[0])
    sheet(tab, DoorNoteDialog).submit()
    idle(qtbot, club)
    tab.take_log(str(next((tmp_path / "doors").glob("*/*.doorlog"))))
    sheet(tab, TakeLogsDialog).submit()
    idle(qtbot, club)
    assert tab.door.code


def night(desk: Desk) -> Any:
    begins = desk.now - timedelta(hours=20)
    event_id = evening(desk, starts_at=begins, ends_at=begins + timedelta(hours=3))
    made = door_sync.seal_door_list(desk, event_id=event_id)
    from tests.factories_door import Kept
    from vipdesk.events.door_list import open_list

    listed = open_list(made.data, made.code, begins).listed
    door = DoorDesk(listed, Kept(), 1)
    door.arrive(listed.guests[0].id, begins)
    for guest in listed.guests:
        factories.consent(desk, guest.id, Topic.GREETING)
    door_sync.absorb(desk, event_id=event_id, scans=door.state.scans.values())
    return event_id


def test_after_the_evening_everything_is_noted_on_one_tab(
    qtbot: QtBot, club: Context, clock: SetClock, tmp_path: Path
) -> None:
    page = opened(qtbot, club, write(club, night), "after")
    tab: Any = page.tab("after")
    idle(qtbot, club)
    assert (tab.people.text(), tab.share.text()) == ("1", "50\u00a0%")
    tab.missing_button.click()
    idle(qtbot, club)
    assert tab.after.unknown == 0
    tab.thank_button.click()
    dialog = sheet(tab, ThankDialog)
    idle(qtbot, club)
    assert dialog.summary.text().startswith("1 guest")
    assert dialog.text.toPlainText()
    dialog.primary_button.click()
    idle(qtbot, club)
    assert tab.after.guests[0].thanked_at is not None
    tab.table.opened.emit(tab.after.guests[0])
    sheet(tab, AfterGuestDialog).submit()
    idle(qtbot, club)
    other = tab.after.guests[1].client_id
    noted = after.note_attendance
    write(club, lambda d: noted(d, event_id=tab.after.event_id, client_id=other, came=True))
    tab.show_event(tab._whole)
    idle(qtbot, club)
    tab.table.opened.emit(tab.after.guests[0])
    dialog = sheet(tab, AfterGuestDialog)
    dialog.form.fields["met"].editor.set_value(other)
    dialog.form.fields["fact"].editor.setPlainText("Сидит у окна")
    dialog.submit()
    idle(qtbot, club)
    tab.show_event(tab._whole)
    idle(qtbot, club)
    assert len(tab.after.introductions) == 1
    tab.lessons_button.click()
    sheet(tab, LessonsDialog).submit()
    idle(qtbot, club)
    tab.save_to(str(tmp_path / "page.pdf"))
    qtbot.waitUntil((tmp_path / "page.pdf").exists, timeout=10_000)
    idle(qtbot, club)
    assert len(pypdfium2.PdfDocument(tmp_path / "page.pdf")) == 1


def test_a_desk_that_is_locked_still_wipes_what_is_over(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    listed = door_list(wipes_at=context.now() - timedelta(minutes=1))
    path = tmp_path / "doors" / "one" / f"list{ENDING}"
    path.parent.mkdir(parents=True)
    path.write_bytes(seal_list(listed, new_code()))
    parent = QObject()
    context.door_lists = tmp_path / "doors"
    Ticking(context, lambda: None, parent).wipe_doors()
    qtbot.waitUntil(lambda: context.runner.idle)
    assert b"\n" not in path.read_bytes()
    assert read_head(path.read_bytes()).pass_id == listed.pass_id
