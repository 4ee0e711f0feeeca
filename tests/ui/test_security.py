"""Keys changed in Settings, the keyring on the unlock screen, drafts as they are kept."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.db import PASSPHRASE
from tests.ui.entry_for_tests import start, unlock, unlock_page
from tests.unit.test_keyring_slot import MemoryRing
from vipdesk.access import keys
from vipdesk.app import DeskApp
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.store import keyring_slot, keyslots
from vipdesk.store.keyring_slot import SystemRing
from vipdesk.store.vault import unlock as unlocked
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.keys_dialogs import KeyringDialog, PassphraseDialog, RecoveryKeyDialog
from vipdesk.ui.drafts import Drafts, packed, plain
from vipdesk.ui.pages.settings_security import SecurityCard
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Channel
from vipdesk.wording import Say

NEW = "another brass ledger 48"


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> MemoryRing:
    """This computer's keyring."""
    made = MemoryRing()
    monkeypatch.setattr(keyring_slot, "system_ring", lambda: SystemRing(made))
    return made


@pytest.fixture
def desk(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp],
    monkeypatch: pytest.MonkeyPatch,
) -> DeskApp:  # fmt: skip
    """Open; a key costs as little as it may."""
    monkeypatch.setattr(keyslots, "tuned_cost", lambda: keyslots.FLOOR)
    made = start(opening, paths, clock)
    unlock(made)
    return made


@pytest.fixture
def said(desk: DeskApp) -> list[str]:
    heard: list[str] = []
    desk.context.said.connect(lambda message: heard.append(message.say.text))
    return heard


def fill(dialog: Any, **values: str) -> None:
    dialog.open()
    dialog.form.set_values(values)
    dialog._on_primary()
    settle(dialog.context.runner)


def card_of(desk: DeskApp) -> SecurityCard:
    page: Any = desk.shell.page  # type: ignore[union-attr]
    found = page.security
    assert isinstance(found, SecurityCard)
    return found


def test_another_passphrase(desk: DeskApp, folder: Path, said: list[str]) -> None:
    dialog = PassphraseDialog(desk.context, desk.window)
    fill(dialog, passphrase=PASSPHRASE, new=NEW, again="x")
    assert dialog.form.fields["again"].error.text().startswith("The two")
    fill(dialog, again=NEW)
    assert said == ["The passphrase is changed. The old one opens no more."]
    assert unlocked(folder, NEW).key
    with pytest.raises(UserError):
        unlocked(folder, PASSPHRASE)


def test_refusals_stand_beside_their_field(desk: DeskApp) -> None:
    dialog = PassphraseDialog(desk.context, desk.window)
    dialog._on_typed()
    for typed, field in (
        ({"passphrase": "not this one", "new": NEW, "again": NEW}, "passphrase"),
        ({"passphrase": PASSPHRASE, "new": "short", "again": "short"}, "new"),
        ({"passphrase": PASSPHRASE, "new": PASSPHRASE, "again": PASSPHRASE}, "new"),
    ):
        fill(dialog, **typed)
        assert dialog.form.fields[field].error.text()
        assert dialog.primary_button.isEnabled()
    dialog.reject()
    assert desk.context.drafts._kept == {}


def test_a_new_recovery_key_voids_the_old(
    desk: DeskApp, folder: Path, tmp_path: Path, said: list[str]
) -> None:
    dialog = RecoveryKeyDialog(desk.context, desk.window)
    fill(dialog, passphrase=PASSPHRASE)
    fresh = dialog._recovery_key
    assert unlocked(folder, recovery_key=fresh).key
    dialog._on_copy()
    assert QGuiApplication.clipboard().text() == fresh
    desk.context.clipboard.clear()
    dialog.save_kit(str(tmp_path / "kit.pdf"))
    settle(desk.runner)
    assert (tmp_path / "kit.pdf").read_bytes().startswith(b"%PDF")
    dialog.save_kit(str(tmp_path / "nowhere" / "kit.pdf"))
    settle(desk.runner)
    assert dialog.error.text() == "The page cannot be saved there. Choose another folder."
    key = dialog.key
    dialog.reject()
    dialog.confirm.set_values({"group": "AAAAA"})
    dialog._on_primary()
    assert key.text() != "", "not by one key press, and not unread"
    dialog.confirm.set_values({"group": fresh.split("-")[2].lower()})
    dialog._on_primary()
    assert key.text() == ""


