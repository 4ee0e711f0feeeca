"""The vault: made whole, opened by one process, unreadable without its key."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from vipdesk.errors import UserError
from vipdesk.store import places
from vipdesk.store import vault as room
from vipdesk.store.keyslots import FLOOR
from vipdesk.store.vault import (
    NewVault,
    create_vault,
    mendable,
    open_vault,
    vault_exists,
)

PASSPHRASE = "верный конь степь ветер"
PLANTED = "Неповторимов-Канарейкин"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty folder."""
    place = tmp_path / "place"
    place.mkdir()
    return place


@pytest.fixture
def new(tmp_path: Path) -> Iterator[NewVault]:
    new = create_vault(tmp_path / "vault", PASSPHRASE, cost=FLOOR)
    yield new
    new.vault.close()


@pytest.fixture
def folder(new: NewVault) -> Path:
    new.vault.close()
    return new.vault.folder


def refused(folder: Path, words: str, **kw: str) -> UserError:
    with pytest.raises(UserError, match=words) as caught:
        open_vault(folder, **(kw or {"passphrase": PASSPHRASE})).close()
    return caught.value


def test_vault_opens_by_passphrase_and_by_recovery_key(new):
    new.vault.close()
    for kw in ({"passphrase": PASSPHRASE}, {"recovery_key": new.recovery_key}):
        with (
            open_vault(new.vault.folder, **kw) as vault,
            vault.engine.connect() as connection,
        ):
            assert vault.id == new.vault.id
            assert connection.execute(text("SELECT 1")).scalar() == 1


def test_every_connection_has_the_settings(new):
    wanted = {
        "foreign_keys": 1, "journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000,
        "temp_store": 2, "trusted_schema": 0, "cache_size": -65536,
    }  # fmt: skip
    with new.vault.engine.connect() as one, new.vault.engine.connect() as other:
        other.rollback()
        for connection in (
            one.execution_options(vip_read=True),
            other.execution_options(vip_read=True),
        ):
            found = {p: connection.exec_driver_sql(f"PRAGMA {p}").scalar() for p in wanted}
            assert found == wanted


def test_planted_text_is_in_no_file_of_the_vault(new):
    with new.vault.engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
        for _ in range(200):
            connection.execute(text("INSERT INTO t VALUES (:a)"), {"a": PLANTED})
    names = {p.name for p in new.vault.folder.iterdir()}
    assert {"vault.db", "vault.db-wal", "vault.db-shm", "vault.keys"} <= names
    for path in new.vault.folder.iterdir():
        raw = path.read_bytes()
        assert PLANTED.encode() not in raw
        assert PLANTED.encode("utf-16-le") not in raw
        assert not raw.startswith(b"SQLite format 3")


def test_errors_do_not_show_parameters(new):
    with pytest.raises(DBAPIError) as caught, new.vault.engine.begin() as connection:
        connection.execute(text("INSERT INTO nowhere VALUES (:a)"), {"a": PLANTED})
    assert PLANTED not in str(caught.value)
    assert str(new.vault.folder) not in repr(new.vault.engine)


def test_writer_begins_at_once_and_reader_does_not_wait_for_it(new):
    with new.vault.engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
    reader = new.vault.engine.execution_options(vip_read=True)
    with new.vault.engine.begin() as writer:
        writer.execute(text("INSERT INTO t VALUES ('x')"))
        with reader.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0


def test_a_reader_cannot_write_and_its_connection_can_later(new):
    reader = new.vault.engine.execution_options(vip_read=True)
    with pytest.raises(DBAPIError, match="readonly"), reader.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
    with new.vault.engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))


def test_closed_vault_is_locked_and_leaves_no_log_behind(new):
    new.vault.close()
    new.vault.close()
    assert not new.vault.is_open
    with pytest.raises(UserError, match="locked"):
        new.vault.engine.connect()
    assert {p.name for p in new.vault.folder.iterdir()} == {
        "vault.db",
        "vault.keys",
        "vault.lock",
    }


def test_wrong_passphrase_and_no_secret(folder):
    assert refused(folder, "does not open", passphrase="мимо мимо мимо").field == "passphrase"
    with pytest.raises(ValueError, match="passphrase"):
        open_vault(folder)


def test_folder_without_a_vault(tmp_path):
    refused(tmp_path, "no vault in this folder")


def test_missing_key_file(folder):
    (folder / "vault.keys").unlink()
    refused(folder, "missing")


def test_missing_database_is_not_made_anew(folder):
    (folder / "vault.db").unlink()
    refused(folder, "missing")
    assert not (folder / "vault.db").exists()


@pytest.mark.parametrize("raw", [b"", b"SQLite format 3\0" + bytes(4000), b"%PDF-1.7 " * 900])
def test_a_file_that_is_not_a_vault(folder, raw):
    (folder / "vault.db").write_bytes(raw)
    refused(folder, "damaged or is not a vault")


