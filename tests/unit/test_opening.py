"""At the start the key is derived while the libraries are imported."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.db import PASSPHRASE
from vipdesk.errors import UserError
from vipdesk.store.opening import open_at_start
from vipdesk.store.vault import Unlocked


@pytest.fixture
def folder(vault_template: Unlocked, tmp_path: Path) -> Path:
    return Path(shutil.copytree(vault_template.folder, tmp_path / "vault"))


def test_vault_opens_with_its_schema(folder):
    with open_at_start(folder, PASSPHRASE) as store:
        assert store.read(lambda s: s.scalar(text("SELECT count(*) FROM client"))) == 0


def test_wrong_passphrase_is_said_and_leaves_the_vault_free(folder):
    with pytest.raises(UserError, match="does not open"):
        open_at_start(folder, "мимо мимо мимо")
    open_at_start(folder, PASSPHRASE).close()


def test_nothing_slow_is_imported_before_it_is_called():
    script = (
        "import sys, vipdesk.store.opening;"
        "assert not {'sqlalchemy', 'cryptography', 'sqlcipher3'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
