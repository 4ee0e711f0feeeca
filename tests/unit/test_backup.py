"""Backups of a vault: encrypted, whole, counted; older ones stay until a newer one is proved."""

from __future__ import annotations

import errno
import json
import os
import resource
import shutil
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import factories
from tests.conftest import NOON
from tests.db import PASSPHRASE
from vipdesk.access import Office
from vipdesk.errors import UserError
from vipdesk.store import backup, snapshot
from vipdesk.store.backup import Backup, Reason, backups_of, copy_backup, list_backups, make_backup
from vipdesk.store.files import fsync_folder
from vipdesk.store.snapshot import Stage, Watch
from vipdesk.store.vault import DATABASE, KEYS, Vault, _connect, unlock


@pytest.fixture
def vault_(vault_office: Office) -> Vault:
    """A vault with one client."""
    vault_office.write(lambda desk: factories.client(desk, surname="Зимородкова").id)
    assert vault_office._store.vault is not None
    return vault_office._store.vault


@pytest.fixture
def place(vault_: Vault) -> Path:
    return backups_of(vault_.folder)


def made(vault: Vault, place: Path, at: datetime = NOON, reason: Reason = Reason.DAILY) -> Backup:
    return make_backup(vault, place, reason, at)


def test_a_backup_opens_with_the_passphrase_and_holds_the_same_rows(
    vault_: Vault, place: Path
) -> None:
    found = made(vault_, place)
    key = unlock(found.folder, PASSPHRASE).key
    with closing(_connect(found.folder / DATABASE, key)) as connection:
        assert connection.execute("SELECT surname FROM client").fetchall() == [("Зимородкова",)]
    assert found.contents(key).tables["client"] == 1


def test_a_backup_is_unreadable_without_the_key(vault_: Vault, place: Path) -> None:
    found = made(vault_, place)
    for file in found.folder.iterdir():
        held = file.read_bytes()
        assert b"SQLite format" not in held
        assert "Зимородкова".encode() not in held
        assert b'"client"' not in held, "how many clients there are is nobody's business"
        assert file.stat().st_mode & 0o077 == 0


def test_writes_go_on_while_a_backup_is_made(
    vault_: Vault, vault_office: Office, place: Path
) -> None:
    done = threading.Event()
    written = []

    def write() -> None:
        while not done.is_set():
            written.append(vault_office.write(lambda desk: factories.client(desk).id)[0])

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for minute in range(4):
            made(vault_, place, NOON + timedelta(minutes=minute))
    finally:
        done.set()
        writer.join()
    counted = [b.contents(vault_.unlocked().key).tables["client"] for b in list_backups(place)]
    assert len(written) > 4
    assert counted == sorted(counted, reverse=True)


def test_a_snapshot_that_disagrees_with_the_vault_is_thrown_away(
    vault_: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = snapshot.contents
    monkeypatch.setattr(
        snapshot, "contents", lambda c: snapshot.Contents({"client": id(c)}, real(c).revision, "")
    )
    with pytest.raises(UserError, match="does not agree"):
        made(vault_, place)
    assert list_backups(place) == ()


def test_what_fails_leaves_the_older_backups_untouched(vault_: Vault, place: Path) -> None:
    first = made(vault_, place)
    stopped = Watch(stop=lambda: True)
    with pytest.raises(UserError, match="Stopped"):
        make_backup(vault_, place, Reason.HAND, NOON + timedelta(days=1), watch=stopped)
    assert list_backups(place) == (first,)
    assert {p.name for p in place.iterdir()} == {first.folder.name, "backups.lock"}


def test_a_disk_that_takes_no_more_is_one_sentence(vault_: Vault, place: Path) -> None:
    first = made(vault_, place)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, limits[1]))
    try:
        with pytest.raises(UserError, match="the folder for backups"):
            made(vault_, place, NOON + timedelta(days=1))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list_backups(place) == (first,)


def test_too_little_room_is_told_before_anything_is_written(
    vault_: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type(shutil.disk_usage("/"))(10**9, 10**9, 1000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: usage)
    with pytest.raises(UserError, match="no room"):
        made(vault_, place)


def test_a_folder_that_cannot_be_made_is_one_sentence(vault_: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserError, match="is not there"):
        made(vault_, tmp_path / "file" / "backups")


def test_two_backups_at_once_wait_for_each_other(vault_: Vault, place: Path) -> None:
    with backup._holding(place), pytest.raises(UserError, match="already"):
        made(vault_, place)


def test_what_a_kill_left_is_cleared_and_never_listed(vault_: Vault, place: Path) -> None:
    left = place / ".staging-abc"
    left.mkdir(parents=True)
    (left / DATABASE).write_bytes(b"half")
    assert list_backups(place) == ()
    made(vault_, place)
    assert not left.exists()


def test_half_a_backup_is_not_listed(vault_: Vault, place: Path) -> None:
    found = made(vault_, place)
    (found.folder / KEYS).unlink()
    assert list_backups(place) == ()


def test_a_backup_of_a_newer_version_is_refused(vault_: Vault, place: Path) -> None:
    found = made(vault_, place)
    manifest = found.folder / backup.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "format": 99}))
    with pytest.raises(UserError, match="newer VIP Desk"):
        backup.read_backup(found.folder)


