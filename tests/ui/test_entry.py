"""Into the desk: first run, unlock screen, lock, settings; every refusal in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.db import PASSPHRASE
from tests.ui.conftest import KEPT
from tests.ui.entry_for_tests import start, unlock, unlock_page
from vipdesk import settings
from vipdesk.access.founding import found_club
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.doors import DEMO_PASSPHRASE, VaultDoors
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.store import keyslots, vault
from vipdesk.store.store import open_vault_store
from vipdesk.ui.pages.first_run_page import FirstRunPage
from vipdesk.ui.picture import grab, settle
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, say


def test_the_passphrase_opens_the_desk(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    unlock(desk, PASSPHRASE)
    assert desk.shell is not None
    assert desk.window.windowTitle() == "VIP Desk"
    assert settings.load(paths.settings).vault == str(folder)


def test_a_wrong_passphrase_is_told_beside_the_field(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    unlock(desk, "another passphrase")
    page = unlock_page(desk)
    field = page.form.fields["passphrase"]
    assert field.error.isVisible() or page.error.isVisible()
    assert page.button.isEnabled()


def _damage_slots(folder: Path) -> None:
    (folder / vault.KEYS).write_bytes(b"{")


def _not_a_vault(folder: Path) -> None:
    (folder / vault.DATABASE).write_bytes(b"SQLite format 3\0" + b"\0" * 5000)


def _no_slots(folder: Path) -> None:
    (folder / vault.KEYS).unlink()


@pytest.mark.parametrize("spoil", [_damage_slots, _not_a_vault, _no_slots])
def test_a_spoilt_vault_is_told_in_one_sentence(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp], spoil: object
) -> None:
    assert callable(spoil)
    spoil(folder)
    desk = start(opening, paths, clock)
    unlock(desk, PASSPHRASE)
    page = unlock_page(desk)
    assert page.error.isVisible()
    assert page.error.text().endswith(".")
    assert "{" not in page.error.text()


def test_a_vault_in_use_is_told(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    with open_vault_store(folder, PASSPHRASE):
        desk = start(opening, paths, clock)
        unlock(desk, PASSPHRASE)
        assert "already open" in unlock_page(desk).error.text()


def test_nothing_typed_asks_for_the_passphrase(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp], qtbot: QtBot
) -> None:
    desk = start(opening, paths, clock)
    page = unlock_page(desk)
    qtbot.keyClick(page.form.fields["passphrase"].editor, Qt.Key.Key_Return)
    assert page.form.fields["passphrase"].error.isVisible()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    from vipdesk.store.store import create_vault_store

    store, key = create_vault_store(paths.vault, PASSPHRASE, cost=keyslots.FLOOR)
    store.write(lambda s: found_club(s, given="А", surname="О", role=Role.MANAGER, now=clock.now()))
    store.close()
    desk = start(opening, paths, clock)
    page = unlock_page(desk)
    page.other_way.click()
    new = "four other quiet words"
    page.recovery.set_values({"recovery_key": key.lower(), "passphrase": new, "again": "x"})
    page.unlock()
    assert page.recovery.fields["again"].error.isVisible()
    page.recovery.set_values({"again": new})
    page.unlock()
    settle(desk.runner)
    assert desk.shell is not None
    desk.lock()
    settle(desk.runner)
    unlock(desk, new)
    assert desk.shell is not None


def test_the_way_by_key_and_back(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    page = unlock_page(start(opening, paths, clock))
    page.other_way.click()
    assert page.recovery.isVisible()
    page.other_way.click()
    assert page.form.isVisible()
    page._on_folder_chosen("/tmp/elsewhere")
    assert page.folder == Path("/tmp/elsewhere")


def test_locking_closes_the_club_and_forgets_the_pages(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    unlock(desk, PASSPHRASE)
    desk.context.lock_requested.emit()
    settle(desk.runner)
    assert desk.shell is None
    assert desk.runner.office is None
    unlock_page(desk)
    open_vault_store(folder, PASSPHRASE).close()


def test_an_idle_desk_locks_itself(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    unlock(desk, PASSPHRASE)
    desk.idle.look()
    assert desk.shell is not None
    desk.idle.change(0)
    desk.idle.look()
    desk.idle.look()
    settle(desk.runner)
    assert desk.shell is None


# First run -------------------------------------------------------------------------------------


def first_run(desk: DeskApp) -> FirstRunPage:
    page = desk.window.centralWidget()
    assert isinstance(page, FirstRunPage)
    return page


def to_the_kit(desk: DeskApp, monkeypatch: pytest.MonkeyPatch) -> FirstRunPage:
    monkeypatch.setattr(keyslots, "tuned_cost", lambda: keyslots.FLOOR)
    page = first_run(desk)
    page.go_on()
    page.you.set_values({"given": "Анна", "surname": "Орлова", "role": Role.HEAD})
    page.go_on()
    page.vault.set_values({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    page.go_on()
    settle(desk.runner)
    return page


def test_the_first_run_makes_a_vault_and_opens_it(
    paths: Paths, clock: SetClock, opening: list[DeskApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start(opening, paths, clock)
    page = to_the_kit(desk, monkeypatch)
    assert page.step == "kit"
    groups = page.key.text().split()
    assert len(groups) == 8
    page.confirm.set_values({"group": "XXXXX"})
    page.go_on()
    assert page.confirm.fields["group"].error.isVisible()
    page.confirm.set_values({"group": groups[2].lower()})
    page.go_on()
    assert page.step == "start"
    assert page.key.text() == ""
    page.starts.buttons()[2].click()
    settle(desk.runner)
    assert desk.opened is not None
    assert desk.opened.staff.role is Role.HEAD
    assert desk.context.staff is not None


def test_the_recovery_page_is_saved_and_holds_the_key(
    paths: Paths, clock: SetClock, opening: list[DeskApp], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    import pypdfium2

    desk = start(opening, paths, clock)
    page = to_the_kit(desk, monkeypatch)
    file = tmp_path / "kit.pdf"
    page.save_kit(str(file))
    settle(desk.runner)
    text = pypdfium2.PdfDocument(file)[0].get_textpage().get_text_bounded()
    assert all(group in text for group in page.key.text().split())
    said = []
    desk.context.said.connect(said.append)
    page.save_kit(str(tmp_path / "no" / "kit.pdf"))
    settle(desk.runner)
    assert page.error.isVisible() or said
    assert desk.opened is None
    page._opened.office.close()  # type: ignore[union-attr]


def test_the_language_is_chosen_first(
    paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    page = first_run(desk)
    page.languages.buttons()[0].click()
    assert desk.context.settings.lang is Lang.RU
    assert page.title.text() == "Добро пожаловать в VIP Desk"


def test_enter_on_a_choice_card_chooses(
    paths: Paths, clock: SetClock, opening: list[DeskApp], qtbot: QtBot
) -> None:
    page = first_run(start(opening, paths, clock))
    russian, english = page.languages.buttons()
    qtbot.keyClick(russian, Qt.Key.Key_Return)
    assert russian.isChecked()
    qtbot.keyClick(english, Qt.Key.Key_Enter)
    assert english.isChecked()


def test_the_strength_of_a_passphrase_stands_under_it(
    paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    page = first_run(start(opening, paths, clock))
    page.show_step("vault")
    settle(page.context.runner)
    first, again = (page.vault.fields[name].editor for name in ("passphrase", "again"))
    tops = [w.mapToGlobal(QPoint(0, 0)).y() for w in (first, page.meter, again)]
    assert tops == sorted(tops)


def test_weak_or_differing_passphrases_are_refused(
    paths: Paths, clock: SetClock, opening: list[DeskApp], qtbot: QtBot
) -> None:
    desk = start(opening, paths, clock)
    page = first_run(desk)
    page.go_on()
    page.go_on()
    assert page.step == "you"
    page.you.set_values({"given": "А", "surname": "О"})
    page.go_on()
    editor = page.vault.fields["passphrase"].editor
    assert isinstance(editor, QLineEdit)
    qtbot.keyClicks(editor, "aaaa")
    assert page.meter_words.text() == "Too easy to guess"
    page.go_on()
    assert page.vault.fields["again"].error.isVisible()
    page.vault.set_values({"again": "bbbb"})
    page.go_on()
    assert page.vault.fields["again"].error.isVisible()
    page.vault.set_values({"again": "aaaa"})
    page.go_on()
    settle(desk.runner)
    assert page.vault.fields["passphrase"].error.isVisible()
    assert not paths.vault.exists()
    page.back_button.click()
    assert page.step == "you"


def test_a_synced_folder_is_warned_about(
    paths: Paths, clock: SetClock, opening: list[DeskApp], tmp_path: Path
) -> None:
    desk = start(opening, paths, clock)
    page = first_run(desk)
    page.show_step("vault")
    page._on_place(str(tmp_path / "Dropbox"))
    settle(desk.runner)
    assert page.place_warning.isVisible()
    assert page.folder == tmp_path / "Dropbox" / "VIP Desk"


def test_a_demonstration_club_is_never_mixed_with_ones_own(
    paths: Paths, clock: SetClock, opening: list[DeskApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = start(opening, paths, clock)
    desk.doors = VaultDoors(paths, clock, KEPT, (40, 1))
    page = to_the_kit(desk, monkeypatch)
    page._doors = desk.doors
    page.show_step("start")
    page.starts.buttons()[1].click()
    settle(desk.runner)
    assert desk.opened is not None
    assert desk.opened.demo
    assert desk.opened.folder == paths.demo_vault
    assert settings.load(paths.settings).vault != str(paths.demo_vault)
    desk.lock()
    settle(desk.runner)
    assert DEMO_PASSPHRASE in unlock_page(desk).hint.text()
    unlock(desk, DEMO_PASSPHRASE)
    assert desk.opened is not None
    assert desk.opened.demo


def test_a_demonstration_that_could_not_be_made_leaves_nothing_behind(
    paths: Paths, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError(say("The disk is full."))

    monkeypatch.setattr("vipdesk.demo.generate", full)
    with pytest.raises(UserError):
        VaultDoors(paths, clock, KEPT, (40, 1)).open_demo(Lang.EN)
    assert not paths.demo_vault.exists()


def test_the_demonstration_in_use_is_told(
    paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    doors = VaultDoors(paths, clock, KEPT, (40, 1))
    opened = doors.open_demo(Lang.RU)
    try:
        desk = open_window(paths, kept=KEPT, clock=clock)
        opening.append(desk)
        desk.begin_demo()
        settle(desk.runner)
        waiting = desk.window.centralWidget()
        assert "already open" in waiting.error.text()  # type: ignore[union-attr]
    finally:
        opened.office.close()
    waiting.again_button.click()  # type: ignore[union-attr]
    settle(desk.runner)
    assert desk.shell is not None


def test_the_names_of_vault_files_are_those_of_the_store(paths: Paths, clock: SetClock) -> None:
    doors = VaultDoors(paths, clock, KEPT)
    for name in (vault.KEYS, vault.DATABASE):
        folder = paths.data / name
        folder.mkdir(parents=True)
        assert not doors.has_vault(folder)
        (folder / name).touch()
        assert doors.has_vault(folder)


def test_a_picture_of_the_unlock_screen_is_taken(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp], tmp_path: Path
) -> None:
    desk = start(opening, paths, clock)
    file = grab(desk.window, tmp_path / "pictures" / "unlock.png", desk.runner)
    assert file.read_bytes().startswith(b"\x89PNG")


def test_the_window_stands_where_it_stood(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    desk = start(opening, paths, clock)
    desk.window.resize(1024, 707)
    desk.window.close()
    opening.clear()
    kept = settings.load(paths.settings)
    assert kept.window
    again = open_window(paths, kept=kept, clock=clock)
    opening.append(again)
    settle(again.runner)
    assert (again.window.width(), again.window.height()) == (1024, 707)
    again.window.take_place("not base64")


def test_a_team_s_password_that_was_changed_is_not_taken_for_the_passphrase(
    folder: Path,
    paths: Paths,
    clock: SetClock,
    opening: list[DeskApp],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from vipdesk.access import away, founding

    def refused(*_given: object) -> None:
        raise UserError(say("The name or the password is wrong. Try again."), field="password")

    monkeypatch.setattr(founding, "knows_a_team", lambda _session: True)
    monkeypatch.setattr(away, "open_team_or_copy", refused)
    desk = start(opening, paths, clock)
    unlock(desk, PASSPHRASE)
    assert "refuses the password kept in it" in unlock_page(desk).error.text()
