"""Restoring a backup: what was there is kept, a kill loses nothing, nothing wrong gets in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import factories
from tests.conftest import NOON
from tests.db import PASSPHRASE
from tests.quick_keys import quick_keys  # noqa: F401 a fixture
from vipdesk.access import Office, journal
from vipdesk.errors import UserError
from vipdesk.models import Client
from vipdesk.store import keyslots
from vipdesk.store.backup import MANIFEST, Backup, Reason, backups_of, make_backup
from vipdesk.store.files import lock_file
from vipdesk.store.restore import restore, unlock_backup
from vipdesk.store.snapshot import Stage, Watch
from vipdesk.store.store import Store, create_vault_store, open_vault_store
from vipdesk.store.vault import DATABASE, KEYS, LOCK

LATER = NOON + timedelta(hours=1)
NEW_PASSPHRASE = "another four words 88"


@pytest.fixture
def backup(vault_office: Office) -> Backup:
    """A backup with one client, of a vault that has two by now; the vault is closed."""
    vault = vault_office._store.vault
    assert vault is not None
    vault_office.write(lambda desk: factories.client(desk, surname="Первая").id)
    made = make_backup(vault, backups_of(vault.folder), Reason.DAILY, NOON)
    vault_office.write(lambda desk: factories.client(desk, surname="Вторая").id)
    vault_office.close()
    return made


@pytest.fixture
def folder(backup: Backup) -> Path:
    return backup.folder.parent.parent / "vault"


def surnames(folder: Path, passphrase: str = PASSPHRASE) -> set[str]:
    with open_vault_store(folder, passphrase) as store:
        assert store.read(journal.verify).broken_at is None
        return store.read(lambda s: set(s.scalars(select(Client.surname))))


def test_the_vault_holds_what_it_held_then(backup: Backup, folder: Path) -> None:
    done = restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER)
    assert surnames(folder) == {"Первая"}
    assert done.contents.tables["client"] == 1


def test_what_was_there_is_kept_aside_and_opens(backup: Backup, folder: Path) -> None:
    done = restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER)
    assert done.kept is not None
    assert done.kept.name == "vault-before-2026-11-26T110000Z"
    assert surnames(done.kept) == {"Первая", "Вторая"}


def test_a_lost_vault_is_made_anew_from_the_backup_alone(
    backup: Backup, folder: Path, tmp_path: Path
) -> None:
    shutil.rmtree(folder)
    for target in (folder, tmp_path / "elsewhere"):
        done = restore(backup, unlock_backup(backup, target, PASSPHRASE), target, LATER)
        assert done.kept is None
        assert surnames(target) == {"Первая"}


def test_an_empty_folder_takes_the_vault_and_stays_the_same_folder(
    backup: Backup, tmp_path: Path
) -> None:
    """Its lock is held meanwhile: Windows removes neither an open file nor its folder."""
    target = tmp_path / "empty"
    target.mkdir()
    (target / LOCK).touch()
    before = (target.stat().st_ino, (target / LOCK).stat().st_ino)
    restore(backup, unlock_backup(backup, target, PASSPHRASE), target, LATER)
    assert (target.stat().st_ino, (target / LOCK).stat().st_ino) == before
    assert surnames(target) == {"Первая"}


def test_what_another_restore_keeps_aside_is_not_cleared_away(backup: Backup, folder: Path) -> None:
    """Another process has the lock and is exchanging the files."""
    aside = folder.with_name(f".{folder.name}-before-2026-11-26T110000Z")
    aside.mkdir()
    os.link(folder / DATABASE, aside / DATABASE)
    held = lock_file(folder / LOCK)
    assert held is not None
    with pytest.raises(UserError, match="already open"):
        restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER)
    held.release()
    assert (aside / DATABASE).exists()


def test_a_damaged_vault_is_replaced_and_its_log_of_writes_does_not_meet_the_new_file(
    backup: Backup, folder: Path
) -> None:
    (folder / DATABASE).write_bytes(os.urandom(40_960))
    (folder / (DATABASE + "-wal")).write_bytes(os.urandom(4096))
    (folder / KEYS).write_bytes(b"{}")
    done = restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER)
    assert surnames(folder) == {"Первая"}
    assert done.kept is not None
    assert (done.kept / (DATABASE + "-wal")).exists()


def test_a_passphrase_changed_since_still_holds(backup: Backup, folder: Path) -> None:
    with open_vault_store(folder, PASSPHRASE) as store:
        assert store.vault is not None
        store.vault.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, cost=keyslots.FLOOR)
    restore(backup, unlock_backup(backup, folder, NEW_PASSPHRASE), folder, LATER)
    assert surnames(folder, NEW_PASSPHRASE) == {"Первая"}
    with pytest.raises(UserError, match="does not open"):
        open_vault_store(folder, PASSPHRASE)


def test_the_passphrase_of_then_opens_the_backup_too(backup: Backup, folder: Path) -> None:
    with open_vault_store(folder, PASSPHRASE) as store:
        assert store.vault is not None
        store.vault.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, cost=keyslots.FLOOR)
    assert backup.contents(unlock_backup(backup, folder, PASSPHRASE).key).tables["client"] == 1


def test_a_wrong_passphrase_changes_nothing(backup: Backup, folder: Path) -> None:
    with pytest.raises(UserError, match="does not open"):
        unlock_backup(backup, folder, "quite another one 1")
    assert surnames(folder) == {"Первая", "Вторая"}


def test_a_vault_that_is_open_is_not_touched(backup: Backup, folder: Path) -> None:
    unlocked = unlock_backup(backup, folder, PASSPHRASE)
    with open_vault_store(folder, PASSPHRASE), pytest.raises(UserError, match="already open"):
        restore(backup, unlocked, folder, LATER)
    assert surnames(folder) == {"Первая", "Вторая"}


def test_a_backup_of_another_vault_is_refused(backup: Backup, tmp_path: Path) -> None:
    other, _ = create_vault_store(tmp_path / "other", NEW_PASSPHRASE, cost=keyslots.FLOOR)
    other.close()
    unlocked = unlock_backup(backup, tmp_path / "other", PASSPHRASE)
    with pytest.raises(UserError, match="another vault"):
        restore(backup, unlocked, tmp_path / "other", LATER)


def test_a_folder_with_other_files_is_refused(backup: Backup, tmp_path: Path) -> None:
    taken = tmp_path / "documents"
    taken.mkdir()
    (taken / "letter.txt").touch()
    with pytest.raises(UserError, match="other files"):
        restore(backup, unlock_backup(backup, taken, PASSPHRASE), taken, LATER)


def _flip(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(20_000)
        file.write(os.urandom(32))


def test_a_damaged_backup_is_refused_and_the_vault_stays(backup: Backup, folder: Path) -> None:
    unlocked = unlock_backup(backup, folder, PASSPHRASE)
    _flip(backup.folder / DATABASE)
    with pytest.raises(UserError, match="damaged"):
        restore(backup, unlocked, folder, LATER)
    assert surnames(folder) == {"Первая", "Вторая"}
    assert not list(folder.parent.glob(".vault-*"))


def test_counts_that_were_changed_are_noticed(backup: Backup, folder: Path) -> None:
    manifest = backup.folder / MANIFEST
    text = manifest.read_text()
    start = text.index('"contents": "') + 60
    manifest.write_text(text[:start] + ("0" if text[start] != "0" else "1") + text[start + 1 :])
    from vipdesk.store.backup import read_backup

    changed = read_backup(backup.folder)
    with pytest.raises(UserError):
        changed.contents(unlock_backup(changed, folder, PASSPHRASE).key)


def test_a_stopped_restore_leaves_the_vault_as_it_was(backup: Backup, folder: Path) -> None:
    told: list[Stage] = []
    watch = Watch(tell=lambda s, _share: told.append(s), stop=lambda: Stage.CHECKING in told)
    with pytest.raises(UserError, match="Stopped"):
        restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER, watch=watch)
    assert surnames(folder) == {"Первая", "Вторая"}


def test_what_must_be_done_again_is_done_before_the_vault_is_exchanged(
    backup: Backup, folder: Path
) -> None:
    def erase_again(store: Store) -> None:
        store.write(_erase)

    unlocked = unlock_backup(backup, folder, PASSPHRASE)
    restore(backup, unlocked, folder, LATER, after=erase_again)
    assert surnames(folder) == set()


def _erase(session: Session) -> None:
    for client in session.scalars(select(Client)):
        client.surname = ""
        session.delete(client)


# Kills ---------------------------------------------------------------------------------------

_STEPS = {
    "staged": ("_exchange", "before"),
    "linked": ("_link_aside", "after"),
    "exchanged": ("_name_aside", "before"),
    "named": ("_name_aside", "after"),
}
_CHILD = """
import os, signal, sys
from datetime import datetime, UTC
from pathlib import Path
from vipdesk.store import restore as r
from vipdesk.store.backup import read_backup
from vipdesk.store.keyslots import load_keyslots
from vipdesk.store.vault import Unlocked

