"""A vault on the disk and the desk that opens it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.db import PASSPHRASE
from vipdesk.access.founding import found_club
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import Clock, SetClock
from vipdesk.paths import Paths
from vipdesk.store.store import open_vault_store
from vipdesk.store.vault import Unlocked
from vipdesk.ui.pages.unlock_page import UnlockPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Role


@pytest.fixture
def folder(vault_template: Unlocked, paths: Paths, clock: SetClock) -> Path:
    """A vault with its first person."""
    shutil.copytree(vault_template.folder, paths.vault)
    with open_vault_store(paths.vault, PASSPHRASE) as store:
        store.write(
            lambda s: found_club(
                s, given="Анна", surname="Орлова", role=Role.MANAGER, now=clock.now()
            )
        )
    return paths.vault


@pytest.fixture
def opening(paths: Paths, clock: SetClock, qapp: QApplication) -> Iterator[list[DeskApp]]:
    """Desks made by a test are closed after it."""
    made: list[DeskApp] = []
    yield made
    for desk in made:
        desk.close()


def start(opening: list[DeskApp], paths: Paths, clock: Clock) -> DeskApp:
    from tests.ui.conftest import KEPT  # it takes the fixtures of this file

    desk = open_window(paths, kept=KEPT.with_(section="settings"), clock=clock, size=(1280, 800))
    opening.append(desk)
    settle(desk.runner)
    return desk


def unlock_page(desk: DeskApp) -> UnlockPage:
    page = desk.window.centralWidget()
    assert isinstance(page, UnlockPage)
    return page


def unlock(desk: DeskApp, passphrase: str = PASSPHRASE) -> None:
    page = unlock_page(desk)
    page.form.set_values({"passphrase": passphrase})
    page.unlock()
    settle(desk.runner)