def test_database_of_another_vault_is_refused(folder, tmp_path):
    other = create_vault(tmp_path / "other", PASSPHRASE, cost=FLOOR).vault
    other.close()
    (folder / "vault.db").write_bytes(other.database.read_bytes())
    refused(folder, "damaged or is not a vault")


def test_newer_container_asks_for_an_update(new):
    with new.vault.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA user_version = 2")
    new.vault.close()
    refused(new.vault.folder, "newer VIP Desk")


def test_encrypted_database_of_another_program_is_refused(new):
    with new.vault.engine.begin() as connection:
        connection.exec_driver_sql("PRAGMA application_id = 7")
    new.vault.close()
    refused(new.vault.folder, "not a vault")


def test_sqlite_without_encryption_is_refused_before_the_first_write(place, monkeypatch):
    import sqlite3

    monkeypatch.setattr(room, "_driver", lambda: sqlite3)
    with pytest.raises(UserError, match="cannot encrypt"):
        create_vault(place / "vault", PASSPHRASE, cost=FLOOR)
    assert list(place.iterdir()) == []


def test_changed_passphrase_leaves_the_database_alone(new):
    before = new.vault.database.read_bytes()
    new.vault.change_passphrase(PASSPHRASE, "совсем другие слова", cost=FLOOR)
    assert new.vault.database.read_bytes() == before
    new.vault.close()
    refused(new.vault.folder, "does not open")
    open_vault(new.vault.folder, "совсем другие слова").close()


def test_changing_the_passphrase_asks_for_the_old_one(new):
    with pytest.raises(UserError, match="does not open"):
        new.vault.change_passphrase("мимо мимо мимо", "совсем другие слова", cost=FLOOR)


def test_forgotten_passphrase_is_reset_by_the_recovery_key(new):
    new.vault.reset_passphrase(new.recovery_key, "совсем другие слова", cost=FLOOR)
    new.vault.close()
    open_vault(new.vault.folder, "совсем другие слова").close()


def test_replaced_recovery_key(new):
    fresh = new.vault.replace_recovery_key(PASSPHRASE)
    new.vault.close()
    open_vault(new.vault.folder, recovery_key=fresh).close()
    refused(new.vault.folder, "another vault", recovery_key=new.recovery_key)


def test_sealer_of_the_vault_survives_a_new_passphrase(new):
    sealed = new.vault.sealer("drafts").seal(b"x", context="1")
    new.vault.change_passphrase(PASSPHRASE, "совсем другие слова", cost=FLOOR)
    assert new.vault.sealer("drafts").unseal(sealed, context="1") == b"x"


def test_engine_for_migrations_has_foreign_keys_off(new):
    engine = new.vault.new_engine(foreign_keys=False)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 0
    engine.dispose()


def test_copy_of_the_vault_opens_with_its_key(new, tmp_path):
    with new.vault.engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
    copy = tmp_path / "copy.db"
    raw = new.vault.engine.raw_connection()
    raw.execute("VACUUM INTO ?", (str(copy),))
    raw.close()
    engine = new.vault.new_engine(copy)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM t")).scalar() == 0
    engine.dispose()
    assert not copy.read_bytes().startswith(b"SQLite")


# -- creation ---------------------------------------------------------------


def test_vault_is_not_made_over_another(folder):
    with pytest.raises(UserError, match="already a vault") as caught:
        create_vault(folder, PASSPHRASE, cost=FLOOR)
    assert caught.value.field == "folder"


def test_vault_is_not_made_among_other_files(place):
    (place / "letter.txt").write_text("x")
    with pytest.raises(UserError, match="other files"):
        create_vault(place, PASSPHRASE, cost=FLOOR)
    assert [p.name for p in place.iterdir()] == ["letter.txt"]


def test_vault_is_made_in_an_empty_folder(tmp_path):
    (tmp_path / "vault").mkdir()
    create_vault(tmp_path / "vault", PASSPHRASE, cost=FLOOR).vault.close()
    assert vault_exists(tmp_path / "vault")


def test_failed_creation_leaves_nothing_and_does_not_block_the_next(place, monkeypatch):
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.fsync", full)
        with pytest.raises(UserError, match="disk is full"):
            create_vault(place / "vault", PASSPHRASE, cost=FLOOR)
    assert list(place.iterdir()) == []
    create_vault(place / "vault", PASSPHRASE, cost=FLOOR).vault.close()


KILLED = """
import os, sys
from pathlib import Path
from vipdesk.store import vault, keyslots
at = sys.argv[2]
def die(*_): os._exit(9)
if at == "keys": keyslots.save_keyslots = die
else: vault._move_into_place = die
vault.create_vault(Path(sys.argv[1]), "верный конь степь ветер", cost=keyslots.FLOOR)
"""


