"""A lock in earnest: the text is kept first, then nothing of the club is left in the process."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.db import PASSPHRASE
from tests.ui.clients_for_tests import add
from tests.ui.entry_for_tests import start, unlock, unlock_page
from vipdesk.app import DeskApp
from vipdesk.clock import SetClock, SystemClock
from vipdesk.complaints import drafts as complaint_drafts
from vipdesk.paths import Paths
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.dialogs.kept_dialog import KeptDialog
from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.picture import settle
from vipdesk.ui.reopening import reopen
from vipdesk.wording import say

SURNAME = "Заповедников"
WORDS = "Спросил про каюту на воду"


@pytest.fixture
def desk(
    folder: Path,
    paths: Paths,
    clock: SetClock,
    opening: list[DeskApp],
) -> DeskApp:
    """Open, with one client."""
    made = start(opening, paths, clock)
    unlock(made)
    made.client_id = add(made.context, SURNAME)  # type: ignore[attr-defined]
    return made


def lock(desk: DeskApp, qtbot: QtBot) -> None:
    """In an event loop, as it is done: widgets go when the loop turns."""
    with qtbot.waitSignal(desk.locked, timeout=10_000):
        QTimer.singleShot(0, desk.lock)
    settle(desk.runner)


def sheet(kind: type[QWidget]) -> Any:
    found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def client_of(desk: DeskApp) -> Any:
    return desk.client_id  # type: ignore[attr-defined]


def talk(desk: DeskApp, qtbot: QtBot, words: str = WORDS) -> TalkDialog:
    made = TalkDialog(desk.context, client_of(desk), SURNAME, desk.shell)  # type: ignore[arg-type]
    made.open()
    editor: Any = made.form.fields["text"].editor
    editor.insertPlainText(words)  # keyClicks knows no Cyrillic
    settle(desk.runner)
    return made


def live_strings() -> list[object]:
    """Objects the collector knows that hold a text with the client's surname."""
    return [
        holder
        for holder in gc.get_objects()
        for text in gc.get_referents(holder)
        if isinstance(text, str) and SURNAME in text and not _of_this_test(holder)
    ]


def _of_this_test(holder: object) -> bool:
    """This file's own constant."""
    return holder is globals() or type(holder).__name__ in {"function", "code"}


def test_nothing_of_a_client_survives_a_lock(desk: DeskApp, qtbot: QtBot) -> None:
    """Pages, tables, frozen rows, undo, palette, half-written forms."""
    for kind in ("today", "clients", "events", "cards", "health"):
        desk.context.open(Link(kind))
        settle(desk.runner)
    desk.context.open(Link("client", client_of(desk)))
    settle(desk.runner)
    shell = desk.shell
    assert shell is not None
    shell.open_palette()
    assert shell._palette is not None
    shell._palette.box.setText(SURNAME[:5])
    talk(desk, qtbot, f"{SURNAME} звонил")
    desk.context.say(say("Saved."), undo=shell.open_palette)
    desk.context.clipboard.copy(SURNAME)
    settle(desk.runner)
    pages = [weakref.ref(page) for page in shell.pages.values()]
    tables = [
        weakref.ref(m) for p in shell.pages.values() for m in p.findChildren(QAbstractItemModel)
    ]
    gone = [weakref.ref(shell)]
    assert len(pages) >= 6
    assert live_strings()
    gc.freeze()  # as five seconds after the start
    del shell
    lock(desk, qtbot)
    assert [r() for r in (*pages, *tables, *gone) if r() is not None] == []
    assert live_strings() == []
    shown = [w for w in QApplication.allWidgets() if SURNAME in _text_of(w)]
    assert shown == []


def test_the_office_and_its_store_are_gone_after_a_lock(desk: DeskApp, qtbot: QtBot) -> None:
    """The key is wiped anyway; nor does an object stay that somebody could ask again."""
    desk.context.open(Link("settings"))  # asks for the keyring
    settle(desk.runner)
    assert desk.opened is not None
    office, store = weakref.ref(desk.opened.office), weakref.ref(desk.opened.office._store)
    lock(desk, qtbot)
    gc.collect()
    assert (office(), store()) == (None, None)


def test_ctrl_l_locks_while_a_sheet_is_open(desk: DeskApp, qtbot: QtBot) -> None:
    """The sheet is modal and stands before the window that has the other shortcuts."""
    made = talk(desk, qtbot)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    with qtbot.waitSignal(desk.locked, timeout=10_000):
        qtbot.keyClick(made, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    settle(desk.runner)
    unlock(desk)
    sheet(KeptDialog)


def _text_of(widget: QWidget) -> str:
    if isinstance(widget, QLabel | QLineEdit):
        return widget.text()
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    return widget.windowTitle() + widget.toolTip() + widget.accessibleName()


def test_key_engine_jobs_and_clipboard_go(desk: DeskApp, qtbot: QtBot) -> None:
    office: Any = desk.opened.office  # type: ignore[union-attr]
    vault = office._store.vault
    desk.context.clipboard.copy("+7 921 000-00-00")
    lock(desk, qtbot)
    assert not vault.is_open
    assert not any(vault._key)
    assert vault.engine.pool.checkedin() == 0
    assert desk.runner.office is None
    assert desk.context.staff is None
    assert QGuiApplication.clipboard().text() == ""
    assert desk.window.windowTitle() == "VIP Desk"
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [desk.window]


def test_a_form_open_at_the_lock_is_offered_and_goes_on(desk: DeskApp, qtbot: QtBot) -> None:
    talk(desk, qtbot)
    lock(desk, qtbot)
    assert desk.context.drafts.get(f"talk:{client_of(desk)}") == {}
    unlock(desk)
    offer = sheet(KeptDialog)
    (key,) = offer.lines
    offer._on_continue(key)
    settle(desk.runner)
    again = sheet(TalkDialog)
    assert again.form.values()["text"] == WORDS
    assert again.form.kept_row.isVisible()
    again.primary_button.click()
    settle(desk.runner)
    lock(desk, qtbot)
    unlock(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeptDialog)]