def test_the_keyring_is_switched_on_used_and_switched_off(
    desk: DeskApp, backend: MemoryRing, folder: Path
) -> None:
    card = card_of(desk)
    card.reload()
    settle(desk.runner)
    assert card.keyring_words.text() == "Off"
    card.keyring.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, KeyringDialog)
    fill(dialog, passphrase=PASSPHRASE)
    settle(desk.runner)
    assert card.keyring.text() == "Switch off"
    desk.lock()
    settle(desk.runner)
    page = unlock_page(desk)
    assert page.keyring.isVisible()
    page.keyring.click()
    settle(desk.runner)
    card = card_of(desk)
    card.keyring.click()
    settle(desk.runner)
    assert not keyslots.load_keyslots(folder / "vault.keys").has_keyring
    assert not backend.kept


def test_without_a_keyring_the_section_says_so(
    desk: DeskApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> None:
        raise UserError(Say("no"))

    monkeypatch.setattr(keyring_slot, "system_ring", none)
    card = card_of(desk)
    card.reload()
    settle(desk.runner)
    assert not card.keyring.isEnabled()
    assert "no keyring" in card.keyring_words.text()
    office: Any = desk.runner.office
    keys.leave_keyring(office)  # the slot goes although its keyring is gone


@pytest.mark.loud
def test_a_keyring_that_stays_shut_leaves_the_passphrase(
    desk: DeskApp, backend: MemoryRing
) -> None:
    office: Any = desk.runner.office
    keys.keep_in_keyring(office, PASSPHRASE)
    desk.lock()
    settle(desk.runner)
    backend.locked = True
    page = unlock_page(desk)
    page.keyring.click()
    settle(desk.runner)
    assert "keyring does not open" in page.error.text()
    unlock(desk)
    assert desk.shell is not None


def test_settings_of_the_section_are_kept(desk: DeskApp) -> None:
    card = card_of(desk)
    card.copies.set_value(15)
    card.copies.edited.emit()
    assert desk.context.settings.clipboard_seconds == 15
    assert desk.context.clipboard._timer.interval() == 15_000
    for press, kind in ((card.passphrase, PassphraseDialog), (card.recovery, RecoveryKeyDialog)):
        press.click()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        dialog.reject()


def test_keys_belong_to_a_vault(desk: DeskApp, monkeypatch: pytest.MonkeyPatch) -> None:
    class Team:
        vault = None

    with pytest.raises(UserError):
        keys.replace_recovery_key(Team(), PASSPHRASE)  # type: ignore[arg-type]


LETTERS = (("q", False, False), ("Q", False, True), ("Q", True, False), ("ф", True, True))


def test_caps_lock_is_told_by_the_letters(
    folder: Path, paths: Paths, clock: SetClock, opening: list[DeskApp]
) -> None:
    page = unlock_page(start(opening, paths, clock))
    field = page.form.fields["passphrase"].editor
    for text, shift, on in LETTERS:
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(
            field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, held, text)
        )
        assert page.caps.isVisible() is on
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_CapsLock, none))
    assert not page.caps.isVisible()


# Drafts -------------------------------------------------------------------------------------------


def test_values_of_every_kind_come_back() -> None:
    typed = {
        "text": "Щ", "number": 3, "yes": True, "nothing": None, "channel": Channel.PHONE,
        "id": UUID(int=5), "pick": (UUID(int=6), "Щукин"), "day": date(2026, 1, 2),
        "moment": datetime(2026, 1, 2, 3, 4), "time": time(5, 6),  # noqa: DTZ001 as fields give it
    }  # fmt: skip
    assert plain(packed(typed)) == typed


def test_what_is_not_known_is_left_out() -> None:
    assert packed({"a": object(), "b": "x"}) == {"b": "x"}
    assert plain({"a": {"of": "Gone", "is": 1}, "b": {"of": "Channel", "is": "smoke"}, "c": 1}) == {
        "c": 1
    }


@pytest.mark.loud
def test_a_vault_that_refuses_is_told_once_and_tried_again(club: Context) -> None:
    heard: list[Any] = []
    club.said.connect(heard.append)
    drafts = club.drafts
    refuse = UserError(Say("The disk is full."))
    drafts.keep("note", {"text": "x"})
    for told in (True, True):
        assert drafts._on_failed(refuse, frozenset({"note"}), frozenset()) is told
    assert len(heard) == 1
    assert drafts._unsaved == {"note"}


def test_a_copy_without_the_server_takes_no_drafts(club: Context) -> None:
    class Offline:
        home = "offline"

    club.runner.use(Offline())  # type: ignore[arg-type]
    drafts: Drafts = club.drafts
    drafts.load(hidden=True)
    drafts.keep("note", {"text": "x"})
    drafts.flush()
    assert club.runner.idle
    assert not drafts.saving("note")
    drafts.not_saved("note")
    assert drafts.get("note") == {"text": "x"}