@pytest.mark.parametrize("at", ["keys", "move"])
def test_kill_during_creation_leaves_no_half_vault(place, at):
    folder = place / "vault"
    assert (
        subprocess.run([sys.executable, "-c", KILLED, str(folder), at], check=False).returncode == 9
    )
    assert not vault_exists(folder)
    [left] = place.iterdir()
    os.utime(left, (0, 0))
    create_vault(folder, PASSPHRASE, cost=FLOOR).vault.close()
    assert [p.name for p in place.iterdir()] == ["vault"]


@pytest.fixture
def locked_folder() -> Iterator[Path]:
    """A folder that may be read and not written, also when the tests run as root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "vault"
        create_vault(folder, PASSPHRASE, cost=FLOOR).vault.close()
        for path in (Path(name), folder, *folder.iterdir()):
            path.chmod(0o555)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        yield folder
        if root:
            os.seteuid(0)
        for path in (Path(name), folder):
            path.chmod(0o700)


if sys.platform != "win32":  # folders have no such permissions there

    def test_read_only_vault_is_said(locked_folder):
        refused(locked_folder, "may not write")

    def test_creation_in_a_read_only_folder_is_said(locked_folder):
        with pytest.raises(UserError, match="may not write"):
            create_vault(locked_folder.parent / "second", PASSPHRASE, cost=FLOOR)


def test_full_disk_during_a_write_is_said_and_nothing_is_lost(new):
    with new.vault.engine.begin() as connection:
        connection.execute(text("CREATE TABLE t (a TEXT)"))
        connection.execute(text("INSERT INTO t VALUES ('kept')"))
        connection.exec_driver_sql("PRAGMA max_page_count = 8")
    with pytest.raises(DBAPIError) as caught, new.vault.engine.begin() as connection:
        connection.execute(text("INSERT INTO t VALUES (:a)"), {"a": "x" * 100_000})
    said = mendable(caught.value)
    assert said is not None
    assert "disk is full" in said.say.text
    with new.vault.engine.connect() as connection:
        assert connection.execute(text("SELECT a FROM t")).scalars().all() == ["kept"]


def test_other_database_errors_are_bugs(new):
    with pytest.raises(DBAPIError) as caught, new.vault.engine.begin() as connection:
        connection.execute(text("SELECT nonsense"))
    assert mendable(caught.value) is None


# -- one process ---------------------------------------------------------------

HOLDER = """
import sys
from pathlib import Path
from vipdesk.store.vault import open_vault
vault = open_vault(Path(sys.argv[1]), "верный конь степь ветер")
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def holder(folder: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        yield process
        process.kill()


def test_second_process_is_refused(folder, holder):
    refused(folder, "already open in another")


def test_killed_holder_frees_the_vault(folder, holder):
    holder.kill()  # SIGKILL, TerminateProcess
    holder.wait()
    open_vault(folder, PASSPHRASE).close()


def test_second_window_of_the_same_process_is_refused(new):
    refused(new.vault.folder, "already open in another")


def test_failed_opening_lets_go_of_the_lock(folder):
    good = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(b"%PDF-1.7 " * 900)
    refused(folder, "not a vault")
    (folder / "vault.db").write_bytes(good)
    open_vault(folder, PASSPHRASE).close()


# -- where it lies ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/home/anna/OneDrive - Club/vault", "OneDrive"),
        ("/Users/anna/Dropbox/vault", "Dropbox"),
        (
            "/Users/anna/Library/Mobile Documents/com~apple~CloudDocs/vault",
            "iCloud Drive",
        ),
        ("/home/anna/Yandex.Disk/vault", "Yandex.Disk"),
        ("/home/anna/ЯндексДиск/vault", "Yandex.Disk"),
        ("/Users/anna/Library/CloudStorage/Some-anna/vault", "cloud"),
        ("/srv/company/vault", "OneDrive"),
        ("/home/anna/.local/share/VIP Desk/vault", None),
        ("/home/dropboxer/vault", None),
    ],
)
def test_synced_folder_is_recognised(folder, service):
    found = places.synced_by(PurePosixPath(folder), {"OneDriveCommercial": "/srv/company"})
    assert found == service


@pytest.mark.parametrize(
    ("kind", "remote"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("ext4", False)],
)
def test_network_drive_is_recognised(monkeypatch, tmp_path, kind, remote):
    monkeypatch.setattr(places, "_mounts", lambda: {"/": "ext4", str(tmp_path.resolve()): kind})
    assert places.on_network(tmp_path / "vault") is remote
    assert bool(places.warnings_about(tmp_path / "vault")) is remote


def test_unreadable_list_of_mounts_counts_as_local(monkeypatch, tmp_path):
    def fails() -> dict[str, str]:
        raise PermissionError

    monkeypatch.setattr(places, "_mounts", fails)
    assert not places.on_network(tmp_path)


def test_vault_in_a_synced_folder_opens_with_a_warning(tmp_path):
    with create_vault(tmp_path / "Dropbox" / "vault", PASSPHRASE, cost=FLOOR).vault as vault:
        [warning] = vault.warnings
    assert warning.params["service"] == "Dropbox"