def test_a_form_being_saved_at_the_lock_is_saved_once(desk: DeskApp, qtbot: QtBot) -> None:
    made = talk(desk, qtbot)
    desk.context.drafts.flush()
    settle(desk.runner)
    made.primary_button.click()
    lock(desk, qtbot)
    unlock(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeptDialog)]


def test_later_keeps_the_text_and_asks_no_more(desk: DeskApp, qtbot: QtBot) -> None:
    talk(desk, qtbot)
    lock(desk, qtbot)
    unlock(desk)
    sheet(KeptDialog).reject()
    lock(desk, qtbot)
    unlock(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeptDialog)]
    assert desk.context.drafts.get(f"talk:{client_of(desk)}") == {"text": WORDS}


def test_what_is_discarded_is_gone(desk: DeskApp, qtbot: QtBot) -> None:
    talk(desk, qtbot)
    lock(desk, qtbot)
    unlock(desk)
    offer = sheet(KeptDialog)
    offer._on_drop(next(iter(offer.lines)))
    settle(desk.runner)
    assert not isValid(offer)
    assert desk.context.drafts.get(f"talk:{client_of(desk)}") == {}
    lock(desk, qtbot)
    unlock(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeptDialog)]


def test_a_closed_form_is_not_offered(desk: DeskApp, qtbot: QtBot) -> None:
    talk(desk, qtbot).reject()
    lock(desk, qtbot)
    unlock(desk)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, KeptDialog)]
    assert desk.context.drafts.get(f"talk:{client_of(desk)}") == {"text": WORDS}


def test_a_complaint_typed_a_moment_before_the_lock_is_kept(desk: DeskApp, qtbot: QtBot) -> None:
    desk.context.open(Link("complaints"))
    settle(desk.runner)
    made = ComplaintDialog(desk.context, desk.shell)  # type: ignore[arg-type]
    made.open()
    settle(desk.runner)
    qtbot.keyClicks(made.form.fields["words"].editor, "Late")
    lock(desk, qtbot)
    unlock(desk)
    assert list(sheet(KeptDialog).lines) == ["complaint.new"]
    office: Any = desk.runner.office
    kept = office.read(lambda d: complaint_drafts.get_draft(d, "complaint.new"))
    assert kept["words"] == "Late"


def test_the_way_back_to_forms(desk: DeskApp, qtbot: QtBot) -> None:
    """The sheet where an id is enough; else the page, and a word that the text is there."""
    shell = desk.shell
    assert shell is not None
    reopen(shell, "note")
    sheet(QuickNoteDialog).reject()
    for key in ("client:new", "event.new", f"point:{client_of(desk)}"):
        reopen(shell, key)
        settle(desk.runner)
        found = QApplication.activeModalWidget()
        assert found is not None, key
        found.close()
        settle(desk.runner)
    said: list[Any] = []
    desk.context.said.connect(said.append)
    for key, kind in (
        (f"wish:{client_of(desk)}", "client"),
        (f"card.void:{client_of(desk)}", "cards"),
    ):
        reopen(shell, key)
        settle(desk.runner)
        assert shell.present is not None
        assert shell.present.kind == kind
    assert len(said) == 2


@pytest.mark.loud
def test_a_job_that_will_not_stop_does_not_keep_the_key(desk: DeskApp, qtbot: QtBot) -> None:
    class Stuck:
        def stop(self) -> None:
            raise UserWarning

    office: Any = desk.opened.office  # type: ignore[union-attr]
    desk.ticking.running[id(desk.opened)] = Stuck()  # type: ignore[assignment]
    desk.runner.bug.disconnect(desk.show_bug)
    lock(desk, qtbot)
    assert not office._store.vault.is_open
    assert unlock_page(desk).isVisible()


TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vipdesk.app import open_window
from vipdesk.paths import Paths
from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog
from vipdesk.ui.picture import settle

application = QApplication([])
desk = open_window(Paths.under(Path(sys.argv[1])))
page = desk.window.centralWidget()
page.form.set_values({"passphrase": sys.argv[2]})
page.unlock()
settle(desk.runner)
note = QuickNoteDialog(desk.context, desk.shell)
note.open()
note.form.fields["text"].editor.insertPlainText(sys.argv[3])

def told():
    if not desk.context.drafts._unsaved and desk.runner.idle:
        print("kept", flush=True)

timer = QTimer()
timer.timeout.connect(told)
timer.start(100)
application.exec()
"""


def test_a_killed_process_loses_no_typed_text(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:  # fmt: skip
    arguments = [sys.executable, "-c", TYPING, str(paths.data.parent), PASSPHRASE, WORDS]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "kept\n"
        desk.kill()
    for file in paths.data.parent.rglob("*"):
        assert not file.is_file() or WORDS.encode() not in file.read_bytes()
    again = start(opening, paths, SystemClock())
    unlock(again)
    assert list(sheet(KeptDialog).lines) == ["note"]
    sheet(KeptDialog)._on_continue("note")
    assert sheet(QuickNoteDialog).form.values()["text"] == WORDS
    sheet(QuickNoteDialog).reject()
