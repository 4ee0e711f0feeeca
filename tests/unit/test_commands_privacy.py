"""Privacy on the command line: counts and keys, never names."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests import db
from tests.factories import client, interaction
from vipdesk import cli
from vipdesk.access import Desk, Office
from vipdesk.models import Client
from vipdesk.privacy.erasure import erase_client, preview_erasure
from vipdesk.store.backup import Reason, backups_of, list_backups
from vipdesk.store.store import open_vault_store
from vipdesk.vocabulary import ErasureGround, Role

Run = Callable[..., int]


@pytest.fixture
def run(vault_office: Office, tmp_path: Path) -> Run:
    """Runs a command on a closed vault with one old talk in it."""
    secret = tmp_path / "passphrase"
    secret.write_text(db.PASSPHRASE)
    folder = vault_office._store.vault.folder  # type: ignore[union-attr]

    def run(*words: str) -> int:
        vault_office._store.close()
        place = ["--vault", str(folder), "--passphrase-file", str(secret)]
        return cli.main(["--home", str(tmp_path / "home"), "privacy", *words, *place])

    return run


def test_a_dry_run_counts_and_a_rule_is_carried_out(
    vault_office: Office, run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    def old(desk: Desk) -> str:
        row = interaction(desk, client(desk).id, at=desk.now - timedelta(days=4000))
        return str(row.id)

    key, _ = vault_office.write(old)
    assert run("retention", "--dry-run") == 0
    said = capsys.readouterr().out
    assert key in said
    assert "Поговорили" not in said
    assert run("retention", "--rule", "interaction_text") == 1
    assert run("retention", "--rule", "interaction_text", "--reason", "Yearly clean-up") == 0
    assert "1  interaction_text" in capsys.readouterr().out
    assert run("retention", "--rule", "nonsense") == 1


def test_a_backup_is_made_before_a_rule_is_carried_out(vault_office: Office, run: Run) -> None:
    assert vault_office.vault is not None
    folder = vault_office.vault.folder
    assert run("retention", "--dry-run") == 0
    assert not list_backups(backups_of(folder))
    assert run("retention", "--rule", "interaction_text", "--reason", "Yearly clean-up") == 0
    (made,) = list_backups(backups_of(folder))
    assert made.reason is Reason.ERASURE


def test_a_dossier_is_written_as_its_name_says(
    vault_office: Office, run: Run, tmp_path: Path
) -> None:
    key, _ = vault_office.write(lambda desk: str(client(desk).id))
    for form, head in ((".pdf", b"%PDF"), (".json", b"{")):
        out = tmp_path / f"dossier{form}"
        assert run("dossier", key, "--out", str(out)) == 0
        assert out.read_bytes().startswith(head)
    assert json.loads(out.read_bytes())["client"]["id"] == key
    assert run("dossier", key, "--out", str(tmp_path / "dossier.txt")) == 1
    assert run("dossier", "somebody", "--out", str(out)) == 1


def test_erasures_travel_to_a_restored_database(
    vault_office: Office, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, _ = vault_office.write(lambda desk: client(desk).id)
    head = vault_office.as_staff(_head(vault_office))
    seen = head.read(lambda desk: preview_erasure(desk, one))
    head.write(lambda desk: erase_client(desk, one, ground=ErasureGround.REQUEST, state=seen.state))
    out = tmp_path / "erasures.json"
    assert run("erasures", "--out", str(out)) == 0
    assert str(one) in out.read_text()
    assert run("replay", str(out)) == 0
    assert capsys.readouterr().out.split() == ["1", "0"]
    assert run("replay", str(tmp_path / "missing")) == 1
    folder = vault_office._store.vault.folder  # type: ignore[union-attr]
    with open_vault_store(folder, db.PASSPHRASE) as again:
        assert again.read(lambda s: s.get_one(Client, one).erased_at) is not None


def _head(office: Office) -> object:
    from sqlalchemy import select

    from vipdesk.models import Staff

    return office.read(
        lambda d: d.session.scalars(select(Staff.id).where(Staff.role == Role.HEAD)).one()
    )
