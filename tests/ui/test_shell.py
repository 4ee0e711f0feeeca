"""Going about the desk: sections, links, back, shortcuts on both layouts, palette, messages."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages_for_tests import DetailPage, ListPage
from vipdesk.access import Desk
from vipdesk.app import DeskApp
from vipdesk.settings import Theme
from vipdesk.ui import wiring
from vipdesk.ui.actions import sequences, shown
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog
from vipdesk.ui.finding import find_clients
from vipdesk.ui.picture import settle
from vipdesk.ui.shell import Shell
from vipdesk.ui.theme import icons
from vipdesk.ui.wiring import Place
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, say

HERE = "tests.ui.pages_for_tests:"


@pytest.fixture(autouse=True)
def _pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shell is tested with pages of its own."""
    for kind in ("today", "clients", "events"):
        monkeypatch.setitem(wiring.PLACES, kind, Place(kind, HERE + "ListPage"))
    monkeypatch.setitem(wiring.PLACES, "client", Place("clients", HERE + "DetailPage", detail=True))
    monkeypatch.setitem(wiring.PLACES, "health", Place("health", HERE + "BrokenPage"))


@pytest.fixture
def shell(desk_app: DeskApp) -> Shell:
    settle(desk_app.runner)
    assert desk_app.shell is not None
    desk_app.shell.go(Link("clients"))
    settle(desk_app.runner)
    desk_app.window.activateWindow()
    return desk_app.shell


def press(qtbot: QtBot, shell: Shell, key: Qt.Key | str, modifier: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(shell.window(), key, modifier)  # type: ignore[arg-type]
    settle(shell.context.runner)


CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


def test_a_link_opens_its_page_in_its_section(shell: Shell) -> None:
    client = uuid4()
    shell.context.open(Link("client", client))
    assert isinstance(shell.page, DetailPage)
    assert shell.page.link.id == client
    assert shell.sidebar.buttons["clients"].isChecked()
    assert shell.page.back_button.isVisible()


def test_the_same_page_shows_another_client(shell: Shell) -> None:
    first, second = uuid4(), uuid4()
    shell.go(Link("client", first))
    page = shell.page
    shell.go(Link("client", second))
    assert shell.page is page
    assert page is not None
    assert page.link.id == second


def test_esc_goes_back(shell: Shell, qtbot: QtBot) -> None:
    shell.go(Link("client", uuid4()))
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.present == Link("clients")


def test_a_detail_page_without_a_past_goes_to_its_section(shell: Shell) -> None:
    shell._history.clear()
    shell.go(Link("client", uuid4()))
    assert shell.back()
    assert shell.present == Link("clients")
    assert not shell.back()


def test_sections_by_number(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_1, CTRL)
    assert shell.present == Link("today")


@pytest.mark.parametrize(("key", "text"), [(Qt.Key.Key_N, "n"), (Qt.Key(ord("Т")), "т")])
def test_shortcuts_work_on_both_layouts(shell: Shell, qtbot: QtBot, key: Qt.Key, text: str) -> None:
    qtbot.waitUntil(shell.window().isActiveWindow)
    event = QKeyEvent(QEvent.Type.KeyPress, key, CTRL, text)
    handle = shell.window().windowHandle()
    QGuiApplication.sendEvent(handle, event)
    settle(shell.context.runner)
    assert isinstance(shell.page, ListPage)
    assert shell.page.made == 1


def test_every_shortcut_has_its_russian_keys_and_no_bare_letter(shell: Shell) -> None:
    for action in shell.actions_:
        if action.shortcut:
            assert action.shortcut == "F1" or "Ctrl" in action.shortcut
            last = action.shortcut[-1]
            assert len(sequences(action.shortcut)) == (2 if last.isalpha() else 1)
            assert shown(action.shortcut)


def test_ctrl_f_finds_on_the_page(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_F, CTRL)
    assert isinstance(shell.page, ListPage)
    qtbot.waitUntil(shell.page.search.hasFocus)


def test_ctrl_shift_n_asks_for_a_note(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_N, CTRL_SHIFT)
    dialog = QApplication.activeModalWidget()
    assert type(dialog).__name__ == "QuickNoteDialog"
    assert dialog is not None
    dialog.close()


def test_a_quick_note_is_written_and_taken_back(shell: Shell, desk_app: DeskApp) -> None:
    from vipdesk.clients import profile
    from vipdesk.models import Interaction

    belova = profile.ClientFields(surname="Белова", given="Анна")
    made: list[UUID] = []
    desk_app.runner.write(
        lambda desk: profile.add_client(desk, belova), made.append, owner=desk_app
    )
    settle(desk_app.runner)
    shell._quick_note()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QuickNoteDialog)
    found = []
    desk_app.runner.read(lambda desk: find_clients(desk, "белов"), found.append, owner=desk_app)
    settle(desk_app.runner)
    assert found[0][0][0] == made[0]
    dialog.form.set_values({"client": (made[0], "Белова"), "text": "Любит Шуберта"})
    dialog._on_primary()
    settle(desk_app.runner)
    counts: list[int] = []
    count = lambda desk: desk.session.query(Interaction).count()  # noqa: E731
    desk_app.runner.read(count, counts.append, owner=desk_app)
    settle(desk_app.runner)
    shell.bar.undo()
    settle(desk_app.runner)
    desk_app.runner.read(count, counts.append, owner=desk_app)
    settle(desk_app.runner)
    assert counts == [1, 0]


