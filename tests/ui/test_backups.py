"""Backups in the window: the card in Settings, the chip, the way back, damage at the door."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from tests import factories
from tests.conftest import NOON
from tests.db import PASSPHRASE
from tests.ui.conftest import KEPT
from vipdesk.access import Office
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.doors import opened_office
from vipdesk.jobs.backups import Reason
from vipdesk.models import Client
from vipdesk.paths import Paths
from vipdesk.store.vault import DATABASE
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.restore_dialog import RestoreDialog
from vipdesk.ui.pages.settings_backup import BackupCard
from vipdesk.ui.pages.settings_page import SettingsPage
from vipdesk.ui.pages.unlock_page import UnlockPage
from vipdesk.ui.picture import settle


@pytest.fixture
def desk(
    vault_office: Office, paths: Paths, clock: SetClock, qapp: QApplication
) -> Iterator[DeskApp]:
    """The whole window on a vault of its own, Settings open."""
    vault_office.write(lambda d: factories.client(d, surname="Первая").id)
    assert vault_office.vault is not None
    made = open_window(
        paths, kept=KEPT.with_(section="settings"), clock=clock, size=(1280, 800),
    )  # fmt: skip
    made.enter(opened_office(vault_office, vault_office.vault.folder))
    settle(made.runner)
    yield made
    made.close()


@pytest.fixture
def card(desk: DeskApp) -> BackupCard:
    assert desk.shell is not None
    page = desk.shell.page
    assert isinstance(page, SettingsPage)
    return page.backups


def chip(desk: DeskApp) -> str:
    assert desk.shell is not None
    return desk.shell.sidebar.status.state.text()


def dialog_of(card: BackupCard | UnlockPage) -> RestoreDialog:
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, RestoreDialog)]
    return found


def test_without_a_backup_there_is_a_warning_and_one_button(
    desk: DeskApp, card: BackupCard
) -> None:
    assert card.last.text() == "There is no backup yet."
    assert chip(desk) == "No backup yet"
    assert card.now.isEnabled()
    assert not card.drill.isEnabled()
    assert not card.restore.isEnabled()


def test_a_backup_by_hand_is_told_on_the_card_and_the_chip(desk: DeskApp, card: BackupCard) -> None:
    card.now.click()
    assert card.progress.isVisibleTo(card)
    assert not card.now.isEnabled()
    settle(desk.runner)
    assert card.last.text().startswith("Last verified backup: today")
    assert chip(desk).startswith("Last backup: today")
    assert not card.progress.isVisibleTo(card)
    assert card.drill.isEnabled()


def test_a_backup_that_was_stopped_leaves_none(desk: DeskApp, card: BackupCard) -> None:
    card.now.click()
    card.stop.click()
    settle(desk.runner)
    assert desk.context.backups is not None
    assert desk.context.backups.state().rows == ()
    assert card.now.isEnabled()


def test_an_old_backup_is_a_warning_on_the_chip(
    desk: DeskApp, card: BackupCard, clock: SetClock
) -> None:
    card.now.click()
    settle(desk.runner)
    clock.move(timedelta(days=3))
    desk.context.backups_changed.emit()
    settle(desk.runner)
    assert desk.shell is not None
    assert desk.shell.sidebar.status.state.property("ink") == "warning"
    assert card.last.property("ink") == "warning"


def test_the_daily_backup_reaches_the_chip_from_its_own_thread(desk: DeskApp) -> None:
    assert desk.context.backups is not None
    desk.runner.background(
        lambda: desk.context.backups.make(Reason.DAILY),  # type: ignore[union-attr]
        lambda _made: None,
        owner=desk,
    )
    settle(desk.runner)
    assert chip(desk).startswith("Last backup: today")


def test_the_drill_says_what_it_read(desk: DeskApp, card: BackupCard) -> None:
    card.now.click()
    settle(desk.runner)
    card.drill.click()
    settle(desk.runner)
    assert card.drilled.text().endswith("it can be restored")


def test_a_second_place_is_kept_in_the_settings_and_told_when_away(
    desk: DeskApp, card: BackupCard, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    card.take_second(str(usb))
    settle(desk.runner)
    assert desk.context.settings.backup_folder == str(usb)
    assert "last: today" in card.second.text()
    usb.rename(tmp_path / "unplugged")
    card.reload()
    settle(desk.runner)
    assert "is not there now" in card.second.text()
    card.forget.click()
    settle(desk.runner)
    assert desk.context.settings.backup_folder == ""


def test_a_restore_closes_the_club_and_asks_for_the_passphrase(
    desk: DeskApp, card: BackupCard, tmp_path: Path
) -> None:
    card.now.click()
    settle(desk.runner)
    desk.runner.write(lambda d: factories.client(d, surname="Вторая").id, owner=desk)
    settle(desk.runner)
    card.restore.click()
    settle(desk.runner)
    dialog = dialog_of(card)
    dialog.form.set_values({"passphrase": "a wrong one 12"})
    dialog.submit()
    settle(desk.runner)
    assert dialog.inside is None
    dialog.form.set_values({"passphrase": PASSPHRASE})
    dialog.submit()
    settle(desk.runner)
    assert "clients 1" in dialog.found.text()
    dialog.submit()
    settle(desk.runner)
    unlock = desk.window.centralWidget()
    assert isinstance(unlock, UnlockPage)
    assert "vault-before-" in unlock.hint.text()
    unlock.form.set_values({"passphrase": PASSPHRASE})
    unlock.unlock()
    settle(desk.runner)
    office = desk.runner.office
    assert office is not None
    assert office.read(lambda d: [c.surname for c in d.session.query(Client)]) == ["Первая"]


def test_a_damaged_vault_is_restored_from_the_unlock_screen(
    desk: DeskApp, card: BackupCard, tmp_path: Path
) -> None:
    card.now.click()
    settle(desk.runner)
    desk.lock()
    settle(desk.runner)
    (tmp_path / "vault" / DATABASE).write_bytes(os.urandom(50_000))
    unlock = desk.window.centralWidget()
    assert isinstance(unlock, UnlockPage)
    unlock.form.set_values({"passphrase": PASSPHRASE})
    unlock.unlock()
    settle(desk.runner)
    assert "Restore the latest backup" in unlock.error.text()
    unlock.restore.click()
    settle(desk.runner)
    dialog = dialog_of(unlock)
    dialog.form.set_values({"passphrase": PASSPHRASE})
    dialog.submit()
    settle(desk.runner)
    dialog.submit()
    settle(desk.runner)
    again = desk.window.centralWidget()
    assert isinstance(again, UnlockPage)
    again.form.set_values({"passphrase": PASSPHRASE})
    again.unlock()
    settle(desk.runner)
    assert desk.shell is not None


def test_a_team_is_told_who_makes_its_backups(context: Context) -> None:
    card = BackupCard(context)
    texts = [w.text() for w in card.findChildren(QLabel)]
    assert any("administrator" in t for t in texts)
    card.deleteLater()


def test_the_dialog_looks_in_other_folders(desk: DeskApp, card: BackupCard, tmp_path: Path) -> None:
    assert desk.context.backups is not None
    desk.context.backups.second = tmp_path
    desk.context.backups.make(Reason.HAND)
    dialog = RestoreDialog(desk.context, tmp_path / "new laptop", card)
    settle(desk.runner)
    assert "No backup was found" in dialog.empty.text()
    dialog.take_place(str(tmp_path))
    settle(desk.runner)
    assert dialog.table.chosen_row().at == NOON
    dialog.reject()
