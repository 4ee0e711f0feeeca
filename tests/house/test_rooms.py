"""The rooms: imports only point down. Each contract is also seen to fail on a planted breach."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# (contract, file to break, the import that breaks it)
BREACHES = [
    ("Imports only point downwards", "vipdesk/models/staff.py", "import vipdesk.clients"),
    ("Imports only point downwards", "vipdesk/cards/__init__.py", "import vipdesk.events"),
    ("Imports only point downwards", "vipdesk/attic.py", '"""A room nobody drew."""'),
    ("Only ui and app know Qt", "vipdesk/agenda/__init__.py", "import PySide6.QtCore"),
    ("The screen never sees the database", "vipdesk/ui/runner.py", "import sqlalchemy"),
    (
        "Pages do not know each other",
        "vipdesk/ui/pages/today_page.py",
        "import vipdesk.ui.pages.health_page",
    ),
]


_LINT = "from importlinter.cli import lint_imports_command as lint; lint(['--no-cache'])"


def lint(folder: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _LINT],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={"PYTHONPATH": str(folder), "PATH": "", "NO_COLOR": "1", "COLUMNS": "120"},
    )
    return done.returncode, done.stdout + done.stderr


def test_the_contracts_hold() -> None:
    code, said = lint(ROOT)
    assert code == 0, said


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_a_breach_of_each_contract_is_seen(
    contract: str, file: str, line: str, tmp_path: Path
) -> None:
    shutil.copytree(
        ROOT / "vipdesk", tmp_path / "vipdesk", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as source:
        source.write(f"\n{line}\n")
    code, said = lint(tmp_path)
    assert code != 0
    assert f"{contract} BROKEN" in said or "exhaustive" in said.lower() or "attic" in said


def test_every_room_says_what_it_is_for_and_what_it_must_not_do() -> None:
    for room in sorted((ROOT / "vipdesk").iterdir()):
        if not room.is_dir() or room.name.startswith("_"):
            continue
        text = (room / "__init__.py").read_text(encoding="utf-8")
        assert text.startswith('"""'), room.name
        assert "ust not" in text.split('"""')[1], f"{room.name} does not say what it must not do"