def test_f1_lists_every_shortcut(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    words = {label.text() for label in dialog.findChildren(QLabel)}
    assert {shown(a.shortcut) for a in shell.actions_ if a.shortcut} <= words
    dialog.close()


def test_presenting_hides_details_and_says_so(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_P, CTRL_SHIFT)
    assert shell.context.presenting
    assert shell.sidebar.presenting.isVisible()
    assert shell.context.format.masked("+7 495 123") == "+• ••• •23"


def test_the_theme_changes_without_a_restart(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_D, CTRL_SHIFT)
    assert shell.context.settings.theme is Theme.DARK
    ground = shell.window().grab().toImage().pixelColor(900, 780).name().upper()
    assert ground == shell.context.look.colours.canvas


def test_the_language_changes_without_a_restart(shell: Shell) -> None:
    shell.context.change_settings(lang=Lang.RU)
    assert shell.sidebar.buttons["clients"].text() == "Клиенты"
    assert shell.page is not None
    assert shell.page.heading_label.text() == "Клиенты"


def test_a_narrow_window_has_a_rail(shell: Shell) -> None:
    shell.window().resize(1024, 640)
    settle(shell.context.runner)
    button = shell.sidebar.buttons["clients"]
    assert shell.sidebar.width() == 56
    assert button.text() == ""
    assert button.accessibleName() == "Clients"
    shell.window().resize(1280, 800)
    settle(shell.context.runner)
    assert button.text() == "Clients"


def test_a_broken_page_does_not_take_the_desk_with_it(
    shell: Shell, caplog: pytest.LogCaptureFixture
) -> None:
    shell.go(Link("health"))
    assert shell.page is None
    assert "shell.page" in caplog.text
    caplog.clear()
    shell.go(Link("clients"))
    assert isinstance(shell.page, ListPage)


test_a_broken_page_does_not_take_the_desk_with_it = pytest.mark.loud(
    test_a_broken_page_does_not_take_the_desk_with_it
)


def test_a_link_to_nowhere_leads_nowhere(shell: Shell) -> None:
    shell.go(Link("attic"))
    assert shell.present == Link("clients")


def test_the_coordinator_has_no_private_track(
    shell: Shell, desk_app: DeskApp, qtbot: QtBot
) -> None:
    people = desk_app.opened.people if desk_app.opened is not None else ()
    other = next(p for p in people if p.role is Role.COORDINATOR)
    shell.sidebar.person.person_chosen.emit(other.id)
    settle(desk_app.runner)
    assert desk_app.shell is not None
    assert "complaints" not in desk_app.shell.sidebar.buttons
    desk_app.shell.go(Link("complaints"))
    assert desk_app.shell.present != Link("complaints")


def test_a_page_is_read_again_only_when_it_is_seen(shell: Shell, desk_app: DeskApp) -> None:
    from vipdesk.changes import Changes

    page = shell.page
    assert isinstance(page, ListPage)
    before = page.reloads
    told = Changes(frozenset({("tier", uuid4())}))
    shell.context.changed.emit(told)
    settle(desk_app.runner)
    assert page.reloads == before + 1
    shell.go(Link("today"))
    shell.context.changed.emit(told)
    settle(desk_app.runner)
    assert page.reloads == before + 1
    shell.go(Link("clients"))
    settle(desk_app.runner)
    assert page.reloads == before + 2


# Messages ----------------------------------------------------------------------------------


def test_ctrl_z_takes_the_last_write_back(shell: Shell, qtbot: QtBot) -> None:
    undone = []
    shell.context.say(say("Note saved."), undo=lambda: undone.append(1))
    assert shell.bar.isVisible()
    assert shell.bar.accessibleName() == "Note saved."
    press(qtbot, shell, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    press(qtbot, shell, Qt.Key.Key_Z, CTRL)
    assert undone == [1]
    assert shell.bar.sentence.text() == "There is nothing to undo."


def test_an_error_stays_until_it_is_closed(shell: Shell, qtbot: QtBot) -> None:
    shell.context.problem(say("Please fill this in."))
    assert not shell.bar._timer.isActive()
    shell.context.say(say("Note saved."))
    assert shell.bar._timer.isActive()
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert not shell.bar.isVisible()
    assert shell.present == Link("clients")


# The palette -------------------------------------------------------------------------------


def test_the_palette_runs_an_action(shell: Shell, qtbot: QtBot) -> None:
    press(qtbot, shell, Qt.Key.Key_K, CTRL)
    palette = shell._palette
    assert palette is not None
    assert palette.isVisible()
    keys = {e.words: e.key for e in palette.entries}
    assert keys["Today"] == shown("Ctrl+1")
    palette.box.setText("tod")
    qtbot.waitUntil(lambda: [e.words for e in palette.entries] == ["Today"])
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert shell.present == Link("today")
    assert not palette.isVisible()


def test_the_palette_finds_clients(shell: Shell, qtbot: QtBot, desk_app: DeskApp) -> None:
    from vipdesk.clients import profile

    belova = profile.ClientFields(surname="Белова", given="Анна")
    desk_app.runner.write(lambda desk: profile.add_client(desk, belova), owner=desk_app)
    settle(desk_app.runner)
    shell.open_palette()
    palette = shell._palette
    assert palette is not None
    palette.box.setText("белов")
    qtbot.waitUntil(lambda: any(e.link for e in palette.entries))
    palette.grab()
    entry = palette.entries[0]
    assert "Белова" in entry.words
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert shell.present is not None
    assert shell.present.kind == "client"


def known_belova(desk_app: DeskApp) -> None:
    from vipdesk.clients import interactions, profile

    def add(desk: Desk) -> None:
        belova = profile.ClientFields(surname="Белова", given="Анна")
        client_id = profile.add_client(desk, belova)
        interactions.log_interaction(desk, client_id, text="Хочет к морю в мае")

    desk_app.runner.write(add, owner=desk_app)
    settle(desk_app.runner)


def test_enter_opens_who_was_typed_not_what_stood_there(
    shell: Shell, qtbot: QtBot, desk_app: DeskApp
) -> None:
    known_belova(desk_app)
    shell.open_palette()
    palette = shell._palette
    assert palette is not None
    palette.box.setText("белова")
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)  # before anybody was found
    qtbot.waitUntil(lambda: shell.present is not None and shell.present.kind == "client")
    assert not palette.isVisible()


def test_what_is_written_is_found_when_no_name_is(
    shell: Shell, qtbot: QtBot, desk_app: DeskApp
) -> None:
    known_belova(desk_app)
    shell.open_palette()
    palette = shell._palette
    assert palette is not None
    palette.box.setText("к морю")
    qtbot.waitUntil(lambda: any("Белова" in e.words for e in palette.entries))


def test_the_palette_begins_a_deed_on_its_page(shell: Shell) -> None:
    shell.go(Link("today"))
    deed = next(a for a in shell.actions_ if a.key == "clients.new_here")
    deed.run()
    assert shell.present == Link("clients")
    assert isinstance(shell.page, ListPage)
    assert shell.page.made == 1
    shell.begin("clients", "no_such_deed")


def test_the_palette_moves_and_closes_by_keys(shell: Shell, qtbot: QtBot) -> None:
    shell.open_palette()
    palette = shell._palette
    assert palette is not None
    qtbot.keyClick(palette.box, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    qtbot.keyClick(palette.box, Qt.Key.Key_Up)
    qtbot.keyClick(palette.box, Qt.Key.Key_Up)
    assert palette.list.currentRow() == palette.list.count() - 1
    palette.box.setText("zzzz")
    qtbot.waitUntil(palette.nothing.isVisible)
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()


# Files --------------------------------------------------------------------------------------


def dropped(path: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drop(window: QWidget, data: QMimeData) -> None:
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    point = QPointF(400, 400)
    enter = QDragEnterEvent(point.toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(window, event)


@pytest.mark.parametrize(("name", "kind"), [("answer.eml", "events"), ("People.VCF", "clients")])
def test_a_dropped_file_goes_to_the_page_that_takes_it(
    shell: Shell, desk_app: DeskApp, tmp_path: Path, name: str, kind: str
) -> None:
    drop(desk_app.window, dropped(tmp_path / name))
    assert shell.present == Link(kind)
    assert isinstance(shell.page, ListPage)
    assert shell.page.files == [tmp_path / name]


def test_an_unknown_file_is_refused_in_one_sentence(
    shell: Shell, desk_app: DeskApp, tmp_path: Path
) -> None:
    drop(desk_app.window, dropped(tmp_path / "party.mp4"))
    assert shell.bar.isVisible()
    assert shell.bar.property("tone") == "danger"


def test_whatever_can_have_focus_has_a_name(shell: Shell) -> None:
    shell.go(Link("settings"))
    settle(shell.context.runner)
    shell.open_palette()
    nameless = [
        type(w).__name__
        for w in shell.window().findChildren(QWidget)
        if w.focusPolicy() != Qt.FocusPolicy.NoFocus
        and w.isVisible()
        and not w.accessibleName()
        and not (isinstance(w, QPushButton) and w.text())
        and not getattr(w, "text", str)()
        and w.objectName() != "qt_spinbox_lineedit"
    ]
    assert not nameless


def test_every_action_has_its_drawing(shell: Shell) -> None:
    assert {a.icon for a in shell.actions_ if a.icon} <= set(icons.names())
