"""Words planted in every personal field are in no file, title or failure that the desk leaves."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import JSON, LargeBinary, String

from tests.e2e import canary
from vipdesk.models import Base
from vipdesk.models.types import Sealed

ROOT = Path(__file__).resolve().parents[2]
WORDS = (*canary.words().values(), *canary.TYPED, *canary.FAILED)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a desk lived for a day and was killed."""
    root = tmp_path_factory.mktemp("canary")
    (root / "tmp").mkdir()
    env = {k: v for k, v in os.environ.items() if not k.startswith(("XDG", "COV"))}
    env |= {
        "HOME": str(root), "TMPDIR": str(root / "tmp"), "QT_QPA_PLATFORM": "offscreen",
        "XDG_CACHE_HOME": str(root / "cache"), "PYTHONPATH": str(ROOT),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.canary", str(root)],
        env=env, cwd=root, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    (root / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    assert done.returncode == 9, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return root


def in_bytes(word: str) -> list[bytes]:
    """A word as a file may hold it: UTF-8, UTF-16, Base64 in its three places, any case."""
    raw = word.encode()
    found = [raw, word.encode("utf-16-le"), word.upper().encode()]
    for place in range(3):
        coded = base64.b64encode(b"\0" * place + raw)
        found.append(coded[4 if place else 0 : -4])
    return found


def holding(files: list[Path]) -> dict[str, list[str]]:
    """{file: the words it holds}."""
    found = {}
    for file in files:
        content = file.read_bytes()
        held = [word for word in WORDS if any(form in content for form in in_bytes(word))]
        if held:
            found[file.name] = held
    return found


def files_of(day: Path) -> list[Path]:
    return [p for p in day.rglob("*") if p.is_file() and "asked" not in p.parts]


def test_every_text_column_is_planted_or_known_to_be_plain() -> None:
    known = {(t, c) for kind in (canary.PERSONAL, canary.GROWING, canary.PLAIN)
             for t, names in kind.items() for c in names}  # fmt: skip
    texts = {
        (table.name, column.name)
        for table in Base.metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, JSON | LargeBinary | Sealed)
        or (isinstance(column.type, String) and type(column.type).__name__ != "Enum")
    }
    assert texts - known == set()


def test_no_file_that_a_day_leaves_holds_a_planted_word(day: Path) -> None:
    files = files_of(day)
    names = {p.name for p in files}
    assert {"vault.db", "vault.keys", "vipdesk.log", "said.txt", "told.json"} <= names
    assert holding(files) == {}


def test_the_search_would_have_found_them(day: Path, tmp_path: Path) -> None:
    for number, form in enumerate(in_bytes(canary.TYPED[0])):
        (tmp_path / f"{number}.bin").write_bytes(b"......" + form + b"......")
    assert len(holding(list(tmp_path.glob("*.bin")))) == len(in_bytes(canary.TYPED[0]))


def test_titles_and_failures_name_nobody(day: Path) -> None:
    told = json.loads((day / "told.json").read_text(encoding="utf-8"))
    assert told["titles"]
    assert told["failures"], "the failures were shown"
    everything = json.dumps(told)
    assert [word for word in WORDS if word in everything] == []


def test_no_file_is_named_after_anybody(day: Path) -> None:
    names = " ".join(str(p.relative_to(day)) for p in files_of(day))
    assert [word for word in WORDS if word in names] == []