def test_progress_runs_from_copying_to_checking(vault_: Vault, place: Path) -> None:
    told: list[tuple[Stage, float]] = []
    watch = Watch(tell=lambda stage, share: told.append((stage, share)))
    make_backup(vault_, place, Reason.HAND, NOON, watch=watch)
    assert [s for s, _ in told] == sorted((s for s, _ in told), key=list(Stage).index)
    assert told[-1] == (Stage.CHECKING, 1.0)
    assert all(0 <= share <= 1 for _, share in told)


# The second place ----------------------------------------------------------------------------


def test_the_second_place_holds_the_same_backup(vault_: Vault, place: Path, tmp_path: Path) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    first = made(vault_, place)
    second = copy_backup(first, usb, NOON)
    assert (second.folder / DATABASE).read_bytes() == (first.folder / DATABASE).read_bytes()
    assert list_backups(usb, vault_.id) == (second,)
    assert copy_backup(first, usb, NOON) == second


def test_a_second_place_that_is_gone_is_one_sentence(
    vault_: Vault, place: Path, tmp_path: Path
) -> None:
    first = made(vault_, place)
    with pytest.raises(UserError, match="Connect the disk"):
        copy_backup(first, tmp_path / "unplugged", NOON)
    assert not (tmp_path / "unplugged").exists()


def test_a_copy_that_differs_is_not_kept(vault_: Vault, place: Path, tmp_path: Path) -> None:
    first = made(vault_, place)
    with (first.folder / DATABASE).open("r+b") as file:
        file.seek(8192)
        file.write(os.urandom(16))
    with pytest.raises(UserError, match="differs"):
        copy_backup(first, tmp_path, NOON)
    assert list_backups(tmp_path / f"VIP Desk {str(vault_.id)[:8]}") == ()


# Which stay ----------------------------------------------------------------------------------

_CLUB = uuid4()


def row(at: datetime, reason: Reason = Reason.DAILY) -> Backup:
    name = f"{at.strftime('%Y-%m-%dT%H%M%SZ')}-{reason.value}"
    return Backup(Path(name), _CLUB, at, reason, 1, "0005", "", "")


def test_seven_days_four_weeks_and_six_months_stay() -> None:
    daily = tuple(row(NOON - timedelta(days=n)) for n in range(400))
    stays = sorted((b.at for b in daily if b.folder in backup.kept(daily, NOON)), reverse=True)
    assert stays[:7] == [NOON - timedelta(days=n) for n in range(7)]
    assert len({at.isocalendar()[:2] for at in stays}) >= 4
    assert {(at.year, at.month) for at in stays} == {(2026, m) for m in range(6, 12)}
    assert len(stays) <= 7 + 4 + 6


def test_the_point_before_an_import_outlives_the_same_days_later_backup() -> None:
    before = row(NOON, Reason.IMPORT)
    later = row(NOON + timedelta(hours=3))
    assert before.folder in backup.kept((before, later), NOON + timedelta(days=6))
    assert before.folder not in backup.kept((before, later), NOON + timedelta(days=7))


def test_of_one_day_the_newest_stays() -> None:
    early, late = row(NOON), row(NOON + timedelta(hours=1), Reason.HAND)
    assert backup.kept((early, late), NOON) == {late.folder}


@given(st.lists(st.integers(0, 24 * 800), min_size=1, max_size=60, unique=True))
def test_the_newest_always_stays_and_the_number_is_bounded(hours: list[int]) -> None:
    rows = tuple(row(datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=h)) for h in hours)
    stays = backup.kept(rows, max(b.at for b in rows))
    assert max(rows, key=lambda b: b.at).folder in stays
    assert len(stays) <= 17


def test_older_ones_go_only_when_the_new_one_is_there(vault_: Vault, place: Path) -> None:
    for hour in range(3):
        made(vault_, place, NOON + timedelta(hours=hour))
    assert [b.at for b in list_backups(place)] == [NOON + timedelta(hours=2)]


def test_another_clubs_backups_in_the_same_place_are_left_alone(vault_: Vault, place: Path) -> None:
    other = made(vault_, place)
    manifest = other.folder / backup.MANIFEST
    manifest.write_text(json.dumps({**json.loads(manifest.read_text()), "vault": str(uuid4())}))
    made(vault_, place, NOON + timedelta(hours=1))
    assert len(list_backups(place)) == 2


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("database is locked", "already open"),
        ("database disk image is malformed", "damaged"),
        ("attempt to write a readonly database", "may not write"),
    ],
)
def test_a_busy_database_is_not_called_a_place_that_refuses(
    vault_: Vault, place: Path, monkeypatch: pytest.MonkeyPatch, told: str, said: str
) -> None:
    def fails(*_arguments: object) -> None:
        raise RuntimeError(told)

    monkeypatch.setattr(snapshot, "take", fails)
    with pytest.raises(UserError, match=said):
        made(vault_, place)


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP, errno.EIO])
def test_a_file_system_that_cannot_sync_folders_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuses(_handle: int) -> None:
        raise OSError(number, "sync")

    monkeypatch.setattr(os, "fsync", refuses)
    if number == errno.EIO:
        with pytest.raises(OSError, match="sync"):
            fsync_folder(tmp_path)
    else:
        fsync_folder(tmp_path)
