"""Vaults of earlier versions open with this one; an upgrade that dies leaves the vault whole."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from tests.db import PASSPHRASE
from tests.quick_keys import quick_keys  # noqa: F401 a fixture
from vipdesk.access import journal
from vipdesk.errors import UserError
from vipdesk.models import Client, Complaint, Event, StatusCard
from vipdesk.store import schema
from vipdesk.store.backup import Reason, backups_of, list_backups
from vipdesk.store.store import Store, open_vault_store
from vipdesk.store.vault import DATABASE, KEYS, _connect, open_vault, unlock

GOLDEN = sorted((Path(__file__).parents[1] / "data" / "golden").iterdir())


def golden(folder: Path, to: Path) -> tuple[Path, dict[str, Any]]:
    """A copy of a golden vault to open, and what is known of it."""
    to.mkdir()
    for name in (DATABASE, KEYS):
        shutil.copy(folder / name, to / name)
    facts: dict[str, Any] = json.loads((folder / "facts.json").read_text(encoding="utf-8"))
    return to, facts


@pytest.fixture
def old(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    return golden(GOLDEN[0], tmp_path / "vault")


def revision(folder: Path, passphrase: str) -> str:
    unlocked = unlock(folder, passphrase)
    with closing(_connect(folder / DATABASE, unlocked.key)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0])


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda p: p.name)
def test_a_vault_of_an_earlier_version_keeps_everything(folder: Path, tmp_path: Path) -> None:
    place, facts = golden(folder, tmp_path / "vault")
    with open_vault_store(place, facts["passphrase"]) as store:
        for table, rows in facts["tables"].items():
            if table in {"search_text_data", "search_text_idx"}:  # how FTS5 lays its index out
                continue
            count = text(f'SELECT count(*) FROM "{table}"')
            assert store.read(lambda s, c=count: s.scalar(c)) == rows, table  # type: ignore[misc]
        assert _first(store, Client.surname) == facts["surnames"]
        assert _first(store, Event.title) == facts["titles"]
        assert _first(store, Complaint.public_no) == facts["complaints"]
        assert _first(store, StatusCard.number) == facts["cards"]
        chain = store.read(journal.verify)
        assert (chain.broken_at, chain.head) == (None, facts["journal_head"])
    assert revision(place, facts["passphrase"]) == schema.HEAD


def _first(store: Store, column: Any) -> list[str]:
    return sorted(store.read(lambda s: s.scalars(select(column)).all()))[:10]


def test_the_recovery_key_printed_by_an_earlier_version_still_opens(
    old: tuple[Path, dict[str, Any]],
) -> None:
    folder, facts = old
    with open_vault(folder, recovery_key=facts["recovery_key"]) as vault:
        assert vault.is_open


def test_an_upgrade_makes_a_proved_backup_first(old: tuple[Path, dict[str, Any]]) -> None:
    folder, facts = old
    open_vault_store(folder, facts["passphrase"]).close()
    (made,) = list_backups(backups_of(folder))
    assert (made.reason, made.revision) == (Reason.MIGRATION, GOLDEN[0].name)
    held = made.contents(unlock(made.folder, facts["passphrase"]).key).tables
    assert held == facts["tables"]


def test_without_its_backup_there_is_no_upgrade(old: tuple[Path, dict[str, Any]]) -> None:
    folder, facts = old
    backups_of(folder).touch()  # a file where the folder should be
    with pytest.raises(UserError, match="folder for backups"):
        open_vault_store(folder, facts["passphrase"])
    assert revision(folder, facts["passphrase"]) == GOLDEN[0].name


def test_a_new_vault_needs_no_backup(vault: Store) -> None:
    assert vault.vault is not None
    assert not backups_of(vault.vault.folder).exists()


def test_a_vault_of_a_newer_version_is_refused_and_not_touched(vault: Store) -> None:
    assert vault.vault is not None
    folder = vault.vault.folder
    with vault.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    vault.close()
    before = (folder / DATABASE).read_bytes()
    with pytest.raises(UserError, match="newer VIP Desk"):
        open_vault_store(folder, PASSPHRASE)
    assert (folder / DATABASE).read_bytes() == before
    assert not backups_of(folder).exists()


# Kills ---------------------------------------------------------------------------------------

_CHILD = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import Engine, event
from vipdesk.store import schema
from vipdesk.store.keyslots import load_keyslots
from vipdesk.store.store import store_of
from vipdesk.store.vault import Unlocked, open_unlocked

folder, key, step = sys.argv[1:]
kill = lambda *_a, **_k: os.kill(os.getpid(), signal.SIGKILL)
real, altered = schema.upgrade, []

def upgrade(engine, revision="head"):
    if step == "copied":
        kill()
    if step == "middle":
        @event.listens_for(engine, "after_cursor_execute")
        def look(_c, _cursor, statement, *_rest):
            altered.append(statement.startswith(("ALTER", "CREATE")))
            if sum(altered) == 5:
                kill()
    if step == "committing":
        event.listen(engine, "commit", kill)
    real(engine, revision)
    if step == "committed":
        kill()

schema.upgrade = upgrade
slots = load_keyslots(Path(folder) / "vault.keys")
store_of(open_unlocked(Unlocked(Path(folder), slots, bytes.fromhex(key))))
"""


@pytest.mark.parametrize("step", ["copied", "middle", "committing", "committed"])
def test_a_kill_in_an_upgrade_leaves_the_old_vault_or_the_new_one(
    step: str, old: tuple[Path, dict[str, Any]]
) -> None:
    folder, facts = old
    phrase = facts["passphrase"]
    key = unlock(folder, phrase).key.hex()
    child = [sys.executable, "-c", _CHILD, str(folder), key, step]
    ended = subprocess.run(child, timeout=120, check=False)
    assert ended.returncode == -signal.SIGKILL
    found = revision(folder, phrase)
    assert found == (schema.HEAD if step == "committed" else GOLDEN[0].name)
    with open_vault_store(folder, phrase) as store:
        assert _first(store, Client.surname) == facts["surnames"]
    assert revision(folder, phrase) == schema.HEAD
    assert {b.revision for b in list_backups(backups_of(folder))} == {GOLDEN[0].name}
