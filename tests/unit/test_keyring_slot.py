"""The keyring is a further way in, never the only one, and none that lies in the clear."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from keyring.backends import fail, null
from keyring.backends.SecretService import Keyring as SecretService
from keyring.errors import KeyringLocked, PasswordDeleteError

from tests.conftest import NOON
from tests.db import PASSPHRASE
from vipdesk.errors import UserError
from vipdesk.store import keyslots, vault
from vipdesk.store.backup import Reason, backups_of, make_backup
from vipdesk.store.keyring_slot import SystemRing, guarded, system_ring
from vipdesk.store.opening import open_at_start
from vipdesk.store.vault import Unlocked, open_vault, unlock

NEW = "another brass ledger 48"


class MemoryRing:
    """A keyring in memory, with the calls of `keyring`'s backends."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, name: str) -> str | None:
        if self.locked:
            raise KeyringLocked("prompt dismissed")
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        if self.locked:
            raise KeyringLocked("prompt dismissed")
        self.kept[(service, name)] = secret

    def delete_password(self, service: str, name: str) -> None:
        if (service, name) not in self.kept:
            raise PasswordDeleteError("not found")
        del self.kept[(service, name)]


@pytest.fixture
def backend() -> MemoryRing:
    return MemoryRing()


@pytest.fixture
def ring(backend: MemoryRing) -> SystemRing:
    return SystemRing(backend)


@pytest.fixture
def folder(vault_template: Unlocked, tmp_path: Path) -> Path:
    shutil.copytree(vault_template.folder, tmp_path / "vault")
    return tmp_path / "vault"


def switch_on(folder: Path, ring: SystemRing) -> UUID:
    with open_vault(folder, PASSPHRASE) as opened:
        opened.keep_in_keyring(PASSPHRASE, ring)
        assert opened.opens_by_keyring
        return opened.id


def test_the_keyring_opens_what_the_passphrase_opens(folder: Path, ring: SystemRing) -> None:
    switch_on(folder, ring)
    by_ring = unlock(folder, ring=ring).key
    assert by_ring == unlock(folder, PASSPHRASE).key
    open_at_start(folder, ring=ring).close()


def test_a_backup_takes_no_slot_of_this_computer_along(folder: Path, ring: SystemRing) -> None:
    switch_on(folder, ring)
    with open_vault(folder, PASSPHRASE) as opened:
        made = make_backup(opened, backups_of(folder), Reason.HAND, NOON)
    assert not keyslots.load_keyslots(made.folder / vault.KEYS).has_keyring
    assert unlock(made.folder, PASSPHRASE).key == unlock(folder, ring=ring).key


def test_neither_key_nor_passphrase_lies_in_the_keyring(
    folder: Path, ring: SystemRing, backend: MemoryRing
) -> None:
    switch_on(folder, ring)
    (secret,) = backend.kept.values()
    assert PASSPHRASE not in secret
    assert unlock(folder, PASSPHRASE).key != ring.get(unlock(folder, PASSPHRASE).slots.vault)


def test_switched_off_the_secret_opens_nothing(
    folder: Path, ring: SystemRing, backend: MemoryRing
) -> None:
    switch_on(folder, ring)
    before = dict(backend.kept)
    with open_vault(folder, PASSPHRASE) as opened:
        opened.leave_keyring(ring)
        assert not opened.opens_by_keyring
    assert not backend.kept
    backend.kept = before
    with pytest.raises(UserError):
        unlock(folder, ring=ring)


def test_a_wrong_passphrase_switches_nothing_on(
    folder: Path, ring: SystemRing, backend: MemoryRing
) -> None:
    with open_vault(folder, PASSPHRASE) as opened, pytest.raises(UserError):
        opened.keep_in_keyring("not this one at all", ring)
    assert not backend.kept


def test_a_full_disk_leaves_no_secret_behind(
    folder: Path, ring: SystemRing, backend: MemoryRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise UserError(vault.disk_full().say)

    with open_vault(folder, PASSPHRASE) as opened:
        monkeypatch.setattr(keyslots, "write_whole", full)
        with pytest.raises(UserError):
            opened.keep_in_keyring(PASSPHRASE, ring)
    assert not backend.kept


@pytest.mark.loud
def test_a_locked_keyring_is_one_sentence(
    folder: Path, ring: SystemRing, backend: MemoryRing
) -> None:
    switch_on(folder, ring)
    backend.locked = True
    with pytest.raises(UserError) as refused:
        unlock(folder, ring=ring)
    assert "keyring does not open" in refused.value.say.text


def test_a_changed_passphrase_leaves_the_keyring_and_voids_the_old(
    folder: Path, ring: SystemRing
) -> None:
    switch_on(folder, ring)
    with open_vault(folder, PASSPHRASE) as opened:
        opened.change_passphrase(PASSPHRASE, NEW, cost=keyslots.FLOOR)
    with pytest.raises(UserError):
        unlock(folder, PASSPHRASE)
    assert unlock(folder, ring=ring).key == unlock(folder, NEW).key


def test_the_file_is_new_to_older_versions_only_while_a_keyring_is_in_it(
    folder: Path, ring: SystemRing
) -> None:
    def form() -> int:
        return int(json.loads((folder / vault.KEYS).read_bytes())["format"])

    assert form() == 1
    switch_on(folder, ring)
    assert form() == 2
    slots = keyslots.load_keyslots(folder / vault.KEYS)
    assert not slots.without_keyring().has_keyring
    with open_vault(folder, PASSPHRASE) as opened:
        opened.leave_keyring(None)
    assert form() == 1


def test_only_keyrings_of_the_system_count() -> None:
    assert guarded(SecretService())
    for backend in (fail.Keyring(), null.Keyring(), MemoryRing()):
        assert not guarded(backend)
        with pytest.raises(UserError):
            system_ring(backend)
    assert isinstance(system_ring(SecretService()), SystemRing)


def test_what_is_not_there_is_forgotten_quietly(ring: SystemRing, backend: MemoryRing) -> None:
    ring.remove(uuid4())
    backend.kept[("VIP Desk vault", str(UUID(int=1)))] = "not base 64 !"
    assert ring.get(UUID(int=1)) == b""
