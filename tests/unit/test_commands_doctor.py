"""`vipdesk doctor`: one line a thing, and nothing about anybody."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.db import PASSPHRASE
from tests.factories import seed_staff
from vipdesk import cli
from vipdesk.commands import doctor
from vipdesk.paths import Paths
from vipdesk.store import keyslots, vault
from vipdesk.store.checkup import Level, closed
from vipdesk.store.store import open_vault_store
from vipdesk.store.vault import Unlocked


@pytest.fixture
def home(vault_template: Unlocked, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk's folders with a vault in them, and a passphrase in a file."""
    paths = Paths.under(tmp_path / "home")
    shutil.copytree(vault_template.folder, paths.vault)
    paths.vault.chmod(0o700)
    (tmp_path / "home" / "passphrase").write_text(PASSPHRASE + "\n")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


Told = tuple[int, dict[str, tuple[str, str]]]


def run(home: Path, capsys: pytest.CaptureFixture[str], *more: str) -> Told:
    code = cli.main(["--home", str(home), "doctor", "--json", *more])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return code, {line["check"]: (line["level"], line["text"]) for line in lines}


def inside(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, tuple[str, str]]]:
    return run(home, capsys, "--passphrase-file", str(home / "passphrase"))


def test_a_sound_vault_fails_nowhere(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = inside(home, capsys)
    assert code == 0
    assert {level for level, _ in found.values()} <= {"ok", "warn"}
    assert {"cipher", "pages", "rows", "schema", "journal", "keys", "lock", "space"} <= set(found)
    assert found["backup"][0] == "warn"


def test_without_the_passphrase_it_looks_from_outside(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = run(home, capsys)
    assert code == 0
    assert "cipher" not in found
    assert found["keys"][0] == "ok"


def test_the_lines_hold_no_path_and_no_name(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_vault_store(Paths.under(home).vault, PASSPHRASE) as store:
        store.write(seed_staff)
    _, found = inside(home, capsys)
    told = " ".join(text for _, text in found.values())
    assert str(home) not in told
    assert not [word for word in ("Орлова", "Orlova", "@") if word in told]


def test_lines_for_people(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--home", str(home), "doctor"]) == 0
    assert capsys.readouterr().out.startswith("OK    VIP Desk")


def test_no_vault_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = run(tmp_path / "nowhere", capsys, "--open")
    assert code == 1
    assert found["vault"][0] == "fail"


def test_a_wrong_passphrase_is_a_failure(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "passphrase").write_text("not this one at all")
    code, found = inside(home, capsys)
    assert (code, found["open"][0]) == (1, "fail")


def test_a_damaged_page_is_found(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = Paths.under(home).vault / vault.DATABASE
    whole = bytearray(file.read_bytes())
    page = 4096
    for number in range(3, len(whole) // page, 7):  # the first pages hold what opening reads
        whole[number * page + 100] ^= 1
    file.write_bytes(whole)
    code, found = inside(home, capsys)
    assert code == 1
    assert "fail" in {found.get("pages", ("",))[0], found.get("open", ("",))[0]}


def test_a_record_that_points_at_nothing_is_found(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with vault.open_vault(Paths.under(home).vault, PASSPHRASE) as opened:
        loose = opened.new_engine(foreign_keys=False)
        with loose.begin() as connection:
            connection.exec_driver_sql(
                "INSERT INTO snooze (id, staff_id, kind, object_id, until)"
                " VALUES (zeroblob(16), zeroblob(16), 'x', zeroblob(16), '2026-01-01')"
            )
        loose.dispose()
    code, found = inside(home, capsys)
    assert (code, found["rows"][0]) == (1, "fail")


def test_a_changed_journal_is_found(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_vault_store(Paths.under(home).vault, PASSPHRASE) as store:
        ids, _ = store.write(seed_staff)
        assert ids
    code, found = inside(home, capsys)
    assert (code, found["journal"][0]) == (0, "ok")


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("2026-11-22 10:00:00,1 INFO vault.opened ms=12", "ok"),
        ("2026-11-22 10:00:00,1 ERROR note Щукин", "fail"),
        ("2026-11-22 10:00:00,1 ERROR to=anna@example.com", "fail"),
        ("2026-11-22 10:00:00,1 ERROR call +7 921 000-00-00", "fail"),
    ],
)
def test_the_log_is_read_for_what_must_not_be_there(
    home: Path, capsys: pytest.CaptureFixture[str], line: str, level: str
) -> None:
    log = Paths.under(home).log
    log.parent.mkdir(parents=True)
    log.write_text(line, encoding="utf-8")
    _, found = run(home, capsys)
    assert found["log"][0] == level
    assert "Щукин" not in found["log"][1]


def test_settings_that_cannot_be_read_are_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = Paths.under(home).settings
    kept.parent.mkdir(parents=True)
    kept.write_text("lang = 'en'")
    assert run(home, capsys)[1]["settings"][0] == "ok"
    kept.write_text("{")
    assert doctor._settings(Paths.under(home)).__next__().level is Level.WARN


def test_a_missing_library_is_named(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(doctor, "_X11", ("libnothing-like-this.so.9",))
    code, found = run(home, capsys)
    assert code == 1
    assert "libnothing-like-this.so.9" in found["display"][1]


# The files around a vault -------------------------------------------------------------------------

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def levels(folder: Path, now: datetime | None = None) -> dict[str, Level]:
    return {f.code: f.level for f in closed(folder, now or datetime.now(UTC))}


def test_files_that_others_may_read(home: Path) -> None:
    folder = Paths.under(home).vault
    assert levels(folder)["permissions"] is Level.OK
    (folder / vault.KEYS).chmod(0o644)
    assert levels(folder)["permissions"] is Level.WARN


def test_a_plain_database_is_no_vault(home: Path) -> None:
    folder = Paths.under(home).vault
    (folder / vault.DATABASE).unlink()
    plain = sqlite3.connect(folder / vault.DATABASE)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    assert levels(folder)["file"] is Level.FAIL


def test_damaged_keys_and_a_missing_recovery_key(home: Path) -> None:
    folder = Paths.under(home).vault
    slots = keyslots.load_keyslots(folder / vault.KEYS)
    one = tuple(s for s in slots.slots if s.kind is keyslots.SlotKind.PASSPHRASE)
    keyslots.save_keyslots(folder / vault.KEYS, keyslots.KeySlots(slots.vault, one))
    assert levels(folder)["recovery"] is Level.WARN
    (folder / vault.KEYS).write_bytes(b"{")
    assert levels(folder)["keys"] is Level.FAIL


def test_leftovers_of_a_broken_off_deed(home: Path) -> None:
    folder = Paths.under(home).vault
    (folder / f".{vault.KEYS}.abc").touch()
    assert levels(folder)["leftovers"] is Level.WARN


def test_a_vault_that_is_open_is_told_and_left_alone(home: Path) -> None:
    folder = Paths.under(home).vault
    with vault.open_vault(folder, PASSPHRASE):
        found = {f.code: f.say.text for f in closed(folder, datetime.now(UTC))}
    assert found["lock"] == "A VIP Desk has the vault open now."


def test_a_clock_behind_the_vault(home: Path) -> None:
    folder = Paths.under(home).vault
    ahead = datetime.now(UTC).timestamp() + 7200
    os.utime(folder / vault.DATABASE, (ahead, ahead))
    assert levels(folder)["clock"] is Level.FAIL


def test_a_full_disk(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Paths.under(home).vault
    usage = shutil.disk_usage(folder)
    for free, level in ((1_000_000, Level.FAIL), (100_000_000, Level.WARN)):
        monkeypatch.setattr(shutil, "disk_usage", lambda _p, free=free: usage._replace(free=free))
        assert levels(folder)["space"] is level
