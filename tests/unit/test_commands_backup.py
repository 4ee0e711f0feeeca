"""`vipdesk backup` and `vipdesk restore`, as they are typed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import factories
from tests.db import PASSPHRASE
from tests.quick_keys import quick_keys  # noqa: F401 a fixture
from vipdesk import cli
from vipdesk.access import Office
from vipdesk.models import Client
from vipdesk.store.backup import backups_of, list_backups
from vipdesk.store.store import open_vault_store

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def command(*typed: str, secret_file: Path = secret) -> tuple[int, str]:
        where = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret_file)]
        code = cli.main(["--home", str(tmp_path / "desk"), typed[0], *where, *typed[1:]])
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


@pytest.fixture
def folder(vault_office: Office, tmp_path: Path) -> Path:
    """A closed vault with one client."""
    vault_office.write(lambda desk: factories.client(desk, surname="Первая").id)
    vault_office.close()
    return tmp_path / "vault"


def test_a_backup_is_made_listed_tried_out_and_restored(folder: Path, run: Run) -> None:
    code, said = run("backup")
    assert (code, "made and verified" in said) == (0, True)
    assert "by hand" in run("backup", "--list")[1]
    code, said = run("backup", "--drill")
    assert (code, "clients 1" in said) == (0, True)
    with open_vault_store(folder, PASSPHRASE) as store:
        store.write(lambda s: s.delete(s.scalars(select(Client)).one()))
    code, said = run("restore", "--yes")
    assert code == 0
    assert "vault-before-" in said
    with open_vault_store(folder, PASSPHRASE) as store:
        assert store.read(lambda s: s.scalars(select(Client.surname)).all()) == ["Первая"]


def test_a_second_place_gets_its_copy_and_restores_to_a_new_folder(
    folder: Path, run: Run, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    assert run("backup", "--to", str(usb))[0] == 0
    new = tmp_path / "new"
    assert run("restore", "--vault", str(new), "--from", str(usb), "--yes")[0] == 0
    with open_vault_store(new, PASSPHRASE) as store:
        assert store.read(lambda s: s.scalars(select(Client.surname)).all()) == ["Первая"]


def test_a_second_place_that_is_away_is_told_and_the_exit_code_is_1(
    folder: Path, run: Run, tmp_path: Path
) -> None:
    code, said = run("backup", "--to", str(tmp_path / "unplugged"))
    assert (code, "Connect the disk" in said) == (1, True)
    assert len(list_backups(backups_of(folder))) == 1


def test_nothing_is_restored_without_a_yes(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup")
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert run("restore")[0] == 1
    assert not list(folder.parent.glob("vault-before-*"))
    monkeypatch.setattr("sys.stdin", io.StringIO("да\n"))
    assert run("restore")[0] == 0


def test_what_cannot_be_done_is_one_sentence(folder: Path, run: Run, tmp_path: Path) -> None:
    assert "No backup was found" in run("restore")[1]
    assert "There is no folder" in run("restore", str(tmp_path / "none"))[1]
    assert "is not a whole backup" in run("restore", str(tmp_path))[1]
    assert "There is no vault" in run("backup", "--vault", str(tmp_path / "none"))[1]
    empty = tmp_path / "empty"
    empty.touch()
    assert "is empty" in run("backup", secret_file=empty)[1]


def test_the_recovery_key_restores_too(vault_office: Office, run: Run, tmp_path: Path) -> None:
    assert vault_office.vault is not None
    (tmp_path / "key").write_text(vault_office.vault.replace_recovery_key(PASSPHRASE))
    vault_office.close()
    run("backup")
    code, _said = run("restore", "--yes", "--recovery-key-file", str(tmp_path / "key"))
    assert code == 0