folder, backup, key, name, when = sys.argv[1:]
real = getattr(r, name)
def killed(*a, **k):
    if when == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(*a, **k)
    os.kill(os.getpid(), signal.SIGKILL)
setattr(r, name, killed)
made = read_backup(Path(backup))
opened = Unlocked(made.folder, load_keyslots(made.folder / "vault.keys"), bytes.fromhex(key))
r.restore(made, opened, Path(folder), datetime.now(UTC))
"""


@pytest.mark.parametrize("step", _STEPS)
def test_a_kill_leaves_the_old_vault_or_the_new_one(
    step: str, backup: Backup, folder: Path
) -> None:
    name, when = _STEPS[step]
    key = unlock_backup(backup, folder, PASSPHRASE).key.hex()
    arguments = (str(folder), str(backup.folder), key, name, when)
    ended = subprocess.run([sys.executable, "-c", _CHILD, *arguments], timeout=120, check=False)
    assert ended.returncode == -signal.SIGKILL
    old = {"Первая", "Вторая"}
    assert surnames(folder) == ({"Первая"} if step in ("exchanged", "named") else old)
    # The next restore works, clears what was left, and loses no vault that was kept aside.
    restore(backup, unlock_backup(backup, folder, PASSPHRASE), folder, LATER)
    assert not list(folder.parent.glob(".vault-*"))
    kept = sorted(folder.parent.glob("vault-before-*"))
    assert old in [surnames(k) for k in kept]


def test_the_key_of_a_backup_is_found_by_the_recovery_key(vault_office: Office) -> None:
    vault = vault_office._store.vault
    assert vault is not None
    recovery = vault.replace_recovery_key(PASSPHRASE)
    made = make_backup(vault, backups_of(vault.folder), Reason.HAND, NOON)
    find = partial(unlock_backup, made, vault.folder, recovery_key=recovery)
    assert made.contents(find().key).rows > 0
